"""Sentences → issues: the problems that a text presents, and the matters that were discussed.

A matter of the agenda is the object of a verb or noun of discussion, each member of an enumeration by
itself (`bilateral.reading.agenda`); a problem is a noun of the table with what locates or qualifies it.
`issue_words.csv` holds the words; which rule they serve stands here.
"""

from __future__ import annotations

from attrs import frozen

from bilateral.gazetteer.issue_words import IssueClass
from bilateral.reading.phrases import Phrase

_TRIGGERS: tuple[IssueClass, ...] = (
    *("discuss", "discuss on", "meeting verb", "concern", "condemn", "opener"),
)
_ABOUT = frozenset(["on", "about", "upon", "over", "regarding", "concerning", "of", "around"])
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])
_MODALS = frozenset(["will", "shall", "would", "should", "can", "could", "may", "might", "must"])
_PROMISING = frozenset(
    [
        "commit",
        "plan",
        "wish",
        "request",
        "noun",
        "modal",
        "state",
        "carry",
        "instruct",
        "progress",
        "reported",
        "announce",
        "appear",
    ]
)
_HEAD_KIND = {"problem": True, "general": False}


@frozen
class Found:
    """A matter as its units, before it is a record."""

    rule: str
    phrase: Phrase
    cue: tuple[int, int]
    #: where the words begin that tell whose it is
    context: int
    group: str = ""
