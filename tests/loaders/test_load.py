"""Files → reports, and what becomes of those that are none."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import pytest

import bilateral
from bilateral import BilateralError, LoadError, PartialDate, ValidationError
from bilateral.loaders import suffixes

TEXT = "Japan and Malaysia agreed to share data on fisheries.\r\n\r\nBoth sides met in Tokyo.\r\n"


def refusal(path: str | os.PathLike[str], encoding: str | None = None) -> LoadError:
    """Return the error that loading a file gives."""
    with pytest.raises(LoadError) as caught:
        bilateral.load(path, encoding=encoding)
    assert caught.value.path == os.fspath(path)
    return caught.value


@pytest.fixture
def readout(tmp_path: Path) -> Path:
    """Return a file with a short text."""
    path = tmp_path / "readout.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_text_is_kept_character_for_character(readout: Path) -> None:
    """Line ends stay as they are, so that spans index the file's own text."""
    report = bilateral.load(readout)
    assert report.source.text == TEXT
    assert report.commitments.one().text == "Japan and Malaysia agreed to share data on fisheries."


def test_path_may_be_a_str_or_path_like(readout: Path) -> None:
    """Both forms of a path load the same."""
    assert bilateral.load(str(readout)) == bilateral.load(readout)


@pytest.mark.parametrize("path", [3, None, b"readout.txt", ["readout.txt"]])
def test_anything_else_is_no_path(path: object) -> None:
    """A wrong type is refused like a record's wrong field."""
    with pytest.raises(ValidationError, match=r"path: must be a str or an os\.PathLike"):
        bilateral.load(path)  # type: ignore[call-overload]


def test_what_is_given_becomes_the_source(readout: Path) -> None:
    """Title, date, publisher and address are the source's."""
    source = bilateral.load(
        readout,
        title="Readout",
        date=dt.date(2025, 1, 10),
        publisher="A ministry",
        url="https://example.org/readout",
    ).source
    assert source.title == "Readout"
    assert source.date == PartialDate(2025, 1, 10)
    assert source.publisher == "A ministry"
    assert source.url == "https://example.org/readout"


def test_wrong_date_is_a_validation_error(readout: Path) -> None:
    """What is given is checked as by the records."""
    with pytest.raises(ValidationError):
        bilateral.load(readout, date="10 January 2025")


@pytest.mark.parametrize("name", ["readout", "readout.", "README.TXT", "a.text", "2025.txt"])
def test_suffix_in_any_case_or_none_is_text(tmp_path: Path, name: str) -> None:
    """The suffix decides; without one, it is plain text."""
    path = tmp_path / name
    path.write_text(TEXT, newline="")
    assert bilateral.load(path).source.text == TEXT


def test_unknown_suffix_lists_the_known(tmp_path: Path) -> None:
    """The error says which suffixes there are."""
    path = tmp_path / "table.xlsx"
    path.write_bytes(b"PK")
    error = refusal(path)
    assert ".xlsx" in error.reason
    for suffix in suffixes():
        assert suffix in error.reason


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_file_without_words_has_no_records(tmp_path: Path, data: bytes) -> None:
    """An empty or blank file is a text like any other."""
    path = tmp_path / "empty.txt"
    path.write_bytes(data)
    report = bilateral.load(path)
    assert not report.commitments
    assert not report.issues
    assert not report.leaders
    assert not report.partnerships


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is told of by name."""
    path = tmp_path / "lost.txt"
    error = refusal(path)
    assert "no such file" in error.reason
    assert str(error).startswith(str(path))


def test_directory(tmp_path: Path) -> None:
    """A directory is no file, whatever it is called."""
    path = tmp_path / "reports.txt"
    path.mkdir()
    assert "is a directory" in refusal(path).reason


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_unreadable_file(readout: Path) -> None:
    """A file without the permission to read says so."""
    readout.chmod(0)
    if os.access(readout, os.R_OK):
        pytest.skip("whoever runs the tests may read everything")
    assert "may not be read" in refusal(readout).reason


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX devices")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_device(device: str) -> None:
    """A device may never end, so it is not read."""
    if not Path(device).exists():
        pytest.skip(f"there is no {device}")
    assert "is a device" in refusal(device).reason


@pytest.mark.parametrize(
    "url", ["https://example.org/readout.html", "HTTP://example.org", "s3://bucket/key.txt"]
)
def test_address_is_not_fetched(url: str) -> None:
    """An address is told from a path, and what to do instead."""
    assert "save the page" in refusal(url).reason


@pytest.mark.parametrize("path", ["a\0b.txt", "\ud800.txt", "x" * 5000 + ".txt"])
def test_name_that_no_file_can_have(path: str) -> None:
    """A path that the system refuses is an error like any other."""
    refusal(path)


def test_empty_path() -> None:
    """An empty path is not the working directory."""
    with pytest.raises(LoadError, match="the path is empty"):
        bilateral.load("")


def test_twenty_megabytes(tmp_path: Path) -> None:
    """A text of 20 MB in one line loads whole."""
    path = tmp_path / "large.txt"
    path.write_bytes(b"word " * 4_000_000)
    assert len(bilateral.load(path).source.text) == 20_000_000


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n\0",
        bytes(range(256)),
        bytes(range(1, 256)),
        b"\x1f\x8b\x08\x01\x02\x03",
        b"ab\xff\xfe\x81",
        b"\xff\xfea",
        b"\xed\xa0\x80 half a character",
    ],
)
def test_binary_bytes(tmp_path: Path, data: bytes) -> None:
    """Bytes that are no text are refused under the name of the file."""
    path = tmp_path / "picture.txt"
    path.write_bytes(data)
    error = refusal(path)
    assert isinstance(error, BilateralError)
    assert "text" in error.reason or "UTF-8" in error.reason or "utf-16" in error.reason


def test_encoding_that_is_given_holds(tmp_path: Path) -> None:
    """A text in an encoding that cannot be found out loads when it is named."""
    path = tmp_path / "moscow.txt"
    path.write_bytes("Россия и Япония договорились о сотрудничестве".encode("koi8-r"))
    assert "give its encoding" in refusal(path).reason
    assert bilateral.load(path, encoding="koi8-r").source.text.startswith("Россия")
    assert "is not in ascii" in refusal(path, encoding="ascii").reason
    assert "no encoding is called 'koi9'" in refusal(path, encoding="koi9").reason
