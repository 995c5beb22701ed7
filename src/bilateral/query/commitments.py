"""What was promised."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from bilateral.errors import Fault, UnknownNameError, ValidationError
from bilateral.model.commitments import Commitment, Force, ForceName
from bilateral.model.dates import PartialDate
from bilateral.model.parties import Country, Party
from bilateral.model.parties import party as find_party
from bilateral.model.people import Leader
from bilateral.query import marks
from bilateral.query.matters import Matters
from bilateral.query.ranges import date_range

if TYPE_CHECKING:
    from datetime import date
    from typing import Self

#: On which side of a commitment a party stands.
Role = Literal["actor", "addressee", "any"]

#: What `Commitments.group_by` takes by name.
CommitmentKey = Literal[
    "domain", "top", "country", "party", "addressee", "force", "section", "year"
]


class Commitments(Matters[Commitment, CommitmentKey]):
    """What the parties of one or many reports promised, in the order of the texts.

    By name, `group_by` and `count_by` take ``"domain"``, ``"top"`` (the domain at the top of the
    tree), ``"country"`` (the alpha-3 code of each actor that is a country), ``"party"`` (the code
    of each actor), ``"addressee"`` (likewise), ``"force"``, ``"section"`` (the titles from the top
    down) and ``"year"`` (of the deadline).

    >>> from bilateral import Commitment, Country, Force
    >>> japan = Country.of("Japan")
    >>> made = Commitment("Japan will train engineers.", actors=(japan,), force=Force.PLEDGE)
    >>> commitments = Commitments([made])
    >>> commitments.by_country("Japanese").by_force("intent")
    Commitments(1 record)
    >>> commitments.count_by("force")
    {'pledge': 1}
    """

    __slots__ = ()

    _KIND = Commitment
    _GROUPS: ClassVar = {
        "domain": marks.domains,
        "top": marks.tops,
        "country": lambda record: marks.countries(record.actors),
        "party": lambda record: marks.codes(record.actors),
        "addressee": lambda record: marks.codes(record.addressees),
        "force": lambda record: [record.force.value],
        "section": marks.section,
        "year": marks.year,
    }
    _INDEXES: ClassVar = {
        "domain": marks.domains,
        "within": marks.within,
        "actor": lambda record: marks.codes(record.actors),
        "addressee": lambda record: marks.codes(record.addressees),
        "any": lambda record: marks.codes((*record.actors, *record.addressees)),
        "actor and members": lambda record: marks.with_members(record.actors),
        "addressee and members": lambda record: marks.with_members(record.addressees),
        "any and members": lambda record: marks.with_members((*record.actors, *record.addressees)),
        "force": marks.forces,
        "reaffirmed": lambda record: [record.reaffirmed],
        "section": marks.sections,
    }

    def by_country(
        self, country: Country | str, *, role: Role = "actor", members: bool = False
    ) -> Self:
        """Return the commitments of a country.

        Args:
            country: a `Country`, or its code, name, alias or demonym.
            role: ``"actor"``, who promises or asks; ``"addressee"``, to whom it is promised or who
                is asked; or ``"any"`` of the two.
            members: whether an organization counts for each of its member countries.

        Raises:
            UnknownNameError: no country is called so; the error lists the nearest names.
        """
        return self._by_code(Country.of(country).code, role, members=members)

    def by_party(self, party: Party | str, *, role: Role = "actor") -> Self:
        """Return the commitments of a country or an organization itself; see `by_country`.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        return self._by_code(find_party(party).code, role, members=False)

    def by_addressee(self, party: Party | str) -> Self:
        """Return the commitments made to a party, or asked of it.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        return self.by_party(party, role="addressee")

    def _by_code(self, code: str, role: Role, *, members: bool) -> Self:
        roles = ("actor", "addressee", "any")
        if role not in roles:
            raise UnknownNameError(kind="role", name=role, nearest=roles)
        return self._under(f"{role} and members" if members else role, code)

    def by_leader(self, leader: Leader) -> Self:
        """Return the commitments whose words name a person.

        Names are found by place: a commitment belongs when one of the leader's `mentions` lies in
        its span.  The two must therefore come from the same text; records made by hand, without a
        place, are not found.

        Raises:
            ValidationError: `leader` is no `Leader`; find one with `Leaders.by_name`.
        """
        if not isinstance(leader, Leader):
            fault = Fault("leader", leader, "must be a Leader; Leaders.by_name finds one by name")
            raise ValidationError(record="by_leader", faults=(fault,))
        places = leader.mentions or (() if leader.span is None else (leader.span,))
        return self.where(lambda c: c.span is not None and any(x in c.span for x in places))

    def by_force(self, force: Force | ForceName) -> Self:
        """Return the commitments that are at least as firm; for a request, the requests alone.

        Args:
            force: a `Force` or its value in any letter case.  Type checkers take the four values in
                lower case; give others through `Force.of`.

        Raises:
            UnknownNameError: there is no such force.

        >>> Commitments().by_force("promise")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        bilateral.errors.UnknownNameError: no force is called 'promise'; ...
        """
        return self._under("force", Force.of(force).value)

    def reaffirmed(self, *, flag: bool = True) -> Self:
        """Return what was already promised or under way; with ``flag=False``, what is new."""
        return self._under("reaffirmed", flag)

    def with_deadline(self) -> Self:
        """Return the commitments that say by when."""
        return self.where(lambda commitment: commitment.deadline is not None)

    def due(
        self,
        *,
        before: PartialDate | date | str | None = None,
        after: PartialDate | date | str | None = None,
        undated: bool = False,
    ) -> Self:
        """Return the commitments whose deadline surely lies in a range.

        A partial date stands for every day that it can mean, and all of them must be in the range:
        a deadline of ``2026`` is due before ``2026`` and before ``2026-12``, not before
        ``2026-06``.

        Args:
            before: the last date, itself included: the deadline's last day is not behind its last
                day.
            after: the first date, itself included: the deadline's first day is not before its
                first.
            undated: whether commitments without a deadline belong as well.

        Raises:
            ValidationError: a date has the wrong form, or `after` lies behind `before`.
        """
        within = date_range("due", "after", after, "before", before)
        return self.where(lambda c: undated if c.deadline is None else within(c.deadline))
