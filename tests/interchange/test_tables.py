"""Records → tables → the same records, in every format of tables."""

from __future__ import annotations

import csv
import datetime as dt
import sys
from collections.abc import Callable
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interchange import drawn
from tests.interchange.drawn import PATIENT, Untyped

from bilateral import (
    Amount,
    Assessment,
    Assessments,
    Commitment,
    Commitments,
    Country,
    Domain,
    Dossier,
    Evidence,
    Force,
    Issues,
    Leader,
    Leaders,
    LoadError,
    MissingExtraError,
    Organization,
    PartialDate,
    Partnerships,
    Section,
    Source,
    Span,
    Trace,
    ValidationError,
    interchange,
    samples,
)
from bilateral.interchange import (
    arrow_schema,
    from_arrow,
    from_pandas,
    from_polars,
    read_csv,
    read_parquet,
    to_arrow,
    to_pandas,
    to_polars,
    write_csv,
    write_parquet,
)
from bilateral.interchange.columns import TABLES, columns

JAPAN = Country.of("JPN")
REPORT = samples.report("joint-statement")
MADE = Commitment(
    "=1+1 “Türkiye”\nwill act; soon",
    actors=(JAPAN, Organization.of("ASEAN")),
    addressees=(Country.of("MYS"),),
    force=Force.INTENT,
    reaffirmed=True,
    domains=(Domain.of("energy"), Domain.of("security.maritime")),
    deadline=PartialDate(2026, 2),
    amounts=(Amount(Decimal("20.50"), currency="USD", span=Span(3, 9)),),
    section=Section(title="Trade", number="2.", level=2, parents=("Ties",), span=Span(0, 5)),
    span=Span(0, 29),
    trace=Trace("commitment.verb", Span(1, 2), (Evidence("actors", "said\n'so'", Span(4, 5)),)),
)


def through_csv(records: Untyped, folder: Path) -> Untyped:
    """Write and read CSV."""
    write_csv(records, folder / "table.csv")
    return read_csv(folder / "table.csv", type(records))


def through_parquet(records: Untyped, folder: Path) -> Untyped:
    """Write and read Parquet."""
    write_parquet(records, folder / "table.parquet")
    return read_parquet(folder / "table.parquet", type(records))


def through_pandas_parquet(records: Untyped, folder: Path) -> Untyped:
    """Write and read Parquet with pandas, which makes arrays of lists."""
    pandas = pytest.importorskip("pandas")
    to_pandas(records).to_parquet(folder / "frame.parquet")
    return from_pandas(pandas.read_parquet(folder / "frame.parquet"), type(records))


WAYS: dict[str, tuple[tuple[str, ...], Callable[[Any, Path], Any]]] = {
    "csv": ((), through_csv),
    "arrow": (("pyarrow",), lambda x, _: from_arrow(to_arrow(x), type(x))),
    "parquet": (("pyarrow",), through_parquet),
    "pandas": (("pandas",), lambda x, _: from_pandas(to_pandas(x), type(x))),
    "pandas, parquet": (("pandas", "pyarrow"), through_pandas_parquet),
    "polars": (("polars",), lambda x, _: from_polars(to_polars(x), type(x))),
}
#: The formats that carry what codes mean beside the rows.
CARRYING = {"arrow", "parquet", "pandas", "pandas, parquet"}

#: What is no frame.
NOTHING: Untyped = None

each_way = pytest.mark.parametrize("way", WAYS)


def through(way: str, records: Untyped, folder: Path) -> Untyped:
    """Write records in a format and read them back."""
    modules, carry = WAYS[way]
    for module in modules:
        pytest.importorskip(module)
    return carry(records, folder)


