"""What parties say that they will do."""

from __future__ import annotations

import operator
import pickle
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.refusals import Untyped, refused

from bilateral import (
    Amount,
    Commitment,
    Country,
    Domain,
    Force,
    Organization,
    PartialDate,
    Section,
    Span,
    Trace,
    UnknownNameError,
)

JAPAN = Country("JP", "JPN", "392", "Japan")
MALAYSIA = Country("MY", "MYS", "458", "Malaysia")
EXAMPLE = Organization("X", "Example")
ENERGY = Domain("energy", label="Energy")
MADE = Commitment("Japan will\nact.", actors=(JAPAN,), force=Force.PLEDGE)
forces = st.sampled_from(Force)

LETTERS = "must be three capital letters of ISO 4217"
RANKS = [Force.ASPIRATION, Force.INTENT, Force.PLEDGE]


@given(st.sampled_from(RANKS), st.sampled_from(RANKS))
def test_promises_are_ordered_by_firmness(one: Force, two: Force) -> None:
    """A pledge is firmer than an intent, and that than an aspiration."""
    first, second = RANKS.index(one), RANKS.index(two)
    assert (one < two, one <= two, one > two, one >= two) == (
        first < second,
        first <= second,
        first > second,
        first >= second,
    )
    assert one.at_least(two) == one.at_least(two.value) == (one >= two)


@pytest.mark.parametrize("compare", [operator.lt, operator.le, operator.gt, operator.ge])
@given(force=forces)
def test_a_request_is_no_weaker_or_stronger_promise(compare: Untyped, force: Force) -> None:
    """Ordering a request, or a force and something else, raises."""
    for other in (Force.REQUEST, "pledge", 1):
        with pytest.raises(TypeError):
            compare(force, other)
    with pytest.raises(TypeError):
        compare(Force.REQUEST, force)


@given(forces)
def test_a_request_is_at_least_a_request_alone(force: Force) -> None:
    """Requests and promises do not reach one another."""
    assert force.at_least(Force.REQUEST) == Force.REQUEST.at_least(force)
    assert force.at_least(Force.REQUEST) == (force is Force.REQUEST)


@given(forces)
def test_a_force_is_found_by_its_value(force: Force) -> None:
    """Any letters will do; a force is its own name."""
    assert Force.of(f" {force.value.title()} ") is Force.of(force) is force
    assert str(force) == force.value


@pytest.mark.parametrize("name", ["promise", "", None, 1, "PLEDGES"])
def test_an_unknown_force_is_an_error(name: Untyped) -> None:
    """There are four forces, and the error lists them."""
    with pytest.raises(UnknownNameError) as caught:
        Force.of(name)
    assert caught.value.nearest == ("pledge", "intent", "aspiration", "request")
    with pytest.raises(UnknownNameError):
        Force.PLEDGE.at_least(name)


@pytest.mark.parametrize(
    ("value", "more", "faults"),
    [
        (Decimal("NaN"), {"currency": "USD"}, {"value": "must be finite"}),
        (Decimal("sNaN"), {"currency": "USD"}, {"value": "must be finite"}),
        (
            Decimal("1E+1000"),
            {"currency": "USD"},
            {"value": "must have at most 999 digits before and after the point"},
        ),
        (
            Decimal("1E-1000"),
            {"unit": "x"},
            {"value": "must have at most 999 digits before and after the point"},
        ),
        (Decimal("-Infinity"), {"unit": "x"}, {"value": "must be finite"}),
        (20.0, {"unit": "x"}, {"value": "must be a decimal.Decimal"}),
        (True, {"unit": "x"}, {"value": "must be a decimal.Decimal"}),
        (
            "20",
            {"span": (0, 1)},
            {
                "value": "must be a decimal.Decimal",
                "currency": "give a currency for money or a unit for a quantity, one of them",
                "span": "must be a Span or None",
            },
        ),
        (
            Decimal(1),
            {"currency": "USD", "unit": "x"},
            {"currency": "give a currency for money or a unit for a quantity, one of them"},
        ),
        *[
            (Decimal(1), {"currency": code}, {"currency": LETTERS})
            for code in ("usd", "US", "USDT", "U$D", "ÄÖÜ")
        ],
        (Decimal(1), {"currency": 840}, {"currency": "must be a str"}),
        (Decimal(1), {"unit": ""}, {"unit": "must not be empty or blank"}),
    ],
)  # fmt: skip
def test_a_faulty_amount_is_refused(value: Untyped, more: Untyped, faults: dict[str, str]) -> None:
    """Everything wrong is told at once."""
    assert refused(Amount, value, **more) == faults


