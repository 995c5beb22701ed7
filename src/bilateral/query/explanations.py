"""Why a record is in a report, in words."""

from __future__ import annotations

from attrs import field, frozen

from bilateral.model.commitments import Commitment
from bilateral.model.issues import Issue
from bilateral.model.meetings import Meeting
from bilateral.model.partnerships import Partnership
from bilateral.model.people import Leader
from bilateral.model.spans import Span

#: Everything that a report can explain.
Record = Commitment | Issue | Leader | Partnership | Meeting


@frozen
class Ground:
    """What decided one field of a record, with the words of the source.

    Fields:
        field: the field's name, ``"actors"``.
        note: the decision in words.
        words: the words of the source that decided it, exactly; None where it rests on none.
        span: their place.

    >>> str(Ground("actors", "as said before", "The leaders", Span(4, 15)))
    'actors: as said before, “The leaders” [4:15]'
    """

    field: str
    note: str
    words: str | None = None
    span: Span | None = None

    def __str__(self) -> str:
        note = " ".join(self.note.split())
        place = _quoted(self.words, self.span)
        return f"{self.field}: {note}, {place}" if place else f"{self.field}: {note}"


@frozen(kw_only=True)
class Explanation:
    """Which rule found a record, by which words, and what decided each field; print it.

    Fields:
        record: the record.
        rule: the rule's name, ``"commitment.verb"``; None for a record made by hand.
        explains: what the rule says, a line of the gazetteer's table of rules; empty where that
            does not list it.
        cue: the words that made the rule fire, exactly; None where it needs none.
        cue_span: their place.
        evidence: what decided the fields.

    >>> explanation = Explanation(record=Leader("Anwar Ibrahim"), rule=None)
    >>> print(explanation)
    made by hand: no rule
    """

    record: Record
    rule: str | None
    explains: str = ""
    cue: str | None = None
    cue_span: Span | None = field(default=None)
    evidence: tuple[Ground, ...] = ()

    def __str__(self) -> str:
        if self.rule is None:
            return "made by hand: no rule"
        lines = [f"{self.rule} — {self.explains}" if self.explains else self.rule]
        if cue := _quoted(self.cue, self.cue_span):
            lines.append(f"cue: {cue}")
        return "\n  ".join([*lines, *map(str, self.evidence)])

    def _repr_html_(self) -> str:
        from bilateral.rendering import notebook

        return notebook.explanation(self)


def _quoted(words: str | None, span: Span | None) -> str:
    if words is None:
        return ""
    place = "" if span is None else f" [{span.start}:{span.end}]"
    return f"“{' '.join(words.split())}”{place}"
