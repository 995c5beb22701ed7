"""Files that are no files, are too large or too deep, or have odd names: one of our errors, always."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

import bilateral
from bilateral import BilateralError, Lexicon, LoadError, ValidationError, samples
from bilateral.cli.program import program
from bilateral.evaluation import read_codes
from bilateral.interchange import load_lines, read_csv
from bilateral.loaders import docx, pdf, register

posix = pytest.mark.skipif(sys.platform == "win32", reason="of POSIX systems")

TEXT = "Norway agreed to train pilots."

#: Everything that reads a file.
READERS: dict[str, Callable[[Path], object]] = {
    "load": bilateral.load,
    "load_lines": lambda path: list(load_lines(path)),
    "read_csv": lambda path: read_csv(path, bilateral.Leaders),
    "read_codes": read_codes,
    "Lexicon": Lexicon.load,
}
every_reader = pytest.mark.parametrize("reader", READERS.values(), ids=READERS)


def refusal(make: Callable[[], object]) -> LoadError:
    """Return the error of a file that cannot be read."""
    with pytest.raises(LoadError) as caught:
        make()
    assert caught.value.reason
    return caught.value


# --- what is no file ------------------------------------------------------------------------------


@posix
@every_reader
def test_links_that_lead_to_themselves(reader: Callable[[Path], object], tmp_path: Path) -> None:
    """The error names the link."""
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.symlink_to(two)
    two.symlink_to(one)
    assert refusal(lambda: reader(one)).path == str(one)


@posix
@every_reader
def test_folders_and_devices(reader: Callable[[Path], object], tmp_path: Path) -> None:
    """Neither is read; a device would fill the memory."""
    assert "is a directory" in refusal(lambda: reader(tmp_path)).reason
    for device in ("/dev/zero", "/dev/urandom"):
        if Path(device).exists():
            assert "is a device" in refusal(partial(reader, Path(device))).reason


@posix
def test_folder_with_links_to_nowhere_and_pipes(tmp_path: Path) -> None:
    """Each is an error in its place, and the other files are read; nobody waits for the pipe."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "lost.txt")
    os.mkfifo(tmp_path / "d.txt")
    (tmp_path / "e.txt").symlink_to(tmp_path)
    found = list(bilateral.load_all(tmp_path, on_error="collect"))
    assert [type(one).__name__ for one in found] == ["Report", *["LoadError"] * 3]
    told = [one.reason for one in found if isinstance(one, LoadError)]
    assert "no such file" in told[1]
    assert "is a pipe" in told[2]


@posix
def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    """As programs hand over their output: `bilateral read <(program)`."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=(TEXT,))
    writer.start()
    assert bilateral.load(path).source.text == TEXT
    writer.join()


@posix
def test_a_pipe_without_an_end_is_left(tmp_path: Path) -> None:
    """It does not say how large it is, so that its bytes are counted."""
    path = tmp_path / "pipe"
    os.mkfifo(path)

    def pour() -> None:
        with path.open("wb", buffering=0) as out:
            try:
                while True:
                    out.write(b"word " * 10_000)
            except BrokenPipeError:
                pass

    writer = threading.Thread(target=pour)
    writer.start()
    assert "has more than 2 MB" in refusal(lambda: bilateral.load(path, max_bytes=2**21)).reason
    writer.join()


# --- too large --------------------------------------------------------------------------------------


@every_reader
def test_a_file_beyond_any_is_not_read(reader: Callable[[Path], object], tmp_path: Path) -> None:
    """A file of holes says that it has gigabytes; none of them is read."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(2**34)
    error = refusal(lambda: reader(path))
    assert "MB; " in error.reason
    assert error.path.startswith(str(path))


def test_the_limit_of_bytes(tmp_path: Path) -> None:
    """It is the file's own size that counts, and any other limit may be given, or none."""
    path = tmp_path / "report.txt"
    path.write_text(TEXT)
    size = len(TEXT)
    for enough in (size, size + 1, None):
        assert bilateral.load(path, max_bytes=enough).source.text == TEXT
        assert len(list(bilateral.load_all(path, max_bytes=enough))) == 1
    error = refusal(lambda: bilateral.load(path, max_bytes=size - 1))
    assert (
        error.reason == f"has more than {size - 1} bytes; split it, or give load a larger max_bytes"
    )
    refusal(lambda: list(bilateral.load_all(path, max_bytes=size - 1)))


