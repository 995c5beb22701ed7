"""What parties say that they will do."""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from bilateral.model import checks
from bilateral.model.checks import EMPTY
from bilateral.model.dates import PartialDate
from bilateral.model.domains import Domain
from bilateral.model.filling import quickly
from bilateral.model.identifiers import derive
from bilateral.model.parties import PARTY, Party, are_parties, code_of, codes
from bilateral.model.sources import Section
from bilateral.model.spans import Span
from bilateral.model.traces import Trace

if TYPE_CHECKING:
    from bilateral.errors import Fault


#: The value of each `Force`, for type checkers: a misspelt one is found before the program runs.
ForceName = Literal["pledge", "intent", "aspiration", "request"]


class Force(enum.Enum):
    """How firmly a party binds itself; ``PLEDGE > INTENT > ASPIRATION``.

    A `REQUEST` asks another party to act.  It is no weaker or stronger promise, so ordering it
    against the others raises TypeError.

    >>> Force.PLEDGE > Force.ASPIRATION
    True
    >>> Force.of("intent").at_least("aspiration")
    True
    """

    #: The actor binds itself: agreed to, pledged, will, reaffirmed its commitment to.
    PLEDGE = "pledge"
    #: The actor says what it plans: intends, aims, is working to.
    INTENT = "intent"
    #: The actor says what it wishes of its own conduct: hopes to, looks forward to.
    ASPIRATION = "aspiration"
    #: The actor asks another party to act: urged, called on.
    REQUEST = "request"

    @classmethod
    def of(cls, name: str | Force) -> Force:
        """Find a force by its value in any letter case; for values that come from outside.

        Raises:
            UnknownNameError: there is no such force; the error lists all four.
        """
        if isinstance(name, Force):
            return name
        given: object = name
        key = given.strip().lower() if isinstance(given, str) else None
        for force in cls:
            if force.value == key:
                return force
        from bilateral.errors import UnknownNameError

        values = tuple([force.value for force in cls])
        raise UnknownNameError(kind="force", name=name, nearest=values)

    def at_least(self, other: Force | ForceName) -> bool:
        """Say whether this is as firm as `other` or firmer; a request is only ever a request."""
        other = Force.of(other)
        if self is Force.REQUEST or other is Force.REQUEST:
            return self is other
        return _RANK[self] >= _RANK[other]

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Force) or Force.REQUEST in (self, other):
            return NotImplemented
        return _RANK[self] < _RANK[other]

    def __le__(self, other: object) -> bool:
        if not isinstance(other, Force) or Force.REQUEST in (self, other):
            return NotImplemented
        return _RANK[self] <= _RANK[other]

    def __str__(self) -> str:
        return self.value


_DOMAIN = (Domain,)
#: Codes that need no further look.
_USUAL = frozenset(["USD", "EUR", "GBP", "JPY", "CNY", "INR", "CAD", "AUD"])
_RANK = {Force.ASPIRATION: 0, Force.INTENT: 1, Force.PLEDGE: 2}


def prefix(force: Force) -> str:
    """Return the letter before the id of a commitment: a promise and a request differ in theirs."""
    return "r" if force is Force.REQUEST else "c"


#: How large or small an amount may be, as a power of ten.
_MOST_DIGITS = 999


@quickly
@frozen
class Amount:
    """A sum or a quantity that a text promises.

    Fields:
        value: the number with its scale applied, as `decimal.Decimal`: ``"$20 million"`` is
            ``Decimal("20000000")``.
        currency: an ISO 4217 code, ``"USD"``; None for a quantity that is no money.
        unit: what is counted (``"per cent"``, ``"vaccine doses"``), or None for money.
        span: its words in the text.

    Raises:
        ValidationError: the value is no finite Decimal or beyond any amount, or neither or both of
            currency and unit are given.

    >>> str(Amount(Decimal("20000000"), currency="USD"))
    'USD 20,000,000'
    """

    value: Decimal
    currency: str | None = field(default=None, kw_only=True)
    unit: str | None = field(default=None, kw_only=True)
    span: Span | None = field(default=None, kw_only=True)

    @staticmethod
    def _is_sound(value: object, currency: object, unit: object, span: object) -> bool:
        if not (type(value) is Decimal and value.is_finite()):
            return False
        if abs(value.adjusted()) > _MOST_DIGITS or not (span is None or type(span) is Span):
            return False
        if unit is None:
            return type(currency) is str and currency in _USUAL
        return currency is None and checks.is_word(unit)

    def _check(self) -> None:
        faults: list[Fault] = []
        if checks.kind(faults, "value", self.value, Decimal, "a decimal.Decimal"):
            if not self.value.is_finite():
                checks.add(faults, "value", self.value, "must be finite")
            elif abs(self.value.adjusted()) > _MOST_DIGITS:  # as text it would fill the memory
                reason = f"must have at most {_MOST_DIGITS} digits before and after the point"
                checks.add(faults, "value", self.value, reason)
        if self.currency is not None and checks.label(faults, "currency", self.currency):
            code = self.currency
            if not (len(code) == 3 and code.isascii() and code.isalpha() and code.isupper()):
                checks.add(faults, "currency", code, "must be three capital letters of ISO 4217")
        checks.optional_label(faults, "unit", self.unit)
        if (self.currency is None) == (self.unit is None):
            reason = "give a currency for money or a unit for a quantity, one of them"
            checks.add(faults, "currency", self.currency, reason)
        checks.optional(faults, "span", self.span, Span, "a Span")
        if faults:
            checks.refuse(self, faults)

    def __str__(self) -> str:
        number = f"{self.value:,f}"
        return f"{self.currency} {number}" if self.unit is None else f"{number} {self.unit}"


