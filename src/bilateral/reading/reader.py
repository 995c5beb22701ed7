"""A text → a `Report`: the steps of reading, put together."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import define

from bilateral.collecting import uncollected
from bilateral.gazetteer import tables
from bilateral.gazetteer.words import Words
from bilateral.model.dates import PartialDate
from bilateral.model.sources import Source
from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
from bilateral.query.reports import Report
from bilateral.reading import folding
from bilateral.reading.agents import Agent, agents
from bilateral.reading.commitments import commitments
from bilateral.reading.issues import find_issues
from bilateral.reading.leaders import leaders
from bilateral.reading.meetings import meeting
from bilateral.reading.mentions import Mention, mentions
from bilateral.reading.outline import Outline, outline
from bilateral.reading.participants import headed, home, participants
from bilateral.reading.partnerships import partnerships
from bilateral.reading.people import Person, people, tokens
from bilateral.reading.sentences import Sentence, sentences
from bilateral.reading.serving import at_home, companions, delegations
from bilateral.reading.telling import kinds
from bilateral.reading.topics import Terms
from bilateral.reading.units import Units, divide

if TYPE_CHECKING:
    import datetime as dt

    from bilateral.gazetteer.lexicon import Lexicon


@define
class Passage:
    """A sentence with the agents in it, and its units."""

    sentence: Sentence
    agents: list[Agent]
    units: Units


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
    terms: Terms
    words: Words
    sha256: str
    date: PartialDate | None
    title: tuple[int, int] | None
    outline: Outline
    sentences: list[Sentence]
    #: where they begin
    starts: list[int]
    mentions: list[Mention]
    persons: list[Person]
    agents: list[Agent]
    participants: tuple[str, ...]
    #: the party of an office that the text never names, or empty
    home: str
    passages: list[Passage]


def analyse(source: Source, shape: Outline) -> Document:
    """Take the steps that every kind of record needs."""
    text = source.text
    plain = folding.part(folding.plain(text), [(b.start, b.end) for b in shape.blocks])
    low = folding.lower(plain)
    body = sentences(text, shape)
    words = Words.of(plain, kinds())
    named = mentions(plain, words)
    title = (shape.title.start, shape.title.end) if shape.title else None
    persons = people(plain, named, title[1] if title else 0, words)
    delegations(plain, persons, named)
    companions(plain, persons)
    acting = agents(plain, low, named, persons, words)
    titled: list[str] | None = None
    if title is None and source.title is not None:
        titled = _read_title(source.title, persons)
    present = participants(low, title, body, acting, titled)
    own = home(present, acting, persons, named)
    lead = (body[0].start, body[min(1, len(body) - 1)].end) if body else (0, 0)
    if at_home(text, plain, present, own, persons, named, lead):
        acting = agents(plain, low, named, persons, words)
        present = participants(low, title, body, acting, titled)
        own = home(present, acting, persons, named)
    spaced = low.replace("-", " ")
    return Document(
        text=text,
        plain=plain,
        low=low,
        spaced=spaced,
        terms=Terms(spaced, words),
        words=words,
        sha256=source.sha256,
        date=source.date,
        title=title,
        outline=shape,
        sentences=body,
        starts=[sentence.start for sentence in body],
        mentions=named,
        persons=persons,
        agents=acting,
        participants=(own, *present) if own else present,
        home=own,
        passages=_passages(low, body, acting),
    )


def _passages(low: str, body: list[Sentence], acting: list[Agent]) -> list[Passage]:
    """Deal the agents out to the sentences in which they stand, and divide these into units."""
    dealt = []
    begins = [agent.start for agent in acting]
    at = 0
    for sentence in body:
        first = bisect_left(begins, sentence.start, at)
        at = bisect_left(begins, sentence.end, first)
        dealt.append((sentence.start, sentence.end, acting[first:at]))
    units = divide(low, dealt)
    return [
        Passage(sentence, inside, one)
        for sentence, (_, _, inside), one in zip(body, dealt, units, strict=True)
    ]


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
    lexicon: Lexicon | None = None,
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
        lexicon: words of your own, read besides the package's tables; see `Lexicon`.

    Raises:
        ValidationError: an argument has the wrong type or form.

    >>> report = read("Japan and Malaysia agreed to expand naval patrols by 2027.")
    >>> commitment = report.commitments.one()
    >>> str(commitment.force), str(commitment.deadline)
    ('pledge', '2027')
    """
    with uncollected():
        return _read(text, title, date, publisher, url, lexicon)


def _read(
    text: str,
    title: str | None,
    date: PartialDate | dt.date | str | None,
    publisher: str | None,
    url: str | None,
    lexicon: Lexicon | None,
) -> Report:
    given = None if date is None else PartialDate.of(date)
    source = Source(text, title=title, date=given, publisher=publisher, url=url)
    shape = outline(text, titled=title is not None)
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
    with tables.extended(lexicon):
        return _report(source, shape)


def _report(source: Source, shape: Outline) -> Report:
    document = analyse(source, shape)
    people_found = leaders(document)
    read_units = [(p.sentence, p.units) for p in document.passages]
    return Report(
        source=source,
        meeting=meeting(document, people_found),
        leaders=Leaders(people_found),
        partnerships=Partnerships(partnerships(document)),
        commitments=Commitments(commitments(document)),
        issues=Issues(find_issues(document, read_units)),
    )
