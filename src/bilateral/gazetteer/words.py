"""A text's words and where they begin, so that a table is asked once a word and not once a character.

An expression of thousands of names that is tried at every character costs more than anything else
that a reader does.  Nearly every name begins with a word that begins few others: splitting the text
once and looking each word up leaves the expression only the places where it can match.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, compress, count
from operator import not_
from typing import TYPE_CHECKING

from attrs import define, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

_WORD = re.compile(r"(\w+)")
_FIRST = re.compile(r"\w+")
#: the characters of Latin-1, with spaces for all that is no part of a word
_KEPT = bytes([code if _FIRST.match(chr(code)) else 32 for code in range(256)])
#: the same characters as small letters, other characters of words, marks, and what is beyond ASCII
_SHAPE = bytes(
    [
        46 if code > 127 and kept != 32 else 97 if 97 <= code < 123 else 65 if kept != 32 else 32
        for code, kept in enumerate(_KEPT)
    ]
)
#: so many kinds of marks that Latin-1 lacks ("–", "…") are taken out of a text before it is divided
_MARKS = 8


@define(eq=False)
class Words:
    """The runs of letters and digits of a text, in order.

    >>> words = Words.of("Japan's aim")
    >>> words.words, words.low, words.starts, words.capitals
    (['Japan', 's', 'aim'], ['japan', 's', 'aim'], [0, 6, 8], [0])
    """

    words: list[str]
    #: the same in lower case
    low: list[str]
    starts: list[int]
    #: which of the words are not in lower case: those with a capital letter, and figures
    capitals: list[int]
    #: what each can be; empty where that was not asked for
    kinds: list[int | None] = field(factory=list)
    #: what a word can be → which of them can be just that
    alike: dict[int, list[int]] = field(factory=dict)

    @classmethod
    def of(cls, text: str, kinds: Mapping[str, int] | None = None) -> Words:
        """Divide a text.

        Args:
            text: the text.
            kinds: a word in lower case → what it can be, for `which`.
        """
        latin = _latin(text)
        if latin is None:
            parts = _WORD.split(text)  # what stands between, and a word, by turns
            words = parts[1::2]
            starts = list(accumulate(map(len, parts)))[:-1:2]
        else:
            # A table of bytes takes a fifth of the time that an expression takes for the same.
            words = latin.translate(_KEPT).decode("latin-1").split(" ")
            starts = []
            at = 0
            for word in words:
                if word:
                    starts.append(at)
                    at += len(word)
                at += 1
            words = list(filter(None, words))
        if latin is None or _is_odd(latin):
            capitals = list(compress(count(), map(not_, map(str.islower, words))))
        else:
            capitals = [i for i, word in enumerate(words) if word < "a" and not word.islower()]
        # Most words are in lower case and stand in both lists, so that each is hashed only once.
        low = words.copy()
        for index in capitals:
            low[index] = low[index].lower()
        if kinds is None:
            return cls(words, low, starts, capitals)
        told = list(map(kinds.get, low))
        alike: dict[int, list[int]] = {}
        for index in compress(count(), told):
            can = told[index]
            if can in alike:
                alike[can].append(index)
            elif can is not None:
                alike[can] = [index]
        return cls(words, low, starts, capitals, told, alike)

    def which(self, kind: int, table: AbstractSet[str]) -> list[int]:
        """Return which words are of a kind.

        Args:
            kind: one of the kinds of `bilateral.gazetteer.kinds`.
            table: the words that are, in lower case: looked up if the text's kinds are not known.
        """
        if not self.kinds:
            return list(compress(count(), map(table.__contains__, self.low)))
        found = []
        for can, which in self.alike.items():
            if can & kind:
                found += which
        found.sort()
        return found

    def places(self, kind: int, table: AbstractSet[str], start: int, end: int) -> list[int]:
        """Return where the words of a kind begin in ``text[start:end]``; see `which`."""
        part = self.range(start, end)
        starts, kinds = self.starts, self.kinds
        if not kinds:
            return list(compress(starts[part], map(table.__contains__, self.low[part])))
        return [at for at, can in zip(starts[part], kinds[part], strict=True) if can and can & kind]

    def range(self, start: int, end: int) -> slice:
        """Return which words begin in ``text[start:end]``."""
        first = bisect_left(self.starts, start)
        return slice(first, bisect_left(self.starts, end, first))


def _latin(text: str) -> bytes | None:
    """Return a text in Latin-1, marks that it lacks as spaces; None if it lacks a letter."""
    for _ in range(_MARKS):
        try:
            return text.encode("latin-1")
        except UnicodeEncodeError as error:
            strange = text[error.start]
        if _FIRST.match(strange):
            return None
        text = text.replace(strange, " ")
    return None


def _is_odd(latin: bytes) -> bool:
    """Say whether a word may have its first capital letter behind its first, or begins beyond ASCII."""
    shape = latin.translate(_SHAPE)
    return b"aA" in shape or b"." in shape


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


def following(forms: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the first words of `forms` that never stand alone → the words with which they go on.

    >>> following(["prime minister", "prime", "vice president", "vice chair"]).keys()
    dict_keys(['vice'])
    """
    found: dict[str, set[str]] = {}
    alone = set()
    for form in forms:
        first, *rest = _FIRST.findall(form)
        if rest:
            found.setdefault(first, set()).add(rest[0])
        else:
            alone.add(first)
    return {first: frozenset(rest) for first, rest in found.items() if first not in alone}


