"""Two codings of one document, record beside record.

Everything that is counted, listed or tested for agreement starts from one alignment, so that the
figures and the list of differences cannot disagree.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Generic, TypeVar

from attrs import frozen

from bilateral.errors import Fault, ValidationError
from bilateral.evaluation.codes import (
    CodedCommitment,
    CodedIssue,
    CodedLeader,
    CodedPartnership,
    Codes,
)
from bilateral.model.commitments import Force

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

RecordT = TypeVar("RecordT")

_WORD = re.compile(r"[a-z0-9]+")
#: Words that do not tell one office, level or issue from another.
_EMPTY_WORDS = frozenset(
    _WORD.findall(
        "a an and as at between by for from her his in including into issue issues its matter"
        " matters of on or our over regarding situation the their to with"
    )
)
_LETTERS = re.compile(r"[a-z]+")
_ENDING = re.compile(r"(?:ies|es|s)$")
#: How much two names of one thing must share; less will do for issues of one sentence.
_ALIKE = 0.5
_ALIKE_NEARBY = 0.34
_NEARBY = 0.25


@cache
def folded(words: str) -> str:
    """Return words in lower case, without accents and whatever else is not ASCII.

    >>> folded("Türkiye’s")
    'turkiyes'
    """
    return unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()


@cache
def stems(words: str) -> frozenset[str]:
    """Return the telling words of a name, without the endings of the plural.

    >>> sorted(stems("the overlapping claims"))
    ['claim', 'overlapping']
    """
    found = _WORD.findall(folded(words))
    return frozenset(
        [_ENDING.sub("", word) for word in found if len(word) > 1 and word not in _EMPTY_WORDS]
    )


def overlap(one: str | None, other: str | None) -> float:
    """Return the share of the shorter name's telling words that the longer one has.

    Where one has no telling word it is 0, even if the other has none either.

    >>> overlap("foreign minister", "minister")
    1.0
    """
    first, second = stems(one or ""), stems(other or "")
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second))


def alike(one: str | None, other: str | None) -> bool:
    """Say whether two names of an office or a level count as the same."""
    return overlap(one, other) >= _ALIKE


@cache
def _names(name: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(folded(name))) - {"jr", "sr"}


def leaders_alike(one: CodedLeader, other: CodedLeader) -> float:
    """Say how much two entries look like one person: the more names in common, the more."""
    first, second = _names(one.name), _names(other.name)
    shared = len(first & second)
    contained = shared == min(len(first), len(second)) > 0
    return 1.0 + shared if contained and one.country == other.country else 0.0


def partnerships_alike(one: CodedPartnership, other: CodedPartnership) -> float:
    """Say how much two entries look like one relationship: the same parties, a similar level."""
    if set(one.parties) != set(other.parties):
        return 0.0
    shared = overlap(one.level, other.level)
    return shared if shared >= _ALIKE else 0.0


def issues_alike(one: CodedIssue, other: CodedIssue) -> float:
    """Say how much two entries look like one issue: similar names, better in one sentence."""
    shared = overlap(one.name, other.name)
    nearby = one.s is not None and one.s == other.s
    if shared >= _ALIKE or (nearby and shared >= _ALIKE_NEARBY):
        return shared + (_NEARBY if nearby else 0.0)
    return 0.0


@frozen
class Pairing(Generic[RecordT]):
    """Records of two codings, matched one to one.

    Fields:
        pairs: what both have.
        missed: what only the first has.
        spurious: what only the second has.
    """

    pairs: tuple[tuple[RecordT, RecordT], ...]
    missed: tuple[RecordT, ...]
    spurious: tuple[RecordT, ...]


def pair(
    gold: Sequence[RecordT],
    predicted: Sequence[RecordT],
    alike: Callable[[RecordT, RecordT], float],
) -> Pairing[RecordT]:
    """Match records one to one, the most alike first, then in the order of the lists.

    >>> pair(["a", "b"], ["b", "c"], lambda one, other: float(one == other)).missed
    ('a',)
    """
    candidates = [
        (-likeness, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(predicted)
        if (likeness := alike(one, other)) > 0
    ]
    left, right = dict(enumerate(gold)), dict(enumerate(predicted))
    pairs = []
    for _, i, j in sorted(candidates):
        if i in left and j in right:
            pairs.append((left.pop(i), right.pop(j)))
    return Pairing(tuple(pairs), tuple(left.values()), tuple(right.values()))


@frozen
class Said:
    """What a coding says of one sentence: all its commitments, or all its requests, together.

    Fields:
        actors: who acts in any of them.
        force: the firmest.
        reaffirmed: whether any is.
        domains: the policy fields of all.
    """

    actors: frozenset[str]
    force: Force
    reaffirmed: bool
    domains: frozenset[str]


def said(codes: Codes, *, requests: bool) -> dict[int, Said]:
    """Return what is promised, or asked, in each sentence, in the order of the sentences."""
    by_sentence: dict[int, list[CodedCommitment]] = {}
    for made in codes.commitments:
        if (made.force is Force.REQUEST) is requests:
            by_sentence.setdefault(made.s, []).append(made)
    return {s: _together(by_sentence[s]) for s in sorted(by_sentence)}


def _together(commitments: list[CodedCommitment]) -> Said:
    forces = [made.force for made in commitments]
    return Said(
        actors=frozenset([code for made in commitments for code in made.actors]),
        force=forces[0] if Force.REQUEST in forces else max(forces),
        reaffirmed=any(made.reaffirmed for made in commitments),
        domains=frozenset([name for made in commitments for name in made.domains]),
    )


@frozen
class Sentences:
    """The sentences that two codings mark.

    Fields:
        both: number → what the first and the second say of it.
        missed: what only the first has.
        spurious: what only the second has.
    """

    both: dict[int, tuple[Said, Said]]
    missed: dict[int, Said]
    spurious: dict[int, Said]


@frozen(kw_only=True)
class Alignment:
    """Two codings of one document, record beside record."""

    id: str
    leaders: Pairing[CodedLeader]
    partnerships: Pairing[CodedPartnership]
    issues: Pairing[CodedIssue]
    promises: Sentences
    requests: Sentences


def align(gold: Codes, predicted: Codes) -> Alignment:
    """Put two codings of one document side by side, under the id of the first."""
    return Alignment(
        id=gold.id,
        leaders=pair(gold.leaders, predicted.leaders, leaders_alike),
        partnerships=pair(gold.partnerships, predicted.partnerships, partnerships_alike),
        issues=pair(gold.issues, predicted.issues, issues_alike),
        promises=_sentences(gold, predicted, requests=False),
        requests=_sentences(gold, predicted, requests=True),
    )


def _sentences(gold: Codes, predicted: Codes, *, requests: bool) -> Sentences:
    one, other = said(gold, requests=requests), said(predicted, requests=requests)
    return Sentences(
        both={s: (one[s], other[s]) for s in one if s in other},
        missed={s: one[s] for s in one if s not in other},
        spurious={s: other[s] for s in other if s not in one},
    )


def match(
    gold: Codes | Iterable[Codes], predicted: Codes | Iterable[Codes]
) -> list[tuple[Codes, Codes]]:
    """Match the codings of two coders by document.

    Two single codings belong together whatever their ids.  A document that the second coder did not
    code counts as coded with nothing in it; one that only the second coded is left out, because
    nobody knows what is right there.

    Raises:
        ValidationError: two codings of one coder have the same id.
    """
    if isinstance(gold, Codes) and isinstance(predicted, Codes):
        return [(gold, predicted)]
    first = _by_id("gold", gold)
    second = _by_id("predicted", predicted)
    return [(codes, second.get(name) or Codes(id=name)) for name, codes in first.items()]


def _by_id(name: str, given: Codes | Iterable[Codes]) -> dict[str, Codes]:
    listed = [given] if isinstance(given, Codes) else list(given)
    found: dict[str, Codes] = {}
    faults = []
    for index, codes in enumerate(listed):
        if codes.id in found:
            reason = "must differ from the others: one coding for each document"
            faults.append(Fault(f"{name}[{index}].id", codes.id, reason))
        found[codes.id] = codes
    if faults:
        raise ValidationError("comparison", tuple(faults))
    return found
