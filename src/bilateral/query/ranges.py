"""Ranges of partial dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.errors import Fault, ValidationError
from bilateral.model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    DateLike = PartialDate | date | str


def date_range(
    query: str, low_name: str, low: DateLike | None, high_name: str, high: DateLike | None
) -> Callable[[PartialDate], bool]:
    """Return a test for dates of which every day they can mean lies in a range.

    Args:
        query: the query's name, for errors.
        low_name: the name of the argument `low`, for errors.
        low: the range starts on its first day; None for no start.
        high_name: the name of the argument `high`, for errors.
        high: the range ends on its last day; None for no end.

    Raises:
        ValidationError: a date has the wrong form, or the range ends before it starts.

    >>> within = date_range("due", "after", "2026-02", "before", "2026")
    >>> within(PartialDate(2026, 2)), within(PartialDate(2026))
    (True, False)
    """
    start = None if low is None else PartialDate.of(low).earliest
    end = None if high is None else PartialDate.of(high).latest
    if start is not None and end is not None and start > end:
        reason = f"must not lie behind {high_name}, which is {high}"
        raise ValidationError(query, (Fault(low_name, low, reason),))

    def within(day: PartialDate) -> bool:
        return (start is None or start <= day.earliest) and (end is None or day.latest <= end)

    return within