@each_way
@PATIENT
@given(st.data())
def test_what_is_written_is_read_again(
    way: str, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Nothing is lost, neither how a record was found nor, where a format can carry it, a name."""
    drawn_records = data.draw(drawn.collections())
    records = drawn.tame(drawn_records, usual=way not in CARRYING)
    again = through(way, records, tmp_path_factory.mktemp("tables"))
    assert again == records
    assert drawn.everything(again) == drawn.everything(records)


@each_way
@pytest.mark.parametrize("kind", TABLES)
def test_empty_collections_are_tables_too(way: str, kind: Untyped, tmp_path: Path) -> None:
    """They have columns and no rows."""
    assert through(way, kind(), tmp_path) == kind()


@each_way
def test_a_record_with_everything(way: str, tmp_path: Path) -> None:
    """Whatever a cell may hold that is awkward comes back."""
    again = through(way, Commitments([MADE, attrs.evolve(MADE, span=None, trace=None)]), tmp_path)
    assert drawn.everything(again[0]) == drawn.everything(MADE)


@each_way
@pytest.mark.parametrize("kind", [Commitments, Issues, Leaders, Partnerships])
def test_the_records_of_a_report(way: str, kind: Untyped, tmp_path: Path) -> None:
    """Each kind that the reader finds."""
    records = getattr(REPORT, TABLES[kind])
    assert len(records) > 0
    assert drawn.everything(through(way, records, tmp_path)) == drawn.everything(records)


def test_headings_are_known_after_reading(tmp_path: Path) -> None:
    """Queries by section answer as before for every section that has a record."""
    again = through("csv", Commitments([MADE]), tmp_path)
    assert len(again.by_section("Ties > Trade")) == len(again.by_section("2.")) == 1


# ---- what stands in the columns


def test_a_report_tells_the_source() -> None:
    """So that tables of many reports can be put together and taken apart."""
    pytest.importorskip("pyarrow")
    table = to_arrow(REPORT)
    assert table.num_rows == len(REPORT.commitments)
    source = REPORT.source
    assert set(table.column("source").to_pylist()) == {source.sha256}
    assert set(table.column("title").to_pylist()) == {source.title}
    assert set(table.column("date").to_pylist()) == {str(source.date)}
    assert to_arrow(REPORT.commitments).column("source").null_count == table.num_rows
    assert to_arrow(REPORT, Leaders).num_rows == len(REPORT.leaders)
    assert from_arrow(table, Commitments) == REPORT.commitments


def test_a_dossier_tells_the_first_source_of_each() -> None:
    """Merged leaders and partnerships have none."""
    pytest.importorskip("pyarrow")
    other = samples.report("readout")
    dossier = Dossier([REPORT, other])
    table = to_arrow(dossier)
    by_id = dict(zip(*(table.column(x).to_pylist() for x in ("id", "source")), strict=True))
    for report in (REPORT, other):
        assert {by_id[made.id] for made in report.commitments} == {report.source.sha256}
    leaders = to_arrow(dossier, Leaders)
    assert leaders.num_rows == len(dossier.leaders)
    assert leaders.column("source").null_count == leaders.num_rows
    kept = dossier.assess(Assessment(dossier.commitments[0].id, 1))
    assert from_arrow(to_arrow(kept, Assessments), Assessments) == kept.assessments


def test_the_cells_of_a_commitment() -> None:
    """The columns say in plain types what the record says."""
    pytest.importorskip("pyarrow")
    (row,) = to_arrow(Commitments([MADE])).to_pylist()
    assert row == {
        "source": None,
        "title": None,
        "date": None,
        "url": None,
        "text": MADE.text,
        "actors": ["JPN", "ASEAN"],
        "force": "intent",
        "reaffirmed": True,
        "domains": ["energy", "security.maritime"],
        "addressees": ["MYS"],
        "deadline": "2026-02",
        "deadline_first": dt.date(2026, 2, 1),
        "deadline_last": dt.date(2026, 2, 28),
        "amounts": [{"value": "20.50", "currency": "USD", "unit": None, "start": 3, "end": 9}],
        "section": "Ties > Trade",
        "heading": {
            "title": "Trade",
            "number": "2.",
            "level": 2,
            "parents": ["Ties"],
            "start": 0,
            "end": 5,
        },
        "start": 0,
        "end": 29,
        "id": MADE.id,
        "rule": "commitment.verb",
        "cue_start": 1,
        "cue_end": 2,
        "evidence": [{"field": "actors", "note": "said\n'so'", "start": 4, "end": 5}],
    }


@pytest.mark.parametrize("kind", TABLES)
def test_every_format_has_the_same_columns(kind: Untyped, tmp_path: Path) -> None:
    """In the same order, with the types that the page on interchange documents."""
    names = [column.name for column in columns(kind)]
    assert len(set(names)) == len(names)
    write_csv(kind(), tmp_path / "table.csv")
    assert (tmp_path / "table.csv").read_bytes().decode() == ",".join(names) + "\r\n"
    pytest.importorskip("pyarrow")
    assert arrow_schema(kind).names == names
    assert to_arrow(kind()).schema.equals(arrow_schema(kind))
    pytest.importorskip("pandas")
    assert list(to_pandas(kind()).columns) == names
    pytest.importorskip("polars")
    assert to_polars(kind()).columns == names


def test_types_do_not_depend_on_the_records() -> None:
    """A table of nothing, of nulls and of values can be put together."""
    arrow = pytest.importorskip("pyarrow")
    plain = Commitment("Act.", actors=(JAPAN,), force=Force.PLEDGE)
    tables = [to_arrow(Commitments(x)).replace_schema_metadata() for x in ([], [plain], [MADE])]
    assert arrow.concat_tables(tables).num_rows == 2
    polars = pytest.importorskip("polars")
    frames = [to_polars(Commitments(x)) for x in ([], [plain], [MADE])]
    assert polars.concat(frames).height == 2
    assert from_polars(polars.concat(frames), Commitments) == Commitments([plain, MADE])
    pytest.importorskip("pandas")
    types = [dict(to_pandas(Commitments(x)).dtypes) for x in ([], [plain], [MADE])]
    assert types[0] == types[1] == types[2]


def test_years_beyond_nanoseconds_stay() -> None:
    """Days in the year 1 and in the year 9999 are days in pandas as well."""
    pandas = pytest.importorskip("pandas")
    made = [attrs.evolve(MADE, deadline=PartialDate(year)) for year in (1, 9999)]
    frame = to_pandas(Commitments(made))
    assert list(frame["deadline_first"].dt.year) == [1, 9999]
    assert pandas.api.types.is_datetime64_any_dtype(frame["deadline_first"])


def test_a_frame_that_was_filtered_and_joined_is_read() -> None:
    """Rows may go and columns that are for reading may; gaps do not make numbers wrong."""
    pandas = pytest.importorskip("pandas")
    frame = to_pandas(REPORT)
    chosen = frame[frame["force"] == "pledge"].drop(columns=["title", "deadline_first"])
    assert list(from_pandas(chosen, Commitments)) == list(REPORT.commitments.by_force("pledge"))
    floats = frame.astype({"start": "float64", "end": "float64"})
    assert from_pandas(floats, Commitments) == REPORT.commitments
    loose = pandas.DataFrame({"commitment_id": ["c-1", "c-2"], "score": [1.0, None]}).iloc[:1]
    assert from_pandas(loose, Assessments) == Assessments([Assessment("c-1", 1)])


# ---- CSV


def lines(path: Path) -> list[str]:
    """Return the lines of a file."""
    return path.read_text(encoding="utf-8").splitlines()


def test_a_spreadsheet_can_hold_assessments(tmp_path: Path) -> None:
    """Two columns suffice; the signature of Excel and empty lines do no harm."""
    path = tmp_path / "scores.csv"
    text = "commitment_id,score,date,party\r\nc-1,-1,2026-05,JPN\r\n\r\nc-2,0,,\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read_csv(path, Assessments) == Assessments(
        [Assessment("c-1", -1, date=PartialDate(2026, 5), party=JAPAN), Assessment("c-2", 0)]
    )


def test_a_formula_is_a_text(tmp_path: Path) -> None:
    """A spreadsheet does not run it, and the apostrophe goes again; a score stays a number."""
    texts = ["=1+1", "'=1", "'", "''@x", "-1", "+1", "@x", "\tx", "\rx", "x=1"]
    records = Assessments([Assessment("c-1", -1, evidence=text) for text in texts])
    path = tmp_path / "table.csv"
    write_csv(records, path)
    assert [x.evidence for x in read_csv(path, Assessments)] == texts
    text = path.read_bytes().decode()
    assert ",'=1+1," in text
    assert "c-1,-1," in text


def test_codes_that_hold_a_semicolon(tmp_path: Path) -> None:
    """They stand in a list of JSON, so that they are not taken apart."""
    odd = Organization("A; B", "Odd")
    write_csv(Commitments([attrs.evolve(MADE, actors=(odd, JAPAN))]), tmp_path / "table.csv")
    assert '"[""A; B"",""JPN""]"' in (tmp_path / "table.csv").read_text(encoding="utf-8")
    write_csv(Commitments([MADE]), tmp_path / "table.csv")
    assert ",JPN; ASEAN," in (tmp_path / "table.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", ["X", "[X", "[]", "'X", "X'", "X, Y", "X Y"])
def test_codes_that_look_like_something_else(tmp_path: Path, code: str) -> None:
    """A list, or a text that a spreadsheet must not run."""
    records = Commitments([attrs.evolve(MADE, actors=(Organization(code, code), JAPAN))])
    write_csv(records, tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["actors"] == (f'["{code}","JPN"]' if code[0] in "['" else f"{code}; JPN")


def refused(read: Callable[[], object]) -> dict[str, str]:
    """Return path and reason of each fault for which a table is refused."""
    with pytest.raises(ValidationError) as caught:
        read()
    return {fault.path: fault.reason for fault in caught.value.faults}


def test_every_fault_of_a_table_is_told(tmp_path: Path) -> None:
    """By row and column, with what the cell holds."""
    path = tmp_path / "table.csv"
    path.write_text(
        "text,actors,force,reaffirmed,deadline,amounts,start,end,cue_start,heading\n"
        "Act.,JPN; XXX,vow,perhaps,2026-13,[{},3,x,1,Trade\n"
        ",,pledge,,,,9,1,,\n",
        encoding="utf-8",
    )
    found = refused(lambda: read_csv(path, Commitments))
    assert sorted(found) == [
        "rows[0].actors[1]",
        "rows[0].amounts",
        "rows[0].cue_end",
        "rows[0].deadline",
        "rows[0].end",
        "rows[0].force",
        "rows[0].heading",
        "rows[0].reaffirmed",
        "rows[0].rule",
        "rows[1].actors",
        "rows[1].end",
        "rows[1].text",
    ]


def test_faults_of_parts_are_told_in_their_row(tmp_path: Path) -> None:
    """A heading that several rows have is told in the first of them; unknown parts are as well."""
    path = tmp_path / "table.csv"
    heading = '"{""title"": """", ""level"": 3, ""x"": 1}"'
    amounts = '"[{""value"": ""1"", ""unit"": ""km"", ""start"": 3, ""y"": 1}]"'
    path.write_text(
        f"text,actors,force,heading,amounts\nA.,JPN,pledge,,\n"
        f"B.,JPN,pledge,{heading},{amounts}\nC.,JPN,pledge,{heading},\n",
        encoding="utf-8",
    )
    assert sorted(refused(lambda: read_csv(path, Commitments))) == [
        "rows[1].amounts[0].end",
        "rows[1].amounts[0].y",
        "rows[1].heading.level",
        "rows[1].heading.title",
        "rows[1].heading.x",
    ]


@pytest.mark.parametrize(
    "place",
    ['{""start"": 1, ""end"": 2, ""of"": 3}', '{""start"": 1}', '""x""', "1", "[1]", "null"],
)
def test_a_place_in_a_list_has_a_start_and_an_end(tmp_path: Path, place: str) -> None:
    """And nothing else."""
    path = tmp_path / "table.csv"
    right = '{""start"": 1, ""end"": 2}'
    path.write_text(f'name,mentions\nA,"[{right}]"\nB,"[{right}, {place}]"\n', encoding="utf-8")
    assert list(refused(lambda: read_csv(path, Leaders))) == ["rows[1].mentions[1]"]
    path.write_text(f'name,mentions\nA,"[{right}]"\n', encoding="utf-8")
    assert read_csv(path, Leaders) == Leaders([Leader("A", mentions=(Span(1, 2),))])


def test_columns_must_be_known(tmp_path: Path) -> None:
    """One that is missing or misspelt is told before the rows are."""
    path = tmp_path / "table.csv"
    path.write_text("text,actor,force,force\nAct.,JPN,pledge,pledge\n", encoding="utf-8")
    assert refused(lambda: read_csv(path, Commitments)) == {
        "force": "is the name of two columns; keep one of them"
    }
    path.write_text("text,actor,force\nAct.,JPN,pledge\n", encoding="utf-8")
    found = refused(lambda: read_csv(path, Commitments))
    assert found["actors"] == "is missing; the table must have this column"
    assert found["actor"].startswith("is no column here, drop it; the columns are source, title")
    path.write_text("", encoding="utf-8")
    assert list(refused(lambda: read_csv(path, Assessments))) == ["commitment_id", "score"]


def test_rows_must_be_as_long_as_the_heading(tmp_path: Path) -> None:
    """Else nobody knows what belongs where."""
    path = tmp_path / "table.csv"
    path.write_text("commitment_id,score\nc-1,1\nc-2\nc-3,1,x\n", encoding="utf-8")
    assert list(refused(lambda: read_csv(path, Assessments))) == ["rows[1]", "rows[2]"]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff\xfe", r"is not in UTF-8 \(at byte 0\)"),
        (b'a,"b\nc', "is no CSV"),
        (b"a," + b"x" * 200_000, "is no CSV: field larger than field limit"),
    ],
)
def test_what_is_no_csv_is_refused(tmp_path: Path, data: bytes, told: str) -> None:
    """The error names the file."""
    path = tmp_path / "table.csv"
    path.write_bytes(data)
    with pytest.raises(LoadError, match=rf"table\.csv: {told}"):
        read_csv(path, Assessments)
    with pytest.raises(LoadError, match="no such file"):
        read_csv(tmp_path / "lost.csv", Assessments)


