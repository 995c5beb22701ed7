"""Hits → commitments: one record a sentence and acting set of parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from bilateral.model.commitments import Commitment, Force
from bilateral.reading.agents import Agent, Sort
from bilateral.reading.coreference import Resolver, Subject
from bilateral.reading.encounters import encounter
from bilateral.reading.grammar import words
from bilateral.reading.grammar.hits import Hit
from bilateral.reading.grammar.scan import Grammar
from bilateral.reading.promises import Promises
from bilateral.reading.quotations import Quotation, named_behind
from bilateral.reading.units import may_promise

if TYPE_CHECKING:
    from bilateral.model.domains import Domain
    from bilateral.reading.reader import Document
    from bilateral.reading.sentences import Sentence

#: Python 3.11 takes as long for each `Sort.OWNER` as for a call.
_OWNER = Sort.OWNER

_POINTING = frozenset(
    ["on", "upon", "to", "the", "following", "as", "follows", "that", "measures", "steps"]
)


#: what divides a list has at most so many words
_LABEL = 8

#: the preposition of an agent stands among so many characters before it
_NEAR = 20


def commitments(document: Document) -> list[Commitment]:
    """Read the commitments of a text, in its order."""
    resolver = Resolver(document.participants, document.persons, home=document.home)
    year = document.date.year if document.date else None
    low, blocks = document.low, document.outline.blocks
    promises = Promises(document)
    found: list[Commitment] = []
    stems: dict[int, Hit] = {}
    subjects: dict[int, Subject] = {}
    above: Hit | None = None
    quotation = None
    ahead: dict[int, Agent] = {}
    if '"' in low:
        quotation = Quotation()
        ahead = named_behind(
            low,
            [
                (x.sentence, x.agents, x.sentence.start == blocks[x.sentence.block].start)
                for x in document.passages
            ],
        )
    for number, passage in enumerate(document.passages):
        sentence, units, inside = passage.sentence, passage.units, passage.agents
        pair = encounter(low, inside, document.participants) if len(inside) > 1 else ()
        resolver.begin(
            pair, [code for agent in inside for code in agent.codes] if resolver.met else ()
        )
        start, end = sentence.start, sentence.end
        block = blocks[sentence.block]
        first = start == block.start
        if quotation is not None:
            quotation.follow(low, sentence, inside, resolver, first=first, ahead=ahead.get(number))
        if may_promise(low, document.words, start, end, units):
            leader = subjects.get(block.stem) if first and block.stem is not None else None
            hits = Grammar(low, units, end, resolver, year, leader).read()
        else:
            hits = []
            _remember(low, start, inside, resolver)
        if block.end == end and low[end - 1] == ":":
            if hits:
                above = hits[-1]
            elif inside or len(units.words) > _LABEL or any(unit.verb for unit in units.units):
                above = None
            if above is not None:  # also behind "Training:", which divides the list of a stem
                stems[sentence.block] = above
            subjects[sentence.block] = _stem_subject(sentence, inside, resolver)
        elif block.stem is None:
            above = None
        if not hits and first and block.stem in stems:
            hits = _inherited(low, stems[block.stem], sentence)
        if hits:
            earlier = found[-1].domains if found else ()
            found += _of_sentence(promises, sentence, hits, inside, earlier)
    return found


def _remember(low: str, start: int, inside: list[Agent], resolver: Resolver) -> None:
    """Keep who leads a sentence without a cue, for the pronouns of the next."""
    lead = 0
    while lead + 1 < len(inside) and _opens(low, start, inside[lead], inside[lead + 1]):
        lead += 1
    if lead >= len(inside) or inside[lead].sort is _OWNER:
        return
    group = inside[lead : lead + 1]
    if lead + 1 < len(inside):
        gap = low[inside[lead].end : inside[lead + 1].start]
        if gap.strip() in ("and", ", and"):
            group = inside[lead : lead + 2]
    resolver.remember(resolver.subject(group))


def _opens(low: str, start: int, agent: Agent, following: Agent) -> bool:
    """Say whether an agent is in what opens a sentence: "Talking to Foreign Minister Rey, Paz praised …"."""
    before = low[max(start, agent.start - _NEAR) : agent.start].split()
    if not before or not (before[-1] in words.PREPOSITIONS or before[-1] == "to"):
        return False
    return low.endswith((", ", ", the "), agent.end, following.start)


def _stem_subject(sentence: Sentence, inside: list[Agent], resolver: Resolver) -> Subject:
    """Return who acts in the items of a list: the first named in its stem, else all who meet."""
    if inside and inside[0].sort is not _OWNER:
        subject = resolver.subject(inside[:1])
        if subject.codes:
            return subject
    return Subject(
        *(resolver.participants, sentence.start, sentence.end, "all who meet"),
        plural=True,
        named=False,
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
    promises: Promises,
    sentence: Sentence,
    hits: list[Hit],
    inside: list[Agent],
    earlier: tuple[Domain, ...] = (),
) -> list[Commitment]:
    """Put the hits of one sentence together.

    Hits with the same actors are one commitment: its force is the firmest, and it is reaffirmed if any
    is.  A request stands beside the promises of the same actors.

    Args:
        promises: makes the records.
        sentence: the sentence.
        hits: where it makes commitments.
        inside: the agents in it.
        earlier: the domains of the commitment before, for words that tell none: "they undertook to
            finalise the arrangement".
    """
    low = promises.low
    if low[sentence.end - 1] == ":":
        # "The two sides intend to:" promises nothing by itself; its list does.
        hits = [hit for hit in hits if len(_told(low[slice(*hit.content)])) > 2]
    if len(hits) == 1:
        return [promises.record(sentence, hits, inside, earlier, alone=True)]
    hits = [_clipped(hit, hits) for hit in hits]
    groups: dict[tuple[frozenset[str], bool], list[Hit]] = {}
    for hit in hits:
        key = (frozenset(hit.actors.codes), hit.force is Force.REQUEST)
        groups.setdefault(key, []).append(hit)
    return [
        promises.record(sentence, group, inside, earlier, alone=len(groups) == 1)
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
