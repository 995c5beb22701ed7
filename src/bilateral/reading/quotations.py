"""Who speaks in quotation marks, from one sentence to the next.

A report quotes a speaker over several sentences and names them once: "we" in the sentences that follow
are still theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import define

from bilateral.gazetteer.tables import derived
from bilateral.reading.agents import Agent, Sort
from bilateral.reading.tags import cue_table, verb_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.reading.coreference import Resolver, Subject
    from bilateral.reading.sentences import Sentence

_NEXT_WORD = re.compile(r",? +(?:(?:also|has|had|then|later|\w+ly) +){0,2}([a-z]+)")
_WORD_BEFORE = re.compile(r"([a-z]+),? +$")
_MARK = re.compile('"')
_WORD = re.compile(r"[a-z]+")
_SPEAKERS = frozenset(Sort) - {Sort.WE, Sort.THING, Sort.SPEAKER, Sort.OWNER}


@derived
def _reporting() -> frozenset[str]:
    """Return the verbs that report what somebody says."""
    report = [form for form, kind in verb_table().items() if kind == "report"]
    voices = [form for form, cues in cue_table().items() if any(c.kind == "voice" for c in cues)]
    return frozenset([*report, *voices]) - {"have", "has", "had", "share", "shares", "shared"}


@define
class Quotation:
    """Follows the quotation marks of a text."""

    #: the sentence at hand begins inside quotation marks
    inside: bool = False
    speaker: Subject | None = None
    #: a sentence without quotation marks has come since
    told: bool = False

    def follow(
        self,
        low: str,
        sentence: Sentence,
        agents: list[Agent],
        resolver: Resolver,
        *,
        first: bool,
        ahead: Agent | None = None,
    ) -> None:
        """Take in a sentence; where it goes on with what was quoted, its speaker is that speaker.

        Args:
            low: the folded text in lower case.
            sentence: the sentence.
            agents: the agents in it.
            resolver: settles whom an agent means, and keeps the speaker of a sentence.
            first: the sentence begins a paragraph, where marks are often opened again.
            ahead: who is named behind the quotation, where that ends in another sentence.
        """
        start, end = sentence.start, sentence.end
        if not self.inside and low.find('"', start, end) < 0:
            self.told = True
            return
        marks = _marks(low, start, end, again=first and self.inside)
        goes_on = self.inside or low.startswith('"', start)
        outside = _outside(start, end, marks, inside=self.inside)
        said = self._attribution(low, outside, agents, resolver)
        if said is None and ahead is not None:
            said = resolver.subject([ahead])
            said = said if said.codes else None
        if said is not None:
            self.speaker = resolver.speaker = said
        elif any(w in _reporting() for a, b in outside for w in _WORD.findall(low, a, b)):
            self.speaker = None  # somebody who stands for no party speaks
        elif goes_on and self.speaker is not None:
            if self.told and not self.inside and resolver.person is not None:
                self.speaker = resolver.person  # of whom the text has gone on to tell
            resolver.speaker = self.speaker
        self.told = False
        if len(marks) % 2:
            self.inside = not self.inside

    def _attribution(
        self, low: str, outside: list[tuple[int, int]], agents: list[Agent], resolver: Resolver
    ) -> Subject | None:
        """Return who says it: an agent outside the marks beside a verb of saying."""
        for agent in _sayers(low, outside, agents):
            subject = resolver.subject([agent])
            if subject.codes:
                return subject
        return None


def named_behind(
    low: str, sentences: Iterable[tuple[Sentence, list[Agent], bool]]
) -> dict[int, Agent]:
    """Return who says a quotation of several sentences that names its speaker at its end.

    Args:
        low: the folded text in lower case.
        sentences: each with the agents in it and whether it begins a paragraph.

    Returns:
        The number of each sentence of such a quotation but the last, and who says it.
    """
    found: dict[int, Agent] = {}
    inside = False
    held: list[int] = []
    for number, (sentence, agents, first) in enumerate(sentences):
        start, end = sentence.start, sentence.end
        if not inside and low.find('"', start, end) < 0:
            continue
        marks = _marks(low, start, end, again=first and inside)
        sayer = next(_sayers(low, _outside(start, end, marks, inside=inside), agents), None)
        if sayer is not None:
            found.update(dict.fromkeys(held, sayer))
            held = []
        elif marks:  # one ends here and another begins
            held = held if inside and len(marks) % 2 == 0 else []
        if len(marks) % 2:
            inside = not inside
        if not inside:
            held = []
        elif sayer is None:
            held.append(number)
    return found


def _marks(low: str, start: int, end: int, *, again: bool) -> list[int]:
    """Return where quotation marks stand in a sentence that open or close a quotation.

    Args:
        low: the text.
        start: where the sentence begins.
        end: where it ends.
        again: a mark at its beginning only opens again what is open.
    """
    marks = [mark.start() for mark in _MARK.finditer(low, start, end)]
    return marks[1:] if again and marks and marks[0] == start else marks


def _sayers(low: str, outside: list[tuple[int, int]], agents: list[Agent]) -> Iterator[Agent]:
    """Yield the agents outside the marks beside a verb of saying."""
    verbs = _reporting()
    stretches = iter(outside)
    begin, end = next(stretches, (0, -1))
    for agent in agents:
        while 0 <= end < agent.end:
            begin, end = next(stretches, (0, -1))
        if end < 0:
            return
        if agent.start < begin or agent.sort not in _SPEAKERS:
            continue
        after = _NEXT_WORD.match(low, agent.end, end)
        before = _WORD_BEFORE.search(low, max(begin, agent.start - 20), agent.start)
        if (after and after.group(1) in verbs) or (before and before.group(1) in verbs):
            yield agent


def _outside(start: int, end: int, marks: list[int], *, inside: bool) -> list[tuple[int, int]]:
    """Return the stretches of a sentence that are not quoted."""
    found = []
    at = start
    for mark in marks:
        if not inside:
            found.append((at, mark))
        inside = not inside
        at = mark + 1
    if not inside:
        found.append((at, end))
    return found
