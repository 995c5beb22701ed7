"""Tables ↔ Arrow and Parquet, through pyarrow (extra ``arrow``).

The types are Arrow's own, lists and structs as well, so nothing is lost.  What codes mean in a table
(a country under another name, an organization of one's own) stands in the schema's metadata.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bilateral.errors import Fault, LoadError, ValidationError
from bilateral.files import check
from bilateral.interchange.columns import CollectionT, Group, Kind, Many, chosen, columns
from bilateral.interchange.extras import require
from bilateral.interchange.files import writing
from bilateral.interchange.gathering import from_rows
from bilateral.interchange.rows import Rows, carried
from bilateral.interchange.spreading import to_rows

if TYPE_CHECKING:
    import pyarrow as pa

    from bilateral.dossier import Dossier
    from bilateral.interchange.columns import Collection
    from bilateral.query.reports import Report

#: Under which key of the schema's metadata the tables of parties and domains stand.
METADATA = b"bilateral"


def arrow_schema(kind: type[Collection]) -> pa.Schema:
    """Return the Arrow schema of a table of records.

    Args:
        kind: the collection.

    Raises:
        MissingExtraError: pyarrow is not installed.
        ValidationError: the collection can be no table.

    >>> from bilateral import Commitments
    >>> arrow_schema(Commitments).field("actors").type
    ListType(list<item: string>)
    """
    arrow = require("pyarrow", "arrow", "an Arrow table")
    made = [(column.name, _type(arrow, column.kind)) for column in columns(chosen(kind))]
    return arrow.schema(made)


def to_arrow(
    records: Collection | Report | Dossier, kind: type[Collection] | None = None
) -> pa.Table:
    """Return records as an Arrow table, one a row.

    Args:
        records: a collection; or a report or a dossier, and the rows tell the source as well.
        kind: the collection to take from a report or a dossier; commitments, where it is not given.

    Raises:
        MissingExtraError: pyarrow is not installed.
        ValidationError: `records` or `kind` can be no table, or Arrow cannot hold a value: half a
            character, a number of more than 64 bits.

    >>> from bilateral import Commitments, samples
    >>> report = samples.report("wire-report")
    >>> from_arrow(to_arrow(report), Commitments) == report.commitments
    True
    """
    arrow = require("pyarrow", "arrow", "an Arrow table")
    rows = to_rows(records, kind, keys=True)
    schema = arrow_schema(rows.collection).with_metadata({METADATA: rows.carried()})
    try:
        return arrow.table(rows.cells, schema=schema)
    except (arrow.ArrowException, UnicodeError, OverflowError) as error:
        fault = Fault("a value", str(error), "cannot be held by Arrow; write JSON")
        raise ValidationError("to_arrow", (fault,)) from error


def from_arrow(table: pa.Table, kind: type[CollectionT]) -> CollectionT:
    """Return the records of an Arrow table or record batch.

    Args:
        table: a table with the columns of `to_arrow`, of which those may be missing that a record
            can do without.
        kind: the collection.

    Raises:
        MissingExtraError: pyarrow is not installed.
        ValidationError: a column or a cell is wrong; the error lists every fault.
    """
    arrow = require("pyarrow", "arrow", "an Arrow table")
    collection = chosen(kind)
    if not isinstance(table, (arrow.Table, arrow.RecordBatch)):
        fault = Fault("table", table, "must be a pyarrow.Table or a pyarrow.RecordBatch")
        raise ValidationError("from_arrow", (fault,))
    cells = {name: table.column(at).to_pylist() for at, name in enumerate(table.schema.names)}
    tables = carried((table.schema.metadata or {}).get(METADATA))
    found: CollectionT = from_rows(Rows(collection, cells, tables))
    return found


def write_parquet(
    records: Collection | Report | Dossier,
    path: str | os.PathLike[str],
    kind: type[Collection] | None = None,
) -> None:
    """Write records to a Parquet file, one a row; see `to_arrow`.

    Raises:
        LoadError: the file cannot be written.
        MissingExtraError: pyarrow is not installed.
        ValidationError: see `to_arrow`.
    """
    parquet = require("pyarrow.parquet", "arrow", "a Parquet file")
    table = to_arrow(records, kind)
    with writing(path) as file:
        parquet.write_table(table, file)


def read_parquet(path: str | os.PathLike[str], kind: type[CollectionT]) -> CollectionT:
    """Return the records of a Parquet file; see `from_arrow`.

    Raises:
        LoadError: the file cannot be read, or is no Parquet.
        MissingExtraError: pyarrow is not installed.
        ValidationError: a column or a cell is wrong; the error lists every fault.

    >>> import pathlib, tempfile
    >>> from bilateral import Leaders, samples
    >>> report = samples.report("wire-report")
    >>> path = pathlib.Path(tempfile.mkdtemp(), "leaders.parquet")
    >>> write_parquet(report.leaders, path)
    >>> read_parquet(path, Leaders) == report.leaders
    True
    """
    arrow = require("pyarrow", "arrow", "a Parquet file")
    parquet = require("pyarrow.parquet", "arrow", "a Parquet file")
    name = os.fspath(path)
    check(name)
    try:
        with Path(name).open("rb") as file:
            table = parquet.read_table(file)
    except (arrow.ArrowException, OSError, ValueError) as error:
        told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise LoadError(name, f"cannot be read: {told}") from error
    return from_arrow(table, kind)


def _type(arrow: Any, kind: Kind) -> Any:  # noqa: ANN401 - pyarrow has no types
    if isinstance(kind, Many):
        return arrow.list_(_type(arrow, kind.inner))
    if isinstance(kind, Group):
        return arrow.struct([(name, _type(arrow, part)) for name, part in kind.parts.items()])
    made = {
        "text": arrow.string,
        "number": arrow.int64,
        "flag": arrow.bool_,
        "day": arrow.date32,
    }
    return made[kind]()
