"""What has been found in a sentence so far, and small questions that its finders share."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bilateral.gazetteer.issue_words import Head
    from bilateral.reading.phrases import Chunker, Phrase


class Form(NamedTuple):
    """A form of the tables, and the words of which it is made."""

    text: str
    words: tuple[str, ...]


class Found(NamedTuple):
    """A matter as its units, before it is a record."""

    rule: str
    phrase: Phrase
    #: the extent of the words that present it
    cue: tuple[int, int]
    #: the unit where the words begin that tell whose it is
    context: int
    group: str = ""


class Findings:
    """The matters of one sentence.

    Fields:
        chunker: its units.
        found: the matters.
        covered: the indices of the units that belong to them.
    """

    __slots__ = ("chunker", "covered", "found")

    def __init__(self, chunker: Chunker) -> None:
        self.chunker = chunker
        self.found: list[Found] = []
        self.covered: set[int] = set()

    def keep(
        self, rule: str, phrase: Phrase, cue: tuple[int, int], context: int, group: str = ""
    ) -> None:
        """Add a matter; without a group it takes that of the problem that it names, if any."""
        self.found.append(Found(rule, phrase, cue, context, group or self._group(phrase)))
        self.cover(phrase)

    def cover(self, phrase: Phrase) -> None:
        """Mark the units of a phrase as read."""
        self.covered.update(range(phrase.first, phrase.last))

    def is_party(self, phrase: Phrase) -> bool:
        """Say whether a phrase is only the name of a party or a place."""
        unit = self.chunker.units[phrase.first]
        if unit.agent is not None:
            return phrase.last == phrase.first + 1
        place = self.chunker.places.get(self.chunker.starts[phrase.first])
        return place is not None and place.end >= self.chunker.end(phrase.last - 1)

    def extent(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters that units ``first`` up to ``last`` span."""
        return self.chunker.starts[first], self.chunker.end(last - 1)

    def _group(self, phrase: Phrase) -> str:
        words, table = self.chunker.words, self.chunker.classes.heads
        for at in range(phrase.core - 1, phrase.first - 1, -1):
            candidates = table.get(words[at])
            if candidates is not None and (head := named(words, at, candidates)) is not None:
                return head.group
        return ""


def match(words: list[str], form: Form, at: int) -> int:
    """Return the index behind a form that begins at a unit, or 0 if it does not stand there."""
    if words[at] == form.text:
        return at + 1
    for step, part in enumerate(form.words):
        if words[at + step] != part:
            return 0
    return at + len(form.words)


def named(words: list[str], at: int, candidates: tuple[Head, ...]) -> Head | None:
    """Return the noun for a problem that ends in a unit: the longest that stands there."""
    for head in candidates:
        size = len(head.before)
        if not size or (size <= at and tuple(words[at - size : at]) == head.before):
            return head
    return None
