"""Where the purpose, basis or occasion of a promise begins: "with a view to", "in line with"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bilateral.gazetteer import tables
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import Words, first_words

if TYPE_CHECKING:
    from collections.abc import Mapping


@derived
def _asides() -> tuple[re.Pattern[str], Mapping[str, frozenset[str]] | None]:
    """Return the expression, and first word → the second ones, or an empty one where none is needed.

    There is no table if a user's lexicon lets one begin with a mark.
    """
    seconds: dict[str, set[str]] = {}
    forms = [row["words"] for row in tables.asides()]
    pattern = re.compile(rf"(?<!\w)(?:{trie_pattern(forms)})(?!\w)")
    if first_words(forms) is None:
        return pattern, None
    for form in forms:
        first, *others = re.findall(r"\w+", form.lower())
        seconds.setdefault(first, set()).add(others[0] if others else "")
    return pattern, {first: frozenset(some) for first, some in seconds.items()}


def find_aside(low: str, words: Words, start: int, end: int) -> int | None:
    """Return where the first aside of ``low[start:end]`` begins, or None.

    Args:
        low: the folded text in lower case.
        words: its words.
        start: where to begin.
        end: where to end.
    """
    pattern, seconds = _asides()
    if seconds is None:
        match = pattern.search(low, start, end)
        return None if match is None else match.start()
    part = words.range(start, end)
    said = words.low[part]
    if seconds.keys().isdisjoint(said):
        return None
    said.append("")
    for index, word in enumerate(said):
        # the second word rules nearly all of them out
        if word in seconds and (said[index + 1] in seconds[word] or "" in seconds[word]):
            at: int = words.starts[part.start + index]
            if pattern.match(low, at, end) is not None:
                return at
    return None
