"""Rows → records: what has parts is gathered from the cells of its row."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from attrs import define, field

from bilateral.collecting import uncollected
from bilateral.errors import Fault, ValidationError
from bilateral.interchange.columns import columns, fields_of, group, places
from bilateral.interchange.documents import FORMAT, from_document
from bilateral.interchange.migrations import VERSION
from bilateral.interchange.rows import Rows
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


@uncollected()
def from_rows(rows: Rows) -> Any:  # noqa: ANN401 - a collection of the class that rows name
    """Return the collection of a table.

    Raises:
        ValidationError: a column is missing or unknown, or a cell is wrong; the error lists every
            fault as ``rows[3].force``, counted from 0.
    """
    known = {column.name: column for column in columns(rows.collection)}
    faults = [
        Fault(name, None, "is missing; the table must have this column")
        for name, column in known.items()
        if column.required and name not in rows.cells
    ]
    for name in rows.cells:
        if name not in known:
            reason = f"is no column here, drop it; the columns are {', '.join(known)}"
            faults.append(Fault(str(name), None, reason))
    if faults:
        raise ValidationError(f"the table of {rows.collection.__name__}", tuple(faults))
    shape = fields_of(rows.collection)
    headings = Headings()
    count = len(next(iter(rows.cells.values()), []))
    records = []
    for headings.row in range(count):
        row = {name: held[headings.row] for name, held in rows.cells.items()}
        records.append(_gathered(shape, row, headings))
    document = {
        "format": FORMAT,
        "version": VERSION,
        "type": rows.collection.__name__,
        **rows.tables,
        "sections": headings.sections,
        "value": records,
    }
    try:
        return from_document(document, rows.collection)
    except ValidationError as error:
        told = tuple([Fault(_path(x.path), x.value, x.reason) for x in error.faults])
        raise ValidationError(f"the table of {rows.collection.__name__}", told) from error


@define
class Headings:
    """The headings of the rows, which a document names once.

    Fields:
        row: the row that is being read.
        sections: key → the section as an object.  The key is the place of the first row that has
            it, so that a fault is told there.
    """

    row: int = 0
    sections: dict[str, Any] = field(factory=dict)
    _keys: dict[str, str] = field(factory=dict)

    def key(self, heading: object) -> str:
        """Enter a heading and return its key."""
        known = json.dumps(heading, sort_keys=True, default=str)
        if known not in self._keys:
            self._keys[known] = key = f"rows[{self.row}].heading"
            shape = record_shape(Section)
            is_group = isinstance(heading, Mapping)
            self.sections[key] = _group_of(shape, heading, self) if is_group else heading
        return self._keys[known]


def _gathered(shape: Object, row: Mapping[str, Any], headings: Headings) -> dict[str, Any]:
    """Return the object of a record from the cells of its row."""
    made: dict[str, Any] = {}
    for part in shape.fields:
        optional = isinstance(part.shape, Maybe)
        value = _value(part.name, part.shape, row, headings)
        if value is not None or optional or part.required:
            made[part.name] = value
    return made


def _group_of(shape: Object, group_: Any, headings: Headings) -> Any:  # noqa: ANN401
    """Return the object of a group; what it should not have is left for the record to refuse."""
    if not isinstance(group_, Mapping):
        return group_
    unknown = {name: part for name, part in group_.items() if name not in group(shape).parts}
    return {**_gathered(shape, group_, headings), **unknown}


def _value(name: str, shape: Shape, row: Mapping[str, Any], headings: Headings) -> Any:  # noqa: ANN401
    """Return the value of a field from the cells of its row; None where they are empty."""
    if isinstance(shape, Maybe):
        shape = shape.inner
    match shape:
        case Scalar.SPAN:
            span = [row.get(place) for place in places(name)]
            return None if span == [None, None] else span
        case Cited(Table.SECTIONS):
            heading = row.get("heading")
            return None if heading is None else headings.key(heading)
        case Object(kind) if kind is Trace:
            inner = _gathered(shape, row, headings)
            return None if all(value in (None, []) for value in inner.values()) else inner
        case Several(inner):
            items = row.get(name)
            if not isinstance(items, list):
                return items
            return [_item(inner, item, headings) for item in items]
        case _:
            return row.get(name)


def _item(shape: Shape, item: Any, headings: Headings) -> Any:  # noqa: ANN401
    if shape is Scalar.SPAN and isinstance(item, Mapping) and item.keys() == {"start", "end"}:
        return [item["start"], item["end"]]
    return _group_of(shape, item, headings) if isinstance(shape, Object) else item


_ROW = re.compile(r"value\[(\d+)\]")
_PARTS = (
    (re.compile(r"^sections\."), ""),
    (re.compile(r"\bspan\[0\]"), "start"),
    (re.compile(r"\bspan\[1\]"), "end"),
    (re.compile(r"\bcue\[0\]"), "cue_start"),
    (re.compile(r"\bcue\[1\]"), "cue_end"),
    (re.compile(r"\btrace\."), ""),
)


def _path(path: str) -> str:
    """Return the path of a fault in a document as one in a table."""
    path = _ROW.sub(r"rows[\1]", path, count=1)
    for pattern, name in _PARTS:
        path = pattern.sub(name, path)
    return path
