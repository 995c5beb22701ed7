"""Named standing relationships."""

from __future__ import annotations

import pickle
from itertools import permutations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.refusals import Untyped, refused

from bilateral import (
    Country,
    Milestone,
    Organization,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Span,
    Trace,
)
from bilateral.gazetteer import tables

JAPAN = Country("JP", "JPN", "392", "Japan")
MALAYSIA = Country("MY", "MYS", "458", "Malaysia")
EXAMPLE = Organization("X", "Example")
ALLIANCE = PartnershipLevel("alliance")
MADE = Partnership((JAPAN, MALAYSIA), ALLIANCE, since=PartialDate(2023))


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("", "must not be empty or blank"),
        ("Alliance", "must be in lower case"),
        ("an  alliance", "must be one line, single spaces, none at the ends"),
        (None, "must be a str"),
        (5, "must be a str"),
    ],
)
def test_a_faulty_label_is_refused(label: Untyped, reason: str) -> None:
    """A label is lower-case words on one line."""
    assert refused(PartnershipLevel, label) == {"label": reason}


@pytest.mark.parametrize("row", tables.levels(), ids=lambda row: row["label"])
def test_the_ladder_ranks_its_labels(row: dict[str, str]) -> None:
    """A label and its variants stand where the table puts them."""
    for label in (row["label"], *tables.items(row["variants"])):
        assert PartnershipLevel(label.lower()).rank == int(row["rank"])


def test_an_unusual_label_is_kept_without_a_rank() -> None:
    """What the ladder lacks is printed as it is."""
    level = PartnershipLevel("golden friendship")
    assert (level.rank, str(level)) == (None, "golden friendship")


def test_a_faulty_milestone_is_refused() -> None:
    """A level and a date are records, not their names."""
    assert refused(Milestone, "alliance", "2023") == {
        "level": "must be a PartnershipLevel",
        "date": "must be a PartialDate or None",
    }
    assert Milestone(ALLIANCE).date is None


@pytest.mark.parametrize(
    ("parties", "more", "faults"),
    [
        (
            (JAPAN,),
            {
                "level": "alliance",
                "since": "2023",
                "history": (ALLIANCE,),
                "span": (0, 1),
                "trace": "rule",
            },
            {
                "parties": "must hold at least 2 Party",
                "level": "must be a PartnershipLevel",
                "since": "must be a PartialDate or None",
                "history[0]": "must be a Milestone",
                "span": "must be a Span or None",
                "trace": "must be a Trace or None",
            },
        ),
        ((JAPAN, JAPAN), {}, {"parties[1]": "stands there twice; name it once"}),
        ([JAPAN, EXAMPLE], {}, {"parties": "must be a tuple of Party; write tuple(...) around it"}),
        ("JPN", {}, {"parties": "must be a tuple of Party"}),
        ((JAPAN, "MYS"), {}, {"parties[1]": "must be a Party"}),
        (
            (),
            {"history": None},
            {
                "parties": "must hold at least 2 Party",
                "history": "must be a tuple of Milestone",
            },
        ),
    ],
)
def test_a_faulty_partnership_is_refused(
    parties: Untyped, more: Untyped, faults: dict[str, str]
) -> None:
    """Everything wrong is told at once."""
    assert refused(Partnership, parties, **{"level": ALLIANCE, **more}) == faults


@given(st.permutations([JAPAN, MALAYSIA, EXAMPLE]))
def test_the_order_of_parties_does_not_matter(parties: list[Country | Organization]) -> None:
    """Partnerships of the same parties are equal and hash alike in any order."""
    one = Partnership((JAPAN, MALAYSIA, EXAMPLE), ALLIANCE)
    two = Partnership(tuple(parties), ALLIANCE)
    assert one == two
    assert hash(one) == hash(two)
    assert len({Partnership(pair, ALLIANCE) for pair in permutations(parties)}) == 1
    assert two != Partnership((JAPAN, MALAYSIA), ALLIANCE)


def test_partnerships_are_values() -> None:
    """The trace is no part of what a partnership is; everything else is."""
    traced = attrs.evolve(MADE, trace=Trace("partnership.level"))
    assert traced == MADE
    assert hash(traced) == hash(MADE)
    assert pickle.loads(pickle.dumps(traced)).trace == traced.trace
    for other in (
        attrs.evolve(MADE, since=None),
        attrs.evolve(MADE, level=PartnershipLevel("strategic partnership")),
        attrs.evolve(MADE, history=(Milestone(ALLIANCE),)),
        attrs.evolve(MADE, span=Span(0, 1)),
    ):
        assert other != MADE
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        MADE.since = None  # type: ignore[misc]


def test_a_partnership_is_printed_with_its_date() -> None:
    """Since when it holds is told where it is known."""
    assert str(MADE) == "Japan–Malaysia: alliance (since 2023)"
    assert str(attrs.evolve(MADE, since=None)) == "Japan–Malaysia: alliance"
