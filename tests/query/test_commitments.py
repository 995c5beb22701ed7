"""Queries of commitments."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.query import strategies as drawn
from tests.query.strategies import Untyped

from bilateral import (
    Commitment,
    Commitments,
    Country,
    Force,
    Leader,
    Organization,
    PartialDate,
    Span,
    UnknownNameError,
    ValidationError,
)

roles = st.sampled_from(["actor", "addressee", "any"])
codes = st.sampled_from(drawn.PARTIES)


def side(record: Commitment, role: str) -> tuple[Country | Organization, ...]:
    """Return the parties on one side of a commitment."""
    if role == "actor":
        return record.actors
    return record.addressees if role == "addressee" else record.parties


@given(drawn.views(), st.sampled_from(drawn.COUNTRIES), roles, st.booleans())
def test_by_country_is_a_comprehension(
    records: Commitments,
    code: str,
    role: Untyped,
    members: bool,  # noqa: FBT001
) -> None:
    """Each role finds its side, and organizations count for their members when asked for."""
    country = Country.of(code)

    def meant(party: Country | Organization) -> bool:
        if isinstance(party, Organization):
            return members and country in party.members
        return party == country

    found = records.by_country(code, role=role, members=members)
    assert list(found) == [x for x in records if any(meant(p) for p in side(x, role))]


@given(drawn.commitments())
def test_a_country_may_be_given_by_any_of_its_names(records: Commitments) -> None:
    """Code, name, official name, demonym and record find the same."""
    found = records.by_country(Country.of("MYS"))
    for name in ("MYS", "MY", "my", "Malaysia", "malaysia", "the Malaysian", " MALAYSIA "):
        assert records.by_country(name) == found


@given(drawn.views(), codes, roles)
def test_by_party_is_a_comprehension(records: Commitments, code: str, role: Untyped) -> None:
    """Countries and organizations are found by code, an organization not by its members."""
    found = [x for x in records if code in [party.code for party in side(x, role)]]
    assert list(records.by_party(code, role=role)) == found
    assert list(records.by_party(drawn.party(code), role=role)) == found
    if role == "addressee":
        assert list(records.by_addressee(code)) == found


@pytest.mark.parametrize("role", ["actors", "", None])
def test_an_unknown_role_is_an_error(role: Untyped) -> None:
    """Only the three documented roles exist."""
    for query in (Commitments().by_country, Commitments().by_party):
        with pytest.raises(UnknownNameError) as caught:
            query("JPN", role=role)
        assert caught.value.nearest == ("actor", "addressee", "any")


@pytest.mark.parametrize(
    ("query", "wrong", "right"),
    [
        ("by_country", "Malysia", "Malaysia"),
        ("by_country", "Jappan", "Japan"),
        ("by_party", "ASEEN", "ASEAN"),
        ("by_addressee", "Singapor", "Singapore"),
        ("by_force", "pledged", "pledge"),
    ],
)
def test_a_misspelt_name_is_an_error(query: str, wrong: str, right: str) -> None:
    """A name that nobody knows is never an empty answer; the error names the right one."""
    with pytest.raises(UnknownNameError) as caught:
        getattr(Commitments(), query)(wrong)
    assert right in caught.value.nearest


def test_a_right_name_may_find_nothing() -> None:
    """A known country without a commitment is an empty answer and no error."""
    assert Commitments().by_country("Iceland") == Commitments()


@given(drawn.views(), st.sampled_from(Force))
def test_by_force_is_a_comprehension(records: Commitments, force: Force) -> None:
    """At least that firm, by record and by name in any letters."""
    found = [record for record in records if record.force.at_least(force)]
    assert list(records.by_force(force)) == found
    shouted: Untyped = force.value.upper()
    assert list(records.by_force(shouted)) == found


@given(drawn.views())
def test_reaffirmed_parts_in_two(records: Commitments) -> None:
    """What is reaffirmed and what is new are all there is."""
    old, new = records.reaffirmed(), records.reaffirmed(flag=False)
    assert list(old) == [x for x in records if x.reaffirmed]
    assert list(new) == [x for x in records if not x.reaffirmed]


@given(drawn.views(), drawn.dates(), drawn.dates(), st.booleans())
def test_due_is_a_comprehension(
    records: Commitments,
    one: PartialDate,
    two: PartialDate,
    undated: bool,  # noqa: FBT001
) -> None:
    """A deadline is due in a range when all days that it can mean are in it."""
    low, high = sorted((one, two), key=lambda x: x.earliest)

    def within(record: Commitment) -> bool:
        if record.deadline is None:
            return undated
        return low.earliest <= record.deadline.earliest and record.deadline.latest <= high.latest

    if low.earliest <= high.latest:
        found = records.due(after=low, before=high, undated=undated)
        assert list(found) == [x for x in records if within(x)]
    before, after = records.due(before=two), records.due(after=str(two))
    assert all(x.deadline and x.deadline.latest <= two.latest for x in before)
    assert all(x.deadline and x.deadline.earliest >= two.earliest for x in after)
    assert records.due() == records.with_deadline()
    assert records.due(undated=True) == records


@pytest.mark.parametrize(
    ("before", "due"), [("2026", True), ("2026-12", True), ("2026-12-31", True), ("2026-06", False)]
)
def test_a_year_is_due_when_it_is_over(before: str, due: bool) -> None:  # noqa: FBT001
    """A deadline of 2026 leaves time until its last day."""
    japan = (Country.of("JPN"),)
    made = Commitment("x", actors=japan, force=Force.PLEDGE, deadline=PartialDate(2026))
    assert bool(Commitments([made]).due(before=before)) is due


@pytest.mark.parametrize("wrong", ["soon", "26-01-01", 2026])
def test_due_refuses_what_is_no_date(wrong: Untyped) -> None:
    """A date of another form is an error on either side."""
    with pytest.raises(ValidationError):
        Commitments().due(before=wrong)
    with pytest.raises(ValidationError):
        Commitments().due(after=wrong)


def test_due_refuses_a_range_that_ends_before_it_starts() -> None:
    """A range the wrong way round is a mistake and no empty answer."""
    with pytest.raises(ValidationError, match=r"after: must not lie behind before, which is 2025"):
        Commitments().due(after="2026", before="2025")


def placed(start: int, end: int) -> Commitment:
    """Make a commitment at a place."""
    actors = (Country.of("MYS"),)
    return Commitment("x" * (end - start), actors=actors, force=Force.INTENT, span=Span(start, end))


def test_by_leader_goes_by_place() -> None:
    """A leader's commitments are those in whose words a mention lies, by the span without any."""
    by_hand = Commitment("x", actors=(Country.of("MYS"),), force=Force.INTENT)
    records = Commitments([placed(0, 10), placed(10, 30), by_hand])
    mentioned = Leader("Anwar", span=Span(2, 7), mentions=(Span(15, 20), Span(40, 45)))
    assert records.by_leader(mentioned) == records[1:2]
    assert records.by_leader(Leader("Anwar", span=Span(2, 7))) == records[:1]
    assert records.by_leader(Leader("Anwar")) == Commitments()


