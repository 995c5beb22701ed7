"""The codebook's measures."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation import drawn, plainly

import bilateral
from bilateral import UnknownNameError, ValidationError
from bilateral.evaluation import (
    CodedCommitment,
    CodedLeader,
    Codes,
    Comparison,
    Rate,
    Share,
    codes_of,
    compare,
    read_codes,
    read_sentences,
    write_codes,
)
from bilateral.evaluation.files import codes_to
from bilateral.evaluation.measures import HEADLINE, RATES, SHARES

EVAL = Path(__file__).resolve().parents[3] / "shared" / "eval"
needs_coded = pytest.mark.skipif(
    not (EVAL / "score.py").exists(), reason="the coded texts are not beside the checkout"
)


def counted(comparison: Comparison) -> dict[str, list[int]]:
    """Return the counts of every measure that has any."""
    made = {k: [x.found, x.spurious, x.missed] for k, x in comparison.rates.items()}
    made |= {k: [x.equal, x.among] for k, x in comparison.shares.items()}
    return {name: counts for name, counts in made.items() if any(counts)}


@given(gold=drawn.many(), predicted=drawn.many())
def test_counts_are_those_of_a_plain_program(gold: list[Codes], predicted: list[Codes]) -> None:
    """A second, plainer program counts the same."""
    plain = plainly.tally([codes_to(x) for x in gold], [codes_to(x) for x in predicted])
    comparison = compare(gold, predicted)
    assert counted(comparison) == {name: counts for name, counts in plain.items() if any(counts)}


@given(gold=drawn.many())
def test_a_coding_agrees_with_itself(gold: list[Codes]) -> None:
    """Nothing is missed or invented."""
    comparison = compare(gold, gold)
    # An entry without a telling word is like none, not even itself.
    if any(x.spurious or x.missed for x in comparison.rates.values()):
        names = [x.name for codes in gold for x in codes.leaders]
        names += [x.name for codes in gold for x in codes.issues]
        assert {"李强", "the situation"} & set(names)
    assert comparison["commitments"].value == comparison["commitment actors"].value == 1


@given(gold=drawn.many(), predicted=drawn.many())
def test_figures_are_between_0_and_1(gold: list[Codes], predicted: list[Codes]) -> None:
    """No figure is out of range, and no division fails."""
    comparison = compare(gold, predicted)
    assert 0 <= comparison.overall <= 1
    for name in (*RATES, *SHARES):
        assert 0 <= comparison[name].value <= 1


@given(gold=drawn.codes(), predicted=drawn.codes())
def test_sides_can_be_exchanged(gold: Codes, predicted: Codes) -> None:
    """What is missed on one side is spurious on the other, for what is counted by sentence."""
    one, other = compare(gold, predicted), compare(predicted, gold)
    for name in ("commitments", "requests", "commitment actors", "commitment domains (leaf)"):
        there, back = one.rates[name], other.rates[name]
        assert (there.found, there.spurious) == (back.found, back.missed)
        assert there.precision == back.recall


@pytest.mark.parametrize(
    ("rate", "figures"),
    [
        (Rate(0, 0, 0), (1, 1, 1)),
        (Rate(0, 1, 0), (0, 1, 0)),
        (Rate(0, 0, 1), (1, 0, 0)),
        (Rate(0, 1, 1), (0, 0, 0)),
        (Rate(1, 1, 1), (0.5, 0.5, 0.5)),
    ],
)
def test_division_by_nothing(rate: Rate, figures: tuple[float, float, float]) -> None:
    """No mistake is 1, nothing but mistakes is 0."""
    assert (rate.precision, rate.recall, rate.f1) == figures


def test_share_of_nothing() -> None:
    """Nothing compared is 1, with the count beside it."""
    assert Share().accuracy == 1
    assert Share() + Share(1, 2) == Share(1, 2)


def test_overall_is_the_mean_of_the_headline() -> None:
    """One lost leader among nothing else costs a sixth."""
    gold = Codes(id="a", leaders=(CodedLeader("Anwar"),))
    comparison = compare([gold], [])
    assert comparison.overall == pytest.approx(1 - 1 / len(HEADLINE))


def test_single_codings_belong_together() -> None:
    """Of one coding each the ids do not matter; of several they do."""
    leaders = (CodedLeader("Anwar"),)
    gold, predicted = Codes(id="a", leaders=leaders), Codes(id="b", leaders=leaders)
    assert compare(gold, predicted)["leaders"] == Rate(1, 0, 0)
    assert compare([gold], [predicted])["leaders"] == Rate(0, 0, 1)
    assert compare([gold], [predicted, gold])["leaders"] == Rate(1, 0, 0)


def test_two_codings_of_one_document_on_one_side() -> None:
    """Nobody knows which is meant."""
    with pytest.raises(ValidationError, match=r"gold\[1\].id: must differ"):
        compare([Codes(id="a"), Codes(id="a")], [])
    with pytest.raises(ValidationError, match=r"predicted\[1\].id"):
        compare([], [Codes(id="a"), Codes(id="a")])


def test_unknown_measure() -> None:
    """The error lists those that there are."""
    with pytest.raises(UnknownNameError, match="commitment force"):
        compare([], [])["fourse"]


class TestIntervals:
    """Bootstrap intervals over documents."""

    @given(gold=drawn.many(), predicted=drawn.many(), seed=st.integers())
    def test_are_the_same_each_time(
        self, gold: list[Codes], predicted: list[Codes], seed: int
    ) -> None:
        """Deterministic, ordered, and none for one document."""
        comparison = compare(gold, predicted)
        intervals = comparison.intervals(samples=20, seed=seed)
        assert intervals == comparison.intervals(samples=20, seed=seed)
        assert bool(intervals) is (len(gold) > 1)
        assert all(0 <= x.low <= x.high <= 1 for x in intervals.values())

    def test_hold_the_figure(self) -> None:
        """Half of twenty documents right: the interval lies around one half."""
        promise = CodedCommitment(1, actors=("JPN",), force=bilateral.Force.PLEDGE)
        gold = [Codes(id=str(n), commitments=(promise,)) for n in range(20)]
        intervals = compare(gold, gold[:10]).intervals()
        found = intervals["commitments"]  # F1 of recall 0.5 and precision 1 is 2/3
        assert 0.3 < found.low < 2 / 3 < found.high < 0.9
        assert found.level == 0.95
        assert set(intervals) == {*RATES, *SHARES, "overall"}

    def test_narrower_levels_lie_within(self) -> None:
        """Less of the figures, less of the range."""
        promise = CodedCommitment(1, actors=("JPN",), force=bilateral.Force.PLEDGE)
        gold = [Codes(id=str(n), commitments=(promise,)) for n in range(20)]
        comparison = compare(gold, gold[:10])
        wide, narrow = [comparison.intervals(level=x)["overall"] for x in (0.99, 0.5)]
        assert wide.low <= narrow.low <= narrow.high <= wide.high

    @pytest.mark.parametrize("more", [{"level": 0}, {"level": 1}, {"samples": 0}])
    def test_refuse_what_makes_no_sense(self, more: drawn.Untyped) -> None:
        """A level is a share, and there is at least one sample."""
        with pytest.raises(ValidationError):
            compare([], []).intervals(**more)


@pytest.fixture(scope="module")
def read_now() -> list[Codes]:
    """Return the coded texts as the package reads them."""
    return [
        codes_of(
            bilateral.load(path),
            read_sentences(EVAL / "sents" / f"{path.stem}.json"),
            id=path.stem,
        )
        for path in sorted((EVAL / "texts").glob("*.txt"))
    ]


@needs_coded
def test_gold_is_read_and_written_as_it_is() -> None:
    """The form of the hand codings is that of the package."""
    for path in (EVAL / "gold").glob("*.json"):
        assert codes_to(read_codes(path)) == json.loads(path.read_text(encoding="utf-8"))


@needs_coded
def test_figures_are_those_of_the_shared_script(read_now: list[Codes], tmp_path: Path) -> None:
    """To the last digit, from the texts and from files."""
    for codes in read_now:
        write_codes(codes, tmp_path / f"{codes.id}.json")
    comparison = compare([read_codes(x) for x in sorted((EVAL / "gold").glob("*.json"))], read_now)
    for source in ([str(tmp_path)], ["--package", str(EVAL / "texts")]):
        done = subprocess.run(
            [sys.executable, str(EVAL / "score.py"), str(EVAL / "gold"), *source, "--json"],
            capture_output=True,
            text=True,
            check=True,
        )
        told = json.loads(done.stdout)
        assert told.pop("overall") == comparison.overall
        for name, figures in told.items():
            mine = comparison[name]
            if isinstance(mine, Rate):
                counts = {"tp": mine.found, "fp": mine.spurious, "fn": mine.missed}
                ratios = {"p": mine.precision, "r": mine.recall, "f1": mine.f1}
                assert figures == {**ratios, **counts}, name
            else:
                assert figures == {"accuracy": mine.accuracy, "n": mine.among}, name
