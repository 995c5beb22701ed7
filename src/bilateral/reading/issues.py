"""Units → issues: the problems that a text presents, and the matters that were discussed.

A matter of the agenda is the object of a verb or noun of discussion, each member of an enumeration by
itself (`bilateral.reading.agenda`); a problem is a noun of the table with what locates or qualifies it
(`bilateral.reading.problems`).  This module makes them records, one a distinct issue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from bilateral.gazetteer.issue_words import words
from bilateral.gazetteer.lookup import by_party_code
from bilateral.gazetteer.names import NameKind
from bilateral.gazetteer.tables import derived
from bilateral.model.identifiers import derive
from bilateral.model.issues import Issue
from bilateral.model.spans import Span
from bilateral.model.traces import Evidence, Trace
from bilateral.reading.agents import Sort
from bilateral.reading.matters import find, tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.model.parties import Party
    from bilateral.reading.findings import Found
    from bilateral.reading.mentions import Mention
    from bilateral.reading.phrases import Chunker
    from bilateral.reading.reader import Document
    from bilateral.reading.sentences import Sentence
    from bilateral.reading.units import Units

#: So many names that share a word are compared, so that time grows with the text and no faster.
_ENOUGH = 64
_BILATERAL = frozenset(["bilateral", "trilateral"])
#: A name of another kind that is no agent where it stands is a place: Gaza, and Jerusalem.
_OFFICE, _PERSON = NameKind.OFFICE, NameKind.PERSON
_TOGETHER = Sort.TOGETHER
_THERE = frozenset(["by", "with", "from"])
_STOP = frozenset(["regarding", "including", "situation", "issue", "matter", "related", "case"])
#: Groups of which a text has one: later words for it are the same issue.
_ONE = frozenset(["climate", "pandemic"])
#: Groups of which a text has one if no party is named with it.
_ONE_UNPLACED = frozenset(["terrorism", "drugs", "war"])
#: The war, and words for the fighting in it.
_FIGHTS = frozenset(["war", "fighting"])


def find_issues(document: Document, sentence_units: list[tuple[Sentence, Units]]) -> list[Issue]:
    """Return the issues of a text in their order, each at the first sentence that presents it.

    Args:
        document: the text with what the steps before have found.
        sentence_units: its sentences, each with its units.
    """
    places = {
        mention.start: mention
        for mention in document.mentions
        if mention.kind is not _OFFICE and mention.kind is not _PERSON
    }
    present = frozenset(document.participants)
    known = _Known()
    found: list[Issue] = []
    table = tables()
    parties = by_party_code()
    for sentence, units in sentence_units:
        presented = find(units, places, document.plain, table, present)
        if presented is None:
            continue
        chunker, matters = presented
        for one in matters:
            issue = _record(document, sentence, chunker, one, known, parties)
            if issue is not None:
                found.append(issue)
    return found


@define(eq=False)
class _Known:
    """The issues so far, by their telling words, and as groups with the parties concerned."""

    #: a telling word → the names that have it
    having: dict[str, list[frozenset[str]]] = field(factory=dict)
    #: the first telling word in the order of the alphabet → the names of two words or more
    longer: dict[str, list[frozenset[str]]] = field(factory=dict)
    groups: set[tuple[str, str]] = field(factory=set)

    def is_new(self, tokens: frozenset[str], codes: tuple[str, ...], group: str) -> bool:
        """Say whether no issue like this is known, and keep it."""
        old = self._is_part(tokens) or self._has_part(tokens)
        groups = self.groups
        if group:
            if group in _ONE or (group in _ONE_UNPLACED and not codes):
                old = old or (group, "") in groups
            elif group in _FIGHTS and codes and not old:
                # "the fighting in Ukraine" is the war there, "Russia's aggression" the invasion of Ukraine
                same = [("war", code) in groups for code in codes]
                old = any(same) if group == "war" else all(same)
            groups.add((group, ""))
            groups.update([(group, code) for code in codes])
        if old:
            return False
        for token in tokens:
            self.having.setdefault(token, []).append(tokens)
        if len(tokens) > 1:
            self.longer.setdefault(min(tokens), []).append(tokens)
        return True

    def _is_part(self, tokens: frozenset[str]) -> bool:
        """Say whether a name with all these words is known."""
        having = self.having
        if not having.keys() >= tokens:
            return False  # a word that no name has
        lists = [having[token] for token in tokens]
        return not lists or any(tokens <= name for name in min(lists, key=len)[:_ENOUGH])

    def _has_part(self, tokens: frozenset[str]) -> bool:
        """Say whether a name is known all of whose words, two or more, are among these."""
        longer = self.longer
        if longer.keys().isdisjoint(tokens):
            return False
        return any(name <= tokens for token in tokens for name in longer.get(token, ())[:_ENOUGH])


@derived
def _empty() -> frozenset[str]:
    """Words that do not tell one issue from another."""
    return words("generic") | _STOP


def _tokens(chunker: Chunker, one: Found) -> frozenset[str]:
    """Return the telling words of a name, in the singular; a party counts by its codes."""
    found: set[str] = set()
    empty = _empty()
    said, kinds = chunker.words, chunker.kinds
    for at in range(one.phrase.first, one.phrase.last):
        word = said[at]
        if not word:
            agent = chunker.units[at].agent
            if agent is not None:
                found.update(agent.codes)
        elif kinds[at] in "awei" and word not in empty:
            if "-" in word:
                found.update([_singular(part) for part in word.split("-")])
            else:
                found.add(_singular(word))
    return frozenset(found)


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def _record(
    document: Document,
    sentence: Sentence,
    chunker: Chunker,
    one: Found,
    known: _Known,
    party_of: Mapping[str, Party],
) -> Issue | None:
    units = chunker.units
    first, _, last, _ = one.phrase
    start = chunker.starts[first]
    end = chunker.end(last - 1)
    if document.low.startswith("the ", start):
        start += 4
    codes = _codes(document, chunker, one)
    if last == first + 1 and units[first].agent is not None:
        if set(codes) <= set(document.participants):
            return None  # those who meet are no matter
    if not known.is_new(_tokens(chunker, one), codes, one.group):
        return None
    span = Span(start, end)
    name = " ".join(document.text[start:end].split())
    topics = document.terms.topics
    chosen = topics(start, end) or topics(sentence.start, sentence.end)
    parties: dict[str, Party] = {code: party_of[code] for code in codes if code in party_of}
    evidence = [Evidence("name", "what is presented", span)]
    for domain, _, begin, stop in chosen:
        evidence.append(Evidence("domains", domain.name, Span(begin, stop)))
    return Issue(
        name,
        parties=tuple(parties.values()),
        domains=tuple([topic.domain for topic in chosen]),
        section=sentence.section,
        span=span,
        id=derive("i", document.sha256, span, name, parties),
        trace=Trace(one.rule, Span(one.cue[0], one.cue[1]), tuple(evidence)),
    )


def _codes(document: Document, chunker: Chunker, one: Found) -> tuple[str, ...]:
    """Return whom a matter concerns: who is named in it, owns it, or directly follows it."""
    found: dict[str, None] = {}
    last = one.phrase.last
    if chunker.words[last] in _THERE and chunker.kinds[last + 1] == "A":
        last += 2
    mutual = False
    words, units, places = chunker.words, chunker.units, chunker.places
    for at in range(one.context, min(last, len(units))):
        word = words[at]
        if word:
            if word in _BILATERAL:
                mutual = True
            if chunker.starts[at] in places:
                found.update(_of_place(places[chunker.starts[at]]))
            continue
        agent = units[at].agent
        if agent is None:
            continue
        if agent.sort is _TOGETHER:
            mutual = True
        else:
            for code in agent.codes:
                found[code] = None
    if mutual and not found:
        return document.participants
    return tuple(found)


def _of_place(mention: Mention) -> dict[str, None]:
    """Return the parties of a place; one that many share tells nothing."""
    if mention.code:
        return {mention.code: None}
    if len(mention.name.codes) > 2:
        return {}
    return dict.fromkeys(mention.name.codes)
