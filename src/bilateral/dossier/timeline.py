"""What happened when, as reports tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from bilateral.dossier.order import moment, when
from bilateral.model.assessments import Assessment
from bilateral.model.commitments import Commitment
from bilateral.model.dates import PartialDate
from bilateral.model.meetings import Meeting
from bilateral.model.partnerships import Milestone, Partnership

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.query.reports import Report

#: What an event is: the parties met, reached a level of partnership, promised something; what was
#: promised fell due; somebody judged how far it was kept.
EventKind = Literal["meeting", "level", "commitment", "deadline", "assessment"]

_ORDER = ("meeting", "level", "commitment", "deadline", "assessment")


@frozen
class Event:
    """Something that a dossier dates.

    Fields:
        date: when it was, as far as known, or None.
        kind: ``"meeting"``, ``"level"`` (of a partnership), ``"commitment"`` (made), ``"deadline"``
            or ``"assessment"``.
        record: the meeting, the partnership, the commitment or the assessment.
        told: the event in words.

    >>> print(Event(PartialDate(2023), "deadline", None, "Japan will train 200 engineers."))
    2023 deadline: Japan will train 200 engineers.
    """

    date: PartialDate | None
    kind: EventKind
    record: Meeting | Partnership | Commitment | Assessment | None
    told: str

    def __str__(self) -> str:
        date = "undated" if self.date is None else str(self.date)
        return f"{date} {self.kind}: {self.told}"


def find_events(
    reports: Sequence[Report],
    meetings: Iterable[Meeting],
    partnerships: Iterable[Partnership],
    commitments: Iterable[Commitment],
    assessments: Iterable[Assessment],
) -> tuple[Event, ...]:
    """Return what records tell, by date; undated events last.

    Args:
        reports: the reports in order, from which meetings and commitments have their dates.
        meetings: the meetings to list; likewise the others.
        partnerships: an event for each level with its date.
        commitments: an event for when each was made, and one for its deadline.
        assessments: the judgements.
    """
    met: dict[Meeting, PartialDate | None] = {}
    made: dict[str, PartialDate | None] = {}
    for report in reports:
        if report.meeting is not None:
            met.setdefault(report.meeting, report.meeting.date or when(report))
        for commitment in report.commitments:
            made.setdefault(commitment.id, when(report))
    events = [Event(met.get(x, x.date), "meeting", x, _told(x)) for x in meetings]
    for partnership in partnerships:
        steps = [*partnership.history, Milestone(partnership.level, partnership.since)]
        who = "–".join([party.name for party in partnership.parties])
        events += [Event(x.date, "level", partnership, f"{who}: {x.level}") for x in steps]
    texts: dict[str, str] = {}
    for commitment in commitments:
        texts[commitment.id] = told = str(commitment)
        events.append(Event(made.get(commitment.id), "commitment", commitment, told))
        if commitment.deadline is not None:
            events.append(Event(commitment.deadline, "deadline", commitment, told))
    for assessment in assessments:
        told = f"{assessment.score:+} {texts.get(assessment.commitment_id, '')}".rstrip()
        events.append(Event(assessment.date, "assessment", assessment, told))
    return tuple(sorted(events, key=lambda x: (moment(x.date), _ORDER.index(x.kind), x.told)))


def _told(meeting: Meeting) -> str:
    kind = meeting.kind or "meeting"
    who = ", ".join([party.name for party in meeting.parties])
    return " ".join(
        [kind, *([f"in {meeting.place}"] if meeting.place else []), *([f"({who})"] if who else [])]
    )
