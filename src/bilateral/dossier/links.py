"""Which commitments reaffirm or repeat an earlier one.

Two commitments are compared if the same parties act and they share a policy field at the top of the
tree.  Their likeness is the share of the words of either that both have (Jaccard's index), without
the words of grammar and of promising, and without endings.

No two commitments are compared for nothing: to be alike by half, two must share one of their rarer
words, and only those that do are looked at (the prefix filter of Chaudhuri, Ganti and Kaushik,
2006).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal

from attrs import frozen

from bilateral.dossier.order import when
from bilateral.gazetteer import holders, tables
from bilateral.gazetteer.tables import derived
from bilateral.model.commitments import Commitment, Force
from bilateral.model.parties import codes
from bilateral.query.reports import Report

#: How alike two commitments must be for the later to repeat the earlier; and where the later is
#: itself marked as promised before.
REPEATS = 0.5
REAFFIRMS = 0.4
# So many that share a word are looked at, the latest first, and so many in all, by the rarest words
# first: a phrase that every report has must not have every two compared.
_MOST_FOR_A_WORD = 200
_MOST_IN_ALL = 1000


@frozen(kw_only=True)
class Link:
    """A commitment that takes an earlier one up.

    Fields:
        later: the id of the later commitment.
        earlier: the id of the earlier one, the most alike of all, and of equally alike ones the
            latest.
        kind: ``"reaffirms"`` where the later is marked as promised before or under way,
            ``"repeats"`` where it is not.
        likeness: from 0 to 1, the share of words in common.

    >>> Link(later="c-2", earlier="c-1", kind="repeats", likeness=0.75).kind
    'repeats'
    """

    later: str
    earlier: str
    kind: Literal["reaffirms", "repeats"]
    likeness: float


def find_links(reports: Sequence[Report]) -> tuple[Link, ...]:
    """Return for each commitment the earlier one that it takes up, if there is one.

    Args:
        reports: in order.  Those without a date are left out: nobody knows whether they are
            earlier.
    """
    entries = list(_entries(reports))
    frequency = Counter([word for entry in entries for word in entry.words])
    index: dict[tuple[object, ...], list[int]] = {}
    made = []
    for number, entry in enumerate(entries):
        rarest = sorted(entry.words, key=lambda word: (frequency[word], word))
        needed = math.ceil(REAFFIRMS * len(rarest) - 1e-9)  # words that the two must have in common
        telling = rarest[: len(rarest) - needed + 1]
        places = [(entry.force, entry.actors, top, w) for w in telling for top in entry.tops]
        if (link := _best(entry, places, index, entries)) is not None:
            made.append(link)
        for place in places:
            index.setdefault(place, []).append(number)
    return tuple(made)


@frozen
class _Entry:
    commitment: Commitment
    source: str
    force: bool
    actors: frozenset[str]
    tops: tuple[str, ...]
    words: frozenset[str]


def _entries(reports: Sequence[Report]) -> Iterator[_Entry]:
    seen = set()
    for report in reports:
        source = report.source.sha256
        if when(report) is None or source in seen:  # a text that is there twice repeats nothing
            continue
        seen.add(source)
        for commitment in report.commitments:
            yield _Entry(
                commitment,
                source,
                commitment.force is Force.REQUEST,
                codes(commitment.actors),
                tuple(dict.fromkeys([domain.top for domain in commitment.domains])) or ("",),
                frozenset(words(commitment.text)),
            )


def _best(
    entry: _Entry,
    places: Iterable[tuple[object, ...]],
    index: dict[tuple[object, ...], list[int]],
    entries: Sequence[_Entry],
) -> Link | None:
    least = REAFFIRMS if entry.commitment.reaffirmed else REPEATS
    best, likeness, size = None, 0.0, len(entry.words)
    for number in sorted(_candidates(places, index), reverse=True):
        other = entries[number]
        if other.source == entry.source or other.commitment.id == entry.commitment.id:
            continue
        if min(size, len(other.words)) / max(size, len(other.words)) < least:
            continue  # too few of the longer can be in the shorter
        shared = len(entry.words & other.words)
        alike = shared / (size + len(other.words) - shared)
        if alike >= least and alike > likeness:
            best, likeness = other, alike
            if alike == 1:
                break
    if best is None:
        return None
    return Link(
        later=entry.commitment.id,
        earlier=best.commitment.id,
        kind="reaffirms" if entry.commitment.reaffirmed else "repeats",
        likeness=likeness,
    )


def _candidates(
    places: Iterable[tuple[object, ...]], index: dict[tuple[object, ...], list[int]]
) -> set[int]:
    """Return the entries that share one of the rarer words, as many as are worth a look."""
    found: set[int] = set()
    for place in places:
        found.update(islice(reversed(index.get(place, ())), _MOST_FOR_A_WORD))
        if len(found) >= _MOST_IN_ALL:
            break
    return found


def words(text: str) -> list[str]:
    """Return what a sentence is about, as words without endings.

    >>> words("Both sides reaffirmed their commitment to expanding joint patrols at sea.")
    ['expand', 'joint', 'patrol', 'sea']
    """
    skipped = _skipped()
    return [
        _stem(word)
        for word in holders.fold(text).split()
        if word not in skipped and (len(word) > 2 or word.isdigit())
    ]


_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "es", "ed", "s", "y")


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


#: The classes of the tables whose words say how something is promised, and not what.
_GRAMMAR = frozenset(
    [
        *("article", "preposition", "hanging preposition", "adverb", "be", "have", "condition"),
        *("join", "linking", "possessive", "before participle", "negation"),
    ]
)
_PROMISING = frozenset(
    ["commit", "modal", "plan", "wish", "state", "voice", "noun", "reported", "announce", "carry"]
)
_THOSE_WHO_MEET = (
    "both side sides two leader leaders president prime minister countries governments their they"
    " them his her who which what themselves"
)


@derived
def _skipped() -> frozenset[str]:
    forms = [row["word"] for row in tables.function_words() if row["class"] in _GRAMMAR]
    for row in tables.cues():
        if row["class"] in _PROMISING:
            forms += tables.items(row["forms"])
    found = [holders.fold(form) for form in forms]  # phrases are never met as one word
    return frozenset([*found, *_THOSE_WHO_MEET.split()])
