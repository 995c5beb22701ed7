"""What has been found in a sentence so far, and small questions that its finders share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field, frozen

from bilateral.gazetteer.issue_words import Head, heads

if TYPE_CHECKING:
    from bilateral.reading.phrases import Chunker, Phrase


@frozen
class Found:
    """A matter as its units, before it is a record."""

    rule: str
    phrase: Phrase
    #: the extent of the words that present it
    cue: tuple[int, int]
    #: the unit where the words begin that tell whose it is
    context: int
    group: str = ""


@define(eq=False)
class Findings:
    """The matters of one sentence."""

    chunker: Chunker
    found: list[Found] = field(factory=list)
    #: the indices of the units that belong to them
    covered: set[int] = field(factory=set)

    def keep(
        self, rule: str, phrase: Phrase, cue: tuple[int, int], context: int, group: str = ""
    ) -> None:
        """Add a matter; without a group it takes that of the problem that it names, if any."""
        self.found.append(Found(rule, phrase, cue, context, group or self._group(phrase)))
        self.cover(phrase)

    def cover(self, phrase: Phrase) -> None:
        """Mark the units of a phrase as read."""
        self.covered.update(range(phrase.first, phrase.last))

    def match(self, form: str, at: int) -> int:
        """Return the index behind a form that begins at a unit, or 0 if it does not stand there."""
        word = self.chunker.word
        if word(at) == form:
            return at + 1
        said = form.split()
        if any(word(at + step) != part for step, part in enumerate(said)):
            return 0
        return at + len(said)

    def head(self, at: int, candidates: tuple[Head, ...]) -> Head | None:
        """Return the noun for a problem that ends in a unit: the longest that stands there."""
        for head in candidates:
            size = len(head.before)
            before = self.chunker.units[at - size : at] if size <= at else []
            if len(before) == size and tuple([unit.word for unit in before]) == head.before:
                return head
        return None

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
        table = heads()
        for at in range(phrase.core - 1, phrase.first - 1, -1):
            head = self.head(at, table.get(self.chunker.word(at), ()))
            if head is not None:
                return head.group
        return ""
