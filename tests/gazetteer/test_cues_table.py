"""Every cue fires on its example and holds still on its counterexample."""

from __future__ import annotations

import pytest

import bilateral
from bilateral.gazetteer import tables
from bilateral.model.commitments import Force

ROWS = tables.cues()
CLASSES = {
    "announce",
    "appear",
    "carry",
    "commit",
    "give",
    "instruct",
    "modal",
    "noun",
    "plan",
    "progress",
    "reached",
    "reported",
    "request",
    "seal",
    "state",
    "support",
    "voice",
    "wish",
}


def name(row: tables.Row) -> str:
    """Name a row in the test's report."""
    return f"{row['class']}-{row['forms'].partition('|')[0]}"


def test_the_classes_are_those_of_the_grammar() -> None:
    """A class that the grammar does not know would never fire."""
    assert {row["class"] for row in ROWS} == CLASSES


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_a_row_is_well_formed(row: tables.Row) -> None:
    """Forms are lower case and unique in their class; force and mark are of the closed lists."""
    forms = row["forms"].split("|")
    assert all(form == form.lower().strip() and form for form in forms)
    assert len(set(forms)) == len(forms)
    assert row["continues"] in ("", "yes")
    assert row["force"] in ("", *[force.value for force in Force])
    assert (row["force"] == "") == (row["class"] == "voice")


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_the_example_fires(row: tables.Row) -> None:
    """The example yields a commitment by this very cue, with its force and mark."""
    forms = row["forms"].split("|")
    text = row["example"]
    found = []
    for commitment in bilateral.read(text).commitments:
        assert commitment.trace is not None
        words = {e.span.of(text).lower() for e in commitment.trace.evidence if e.span is not None}
        # a voice carries the noun behind it, which is the cue
        if row["class"] == "voice" or words & set(forms):
            found.append(commitment)
    assert found, row["example"]
    if row["force"]:
        assert row["force"] in {c.force.value for c in found}
    if row["continues"]:
        assert any(c.reaffirmed for c in found)


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_the_counterexample_holds_still(row: tables.Row) -> None:
    """The counterexample has a form of the cue, or a word like it, and yields nothing."""
    report = bilateral.read(row["counterexample"])
    assert [str(c) for c in report.commitments] == []
