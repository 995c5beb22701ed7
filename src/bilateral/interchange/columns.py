"""Which columns a table of records has, whatever writes the table.

A row is a record.  Its columns follow from the shapes of the record's fields: a span becomes
``start`` and ``end``, a trace ``rule``, ``cue_start``, ``cue_end`` and ``evidence``, a section its
path in words and ``heading``, with all that is known of it.  Further columns are there for reading
only: the source, and the first and the last day that a date can mean.  They say nothing that the
others do not, and are passed over when a table is read back.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, field, frozen

from bilateral.errors import Fault, ValidationError
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
from bilateral.model.sources import Section
from bilateral.model.traces import Trace
from bilateral.query.assessments import Assessments
from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
from bilateral.query.records import Records

if TYPE_CHECKING:
    Collection = Records[Any, Any]

CollectionT = TypeVar("CollectionT", bound="Records[Any, Any]")


@frozen
class Many:
    """A list of values of one kind."""

    inner: Kind


@frozen
class Group:
    """Named values, each of its kind; or nothing."""

    parts: Mapping[str, Kind] = field(hash=False)


#: What a column holds: ``"text"``, ``"number"``, ``"flag"`` (true or false), ``"day"``; many of
#: something; or a group of named values.
Kind = str | Many | Group


@frozen
class Column:
    """A column of a table.

    Fields:
        name: its name.
        kind: what it holds; any cell may be empty.
        derived: whether it is there for reading only.
        required: whether a table must have it to be read back.
    """

    name: str
    kind: Kind
    derived: bool = False
    required: bool = False


#: The collections that can be tables, with the field of a report that holds each.
TABLES: dict[type[Collection], str] = {
    Commitments: "commitments",
    Issues: "issues",
    Leaders: "leaders",
    Partnerships: "partnerships",
    Assessments: "assessments",
}
SOURCE = ("source", "title", "date", "url")


@cache
def columns(collection: type[Collection]) -> tuple[Column, ...]:
    """Return the columns of a table of records, in their order.

    >>> [column.name for column in columns(Assessments)][:4]
    ['commitment_id', 'score', 'date', 'date_first']
    """
    made = [] if collection is Assessments else [Column(x, "text", derived=True) for x in SOURCE]
    for each in fields_of(collection).fields:
        found = _columns(each.name, each.shape)
        made += [evolve(x, required=each.required and not x.derived) for x in found]
    return tuple(made)


def fields_of(collection: type[Collection]) -> Object:
    """Return the shape of a collection's records."""
    return record_shape(collection._KIND)  # noqa: SLF001 - the collections' own table


_SCALARS: dict[Scalar, str] = {
    Scalar.NUMBER: "number",
    Scalar.FLAG: "flag",
}


def _columns(name: str, shape: Shape) -> list[Column]:
    """Return the columns of a field."""
    if isinstance(shape, Maybe):
        shape = shape.inner
    match shape:
        case Scalar.SPAN:
            return [Column(place, "number") for place in places(name)]
        case Scalar.DATE:
            made = [Column(day, "day", derived=True) for day in days(name)]
            return [Column(name, "text"), *made]
        case Scalar():
            return [Column(name, _SCALARS.get(shape, "text"))]
        case Cited(Table.SECTIONS):
            parts = group(record_shape(Section))
            return [Column(name, "text", derived=True), Column("heading", parts)]
        case Cited():
            return [Column(name, "text")]
        case Object(kind) if kind is Trace:
            return [x for part in shape.fields for x in _columns(part.name, part.shape)]
        case Several(inner):
            return [Column(name, Many(_kind(inner)))]
        case _:
            raise TypeError(shape)


def _kind(shape: Shape) -> Kind:
    """Return what one of several values is."""
    if shape is Scalar.SPAN:
        return Group({"start": "number", "end": "number"})
    if isinstance(shape, Object):
        return group(shape)
    (column,) = [x for x in _columns("", shape) if not x.derived]
    return column.kind


def group(shape: Object) -> Group:
    """Return the group that a record is within the row of another."""
    made = [x for part in shape.fields for x in _columns(part.name, part.shape)]
    return Group({column.name: column.kind for column in made if not column.derived})


def places(name: str) -> tuple[str, str]:
    """Return the columns of a span."""
    return ("start", "end") if name == "span" else (f"{name}_start", f"{name}_end")


def days(name: str) -> tuple[str, str]:
    """Return the columns of the days that a date can mean."""
    return f"{name}_first", f"{name}_last"


def chosen(kind: object) -> type[Collection]:
    """Return the collection that a table is to be read as.

    Raises:
        ValidationError: it can be no table.
    """
    for collection in TABLES:
        if kind is collection:
            return collection
    reason = f"must be one of {', '.join([each.__name__ for each in TABLES])}"
    raise ValidationError("rows", (Fault("kind", kind, reason),))
