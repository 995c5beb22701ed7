"""Tables ↔ polars data frames (extra ``polars``), with polars' own types of lists and structs.

A polars frame carries nothing beside its columns: codes stand for the parties and domains of the
package, and a table that names others cannot be read back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bilateral.errors import Fault, ValidationError
from bilateral.interchange.columns import CollectionT, Group, Kind, Many, chosen, columns
from bilateral.interchange.extras import require
from bilateral.interchange.gathering import from_rows
from bilateral.interchange.rows import Rows
from bilateral.interchange.spreading import to_rows

if TYPE_CHECKING:
    import polars as pl

    from bilateral.dossier import Dossier
    from bilateral.interchange.columns import Collection
    from bilateral.query.reports import Report


def to_polars(
    records: Collection | Report | Dossier, kind: type[Collection] | None = None
) -> pl.DataFrame:
    """Return records as a polars data frame, one a row.

    Args:
        records: a collection; or a report or a dossier, and the rows tell the source as well.
        kind: the collection to take from a report or a dossier; commitments, where it is not given.

    Raises:
        MissingExtraError: polars is not installed.
        ValidationError: `records` or `kind` can be no table, or polars cannot hold a value: half a
            character, a number of more than 64 bits.

    >>> from bilateral import Commitments, samples
    >>> report = samples.report("wire-report")
    >>> from_polars(to_polars(report), Commitments) == report.commitments
    True
    """
    polars = require("polars", "polars", "a polars data frame")
    rows = to_rows(records, kind, keys=False)
    schema = {x.name: _type(polars, x.kind) for x in columns(rows.collection)}
    try:
        frame: pl.DataFrame = polars.DataFrame(rows.cells, schema=schema, strict=True)
    except (polars.exceptions.PolarsError, UnicodeError, OverflowError, TypeError) as error:
        fault = Fault("a value", str(error), "cannot be held by polars; write JSON")
        raise ValidationError("to_polars", (fault,)) from error
    return frame


def from_polars(frame: pl.DataFrame, kind: type[CollectionT]) -> CollectionT:
    """Return the records of a polars data frame.

    Args:
        frame: a frame with the columns of `to_polars`, of which those may be missing that a record
            can do without.
        kind: the collection.

    Raises:
        MissingExtraError: polars is not installed.
        ValidationError: a column or a cell is wrong; the error lists every fault.
    """
    polars = require("polars", "polars", "a polars data frame")
    collection = chosen(kind)
    if not isinstance(frame, polars.DataFrame):
        fault = Fault("frame", frame, "must be a polars.DataFrame")
        raise ValidationError("from_polars", (fault,))
    cells = {name: frame[name].to_list() for name in frame.columns}
    found: CollectionT = from_rows(Rows(collection, cells))
    return found


def _type(polars: Any, kind: Kind) -> Any:  # noqa: ANN401 - types of any of its kinds
    if isinstance(kind, Many):
        return polars.List(_type(polars, kind.inner))
    if isinstance(kind, Group):
        return polars.Struct({name: _type(polars, part) for name, part in kind.parts.items()})
    return {
        "text": polars.String,
        "number": polars.Int64,
        "flag": polars.Boolean,
        "day": polars.Date,
    }[kind]