class Anchored:
    """An expression that can match only where certain words begin.

    >>> leaders = Anchored(re.compile("(?:the|two) leaders"), frozenset(["the", "two"]))
    >>> text = "the talks of the two leaders"
    >>> [match.start() for match in leaders.find(text, Words.of(text))]
    [17]
    """

    __slots__ = ("_figures", "_follow", "_pattern", "firsts", "telling")

    def __init__(
        self,
        pattern: re.Pattern[str],
        firsts: frozenset[str] | None,
        *,
        figures: bool = False,
        follow: Mapping[str, AbstractSet[str]] | None = None,
    ) -> None:
        """Make the search.

        Args:
            pattern: what to look for; it need not ask that no letter stands before it.
            firsts: the words, in lower case, with which a match can begin; None if they cannot be told.
            figures: a match can begin with any word that holds a figure, too.
            follow: first word → the words that can stand behind it, for those where it is known.
        """
        self._figures = figures
        if firsts is None:
            pattern = re.compile(rf"(?<!\w)(?:{pattern.pattern})", pattern.flags)
        self._pattern = pattern
        #: the words with which a match can begin, or None
        self.firsts = firsts
        self._follow = {word: frozenset(words) for word, words in (follow or {}).items()}
        #: the words that are looked for, some of them behind the first
        self.telling = (firsts or frozenset()) - frozenset(self._follow)
        self.telling = self.telling.union(*self._follow.values())

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
        firsts = self.firsts
        if firsts is None:
            return self._pattern.finditer(text, start, len(text) if end is None else end)
        starts, low = words.starts, words.low
        if end is None:
            end = len(text)
        else:
            part = words.range(start, end)
            starts, low = starts[part], low[part]
        places: Iterable[int]
        if self._figures:
            places = [
                at
                for at, word in zip(starts, low, strict=True)
                if word in firsts or not word.isalpha()
            ]
        elif self._follow:
            places = self.followed(
                starts, low, compress(count(), map(self.telling.__contains__, low))
            )
        else:
            places = compress(starts, map(firsts.__contains__, low))
        return self.at(text, places, start, end)

    def at(self, text: str, places: Iterable[int], start: int, end: int) -> Iterator[re.Match[str]]:
        """Yield each match in ``text[start:end]`` that begins at one of some places.

        Args:
            text: where to look.
            places: where the words of `firsts` begin, from left to right.
            start: where to begin.
            end: where to end.
        """
        match = self._pattern.match
        behind = start
        for at in places:
            if at >= behind and (found := match(text, at, end)) is not None:
                behind = found.end()
                yield found

    def followed(self, starts: list[int], low: list[str], telling: Iterable[int]) -> list[int]:
        """Return where a first word stands with a word behind it that can follow.

        Args:
            starts: where the words of a text begin.
            low: the words.
            telling: which of them are among those of `telling`.
        """
        assert self.firsts is not None
        firsts, follow = self.firsts, self._follow
        places = []
        for index in telling:
            word = low[index]
            if index:
                allowed = follow.get(low[index - 1])
                if allowed is not None and word in allowed:
                    places.append(starts[index - 1])
            if word in firsts and word not in follow:
                places.append(starts[index])
        return places
