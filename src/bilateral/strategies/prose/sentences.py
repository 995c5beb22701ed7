"""Every sort of sentence."""

from __future__ import annotations

from bilateral.strategies.prose.promises import Both, Due, Listed, Promise, Request
from bilateral.strategies.prose.tellings import Aside, Presented, Status

#: What is drawn of a sentence.
Sentence = Promise | Both | Listed | Request | Presented | Status | Aside


def strays(sentence: Sentence) -> bool:
    """Say whether a sentence tells a day or a place that is not the meeting's."""
    if isinstance(sentence, Promise):
        return isinstance(sentence.more, Due) and sentence.more.row.precision == "day"
    if isinstance(sentence, Presented):
        return any("{there}" in matter.name for matter in sentence.matters)
    return isinstance(sentence, Aside) and " in {" in sentence.row.pattern
