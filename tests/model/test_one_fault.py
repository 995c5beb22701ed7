"""Each record with one fault alone, which is told, and with none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.model.refusals import Untyped, refused

from bilateral import (
    Amount,
    Assessment,
    Commitment,
    Country,
    Domain,
    Evidence,
    Force,
    Issue,
    Leader,
    Meeting,
    Milestone,
    Organization,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Section,
    Source,
    Span,
    Trace,
)
from bilateral.model import checks

JAPAN = Country("JP", "JPN", "392", "Japan")
MALAYSIA = Country("MY", "MYS", "458", "Malaysia")
ENERGY = Domain("energy", label="Energy")
ALLIANCE = PartnershipLevel("alliance")
SPAN = Span(0, 5)
DAY = PartialDate(2025, 1, 10)
TRACE = Trace("rule", SPAN, (Evidence("force", "binds", SPAN),))
SECTION = Section(title="Trade", number="2.", level=2, parents=("Economy",), span=SPAN)

#: What a field of each kind must not hold, each alone.
TEXTS = (None, 5, b"x", "", " ", "\n")
LABELS = (*TEXTS, " x", "x ", "x\ny", "x  y", "\tx", "x\x85y")
OPTIONAL_LABELS = LABELS[1:]
LOWER = (*OPTIONAL_LABELS, "Summit", "İ")
RECORDS = (5, "x", (0, 5), [SPAN], Force.PLEDGE)
PARTIES = (None, "JPN", [JAPAN], ("JPN",), (JAPAN, "MYS"), (JAPAN, JAPAN), (JAPAN, MALAYSIA, JAPAN))
DOMAINS = (None, "energy", [ENERGY], ("energy",), (ENERGY, JAPAN), (ENERGY, ENERGY))
TUPLES: tuple[Untyped, ...] = (None, "x", [], ("x",), (None,), (JAPAN, "x"))
IDS = (None, 5, " ", " x", "x  y", "x\ny")

#: What says with reasons what is wrong.
CAREFUL = ("kind", "optional", "integer", "text", "label", "optional_label", "boolean", "each")

#: A class, what makes one of it with something in every field, and what each field must not hold.
SOUND: list[tuple[type, dict[str, Untyped], dict[str, tuple[Untyped, ...]]]] = [
    (
        Amount,
        {"value": Decimal(5), "currency": "USD", "unit": None, "span": SPAN},
        {
            "value": (None, 5, 5.0, "5", Decimal("nan"), Decimal("inf"), Decimal("1e1000")),
            "currency": (5, "", "usd", "US", "USDX", "U D", "ÜSD", "US1"),
            "span": RECORDS,
        },
    ),
    (
        Amount,
        {"value": Decimal("-0.5"), "currency": None, "unit": "doses", "span": None},
        {"value": (None, 5, Decimal("-inf"), Decimal("1e-1000")), "unit": OPTIONAL_LABELS},
    ),
    (
        Commitment,
        {
            "text": "Japan will act.",
            "actors": (JAPAN, MALAYSIA),
            "force": Force.PLEDGE,
            "reaffirmed": True,
            "domains": (ENERGY,),
            "addressees": (MALAYSIA,),
            "deadline": DAY,
            "amounts": (Amount(Decimal(1), unit="x"),),
            "section": SECTION,
            "span": SPAN,
            "id": "c-1",
            "trace": TRACE,
        },
        {
            "text": TEXTS,
            "actors": (*PARTIES, ()),
            "force": (None, "pledge", 5),
            "reaffirmed": (None, 0, 1, "no"),
            "domains": DOMAINS,
            "addressees": PARTIES,
            "deadline": RECORDS,
            "amounts": TUPLES,
            "section": RECORDS,
            "span": RECORDS,
            "id": IDS,
            "trace": RECORDS,
        },
    ),
    (
        Issue,
        {
            "name": "unrest",
            "parties": (JAPAN, MALAYSIA),
            "domains": (ENERGY,),
            "section": SECTION,
            "span": SPAN,
            "id": "i-1",
            "trace": TRACE,
        },
        {
            "name": LABELS,
            "parties": PARTIES,
            "domains": DOMAINS,
            "section": RECORDS,
            "span": RECORDS,
            "id": IDS,
            "trace": RECORDS,
        },
    ),
    (PartnershipLevel, {"label": "alliance"}, {"label": (None, *LOWER, "alliancE")}),
    (
        Milestone,
        {"level": ALLIANCE, "date": DAY},
        {"level": (None, "alliance"), "date": RECORDS},
    ),
    (
        Partnership,
        {
            "parties": (JAPAN, MALAYSIA),
            "level": ALLIANCE,
            "since": DAY,
            "history": (Milestone(ALLIANCE),),
            "span": SPAN,
            "trace": TRACE,
        },
        {
            "parties": (*PARTIES, (), (JAPAN,)),
            "level": (None, "alliance"),
            "since": RECORDS,
            "history": TUPLES,
            "span": RECORDS,
            "trace": RECORDS,
        },
    ),
    (
        Leader,
        {
            "name": "Anwar Ibrahim",
            "office": "prime minister",
            "party": MALAYSIA,
            "span": SPAN,
            "mentions": (SPAN,),
            "trace": TRACE,
        },
        {
            "name": LABELS,
            "office": LOWER,
            "party": ("MYS", SPAN, (MALAYSIA,)),
            "span": RECORDS,
            "mentions": TUPLES,
            "trace": RECORDS,
        },
    ),
    (
        Meeting,
        {
            "kind": "summit",
            "date": DAY,
            "place": "Kuala Lumpur",
            "parties": (JAPAN,),
            "leaders": (Leader("Anwar"),),
            "span": SPAN,
            "trace": TRACE,
        },
        {
            "kind": LOWER,
            "date": RECORDS,
            "place": OPTIONAL_LABELS,
            "parties": PARTIES,
            "leaders": TUPLES,
            "span": RECORDS,
            "trace": RECORDS,
        },
    ),
    (
        Evidence,
        {"field": "force", "note": "it binds", "span": SPAN},
        {"field": LABELS, "note": TEXTS, "span": RECORDS},
    ),
    (
        Trace,
        {"rule": "commitment.verb", "cue": SPAN, "evidence": (Evidence("force", "binds"),)},
        {"rule": LABELS, "cue": RECORDS, "evidence": TUPLES},
    ),
    (
        Section,
        {"title": "Trade", "number": "2.", "level": 2, "parents": ("Economy",), "span": SPAN},
        {
            "title": LABELS,
            "number": OPTIONAL_LABELS,
            "level": (None, 0, -1, True, 1, 3, 2.0),
            "span": RECORDS,
        },
    ),
    (
        Source,
        {
            "text": "Trade and more",
            "title": "Readout",
            "date": DAY,
            "publisher": "Ministry",
            "url": "https://example.org",
            "sections": (SECTION,),
        },
        {
            "text": (None, 5, b"x"),
            "title": OPTIONAL_LABELS,
            "date": RECORDS,
            "publisher": OPTIONAL_LABELS,
            "url": OPTIONAL_LABELS,
            "sections": TUPLES,
        },
    ),
    (
        Assessment,
        {
            "commitment_id": "c-1",
            "score": -1,
            "date": DAY,
            "evidence": "a report",
            "assessor": "somebody",
            "party": JAPAN,
        },
        {
            "commitment_id": LABELS,
            "score": (None, -2, 2, True, 1.0, "1"),
            "date": RECORDS,
            "evidence": TEXTS[1:],
            "assessor": OPTIONAL_LABELS,
            "party": ("JPN", SPAN, (JAPAN,)),
        },
    ),
    (
        Domain,
        {"name": "energy.gas", "label": "Gas", "covers": "pipes", "cap": (8,)},
        {
            "name": (None, 5, "", "Energy", "energy.", ".gas", "a.b.c", "energy gas", "1a", "a.1"),
            "label": LABELS,
            "covers": (None, 5),
            "cap": (None, 8, [8], ("8",), (0,), (100,), (8, 0)),
        },
    ),
    (
        Organization,
        {"code": "X-7", "name": "Example", "members": (JAPAN, MALAYSIA)},
        {
            "code": (*LABELS, "Xy"),
            "name": LABELS,
            "members": (*PARTIES, (Organization("X", "X"),)),
        },
    ),
    (
        Span,
        {"start": 2, "end": 5},
        {"start": (None, -1, True, 1.0, "1"), "end": (None, 2, 1, 0, -1, 5.0, "5")},
    ),
    (
        PartialDate,
        {"year": 2024, "month": 1, "day": 28},
        {
            "year": (None, 0, -1, 10_000, True, 2024.0, "2024"),
            "month": (0, 13, True, 1.0, "1"),
            "day": (0, -1, 32, True, 1.0, "1"),
        },
    ),
]
FAULTS = [
    pytest.param(record, parts, name, value, id=f"{record.__name__}, {name}={value!r}")
    for record, parts, wrong in SOUND
    for name, values in wrong.items()
    for value in values
]


@pytest.mark.parametrize(("record", "parts", "name", "value"), FAULTS)
def test_a_fault_is_told_where_all_else_is_sound(
    record: type, parts: dict[str, Untyped], name: str, value: Untyped
) -> None:
    """The quick look at a record overlooks nothing that the careful one finds, and adds nothing."""
    made = record(**parts)
    assert {field: getattr(made, field) for field in parts} == parts
    told = refused(record, **{**parts, name: value})
    assert {path.partition("[")[0] for path in told} == {name}


#: How many fields a class takes without their names.
BY_PLACE = {
    "Amount": 1, "Commitment": 1, "Issue": 1, "PartnershipLevel": 1, "Milestone": 2,
    "Partnership": 2, "Leader": 1, "Meeting": 0, "Evidence": 3, "Trace": 3, "Section": 0,
    "Source": 1, "Assessment": 2, "Domain": 1, "Organization": 2,
    "Span": 2, "PartialDate": 3,
}  # fmt: skip


@pytest.mark.parametrize(("record", "parts"), [case[:2] for case in SOUND])
def test_further_fields_are_given_by_name(record: type, parts: dict[str, Untyped]) -> None:
    """Only what a reader of the code understands without its name may stand without it."""
    places = BY_PLACE[record.__name__]
    values = list(parts.values())
    named = dict(list(parts.items())[places:])
    assert record(*values[:places], **named) == record(**parts)
    for name, value in named.items():
        rest = {other: named[other] for other in named if other != name}
        with pytest.raises(TypeError):
            record(*values[:places], value, **rest)


#: What the reader makes by the thousand.
OFTEN = (
    Amount,
    Commitment,
    Issue,
    Partnership,
    Leader,
    Meeting,
    Evidence,
    Trace,
    Span,
    PartialDate,
)
#: What may be left out, or empty.
SPARE = {
    "reaffirmed", "domains", "addressees", "deadline", "amounts", "section", "span", "id", "trace",
    "since", "history", "office", "party", "mentions", "kind", "date", "place", "leaders", "cue",
    "evidence", "day",
}  # fmt: skip
LEAN = [
    pytest.param(
        record,
        {field: parts[field] for field in parts if field != name},
        id=f"{record.__name__} without {name}",
    )
    for record, parts, _ in SOUND
    if record in OFTEN
    for name in ("nothing", *parts)
    if name == "nothing" or name in SPARE or (record in (Issue, Meeting) and name == "parties")
]


@pytest.mark.parametrize(("record", "parts"), LEAN)
def test_what_is_sound_is_looked_at_once(
    record: type, parts: dict[str, Untyped], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The careful checks, which take their time, are left alone until something is wrong."""
    for name in CAREFUL:
        monkeypatch.delattr(checks, name)
    record(**parts)


