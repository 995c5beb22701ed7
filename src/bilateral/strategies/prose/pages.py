"""The page of a text in prose: every mark of a phrase becomes a record at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from bilateral.model.commitments import Amount, Commitment, prefix
from bilateral.model.identifiers import derive
from bilateral.model.issues import Issue
from bilateral.model.meetings import Meeting
from bilateral.model.parties import codes
from bilateral.model.partnerships import Partnership
from bilateral.model.people import Leader
from bilateral.model.sources import Section
from bilateral.model.spans import Span
from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
from bilateral.query.reports import Report
from bilateral.strategies.places import Page
from bilateral.strategies.prose.cast import Actor

if TYPE_CHECKING:
    from bilateral.model.dates import PartialDate
    from bilateral.strategies.prose.phrases import Phrase
    from bilateral.strategies.prose.scene import Said


class Prose(Page):
    """A page that keeps the records of what is said on it."""

    def __init__(self) -> None:
        super().__init__()
        self.commitments: list[Commitment] = []
        self.issues: list[Issue] = []
        self.partnerships: list[Partnership] = []
        #: each leader who is named, and the places
        self.named: dict[Actor, list[Span]] = {}

    def head_line(self, title: str, number: str | None) -> None:
        """Add a heading at the top level."""
        self.head(Section(title=title, number=number))

    def add_phrase(self, phrase: Phrase, before: str) -> tuple[Span, list[Amount]]:
        """Add words; keep what they name, and return their place and the amounts in them."""
        span = self.add(phrase.words, before)
        amounts = []
        for mark in phrase.marks:
            place = Span(span.start + mark.start, span.start + mark.end)
            match mark.what:
                case Actor() as actor:
                    self.named.setdefault(actor, []).append(place)
                case Amount() as amount:
                    amounts.append(evolve(amount, span=place))
                case Issue() as issue:
                    self._issue(evolve(issue, span=place, section=self.section))
                case Partnership() as bond:
                    self._bond(evolve(bond, span=place))
        return span, amounts

    def _issue(self, issue: Issue) -> None:
        """Keep a matter where it appears for the first time."""
        if issue.name not in [known.name for known in self.issues]:
            self.issues.append(issue)

    def _bond(self, bond: Partnership) -> None:
        """Keep a status where it is named for the first time; when it began may be told later."""
        for index, known in enumerate(self.partnerships):
            if known.level == bond.level:
                if known.since is None:
                    self.partnerships[index] = evolve(known, since=bond.since)
                return
        self.partnerships.append(bond)

    def say(self, said: Said, before: str) -> None:
        """Add a sentence and the list behind it."""
        span, amounts = self.add_phrase(said.words, before)
        for promise in said.promises:
            self._promise(promise, span, amounts)
        before = "\n\n"
        for words, promise in said.items:
            self.add("-", before)
            self._promise(promise, self.add(words), [])
            before = "\n"

    def _promise(self, promise: Commitment, span: Span, amounts: list[Amount]) -> None:
        made = evolve(
            promise,
            text=span.of(self.text),
            amounts=tuple(amounts),
            section=self.section,
            span=span,
            id="",
        )
        self.commitments.append(made)

    def report(self, title: str | None, date: PartialDate | None, meeting: Meeting) -> Report:
        """Return everything that the page says; ids are those of a reader that knows the source."""
        source = self.source(title, date, None, None)
        sha = source.sha256
        leaders = [self._leader(actor, places) for actor, places in self.named.items()]
        # Whoever is named behind the first sentence need not have been there.
        met = [x for x in leaders if meeting.span is not None and x.mentions[0] in meeting.span]
        commitments = [
            evolve(x, id=derive(prefix(x.force), sha, x.span, x.text, codes(x.actors)))
            for x in self.commitments
        ]
        issues = [
            evolve(x, id=derive("i", sha, x.span, x.name, codes(x.parties))) for x in self.issues
        ]
        return Report(
            source,
            meeting=evolve(meeting, leaders=tuple(met), span=None),
            leaders=Leaders(leaders),
            partnerships=Partnerships(self.partnerships),
            commitments=Commitments(commitments),
            issues=Issues(issues),
        )

    def _leader(self, actor: Actor, places: list[Span]) -> Leader:
        role = actor.role
        full = next(place for place in places if place.of(self.text) == role.name.name)
        return Leader(
            role.name.name,
            office=role.office.office.lower(),
            party=actor.party,
            span=full,
            mentions=tuple(sorted(places)),
        )
