"""The problems of a sentence: nouns of the table with what locates or qualifies them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.gazetteer.issue_words import Head
from bilateral.reading.agenda import Agenda
from bilateral.reading.findings import Found
from bilateral.reading.phrases import Phrase

if TYPE_CHECKING:
    from bilateral.reading.findings import Findings
    from bilateral.reading.phrases import Chunker

_POINTERS = frozenset(["particularly", "especially", "notably", "including", "specifically"])
_NOUN_CUES = frozenset(["noun", "support", "state"])
_SMALL = frozenset(["of", "on", "against", "and", "to", "the", "for", "in"])
#: Groups of problems that a phrase with "of" or "to" tells apart as well: "violations of the truce".
_OF_SOMETHING = frozenset(["pressure", "abuse", "dispute", "crisis", "disease"])
#: a situation of which these are said is a problem wherever it is
_WORSENING = frozenset(
    ["deteriorating", "worsening", "dire", "catastrophic", "alarming", "critical"]
)
_COOPERATION = ("cooperat", "collaborat", "partner", "coordinat", "together", "co-operat")


class Problems:
    """Keeps the problems that are told which ones they are."""

    __slots__ = ("chunker", "findings")

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.chunker: Chunker = findings.chunker

    def problem(self, at: int, head: Head) -> None:
        """Keep the problem whose last word stands at a unit, if it is told which one it is."""
        chunker = self.chunker
        if at in self.findings.covered:
            return
        last = at + 1
        if chunker.words[last] in chunker.classes.extends:
            last += 1
        if chunker.kinds[last] in "aw" and not self._is_verb(last):
            return  # "crisis management" is none
        start = at - len(head.before)
        if self._in_place(at) or (head.group == "climate" and self._is_field(start)):
            return
        first = chunker.backwards(start, chunker.classes.tackle)
        if self._undone(first, last) or self._in_title(start, last):
            return
        if first == at and chunker.kinds[at - 1] == "A" and chunker.kinds[last] in "dA":
            return  # "Japan claims the islands"
        phrase = self._pointed(chunker.extend(Phrase(first, last, last, last - 1)))
        if not self._is_told(head, phrase, start):
            return
        cue = self.findings.extent(start, last)
        before = self.findings.found[-1] if self.findings.found else None
        if before is not None and self._is_pair(before, phrase):
            joined = Phrase(before.phrase.first, phrase.core, phrase.last, phrase.head)
            self.findings.found[-1] = Found(
                before.rule, joined, before.cue, before.context, before.group
            )
            self.findings.cover(phrase)
            return
        self.findings.keep("issue.problem", phrase, cue, first, head.group)

    def _is_pair(self, before: Found, phrase: Phrase) -> bool:
        """Say whether two problems are named as one: "corruption and money-laundering"."""
        word = self.chunker.words
        return (
            before.rule == "issue.problem"
            and before.phrase.last == phrase.first - 1
            and word[phrase.first - 1] == "and"
            and before.phrase.last - before.phrase.first == 1
            and phrase.core - phrase.first <= 2
            and word[before.phrase.first - 1] not in (",", "and")
        )

    def _pointed(self, phrase: Phrase) -> Phrase:
        """Add what points to the place: "conflict zones, particularly in Gaza"."""
        word = self.chunker.words
        at = phrase.last
        if word[at] == "," and word[at + 1] in _POINTERS and word[at + 2] in ("in", "around"):
            inner = self.chunker.core(at + 3)
            if inner is not None and self.chunker.is_named(inner.first, inner.core):
                return Phrase(phrase.first, phrase.core, inner.core, phrase.head)
        return phrase

    def _in_place(self, at: int) -> bool:
        """Say whether a word belongs to the name of a place: the Darien Gap."""
        for index in range(max(0, at - 3), at + 1):
            place = self.chunker.places.get(self.chunker.starts[index])
            if place is not None and place.end >= self.chunker.end(at):
                return True
        return False

    def _is_field(self, start: int) -> bool:
        """Say whether the matter is only a field of cooperation: "cooperate on climate change"."""
        word = self.chunker.words
        return word[start - 1] in ("on", "in") and word[start - 2].startswith(_COOPERATION)

    def _is_verb(self, at: int) -> bool:
        unit = self.chunker.units[at]
        return bool(unit.verb) or any(cue.kind not in _NOUN_CUES for cue in unit.cues)

    def _undone(self, first: int, last: int) -> bool:
        """Say whether the words deny the problem, or only point back to it: "these crises"."""
        undone = self.chunker.classes.undone
        return self.chunker.words[first - 1] in undone or any(
            unit.word in undone for unit in self.chunker.units[first:last]
        )

    def _in_title(self, start: int, last: int) -> bool:
        """Say whether the words belong to the name of a body or text: "Convention against Corruption"."""
        units = self.chunker.units
        if not self.chunker.is_capital(start):
            return False
        if units[last - 1].word in ("war", "wars") and self.chunker.is_capital(last - 1):
            return start > 0  # the Cold War, World War II
        formal = self.chunker.classes.formal
        if last < len(units) and self.chunker.is_capital(last) and units[last].word in formal:
            return True
        for index in range(start - 1, max(-1, start - 7), -1):
            unit = units[index]
            if unit.agent is None and unit.word in formal and self.chunker.is_capital(index):
                return True
            if unit.word not in _SMALL and not self.chunker.is_capital(index):
                break
        for index in range(last, min(last + 5, len(units))):
            unit = units[index]
            if unit.agent is None and unit.word in formal and self.chunker.is_capital(index):
                return True
            if unit.word not in _SMALL and not self.chunker.is_capital(index):
                break
        return False

    def _is_told(self, head: Head, phrase: Phrase, start: int) -> bool:
        """Say whether a general noun is told apart: by a place, an owner, or a telling word."""
        chunker = self.chunker
        if head.kind == "problem":
            # "the war" alone does not say which
            return head.group != "war" or phrase.last > phrase.first + 1
        between = "between" in chunker.words[phrase.core : phrase.last]
        if head.group == "question" and between:
            # "issues between Japan and Peru", who meet, are not told apart
            if chunker.is_named(phrase.first, phrase.last, others=True):
                return True
        elif chunker.is_named(phrase.first, phrase.last):
            return True
        if head.group == "situation" and not _WORSENING.isdisjoint(
            chunker.words[phrase.first : start]
        ):
            return True
        if head.group in ("situation", "question", "truce"):
            return False
        if head.group in _OF_SOMETHING and phrase.last > phrase.core:
            if Agenda(chunker).has_content(phrase.core, phrase.last):
                return True
        if head.group == "threat" and phrase.last > phrase.core:
            if chunker.words[phrase.core] in ("posed", "from", "by", "caused"):
                return Agenda(chunker).has_content(phrase.core + 1, phrase.last)
        generic, container = chunker.classes.generic, chunker.classes.container
        for at in range(phrase.first, start):
            unit = chunker.units[at]
            if chunker.kinds[at] in "aweiA" and unit.agent is None:
                if unit.word not in generic and unit.word not in container:
                    return True
        return False
