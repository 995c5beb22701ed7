"""Words → domains: which policy fields a stretch of text is about, and by which terms."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.gazetteer import lookup, tables
from bilateral.gazetteer.matcher import trie_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.model.domains import Domain

#: At most this many domains, as the codebook has it.
LIMIT = 3


@frozen
class Topic:
    """A domain found in a stretch of text, its score, and the term that weighed most."""

    domain: Domain
    score: float
    start: int
    end: int


@cache
def _vocabulary() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, list[tuple[str, int]]]]:
    """Return the patterns for whole terms and for stems, and term → (domain, weight)."""
    entries: dict[str, list[tuple[str, int]]] = {}
    whole: set[str] = set()
    stems: set[str] = set()
    for row in tables.vocabulary():
        term = row["term"]
        for form in _forms(term):
            entries.setdefault(form, []).append((row["domain"], int(row["weight"])))
            (stems if term.endswith("*") else whole).add(form)
    stem_pattern = trie_pattern(stems) if stems else "(?!)"
    whole_pattern = trie_pattern(whole) if whole else "(?!)"
    return (
        re.compile(rf"(?<![\w])(?:{whole_pattern})(?!\w)"),
        re.compile(rf"(?<![\w]){stem_pattern}"),
        entries,
    )


def _forms(term: str) -> Iterable[str]:
    """Yield a term with its regular plural, and with hyphens as spaces: the text is read so, too."""
    stem = term.rstrip("*").replace("-", " ")
    yield stem
    if term.endswith("*") or not stem[-1:].isalpha():
        return
    if stem.endswith("y") and stem[-2:-1] not in "aeiou":
        yield f"{stem[:-1]}ies"
    elif stem.endswith(("s", "x", "z", "ch", "sh")):
        yield f"{stem}es"
    else:
        yield f"{stem}s"


def topics(spaced: str, start: int, end: int) -> list[Topic]:
    """Return the domains of ``spaced[start:end]``, best first.

    Args:
        spaced: the folded text in lower case with spaces for hyphens, as long as the text.
        start: where the stretch begins.
        end: where it ends.
    """
    whole, stems, entries = _vocabulary()
    scores: dict[str, float] = {}
    first: dict[str, tuple[int, int, int]] = {}
    seen: set[tuple[str, str]] = set()
    taken = start
    strong = False
    matches = [(m.start(), m.end(), m.group()) for m in whole.finditer(spaced, start, end)]
    matches += [(m.start(), m.end(), m.group()) for m in stems.finditer(spaced, start, end)]
    matches.sort(key=lambda match: (match[0], -match[1]))
    for begin, stop, words in matches:
        if begin < taken:
            continue
        taken = stop
        for name, weight in entries[" ".join(words.split())]:
            if (name, words) in seen:
                continue
            seen.add((name, words))
            strong = strong or weight > 1
            scores[name] = scores.get(name, 0.0) + weight
            if name not in first or weight > first[name][0]:
                first[name] = (weight, begin, stop)
    if not scores:
        return []
    return _choose(scores, first, strong=strong)


def _choose(
    scores: dict[str, float], first: dict[str, tuple[int, int, int]], *, strong: bool
) -> list[Topic]:
    """Keep the two or three domains that the terms show best; a child stands for its parent."""
    tops_with_child = {name.partition(".")[0] for name in scores if "." in name}
    ranked = sorted(scores.items(), key=lambda item: (-item[1], first[item[0]][1], item[0]))
    best = ranked[0][1]
    kept: list[Topic] = []
    for name, score in ranked:
        weight, begin, stop = first[name]
        if strong and weight < 2:
            continue
        if "." not in name and name in tops_with_child and any(
            t.domain.name.startswith(f"{name}.") for t in kept
        ):
            continue
        if score < best * 0.5 and weight < 3:
            continue
        kept.append(Topic(lookup.domain(name), score, begin, stop))
        if len(kept) == LIMIT:
            break
    children = {t.domain.top for t in kept if "." in t.domain.name}
    return [t for t in kept if "." in t.domain.name or t.domain.name not in children]
