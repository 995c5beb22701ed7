"""Ranges of partial dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.query.strategies import dates

from bilateral import PartialDate, ValidationError
from bilateral.query.ranges import date_range


def days(value: PartialDate) -> set[date]:
    """Return every day that a partial date can mean."""
    count = (value.latest - value.earliest).days + 1
    return {value.earliest + timedelta(days=n) for n in range(count)}


@given(st.none() | dates(), st.none() | dates(), dates())
def test_a_date_is_within_when_all_its_days_are(
    low: PartialDate | None, high: PartialDate | None, tried: PartialDate
) -> None:
    """A partial date lies in a range when no day that it can mean lies outside."""
    if low is not None and high is not None and low.earliest > high.latest:
        with pytest.raises(ValidationError, match="low: must not lie behind high"):
            date_range("query", "low", low, "high", high)
        return
    within = date_range("query", "low", low, "high", high)
    start = date.min if low is None else low.earliest
    end = date.max if high is None else high.latest
    assert within(tried) == all(start <= day <= end for day in days(tried))


def test_every_way_to_write_a_date_is_taken() -> None:
    """A date of the standard library, a partial date and its written form mean the same."""
    for low in (date(2026, 2, 1), PartialDate(2026, 2), "2026-02"):
        within = date_range("query", "low", low, "high", None)
        assert within(PartialDate(2026, 2))
        assert not within(PartialDate(2026, 1, 31))


def test_another_form_is_refused() -> None:
    """A date in words is no date here."""
    with pytest.raises(ValidationError, match="YYYY"):
        date_range("query", "low", "next year", "high", None)
