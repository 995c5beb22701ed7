"""Hits → commitments: one record a sentence and acting set of parties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve

from bilateral.gazetteer import lookup, tables
from bilateral.gazetteer.lookup import by_party_code
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.tables import derived
from bilateral.model.commitments import Commitment, Force, prefix
from bilateral.model.identifiers import derive
from bilateral.model.spans import Span
from bilateral.model.traces import Evidence, Trace
from bilateral.reading.addressees import addressees as addressees_of
from bilateral.reading.agents import Agent, Sort
from bilateral.reading.amounts import find_amounts
from bilateral.reading.coreference import Resolver
from bilateral.reading.dates import find_deadline
from bilateral.reading.grammar import words
from bilateral.reading.grammar.hits import Hit
from bilateral.reading.grammar.scan import Grammar
from bilateral.reading.topics import Topic
from bilateral.reading.units import may_promise

if TYPE_CHECKING:
    from bilateral.model.domains import Domain
    from bilateral.model.parties import Party
    from bilateral.reading.reader import Document
    from bilateral.reading.sentences import Sentence

_FIRMEST = {Force.REQUEST: 0, Force.ASPIRATION: 1, Force.INTENT: 2, Force.PLEDGE: 3}


def commitments(document: Document) -> list[Commitment]:
    """Read the commitments of a text, in its order."""
    resolver = Resolver(document.participants, document.persons, home=document.home)
    year = document.date.year if document.date else None
    low = document.low
    found: list[Commitment] = []
    stems: dict[int, Hit] = {}
    for passage in document.passages:
        sentence = passage.sentence
        resolver.begin()
        if may_promise(low, document.words, sentence.start, sentence.end, passage.units):
            hits = Grammar(low, passage.units, sentence.end, resolver, year).read()
        else:
            hits = []
            _remember(low, passage.agents, resolver)
        block = document.outline.blocks[sentence.block]
        if hits and block.end == sentence.end and low[sentence.end - 1] == ":":
            stems[sentence.block] = hits[-1]
        if not hits and block.stem in stems and sentence.start == block.start:
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


def _inherited(low: str, stem: Hit, sentence: Sentence) -> list[Hit]:
    """Give a list item the actors and force of its stem, if it names conduct.

    An item that opens with an article defines a term or states a principle.
    """
    first = low[sentence.start : sentence.end].partition(" ")[0].strip('*",.')
    if first in words.ARTICLES:
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
        hits = [
            hit for hit in hits if len(document.low[slice(*hit.content)].strip(" :").split()) > 2
        ]
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
    lead = max(group, key=lambda hit: _FIRMEST[hit.force])
    known = by_party_code()
    actors = tuple([known[code] for code in lead.actors.codes])
    addressed = dict.fromkeys([code for hit in group for code in hit.addressees])
    if not addressed and lead.force is not Force.REQUEST:
        for hit in group:
            found = addressees_of(document.low, hit.cue[0], hit.content[1], inside)
            addressed.update(dict.fromkeys(found))
    addressees = tuple([known[code] for code in addressed if code not in lead.actors.codes])
    span = Span(sentence.start, sentence.end)
    text = document.text[sentence.start : sentence.end]
    chosen = _domains(document, group, sentence)
    start = min(hit.content[0] for hit in group) if not alone else sentence.start
    stop = max(hit.content[1] for hit in group) if not alone else sentence.end
    deadline = find_deadline(document.plain, start, stop, document.date, document.words)
    return Commitment(
        text,
        actors=actors,
        force=lead.force,
        reaffirmed=any(hit.reaffirmed for hit in group),
        domains=tuple([topic.domain for topic in chosen]) or earlier or _general(),
        addressees=addressees,
        deadline=None if deadline is None else deadline.date,
        amounts=tuple(find_amounts(document.plain, start, stop, document.words)),
        section=sentence.section,
        span=span,
        id=derive(prefix(lead.force), document.sha256, span, text, lead.actors.codes),
        trace=_trace(lead, group, chosen, actors),
    )


def _domains(document: Document, group: list[Hit], sentence: Sentence) -> list[Topic]:
    """Read the domains from what is promised; where that tells little, from what stands around it.

    "The Participants intend to cooperate on this issue": the heading, then the title, say on which.
    """
    start = min(hit.content[0] for hit in group)
    end = max(hit.content[1] for hit in group)
    aside = _asides().search(document.low, min(start + 12, end), end)
    stretches = [(start, aside.start())] if aside is not None else []
    stretches += [(start, end), (sentence.start, sentence.end)]
    if sentence.section is not None and sentence.section.span is not None:
        stretches.append((sentence.section.span.start, sentence.section.span.end))
    if document.title is not None:
        stretches.append(document.title)
    weak: list[Topic] = []
    for stretch in stretches:
        found = document.terms.topics(*stretch)
        if any(topic.weight > 1 for topic in found):
            return found
        weak = weak or found
    return weak


@derived
def _asides() -> re.Pattern[str]:
    words = [row["words"] for row in tables.asides()]
    return re.compile(rf"(?<!\w)(?:{trie_pattern(words)})(?!\w)")


@derived
def _general() -> tuple[Domain, ...]:
    """Return the domain of a promise whose words tell none: foreign relations in general."""
    return tuple([domain for domain in lookup.domains() if domain.name == "diplomacy"])


def _trace(lead: Hit, group: list[Hit], chosen: list[Topic], actors: tuple[Party, ...]) -> Trace:
    who = ", ".join([party.name for party in actors])
    subject = Span(lead.actors.start, lead.actors.end)
    evidence = [
        Evidence("actors", f"{who}: {lead.actors.note}", subject),
        Evidence("force", lead.force.value, Span(*lead.cue)),
    ]
    evidence += [
        Evidence("reaffirmed", "already promised or under way", Span(*hit.cue))
        for hit in group
        if hit.reaffirmed
    ][:1]
    evidence += [
        Evidence("domains", topic.domain.name, Span(topic.start, topic.end)) for topic in chosen
    ]
    return Trace(lead.rule, Span(*lead.cue), tuple(evidence))
