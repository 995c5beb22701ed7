"""Who acts: countries and international organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from bilateral.model import checks
from bilateral.model.filling import portably
from bilateral.model.iso3166 import CODES

if TYPE_CHECKING:
    from bilateral.errors import Fault


@portably
@frozen
class Country:
    """A country or territory of ISO 3166-1, or Kosovo under its usual code ``XKX``.

    Fields:
        alpha_2: two capital letters, ``"MY"``.
        alpha_3: three capital letters, ``"MYS"``.
        numeric: three digits, ``"458"``; None for Kosovo, to which the standard gives none.
        name: the name by which it is printed, ``"Malaysia"``; any language.

    Raises:
        ValidationError: the codes do not belong to one entry of the standard, or there is no name.

    >>> Country.of("the Malaysian") == Country.of("MY") == Country.of("Malaysia")
    True
    >>> Country.of("MYS").code
    'MYS'
    """

    alpha_2: str
    alpha_3: str
    numeric: str | None
    name: str

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        code: object = self.alpha_3
        entry = CODES.get(code) if isinstance(code, str) else None
        if entry is None:
            # Without the entry nobody can say which the other codes must be, only their type.
            checks.text(faults, "alpha_2", self.alpha_2)
            if checks.text(faults, "alpha_3", code):
                reason = "must be an alpha-3 code of ISO 3166-1, or XKX"
                checks.add(faults, "alpha_3", code, reason)
            checks.optional(faults, "numeric", self.numeric, str, "a str")
        else:
            if self.alpha_2 != entry[0]:
                reason = f"must be {entry[0]!r}, which goes with {self.alpha_3}"
                checks.add(faults, "alpha_2", self.alpha_2, reason)
            if self.numeric != entry[1]:
                reason = f"must be {entry[1]!r}, which goes with {self.alpha_3}"
                checks.add(faults, "numeric", self.numeric, reason)
        checks.label(faults, "name", self.name)
        if faults:
            checks.refuse(self, faults)

    @classmethod
    def of(cls, name: str | Country) -> Country:
        """Find a country by code, official or usual name, alias or demonym, in any letter case.

        A leading "the" is ignored; capitals and other metonyms do not name a country here, for a
        city is not its state.

        Raises:
            UnknownNameError: nobody is called so; the error lists the nearest names.
            AmbiguousNameError: the name means several countries and none of them usually.

        >>> Country.of("Türkiye").alpha_3
        'TUR'
        """
        if isinstance(name, Country):
            return name
        # The tables are a layer above the model; they are opened when a name is first looked up.
        from bilateral.gazetteer import lookup

        return lookup.country(name)

    @classmethod
    def all(cls) -> tuple[Country, ...]:
        """Return every country and territory, in the order of the alpha-3 codes.

        >>> len(Country.all())
        250
        """
        from bilateral.gazetteer import lookup

        return lookup.countries()

    @property
    def code(self) -> str:
        """The alpha-3 code, by which parties are told apart."""
        return self.alpha_3

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"Country({self.alpha_3!r}, {self.name!r})"


@frozen(cache_hash=True)
class Organization:
    """An international organization or grouping of states: ASEAN, EU, UN, NATO, G7, QUAD.

    Fields:
        code: its usual short name in capitals, ``"ASEAN"``.
        name: its full name.
        members: the member countries, as far as the package lists them; empty where it does not.

    Raises:
        ValidationError: the code is not in capitals, a name is missing, or a member stands twice.

    >>> Country.of("Malaysia") in Organization.of("asean").members
    True
    """

    code: str
    name: str
    members: tuple[Country, ...] = field(default=(), kw_only=True)

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        if checks.label(faults, "code", self.code) and self.code != self.code.upper():
            checks.add(faults, "code", self.code, "must be in capitals")
        checks.label(faults, "name", self.name)
        checks.each(faults, "members", self.members, Country, "Country", key=code_of)
        if faults:
            checks.refuse(self, faults)

    @classmethod
    def of(cls, name: str | Organization) -> Organization:
        """Find an organization by short name, full name or alias, in any letter case.

        Raises:
            UnknownNameError: nobody is called so; the error lists the nearest names.

        >>> Organization.of("the European Union").code
        'EU'
        """
        if isinstance(name, Organization):
            return name
        from bilateral.gazetteer import lookup

        return lookup.organization(name)

    @classmethod
    def all(cls) -> tuple[Organization, ...]:
        """Return every organization of the gazetteer, in the order of the codes."""
        from bilateral.gazetteer import lookup

        return lookup.organizations()

    def __str__(self) -> str:
        return self.code if len(self.name) > 40 else self.name

    def __repr__(self) -> str:
        return f"Organization({self.code!r}, {self.name!r})"


#: Whoever can act: a country or an organization; both have a `code` and a `name`.
Party = Country | Organization

PARTY: tuple[type, ...] = (Country, Organization)


def code_of(party: object) -> object:
    """Return the code of a party: the key by which parties are told apart."""
    return getattr(party, "code", None)


def are_parties(value: object) -> bool:
    """Say quickly whether `value` is a tuple of parties, none twice; what it refuses may still be."""
    if type(value) is tuple:
        if len(value) == 1:
            return type(value[0]) in PARTY
        if len(value) == 2:
            one, other = value
            if type(one) is Country and type(other) is Country:  # as nearly everywhere
                return one.alpha_3 != other.alpha_3
    return checks.are_distinct(value, PARTY, "code")


def codes(parties: tuple[Party, ...]) -> frozenset[str]:
    """Return the codes of `parties` as a set.

    >>> sorted(codes((Country.of("Japan"), Organization.of("ASEAN"))))
    ['ASEAN', 'JPN']
    """
    return frozenset([party.code for party in parties])


def party(name: str | Party) -> Party:
    """Find a country or an organization by name; countries are tried first.

    Raises:
        UnknownNameError: neither a country nor an organization is called so.
    """
    if isinstance(name, (Country, Organization)):
        return name
    from bilateral.gazetteer import lookup

    return lookup.party(name)
