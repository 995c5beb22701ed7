"""Words for problems and for what is discussed, by class.

What follows from each class is the grammar of `bilateral.reading.issues`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from attrs import frozen

from bilateral.gazetteer import tables
from bilateral.gazetteer.tables import derived

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

IssueClass = Literal[
    "problem",
    "general",
    "container",
    "generic",
    "bare",
    "relational",
    "peel",
    "soft peel",
    "void",
    "discuss",
    "discuss on",
    "discussed",
    "presented",
    "meeting verb",
    "talk",
    "raised",
    "concern",
    "condemn",
    "opener",
    "enumerates",
    "adjective",
    "noun",
    "tackle",
    "formal",
    "extends",
    "undone",
    "modifier",
    "shared head",
    "endangers",
    "promote",
    "when",
    "wage",
    "affects",
    "determiner",
    "preposition",
    "locating",
    "closer",
    "time",
    "adverbial",
]

#: Classes of nouns, which the text may have in the plural.
_NOUNS = frozenset(
    [
        *("problem", "general", "container", "bare", "relational", "peel", "soft peel", "void"),
        *("talk", "raised", "extends", "noun"),
    ]
)


@frozen
class Head:
    """A noun for a problem: the words before it, its class, and the group of like nouns."""

    before: tuple[str, ...]
    kind: str
    group: str


def rows() -> tuple[dict[str, str], ...]:
    """Return the rows of the table."""
    return tables.rows("issue_words.csv", "word", "class", "group")


@derived
def words(kind: IssueClass) -> frozenset[str]:
    """Return the words of a class, nouns in the singular and the plural.

    >>> "crises" in words("container"), "taking stock" in words("discuss on")
    (True, True)
    """
    found: set[str] = set()
    for row in rows():
        if row["class"] == kind:
            found.update(forms(row["word"]) if kind in _NOUNS else [row["word"]])
    return frozenset(found)


@derived
def heads() -> Mapping[str, tuple[Head, ...]]:
    """Return the nouns for problems by their last word, those of more words first."""
    found: dict[str, set[Head]] = {}
    for row in rows():
        if row["class"] in ("problem", "general"):
            for form in forms(row["word"]):
                *before, last = form.split()
                head = Head(tuple(before), row["class"], row["group"])
                found.setdefault(last, set()).add(head)
    ranked = {
        last: tuple(sorted(some, key=lambda head: (-len(head.before), head.before)))
        for last, some in found.items()
    }
    return MappingProxyType(ranked)


class Classes(NamedTuple):
    """The words of the classes that the finders ask for at every step, and `heads`."""

    adverbial: frozenset[str]
    affects: frozenset[str]
    bare: frozenset[str]
    container: frozenset[str]
    endangers: frozenset[str]
    enumerates: frozenset[str]
    extends: frozenset[str]
    formal: frozenset[str]
    general: frozenset[str]
    generic: frozenset[str]
    locating: frozenset[str]
    modifier: frozenset[str]
    peel: frozenset[str]
    promote: frozenset[str]
    raised: frozenset[str]
    relational: frozenset[str]
    shared_head: frozenset[str]
    soft_peel: frozenset[str]
    tackle: frozenset[str]
    talk: frozenset[str]
    time: frozenset[str]
    undone: frozenset[str]
    void: frozenset[str]
    when: frozenset[str]
    wage: frozenset[str]
    heads: Mapping[str, tuple[Head, ...]]


@derived
def classes() -> Classes:
    """Return the words that the finders ask for, so that one look-up serves a whole text."""
    names = [name for name in Classes._fields if name != "heads"]
    found = {name: words(cast("IssueClass", name.replace("_", " "))) for name in names}
    return Classes(**found, heads=heads())


def forms(noun: str) -> Iterator[str]:
    """Yield a noun and its regular plural.

    >>> list(forms("trade dispute")), list(forms("coup d'etat")), list(forms("crisis"))
    (['trade dispute', 'trade disputes'], ["coup d'etat", "coup d'etats"], ['crisis', 'crises'])
    """
    yield noun
    if noun.endswith("sis"):
        yield f"{noun[:-2]}es"
    elif noun.endswith("y") and noun[-2:-1] not in "aeiou":
        yield f"{noun[:-1]}ies"
    elif noun.endswith(("x", "z", "ch", "sh", "ss")):
        yield f"{noun}es"
    elif not noun.endswith("s") or noun.endswith("us"):
        yield f"{noun}es" if noun.endswith("us") else f"{noun}s"
