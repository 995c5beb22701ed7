"""Under what each record is listed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.query import strategies as drawn

from bilateral import Commitment, Country, Force, Leader, Organization
from bilateral.query import marks


@given(drawn.parties())
def test_members_come_with_their_organization(parties: tuple[Country | Organization, ...]) -> None:
    """An organization is listed under its own code and under those of its members."""
    found = set(marks.with_members(parties))
    assert set(marks.codes(parties)) <= found
    for party in parties:
        if isinstance(party, Organization):
            assert {member.code for member in party.members} <= found


@given(drawn.parties())
def test_organizations_are_no_countries(parties: tuple[Country | Organization, ...]) -> None:
    """The codes of countries leave organizations out."""
    assert set(marks.countries(parties)) == set(marks.codes(parties)) & set(drawn.COUNTRIES)


@given(drawn.commitment_records())
def test_a_force_is_listed_under_all_that_it_reaches(record: Commitment) -> None:
    """A pledge is an intent as well; a request is only a request."""
    assert set(marks.forces(record)) == {x.value for x in Force if record.force.at_least(x)}


@given(st.lists(st.sampled_from(["deputy", "prime", "minister", "of", "trade"]), max_size=5))
def test_runs_are_the_contiguous_parts(words: list[str]) -> None:
    """Every run of words and nothing else is listed."""
    text = " ".join(words)
    padded = f" {text} "
    found = list(marks.runs(text))
    assert len(found) == len(words) * (len(words) + 1) // 2
    assert all(f" {run} " in padded for run in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Prime Minister", ["prime", "minister"]),
        ("Jean-Noël Barrot", ["jean", "noel", "barrot"]),
        ("minister, of trade (acting)", ["minister", "of", "trade", "acting"]),
        ("  ", []),
        ("-", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    """Words lose case, accents and what stands between them."""
    assert marks.words(text) == words


def test_a_leader_without_office_or_party_has_no_marks() -> None:
    """What is not known is listed nowhere."""
    leader = Leader("Anwar")
    assert not list(marks.office_runs(leader))
    assert not marks.office(leader)
    assert not marks.party(leader)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("IV.", "iv", True),
        ("(a)", "A", True),
        ("2.1.", "21", False),
        ("IV. Regional Issues", "iv  regional issues", True),
        ("Économie", "economie", True),
        ("I", "II", False),
        ("...", "", True),
    ],
)
def test_headings_are_compared_without_marks(one: str, two: str, same: bool) -> None:  # noqa: FBT001
    """A heading's letter case, accents and the marks around its number do not count."""
    assert (marks.heading(one) == marks.heading(two)) is same