@PATIENT
@given(st.text(), st.sampled_from(list(TABLES)))
def test_any_text_is_records_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, text: str, kind: Untyped
) -> None:
    """Nothing else comes of a file."""
    path = tmp_path_factory.mktemp("tables") / "table.csv"
    names = ",".join([column.name for column in columns(kind)])
    path.write_bytes(f"{names}\n{text}".encode())
    try:
        assert isinstance(read_csv(path, kind), kind)
    except (LoadError, ValidationError) as error:
        told = str(error)
        assert told


# ---- what cannot be


@each_way
def test_what_a_format_cannot_hold_is_told(way: str, tmp_path: Path) -> None:
    """Half a character goes into JSON alone."""
    half = Leaders([Leader("Anwar \ud800")])
    with pytest.raises(ValidationError, match="write JSON"):
        through(way, half, tmp_path)


@each_way
def test_numbers_of_more_than_64_bits_are_told(way: str, tmp_path: Path) -> None:
    """But in CSV, which has any."""
    great = Leaders([Leader("Anwar", span=Span(0, 2**70))])
    if way == "csv":
        assert through(way, great, tmp_path) == great
    else:
        with pytest.raises(ValidationError, match="write JSON"):
            through(way, great, tmp_path)


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    """Of records, of kinds, and of frames."""
    path = tmp_path / "table.csv"
    wrong: list[Untyped] = [None, [MADE], MADE, REPORT.source, Source("x")]
    for records in wrong:
        with pytest.raises(ValidationError, match="records: must be one of Commitments, Issues"):
            write_csv(records, path)
    with pytest.raises(ValidationError, match="records: must be one of"):
        write_csv(REPORT, path, Assessments)
    with pytest.raises(ValidationError, match="records: must be one of"):
        write_csv(REPORT.commitments, path, Issues)
    kinds: list[Untyped] = [None, Commitment, "Commitments", []]
    for kind in kinds:
        with pytest.raises(ValidationError, match="kind: must be one of Commitments"):
            read_csv(path, kind)
    frame: Untyped = [MADE]
    for module, read in [
        ("pyarrow", from_arrow),
        ("pandas", from_pandas),
        ("polars", from_polars),
    ]:
        pytest.importorskip(module)
        with pytest.raises(ValidationError, match="must be a"):
            read(frame, Commitments)


