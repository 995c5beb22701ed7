"""Collections of persons and of standing relationships."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, ClassVar, Literal

from bilateral.errors import Fault, UnknownNameError, ValidationError
from bilateral.gazetteer import lookup, tables
from bilateral.gazetteer.lookup import fold
from bilateral.model.parties import Country, Party
from bilateral.model.parties import party as find_party
from bilateral.model.partnerships import Partnership, PartnershipLevel
from bilateral.model.people import Leader
from bilateral.query import marks
from bilateral.query.ranges import date_range
from bilateral.query.records import Records

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import Self

    from bilateral.model.dates import PartialDate

#: What `Leaders.group_by` takes by name.
LeaderKey = Literal["country", "party", "office"]
#: What `Partnerships.group_by` takes by name.
PartnershipKey = Literal["country", "party", "level", "year"]


class Leaders(Records[Leader, LeaderKey]):
    """The persons who speak for a party, in the order of the texts.

    By name, `group_by` and `count_by` take ``"country"`` (alpha-3 codes), ``"party"`` (codes of
    countries and organizations) and ``"office"``.

    >>> from bilateral import Country, Leader
    >>> anwar = Leader("Anwar Ibrahim", office="prime minister", party=Country.of("MY"))
    >>> leaders = Leaders([anwar])
    >>> leaders.by_office("minister").by_name("anwar").one().party
    Country('MYS', 'Malaysia')
    """

    __slots__ = ()

    _KIND = Leader
    _GROUPS: ClassVar = {
        "country": lambda record: marks.countries(marks.party(record)),
        "party": lambda record: marks.codes(marks.party(record)),
        "office": marks.office,
    }
    _INDEXES: ClassVar = {
        "party": lambda record: marks.codes(marks.party(record)),
        "name": marks.name_runs,
        "office": marks.office_runs,
    }

    def by_country(self, country: Country | str) -> Self:
        """Return who speaks for a country: a `Country`, or its code, name, alias or demonym.

        Raises:
            UnknownNameError: no country is called so; the error lists the nearest names.
        """
        return self._under("party", Country.of(country).code)

    def by_party(self, party: Party | str) -> Self:
        """Return who speaks for a country or an organization.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        return self._under("party", find_party(party).code)

    def by_name(self, name: str) -> Self:
        """Return the leaders who are called so, by one name or several in their order.

        Letter case, accents and hyphens do not count; a part of a word is no name.

        Raises:
            UnknownNameError: nobody here is called so; the error lists the nearest names.  A
                collection of nobody answers with nobody.
        """
        key = _words("by_name", name)
        known = self._index("name")
        if known and key not in known:
            names = [leader.name for leader in self._origin.items]
            parts = [part for whole in names for part in whole.split()]
            near = lookup.nearest(name, [*names, *parts])
            raise UnknownNameError(kind="leader", name=name, nearest=near)
        return self._under("name", key)

    def by_office(self, office: str) -> Self:
        """Return who holds an office; ``"minister"`` finds a prime minister as well.

        Whole words count, in their order; letter case and accents do not.

        Raises:
            UnknownNameError: neither does anybody here hold such an office nor does the gazetteer
                list it; the error lists the nearest held here.  A collection without any office
                answers with nobody.
        """
        key = _words("by_office", office)
        known = self._index("office")
        if known and key not in known and key not in _usual_offices():
            held = dict.fromkeys(
                leader.office for leader in self._origin.items if leader.office is not None
            )
            words = [str(run) for run in known]
            near = lookup.nearest(office, [*held, *words])
            raise UnknownNameError(kind="office", name=office, nearest=near)
        return self._under("office", key)


