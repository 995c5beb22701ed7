"""Tables ↔ pandas data frames (extra ``pandas``).

Texts, numbers and flags have pandas' types with missing values; days are ``datetime64[s]``, which
holds every year; what is a list or has parts is an object.  What codes mean in a frame stands in its
`attrs`, as far as pandas keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from bilateral.errors import Fault, ValidationError
from bilateral.interchange.columns import CollectionT, Kind, chosen, columns
from bilateral.interchange.extras import require
from bilateral.interchange.gathering import from_rows
from bilateral.interchange.rows import Rows, carried
from bilateral.interchange.spreading import to_rows

if TYPE_CHECKING:
    import pandas as pd

    from bilateral.dossier import Dossier
    from bilateral.interchange.columns import Collection
    from bilateral.query.reports import Report

#: Under which key of a frame's `attrs` the tables of parties and domains stand.
ATTRIBUTE = "bilateral"

_TYPES: dict[Kind, str] = {
    "text": "string",
    "number": "Int64",
    "flag": "boolean",
    "day": "datetime64[s]",
}


def to_pandas(
    records: Collection | Report | Dossier, kind: type[Collection] | None = None
) -> pd.DataFrame:
    """Return records as a pandas data frame, one a row.

    Args:
        records: a collection; or a report or a dossier, and the rows tell the source as well.
        kind: the collection to take from a report or a dossier; commitments, where it is not given.

    Raises:
        MissingExtraError: pandas is not installed.
        ValidationError: `records` or `kind` can be no table, or pandas cannot hold a value: half a
            character, a number of more than 64 bits.

    >>> from bilateral import Commitments, samples
    >>> report = samples.report("wire-report")
    >>> from_pandas(to_pandas(report), Commitments) == report.commitments
    True
    """
    pandas = require("pandas", "pandas", "a pandas data frame")
    rows = to_rows(records, kind, keys=True)
    made = {}
    for column in columns(rows.collection):
        cells = rows.cells[column.name]
        try:
            # pandas 2 holds half a character, which nothing that it writes can
            "".join([cell for cell in cells if isinstance(cell, str)]).encode()
            made[column.name] = pandas.Series(cells, dtype=_TYPES.get(column.kind, "object"))
        except (UnicodeError, OverflowError, TypeError, ValueError) as error:
            fault = Fault(column.name, str(error), "cannot be held by pandas; write JSON")
            raise ValidationError("to_pandas", (fault,)) from error
    frame = pandas.DataFrame(made)
    frame.attrs[ATTRIBUTE] = rows.carried()
    return frame


def from_pandas(frame: pd.DataFrame, kind: type[CollectionT]) -> CollectionT:
    """Return the records of a pandas data frame; its index does not count.

    Args:
        frame: a frame with the columns of `to_pandas`, of which those may be missing that a record
            can do without.
        kind: the collection.

    Raises:
        MissingExtraError: pandas is not installed.
        ValidationError: a column or a cell is wrong; the error lists every fault.
    """
    pandas = require("pandas", "pandas", "a pandas data frame")
    collection = chosen(kind)
    if not isinstance(frame, pandas.DataFrame):
        fault = Fault("frame", frame, "must be a pandas.DataFrame")
        raise ValidationError("from_pandas", (fault,))
    cells = {
        name: [_plain(pandas, cell) for cell in frame.iloc[:, at].tolist()]
        for at, name in enumerate(frame.columns)
    }
    found: CollectionT = from_rows(Rows(collection, cells, carried(frame.attrs.get(ATTRIBUTE))))
    return found


def _plain(pandas: Any, cell: Any) -> Any:  # noqa: ANN401 - whatever a frame holds
    """Return a cell as a plain value: Parquet gives arrays for lists, gaps make whole numbers floats."""
    if isinstance(cell, Mapping):
        return {name: _plain(pandas, part) for name, part in cell.items()}
    if isinstance(cell, (list, tuple)) or type(cell).__name__ == "ndarray":
        return [_plain(pandas, part) for part in cell]
    if pandas.api.types.is_scalar(cell) and pandas.isna(cell):
        return None
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell.item() if hasattr(cell, "item") else cell
