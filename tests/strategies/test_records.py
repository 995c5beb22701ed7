"""Records and collections: valid without a draw in vain, of every sort, and as the arguments say."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture.data import ConjectureData

from bilateral import (
    Commitment,
    Commitments,
    Country,
    Domain,
    Force,
    Issue,
    Leader,
    Meeting,
    Organization,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Section,
    Source,
    strategies,
)

#: A value that a test passes against the annotations, on purpose.
Untyped = Any

PERU, CHILE = Country.of("Peru"), Country.of("Chile")
PAIR = strategies.countries(among=[PERU, CHILE])
TRADE = Domain.of("economy.trade")

each_strategy = pytest.mark.parametrize("name", strategies.__all__)


def reaches(strategy: st.SearchStrategy[Untyped], *wanted: Callable[[Untyped], object]) -> None:
    """Check that a test of the usual length sees a value for each of some conditions."""
    missing = dict(enumerate(wanted))

    @settings(max_examples=400, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(strategy)
    def see(value: Untyped) -> None:
        for number in [n for n, condition in missing.items() if condition(value)]:
            del missing[number]

    see()
    assert not missing, f"never drawn: conditions {sorted(missing)}"


@each_strategy
def test_nothing_is_drawn_in_vain(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No draw is thrown away by a filter, nor is any value refused by the record."""
    thrown: list[object] = []
    give_up = ConjectureData.mark_invalid

    def count(self: Untyped, *args: Untyped) -> Untyped:
        thrown.append(args)
        return give_up(self, *args)

    monkeypatch.setattr(ConjectureData, "mark_invalid", count)
    seen = []

    @settings(max_examples=150, deadline=None)
    @given(getattr(strategies, name)())
    def draw(value: Untyped) -> None:
        seen.append(value)

    draw()
    assert len(seen) > 30
    assert thrown == []


@each_strategy
def test_every_strategy_says_what_it_draws(name: str) -> None:
    """Each is a function with keyword arguments that may all be left out."""
    strategy = getattr(strategies, name)
    assert strategy.__doc__.startswith("Draw ")
    assert strategy.__module__.startswith("bilateral.strategies.")


def test_commitments_of_every_sort() -> None:
    """Each force, reaffirmed or not, with and without each thing that may be left out."""
    reaches(
        strategies.commitments(),
        *[lambda made, force=force: made.force is force for force in Force],
        lambda made: made.reaffirmed,
        lambda made: len(made.actors) > 1,
        lambda made: isinstance(made.actors[0], Organization),
        lambda made: made.addressees,
        lambda made: not made.domains,
        lambda made: len(made.domains) == 3,
        lambda made: made.deadline and made.deadline.precision == "day",
        lambda made: any(amount.currency for amount in made.amounts),
        lambda made: any(amount.unit for amount in made.amounts),
        lambda made: made.section and made.section.parents,
        lambda made: "\n" in made.text,
        lambda made: not made.text.isascii(),
    )


def test_other_records_of_every_sort() -> None:
    """What may be left out is left out, and is there."""
    reaches(
        strategies.leaders(),
        lambda leader: leader.office is None and leader.party is not None,
        lambda leader: leader.office is not None and leader.party is None,
    )
    reaches(
        strategies.partnerships(),
        lambda bond: len(bond.parties) == 4,
        lambda bond: bond.level.rank is None,
        lambda bond: bond.since and bond.history,
    )
    reaches(
        strategies.issues(),
        lambda issue: issue.parties and issue.section,
        lambda issue: not issue.domains,
    )
    reaches(
        strategies.meetings(),
        lambda met: met.kind is None and met.leaders,
        lambda met: met.place and met.date and len(met.parties) > 2,
    )
    reaches(
        strategies.assessments(),
        *[lambda judged, score=score: judged.score == score for score in (-1, 0, 1)],
        lambda judged: judged.evidence and judged.assessor and judged.date,
    )
    reaches(
        strategies.sources(),
        lambda source: len({section.level for section in source.sections}) > 1,
        lambda source: source.title and source.date and source.publisher and source.url,
    )


