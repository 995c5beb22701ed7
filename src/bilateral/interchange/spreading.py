"""Records → rows: what has parts is spread over the cells of its row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bilateral.collecting import uncollected
from bilateral.dossier import Dossier
from bilateral.errors import Fault, ValidationError
from bilateral.interchange.columns import (
    SOURCE,
    TABLES,
    columns,
    days,
    fields_of,
    group,
    places,
)
from bilateral.interchange.documents import to_document
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
from bilateral.model.dates import PartialDate
from bilateral.model.sources import Section, Source
from bilateral.model.traces import Trace
from bilateral.query.collections import Commitments
from bilateral.query.records import Records
from bilateral.query.reports import Report

if TYPE_CHECKING:
    from bilateral.interchange.columns import Collection


@uncollected()
def to_rows(
    records: Collection | Report | Dossier, kind: type[Collection] | None = None, *, keys: bool
) -> Rows:
    """Return records as a table.

    Args:
        records: a collection; or a report or a dossier, which tell the sources as well.
        kind: the collection to take from a report or a dossier; commitments, where it is not given.
        keys: whether the format can carry tables of parties and domains, and cells cite their keys;
            else they hold codes and names.

    Raises:
        ValidationError: `records` or `kind` is none of these.
    """
    collection, sources = _chosen(records, kind)
    document = to_document(collection)
    tables = {name: document[name] for name in ("parties", "domains")}
    call = (lambda _, key: key) if keys else _code(tables)
    shape = fields_of(type(collection))
    cells: dict[str, list[Any]] = {column.name: [] for column in columns(type(collection))}
    for source, value in zip(sources, document["value"], strict=True):
        row = dict.fromkeys(cells)
        if source is not None:
            date = None if source.date is None else str(source.date)
            row.update(zip(SOURCE, (source.sha256, source.title, date, source.url), strict=True))
        for part in shape.fields:
            _spread(row, part.name, part.shape, value[part.name], document["sections"], call)
        for name, held in row.items():
            cells[name].append(held)
    return Rows(type(collection), cells, tables if keys else {})


def _chosen(
    records: object, kind: type[Collection] | None
) -> tuple[Collection, Sequence[Source | None]]:
    """Return the collection, and the source of each record as far as it is known."""
    if isinstance(records, Records) and type(records) in TABLES and kind in (None, type(records)):
        return records, [None] * len(records)
    name = TABLES.get(kind or Commitments)
    held = getattr(records, name, None) if isinstance(records, (Report, Dossier)) and name else None
    if held is None:
        wanted = ", ".join([each.__name__ for each in TABLES])
        reason = f"must be one of {wanted}, or a Report or a Dossier that has them"
        raise ValidationError("rows", (Fault("records", records, reason),))
    collection: Collection = held
    if isinstance(records, Report):
        return collection, [records.source] * len(collection)
    assert isinstance(records, Dossier)
    sources: dict[str, Source] = {}
    for report in records.reports:
        for made in (*report.commitments, *report.issues):
            sources.setdefault(made.id, report.source)
    return collection, [sources.get(getattr(made, "id", "")) for made in collection]


def _code(tables: Mapping[str, Mapping[str, Any]]) -> Callable[[Table, str], str]:
    """Return a function that turns the key of an entry into its code or name."""

    def code(table: Table, key: str) -> str:
        entry = tables[table.value][key]
        return str(entry["code"]) if "code" in entry else key.partition("/")[0]

    return code


def _spread(
    row: dict[str, Any],
    name: str,
    shape: Shape,
    value: Any,  # noqa: ANN401 - any plain value
    sections: Mapping[str, Any],
    call: Callable[[Table, str], str],
) -> None:
    """Put the value of a field into the cells of a row."""
    if isinstance(shape, Maybe):
        shape = shape.inner
        if value is None:
            return
    match shape:
        case Scalar.SPAN:
            row.update(zip(places(name), value, strict=True))
        case Scalar.DATE:
            row[name] = value
            date = PartialDate.parse(value)
            row.update(zip(days(name), (date.earliest, date.latest), strict=True))
        case Scalar():
            row[name] = value
        case Cited(Table.SECTIONS):
            heading = sections[value]
            row[name] = " > ".join([*heading["parents"], heading["title"]])
            row["heading"] = _grouped(record_shape(Section), heading, sections, call)
        case Cited(table):
            row[name] = call(table, value)
        case Object(kind) if kind is Trace:
            for part in shape.fields:
                _spread(row, part.name, part.shape, value[part.name], sections, call)
        case Several(inner):
            row[name] = [_one(inner, item, sections, call) for item in value]


def _one(
    shape: Shape,
    value: Any,  # noqa: ANN401
    sections: Mapping[str, Any],
    call: Callable[[Table, str], str],
) -> Any:  # noqa: ANN401
    """Return one of several values as it stands in a list."""
    if shape is Scalar.SPAN:
        return dict(zip(("start", "end"), value, strict=True))
    if isinstance(shape, Object):
        return _grouped(shape, value, sections, call)
    return call(shape.table, value) if isinstance(shape, Cited) else value


def _grouped(
    shape: Object,
    value: Mapping[str, Any],
    sections: Mapping[str, Any],
    call: Callable[[Table, str], str],
) -> dict[str, Any]:
    parts = group(shape).parts
    row: dict[str, Any] = dict.fromkeys(parts)
    for part in shape.fields:
        _spread(row, part.name, part.shape, value[part.name], sections, call)
    return {name: row[name] for name in parts}
