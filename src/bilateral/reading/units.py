"""A sentence → units: agents, cues and plain words, which the grammar of commitments reads."""

from __future__ import annotations

import re
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from attrs import define, evolve, frozen

from bilateral.gazetteer import tables
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.tables import derived
from bilateral.gazetteer.words import first_words
from bilateral.model.commitments import Force
from bilateral.reading.grammar import words as grammar

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

_NONE: frozenset[str] = frozenset()
#: classes of cues that are nouns or adjectives and so never the verb behind a subject
_NOMINAL = frozenset(["noun", "state"])
#: classes of verbs that tell of no act by themselves
_NO_ACT = frozenset(["be", "have", "auxiliary", "adverb"])
_FINITE = grammar.BE | grammar.HAVE | {"'ll", "'re", "'ve", "'d", "n't", "not"}
_ASIDE = grammar.ADVERBS - grammar.BE - grammar.HAVE
_DETERMINERS = grammar.POSSESSIVE | grammar.ARTICLES | {"of", "for", "'s", "'", "with", "on"}
_LINKS = grammar.BE | grammar.LINKING
_HAD = grammar.HAVE | {"had"}
_MARKS = grammar.CONDITION | grammar.OUTSIDERS | {",", "then"}


@frozen
class Cue:
    """One reading of a cue form: its class in the table, force, and what must follow."""

    lemma: str
    kind: str
    force: Force | None
    continues: bool
    follows: frozenset[str]


@define(eq=False)
class Unit:
    """A word, a mark, or a whole agent, wherever it stands.

    What the word alone decides is told once, when it is first met: the same object stands at every
    place that has the word, so nothing may change it.
    """

    #: empty for an agent
    word: str
    #: its length in the text
    size: int
    agent: Agent | None = None
    #: readings as a cue, empty for other words
    cues: tuple[Cue, ...] = ()
    #: class of the verb, or empty
    verb: str = ""
    #: the classes of `cues`
    kinds: frozenset[str] = _NONE
    #: how far behind its beginning the next unit begins, where no agent stands between
    step: int = 0
    #: the forms of several words that it can begin, by their second word; none for most words
    forms: Forms | None = None
    #: the reading of a sentence does more than step over it
    acts: bool = False
    #: the word if it opens or ends a condition, or may report what an outsider says
    mark: str = ""
    #: a verb or a voice that tells of an act, and no auxiliary
    tells: bool = False
    #: a word of the regular past that no table has
    past: bool = False
    #: can be the finite verb behind a subject
    finite: bool = False
    #: may stand between a verb and what is before it; between a subject and what follows
    before_verb: bool = False
    behind_subject: bool = False
    #: ends in -ed or -ing
    participle: bool = False
    #: makes a participle behind it an adjective
    determines: bool = False
    negates: bool = False
    #: a form of "be" or "remain"; an adverb that may stand behind one
    links: bool = False
    linked_over: bool = False


#: second word → the words of each form and its unit, longest first
Forms = dict[str, list[tuple[tuple[str, ...], Unit]]]


@define(eq=False)
class Units:
    """The units of a sentence, from left to right, and where they stand in the text."""

    units: list[Unit]
    #: the word of each, empty for an agent
    words: list[str]
    starts: list[int]


@derived
def cue_table() -> dict[str, tuple[Cue, ...]]:
    """Return the readings of every cue form."""
    found: dict[str, tuple[Cue, ...]] = {}
    for row in tables.cues():
        forms = tables.items(row["forms"])
        force = Force.of(row["force"]) if row["force"] else None
        follows = frozenset(tables.items(row["follows"]))
        cue = Cue(forms[0], row["class"], force, row["continues"] == "yes", follows)
        for form in forms:
            found[form] = (*found.get(form, ()), cue)
    return found


@derived
def verb_table() -> dict[str, str]:
    """Return the class of every verb form that is no cue."""
    found: dict[str, str] = {}
    for row in tables.verbs():
        for form in tables.items(row["forms"]):
            found.setdefault(form, row["class"])
    return found


def _unit(word: str, step: int = 0, forms: Forms | None = None) -> Unit:
    """Tell what a word can be."""
    cues = cue_table().get(word, ())
    kinds = frozenset([cue.kind for cue in cues])
    verb = verb_table().get(word, "")
    adverb = verb == "adverb" or (word.endswith("ly") and len(word) > 4)
    past = word.endswith("ed") and len(word) > 4
    called = bool(verb) or "voice" in kinds or "request" in kinds
    tells = called and word != "have" and verb not in _NO_ACT
    if verb or kinds - _NOMINAL:
        finite = verb != "adverb" and not word.endswith("ing")
    else:
        finite = "noun" not in kinds and (past or word in _FINITE)
    past = past and not called
    return Unit(
        word,
        len(word),
        None,
        cues,
        verb,
        kinds,
        step,
        forms,
        acts=bool(cues) or tells or past or word in _MARKS,
        mark=word if word in _MARKS else "",
        tells=tells,
        past=past,
        finite=finite,
        before_verb=adverb or word in grammar.ADVERBS,
        behind_subject=adverb or word in _ASIDE,
        participle=word.endswith(("ed", "ing")),
        determines=word in _DETERMINERS,
        negates=word in grammar.NEGATIONS,
        links=word in _LINKS,
        linked_over=word not in _HAD
        and (word == '"' or word in grammar.ADVERBS or word.endswith("ly")),
    )


