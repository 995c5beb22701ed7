"""The desk on texts and records that were written by hand."""

from __future__ import annotations

import pytest
from treaty_desk import Entry, agenda, entries, from_row, kept, to_row

import bilateral
from bilateral import (
    Assessment,
    Commitment,
    Commitments,
    Country,
    Force,
    Organization,
    PartialDate,
    Report,
    Source,
    samples,
)

TEXT = """Peru and Chile Plan a Tunnel

2031-04-05

President Luz Paz of Peru met President Ana Rey of Chile in Lima on Friday.

The two leaders agreed to open a tunnel by 2035. Chile will lend Peru $20 million by May 2032.
Paz urged Chile to lower its tariffs by 2033.
"""


def test_entries_of_a_text() -> None:
    """One line a country, the nearest first, and no request among them."""
    report = bilateral.read(TEXT)
    assert [(str(entry.due), entry.owner) for entry in entries(report)] == [
        ("2032-05", "CHL"),
        ("2035", "CHL"),
        ("2035", "PER"),
    ]


def test_an_organization_acts_for_its_members() -> None:
    """Each member owes what it promised."""
    asean = Organization.of("ASEAN")
    promise = Commitment(
        "ASEAN will act.", actors=(asean,), force=Force.PLEDGE, deadline=PartialDate(2030)
    )
    report = Report(Source(promise.text), commitments=Commitments([promise]))
    assert [entry.owner for entry in entries(report)] == sorted(x.code for x in asean.members)
    assert entries(report)[0] == Entry(PartialDate(2030), "BRN", promise.id)


def test_agenda_of_a_sample() -> None:
    """What is due in a year, by domain."""
    found = agenda(samples.report("wire-report").commitments, 2026)
    assert all(promise.deadline is not None for held in found.values() for promise in held)


def test_kept() -> None:
    """The mean of the scores of what was judged."""
    made = bilateral.read(TEXT).commitments
    judged = [Assessment(made[0].id, 1), Assessment(made[1].id, 0), Assessment("c-elsewhere", -1)]
    assert kept(made, judged) == 0.5
    assert kept(made, []) is None


def test_rows() -> None:
    """A row holds codes and numbers, and a wrong one is refused with every fault."""
    promise = bilateral.read(TEXT).commitments.where(lambda promise: promise.amounts).one()
    assert from_row(to_row(promise)).actors[0] == Country.of("Chile")
    with pytest.raises(bilateral.ValidationError, match="must not be empty"):
        from_row((" ", "CHL", "pledge", "", ""))
    with pytest.raises(bilateral.UnknownNameError):
        from_row(("They agreed.", "CHL", "vow", "", ""))
