"""Words → domains: which policy fields a stretch of text is about, and by which terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.gazetteer import lookup, tables
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.tables import derived

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.model.domains import Domain

#: At most this many domains, as the codebook has it.
LIMIT = 3


@frozen
class Topic:
    """A domain found in a stretch of text, and the term that weighed most.

    `weight` is that term's: 3 names the domain by itself, 1 says little.
    """

    domain: Domain
    weight: int
    start: int
    end: int


@derived
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
    best: dict[str, tuple[int, int, int]] = {}
    counts: dict[str, int] = {}
    seen: set[tuple[str, str]] = set()
    taken = start
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
            counts[name] = counts.get(name, 0) + 1
            if name not in best or weight > best[name][0]:
                best[name] = (weight, begin, stop)
    return _choose(best, counts) if best else []


def _choose(best: dict[str, tuple[int, int, int]], counts: dict[str, int]) -> list[Topic]:
    """Keep the two domains that the terms show best, and a third that a term names by itself.

    The strongest term of a domain counts more than their number: a long list of tariffs is no better
    evidence of trade than one tariff.  Weak terms speak only where there is nothing else.
    """
    strong = any(weight > 1 for weight, _, _ in best.values())
    ranked = sorted(
        (
            (10 * weight + 3 * min(counts[name], 3), -begin, name)
            for name, (weight, begin, _) in best.items()
            if weight > 1 or not strong
        ),
        reverse=True,
    )
    parents = {name.partition(".")[0] for _, _, name in ranked if "." in name}
    top = ranked[0][0]
    kept: list[Topic] = []
    for score, _, name in ranked:
        weight, begin, stop = best[name]
        if name in parents or score < top * 0.6:
            continue  # a child says more than its parent
        if len(kept) == LIMIT or (len(kept) == LIMIT - 1 and weight < 3) or (kept and not strong):
            break
        kept.append(Topic(lookup.domain(name), weight, begin, stop))
    return kept