@pytest.mark.parametrize("limit", [-1, 1.5, "5", True])
def test_a_limit_that_is_none(limit: int, tmp_path: Path) -> None:
    """The error names the argument."""
    for load in (bilateral.load, bilateral.load_all):
        with pytest.raises(ValidationError, match="max_bytes"):
            load(tmp_path, max_bytes=limit)


def test_standard_input_has_the_same_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is piped in has no size, so that its bytes are counted."""
    monkeypatch.setattr("bilateral.cli.inputs.MOST_BYTES", len(TEXT))
    for given, code in ((TEXT, 0), (f"{TEXT} ", 1)):
        result = CliRunner().invoke(program, ["read", "-", "--format", "csv"], input=given)
        assert result.exit_code == code, result.output
        assert ("standard input: has more than" in result.stderr) == (code == 1)


def bomb(parts: dict[str, bytes]) -> bytes:
    """Return a package whose parts are packed tightly."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


def test_limits_of_a_word_document() -> None:
    """What it unpacks to is known before it is unpacked, and may be more where one says so."""
    pytest.importorskip("docx")
    packed = bomb({"word/document.xml": b" " * 3_000_000, "word/media/a.png": b"\0" * 5_000_000})
    parse = partial(docx.parse, packed, "a.docx")
    assert "unpacks to" in refusal(partial(parse, max_xml=2_000_000)).reason
    assert "unpacks to" in refusal(partial(parse, max_unpacked=7_000_000)).reason
    assert "is damaged" in refusal(parse).reason


