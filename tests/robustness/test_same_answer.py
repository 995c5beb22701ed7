"""The same text gives the same bytes, wherever, however and beside whatever else it is read."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import bilateral
from bilateral import samples

#: Writes all that can be written of every sample to standard output.
_PROGRAM = """
import pathlib, sys
import bilateral
from bilateral import samples
from bilateral.cli import main
for name in samples.names():
    text = samples.text(name)
    report = bilateral.read(text)
    out = sys.stdout.buffer
    out.write(bilateral.dumps(report, indent=True).encode() + b"\\n")
    out.write(report.to_html().encode() + b"\\n")
    out.write(repr([report.explain(record) for record in report.commitments]).encode() + b"\\n")
    out.flush()
    for command in (
        ["read", "--sample", name, "--format", "json", "--explain"],
        ["read", "--sample", name, "--format", "csv"],
        ["export-codes", sys.argv[1] + "/" + name + ".txt", "-o", "codes"],
    ):
        try:
            main(command)
        except SystemExit as end:
            assert end.code == 0, command
        sys.stdout.flush()
for file in sorted(pathlib.Path("codes").rglob("*.json")):
    sys.stdout.buffer.write(str(file).encode() + file.read_bytes())
dossier = bilateral.Dossier([bilateral.read(samples.text(name)) for name in samples.names()])
sys.stdout.buffer.write(bilateral.dumps(dossier).encode())
sys.stdout.buffer.write(repr([str(link) for link in dossier.links]).encode())
"""

SURROUNDINGS: dict[str, tuple[list[str], dict[str, str]]] = {
    "the C locale": (
        [],
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PYTHONHASHSEED": "1"},
    ),
    "elsewhere": (
        ["-O"],
        {
            "LC_ALL": "tr_TR.UTF-8",
            "LANG": "tr_TR.UTF-8",
            "TZ": "Pacific/Kiritimati",
            "PYTHONHASHSEED": "42",
        },
    ),
    "Latin-1": (["-OO"], {"PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1", "PYTHONHASHSEED": "7"}),
    "isolated": (["-I"], {"TZ": "America/St_Johns"}),
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the samples as files."""
    folder = tmp_path_factory.mktemp("texts")
    for name in samples.names():
        (folder / f"{name}.txt").write_bytes(samples.text(name).encode())
    return folder


def written(texts: Path, options: list[str], changes: dict[str, str], cwd: Path) -> bytes:
    """Return what the program writes in such surroundings."""
    kept = {
        key: value for key, value in os.environ.items() if not key.startswith(("LC_", "PYTHON"))
    }
    done = subprocess.run(
        [sys.executable, *options, "-c", _PROGRAM, texts],
        env={**kept, **changes},
        cwd=cwd,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout


@pytest.fixture(scope="module")
def plain(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return what is written in plain surroundings."""
    folder = tmp_path_factory.mktemp("plain")
    return written(texts, [], {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}, folder)


@pytest.mark.parametrize(("options", "changes"), SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_surroundings_change_nothing(
    texts: Path, plain: bytes, tmp_path: Path, options: list[str], changes: dict[str, str]
) -> None:
    """Not a byte of what is written depends on seeds, locales, time zones, folders or options."""
    assert written(texts, options, changes, tmp_path) == plain
    assert len(plain) > 100_000


def test_threads_change_nothing() -> None:
    """Eight threads that read at once read what one reads after the other, the first time as well."""
    program = """
import sys, threading
import bilateral
from bilateral import samples
texts = [samples.text(name)[:700] for name in samples.names()[:2]]
begin = threading.Barrier(8)
found = [[] for _ in range(8)]
def work(number):
    begin.wait()
    for text in texts[number % 2 :] + texts[: number % 2]:
        found[number].append((text, bilateral.dumps(bilateral.read(text))))
sys.setswitchinterval(1e-4)
threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
wanted = {text: bilateral.dumps(bilateral.read(text)) for text in texts}
assert all(len(one) == len(texts) for one in found), [len(one) for one in found]
assert all(wanted[text] == told for one in found for text, told in one)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")


def test_threads_with_lexicons_of_their_own() -> None:
    """One's words are not another's, though both read at the same time."""
    own = bilateral.Lexicon.parse(
        "[vocabulary]\ndomain,term,weight\neconomy.agriculture,seed bank,3\n"
    )
    text = "Norway and Kenya agreed to open a seed bank."

    def domains(lexicon: bilateral.Lexicon | None) -> list[str]:
        found = bilateral.read(text, lexicon=lexicon).commitments.one()
        return [str(domain) for domain in found.domains]

    wanted = [domains(own), domains(None)]
    assert "economy.agriculture" in wanted[0]
    assert wanted[0] != wanted[1]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(domains, [own, None] * 5)) == wanted * 5
