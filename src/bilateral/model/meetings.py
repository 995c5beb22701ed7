"""The encounter that a text reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from bilateral.model import checks
from bilateral.model.dates import PartialDate
from bilateral.model.filling import quickly
from bilateral.model.parties import PARTY, Party, are_parties, code_of
from bilateral.model.people import Leader
from bilateral.model.spans import Span
from bilateral.model.traces import Trace

if TYPE_CHECKING:
    from bilateral.errors import Fault


@quickly
@frozen(kw_only=True)
class Meeting:
    """A meeting, call, visit or summit, as far as its report tells.

    Fields:
        kind: what it was, one lower-case word of the gazetteer's table: ``"summit"``, ``"call"``;
            None where the text does not say.
        date: when, or None.
        place: where, in the text's words, or None.
        parties: who met.
        leaders: the persons who met, as far as named.
        span: the words that report it.
        trace: how it was found; not part of what makes two meetings equal.

    Raises:
        ValidationError: a part has the wrong type, or a party stands twice.

    >>> Meeting(kind="summit", date=PartialDate(2025, 1)).place is None
    True
    """

    kind: str | None = None
    date: PartialDate | None = None
    place: str | None = None
    parties: tuple[Party, ...] = ()
    leaders: tuple[Leader, ...] = ()
    span: Span | None = None
    trace: Trace | None = field(default=None, eq=False, repr=False)

    @staticmethod
    def _is_sound(
        kind: object,
        date: object,
        place: object,
        parties: object,
        leaders: object,
        span: object,
        trace: object,
    ) -> bool:
        return (
            (kind is None or (checks.is_word(kind) and kind == str(kind).lower()))
            and (date is None or type(date) is PartialDate)
            and (place is None or checks.is_line(place))
            and are_parties(parties)
            and checks.are(leaders, Leader)
            and (span is None or type(span) is Span)
            and (trace is None or type(trace) is Trace)
        )

    def _check(self) -> None:
        faults: list[Fault] = []
        if self.kind is not None and checks.label(faults, "kind", self.kind):
            if self.kind != self.kind.lower():
                checks.add(faults, "kind", self.kind, "must be in lower case")
        checks.optional(faults, "date", self.date, PartialDate, "a PartialDate")
        checks.optional_label(faults, "place", self.place)
        checks.each(faults, "parties", self.parties, PARTY, "Party", key=code_of)
        checks.each(faults, "leaders", self.leaders, Leader, "Leader")
        checks.optional(faults, "span", self.span, Span, "a Span")
        checks.optional(faults, "trace", self.trace, Trace, "a Trace")
        if faults:
            checks.refuse(self, faults)