def test_a_word_document_that_lies_about_its_size() -> None:
    """A part that unpacks to more than it says is cut off there, and is damaged."""
    pytest.importorskip("docx")
    content = b"<a>" + b" " * 3_000_000
    packed = bomb({"word/document.xml": content, "[Content_Types].xml": content})
    lying = packed.replace(len(content).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != packed
    assert "is damaged" in refusal(lambda: docx.parse(lying, "a.docx", max_xml=1000)).reason


def test_limits_hold_for_load(tmp_path: Path) -> None:
    """As `docs/limits.md` says, by registering the loader with other ones."""
    pytest.importorskip("docx")
    path = tmp_path / "a.docx"
    path.write_bytes(bomb({"word/document.xml": b" " * 100}))
    register(".docx", partial(docx.parse, max_xml=10), replace=True)
    try:
        assert "unpacks to" in refusal(lambda: bilateral.load(path)).reason
    finally:
        register(".docx", docx.parse, replace=True)
    assert pdf.MOST_PAGES == 5000


# --- too deep ---------------------------------------------------------------------------------------

FRAME = '{"format":"bilateral","version":1,"type":"%s","value":%s}'


@pytest.mark.parametrize("depth", [50, 900, 990, 1000, 20_000, 1_000_000])
@pytest.mark.parametrize(
    "kind", ["Span", "Report", "Dossier", "Commitments", "Commitment", "Trace"]
)
def test_deep_json(depth: int, kind: str, tmp_path: Path) -> None:
    """However deep, it is refused like any other that is no document of records."""
    for value in ("[" * depth + "]" * depth, '{"text":' * depth + "1" + "}" * depth):
        with pytest.raises((LoadError, ValidationError)) as caught:
            bilateral.loads(FRAME % (kind, value))
        assert len(str(caught.value)) < 20_000
    path = tmp_path / "deep.json"
    path.write_text("[" * depth)
    for reader in (bilateral.load, read_codes, lambda path: list(load_lines(path))):
        with pytest.raises(LoadError):
            reader(path)


def test_deep_json_deep_in_a_program() -> None:
    """A caller that has used up most of the stack gets our error, too."""

    def down(frames: int) -> object:
        return (
            down(frames - 1) if frames else bilateral.loads(FRAME % ("Span", "[" * 800 + "]" * 800))
        )

    for frames in (400, 700, 800):
        with pytest.raises(BilateralError):
            down(frames)


def test_wide_json() -> None:
    """A million values where two belong are one fault."""
    with pytest.raises(ValidationError, match="1 fault"):
        bilateral.loads(FRAME % ("Span", "[" + "0," * 10**6 + "0]"))


# --- odd names --------------------------------------------------------------------------------------

NAMES = ["-x.txt", "--help.txt", " .txt", "a b.txt", "*.txt", "[x].txt", "%s{}.txt", "ﬁ\u202e.txt"]
if sys.platform == "linux":
    NAMES += ["two\nlines.txt", "tab\t.txt", "\x1b[31mred.txt", "\udcff\udc80.txt", "\"'\\.txt"]
odd_names = pytest.mark.parametrize("name", NAMES, ids=ascii)


@odd_names
def test_files_with_odd_names(name: str, tmp_path: Path) -> None:
    """They are read, written and read again."""
    path = tmp_path / name
    path.write_text(TEXT)
    report = bilateral.load(path)
    assert report.source.text == TEXT
    assert list(bilateral.load_all([path])) == [report]
    assert list(bilateral.load_all(tmp_path)) == [report]
    bilateral.dump(report, path.with_suffix(".json"))
    assert bilateral.load(path.with_suffix(".json")) == report


@odd_names
@pytest.mark.parametrize("written", [True, False])
def test_odd_names_on_the_command_line(name: str, written: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """What a terminal would obey is not printed, and an error stays on its line."""
    path = tmp_path / name
    if written:
        path.write_text(TEXT)
    result = CliRunner().invoke(program, ["read", "--format", "csv", "--", str(path)])
    assert result.exit_code == (0 if written else 1)
    assert "\x1b" not in result.stderr
    if not written:
        assert result.stderr.startswith("bilateral: ")
        assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "name", ["x" * 300 + ".txt", "x/" * 5000 + "a.txt", "\ud800.txt", "a\0.txt"]
)
def test_names_that_no_file_can_have(name: str, tmp_path: Path) -> None:
    """Whatever the system has against a name, it is our error that tells it."""
    for reader in READERS.values():
        refusal(partial(reader, Path(name)))
    for path in (tmp_path / name, name):
        with pytest.raises(LoadError):
            bilateral.dump(bilateral.Span(0, 1), path)
        [found] = bilateral.load_all([path], on_error="collect")
        assert isinstance(found, LoadError)


# --- what cannot be written -------------------------------------------------------------------------


def names(folder: Path) -> list[str]:
    """Return what is in a folder."""
    return sorted(path.name for path in folder.iterdir())


@posix
def test_a_link_that_leads_to_itself_is_not_written(tmp_path: Path) -> None:
    """Nor replaced."""
    link = tmp_path / "link.json"
    link.symlink_to(link)
    assert "cannot be written" in refusal(lambda: bilateral.dump(bilateral.Span(0, 1), link)).reason
    assert names(tmp_path) == ["link.json"]
    result = CliRunner().invoke(program, ["read", "--sample", "wire-report", "--output", str(link)])
    assert (result.exit_code, result.exception.__class__) == (1, SystemExit)


_FULL = """
import resource, signal, sys, pathlib
import bilateral
from bilateral import evaluation, interchange, samples
from bilateral.cli import main
# A disk that is full after 200 bytes, for this process.
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
report = samples.report("summit-article")
codes = evaluation.codes_of(report, [])
resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))
folder = pathlib.Path(sys.argv[1])
for write in (
    lambda: bilateral.dump(report, folder / "old.json"),
    lambda: interchange.dump_lines([report] * 99, folder / "old.json"),
    lambda: interchange.write_csv(report, folder / "old.json"),
    lambda: evaluation.write_codes(codes, folder / "old.json"),
):
    try:
        write()
    except bilateral.LoadError as error:
        print(error.reason)
    else:
        print("written")
for command in ("read --format json --output", "show --output"):
    name = "old.json"
    words = command.split()
    words[1:1] = ["--sample", "summit-article"]
    try:
        main([*words, str(folder / name)])
    except SystemExit as exit:
        print(exit.code)
"""


@posix
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """And nothing else: no half of the new one, under no name."""
    old = tmp_path / "old.json"
    old.write_text("old")
    done = subprocess.run(
        [sys.executable, "-B", "-c", _FULL, tmp_path], capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == [*["cannot be written: File too large"] * 4, "1", "1"], done
    assert old.read_text() == "old"
    assert names(tmp_path) == ["old.json"]


def test_an_error_on_the_way_leaves_the_old_file(tmp_path: Path) -> None:
    """Records may come from a generator, which may fail."""
    path = tmp_path / "old.jsonl"
    path.write_text("old")

    def broken() -> Iterator[object]:
        yield samples.report("wire-report")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bilateral.interchange.dump_lines(broken(), path)
    assert path.read_text() == "old"
    assert names(tmp_path) == ["old.jsonl"]
