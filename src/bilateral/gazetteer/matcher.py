"""All the names of a table in a text, in one pass, leftmost and longest.

A plain alternation of thousands of names is tried name by name at every word; the same names as a
trie share their beginnings, and the cost no longer depends on how many there are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

from bilateral.gazetteer.words import Words, first_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")

_Node = dict[str, "_Node"]
_END = ""


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


class Matcher(Generic[T]):
    """Finds every name of a mapping in a text and gives what it stands for.

    >>> matcher = Matcher({"Japan": "JPN", "South Korea": "KOR"})
    >>> text = "Japan and South  Korea"
    >>> [(found.group(), payload) for found, payload in matcher.find(text)]
    [('Japan', 'JPN'), ('South  Korea', 'KOR')]
    """

    __slots__ = ("_entries", "_firsts", "_regex")

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._entries = dict(entries)
        self._firsts = first_words(self._entries)
        pattern = trie_pattern(self._entries) if self._entries else "(?!)"
        # A name ends where no letter or digit follows; "U.S." may end in its own full stop.
        self._regex = re.compile(rf"(?<![\w]){pattern}(?!\w)")

    def find(self, text: str, words: Words | None = None) -> list[tuple[re.Match[str], T]]:
        """Return each match with its payload, from left to right, without overlaps.

        Args:
            text: where to look.
            words: its words, if they are known already.
        """
        entries, firsts = self._entries, self._firsts
        if firsts is None:
            matches = list(self._regex.finditer(text))
        else:
            matches = []
            match = self._regex.match
            behind = 0
            words = words or Words.of(text)
            for at, word in zip(words.starts, words.words, strict=True):
                if word in firsts and at >= behind and (found := match(text, at)) is not None:
                    behind = found.end()
                    matches.append(found)
        result = []
        for found in matches:
            name = found.group()
            payload = entries.get(name)
            if payload is None:  # a run of several spaces stands for one
                payload = entries[" ".join(name.split())]
            result.append((found, payload))
        return result
