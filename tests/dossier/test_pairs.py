"""What is between two parties, and what happened when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossier import drawn
from tests.dossier.drawn import PATIENT, codes_of, commitment, report

from bilateral import (
    Assessment,
    Dossier,
    Issue,
    Leader,
    Meeting,
    Milestone,
    PartialDate,
    Partnership,
    PartnershipLevel,
    UnknownNameError,
    ValidationError,
)
from bilateral.model.parties import codes

SUMMIT = report(
    "summit",
    date="2025-01-10",
    meeting=Meeting(kind="summit", parties=codes_of("JPN", "MYS"), place="Putrajaya"),
    commitments=[
        commitment("Both will patrol.", "JPN", "MYS", id="c-both"),
        commitment("Japan will train officers.", "JPN", id="c-one", deadline=PartialDate(2027)),
        commitment("Both will help ASEAN.", "JPN", addressees=codes_of("ASEAN"), id="c-out"),
    ],
    issues=[Issue("tariffs", id="i-1"), Issue("unrest", parties=codes_of("USA"), id="i-2")],
    leaders=[Leader("Anwar Ibrahim", party=drawn.MALAYSIA), Leader("Joe Biden", party=drawn.USA)],
)
QUAD = report(
    "three",
    date="2024",
    meeting=Meeting(kind="call", parties=codes_of("JPN", "MYS", "USA")),
    commitments=[
        commitment("All will act.", "JPN", "MYS", "USA", id="c-all"),
        commitment("Japan will pay Malaysia.", "JPN", addressees=codes_of("MYS"), id="c-to"),
    ],
    partnerships=[
        Partnership(
            codes_of("MYS", "JPN"),
            PartnershipLevel("comprehensive strategic partnership"),
            since=PartialDate(2023, 12),
            history=(Milestone(PartnershipLevel("strategic partnership"), PartialDate(2015)),),
        ),
        Partnership(codes_of("MYS", "JPN", "USA"), PartnershipLevel("alliance")),
    ],
)
OTHER = report("other", commitments=[commitment("Others will act.", "USA", id="c-other")])
KEPT = Assessment("c-both", 1, date=PartialDate(2026))
DOSSIER = Dossier([SUMMIT, QUAD, OTHER], assessments=[KEPT, Assessment("c-other", 0)])


def test_what_is_between_two() -> None:
    """What they promise each other or jointly, or either at their own meeting."""
    found = DOSSIER.between("JP", "Malaysian")
    assert [party.code for party in found.parties] == ["JPN", "MYS"]
    assert found.reports == (QUAD, SUMMIT)
    assert [made.id for made in found.commitments] == ["c-to", "c-both", "c-one"]
    assert [issue.id for issue in found.issues] == ["i-1"]
    assert found.meetings == (SUMMIT.meeting,)
    assert [str(made.level) for made in found.partnerships] == [
        "comprehensive strategic partnership"
    ]
    assert [leader.name for leader in found.leaders] == ["Anwar Ibrahim"]
    assert list(found.assessments) == [KEPT]
    assert str(found) == "Japan–Malaysia: 1 meeting, 3 commitments"


def test_what_they_share_with_others_on_request() -> None:
    """Summits of many, partnerships of three and what all promise belong then."""
    found = DOSSIER.between("MY", "JP", others=True)
    assert [made.id for made in found.commitments] == ["c-all", "c-to", "c-both", "c-one"]
    assert found.meetings == (QUAD.meeting, SUMMIT.meeting)
    assert len(found.partnerships) == 2


def test_three_are_asked_for_in_the_same_way() -> None:
    """More parties, fewer records."""
    found = DOSSIER.between("JP", "MY", "US")
    assert [made.id for made in found.commitments] == ["c-all", "c-to"]
    assert [str(made.level) for made in found.partnerships] == ["alliance"]


@PATIENT
@given(drawn.dossiers(), st.permutations(["JPN", "MYS"]), st.booleans())
def test_the_order_of_parties_does_not_matter(
    dossier: Dossier,
    pair: list[str],
    others: bool,  # noqa: FBT001
) -> None:
    """The records are the same; all that are exactly between the two are there."""
    found, turned = (
        dossier.between(*pair, others=others),
        dossier.between("JPN", "MYS", others=others),
    )
    assert found.commitments == turned.commitments
    assert found.timeline() == turned.timeline()
    exact = [made for made in dossier.commitments if codes(made.parties) == {"JPN", "MYS"}]
    assert set(exact) <= set(found.commitments)
    assert set(found.reports) <= set(dossier.reports)


@pytest.mark.parametrize("pair", [("JP", "Japan"), ("JP",)])
def test_one_party_is_not_two(pair: tuple[str, ...]) -> None:
    """There must be two different ones, and known."""
    with pytest.raises(ValidationError, match="at least two different parties"):
        DOSSIER.between(*pair)
    with pytest.raises(UnknownNameError):
        DOSSIER.between("JP", "Malysia")


def test_the_timeline() -> None:
    """Meetings, levels, commitments, deadlines and assessments, each at its date."""
    assert [str(event) for event in DOSSIER.between("JP", "MY").timeline()] == [
        "2015 level: Japan–Malaysia: strategic partnership",
        "2023-12 level: Japan–Malaysia: comprehensive strategic partnership",
        "2024 commitment: Japan will pay Malaysia.",
        "2025-01-10 meeting: summit in Putrajaya (Japan, Malaysia)",
        "2025-01-10 commitment: Both will patrol.",
        "2025-01-10 commitment: Japan will train officers.",
        "2026 assessment: +1 Both will patrol.",
        "2027 deadline: Japan will train officers.",
    ]


def test_undated_events_come_last() -> None:
    """They are told as such."""
    events = [str(event) for event in DOSSIER.timeline()]
    assert len(events) == 14
    assert events[-3:] == [
        "undated level: Japan–Malaysia–United States: alliance",
        "undated commitment: Others will act.",
        "undated assessment: +0 Others will act.",
    ]


@PATIENT
@given(drawn.dossiers())
def test_every_record_has_its_events(dossier: Dossier) -> None:
    """Nothing that has a date is left out, and dates ascend."""
    events = dossier.timeline()
    kinds = [event.kind for event in events]
    assert kinds.count("commitment") == len(dossier.commitments)
    assert kinds.count("deadline") == len(dossier.commitments.with_deadline())
    assert kinds.count("meeting") == len(dossier.meetings)
    assert kinds.count("assessment") == len(dossier.assessments)
    assert kinds.count("level") == sum(len(made.history) + 1 for made in dossier.partnerships)
    dates = [event.date.earliest for event in events if event.date is not None]
    assert dates == sorted(dates)
    assert [event.date is None for event in events] == sorted(
        event.date is None for event in events
    )
