"""The units of a sentence → the matters that it presents, by the words that present them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.gazetteer.issue_words import Head, heads, rows, words
from bilateral.gazetteer.tables import derived
from bilateral.reading.discussions import LISTS, TOPICS, Discussions
from bilateral.reading.findings import Findings, Found
from bilateral.reading.problems import Problems

if TYPE_CHECKING:
    from bilateral.reading.phrases import Chunker

_CUES = frozenset(["discuss", "discuss on", "meeting verb", "concern", "condemn"])


@frozen
class _Entry:
    """What a word can be: forms that begin with it and their classes, and problems that end in it."""

    cues: tuple[tuple[str, str], ...] = ()
    heads: tuple[Head, ...] = ()
    lists: bool = False


@derived
def _entries() -> dict[str, _Entry]:
    """Return word → what it can be, for every word that can present a matter."""
    cues: dict[str, list[tuple[str, str]]] = {}
    for row in rows():
        if row["class"] in _CUES:
            form = row["word"]
            for key in {form, form.split()[0]}:
                cues.setdefault(key, []).append((form, row["class"]))
    lists = LISTS | TOPICS
    return {
        word: _Entry(
            tuple(sorted(cues.get(word, ()), key=lambda item: (-len(item[0]), item))),
            heads().get(word, ()),
            word in lists,
        )
        for word in {*cues, *heads(), *lists}
    }


@derived
def _openers() -> dict[str, tuple[str, ...]]:
    """Return first word → the forms with which a sentence can open its topic, longest first."""
    found: dict[str, list[str]] = {}
    for form in sorted(words("opener"), key=lambda form: (-len(form), form)):
        found.setdefault(form.split()[0], []).append(form)
    return {word: tuple(some) for word, some in found.items()}


def find(chunker: Chunker) -> list[Found]:
    """Return the matters of a sentence in their order."""
    get = _entries().get
    marks = [(at, e) for at, u in enumerate(chunker.units) if (e := get(u.word)) is not None]
    opened = _openers().get(chunker.word(0))
    if not marks and opened is None:
        return []
    findings = Findings(chunker)
    discussions = Discussions(findings)
    for form in opened or ():
        after = findings.match(form, 0)
        if after:
            discussions.opener(after)
            break
    for at, entry in marks:
        for form, what in entry.cues:
            after = findings.match(form, at)
            if after:
                discussions.cue(what, at, after)
                break
    for at, entry in marks:
        if entry.lists:
            discussions.listed(at)
    problems = Problems(findings)
    for at, entry in marks:
        if entry.heads:
            problems.problem(at, entry.heads)
    found = findings.found
    if len(found) > 1:
        # "On Haiti, they discussed hunger": a party by itself is an issue only if there is no other
        found = [
            one for one in found if one.rule != "issue.topic" or not findings.is_party(one.phrase)
        ]
    return sorted(found, key=lambda one: one.phrase.first)
