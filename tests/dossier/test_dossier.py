"""Many reports as one: merging loses nothing and does not depend on any order."""

from __future__ import annotations

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossier import drawn
from tests.dossier.drawn import PATIENT, Untyped, commitment, report

from bilateral import (
    Assessment,
    Assessments,
    CountError,
    Dossier,
    Issue,
    Leader,
    Meeting,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Report,
    Section,
    Source,
    Span,
    Trace,
    UnknownNameError,
    ValidationError,
    dumps,
    samples,
)
from bilateral.dossier.order import content

VIEWS = (
    *("sources", "commitments", "issues", "careers", "leaders", "partnerships", "meetings"),
    *("parties", "links"),
)


def views(dossier: Dossier) -> dict[str, object]:
    """Return all that a dossier says."""
    return {name: getattr(dossier, name) for name in VIEWS} | {"timeline": dossier.timeline()}


@PATIENT
@given(drawn.dossiers(), drawn.dossiers(), drawn.dossiers())
def test_merging_is_that_of_sets(a: Dossier, b: Dossier, c: Dossier) -> None:
    """It is associative, commutative and idempotent; nothing merged with a dossier is the dossier."""
    assert (a | b) | c == a | (b | c)
    assert a | b == b | a
    assert a | a == a
    assert a | Dossier() == a
    assert a | b | a == a | b


@PATIENT
@given(st.data())
def test_the_order_of_reports_does_not_matter(data: st.DataObject) -> None:
    """Reports in any order and number give the same dossier, which says the same in all its views."""
    reports = data.draw(drawn.several())
    one = Dossier(reports)
    again = data.draw(st.lists(st.sampled_from(reports), max_size=3)) if reports else []
    two = Dossier(data.draw(st.permutations([*reports, *again])))
    assert one == two
    assert hash(one) == hash(two)
    assert views(one) == views(two)
    assert dumps(one) == dumps(two)


@PATIENT
@given(drawn.dossiers())
def test_no_source_is_lost(dossier: Dossier) -> None:
    """Every record of every report is in an entry, and each entry leads back to the report."""
    assert set(dossier.sources) == {one.source for one in dossier.reports}
    for one in dossier.reports:
        for made in (*one.commitments, *one.issues):
            assert one in dossier.reports_on(made)
            assert one in dossier.reports_on(made.id)
        for partnership in one.partnerships:
            assert one in dossier.reports_on(partnership)
        for leader in one.leaders:
            career = dossier.career(leader)
            assert one.source.sha256 in career.sources
            assert leader.name in career.names
            assert one in dossier.reports_on(career.leader)
        if one.meeting is not None:
            assert one.meeting in dossier.meetings
            assert one in dossier.reports_on(one.meeting)


@PATIENT
@given(drawn.dossiers(), drawn.dossiers())
def test_merging_loses_nothing(a: Dossier, b: Dossier) -> None:
    """What is in either is in both together."""
    both = a | b
    assert set(both.reports) == {*a.reports, *b.reports}
    assert set(both.assessments) == {*a.assessments, *b.assessments}
    ids = [made.id for made in both.commitments]
    assert len(ids) == len(set(ids))
    assert set(ids) == {made.id for made in (*a.commitments, *b.commitments)}


@PATIENT
@given(drawn.dossiers())
def test_a_dossier_is_a_value(dossier: Dossier) -> None:
    """It comes back from pickle, does not change, and is equal to another of the same reports."""
    again = pickle.loads(pickle.dumps(dossier))
    assert again == dossier
    assert views(again) == views(dossier)
    assert Dossier(dossier.reports, assessments=dossier.assessments) == dossier
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        dossier.reports = ()  # type: ignore[misc]


def test_of_two_equal_reports_it_does_not_matter_which_came_first() -> None:
    """How records were found does not count when reports are compared; still one is chosen."""
    one, two = [
        report("x", commitments=[commitment(trace=Trace(rule))]) for rule in ("a.rule", "b.rule")
    ]
    assert one == two
    first, second = Dossier([one, two]), Dossier([two, one])
    assert dumps(first) == dumps(second)
    assert first.explain(first.commitments[0]).rule == "a.rule"


def test_content_tells_apart_what_equality_does_not() -> None:
    """It has everything in it."""
    assert content(commitment(trace=Trace("a.rule"))) != content(commitment())


def test_reports_come_by_date() -> None:
    """The date of publication counts, else that of the meeting; without any, a report is last."""
    late, early, met, undated = (
        report("a", date="2025-01-10"),
        report("b", date="2024"),
        report("c", meeting=Meeting(date=PartialDate(2024, 6))),
        report("d"),
    )
    assert Dossier([undated, late, met, early]).reports == (early, met, late, undated)


def test_a_commitment_of_two_copies_of_a_text_is_one() -> None:
    """The same statement from two governments promises nothing twice; both sources stay."""
    here, there = (
        report("Both will act.", url=url, commitments=[commitment(id="c-1")]) for url in ("a", "b")
    )
    dossier = Dossier([here, there])
    assert len(dossier.commitments) == 1
    assert len(dossier.sources) == 2
    assert dossier.reports_on("c-1") == (here, there)
    assert dossier.links == ()


def test_the_queries_are_those_of_a_report() -> None:
    """Collections chain, and know the headings of every report."""
    section = Section(title="Trade", span=Span(0, 5))
    one = Report(Source("Trade\nAct.", sections=(section,)))
    dossier = Dossier([one, samples.report("readout"), samples.report("joint-statement")])
    assert len(dossier.commitments.by_section("Trade")) == 0
    whole = [made for report in dossier.reports for made in report.commitments.by_force("pledge")]
    assert list(dossier.commitments.by_force("pledge")) == whole
    assert len(whole) > 3


