"""Reports are whole: places, words, parties, sections, and ids agree with the text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral import Country, Force, PartialDate, Report
from bilateral.strategies import countries, domains, partial_dates, reports


def check_whole(report: Report) -> None:
    """Check that everything in a report has its place in the text and agrees with the rest."""
    text = report.source.text
    about = set()
    if report.meeting is not None:
        assert report.meeting.span is not None
        about = {party.code for party in report.meeting.parties}
        assert 2 <= len(about) <= 4
        assert set(report.meeting.leaders) == set(report.leaders)
        assert report.meeting.date == report.source.date
    named = [*report.commitments, *report.issues, *report.leaders, *report.partnerships]
    for record in named:
        assert record.span is not None
        assert record.span.of(text).strip()
        if report.meeting is not None:
            parties = getattr(record, "parties", None) or [getattr(record, "party", None)]
            assert {party.code for party in parties if party is not None} <= about
    for matter in (*report.commitments, *report.issues):
        assert matter.span is not None
        before = [
            section
            for section in report.sections
            if section.span is not None and section.span.end <= matter.span.start
        ]
        assert matter.section == (before[-1] if before else None)
    for promise in report.commitments:
        assert promise.span is not None
        for amount in promise.amounts:
            assert amount.span is not None
            assert amount.span in promise.span
            assert amount.span.of(text) == str(amount)
        if promise.deadline is not None and report.source.date is not None:
            assert promise.deadline.latest >= report.source.date.earliest
    for section in report.sections:
        assert section.span is not None
        assert section.span.of(text).endswith(section.title)
    ids = [matter.id for matter in (*report.commitments, *report.issues)]
    assert len(set(ids)) == len(ids)
    places = [promise.span for promise in report.commitments if promise.span is not None]
    assert places == sorted(places)


@settings(max_examples=1000, deadline=None)
@given(reports())
def test_reports_are_whole(report: Report) -> None:
    """A thousand of them, and Hypothesis has no complaint about how they are drawn."""
    check_whole(report)


@given(
    reports(
        parties=countries(among=["Peru", "Chile"]),
        force=st.just(Force.REQUEST),
        domains=domains(within="energy"),
        dates=partial_dates(min_value="2026", max_value="2026"),
        min_commitments=1,
        max_commitments=2,
    )
)
def test_reports_are_as_the_arguments_say(report: Report) -> None:
    """Each argument rules what it names."""
    assert 1 <= len(report.commitments) <= 2
    assert set(report.commitments.by_force("request")) == set(report.commitments)
    pair = {Country.of("Peru"), Country.of("Chile")}
    assert set(report.parties) <= pair
    assert {x.name for promise in report.commitments for x in promise.domains} <= {"energy"}
    assert report.source.date is not None
    assert PartialDate(2026).covers(report.source.date)


@settings(deadline=None)
@given(reports(min_commitments=1))
def test_every_record_can_be_explained(report: Report) -> None:
    """The rule that is drawn is told, with words of the text."""
    for record in (*report.commitments, *report.issues, *report.leaders, *report.partnerships):
        told = report.explain(record)
        if told.rule is not None:
            assert told.cue is not None
            assert told.cue in report.source.text
