"""Why a record was read: the rule, its cue, and what decided each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.model import checks
from bilateral.model.spans import Span

if TYPE_CHECKING:
    from bilateral.errors import Fault


@frozen
class Evidence:
    """What decided one field of a record.

    Fields:
        field: the field's name, ``"actors"``.
        note: the decision in words.
        span: the words of the source that decided it, or None where the decision rests on none.

    Raises:
        ValidationError: a field or note is blank, or the span is none.

    >>> Evidence("force", "the verb 'pledge' binds", Span(4, 11)).field
    'force'
    """

    field: str
    note: str
    span: Span | None = None

    def __attrs_post_init__(self) -> None:
        name, note, span = self.field, self.note, self.span
        # an identifier is one word; everything that a reader makes passes here
        if type(name) is str and name.isidentifier() and type(note) is str:
            if note and not note.isspace() and (span is None or type(span) is Span):
                return
        faults: list[Fault] = []
        checks.label(faults, "field", self.field)
        checks.text(faults, "note", self.note)
        checks.optional(faults, "span", self.span, Span, "a Span")
        if faults:
            checks.refuse(self, faults)


@frozen
class Trace:
    """How a record was found in a text.

    Fields:
        rule: the name of the rule, dotted: ``"commitment.verb"``.
        cue: the words that made the rule fire, or None where it needs none.
        evidence: what decided the record's fields.

    Raises:
        ValidationError: the rule is blank, or a part has the wrong type.

    >>> Trace("commitment.verb", Span(4, 11)).rule
    'commitment.verb'
    """

    rule: str
    cue: Span | None = None
    evidence: tuple[Evidence, ...] = ()

    def __attrs_post_init__(self) -> None:
        rule, cue = self.rule, self.cue
        if checks.is_word(rule) and (cue is None or type(cue) is Span):
            if checks.are(self.evidence, Evidence):
                return
        faults: list[Fault] = []
        checks.label(faults, "rule", self.rule)
        checks.optional(faults, "cue", self.cue, Span, "a Span")
        checks.each(faults, "evidence", self.evidence, Evidence, "Evidence")
        if faults:
            checks.refuse(self, faults)
