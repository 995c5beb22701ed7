"""What the grammar of `report_texts` leaves out for now, because the package's own reader gets it wrong.

Each is a construction of real texts.  When the reader has learnt one, its test fails for passing: put the
construction into the tables of the grammar then.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

import bilateral
from bilateral import Report

MET = "President Luz Paz of Peru met President Ana Rey of Chile in Lima."
TALKS = "Peru and Chile held talks in Lima."


def actors(report: Report) -> list[str]:
    """Return who acts in each commitment."""
    return ["+".join([party.code for party in made.actors]) for made in report.commitments]


def fields(report: Report) -> list[str]:
    """Return the domains of the commitments."""
    return [domain.name for made in report.commitments for domain in made.domains]


def matters(report: Report) -> list[str]:
    """Return the names of the issues."""
    return [issue.name for issue in report.issues]


def met(report: Report) -> list[str]:
    """Return the codes of those who met."""
    return [] if report.meeting is None else [party.code for party in report.meeting.parties]


def place(report: Report) -> str | None:
    """Return where they met."""
    return None if report.meeting is None else report.meeting.place


def date(report: Report) -> str:
    """Return when they met."""
    return "" if report.meeting is None else str(report.meeting.date)


def namings(report: Report) -> list[list[str]]:
    """Return the words of every mention of each leader."""
    return [[span.of(report.source.text) for span in x.mentions] for x in report.leaders]


CASES: list[tuple[str, str, Callable[[Report], object], object]] = [
    (
        "lines that are wrapped before a capital are taken for paragraphs",
        "President Luz Paz of Peru met Prime Minister Nils\nBrandvik of Chile in Lima.",
        lambda report: [leader.name for leader in report.leaders],
        ["Luz Paz", "Nils Brandvik"],
    ),
]


@pytest.mark.parametrize(
    ("text", "read", "expected"),
    [
        pytest.param(
            text, read, expected, marks=pytest.mark.xfail(reason=reason, strict=True), id=reason
        )
        for reason, text, read, expected in CASES
    ],
)
def test_left_out(text: str, read: Callable[[Report], object], expected: object) -> None:
    """The record is what the text says."""
    assert read(bilateral.read(text)) == expected
