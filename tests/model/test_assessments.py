"""What became of a commitment."""

from __future__ import annotations

import pickle

import attrs
import pytest
from tests.model.refusals import Untyped, refused

from bilateral import Assessment, PartialDate


@pytest.mark.parametrize(
    ("parts", "faults"),
    [
        (
            {
                "commitment_id": "",
                "score": 2,
                "date": "2025",
                "evidence": " ",
                "assessor": "",
                "party": "JPN",
            },
            {
                "commitment_id": "must not be empty or blank",
                "score": "must be between -1 and 1",
                "date": "must be a PartialDate or None",
                "evidence": "must not be empty or blank",
                "assessor": "must not be empty or blank",
                "party": "must be a Country, an Organization or None",
            },
        ),
        (
            {"commitment_id": None, "score": None},
            {"commitment_id": "must be a str", "score": "must be an int"},
        ),
        ({"score": True}, {"score": "must be an int"}),
        ({"score": 1.0}, {"score": "must be an int"}),
        ({"score": -2}, {"score": "must be between -1 and 1"}),
        ({"evidence": 3}, {"evidence": "must be a str"}),
    ],
)
def test_a_faulty_assessment_is_refused(parts: Untyped, faults: dict[str, str]) -> None:
    """Everything wrong is told at once."""
    assert refused(Assessment, **{"commitment_id": "c-1", "score": 0, **parts}) == faults


def test_assessments_are_values() -> None:
    """The three scores are taken; assessments are equal by value and come back from pickle."""
    made = [Assessment("c-1", score, date=PartialDate(2026), evidence="Law 12", assessor="A. N.")
            for score in (-1, 0, 1)]  # fmt: skip
    assert [x.score for x in made] == [-1, 0, 1]
    assert len({*made, *pickle.loads(pickle.dumps(made))}) == 3
    assert Assessment("c-1", 0).evidence is None
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made[0].score = 0  # type: ignore[misc]
