"""Streams of records, a document a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interchange import drawn
from tests.interchange.drawn import PATIENT, Untyped

from bilateral import LoadError, Report, Span, ValidationError, samples
from bilateral.interchange import dump_lines, lines, load_lines

REPORTS = [samples.report(name) for name in samples.names()]


@PATIENT
@given(st.lists(drawn.records(), max_size=4))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, records: list[object]
) -> None:
    """Records of any class come back in their order, a line each."""
    path = tmp_path_factory.mktemp("lines") / "records.jsonl"
    assert dump_lines(iter(records), path) == len(records)
    assert [drawn.everything(x) for x in load_lines(path)] == [drawn.everything(x) for x in records]
    assert path.read_bytes().count(b"\n") == len(records)


def test_texts_are_put_back_in_every_line(tmp_path: Path) -> None:
    """A stream without words needs all texts, in any order."""
    path = tmp_path / "reports.jsonl"
    dump_lines(REPORTS, path, text=False)
    texts = [report.source.text for report in reversed(REPORTS)]
    assert list(load_lines(path, Report, texts=texts)) == REPORTS
    with pytest.raises(ValidationError, match="line 2 is not valid"):
        list(load_lines(path, Report, texts=[REPORTS[0].source.text]))


def test_a_line_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    """What is wrong further down does not matter before; the error names the line."""
    path = tmp_path / "spans.jsonl"
    dump_lines([Span(0, 1), Span(1, 2)], path)
    path.write_text(path.read_text(encoding="utf-8") + "\n\n{\n", encoding="utf-8")
    found = load_lines(path, Span)
    assert [next(found), next(found)] == [Span(0, 1), Span(1, 2)]
    with pytest.raises(LoadError, match=r"spans\.jsonl, line 5: is no JSON"):
        next(found)


def test_another_kind_is_refused(tmp_path: Path) -> None:
    """Each line must be of the kind asked for."""
    path = tmp_path / "spans.jsonl"
    dump_lines([Span(0, 1)], path)
    with pytest.raises(ValidationError, match=r"line 1 is not valid(.|\n)*kind=Span"):
        list(load_lines(path, Report))


def test_a_stream_that_breaks_leaves_what_was_there(tmp_path: Path) -> None:
    """Neither half a file nor another name stays behind."""
    path = tmp_path / "spans.jsonl"
    dump_lines([Span(0, 1)], path)
    before = path.read_bytes()

    def broken() -> Iterator[object]:
        yield Span(1, 2)
        raise KeyError

    with pytest.raises(KeyError):
        dump_lines(broken(), path)
    with pytest.raises(ValidationError):
        dump_lines([Span(1, 2), None], path)
    assert path.read_bytes() == before
    assert [x.name for x in tmp_path.iterdir()] == ["spans.jsonl"]


@pytest.mark.parametrize("name", ["lost.jsonl", "a\0b"])
def test_a_file_that_cannot_be_read(tmp_path: Path, name: Untyped) -> None:
    """The error is the package's own."""
    with pytest.raises(LoadError, match="check the name"):
        list(load_lines(tmp_path / name))


def test_a_line_may_not_fill_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error tells which line it is and how long one may be."""
    monkeypatch.setattr(lines, "MOST_BYTES", 2 * 2**20)
    path = tmp_path / "spans.jsonl"
    dump_lines([Span(0, 1)], path)
    path.write_bytes(path.read_bytes() + b" " * (2 * 2**20) + b"\n" + b"x" * (2 * 2**20 + 1))
    found = load_lines(path, Span)
    assert next(found) == Span(0, 1)
    with pytest.raises(LoadError, match=r"line 3: has more than 2 MB; split it"):
        list(found)


@pytest.mark.parametrize(
    ("error", "told"),
    [(OSError(5, "Input/output error"), "Input/output error"), (OSError("a fault"), "a fault")],
)
def test_a_disk_that_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str
) -> None:
    """The error tells what the system says, without its number."""
    path = tmp_path / "spans.jsonl"
    dump_lines([Span(0, 1)], path)

    def broken(*_: Untyped) -> Untyped:
        raise error

    monkeypatch.setattr(Path, "open", broken)
    with pytest.raises(LoadError, match=f"cannot be read: {told}$"):
        list(load_lines(path))
