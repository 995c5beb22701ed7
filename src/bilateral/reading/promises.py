"""The hits of one set of actors in a sentence → a record, with what decided each field."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from bilateral.gazetteer import lookup
from bilateral.gazetteer.lookup import by_party_code
from bilateral.gazetteer.tables import derived
from bilateral.model.commitments import Commitment, Force, prefix
from bilateral.model.identifiers import derive
from bilateral.model.spans import Span
from bilateral.model.traces import Evidence, Trace
from bilateral.reading import addressees, amounts, asides, dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.model.commitments import Amount
    from bilateral.model.domains import Domain
    from bilateral.model.parties import Party
    from bilateral.reading.agents import Agent
    from bilateral.reading.dates import DateMention
    from bilateral.reading.grammar.hits import Hit
    from bilateral.reading.reader import Document
    from bilateral.reading.sentences import Sentence
    from bilateral.reading.topics import Topic

#: so many sentences back a pointer may point: "in these areas"
_BACK = 2
_FIRMEST = {Force.REQUEST: 0, Force.ASPIRATION: 1, Force.INTENT: 2, Force.PLEDGE: 3}
_REQUEST = Force.REQUEST
_FIGURE = re.compile("[0-9]")


class _Clues(NamedTuple):
    """Words without which a sentence has no deadline, amount, addressee or aside: most have none."""

    #: all of them
    words: frozenset[str]
    dates: frozenset[str]
    amounts: frozenset[str]
    #: None where a user's lexicon lets one begin with a mark, so that words do not tell
    giving: frozenset[str] | None
    asides: frozenset[str] | None


@derived
def _clues() -> _Clues:
    found = (dates.hints(), amounts.hints(), addressees.hints(), asides.hints())
    return _Clues(frozenset().union(*filter(None, found)), *found)


@derived
def _general() -> tuple[Domain, ...]:
    """Return the domain of a promise whose words tell none: foreign relations in general."""
    return tuple([domain for domain in lookup.domains() if domain.name == "diplomacy"])


class Promises:
    """Makes the commitments of one text; what holds for all of it is looked up once."""

    __slots__ = ("clues", "document", "general", "low", "parties", "said", "starts", "topics")

    def __init__(self, document: Document) -> None:
        self.document = document
        self.low = document.low
        self.said = document.words.low
        self.starts = document.words.starts
        self.topics = document.terms.topics
        self.parties = by_party_code()
        self.clues = _clues()
        self.general = _general()

    def record(
        self,
        sentence: Sentence,
        group: list[Hit],
        inside: list[Agent],
        earlier: tuple[Domain, ...],
        *,
        alone: bool,
    ) -> Commitment:
        """Make the record of the hits that have the same actors.

        Args:
            sentence: their sentence.
            group: the hits.
            inside: the agents in the sentence.
            earlier: the domains of the commitment before, for words that tell none.
            alone: the sentence makes no other commitment, so that all of it belongs to this.
        """
        document, clues, known = self.document, self.clues, self.parties
        first, last = sentence.start, sentence.end
        at = bisect_left(self.starts, first)
        told = clues.words.intersection(self.said[at : bisect_left(self.starts, last, at)])
        lead = group[0]
        start, stop = lead.content
        reaffirmed = lead if lead.reaffirmed else None
        for hit in group[1:]:
            if _FIRMEST[hit.force] > _FIRMEST[lead.force]:
                lead = hit
            start, stop = min(start, hit.content[0]), max(stop, hit.content[1])
            if reaffirmed is None and hit.reaffirmed:
                reaffirmed = hit
        codes = lead.actors.codes
        actors = tuple([known[code] for code in codes])
        receivers = [code for hit in group for code in hit.addressees]
        if not receivers and inside and lead.force is not _REQUEST:
            if clues.giving is None or not clues.giving.isdisjoint(told):
                for hit in group:
                    receivers += addressees.addressees(
                        self.low, document.words, hit.cue[0], hit.content[1], inside
                    )
        chosen = self._domains(start, stop, sentence, told)
        if alone:
            start, stop = first, last
        deadline = None
        figures = _FIGURE.search(self.low, start, stop) is not None
        if figures or not clues.dates.isdisjoint(told):
            deadline = dates.find_deadline(
                document.plain, start, stop, document.date, document.words
            )
        counted: tuple[Amount, ...] = ()
        if figures or not clues.amounts.isdisjoint(told):
            counted = tuple(amounts.find_amounts(document.plain, start, stop, document.words))
        span = Span(first, last)
        text = document.text[first:last]
        return Commitment(
            text,
            actors=actors,
            force=lead.force,
            reaffirmed=reaffirmed is not None,
            domains=tuple([topic[0] for topic in chosen]) or earlier or self.general,
            addressees=tuple([known[c] for c in dict.fromkeys(receivers) if c not in codes])
            if receivers
            else (),
            deadline=None if deadline is None else deadline.date,
            amounts=counted,
            section=sentence.section,
            span=span,
            id=derive(prefix(lead.force), document.sha256, span, text, codes),
            trace=_trace(lead, reaffirmed, chosen, actors, deadline),
        )

    def _domains(
        self, start: int, end: int, sentence: Sentence, told: frozenset[str]
    ) -> list[Topic]:
        """Read the domains from what is promised; where that tells little, from what stands around it.

        "The Participants intend to cooperate on this issue": the sentences before it in the paragraph,
        then the heading, then the title, say on which.
        """
        topics = self.topics
        weak: list[Topic] = []
        if self.clues.asides is None or not self.clues.asides.isdisjoint(told):
            aside = asides.find_aside(self.low, self.document.words, min(start + 12, end), end)
            if aside is not None:
                weak = topics(start, aside)
                if weak and weak[0].weight > 1:
                    return weak
        found = topics(start, end)
        # weak terms speak only where there is no other: the first tells which they are
        if found and found[0].weight > 1:
            return found
        weak = weak or found
        for first, last in self._around(sentence):
            found = topics(first, last)
            if found and found[0].weight > 1:
                return found
            weak = weak or found
        return weak

    def _around(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Yield the sentence, those before it in its paragraph, the nearest first, heading and title."""
        document = self.document
        yield sentence.start, sentence.end
        at = bisect_left(document.starts, sentence.start)
        for one in reversed(document.sentences[max(0, at - _BACK) : at]):
            if one.block == sentence.block:
                yield one.start, one.end
        if sentence.section is not None and sentence.section.span is not None:
            yield sentence.section.span.start, sentence.section.span.end
        if document.title is not None:
            yield document.title


def _trace(
    lead: Hit,
    reaffirmed: Hit | None,
    chosen: list[Topic],
    actors: tuple[Party, ...],
    deadline: DateMention | None,
) -> Trace:
    who = actors[0].name if len(actors) == 1 else ", ".join([party.name for party in actors])
    cue = Span(lead.cue[0], lead.cue[1])
    subject = lead.actors
    evidence = [
        Evidence("actors", f"{who}: {subject.note}", Span(subject.start, subject.end)),
        Evidence("force", lead.force._value_, cue),
    ]
    if reaffirmed is not None:
        place = cue if reaffirmed is lead else Span(reaffirmed.cue[0], reaffirmed.cue[1])
        evidence.append(Evidence("reaffirmed", "already promised or under way", place))
    for domain, _, start, end in chosen:
        evidence.append(Evidence("domains", domain.name, Span(start, end)))
    if deadline is not None and deadline.date is not None:
        told = "told from the day of the text" if deadline.relative else "as written"
        place = Span(deadline.start, deadline.end)
        evidence.append(Evidence("deadline", f"{deadline.date}: {told}", place))
    return Trace(lead.rule, cue, tuple(evidence))
