"""PDFs that keep the library busy, and the process that reads them."""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest
from fpdf import FPDF

import bilateral
from bilateral import LoadError, ValidationError
from bilateral.loaders import apart, pdf, register, registry
from bilateral.loaders.pdf import parse

TEXT = "Chile agreed to help Norway at sea."


def ordinary() -> bytes:
    """Return a document of one page."""
    made = FPDF()
    made.add_page()
    made.set_font("helvetica", size=11)
    made.cell(0, 6, TEXT)
    return bytes(made.output())


def drawing_itself(depth: int) -> bytes:
    """Return a document whose one form draws another twice, and that one the next, and so on."""
    font = "/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>"
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</XObject <</X 5 0 R>>>>>>",
        "<</Length 5>>\nstream\n/X Do\nendstream",
    ]
    for number in range(5, 5 + depth):
        last = number == 4 + depth
        content = f"BT /F 12 Tf 50 700 Td ({TEXT}) Tj ET" if last else "/X Do /X Do"
        inner = font if last else f"/XObject <</X {number + 1} 0 R>>"
        objects.append(
            f"<</Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources <<{inner}>>"
            f" /Length {len(content)}>>\nstream\n{content}\nendstream"
        )
    body = "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, 1))
    return f"%PDF-1.7\n{body}trailer <</Root 1 0 R>>\n%%EOF".encode()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Return the processes that are started from now on."""
    found: list[subprocess.Popen[bytes]] = []

    class Watched(subprocess.Popen[bytes]):
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)  # type: ignore[call-overload]
            found.append(self)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    return found


def test_file_that_draws_itself_is_given_up(started: list[subprocess.Popen[bytes]]) -> None:
    """The error comes when the time is over, and the process is gone by then."""
    with pytest.raises(LoadError, match=r"not read after 0\.5 seconds.*print it to a new PDF"):
        parse(drawing_itself(40), "report.pdf", seconds=0.5)
    assert len(started) == 1
    assert started[0].returncode is not None


def test_few_forms_within_each_other_are_read() -> None:
    """What draws itself a few times over is a document like any other."""
    assert parse(drawing_itself(3), "report.pdf").text == " ".join([TEXT] * 4)


@pytest.mark.parametrize("seconds", [60, 0.5e5, None])
def test_ordinary_file(seconds: float | None, started: list[subprocess.Popen[bytes]]) -> None:
    """With and without a limit the same is read, with one process or none."""
    assert parse(ordinary(), "report.pdf", seconds=seconds).text == TEXT
    assert [process.returncode for process in started] == [0] * (seconds is not None)


@pytest.mark.parametrize("seconds", [60, None])
def test_damaged_file(seconds: float | None) -> None:
    """The error is that of the file, wherever it was read."""
    with pytest.raises(LoadError, match="is no PDF or is damaged"):
        parse(ordinary()[:200], "report.pdf", seconds=seconds)


@pytest.mark.parametrize("seconds", [0, -1, 1e9, float("nan"), float("inf"), True, "60"])
def test_limit_that_is_no_time(seconds: object) -> None:
    """A limit is refused like the wrong field of a record."""
    with pytest.raises(ValidationError, match="seconds: must be a number of seconds above 0"):
        parse(ordinary(), "report.pdf", seconds=seconds)  # type: ignore[arg-type]


def test_limit_for_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A limit of the user's holds for every file that is loaded."""
    monkeypatch.setattr(registry, "_LOADERS", dict(registry._LOADERS))
    register(".pdf", partial(pdf.parse, seconds=0.5), replace=True)
    path = tmp_path / "report.pdf"
    path.write_bytes(drawing_itself(40))
    with pytest.raises(LoadError, match="not read after"):
        bilateral.load(path)


def test_threads() -> None:
    """Files may be read at the same time."""
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda data: parse(data, "report.pdf").text, [ordinary()] * 8))
    assert found == [TEXT] * 8


def test_daemon() -> None:
    """A worker of a pool, which may have no children of its own, reads a file."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(parse, (ordinary(), "report.pdf")).text == TEXT


def test_limits_reach_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and glyphs are counted there."""
    monkeypatch.setattr(pdf, "_MOST_GLYPHS", 10)
    with pytest.raises(LoadError, match="without end"):
        parse(ordinary(), "report.pdf")
    with pytest.raises(LoadError, match="has 1 pages"):
        parse(ordinary(), "report.pdf", max_pages=0)


@pytest.mark.parametrize("path", [["", 3, Path("x")], [b"x", "\udc80"]])
def test_path_of_any_kind(path: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    """What programs put on the path that is no folder is passed over, as Python does."""
    monkeypatch.setattr(sys, "path", [*sys.path, *path])
    assert parse(ordinary(), "report.pdf").text == TEXT


def test_surroundings_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the encoding of the console nor a zeal for warnings reaches the process."""
    monkeypatch.setenv("PYTHONIOENCODING", "utf-16")
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    assert parse(ordinary(), "report.pdf").text == TEXT


@pytest.mark.parametrize("executable", ["", None, "no-such-python", "a\0b"])
def test_no_interpreter(executable: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process can start, the error says how to do without, and that works."""
    monkeypatch.setattr(sys, "executable", executable)
    with pytest.raises(LoadError, match=r"cannot start.*give seconds=None"):
        parse(ordinary(), "report.pdf")
    assert parse(ordinary(), "report.pdf", seconds=None).text == TEXT


def test_program_in_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A frozen program is not started again in place of Python."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(LoadError, match="brings no Python interpreter"):
        parse(ordinary(), "report.pdf")


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("raise SystemExit(3)", "cannot start: it ended with 3;"),
        ("import no_such_module_anywhere", "cannot start: .*no_such_module_anywhere.*;"),
        ("print('Hello')", "cannot start"),
        ("print('\"ready\"', flush=True); import os; os._exit(9)", "brings the PDF library down"),
        ("print('\"ready\"', flush=True); import os; os.abort()", "brings the PDF library down"),
        ("print('\"ready\"'); print('[[')", "brings the PDF library down"),
        ("import time; time.sleep(600)", "is not read after 1 seconds"),
    ],
)
def test_process_that_fails(
    program: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever becomes of the process, the error is one of ours."""
    script = tmp_path / "program.py"
    script.write_text(program)
    monkeypatch.setattr(apart, "_PROGRAM", script)
    with pytest.raises(LoadError, match=reason):
        parse(ordinary(), "report.pdf", seconds=1 if "sleep" in program else 60)


def test_package_without_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package in an archive has no program to start."""
    monkeypatch.setattr(apart, "_PROGRAM", tmp_path / "glyphs.py")
    with pytest.raises(LoadError, match="not installed as files"):
        parse(ordinary(), "report.pdf")


def test_process_whose_caller_is_gone_ends_itself() -> None:
    """It keeps its own time, also within the library."""
    job = b'{"seconds": 0.5, "path": %s, "pages": 9, "glyphs": 9}\n'
    path = json.dumps(sys.path).encode()
    done = subprocess.run(
        [sys.executable, *apart._OPTIONS, apart._PROGRAM],
        input=job % path + drawing_itself(40),
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0
    assert done.stdout.splitlines() in ([], [b'"ready"'])


def test_interrupt_ends_the_process(
    monkeypatch: pytest.MonkeyPatch, started: list[subprocess.Popen[bytes]]
) -> None:
    """Whoever stops waiting leaves nothing behind."""

    def interrupted(self: object, *args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess.Popen, "communicate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        parse(drawing_itself(40), "report.pdf")
    assert started[0].returncode is not None
