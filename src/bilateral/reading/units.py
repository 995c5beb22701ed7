"""A sentence → units: agents, cues and plain words, which the grammar of commitments reads."""

from __future__ import annotations

import re
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from attrs import define, evolve, frozen

from bilateral.gazetteer import tables
from bilateral.gazetteer.tables import derived
from bilateral.model.commitments import Force
from bilateral.reading.grammar import words as grammar

if TYPE_CHECKING:
    from bilateral.reading.agents import Agent

_TOKEN = re.compile(r"'(?:ll|s|ve|re|d)\b|n't\b|[^\W_]+(?:[.'-](?=\w)[^\W_]+)*|[^\w\s]")

#: stands for an agent while a sentence is divided; the text itself hardly ever has it
_AGENT = "\uffff"
_OTHER = "\ufffe"

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
#: words that open or end a condition, or may report what an outsider says
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
    #: the forms of several words that it can begin, longest first, each with its unit
    forms: tuple[tuple[tuple[str, ...], Unit], ...] = ()
    #: the reading of a sentence does more than step over it
    acts: bool = False
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


@define(eq=False)
class Units:
    """The units of a sentence, from left to right, and where they stand in the text."""

    units: list[Unit]
    #: the word of each, empty for an agent
    words: list[str]
    starts: list[int]

    def end(self, at: int) -> int:
        """Return where a unit ends in the text."""
        return self.starts[at] + self.units[at].size


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


def _unit(
    word: str, step: int, forms: tuple[tuple[tuple[str, ...], Unit], ...] = ()
) -> Unit:
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

    A sentence is divided at its spaces, and each piece is looked up: "agreed," is one as well as
    "agreed".  A text without spaces has long pieces, and no two texts have the same.
    """

    _MOST = 32768
    _LONGEST = 32

    def __init__(self) -> None:
        super().__init__()
        self._forms: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
        for form in dict.fromkeys((*cue_table(), *verb_table())):
            words = tuple(form.split())
            if len(words) > 1:
                self._forms.setdefault(words[0], []).append((words, _unit(form, len(form))))
        for forms in self._forms.values():
            forms.sort(key=lambda item: -len(item[0]))

    def __missing__(self, piece: str) -> tuple[Unit, ...]:
        found = [(match.start(), match.group()) for match in _TOKEN.finditer(piece)]
        if not found or found[0][0] > 0:
            found.insert(0, (0, ""))  # nothing that can be read, but it has its length
        starts = [start for start, _ in found]
        steps = [after - start for start, after in zip(starts, [*starts[1:], len(piece) + 1])]
        made = tuple(
            [
                _unit(word, step, tuple(self._forms.get(word, ())))
                for (_, word), step in zip(found, steps, strict=True)
            ]
        )
        if len(self) < self._MOST and len(piece) <= self._LONGEST:
            self[piece] = made
        return made


@derived
def _pieces() -> _Pieces:
    return _Pieces()


def units(low: str, start: int, end: int, agents: list[Agent]) -> Units:
    """Divide a sentence into units.

    Args:
        low: the whole text, folded and in lower case.
        start: where the sentence begins.
        end: where it ends.
        agents: the agents that lie in the sentence, from left to right.
    """
    if agents:
        gaps = []
        at = start
        for agent in agents:
            gaps.append(low[at : agent.start])
            at = agent.end
        gaps.append(low[at:end])
        text = _AGENT.join(gaps)
    else:
        text = low[start:end]
    if text.count(_AGENT) > len(agents):
        return units(low.replace(_AGENT, _OTHER), start, end, agents)
    found = list(chain.from_iterable(map(_pieces().__getitem__, text.split(" "))))
    words = [unit.word for unit in found]
    steps = [unit.step for unit in found]
    at = -1
    for agent in agents:
        at = words.index(_AGENT, at + 1)
        size = agent.end - agent.start
        found[at] = Unit("", size, agent, acts=True)
        steps[at] += size - 1
        words[at] = _AGENT
    starts = list(accumulate(steps, initial=start))
    starts.pop()
    if "" in words:
        kept = [at for at, word in enumerate(words) if word]
        found = [found[at] for at in kept]
        starts = [starts[at] for at in kept]
        words = [words[at] for at in kept]
    at = -1
    for _ in agents:
        at = words.index(_AGENT, at + 1)
        words[at] = ""
    made = Units(found, words, starts)
    opening = [at for at, unit in enumerate(found) if unit.forms]
    if opening:
        _join(made, opening)
    return made


def _join(sentence: Units, opening: list[int]) -> None:
    """Put one unit for the words of each form of several words, the longest where two begin together."""
    found, words, starts = sentence.units, sentence.words, sentence.starts
    gone = 0
    behind = 0
    for place in opening:
        if place < behind:
            continue
        at = place - gone
        for form, unit in found[at].forms:
            # the second word rules most of them out
            if words[at + 1 : at + 2] != [form[1]]:
                continue
            size = len(form)
            if tuple(words[at : at + size]) == form:
                last = at + size - 1
                extent = starts[last] + found[last].size - starts[at]
                if extent != unit.size:
                    unit = evolve(unit, size=extent)
                found[at : last + 1] = [unit]
                words[at : last + 1] = [unit.word]
                del starts[at + 1 : last + 1]
                behind = place + size
                gone += size - 1
                break


@derived
def _triggers() -> re.Pattern[str]:
    from bilateral.gazetteer.matcher import trie_pattern

    words = {form for form, cues in cue_table().items() if any(c.kind != "voice" for c in cues)}
    return re.compile(rf"(?<!\w)(?:{trie_pattern(sorted(words))})(?!\w)")


def is_candidate(low: str, start: int, end: int) -> bool:
    """Say whether a sentence holds a word that could make a commitment."""
    return _triggers().search(low, start, end) is not None
