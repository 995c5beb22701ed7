"""What can go wrong, and what the errors tell."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import (
    AmbiguousNameError,
    BilateralError,
    CountError,
    Fault,
    LoadError,
    MissingExtraError,
    TableError,
    UnknownNameError,
    ValidationError,
    shorten,
)

FAULT = Fault("start", -1, "must be 0 or more")

#: An error of each kind, what it prints, and the built-in error that it is as well.
ERRORS = [
    (
        ValidationError("Span", (FAULT,)),
        "Span is not valid, 1 fault:\n  start: must be 0 or more (got -1)",
        ValueError,
    ),
    (
        ValidationError("Span", (FAULT, Fault("end", 0, "must be greater"))),
        """Span is not valid, 2 faults:
  start: must be 0 or more (got -1)
  end: must be greater (got 0)""",
        ValueError,
    ),
    (
        UnknownNameError("country", "Malysia", ("Malaysia", "Malawi")),
        "no country is called 'Malysia'; the nearest: Malaysia, Malawi",
        LookupError,
    ),
    (UnknownNameError("country", "Xyz"), "no country is called 'Xyz'", LookupError),
    (
        AmbiguousNameError("country", "Korean", ("South Korea", "North Korea")),
        "'Korean' can mean more than one country: say which of South Korea, North Korea",
        UnknownNameError,
    ),
    (
        CountError("Commitments", 3),
        "Commitments hold 3 records where exactly one was asked for",
        LookupError,
    ),
    (LoadError("a.txt", "is not there"), "a.txt: is not there", BilateralError),
    (TableError("levels.csv", 4, "has 2 cells"), "levels.csv:4: has 2 cells", BilateralError),
    (TableError("levels.csv", 0, "is empty"), "levels.csv: is empty", BilateralError),
    (
        MissingExtraError("cli", "the command line"),
        "the command line needs an extra: pip install 'bilateral[cli]'",
        ImportError,
    ),
]


@pytest.mark.parametrize(("error", "text", "kind"), ERRORS)
def test_an_error_tells_what_is_wrong(
    error: BilateralError, text: str, kind: type[Exception]
) -> None:
    """Each error prints its facts, and is caught as the package's and as the built-in one."""
    assert str(error) == text
    assert isinstance(error, BilateralError)
    assert isinstance(error, kind)


@pytest.mark.parametrize("error", [error for error, _, _ in ERRORS])
def test_an_error_survives_pickling(error: BilateralError) -> None:
    """An error raised in another process arrives with its facts."""
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert vars(again) == vars(error)


def test_errors_carry_their_facts() -> None:
    """A program need not parse the sentence."""
    assert UnknownNameError("country", "Malysia", ("Malaysia",)).nearest == ("Malaysia",)
    assert TableError("levels.csv", 4, "x").line == 4
    assert LoadError("a.txt", "x").path == "a.txt"
    assert CountError("Issues", 2).count == 2
    assert MissingExtraError("cli", "x").extra == "cli"


def test_faults_are_values() -> None:
    """Faults are equal by place and reason, whatever the value; they are hashable and immutable."""
    assert Fault("start", "another", "must be 0 or more") == FAULT
    assert hash(FAULT) == hash(Fault("start", ["unhashable"], "must be 0 or more"))
    assert Fault("end", -1, "must be 0 or more") != FAULT
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        FAULT.path = "end"  # type: ignore[misc]


@given(st.text() | st.binary() | st.lists(st.integers()), st.integers(2, 100))
def test_shorten_keeps_its_limit(value: object, limit: int) -> None:
    """However long the value, its short form is not longer than was asked for."""
    text = shorten(value, limit)
    assert len(text) <= limit
    assert text.endswith("…") or text == repr(value)


def test_a_faulty_repr_does_not_hide_the_fault() -> None:
    """A value that cannot be printed is named by its class."""

    class Broken:
        def __repr__(self) -> str:
            raise RuntimeError

    assert str(Fault("start", Broken(), "must be an int")) == (
        "start: must be an int (got <Broken>)"
    )


def test_a_fault_prints_its_value_in_short() -> None:
    """A fault prints where, why and what, and a long value only in part."""
    assert str(FAULT) == "start: must be 0 or more (got -1)"
    assert str(Fault("text", "x" * 10_000, "must be short")).endswith("xxx…)")
    assert len(str(Fault("text", "x" * 10_000, "must be short"))) < 120
