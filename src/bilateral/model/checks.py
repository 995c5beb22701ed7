"""The checks that the records share; each adds what it finds to a list of faults.

A record's `__attrs_post_init__` runs every check and raises once, so that an error shows all that
is wrong.  Checks return nothing and are cheap when all is well: construction is on the hot path.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bilateral.errors import Fault, ValidationError, shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: There is only one, so that asking for it is quick.
EMPTY: tuple[()] = ()


def refuse(record: object, faults: list[Fault]) -> None:
    """Raise everything that was found wrong with `record`."""
    raise ValidationError(type(record).__name__, tuple(faults))


def setters(record: type, *names: str) -> list[Callable[[object, object], None]]:
    """Return what fills each of a frozen class's slots, for an `__init__` of its own."""
    return [getattr(record, name).__set__ for name in names]


def is_word(value: object) -> bool:
    """Say whether `value` is a str without white space: a `label`, as nearly all ids and rules are.

    This and the three below tell quickly what is sound; what they refuse may still be.
    """
    return type(value) is str and value != "" and value.isprintable() and " " not in value


def is_line(value: object) -> bool:
    """Say whether `value` is a `label` of printable characters, as nearly all are."""
    return (
        type(value) is str
        and value != ""
        and value.isprintable()
        and "  " not in value
        and value.strip() == value
    )


def are(value: object, wanted: type) -> bool:
    """Say whether `value` is a tuple of records of exactly one class."""
    if type(value) is not tuple:
        return False
    for item in value:  # noqa: SIM110 - a generator would take twice as long
        if type(item) is not wanted:
            return False
    return True


def are_distinct(value: object, wanted: Sequence[type], key: str) -> bool:
    """Say whether `value` is a tuple of records of some classes that differ in one attribute."""
    if type(value) is not tuple:
        return False
    if len(value) == 1:
        return type(value[0]) in wanted
    if len(value) == 2:
        one, other = value
        return (
            type(one) in wanted
            and type(other) in wanted
            and getattr(one, key) != getattr(other, key)
        )
    for item in value:
        if type(item) not in wanted:
            return False
    return value == () or len({getattr(item, key) for item in value}) == len(value)


def add(faults: list[Fault], path: str, value: object, reason: str) -> None:
    """Add one fault."""
    faults.append(Fault(path, value, reason))


def kind(faults: list[Fault], path: str, value: object, wanted: type, name: str) -> bool:
    """Check that `value` is an instance of `wanted`; say whether it is."""
    if isinstance(value, wanted):
        return True
    faults.append(_TypeFault(path, value, f"must be {name}"))
    return False


def optional(faults: list[Fault], path: str, value: object, wanted: type, name: str) -> bool:
    """Check that `value` is None or an instance of `wanted`."""
    return value is None or kind(faults, path, value, wanted, f"{name} or None")


def integer(faults: list[Fault], path: str, value: object, low: int, high: int | None) -> bool:
    """Check for an int (a bool is none) between `low` and `high`, both included."""
    if type(value) is not int:
        faults.append(_TypeFault(path, value, "must be an int"))
        return False
    if value < low or (high is not None and value > high):
        wanted = f"{low} or more" if high is None else f"between {low} and {high}"
        faults.append(Fault(path, value, f"must be {wanted}"))
        return False
    return True


def text(faults: list[Fault], path: str, value: object) -> bool:
    """Check for a str with something in it besides white space."""
    if not isinstance(value, str):
        faults.append(_TypeFault(path, value, "must be a str"))
        return False
    if not value or value.isspace():
        faults.append(Fault(path, value, "must not be empty or blank"))
        return False
    return True


def label(faults: list[Fault], path: str, value: object) -> bool:
    """Check for a text in one line without white space around it."""
    if not text(faults, path, value):
        return False
    assert isinstance(value, str)
    if value.isprintable() and "  " not in value and value[0] != " " != value[-1]:
        return True  # of white space, only the space is printable: the usual case, quickly
    if value != " ".join(value.split()):
        reason = "must be one line, single spaces, none at the ends"
        faults.append(Fault(path, value, reason))
        return False
    return True


def optional_label(faults: list[Fault], path: str, value: object) -> bool:
    """Check for None or a `label`."""
    return value is None or label(faults, path, value)


def boolean(faults: list[Fault], path: str, value: object) -> bool:
    """Check for True or False; 0, 1 and "no" are neither."""
    return kind(faults, path, value, bool, "True or False")


def each(
    faults: list[Fault],
    path: str,
    value: object,
    wanted: type | tuple[type, ...],
    name: str,
    *,
    least: int = 0,
    key: Callable[[object], object] | None = None,
) -> bool:
    """Check for a tuple of `wanted`, at least `least` of them and none twice by `key`."""
    if value == () and not least and type(value) is tuple:
        return True
    if type(value) is not tuple:
        reason = f"must be a tuple of {name}"
        if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
            reason += "; write tuple(...) around it"
        faults.append(_TypeFault(path, value, reason))
        return False
    before = len(faults)
    for index, item in enumerate(value):
        if not isinstance(item, wanted):
            faults.append(_TypeFault(f"{path}[{index}]", item, f"must be {article(name)}"))
    if len(faults) > before:
        return False
    if len(value) < least:
        faults.append(Fault(path, value, f"must hold at least {least} {name}"))
        return False
    if key is not None and len(value) > 1:
        seen = set()
        for index, item in enumerate(value):
            mark = key(item)
            if mark in seen:
                faults.append(Fault(f"{path}[{index}]", item, "stands there twice; name it once"))
            seen.add(mark)
    return len(faults) == before


def article(name: str) -> str:
    """Return a class's name with its article.

    >>> article("Amount"), article("Party")
    ('an Amount', 'a Party')
    """
    return f"an {name}" if name[0] in "AEIOaeio" else f"a {name}"


class _TypeFault(Fault):
    """A fault of a value's type, which it tells with the value: `repr` alone may hide it."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Fault):
            return NotImplemented
        return (self.path, self.reason) == (other.path, other.reason)

    __hash__ = Fault.__hash__

    def __str__(self) -> str:
        if self.value is None:
            return super().__str__()
        told = f"{shorten(self.value)} of type {type(self.value).__name__}"
        return f"{self.path}: {self.reason} (got {told})"
