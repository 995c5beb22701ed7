"""Under what each record is listed: the functions from which groups and indexes are made."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from bilateral.gazetteer.lookup import fold
from bilateral.model.commitments import Commitment, Force
from bilateral.model.parties import Country, Party

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from bilateral.model.issues import Issue
    from bilateral.model.partnerships import Partnership
    from bilateral.model.people import Leader
    from bilateral.model.sources import Section


def codes(parties: Iterable[Party]) -> list[str]:
    """Return the codes of all parties."""
    return [party.code for party in parties]


def countries(parties: Iterable[Party]) -> list[str]:
    """Return the codes of the parties that are countries."""
    return [party.code for party in parties if isinstance(party, Country)]


def with_members(parties: Iterable[Party]) -> Iterator[str]:
    """Yield the code of each party, and of each member of an organization."""
    for party in parties:
        yield party.code
        if not isinstance(party, Country):
            yield from codes(party.members)


def domains(record: Commitment | Issue) -> list[str]:
    """Return the names of a record's domains."""
    return [domain.name for domain in record.domains]


def tops(record: Commitment | Issue) -> list[str]:
    """Return the names of a record's domains at the top of the tree."""
    return [domain.top for domain in record.domains]


def within(record: Commitment | Issue) -> list[str]:
    """Return the names of a record's domains and of those above them."""
    return [*domains(record), *tops(record)]


def section(record: Commitment | Issue) -> list[str]:
    """Return the path of the section in which a record stands."""
    return [] if record.section is None else [str(record.section)]


def sections(record: Commitment | Issue) -> Iterator[Hashable]:
    """Yield the section in which a record stands and the path of every section above it."""
    if record.section is not None:
        yield record.section
        yield from above(record.section)


def above(section: Section) -> list[tuple[str, ...]]:
    """Return the paths of the sections in which `section` lies, outermost first."""
    return [section.parents[:depth] for depth in range(1, len(section.parents) + 1)]


_FIRM = {
    force: [other.value for other in Force if force.at_least(other)]  # a request: itself alone
    for force in Force
}


def forces(record: Commitment) -> list[str]:
    """Return every force that a commitment reaches."""
    return _FIRM[record.force]


def year(record: Commitment) -> list[str]:
    """Return the year of a commitment's deadline."""
    return [] if record.deadline is None else [f"{record.deadline.year:04}"]


def since(record: Partnership) -> list[str]:
    """Return the year since which a partnership holds."""
    return [] if record.since is None else [f"{record.since.year:04}"]


def party(record: Leader) -> tuple[Party, ...]:
    """Return a leader's party as a tuple of one or none."""
    return () if record.party is None else (record.party,)


def office(record: Leader) -> list[str]:
    """Return a leader's office."""
    return [] if record.office is None else [record.office]


_GAPS = re.compile(r"[\s,;:()\-]+")


def words(text: str) -> list[str]:
    """Split a name or an office into words as lookups compare them.

    >>> words("Jean-Noël  BARROT")
    ['jean', 'noel', 'barrot']
    """
    return [word for word in _GAPS.split(fold(text)) if word]


def runs(text: str) -> Iterator[str]:
    """Yield every run of words of `text`.

    >>> sorted(runs("deputy prime minister"))
    ['deputy', 'deputy prime', 'deputy prime minister', 'minister', 'prime', 'prime minister']
    """
    parts = words(text)
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            yield " ".join(parts[start:end])


def name_runs(record: Leader) -> Iterator[str]:
    """Yield every run of words of a leader's name."""
    return runs(record.name)


def office_runs(record: Leader) -> Iterator[str]:
    """Yield every run of words of a leader's office."""
    return runs(record.office or "")


def heading(text: str) -> str:
    """Return a heading, or its number, as lookups compare it; marks around a number do not count.

    >>> heading("IV.  Régional Issues") == heading("iv regional issues")
    True
    >>> heading("2.1.") == heading("21")
    False
    """
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join([c for c in decomposed if not unicodedata.combining(c)])
    return " ".join([bare for word in plain.split() if (bare := word.strip(".:()"))])
