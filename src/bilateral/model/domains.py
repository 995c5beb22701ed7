"""Policy fields, in a tree of two levels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from bilateral.errors import UnknownNameError
from bilateral.model import checks
from bilateral.model.filling import portably

if TYPE_CHECKING:
    from bilateral.errors import Fault

#: The names of the codebook's domains, for editors that complete them; any other name is a str as well.
DomainName = Literal[
    "security",
    "security.defence",
    "security.maritime",
    "security.cyber",
    "security.nonproliferation",
    "security.terrorism",
    "security.crime",
    "diplomacy",
    "diplomacy.relations",
    "diplomacy.dialogue",
    "diplomacy.multilateral",
    "diplomacy.peace",
    "governance",
    "governance.law",
    "governance.democracy",
    "governance.rights",
    "economy",
    "economy.trade",
    "economy.investment",
    "economy.supply",
    "economy.finance",
    "economy.infrastructure",
    "economy.labour",
    "economy.agriculture",
    "energy",
    "climate",
    "technology",
    "technology.digital",
    "technology.space",
    "society",
    "society.education",
    "society.culture",
    "society.health",
    "society.migration",
    "humanitarian",
]

_NAME = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?")


@portably
@frozen
class Domain:
    """A policy field: ``security``, or its child ``security.maritime``.

    Domains are told apart by `name`; the other fields describe.  The tree and its labels are the
    codebook's; the crosswalk numbers are the major topics of the Comparative Agendas Project's
    master codebook (https://www.comparativeagendas.net/pages/master-codebook).

    Fields:
        name: lower-case words joined by a dot, at most two.
        label: the name in readable English, ``"Maritime security"``.
        covers: what belongs there, in a line.
        cap: major topic numbers of the Comparative Agendas Project.

    Raises:
        ValidationError: the name has another form, a label is missing, or a number is no int.

    >>> Domain.of("security.maritime").parent
    Domain('security')
    >>> Domain.of("security.maritime").is_within("security")
    True
    """

    name: str
    label: str = field(eq=False, kw_only=True)
    covers: str = field(default="", eq=False, kw_only=True)
    cap: tuple[int, ...] = field(default=(), eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        if checks.text(faults, "name", self.name) and not _NAME.fullmatch(self.name):
            reason = "must be lower-case words joined by at most one dot, as in 'security.maritime'"
            checks.add(faults, "name", self.name, reason)
        checks.label(faults, "label", self.label)
        checks.kind(faults, "covers", self.covers, str, "a str")
        if checks.each(faults, "cap", self.cap, int, "int"):
            for index, number in enumerate(self.cap):
                checks.integer(faults, f"cap[{index}]", number, 1, 99)
        if faults:
            checks.refuse(self, faults)

    @classmethod
    def of(cls, name: Domain | DomainName | str) -> Domain:
        """Find a domain of the codebook by its name.

        Raises:
            UnknownNameError: no domain is called so; the error lists the nearest names.

        >>> Domain.of("energy").label
        'Energy'
        """
        if isinstance(name, Domain):
            return name
        from bilateral.gazetteer import lookup

        return lookup.domain(name)

    @classmethod
    def all(cls) -> tuple[Domain, ...]:
        """Return every domain in the codebook's order, parents before their children."""
        from bilateral.gazetteer import lookup

        return lookup.domains()

    @property
    def top(self) -> str:
        """The name of the domain at the top level, ``"security"`` for ``security.maritime``."""
        return self.name.partition(".")[0]

    @property
    def parent(self) -> Domain | None:
        """The domain above this one, or None at the top."""
        if "." not in self.name:
            return None
        try:
            return Domain.of(self.top)
        except UnknownNameError:  # of a tree of somebody's own
            return Domain(self.top, label=self.top.replace("_", " ").capitalize())

    @property
    def children(self) -> tuple[Domain, ...]:
        """The domains below this one, in the codebook's order.

        >>> [str(child) for child in Domain.of("technology").children]
        ['technology.digital', 'technology.space']
        """
        return tuple([d for d in Domain.all() if d.name.startswith(f"{self.name}.")])

    def is_within(self, other: Domain | DomainName | str) -> bool:
        """Say whether this is `other` or a child of it."""
        name = str(other)
        return self.name == name or self.name.startswith(f"{name}.")

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"Domain({self.name!r})"
