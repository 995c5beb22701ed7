"""One partnership for each set of parties, with the history of its levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from bilateral.dossier.order import moment, when
from bilateral.gazetteer.lookup import level_rank
from bilateral.model.dates import PartialDate
from bilateral.model.parties import Party, codes
from bilateral.model.partnerships import Milestone, Partnership, PartnershipLevel
from bilateral.query.relations import usual_label

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from bilateral.query.reports import Report


@define(eq=False)
class _Level:
    """What the reports say of one level of a relationship.

    Fields:
        level: the level, in the words of the last report.
        dates: since when, in everything that reports say of it.
        shown: the last day on which a report names it as the level of the time, or None.
    """

    level: PartnershipLevel
    dates: set[PartialDate] = field(factory=set)
    current: bool = False
    shown: dt.date | None = None


def merged_partnerships(reports: Sequence[Report]) -> tuple[Partnership, ...]:
    """Return the partnership of each set of parties, by the first report that names it.

    Its level is the one that the last dated report gives; the levels before it, and others that
    reports give beside it, are its history, oldest first.  A date that another report gives more
    exactly is given once; where reports contradict each other, each date stands.
    """
    found: dict[frozenset[str], list[tuple[Report, Partnership]]] = {}
    for report in reports:
        for partnership in report.partnerships:
            found.setdefault(codes(partnership.parties), []).append((report, partnership))
    return tuple([_merged(named) for named in found.values()])


def _merged(named: Sequence[tuple[Report, Partnership]]) -> Partnership:
    levels: dict[str, _Level] = {}
    parties: dict[str, Party] = {}
    for report, partnership in named:
        date = when(report)
        for party in partnership.parties:
            parties.setdefault(party.code, party)
        for step in (Milestone(partnership.level, partnership.since), *partnership.history):
            held = levels.setdefault(usual_label(step.level.label), _Level(step.level))
            if step.date is not None:
                held.dates.add(step.date)
        current = levels[usual_label(partnership.level.label)]
        current.current, current.level = True, partnership.level
        if date is not None and (current.shown is None or current.shown < date.latest):
            current.shown = date.latest
    now = max([level for level in levels.values() if level.current], key=_standing)
    since, *others = _exact(now.dates)
    history = [Milestone(now.level, date) for date in others]
    for level in levels.values():
        if level is not now:
            history += [Milestone(level.level, date) for date in _exact(level.dates)]
    return Partnership(
        tuple([parties[code] for code in sorted(parties)]),
        now.level,
        since=since,
        history=tuple(sorted(history, key=lambda step: (moment(step.date), step.level.label))),
    )


def _standing(level: _Level) -> tuple[object, ...]:
    """Return by what the level of the time is chosen: shown last, reached last, highest."""
    reached = max([date.latest for date in level.dates], default=None)
    rank = level_rank(level.level.label)
    return (
        (level.shown is not None, level.shown and level.shown.toordinal()),
        (reached is not None, reached and reached.toordinal()),
        (rank is not None, rank),
        level.level.label,
    )


def _exact(dates: Iterable[PartialDate]) -> list[PartialDate | None]:
    """Return dates without those that another gives more exactly, earliest first; None for none."""
    given = set(dates)
    exact = [d for d in given if not any(d.covers(other) for other in given if other != d)]
    return [*sorted(exact, key=moment)] or [None]
