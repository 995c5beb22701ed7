"""A sentence → units: agents, cues and plain words, which the grammar of commitments reads."""

from __future__ import annotations

import re
from itertools import accumulate, chain, compress
from typing import TYPE_CHECKING

from attrs import define, evolve, frozen

from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import first_words
from bilateral.reading.tags import Forms, Unit, cue_table, tagged, verb_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.gazetteer.words import Words
    from bilateral.reading.agents import Agent

    Extent = tuple[int, int, list[Agent]]

_TOKEN = re.compile(r"'(?:ll|s|ve|re|d)\b|n't\b|[^\W_]+(?:[.'-](?=\w)[^\W_]+)*|[^\w\s]")

_WORD = re.compile(r"\w+")

# These stand for an agent and behind each sentence while a text is divided.  They are no characters, so
# that hardly any text has them; if one does, a third takes their place in it.
_AGENT = "\uffff"
_BREAK = "\ufffe"
_NEITHER = "\ufdd0"
#: How many sentences are divided at a time: few enough that they stay in the processor's cache.
_BLOCK = 500

_VOICE = frozenset(["voice"])


@define(eq=False)
class Units:
    """The units of a sentence, from left to right, and where they stand in the text."""

    units: list[Unit]
    #: the word of each, empty for an agent
    words: list[str]
    starts: list[int]
    #: a word among them can make a commitment
    promises: bool = False


class _Pieces(dict[str, tuple[Unit, ...]]):
    """What stands between two spaces → its units, kept when they are first asked for.

    Texts use the same few thousand words over and over: "agreed," is looked into once, as is "agreed".
    """

    __slots__ = ("_forms", "_units")

    _MOST = 50_000
    #: hardly two texts have the same piece of such a length
    _LONGEST = 40

    def __init__(self) -> None:
        super().__init__()
        self._units: dict[tuple[str, int], Unit] = {}
        # what only takes up room or stands for something else is looked at as well
        self._forms: dict[str, Forms] = {"": {}, _AGENT: {}, _BREAK: {}}
        forms = [(tuple(form.split()), form) for form in {**cue_table(), **verb_table()}]
        for words, form in sorted(forms, key=lambda item: -len(item[0])):
            if len(words) > 1:
                begun = self._forms.setdefault(words[0], {})
                begun.setdefault(words[1], []).append((words, tagged(form)))

    def __missing__(self, piece: str) -> tuple[Unit, ...]:
        made = self._made(piece)
        if len(self) < self._MOST and len(piece) <= self._LONGEST:
            self[piece] = made
        return made

    def _made(self, piece: str) -> tuple[Unit, ...]:
        if piece.isalnum():
            return (self._unit(piece, len(piece) + 1, piece),)
        found = [(match.start(), match.group()) for match in _TOKEN.finditer(piece)]
        if not found or found[0][0] > 0:
            found.insert(0, (0, ""))  # there is nothing to read, but it takes up room
        ends = [start for start, _ in found[1:]]
        ends.append(len(piece) + 1)
        return tuple(
            [
                self._unit(word, end - start, piece)
                for (start, word), end in zip(found, ends, strict=True)
            ]
        )

    def _unit(self, word: str, step: int, piece: str) -> Unit:
        hidden = "_" in piece  # the words of "_will_" are one word elsewhere
        known = self._units.get((word, step))
        if known is not None and not hidden:
            return known
        unit = tagged(word, step, self._forms.get(word))
        if not hidden:
            # a letter before what is no word hides it: "we'll"
            if unit.cues and word[0].isalnum() and unit.kinds != _VOICE:
                unit.promises = True
                unit.forms = unit.forms or {}
            if len(self._units) < self._MOST and len(word) <= self._LONGEST:
                self._units[word, step] = unit
        return unit


@derived
def _pieces() -> _Pieces:
    return _Pieces()


def divide(low: str, sentences: list[Extent]) -> list[Units]:
    """Divide each sentence of a text into units.

    Args:
        low: the whole text, folded and in lower case.
        sentences: where each begins and ends, and the agents that lie in it, from left to right.
    """
    if _AGENT in low or _BREAK in low:
        low = low.replace(_AGENT, _NEITHER).replace(_BREAK, _NEITHER)
    made: list[Units] = []
    for first in range(0, len(sentences), _BLOCK):
        made += _divide(low, sentences[first : first + _BLOCK])
    return made