class Partnerships(Records[Partnership, PartnershipKey]):
    """Standing relationships between parties, in the order of the texts.

    By name, `group_by` and `count_by` take ``"country"`` (alpha-3 codes), ``"party"`` (codes of
    countries and organizations), ``"level"`` (the label) and ``"year"`` (since which it holds).

    >>> from bilateral import Country, Partnership, PartnershipLevel
    >>> pair = (Country.of("Japan"), Country.of("Malaysia"))
    >>> partnerships = Partnerships([Partnership(pair, PartnershipLevel("strategic partnership"))])
    >>> partnerships.between_parties("Malaysia", "JP").by_level("strategic partnership")
    Partnerships(1 record)
    """

    __slots__ = ()

    _KIND = Partnership
    _GROUPS: ClassVar = {
        "country": lambda record: marks.countries(record.parties),
        "party": lambda record: marks.codes(record.parties),
        "level": lambda record: [record.level.label],
        "year": marks.since,
    }
    _INDEXES: ClassVar = {
        "party": lambda record: marks.codes(record.parties),
        "level": lambda record: [usual_label(record.level.label)],
    }

    def by_country(self, country: Country | str) -> Self:
        """Return the partnerships of a country: a `Country`, or its code, name, alias or demonym.

        Raises:
            UnknownNameError: no country is called so; the error lists the nearest names.
        """
        return self._under("party", Country.of(country).code)

    def by_party(self, party: Party | str) -> Self:
        """Return the partnerships of a country or an organization itself.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        return self._under("party", find_party(party).code)

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
        """Return the partnerships of a level.

        Args:
            level: a `PartnershipLevel` or a label, in any letter case.  The variants that the
                ladder lists for a label mean the same.
            at_least: whether those that stand higher on the ladder belong as well; partnerships
                without a place on it do not.

        Raises:
            UnknownNameError: neither the ladder nor the collection has such a label.
            ValidationError: `at_least` was asked of a label without a place on the ladder.
        """
        label = level.label if isinstance(level, PartnershipLevel) else _text("by_level", level)
        key = usual_label(label)
        known = self._index("level")
        if not isinstance(level, PartnershipLevel) and key not in known and key not in _ladder():
            names = dict.fromkeys([*map(str, known), *_ladder()])
            near = lookup.nearest(label, names)
            raise UnknownNameError(kind="partnership level", name=label, nearest=near)
        if not at_least:
            return self._under("level", key)
        least = lookup.level_rank(label)
        if least is None:
            reason = "has no place on the ladder, so none is higher; leave at_least out"
            raise ValidationError(record="by_level", faults=(Fault("level", label, reason),))
        ranks = {mark: lookup.level_rank(str(mark)) for mark in known}
        high = [mark for mark, rank in ranks.items() if rank is not None and rank >= least]
        return self._under("level", *high)

    def between(self, start: PartialDate | date | str, end: PartialDate | date | str) -> Self:
        """Return the partnerships that were surely established in a range of dates.

        A partial date stands for every day that it can mean, and all of them must be in the range,
        which goes from the first day of `start` to the last of `end`.  Partnerships of which the
        text does not tell since when are not in any range.

        Raises:
            ValidationError: a date has the wrong form, or `start` lies behind `end`.
        """
        within = date_range("between", "start", start, "end", end)
        return self.where(lambda record: record.since is not None and within(record.since))

    def since(self, start: PartialDate | date | str) -> Self:
        """Return the partnerships that were surely established at or after a date; see `between`.

        Raises:
            ValidationError: the date has the wrong form.
        """
        within = date_range("since", "start", start, "end", None)
        return self.where(lambda record: record.since is not None and within(record.since))


def _text(query: str, name: object) -> str:
    if not isinstance(name, str):
        raise ValidationError(query, (Fault("name", name, "must be a str"),))
    return name


def _words(query: str, name: object) -> str:
    return " ".join(marks.words(_text(query, name)))


@cache
def _usual_offices() -> frozenset[str]:
    """Return every run of words of the offices that the gazetteer lists."""
    names = [[row["office"], *tables.items(row["variants"])] for row in tables.offices()]
    return frozenset([run for row in names for name in row for run in marks.runs(name)])


@cache
def _ladder() -> Mapping[str, str]:
    """Return the folded labels and variants of the ladder, each with its folded label."""
    return {
        fold(name): fold(row["label"])
        for row in tables.levels()
        for name in (row["label"], *tables.items(row["variants"]))
    }


def usual_label(label: str) -> str:
    """Return the ladder's label for a variant, and another label as lookups compare it."""
    key = fold(label)
    return _ladder().get(key, key)
