"""``bilateral ingest``: what is taken up, what is left alone, and going on after a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import bilateral
from bilateral import Archive
from bilateral.cli import ingest as module
from bilateral.cli.program import program
from bilateral.loaders import many


def run(*arguments: str | Path) -> Result:
    """Run the program in this process."""
    given = [str(x) for x in arguments]
    return CliRunner().invoke(program, ["ingest", *given], prog_name="bilateral")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with texts."""
    made = tmp_path / "texts"
    made.mkdir()
    for number in range(6):
        text = f"Japan agreed to train {number + 20} engineers."
        (made / f"{number}.txt").write_text(text, encoding="utf-8")
    return made


def test_what_is_there_is_not_read_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """New files are taken up; known ones are not even read, under whatever name."""
    place = tmp_path / "a.db"
    first = run(folder, "--into", place, "--processes", "1")
    assert first.exit_code == 0, first.output
    assert first.stdout == "6 added, 0 there already, 0 not read; 6 reports in all\n"
    read: list[object] = []
    real = many.outcomes

    def outcomes(files: Iterator[Any], *arguments: Any, **more: Any) -> object:  # noqa: ANN401
        def noted() -> Iterator[Any]:
            for item in files:
                read.append(item)
                yield item

        return real(noted(), *arguments, **more)

    monkeypatch.setattr(module, "outcomes", outcomes)
    (folder / "0.txt").rename(folder / "renamed.txt")
    (folder / "new.txt").write_text("Kenya agreed to help.", encoding="utf-8")
    (folder / "same.md").write_text("Kenya agreed to help.", encoding="utf-8")
    second = run(folder, "--into", place)
    assert second.stdout == "1 added, 7 there already, 0 not read; 7 reports in all\n"
    assert [Path(str(x)).name for x in read] == ["new.txt", "same.md"]
    with Archive(place) as archive:
        expected = list(bilateral.load_all(folder, processes=1))[:-1]
        assert archive.dossier() == bilateral.Dossier(expected)


def test_what_cannot_be_read_is_told_and_tried_again(folder: Path, tmp_path: Path) -> None:
    """The rest is added; the exit code says that something is missing."""
    place = tmp_path / "a.db"
    bad = folder / "3.txt"
    good = bad.read_bytes()
    bad.write_bytes(b"\x00\x01\x02" * 50)
    first = run(folder, tmp_path / "none.txt", "--into", place, "--quiet")
    assert first.exit_code == 1
    assert first.stdout == ""
    told = first.stderr.splitlines()
    assert told[0].startswith(f"bilateral: {bad}: ")
    assert told[1].endswith("none.txt: there is no such file; check the name and the folder")
    bad.write_bytes(good)
    second = run(folder, "--into", place)
    assert second.exit_code == 0
    assert second.stdout.startswith("1 added, 5 there already")


def test_replacing(folder: Path, tmp_path: Path) -> None:
    """With --replace, all is read anew, as with another date or lexicon."""
    place = tmp_path / "a.db"
    words = tmp_path / "words"
    words.write_text("[vocabulary]\ndomain,term,weight\neconomy.agriculture,engineers,3\n")
    assert run(folder, "--into", place).exit_code == 0
    again = run(folder, "--into", place, "--replace", "--date", "2025-01-10", "--lexicon", words)
    assert again.stdout == "6 added, 0 there already, 0 not read; 6 reports in all\n"
    with Archive(place) as archive:
        assert {str(report.source.date) for report in archive} == {"2025-01-10"}
        assert len(archive.commitments.by_domain("economy.agriculture")) == 6
    assert run(folder, "--into", place).stdout.startswith("0 added, 6 there already")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--into", "a.db"], 2, "Missing argument 'PATHS...'"),
        (["x"], 2, "Missing option '--into'"),
        (["x", "--into", "no/such/a.db"], 1, "there is no folder no/such; make it first"),
        (["x", "--into", "mysql://h/x"], 1, "mysql is not known"),
    ],
)
def test_faulty_command_lines(arguments: list[str], code: int, told: str) -> None:
    """Each is told on standard error."""
    result = run(*arguments)
    assert result.exit_code == code
    assert told in result.stderr


def test_a_bar_is_drawn_on_a_terminal(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And only there."""
    steps = []

    class Bar:
        def __init__(self, total: int) -> None:
            steps.append(total)

        def __enter__(self) -> object:
            return lambda: steps.append(1)

        def __exit__(self, *about: object) -> None:
            pass

    monkeypatch.setattr(module, "progress_bar", Bar)
    run(folder, "--into", tmp_path / "a.db")
    assert steps == []
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda _: True, raising=False)
    run(folder, "--into", tmp_path / "a.db")
    assert steps == [6, *[1] * 6]


def heed() -> None:
    """Let a program be interrupted, though the tests run in the background, where nothing can be."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
@pytest.mark.parametrize("deadly", [signal.SIGKILL, signal.SIGINT])
def test_it_goes_on_where_it_was_cut_off(tmp_path: Path, deadly: int) -> None:
    """Stopped in the middle and started again: the same archive as without."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(120):
        # The later ones take longer, so that it is stopped before the last.
        text = f"Japan agreed to train {number + 20} engineers. " + "Both sides met. " * number * 16
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    place = tmp_path / "a.db"
    command = [sys.executable, "-m", "bilateral", "ingest", str(folder), "--into", str(place)]
    Archive(place).close()
    with (
        Archive(place) as archive,
        subprocess.Popen(
            [*command, "--processes", "2"],
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=heed,
        ) as running,
    ):
        while len(archive) < 20:
            assert running.poll() is None
            time.sleep(0.005)
        os.killpg(running.pid, deadly)
        _, errors = running.communicate(timeout=60)
        assert 20 <= len(archive) < 120
    if deadly == signal.SIGINT:
        assert running.returncode == 130
        assert errors == b"bilateral: stopped; the same command goes on from here\n"
    result = run(folder, "--into", place, "--processes", "1")
    assert result.exit_code == 0
    assert "120 reports in all" in result.stdout
    with Archive(place) as archive:
        held = list(bilateral.load_all(folder, processes=1))
        assert archive.dossier() == bilateral.Dossier(held)
