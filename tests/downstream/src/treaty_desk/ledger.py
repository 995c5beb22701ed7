"""Who owes what by when, and how much of it was kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bilateral import Assessment, Commitment, Commitments, Country, PartialDate, Report


@dataclass(frozen=True, order=True)
class Entry:
    """A promise of one country: when it is due at the latest, who owes it, and its id."""

    due: PartialDate
    owner: str
    commitment_id: str


def entries(report: Report) -> list[Entry]:
    """List every promise with a deadline, once for each country that made it, the nearest first."""
    promised = report.commitments.by_force("aspiration")
    found = [
        Entry(promise.deadline, owner.code, promise.id)
        for promise in promised
        if promise.deadline is not None
        for owner in owners(promise)
    ]
    return sorted(found)


def owners(promise: Commitment) -> list[Country]:
    """Return the countries that act, those of an organization in its place."""
    found: dict[str, Country] = {}
    for party in promise.actors:
        members = (party,) if isinstance(party, Country) else party.members
        found.update({member.code: member for member in members})
    return list(found.values())


def agenda(commitments: Commitments, year: int) -> dict[str, Commitments]:
    """Group what is surely due within a year by domain."""
    due = commitments.due(after=PartialDate(year), before=PartialDate(year))
    return due.group_by("domain")


def kept(commitments: Commitments, judged: Iterable[Assessment]) -> float | None:
    """Return the mean score of those commitments that were judged; None where none was."""
    ids = {promise.id for promise in commitments}
    scores = [one.score for one in judged if one.commitment_id in ids]
    return sum(scores) / len(scores) if scores else None
