"""All the names of a table in a text, in one pass, leftmost and longest.

A plain alternation of thousands of names is tried name by name at every word; the same names as a
trie share their beginnings, and the cost no longer depends on how many there are.
"""

from __future__ import annotations

import re
from itertools import compress, count
from typing import TYPE_CHECKING, Generic, TypeVar

from bilateral.gazetteer.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")

_Node = dict[str, "_Node"]
_END = ""
_WORD = re.compile(r"\w+")
_SPACES = re.compile(" +")


def trie_pattern(words: Iterable[str]) -> str:
    """Return a regular expression that matches the longest of `words` at a place.

    A space matches any run of spaces; a hyphen only itself.

    >>> trie_pattern(["ten", "tea", "to"])
    't(?:e(?:a|n)|o)'
    """
    root: _Node = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[_END] = {}
    return _pattern(root)


def _pattern(node: _Node) -> str:
    """Write one node.  Runs without a branch are written flat, so depth stays that of the branches."""
    prefix = []
    while len(node) == 1 and _END not in node:
        char, node = next(iter(node.items()))
        prefix.append(_atom(char))
    head = "".join(prefix)
    branches = [
        _atom(char) + _pattern(child) for char, child in sorted(node.items()) if char != _END
    ]
    if not branches:
        return head
    optional = _END in node
    if len(branches) == 1 and not optional:
        return head + branches[0]
    return f"{head}(?:{'|'.join(branches)}){'?' if optional else ''}"


def _atom(char: str) -> str:
    return " +" if char == " " else re.escape(char)


class _Step(Generic[T]):
    """Where a word leads: to the words after it in longer names, and to the names that end with it."""

    __slots__ = ("after", "ending")

    def __init__(self) -> None:
        self.after: dict[str, _Step[T]] = {}
        #: each name with the length of the marks before its first word, the longest first
        self.ending: list[tuple[str, int, T]] = []


class Matcher(Generic[T]):
    """Finds every name of a mapping in a text and gives what it stands for.

    A text's words are looked up one after the other, as far as a name goes on so; only then is
    compared what stands between them.

    >>> matcher = Matcher({"Japan": "JPN", "South Korea": "KOR"})
    >>> matcher.find("Japan and South  Korea")
    [(0, 5, 'JPN'), (10, 22, 'KOR')]
    """

    __slots__ = ("_entries", "_firsts", "_regex", "_steps", "small")

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._entries = dict(entries)
        self._steps: dict[str, _Step[T]] = {}
        #: first word → what it stands for by itself, where it leads, whether a name has a mark before
        #: it, or is this word with a mark behind, and whether one has a mark before it
        self._firsts: dict[str, tuple[T | None, _Step[T], bool, bool]] = {}
        #: in place of the steps, where a name has no word to look up
        self._regex: re.Pattern[str] | None = None
        self.small: frozenset[str] = frozenset()
        marked = set()
        led = set()
        for name, payload in self._entries.items():
            first = _WORD.search(name)
            if first is None or " " in name[: first.start()]:
                # A name ends where no letter or digit follows; "U.S." may end in its own full stop.
                self._regex = re.compile(rf"(?<!\w){trie_pattern(self._entries)}(?!\w)")
                return
            words = _WORD.findall(name)
            self._add(words, (name, first.start(), payload))
            if first.start() or (len(words) == 1 and name != words[0]):
                marked.add(words[0])
            if first.start():
                led.add(words[0])
        for word, step in self._steps.items():
            alone = self._entries.get(word)
            untold = alone is None and word in self._entries  # its payload is None itself
            self._firsts[word] = (alone, step, untold or word in marked, word in led)

        #: the first words in lower case: few, and so most words are looked up in a small table only
        self.small = frozenset([word for word in self._firsts if word.islower()])

    def _add(self, words: list[str], entry: tuple[str, int, T]) -> None:
        steps = self._steps
        step: _Step[T] = _Step()
        for word in words:
            step = steps.setdefault(word, _Step())
            steps = step.after
        step.ending.append(entry)
        step.ending.sort(key=lambda ended: -len(ended[0]))

    def find(
        self, text: str, words: Words | None = None, opening: Iterable[int] | None = None
    ) -> list[tuple[int, int, T]]:
        """Return start, end and payload of each name, from left to right, without overlaps.

        Args:
            text: where to look.
            words: its words, if they are known already.
            opening: which of them are among `small`, if that is known already.
        """
        if self._regex is not None:
            return [self._told(match) for match in self._regex.finditer(text)]
        words = words or Words.of(text)
        firsts, starts, row = self._firsts, words.starts, words.words
        found = []
        behind = 0
        following = [*row[1:], ""]
        hits = [index for index in words.capitals if row[index] in firsts]
        if opening is None:
            opening = compress(count(), map(self.small.__contains__, row))
        hits += opening
        hits.sort()
        for index in hits:
            at = starts[index]
            if at < behind:
                continue
            word = row[index]
            alone, step, marked, led = firsts[word]
            if marked or following[index] in step.after:
                one = self._longest(text, at, row, index, step, behind, led=led)
                if one is not None:
                    behind = one[1]
                    found.append(one)
            elif alone is not None:
                found.append((at, at + len(word), alone))
        return found

    def _longest(
        self,
        text: str,
        at: int,
        row: list[str],
        index: int,
        step: _Step[T] | None,
        behind: int,
        *,
        led: bool,
    ) -> tuple[int, int, T] | None:
        """Return the first and longest name whose first word is that of an index and stands at `at`."""
        passed = []
        last = len(row) - 1
        while step is not None:
            if step.ending:
                passed.append(step.ending)
            if index == last:
                break
            index += 1
            step = step.after.get(row[index])
        best = None
        before = -1
        for ending in reversed(passed):  # the last are the longest
            for name, marks, payload in ending:
                start = at
                if marks:
                    start -= marks
                    if marks <= before or start < behind or text[start - 1 : start].isalnum():
                        continue
                elif best is not None:
                    continue
                end = start + len(name) if text.startswith(name, start) else _end(text, start, name)
                # The words are whole, so that only a name that ends in a mark can run on.
                if end >= 0 and (name[-1].isalnum() or not _WORD.match(text, end)):
                    best, before = (start, end, payload), marks
                    if not led:
                        return best
        return best

    def _told(self, match: re.Match[str]) -> tuple[int, int, T]:
        name = match.group()
        payload = self._entries.get(name)
        if payload is None:  # a run of several spaces stands for one
            payload = self._entries[" ".join(name.split())]
        return match.start(), match.end(), payload


def _end(text: str, at: int, name: str) -> int:
    """Return where a name that begins at `at` ends if runs of spaces count as one, or -1."""
    first, *rest = name.split(" ")
    if not rest or not text.startswith(first, at):
        return -1
    at += len(first)
    for part in rest:
        gap = _SPACES.match(text, at)
        if gap is None or not text.startswith(part, gap.end()):
            return -1
        at = gap.end() + len(part)
    return at
