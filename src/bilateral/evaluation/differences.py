"""A list of everything in which two codings differ, with the words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from bilateral.evaluation.alignment import Alignment, Said, Sentences, align, alike, match
from bilateral.evaluation.codes import (
    CodedIssue,
    CodedLeader,
    CodedPartnership,
    tops,
)
from bilateral.evaluation.measures import year

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from bilateral.evaluation.codes import Codes

Verdict = Literal["missed", "spurious", "differs"]
Kind = Literal["leader", "partnership", "commitment", "request", "issue"]


@frozen(kw_only=True)
class Difference:
    """One thing in which a prediction differs from the hand coding.

    Fields:
        verdict: ``missed`` (only in the hand coding), ``spurious`` (only in the prediction), or
            ``differs`` (in both, with another value in one field).
        kind: the kind of record: ``leader``, ``partnership``, ``commitment``, ``request``, ``issue``.
        document: the id of the document.
        sentence: the number of the sentence, or None for what has none.
        text: the sentence's words where they are known, else the record's name, else None.
        field: which field differs; None where the whole record is missed or spurious.
        gold: what the hand coding has, or None.
        predicted: what the prediction has, or None.
        counted: whether a measure counts it as a mistake.  A name, office or level in other words,
            a domain's leaf of an issue, and every field of a request are listed and not counted.
    """

    verdict: Verdict
    kind: Kind
    document: str
    sentence: int | None = None
    text: str | None = None
    field: str | None = None
    gold: str | None = None
    predicted: str | None = None
    counted: bool = True


def list_differences(
    gold: Codes | Iterable[Codes],
    predicted: Codes | Iterable[Codes],
    *,
    sentences: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Difference, ...]:
    """List every difference, document by document in the order of the hand coding.

    Records are matched as in `compare`, so that there are as many missed and spurious ones here as
    its counts say.

    Args:
        gold: the hand coding.
        predicted: what it is compared with.
        sentences: document id → the texts of its numbered sentences, as far as they are known.

    Raises:
        ValidationError: two codings on one side have the same id.

    >>> from bilateral.evaluation import CodedCommitment, Codes
    >>> from bilateral import Force
    >>> plan = CodedCommitment(1, actors=("JPN",), force=Force.INTENT)
    >>> pledge = CodedCommitment(1, actors=("JPN",), force=Force.PLEDGE)
    >>> gold, predicted = [Codes(id="readout", commitments=(x,)) for x in (plan, pledge)]
    >>> for found in list_differences(gold, predicted, sentences={"readout": ["Japan plans …"]}):
    ...     print(found.verdict, found.field, found.gold, found.predicted, found.text)
    differs force intent pledge Japan plans …
    """
    texts = sentences or {}
    return tuple(
        [
            found
            for one, other in match(gold, predicted)
            for found in _Lister(one.id, texts.get(one.id, ())).all(align(one, other))
        ]
    )


@frozen
class _Lister:
    """Lists the differences of one document."""

    document: str
    texts: Sequence[str]

    def all(self, found: Alignment) -> Iterator[Difference]:
        """Yield the differences, kind by kind."""
        yield from self._leaders(found)
        yield from self._partnerships(found)
        yield from self._sentences(found.promises, "commitment")
        yield from self._sentences(found.requests, "request")
        yield from self._issues(found)

    def _leaders(self, found: Alignment) -> Iterator[Difference]:
        for leader in found.leaders.missed:
            yield self._one("missed", "leader", None, leader.name, gold=_leader(leader))
        for leader in found.leaders.spurious:
            yield self._one("spurious", "leader", None, leader.name, predicted=_leader(leader))
        for a, b in found.leaders.pairs:
            fields = [
                ("name", a.name, b.name, False),
                ("office", a.office or "", b.office or "", not alike(a.office, b.office)),
            ]
            yield from self._fields("leader", None, a.name, fields)

    def _partnerships(self, found: Alignment) -> Iterator[Difference]:
        for made in found.partnerships.missed:
            yield self._one("missed", "partnership", None, made.level, gold=_partnership(made))
        for made in found.partnerships.spurious:
            told = _partnership(made)
            yield self._one("spurious", "partnership", None, made.level, predicted=told)
        for a, b in found.partnerships.pairs:
            fields = [
                ("level", a.level, b.level, False),
                ("since", str(a.since or ""), str(b.since or ""), year(a.since) != year(b.since)),
            ]
            yield from self._fields("partnership", None, a.level, fields)

    def _sentences(self, found: Sentences, kind: Kind) -> Iterator[Difference]:
        entries = sorted({*found.both, *found.missed, *found.spurious})
        for s in entries:
            if s in found.missed:
                yield self._one("missed", kind, s, None, gold=_said(found.missed[s]))
            elif s in found.spurious:
                yield self._one("spurious", kind, s, None, predicted=_said(found.spurious[s]))
            else:
                a, b = found.both[s]
                counted = kind == "commitment"
                fields = [
                    ("actors", _set(a.actors), _set(b.actors), counted),
                    ("force", str(a.force), str(b.force), counted),
                    ("reaffirmed", _flag(a.reaffirmed), _flag(b.reaffirmed), counted),
                    ("domains", _set(a.domains), _set(b.domains), counted),
                ]
                yield from self._fields(kind, s, None, fields)

    def _issues(self, found: Alignment) -> Iterator[Difference]:
        for issue in found.issues.missed:
            yield self._one("missed", "issue", issue.s, issue.name, gold=_issue(issue))
        for issue in found.issues.spurious:
            yield self._one("spurious", "issue", issue.s, issue.name, predicted=_issue(issue))
        for a, b in found.issues.pairs:
            one, other = frozenset(a.domains), frozenset(b.domains)
            fields = [
                ("name", a.name, b.name, False),
                ("sentence", str(a.s or ""), str(b.s or ""), False),
                ("countries", _set(a.countries), _set(b.countries), False),
                ("domains", _set(one), _set(other), tops(one) != tops(other)),
            ]
            yield from self._fields("issue", a.s, a.name, fields)

    def _fields(
        self,
        kind: Kind,
        sentence: int | None,
        name: str | None,
        fields: Iterable[tuple[str, str, str, bool]],
    ) -> Iterator[Difference]:
        for field, gold, predicted, counted in fields:
            # Two offices without a telling word are no match, though nothing differs to the eye.
            if gold != predicted or (field == "office" and counted):
                yield Difference(
                    verdict="differs",
                    kind=kind,
                    document=self.document,
                    sentence=sentence,
                    text=self._text(sentence, name),
                    field=field,
                    gold=gold,
                    predicted=predicted,
                    counted=counted,
                )

    def _one(
        self,
        verdict: Verdict,
        kind: Kind,
        sentence: int | None,
        name: str | None,
        *,
        gold: str | None = None,
        predicted: str | None = None,
    ) -> Difference:
        return Difference(
            verdict=verdict,
            kind=kind,
            document=self.document,
            sentence=sentence,
            text=self._text(sentence, name),
            gold=gold,
            predicted=predicted,
        )

    def _text(self, sentence: int | None, name: str | None) -> str | None:
        if sentence is not None and sentence <= len(self.texts):
            return " ".join(self.texts[sentence - 1].split())
        return name


def _leader(leader: CodedLeader) -> str:
    return ", ".join([x for x in (leader.name, leader.office, leader.country) if x])


def _partnership(made: CodedPartnership) -> str:
    since = "" if made.since is None else f", since {made.since}"
    return f"{_set(made.parties)}: {made.level}{since}"


def _said(made: Said) -> str:
    again = ", reaffirmed" if made.reaffirmed else ""
    return f"{_set(made.actors)}: {made.force}{again}: {_set(made.domains)}"


def _issue(issue: CodedIssue) -> str:
    about = "".join([f" ({_set(x)})" for x in (issue.countries, issue.domains) if x])
    return f"{issue.name}{about}"


def _set(values: Collection[str]) -> str:
    return "; ".join(sorted(values))


def _flag(value: bool) -> str:  # noqa: FBT001 - the value is what is written
    return "true" if value else "false"
