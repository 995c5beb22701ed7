"""Texts in record batches → records in record batches."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pytest

import bilateral
from bilateral import Commitments, Issues, Leaders, Lexicon, Partnerships, ValidationError
from bilateral.arrow import read_batches, read_table, schema
from bilateral.interchange import from_arrow, to_arrow
from bilateral.samples import names, report, text

#: A value that is of more than one type.
Untyped = Any

TEXTS = [text(name) for name in names()]


@pytest.fixture
def table() -> pa.Table:
    """Return the samples as a table of two batches."""
    held = {"key": list(range(len(TEXTS))), "text": TEXTS}
    whole = pa.table(held)
    return pa.concat_tables([whole.slice(0, 1), whole.slice(1)])


def test_reports_are_those_that_are_read_one_by_one(table: pa.Table) -> None:
    """A batch for each batch, a row for each text, with the key that is kept."""
    made = list(read_batches(table.to_batches(), keep=["key"]))
    assert [batch.num_rows for batch in made] == [1, len(TEXTS) - 1]
    rows = [row for batch in made for row in batch.to_pylist()]
    assert [row["key"] for row in rows] == list(range(len(TEXTS)))
    found = [bilateral.loads(row["report"]) for row in rows]
    assert found == [bilateral.read(each) for each in TEXTS]
    assert [row["sha256"] for row in rows] == [each.source.sha256 for each in found]
    assert {row["error"] for row in rows} == {None}


@pytest.mark.parametrize("kind", [Commitments, Issues, Leaders, Partnerships])
def test_records_are_those_of_the_reports(table: pa.Table, kind: Untyped) -> None:
    """A row for each record, with the columns of the tables and the key of its text."""
    made = read_table(table, kind=kind, keep=["key"])
    reports = [bilateral.read(each) for each in TEXTS]
    expected = [to_arrow(each, kind).to_pylist() for each in reports]
    assert made.drop_columns(["key"]).to_pylist() == [row for rows in expected for row in rows]
    assert made["key"].to_pylist() == [n for n, rows in enumerate(expected) for _ in rows]
    assert len(made) > 0
    one = read_table(table.slice(0, 1), kind=kind)
    assert from_arrow(one, kind) == kind(list(getattr(reports[0], kind.__name__.lower())))


def test_batches_are_taken_one_by_one(table: pa.Table) -> None:
    """Nothing is read before it is asked for."""
    taken = []

    def batches() -> Iterator[pa.RecordBatch]:
        for batch in table.to_batches():
            taken.append(batch.num_rows)
            yield batch

    made = read_batches(batches())
    assert taken == []
    next(made)
    assert taken == [1]


@pytest.mark.parametrize("kind", [None, Commitments])
def test_what_is_made_has_the_schema_that_is_told(table: pa.Table, kind: Untyped) -> None:
    """Also where there is nothing in it."""
    told = schema(table.schema, keep=["key"], kind=kind)
    for given in (table, table.slice(0, 0), pa.table({"key": [1], "text": [""]})):
        assert read_table(given, keep=["key"], kind=kind).schema == told
        batches = given.to_batches() or [pa.RecordBatch.from_pylist([], schema=given.schema)]
        for batch in read_batches(batches, keep=["key"], kind=kind):
            assert batch.schema == told


def test_what_a_column_says_of_the_source() -> None:
    """Columns of the usual names are used; others where they are named."""
    about = {"title": ["A"], "date": [dt.date(2025, 1, 10)], "url": ["u"], "house": ["H"]}
    given = pa.table({"body": pa.array(["Japan agreed on Friday."], pa.large_string()), **about})
    row = read_table(given, text="body", publisher="house").to_pylist()[0]
    source = bilateral.loads(row["report"]).source
    assert (source.title, str(source.date), source.url) == ("A", "2025-01-10", "u")
    assert source.publisher == "H"
    assert (
        source
        == bilateral.read(source.text, title="A", date="2025-01-10", publisher="H", url="u").source
    )


def test_a_faulty_row_does_not_stop_the_others() -> None:
    """It says what is wrong; with a kind, for which there is no place to say it, it is an error."""
    given = pa.table({"text": ["Japan agreed.", None, "x"], "date": ["2025-01", None, "May"]})
    rows = read_table(given).to_pylist()
    assert [row["report"] is None for row in rows] == [False, True, True]
    assert rows[0]["error"] is None
    assert rows[1]["error"].startswith("text: must be a str")
    assert "must be YYYY, YYYY-MM or YYYY-MM-DD (got 'May')" in rows[2]["error"]
    with pytest.raises(ValidationError, match="row 1: cannot be read; without `kind`"):
        read_table(given, kind=Commitments)


def test_a_lexicon_is_used() -> None:
    """As by `read`."""
    lexicon = Lexicon.parse("[vocabulary]\ndomain,term,weight\nenergy,quux,3\n")
    given = pa.table({"text": ["Norway and Kenya agreed to open a quux."]})
    made = read_table(given, kind=Commitments, lexicon=lexicon)
    assert made["domains"].to_pylist() == [["energy"]]
    with pytest.raises(ValidationError, match="lexicon: must be a Lexicon"):
        read_batches([], lexicon="words")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"text": "body"}, "text: must be one column; there are key, text"),
        ({"title": "head"}, "title: must be one column; there are key, text"),
        ({"keep": ["number"]}, "must be a column; there are key, text"),
        ({"kind": str}, "kind: must be one of Commitments"),
    ],
)
def test_what_is_asked_wrongly(table: pa.Table, options: dict[str, Any], told: str) -> None:
    """The error names what there is."""
    with pytest.raises(ValidationError, match=told):
        read_table(table, **options)


def test_columns_do_not_take_each_others_place() -> None:
    """A column that is kept cannot be called like one that is made."""
    with pytest.raises(ValidationError, match="is the name of a column that is made; rename yours"):
        read_table(pa.table({"text": [""], "report": [1]}), keep=["report"])


def test_what_is_no_batch() -> None:
    """A table is none."""
    with pytest.raises(ValidationError, match="batches: must hold record batches of pyarrow"):
        next(read_batches([pa.table({"text": [""]})]))


def test_samples_are_those_of_the_package() -> None:
    """What is compared above is what the samples hold."""
    assert report(names()[0]) == bilateral.read(TEXTS[0])


def test_what_is_missing_is_named() -> None:
    """Without pyarrow."""
    program = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "import bilateral.arrow\n"
        "try: bilateral.arrow.schema(None)\n"
        "except bilateral.MissingExtraError as error: print(error.extra)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "arrow"
