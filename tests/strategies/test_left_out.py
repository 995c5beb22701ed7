"""What the grammar of `report_texts` leaves out for now, because the package's own reader gets it wrong.

Each is a construction of real texts.  When the reader has learnt one, its test fails for passing: put the
construction into the tables of the grammar then.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

import bilateral
from bilateral import Report

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
