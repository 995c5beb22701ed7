"""One order for reports and assessments, whatever the order in which they came.

Everything that a dossier says follows from the set of what is in it, put in this order.  That is
why it does not matter in which order dossiers are merged, how often, or by which way round.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar, cast

from attrs import AttrsInstance, fields, has

from bilateral.model.assessments import Assessment
from bilateral.model.dates import PartialDate
from bilateral.query.records import Records
from bilateral.query.reports import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")

#: Sorts dates by their first day, the less precise first, and no date behind them all.
Moment = tuple[bool, dt.date, str]


def moment(date: PartialDate | None) -> Moment:
    """Return by what a date, or none, is sorted.

    >>> moment(PartialDate(2025)) < moment(PartialDate(2025, 1)) < moment(None)
    True
    """
    if date is None:
        return True, dt.date.max, ""
    return False, date.earliest, str(date)


def when(report: Report) -> PartialDate | None:
    """Return the date of a report: of its publication, else of the meeting."""
    if report.source.date is not None or report.meeting is None:
        return report.source.date
    return report.meeting.date


def in_order(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return each report once, by date, title and hash; undated ones last."""
    return _settled(reports, _report_key)


def assessments_in_order(assessments: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """Return each assessment once, by commitment and date; undated ones last."""
    return _settled(assessments, _assessment_key)


def _report_key(report: Report) -> tuple[object, ...]:
    source = report.source
    return moment(when(report)), source.title or "", source.sha256, source.url or ""


def _assessment_key(assessment: Assessment) -> tuple[object, ...]:
    return assessment.commitment_id, moment(assessment.date), assessment.assessor or ""


def _settled(records: Iterable[T], key: Callable[[T], tuple[object, ...]]) -> tuple[T, ...]:
    distinct: dict[T, T] = {}
    for record in records:
        # Of two that are equal, but for how they were found, it must not matter which came first.
        other = distinct.setdefault(record, record)
        if other is not record and content(record) < content(other):
            distinct[record] = record
    keyed = sorted([(key(record), record) for record in distinct.values()], key=lambda x: x[0])
    ordered: list[T] = []
    for _, group in groupby(keyed, key=lambda pair: pair[0]):
        records = [record for _, record in group]
        ordered += records if len(records) == 1 else sorted(records, key=content)
    return tuple(ordered)


def content(value: object) -> str:
    """Return everything that is in a record as text, how it was found as well.

    >>> content(PartialDate(2025))
    'PartialDate(2025,None,None)'
    """
    if has(type(value)):
        inner = [
            content(getattr(value, field.name))
            for field in fields(cast("type[AttrsInstance]", type(value)))
        ]
        return f"{type(value).__name__}({','.join(inner)})"
    if isinstance(value, (tuple, Records)):
        return f"[{','.join([content(item) for item in value])}]"
    return value.name if isinstance(value, Enum) else repr(value)
