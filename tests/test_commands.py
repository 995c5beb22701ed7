"""Every command line in the README and the documentation does what it is there for."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bilateral import samples

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
#: A line of a block that is set in by four blanks, or of one that says that it is for a shell.
BLOCKS = re.compile(r"^```sh\n(.*?)^```$|^((?: {4}\S.*\n)+)", re.DOTALL | re.MULTILINE)
CALL = re.compile(r"(?:^|\| )(?:\.venv/bin/)?bilateral ")

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")


def lines(page: Path) -> list[str]:
    """Return the command lines of a page."""
    text = page.read_text(encoding="utf-8")
    return [
        line.strip()
        for block in BLOCKS.findall(text)
        for line in "".join(block).splitlines()
        if line.strip()
    ]


CALLS = [
    pytest.param(line, id=f"{page.name}: {line}")
    for page in PAGES
    for line in lines(page)
    if CALL.search(line) and not line.startswith("python3 -m venv")  # CI runs these as they are
]


@pytest.fixture(scope="session")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with texts, and with codings of them by several hands."""
    made = tmp_path_factory.mktemp("coded")
    (made / "texts").mkdir()
    for name in samples.names():
        (made / "texts" / f"{name}.txt").write_text(samples.text(name), encoding="utf-8")
    (made / "summit.txt").write_text(samples.text("summit-article"), encoding="utf-8")
    (made / "statement.txt").write_text(samples.text("joint-statement"), encoding="utf-8")
    assert call(made, "bilateral export-codes texts/*.txt -o gold").returncode == 0
    for name in ("anna", "ben", "machine"):
        shutil.copytree(made / "gold", made / name)
    return made


@pytest.fixture
def folder(coded: Path, tmp_path: Path, line: str) -> Path:
    """Return a folder with everything that a line speaks of, but for what it makes."""
    made = tmp_path / "work"
    shutil.copytree(coded, made)
    if "export-codes" in line:  # which writes over nothing
        shutil.rmtree(made / "machine")
    return made


def call(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `bilateral` is this package and no browser opens."""
    program = f"{shlex.quote(sys.executable)} -W error -m bilateral"
    head = f'bilateral() {{ {program} "$@"; }}; pbpaste() {{ cat summit.txt; }}; set -o pipefail; '
    return subprocess.run(
        ["bash", "-c", head + line.replace(".venv/bin/bilateral", "bilateral")],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "HOME": str(folder), "BROWSER": "true", "TMPDIR": str(folder)},
    )


@pytest.mark.parametrize("line", CALLS)
def test_command_lines_run(folder: Path, line: str) -> None:
    """Each ends well, in a folder with the files that it names, and writes what it says."""
    done = call(folder, line)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    for written in re.findall(r"(?:-o|--output|>>?) (\S+)", line):
        assert Path(str(folder / written).replace("~", ".")).exists()


def test_there_are_command_lines() -> None:
    """The check is not idle."""
    assert len(CALLS) > 20


def test_files_that_are_run_are_there() -> None:
    """Benchmarks and other programs that pages name."""
    for page in PAGES:
        for name in re.findall(r"python (\w+/[\w/]+\.py)", page.read_text(encoding="utf-8")):
            assert (ROOT / name).exists(), name


def test_extras_that_are_named_exist() -> None:
    """What `pip install` is told to take."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = set(project["project"]["optional-dependencies"])
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for named in re.findall(r"pip install '[.\w]*\[([\w,]+)\]'", text):
            assert set(named.split(",")) <= extras
