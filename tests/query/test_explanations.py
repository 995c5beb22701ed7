"""Why a record is in a report, in words."""

from __future__ import annotations

import attrs
import pytest

from bilateral import Explanation, Leader, Span
from bilateral.query.explanations import Ground

LEADER = Leader("Anwar Ibrahim")


def test_an_explanation_prints_in_lines() -> None:
    """The rule, its cue and each ground stand on their own lines, words quoted with their place."""
    explanation = Explanation(
        record=LEADER,
        rule="commitment.verb",
        explains="a verb of commitment with a party as its subject",
        cue="pledged\nto",
        cue_span=Span(812, 822),
        evidence=(
            Ground("actors", "all who meet", "The leaders", Span(800, 811)),
            Ground("force", "the verb\nbinds"),
        ),
    )
    assert str(explanation).splitlines() == [
        "commitment.verb — a verb of commitment with a party as its subject",
        "  cue: “pledged to” [812:822]",
        "  actors: all who meet, “The leaders” [800:811]",
        "  force: the verb binds",
    ]


def test_words_stay_as_they_are_in_the_record() -> None:
    """Line breaks are joined in print alone."""
    assert Ground("force", "binds", "pledged\nto", Span(0, 10)).words == "pledged\nto"
    assert str(Ground("force", "binds", "pledged\nto")) == "force: binds, “pledged to”"


def test_an_unknown_rule_prints_its_name_alone() -> None:
    """A rule of the user's own has no line in the table."""
    assert str(Explanation(record=LEADER, rule="my.rule")) == "my.rule"


def test_a_record_made_by_hand_has_no_rule() -> None:
    """Without a trace there is nothing to tell."""
    assert str(Explanation(record=LEADER, rule=None)) == "made by hand: no rule"


def test_explanations_are_values() -> None:
    """Explanations are immutable, equal by value and hashable."""
    one, two = (Explanation(record=LEADER, rule="my.rule") for _ in range(2))
    assert len({one, two}) == 1
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.rule = None  # type: ignore[misc]