def _divide(low: str, sentences: list[Extent]) -> list[Units]:
    """Divide some sentences of a text in which no mark stands of agents and ends."""
    parts: list[str] = []
    for start, end, agents in sentences:
        at = start
        for one in agents:
            parts += (low[at : one.start], _AGENT)
            at = one.end
        parts += (low[at:end], f" {_BREAK} ")
    pieces = "".join(parts).split(" ")
    pieces.pop()  # nothing stands behind the last
    found = list(chain.from_iterable(map(_pieces().__getitem__, pieces)))
    words = [unit.word for unit in found]
    steps = [unit.step for unit in found]
    made = []
    left = iter(sentences)
    start, _, agents = next(left, (0, 0, []))
    first = agent = 0
    joins = gaps = promises = False
    for at in [at for at, unit in enumerate(found) if unit.forms is not None]:
        word = words[at]
        if word == _AGENT:
            one = agents[agent]
            agent += 1
            size = one.end - one.start
            found[at] = Unit("", size, one, acts=True)
            words[at] = ""
            steps[at] += size - 1
        elif word == _BREAK:
            starts = list(accumulate(steps[first:at], initial=start))
            starts.pop()
            part = Units(found[first:at], words[first:at], starts, promises)
            if gaps:
                part = _without_gaps(part)
            if joins:
                _join(part)
            made.append(part)
            start, _, agents = next(left, (0, 0, []))
            first = at + 1
            agent = 0
            joins = gaps = promises = False
        elif not word:
            joins = gaps = True
        else:
            promises = promises or found[at].promises
            joins = joins or words[at + 1] in (found[at].forms or ())
    return made


def units(low: str, start: int, end: int, agents: list[Agent]) -> Units:
    """Divide one sentence into units; see `divide`."""
    return divide(low, [(start, end, agents)])[0]


def _without_gaps(one: Units) -> Units:
    """Leave out what only takes up room."""
    kept = [at for at, unit in enumerate(one.units) if unit.size]
    if len(kept) == len(one.units):
        return one
    units, words, starts = one.units, one.words, one.starts
    return Units(
        [units[at] for at in kept],
        [words[at] for at in kept],
        [starts[at] for at in kept],
        one.promises,
    )


def _join(one: Units) -> None:
    """Put one unit for the words of each form of several words: the longest that begins at a word."""
    units, words, starts = one.units, one.words, one.starts
    openings = [at for at, unit in enumerate(units) if unit.forms is not None]
    gone = behind = 0
    for place in openings:
        if place < behind:
            continue  # a word of the form before
        at = place - gone
        forms = units[at].forms
        if forms is None or at + 1 == len(units):
            continue
        for form, unit in forms.get(words[at + 1], ()):
            last = at + len(form)
            if tuple(words[at:last]) == form:
                size = starts[last - 1] + units[last - 1].size - starts[at]
                units[at:last] = [unit if unit.size == size else evolve(unit, size=size)]
                words[at:last] = [unit.word]
                del starts[at + 1 : last]
                behind = place + len(form)
                gone += len(form) - 1
                break


@frozen
class _Triggers:
    """The cues that can make a commitment."""

    #: the words with which a form begins
    firsts: frozenset[str]
    #: how the forms begin that do not begin with a word
    odd: tuple[str, ...]
    forms: re.Pattern[str]


@derived
def _triggers() -> _Triggers:
    forms = [form for form, cues in cue_table().items() if any(c.kind != "voice" for c in cues)]
    plain = [form for form in forms if _WORD.match(form)]
    return _Triggers(
        first_words(plain) or frozenset(),
        tuple({form.split()[0] for form in forms if not _WORD.match(form)}),
        re.compile(rf"(?:{trie_pattern(forms)})(?!\w)"),
    )


def may_promise(low: str, words: Words, start: int, end: int, sentence: Units) -> bool:
    """Say whether a sentence holds a form that could make a commitment, be it in a name.

    Args:
        low: the whole text, folded and in lower case.
        words: its words.
        start: where the sentence begins.
        end: where it ends.
        sentence: its units.
    """
    if sentence.promises:
        return True
    triggers = _triggers()
    part = words.range(start, end)
    if not triggers.firsts.isdisjoint(words.low[part]):
        match = triggers.forms.match
        for at in compress(words.starts[part], map(triggers.firsts.__contains__, words.low[part])):
            if match(low, at, end) is not None:
                return True
    for form in triggers.odd:
        for at in _alone(low, form, start, end):
            if triggers.forms.match(low, at, end) is not None:
                return True
    return False


def _alone(low: str, form: str, start: int, end: int) -> Iterator[int]:
    """Yield where a form stands behind no letter and no figure."""
    at = low.find(form, start, end)
    while at >= 0:
        if at == 0 or not (low[at - 1].isalnum() or low[at - 1] == "_"):
            yield at
        at = low.find(form, at + 1, end)
