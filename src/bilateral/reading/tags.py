"""What a word by itself tells the grammar: cues, verbs, and function words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, frozen

from bilateral.gazetteer import tables
from bilateral.gazetteer.tables import derived
from bilateral.model.commitments import Force
from bilateral.reading.grammar import words as grammar

if TYPE_CHECKING:
    from bilateral.reading.agents import Agent

_NONE: frozenset[str] = frozenset()
#: classes of cues that are nouns or adjectives and so never the verb behind a subject
_NOMINAL = frozenset(["noun", "state"])
#: classes of verbs that tell of no act by themselves
_NO_ACT = frozenset(["be", "have", "auxiliary", "adverb"])
_FINITE = grammar.BE | grammar.HAVE | {"'ll", "'re", "'ve", "'d", "n't", "not"}
_ASIDE = grammar.ADVERBS - grammar.BE - grammar.HAVE
_DETERMINERS = grammar.POSSESSIVE | grammar.ARTICLES | {"of", "for", "'s", "'", "with", "on"}
_LINKS = grammar.BE | grammar.LINKING
_HAD = grammar.HAVE | {"had"}
_MARKS = grammar.CONDITION | grammar.OUTSIDERS | {",", "then"}


@frozen
class Cue:
    """One reading of a cue form: its class in the table, force, and what must follow."""

    lemma: str
    kind: str
    force: Force | None
    continues: bool
    follows: frozenset[str]


@define(eq=False)
class _Word:
    """What dividing a text asks of every word: fields of their own class lie side by side in memory."""

    #: empty for an agent
    word: str
    #: its length in the text
    size: int
    agent: Agent | None = None
    #: how far behind its beginning the next unit begins, where no agent stands between
    step: int = 0
    #: the forms of several words that it can begin, by their second word; none for most words
    forms: Forms | None = None
    #: it can make a commitment by itself
    promises: bool = False
    #: the reading of a sentence does more than step over it
    acts: bool = False


@define(eq=False)
class Unit(_Word):
    """A word, a mark, or a whole agent, wherever it stands.

    What the word alone decides is told once, when it is first met: the same object stands at every
    place that has the word, so nothing may change it.
    """

    #: readings as a cue, empty for other words
    cues: tuple[Cue, ...] = ()
    #: class of the verb, or empty
    verb: str = ""
    #: the classes of `cues`
    kinds: frozenset[str] = _NONE
    #: the word if it opens or ends a condition, or may report what an outsider says
    mark: str = ""
    #: a verb or a voice that tells of an act, and no auxiliary
    tells: bool = False
    #: a voice that says something again
    repeats: bool = False
    #: a word of the regular past that no table has
    past: bool = False
    #: can be the finite verb behind a subject
    finite: bool = False
    #: may stand between a verb and what is before it; between a subject and what follows
    before_verb: bool = False
    behind_subject: bool = False
    #: ends in -ed or -ing
    participle: bool = False
    #: makes a participle behind it an adjective
    determines: bool = False
    negates: bool = False
    #: it tells behind a cue that conduct is under way, or before one
    ongoing: bool = False
    renewing: bool = False
    #: a form of "be" or "remain"; an adverb that may stand behind one
    links: bool = False
    linked_over: bool = False


#: second word → the words of each form and its unit, longest first
Forms = dict[str, list[tuple[tuple[str, ...], Unit]]]


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
def verb_table() -> dict[str, str]:
    """Return the class of every verb form that is no cue."""
    found: dict[str, str] = {}
    for row in tables.verbs():
        for form in tables.items(row["forms"]):
            found.setdefault(form, row["class"])
    return found


@derived
def _known() -> frozenset[str]:
    """Return the words of which a table tells something."""
    return frozenset(
        [
            *cue_table(),
            *verb_table(),
            *grammar.ADVERBS,
            *grammar.NEGATIONS,
            *grammar.continuing()[0],
            *grammar.continuing()[1],
            *_FINITE,
            *_DETERMINERS,
            *_LINKS,
            *_MARKS,
            '"',
        ]
    )


def tagged(word: str, step: int = 0, forms: Forms | None = None) -> Unit:
    """Tell what a word can be."""
    size = len(word)
    adverb = size > 4 and word.endswith("ly")
    past = size > 4 and word.endswith("ed")
    participle = word.endswith(("ed", "ing"))
    if word not in _known():
        return Unit(
            word,
            size,
            step=step,
            forms=forms,
            acts=past,
            past=past,
            finite=past,
            before_verb=adverb,
            behind_subject=adverb,
            participle=participle,
            linked_over=word.endswith("ly"),
        )
    cues = cue_table().get(word, ())
    after, before = grammar.continuing()
    kinds = frozenset([cue.kind for cue in cues])
    verb = verb_table().get(word, "")
    adverb = adverb or verb == "adverb"
    called = bool(verb) or "voice" in kinds or "request" in kinds
    tells = called and word != "have" and verb not in _NO_ACT
    if verb or kinds - _NOMINAL:
        finite = verb != "adverb" and not word.endswith("ing")
    else:
        finite = "noun" not in kinds and (past or word in _FINITE)
    past = past and not called
    return Unit(
        word,
        size,
        step=step,
        forms=forms,
        cues=cues,
        verb=verb,
        kinds=kinds,
        acts=bool(cues) or tells or past or word in _MARKS,
        mark=word if word in _MARKS else "",
        tells=tells,
        repeats=any(cue.kind == "voice" and cue.continues for cue in cues),
        past=past,
        finite=finite,
        before_verb=adverb or word in grammar.ADVERBS,
        behind_subject=adverb or word in _ASIDE,
        participle=participle,
        determines=word in _DETERMINERS,
        negates=word in grammar.NEGATIONS,
        ongoing=word in after,
        renewing=word in before,
        links=word in _LINKS,
        linked_over=word not in _HAD
        and (word == '"' or word in grammar.ADVERBS or word.endswith("ly")),
    )
