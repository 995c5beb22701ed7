"""Words with marks: what stands where in them, wherever they end up."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from attrs import evolve, frozen

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen
class Mark:
    """That ``words[start:end]`` of a phrase is something, such as a name or an amount."""

    what: object
    start: int
    end: int


@frozen
class Phrase:
    """Words, and what stands where in them.

    >>> met = fill("{who} met in {place}.", {"who": Phrase("both sides"), "place": named("Lima", "seat")})
    >>> met.capitalised().words
    'Both sides met in Lima.'
    >>> [(mark.what, met.words[mark.start : mark.end]) for mark in met.marks]
    [('seat', 'Lima')]
    """

    words: str
    marks: tuple[Mark, ...] = ()

    def moved(self, by: int) -> tuple[Mark, ...]:
        """Return the marks of the phrase where it begins `by` characters further on."""
        return tuple(
            [evolve(mark, start=mark.start + by, end=mark.end + by) for mark in self.marks]
        )

    def capitalised(self) -> Phrase:
        """Return the phrase as it opens a sentence."""
        return evolve(self, words=self.words[:1].upper() + self.words[1:])


def named(words: str, what: object) -> Phrase:
    """Return words that are, as a whole, something."""
    return Phrase(words, (Mark(what, 0, len(words)),))


def fill(pattern: str, slots: Mapping[str, Phrase | str]) -> Phrase:
    """Put phrases into the slots of a pattern, ``{who} agreed to {do}.``; the marks move along."""
    words = ""
    marks: list[Mark] = []
    for literal, slot, _, _ in Formatter().parse(pattern):
        words += literal
        if slot is not None:
            value = slots[slot]
            phrase = Phrase(value) if isinstance(value, str) else value
            marks += phrase.moved(len(words))
            words += phrase.words
    # A name behind an office may close with a comma, which nothing may follow at the end.
    return Phrase(words.replace(",.", "."), tuple(marks))
