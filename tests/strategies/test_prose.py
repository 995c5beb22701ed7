"""Prose with its records: the reader finds exactly these, and the prose is of every kind it should be."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from importlib.resources import files
from string import Formatter
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import bilateral
from bilateral import Country, Force, Report, strategies
from bilateral.gazetteer import holders
from bilateral.strategies.prose import grammar, texts
from bilateral.strategies.prose.cast import Role, state_of
from bilateral.strategies.prose.promises import Both, Due, Gift, Listed, Promise, Request, Sum
from bilateral.strategies.prose.scene import Level
from bilateral.strategies.prose.sentences import Sentence
from bilateral.strategies.prose.subjects import Chosen
from bilateral.strategies.prose.tellings import Aside, Presented, Status

#: A value that a test passes against the annotations, on purpose or for being a row of a table.
Untyped = Any

TABLES = [path.name for path in (files("bilateral.strategies") / "data").iterdir()]


def check_read(drawn: Report) -> None:
    """Check that the reader finds the records that were drawn, and no other."""
    found = bilateral.read(drawn.source.text)
    assert found.source == drawn.source
    assert list(found.commitments) == list(drawn.commitments)
    assert [x.id for x in found.commitments] == [x.id for x in drawn.commitments]
    assert list(found.issues) == list(drawn.issues)
    assert list(found.leaders) == list(drawn.leaders)
    assert list(found.partnerships) == list(drawn.partnerships)
    assert found.meeting is not None
    assert drawn.meeting is not None
    assert {x.code for x in found.meeting.parties} == {x.code for x in drawn.meeting.parties}
    same = evolve(found.meeting, span=None, parties=drawn.meeting.parties)
    assert same == drawn.meeting


# --- the round trip -----------------------------------------------------------------------------------


@given(strategies.report_texts())
@settings(deadline=None)
def test_round_trip(report: Report) -> None:
    """What was drawn is read: 2,000 texts with the profile `thorough`, and as many as usual without."""
    check_read(report)


@given(
    strategies.report_texts(
        parties=strategies.countries(among=["Peru", "Singapore", "the United States"]),
        forces=[Force.ASPIRATION, Force.REQUEST],
        max_sentences=3,
    )
)
@settings(deadline=None)
def test_arguments(report: Report) -> None:
    """Each rules what it names, and the reader agrees."""
    check_read(report)
    assert report.meeting is not None
    assert {x.code for x in report.meeting.parties} < {"PER", "SGP", "USA"}
    assert {x.force for x in report.commitments} <= {Force.ASPIRATION, Force.REQUEST}
    assert len(re.findall(r"[.”]$|[.”] ", report.source.text)) <= 16


@given(strategies.report_texts(parties=strategies.countries(among=["Aruba", "Åland Islands"])))
@settings(deadline=None, max_examples=20)
def test_parties_that_the_table_lacks_are_named_by_their_names(report: Report) -> None:
    """Without an adjective or a seat of government, the sentences use the name."""
    assert "Aruba" in report.source.text
    assert " adjective" not in report.source.text
    assert "  " not in report.source.text


# --- every row of the grammar ---------------------------------------------------------------------------


def rows(table: str, kind: type) -> list[Untyped]:
    """Return the rows of a table."""
    return list(grammar.rows(table, kind))


SUBJECTS = rows("subjects.csv", grammar.Subject)
DEEDS = rows("deeds.csv", grammar.Deed)
CUES = rows("promises.csv", grammar.Cue)
MATTERS = rows("matters.csv", grammar.Matter)
LIMITS = rows("deadlines.csv", grammar.Limit)
SUMS = rows("sums.csv", grammar.Money)
GIFTS = rows("gifts.csv", grammar.Deed)
OPENINGS = rows("openings.csv", grammar.Opening)
NAMES = rows("persons.csv", grammar.Name)
OFFICES = rows("offices.csv", grammar.Office)
NAMINGS = rows("namings.csv", grammar.Naming)
LEVELS = rows("levels.csv", grammar.Line)

ALL = Chosen(SUBJECTS[0], 0)
ONE = Chosen(next(row for row in SUBJECTS if row.words == "{x}"), 0)
PERSON = Chosen(next(row for row in SUBJECTS if row.words == "{x.again}"), 0)
PERU, CHILE, NORWAY = Country.of("Peru"), Country.of("Chile"), Country.of("Norway")


def written(
    *said: Sentence,
    parties: tuple[Country, Country] = (PERU, CHILE),
    name: grammar.Name = NAMES[0],
    office: grammar.Office = OFFICES[0],
    first: grammar.Naming = NAMINGS[0],
    again: grammar.Naming = NAMINGS[-1],
    opening: grammar.Opening = OPENINGS[0],
    title: grammar.Line | None = None,
    level: grammar.Line = LEVELS[0],
    named: str = "weekday",
) -> Report:
    """Write a text of these sentences, in one paragraph behind the first."""
    other = NAMES[1] if name.surname != NAMES[1].surname else NAMES[0]
    return texts._Drawn(
        parties=list(parties),
        roles=[Role(name, office, first, again), Role(other, office, NAMINGS[0], NAMINGS[-1])],
        others=[x for x in (NORWAY, Country.of("Kenya"), PERU, CHILE) if x not in parties],
        head=texts._Head(title, dt.date(2031, 3, 4), "iso", agency=True, points=False),
        start=texts._Start(opening, 1, named, 0),
        level=Level(level, 5),
        steps=[_step(one, first=one is said[0]) for one in said],
    ).report()


def _step(sentence: Sentence, *, first: bool) -> texts._Step:
    return texts._Step(1, sentence, paragraph=first, heading=None, numbered=False)


def promise(**parts: Untyped) -> Promise:
    """Return a plain promise, with other parts where they are given."""
    plain: dict[str, Untyped] = {"subject": ALL, "cue": CUES[0], "deed": DEEDS[0]}
    return Promise(**{**plain, "more": None, **parts})


EVERY: list[tuple[str, Callable[[], Report], int, int]] = [
    *[
        (f"{cue.pattern} ({who})", lambda cue=cue, chosen=chosen: written(promise(cue=cue, subject=chosen)), 1, 0)
        for cue in CUES
        for who, chosen in (("all", ALL), ("one", ONE), ("person", PERSON))
    ],
    *[
        (
            f"{row.words} {row.needs}",
            lambda row=row, before=before: written(
                promise(subject=before), promise(subject=Chosen(row, 0))
            ),
            2,
            0,
        )
        for row in SUBJECTS
        for before in ({"several": ALL, "person": PERSON}.get(row.needs, ONE),)
    ],
    *[(deed.do, lambda deed=deed: written(promise(deed=deed)), 1, 0) for deed in DEEDS],
    *[
        (deed.doing, lambda deed=deed: written(promise(deed=deed, cue=CUES[8])), 1, 0)
        for deed in DEEDS
    ],
    *[
        (row.pattern, lambda row=row: written(promise(), promise(more=Due(row, 400))), 2, 0)
        for row in LIMITS
    ],
    *[
        (
            f"{row.pattern} {gift.do}",
            lambda row=row, gift=gift: written(promise(subject=ONE, more=Gift(gift, Sum(row, 7)))),
            1,
            0,
        )
        for row in SUMS
        for gift in GIFTS
    ],
    *[
        (f"{row.pattern} {one}", lambda row=row, one=one: written(Both(row, DEEDS[:2], one)), 2, 0)
        for row in rows("pairs.csv", grammar.Pair)
        for one in (0, 1)
    ],
    *[
        (row.pattern, lambda row=row: written(Listed(ALL, row, DEEDS[:3])), 3, 0)
        for row in rows("stems.csv", grammar.Stem)
    ],
    *[
        (f"{row.pattern} {whom}", lambda row=row, whom=whom: written(Request(ONE, row, DEEDS[0], whom)), 1, 0)
        for row in rows("requests.csv", grammar.Line)
        for whom in (0, 1)
    ],
    *[
        (
            f"{row.pattern} {matter.name}",
            lambda row=row, matter=matter: written(
                Presented(ALL, row, [matter, MATTERS[MATTERS.index(matter) - 1]], 0)
            ),
            0,
            row.count,
        )
        for row in rows("agendas.csv", grammar.Agenda)
        for matter in MATTERS
        if row.sort == "agenda" or matter.sort == "problem"
    ],
    *[
        (f"{row.pattern} {level.pattern}", lambda row=row, level=level: written(Status(ALL, row), level=level), 0, 0)
        for row in rows("bonds.csv", grammar.Bond)
        for level in LEVELS
    ],
    *[
        (f"{row.pattern} {who}", lambda row=row, chosen=chosen: written(Aside(chosen, row, 0, DEEDS[0])), 0, 0)
        for table in ("asides.csv", "denials.csv")
        for row in rows(table, grammar.Line)
        for who, chosen in (("all", ALL), ("one", ONE))
    ],
    *[
        (f"{row.pattern} {named}", lambda row=row, named=named: written(opening=row, named=named), 0, 0)
        for row in OPENINGS
        for named in ("weekday", "date")
    ],
    *[
        (row.pattern, lambda row=row: written(promise(subject=PERSON), **{row.time: row}), 1, 0)
        for row in NAMINGS
    ],
    *[
        (row.name, lambda row=row: written(promise(subject=PERSON), name=row), 1, 0)
        for row in NAMES
    ],
    *[(row.office, lambda row=row: written(office=row), 0, 0) for row in OFFICES],
    *[
        (row.pattern, lambda row=row: written(title=row), 0, 0)
        for row in rows("titles.csv", grammar.Line)
    ],
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "commitments", "issues"),
    [pytest.param(make, c, i, id=name) for name, make, c, i in EVERY],
)
def test_every_row_is_read(make: Callable[[], Report], commitments: int, issues: int) -> None:
    """Each row of each table gives the records that it says, and the reader finds them."""
    report = make()
    assert (len(report.commitments), len(report.issues)) == (commitments, issues)
    check_read(report)


@pytest.mark.parametrize("code", [row.code for row in rows("states.csv", grammar.State)])
def test_every_state_is_read(code: str) -> None:
    """By its name, adjective and seat, as who acts, who receives, and who is asked."""
    country = Country.of(code)
    pair = (country, PERU if country != PERU else CHILE)
    words = ("{x}", "the {x.adjective} government", "{x.seat}", "{x.again}")
    said = [promise(subject=Chosen(row, 0)) for row in SUBJECTS if row.words in words]
    request = rows("requests.csv", grammar.Line)[0]
    gift = promise(subject=Chosen(ONE.row, 1), more=Gift(GIFTS[0], Sum(SUMS[0], 20)))
    for naming in NAMINGS[:3]:
        report = written(
            *said, gift, Request(ONE, request, DEEDS[0], 1), parties=pair, first=naming
        )
        check_read(report)
        assert len(report.commitments) == 6


# --- the tables ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
def test_no_row_stands_twice(table: str) -> None:
    """A table has no row twice, and says what it is in its first line."""
    text = (files("bilateral.strategies") / "data" / table).read_text(encoding="utf-8")
    lines = text.splitlines()
    assert lines[0].startswith("# ")
    assert len(set(lines)) == len(lines)


def test_every_table_is_used() -> None:
    """No file lies idle."""
    read = {"headings.csv", "states.csv"}
    source = files("bilateral.strategies") / "prose"
    for path in source.iterdir():
        if path.name.endswith(".py"):
            read |= set(re.findall(r'"(\w+\.csv)"', path.read_text(encoding="utf-8")))
    assert set(TABLES) <= read


def test_persons_are_invented() -> None:
    """Nobody in the texts is an office holder of the gazetteer, and no surname stands twice."""
    known = holders.by_name()
    assert [row.name for row in NAMES if holders.fold(row.name) in known] == []
    surnames = [row.surname for row in NAMES]
    assert len(set(surnames)) == len(surnames)
    assert all(row.name.endswith(row.surname) for row in NAMES)
    assert {row.pronoun for row in NAMES} == {"he", "she"}


def test_states_are_named_as_they_are() -> None:
    """The name, the adjective and the article are the country's own."""
    for row in rows("states.csv", grammar.State):
        country = Country.of(row.code)
        assert Country.of(row.name) == country
        if row.adjective:
            assert bilateral.Country.of(row.adjective) == country
        assert state_of(country) == row


