"""Markdown with and without front matter."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import bilateral
from bilateral import PartialDate
from bilateral.loaders.documents import Document
from bilateral.loaders.markdown import parse

BODY = "\nJapan and Malaysia agreed to share data on fisheries.\n"


def document(front: str, body: str = BODY) -> Document:
    """Return what is read from a file with this front matter."""
    return parse(f"---\n{front}\n---\n{body}".encode(), "readout.md")


def test_front_matter_is_no_part_of_the_text(tmp_path: Path) -> None:
    """The text is what stands below, and its spans count from there."""
    path = tmp_path / "readout.md"
    path.write_text(
        "---\ntags: readouts\ndate: '2025-01-10'\ntitle: Readout of a Meeting\n"
        f"source_url: https://example.org/readout\npublisher: A ministry\n---\n{BODY}",
        newline="",
    )
    report = bilateral.load(path)
    assert report.source.text == BODY
    assert report.source.title == "Readout of a Meeting"
    assert report.source.date == PartialDate(2025, 1, 10)
    assert report.source.url == "https://example.org/readout"
    assert report.source.publisher == "A ministry"
    promise = report.commitments.one()
    assert promise.span is not None
    assert promise.span.of(BODY) == promise.text


def test_what_is_given_goes_before_the_front_matter(tmp_path: Path) -> None:
    """The caller knows better than the file."""
    path = tmp_path / "readout.md"
    path.write_text(f"---\ntitle: A\ndate: 2025-01-10\n---\n{BODY}")
    source = bilateral.load(path, title="B", date="2025-02").source
    assert (source.title, source.date) == ("B", PartialDate(2025, 2))


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Readout", "Readout"),
        ("Readout: May", "Readout: May"),
        ("'The Leaders'' Meeting'", "The Leaders' Meeting"),
        ('"The \\"Quad\\" Meeting"', 'The "Quad" Meeting'),
        ('"Joe\\_Biden \\u2013 caf\\xe9 \\U0001F600"', "Joe Biden – café 😀"),
        ('"Call with President\\\n  \\ Duda"', "Call with President Duda"),
        ("'Call with\n  President Duda'", "Call with President Duda"),
        ("Call with\n  President Duda", "Call with President Duda"),
        ('"\\uD800 \\UFFFFFFFF"', "\ufffd \ufffd"),
        ("'", "'"),
        ("", None),
        ("[a, b]", None),
        ("\n  - a list", "- a list"),
    ],
)
def test_forms_of_a_value(written: str, title: str | None) -> None:
    """Plain, quoted and continued values are understood, others passed over."""
    assert document(f"title: {written}").title == title


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2025-01-10", "2025-01-10"),
        ("'2025-01-10'", "2025-01-10"),
        ("2025-01-10 18:59:26-05:00", "2025-01-10"),
        ("2025-01-10T18:59:26Z", "2025-01-10"),
        ("2025-01", "2025-01"),
        ("2025", "2025"),
        ("2025-02-30", None),
        ("2025-1-1", None),
        ("10 January 2025", None),
        ("20250110", None),
        ("", None),
    ],
)
def test_forms_of_a_date(written: str, date: str | None) -> None:
    """A date is taken as it is written, and in another form not at all."""
    found = document(f"date: {written}").date
    assert (None if found is None else str(found)) == date


def test_lists_and_comments_are_passed_over() -> None:
    """What the small parser does not know does not keep it from the rest."""
    front = "# by hand\ntags:\n- a\n- b\nplace:\n  city: Tokyo\n\ntitle: Readout"
    found = document(front.partition("\n")[2])
    assert found.title == "Readout"
    assert found.text == BODY


def test_url_goes_before_source_url() -> None:
    """Both keys are usual."""
    assert document("source_url: https://a\nurl: https://b").url == "https://b"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "---\n\nA rule, then prose: no front matter.\n\n---\n",
        "---\ntitle: never closed\n",
        "----\ntitle: A\n----\n",
        "# Heading\n\n---\ntitle: A\n---\n",
        "---\n---\nNothing between.\n",
        " ---\ntitle: A\n---\n",
    ],
)
def test_text_without_front_matter_stays_whole(text: str) -> None:
    """Rules and prose are not taken for front matter."""
    found = parse(text.encode(), "readout.md")
    assert found == Document(text=text, marks=found.marks)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("close", ["---", "...", "--- "])
def test_line_ends_and_closing_lines(end: str, close: str) -> None:
    """Either line end, either closing line."""
    found = parse(f"---{end}title: A{end}{close}{end}Body{end}".encode(), "readout.md")
    assert (found.title, found.text) == ("A", f"Body{end}")


def test_front_matter_alone() -> None:
    """A file with nothing below has an empty text."""
    assert parse(b"---\ntitle: A\n---", "readout.md") == Document(text="", title="A")


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: |\n  A Meeting\n  in Lima", "A Meeting in Lima"),
        ("title: >-\n  A\n  Meeting", "A Meeting"),
        ("title: !!str A Meeting", "A Meeting"),
        ("x: &t A Meeting\ntitle: *t", "A Meeting"),
        ("{title: A Meeting, date: 2025-01-10}", "A Meeting"),
        ("title: {a: b}", None),
        ("title: !!python/object/apply:os.getcwd []", None),
        ("title: *nobody", None),
        ("title: [" + "[" * 5000, None),
        ('title: >\n  "\\uD800', '"\\uD800'),
    ],
)
def test_rarer_forms_of_yaml(front: str, title: str | None) -> None:
    """With PyYAML the rarer forms are understood, and nothing is made of them but words."""
    assert document(front).title == title


def test_without_pyyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without PyYAML the rarer forms are passed over and the rest is read."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    found = document("title: |\n  A Meeting\ndate: 2025-01-10")
    assert (found.title, str(found.date), found.text) == (None, "2025-01-10", BODY)