@given(
    strategies.commitments(
        texts=st.just("They agreed."),
        parties=PAIR,
        force=st.just(Force.INTENT),
        domains=st.just(TRADE),
        deadlines=strategies.partial_dates(min_value="2026", max_value="2027"),
        amounts=st.nothing(),
        sections=st.none(),
    )
)
def test_commitments_are_as_the_arguments_say(made: Commitment) -> None:
    """Each argument rules one field."""
    assert made.text == "They agreed."
    assert {PERU, CHILE} >= {*made.actors, *made.addressees}
    assert made.force is Force.INTENT
    assert set(made.domains) <= {TRADE}
    assert made.deadline is not None
    assert made.deadline.year in (2026, 2027)
    assert made.amounts == ()
    assert made.section is None


@given(
    strategies.leaders(names=st.just("Luz Paz"), offices=st.just("president"), parties=PAIR),
    strategies.partnerships(
        parties=PAIR,
        levels=st.just(PartnershipLevel("alliance")),
        since=st.just(PartialDate(2020)),
    ),
    strategies.issues(
        names=st.just("unrest"),
        parties=PAIR,
        domains=st.just(TRADE),
        sections=st.just(Section(title="Trade")),
    ),
    strategies.meetings(
        kinds=st.just("call"),
        dates=st.just(PartialDate(2020)),
        places=st.just("Lima"),
        parties=PAIR,
        leaders=st.just(Leader("Luz Paz")),
    ),
    strategies.sources(texts=st.just("I. Trade"), titles=st.none(), dates=st.none()),
)
def test_other_records_are_as_the_arguments_say(
    leader: Leader, bond: Partnership, issue: Issue, met: Meeting, source: Source
) -> None:
    """Each argument rules one field."""
    assert (leader.name, leader.office) == ("Luz Paz", "president")
    assert leader.party in (PERU, CHILE)
    assert set(bond.parties) == {PERU, CHILE}
    assert (bond.level.label, bond.since) == ("alliance", PartialDate(2020))
    assert (issue.name, str(issue.section)) == ("unrest", "Trade")
    assert set(issue.domains) <= {TRADE}
    assert set(issue.parties) <= {PERU, CHILE}
    assert (met.kind, met.date, met.place) == ("call", PartialDate(2020), "Lima")
    assert set(met.parties) <= {PERU, CHILE}
    assert {x.name for x in met.leaders} <= {"Luz Paz"}
    assert (source.text, source.title, source.date, source.sections) == ("I. Trade", None, None, ())


@given(
    strategies.assessments(
        commitment_ids=st.just("c-1"), scores=st.just(1), dates=st.just(PartialDate(2020))
    )
)
def test_assessments_are_as_the_arguments_say(judged: Untyped) -> None:
    """Each argument rules one field."""
    assert (judged.commitment_id, judged.score, judged.date) == ("c-1", 1, PartialDate(2020))


@pytest.mark.parametrize("name", ["commitment", "issue", "leader", "partnership"])
def test_collections_hold_what_and_how_many_one_says(name: str) -> None:
    """The records come from the strategy that is given, the sizes lie between the bounds."""
    collections = getattr(strategies, f"{name}_collections")
    records = getattr(strategies, f"{name}s")()
    one = records.map(lambda record: kept.setdefault("one", record))
    kept: dict[str, Untyped] = {}
    sizes = set()

    @given(collections(one, min_size=1, max_size=3))
    def see(held: Untyped) -> None:
        sizes.add(len(held))
        assert set(held) == {kept["one"]}

    see()
    assert sizes == {1, 2, 3}


@given(strategies.commitment_collections())
def test_collections_answer_questions(held: Commitments) -> None:
    """What is drawn can be asked: every record is in the group of its force."""
    groups = held.group_by("force")
    assert sum(map(len, groups.values())) == len(held)
