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
    from bilateral.reading.coreference import Resolver, Subject
    from bilateral.reading.sentences import Sentence

_NEXT_WORD = re.compile(r",? +(?:(?:also|has|had|then|later|\w+ly) +){0,2}([a-z]+)")
_WORD_BEFORE = re.compile(r"([a-z]+),? +$")
_MARK = re.compile('"')
_WORD = re.compile(r"[a-z]+")
_SPEAKERS = frozenset([Sort.NAMED, Sort.OFFICE, Sort.PERSON, Sort.STATE, Sort.TOGETHER, Sort.THEY])


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

    def follow(
        self, low: str, sentence: Sentence, agents: list[Agent], resolver: Resolver, *, first: bool
    ) -> None:
        """Take in a sentence; where it goes on with what was quoted, its speaker is that speaker.

        Args:
            low: the folded text in lower case.
            sentence: the sentence.
            agents: the agents in it.
            resolver: settles whom an agent means, and keeps the speaker of a sentence.
            first: the sentence begins a paragraph, where marks are often opened again.
        """
        start, end = sentence.start, sentence.end
        if not self.inside and low.find('"', start, end) < 0:
            return
        marks = [mark.start() for mark in _MARK.finditer(low, start, end)]
        opened = bool(marks) and marks[0] == start
        goes_on = self.inside or opened
        if first and self.inside and opened:
            marks = marks[1:]
        outside = _outside(start, end, marks, inside=self.inside)
        said = self._attribution(low, outside, agents, resolver)
        if said is not None:
            self.speaker = resolver.speaker = said
        elif any(w in _reporting() for a, b in outside for w in _WORD.findall(low, a, b)):
            self.speaker = None  # somebody who stands for no party speaks
        elif goes_on and self.speaker is not None:
            resolver.speaker = self.speaker
        if len(marks) % 2:
            self.inside = not self.inside

    def _attribution(
        self, low: str, outside: list[tuple[int, int]], agents: list[Agent], resolver: Resolver
    ) -> Subject | None:
        """Return who says it: an agent outside the marks beside a verb of saying."""
        verbs = _reporting()
        for agent in agents:
            if agent.sort not in _SPEAKERS:
                continue
            stretch = next(
                ((a, b) for a, b in outside if a <= agent.start and agent.end <= b), None
            )
            if stretch is None:
                continue
            after = _NEXT_WORD.match(low, agent.end, stretch[1])
            before = _WORD_BEFORE.search(low, max(stretch[0], agent.start - 20), agent.start)
            if (after and after.group(1) in verbs) or (before and before.group(1) in verbs):
                subject = resolver.subject([agent])
                if subject.codes:
                    return subject
        return None


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
