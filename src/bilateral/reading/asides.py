"""Where the purpose, basis or occasion of a promise begins: "with a view to", "in line with"."""

from __future__ import annotations

import re
from itertools import compress, count
from typing import TYPE_CHECKING, NamedTuple

from bilateral.gazetteer import tables
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import Words, first_words

if TYPE_CHECKING:
    from collections.abc import Mapping


#: words that so many sentences have that they tell of no aside
_USUAL = frozenset(["that", "with", "which", "will"])


class _Asides(NamedTuple):
    """The expression, and what tells where it can match: nothing if a user's lexicon lets it begin with a mark."""

    pattern: re.Pattern[str]
    #: first word → the second ones, or an empty one where none is needed
    seconds: Mapping[str, frozenset[str]] | None
    #: one word of each, the most telling
    hints: frozenset[str] | None


@derived
def _asides() -> _Asides:
    seconds: dict[str, set[str]] = {}
    hints: set[str] = set()
    forms = [row["words"] for row in tables.asides()]
    pattern = re.compile(rf"(?<!\w)(?:{trie_pattern(forms)})(?!\w)")
    if first_words(forms) is None:
        return _Asides(pattern, None, None)
    for form in forms:
        words = re.findall(r"\w+", form.lower())
        seconds.setdefault(words[0], set()).add(words[1] if len(words) > 1 else "")
        hints.add(max(words, key=lambda word: (word not in _USUAL, len(word))))
    told = {first: frozenset(some) for first, some in seconds.items()}
    return _Asides(pattern, told, frozenset(hints))


def hints() -> frozenset[str] | None:
    """Return the words without one of which there is no aside, or None if that cannot be told."""
    return _asides().hints


def find_aside(low: str, words: Words, start: int, end: int) -> int | None:
    """Return where the first aside of ``low[start:end]`` begins, or None.

    Args:
        low: the folded text in lower case.
        words: its words.
        start: where to begin.
        end: where to end.
    """
    pattern, seconds, _ = _asides()
    if seconds is None:
        match = pattern.search(low, start, end)
        return None if match is None else match.start()
    part = words.range(start, end)
    said = words.low[part]
    said.append("")
    for index in compress(count(), map(seconds.__contains__, said)):
        # the second word rules nearly all of them out
        behind = seconds[said[index]]
        if said[index + 1] in behind or "" in behind:
            at: int = words.starts[part.start + index]
            if pattern.match(low, at, end) is not None:
                return at
    return None
