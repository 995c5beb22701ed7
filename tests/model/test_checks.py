"""The checks that the records share."""

from __future__ import annotations

import pickle
from collections import namedtuple
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.model.refusals import Untyped

from bilateral.errors import Fault, ValidationError
from bilateral.model import checks

Pair = namedtuple("Pair", "one two")  # noqa: PYI024 — what a caller may have in hand
Nothing = namedtuple("Nothing", "")  # noqa: PYI024


def found(check: Callable[..., bool], *args: Untyped, **more: Untyped) -> tuple[bool, list[str]]:
    """Return what a check says and the faults that it adds, printed."""
    faults: list[Fault] = []
    sound = check(faults, "field", *args, **more)
    assert sound is not bool(faults)
    return sound, [str(fault) for fault in faults]


def test_refuse_raises_everything_at_once() -> None:
    """The error names the class and holds every fault in order."""
    faults = [Fault("a", 1, "x"), Fault("b", 2, "y")]
    with pytest.raises(ValidationError) as caught:
        checks.refuse(Fault("c", 3, "z"), faults)
    assert caught.value.record == "Fault"
    assert caught.value.faults == tuple(faults)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, "field: must be a str (got None)"),
        (3, "field: must be a str (got 3 of type int)"),
        (b"x", "field: must be a str (got b'x' of type bytes)"),
    ],
)
def test_a_wrong_type_is_told(value: Untyped, printed: str) -> None:
    """The type stands beside the value, and the fault holds the value itself."""
    assert found(checks.kind, value, str, "a str") == (False, [printed])
    faults: list[Fault] = []
    checks.kind(faults, "field", value, str, "a str")
    assert faults[0].value is value
    again = pickle.loads(pickle.dumps(faults[0]))
    assert (again.value, str(again)) == (value, printed)


def test_a_fault_of_type_is_a_fault_like_any_other() -> None:
    """It equals and hashes like a plain fault of the same place and reason."""
    faults: list[Fault] = []
    checks.add(faults, "field", 3, "must be a str")
    checks.kind(faults, "field", 3, str, "a str")
    plain, typed = faults
    assert plain == typed
    assert typed == plain
    assert hash(plain) == hash(typed)
    for path, reason in (("other", "must be a str"), ("a", "must be a str"), ("field", "a")):
        assert typed != Fault(path, 3, reason)
    anything: list[object] = ["field", None]
    assert typed not in anything


def test_optional_lets_none_pass() -> None:
    """None is right, another type is not and the reason says both."""
    assert found(checks.optional, None, str, "a str") == (True, [])
    assert found(checks.optional, "x", str, "a str") == (True, [])
    assert found(checks.optional, 3, str, "a str") == (
        False,
        ["field: must be a str or None (got 3 of type int)"],
    )


@pytest.mark.parametrize(
    ("value", "high", "reasons"),
    [
        (0, None, []),
        (9, 9, []),
        (-1, None, ["field: must be 0 or more (got -1)"]),
        (10, 9, ["field: must be between 0 and 9 (got 10)"]),
        (True, 9, ["field: must be an int (got True of type bool)"]),
        (1.0, 9, ["field: must be an int (got 1.0 of type float)"]),
        ("1", 9, ["field: must be an int (got '1' of type str)"]),
        (None, 9, ["field: must be an int (got None)"]),
    ],
)
def test_integer(value: Untyped, high: int | None, reasons: list[str]) -> None:
    """An int in range is right; a bool, a float and a numeral are none."""
    assert found(checks.integer, value, 0, high) == (not reasons, reasons)


@pytest.mark.parametrize(
    ("value", "text", "label"),
    [
        ("two words", [], []),
        ("two  words", [], ["field: must be one line, single spaces, none at the ends"]),
        (" word", [], ["field: must be one line, single spaces, none at the ends"]),
        ("a\nb", [], ["field: must be one line, single spaces, none at the ends"]),
        ("", *[["field: must not be empty or blank"]] * 2),
        ("\n\t ", *[["field: must not be empty or blank"]] * 2),
        (None, *[["field: must be a str"]] * 2),
        (b"x", *[["field: must be a str"]] * 2),
    ],
)
def test_text_and_label(value: Untyped, text: list[str], label: list[str]) -> None:
    """A text holds something; a label does so on one line."""
    for check, reasons in ((checks.text, text), (checks.label, label)):
        sound, printed = found(check, value)
        assert sound is not bool(reasons)
        assert [line.partition(" (got")[0] for line in printed] == reasons


@given(st.text(st.sampled_from("a \t\n\xa0\u2028\u3000é\0")) | st.text())
def test_a_label_is_what_joining_its_words_gives(text: str) -> None:
    """The quick way to say so says the same."""
    assert found(checks.label, text)[0] == (bool(text.split()) and text == " ".join(text.split()))


def test_an_optional_label_may_be_missing() -> None:
    """None is right and a blank is not."""
    assert found(checks.optional_label, None) == (True, [])
    assert found(checks.optional_label, "x") == (True, [])
    assert found(checks.optional_label, "")[0] is False


@pytest.mark.parametrize("value", [0, 1, "no", None])
def test_boolean_takes_no_substitute(value: Untyped) -> None:
    """Only True and False are truth values."""
    assert found(checks.boolean, True) == (True, [])  # noqa: FBT003
    assert found(checks.boolean, value)[0] is False


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("ab", "must be a tuple of str"),
        (b"ab", "must be a tuple of str"),
        (None, "must be a tuple of str"),
        (3, "must be a tuple of str"),
        (["a"], "must be a tuple of str; write tuple(...) around it"),
        ({"a"}, "must be a tuple of str; write tuple(...) around it"),
        (Pair("a", "b"), "must be a tuple of str; write tuple(...) around it"),
        (Nothing(), "must be a tuple of str; write tuple(...) around it"),
    ],
)
def test_each_takes_a_tuple_alone(value: Untyped, reason: str) -> None:
    """A text, a list, a set and a class of the user's are no plain tuple."""
    sound, printed = found(checks.each, value, str, "str")
    assert not sound
    assert printed[0].startswith(f"field: {reason} (got ")


def test_each_lists_every_wrong_item() -> None:
    """Items of the wrong type are told of by index."""
    assert found(checks.each, ("a", 1, None), str, "str") == (
        False,
        [
            "field[1]: must be a str (got 1 of type int)",
            "field[2]: must be a str (got None)",
        ],
    )


def test_each_tells_of_types_alone_where_they_are_wrong() -> None:
    """What has the wrong type is neither counted nor compared."""
    for more in ({"least": 3}, {"key": str}):
        assert found(checks.each, (1, 1), str, "str", **more) == (
            False,
            [
                "field[0]: must be a str (got 1 of type int)",
                "field[1]: must be a str (got 1 of type int)",
            ],
        )


def test_each_counts_and_compares() -> None:
    """Too few and repeated items are faults."""
    assert found(checks.each, (), str, "str") == (True, [])
    assert found(checks.each, (), str, "str", least=1) == (
        False,
        ["field: must hold at least 1 str (got ())"],
    )
    assert found(checks.each, ("a", "A", "b"), str, "str", key=lambda x: str(x).lower()) == (
        False,
        ["field[1]: stands there twice; name it once (got 'A')"],
    )
    assert found(checks.each, ("a", "b"), str, "str", key=str) == (True, [])
