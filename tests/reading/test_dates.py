"""Dates and limits in running text: what is stated, where, and nothing more."""

from __future__ import annotations

import calendar
import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral import PartialDate
from bilateral.reading.dates import DateMention, find_dates, find_deadline
from bilateral.reading.folding import plain

#: The day of the summit that the first text of the project reports: a Friday.
FRIDAY = PartialDate(2025, 1, 10)


def dates(text: str, reference: PartialDate | None = None) -> list[tuple[str, str | None]]:
    """Return the words and the date of each mention."""
    folded = plain(text)
    return [
        (text[m.start : m.end], None if m.date is None else str(m.date))
        for m in find_dates(folded, 0, len(folded), reference)
    ]


def deadline(text: str, reference: PartialDate | None = FRIDAY) -> tuple[str, str | None] | None:
    """Return the words and the date of the limit, or None."""
    folded = plain(text)
    found = find_deadline(folded, 0, len(folded), reference)
    if found is None:
        return None
    return text[found.start : found.end], None if found.date is None else str(found.date)


# --- dates ----------------------------------------------------------------------------------------

ABSOLUTE = [
    ("10 January 2025", "2025-01-10"),
    ("10 January, 2025", "2025-01-10"),
    ("January 10, 2025", "2025-01-10"),
    ("January 10 2025", "2025-01-10"),
    ("JANUARY 10, 2025", "2025-01-10"),
    ("January 10th, 2025", "2025-01-10"),
    ("the 10th of January 2025", "2025-01-10"),
    ("Jan. 10, 2025", "2025-01-10"),
    ("10 Sept 2025", "2025-09-10"),
    ("Friday, January 10, 2025", "2025-01-10"),
    ("Friday 10 January 2025", "2025-01-10"),
    ("2025-01-10", "2025-01-10"),
    ("January 2025", "2025-01"),
    ("January, 2025", "2025-01"),
    ("January of 2025", "2025-01"),
    ("Sept. 2025", "2025-09"),
    ("the end of March 2026", "2026-03"),
    ("end March 2026", "2026-03"),
    ("early March 2026", "2026-03"),
    ("2025", "2025"),
    ("1957", "1957"),
    ("the year 2030", "2030"),
    ("the end of 2026", "2026"),
    ("the end of the year 2026", "2026"),
    ("mid-2026", "2026"),
    ("early 2027", "2027"),
    ("late in 2027", "2027"),
    ("the first half of 2026", "2026"),
    ("the first quarter of 2026", "2026"),
    ("the second half of fiscal year 2026", "2026"),
    ("Q3 2026", "2026"),
    ("FY 2027", "2027"),
    ("FY2027", "2027"),
    ("fiscal year 2027", "2027"),
    ("spring 2026", "2026"),
    ("the fall of 2026", "2026"),
]


@pytest.mark.parametrize(("words", "expected"), ABSOLUTE)
def test_a_written_date_states_its_parts_and_no_other(words: str, expected: str) -> None:
    """Every absolute form is read with its exact words, with and without a reference."""
    for reference in (None, FRIDAY):
        assert dates(f"They met in {words}; more follows.", reference) == [(words, expected)]
        assert dates(words, reference) == [(words, expected)]


