"""What is between two parties, or more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.dossier.timeline import Event, find_events
from bilateral.model.meetings import Meeting
from bilateral.model.parties import Party, codes
from bilateral.query.assessments import Assessments
from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
from bilateral.query.reports import Report

if TYPE_CHECKING:
    from bilateral.dossier.dossier import Dossier


@frozen(kw_only=True)
class Relations:
    """What reports tell of parties' relations with each other; see `Dossier.between`.

    Fields:
        parties: the parties, in the order in which they were asked for.
        reports: the reports that tell of it, by date.
        meetings: their meetings with each other.
        partnerships: their partnership, if it has a name, with the history of its levels.
        commitments: what they promised each other, or jointly.
        issues: what was at issue between them.
        leaders: who speaks for them in these reports.
        assessments: what became of the commitments.
    """

    parties: tuple[Party, ...]
    reports: tuple[Report, ...]
    meetings: tuple[Meeting, ...]
    partnerships: Partnerships
    commitments: Commitments
    issues: Issues
    leaders: Leaders
    assessments: Assessments

    def timeline(self) -> tuple[Event, ...]:
        """Return what happened when, undated events last."""
        return find_events(
            self.reports, self.meetings, self.partnerships, self.commitments, self.assessments
        )

    def __str__(self) -> str:
        who = "–".join([party.name for party in self.parties])
        counts = [(len(self.meetings), "meeting"), (len(self.commitments), "commitment")]
        told = [f"{n} {name}{'s' * (n != 1)}" for n, name in counts]
        return f"{who}: {', '.join(told)}"


def find_relations(dossier: Dossier, parties: tuple[Party, ...], *, others: bool) -> Relations:
    """Return what is between parties; see `Dossier.between`."""
    wanted = codes(parties)

    def belongs(held: frozenset[str]) -> bool:
        return held >= wanted if others else held == wanted

    ids: set[str] = set()
    told: list[Report] = []
    for report in dossier.reports:
        meeting = report.meeting is not None and belongs(codes(report.meeting.parties))
        alone = report.meeting is not None and codes(report.meeting.parties) == wanted
        mine = {
            made.id
            for made in report.commitments
            if belongs(held := codes(made.parties)) or (alone and held <= wanted)
        }
        mine |= {
            issue.id
            for issue in report.issues
            if belongs(held := codes(issue.parties)) or (alone and held <= wanted)
        }
        named = any(belongs(codes(x.parties)) for x in report.partnerships)
        if meeting or named or mine:
            told.append(report)
            ids |= mine
    seen = {x.source.sha256 for x in told}
    commitments = dossier.commitments.where(lambda x: x.id in ids)
    return Relations(
        parties=parties,
        reports=tuple(told),
        meetings=tuple([x for x in dossier.meetings if belongs(codes(x.parties))]),
        partnerships=dossier.partnerships.where(lambda x: belongs(codes(x.parties))),
        commitments=commitments,
        issues=dossier.issues.where(lambda x: x.id in ids),
        leaders=Leaders(
            [
                career.leader
                for career in dossier.careers
                if career.leader.party is not None
                and career.leader.party.code in wanted
                and seen & set(career.sources)
            ]
        ),
        assessments=dossier.assessments.by_commitment(commitments),
    )


def partners(dossier: Dossier) -> dict[str, list[str]]:
    """Return id of a commitment → the partnerships to which it belongs, as in `find_relations`.

    A partnership is called by the codes of its parties, ``"JPN–MYS"``.
    """
    known = {codes(x.parties): "–".join(sorted(codes(x.parties))) for x in dossier.partnerships}
    found: dict[str, list[str]] = {}
    for report in dossier.reports:
        met = frozenset() if report.meeting is None else codes(report.meeting.parties)
        for made in report.commitments:
            held = codes(made.parties)
            for group in dict.fromkeys([held, *([met] if held <= met else [])]):
                if group in known and known[group] not in found.setdefault(made.id, []):
                    found[made.id].append(known[group])
    return found
