"""One entry for each person of many reports, with the offices held over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.dossier.order import moment, when
from bilateral.dossier.persons import Mention, persons
from bilateral.gazetteer import tables
from bilateral.gazetteer.lookup import fold
from bilateral.gazetteer.tables import derived
from bilateral.model.dates import PartialDate
from bilateral.model.parties import Party
from bilateral.model.people import Leader

if TYPE_CHECKING:
    from bilateral.query.reports import Report


@frozen(kw_only=True)
class Tenure:
    """An office that a person held, as far as reports tell: Popolo's membership of a person in a post.

    Fields:
        office: the office, in the words of the last report that names it; None where no report
            gives any office with the party.
        party: whom the person served, or None where that is not known.
        first: the date of the first report that names the person so; None where none has a date.
            The office may have been held before.
        last: the date of the last such report.
        sources: the SHA-256 of the text of each such report, by date.

    >>> from bilateral import Country
    >>> held = Tenure(office="prime minister", party=Country.of("MY"), first=PartialDate(2023))
    >>> str(held)
    'prime minister, Malaysia, 2023'
    """

    office: str | None = None
    party: Party | None = None
    first: PartialDate | None = None
    last: PartialDate | None = None
    sources: tuple[str, ...] = ()

    def __str__(self) -> str:
        seen = [str(date) for date in (self.first, self.last) if date is not None]
        dates = "–".join(dict.fromkeys(seen))
        told = [self.office, None if self.party is None else str(self.party), dates]
        return ", ".join([part for part in told if part])


@frozen(kw_only=True)
class Career:
    """A person in many reports.

    Fields:
        leader: the person under the fullest name, with the office and party that the last dated
            report gives; as it is no record of one text, it has no place in any.
        names: every form of the name, the fullest first.
        offices: the offices held, by the date of the first report.
        sources: the SHA-256 of the text of each report that names the person, by date.
        members: the leaders of those reports, in the same order.
    """

    leader: Leader
    names: tuple[str, ...]
    offices: tuple[Tenure, ...]
    sources: tuple[str, ...]
    members: tuple[Leader, ...]

    def at(self, date: PartialDate) -> tuple[Tenure, ...]:
        """Return the offices that reports of and before a date show to be held then.

        Those are the offices of the last reports up to then; reports after the date do not count.

        >>> from bilateral import Leader
        >>> import bilateral
        >>> texts = {"2015": "Prime Minister Anwar Ibrahim", "2020": "President Anwar Ibrahim"}
        >>> dossier = bilateral.Dossier([
        ...     bilateral.read(f"{words} of Malaysia met the press.", date=date)
        ...     for date, words in texts.items()
        ... ])
        >>> [str(tenure) for tenure in dossier.careers[0].at(PartialDate(2018))]
        ['prime minister, Malaysia, 2015']
        """
        day = date.latest
        # Up to when each is shown to be held, as far as that is not after the day.
        shown = [
            (min(x.last.latest, day), x)
            for x in self.offices
            if x.first is not None and x.last is not None and x.first.earliest <= day
        ]
        latest = max([until for until, _ in shown], default=None)
        return tuple([tenure for until, tenure in shown if until == latest])


def find_careers(reports: Sequence[Report]) -> tuple[Career, ...]:
    """Return a career for each person of reports that are in order."""
    return tuple([_career(person.mentions, reports) for person in persons(reports)])


def _career(mentions: Sequence[Mention], reports: Sequence[Report]) -> Career:
    # A report without a date stands behind all others and yet is not the latest.
    latest_last = sorted(mentions, key=lambda x: (when(reports[x.report]) is not None, x.place))
    names = _names([mention.leader.name for mention in mentions])
    offices = [x.leader.office for x in latest_last if x.leader.office is not None]
    parties = [x.leader.party for x in latest_last if x.leader.party is not None]
    office, party = offices[-1] if offices else None, parties[-1] if parties else None
    return Career(
        leader=Leader(names[0], office=office, party=party),
        names=names,
        offices=_tenures(latest_last, reports),
        sources=_sources(mentions, reports),
        members=tuple([mention.leader for mention in mentions]),
    )


def _names(given: Iterable[str]) -> tuple[str, ...]:
    """Return every form of a name: most words first, then the most frequent."""
    counts = Counter(given)
    return tuple(sorted(counts, key=lambda name: (-len(name.split()), -counts[name], name)))


def _tenures(mentions: Sequence[Mention], reports: Sequence[Report]) -> tuple[Tenure, ...]:
    held: dict[tuple[str | None, str | None], list[Mention]] = {}
    for mention in mentions:
        office, party = mention.leader.office, mention.leader.party
        if office is not None or party is not None:
            usual = None if office is None else _offices().get(fold(office), fold(office))
            code = None if party is None else party.code
            held.setdefault((usual, code), []).append(mention)
    named = {code for usual, code in held if usual is not None}
    made = []
    for (usual, code), group in held.items():
        if usual is None and code in named:
            continue  # a report that leaves the office out shows no other
        seen = sorted([d for x in group if (d := when(reports[x.report])) is not None], key=moment)
        made.append(
            Tenure(
                office=group[-1].leader.office,
                party=group[-1].leader.party,
                first=seen[0] if seen else None,
                last=seen[-1] if seen else None,
                sources=_sources(group, reports),
            )
        )
    return tuple(sorted(made, key=lambda x: (moment(x.first), moment(x.last), str(x))))


def _sources(mentions: Iterable[Mention], reports: Sequence[Report]) -> tuple[str, ...]:
    numbers = sorted({mention.report for mention in mentions})
    return tuple(dict.fromkeys([reports[number].source.sha256 for number in numbers]))


@derived
def _offices() -> dict[str, str]:
    """Return a variant of an office → the office."""
    return {
        fold(name): row["office"]
        for row in tables.offices()
        for name in (row["office"], *tables.items(row["variants"]))
    }
