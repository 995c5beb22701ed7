"""Code that writes and reads records, made from their shapes when a class is first met.

The code that is made holds no loop over fields and asks for no type: for a `Milestone` it reads ::

    def write(x, writer):
        return {"level": x.level.label, "date": None if (v1 := x.date) is None else str(v1)}

    def read(o, shared, dates):
        if len(o) != 2: wrong()
        return Kind(level=Level(o["level"]), date=None if (v1 := o["date"]) is None else dates[v1])

What is read must have exactly the form that is written.  Anything else raises one of `WRONG`, and
`bilateral.interchange.careful` then finds out whether and why it is wrong.  The records check
themselves as they are made, so nothing that they would refuse gets through here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any, NoReturn

from attrs import define, field

from bilateral.errors import BilateralError
from bilateral.interchange.shapes import (
    Cited,
    Maybe,
    Object,
    Scalar,
    Several,
    Shape,
    Table,
    record_shape,
)
from bilateral.model.commitments import Force
from bilateral.model.dates import PartialDate
from bilateral.model.partnerships import PartnershipLevel
from bilateral.model.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.interchange.sharing import Shared, Writer

    Write = Callable[[Any, Writer], Any]
    Read = Callable[[Any, Shared, "Dates"], Any]

#: What reading raises for anything that has not exactly the written form.
WRONG = (BilateralError, LookupError, TypeError, ValueError, AttributeError, ArithmeticError)

DECIMAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:E[+-][0-9]+)?", re.ASCII)
FORCES = {force.value: force for force in Force}


class Dates(dict[str, PartialDate]):
    """The dates of a document, each made once."""

    def __missing__(self, written: str) -> PartialDate:
        date = self[written] = PartialDate.parse(written)
        return date


def decimal(written: str) -> Decimal:
    """Return a number from its written form.

    Raises:
        ValueError: it has another form.
    """
    return Decimal(written) if DECIMAL.fullmatch(written) else wrong()


def wrong() -> NoReturn:
    """Refuse what has not the written form."""
    raise ValueError


@cache
def writer_of(shape: Shape) -> Write:
    """Return a function that writes values of a shape."""
    code = _Code()
    made: Write = code.function("x, writer", [f"return {code.written(shape, 'x')}"])
    return made


@cache
def reader_of(shape: Shape) -> Read:
    """Return a function that reads values of a shape; it raises one of `WRONG`."""
    code = _Code()
    made: Read = code.function("o, shared, dates", [*_OPENING, f"return {code.read(shape, 'o')}"])
    return made


_OPENING = ("parties, domains, sections = shared.parties, shared.domains, shared.sections",)
_METHODS = {Table.PARTIES: "party", Table.DOMAINS: "domain", Table.SECTIONS: "section"}


@define
class _Code:
    """One function that is being made: the names that it uses, and fresh ones for its variables."""

    names: dict[str, Any] = field(
        factory=lambda: {
            "Span": Span,
            "Level": PartnershipLevel,
            "FORCES": FORCES,
            "decimal": decimal,
            "wrong": wrong,
        }
    )
    fresh: Iterator[int] = field(factory=lambda: count(1))

    def function(self, parameters: str, lines: list[str]) -> Any:  # noqa: ANN401 - its maker knows the type
        body = "".join([f"    {line}\n" for line in lines])
        exec(f"def made({parameters}):\n{body}", self.names)
        return self.names["made"]

    def called(self, made: object) -> str:
        """Return a name for something that the code uses."""
        name = f"known{next(self.fresh)}"
        self.names[name] = made
        return name

    def written(self, shape: Shape, value: str) -> str:
        """Return an expression that writes the value of an expression."""
        match shape:
            case Scalar.TEXT | Scalar.NUMBER | Scalar.FLAG:
                return value
            case Scalar.DATE | Scalar.DECIMAL:
                return f"str({value})"
            case Scalar.FORCE:
                return f"{value}._value_"  # `value` is a property, and slow
            case Scalar.LEVEL:
                return f"{value}.label"
            case Scalar.SPAN:
                return f"[{value}.start, {value}.end]"
            case Cited(table):
                name = f"v{next(self.fresh)}"
                enter = f"writer.{_METHODS[table]}({name})"
                return f"(writer.keys.get(id({name} := {value})) or {enter})"
            case Maybe(inner):
                name = f"v{next(self.fresh)}"
                return f"None if ({name} := {value}) is None else {self.written(inner, name)}"
            case Several(inner):
                name = f"v{next(self.fresh)}"
                return f"[{self.written(inner, name)} for {name} in {value}]"
            case Object(kind):
                return f"{self.called(_object_writer(kind))}({value}, writer)"

    def read(self, shape: Shape, value: str) -> str:
        """Return an expression that reads the value of an expression."""
        match shape:
            case Scalar.TEXT | Scalar.NUMBER | Scalar.FLAG:
                return value
            case Scalar.DATE:
                return f"dates[{value}]"
            case Scalar.DECIMAL:
                return f"decimal({value})"
            case Scalar.FORCE:
                return f"FORCES[{value}]"
            case Scalar.LEVEL:
                return f"Level({value})"
            case Scalar.SPAN:
                return f"Span(*{value})"
            case Cited(table):
                return f"{table.value}[{value}]"
            case Maybe(inner):
                name = f"v{next(self.fresh)}"
                return f"None if ({name} := {value}) is None else {self.read(inner, name)}"
            case Several(inner, collection):
                name, item = f"v{next(self.fresh)}", f"v{next(self.fresh)}"
                maker = "tuple" if collection is None else self.called(collection)
                listed = f"{maker}([{self.read(inner, item)} for {item} in {name}])"
                return f"({listed} if type({name} := {value}) is list else wrong())"
            case Object(kind):
                return f"{self.called(_object_reader(kind))}({value}, shared, dates)"


@cache
def _object_writer(kind: type) -> Write:
    code = _Code()
    pairs = [
        f"{f.name!r}: {code.written(f.shape, f'x.{f.name}')}" for f in record_shape(kind).fields
    ]
    made: Write = code.function("x, writer", [f"return {{{', '.join(pairs)}}}"])
    return made


@cache
def _object_reader(kind: type) -> Read:
    code = _Code()
    shape = record_shape(kind)
    given = [f"{f.name}={code.read(f.shape, f'o[{f.name!r}]')}" for f in shape.fields]
    lines = [
        *_OPENING,
        f"if len(o) != {len(shape.fields)}: wrong()",
        f"return {code.called(kind)}({', '.join(given)})",
    ]
    made: Read = code.function("o, shared, dates", lines)
    return made