RELATIVE = [
    ("Friday", "2025-01-10"),
    ("Thursday", "2025-01-09"),
    ("Saturday", "2025-01-04"),
    ("last Friday", "2025-01-03"),
    ("next Friday", "2025-01-17"),
    ("next Tuesday", "2025-01-14"),
    ("this coming Monday", "2025-01-13"),
    ("this Sunday", "2025-01-12"),
    ("Tuesday next week", "2025-01-14"),
    ("Tuesday of last week", "2024-12-31"),
    ("today", "2025-01-10"),
    ("Today", "2025-01-10"),
    ("tonight", "2025-01-10"),
    ("yesterday", "2025-01-09"),
    ("tomorrow", "2025-01-11"),
    ("the day after tomorrow", "2025-01-12"),
    ("this week", "2025-01"),
    ("this month", "2025-01"),
    ("earlier this month", "2025-01"),
    ("next month", "2025-02"),
    ("last month", "2024-12"),
    ("this year", "2025"),
    ("later this year", "2025"),
    ("next year", "2026"),
    ("early next year", "2026"),
    ("last year", "2024"),
    ("the end of the year", "2025"),
    ("the end of this year", "2025"),
    ("the first half of next year", "2026"),
    ("year-end", "2025"),
    ("this summer", "2025"),
    ("the end of the month", "2025-01"),
    ("the end of the decade", None),
    ("this decade", None),
    ("this fiscal year", None),
    ("10 January", "2025-01-10"),
    ("January 10", "2025-01-10"),
    ("the 10th of January", "2025-01-10"),
    ("Jan. 10", "2025-01-10"),
    ("Friday, January 10", "2025-01-10"),
    ("December 28", "2024-12-28"),
    ("10 January next year", "2026-01-10"),
    ("March of this year", "2025-03"),
    ("March next year", "2026-03"),
    ("November", "2024-11"),
    ("last March", "2024-03"),
    ("next January", "2026-01"),
    ("this March", "2025-03"),
    ("early March", "2025-03"),
]


@pytest.mark.parametrize(("words", "expected"), RELATIVE)
def test_a_relative_date_is_resolved_by_the_reference_alone(
    words: str, expected: str | None
) -> None:
    """It means a date from the day of the text, and none without that day."""
    assert dates(f"They met in {words}; more follows.", FRIDAY) == [(words, expected)]
    assert dates(f"They met in {words}; more follows.") == [(words, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9-10 January 2025", [("9", "2025-01-09"), ("10 January 2025", "2025-01-10")]),
        ("January 9-10, 2025", [("January 9", "2025-01-09"), ("10, 2025", "2025-01-10")]),
        ("January 9–10, 2025", [("January 9", "2025-01-09"), ("10, 2025", "2025-01-10")]),
        ("9 and 10 January 2025", [("9", "2025-01-09"), ("10 January 2025", "2025-01-10")]),
        ("January 9 and 10, 2025", [("January 9", "2025-01-09"), ("10, 2025", "2025-01-10")]),
        (
            "30 December to 2 January 2025",
            [("30 December", "2024-12-30"), ("2 January 2025", "2025-01-02")],
        ),
        ("from March to June 2026", [("March", "2026-03"), ("June 2026", "2026-06")]),
        ("2021-2024", [("2021", "2021"), ("2024", "2024")]),
        ("2021 – 2024", [("2021", "2021"), ("2024", "2024")]),
        ("in 2026 and 2027", [("2026", "2026"), ("2027", "2027")]),
    ],
)
def test_a_range_gives_both_ends(text: str, expected: list[tuple[str, str]]) -> None:
    """The year or the month that is written once counts for both."""
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the 2030s",
        "the early 2040s",
        "Resolution 2021",
        "UNSC Resolutions 1701 and so on",
        "Article 1999",
        "2000 troops",
        "2000 jobs",
        "2000 million",
        "2025 euros",
        "1950 MW",
        "$2000",
        "US$2025",
        "20250",
        "2,025",
        "2025.5",
        "post-2020",
        "2025-26",
        "01/10/2025",
        "10.01.2025",
        "the 2030 Agenda",
        "Vision 2030",
        "31 February 2025",
        "45 January",
        "2025-13-45",
        "Theresa May said so",
        "they may march",
        "5 people",
        "the Good Friday Agreement",
        "1792",
        "of the year",
    ],
)
def test_a_number_or_a_name_is_no_date(text: str) -> None:
    """What only looks like a date is left alone."""
    assert dates(text, FRIDAY) == []


def test_an_early_year_takes_a_preposition() -> None:
    """Four digits before 1900 are a year only where the word before says so."""
    assert dates("ties since 1792") == [("1792", "1792")]


