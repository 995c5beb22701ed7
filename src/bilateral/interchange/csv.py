"""Tables ↔ CSV, in UTF-8, with nothing but the standard library.

Several codes in a cell are joined by ``"; "``; what has parts (amounts, evidence, mentions, a
heading) is JSON.  A text that a spreadsheet would take for a formula gets an apostrophe in front,
which is taken away again when the file is read.  Empty means not known.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from typing import TYPE_CHECKING, Any

from bilateral.errors import Fault, LoadError, ValidationError
from bilateral.files import check, read_bytes
from bilateral.interchange.columns import CollectionT, Kind, Many, chosen, columns
from bilateral.interchange.files import writing
from bilateral.interchange.gathering import from_rows
from bilateral.interchange.rows import Rows
from bilateral.interchange.spreading import to_rows

if TYPE_CHECKING:
    from bilateral.dossier import Dossier
    from bilateral.interchange.columns import Collection
    from bilateral.query.reports import Report

_BETWEEN = "; "
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"-?[0-9]{1,4000}", re.ASCII)


def write_csv(
    records: Collection | Report | Dossier,
    path: str | os.PathLike[str],
    kind: type[Collection] | None = None,
) -> None:
    """Write records to a file, one a row.

    Args:
        records: a collection; or a report or a dossier, and the rows tell the source as well.
        path: the file; it is there whole or not at all.
        kind: the collection to take from a report or a dossier; commitments, where it is not given.

    Raises:
        LoadError: the file cannot be written.
        ValidationError: `records` or `kind` can be no table, or a text holds half a character, which
            CSV cannot say.

    >>> import pathlib, tempfile
    >>> from bilateral import Commitments, samples
    >>> report = samples.report("wire-report")
    >>> path = pathlib.Path(tempfile.mkdtemp(), "commitments.csv")
    >>> write_csv(report, path)
    >>> read_csv(path, Commitments) == report.commitments
    True
    """
    rows = to_rows(records, kind, keys=False)
    kinds = {column.name: column.kind for column in columns(rows.collection)}
    out = io.StringIO()
    writer = csv.writer(out)  # lines end as RFC 4180 has it; only so, a \r in a cell is quoted
    writer.writerow(kinds)
    cells = [[_cell(kinds[name], cell) for cell in held] for name, held in rows.cells.items()]
    writer.writerows(zip(*cells, strict=True))
    try:
        data = out.getvalue().encode("utf-8")
    except UnicodeEncodeError as error:
        part = error.object[error.start : error.end]
        reason = "is half a character, which CSV cannot say; write JSON"
        raise ValidationError("write_csv", (Fault("a text", part, reason),)) from error
    with writing(path) as file:
        file.write(data)


def read_csv(path: str | os.PathLike[str], kind: type[CollectionT]) -> CollectionT:
    """Return the records of a file that `write_csv` has written, or somebody with a spreadsheet.

    Columns that are there for reading only may be missing, as may all that a record can do without.

    Args:
        path: the file, in UTF-8, with commas.
        kind: the collection, as in ``bilateral.Assessments``.

    Raises:
        LoadError: the file cannot be read or is no CSV.
        ValidationError: a column or a cell is wrong; the error lists every fault.
    """
    collection, name = chosen(kind), os.fspath(path)
    check(name)
    try:
        text = read_bytes(name).decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError as error:
        raise LoadError(name, f"is not in UTF-8 (at byte {error.start}); save it so") from error
    except csv.Error as error:
        raise LoadError(name, f"is no CSV: {error}") from error
    heading, *body = [line for line in lines if line] or [[]]
    _check(name, heading, body)
    kinds = {column.name: column.kind for column in columns(collection)}
    cells = {
        label: [_read(kinds.get(label, "text"), line[at]) for line in body]
        for at, label in enumerate(heading)
    }
    found: CollectionT = from_rows(Rows(collection, cells))
    return found


def _check(name: str, heading: list[str], body: list[list[str]]) -> None:
    """Refuse a file whose rows are not as long as its heading, or that names a column twice."""
    twice = [label for label in dict.fromkeys(heading) if heading.count(label) > 1]
    faults = [Fault(label, None, "is the name of two columns; keep one of them") for label in twice]
    for at, line in enumerate(body):
        if len(line) != len(heading):
            reason = f"must have {len(heading)} cells, like the heading; it has {len(line)}"
            faults.append(Fault(f"rows[{at}]", line, reason))
    if faults:
        raise ValidationError(f"the table in {name}", tuple(faults))


def _cell(kind: Kind, value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return a value as it stands in a cell."""
    if value is None or value == []:
        return ""
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, (list, dict)):
        return str(value)
    if kind == Many("text") and not any(x == "" or ";" in x or x[0] in "['" for x in value):
        joined = _BETWEEN.join(value)
        return f"'{joined}" if _FORMULA.match(joined) else joined
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read(kind: Kind, cell: str) -> Any:  # noqa: ANN401
    """Return the value of a cell; what it is not is left for the record to refuse."""
    if cell == "":
        return [] if isinstance(kind, Many) else None
    if kind == "number":
        return int(cell) if _NUMBER.fullmatch(cell) else cell
    if kind == "flag":
        return {"true": True, "false": False}.get(cell.strip().lower(), cell)
    if kind not in ("text", "day", Many("text")):
        return _structured(cell)
    plain = cell[1:] if cell[0] == "'" and _FORMULA.match(cell[1:]) else cell
    if kind != Many("text"):
        return plain
    return _structured(plain) if plain[0] == "[" else [x.strip() for x in plain.split(";")]


def _structured(cell: str) -> Any:  # noqa: ANN401
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return cell
