"""What the README and the changelog say of the project is so."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import bilateral
from bilateral.interchange.columns import TABLES, columns
from bilateral.loaders import registry

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "SECURITY.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
FENCE = re.compile(r"^```(\w*)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")

each_page = pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])


def shell_blocks(page: Path) -> list[str]:
    """Return what stands in the page's blocks of shell commands."""
    return re.findall(
        r"^```sh\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )


def test_first_two_shell_blocks_are_one_command_line_each() -> None:
    """A stranger copies one line to see it work, and one to see the tests pass."""
    first, second, *_ = shell_blocks(ROOT / "README.md")
    for block in (first, second):
        assert block.count("\n") == 1
        assert block.startswith("python3 -m venv ")
        assert not re.search(r"https?://|--index-url|\$HOME|~/|(?<![.\w])/", block)
    assert "bilateral read --sample" in first
    assert "--upgrade pip" in second  # the pip that comes with Python 3.11 has no --group
    assert second.index("--upgrade pip") < second.index("--group")
    assert "pytest" in second


def test_first_two_blocks_are_the_first_of_any_kind() -> None:
    """Nothing stands before them that could be taken for the way to start."""
    kinds = [
        kind for kind in FENCE.findall((ROOT / "README.md").read_text(encoding="utf-8")) if kind
    ]
    assert kinds[:2] == ["sh", "sh"]


@each_page
def test_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every Python example gives what the page says."""
    # a page shows how to register a loader, which no other test knows
    monkeypatch.setattr(registry, "_LOADERS", dict(registry._LOADERS))
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert result.failed == 0, "".join(told)


@each_page
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project finds it."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_readme_has_an_example() -> None:
    """The check of the examples is not idle."""
    assert (ROOT / "README.md").read_text(encoding="utf-8").count(">>> ") >= 5


def test_version_is_the_changelogs_newest() -> None:
    """The first version in the changelog is the package's."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## \[(\d+\.\d+\.\d+)\]", text, re.MULTILINE)
    assert versions[0] == bilateral.__version__


def test_citation_is_of_this_version() -> None:
    """Whoever cites the package names the version that was used."""
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {bilateral.__version__}\n" in text


def test_every_page_is_in_the_menu() -> None:
    """Of the documentation site."""
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[2]
    listed = set(re.findall(r": ([\w/-]+\.md)$", menu, re.MULTILINE))
    docs = ROOT / "docs"
    assert listed == {page.relative_to(docs).as_posix() for page in docs.rglob("*.md")}


def test_reference_lists_every_public_name() -> None:
    """Whatever is public is documented on a page of the reference."""
    pages = (ROOT / "docs" / "reference").glob("*.md")
    told = "".join([page.read_text(encoding="utf-8") for page in pages])
    named = {line.rpartition(".")[2] for line in re.findall(r"^::: (\S+)$", told, re.MULTILINE)}
    modules = {"evaluation", "interchange", "samples", "strategies", "__version__", "Party"}
    assert set(bilateral.__all__) - modules <= named


def test_codebook_page_lists_the_domains() -> None:
    """The page has every domain of the table, in its order."""
    text = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z.]+)` \|", text, re.MULTILINE)
    forces = {"pledge", "intent", "aspiration", "request"}
    assert [name for name in listed if name not in forces] == [
        d.name for d in bilateral.Domain.all()
    ]


def test_tables_page_lists_the_tables() -> None:
    """The page has every table of the gazetteer with exactly its columns."""
    text = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    listed = {
        name: re.findall(r"`(\w+)`", columns)
        for name, columns in re.findall(r"^\| `(\w+\.csv)` \| .*? \| (.*) \|$", text, re.MULTILINE)
    }
    data = ROOT / "src" / "bilateral" / "gazetteer" / "data"
    found = {}
    for path in data.glob("*.csv"):
        lines = path.read_text(encoding="utf-8").splitlines()
        found[path.name] = next(x for x in lines if x and x[0] != "#").split(",")
    assert listed == found


def test_interchange_page_lists_the_columns() -> None:
    """The page has every column of every table, in order, and tells of each."""
    text = (ROOT / "docs" / "interchange.md").read_text(encoding="utf-8")
    listed = {
        name: re.findall(r"`(\w+)`", names)
        for name, names in re.findall(r"^\| `([A-Z]\w+)` \| (.*) \|$", text, re.MULTILINE)
    }
    tables = {kind.__name__: [x.name for x in columns(kind)] for kind in TABLES}
    assert listed == tables
    told = re.findall(r"^\| ((?:`\w+` ?)+) \| [a-z`].* \| .* \|$", text, re.MULTILINE)
    explained = {name for names in told for name in re.findall(r"`(\w+)`", names)}
    assert {name for names in tables.values() for name in names} <= explained


@pytest.mark.skipif(sys.platform == "win32", reason="needs bash")
@pytest.mark.parametrize("name", ["run", "distribution", "postgresql"])
def test_ci_scripts_are_sound(name: str) -> None:
    """The scripts of the checks can be run and parsed."""
    script = ROOT / ".ci" / name
    if not script.exists():
        pytest.skip("the checks are not part of a source distribution")
    assert script.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", str(script)], check=True)


def test_type_checkers_are_asked() -> None:
    """The files that must not type-check are held to it by the checks: no test runs them."""
    script = ROOT / ".ci" / "run"
    if not script.exists():
        pytest.skip("the checks are not part of a source distribution")
    text = script.read_text(encoding="utf-8")
    assert "mypy --strict src tests" in text
    assert "bin/pyright" in text