@pytest.mark.parametrize(
    ("words", "reference", "expected"),
    [
        ("today", "2025-01", None),
        ("Friday", "2025", None),
        ("next month", "2025", None),
        ("next month", "2025-12", "2026-01"),
        ("next year", "2025", "2026"),
        ("10 February", "2025-01", "2025-02-10"),
        ("10 February", "2025", None),
        ("10 July", "2025-01", None),
        ("29 February", "2025-03-01", "2024-02-29"),
        ("in July", "2025-01-10", None),
        ("last March", "2025", None),
        ("next week", "2025-01-22", "2025"),
        ("next week", "2025-12-28", None),
        ("next year", "9999-12-31", None),
        ("tomorrow", "9999-12-31", None),
        ("yesterday", "0001-01-01", None),
        ("last week", "0001-01-01", None),
    ],
)
def test_a_vague_reference_resolves_no_finer_date(
    words: str, reference: str, expected: str | None
) -> None:
    """A reference without a day gives no day, and a tie between two years gives nothing."""
    ((_, date),) = dates(words, PartialDate.parse(reference))
    assert date == expected


def test_white_space_and_line_ends_stand_inside_a_date() -> None:
    """A date that a line end and an indent divide is one date, with the words of the text."""
    text = "on January\n    10,\u00a02025, and by the\nend  of\n  2027"
    assert dates(text) == [
        ("January\n    10,\u00a02025", "2025-01-10"),
        ("the\nend  of\n  2027", "2027"),
    ]


def test_only_the_passage_is_read() -> None:
    """Offsets count from the text's beginning, and nothing outside the passage is found."""
    text = "In 2024 they met. In 2025 they agreed. In 2026 they act."
    (mention,) = find_dates(text, 18, 38, None)
    assert mention == DateMention(21, 25, PartialDate(2025), relative=False)


MONTHS = list(calendar.month_name)
SHORT = [name if len(name) < 4 else f"{name[:3]}." for name in MONTHS]
FORMS = {
    "year": ["{y}", "the end of {y}", "mid-{y}", "Q2 {y}", "FY{y}"],
    "month": ["{month} {y}", "{short} {y}", "{month}, {y}", "late {month} {y}"],
    "day": [
        "{d} {month} {y}",
        "{month} {d}, {y}",
        "{short} {d}, {y}",
        "the {d}th of {month} {y}",
        "{y}-{m:02}-{d:02}",
    ],
}


@st.composite
def written(draw: st.DrawFn) -> tuple[str, PartialDate]:
    """Draw a date and one of the forms in which it is written."""
    full = draw(st.dates(min_value=dt.date(1900, 1, 1)))
    parts = (full.year % 200 + 1900, full.month, min(full.day, 28))
    date = PartialDate(*parts[: draw(st.integers(1, 3))])
    form = draw(st.sampled_from(FORMS[date.precision]))
    y, m, d = parts
    return form.format(y=y, m=m, d=d, month=MONTHS[m], short=SHORT[m]), date


@given(written(), st.sampled_from([None, FRIDAY]))
def test_a_date_that_is_written_is_read_back(
    sample: tuple[str, PartialDate], reference: PartialDate | None
) -> None:
    """In every form the date is the one written: no part lost, none invented."""
    words, date = sample
    text = f"They will meet ({words})."
    (mention,) = find_dates(text, 0, len(text), reference)
    assert mention.date == date
    assert text[mention.start : mention.end] == words
    assert not mention.relative


@given(written())
def test_a_limit_that_is_written_is_read_back(sample: tuple[str, PartialDate]) -> None:
    """By any absolute date: the limit is that date, and its words are those of the text."""
    words, date = sample
    text = f"Japan will act by {words}."
    found = find_deadline(text, 0, len(text), None)
    assert found is not None
    assert found.date == date
    assert text[found.start : found.end] == f"by {words}"