@pytest.mark.parametrize(
    ("record", "parts"),
    [
        (PartialDate, {"year": 1}),
        (PartialDate, {"year": 9999, "month": 12}),
        (PartialDate, {"year": 2024, "month": 1, "day": 1}),
        (PartialDate, {"year": 2024, "month": 12, "day": 28}),
        (Span, {"start": 0, "end": 1}),
        (Amount, {"value": Decimal("1e999"), "unit": "x"}),
        (Amount, {"value": Decimal("1e-999"), "currency": "EUR"}),
        (Evidence, {"field": "actors", "note": "two words"}),
        (Trace, {"rule": "x"}),
        (Issue, {"name": "two words"}),
        (Leader, {"name": "A", "office": "a"}),
        (Meeting, {"place": "A"}),
        (Meeting, {}),
    ],
)
def test_the_edges_of_what_is_sound(
    record: type, parts: dict[str, Untyped], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first and last of what is allowed are as quickly made as any other."""
    for name in CAREFUL:
        monkeypatch.delattr(checks, name)
    made = record(**parts)
    assert {field: getattr(made, field) for field in parts} == parts


def test_traces_and_mentions_are_not_printed() -> None:
    """How a record was found would hide what it says."""
    for record, parts, _ in SOUND:
        printed = repr(record(**parts))
        for name in {"trace", "mentions"} & set(parts):
            assert f"{name}=" not in printed
