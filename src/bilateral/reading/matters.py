"""The units of a sentence → the matters that it presents, by the words that present them."""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING, NamedTuple

from bilateral.gazetteer.issue_words import Classes, Head, classes, heads, rows, words
from bilateral.gazetteer.tables import derived
from bilateral.reading.discussions import LISTS, TOPICS, Discussions
from bilateral.reading.findings import Findings, Form, Found, match, named
from bilateral.reading.phrases import PADDING, Chunker, word_kinds
from bilateral.reading.problems import Problems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.reading.mentions import Mention
    from bilateral.reading.units import Units

_CUES = frozenset(
    ["discuss", "discuss on", "discussed", "presented", "meeting verb", "concern", "condemn"]
)


class _Entry(NamedTuple):
    """What a word can be: forms that begin with it and their classes, and problems that end in it."""

    cues: tuple[tuple[Form, str], ...] = ()
    heads: tuple[Head, ...] = ()
    lists: bool = False


class Tables(NamedTuple):
    """What is asked of the tables for each sentence."""

    #: word → what it can be, for every word that can present a matter
    entries: dict[str, _Entry]
    #: first word → the forms with which a sentence can open its topic, longest first
    openers: dict[str, tuple[Form, ...]]
    classes: Classes
    #: word → its kind
    kinds: Mapping[str, str]


@derived
def tables() -> Tables:
    """Return what is asked of the tables, so that one look-up serves a whole text."""
    return Tables(_entries(), _openers(), classes(), word_kinds())


def _entries() -> dict[str, _Entry]:
    cues: dict[str, list[tuple[Form, str]]] = {}
    for row in rows():
        if row["class"] in _CUES:
            form = _form(row["word"])
            for key in {form.text, form.words[0]}:
                cues.setdefault(key, []).append((form, row["class"]))
    lists = LISTS | TOPICS
    return {
        word: _Entry(
            tuple(sorted(cues.get(word, ()), key=lambda item: (-len(item[0].text), item))),
            heads().get(word, ()),
            word in lists,
        )
        for word in {*cues, *heads(), *lists}
    }


def _openers() -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for text in sorted(words("opener"), key=lambda text: (-len(text), text)):
        form = _form(text)
        found.setdefault(form.words[0], []).append(form)
    return {word: tuple(some) for word, some in found.items()}


def _form(text: str) -> Form:
    return Form(text, tuple(text.split()))


def find(
    sentence: Units,
    places: dict[int, Mention],
    plain: str,
    table: Tables,
    present: frozenset[str] = frozenset(),
) -> tuple[Chunker, list[Found]] | None:
    """Return the matters of a sentence in their order with what tells its phrases, or None.

    Args:
        sentence: its units.
        places: where a place that is no party begins → its mention.
        plain: the whole text with one kind of quotation mark.
        table: the words of the tables.
        present: the codes of the parties that meet.
    """
    said = sentence.words
    opened = table.openers.get(said[0]) if said else None
    entries = table.entries
    marks = list(compress(count(), map(entries.__contains__, said)))
    if not marks and opened is None:
        return None
    words = [*said, *PADDING]
    cues: list[tuple[str, int, int]] = []
    lists: list[int] = []
    named_at: list[tuple[int, Head]] = []
    for at in marks:
        entry = entries[said[at]]
        for form, what in entry.cues:
            after = match(words, form, at)
            if after:
                cues.append((what, at, after))
                break
        if entry.lists:
            lists.append(at)
        if entry.heads and (head := named(words, at, entry.heads)) is not None:
            named_at.append((at, head))
    opening = 0
    for form in opened or ():
        opening = match(words, form, 0)
        if opening:
            break
    if not (cues or lists or named_at or opening):
        return None
    chunker = Chunker(
        *(
            sentence.units,
            sentence.starts,
            words,
            places,
            plain,
            table.classes,
            present,
            table.kinds,
        )
    )
    findings = Findings(chunker)
    if cues or lists or opening:
        discussions = Discussions(findings)
        if opening:
            discussions.opener(opening)
        for what, at, after in cues:
            discussions.cue(what, at, after)
        for at in lists:
            discussions.listed(at)
    if named_at:
        problems = Problems(findings)
        for at, head in named_at:
            problems.problem(at, head)
    found = findings.found
    if len(found) > 1:
        # "On Haiti, they discussed hunger": a party by itself is an issue only if there is no other
        found = [
            one for one in found if one.rule != "issue.topic" or not findings.is_party(one.phrase)
        ]
        found.sort(key=_first)
    return chunker, found


def _first(one: Found) -> int:
    return one.phrase.first
