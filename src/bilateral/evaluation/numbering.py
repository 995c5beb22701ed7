"""Spans ↔ sentence numbers, and the codes of a report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.evaluation.codes import (
    CodedCommitment,
    CodedIssue,
    CodedLeader,
    CodedPartnership,
    Codes,
)
from bilateral.model.dates import PartialDate
from bilateral.model.spans import Span
from bilateral.reading.outline import Kind, Mark, Outline, marked, outline
from bilateral.reading.sentences import sentences as divide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bilateral.model.parties import Party
    from bilateral.model.sources import Source
    from bilateral.query.reports import Report

#: So many characters of a sentence are looked up at once, the most that it has; shorter ones are
#: searched for.  The longer the beginning, the fewer sentences share it.
_HEADS = (256, 128, 64, 32, 16)


@frozen
class Sentence:
    """A numbered sentence of a report.

    Fields:
        number: from 1, in the order of the text.
        text: the words on one line.
        span: its place in the text, or None for a sentence of a list that the text does not have.
    """

    number: int
    text: str
    span: Span | None


def sentences(report: Report) -> tuple[Sentence, ...]:
    """Number the sentences of a report as the reader splits them.

    Title, date line and headings have no number: they are never coded.

    >>> import bilateral
    >>> report = bilateral.read("Japan met Malaysia. Both agreed to act.")
    >>> [(sentence.number, sentence.text) for sentence in sentences(report)]
    [(1, 'Japan met Malaysia.'), (2, 'Both agreed to act.')]
    """
    source = report.source
    shape = _outlined(source)
    if shape.sections != list(source.sections):
        # The format of the text told its headings; they are taken as they are.
        headings = [
            Mark(Kind.HEADING, span=section.span, words=section.span, level=section.level)
            for section in source.sections
            if section.span is not None
        ]
        with marked(source.text, headings):
            shape = _outlined(source)
    return tuple(
        [
            Sentence(number, " ".join(source.text[x.start : x.end].split()), Span(x.start, x.end))
            for number, x in enumerate(divide(source.text, shape), 1)
        ]
    )


def _outlined(source: Source) -> Outline:
    shape = outline(source.text)
    found = None if shape.title is None else " ".join(shape.title.of(source.text).split())
    if source.title is not None and found != source.title:
        shape = outline(source.text, titled=True)  # the title was given, not read
    return shape


def locate(text: str, wanted: Sequence[str]) -> tuple[Span | None, ...]:
    r"""Find sentences in a text, each behind the one before; white space may differ.

    One that the text does not have gives None, and does not hold up those behind it.  The time is
    linear in the text, however many are not found, unless many long ones begin alike.

    >>> locate("One  two.\nThree.", ["One two.", "Four.", "Three."])
    (Span(start=0, end=9), None, Span(start=10, end=16))
    """
    plain, places = _single_spaced(text)
    lines = [" ".join(line.split()) for line in wanted]
    seen: dict[str, list[int]] = {head: [] for line in lines if (head := _head(line))}
    for size in {len(head) for head in seen}:
        for at in range(len(plain) - size + 1):
            if (here := seen.get(plain[at : at + size])) is not None:
                here.append(at)
    found: list[Span | None] = []
    missing: set[str] = set()
    at = 0
    for line in lines:
        start = -1
        if line in missing:  # further on it is missing as well
            pass
        elif head := _head(line):
            starts = seen[head]
            later = range(bisect_left(starts, at), len(starts))
            start = next((starts[i] for i in later if plain.startswith(line, starts[i])), -1)
        elif line:
            start = plain.find(line, at)
        if start < 0:
            missing.add(line)
            found.append(None)
            continue
        at = start + len(line)
        found.append(Span(places[start], places[at - 1] + 1))
    return tuple(found)


def _head(line: str) -> str:
    """Return the beginning by which a sentence is looked up; empty for a short one."""
    return next((line[:size] for size in _HEADS if len(line) >= size), "")


def codes_of(report: Report, sentences: Sequence[str] | None = None, *, id: str = "") -> Codes:
    """Return a report in coded form.

    A record gets the number of the sentence that its span overlaps most, the first of several.  A
    commitment that overlaps none, or has no span, is left out, for a commitment without a sentence
    cannot be compared; an issue stays, without a number.

    Args:
        report: what was read.
        sentences: the texts of the numbered sentences, where they were numbered by someone else
            than the reader; white space may differ from that of the text.
        id: what the document is called; the beginning of the text's SHA-256 where it is not given.

    >>> import bilateral
    >>> codes = codes_of(bilateral.read("Japan received guests. Malaysia agreed to buy gas."))
    >>> codes.commitments[0].s, codes.commitments[0].actors
    (2, ('MYS',))
    """
    text = report.source.text
    spans = (
        tuple([sentence.span for sentence in _numbered(report)])
        if sentences is None
        else locate(text, sentences)
    )
    number = _Numbers(spans)
    return Codes(
        id=id or report.source.sha256[:16],
        leaders=tuple(
            [
                CodedLeader(
                    x.name, office=x.office, country=None if x.party is None else x.party.code
                )
                for x in report.leaders
            ]
        ),
        partnerships=tuple(
            [
                CodedPartnership(
                    _codes(x.parties),
                    x.level.label,
                    since=None if x.since is None else PartialDate(x.since.year),
                )
                for x in report.partnerships
            ]
        ),
        commitments=tuple(
            [
                CodedCommitment(
                    s,
                    actors=_codes(x.actors),
                    force=x.force,
                    reaffirmed=x.reaffirmed,
                    domains=tuple(sorted(map(str, x.domains))),
                )
                for x in report.commitments
                if (s := number.of(x.span)) is not None
            ]
        ),
        issues=tuple(
            [
                CodedIssue(
                    number.of(x.span),
                    x.name,
                    countries=_codes(x.parties),
                    domains=tuple(sorted(map(str, x.domains))),
                )
                for x in report.issues
            ]
        ),
    )


_numbered = sentences  # within `codes_of`, the argument hides the function


class _Numbers:
    """Sentence spans in the order of the text, and the number of the one that overlaps most."""

    def __init__(self, spans: Iterable[Span | None]) -> None:
        self._spans = [(span, n) for n, span in enumerate(spans, 1) if span is not None]
        self._starts = [span.start for span, _ in self._spans]

    def of(self, span: Span | None) -> int | None:
        """Return the number, or None where no sentence overlaps."""
        if span is None:
            return None
        best, most = None, 0
        # Sentences do not overlap: only the one before can reach into the span.
        for at in range(max(0, bisect_right(self._starts, span.start) - 1), len(self._spans)):
            there, number = self._spans[at]
            if there.start >= span.end:
                break
            shared = min(there.end, span.end) - max(there.start, span.start)
            if shared > most:
                best, most = number, shared
        return best


def _codes(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(sorted([party.code for party in parties]))


def _single_spaced(text: str) -> tuple[str, list[int]]:
    """Return a text with one space for every run of white space, and each character's place."""
    places = []
    blank = False
    for place, character in enumerate(text):
        if not (blank and character.isspace()):
            places.append(place)
        blank = character.isspace()
    return "".join([" " if text[place].isspace() else text[place] for place in places]), places
