"""Title and lead → the meeting that a text reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilateral.gazetteer import tables
from bilateral.gazetteer.kinds import MEETING
from bilateral.gazetteer.lookup import by_party_code
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.names import NameKind
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import Anchored, first_words
from bilateral.model.meetings import Meeting
from bilateral.model.spans import Span
from bilateral.model.traces import Evidence, Trace
from bilateral.reading.dates import find_dates, find_deadline
from bilateral.reading.tags import verb_table

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from bilateral.model.dates import PartialDate
    from bilateral.model.people import Leader
    from bilateral.reading.dates import DateMention
    from bilateral.reading.mentions import Mention
    from bilateral.reading.reader import Document

_AT = re.compile(r"\b(?:in|at|(?P<to>to))(?: +the)? +$")
#: how what it matches ends
_AT_ENDS = ("in ", "at ", "to ", "the ", "  ")
#: the words of a limit are no longer: "on or before"
_LIMIT = 30
_ON = re.compile(r"\b(?:on|today|yesterday|this) *$")

#: what names where they meet
_PLACES = (
    *(NameKind.PLACE, NameKind.CAPITAL, NameKind.COUNTRY),
    *(NameKind.METONYM, NameKind.OTHER),
)

#: kinds of ``places.csv`` too wide to meet in, unless they lie in a country
_WIDE = ("region", "sea")


@derived
def kinds() -> tuple[Anchored, dict[str, int], list[str]]:
    """Return the search for the words, the place of each one's kind in the table, and the kinds."""
    kinds = {word: row["kind"] for row in tables.meetings() for word in tables.items(row["words"])}
    order = list(dict.fromkeys(kinds.values()))
    rank = {kind: at for at, kind in enumerate(order)}
    pattern = re.compile(rf"(?:{trie_pattern(kinds)})(?!\w)")
    ranks = {word: rank[kind] for word, kind in kinds.items()}
    return Anchored(pattern, first_words(kinds)), ranks, order


def meeting(document: Document, leaders: list[Leader]) -> Meeting | None:
    """Read kind, date and place of the encounter from the title and the first sentences."""
    if not document.participants and not leaders:
        return None
    lead = document.sentences[:2]
    stretches = ([document.title] if document.title else []) + [(s.start, s.end) for s in lead]
    found = _kind(document, stretches)
    if found is None and len(document.participants) < 2:
        return None
    kind, span = found if found is not None else (None, None)
    place = None if kind == "call" else _place(document, stretches)  # a call has no place
    date = _date(document, stretches)
    present = set(document.participants)
    limit = stretches[-1][1] if stretches else 0
    attending = [
        leader
        for leader in leaders
        if leader.party is not None
        and leader.party.code in present
        and leader.mentions
        and leader.mentions[0].start < limit
    ]
    evidence = [Evidence("kind", kind, span)] if kind is not None else []
    if place is not None:
        evidence.append(Evidence("place", place[0], place[1]))
    known = by_party_code()
    return Meeting(
        kind=kind,
        date=date,
        place=place[0] if place is not None else None,
        parties=tuple([known[code] for code in document.participants]),
        leaders=tuple(attending),
        span=span,
        trace=Trace("meeting.lead", span, tuple(evidence)),
    )


def _kind(document: Document, stretches: list[tuple[int, int]]) -> tuple[str, Span] | None:
    """Return the most telling word: the title's before the lead's, the table's order decides."""
    search, ranks, order = kinds()
    low, words, firsts = document.low, document.words, search.firsts
    for start, end in stretches:
        if firsts is None:
            hits = search.find(low, words, start, end)
        else:
            hits = search.at(low, words.places(MEETING, firsts, start, end), start, end)
        matches = [
            (ranks[" ".join(m.group().split())], m.start(), m.end())
            for m in hits
            if m.group() != "call" or not low.startswith(" for ", m.end())  # "call for dialogue"
        ]
        if matches:
            rank, begin, stop = min(matches)
            return order[rank], Span(begin, stop)
    return None


def _place(document: Document, stretches: list[tuple[int, int]]) -> tuple[str, Span] | None:
    """Return the place that "in" or "at" introduces in the lead."""
    low = document.low
    first = document.sentences[0].end if document.sentences else 0
    host = None
    for start, end in stretches:
        for mention in document.mentions:
            if mention.start < start or mention.end > end:
                if mention.start >= end:
                    break  # they are in the order of the text
                continue
            if mention.kind not in _PLACES or not low.endswith(_AT_ENDS, start, mention.start):
                continue
            if mention.name.label in _WIDE and not mention.name.codes:
                continue  # "stability in the Indo-Pacific"
            before = _AT.search(low, max(start, mention.start - 9), mention.start)
            if before is None:
                continue
            if before["to"]:
                if host is None and start < first and _is_host(document, start, before.start()):
                    host = mention
            elif start < first or _is_told(document, start, before.start()):
                return _named(document, mention)
    return _named(document, host) if host is not None else None


def _named(document: Document, mention: Mention) -> tuple[str, Span]:
    """Return the words for a place; an article with a capital letter belongs to them."""
    start = mention.start
    if document.plain.endswith("The ", 0, start):
        start -= len("The ")
    span = Span(start, mention.end)
    return " ".join(span.of(document.text).split()), span


def _is_told(document: Document, start: int, at: int) -> bool:
    """Say whether a sentence behind the first tells at `at` where they met, and not where anything else is.

    Its last verb before says that they met: "The talks took place in Lima", not "They discussed the
    drought in Sudan".
    """
    part = document.words.words[document.words.range(start, at)]
    if not part or part[-2:] == ["took", "place"]:
        return True  # "In Lima, they …"
    return _governs(_classes()["convening"] | kinds()[1].keys(), part)


def _is_host(document: Document, start: int, at: int) -> bool:
    """Say whether "to" at `at` tells where a guest came: "welcomed the President to Lima"."""
    words = document.words
    return _governs(_classes()["guest"], words.words[words.range(start, at)])


def _governs(telling: AbstractSet[str], words: list[str]) -> bool:
    """Say whether one of the telling words stands among these, with no verb behind it."""
    verbs = verb_table()
    for word in reversed(words):
        if word.lower() in telling:
            return True
        if word in verbs:  # which have small letters: "United" is part of a name
            return False
    return False


@derived
def _classes() -> dict[str, frozenset[str]]:
    """Return class of ``function_words.csv`` → its words, of those that are asked for here."""
    found: dict[str, set[str]] = {"convening": set(), "guest": set()}
    for row in tables.function_words():
        if row["class"] in found:
            found[row["class"]].add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}


def _date(document: Document, stretches: list[tuple[int, int]]) -> PartialDate | None:
    """Return the day that the lead gives; a report without one tells no date of the meeting."""
    for start, end in stretches:
        for mention in find_dates(document.plain, start, end, document.date, document.words):
            if mention.date is None or mention.date.precision != "day":
                continue
            if not _is_limit(document, max(start, mention.start - _LIMIT), mention):
                return mention.date
    return None


def _is_limit(document: Document, start: int, day: DateMention) -> bool:
    """Say whether a day is by when something will be done: "by 29 January"."""
    limit = find_deadline(document.plain, start, day.end, None, document.words)
    return limit is not None and limit.start < day.start < limit.end
