"""What the options let through."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from bilateral.model.commitments import Force
from bilateral.model.domains import Domain
from bilateral.model.parties import Party
from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
from bilateral.query.reports import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CollectionT = TypeVar("CollectionT", Commitments, Issues, Leaders, Partnerships)
ValueT = TypeVar("ValueT")


@frozen(kw_only=True)
class Selection:
    """What is to be shown of a report.

    Fields:
        name: what the report was read from: a path, or the name of a sample.
        report: the whole report.
        leaders: the leaders to show; None, as for the others, where a filter asks of something that
            such records do not have.
        partnerships: the partnerships to show.
        commitments: the commitments to show.
        issues: the issues to show.
    """

    name: str
    report: Report
    leaders: Leaders | None
    partnerships: Partnerships | None
    commitments: Commitments
    issues: Issues | None

    def __len__(self) -> int:
        return sum(
            len(records)
            for records in (self.leaders, self.partnerships, self.commitments, self.issues)
            if records is not None
        )


@frozen(kw_only=True)
class Filter:
    """The filters of the command line: any value of one kind, and every kind that is given.

    Fields:
        domains: policy fields, each with those below it.
        parties: countries and organizations: who promises, whose leader, partnership or issue it
            is.
        forces: how firm a commitment is at least.
    """

    domains: tuple[Domain, ...] = ()
    parties: tuple[Party, ...] = ()
    forces: tuple[Force, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.domains or self.parties or self.forces)

    def select(self, name: str, report: Report) -> Selection:
        """Return what the filters let through of a report."""
        commitments, issues = report.commitments, report.issues
        leaders, partnerships = report.leaders, report.partnerships
        if self.domains:
            commitments = _any(commitments, commitments.by_domain, self.domains)
            issues = _any(issues, issues.by_domain, self.domains)
        if self.parties:
            commitments = _any(commitments, commitments.by_party, self.parties)
            issues = _any(issues, issues.by_party, self.parties)
            leaders = _any(leaders, leaders.by_party, self.parties)
            partnerships = _any(partnerships, partnerships.by_party, self.parties)
        if self.forces:
            commitments = _any(commitments, commitments.by_force, self.forces)
        return Selection(
            name=name,
            report=report,
            leaders=None if self.domains or self.forces else leaders,
            partnerships=None if self.domains or self.forces else partnerships,
            commitments=commitments,
            issues=None if self.forces else issues,
        )


def _any(
    records: CollectionT, query: Callable[[ValueT], CollectionT], values: Iterable[ValueT]
) -> CollectionT:
    """Return the records that `query` finds for any of `values`, in the order of the text."""
    found = set(reduce(or_, [query(value) for value in values]))
    return records.where(found.__contains__)
