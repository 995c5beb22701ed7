"""Dates, spans, parties, domains, words: within their bounds, and everything that a bound allows."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Any

import pytest
from hypothesis import find, given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument, NoSuchExample

from bilateral import (
    Country,
    Domain,
    Organization,
    PartialDate,
    Span,
    UnknownNameError,
    ValidationError,
)
from bilateral.strategies import (
    countries,
    domains,
    organizations,
    partial_dates,
    parties,
    spans,
)
from bilateral.strategies.dates import later
from bilateral.strategies.words import lines, lower_lines, prose, words

#: A value that a test passes against the annotations, on purpose.
Untyped = Any


def drawn(strategy: st.SearchStrategy[Untyped], wanted: object) -> bool:
    """Say whether a strategy draws a value."""
    try:
        find(strategy, lambda value: bool(value == wanted))
    except NoSuchExample:
        return False
    return True


# --- dates ------------------------------------------------------------------------------------------


@given(st.data(), st.dates(), st.dates())
def test_dates_lie_wholly_in_their_range(
    data: st.DataObject, first: dt.date, second: dt.date
) -> None:
    """No day that the date can mean is outside, however the bounds are given."""
    low, high = min(first, second), max(first, second)
    date = data.draw(partial_dates(min_value=low, max_value=PartialDate.of(high)))
    assert low <= date.earliest <= date.latest <= high


@pytest.mark.parametrize(
    ("low", "high", "held"),
    [
        ("2025-12-31", "2026-12-31", ["2026", "2026-01", "2026-12", "2025-12-31"]),
        ("2026-01-02", "2026-12-30", ["2026-02", "2026-11", "2026-01-02", "2026-12-30"]),
        ("2026-01", "2026-02", ["2026-01", "2026-02", "2026-02-28"]),
        ("2024-02-01", "2024-02-29", ["2024-02", "2024-02-29"]),
        ("0001", "0001", ["0001", "0001-12", "0001-12-31"]),
        ("9999", "9999", ["9999", "9999-12", "9999-12-31"]),
        (None, "0001", ["0001"]),
        ("9999-12-31", None, ["9999-12-31"]),
    ],
)
def test_dates_reach_their_bounds(low: str | None, high: str | None, held: list[str]) -> None:
    """The first and the last year, month and day are drawn."""
    strategy = partial_dates(min_value=low, max_value=high)
    assert [date for date in held if not drawn(strategy, PartialDate.parse(date))] == []


@pytest.mark.parametrize(
    ("low", "high", "kept"),
    [
        ("2026-01-02", "2026-12-30", {"month", "day"}),
        ("2026-02-02", "2026-02-27", {"day"}),
        ("2024-02-01", "2024-02-28", {"day"}),
        ("2026", "2026", {"year", "month", "day"}),
    ],
)
def test_dates_that_a_range_cuts_are_not_drawn(low: str, high: str, kept: set[str]) -> None:
    """A range without a whole month gives days alone."""
    for precision in ("year", "month", "day"):
        wanted: Untyped = [precision]
        if precision in kept:
            found = find(
                partial_dates(min_value=low, max_value=high, precisions=wanted), lambda _: True
            )
            assert found.precision == precision
        else:
            with pytest.raises(InvalidArgument, match="no date of precision"):
                partial_dates(min_value=low, max_value=high, precisions=wanted)


@pytest.mark.parametrize("bounds", [("2027", "2026"), ("2026-05-02", "2026-05-01")])
def test_an_empty_range_of_dates_is_refused(bounds: tuple[str, str]) -> None:
    """At once, and not when a test draws."""
    with pytest.raises(InvalidArgument, match="no date"):
        partial_dates(min_value=bounds[0], max_value=bounds[1])


def test_dates_need_a_precision_and_bounds_a_form() -> None:
    """What cannot be meant is refused."""
    with pytest.raises(InvalidArgument, match="no precision"):
        partial_dates(precisions=())
    with pytest.raises(ValidationError, match="must be YYYY"):
        partial_dates(min_value="May 2026")


@given(partial_dates(), st.integers(0, 5000))
def test_later_dates_cover_the_day_that_is_meant(start: PartialDate, days: int) -> None:
    """The day that many days on is one that the date can mean, as far as the calendar goes."""
    day = start.earliest + dt.timedelta(min(days, (dt.date.max - start.earliest).days))
    for precision in ("year", "month", "day"):
        found = later(start, days, precision)
        assert found.precision == precision
        assert found.covers(day)


# --- spans, parties, domains ------------------------------------------------------------------------


@pytest.mark.parametrize("size", [1, 2, 7])
def test_spans_are_every_span_of_a_text(size: int) -> None:
    """Each run of characters of a short text is drawn, and none beyond it."""
    every = {(start, end) for end in range(1, size + 1) for start in range(end)}
    seen = set()

    @given(spans(max_end=size))
    def see(span: Span) -> None:
        seen.add((span.start, span.end))

    see()
    assert seen <= every
    assert all(drawn(spans(max_end=size), Span(*missing)) for missing in every - seen)


def test_a_text_without_characters_has_no_span() -> None:
    """Spans are never empty."""
    with pytest.raises(InvalidArgument):
        spans(max_end=0).validate()


def test_among_takes_records_and_any_name() -> None:
    """The first is the plainest."""
    japan, asean = Country.of("Japan"), Organization.of("ASEAN")
    assert find(countries(among=[japan, "MY"]), lambda _: True) is japan
    assert find(organizations(among=["asean", "EU"]), lambda _: True) == asean
    assert find(parties(among=["the Malaysian", asean]), lambda party: party == asean) == asean


@pytest.mark.parametrize("strategy", [countries, organizations, parties])
def test_among_names_somebody_who_is_known(strategy: Untyped) -> None:
    """Nobody and an unknown name are refused at once."""
    with pytest.raises(InvalidArgument, match="at least one"):
        strategy(among=[])
    with pytest.raises(UnknownNameError):
        strategy(among=["Atlantis"])


def test_parties_are_of_both_sorts() -> None:
    """Countries are plainer."""
    assert isinstance(find(parties(), lambda _: True), Country)
    assert isinstance(find(parties(), lambda x: isinstance(x, Organization)), Organization)


def test_domains_within() -> None:
    """A domain and its children, and nothing else."""
    held = {Domain.of("technology"), *Domain.of("technology").children}
    seen = set()

    @given(domains(within="technology"))
    def see(domain: Domain) -> None:
        seen.add(domain)

    see()
    assert seen == held
    assert find(domains(within=Domain.of("economy.trade")), lambda _: True).name == "economy.trade"
    with pytest.raises(UnknownNameError):
        domains(within="trad")


# --- words --------------------------------------------------------------------------------------------


def test_words_leave_out_every_character_that_is_white_space() -> None:
    """The categories that are left out hold all of Unicode's white space."""
    import unicodedata

    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if char.isspace() or not char.strip() or len(f"a{char}b".split()) > 1:
            category = unicodedata.category(char)
            assert category == "Cc" or category[0] == "Z", hex(code)


@given(words(), lines(), lower_lines(), prose())
def test_words_are_what_records_take(word: str, line: str, lower: str, text: str) -> None:
    """A word is one word, a line has single spaces, prose is not blank."""
    assert word.split() == [word]
    assert line == " ".join(line.split()) != ""
    assert lower == lower.lower() == " ".join(lower.split())
    assert text.strip()


def test_words_are_of_any_script() -> None:
    """Letters beyond Latin and marks are drawn; lone surrogates, which no file can hold, are not."""
    assert find(words(), lambda word: not word.isascii() and word.isalpha())
    with pytest.raises(NoSuchExample):
        find(prose(), lambda text: any("\ud800" <= char <= "\udfff" for char in text))