def test_patterns_have_slots_that_are_known() -> None:
    """Of promises and requests: whoever says so, and what."""
    for cue in CUES:
        slots = {slot for _, slot, _, _ in Formatter().parse(cue.pattern) if slot}
        assert "who" in slots
        assert len(slots & {"do", "doing"}) == 1
        assert slots <= {*("who", "do", "doing", "they", "their", "own"), "s", "es", "are", "have"}


# --- what is drawn --------------------------------------------------------------------------------------


def reaches(*wanted: Callable[[Report], object]) -> None:
    """Check that texts of every kind are drawn."""
    missing = dict(enumerate(wanted))

    @settings(
        max_examples=1500,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategies.report_texts())
    def see(report: Report) -> None:
        for number in [n for n, condition in missing.items() if condition(report)]:
            del missing[number]

    see()
    assert not missing, f"never drawn: conditions {sorted(missing)}"


def has(words: str) -> Callable[[Report], object]:
    """Return a condition on the words of a text."""
    pattern = re.compile(words, re.MULTILINE)
    return lambda report: pattern.search(report.source.text)


def test_texts_of_every_kind() -> None:
    """What the genre has is drawn, alone and together."""
    reaches(
        *[lambda report, force=force: any(x.force is force for x in report.commitments) for force in Force],
        lambda report: any(x.reaffirmed for x in report.commitments),
        lambda report: any(x.amounts and x.addressees for x in report.commitments),
        *[
            lambda report, part=part: any(
                x.deadline is not None and x.deadline.precision == part for x in report.commitments
            )
            for part in ("year", "month", "day")
        ],
        lambda report: any(x.section is not None for x in report.commitments),
        lambda report: any(section.number for section in report.sections),
        lambda report: report.issues and report.partnerships and report.commitments,
        lambda report: any(x.since for x in report.partnerships),
        lambda report: len(report.leaders[0].mentions) > 1 if report.leaders else False,
        lambda report: not report.leaders and report.commitments,
        lambda report: not report.commitments and len(report.source.text) > 200,
        has(r"^- \w+"),
        has(r"^1\. "),
        has(r"^\d{4}-\d\d-\d\d$"),
        has(r"^\d+ \w+ \d{4}$"),
        has(r"^[A-Z ]+, \w+ \d+ \(Example News\) - "),
        has(r"\. (They|He|She|It) "),
        has(r" (while|and) .* (will|agreed to|hopes to) "),
        lambda report: report.meeting is not None and report.meeting.kind == "call",
        lambda report: report.meeting is not None and report.meeting.date is not None,
    )  # fmt: skip


