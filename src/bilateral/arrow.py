"""Texts in Arrow record batches → records in record batches, wherever the batches come from.

Spark's ``mapInArrow``, Ray Data, Dask, DuckDB and pyarrow itself hand over record batches and take
them back; see ``docs/clusters.md``.  Needs the extra ``arrow``.

>>> import pyarrow as pa
>>> texts = pa.table({"id": [7, 8], "text": ["Japan agreed to train engineers.", None]})
>>> for row in read_table(texts, keep=["id"]).to_pylist():
...     print(row["id"], row["report"] is not None, row["error"])
7 True None
8 False text: must be a str (got None)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen

from bilateral.errors import BilateralError, Fault, ValidationError
from bilateral.gazetteer.lexicon import Lexicon
from bilateral.interchange.arrow import arrow_schema, to_arrow
from bilateral.interchange.columns import chosen
from bilateral.interchange.extras import require
from bilateral.interchange.json import dumps
from bilateral.model import checks
from bilateral.reading import read

if TYPE_CHECKING:
    import pyarrow as pa

    from bilateral.interchange.columns import Collection
    from bilateral.query.reports import Report

__all__ = ["read_batches", "read_table", "schema"]

#: What a column may say of a text besides the words, as `bilateral.read` takes it.
_ABOUT = ("title", "date", "publisher", "url")
#: The columns of a table of reports.
_REPORTS = ("sha256", "report", "error")


def read_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    title: str | None = None,
    date: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    keep: Sequence[str] = (),
    kind: type[Collection] | None = None,
    lexicon: Lexicon | None = None,
) -> Iterator[pa.RecordBatch]:
    """Read the texts of record batches, and yield a record batch for each.

    Without `kind`, there is a row for each text: ``sha256``, the hash of the text; ``report``, the
    report as JSON, from which `bilateral.loads` makes it; and ``error``, what is wrong with a row
    that has none.  With `kind`, there is a row for each record, with the columns of the tables of
    `bilateral.interchange`; a faulty row is an error.  Nothing else is kept from batch to batch.

    Args:
        batches: record batches, from any source.
        text: the column of the texts.
        title: the column of the titles; for this and the three that follow, where it is not given,
            the column of that name if there is one.
        date: the column of the days of publication: dates, or texts as `PartialDate` takes them.
        publisher: the column of the publishers.
        url: the column of the addresses.
        keep: columns that are taken over, in front of the others: the key of your rows.
        kind: ``bilateral.Commitments``, ``Issues``, ``Leaders`` or ``Partnerships``.
        lexicon: words of your own; see `Lexicon`.

    Raises:
        MissingExtraError: pyarrow is not installed.
        ValidationError: a column is missing or has the wrong type, or, with `kind`, a row is faulty.

    >>> import bilateral, pyarrow as pa
    >>> batch = pa.record_batch({"text": ["Japan agreed to train engineers by 2027."]})
    >>> made = next(read_batches([batch], kind=bilateral.Commitments))
    >>> made.select(["actors", "force", "deadline"]).to_pylist()
    [{'actors': ['JPN'], 'force': 'pledge', 'deadline': '2027'}]
    """
    named = dict(zip(_ABOUT, (title, date, publisher, url), strict=True))
    plan = _Plan(text, named, tuple(keep), kind if kind is None else chosen(kind), lexicon)
    if lexicon is not None and not isinstance(lexicon, Lexicon):
        fault = Fault("lexicon", lexicon, "must be a Lexicon or None")
        raise ValidationError("read_batches", (fault,))
    return (plan.run(batch) for batch in batches)


def read_table(table: pa.Table, **options: Any) -> pa.Table:  # noqa: ANN401 - of read_batches
    """Read the texts of a table, and return one of what is in them.

    Args:
        table: a table of pyarrow.
        options: as for `read_batches`.

    Raises:
        MissingExtraError: pyarrow is not installed.
        ValidationError: see `read_batches`.
    """
    arrow = require("pyarrow", "arrow", "an Arrow table")
    made = schema(table.schema, keep=options.get("keep", ()), kind=options.get("kind"))
    return arrow.Table.from_batches(read_batches(table.to_batches(), **options), schema=made)


def schema(
    given: pa.Schema, *, keep: Sequence[str] = (), kind: type[Collection] | None = None
) -> pa.Schema:
    """Return the schema of what `read_batches` yields, which some systems want to know before.

    Args:
        given: the schema of the batches that it is given.
        keep: the columns that are taken over.
        kind: as for `read_batches`.

    Raises:
        MissingExtraError: pyarrow is not installed.
        ValidationError: a column that is to be kept is missing, or is called like one that is made.

    >>> import pyarrow as pa
    >>> schema(pa.schema({"id": pa.int64(), "text": pa.string()}), keep=["id"]).names
    ['id', 'sha256', 'report', 'error']
    """
    arrow = require("pyarrow", "arrow", "an Arrow table")
    made = (
        arrow.schema([(name, arrow.string()) for name in _REPORTS])
        if kind is None
        else arrow_schema(kind)
    )
    faults: list[Fault] = []
    for index, name in enumerate(keep):
        if name not in given.names:
            reason = f"must be a column; there are {', '.join(given.names)}"
            checks.add(faults, f"keep[{index}]", name, reason)
        elif name in made.names:
            reason = "is the name of a column that is made; rename yours before"
            checks.add(faults, f"keep[{index}]", name, reason)
    if faults:
        raise ValidationError("read_batches", tuple(faults))
    return arrow.schema([*[given.field(name) for name in keep], *made])


@frozen
class _Plan:
    """What is done with each batch; the fields are the arguments of `read_batches`."""

    text: str
    about: dict[str, str | None]
    keep: tuple[str, ...]
    kind: type[Collection] | None
    lexicon: Lexicon | None

    def run(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        arrow = require("pyarrow", "arrow", "an Arrow table")
        if not isinstance(batch, arrow.RecordBatch):
            fault = Fault("batches", batch, "must hold record batches of pyarrow")
            raise ValidationError("read_batches", (fault,))
        made = schema(batch.schema, keep=self.keep, kind=self.kind)
        read = self._reports(batch)
        kept = batch.select(list(self.keep))
        if self.kind is None:
            cells = list(zip(*[_row(each) for each in read], strict=True)) or [()] * 3
            arrays = [arrow.array(column, arrow.string()) for column in cells]
            return arrow.record_batch([*kept.columns, *arrays], schema=made)
        reports = [_sound(number, each) for number, each in enumerate(read)]
        own = arrow_schema(self.kind)
        tables = [to_arrow(each, self.kind).replace_schema_metadata(None) for each in reports]
        rows = [number for number, table in enumerate(tables) for _ in range(len(table))]
        records = arrow.concat_tables([own.empty_table(), *tables]).combine_chunks()
        arrays = [
            column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
            for column in records.columns
        ]
        taken = kept.take(arrow.array(rows, arrow.int64())).columns if self.keep else []
        return arrow.record_batch([*taken, *arrays], schema=made)

    def _reports(self, batch: pa.RecordBatch) -> list[Report | BilateralError]:
        """Return the report of each row, or why there is none."""
        columns = {"text": self._column(batch, "text", self.text)}
        for name, column in self.about.items():
            if column is not None or name in batch.schema.names:
                columns[name] = self._column(batch, name, column or name)
        made: list[Report | BilateralError] = []
        for row in range(batch.num_rows):
            given: dict[str, Any] = {name: held[row] for name, held in columns.items()}
            try:
                made.append(read(given.pop("text"), **given, lexicon=self.lexicon))
            except BilateralError as error:
                made.append(error)
        return made

    @staticmethod
    def _column(batch: pa.RecordBatch, name: str, column: str) -> list[Any]:
        if batch.schema.names.count(column) != 1:
            reason = f"must be one column; there are {', '.join(batch.schema.names)}"
            raise ValidationError("read_batches", (Fault(name, column, reason),))
        held: list[Any] = batch.column(column).to_pylist()
        return held


def _row(made: Report | BilateralError) -> tuple[str | None, str | None, str | None]:
    """Return the cells of a row: the hash, the report and the error."""
    if isinstance(made, BilateralError):
        faults = made.faults if isinstance(made, ValidationError) else (made,)
        return None, None, "; ".join([str(fault) for fault in faults])
    return made.source.sha256, dumps(made), None


def _sound(number: int, made: Report | BilateralError) -> Report:
    if isinstance(made, BilateralError):
        reason = "cannot be read; without `kind`, what is wrong with a row stands in a column"
        fault = Fault(f"row {number}", str(made), reason)
        raise ValidationError("read_batches", (fault,)) from made
    return made
