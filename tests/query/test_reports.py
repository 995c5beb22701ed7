"""Everything read from one source, and what a report refuses to hold."""

from __future__ import annotations

import pickle
from decimal import Decimal

import attrs
import pytest
from tests.query.strategies import Untyped

from bilateral import (
    Amount,
    Commitment,
    Commitments,
    Country,
    Evidence,
    Force,
    Issue,
    Issues,
    Leader,
    Leaders,
    Meeting,
    Organization,
    Partnership,
    PartnershipLevel,
    Partnerships,
    Report,
    Section,
    Source,
    Span,
    Trace,
    UnknownNameError,
    ValidationError,
)
from bilateral.query.records import Records

TEXT = """I. Security

Anwar  Ibrahim and the leaders of ASEAN met.  Japan pledged to
train engineers by 2027.  They discussed overlapping
claims.

II. Next Steps

More will follow.
"""
PROMISE = "Japan pledged to\ntrain engineers by 2027."
JAPAN, MALAYSIA, ASEAN = Country.of("JPN"), Country.of("MYS"), Organization.of("ASEAN")
SECURITY = Section(title="Security", number="I.", span=Span(0, 11))
NEXT = Section(
    title="Next Steps", number="II.", span=Span(TEXT.index("II."), TEXT.index("II.") + 14)
)
OUTSIDE = Span(0, len(TEXT) + 1)


def test_a_place_far_longer_than_the_words_is_refused() -> None:
    """However long it is; white space between the words of a name does not count."""
    text = f"{'x ' * 5000}Anwar{' ' * 900}Ibrahim"
    whole, name = Span(0, len(text)), Span(10_000, len(text))
    Report(Source(text), leaders=Leaders([Leader("Anwar Ibrahim", span=name)]))
    with pytest.raises(ValidationError) as caught:
        Report(
            Source(text),
            leaders=Leaders([Leader("Anwar Ibrahim", span=whole)]),
            commitments=Commitments(
                [Commitment("x x", actors=(JAPAN,), force=Force.PLEDGE, span=whole)]
            ),
        )
    assert [fault.path for fault in caught.value.faults] == [
        "leaders[0].name",
        "commitments[0].text",
    ]
    for fault in caught.value.faults:
        assert "must be the words of the source at its span, 'x x x" in fault.reason
        assert len(fault.reason) < 150


