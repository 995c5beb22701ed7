"""A text's words and where they begin, so that a table is asked once a word and not once a character.

An expression of thousands of names that is tried at every character costs more than anything else
that a reader does.  Nearly every name begins with a word that begins few others: splitting the text
once and looking each word up leaves the expression only the places where it can match.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from attrs import define

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"(\w+)")
_FIRST = re.compile(r"\w+")


@define(eq=False)
class Words:
    """The runs of letters and digits of a text, in order.

    >>> words = Words.of("Japan's aim")
    >>> words.words, words.low, words.starts
    (['Japan', 's', 'aim'], ['japan', 's', 'aim'], [0, 6, 8])
    """

    words: list[str]
    #: the same in lower case
    low: list[str]
    starts: list[int]

    @classmethod
    def of(cls, text: str) -> Words:
        """Divide a text."""
        parts = _WORD.split(text)  # what stands between, and a word, by turns
        words = parts[1::2]
        return cls(words, list(map(str.lower, words)), list(accumulate(map(len, parts)))[:-1:2])

    def range(self, start: int, end: int) -> slice:
        """Return which words begin in ``text[start:end]``."""
        first = bisect_left(self.starts, start)
        return slice(first, bisect_left(self.starts, end, first))


def first_words(forms: Iterable[str]) -> frozenset[str] | None:
    """Return the words with which `forms` begin, or None if one begins with another character.

    >>> sorted(first_words(["South Korea", "U.S."]) or ())
    ['South', 'U']
    >>> first_words(["'s-Hertogenbosch"]) is None
    True
    """
    found = set()
    for form in forms:
        match = _FIRST.match(form)
        if match is None:
            return None
        found.add(match.group())
    return frozenset(found)


class Anchored:
    """An expression that can match only where certain words begin.

    >>> leaders = Anchored(re.compile("(?:the|two) leaders"), frozenset(["the", "two"]))
    >>> text = "the talks of the two leaders"
    >>> [match.start() for match in leaders.find(text, Words.of(text))]
    [17]
    """

    __slots__ = ("_figures", "_firsts", "_pattern")

    def __init__(
        self, pattern: re.Pattern[str], firsts: frozenset[str] | None, *, figures: bool = False
    ) -> None:
        """Make the search.

        Args:
            pattern: what to look for; it need not ask that no letter stands before it.
            firsts: the words, in lower case, with which a match can begin; None if they cannot be told.
            figures: a match can begin with any word that holds a figure, too.
        """
        self._figures = figures
        if firsts is None:
            pattern = re.compile(rf"(?<!\w)(?:{pattern.pattern})", pattern.flags)
        self._pattern = pattern
        self._firsts = firsts

    def find(
        self, text: str, words: Words, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield each match in ``text[start:end]``, from left to right, without overlaps.

        Args:
            text: where to look.
            words: its words.
            start: where to begin.
            end: where to end.
        """
        firsts, match = self._firsts, self._pattern.match
        if firsts is None:
            yield from self._pattern.finditer(text, start, len(text) if end is None else end)
            return
        if end is None:
            end = len(text)
            starts, low = words.starts, words.low
        else:
            part = words.range(start, end)
            starts, low = words.starts[part], words.low[part]
        if self._figures:
            places = [
                at
                for at, word in zip(starts, low, strict=True)
                if word in firsts or not word.isalpha()
            ]
        else:
            places = [at for at, word in zip(starts, low, strict=True) if word in firsts]
        behind = start
        for at in places:
            if at >= behind and (found := match(text, at, end)) is not None:
                behind = found.end()
                yield found
