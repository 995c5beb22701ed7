"""Partial dates, and dates that follow another."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from bilateral.model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Collection

    from hypothesis.strategies import SearchStrategy

    from bilateral.model.dates import Precision

# Where Hypothesis's own dates shrink to.
_PLAINEST = 2000


def partial_dates(
    *,
    min_value: PartialDate | dt.date | str | None = None,
    max_value: PartialDate | dt.date | str | None = None,
    precisions: Collection[Precision] = ("year", "month", "day"),
) -> SearchStrategy[PartialDate]:
    """Draw dates of which every day they can mean lies in a range; the plainest is a year near 2000.

    Args:
        min_value: the range begins on its first day; None for the year 1.
        max_value: the range ends on its last day; None for the year 9999.
        precisions: which parts may be known: ``"year"``, ``"month"``, ``"day"``.

    Raises:
        InvalidArgument: no date of such a precision lies in the range.
        ValidationError: a bound has another form than ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    >>> from hypothesis import find
    >>> find(partial_dates(min_value="2026-03", max_value="2027"), lambda date: True)
    PartialDate('2027')
    """
    low = dt.date.min if min_value is None else PartialDate.of(min_value).earliest
    high = dt.date.max if max_value is None else PartialDate.of(max_value).latest
    choices: list[SearchStrategy[PartialDate]] = []
    if "year" in precisions:
        first, last = _whole_years(low, high)
        if first <= last:
            # Counted from the plainest year, to which the numbers then shrink.
            years = st.integers(first - _PLAINEST, last - _PLAINEST)
            choices.append(years.map(lambda year: PartialDate(year + _PLAINEST)))
    if "month" in precisions:
        first, last = _whole_months(low, high)
        if first <= last:
            months = st.integers(first - _PLAINEST * 12, last - _PLAINEST * 12)
            choices.append(months.map(lambda month: _month(month + _PLAINEST * 12)))
    if "day" in precisions and low <= high:
        choices.append(st.dates(low, high).map(PartialDate.of))
    if not choices:
        told = " or ".join(precisions) or "no precision"
        raise InvalidArgument(f"no date of precision {told} lies between {low} and {high}")
    return st.one_of(choices)


def later(start: PartialDate | None, days: int, precision: Precision) -> PartialDate:
    """Return the date some days behind the first day of `start`; behind the plainest, without one.

    >>> later(PartialDate(2026, 11), 31, "month")
    PartialDate('2026-12')
    """
    first = dt.date(_PLAINEST, 1, 1) if start is None else start.earliest
    day = first + dt.timedelta(min(days, (dt.date.max - first).days))
    if precision == "year":
        return PartialDate(day.year)
    return PartialDate(day.year, day.month, day.day if precision == "day" else None)


def _month(count: int) -> PartialDate:
    """Return the month that is the `count`th since the year 0."""
    return PartialDate(count // 12, count % 12 + 1)


def _whole_years(low: dt.date, high: dt.date) -> tuple[int, int]:
    first = low.year if (low.month, low.day) == (1, 1) else low.year + 1
    last = high.year if (high.month, high.day) == (12, 31) else high.year - 1
    return first, last


def _whole_months(low: dt.date, high: dt.date) -> tuple[int, int]:
    first = low.year * 12 + low.month - 1 + (low.day > 1)
    last = high.year * 12 + high.month - 1
    if PartialDate(high.year, high.month).latest > high:
        last -= 1
    return first, last