# --- limits ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("by the end of 2027", "2027"),
        ("by 2030", "2030"),
        ("by the year 2030", "2030"),
        ("by FY 2027", "2027"),
        ("by fall of 2025", "2025"),
        ("by 30 June 2026", "2026-06-30"),
        ("by 2026-06-30", "2026-06-30"),
        ("no later than March 2026", "2026-03"),
        ("by no later than 2050", "2050"),
        ("before January 1", "2026-01-01"),
        ("before the end of the year", "2025"),
        ("until at least 2030", "2030"),
        ("until 2027", "2027"),
        ("through 2027", "2027"),
        ("March 2026 at the latest", "2026-03"),
        ("March 2026, at the latest", "2026-03"),
        ("by Friday", "2025-01-10"),
        ("by Thursday", "2025-01-16"),
        ("by next Friday", "2025-01-17"),
        ("by tomorrow", "2025-01-11"),
        ("by March", "2025-03"),
        ("by December", "2025-12"),
        ("by the 10th of June", "2025-06-10"),
        ("by 5 January", "2026-01-05"),
        ("by year-end", "2025"),
        ("by early next year", "2026"),
        ("before the summit in June 2026", "2026-06"),
        ("by the next Leaders' Meeting in New Delhi in September 2026", "2026-09"),
        ("before the June 2026 summit", "2026-06"),
        ("ahead of the 2026 G20 Summit", "2026"),
        ("by MC14 in 2026", "2026"),
        ("by next year's summit", "2026"),
        ("within 90 days", "2025-04-10"),
        ("within two weeks", "2025-01-24"),
        ("within six months", "2025-07"),
        ("within twenty-four months", "2027-01"),
        ("within 12 to 18 months", "2026-07"),
        ("within two to three years", "2028"),
        ("within a year", "2026"),
        ("within one year", "2026"),
        ("within the next five years", "2030"),
        ("within 90 calendar days", "2025-04-10"),
        ("over the next 12 months", "2026-01"),
        ("over the next five years", "2030"),
        ("over 5 years", "2030"),
        ("over five years", "2030"),
        ("over a five-year", "2030"),
        ("over a period of five years", "2030"),
        ("over the next decade", "2035"),
        ("in the coming year", "2026"),
        ("in the next two months", "2025-03"),
        ("by the end of the decade", None),
    ],
)
def test_a_limit_is_found_with_its_words(words: str, expected: str | None) -> None:
    """Each kind of limit gives a date as precise as it is told."""
    assert deadline(f"They will finish it {words}.") == (words, expected)
    assert deadline(f"{words[0].upper()}{words[1:]}, they will finish.") == (
        f"{words[0].upper()}{words[1:]}",
        expected,
    )


@pytest.mark.parametrize(
    "text",
    [
        "They will act in 2030.",
        "They will act later this year.",
        "They will act next month.",
        "They will start as early as 2027.",
        "They will start by as early as 2027.",
        "They will act from 2026.",
        "They will act starting in 2026.",
        "They have acted since 2021.",
        "Nothing will happen before Friday's, not before 2027.",
        "It will not happen, not until 2028.",
        "By 2020 it was done.",
        "Ties were raised before 2023.",
        "affirmed by the 2030 Declaration",
        "announced by President Prabowo on May 31",
        "by hosting the Seoul Summit on May 30",
        "over 60 years of cooperation",
        "for over 5 years",
        "fought over eleven days in May",
        "over two decades ago",
        "a ceasefire over a period of at least six weeks",
        "in the coming weeks and months",
        "within a few months",
        "through the 2050 Pathways Platform",
        "by 5 million",
        "by 75 percent",
        "within 1000 years",
    ],
)
def test_what_sets_no_limit_is_none(text: str) -> None:
    """Plain times, starts, pasts, agents and vague spells are no deadlines."""
    assert deadline(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("within six months of entry into force", "within six months"),
        ("within 90 days after signature", "within 90 days"),
        ("over the next year or two", "over the next year"),
        ("over the next year and a half", "over the next year"),
        ("within 999 decades", "within 999 decades"),
    ],
)
def test_a_limit_that_cannot_be_dated_stays_open(text: str, words: str) -> None:
    """A limit from another day, or of no exact length, is found and has no date."""
    assert deadline(text) == (words, None)


