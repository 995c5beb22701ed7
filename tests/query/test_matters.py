"""Domains and sections of commitments and issues, and what else is asked of issues."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.query import strategies as drawn
from tests.query.strategies import Untyped

from bilateral import (
    Commitments,
    Country,
    Domain,
    Issue,
    Issues,
    Organization,
    Section,
    UnknownNameError,
    ValidationError,
)

domain_names = st.sampled_from([*drawn.DOMAINS, "security", "technology"])


def lies_in(section: Section | None, path: tuple[str, ...]) -> bool:
    """Say whether a section is the one of that path or below it."""
    return section is not None and section.path[: len(path)] == path


@given(drawn.views(), domain_names, st.booleans())
def test_by_domain_is_a_comprehension(
    records: Commitments,
    name: str,
    children: bool,  # noqa: FBT001
) -> None:
    """With children the domains within are found, without them the very one."""
    found = records.by_domain(name, children=children)
    assert list(found) == [
        record
        for record in records
        if any(x.is_within(name) if children else x.name == name for x in record.domains)
    ]


@given(drawn.issues())
def test_a_parent_finds_all_that_its_children_find(records: Issues) -> None:
    """A domain's records hold those of each of its children."""
    for parent in ("security", "technology"):
        whole = set(records.by_domain(parent))
        for child in Domain.of(parent).children:
            assert set(records.by_domain(child)) <= whole


@given(drawn.issues(), domain_names)
def test_a_domain_may_be_given_by_record_or_name(records: Issues, name: str) -> None:
    """A `Domain`, its name, and its name in other letters find the same."""
    found = records.by_domain(Domain.of(name))
    assert found == records.by_domain(name) == records.by_domain(f" {name.upper()} ")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("securty", "security"),
        ("security.maritme", "security.maritime"),
        ("maritime", "security.maritime"),
        ("enrgy", "energy"),
    ],
)
def test_a_misspelt_domain_is_an_error(wrong: str, right: str) -> None:
    """A domain that nobody knows is never an empty answer; the error names the right one."""
    for records in (Issues(), Commitments()):
        with pytest.raises(UnknownNameError) as caught:
            records.by_domain(wrong)
        assert caught.value.kind == "domain"
        assert caught.value.nearest[0] == right
        assert len(caught.value.nearest) <= 3


def test_the_nearest_domains_are_three() -> None:
    """However many are spelt alike."""
    with pytest.raises(UnknownNameError) as caught:
        Issues().by_domain("econmy")
    assert len(caught.value.nearest) == 3


def test_switches_are_given_by_name() -> None:
    """A bare True would not tell what it switches."""
    issues, commitments = Issues(), Commitments()
    assert issues.by_country(country="JPN", members=True) == issues
    assert commitments.by_country(country="JPN", role="any", members=True) == commitments
    queries: list[tuple[Untyped, ...]] = [
        (issues.by_country, "JPN", True),
        (issues.by_domain, "energy", True),
        (commitments.by_country, "JPN", "any", True),
        (commitments.reaffirmed, True),
    ]
    for query, *given_by_place in queries:
        with pytest.raises(TypeError):
            query(*given_by_place)


def test_a_domain_of_the_users_own_is_known() -> None:
    """A domain outside the codebook is a right name where a record has it, and so is its parent."""
    own = Domain("fisheries.tuna", label="Tuna")
    records = Issues([Issue("quotas", domains=(own,))])
    assert len(records.by_domain("Fisheries.Tuna")) == len(records.by_domain("fisheries")) == 1
    assert len(records.where(lambda _: False).by_domain("fisheries.tuna")) == 0
    with pytest.raises(UnknownNameError) as caught:
        records.by_domain("fisheris.tuna")
    assert caught.value.nearest[0] == "fisheries.tuna"
    with pytest.raises(UnknownNameError):
        Issues().by_domain("fisheries.tuna")


def test_every_top_of_the_tree_is_a_name() -> None:
    """The top of every domain can be asked for, whether or not it has a row of its own."""
    for top in {domain.top for domain in Domain.all()}:
        assert Issues().by_domain(top) == Issues()


@pytest.mark.parametrize("given", [None, 3, ("security",)])
def test_a_domain_of_another_type_is_refused(given: Untyped) -> None:
    """What is neither a domain nor a text is told to be so."""
    with pytest.raises(ValidationError, match="must be a str"):
        Issues().by_domain(given)


@given(drawn.views(), st.sampled_from(drawn.SECTIONS))
def test_by_section_finds_what_lies_below(records: Commitments, section: Section) -> None:
    """A section's records are its own and those of every section below it."""
    found = records.by_section(section)
    assert list(found) == [x for x in records if lies_in(x.section, section.path)]


@given(drawn.issues(), st.sampled_from(drawn.SECTIONS))
def test_a_path_names_one_section(records: Issues, section: Section) -> None:
    """The titles from the top down find what the section finds, in any letters."""
    known = records.with_sections(drawn.SECTIONS)
    assert known.by_section(str(section)) == known.by_section(section)
    assert known.by_section(str(section).upper()) == known.by_section(section)


