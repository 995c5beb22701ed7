"""The tables of the grammar as rows with fields."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypeVar

from attrs import fields, frozen

from bilateral.gazetteer.tables import items, parse
from bilateral.model.commitments import Force
from bilateral.model.dates import Precision
from bilateral.model.domains import Domain

RowT = TypeVar("RowT")


@frozen
class State:
    """A state as reports name it; the adjective and the seat may be empty."""

    code: str
    name: str
    adjective: str = ""
    seat: str = ""


@frozen
class Name:
    """A person's name, the part by which a report calls them again, and the pronoun."""

    name: str
    surname: str
    pronoun: str


@frozen
class Office:
    """An office as it is printed before a name."""

    office: str


@frozen
class Opening:
    """A first sentence, the kind of meeting, whether it names the leaders, and whose seat the place is."""

    pattern: str
    kind: str
    leaders: bool
    seat: str


@frozen
class Naming:
    """How a leader is named, for the first time or again."""

    pattern: str
    time: str


@frozen
class Subject:
    """Words for who acts.

    Fields:
        words: the words.
        of: whether ``"all"`` act or ``"one"``.
        number: whether they are ``"plural"`` or ``"singular"``.
        person: whether they name or mean a person.
        needs: what must stand before a pronoun: ``"several"``, a ``"person"``, a ``"party"``, or nothing.
        refers: whether a pronoun may point back to them in the sentence.
    """

    words: str
    of: str
    number: str
    person: bool
    needs: str
    refers: bool


@frozen
class Cue:
    """A sentence that promises, how firmly, whether again, and who can be said to act so."""

    pattern: str
    force: Force
    reaffirmed: bool
    by: str


@frozen
class Pair:
    """A sentence in which each of two promises something, and how firmly each."""

    pattern: str
    force: tuple[Force, ...]


@frozen
class Stem:
    """Words before a list of conduct, and the form that the conduct has there."""

    pattern: str
    force: Force
    reaffirmed: bool
    form: str


@frozen
class Deed:
    """Conduct as an infinitive and as a gerund, its policy fields, and whether it can be finished."""

    do: str
    doing: str
    domains: tuple[Domain, ...]
    ends: bool = True


@frozen
class Money:
    """A way to write a sum, its currency, and what the written number is multiplied by."""

    pattern: str
    currency: str
    scale: int


@frozen
class Limit:
    """A way to write a deadline, as exact as its record."""

    pattern: str
    precision: Precision


@frozen
class Matter:
    """What may be at issue, whom it is about besides those in its name, and its sort."""

    article: str
    name: str
    about: str
    domains: tuple[Domain, ...]
    sort: str


@frozen
class Agenda:
    """A sentence that presents one matter or two, of a sort."""

    pattern: str
    sort: str
    count: int


@frozen
class Bond:
    """A sentence that names the status of a relationship, and maybe since when."""

    pattern: str
    since: bool


@frozen
class Line:
    """A sentence, heading, title or label without anything else to it."""

    pattern: str


@cache
def rows(table: str, kind: type[RowT]) -> tuple[RowT, ...]:
    """Return the rows of a table of ``strategies/data``, each as a `kind`."""
    text = (files("bilateral.strategies") / "data" / table).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    columns = lines[0].split(",")
    types = {field.name: str(field.type) for field in fields(kind)}  # type: ignore[arg-type]
    return tuple(
        [
            kind(**{column: _value(types[column], cell) for column, cell in row.items()})
            for _, row in parse(table, text, columns)
        ]
    )


def _value(kind: str, cell: str) -> object:
    if kind == "bool":
        return cell == "yes"
    if kind == "int":
        return int(cell)
    if kind == "Force":
        return Force.of(cell)
    if kind == "tuple[Force, ...]":
        return tuple(map(Force.of, items(cell)))
    if kind.startswith("tuple"):
        return tuple([Domain.of(name) for name in items(cell)])
    return cell
