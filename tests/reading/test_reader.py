"""A text → a report: arguments, metadata, and the steps together."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.reading.reports import LEAD, check_words

import bilateral
from bilateral import PartialDate, Report, ValidationError

TEXT = """Peru and Chile Plan a Tunnel

2031-04-05

President Luz Paz of Peru met President Ana Rey of Chile in Lima on Friday. They praised their
strategic partnership.

I. Transport

The two leaders agreed to open a tunnel by 2035. Chile will provide Peru with $20 million.

II. The Wider World

They discussed the war in Sudan and climate change. Paz urged the European Union to lower its
tariffs.
"""


@pytest.fixture(scope="module")
def report() -> Report:
    """Read the small article above."""
    return bilateral.read(TEXT)


def test_source(report: Report) -> None:
    """The text is kept; title, date and sections are read from it."""
    assert report.source.text == TEXT
    assert report.source.title == "Peru and Chile Plan a Tunnel"
    assert report.source.date == PartialDate(2031, 4, 5)
    assert [str(section) for section in report.sections] == ["Transport", "The Wider World"]
    assert (report.source.publisher, report.source.url) == (None, None)


def test_records(report: Report) -> None:
    """Every kind of record, each with its words."""
    check_words(report)
    assert [str(leader) for leader in report.leaders] == [
        "Luz Paz (president, Peru)",
        "Ana Rey (president, Chile)",
    ]
    assert [str(bond) for bond in report.partnerships] == ["Peru–Chile: strategic partnership"]
    assert report.meeting is not None
    assert (report.meeting.kind, report.meeting.place) == ("meeting", "Lima")
    assert str(report.meeting.date) == "2031-04-04"
    tunnel, money, request = report.commitments
    assert [party.code for party in tunnel.actors] == ["PER", "CHL"]
    assert str(tunnel.deadline) == "2035"
    assert [party.code for party in money.addressees] == ["PER"]
    assert [str(amount) for amount in money.amounts] == ["USD 20,000,000"]
    assert request.force is bilateral.Force.REQUEST
    assert str(tunnel.section) == "Transport"


def test_issues(report: Report) -> None:
    """What was discussed is at issue."""
    assert [issue.name for issue in report.issues][:2] == ["war in Sudan", "climate change"]


def test_every_record_can_be_explained(report: Report) -> None:
    """Each has a rule of the table."""
    records = [*report.leaders, *report.partnerships, *report.commitments, *report.issues]
    assert report.meeting is not None
    for record in [*records, report.meeting]:
        told = report.explain(record)
        assert told.rule
        assert told.explains, told.rule


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2030", PartialDate(2030)),
        ("2030-02", PartialDate(2030, 2)),
        ("2030-02-03", PartialDate(2030, 2, 3)),
        (dt.date(2030, 2, 3), PartialDate(2030, 2, 3)),
        (PartialDate(2030), PartialDate(2030)),
        (None, PartialDate(2031, 4, 5)),
    ],
)
def test_a_date_that_is_given_goes_before_the_texts(
    date: PartialDate | dt.date | str | None, found: PartialDate
) -> None:
    """In any of its forms."""
    assert bilateral.read(TEXT, date=date).source.date == found


def test_a_title_that_is_given_goes_before_the_texts() -> None:
    """The rest of the metadata is kept as given."""
    found = bilateral.read(TEXT, title="Other", publisher="Press", url="https://example.org/a")
    assert found.source.title == "Other"
    assert found.source.publisher == "Press"
    assert found.source.url == "https://example.org/a"


def test_a_given_date_resolves_relative_ones() -> None:
    """“by Friday” is counted from the date of the report."""
    words = f"{LEAD} Kenya will answer by Friday."
    assert str(bilateral.read(words, date="2031-04-05").commitments.one().deadline) == "2031-04-11"
    assert bilateral.read(words).commitments.one().deadline is None


@pytest.mark.parametrize(
    "date", ["yesterday", "2031-13", "2031-02-30", "", "31", 2031, 3.5, b"2031"]
)
def test_a_wrong_date_is_refused(date: object) -> None:
    """The error is the package's own."""
    with pytest.raises(ValidationError):
        bilateral.read(TEXT, date=date)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["title", "publisher", "url"])
@pytest.mark.parametrize("value", [5, b"x", " ", ""])
def test_wrong_metadata_is_refused(name: str, value: object) -> None:
    """Each must be text that is not blank."""
    with pytest.raises(ValidationError) as caught:
        bilateral.read(TEXT, **{name: value})  # type: ignore[arg-type]
    assert [fault.path for fault in caught.value.faults] == [name]


@pytest.mark.parametrize("text", [None, 5, b"Peru agreed to act.", ["Peru"]])
def test_a_text_must_be_a_string(text: object) -> None:
    """Bytes and other things are refused with the reason."""
    with pytest.raises(ValidationError, match="must be a str"):
        bilateral.read(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "\ufeff", "\0"])
def test_an_empty_text_is_an_empty_report(text: str) -> None:
    """There is nothing in it, and that is no error."""
    found = bilateral.read(text)
    assert found.source.text == text
    assert found.meeting is None
    kinds = (found.leaders, found.partnerships, found.commitments, found.issues)
    assert [len(records) for records in kinds] == [0, 0, 0, 0]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends_do_not_matter(report: Report, end: str) -> None:
    """The same records from a text of another system, at its own places."""
    text = TEXT.replace("\n", end)
    found = bilateral.read(text)
    check_words(found)
    assert [str(c) for c in found.commitments] == [str(c) for c in report.commitments]
    assert [str(x) for x in found.leaders] == [str(x) for x in report.leaders]
    assert [str(x) for x in found.partnerships] == [str(x) for x in report.partnerships]
    assert found.source.title == report.source.title
    assert found.source.date == report.source.date


def test_typography_does_not_matter() -> None:
    """Straight and curly marks, hard spaces and other hyphens lead to the same records."""
    plain = 'Peru\'s president said: "We will open a non-stop line." Peru and Chile agreed to act.'
    fancy = "Peru’s president said: “We will open a non\u2011stop line.” Peru\u00a0and Chile agreed to act."
    first, second = bilateral.read(plain).commitments, bilateral.read(fancy).commitments
    assert [(c.actors, c.force, c.span) for c in first] == [
        (c.actors, c.force, c.span) for c in second
    ]
    assert len(first) == 2


def test_a_byte_order_mark_is_no_word() -> None:
    """Some editors put one first."""
    found = bilateral.read(f"\ufeff{TEXT}")
    assert len(found.commitments) == 3
    check_words(found)


@pytest.mark.parametrize(
    "line", ["# Talks in Oslo", "**Talks in Oslo**", "<h1>Talks in Oslo</h1>", "Talks in Oslo #"]
)
def test_the_title_has_no_marks(line: str) -> None:
    """Markdown and HTML around the title are no part of it, as they are none of a heading."""
    assert bilateral.read(f"{line}\n\n2031-04-05\n\nThey met.").source.title == "Talks in Oslo"
