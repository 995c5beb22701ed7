"""How each part of a record is written, found out once from the types of the model's fields.

Everything else in this folder goes by these shapes: what writes and reads, what explains faults, and
the JSON Schema.  A new field of a record needs nothing here; a new type of value needs a shape.
"""

from __future__ import annotations

import enum
import types
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields, frozen, has

from bilateral.dossier import Dossier
from bilateral.model.commitments import Force
from bilateral.model.dates import PartialDate
from bilateral.model.domains import Domain
from bilateral.model.parties import Country, Organization
from bilateral.model.partnerships import PartnershipLevel
from bilateral.model.sources import Section
from bilateral.model.spans import Span
from bilateral.query.records import Records


class Scalar(enum.Enum):
    """A value that JSON has itself, or that is written as one."""

    TEXT = "str"
    NUMBER = "int"
    FLAG = "bool"
    #: ``"2026-12"``
    DATE = "date"
    #: ``"20000000"``: as text, so that no digit is lost
    DECIMAL = "decimal"
    #: ``"pledge"``
    FORCE = "force"
    #: ``"strategic partnership"``
    LEVEL = "level"
    #: ``[start, end]``
    SPAN = "span"


class Table(enum.Enum):
    """What a document names once, in a table of its own, and cites by key."""

    PARTIES = "parties"
    DOMAINS = "domains"
    SECTIONS = "sections"


@frozen(cache_hash=True)
class Cited:
    """The key of an entry in one of the document's tables.

    Fields:
        table: the table.
        kind: the class that the entry must have.
    """

    table: Table
    kind: type | tuple[type, ...]


@frozen(cache_hash=True)
class Maybe:
    """A value or null."""

    inner: Shape


@frozen(cache_hash=True)
class Several:
    """A list; in the model a tuple, or one of the collections.

    Fields:
        inner: what it is a list of.
        collection: the collection that it is, or None for a tuple.
    """

    inner: Shape
    collection: type[Records[Any, Any]] | None = None


@frozen(cache_hash=True)
class Field:
    """A field of a record.

    Fields:
        name: its name, in the model as in the document.
        shape: how its value is written.
        required: whether the record cannot be made without it.
    """

    name: str
    shape: Shape
    required: bool


@frozen(cache_hash=True)
class Object:
    """A record, written as an object that has a key for each field."""

    kind: type
    fields: tuple[Field, ...]


Shape = Scalar | Cited | Maybe | Several | Object

_SCALARS: dict[object, Scalar] = {
    str: Scalar.TEXT,
    int: Scalar.NUMBER,
    bool: Scalar.FLAG,
    PartialDate: Scalar.DATE,
    Decimal: Scalar.DECIMAL,
    Force: Scalar.FORCE,
    PartnershipLevel: Scalar.LEVEL,
    Span: Scalar.SPAN,
    Literal[-1, 0, 1]: Scalar.NUMBER,
}
_CITED: dict[object, Cited] = {
    Country: Cited(Table.PARTIES, Country),
    Organization: Cited(Table.PARTIES, Organization),
    Country | Organization: Cited(Table.PARTIES, (Country, Organization)),
    Domain: Cited(Table.DOMAINS, Domain),
    Section: Cited(Table.SECTIONS, Section),
}


@cache
def shape_of(hint: object) -> Shape:
    """Return how values of a type are written.

    >>> shape_of(PartialDate | None)
    Maybe(inner=<Scalar.DATE: 'date'>)
    """
    if hint in _SCALARS:
        return _SCALARS[hint]
    if hint in _CITED:
        return _CITED[hint]
    if get_origin(hint) in (Union, types.UnionType):
        rest = [part for part in get_args(hint) if part is not type(None)]
        return Maybe(shape_of(Union[tuple(rest)]))  # noqa: UP007 - made at run time
    if get_origin(hint) is tuple:
        return Several(shape_of(get_args(hint)[0]))
    if isinstance(hint, type) and issubclass(hint, Records):
        return Several(shape_of(hint._KIND), hint)  # noqa: SLF001 - the collections' own table
    if isinstance(hint, type) and has(hint):
        return record_shape(hint)
    msg = f"no shape is known for {hint!r}; give it one in this module"
    raise TypeError(msg)


@cache
def record_shape(kind: type) -> Object:
    """Return the shape of a record that is written as an object; `Section` is one in its table."""
    hints = get_type_hints(kind)
    return Object(
        kind,
        tuple(
            [
                Field(field.name, shape_of(hints[field.name]), field.default is NOTHING)
                for field in fields(kind)
                if field.init
            ]
        ),
    )


@cache
def storable() -> dict[str, type]:
    """Return everything that can be a document of its own, under its name.

    >>> list(storable())[:3]
    ['Report', 'Dossier', 'Commitments']
    """
    from bilateral.model.assessments import Assessment
    from bilateral.model.commitments import Amount, Commitment
    from bilateral.model.issues import Issue
    from bilateral.model.meetings import Meeting
    from bilateral.model.partnerships import Milestone, Partnership
    from bilateral.model.people import Leader
    from bilateral.model.sources import Source
    from bilateral.model.traces import Evidence, Trace
    from bilateral.query.assessments import Assessments
    from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
    from bilateral.query.reports import Report

    kinds: list[type] = [
        *(Report, Dossier, Commitments, Issues, Leaders, Partnerships, Assessments),
        *(Commitment, Issue, Leader, Partnership, Meeting, Assessment, Source, Section),
        *(Amount, Milestone, PartnershipLevel, Country, Organization, Domain),
        *(PartialDate, Span, Evidence, Trace),
    ]
    return {kind.__name__: kind for kind in kinds}
