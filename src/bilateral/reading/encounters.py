"""Sentences → the two who meet in them, where a report tells of several meetings one after another.

"Both sides" and "the two ministers" are then those of the meeting told last, not all who meet in the text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.reading.agents import Agent

_MEETS = re.compile(
    r"\b(?:met|meets|meeting|talks|(?:talked|spoke)(?= +(?:with|to|by)\b)|conversation|call|discussions|consultations|received|hosted|conferred|congratulated|contacted|telephoned|phoned|briefed)\b"
)
#: "exchanged views on trade |with", "discussed visas |with"
_SHARES = re.compile(r"\b(?:exchang(?:ed|es|ing)|discuss(?:ed|es|ing)|reviewed|consulted|shared)\b")
_PAST = re.compile(r"[.;:!?\"]|\b(?:will|would|after|before|following|between|ahead)\b")
_BETWEEN = re.compile(r"\b(?:talks|meeting|call|conversation|discussions) +between +(?:the +)?$")
_AND = re.compile(r",? +and +(?:(?:his|her|the) +)?(?:[a-z]+ +)?")
#: "at the meeting with |", "while meeting |"
_OPENS = re.compile(
    r"(?:\b(?:meeting|talks|conversation|discussions|call)(?: +held)?(?: +separately)? +with|\b(?:while|when) +meeting(?: +with)?)"
    r"(?: +the)? +$"
)
#: between the names of those who meet stand at most so many characters
_FAR = 120
#: before the first of two, "in the meeting between" takes at most so many
_LEAD = 40
_PAIR = 2


def encounter(
    low: str, inside: Iterable[Agent], participants: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Return the codes of the two parties whose persons meet in a sentence, or nothing.

    Args:
        low: the folded text in lower case.
        inside: the agents in the sentence, from left to right.
        participants: the codes of all who meet in the text, first of whom it tells.
    """
    persons = [agent for agent in inside if agent.personal and len(agent.codes) == 1]
    parties = {agent.codes for agent in persons}
    if len(parties) == 1 and len(participants) > _PAIR:
        # "At the meeting with Minister Rey, the two sides …": with her and whom the text is about
        first = persons[0]
        if first.codes[0] in participants[1:] and _OPENS.search(
            low, max(0, first.start - _LEAD), first.start
        ):
            return participants[0], first.codes[0]
    if len(parties) != 2:
        return ()  # of several who meet, nothing is told about two
    for one, other in pairwise(persons):
        if one.codes == other.codes or other.start - one.end > _FAR:
            continue
        if _AND.fullmatch(low, one.end, other.start):
            if _BETWEEN.search(low, max(0, one.start - _LEAD), one.start) is None:
                continue
        elif _PAST.search(low, one.end, other.start) or not (
            _MEETS.search(low, one.end, other.start)
            or (
                low.endswith(" with ", 0, other.start) and _SHARES.search(low, one.end, other.start)
            )
        ):
            continue
        return one.codes + other.codes
    return ()