@given(drawn.issues())
def test_numbers_name_sections(records: Issues) -> None:
    """A number does, with and without its dot, alone and before the title."""
    known = records.with_sections(drawn.SECTIONS)
    whole = known.by_section(drawn.SECTIONS[0])
    for name in ("II.", "II", "ii", "II. Economic Ties", "economic ties"):
        assert known.by_section(name) == whole
    assert known.by_section("1.1") == known.by_section("Tariffs")


@given(drawn.issues())
def test_a_title_of_several_sections_means_all(records: Issues) -> None:
    """Two sections called "Trade" are both found."""
    known = records.with_sections(drawn.SECTIONS)
    both = known.by_section("Trade")
    paths = ("Economic Ties", "Trade"), ("Security", "Trade")
    assert list(both) == [x for x in known if any(lies_in(x.section, path) for path in paths)]


def test_a_section_above_is_known_by_its_title() -> None:
    """Without an outline the titles above a record's section are names too."""
    records = Issues([Issue("quotas", section=drawn.SECTIONS[2])])
    for name in ("Economic Ties", "Economic Ties > Trade", "trade", "Tariffs"):
        assert len(records.by_section(name)) == 1
    assert records.by_section(drawn.SECTIONS[0]) == records
    with pytest.raises(UnknownNameError):
        records.by_section("II.")


def test_a_section_needs_no_number() -> None:
    """A heading without a number is known by its title."""
    assert Issues().with_sections([Section(title="Outlook")]).by_section("outlook") == Issues()


def test_sections_of_one_title_are_told_apart_by_number() -> None:
    """Two headings with the same words and different numbers are two sections."""
    one, two = (Section(title="Overview", number=number) for number in ("I.", "II."))
    records = Commitments().with_sections([one, two])
    assert len(records.by_section("I")) == 0
    issues = Issues([Issue("a", section=one), Issue("b", section=two)])
    assert [x.name for x in issues.by_section("I")] == ["a"]
    assert [x.name for x in issues.by_section("overview")] == ["a", "b"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("Tarifs", "Tariffs"), ("Economic Tie", "Economic Ties"), ("IIII.", "III.")],
)
def test_a_misspelt_section_is_an_error(wrong: str, right: str) -> None:
    """A section that the collection does not have is an error with the nearest that it has."""
    records = Issues([Issue("quotas", section=drawn.SECTIONS[2])]).with_sections(drawn.SECTIONS)
    with pytest.raises(UnknownNameError) as caught:
        records.by_section(wrong)
    assert caught.value.kind == "section"
    assert right in caught.value.nearest


@pytest.mark.parametrize("name", ["", " ", "..."])
def test_no_name_names_no_section(name: str) -> None:
    """A blank or a bare mark is not the name of any section."""
    with pytest.raises(UnknownNameError):
        Issues([Issue("quotas", section=drawn.SECTIONS[0])]).by_section(name)


@pytest.mark.parametrize("given", [None, 4, ("Trade",)])
def test_a_section_of_another_type_is_refused(given: Untyped) -> None:
    """What is neither a section nor a text is told to be so."""
    with pytest.raises(ValidationError, match="must be a Section or a str"):
        Issues().by_section(given)


@given(drawn.issues())
def test_the_outline_changes_no_record(records: Issues) -> None:
    """A collection with an outline equals the same without, and keeps it through pickle and `|`."""
    known = records.with_sections(drawn.SECTIONS)
    assert known == records
    for kept in (pickle.loads(pickle.dumps(known)), known | Issues(), Issues() | known, known[:0]):
        kept.by_section("III.")


@given(drawn.issues(), st.sampled_from(drawn.PARTIES))
def test_issues_by_party(records: Issues, code: str) -> None:
    """An issue belongs to each party that it names."""
    found = [x for x in records if code in [party.code for party in x.parties]]
    assert list(records.by_party(code)) == found
    assert list(records.by_party(drawn.party(code))) == found


@given(drawn.issues(), st.sampled_from(drawn.COUNTRIES), st.booleans())
def test_issues_by_country(records: Issues, code: str, members: bool) -> None:  # noqa: FBT001
    """An organization's issues are its members' when asked for."""
    country = Country.of(code)

    def concerned(record: Issue) -> bool:
        return any(
            party == country
            or (members and isinstance(party, Organization) and country in party.members)
            for party in record.parties
        )

    assert list(records.by_country(code, members=members)) == [x for x in records if concerned(x)]


@given(drawn.issues(), st.sampled_from(sorted(Issues._GROUPS)))
def test_issues_are_grouped_by_every_documented_name(records: Issues, name: Untyped) -> None:
    """A group found by name holds what the query of that name finds."""
    query: dict[str, Any] = {
        "domain": lambda key: records.by_domain(key, children=False),
        "top": records.by_domain,
        "country": records.by_country,
        "party": records.by_party,
        "section": lambda key: records.where(lambda x: str(x.section) == key),
    }
    for key, group in records.group_by(name).items():
        assert not key or group == query[name](key)


def test_an_unknown_party_is_an_error() -> None:
    """A country or organization that nobody knows is never an empty answer."""
    with pytest.raises(UnknownNameError) as caught:
        Issues().by_country("Malysia")
    assert "Malaysia" in caught.value.nearest
    with pytest.raises(UnknownNameError) as caught:
        Issues().by_party("ASEEN")
    assert "ASEAN" in caught.value.nearest
