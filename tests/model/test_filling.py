"""The quicker `__init__`, beside the one that attrs makes."""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import get_type_hints

import attrs
import pytest
from attrs import field, frozen
from tests.model.refusals import Untyped

from bilateral import Amount, Commitment, Issue, Leader, Meeting, Partnership
from bilateral.model.filling import quickly

QUICK = (Amount, Commitment, Issue, Leader, Meeting, Partnership)


@frozen
class Plain:
    """Filled by attrs."""

    one: int
    two: str = "b"
    three: tuple[int, ...] = field(default=(), kw_only=True)
    four: int = field(kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.one < 0:
            raise ValueError(self.one)


@quickly
@frozen
class Quick:
    """The same, filled quickly."""

    one: int
    two: str = "b"
    three: tuple[int, ...] = field(default=(), kw_only=True)
    four: int = field(kw_only=True)

    @staticmethod
    def _is_sound(one: int, two: object, three: object, four: object) -> bool:
        return one >= 0 and (two, three, four) != (None, None, None)

    def _check(self) -> None:
        raise ValueError(self.one)


@quickly
@frozen
class Numbered:
    """One that fills in an empty id."""

    one: int
    id: str = field(default="", kw_only=True)

    @staticmethod
    def _is_sound(one: int, id: object) -> bool:  # noqa: ARG004
        return one > 0

    def _check(self) -> None:
        if self.one < 0:
            raise ValueError(self.one)

    def _derive(self) -> None:
        object.__setattr__(self, "id", f"n-{self.one}")


@frozen
class Below(Numbered):
    """A class below it, which attrs fills."""

    more: int = field(default=0, kw_only=True)


@pytest.mark.parametrize("kind", [Numbered, Below])
def test_what_is_empty_is_filled_in(kind: type[Numbered]) -> None:
    """Where the quick check says no, the other decides; then an empty id is derived."""
    assert [kind(one, id=own).id for one in (0, 1) for own in ("", "x")] == ["n-0", "x", "n-1", "x"]
    with pytest.raises(ValueError, match="-1"):
        kind(-1, id="x")


@pytest.mark.parametrize(
    ("args", "more"),
    [
        ((1,), {"four": 4}),
        ((1, "c"), {"four": 4, "three": (1,)}),
        ((), {"one": 1, "two": "", "four": 4}),
        ((1,), {}),
        ((), {"four": 4}),
        ((1, "c", (1,)), {"four": 4}),
        ((1,), {"four": 4, "five": 5}),
        ((1,), {"one": 1, "four": 4}),
        ((-1,), {"four": 4}),
    ],
)
def test_takes_and_refuses_what_attrs_does(args: tuple[Untyped, ...], more: Untyped) -> None:
    """Values, defaults, errors and their words are those of the `__init__` that it replaces."""
    told = []
    for kind in (Plain, Quick):
        try:
            told.append(str(attrs.astuple(kind(*args, **more))))
        except (TypeError, ValueError) as error:
            told.append(f"{type(error)} {error}".replace("Quick", "Plain"))
    assert told[0] == told[1]


def test_signature_and_hints() -> None:
    """Who asks for the parameters and their types is told the same."""
    assert inspect.signature(Quick) == inspect.signature(Plain)
    assert get_type_hints(Quick.__init__) == get_type_hints(Plain.__init__)
    assert Quick.__init__.__qualname__ == "Quick.__init__"
    assert Quick.__init__.__module__ == __name__


@pytest.mark.parametrize("kind", QUICK)
def test_records_have_the_signature_of_their_fields(kind: type) -> None:
    """Each parameter is a field, in its order, with its default and its type."""
    hints = get_type_hints(vars(kind)["__init__"])
    parameters = inspect.signature(kind).parameters
    assert list(parameters) == [part.name for part in attrs.fields(kind)]
    for part in attrs.fields(kind):
        default = parameters[part.name].default
        assert default == (
            inspect.Parameter.empty if part.default is attrs.NOTHING else part.default
        )
        assert part.name in hints


def test_is_frozen_and_can_be_copied() -> None:
    """A record is as unchangeable as before; copies, changed ones and pickled ones are equal."""
    made = Quick(1, four=4)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.one = 2  # type: ignore[misc]
    assert attrs.evolve(made, one=2) == Quick(2, four=4)
    assert pickle.loads(pickle.dumps(made)) == made


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_is_pickled_without_the_names_of_its_fields(protocol: int) -> None:
    """In each of the forms that pickling has; what has another number of values is refused."""
    made = Quick(1, "c", three=(3,), four=4)
    packed = pickle.dumps(made, protocol)
    assert b"three" not in packed
    assert pickle.loads(packed) == made
    with pytest.raises(ValueError, match="unpack"):
        Quick(1, four=4).__setstate__((1, "c"))  # type: ignore[attr-defined]


def test_subclasses() -> None:
    """A class below has its own fields, and a plain one the same."""

    @frozen
    class More(Quick):
        five: int = field(default=5, kw_only=True)

        def _check(self) -> None:
            if self.one < 0:
                super()._check()

    class Same(Quick):
        pass

    assert attrs.astuple(More(1, four=4)) == (1, "b", (), 4, 5)
    assert Same(1, four=4).one == 1
    assert attrs.astuple(copy.copy(More(1, four=4, five=6))) == (1, "b", (), 4, 6)
    assert attrs.astuple(copy.copy(Same(1, four=4))) == (1, "b", (), 4)
    with pytest.raises(ValueError, match="-1"):
        More(-1, four=4)


@pytest.mark.parametrize(
    "more",
    [
        {"converter": int},
        {"validator": attrs.validators.instance_of(int)},
        {"factory": int},
    ],
)
def test_refuses_more_than_plain_fields(more: Untyped) -> None:
    """What only attrs can do is not silently left out."""
    made = attrs.make_class("Made", {"one": attrs.field(**more)}, frozen=True, slots=True)
    with pytest.raises(TypeError, match=r"Made\.one is more than a plain field"):
        quickly(made)
