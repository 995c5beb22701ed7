"""Commitments and issues in an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from attrs import frozen
from sqlalchemy import Table, and_, or_, select, true, tuple_

from bilateral.archive import tables
from bilateral.archive.rows import identity, named, path, words
from bilateral.archive.stored import AllT, Stored
from bilateral.errors import Fault, UnknownNameError, ValidationError
from bilateral.gazetteer import lookup
from bilateral.model.commitments import Commitment, Force
from bilateral.model.dates import PartialDate
from bilateral.model.domains import Domain
from bilateral.model.issues import Issue
from bilateral.model.parties import Country
from bilateral.model.parties import party as find_party
from bilateral.model.sources import Section
from bilateral.query.collections import Commitments, Issues
from bilateral.query.ranges import date_range

if TYPE_CHECKING:
    from datetime import date
    from typing import Self

    from sqlalchemy import ColumnElement

    from bilateral.model.commitments import ForceName
    from bilateral.model.domains import DomainName
    from bilateral.model.parties import Party
    from bilateral.query.commitments import Role

MatterT = TypeVar("MatterT", bound=Commitment | Issue, covariant=True)

_S, _A = tables.SECTION.c, tables.SECTION_ABOVE.c


@frozen(repr=False, eq=False)
class StoredMatters(Stored[MatterT, AllT]):
    """What commitments and issues have in common: domains and sections."""

    _DOMAINS: ClassVar[Table]

    def by_domain(self, domain: Domain | DomainName | str, *, children: bool = True) -> Self:
        """Return the records of a policy field; see `Commitments.by_domain`.

        Raises:
            UnknownNameError: no domain of the codebook or of the archive is called so.
        """
        name = self._domain(domain)
        held = self._DOMAINS.c
        wanted = or_(held.name == name, held.top == name) if children else held.name == name
        return self._among(select(held.report_id, held.position).where(wanted))

    def _domain(self, domain: Domain | str) -> str:
        if isinstance(domain, Domain):
            return domain.name
        try:
            return lookup.domain(domain).name
        except UnknownNameError as error:
            held = self._DOMAINS.c
            own = [*self._values(held.name), *self._values(held.top)]
            names = [*(each.top for each in Domain.all()), *own]
            known = {lookup.fold(name): name for name in names}
            if (name := known.get(lookup.fold(domain))) is not None:
                return name
            close = (*lookup.nearest(domain, known.values()), *error.nearest)
            raise UnknownNameError("domain", domain, tuple(dict.fromkeys(close))[:3]) from None

    def by_section(self, section: Section | str) -> Self:
        """Return the records of a section and of those below it; see `Commitments.by_section`.

        Raises:
            UnknownNameError: no section in the archive is called so; the error lists the nearest.
        """
        if isinstance(section, Section):
            same = select(_S.report_id, _S.position).where(_S.identity == identity(section))
            above = select(_A.report_id, _A.position).where(_A.path == path(section.path))
            return self._in(same.union(above))
        if not isinstance(section, str):
            fault = Fault("section", section, "must be a Section or a str")
            raise ValidationError(record="by_section", faults=(fault,))
        key = named(section)
        called = or_(
            _S.by_title == key,
            _S.by_label == key,
            _S.by_number == key,
            _S.by_number_and_title == key,
        )
        found = select(_S.report_id, _S.position).where(called)
        paths = select(_S.path).where(called)
        above = select(_A.report_id, _A.position)
        below = above.where(or_(_A.by_title == key, _A.by_label == key, _A.path.in_(paths)))
        with self._database.reading() as connection:
            known = key and (
                connection.execute(found.limit(1)).first()
                or connection.execute(below.limit(1)).first()
            )
        if not known:
            names = [*self._values(_S.title), *self._values(_S.number), *self._values(_S.label)]
            raise UnknownNameError("section", section, lookup.nearest(section, names))
        return self._in(found.union(below))

    def _in(self, places: Any) -> Self:  # noqa: ANN401 - SQLAlchemy has no name for either
        """Return the records that stand in sections, given by report and number."""
        at = tuple_(self._TABLE.c.report_id, self._TABLE.c.section)
        return self._where(and_(self._TABLE.c.section.is_not(None), at.in_(places)))


_C, _CP, _CD = tables.COMMITMENT.c, tables.COMMITMENT_PARTY.c, tables.COMMITMENT_DOMAIN.c


@frozen(repr=False, eq=False)
class StoredCommitments(StoredMatters[Commitment, Commitments]):
    """The commitments in an archive; what each query means is told in `Commitments`."""

    _TABLE: ClassVar = tables.COMMITMENT
    _DOMAINS: ClassVar = tables.COMMITMENT_DOMAIN
    _COLLECTION: ClassVar = Commitments
    _GROUPS: ClassVar = {
        "domain": (tables.COMMITMENT_DOMAIN, _CD.name, true()),
        "top": (tables.COMMITMENT_DOMAIN, _CD.top, true()),
        "country": (tables.COMMITMENT_PARTY, _CP.code, and_(_CP.role == "actor", _CP.is_country)),
        "party": (tables.COMMITMENT_PARTY, _CP.code, _CP.role == "actor"),
        "addressee": (tables.COMMITMENT_PARTY, _CP.code, _CP.role == "addressee"),
        "force": (tables.COMMITMENT, _C.force, true()),
        "section": (tables.SECTION, _S.label, true()),
        "year": (tables.COMMITMENT, tables.DEADLINE_YEAR, true()),
    }

    def by_id(self, id: str) -> Self:
        """Return the commitment of an id; several, where reports share one."""
        return self._where(_C.id == words(id))

    def by_country(
        self, country: Country | str, *, role: Role = "actor", members: bool = False
    ) -> Self:
        """Return the commitments of a country; see `Commitments.by_country`.

        Raises:
            UnknownNameError: no country is called so; the error lists the nearest names.
        """
        return self._by_role(Country.of(country).code, role, members=members)

    def by_party(self, party: Party | str, *, role: Role = "actor") -> Self:
        """Return the commitments of a country or an organization itself.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        return self._by_role(find_party(party).code, role, members=False)

    def by_addressee(self, party: Party | str) -> Self:
        """Return the commitments made to a party, or asked of it.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        return self.by_party(party, role="addressee")

    def _by_role(self, code: str, role: Role, *, members: bool) -> Self:
        roles = ("actor", "addressee", "any")
        if role not in roles:
            raise UnknownNameError(kind="role", name=role, nearest=roles)
        only = () if role == "any" else (_CP.role == role,)
        return self._by_code(tables.COMMITMENT_PARTY, code, *only, members=members)

    def by_force(self, force: Force | ForceName) -> Self:
        """Return the commitments that are at least as firm; for a request, the requests alone.

        Raises:
            UnknownNameError: there is no such force.
        """
        wanted = Force.of(force)
        return self._where(_C.force.in_([x.value for x in Force if x.at_least(wanted)]))

    def reaffirmed(self, *, flag: bool = True) -> Self:
        """Return what was already promised or under way; with ``flag=False``, what is new."""
        return self._where(_C.reaffirmed.is_(flag))

    def with_deadline(self) -> Self:
        """Return the commitments that say by when."""
        return self._where(_C.deadline.is_not(None))

    def due(
        self,
        *,
        before: PartialDate | date | str | None = None,
        after: PartialDate | date | str | None = None,
        undated: bool = False,
    ) -> Self:
        """Return the commitments whose deadline surely lies in a range; see `Commitments.due`.

        Raises:
            ValidationError: a date has the wrong form, or `after` lies behind `before`.
        """
        date_range("due", "after", after, "before", before)  # refuses what is none
        within: list[ColumnElement[bool]] = [_C.deadline.is_not(None)]
        if after is not None:
            within.append(_C.deadline_first >= PartialDate.of(after).earliest)
        if before is not None:
            within.append(_C.deadline_last <= PartialDate.of(before).latest)
        wanted = and_(*within)
        return self._where(or_(wanted, _C.deadline.is_(None)) if undated else wanted)


_I, _IP, _ID = tables.ISSUE.c, tables.ISSUE_PARTY.c, tables.ISSUE_DOMAIN.c


@frozen(repr=False, eq=False)
class StoredIssues(StoredMatters[Issue, Issues]):
    """The issues in an archive; what each query means is told in `Issues`."""

    _TABLE: ClassVar = tables.ISSUE
    _DOMAINS: ClassVar = tables.ISSUE_DOMAIN
    _COLLECTION: ClassVar = Issues
    _GROUPS: ClassVar = {
        "domain": (tables.ISSUE_DOMAIN, _ID.name, true()),
        "top": (tables.ISSUE_DOMAIN, _ID.top, true()),
        "country": (tables.ISSUE_PARTY, _IP.code, _IP.is_country),
        "party": (tables.ISSUE_PARTY, _IP.code, true()),
        "section": (tables.SECTION, _S.label, true()),
    }

    def by_id(self, id: str) -> Self:
        """Return the issue of an id; several, where reports share one."""
        return self._where(_I.id == words(id))

    def by_country(self, country: Country | str, *, members: bool = False) -> Self:
        """Return the issues that concern a country; with `members`, its organizations' as well.

        Raises:
            UnknownNameError: no country is called so; the error lists the nearest names.
        """
        return self._by_code(tables.ISSUE_PARTY, Country.of(country).code, members=members)

    def by_party(self, party: Party | str) -> Self:
        """Return the issues that concern a country or an organization itself.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        return self._by_code(tables.ISSUE_PARTY, find_party(party).code, members=False)
