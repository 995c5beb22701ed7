"""Kappa, alpha and the distances, against worked examples and by their properties."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evaluation import drawn

from bilateral import Force, UnknownNameError, ValidationError
from bilateral.evaluation import (
    CodedCommitment,
    CodedIssue,
    Codes,
    alpha,
    compare,
    kappa,
    measure_agreement,
)
from bilateral.evaluation.agreement import METRICS, jaccard, masi

# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), examples A, B and C/D.
BINARY = ("0100000010", "1110010000")
NOMINAL = ("aabbdcccedda", "babbbccceddd")
INCOMPLETE = ("123321412***", "1233224125*3", "*3332342251*", "1233244125 1*".replace(" ", ""))

values = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=20)
sets = st.frozensets(st.sampled_from("abcd"))


def units(*coders: str) -> list[tuple[str, ...]]:
    """Return what each unit was given; a star is no value."""
    return [tuple([x for x in given if x != "*"]) for given in zip(*coders, strict=True)]


class TestKappa:
    """Cohen's kappa."""

    def test_textbook(self) -> None:
        """Fleiss, Statistical Methods for Rates and Proportions (1981), table 13.1: 0.68."""
        table = [[75, 1, 4], [5, 4, 1], [0, 0, 10]]
        pairs = [(i, j) for i in range(3) for j in range(3) for _ in range(table[i][j])]
        assert kappa(pairs) == pytest.approx((0.89 - 0.66) / (1 - 0.66))
        assert kappa(pairs) == pytest.approx(0.68, abs=0.005)

    @given(pairs=values)
    def test_properties(self, pairs: list[tuple[int, int]]) -> None:
        """At most 1, symmetric, and 1 exactly where all is equal and varies."""
        found = kappa(pairs)
        assert found == kappa([(b, a) for a, b in pairs])
        if found is None:
            assert len({x for pair in pairs for x in pair}) < 2
        else:
            assert -1 <= found <= 1
            assert (found == 1) is all(a == b for a, b in pairs)

    def test_chance(self) -> None:
        """Independent coders agree by chance alone."""
        draw = random.Random(7)
        pairs = [(draw.random() < 0.3, draw.random() < 0.6) for _ in range(20_000)]
        assert kappa(pairs) == pytest.approx(0, abs=0.02)

    def test_each_to_their_own(self) -> None:
        """Two coders who never share a value agree worse than by chance or just as much."""
        assert kappa([("a", "b"), ("a", "b")]) == 0
        assert kappa([("a", "b"), ("b", "a")]) == -1


class TestAlpha:
    """Krippendorff's alpha."""

    def test_binary(self) -> None:
        """Example A: two observers, two values: 0.095."""
        assert alpha(units(*BINARY)) == pytest.approx(0.095, abs=0.0005)

    def test_nominal(self) -> None:
        """Example B: two observers, five values: 0.692."""
        assert alpha(units(*NOMINAL)) == pytest.approx(0.692, abs=0.0005)

    @pytest.mark.parametrize(("metric", "value"), [("nominal", 0.743), ("ordinal", 0.815)])
    def test_incomplete(self, metric: drawn.Untyped, value: float) -> None:
        """Examples C and D: four observers, values missing."""
        assert alpha(units(*INCOMPLETE), metric) == pytest.approx(value, abs=0.0005)

    @given(pairs=values, metric=st.sampled_from(["nominal", "ordinal"]))
    def test_properties(self, pairs: list[tuple[int, int]], metric: drawn.Untyped) -> None:
        """At most 1, symmetric, and 1 exactly where all is equal and varies."""
        found = alpha(pairs, metric)
        assert found == alpha([(b, a) for a, b in pairs], metric)
        if found is None:
            assert len({x for pair in pairs for x in pair}) < 2
        else:
            assert found <= 1
            assert (found == 1) is all(a == b for a, b in pairs)

    @given(pairs=st.lists(st.tuples(sets, sets), max_size=12))
    def test_properties_of_sets(self, pairs: list[tuple[frozenset[str], frozenset[str]]]) -> None:
        """The same for sets; and singletons weigh as names do."""
        for metric in METRICS[2:]:
            found = alpha(pairs, metric)
            if found is not None:
                assert (found == 1) is all(a == b for a, b in pairs)
        single = [(frozenset([str(len(a))]), frozenset([str(len(b))])) for a, b in pairs]
        assert alpha(single, "masi") == alpha([(len(a), len(b)) for a, b in pairs])

    @pytest.mark.parametrize("metric", ["nominal", "ordinal"])
    def test_chance(self, metric: drawn.Untyped) -> None:
        """Independent coders with one habit agree by chance alone."""
        draw = random.Random(7)
        pairs = [(draw.choice("aab"), draw.choice("aab")) for _ in range(20_000)]
        assert alpha(pairs, metric) == pytest.approx(0, abs=0.02)

    def test_undefined(self) -> None:
        """Nothing to compare, and nothing that varies, give None."""
        for metric in METRICS:
            assert alpha([], metric) is None
            assert alpha([(frozenset("a"),)], metric) is None
            assert alpha([(frozenset("a"), frozenset("a"))], metric) is None

    def test_order(self) -> None:
        """Ordinal distances go by the order that is given."""
        pairs = [("low", "high"), ("low", "low"), ("mid", "mid"), ("high", "high"), ("high", "low")]
        near = [("low", "mid"), ("low", "low"), ("mid", "mid"), ("high", "high"), ("high", "high")]
        order = ("low", "mid", "high")
        apart = alpha(pairs, "ordinal", order=order)
        close = alpha(near, "ordinal", order=order)
        assert apart is not None
        assert close is not None
        assert apart < close

    def test_refusals(self) -> None:
        """Wrong metrics, orders and values are told of."""
        wrong: drawn.Untyped = "fourier"
        with pytest.raises(UnknownNameError, match="masi"):
            alpha([], wrong)
        with pytest.raises(ValidationError, match="must be one of the order a"):
            alpha([("a", "b")], "ordinal", order="a")
        with pytest.raises(ValidationError, match="must be a frozenset"):
            alpha([("a", "b")], "masi")


