"""Hits → commitments: one record a sentence and acting set of parties."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING

from attrs import evolve

from bilateral.gazetteer import lookup
from bilateral.gazetteer.lookup import by_party_code
from bilateral.gazetteer.tables import derived
from bilateral.model.commitments import Commitment, Force, prefix
from bilateral.model.identifiers import derive
from bilateral.model.spans import Span
from bilateral.model.traces import Evidence, Trace
from bilateral.reading.addressees import addressees as addressees_of
from bilateral.reading.agents import Agent, Sort
from bilateral.reading.amounts import find_amounts
from bilateral.reading.asides import find_aside
from bilateral.reading.coreference import Resolver, Subject
from bilateral.reading.dates import DateMention, find_deadline
from bilateral.reading.grammar import words
from bilateral.reading.grammar.hits import Hit
from bilateral.reading.grammar.scan import Grammar
from bilateral.reading.quotations import Quotation
from bilateral.reading.topics import Topic
from bilateral.reading.units import may_promise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.model.domains import Domain
    from bilateral.model.parties import Party
    from bilateral.reading.reader import Document
    from bilateral.reading.sentences import Sentence

_POINTING = frozenset(
    ["on", "upon", "to", "the", "following", "as", "follows", "that", "measures", "steps"]
)
#: so many sentences back a pointer may point: "in these areas"
_BACK = 2
_FIRMEST = {Force.REQUEST: 0, Force.ASPIRATION: 1, Force.INTENT: 2, Force.PLEDGE: 3}


def commitments(document: Document) -> list[Commitment]:
    """Read the commitments of a text, in its order."""
    resolver = Resolver(document.participants, document.persons, home=document.home)
    year = document.date.year if document.date else None
    low = document.low
    found: list[Commitment] = []
    stems: dict[int, Hit] = {}
    subjects: dict[int, Subject] = {}
    quotation = Quotation()
    for passage in document.passages:
        sentence = passage.sentence
        resolver.begin()
        block = document.outline.blocks[sentence.block]
        first = sentence.start == block.start
        quotation.follow(low, sentence, passage.agents, resolver, first=first)
        leader = subjects.get(block.stem) if block.stem is not None and first else None
        if may_promise(low, document.words, sentence.start, sentence.end, passage.units):
            hits = Grammar(low, passage.units, sentence.end, resolver, year, leader).read()
        else:
            hits = []
            _remember(low, passage.agents, resolver)
        if hits and block.end == sentence.end and low[sentence.end - 1] == ":":
            stems[sentence.block] = hits[-1]
        if block.end == sentence.end and low[sentence.end - 1] == ":":
            subjects[sentence.block] = _stem_subject(passage.agents, resolver)
        if not hits and block.stem in stems and first:
            hits = _inherited(low, stems[block.stem], sentence)
        if hits:
            earlier = found[-1].domains if found else ()
            found += _of_sentence(document, sentence, hits, passage.agents, earlier)
    return found


def _remember(low: str, inside: list[Agent], resolver: Resolver) -> None:
    """Keep who leads a sentence without a cue, for the pronouns of the next."""
    if not inside or inside[0].sort is Sort.OWNER:
        return
    group = inside[:1]
    if len(inside) > 1 and low[inside[0].end : inside[1].start].strip() in ("and", ", and"):
        group = inside[:2]
    resolver.remember(resolver.subject(group))


def _stem_subject(inside: list[Agent], resolver: Resolver) -> Subject:
    """Return who acts in the items of a list: the first named in its stem, else all who meet."""
    if inside and inside[0].sort is not Sort.OWNER:
        subject = resolver.subject(inside[:1])
        if subject.codes:
            return subject
    start = inside[0].start if inside else 0
    return Subject(
        resolver.participants, start, start + 1, "all who meet", plural=True, named=False
    )


def _inherited(low: str, stem: Hit, sentence: Sentence) -> list[Hit]:
    """Give a list item the actors and force of its stem, if it names conduct.

    An item that opens with an article defines a term or states a principle.
    """
    opening = [word.strip('*",.') for word in low[sentence.start : sentence.end].split(None, 3)[:3]]
    if opening[0] in words.ARTICLES:
        # "the strengthening of ties" names conduct as a verb would
        doing = (
            len(opening) == 3 and opening[1].endswith(("ment", "ion", "ing")) and opening[2] == "of"
        )
        if not doing:
            return []
    content = (sentence.start, sentence.end)
    return [Hit("commitment.item", stem.actors, stem.force, stem.reaffirmed, stem.cue, content)]


def _of_sentence(
    document: Document,
    sentence: Sentence,
    hits: list[Hit],
    inside: list[Agent],
    earlier: tuple[Domain, ...] = (),
) -> list[Commitment]:
    """Put the hits of one sentence together.

    Hits with the same actors are one commitment: its force is the firmest, and it is reaffirmed if any
    is.  A request stands beside the promises of the same actors.

    Args:
        document: the text with what was found in it.
        sentence: the sentence.
        hits: where it makes commitments.
        inside: the agents in it.
        earlier: the domains of the commitment before, for words that tell none: "they undertook to
            finalise the arrangement".
    """
    if document.low[sentence.end - 1] == ":":
        # "The two sides intend to:" promises nothing by itself; its list does.
        hits = [hit for hit in hits if len(_told(document.low[slice(*hit.content)])) > 2]
    if len(hits) == 1:
        return [_record(document, sentence, hits, inside, earlier, alone=True)]
    hits = [_clipped(hit, hits) for hit in hits]
    groups: dict[tuple[frozenset[str], bool], list[Hit]] = {}
    for hit in hits:
        key = (frozenset(hit.actors.codes), hit.force is Force.REQUEST)
        groups.setdefault(key, []).append(hit)
    return [
        _record(document, sentence, group, inside, earlier, alone=len(groups) == 1)
        for group in groups.values()
    ]


def _told(words: str) -> list[str]:
    """Return the words of a stem that tell what is promised: "on the following:" tells nothing."""
    return [word for word in words.strip(" :").split() if word not in _POINTING]


def _clipped(hit: Hit, hits: list[Hit]) -> Hit:
    """End what a hit promises where another party begins to promise something."""
    end = min(
        [
            other.actors.start
            for other in hits
            if other.actors.start > hit.cue[1] and set(other.actors.codes) != set(hit.actors.codes)
        ],
        default=hit.content[1],
    )
    return evolve(hit, content=(hit.content[0], end)) if end < hit.content[1] else hit


def _record(
    document: Document,
    sentence: Sentence,
    group: list[Hit],
    inside: list[Agent],
    earlier: tuple[Domain, ...],
    *,
    alone: bool,
) -> Commitment:
    lead = group[0]
    start, stop = lead.content
    reaffirmed = lead if lead.reaffirmed else None
    for hit in group[1:]:
        if _FIRMEST[hit.force] > _FIRMEST[lead.force]:
            lead = hit
        start, stop = min(start, hit.content[0]), max(stop, hit.content[1])
        if reaffirmed is None and hit.reaffirmed:
            reaffirmed = hit
    known = by_party_code()
    codes = lead.actors.codes
    actors = tuple([known[code] for code in codes])
    addressed = dict.fromkeys([code for hit in group for code in hit.addressees])
    if not addressed and inside and lead.force is not Force.REQUEST:
        for hit in group:
            found = addressees_of(document.low, document.words, hit.cue[0], hit.content[1], inside)
            addressed.update(dict.fromkeys(found))
    section = sentence.section
    chosen = _domains(document, start, stop, sentence)
    domains = tuple([topic.domain for topic in chosen]) or earlier or _general()
    span = Span(sentence.start, sentence.end)
    text = document.text[sentence.start : sentence.end]
    if alone:
        start, stop = sentence.start, sentence.end
    deadline = find_deadline(document.plain, start, stop, document.date, document.words)
    return Commitment(
        text,
        actors=actors,
        force=lead.force,
        reaffirmed=reaffirmed is not None,
        domains=domains,
        addressees=tuple([known[code] for code in addressed if code not in codes]),
        deadline=None if deadline is None else deadline.date,
        amounts=tuple(find_amounts(document.plain, start, stop, document.words)),
        section=section,
        span=span,
        id=derive(prefix(lead.force), document.sha256, span, text, codes),
        trace=_trace(lead, reaffirmed, chosen, actors, deadline),
    )


def _domains(document: Document, start: int, end: int, sentence: Sentence) -> list[Topic]:
    """Read the domains from what is promised; where that tells little, from what stands around it.

    "The Participants intend to cooperate on this issue": the sentences before it in the paragraph, then
    the heading, then the title, say on which.
    """
    topics = document.terms.topics
    weak: list[Topic] = []
    aside = find_aside(document.low, document.words, min(start + 12, end), end)
    if aside is not None:
        weak = topics(start, aside)
        if weak and weak[0].weight > 1:
            return weak
    for first, last in chain([(start, end)], _around(document, sentence)):
        found = topics(first, last)
        # weak terms speak only where there is no other: the first tells which they are
        if found and found[0].weight > 1:
            return found
        weak = weak or found
    return weak


def _around(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the sentence, those before it in its paragraph, the nearest first, heading and title."""
    yield sentence.start, sentence.end
    at = bisect_left(document.starts, sentence.start)
    for one in reversed(document.sentences[max(0, at - _BACK) : at]):
        if one.block == sentence.block:
            yield one.start, one.end
    if sentence.section is not None and sentence.section.span is not None:
        yield sentence.section.span.start, sentence.section.span.end
    if document.title is not None:
        yield document.title


@derived
def _general() -> tuple[Domain, ...]:
    """Return the domain of a promise whose words tell none: foreign relations in general."""
    return tuple([domain for domain in lookup.domains() if domain.name == "diplomacy"])


def _trace(
    lead: Hit,
    reaffirmed: Hit | None,
    chosen: list[Topic],
    actors: tuple[Party, ...],
    deadline: DateMention | None,
) -> Trace:
    who = ", ".join([party.name for party in actors])
    cue = Span(lead.cue[0], lead.cue[1])
    subject = lead.actors
    evidence = [
        Evidence("actors", f"{who}: {subject.note}", Span(subject.start, subject.end)),
        Evidence("force", lead.force.value, cue),
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