@given(strategies.report_texts())
@settings(deadline=None)
def test_texts_are_clean(report: Report) -> None:
    """No slot is left, no comma stands before a stop, no sentence begins small."""
    text = report.source.text
    assert not re.search(r"[{}]|  |,\.|\.\.|\n\n\n", text)
    assert not re.search(r"(^|[.] |[.]” )[a-z]", text)
    for leader in report.leaders:
        assert leader.span in leader.mentions


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        (lambda report: report.source.text != "", ""),
        (has("agreed"), " Peru and Chile agreed to build a rail link."),
        (
            lambda report: report.commitments.by_force("request"),
            " Peru and Chile urged Norway to build a rail link.",
        ),
        (lambda report: report.partnerships, " Peru and Chile formed a strategic partnership in 2030."),
        (has("^- "), " Peru and Chile intend to:\n\n- build a rail link"),
    ],
)  # fmt: skip
def test_the_plainest_text(condition: Callable[[Report], object], text: str) -> None:
    """A failing test is shown the shortest text that fails it."""
    plainly = settings(max_examples=2000, phases=[Phase.generate, Phase.shrink], database=None)
    report = find(strategies.report_texts(), lambda drawn: bool(condition(drawn)), settings=plainly)
    first = "President Luz Paz of Peru met President Nils Brandvik of Chile in Lima."
    assert report.source.text == first + text


def test_a_wrong_reader_is_found_out() -> None:
    """The records are those of the text and not of its neighbours: a changed word shows."""
    report = written(promise(more=Due(LIMITS[0], 800)))
    check_read(report)
    for old, new in (("agreed", "hope"), ("Peru", "Fiji"), ("2033", "2034"), ("rail", "road")):
        other = bilateral.read(report.source.text.replace(old, new))
        assert list(other.commitments) != list(report.commitments)


@given(strategies.report_texts(), st.integers(0, 3))
@settings(deadline=None, max_examples=30)
def test_reports_are_values(report: Report, number: int) -> None:
    """What is drawn is a report like any other: it can be asked and explained."""
    assert report.commitments.by_force("request") == report.commitments.where(
        lambda made: made.force is Force.REQUEST
    )
    if number < len(report.commitments):
        assert report.explain(report.commitments[number]).rule is None
