"""What changed between two reports or dossiers, field by field."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossier import drawn
from tests.dossier.drawn import PATIENT, Untyped, commitment, report

from bilateral import (
    Assessment,
    Commitments,
    Dossier,
    Force,
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
    ValidationError,
    diff,
)


def told(old: object, new: object) -> list[str]:
    """Return the changes as verdict and path."""
    return [f"{change.verdict} {change.path}" for change in diff(old, new)]


either = st.one_of(
    st.tuples(drawn.reports(), drawn.reports()),
    st.tuples(drawn.dossiers(), drawn.dossiers()),
)


@PATIENT
@given(drawn.reports() | drawn.dossiers())
def test_nothing_changed(record: Report | Dossier) -> None:
    """A record does not differ from itself, however it was found."""
    assert diff(record, record) == ()


@PATIENT
@given(either)
def test_what_is_not_equal_differs(pair: tuple[Untyped, Untyped]) -> None:
    """There is a change if and only if the two are not equal."""
    old, new = pair
    assert (diff(old, new) == ()) == (old == new)


@PATIENT
@given(either)
def test_the_way_back_undoes_the_way(pair: tuple[Untyped, Untyped]) -> None:
    """What was added is removed and what was changed is changed back."""
    turn = {"added": "removed", "removed": "added", "changed": "changed", "moved": "moved"}
    there, back = diff(*pair), diff(*pair[::-1])
    records = [x for x in there if x.verdict in {"added", "removed"}]
    undone = [x for x in back if x.verdict in {"added", "removed"}]
    assert sorted((turn[x.verdict], str(x.old or x.new)) for x in records) == sorted(
        (x.verdict, str(x.old or x.new)) for x in undone
    )
    for change in (x for x in there if x.verdict == "changed"):
        assert change.old != change.new


@PATIENT
@given(drawn.reports(), st.data())
def test_a_changed_field_is_found(one: Report, data: st.DataObject) -> None:
    """Whatever is changed in a commitment is the only change."""
    if not one.commitments:
        return
    number = data.draw(st.integers(0, len(one.commitments) - 1))
    old = one.commitments[number]
    new = attrs.evolve(old, reaffirmed=not old.reaffirmed, id=old.id)
    held = [new if x is old else x for x in one.commitments]
    (change,) = diff(one, attrs.evolve(one, commitments=Commitments(held)))
    assert change.path == f"commitments[{old.id}].reaffirmed"
    assert (change.old, change.new) == (old.reaffirmed, new.reaffirmed)


def test_every_kind_of_change_in_a_report() -> None:
    """Fields of the source and the meeting, and of each kind of record."""
    alliance, golden = PartnershipLevel("alliance"), PartnershipLevel("golden")
    pair = (drawn.JAPAN, drawn.MALAYSIA)
    old = report(
        "x",
        title="Readout",
        meeting=Meeting(kind="call"),
        commitments=[commitment("A.", id="c-1"), commitment("B.", id="c-2")],
        leaders=[Leader("Anwar"), Leader("Joe Biden", office="president")],
        issues=[Issue("unrest", id="i-1")],
        partnerships=[Partnership(pair, alliance)],
    )
    new = report(
        "x",
        title="Joint Statement",
        meeting=Meeting(kind="summit"),
        commitments=[
            commitment("A.", id="c-1", force=Force.INTENT, trace=Trace("a.rule")),
            commitment("C.", id="c-3"),
        ],
        leaders=[Leader("Joe Biden", office="vice president")],
        issues=[Issue("unrest", id="i-1", parties=(drawn.USA,))],
        partnerships=[Partnership(pair[::-1], golden, since=PartialDate(2024))],
    )
    assert told(old, new) == [
        "changed source.title",
        "changed meeting.kind",
        "removed leaders[Anwar]",
        "changed leaders[Joe Biden].office",
        "changed partnerships[JPN–MYS].level",
        "changed partnerships[JPN–MYS].since",
        "removed commitments[c-2]",
        "changed commitments[c-1].force",
        "added commitments[c-3]",
        "changed issues[i-1].parties",
    ]
    assert told(attrs.evolve(old, meeting=None), new)[1] == "added meeting"
    assert told(old, attrs.evolve(new, meeting=None))[1] == "removed meeting"


def test_a_change_prints_what_was_and_is() -> None:
    """Short, whatever the length."""
    changes = diff(report("x" * 999, title="A"), report("y", title="B"))
    assert [str(change).partition("…")[0][:60] for change in changes] == [
        "source.text: " + repr("x" * 99)[:47],
        "source.title: 'A' → 'B'",
    ]
    (added,) = diff(Commitments(), Commitments([commitment("A.", id="c-1")]))
    assert str(added) == "[c-1] added: 'A.'"


def test_a_text_that_moved_is_the_same_commitment() -> None:
    """Whose id changes with its place is found by its words, else by its words and actors."""
    old = report("Japan will act.", commitments=[commitment("Japan will act.", span=Span(0, 15))])
    new = report(
        "So: Japan will act.", commitments=[commitment("Japan will act.", span=Span(4, 19))]
    )
    (name,) = [made.id for made in old.commitments]
    assert told(old, new) == [
        "changed source.text",
        f"changed commitments[{name}].span",
        f"changed commitments[{name}].id",
    ]
    other = report("Japan will act.", commitments=[commitment("Japan will act.", "MYS", id="c-9")])
    assert f"changed commitments[{name}].actors" in told(old, other)


def test_two_of_one_kind_are_not_mixed_up() -> None:
    """Equal records belong together before alike ones do."""
    one, two = Leader("Anwar", office="minister"), Leader("Anwar", office="president")
    old = report("x", leaders=[one, two])
    assert told(old, report("x", leaders=[two])) == ["removed leaders[Anwar]"]
    assert told(old, report("x", leaders=[two, one])) == ["moved leaders"]


def test_the_order_of_records_is_told() -> None:
    """Where nothing else has changed, and where something has."""
    a, b, c = (commitment(x, id=f"c-{x}") for x in "abc")
    old = Commitments([a, b, c])
    assert told(old, Commitments([c, a, b])) == ["moved "]
    assert told(old, Commitments([b, a])) == ["removed [c-c]", "moved "]
    assert told(old, Commitments([a, c])) == ["removed [c-b]"]


def test_headings_are_compared_one_by_one() -> None:
    """A heading that is new is added, not a change of all."""
    first, second = Section(title="Trade"), Section(title="Security", number="II.")
    old = Report(Source("x", sections=(first,)))
    new = Report(Source("x", sections=(attrs.evolve(first, number="I."), second)))
    assert told(old, new) == [
        "changed source.sections[Trade].number",
        "added source.sections[Security]",
    ]
    assert told(Report(Source("x")), old) == ["added source.sections[Trade]"]


def test_a_dossier_that_grew() -> None:
    """Reports are added; merged persons and partnerships change; assessments come."""
    pair = (drawn.JAPAN, drawn.MALAYSIA)
    one = report(
        "a", date="2015", title="First", commitments=[commitment("A.", id="c-1")],
        leaders=[Leader("Anwar Ibrahim", office="minister", party=drawn.MALAYSIA)],
        partnerships=[Partnership(pair, PartnershipLevel("strategic partnership"))],
    )  # fmt: skip
    two = report(
        "b", date="2024", leaders=[Leader("Anwar Ibrahim", office="president", party=drawn.MALAYSIA)],
        partnerships=[Partnership(pair, PartnershipLevel("alliance"))],
    )  # fmt: skip
    old, new = Dossier([one]), Dossier([one, two], assessments=[Assessment("c-1", 1)])
    assert told(old, new) == [
        f"added reports[{two.source.sha256[:12]}]",
        "added assessments[c-1]",
        "changed leaders[Anwar Ibrahim].office",
        "changed partnerships[JPN–MYS].level",
        "changed partnerships[JPN–MYS].history",
    ]
    corrected = attrs.evolve(one, commitments=Commitments([commitment("A.", "MYS", id="c-1")]))
    assert told(old, Dossier([corrected])) == ["changed reports[First].commitments[c-1].actors"]
    judged = new.assess(Assessment("c-1", 0, date=PartialDate(2026)))
    assert told(new, judged) == ["added assessments[c-1]"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (report("x"), Dossier()),
        (1, 1),
        (report("x"), None),
        ("x", "x"),
        (Force.PLEDGE, Force.INTENT),
    ],
)
def test_only_records_of_one_class_can_be_compared(old: object, new: object) -> None:
    """The error names the class that is wanted."""
    with pytest.raises(
        ValidationError, match="must be a record or a collection of the class of old"
    ):
        diff(old, new)
