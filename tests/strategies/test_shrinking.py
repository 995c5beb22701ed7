"""What Hypothesis shows of a failing test: the plainest value that fails it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st

from bilateral import Commitment, Force, PartialDate, strategies

#: A value that a test passes against the annotations, on purpose.
Untyped = Any

#: Explaining draws some hundred values more, and changes nothing that is tested here.
plainly = settings(max_examples=2000, phases=[Phase.generate, Phase.shrink], database=None)


def plainest(strategy: st.SearchStrategy[Untyped], condition: Untyped = bool) -> Untyped:
    """Return the value that is shown for a condition."""
    return find(strategy, condition, settings=plainly)


def test_a_commitment() -> None:
    """One actor, one domain, the shortest text, and nothing else, as Hypothesis is by default."""
    made = find(st.from_type(Commitment), lambda made: made.text)
    assert (made.text, len(made.actors), len(made.domains)) == ("0", 1, 1)
    assert made.force is Force.PLEDGE
    assert not made.reaffirmed
    bare = (made.addressees, made.deadline, made.amounts, made.section, made.span, made.trace)
    assert bare == ((), None, (), None, None, None)


@pytest.mark.parametrize(
    ("condition", "differs"),
    [
        (lambda made: made.force is Force.REQUEST, "force"),
        (lambda made: made.reaffirmed, "reaffirmed"),
        (lambda made: len(made.actors) == 2, "actors"),
        (lambda made: len(made.domains) == 2, "domains"),
        (lambda made: not made.domains, "domains"),
        (lambda made: made.deadline is not None, "deadline"),
        (lambda made: made.addressees, "addressees"),
        (lambda made: made.amounts, "amounts"),
        (lambda made: made.section is not None, "section"),
        (lambda made: len(made.text) > 3, "text"),
    ],
)
def test_only_what_matters_differs(condition: Untyped, differs: str) -> None:
    """A commitment that fails for one field is the plainest in every other."""
    from attrs import fields

    usual, made = plainest(strategies.commitments()), plainest(strategies.commitments(), condition)
    names = [field.name for field in fields(Commitment) if field.name != "id"]
    assert [name for name in names if getattr(usual, name) != getattr(made, name)] == [differs]


def test_dates() -> None:
    """A year before a month before a day, and near 2000 or the bound that is next to it."""
    dates = strategies.partial_dates
    assert plainest(dates(), lambda date: date.year > 2031) == PartialDate(2032)
    assert plainest(dates(), lambda date: date.month is not None) == PartialDate(2000, 1)
    assert plainest(dates(), lambda date: date.day is not None) == PartialDate(2000, 1, 1)
    assert plainest(dates(max_value="1990")) == PartialDate(1990)
    assert plainest(dates(min_value="2026-05-07")) == PartialDate(2027)


@pytest.mark.parametrize(
    ("condition", "counts"),
    [
        (lambda report: report.source.text == "", (0, 0, 0, 0)),
        (lambda report: report.commitments, (0, 0, 1, 0)),
        (lambda report: report.issues, (0, 0, 0, 1)),
        (lambda report: report.leaders and report.partnerships, (1, 1, 0, 0)),
        (lambda report: len(report.commitments) == 2, (0, 0, 2, 0)),
    ],
)
def test_reports(condition: Untyped, counts: tuple[int, ...]) -> None:
    """A report holds no record that the failure does not need, and is of two parties."""
    report = plainest(strategies.reports(), condition)
    held = (report.leaders, report.partnerships, report.commitments, report.issues)
    assert tuple(map(len, held)) == counts
    assert report.meeting is None
    source = report.source
    assert (source.title, source.date, source.sections) == (None, None, ())
    assert set(source.text.split()) <= {"0", "cooperative", "partnership"}


def test_a_deadline_keeps_its_distance() -> None:
    """A failure that needs a deadline a year away gets a near one, of a report near 2000.

    Which month the report is of depends on the order in which the shrinker happens to try.
    """
    report = plainest(
        strategies.reports(dates=strategies.partial_dates(precisions=["day"])),
        lambda report: any(
            promise.deadline is not None and promise.deadline.year > report.source.date.year
            for promise in report.commitments
        ),
    )
    assert report.source.date.year == 2000
    assert report.commitments.one().deadline.year == 2001