def test_amounts_are_printed_and_compared() -> None:
    """Money stands behind its currency and a quantity before its unit; both are values."""
    money = Amount(Decimal(20000000), currency="USD")
    assert str(money) == "USD 20,000,000"
    assert str(Amount(Decimal("2.50"), unit="per cent")) == "2.50 per cent"
    assert money == Amount(Decimal("2E+7"), currency="USD") != Amount(Decimal(1), currency="USD")
    assert hash(money) == hash(Amount(Decimal("2E+7"), currency="USD"))
    assert pickle.loads(pickle.dumps(money)) == money


@pytest.mark.parametrize(
    ("more", "faults"),
    [
        (
            {
                "text": " ",
                "actors": (),
                "force": "pledge",
                "reaffirmed": 1,
                "domains": ("energy",),
                "addressees": [JAPAN],
                "deadline": "2027",
                "amounts": None,
                "section": "IV.",
                "span": (0, 1),
                "id": None,
                "trace": "rule",
            },
            {
                "text": "must not be empty or blank",
                "actors": "must hold at least 1 Party",
                "force": "must be a Force",
                "reaffirmed": "must be True or False",
                "domains[0]": "must be a Domain",
                "addressees": "must be a tuple of Party; write tuple(...) around it",
                "deadline": "must be a PartialDate or None",
                "amounts": "must be a tuple of Amount",
                "section": "must be a Section or None",
                "span": "must be a Span or None",
                "id": "must be a str",
                "trace": "must be a Trace or None",
            },
        ),
        ({"text": None}, {"text": "must be a str"}),
        ({"actors": "JPN"}, {"actors": "must be a tuple of Party"}),
        ({"actors": (JAPAN, None)}, {"actors[1]": "must be a Party"}),
        ({"actors": (JAPAN, JAPAN)}, {"actors[1]": "stands there twice; name it once"}),
        (
            {"actors": (JAPAN, Country("JP", "JPN", "392", "Nippon"))},
            {"actors[1]": "stands there twice; name it once"},
        ),
        ({"addressees": (EXAMPLE, EXAMPLE)}, {"addressees[1]": "stands there twice; name it once"}),
        ({"domains": (ENERGY, ENERGY)}, {"domains[1]": "stands there twice; name it once"}),
        ({"amounts": (5,)}, {"amounts[0]": "must be an Amount"}),
        ({"id": " "}, {"id": "must not be empty or blank"}),
        ({"id": "c 1\n"}, {"id": "must be one line, single spaces, none at the ends"}),
        ({"reaffirmed": None}, {"reaffirmed": "must be True or False"}),
    ],
)
def test_a_faulty_commitment_is_refused(more: Untyped, faults: dict[str, str]) -> None:
    """Everything wrong is told at once, and nothing is turned into what it is not."""
    parts = {"text": "x", "actors": (JAPAN,), "force": Force.PLEDGE, **more}
    assert refused(Commitment, **parts) == faults


def test_an_id_is_derived_unless_given() -> None:
    """The id comes from words, place and actors; force, domains and the rest do not enter."""
    same = attrs.evolve(MADE, force=Force.INTENT, domains=(ENERGY,), reaffirmed=True, id="")
    assert same.id == MADE.id
    for other in (
        attrs.evolve(MADE, text="other", id=""),
        attrs.evolve(MADE, span=Span(0, 5), id=""),
        attrs.evolve(MADE, actors=(MALAYSIA,), id=""),
    ):
        assert other.id != MADE.id
    assert attrs.evolve(MADE, id="mine").id == "mine"


def test_commitments_are_values() -> None:
    """The order of parties and the trace do not matter to equality; everything else does."""
    one = Commitment("x", actors=(JAPAN, EXAMPLE), force=Force.INTENT, trace=Trace("rule"))
    two = Commitment("x", actors=(EXAMPLE, JAPAN), force=Force.INTENT)
    assert one == two
    assert hash(one) == hash(two)
    again = pickle.loads(pickle.dumps(one))
    assert (again, again.trace) == (one, one.trace)
    for other in (
        attrs.evolve(two, force=Force.PLEDGE),
        attrs.evolve(two, reaffirmed=True),
        attrs.evolve(two, domains=(ENERGY,)),
        attrs.evolve(two, addressees=(MALAYSIA,)),
        attrs.evolve(two, deadline=PartialDate(2027)),
        attrs.evolve(two, amounts=(Amount(Decimal(1), unit="x"),)),
        attrs.evolve(two, section=Section(title="Trade")),
        attrs.evolve(two, id="mine"),
    ):
        assert other != two
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.text = "y"  # type: ignore[misc]


def test_parties_are_actors_then_addressees() -> None:
    """An addressee who acts as well is named once."""
    made = attrs.evolve(MADE, addressees=(JAPAN, MALAYSIA))
    assert made.parties == (JAPAN, MALAYSIA)
    assert MADE.parties == (JAPAN,)


def test_a_commitment_is_printed_on_one_line() -> None:
    """Line breaks of the source stay in the text and not in print."""
    assert MADE.text == "Japan will\nact."
    assert str(MADE) == "Japan will act."
