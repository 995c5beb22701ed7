"""Dates as texts give them: a year, a month of a year, or a day."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import total_ordering
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from bilateral.errors import Fault, ValidationError
from bilateral.model import checks
from bilateral.model.filling import portably

if TYPE_CHECKING:
    from typing import Self

Precision = Literal["year", "month", "day"]

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@total_ordering
@portably
@frozen(eq=True, order=False)
class PartialDate:
    """A date of which only the stated part is known: ``2023``, ``2026-12`` or ``2026-12-31``.

    The written form is level 0 of the Extended Date/Time Format (EDTF, ISO 8601-2:2019).  A part
    that the text did not give is `None` and stays so.  Dates sort by what they state; the less
    precise one comes first (``2026 < 2026-01 < 2026-01-01``).  To compare with a day, say which end
    you mean: `earliest` or `latest`.

    Fields:
        year: 1 to 9999.
        month: 1 to 12, or None.
        day: 1 to 31, as far as the month has it, or None; never without a month.

    Raises:
        ValidationError: a part is out of range, or there is a day without a month.

    >>> PartialDate(2026, 12)
    PartialDate('2026-12')
    >>> PartialDate.parse("2023") < PartialDate.parse("2026-12-31")
    True
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        year, month, day = self.year, self.month, self.day
        # every month has 28 days, so that a day up to there needs no calendar
        if type(year) is int and 1 <= year <= 9999:
            if month is None:
                if day is None:
                    return
            elif type(month) is int and 1 <= month <= 12:
                if day is None or (type(day) is int and 1 <= day <= 28):
                    return
        self._check()

    def _check(self) -> None:
        faults: list[Fault] = []
        year = checks.integer(faults, "year", self.year, 1, 9999)
        month = self.month is None or checks.integer(faults, "month", self.month, 1, 12)
        if self.day is not None:
            if self.month is None:
                checks.add(faults, "day", self.day, "needs a month; leave the day out or give both")
            elif checks.integer(faults, "day", self.day, 1, 31) and year and month:
                last = calendar.monthrange(self.year, self.month)[1]
                if self.day > last:
                    reason = f"{self.year:04}-{self.month:02} has only {last} days"
                    checks.add(faults, "day", self.day, reason)
        if faults:
            checks.refuse(self, faults)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; nothing else, and nothing is filled in.

        Raises:
            ValidationError: `text` has another form or names a day that does not exist.

        >>> PartialDate.parse("2026-12").day is None
        True
        """
        given: object = text
        match = _EDTF.fullmatch(given) if isinstance(given, str) else None
        if match is None:
            reason = "must be YYYY, YYYY-MM or YYYY-MM-DD"
            raise ValidationError(cls.__name__, (Fault("text", text, reason),))
        return cls(*[int(part) for part in match.groups() if part is not None])

    @classmethod
    def of(cls, value: PartialDate | date | str) -> PartialDate:
        """Return `value` as a partial date: one already, a `datetime.date`, or the written form.

        Raises:
            ValidationError: `value` is a text of another form, or something else altogether.

        >>> PartialDate.of(date(2025, 1, 10))
        PartialDate('2025-01-10')
        """
        if isinstance(value, PartialDate):
            return value
        if isinstance(value, date):
            return cls(value.year, value.month, value.day)
        return cls.parse(value)

    @property
    def precision(self) -> Precision:
        """The smallest part that is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def earliest(self) -> date:
        """The first day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that the date can mean.

        >>> PartialDate(2024, 2).latest
        datetime.date(2024, 2, 29)
        """
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def covers(self, other: PartialDate | date) -> bool:
        """Say whether every day that `other` can mean is one that this date can mean.

        >>> PartialDate(2026).covers(PartialDate(2026, 5))
        True
        """
        other = PartialDate.of(other)
        return self.earliest <= other.earliest and other.latest <= self.latest

    def _key(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self._key() < other._key()

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

    def __repr__(self) -> str:
        return f"PartialDate({str(self)!r})"