def place(words: str) -> Span:
    """Return where words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


TRACE = Trace(
    "commitment.verb",
    place("pledged to"),
    (Evidence("actors", "the subject", place("Japan")), Evidence("force", "binds")),
)
COMMITMENT = Commitment(
    PROMISE,
    actors=(JAPAN,),
    addressees=(ASEAN,),
    force=Force.PLEDGE,
    section=SECURITY,
    span=place(PROMISE),
    trace=TRACE,
)
ISSUE = Issue("overlapping claims", section=SECURITY, span=place("overlapping\nclaims"))
LEADER = Leader("Anwar Ibrahim", party=MALAYSIA, span=place("Anwar  Ibrahim"))
PARTNERSHIP = Partnership((JAPAN, MALAYSIA), PartnershipLevel("alliance"), span=place("met"))
MEETING = Meeting(kind="summit", parties=(MALAYSIA, JAPAN), span=place("met"))
SOURCE = Source(TEXT, title="Readout", sections=(SECURITY, NEXT))


#: Records that reach to the last character of the text, in every place that they can give.
ALL = Span(0, len(TEXT))
CITING = Trace("rule", ALL, (Evidence("force", "binds"), Evidence("actors", "x", ALL)))
MONEY = Amount(Decimal(1), currency="USD", span=ALL)
FULL: dict[str, Untyped] = {
    "meeting": attrs.evolve(MEETING, span=ALL, trace=CITING),
    "leaders": attrs.evolve(LEADER, mentions=(place("met"), ALL), trace=CITING),
    "partnerships": attrs.evolve(PARTNERSHIP, span=ALL, trace=CITING),
    "commitments": Commitment(
        TEXT,
        actors=(JAPAN,),
        force=Force.PLEDGE,
        span=ALL,
        amounts=(attrs.evolve(MONEY, span=None), MONEY),
        trace=CITING,
    ),
    "issues": attrs.evolve(ISSUE, trace=CITING),
}
KINDS: dict[str, type] = {
    "leaders": Leaders,
    "partnerships": Partnerships,
    "commitments": Commitments,
    "issues": Issues,
}


def full(**other: Untyped) -> dict[str, Untyped]:
    """Return the parts of a report that is sound to its last character, some of them others."""
    parts = {**FULL, **other}
    return {
        name: KINDS[name]([record]) if name in KINDS else record for name, record in parts.items()
    }


def report() -> Report:
    """Make a report with one record of each kind."""
    return Report(
        SOURCE,
        meeting=MEETING,
        leaders=Leaders([LEADER]),
        partnerships=Partnerships([PARTNERSHIP]),
        commitments=Commitments([COMMITMENT]),
        issues=Issues([ISSUE]),
    )


def faults(**parts: Untyped) -> dict[str, str]:
    """Return the path and reason of everything wrong with a report of these parts."""
    with pytest.raises(ValidationError) as caught:
        Report(**{"source": SOURCE, **parts})
    assert caught.value.record == "Report"
    return {fault.path: fault.reason for fault in caught.value.faults}


def test_a_report_holds_what_was_read() -> None:
    """Each field holds what it was given; what was not given is empty."""
    made = report()
    assert made.source is SOURCE
    assert made.meeting == MEETING
    assert (made.leaders[0], made.partnerships[0]) == (LEADER, PARTNERSHIP)
    assert (made.commitments[0], made.issues[0]) == (COMMITMENT, ISSUE)
    bare = Report(SOURCE)
    assert bare.meeting is None
    assert bare == Report(
        SOURCE,
        leaders=Leaders(),
        partnerships=Partnerships(),
        commitments=Commitments(),
        issues=Issues(),
    )


@pytest.mark.parametrize("name", ["meeting", *KINDS])
def test_all_but_the_source_is_given_by_name(name: str) -> None:
    """So that nobody mistakes issues for commitments."""
    make: Untyped = Report
    parts = full()
    value = parts.pop(name)
    with pytest.raises(TypeError):
        make(SOURCE, value, **parts)


def test_a_report_is_a_value() -> None:
    """Reports are equal by value, hashable, immutable, and come back from pickle."""
    made = report()
    assert made == report()
    assert hash(made) == hash(report())
    assert made != attrs.evolve(made, issues=Issues())
    assert pickle.loads(pickle.dumps(made)) == made
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.meeting = None  # type: ignore[misc]


def test_repr_is_short() -> None:
    """The representation gives the title and counts the records."""
    assert repr(report()) == ("Report('Readout', 1 commitment, 1 issue, 1 leader, 1 partnership)")
    assert repr(Report(Source("x"))) == (
        "Report(untitled, 0 commitments, 0 issues, 0 leaders, 0 partnerships)"
    )


def test_parties_are_in_order_of_appearance() -> None:
    """Those who met come first, then whoever promises or is promised something; each once."""
    assert report().parties == (MALAYSIA, JAPAN, ASEAN)
    assert attrs.evolve(report(), meeting=None).parties == (JAPAN, ASEAN)
    assert Report(SOURCE).parties == ()


def test_sections_are_the_headings_of_the_source() -> None:
    """A report's sections are its source's."""
    assert report().sections == (SECURITY, NEXT)


def test_a_section_without_a_record_is_a_right_name() -> None:
    """A heading of the source under which nothing was found gives an empty answer."""
    made = report()
    assert made.commitments.by_section("II.") == Commitments()
    assert made.issues.by_section("next steps") == Issues()
    assert made.commitments.by_section("I") == made.commitments
    with pytest.raises(UnknownNameError) as caught:
        made.commitments.by_section("Nxt Steps")
    assert caught.value.nearest[0] == "Next Steps"


def test_records_made_by_hand_need_no_place() -> None:
    """Without a span the words are the writer's own."""
    by_hand = Commitment("Anything.", actors=(JAPAN,), force=Force.INTENT)
    made = Report(SOURCE, commitments=Commitments([by_hand]), leaders=Leaders([Leader("Who")]))
    assert made.commitments.one() == by_hand


def test_parts_of_the_wrong_type_are_listed_at_once() -> None:
    """A list, another collection and None are no collections, and each is told of."""
    found = faults(
        source="text",
        meeting="summit",
        leaders=[],
        partnerships=None,
        commitments=Issues(),
        issues=(),
    )
    assert found == {
        "source": "must be a Source",
        "meeting": "must be a Meeting or None",
        "leaders": "must be a Leaders collection",
        "partnerships": "must be a Partnerships collection",
        "commitments": "must be a Commitments collection",
        "issues": "must be an Issues collection",
    }


