"""Code as users write it, which type checkers must take as it stands, and which must run.

Checked by `mypy --strict` and, in its strict mode, by pyright; no line here may carry an ignore.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import assert_type

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import bilateral
from bilateral import (
    Amount,
    Commitment,
    Commitments,
    Country,
    Domain,
    Explanation,
    Force,
    Issue,
    Issues,
    Leader,
    Leaders,
    Meeting,
    Organization,
    PartialDate,
    Partnership,
    Partnerships,
    Party,
    Report,
    Section,
    Span,
    samples,
    strategies,
)

TEXT = "Japan and Malaysia agreed to expand joint patrols. Japan intends to train 40 officers."


def test_reading() -> None:
    """What is read has a type all the way down."""
    report = bilateral.read(TEXT, title="Readout", date=dt.date(2026, 11, 2))
    assert_type(report, Report)
    assert_type(report.meeting, Meeting | None)
    assert_type(report.sections, tuple[Section, ...])
    assert_type(report.parties, tuple[Country | Organization, ...])
    assert_type(report.commitments, Commitments)
    assert_type(report.issues, Issues)
    assert_type(report.leaders, Leaders)
    assert_type(report.partnerships, Partnerships)
    for promise in report.commitments:
        assert_type(promise, Commitment)
        assert_type(report.explain(promise), Explanation)
    assert_type(samples.names(), tuple[str, ...])
    assert_type(bilateral.samples.report("readout"), Report)


def test_loading(tmp_path: Path) -> None:
    """A path may be a string or a path."""
    path = tmp_path / "readout.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert_type(bilateral.load(path), Report)
    assert bilateral.load(str(path)).source.text == TEXT


def test_loading_many(tmp_path: Path) -> None:
    """What stands in the place of an error depends on what is asked for."""
    path = tmp_path / "readout.txt"
    path.write_text(TEXT, encoding="utf-8")
    for report in bilateral.load_all([path, str(path)]):
        assert_type(report, Report)
    for found in bilateral.load_all(path, on_error="collect", processes=1):
        assert_type(found, Report | bilateral.LoadError)


def test_archiving(tmp_path: Path) -> None:
    """Queries of an archive chain and return the records of the collection."""
    with bilateral.Archive(tmp_path / "follow-up.db") as archive:
        assert_type(archive.add(bilateral.read(TEXT)), bool)
        promised = archive.commitments.by_country("Japan").by_force("pledge").due(before="2030")
        assert_type(promised.all(), bilateral.Commitments)
        assert_type(promised.first(), bilateral.Commitment | None)
        assert_type(archive.leaders.by_country("Japan").all(), bilateral.Leaders)
        assert [issue.name for issue in archive.issues] == []


def test_queries_chain() -> None:
    """Every query returns the collection's own class."""
    made = bilateral.read(TEXT).commitments
    found = made.by_country("Japan").by_domain("security").by_force("intent").due(before="2030")
    assert_type(found, Commitments)
    assert_type(made.where(lambda promise: promise.reaffirmed), Commitments)
    assert_type(made.sorted_by(lambda promise: promise.text, reverse=True), Commitments)
    assert_type(made[1:], Commitments)
    assert_type(made[0], Commitment)
    assert_type(made | found, Commitments)
    assert_type(made.first(), Commitment | None)
    assert_type([promise.force for promise in reversed(made)], list[Force])
    assert_type(made.group_by("domain"), dict[str, Commitments])
    assert_type(made.group_by(lambda promise: promise.force), dict[Force, Commitments])
    assert_type(made.count_by("year"), dict[str, int])
    report = samples.report("summit-article")
    assert_type(report.issues.by_country("MMR").by_section("III."), Issues)
    assert_type(report.leaders.by_name("Anwar").one(), Leader)
    assert_type(report.partnerships.by_level("strategic partnership", at_least=True), Partnerships)


def test_collections_are_sequences() -> None:
    """A function that takes any sequence of records takes a collection."""

    def texts(promises: Sequence[Commitment]) -> Iterator[str]:
        for promise in promises:
            yield promise.text

    made = bilateral.read(TEXT).commitments
    assert list(texts(made)) == list(texts(list(made)))


def test_names_and_literals() -> None:
    """The codebook's names, names of a tree of one's own, and forces in every form."""
    made = bilateral.read(TEXT).commitments
    ours = "trade.cheese"
    wanted: list[Force] = [Force.of(word) for word in ("Pledge", "intent")]
    assert made.by_force(wanted[0]) == made.by_force("pledge")
    assert Force.PLEDGE.at_least("aspiration")
    assert Domain.of("energy").is_within(Domain.of("energy"))
    assert not Domain.of("energy").is_within(ours)
    assert made.by_country(Country.of("Malaysia"), role="any")


def test_records_are_built() -> None:
    """Every field takes its type, and a changed copy has the type of the first."""
    peru: Party = Country.of("Peru")
    asean: Party = Organization.of("ASEAN")
    promise = Commitment(
        "Peru will lend ASEAN 5 ships by May 2027.",
        actors=(peru,),
        addressees=(asean,),
        force=Force.PLEDGE,
        domains=(Domain.of("security.maritime"),),
        deadline=PartialDate(2027, 5),
        amounts=(Amount(Decimal(5), unit="ships"),),
        span=Span(0, 41),
    )
    assert_type(promise.actors, tuple[Country | Organization, ...])
    assert_type(promise.deadline, PartialDate | None)
    assert_type(evolve(promise, reaffirmed=True), Commitment)
    assert_type([party.code for party in promise.parties], list[str])


def test_errors_carry_facts() -> None:
    """What an error knows has a type."""
    try:
        Country.of("Malysia")
    except bilateral.UnknownNameError as error:
        assert_type(error.nearest, tuple[str, ...])
    try:
        Span(3, 1)
    except bilateral.ValidationError as error:
        assert_type(error.faults, tuple[bilateral.Fault, ...])


def test_strategies_are_typed() -> None:
    """Each strategy says what it draws, and takes strategies of narrower types."""
    assert_type(strategies.commitments(), st.SearchStrategy[Commitment])
    assert_type(strategies.issues(), st.SearchStrategy[Issue])
    assert_type(strategies.leaders(), st.SearchStrategy[Leader])
    assert_type(strategies.partnerships(), st.SearchStrategy[Partnership])
    assert_type(strategies.reports(), st.SearchStrategy[Report])
    assert_type(strategies.report_texts(forces=[Force.PLEDGE]), st.SearchStrategy[Report])
    assert_type(strategies.commitment_collections(), st.SearchStrategy[Commitments])
    assert_type(strategies.parties(), st.SearchStrategy[Country | Organization])
    strategies.commitments(
        parties=strategies.countries(among=["Peru", Country.of("Chile")]),
        deadlines=strategies.partial_dates(min_value="2026", precisions=["month"]),
        force=st.just(Force.PLEDGE),
        sections=st.none(),
    )


@given(st.from_type(Commitment), bilateral.strategies.issues())
def test_given(promise: Commitment, issue: Issue) -> None:
    """Tests are typed as any other function."""
    assert promise.actors
    assert issue.name