@quickly
@frozen
class Commitment:
    """A sentence in which parties state that they will do, or keep doing, something.

    The definition follows the *Compliance Coding Manual* of the G7 and G20 Research Groups
    (University of Toronto, 2020): a discrete, publicly expressed statement of intent about future
    or continuing conduct.  A `Force.REQUEST` is listed with them because analysts follow it up
    alike.

    Fields:
        text: the words of the source, exactly: ``source.text[span.start:span.end]``.
        actors: who promises, or who asks; one or more parties, each once.
        force: how firmly, a `Force`.
        reaffirmed: whether the words mark something already promised or under way.
        domains: the policy fields, most telling first; may be empty where none is recognised.
        addressees: who is asked, or to whom it is promised, as far as named.
        deadline: by when, or None.
        amounts: sums and quantities promised.
        section: the section it stands in, or None.
        span: its place in the text.
        id: ``"c-"`` and 16 hexadecimal digits, derived from content and place; empty on
            construction means: derive it.
        trace: how it was found; not part of what makes two commitments equal.

    Raises:
        ValidationError: there is no text or no actor, one stands twice, or a part has the wrong
            type.

    >>> from bilateral import Country
    >>> promise = Commitment(
    ...     "Japan will train 200 engineers by 2027.",
    ...     actors=(Country.of("Japan"),),
    ...     force=Force.PLEDGE,
    ...     deadline=PartialDate(2027),
    ... )
    >>> promise.id
    'c-15f4e034e917d6c0'
    """

    text: str
    actors: tuple[Party, ...] = field(eq=codes, kw_only=True)
    force: Force = field(kw_only=True)
    reaffirmed: bool = field(default=False, kw_only=True)
    domains: tuple[Domain, ...] = field(default=(), kw_only=True)
    addressees: tuple[Party, ...] = field(default=(), eq=codes, kw_only=True)
    deadline: PartialDate | None = field(default=None, kw_only=True)
    amounts: tuple[Amount, ...] = field(default=(), kw_only=True)
    section: Section | None = field(default=None, kw_only=True)
    span: Span | None = field(default=None, kw_only=True)
    id: str = field(default="", kw_only=True)
    trace: Trace | None = field(default=None, kw_only=True, eq=False, repr=False)

    @staticmethod
    def _is_sound(
        text: object,
        actors: object,
        force: object,
        reaffirmed: object,
        domains: object,
        addressees: object,
        deadline: object,
        amounts: object,
        section: object,
        span: object,
        id: object,
        trace: object,
    ) -> bool:
        return (
            type(text) is str
            and text != ""
            and not text.isspace()
            and type(force) is Force
            and type(reaffirmed) is bool
            and (section is None or type(section) is Section)
            and (span is None or type(span) is Span)
            and (trace is None or type(trace) is Trace)
            and (deadline is None or type(deadline) is PartialDate)
            and are_parties(actors)
            and actors != ()
            and checks.are_distinct(domains, _DOMAIN, "name")
            and (addressees is EMPTY or are_parties(addressees))
            and (amounts is EMPTY or checks.are(amounts, Amount))
            and type(id) is str
            and id.isprintable()  # an empty one is, too
            and " " not in id
        )

    def _derive(self) -> None:
        derived = derive(prefix(self.force), "", self.span, self.text, codes(self.actors))
        object.__setattr__(self, "id", derived)  # the one field that the class may fill in

    def _check(self) -> None:
        faults: list[Fault] = []
        checks.text(faults, "text", self.text)
        checks.each(faults, "actors", self.actors, PARTY, "Party", least=1, key=code_of)
        checks.kind(faults, "force", self.force, Force, "a Force")
        checks.boolean(faults, "reaffirmed", self.reaffirmed)
        checks.each(faults, "domains", self.domains, Domain, "Domain", key=str)
        checks.each(faults, "addressees", self.addressees, PARTY, "Party", key=code_of)
        checks.optional(faults, "deadline", self.deadline, PartialDate, "a PartialDate")
        checks.each(faults, "amounts", self.amounts, Amount, "Amount")
        checks.optional(faults, "section", self.section, Section, "a Section")
        checks.optional(faults, "span", self.span, Span, "a Span")
        if checks.kind(faults, "id", self.id, str, "a str") and self.id:
            checks.label(faults, "id", self.id)
        checks.optional(faults, "trace", self.trace, Trace, "a Trace")
        if faults:
            checks.refuse(self, faults)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Everyone concerned: the actors, then the addressees who are not actors."""
        acting = codes(self.actors)
        return (*self.actors, *[p for p in self.addressees if p.code not in acting])

    def __str__(self) -> str:
        return " ".join(self.text.split())

    def _repr_html_(self) -> str:
        from bilateral.rendering import notebook

        return notebook.record(self)
