"""Persons who speak for a party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from bilateral.model import checks
from bilateral.model.checks import EMPTY
from bilateral.model.filling import quickly
from bilateral.model.parties import PARTY, Party
from bilateral.model.spans import Span
from bilateral.model.traces import Trace

if TYPE_CHECKING:
    from bilateral.errors import Fault


@quickly
@frozen
class Leader:
    """A person who holds or held public office, or speaks for a government or an organization.

    Fields:
        name: the fullest form in the text, without title or honorific: ``"Anwar Ibrahim"``.
        office: the office in lower case, in the text's words, without the country: ``"prime
            minister"``; None where the text gives none.
        party: the country or organization served, or None where that is not known.
        span: the words in the text that give the name in its fullest form.
        mentions: every place in the text that names the person, in order.
        trace: how it was found; not part of what makes two leaders equal.

    Raises:
        ValidationError: a name is blank, an office is not in lower case, or a part has the wrong
            type.

    >>> from bilateral import Country
    >>> str(Leader("Anwar Ibrahim", office="prime minister", party=Country.of("MY")))
    'Anwar Ibrahim (prime minister, Malaysia)'
    """

    name: str
    office: str | None = field(default=None, kw_only=True)
    party: Party | None = field(default=None, kw_only=True)
    span: Span | None = field(default=None, kw_only=True)
    mentions: tuple[Span, ...] = field(default=(), kw_only=True, repr=False)
    trace: Trace | None = field(default=None, kw_only=True, eq=False, repr=False)

    @staticmethod
    def _is_sound(
        name: object, office: object, party: object, span: object, mentions: object, trace: object
    ) -> bool:
        # `checks.is_line`, written out: the call would take half as long again
        return (
            type(name) is str
            and name != ""
            and name.isprintable()
            and "  " not in name
            and name.strip() == name
            and (
                office is None
                or (
                    type(office) is str
                    and office != ""
                    and office.isprintable()
                    and "  " not in office
                    and office.strip() == office == office.lower()
                )
            )
            and (party is None or type(party) in PARTY)
            and (span is None or type(span) is Span)
            and (trace is None or type(trace) is Trace)
            and (mentions is EMPTY or checks.are(mentions, Span))
        )

    def _check(self) -> None:
        faults: list[Fault] = []
        checks.label(faults, "name", self.name)
        if self.office is not None and checks.label(faults, "office", self.office):
            if self.office != self.office.lower():
                checks.add(faults, "office", self.office, "must be in lower case")
        if self.party is not None and not isinstance(self.party, PARTY):
            checks.kind(
                faults, "party", self.party, type(None), "a Country, an Organization or None"
            )
        checks.optional(faults, "span", self.span, Span, "a Span")
        checks.each(faults, "mentions", self.mentions, Span, "Span")
        checks.optional(faults, "trace", self.trace, Trace, "a Trace")
        if faults:
            checks.refuse(self, faults)

    def __str__(self) -> str:
        about = ", ".join([str(x) for x in (self.office, self.party) if x is not None])
        return f"{self.name} ({about})" if about else self.name

    def _repr_html_(self) -> str:
        from bilateral.rendering import notebook

        return notebook.record(self)
