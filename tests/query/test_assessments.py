"""Collections of judgements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.query.strategies import Untyped

from bilateral import (
    Assessment,
    Assessments,
    Commitment,
    Commitments,
    Country,
    Force,
    PartialDate,
    UnknownNameError,
    ValidationError,
)

JAPAN = Country.of("JPN")
MADE = Commitment("Act.", actors=(JAPAN,), force=Force.PLEDGE, id="c-1")

assessments = st.builds(
    Assessment,
    st.sampled_from(["c-1", "c-2"]),
    st.sampled_from([-1, 0, 1]),
    date=st.sampled_from([None, PartialDate(2025), PartialDate(2026, 5)]),
    assessor=st.sampled_from([None, "A. N."]),
    party=st.sampled_from([None, JAPAN, Country.of("MYS")]),
)


@given(st.lists(assessments, max_size=6))
def test_queries_find_what_a_comprehension_finds(made: list[Assessment]) -> None:
    """By commitment, its id, several commitments, and party; they chain."""
    records = Assessments(made)
    mine = [x for x in made if x.commitment_id == "c-1"]
    for key in ("c-1", MADE, [MADE], Commitments([MADE])):
        assert list(records.by_commitment(key)) == mine
    assert list(records.by_commitment([])) == []
    assert list(records.by_party("Japanese")) == [x for x in made if x.party == JAPAN]
    assert list(records.by_commitment("c-1").by_party(JAPAN)) == [
        x for x in mine if x.party == JAPAN
    ]


@given(st.lists(assessments, max_size=6))
def test_groups(made: list[Assessment]) -> None:
    """By each documented name, nothing is left out."""
    records = Assessments(made)
    for name in ("commitment", "score", "party", "assessor", "year"):
        assert sum(records.count_by(name).values()) == len(made)
    assessors = [x.assessor or "" for x in made]
    assert records.count_by("assessor") == {x: assessors.count(x) for x in assessors}
    years = {"" if x.date is None else str(x.date.year) for x in made}
    assert set(records.group_by("year")) == years


@pytest.mark.parametrize("wrong", [None, 3, [3], [None]])
def test_what_is_no_commitment_is_refused(wrong: Untyped) -> None:
    """The error says what would be right."""
    with pytest.raises(ValidationError, match="must be a Commitment, the id of one"):
        Assessments().by_commitment(wrong)


def test_unknown_names_are_told() -> None:
    """A party that nobody knows, and a group that is none."""
    with pytest.raises(UnknownNameError):
        Assessments().by_party("Malysia")
    with pytest.raises(UnknownNameError):
        Assessments().group_by("colour")  # type: ignore[call-overload]
