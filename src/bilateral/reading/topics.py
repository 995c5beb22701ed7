"""Words → domains: which policy fields a stretch of text is about, and by which terms."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.gazetteer import lookup, tables
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import Words

_WORD = re.compile(r"\w+")

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


#: A term that is this word or begins it, or empty; and the words that can come second in longer ones.
_Opening = tuple[str, frozenset[str]]
_NONE: frozenset[str] = frozenset()


class _Openings(dict[str, "_Opening | None"]):
    """Word → the terms that can begin with it.

    Texts use the same few thousand words over and over; each is looked into once.
    """

    __slots__ = ("_seconds", "_single", "_stems")

    _MOST = 100_000

    def __init__(self, whole: set[str], stems: set[str]) -> None:
        super().__init__()
        self._single = {form for form in whole if form.isalnum()}
        single_stems = {stem for stem in stems if stem.isalnum()}
        self._stems = re.compile(trie_pattern(single_stems) if single_stems else "(?!)")
        seconds: dict[str, set[str]] = {}
        for form in (*whole, *stems):
            first, *others = _WORD.findall(form)
            # the second word may be part of a longer one: "climate chang*"
            last = form in stems and len(others) == 1
            if others or not form.isalnum():
                seconds.setdefault(first, set()).add("" if last or not others else others[0])
        self._seconds = {word: frozenset(some) for word, some in seconds.items()}

    def __missing__(self, word: str) -> _Opening | None:
        stem = self._stems.match(word)
        alone = word if word in self._single else stem.group() if stem is not None else ""
        seconds = self._seconds.get(word, _NONE)
        opening = (alone, seconds) if alone or seconds else None
        if len(self) < self._MOST:
            self[word] = opening
        return opening


@frozen
class _Vocabulary:
    """The terms as an expression each for whole words and for stems, and term → (domain, weight)."""

    whole: re.Pattern[str]
    stems: re.Pattern[str]
    openings: _Openings
    entries: dict[str, list[tuple[str, int]]]


@derived
def _vocabulary() -> _Vocabulary:
    entries: dict[str, list[tuple[str, int]]] = {}
    whole: set[str] = set()
    stems: set[str] = set()
    for row in tables.vocabulary():
        term = row["term"]
        for form in _forms(term):
            entries.setdefault(form, []).append((row["domain"], int(row["weight"])))
            (stems if term.endswith("*") else whole).add(form)
    # a term begins at a word, whatever mark a user's lexicon may put before it
    odd = [form for form in (*whole, *stems) if not form[:1].isalnum()]
    if odd:
        whole, stems = whole - set(odd), stems - set(odd)
    return _Vocabulary(
        re.compile(rf"(?:{trie_pattern(whole)})(?!\w)" if whole else "(?!)"),
        re.compile(trie_pattern(stems) if stems else "(?!)"),
        _Openings(whole, stems),
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


class Terms:
    """The terms of the vocabulary in a text; they are looked for when a stretch is first asked about."""

    __slots__ = ("_found", "_starts", "spaced", "words")

    def __init__(self, spaced: str, words: Words | None = None) -> None:
        """Keep the text.

        Args:
            spaced: the folded text in lower case with spaces for hyphens, as long as the text.
            words: its words, if they are known already.
        """
        self.spaced = spaced
        self.words = words
        self._found: list[tuple[int, int, str]] | None = None
        self._starts: list[int] = []

    def _find(self) -> list[tuple[int, int, str]]:
        """Return the longest term at every word where one begins: its place and its form."""
        vocabulary = _vocabulary()
        spaced = self.spaced
        words = self.words or Words.of(spaced)
        starts, low = words.starts, words.low
        found: list[tuple[int, int, str]] = []
        last = len(low) - 1
        for index, opening in enumerate(map(vocabulary.openings.__getitem__, low)):
            if opening is None:
                continue
            alone, seconds = opening
            start = starts[index]
            if seconds and index < last and (low[index + 1] in seconds or "" in seconds):
                term = _longest(vocabulary, spaced, start, len(spaced))
                if term is not None:
                    found.append(term)
                    continue
            if alone:
                found.append((start, start + len(alone), alone))
        self._found = found
        self._starts = [term[0] for term in found]
        return found

    def topics(self, start: int, end: int) -> list[Topic]:
        """Return the domains of ``spaced[start:end]``, best first."""
        found = self._find() if self._found is None else self._found
        entries = _vocabulary().entries
        best: dict[str, tuple[int, int, int]] = {}
        counts: dict[str, int] = {}
        seen: set[tuple[str, str]] = set()
        taken = start
        for index in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            begin, stop, form = found[index]
            if begin < taken:
                continue
            if stop > end:  # of a term that goes on, what lies inside may be one
                term = _longest(_vocabulary(), self.spaced, begin, end)
                if term is None:
                    continue
                _, stop, form = term
            taken = stop
            for name, weight in entries[form]:
                if (name, form) in seen:
                    continue
                seen.add((name, form))
                counts[name] = counts.get(name, 0) + 1
                if name not in best or weight > best[name][0]:
                    best[name] = (weight, begin, stop)
        return _choose(best, counts) if best else []


def _longest(
    vocabulary: _Vocabulary, spaced: str, start: int, end: int
) -> tuple[int, int, str] | None:
    """Return the longest term that begins at a place and ends before another."""
    whole = vocabulary.whole.match(spaced, start, end)
    stem = vocabulary.stems.match(spaced, start, end)
    if stem is not None and (whole is None or stem.end() > whole.end()):
        whole = stem
    if whole is None:
        return None
    form = whole.group()
    return start, whole.end(), " ".join(form.split()) if "  " in form else form


def topics(spaced: str, start: int, end: int) -> list[Topic]:
    """Return the domains of ``spaced[start:end]``, best first; see `Terms`."""
    return Terms(spaced).topics(start, end)


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