class _Pieces(dict[str, tuple[Unit, ...]]):
    """What stands between two spaces → its units, kept when they are first asked for.

    Texts use the same few thousand words over and over: "agreed," is looked into once, as is "agreed".
    """

    __slots__ = ("_forms",)

    _MOST = 50_000
    #: hardly two texts have the same piece of such a length
    _LONGEST = 40

    def __init__(self) -> None:
        super().__init__()
        # what only takes up room or stands for something else is looked at as well
        self._forms: dict[str, Forms] = {"": {}, _AGENT: {}, _BREAK: {}}
        forms = [(tuple(form.split()), form) for form in {**cue_table(), **verb_table()}]
        for words, form in sorted(forms, key=lambda item: -len(item[0])):
            if len(words) > 1:
                begun = self._forms.setdefault(words[0], {})
                begun.setdefault(words[1], []).append((words, _unit(form)))

    def __missing__(self, piece: str) -> tuple[Unit, ...]:
        found = [(match.start(), match.group()) for match in _TOKEN.finditer(piece)]
        if not found or found[0][0] > 0:
            found.insert(0, (0, ""))  # there is nothing to read, but it takes up room
        ends = [*[start for start, _ in found[1:]], len(piece) + 1]
        made = tuple(
            [
                _unit(word, end - start, self._forms.get(word))
                for (start, word), end in zip(found, ends, strict=True)
            ]
        )
        if len(self) < self._MOST and len(piece) <= self._LONGEST:
            self[piece] = made
        return made


@derived
def _pieces() -> _Pieces:
    return _Pieces()


def divide(low: str, sentences: list[Extent]) -> list[Units]:
    """Divide each sentence of a text into units.

    Args:
        low: the whole text, folded and in lower case.
        sentences: where each begins and ends, and the agents that lie in it, from left to right.
    """
    parts = []
    for start, end, agents in sentences:
        at = start
        for agent in agents:
            parts += (low[at : agent.start], _AGENT)
            at = agent.end
        parts += (low[at:end], f" {_BREAK} ")
    text = "".join(parts)
    if 2 * (text.count(_AGENT) + text.count(_BREAK)) != len(parts):
        low = low.replace(_AGENT, _NEITHER).replace(_BREAK, _NEITHER)
        return divide(low, sentences)
    pieces = text.split(" ")
    pieces.pop()  # nothing stands behind the last
    found = list(chain.from_iterable(map(_pieces().__getitem__, pieces)))
    words = [unit.word for unit in found]
    steps = [unit.step for unit in found]
    made = []
    left = iter(sentences)
    start, _, agents = next(left, (0, 0, []))
    first = agent = 0
    joins = gaps = False
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
            part = Units(found[first:at], words[first:at], starts)
            if gaps:
                part = _without_gaps(part)
            if joins:
                _join(part)
            made.append(part)
            start, _, agents = next(left, (0, 0, []))
            first = at + 1
            agent = 0
            joins = gaps = False
        elif not word:
            joins = gaps = True
        elif words[at + 1] in (found[at].forms or ()):
            joins = True
    return made


def units(low: str, start: int, end: int, agents: list[Agent]) -> Units:
    """Divide one sentence into units; see `divide`."""
    return divide(low, [(start, end, agents)])[0]


def _without_gaps(one: Units) -> Units:
    """Leave out what only takes up room."""
    kept = [at for at, unit in enumerate(one.units) if unit.size]
    if len(kept) == len(one.units):
        return one
    return Units(*[[some[at] for at in kept] for some in (one.units, one.words, one.starts)])


def _join(one: Units) -> None:
    """Put one unit for the words of each form of several words: the longest that begins at a word."""
    units, words, starts = one.units, one.words, one.starts
    openings = [at for at, unit in enumerate(units) if unit.forms is not None]
    gone = behind = 0
    for place in openings:
        at = place - gone
        forms = units[at].forms
        if place < behind or forms is None or at + 1 == len(units):
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

    #: forms of one word
    single: frozenset[str]
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
        frozenset([form for form in plain if _WORD.fullmatch(form)]),
        first_words(plain) or frozenset(),
        tuple({form.split()[0] for form in forms if not _WORD.match(form)}),
        re.compile(rf"(?:{trie_pattern(forms)})(?!\w)"),
    )


def candidates(low: str, words: Words, sentences: list[tuple[int, int]]) -> list[bool]:
    """Say of each sentence whether it holds a form that could make a commitment.

    Args:
        low: the whole text, folded and in lower case.
        words: its words.
        sentences: where each begins and ends, from left to right.
    """
    triggers = _triggers()
    single, firsts, match = triggers.single, triggers.firsts, triggers.forms.match
    places = [
        (at, word) for at, word in zip(words.starts, words.low, strict=True) if word in firsts
    ]
    odd = [(at, "") for form in triggers.odd if form in low for at in _alone(low, form)]
    if odd:
        places = sorted([*places, *odd])
    found = []
    at = 0
    for start, end in sentences:
        has = False
        while at < len(places) and places[at][0] < end:
            place, word = places[at]
            at += 1
            if not has and place >= start:
                has = word in single or match(low, place, end) is not None
        found.append(has)
    return found


def _alone(low: str, form: str) -> Iterator[int]:
    """Yield where a form stands behind no letter and no figure."""
    at = low.find(form)
    while at >= 0:
        if at == 0 or not (low[at - 1].isalnum() or low[at - 1] == "_"):
            yield at
        at = low.find(form, at + 1)
