"""What a document names once: its parties, domains and sections, each under a key.

A commitment then cites ``"JPN"`` and not all that is known of Japan, and a document needs no tables
of the package to be understood: it says itself what it means by a code.

========  ==========================================================  =======================
table     an entry                                                    its key
========  ==========================================================  =======================
parties   of a country, its name: ``"Japan"``                         its alpha-3 code
parties   of an organization, ``{"code", "name", "members": [key…]}``  its code
domains   ``{"label", "covers", "cap"}``                              its name
sections  the section as an object                                    its titles from the top
========  ==========================================================  =======================

Where two entries that differ would have one key, the second gets a stroke and a number behind it:
``"JPN/2"``.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import define, field

from bilateral.model.iso3166 import CODES
from bilateral.model.parties import Country, Organization, Party

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from bilateral.model.domains import Domain
    from bilateral.model.sources import Section


@define
class Writer:
    """The tables of a document that is being written.

    Fields:
        write_section: writes a section as an object.
        parties: what stands in the table of parties so far, and likewise for the other two.
        keys: identity of what is entered → its key.  Going by identity is quicker than by value;
            what is written keeps its parts alive meanwhile.
    """

    write_section: Callable[[Section, Writer], object]
    parties: dict[str, object] = field(factory=dict)
    domains: dict[str, object] = field(factory=dict)
    sections: dict[str, object] = field(factory=dict)
    keys: dict[int, str] = field(factory=dict)

    _known: dict[Hashable, str] = field(factory=dict)
    _count: Counter[str] = field(factory=Counter)

    def party(self, party: Party) -> str:
        """Enter a party and return its key."""
        if isinstance(party, Country):
            return self._enter(self.parties, party, party, party.code, lambda: party.name)
        return self._enter(self.parties, party, party, party.code, lambda: self._written(party))

    def domain(self, domain: Domain) -> str:
        """Enter a domain and return its key."""
        content = domain.name, domain.label, domain.covers, domain.cap  # of these, only one counts

        def entry() -> object:
            return {"label": domain.label, "covers": domain.covers, "cap": list(domain.cap)}

        return self._enter(self.domains, domain, content, domain.name, entry)

    def section(self, section: Section) -> str:
        """Enter a section and return its key."""
        return self._enter(
            self.sections,
            section,
            section,
            str(section),
            lambda: self.write_section(section, self),
        )

    def _written(self, party: Organization) -> object:
        members = [self.keys.get(id(member)) or self.party(member) for member in party.members]
        return {"code": party.code, "name": party.name, "members": members}

    def _enter(
        self,
        table: dict[str, object],
        value: object,
        content: Hashable,
        natural: str,
        entry: Callable[[], object],
    ) -> str:
        key = self._known.get(content)
        if key is None:
            written = entry()
            key = natural
            while key in table:
                # A count, for there may be thousands of sections of one title.
                self._count[natural] += 1
                key = f"{natural}/{self._count[natural] + 1}"
            table[key] = written
            self._known[content] = key
        self.keys[id(value)] = key
        return key


@define
class Shared:
    """The tables of a document that is being read: what each key means."""

    parties: Mapping[str, object] = field(factory=dict)
    domains: Mapping[str, object] = field(factory=dict)
    sections: Mapping[str, object] = field(factory=dict)


@lru_cache(maxsize=4096)
def country(key: str, name: str) -> Country:
    """Return the country of an entry; the same one for the same entry of any document.

    Raises:
        ValidationError: the key has no code of a country in front, or the name is none.
    """
    code = key.partition("/")[0]
    alpha_2, numeric = CODES.get(code, ("?", None))
    return Country(alpha_2, code, numeric, name)