class TestDistances:
    """Distances of sets."""

    @pytest.mark.parametrize(
        ("one", "other", "far"),
        [
            ("", "", 0),
            ("a", "a", 0),
            ("a", "", 1),
            ("a", "b", 1),
            ("ab", "abcd", Fraction(2, 3)),
            ("ab", "bc", Fraction(8, 9)),
            ("abc", "abd", 1 - Fraction(1, 2) * Fraction(1, 3)),
        ],
    )
    def test_masi(self, one: str, other: str, far: Fraction) -> None:
        """Passonneau (2006): Jaccard's coefficient times 1, 2/3, 1/3 or 0."""
        assert masi(set(one), set(other)) == masi(set(other), set(one)) == far

    @given(one=sets, other=sets)
    def test_jaccard_is_never_farther(self, one: frozenset[str], other: frozenset[str]) -> None:
        """MASI is the stricter; both lie between 0 and 1, and 0 is equality."""
        assert 0 <= jaccard(one, other) <= masi(one, other) <= 1
        assert (masi(one, other) == 0) is (jaccard(one, other) == 0) is (one == other)


class TestFields:
    """Agreement of two codings, field by field."""

    @given(first=drawn.codes(), second=drawn.codes())
    def test_properties(self, first: Codes, second: Codes) -> None:
        """Symmetric, in range, and as many sentences in common as `compare` finds."""
        texts = {"readout": ["…"] * drawn.LAST}
        there = measure_agreement(first, second, sentences=texts)
        assert there == measure_agreement(second, first, sentences=texts)
        by_name = {x.field: x for x in there}
        assert by_name["commitment"].units == drawn.LAST
        both = compare(first, second)
        assert by_name["commitment force"].units == both["commitment force"].among  # type: ignore[union-attr]
        assert by_name["commitment force"].equal == both["commitment force"].equal  # type: ignore[union-attr]
        rate = both.rates["commitments"]
        wrong = rate.spurious + rate.missed
        assert by_name["commitment"].equal == drawn.LAST - wrong
        for x in there:
            assert x.kappa is None or -1 <= x.kappa <= 1
            assert x.alpha is None or x.alpha <= 1
            assert (x.share is None) is (x.units == 0)

    @given(codes=drawn.codes())
    def test_perfect(self, codes: Codes) -> None:
        """A coder agrees with themselves, wherever there is something to agree on."""
        found = measure_agreement(codes, codes, sentences={"readout": ["…"] * drawn.LAST})
        assert {x.kappa for x in found} <= {None, 1.0}
        assert {x.alpha for x in found} <= {None, 1.0}

    def test_without_sentences(self) -> None:
        """Nobody knows how many sentences both passed over."""
        promise = CodedCommitment(1, actors=("JPN",), force=Force.PLEDGE)
        found = measure_agreement(*[Codes(id="a", commitments=(promise,))] * 2)
        assert [x.units for x in found[:3]] == [0, 0, 0]
        assert found[0].kappa is found[0].alpha is None
        assert found[3].units == 1

    def test_documents_of_one_coder_are_left_out(self) -> None:
        """Whoever did not code a document does not disagree about it."""
        promise = CodedCommitment(1, actors=("JPN",), force=Force.PLEDGE)
        a, b = [Codes(id=name, commitments=(promise,)) for name in "ab"]
        texts = {"a": ["…"], "b": ["…"]}
        for first, second in (([a, b], [b]), ([b], [a, b]), (b, [a, b]), ([a, b], b)):
            found = measure_agreement(first, second, sentences=texts)
            assert (found[0].units, found[0].equal) == (1, 1)

    def test_number_behind_the_last_sentence(self) -> None:
        """A slip of the pen is an error, not a disagreement."""
        codes = Codes(
            id="a",
            commitments=(CodedCommitment(3, actors=("JPN",), force=Force.PLEDGE),),
            issues=(CodedIssue(4, "unrest"),),
        )
        with pytest.raises(ValidationError) as caught:
            measure_agreement(codes, Codes(id="a"), sentences={"a": ["One.", "Two."]})
        paths = [fault.path for fault in caught.value.faults]
        assert paths == ["a: commitments[0].s", "a: issues[0].s"]
