"""Leaders and partnerships in an archive."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import frozen
from sqlalchemy import and_, true

from bilateral.archive import tables
from bilateral.archive.rows import spaced, words
from bilateral.archive.stored import Stored
from bilateral.errors import Fault, UnknownNameError, ValidationError
from bilateral.gazetteer import lookup
from bilateral.model.dates import PartialDate
from bilateral.model.parties import Country
from bilateral.model.parties import party as find_party
from bilateral.model.partnerships import Partnership, PartnershipLevel
from bilateral.model.people import Leader
from bilateral.query.collections import Leaders, Partnerships
from bilateral.query.ranges import date_range
from bilateral.query.relations import _ladder, _text, _usual_offices, usual_label

if TYPE_CHECKING:
    from datetime import date
    from typing import Self

    from sqlalchemy import ColumnElement

    from bilateral.model.parties import Party

_L, _LP = tables.LEADER.c, tables.LEADER_PARTY.c


@frozen(repr=False, eq=False)
class StoredLeaders(Stored[Leader, Leaders]):
    """The leaders in an archive, one for each report; what each query means is told in `Leaders`."""

    _TABLE: ClassVar = tables.LEADER
    _COLLECTION: ClassVar = Leaders
    _GROUPS: ClassVar = {
        "country": (tables.LEADER_PARTY, _LP.code, _LP.is_country),
        "party": (tables.LEADER_PARTY, _LP.code, true()),
        "office": (tables.LEADER, _L.office, true()),
    }

    def by_country(self, country: Country | str) -> Self:
        """Return who speaks for a country: a `Country`, or its code, name, alias or demonym.

        Raises:
            UnknownNameError: no country is called so; the error lists the nearest names.
        """
        return self._by_code(tables.LEADER_PARTY, Country.of(country).code, members=False)

    def by_party(self, party: Party | str) -> Self:
        """Return who speaks for a country or an organization.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        return self._by_code(tables.LEADER_PARTY, find_party(party).code, members=False)

    def by_name(self, name: str) -> Self:
        """Return the leaders who are called so; see `Leaders.by_name`.

        Raises:
            UnknownNameError: nobody in the archive is called so.  An archive of nobody answers with
                nobody.
        """
        held, known = self._holding(_L.by_name, _text("by_name", name))
        if not known and (names := self._values(_L.name)):
            parts = [part for whole in names for part in whole.split()]
            raise UnknownNameError("leader", name, lookup.nearest(name, [*names, *parts]))
        return held

    def by_office(self, office: str) -> Self:
        """Return who holds an office; see `Leaders.by_office`.

        Raises:
            UnknownNameError: nobody in the archive holds such an office and the gazetteer does not
                list it.  An archive without any office answers with nobody.
        """
        held, known = self._holding(_L.by_office, _text("by_office", office))
        if not known and spaced(office).strip() not in _usual_offices():
            if offices := self._values(_L.office):
                parts = [part for whole in offices for part in whole.split()]
                near = lookup.nearest(office, [*offices, *parts])
                raise UnknownNameError("office", office, near)
        return held

    def _holding(self, column: ColumnElement[str], text: str) -> tuple[Self, bool]:
        """Return the leaders who have these words in a column, and whether anybody has."""
        key = spaced(text)
        if not key.strip():
            return self._where(column.is_(None)), False
        holds = column.contains(key, autoescape=True)
        return self._where(holds), bool(type(self)(self._database, (holds,)))


_P, _PP = tables.PARTNERSHIP.c, tables.PARTNERSHIP_PARTY.c


@frozen(repr=False, eq=False)
class StoredPartnerships(Stored[Partnership, Partnerships]):
    """The partnerships in an archive, as reports tell of them; queries as in `Partnerships`."""

    _TABLE: ClassVar = tables.PARTNERSHIP
    _COLLECTION: ClassVar = Partnerships
    _GROUPS: ClassVar = {
        "country": (tables.PARTNERSHIP_PARTY, _PP.code, _PP.is_country),
        "party": (tables.PARTNERSHIP_PARTY, _PP.code, true()),
        "level": (tables.PARTNERSHIP, _P.level, true()),
        "year": (tables.PARTNERSHIP, tables.SINCE_YEAR, true()),
    }

    def by_country(self, country: Country | str) -> Self:
        """Return the partnerships of a country: a `Country`, or its code, name, alias or demonym.

        Raises:
            UnknownNameError: no country is called so; the error lists the nearest names.
        """
        return self._by_code(tables.PARTNERSHIP_PARTY, Country.of(country).code, members=False)

    def by_party(self, party: Party | str) -> Self:
        """Return the partnerships of a country or an organization itself.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        return self._by_code(tables.PARTNERSHIP_PARTY, find_party(party).code, members=False)

    def between_parties(self, party: Party | str, *others: Party | str) -> Self:
        """Return the partnerships that have every one of these parties, in any order.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        found = self
        for one in (party, *others):
            found = found.by_party(one)
        return found

    def by_level(self, level: PartnershipLevel | str, *, at_least: bool = False) -> Self:
        """Return the partnerships of a level; see `Partnerships.by_level`.

        Raises:
            UnknownNameError: neither the ladder nor the archive has such a label.
            ValidationError: `at_least` was asked of a label without a place on the ladder.
        """
        label = level.label if isinstance(level, PartnershipLevel) else _text("by_level", level)
        key = usual_label(label)
        known = self._values(_P.by_level)
        if not isinstance(level, PartnershipLevel) and key not in known and key not in _ladder():
            near = lookup.nearest(label, dict.fromkeys([*known, *_ladder()]))
            raise UnknownNameError(kind="partnership level", name=label, nearest=near)
        if not at_least:
            return self._where(_P.by_level == words(key))
        least = lookup.level_rank(label)
        if least is None:
            reason = "has no place on the ladder, so none is higher; leave at_least out"
            raise ValidationError(record="by_level", faults=(Fault("level", label, reason),))
        ranks = {mark: lookup.level_rank(mark) for mark in known}
        high = [mark for mark, rank in ranks.items() if rank is not None and rank >= least]
        return self._where(_P.by_level.in_(high))

    def between(self, start: PartialDate | date | str, end: PartialDate | date | str) -> Self:
        """Return the partnerships that were surely established in a range of dates.

        Raises:
            ValidationError: a date has the wrong form, or `start` lies behind `end`.
        """
        date_range("between", "start", start, "end", end)  # refuses what is none
        first, last = PartialDate.of(start).earliest, PartialDate.of(end).latest
        return self._where(and_(_P.since_first >= first, _P.since_last <= last))

    def since(self, start: PartialDate | date | str) -> Self:
        """Return the partnerships that were surely established at or after a date.

        Raises:
            ValidationError: the date has the wrong form.
        """
        return self._where(_P.since_first >= PartialDate.of(start).earliest)
