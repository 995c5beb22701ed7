"""A text → a `Report`: the steps of reading, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from bilateral.model.dates import PartialDate
from bilateral.model.sources import Source
from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
from bilateral.query.reports import Report
from bilateral.reading import folding
from bilateral.reading.agents import Agent, agents
from bilateral.reading.commitments import commitments
from bilateral.reading.coreference import Resolver
from bilateral.reading.grammar.hits import Hit
from bilateral.reading.grammar.scan import Grammar
from bilateral.reading.leaders import leaders
from bilateral.reading.meetings import meeting
from bilateral.reading.mentions import Mention, mentions
from bilateral.reading.outline import Kind, Outline, outline
from bilateral.reading.participants import headed, participants
from bilateral.reading.partnerships import partnerships
from bilateral.reading.people import Person, people, tokens
from bilateral.reading.sentences import Sentence, sentences
from bilateral.reading.units import units

if TYPE_CHECKING:
    import datetime as dt

    from bilateral.model.commitments import Commitment


@define
class Document:
    """A text with everything that the steps have found in it so far."""

    text: str
    #: one kind of quotation mark, hyphen and space
    plain: str
    #: `plain` in lower case
    low: str
    #: `low` with spaces for hyphens
    spaced: str
    sha256: str
    date: PartialDate | None
    title: tuple[int, int] | None
    outline: Outline
    sentences: list[Sentence]
    mentions: list[Mention]
    persons: list[Person]
    agents: list[Agent]
    participants: tuple[str, ...]


def analyse(source: Source, shape: Outline) -> Document:
    """Take the steps that every kind of record needs."""
    text = source.text
    plain = folding.part(folding.plain(text), [(b.start, b.end) for b in shape.blocks])
    low = folding.lower(plain)
    body = sentences(text, shape)
    named = mentions(plain)
    title = (shape.title.start, shape.title.end) if shape.title else None
    persons = people(plain, named, title[1] if title else 0)
    acting = agents(plain, low, named, persons)
    titled: list[str] | None = None
    if title is None and source.title is not None:
        titled = _read_title(source.title, persons)
    present = participants(low, title, body, acting, titled)
    return Document(
        text=text,
        plain=plain,
        low=low,
        spaced=low.replace("-", " "),
        sha256=source.sha256,
        date=source.date,
        title=title,
        outline=shape,
        sentences=body,
        mentions=named,
        persons=persons,
        agents=acting,
        participants=present,
    )


def _read_title(words: str, persons: list[Person]) -> list[str]:
    """Read a title that is not part of the text: who meets, and whom the persons of the text serve."""
    plain = folding.plain(words)
    low = folding.lower(plain)
    named = mentions(plain)
    found = people(plain, named, 0)
    for person in persons:
        if person.code:
            continue
        for other in found:
            if other.code and tokens(other.name) & tokens(person.name):
                person.code, person.why = other.code, "named in the title"
    return headed(low, (0, len(low)), agents(plain, low, named, found))


def read(
    text: str,
    *,
    title: str | None = None,
    date: PartialDate | dt.date | str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Report:
    """Read a report that is already in memory.

    A first line that is followed by a date line (``2025-01-10``) is its title; what is given here goes
    before what the text says.

    Args:
        text: the whole text; it is kept as it is, and every span indexes it.
        title: the document's title, if it is not in the text.
        date: when it was published: a `PartialDate`, a `datetime.date`, or ``YYYY``, ``YYYY-MM`` or
            ``YYYY-MM-DD``.  Relative dates in the text are resolved against it.
        publisher: who published it.
        url: where it was found; it is not fetched.

    Raises:
        ValidationError: an argument has the wrong type or form.

    >>> report = read("Japan and Malaysia agreed to expand naval patrols by 2027.")
    >>> commitment = report.commitments.one()
    >>> str(commitment.force), str(commitment.deadline)
    ('pledge', '2027')
    """
    given = None if date is None else PartialDate.of(date)
    source = Source(text, title=title, date=given, publisher=publisher, url=url)
    shape = outline(text)
    if title is None and shape.title is not None:
        title = " ".join(shape.title.of(text).split())
    source = Source(
        text,
        title=title,
        date=given or shape.date,
        publisher=publisher,
        url=url,
        sections=tuple(shape.sections),
    )
    document = analyse(source, shape)
    people_found = leaders(document)
    return Report(
        source=source,
        meeting=meeting(document, people_found),
        leaders=Leaders(people_found),
        partnerships=Partnerships(partnerships(document)),
        commitments=Commitments(_commitments(document)),
        issues=Issues(()),
    )


def _commitments(document: Document) -> list[Commitment]:
    resolver = Resolver(document.participants, document.persons)
    year = document.date.year if document.date else None
    found: list[Commitment] = []
    stems: dict[int, list[Hit]] = {}
    at = 0
    low = document.low
    for sentence in document.sentences:
        inside = []
        while at < len(document.agents) and document.agents[at].start < sentence.end:
            if document.agents[at].start >= sentence.start:
                inside.append(document.agents[at])
            at += 1
        resolver.begin()
        grammar = Grammar(
            low, units(low, sentence.start, sentence.end, inside), sentence.end, resolver, year
        )
        hits = grammar.read()
        block = document.outline.blocks[sentence.block]
        if hits and block.end == sentence.end and document.text[sentence.end - 1] == ":":
            stems[sentence.block] = hits
        if (
            not hits
            and block.kind is Kind.ITEM
            and block.stem in stems
            and sentence.start == block.start
        ):
            hits = [_inherited(hit, sentence) for hit in stems[block.stem][-1:]]
        if hits:
            earlier = found[-1].domains if found else ()
            found += commitments(document, sentence, hits, inside, earlier)
    return found


def _inherited(hit: Hit, sentence: Sentence) -> Hit:
    content = (sentence.start, sentence.end)
    return Hit("commitment.item", hit.actors, hit.force, hit.reaffirmed, hit.cue, content)
