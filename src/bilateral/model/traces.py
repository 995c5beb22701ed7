"""Why a record was read: the rule, its cue, and what decided each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.model import checks
from bilateral.model.filling import portably
from bilateral.model.spans import Span

if TYPE_CHECKING:
    from bilateral.errors import Fault


@portably
@frozen(init=False)
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

    def __init__(self, field: str, note: str, span: Span | None = None) -> None:
        _set_field(self, field)
        _set_note(self, note)
        _set_span(self, span)
        # an identifier is one word; everything that a reader makes passes here
        if type(field) is str and field.isidentifier() and type(note) is str:
            if note and not note.isspace() and (span is None or type(span) is Span):
                return
        faults: list[Fault] = []
        checks.label(faults, "field", field)
        checks.text(faults, "note", note)
        checks.optional(faults, "span", span, Span, "a Span")
        if faults:
            checks.refuse(self, faults)


@portably
@frozen(init=False)
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

    def __init__(
        self, rule: str, cue: Span | None = None, evidence: tuple[Evidence, ...] = ()
    ) -> None:
        _set_rule(self, rule)
        _set_cue(self, cue)
        _set_evidence(self, evidence)
        if type(rule) is str and rule.isprintable() and rule and " " not in rule:
            if (cue is None or type(cue) is Span) and checks.are(evidence, Evidence):
                return
        faults: list[Fault] = []
        checks.label(faults, "rule", rule)
        checks.optional(faults, "cue", cue, Span, "a Span")
        checks.each(faults, "evidence", evidence, Evidence, "Evidence")
        if faults:
            checks.refuse(self, faults)


_set_field, _set_note, _set_span = checks.setters(Evidence, "field", "note", "span")
_set_rule, _set_cue, _set_evidence = checks.setters(Trace, "rule", "cue", "evidence")