def test_words_must_be_those_of_the_source() -> None:
    """A text, a name of an issue and a name of a leader must stand at their span."""
    found = faults(
        commitments=Commitments([attrs.evolve(COMMITMENT, text=PROMISE.replace("\n", " "), id="")]),
        issues=Issues([attrs.evolve(ISSUE, name="other claims", id="")]),
        leaders=Leaders([attrs.evolve(LEADER, name="Anwar")]),
    )
    assert list(found) == ["leaders[0].name", "commitments[0].text", "issues[0].name"]
    assert all("must be the words of the source at its span" in x for x in found.values())
    assert repr(PROMISE) in found["commitments[0].text"]


def test_places_must_lie_in_the_text() -> None:
    """Every span of every record is checked, and its words are not once it lies outside."""
    stray = Trace("rule", OUTSIDE, (Evidence("force", "binds"), Evidence("actors", "x", OUTSIDE)))
    money = Amount(Decimal(1), currency="USD", span=OUTSIDE)
    found = faults(
        meeting=attrs.evolve(MEETING, span=OUTSIDE),
        leaders=Leaders([attrs.evolve(LEADER, span=OUTSIDE, mentions=(place("met"), OUTSIDE))]),
        partnerships=Partnerships([attrs.evolve(PARTNERSHIP, span=OUTSIDE)]),
        commitments=Commitments(
            [
                attrs.evolve(
                    COMMITMENT,
                    amounts=(attrs.evolve(money, span=None), money),
                    trace=stray,
                    id="",
                ),
                attrs.evolve(COMMITMENT, span=OUTSIDE, trace=Trace("rule"), id=""),
            ]
        ),
        issues=Issues([attrs.evolve(ISSUE, span=OUTSIDE, id="")]),
    )
    assert list(found) == [
        "meeting.span",
        "leaders[0].span",
        "leaders[0].mentions[1]",
        "partnerships[0].span",
        "commitments[0].amounts[1].span",
        "commitments[0].trace.cue",
        "commitments[0].trace.evidence[1].span",
        "commitments[1].span",
        "issues[0].span",
    ]
    assert set(found.values()) == {f"must end within the text, which has {len(TEXT)} characters"}


@pytest.mark.parametrize(
    ("name", "more", "path"),
    [
        ("meeting", {"span": OUTSIDE}, "meeting.span"),
        ("leaders", {"mentions": (OUTSIDE, place("met"))}, "leaders[0].mentions[0]"),
        ("leaders", {"span": OUTSIDE}, "leaders[0].span"),
        ("leaders", {"span": place("met")}, "leaders[0].name"),
        ("leaders", {"name": "Anwar"}, "leaders[0].name"),
        ("partnerships", {"span": OUTSIDE}, "partnerships[0].span"),
        ("commitments", {"span": OUTSIDE}, "commitments[0].span"),
        ("commitments", {"span": Span(1, len(TEXT))}, "commitments[0].text"),
        ("commitments", {"text": f"x{TEXT[1:]}"}, "commitments[0].text"),
        (
            "commitments",
            {"amounts": (attrs.evolve(MONEY, span=OUTSIDE),)},
            "commitments[0].amounts[0].span",
        ),
        ("issues", {"span": OUTSIDE}, "issues[0].span"),
        ("issues", {"name": "claims"}, "issues[0].name"),
        ("issues", {"id": FULL["commitments"].id}, "issues[0].id"),
        *[
            (name, {"trace": attrs.evolve(CITING, cue=OUTSIDE)}, f"{path}.trace.cue")
            for name, path in [("meeting", "meeting"), *[(x, f"{x}[0]") for x in KINDS]]
        ],
        *[
            (
                name,
                {"trace": Trace("rule", None, (Evidence("force", "x", OUTSIDE),))},
                f"{path}.trace.evidence[0].span",
            )
            for name, path in [("meeting", "meeting"), *[(x, f"{x}[0]") for x in KINDS]]
        ],
    ],
)
def test_a_fault_is_told_where_all_else_is_sound(
    name: str, more: dict[str, Untyped], path: str
) -> None:
    """The quick look at a report overlooks nothing that the careful one finds, and adds nothing."""
    assert list(faults(**full(**{name: attrs.evolve(FULL[name], **more)}))) == [path]


@pytest.mark.parametrize("name", ["source", "meeting", *KINDS])
def test_one_part_of_the_wrong_type_is_told(name: str) -> None:
    """One alone, whether it is empty or not."""
    for wrong in ((), "x", Records if name in KINDS else Trace("rule")):
        assert list(faults(**{**full(), name: wrong})) == [name]


