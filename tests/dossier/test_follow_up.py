"""What became of commitments: open, due and overdue, and how far they were kept."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossier import drawn
from tests.dossier.drawn import PATIENT, Untyped, codes_of, commitment, report

from bilateral import (
    Assessment,
    Compliance,
    Domain,
    Dossier,
    Force,
    PartialDate,
    Partnership,
    PartnershipLevel,
    UnknownNameError,
    ValidationError,
)
from bilateral.model.commitments import Commitment


def judged(
    score: int, date: str | None = None, code: str | None = None, **more: Untyped
) -> Assessment:
    """Return an assessment of the commitment ``c-1``."""
    return Assessment(
        more.pop("id", "c-1"),
        score,  # type: ignore[arg-type]
        date=None if date is None else PartialDate.parse(date),
        party=None if code is None else codes_of(code)[0],
        **more,
    )


def dossier(*assessments: Assessment, **more: Untyped) -> Dossier:
    """Return a dossier with one commitment, ``c-1``."""
    made = commitment("Both will act.", "JPN", "MYS", **{"id": "c-1", **more})
    return Dossier([report("x", date="2025-01-10", commitments=[made])], assessments=assessments)


def standing(one: Dossier, date: Untyped) -> list[str]:
    """Return where the one commitment stands on a day."""
    found = one.follow_up(date)
    names = ("kept", "failed", "open", "due", "overdue", "underway")
    return [name for name in names if len(getattr(found, name))]


@pytest.mark.parametrize(
    ("deadline", "date", "places"),
    [
        (None, "2030", ["open"]),
        ("2026", "2025-12-31", ["open"]),
        ("2026", "2026-01-01", ["open", "due"]),
        ("2026", "2026", ["open", "due"]),
        ("2026", "2027-01-01", ["open", "overdue"]),
        ("2026-02", "2026-02-28", ["open", "due"]),
        ("2026-02", "2026-03-01", ["open", "overdue"]),
        ("2026-02-10", "2026-02-10", ["open", "due"]),
        ("2026-02-10", "2026-02-11", ["open", "overdue"]),
        ("2026-02-10", "2025-01-09", []),
        ("2026-02-10", "2025-01-10", ["open"]),
    ],
)
def test_a_deadline_is_due_as_long_as_it_may_be_now(
    deadline: str | None, date: str, places: list[str]
) -> None:
    """Overdue is what is surely past; what is promised later is not there yet."""
    given = None if deadline is None else PartialDate.parse(deadline)
    assert standing(dossier(deadline=given), date) == places


def test_a_date_may_be_a_day_or_a_text() -> None:
    """And nothing else."""
    one = dossier(deadline=PartialDate(2026))
    for date in ("2026-06-01", dt.date(2026, 6, 1), PartialDate(2026, 6, 1)):
        found = one.follow_up(date)
        assert found.day == dt.date(2026, 6, 1)
        assert len(found.due) == 1
    with pytest.raises(ValidationError):
        one.follow_up("June 2026")


@pytest.mark.parametrize(
    ("assessments", "date", "places"),
    [
        ([judged(1)], "2025-02", ["kept"]),
        ([judged(-1)], "2025-02", ["failed"]),
        ([judged(0)], "2025-02", ["open", "underway"]),
        ([judged(1, "2026")], "2025-12-31", ["open"]),
        ([judged(1, "2026")], "2026-06", ["open"]),
        ([judged(1, "2026")], "2026-12-31", ["kept"]),
        ([judged(0, "2026"), judged(1, "2027")], "2026", ["open", "underway"]),
        ([judged(0, "2026"), judged(1, "2027")], "2027", ["kept"]),
        ([judged(1, "2026"), judged(-1)], "2027", ["kept"]),
        ([judged(1, "2026"), judged(-1, "2026", assessor="B")], "2027", ["failed"]),
        ([judged(1, None, "JPN")], "2027", ["open", "underway"]),
        ([judged(1, None, "JPN"), judged(1, None, "MYS")], "2027", ["kept"]),
        ([judged(1, None, "JPN"), judged(-1, None, "MYS")], "2027", ["open", "underway"]),
        ([judged(1, None, "JPN"), judged(1)], "2027", ["kept"]),
        ([judged(-1, None, "JPN"), judged(-1)], "2027", ["failed"]),
    ],
)
def test_the_latest_assessment_stands(
    assessments: list[Assessment], date: str, places: list[str]
) -> None:
    """Up to the day; of several on one date the lowest; an actor's own before the common one."""
    assert standing(dossier(*assessments), date) == places


@PATIENT
@given(drawn.dossiers(), st.dates(dt.date(2014, 1, 1), dt.date(2027, 1, 1)))
def test_every_commitment_stands_in_one_place(one: Dossier, date: dt.date) -> None:
    """Kept, failed and open share out what was promised by then; due and overdue are open."""
    found = one.follow_up(date)
    ids = [x.id for part in (found.kept, found.failed, found.open) for x in part]
    assert len(ids) == len(set(ids))
    known = set()
    for each in one.reports:
        published = each.source.date
        if published is None and each.meeting is not None:
            published = each.meeting.date
        if published is None or published.earliest <= date:
            known |= {made.id for made in each.commitments}
    assert set(ids) == known
    assert not set(found.due) & set(found.overdue)
    assert set(found.due) | set(found.overdue) | set(found.underway) <= set(found.open)