def test_a_duration_from_this_day_is_dated() -> None:
    """The words "from today" mean the day of the text."""
    assert deadline("within 30 days from today") == ("within 30 days", "2025-02-09")


def test_the_first_limit_with_a_date_is_taken() -> None:
    """A limit without a date gives way to a later one with a date, and only then."""
    text = "within six months of entry into force, by 2027 and before 2030"
    assert deadline(text) == ("by 2027", "2027")
    assert deadline("by 2027, and by 2026 in part") == ("by 2027", "2027")


@pytest.mark.parametrize(
    ("reference", "words", "expected"),
    [
        ("2025", "within five years", "2030"),
        ("2025", "within six months", None),
        ("2025-01", "within six months", "2025-07"),
        ("2025-01", "within 90 days", None),
        ("2024-02-29", "within one year", "2025"),
        ("2025-01-31", "within one month", "2025-02"),
        ("9999-12-31", "within one day", None),
    ],
)
def test_a_duration_is_no_finer_than_the_reference(
    reference: str, words: str, expected: str | None
) -> None:
    """Years count from a year, months from a month, days from a day."""
    assert deadline(words, PartialDate.parse(reference)) == (words, expected)


def test_without_a_reference_a_past_limit_cannot_be_told() -> None:
    """Only the day of the text shows that a limit lies in the past."""
    assert deadline("by 2020", None) == ("by 2020", "2020")
    assert deadline("by 2020", FRIDAY) is None


# --- any text -------------------------------------------------------------------------------------

WORDS = """
    by before within over the next end of year years month months week days day January Jan.
    May 10 10th 2025 2030 2025-01-10 9-10 Friday last this coming at latest until through
    five twenty - – , . to and summit in on early mid- Q3 FY decade today tomorrow 31
    February 29 's of $ % million jobs ſ K ı İ dayſ İn
    """
PIECES = st.sampled_from(WORDS.split())
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
)
REFERENCES = st.none() | st.dates().map(PartialDate.of) | st.just(PartialDate(2025, 1))


@given(TEXTS, REFERENCES)
@example("within 5 dayſ by the 1ſt of May", FRIDAY)
@example("by the end of the YEAR over the next YEAR", FRIDAY)
def test_any_text_is_read_without_error(text: str, reference: PartialDate | None) -> None:
    """Mentions are ordered, do not overlap, lie in the text and begin and end in a word or mark."""
    folded = plain(text)
    last = 0
    for mention in find_dates(folded, 0, len(folded), reference):
        assert last <= mention.start < mention.end <= len(text)
        words = folded[mention.start : mention.end]
        assert words == words.strip()
        assert mention.relative or mention.date is not None
        last = mention.end
    limit = find_deadline(folded, 0, len(folded), reference)
    assert limit is None or 0 <= limit.start < limit.end <= len(text)


@given(TEXTS)
def test_nothing_relative_is_resolved_without_a_reference(text: str) -> None:
    """Without the day of the text, what is told from it has no date."""
    folded = plain(text)
    for mention in find_dates(folded, 0, len(folded), None):
        assert (mention.date is None) == mention.relative
    limit = find_deadline(folded, 0, len(folded), None)
    assert limit is None or (limit.date is None) == limit.relative


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "January 1-", "the end of ", "by the ", "within 1 to ", " ", "by a ", "twenty-"],
)
def test_a_hostile_text_takes_linear_time(piece: str) -> None:
    """A text that nearly matches everywhere is read at once; a slower reader would hang."""
    text = piece * (100_000 // len(piece))
    find_dates(text, 0, len(text), FRIDAY)
    find_deadline(text, 0, len(text), FRIDAY)


def test_dateutil_is_loaded_only_for_durations() -> None:
    """Reading dates and plain limits does not import dateutil."""
    code = (
        "import sys; from bilateral.reading.dates import find_deadline as f; t = 'by 2030';"
        "f(t, 0, len(t), None); assert 'dateutil' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