@pytest.mark.parametrize("without", ["nothing", "places", "traces", *FULL])
def test_a_sound_report_is_looked_at_once(without: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The careful checks, which take their time, are left alone until something is wrong."""
    monkeypatch.delattr(Report, "_check")
    less = {"places": {"span": None}, "traces": {"trace": None}}.get(without, {})
    parts = full(**{name: attrs.evolve(record, **less) for name, record in FULL.items()})
    made = Report(SOURCE, **{name: part for name, part in parts.items() if name != without})
    assert len(made.commitments) == (without != "commitments")


def test_ids_are_unique_in_a_report() -> None:
    """Two commitments, or a commitment and an issue, with one id are refused."""
    found = faults(
        commitments=Commitments([COMMITMENT, COMMITMENT]),
        issues=Issues([attrs.evolve(ISSUE, id=COMMITMENT.id)]),
    )
    assert found == {
        "commitments[1].id": "must differ from that of commitments[0]",
        "issues[0].id": "must differ from that of commitments[0]",
    }


def test_ids_are_checked_without_a_source() -> None:
    """A wrong source does not hide what else is wrong."""
    found = faults(source=None, commitments=Commitments([COMMITMENT, COMMITMENT]))
    assert list(found) == ["source", "commitments[1].id"]


def test_a_commitment_is_explained() -> None:
    """The rule, what it says, its cue and its grounds come with the words of the source."""
    explanation = report().explain(COMMITMENT)
    assert explanation.record == COMMITMENT
    assert (explanation.rule, explanation.cue) == ("commitment.verb", "pledged to")
    assert [ground.words for ground in explanation.evidence] == ["Japan", None]
    assert str(explanation).splitlines()[1:] == [
        f"  cue: “pledged to” [{TRACE.cue.start}:{TRACE.cue.end}]" if TRACE.cue else "",
        f"  actors: the subject, “Japan” [{COMMITMENT.span.start}:{COMMITMENT.span.start + 5}]"
        if COMMITMENT.span
        else "",
        "  force: binds",
    ]


def test_what_a_rule_says_comes_from_the_table() -> None:
    """A rule that the table lists is told in its words; another is told by its name alone."""
    from bilateral.gazetteer import tables

    row = tables.rules()[0]
    made = attrs.evolve(COMMITMENT, trace=Trace(row["rule"]))
    told = Report(SOURCE, commitments=Commitments([made])).explain(made)
    assert str(told) == f"{row['rule']} — {row['explains']}"
    made = attrs.evolve(COMMITMENT, trace=Trace("my.own"))
    told = Report(SOURCE, commitments=Commitments([made])).explain(made)
    assert (told.explains, told.cue, str(told)) == ("", None, "my.own")


@pytest.mark.parametrize("record", [ISSUE, LEADER, PARTNERSHIP, MEETING])
def test_every_kind_of_record_is_explained(record: Untyped) -> None:
    """Issues, leaders, partnerships and the meeting can be asked about as well."""
    assert str(report().explain(record)) == "made by hand: no rule"


def test_a_record_may_be_given_by_its_id() -> None:
    """The id of a commitment or an issue stands for it."""
    assert report().explain(COMMITMENT.id) == report().explain(COMMITMENT)
    assert report().explain(ISSUE.id).record == ISSUE


def test_an_equal_record_is_explained_by_the_reports_own() -> None:
    """A copy without a trace is as good as the record that has one."""
    bare = attrs.evolve(COMMITMENT, trace=None)
    assert report().explain(bare).rule == "commitment.verb"


def test_of_equal_records_the_very_one_is_explained() -> None:
    """Where two records are equal, the one that was given is told of."""
    one, two = (attrs.evolve(LEADER, trace=Trace(rule)) for rule in ("one", "two"))
    made = Report(SOURCE, leaders=Leaders([one, two]))
    assert [made.explain(x).rule for x in made.leaders] == ["one", "two"]


def test_a_record_of_another_report_is_refused() -> None:
    """What is not in the report cannot be explained by it."""
    with pytest.raises(UnknownNameError) as caught:
        Report(SOURCE).explain(LEADER)
    assert caught.value.kind == "leader of this report"
    assert caught.value.name == "Anwar Ibrahim (Malaysia)"
    with pytest.raises(UnknownNameError) as caught:
        report().explain(COMMITMENT.id[:-1])
    assert caught.value.nearest == (COMMITMENT.id,)
