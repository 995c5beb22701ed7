"""A sentence → units: agents, cues and plain words, which the grammar of commitments reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define, frozen

from bilateral.gazetteer import tables
from bilateral.gazetteer.tables import derived
from bilateral.model.commitments import Force

if TYPE_CHECKING:
    from bilateral.reading.agents import Agent

_TOKEN = re.compile(r"'(?:ll|s|ve|re|d)\b|n't\b|[^\W_]+(?:[.'-](?=\w)[^\W_]+)*|[^\w\s]")


_NONE: frozenset[str] = frozenset()


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
    """A word, a mark, or a whole agent."""

    start: int
    end: int
    word: str
    agent: Agent | None = None
    #: readings as a cue, empty for other words
    cues: tuple[Cue, ...] = ()
    #: class of the verb, or empty
    verb: str = ""
    #: the classes of `cues`
    kinds: frozenset[str] = _NONE


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
def _kinds() -> dict[str, frozenset[str]]:
    """Return the classes of the readings of every cue form."""
    return {form: frozenset([cue.kind for cue in cues]) for form, cues in cue_table().items()}


@derived
def verb_table() -> dict[str, str]:
    """Return the class of every verb form that is no cue."""
    found: dict[str, str] = {}
    for row in tables.verbs():
        for form in tables.items(row["forms"]):
            found.setdefault(form, row["class"])
    return found


@derived
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return first word → the several-word forms that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form in (*cue_table(), *verb_table()):
        words = tuple(form.split())
        if len(words) > 1:
            found.setdefault(words[0], []).append((words, form))
    for forms in found.values():
        forms.sort(key=lambda item: -len(item[0]))
    return found


@derived
def _triggers() -> re.Pattern[str]:
    from bilateral.gazetteer.matcher import trie_pattern

    words = {form for form, cues in cue_table().items() if any(c.kind != "voice" for c in cues)}
    return re.compile(rf"(?<!\w)(?:{trie_pattern(sorted(words))})(?!\w)")


def is_candidate(low: str, start: int, end: int) -> bool:
    """Say whether a sentence holds a word that could make a commitment."""
    return _triggers().search(low, start, end) is not None


def units(low: str, start: int, end: int, agents: list[Agent]) -> list[Unit]:
    """Divide a sentence into units.

    Args:
        low: the whole text, folded and in lower case.
        start: where the sentence begins.
        end: where it ends.
        agents: the agents that lie in the sentence, from left to right.
    """
    found: list[Unit] = []
    at = start
    for agent in agents:
        _words(low, at, agent.start, found)
        found.append(Unit(agent.start, agent.end, "", agent))
        at = agent.end
    _words(low, at, end, found)
    return _tag(found)


def _words(low: str, start: int, end: int, found: list[Unit]) -> None:
    matches = _TOKEN.finditer(low, start, end)
    found.extend([Unit(match.start(), match.end(), match.group()) for match in matches])


def _tag(found: list[Unit]) -> list[Unit]:
    cues, kinds, verbs, phrases = cue_table(), _kinds(), verb_table(), _phrases()
    result: list[Unit] = []
    at = 0
    while at < len(found):
        unit = found[at]
        if unit.agent is None:
            for words, form in phrases.get(unit.word, ()):
                size = len(words)
                # the second word rules most of them out
                if at + size > len(found) or found[at + 1].word != words[1]:
                    continue
                if tuple([u.word for u in found[at : at + size]]) == words:
                    unit = Unit(unit.start, found[at + size - 1].end, form)
                    at += size - 1
                    break
            word = unit.word
            if word in cues:
                unit.cues, unit.kinds = cues[word], kinds[word]
            if word in verbs:
                unit.verb = verbs[word]
        result.append(unit)
        at += 1
    return result
