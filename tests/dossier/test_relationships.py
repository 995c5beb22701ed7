"""One partnership for each set of parties, with the history of its levels."""

from __future__ import annotations

import pytest
from hypothesis import given
from tests.dossier import drawn
from tests.dossier.drawn import PATIENT, report

from bilateral import Dossier, Milestone, PartialDate, Partnership, PartnershipLevel, Report
from bilateral.model.parties import codes
from bilateral.query.relations import usual_label

STRATEGIC, COMPREHENSIVE, ALLIANCE = (PartnershipLevel(label) for label in drawn.LEVELS)
PAIR = (drawn.MALAYSIA, drawn.JAPAN)


def named(
    date: str | None, level: PartnershipLevel, *history: Milestone, since: str = ""
) -> Report:
    """Return a report of a date that names a level."""
    made = Partnership(
        PAIR,
        level,
        since=PartialDate.parse(since) if since else None,
        history=history,
    )
    return report(f"{date} {level} {since} {history}", partnerships=[made]) if date is None else (
        report(f"{date} {level} {since} {history}", date=date, partnerships=[made])
    )  # fmt: skip


def told(*reports: Report) -> tuple[str, str | None, list[tuple[str, str | None]]]:
    """Return level, date and history of the one partnership."""
    made = Dossier(reports).partnerships.one()
    steps = [(str(x.level), None if x.date is None else str(x.date)) for x in made.history]
    return str(made.level), None if made.since is None else str(made.since), steps


def test_an_upgrade_makes_history() -> None:
    """The last report has the level; the ones before it are history, in order of time."""
    assert told(
        named("2010", STRATEGIC, since="2006"),
        named("2025-01", COMPREHENSIVE, since="2023-12"),
        named("2001", PartnershipLevel("friendship"), since="1957"),
    ) == (
        "comprehensive strategic partnership",
        "2023-12",
        [("friendship", "1957"), ("strategic partnership", "2006")],
    )


def test_a_history_told_in_one_report_stays() -> None:
    """What a text tells of earlier levels is kept and is not the level of the time."""
    step = Milestone(STRATEGIC, PartialDate(2015))
    assert told(named("2024", COMPREHENSIVE, step, since="2023"), named("2020", STRATEGIC)) == (
        "comprehensive strategic partnership",
        "2023",
        [("strategic partnership", "2015")],
    )


def test_the_more_exact_date_is_given_once() -> None:
    """2023 and 2023-12 are one; 2022 contradicts them, and stays."""
    reports = [named(f"202{n}", COMPREHENSIVE, since=date)
               for n, date in enumerate(["2023", "2023-12", "2022", ""])]  # fmt: skip
    assert told(*reports[:2]) == ("comprehensive strategic partnership", "2023-12", [])
    level = "comprehensive strategic partnership"
    assert told(*reports) == (level, "2022", [(level, "2023-12")])


def test_variants_of_a_label_are_one_level() -> None:
    """The ladder's variants mean the same; the words of the last report are kept."""
    variant = PartnershipLevel("strategic cooperative partnership")
    assert told(named("2010", STRATEGIC, since="2006"), named("2012", variant)) == (
        "strategic cooperative partnership",
        "2006",
        [],
    )


def test_undated_reports_decide_last() -> None:
    """A report without a date is not the latest; among such, date, rank and label decide."""
    assert told(named("2010", STRATEGIC), named(None, ALLIANCE))[0] == "strategic partnership"
    assert told(named(None, STRATEGIC), named(None, ALLIANCE))[0] == "alliance"
    assert told(named(None, STRATEGIC, since="2006"), named(None, ALLIANCE))[0] == (
        "strategic partnership"
    )


def test_sets_of_parties_are_told_apart() -> None:
    """Three partners are not two; the order of parties does not count."""
    three = Partnership((*PAIR, drawn.USA), STRATEGIC)
    turned = Partnership(PAIR[::-1], STRATEGIC)
    dossier = Dossier([report("x", partnerships=[three, turned, Partnership(PAIR, STRATEGIC)])])
    found = [[party.code for party in made.parties] for made in dossier.partnerships]
    assert found == [["JPN", "MYS", "USA"], ["JPN", "MYS"]]


@PATIENT
@given(drawn.several())
def test_every_level_and_date_is_told(reports: list[Report]) -> None:
    """No level of any report is lost, and no date but for a more exact one."""
    dossier = Dossier(reports)
    merged = {codes(made.parties): made for made in dossier.partnerships}
    assert len(merged) == len(dossier.partnerships)
    for one in reports:
        for made in one.partnerships:
            entry = merged[codes(made.parties)]
            steps = [*entry.history, Milestone(entry.level, entry.since)]
            dates = [
                x.date for x in steps if usual_label(str(x.level)) == usual_label(str(made.level))
            ]
            assert dates
            if made.since is not None:
                assert any(date is not None and made.since.covers(date) for date in dates)


@pytest.mark.parametrize("turned", [False, True])
def test_the_first_report_gives_the_order(turned: bool) -> None:  # noqa: FBT001
    """Partnerships stand in the order in which reports name them."""
    one = report("a", date="2020", partnerships=[Partnership(PAIR, STRATEGIC)])
    two = report("b", date="2021", partnerships=[Partnership((drawn.USA, drawn.JAPAN), ALLIANCE)])
    found = Dossier([two, one] if turned else [one, two]).partnerships
    assert [str(made.level) for made in found] == ["strategic partnership", "alliance"]
