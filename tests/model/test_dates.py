"""Dates that are known in part."""

from __future__ import annotations

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.refusals import Untyped, refused

from bilateral import PartialDate

FORM = "must be YYYY, YYYY-MM or YYYY-MM-DD"


@st.composite
def dates(draw: st.DrawFn) -> PartialDate:
    """Draw a date of any precision."""
    day = draw(st.dates())
    return PartialDate(*(day.year, day.month, day.day)[: draw(st.integers(1, 3))])


@given(dates())
def test_the_written_form_is_read_back(value: PartialDate) -> None:
    """Nothing is lost and nothing is filled in, at any precision."""
    again = PartialDate.parse(str(value))
    assert again == value
    assert (again.month is None, again.day is None) == (value.month is None, value.day is None)
    assert again.precision == value.precision
    assert PartialDate.of(str(value)) == PartialDate.of(value) == value


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2023", "year", date(2023, 1, 1), date(2023, 12, 31)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", "month", date(2023, 2, 1), date(2023, 2, 28)),
        ("2025-01-10", "day", date(2025, 1, 10), date(2025, 1, 10)),
        ("0001", "year", date.min, date(1, 12, 31)),
        ("9999", "year", date(9999, 1, 1), date.max),
    ],
)
def test_precision_and_ends(text: str, precision: str, first: date, last: date) -> None:
    """A date knows how much of it is known, and the first and last day that it can mean."""
    value = PartialDate.parse(text)
    assert (value.precision, value.earliest, value.latest) == (precision, first, last)
    assert str(value) == text
    assert repr(value) == f"PartialDate('{text}')"


@pytest.mark.parametrize(
    "text",
    [
        "", "23", "2023-", "2023-1", "2023-01-1", "2023/01", "2023-01-01T00:00", " 2023", "2023\n",
        "２０２３", "soon", "-2023", "2023-W01", "20230101",
    ],
)  # fmt: skip
def test_other_forms_are_refused(text: str) -> None:
    """Only the three forms are read."""
    assert refused(PartialDate.parse, text) == {"text": FORM}
    assert refused(PartialDate.of, text) == {"text": FORM}


@pytest.mark.parametrize("value", [None, 2023, 2023.0, (2023,)])
def test_other_types_are_refused(value: Untyped) -> None:
    """A number is no date, and None is not today."""
    assert refused(PartialDate.of, value) == {"text": FORM}
    assert refused(PartialDate.parse, value) == {"text": FORM}


@pytest.mark.parametrize(
    ("parts", "faults"),
    [
        ((0,), {"year": "must be between 1 and 9999"}),
        ((10_000,), {"year": "must be between 1 and 9999"}),
        (("2023",), {"year": "must be an int"}),
        ((True, True), {"year": "must be an int", "month": "must be an int"}),
        ((2023, 13), {"month": "must be between 1 and 12"}),
        ((2023, 0), {"month": "must be between 1 and 12"}),
        ((2023, 2, 29), {"day": "2023-02 has only 28 days"}),
        ((2023, 4, 32), {"day": "must be between 1 and 31"}),
        ((2023, None, 5), {"day": "needs a month; leave the day out or give both"}),
        (
            (0, 13, 40),
            {
                "year": "must be between 1 and 9999",
                "month": "must be between 1 and 12",
                "day": "must be between 1 and 31",
            },
        ),
        ((0, 2, 30), {"year": "must be between 1 and 9999"}),
        ((2023, 13, 5), {"month": "must be between 1 and 12"}),
    ],
)
def test_impossible_dates_are_refused(parts: Untyped, faults: dict[str, str]) -> None:
    """A part out of range is told of, together with every other."""
    assert refused(PartialDate, *parts) == faults


@pytest.mark.parametrize("text", ["0000", "2023-00", "2023-02-30"])
def test_a_right_form_of_no_date_is_refused(text: str) -> None:
    """The form alone does not make a date."""
    refused(PartialDate.parse, text)


@given(st.dates())
def test_a_day_of_the_standard_library_is_taken_whole(day: date) -> None:
    """Such a day keeps all its parts."""
    assert PartialDate.of(day) == PartialDate(day.year, day.month, day.day)


@given(dates(), dates(), dates())
def test_the_order_is_total(one: PartialDate, two: PartialDate, three: PartialDate) -> None:
    """Of two dates exactly one relation holds, it agrees with equality, and it is transitive."""
    assert (one < two) + (one == two) + (one > two) == 1
    assert (one <= two) == (one < two or one == two)
    assert (one >= two) == (one > two or one == two)
    low, middle, high = sorted((one, two, three))
    assert low <= middle <= high
    assert low <= high


def test_the_order_is_that_of_the_calendar() -> None:
    """Days follow each other, each behind the month and the year that it belongs to."""
    order = ["0999", "2025-12-31", "2026", "2026-01", "2026-01-01", "2026-01-02", "2026-02", "2027"]
    listed = [PartialDate.parse(text) for text in order]
    for place, one in enumerate(listed):
        assert [one < two for two in listed] == [place < other for other in range(len(listed))]
        assert [one > two for two in listed] == [place > other for other in range(len(listed))]


@given(dates())
def test_the_less_precise_comes_first(value: PartialDate) -> None:
    """A year sorts before its months and a month before its days."""
    if value.month is not None:
        assert PartialDate(value.year) < value
    if value.day is not None:
        assert PartialDate(value.year, value.month) < value


@given(dates(), dates())
def test_covers_is_inclusion_of_days(one: PartialDate, two: PartialDate) -> None:
    """A date covers another when it can mean every day that the other can."""
    assert one.covers(two) == (one.earliest <= two.earliest and two.latest <= one.latest)
    assert one.covers(one)
    assert one.covers(one.earliest)
    assert one.covers(one.latest)
    if one.latest < date.max:
        assert not one.covers(one.latest + timedelta(days=1))
    assert not (one.covers(two) and two.covers(one)) or one.earliest == two.earliest


@given(dates())
def test_dates_are_values(value: PartialDate) -> None:
    """Equal dates hash alike and come back from pickle; another precision is another date."""
    again = pickle.loads(pickle.dumps(value))
    assert (again, hash(again)) == (value, hash(value))
    if value.month is not None:
        assert value != PartialDate(value.year)


def test_dates_compare_with_nothing_else() -> None:
    """A day of the standard library must say which end it means."""
    with pytest.raises(TypeError):
        PartialDate(2023) < date(2023, 1, 1)  # noqa: B015
    assert PartialDate(2023) not in ["2023", 2023, None]