def test_by_leader_wants_a_leader() -> None:
    """A bare name is refused with the way to the leader."""
    with pytest.raises(ValidationError, match=r"Leaders\.by_name"):
        Commitments().by_leader("Anwar")  # type: ignore[arg-type]


@given(drawn.views(), codes, st.sampled_from(drawn.DOMAINS), st.sampled_from(Force))
def test_queries_commute(records: Commitments, code: str, domain: str, force: Force) -> None:
    """The order of a chain does not matter to its result."""
    one = records.by_domain(domain).by_party(code).by_force(force).reaffirmed()
    two = records.reaffirmed().by_force(force).by_party(code).by_domain(domain)
    three = records.by_party(code).reaffirmed().by_domain(domain).by_force(force)
    assert one == two == three
    assert one == one.by_domain(domain)


@given(drawn.views(), st.sampled_from(sorted(Commitments._GROUPS)))
def test_commitments_are_grouped_by_every_documented_name(
    records: Commitments, name: Untyped
) -> None:
    """A group found by name holds what the query of that name finds."""
    query: dict[str, Any] = {
        "domain": lambda key: records.by_domain(key, children=False),
        "top": records.by_domain,
        "country": records.by_country,
        "party": records.by_party,
        "addressee": records.by_addressee,
        "force": lambda key: records.where(lambda x: x.force.value == key),
        "section": lambda key: records.where(lambda x: str(x.section) == key),
        "year": lambda key: records.due(after=key, before=key),
    }
    for key, group in records.group_by(name).items():
        assert not key or group == query[name](key)


def test_nothing_is_indexed_before_it_is_asked_for() -> None:
    """Making a collection builds no index; a question builds the one that it needs, once."""
    records = Commitments([placed(0, 10)])
    assert not records._origin.buckets
    assert records.by_country("MYS").by_force("intent").by_country("MYS")
    assert list(records._origin.buckets) == ["actor", "force"]
