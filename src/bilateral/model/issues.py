"""Problems and agenda items."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from bilateral.model import checks
from bilateral.model.checks import EMPTY
from bilateral.model.domains import Domain
from bilateral.model.filling import quickly
from bilateral.model.identifiers import derive
from bilateral.model.parties import PARTY, Party, are_parties, code_of, codes
from bilateral.model.sources import Section
from bilateral.model.spans import Span
from bilateral.model.traces import Trace

if TYPE_CHECKING:
    from bilateral.errors import Fault


_DOMAIN = (Domain,)


@quickly
@frozen
class Issue:
    """A matter that a text presents as a problem or as an item of the agenda.

    Fields:
        name: the shortest noun phrase of the text that identifies it, on one line.
        parties: where it takes place or whose conduct it is about, as far as named.
        domains: the policy fields, most telling first.
        section: the section it stands in, or None.
        span: the name's words in the text.
        id: ``"i-"`` and 16 hexadecimal digits, derived from content and place; empty on
            construction means: derive it.
        trace: how it was found; not part of what makes two issues equal.

    Raises:
        ValidationError: the name is blank, a party stands twice, or a part has the wrong type.

    >>> from bilateral import Country
    >>> str(Issue("political unrest in Myanmar", parties=(Country.of("Myanmar"),)))
    'political unrest in Myanmar'
    """

    name: str
    parties: tuple[Party, ...] = field(default=(), eq=codes, kw_only=True)
    domains: tuple[Domain, ...] = field(default=(), kw_only=True)
    section: Section | None = field(default=None, kw_only=True)
    span: Span | None = field(default=None, kw_only=True)
    id: str = field(default="", kw_only=True)
    trace: Trace | None = field(default=None, kw_only=True, eq=False, repr=False)

    @staticmethod
    def _is_sound(
        name: object,
        parties: object,
        domains: object,
        section: object,
        span: object,
        id: object,
        trace: object,
    ) -> bool:
        return (
            type(name) is str
            and name != ""
            and name.isprintable()
            and "  " not in name
            and name.strip() == name
            and (section is None or type(section) is Section)
            and (span is None or type(span) is Span)
            and (trace is None or type(trace) is Trace)
            and (parties is EMPTY or are_parties(parties))
            and checks.are_distinct(domains, _DOMAIN, "name")
            and type(id) is str
            and id.isprintable()  # an empty one is, too
            and " " not in id
        )

    def _derive(self) -> None:
        derived = derive("i", "", self.span, self.name, codes(self.parties))
        object.__setattr__(self, "id", derived)  # the one field that the class may fill in

    def _check(self) -> None:
        faults: list[Fault] = []
        checks.label(faults, "name", self.name)
        checks.each(faults, "parties", self.parties, PARTY, "Party", key=code_of)
        checks.each(faults, "domains", self.domains, Domain, "Domain", key=str)
        checks.optional(faults, "section", self.section, Section, "a Section")
        checks.optional(faults, "span", self.span, Span, "a Span")
        if checks.kind(faults, "id", self.id, str, "a str") and self.id:
            checks.label(faults, "id", self.id)
        checks.optional(faults, "trace", self.trace, Trace, "a Trace")
        if faults:
            checks.refuse(self, faults)

    def __str__(self) -> str:
        return self.name

    def _repr_html_(self) -> str:
        from bilateral.rendering import notebook

        return notebook.record(self)
