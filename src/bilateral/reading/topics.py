"""Words → domains: which policy fields a stretch of text is about, and by which terms."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from bilateral.gazetteer import lookup, tables
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import Words

_WORD = re.compile(r"\w+")

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bilateral.model.domains import Domain

#: At most this many domains, as the codebook has it.
LIMIT = 3


class Topic(NamedTuple):
    """A domain found in a stretch of text, and the term that weighed most.

    `weight` is that term's: 3 names the domain by itself, 1 says little.
    """

    domain: Domain
    weight: int
    start: int
    end: int


class _Form(NamedTuple):
    """A term as it can stand in a text."""

    text: str
    #: the word may go on where the form ends
    open: bool
    #: the domains that it shows, each by its name with the weight
    shows: tuple[tuple[str, int, Domain], ...]


#: A term that is this word or begins it; second word → the longer terms, longest first; and those whose
#: second word is not known whole.
_Opening = tuple["_Form | None", "Mapping[str, tuple[_Form, ...]]", tuple["_Form", ...]]


#: What a stretch says of a domain: the weight and the place of its heaviest term, how many show it.
_Shown = tuple[int, int, int, int, "Domain"]


class _Openings(dict[str, "_Opening | None"]):
    """Word → the terms that can begin with it.

    Texts use the same few thousand words over and over; each is looked into once.
    """

    __slots__ = ("_longer", "_single", "_single_stems", "_stems")

    _MOST = 100_000

    def __init__(self, forms: Iterable[_Form]) -> None:
        super().__init__()
        self._single: dict[str, _Form] = {}
        self._single_stems: dict[str, _Form] = {}
        longer: dict[str, dict[str, list[_Form]]] = {}
        for form in forms:
            first, *others = _WORD.findall(form.text)
            if not others and form.text == first:
                (self._single_stems if form.open else self._single)[first] = form
                continue
            # the second word may be part of a longer one: "climate chang*"
            part = not others or (form.open and len(others) == 1)
            longer.setdefault(first, {}).setdefault("" if part else others[0], []).append(form)
        self._stems = re.compile(trie_pattern(self._single_stems) if self._single_stems else "(?!)")
        self._longer = {
            first: {
                second: tuple(sorted([*some, *(seconds.get("", ()) if second else ())], key=_size))
                for second, some in seconds.items()
            }
            for first, seconds in longer.items()
        }

    def __missing__(self, word: str) -> _Opening | None:
        alone = self._single.get(word)
        if alone is None and (stem := self._stems.match(word)) is not None:
            alone = self._single_stems[stem.group()]
        longer = self._longer.get(word, {})
        opening = (alone, longer, longer.get("", ())) if alone or longer else None
        if len(self) < self._MOST:
            self[word] = opening
        return opening


def _size(form: _Form) -> int:
    """Return what sorts the longest first."""
    return -len(form.text)


@derived
def _openings() -> _Openings:
    domains = {domain.name: domain for domain in lookup.domains()}
    shows: dict[str, dict[str, tuple[str, int, Domain]]] = {}
    whole: set[str] = set()
    stems: set[str] = set()
    for row in tables.vocabulary():
        term, name = row["term"], row["domain"]
        for form in _forms(term):
            shown = (name, int(row["weight"]), domains[name])
            shows.setdefault(form, {}).setdefault(name, shown)
            (stems if term.endswith("*") else whole).add(form)
    for row in tables.idioms():
        # found before the shorter terms in it, and shows nothing
        for form in _forms(row["idiom"]):
            shows.setdefault(form, {})
            whole.add(form)
    # thousands of terms show the same: one tuple for all keeps what a reading touches small
    same: dict[tuple[tuple[str, int, Domain], ...], tuple[tuple[str, int, Domain], ...]] = {}
    all_shown = {form: tuple(some.values()) for form, some in shows.items()}
    return _Openings(
        [
            _Form(form, is_open, same.setdefault(all_shown[form], all_shown[form]))
            for forms, is_open in ((whole, False), (stems, True))
            for form in forms
            # a term begins at a word, whatever mark a user's lexicon may put before it
            if form[:1].isalnum()
        ]
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
    """The terms of the vocabulary in a text; they are looked for where a stretch is asked about."""

    __slots__ = ("_doubled", "_known", "_openings", "spaced", "words")

    def __init__(self, spaced: str, words: Words | None = None) -> None:
        """Keep the text.

        Args:
            spaced: the folded text in lower case with spaces for hyphens, as long as the text.
            words: its words, if they are known already.
        """
        self.spaced = spaced
        self.words = words or Words.of(spaced)
        self._openings = _openings()
        self._doubled = "  " in spaced
        #: what a title or a heading shows is asked again and again
        self._known: dict[tuple[int, int], list[Topic]] = {}

    def topics(self, start: int, end: int) -> list[Topic]:
        """Return the domains of ``spaced[start:end]``, best first."""
        known = self._known.get((start, end))
        if known is None:
            known = self._known[start, end] = self._topics(start, end)
        return known

    def _topics(self, start: int, end: int) -> list[Topic]:
        """Read the terms of a stretch from left to right, the longest at each place."""
        spaced = self.spaced
        startswith = spaced.startswith
        starts, low = self.words.starts, self.words.low
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        said = low[first : last + 1]
        if last == len(low):
            said.append("")
        doubled = self._doubled and spaced.find("  ", start, end) >= 0
        shown: dict[str, _Shown] = {}
        seen: set[str] = set()
        taken = start
        for at, opening in enumerate(map(self._openings.__getitem__, said[: last - first])):
            if opening is None:
                continue
            found, longer, partly = opening
            forms = longer.get(said[at + 1], partly)
            if found is None and not forms:
                continue
            begin = starts[first + at]
            if begin < taken:
                continue
            for form in forms:
                text = form[0]
                if startswith(text, begin, end):
                    stop = begin + len(text)
                elif not doubled or not (stop := _spread(spaced, begin, end, text)):
                    continue
                after = spaced[stop : stop + 1]
                if form[1] or stop >= end or not (after.isalnum() or after == "_"):
                    found = form
                    break
            else:
                if found is None:
                    continue
                stop = begin + len(found[0])
                if stop > end:
                    continue
            taken = stop
            text = found[0]
            if text in seen:
                continue
            seen.add(text)
            for name, weight, domain in found[2]:
                best = shown.get(name)
                if best is None:
                    shown[name] = (weight, begin, stop, 1, domain)
                elif weight > best[0]:
                    shown[name] = (weight, begin, stop, best[3] + 1, domain)
                else:
                    shown[name] = (best[0], best[1], best[2], best[3] + 1, domain)
        return _choose(shown) if shown else []


def _spread(spaced: str, start: int, end: int, text: str) -> int:
    """Return where a term ends that stands at a place with several spaces for one, or 0."""
    at = start
    for number, word in enumerate(text.split(" ")):
        if number:
            if not spaced.startswith(" ", at, end):
                return 0
            while spaced.startswith(" ", at, end):
                at += 1
        if not spaced.startswith(word, at, end):
            return 0
        at += len(word)
    return at


def topics(spaced: str, start: int, end: int) -> list[Topic]:
    """Return the domains of ``spaced[start:end]``, best first; see `Terms`."""
    return Terms(spaced).topics(start, end)


def _choose(shown: dict[str, _Shown]) -> list[Topic]:
    """Keep the two domains that the terms show best, and a third that a term names by itself.

    The strongest term of a domain counts more than their number: a long list of tariffs is no better
    evidence of trade than one tariff.  Weak terms speak only where there is nothing else.
    """
    if len(shown) == 1:
        ((weight, begin, stop, _, domain),) = shown.values()
        return [Topic(domain, weight, begin, stop)]
    strong = False
    for best in shown.values():
        if best[0] > 1:
            strong = True
            break
    ranked = [
        (10 * weight + (3 * count if count < 3 else 9), -begin, name)
        for name, (weight, begin, _, count, _) in shown.items()
        if weight > 1 or not strong
    ]
    if len(ranked) == 1:
        weight, begin, stop, _, domain = shown[ranked[0][2]]
        return [Topic(domain, weight, begin, stop)]
    ranked.sort(reverse=True)
    parents = [name.partition(".")[0] for _, _, name in ranked if "." in name]
    least = ranked[0][0] * 0.6
    kept: list[Topic] = []
    for score, _, name in ranked:
        if score < least:
            break
        if name in parents:
            continue  # a child says more than its parent
        weight, begin, stop, _, domain = shown[name]
        if len(kept) == LIMIT or (len(kept) == LIMIT - 1 and weight < 3) or (kept and not strong):
            break
        kept.append(Topic(domain, weight, begin, stop))
    return kept