def test_compliance_is_the_mean_score() -> None:
    """Of the scores that stand; per cent as the Groups print it."""
    assert dossier().compliance() == Compliance(
        commitments=1, assessed=0, kept=0, partial=0, failed=0
    )
    assert dossier().compliance().mean is None
    assert dossier().compliance().per_cent is None
    assert str(dossier().compliance()) == "not assessed (1 commitment)"
    for score, per_cent in ((-1, 0), (0, 50), (1, 100)):
        found = dossier(judged(score)).compliance()
        assert (found.mean, found.per_cent, found.scores) == (score, per_cent, 1)
    found = dossier(judged(1, None, "JPN"), judged(0, None, "MYS")).compliance()
    assert (found.mean, found.per_cent, found.assessed) == (0.5, 75, 1)
    assert str(found) == "+0.50 (75 %, 2 scores)"


def test_a_table_of_commitments_by_members() -> None:
    """As the Groups' tables have it: the mean of a member, and of all scores."""
    made = [commitment("All will act.", "JPN", "MYS", "USA", id=f"c-{n}") for n in range(3)]
    table = {"JPN": (1, 1, 0), "MYS": (-1, 0, 0), "USA": (1, 1, 1)}
    scores = [
        judged(score, None, code, id=f"c-{n}")
        for code, row in table.items()
        for n, score in enumerate(row)
    ]
    one = Dossier([report("x", commitments=made)], assessments=scores)
    by_country = one.compliance_by("country")
    assert {code: found.mean for code, found in by_country.items()} == {
        code: sum(row) / 3 for code, row in table.items()
    }
    whole = one.compliance()
    assert (whole.kept, whole.partial, whole.failed) == (5, 3, 1)
    assert whole.mean == pytest.approx(4 / 9)
    assert whole.per_cent == pytest.approx((4 / 9 + 1) / 2 * 100)


def test_a_common_score_is_that_of_each_actor() -> None:
    """By country it counts for each, in all once."""
    one = dossier(judged(1))
    assert {code: found.mean for code, found in one.compliance_by("country").items()} == {
        "JPN": 1,
        "MYS": 1,
    }
    assert one.compliance().scores == 1
    mixed = dossier(judged(1), judged(-1, None, "MYS"))
    assert mixed.compliance_by("party")["MYS"].mean == -1
    assert mixed.compliance_by("party")["JPN"].mean == 1
    assert mixed.compliance().scores == 2


def test_compliance_at_a_date() -> None:
    """What was judged later does not count yet."""
    one = dossier(judged(-1, "2026"), judged(1, "2028"))
    assert one.compliance(at="2025").mean is None
    assert one.compliance(at="2027").mean == -1
    assert one.compliance().mean == 1
    assert one.compliance_by("country", at="2027")["JPN"].failed == 1


def test_compliance_by_key() -> None:
    """Domains, tops, forces and partnerships, in the order of the alphabet."""
    pair = codes_of("JPN", "MYS")
    made = [
        commitment("Both will patrol.", "JPN", "MYS", id="c-1",
                   domains=(Domain.of("security.maritime"), Domain.of("energy"))),
        commitment("Japan will pay.", "JPN", id="c-2", addressees=codes_of("MYS"),
                   domains=(Domain.of("security.cyber"), Domain.of("security")),
                   force=Force.INTENT),
        commitment("Others will act.", "USA", id="c-3"),
    ]  # fmt: skip
    scores = [judged(1), judged(-1, id="c-2"), judged(0, id="c-3")]
    level = PartnershipLevel("alliance")
    one = Dossier(
        [report("x", commitments=made, partnerships=[Partnership(pair, level)])],
        assessments=scores,
    )

    def means(key: Untyped) -> dict[str, float | None]:
        return {name: found.mean for name, found in one.compliance_by(key).items()}

    assert means("top") == {"energy": 1, "security": 0}
    assert list(means("top")) == ["energy", "security"]
    assert means("domain")["security.cyber"] == -1
    assert means("force") == {"intent": -1, "pledge": 0.5}
    assert means("partnership") == {"JPN–MYS": 0}
    assert means("party") == {"JPN": 0, "MYS": 1, "USA": 0}
    with pytest.raises(UnknownNameError, match="no key is called 'colour'") as caught:
        means("colour")
    assert "partnership" in caught.value.nearest


@PATIENT
@given(drawn.dossiers(), st.sampled_from(["domain", "top", "force"]))
def test_counts_add_up(one: Dossier, key: Untyped) -> None:
    """Scores behind a mean are those that there are, and the mean is theirs."""
    whole = one.compliance()
    assert whole.commitments == len(one.commitments)
    assert whole.assessed <= len({x.commitment_id for x in one.assessments})
    for found in (whole, *one.compliance_by(key).values()):
        assert found.scores == found.kept + found.partial + found.failed
        assert found.assessed <= found.commitments
        if found.mean is not None and found.per_cent is not None:
            total = found.kept - found.failed
            assert found.mean * found.scores == pytest.approx(total)
            assert 0 <= found.per_cent <= 100
    counted = one.commitments.count_by(key)
    counted.pop("", None)
    assert {name: x.commitments for name, x in one.compliance_by(key).items()} == counted


@PATIENT
@given(drawn.dossiers())
def test_each_actor_is_counted(one: Dossier) -> None:
    """By party, every actor of every commitment is."""
    by_party = one.compliance_by("party")
    everybody: list[Commitment] = list(one.commitments)
    for code, found in by_party.items():
        assert found.commitments == sum(code in [x.code for x in made.actors] for made in everybody)
