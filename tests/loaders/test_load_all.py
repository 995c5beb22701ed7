"""Many files → reports: over processes, in order, with errors told, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.loaders import own_loaders

import bilateral
from bilateral import (
    Lexicon,
    LoadError,
    MissingExtraError,
    Report,
    UnknownNameError,
    ValidationError,
)
from bilateral.loaders import registry
from bilateral.loaders.paths import find_files

ROOT = Path(__file__).resolve().parents[2]

#: In this process, and in two others.
both = pytest.mark.parametrize("processes", [1, 2])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with twelve texts, each of which names another number."""
    made = tmp_path / "texts"
    made.mkdir()
    for number in range(12):
        text = f"Japan agreed to train {number + 20} engineers."
        (made / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Register loaders for the time of a test."""
    monkeypatch.setattr(registry, "_LOADERS", dict(registry._LOADERS))
    return bilateral.loaders.register


def told(found: Iterator[Report | LoadError]) -> list[str]:
    """Return the text of each report, and the file name and reason of each error."""
    return [
        f"{Path(x.path).name}: {x.reason}" if isinstance(x, LoadError) else x.source.text
        for x in found
    ]


def is_alive(process: int) -> bool:
    """Say whether a process runs; one that has ended and is not waited for does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return False
    return state[0] != "Z"


def until(true: Callable[[], object]) -> None:
    """Wait until something is so."""
    for _ in range(600):
        if true():
            return
        time.sleep(0.05)
    pytest.fail("nothing came of it")


@both
def test_reports_come_in_the_order_of_the_paths(folder: Path, processes: int) -> None:
    """The same reports as one by one."""
    paths = sorted(folder.iterdir(), reverse=True)
    found = list(bilateral.load_all(iter(paths), processes=processes))
    assert found == [bilateral.load(path) for path in paths]


def test_as_they_are_there(folder: Path) -> None:
    """In any order, each once."""
    found = bilateral.load_all(folder, processes=2, ordered=False)
    expected = [bilateral.load(path) for path in sorted(folder.iterdir())]
    assert sorted(found, key=lambda x: x.source.text) == expected


@both
def test_errors_stand_in_the_place_of_reports(folder: Path, processes: int) -> None:
    """Each with the path; the others are read."""
    (folder / "03.txt").write_bytes(b"\xff\xfe\x00")
    paths = [folder / "02.txt", folder / "03.txt", folder / "no.txt", folder / "04.txt"]
    found = told(bilateral.load_all(paths, on_error="collect", processes=processes))
    assert found[0].endswith("22 engineers.")
    assert found[1].startswith("03.txt: ")
    assert found[2] == "no.txt: there is no such file; check the name and the folder"
    assert found[3].endswith("24 engineers.")


@both
def test_the_first_error_stops_unless_they_are_collected(folder: Path, processes: int) -> None:
    """What comes before it is there; the error is that of `load`."""
    found = bilateral.load_all(
        [folder / "00.txt", "no.txt", folder / "01.txt"], processes=processes
    )
    assert next(found).source.text.endswith("20 engineers.")
    with pytest.raises(LoadError, match=r"^no\.txt: there is no such file"):
        next(found)
    assert list(found) == []


def test_what_load_is_told_is_told_of_each(folder: Path) -> None:
    """Also in other processes, to which a lexicon is sent."""
    words = "[vocabulary]\ndomain,term,weight\neconomy.agriculture,engineers,3\n"
    lexicon = Lexicon.parse(words)
    bilateral.load(folder / "00.txt", lexicon=lexicon)  # its indexes need not be sent
    for report in bilateral.load_all(folder, processes=2, lexicon=lexicon, date="2025-01"):
        assert str(report.source.date) == "2025-01"
        assert "economy.agriculture" in map(str, report.commitments.one().domains)


def test_loaders_of_a_users_own_are_known_in_other_processes(
    folder: Path, registered: Callable[..., None]
) -> None:
    """What is registered here is registered there."""
    registered(".shout", own_loaders.shout)
    (folder / "x.shout").write_text("JAPAN AGREED.", encoding="utf-8")
    assert told(bilateral.load_all(folder / "x.shout", processes=2)) == ["Japan agreed."]


def test_a_loader_that_cannot_be_sent_is_refused(registered: Callable[..., None]) -> None:
    """With what to do about it."""
    registered(".x", lambda *_, **__: None)
    with pytest.raises(ValidationError, match="give processes=1, or define registered loaders"):
        list(bilateral.load_all(["a.txt"], processes=2))


def test_a_process_that_dies_costs_one_file(folder: Path, registered: Callable[..., None]) -> None:
    """The file is told of, and the others are read."""
    registered(".crash", own_loaders.crash)
    for name in ("03", "05"):
        (folder / f"{name}.txt").rename(folder / f"{name}.crash")
    found = told(bilateral.load_all(folder, processes=2, on_error="collect"))
    lost = [x for x in found if "engineers" not in x]
    assert [x[:8] for x in lost] == ["03.crash", "05.crash"]
    assert "the process that read it ended with 7" in lost[0]
    assert len(found) == 12


@both
def test_an_unforeseen_error_costs_one_file(
    folder: Path, registered: Callable[..., None], processes: int
) -> None:
    """Whatever a loader raises."""
    registered(".fail", own_loaders.fail)
    (folder / "01.txt").rename(folder / "01.fail")
    found = told(bilateral.load_all(folder, processes=processes, on_error="collect"))
    assert found[1].startswith("01.fail: reading failed with RuntimeError: ")
    assert len(found) == 12


@both
def test_few_files_are_read_ahead(folder: Path, processes: int) -> None:
    """However many there are, and however slowly the reports are taken."""
    taken = 0

    def endless() -> Iterator[Path]:
        nonlocal taken
        while True:
            taken += 1
            yield folder / "00.txt"

    found = bilateral.load_all(endless(), processes=processes)
    for _ in range(40):
        next(found)
    found.close()
    assert taken <= 40 + 20 * processes


def test_no_process_is_left_when_the_generator_is_closed(
    tmp_path: Path, registered: Callable[..., None]
) -> None:
    """Even one that is in the middle of a file."""
    registered(".dawdle", own_loaders.dawdle)
    quick, slow = tmp_path / "quick.txt", tmp_path / "slow.dawdle"
    quick.write_text("Japan agreed.", encoding="utf-8")
    slow.write_text("", encoding="utf-8")
    begun = Path(f"{slow}.begun")
    found = bilateral.load_all([slow, *[quick] * 9], processes=2, ordered=False)
    next(found)
    until(lambda: begun.exists() and begun.read_text(encoding="utf-8"))
    process = int(begun.read_text(encoding="utf-8"))
    found.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


INTERRUPTED = """
import bilateral
from tests.loaders import own_loaders
if __name__ == "__main__":
    bilateral.loaders.register(".dawdle", own_loaders.dawdle)
    bilateral.loaders.register(".nap", own_loaders.nap)
    list(bilateral.load_all({paths!r}, processes=2))
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to find processes")
@pytest.mark.parametrize("deadly", [signal.SIGINT, signal.SIGKILL])
def test_no_process_is_left_when_the_program_is_stopped(tmp_path: Path, deadly: int) -> None:
    """By Ctrl-C, which the terminal sends to all of them, or by a kill, which none of them sees."""
    suffix = "dawdle" if deadly == signal.SIGINT else "nap"
    paths = [tmp_path / f"{name}.{suffix}" for name in "ab"]
    for path in paths:
        path.write_text("", encoding="utf-8")
    program = tmp_path / "program.py"
    program.write_text(INTERRUPTED.format(paths=[str(x) for x in paths]), encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, program], env=env, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        begun = [Path(f"{path}.begun") for path in paths]
        until(lambda: all(x.exists() and x.read_text(encoding="utf-8") for x in begun))
        processes = [int(x.read_text(encoding="utf-8")) for x in begun]
        if deadly == signal.SIGINT:
            os.killpg(running.pid, deadly)
            _, errors = running.communicate(timeout=60)
            assert errors.count(b"Traceback") == 1  # only of the program itself
            assert not any(is_alive(process) for process in processes)
        else:
            running.kill()
            running.wait()  # what they have to tell, nobody takes
            until(lambda: not any(is_alive(process) for process in processes))


def test_a_program_without_its_guard_is_told_so(folder: Path, tmp_path: Path) -> None:
    """The processes import the program; without the guard they would start others."""
    program = tmp_path / "program.py"
    call = f"import bilateral\nlist(bilateral.load_all({str(folder)!r}, processes=2))\n"
    program.write_text(call, encoding="utf-8")
    done = subprocess.run([sys.executable, program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "call load_all under `if __name__ == '__main__':`" in done.stderr


@pytest.mark.parametrize(
    ("wrong", "told_of"),
    [
        ({"processes": -1}, "processes: must be"),
        ({"on_error": "ignore"}, "on_error: must be 'raise' or 'collect'"),
        ({"date": "May"}, "text: must be YYYY"),
        ({"lexicon": "words.csv"}, "lexicon: must be a Lexicon"),
    ],
)
def test_arguments_are_checked_at_once(wrong: dict[str, Any], told_of: str) -> None:
    """Before the first file is asked for."""
    with pytest.raises(ValidationError, match=told_of):
        bilateral.load_all([], **wrong)


def test_a_bar_is_drawn_where_it_is_wanted(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On standard error; and whoever lacks what draws it is told what to install."""
    assert len(list(bilateral.load_all(folder))) == 12
    assert capsys.readouterr() == ("", "")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert len(list(bilateral.load_all(folder, progress=True))) == 12
    out, err = capsys.readouterr()
    assert out == ""
    assert "/12" in err
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    with pytest.raises(MissingExtraError, match=r"bilateral\[cli\]"):
        next(bilateral.load_all(folder, progress=True))


def test_folders_and_patterns(tmp_path: Path) -> None:
    """A folder stands for what can be loaded below it; a pattern for what it matches."""
    for name in (
        "b.txt",
        "a.md",
        "c.PDF",
        ".hidden.txt",
        "d.xyz",
        "noext",
        "in/e.txt",
        ".git/f.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("", encoding="utf-8")
    (tmp_path / "in" / "round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "linked.txt").symlink_to(tmp_path / "b.txt")

    def found(*paths: Path | str) -> list[str]:
        return [os.path.relpath(str(x), tmp_path) for x in find_files(paths)]

    assert found(tmp_path) == ["a.md", "b.txt", "c.PDF", "in/e.txt", "linked.txt"]
    assert found(tmp_path / "*.txt") == ["b.txt", "linked.txt"]
    assert found(str(tmp_path / "i*" / "*")) == ["in/e.txt"]
    assert found(tmp_path / "noext", tmp_path / "d.xyz") == ["noext", "d.xyz"]


def test_a_name_with_a_star_in_it_is_a_name(tmp_path: Path) -> None:
    """Where there is such a file."""
    path = tmp_path / "a[1].txt"
    path.write_text("", encoding="utf-8")
    assert list(find_files(path)) == [str(path)]


def test_what_stands_for_no_file_is_told(tmp_path: Path) -> None:
    """A folder without texts and a pattern without matches are no silent nothing."""
    made = told(bilateral.load_all([tmp_path, tmp_path / "*.txt"], on_error="collect"))
    assert "holds no file that can be loaded" in made[0]
    assert made[1] == "*.txt: no file is called so; check the pattern"


def test_what_is_no_path_is_refused() -> None:
    """With its number."""
    with pytest.raises(ValidationError, match=r"paths\[1\]: must be a str or an os\.PathLike"):
        list(find_files(["a", 3]))  # type: ignore[list-item]


def test_other_errors_say_which_file_it_was(folder: Path) -> None:
    """An error of `load` that has no path of its own gets a note."""
    found = bilateral.load_all(folder, encoding="no such thing")
    with pytest.raises((LoadError, UnknownNameError, ValidationError)) as caught:
        next(found)
    assert "00.txt" in f"{caught.value}{getattr(caught.value, '__notes__', '')}"