def test_repr_counts() -> None:
    """It says how much there is."""
    one = report("x", commitments=[commitment()])
    assert repr(Dossier([one])) == "Dossier(1 report, 1 commitment, 0 assessments)"
    assert repr(Dossier()) == "Dossier(0 reports, 0 commitments, 0 assessments)"


@pytest.mark.parametrize("reports", [None, 3, "text", report("x")])
def test_what_is_no_iterable_of_reports_is_refused(reports: Untyped) -> None:
    """The error names the field."""
    with pytest.raises(ValidationError, match="reports: must be a tuple of Report"):
        Dossier(reports)


def test_wrong_items_are_refused_by_their_index() -> None:
    """All at once, reports and assessments."""
    with pytest.raises(ValidationError) as caught:
        Dossier([report("x"), 3, None])  # type: ignore[list-item]
    assert [fault.path for fault in caught.value.faults] == ["reports[1]", "reports[2]"]
    with pytest.raises(ValidationError, match=r"\[0\]: must be an Assessment"):
        Dossier([], assessments=[3])  # type: ignore[list-item]
    with pytest.raises(ValidationError, match=r"reports\[1\]: must be a Report"):
        Dossier([report("x")]).add(3)  # type: ignore[arg-type]


def test_an_assessment_needs_its_commitment() -> None:
    """An id that no report has is refused: a slip of the pen must not vanish."""
    dossier = Dossier([report("x", commitments=[commitment(id="c-1")])])
    good, bad = Assessment("c-1", 1), Assessment("c-2", 1)
    with pytest.raises(ValidationError, match=r"assessments\[1\]\.commitment_id: must be the id"):
        dossier.assess(good, bad)
    assert dossier.assess(good).assessments == Assessments([good])
    assert dossier.assess(good, good) == dossier.assess(good)


def test_add_is_idempotent() -> None:
    """A report that is there changes nothing."""
    one, two = report("x"), report("y")
    assert Dossier([one]).add(two, one) == Dossier([one, two])


def test_only_dossiers_merge() -> None:
    """Anything else is a TypeError."""
    with pytest.raises(TypeError):
        Dossier() | report("x")  # type: ignore[operator]


def test_what_no_report_has_is_not_found() -> None:
    """An id is told with the nearest, a record with its class."""
    dossier = Dossier([report("x", commitments=[commitment(id="c-123")])])
    with pytest.raises(UnknownNameError, match="the nearest: c-123"):
        dossier.reports_on("c-124")
    with pytest.raises(UnknownNameError, match="no leader of this dossier"):
        dossier.reports_on(Leader("Nobody"))
    with pytest.raises(UnknownNameError):
        dossier.explain("c-124")
    with pytest.raises(UnknownNameError):
        dossier.thread("c-124")


def test_commitments_of_a_person_in_all_reports() -> None:
    """A person is found under every name, in every text, by place."""
    reports = []
    for date, name in (("2024", "Anwar Ibrahim"), ("2025", "Anwar")):
        words = f"{name} will act."
        place = Span(0, len(name))
        leader = Leader(
            name, party=drawn.MALAYSIA, office="prime minister", span=place, mentions=(place,)
        )
        made = commitment(words, "MYS", span=Span(0, len(words)))
        other = commitment("Others will act.", "USA")
        reports.append(report(words, date=date, leaders=[leader], commitments=[made, other]))
    dossier = Dossier(reports)
    assert [made.text for made in dossier.by_leader("anwar")] == [
        "Anwar Ibrahim will act.",
        "Anwar will act.",
    ]
    assert dossier.by_leader(dossier.leaders[0]) == dossier.by_leader(reports[1].leaders[0])
    with pytest.raises(UnknownNameError):
        dossier.by_leader("Mahathir")
    with pytest.raises(UnknownNameError):
        dossier.career(Leader("Mahathir"))


def test_a_name_of_two_persons_is_not_guessed() -> None:
    """Whoever asks must say which."""
    both = [Leader("George W. Bush"), Leader("George H. W. Bush")]
    dossier = Dossier([report("x", leaders=both)])
    with pytest.raises(CountError):
        dossier.career("Bush")


def test_parties_are_those_of_all_reports() -> None:
    """Who met comes first, each once."""
    one = report("x", date="2024", meeting=Meeting(parties=(drawn.JAPAN, drawn.MALAYSIA)))
    two = report("y", date="2025", commitments=[commitment("x", "USA", "JPN")])
    assert [party.code for party in Dossier([two, one]).parties] == ["JPN", "MYS", "USA"]


def test_issues_are_those_of_all_reports() -> None:
    """One for each id."""
    reports = [report(text, issues=[Issue("unrest", id="i-1")]) for text in "ab"]
    assert [issue.name for issue in Dossier(reports).issues] == ["unrest"]


def test_partnerships_lead_back_to_their_reports() -> None:
    """Whatever the order of the parties, and whatever the level."""
    pair = (drawn.JAPAN, drawn.MALAYSIA)
    alliance, golden = PartnershipLevel("alliance"), PartnershipLevel("golden")
    one = report("a", date="2024", partnerships=[Partnership(pair, alliance)])
    two = report("b", date="2025", partnerships=[Partnership(pair[::-1], golden)])
    dossier = Dossier([one, two])
    assert dossier.reports_on(dossier.partnerships.one()) == (one, two)
