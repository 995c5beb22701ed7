"""Whole reports: every record stands in the text, at its place, and its parties are those who meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, evolve, field
from hypothesis import strategies as st

from bilateral.model.commitments import Commitment
from bilateral.model.issues import Issue
from bilateral.model.meetings import Meeting
from bilateral.model.parties import Country, Party, code_of
from bilateral.model.partnerships import Partnership
from bilateral.model.people import Leader
from bilateral.model.sources import Section
from bilateral.model.spans import Span
from bilateral.model.traces import Evidence, Trace
from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
from bilateral.query.reports import Report
from bilateral.strategies import records
from bilateral.strategies.dates import later, partial_dates
from bilateral.strategies.gazetted import parties as every_party
from bilateral.strategies.parts import rules
from bilateral.strategies.places import Page, sections, urls
from bilateral.strategies.words import lines, maybe, prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import SearchStrategy

    from bilateral.model.commitments import Force
    from bilateral.model.dates import PartialDate, Precision
    from bilateral.model.domains import Domain
    from bilateral.query.explanations import Explanation

    #: A commitment, and its deadline as days behind the publication, of a precision.
    Promise = tuple[Commitment, tuple[int, Precision] | None]
    #: Something else that stands in a text; a `str` says nothing.
    Other = Section | Issue | Leader | Partnership | str

# Records are drawn about these four, whose chairs the parties of the report take when it is put
# together: strategies that depend on what was drawn before shrink less and cost far more.
_SEATS = Country.all()[:4]


def reports(
    *,
    parties: SearchStrategy[Party] | None = None,
    force: SearchStrategy[Force] | None = None,
    domains: SearchStrategy[Domain] | None = None,
    dates: SearchStrategy[PartialDate | None] | None = None,
    min_commitments: int = 0,
    max_commitments: int = 4,
) -> SearchStrategy[Report]:
    """Draw reports as a reader makes them; the plainest has an empty text.

    Every record has its place in the source's text, the words there are its own, and ids differ.  A
    report is about two to four parties: whoever acts, leads or is addressed is among them.  Deadlines
    follow the day of publication.  The words themselves are of any script and mean nothing; for
    prose that a reader can read, draw `report_texts`.

    Args:
        parties: whom the reports are about; must hold two that differ. None for any.
        force: how firm the commitments are; None for any.
        domains: the policy fields; None for any.
        dates: days of publication; None for any and none.
        min_commitments: how many commitments at least.
        max_commitments: how many at most.

    >>> from hypothesis import given
    >>> @given(reports(min_commitments=1))
    ... def test_what_is_quoted_stands_there(report):
    ...     for promise in report.commitments:
    ...         assert promise.span.of(report.source.text) == promise.text
    >>> test_what_is_quoted_stands_there()
    """
    seats = st.sampled_from(_SEATS)
    bare = st.none()  # whatever stands in a text gets its section there
    precisions: tuple[Precision, ...] = ("year", "month", "day")
    promise = st.tuples(
        records.commitments(
            parties=seats, force=force, domains=domains, deadlines=bare, sections=bare
        ),
        maybe(st.tuples(st.integers(0, 3650), st.sampled_from(precisions))),
    )
    other = st.one_of(
        prose(),
        sections(),
        records.issues(parties=seats, domains=domains, sections=bare),
        records.leaders(parties=maybe(seats)),
        records.partnerships(parties=seats),
    )
    pool = every_party() if parties is None else parties
    drawn = st.builds(
        Draft,
        parties=st.lists(pool, min_size=2, max_size=4, unique_by=code_of),
        promises=st.lists(promise, min_size=min_commitments, max_size=max_commitments),
        others=st.lists(st.tuples(st.integers(0, max_commitments), other), max_size=6),
        meeting=maybe(st.tuples(records.every_kind(), maybe(lines()))),
        date=maybe(partial_dates()) if dates is None else dates,
        title=maybe(lines()),
        publisher=maybe(lines()),
        url=maybe(urls()),
        rule=maybe(rules()),
    )
    return drawn.map(Draft.report)


@define
class Draft:
    """The parts of a report before it is put together."""

    parties: list[Party]
    promises: list[Promise]
    others: list[tuple[int, Other]]
    meeting: tuple[str | None, str | None] | None
    date: PartialDate | None
    title: str | None
    publisher: str | None
    url: str | None
    rule: str | None
    page: Page = field(factory=Page)
    commitments: list[Commitment] = field(factory=list)
    issues: list[Issue] = field(factory=list)
    leaders: list[Leader] = field(factory=list)
    partnerships: list[Partnership] = field(factory=list)

    def report(self) -> Report:
        """Write the text and give every record its place there."""
        held = None if self.meeting is None else self._met(*self.meeting)
        for number, promise in enumerate(self.promises):
            for place, other in self.others:
                if place == number:
                    self._put(other)
            self._promise(*promise)
        for place, other in self.others:
            if place >= len(self.promises):
                self._put(other)
        if held is not None:
            held = evolve(held, leaders=tuple(self.leaders))
        page = self.page
        return Report(
            page.source(self.title, self.date, self.publisher, self.url),
            meeting=held,
            leaders=Leaders(self.leaders),
            partnerships=Partnerships(self.partnerships),
            commitments=Commitments(self.commitments),
            issues=Issues(self.issues),
        )

    def _met(self, kind: str | None, place: str | None) -> Meeting:
        span = self.page.add(kind or "met")
        return Meeting(
            kind=kind,
            date=self.date,
            place=place,
            parties=tuple(self.parties),
            span=span,
            trace=self._trace(span),
        )

    def _promise(self, commitment: Commitment, due: tuple[int, Precision] | None) -> None:
        """Put a commitment: its words, then the words of its amounts."""
        start = self.page.add(commitment.text).start
        amounts = [evolve(amount, span=self.page.add(str(amount))) for amount in commitment.amounts]
        span = Span(start, len(self.page.text))
        self.commitments.append(
            evolve(
                commitment,
                text=span.of(self.page.text),
                actors=self._seated(commitment.actors),
                addressees=self._seated(commitment.addressees),
                deadline=None if due is None else later(self.date, *due),
                amounts=tuple(amounts),
                section=self.page.section,
                span=span,
                id="",  # it is derived from the place, among others
                trace=self._trace(span),
            )
        )

    def _put(self, other: Other) -> None:
        """Put something else."""
        if isinstance(other, str):
            self.page.add(other)
            return
        if isinstance(other, Section):
            self.page.head(other)
            return
        words = other.level.label if isinstance(other, Partnership) else other.name
        span = self.page.add(words)
        trace = self._trace(span)
        if isinstance(other, Issue):
            seated, section = self._seated(other.parties), self.page.section
            issue = evolve(other, parties=seated, section=section, span=span, id="", trace=trace)
            self.issues.append(issue)
        elif isinstance(other, Leader):
            served = None if other.party is None else self._seated((other.party,))[0]
            leader = evolve(other, party=served, span=span, mentions=(span,), trace=trace)
            self.leaders.append(leader)
        else:
            seated = self._seated(other.parties)
            if len(seated) < 2:  # two seats, and one party between them
                seated = tuple(self.parties[:2])
            self.partnerships.append(evolve(other, parties=seated, span=span, trace=trace))

    def _seated(self, seats: Iterable[Party]) -> tuple[Party, ...]:
        """Return the parties that sit in these seats, each once."""
        places = [_SEATS.index(seat) % len(self.parties) for seat in seats]
        return tuple([self.parties[place] for place in dict.fromkeys(places)])

    def _trace(self, span: Span) -> Trace | None:
        if self.rule is None:
            return None
        return Trace(self.rule, span, (Evidence("span", "drawn", span),))


def explanations() -> SearchStrategy[Explanation]:
    """Draw explanations of commitments."""
    return reports(min_commitments=1).map(lambda report: report.explain(report.commitments[0]))
