"""What was at issue; and what issues have in common with commitments."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar

from bilateral.errors import Fault, UnknownNameError, ValidationError
from bilateral.gazetteer import lookup
from bilateral.gazetteer.lookup import fold
from bilateral.model.commitments import Commitment
from bilateral.model.domains import Domain, DomainName
from bilateral.model.issues import Issue
from bilateral.model.parties import Country, Party
from bilateral.model.parties import party as find_party
from bilateral.model.sources import Section
from bilateral.query import marks
from bilateral.query.origins import Origin
from bilateral.query.records import NameT, Records

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from typing import Self

#: What `Issues.group_by` takes by name.
IssueKey = Literal["domain", "top", "country", "party", "section"]

MatterT = TypeVar("MatterT", bound=Commitment | Issue, covariant=True)


class Matters(Records[MatterT, NameT]):
    """What commitments and issues have in common: domains and sections."""

    __slots__ = ()

    def with_sections(self, sections: Iterable[Section]) -> Self:
        """Return the same records with the outline of the text they stand in.

        A report does this for its collections.  `by_section` then knows the headings without a
        record as well, and answers for them with an empty collection where it would else refuse the
        name.
        """
        return self._of(Origin(self._all, tuple(sections)))

    def by_domain(self, domain: Domain | DomainName | str, *, children: bool = True) -> Self:
        """Return the records of a policy field.

        Args:
            domain: a `Domain` or the name of one, in any letter case.
            children: whether records of the domains below it belong as well.

        Raises:
            UnknownNameError: no domain of the codebook or of the collection is called so.

        >>> from bilateral import Commitments
        >>> Commitments().by_domain("security.maritme")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        bilateral.errors.UnknownNameError: no domain is called 'security.maritme'; ...
        """
        return self._under("within" if children else "domain", self._domain(domain))

    def _domain(self, domain: Domain | str) -> str:
        if isinstance(domain, Domain):
            return domain.name
        try:
            return lookup.domain(domain).name
        except UnknownNameError as error:
            # A user's own domains are right names as well, and a parent that has no row of its own.
            names = [*(each.top for each in Domain.all()), *map(str, self._index("within"))]
            known = {fold(name): name for name in names}
            if (name := known.get(fold(domain))) is not None:
                return name
            close = lookup.nearest(domain, [*known.values(), *error.nearest]) + error.nearest
            near = tuple(dict.fromkeys(close))[:3]
            raise UnknownNameError(kind="domain", name=domain, nearest=near) from None

    def by_section(self, section: Section | str) -> Self:
        """Return the records of a section and of the sections below it.

        Args:
            section: a `Section`; or its title, its number (``"IV."`` or ``"IV"``), number and
                title, or the titles from the top down (``"Economic Ties > Trade"``), in any letter
                case.  What several sections are called means all of them.

        Raises:
            UnknownNameError: no section is called so; the error lists the nearest.
        """
        if isinstance(section, Section):
            return self._under("section", section, section.path)
        if not isinstance(section, str):
            fault = Fault("section", section, "must be a Section or a str")
            raise ValidationError(record="by_section", faults=(fault,))
        key = marks.heading(section)
        known = self._section_names()
        found: list[Hashable] = []
        for place, names in known:
            if key and key in [marks.heading(name) for name in names]:
                found += [place, place.path] if isinstance(place, Section) else [place]
        if not found:
            every = [name for _, names in known for name in names]
            near = lookup.nearest(section, every)
            raise UnknownNameError(kind="section", name=section, nearest=near)
        return self._under("section", *found)

    def _section_names(self) -> list[tuple[Section | tuple[str, ...], list[str]]]:
        """Return every section or path of which the collection knows, and what it is called."""
        known: dict[Section | tuple[str, ...], list[str]] = {}
        for section in (*self._origin.sections, *self._index("section")):
            if isinstance(section, Section):
                names = [section.title, str(section)]
                if section.number is not None:
                    names += [section.number, f"{section.number} {section.title}"]
                known[section] = names
                for path in marks.above(section):
                    known.setdefault(path, [path[-1], " > ".join(path)])
        return list(known.items())


class Issues(Matters[Issue, IssueKey]):
    """What was at issue, in the order of the texts.

    By name, `group_by` and `count_by` take ``"domain"``, ``"top"`` (the domain at the top of the
    tree), ``"country"`` (alpha-3 codes), ``"party"`` (codes of countries and organizations) and
    ``"section"`` (the titles from the top down).

    >>> from bilateral import Country, Domain, Issue
    >>> domain = Domain.of("diplomacy.peace")
    >>> unrest = Issue("unrest", parties=(Country.of("Myanmar"),), domains=(domain,))
    >>> Issues([unrest]).by_country("Burmese").by_domain("diplomacy").one().name
    'unrest'
    """

    __slots__ = ()

    _KIND = Issue
    _GROUPS: ClassVar = {
        "domain": marks.domains,
        "top": marks.tops,
        "country": lambda record: marks.countries(record.parties),
        "party": lambda record: marks.codes(record.parties),
        "section": marks.section,
    }
    _INDEXES: ClassVar = {
        "domain": marks.domains,
        "within": marks.within,
        "party": lambda record: marks.codes(record.parties),
        "party and members": lambda record: marks.with_members(record.parties),
        "section": marks.sections,
    }

    def by_country(self, country: Country | str, *, members: bool = False) -> Self:
        """Return the issues that concern a country; with `members`, its organizations' as well.

        Raises:
            UnknownNameError: no country is called so; the error lists the nearest names.
        """
        code = Country.of(country).code
        return self._under("party and members" if members else "party", code)

    def by_party(self, party: Party | str) -> Self:
        """Return the issues that concern a country or an organization itself.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        return self._under("party", find_party(party).code)