def test_a_parquet_file_that_is_none(tmp_path: Path) -> None:
    """The error names the file; a folder is none either."""
    pytest.importorskip("pyarrow")
    path = tmp_path / "table.parquet"
    path.write_bytes(b"PAR1 nothing PAR1")
    places = {path: "cannot be read", tmp_path: "a directory", tmp_path / "lost": "no such file"}
    for place, told in places.items():
        with pytest.raises(LoadError, match=told):
            read_parquet(place, Commitments)


def test_a_record_batch_will_do() -> None:
    """What engines hand on are batches."""
    pytest.importorskip("pyarrow")
    (batch,) = to_arrow(REPORT).to_batches()
    assert from_arrow(batch, Commitments) == REPORT.commitments


def test_metadata_of_somebody_else_is_passed_over() -> None:
    """Codes then mean the package's own parties."""
    pytest.importorskip("pyarrow")
    for metadata in (None, {b"bilateral": b"{"}, {b"bilateral": b"[]"}, {b"pandas": b"{}"}):
        table = to_arrow(REPORT).replace_schema_metadata(metadata)
        assert from_arrow(table, Commitments) == REPORT.commitments


@pytest.mark.parametrize(
    ("module", "extra", "use"),
    [
        ("pyarrow", "arrow", lambda: to_arrow(REPORT)),
        ("pyarrow", "arrow", lambda: from_arrow(None, Commitments)),
        ("pyarrow", "arrow", lambda: arrow_schema(Commitments)),
        ("pyarrow", "arrow", lambda: read_parquet("x.parquet", Commitments)),
        ("pyarrow", "arrow", lambda: write_parquet(REPORT, "x.parquet")),
        ("pandas", "pandas", lambda: to_pandas(REPORT)),
        ("pandas", "pandas", lambda: from_pandas(None, Commitments)),
        ("polars", "polars", lambda: to_polars(REPORT)),
        ("polars", "polars", lambda: from_polars(NOTHING, Commitments)),
    ],
)
def test_an_extra_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, module: str, extra: str, use: Callable[[], object]
) -> None:
    """The error says what to install."""
    for name in [name for name in sys.modules if name.partition(".")[0] == module]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError, match=rf"pip install 'bilateral\[{extra}\]'"):
        use()


def test_an_extra_that_is_broken_is_not_taken_for_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What it lacks itself is its own error."""
    (tmp_path / "halfway.py").write_text("import no_such_module", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    extras = import_module("bilateral.interchange.extras")
    with pytest.raises(ModuleNotFoundError, match="no_such_module"):
        extras.require("halfway", "half", "a test")


def test_public_names_are_there() -> None:
    """Everything that `bilateral.interchange` lists."""
    for name in interchange.__all__:
        assert getattr(interchange, name).__doc__, name
