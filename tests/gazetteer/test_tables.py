"""Reading the tables: faults are told with file and line; the small tables are sound."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from bilateral import Country, TableError
from bilateral.gazetteer import tables
from bilateral.model.iso3166 import CODES
from bilateral.reading.tags import cue_table

DATA = Path(str(files("bilateral.gazetteer") / "data"))
READING = Path(str(files("bilateral.reading")))
TABLES = sorted(path.name for path in DATA.glob("*.csv"))


def refused(text: str, *columns: str) -> TableError:
    """Return the error with which a table is refused."""
    with pytest.raises(TableError) as caught:
        list(tables.parse("some.csv", text, columns))
    assert caught.value.table == "some.csv"
    assert str(caught.value).startswith("some.csv")
    return caught.value


# --- parsing --------------------------------------------------------------------------------------


def test_rows_come_with_their_lines() -> None:
    """Comments and blank lines are skipped, and count."""
    text = "# about\n\na,b\n1,2\n  \n# more\n3,\n"
    assert list(tables.parse("x.csv", text, ("a", "b"))) == [
        (4, {"a": "1", "b": "2"}),
        (7, {"a": "3", "b": ""}),
    ]


def test_columns_may_come_in_any_order() -> None:
    """The heading says which is which."""
    assert [row for _, row in tables.parse("x.csv", "b,a\n1,2", ("a", "b"))] == [
        {"b": "1", "a": "2"}
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_may_be_those_of_any_system(end: str) -> None:
    """A table that a spreadsheet wrote is read like another."""
    text = end.join(["a,b", '"x, y",2', ""])
    assert list(tables.parse("x.csv", text, ("a", "b"))) == [(2, {"a": "x, y", "b": "2"})]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n"])
def test_an_empty_table_is_refused(text: str) -> None:
    """The error says which heading is missing; there is no line to name."""
    error = refused(text, "a", "b")
    assert error.line == 0
    assert "a,b" in error.reason


@pytest.mark.parametrize(
    ("heading", "wrong"), [("a", "b"), ("a,b,c", "c"), ("a,B", "B, b"), ("a;b", "a;b")]
)
def test_a_wrong_heading_is_refused(heading: str, wrong: str) -> None:
    """Missing and unknown columns are named, with the line of the heading."""
    error = refused(f"# about\n{heading}\n1,2\n", "a", "b")
    assert error.line == 2
    assert wrong in error.reason


@pytest.mark.parametrize(("row", "count"), [("1", 1), ("1,2,3", 3), ("1,2,", 3)])
def test_a_row_with_too_many_or_too_few_cells_is_refused(row: str, count: int) -> None:
    """The error counts the cells and names the line of the file, comments counted."""
    error = refused(f"a,b\n# about\n1,2\n{row}\n3,4\n", "a", "b")
    assert error.line == 4
    assert f"has {count} cells" in error.reason


@pytest.mark.parametrize("row", ['"1"x,2', '1,"2'])
def test_a_row_that_is_no_csv_is_refused(row: str) -> None:
    """A quotation mark out of place is told with its line."""
    error = refused(f"a,b\n1,2\n{row}\n", "a", "b")
    assert error.line == 3
    assert "is no CSV" in error.reason


def test_a_row_that_is_no_csv_is_told_with_the_line_of_the_file() -> None:
    """Comments and blank lines before it are counted."""
    assert refused('# about\n\na,b\n"1"x,2\n', "a", "b").line == 4


@pytest.mark.parametrize(("cell", "values"), [("", []), ("a", ["a"]), ("a|b c", ["a", "b c"])])
def test_a_cell_with_several_values(cell: str, values: list[str]) -> None:
    """Bars part them; an empty cell has none."""
    assert tables.items(cell) == values


# --- all tables -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_read_by_somebody(name: str) -> None:
    """A table that no module names would be edited in vain."""
    sources = [p.read_text(encoding="utf-8") for p in DATA.parent.parent.rglob("*.py")]
    assert any(f'"{name}"' in source for source in sources)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_tidy(name: str) -> None:
    """Cells have no stray blanks, and no value of a cell is empty or stands twice."""
    text = (DATA / name).read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line and line[0] != "#")
    for line, row in tables.parse(name, text, first.split(",")):
        for column, cell in row.items():
            assert cell == " ".join(cell.split()), (line, column)
            values = cell.split("|")
            assert len(values) == len(set(values)), (line, column)
            assert len(values) == 1 or all(values), (line, column)


def test_codes_of_the_model_are_those_of_the_table() -> None:
    """The codes that the model keeps in the code equal the gazetteer's."""
    rows = {r["alpha_3"]: (r["alpha_2"], r["numeric"] or None) for r in tables.countries()}
    assert rows == CODES
    assert [country.alpha_3 for country in Country.all()] == sorted(CODES)


# --- the small tables -----------------------------------------------------------------------------


def repeated(values: list[str]) -> list[str]:
    """Return the values that stand more than once."""
    return sorted({value for value in values if values.count(value) > 1})


def test_verbs() -> None:
    """Forms are in lower case, and classes are those that the grammar asks for."""
    rows = tables.verbs()
    assert all(row["forms"] == row["forms"].lower() for row in rows)
    classes = {row["class"] for row in rows}
    assert len(classes) == len(rows)
    assert classes == {
        *("be", "have", "auxiliary", "adverb", "report", "meet", "act"),
        *("praise", "discuss", "condemn", "support", "ground"),
    }


def test_verbs_have_one_class() -> None:
    """A form in two rows has only the class of the first; the second would be a dead letter."""
    assert repeated([form for row in tables.verbs() for form in tables.items(row["forms"])]) == []


def test_collectives() -> None:
    """Words are in lower case, once in a class, and classes are those that the reader asks for."""
    rows = tables.collectives()
    assert all(row["word"] == row["word"].lower() for row in rows)
    assert repeated([f"{row['class']} {row['word']}" for row in rows]) == []
    assert {row["class"] for row in rows} == {
        *("together", "alone", "we", "they", "speaker", "person", "thing", "state", "not"),
        *("bloc", "own state", "body", "body verb", "opening"),
    }


def test_giving() -> None:
    """Links are the prepositions before a receiver, or none; words are in lower case."""
    rows = tables.giving()
    assert {row["link"] for row in rows} == {"direct", "for", "to", "with"}
    assert all(row["words"] == row["words"].lower() for row in rows)
    pairs = [f"{word} {row['link']}" for row in rows for word in tables.items(row["words"])]
    assert repeated(pairs) == []


def test_asides() -> None:
    """Words are in lower case and once; each says what it tells."""
    rows = tables.asides()
    assert all(row["words"] == row["words"].lower() for row in rows)
    assert repeated([row["words"] for row in rows]) == []
    assert {row["tells"] for row in rows} == {
        *("purpose", "basis", "occasion", "company", "frame", "consequence", "other"),
    }


def test_continuing() -> None:
    """Single words in lower case, on one of two sides of the cue, once a side."""
    rows = tables.continuing()
    assert all(re.fullmatch("[a-z]+", row["word"]) for row in rows)
    assert {row["where"] for row in rows} == {"before", "after"}
    assert repeated([f"{row['where']} {row['word']}" for row in rows]) == []


def test_meetings() -> None:
    """Each kind has one row and itself as a word; no word shows two kinds."""
    rows = tables.meetings()
    assert repeated([row["kind"] for row in rows]) == []
    assert repeated([word for row in rows for word in tables.items(row["words"])]) == []
    assert all(
        row["kind"] in tables.items(row["words"]) or row["kind"] == "ceremony" for row in rows
    )


def test_levels() -> None:
    """Labels are in lower case, stand once on the ladder, and have a rank of one to seven."""
    rows = tables.levels()
    labels = [x for row in rows for x in (row["label"], *tables.items(row["variants"]))]
    assert all(label == label.lower() for label in labels)
    assert repeated(labels) == []
    assert {int(row["rank"]) for row in rows} == set(range(1, 8))
    rank = {row["label"]: int(row["rank"]) for row in rows}
    ladder = [
        "comprehensive partnership",
        "strategic partnership",
        "comprehensive strategic partnership",
    ]
    assert [rank[label] for label in ladder] == sorted({rank[label] for label in ladder})
    assert rank["alliance"] == max(rank.values())


def test_rules_are_those_of_the_reader() -> None:
    """Every rule that a record can carry is explained, and no rule is explained that none carries."""
    named = re.compile(r'"((?:commitment|request|leader|partnership|meeting|issue)\.[a-z_]+)"')
    used = {
        rule
        for path in READING.rglob("*.py")
        for rule in named.findall(path.read_text(encoding="utf-8"))
    }
    listed = [row["rule"] for row in tables.rules()]
    assert repeated(listed) == []
    assert used == set(listed)
    assert all(row["explains"] for row in tables.rules())


def test_function_words_are_asked_for() -> None:
    """No word stands twice in a class, no class is idle, and none is asked for that has no words."""
    rows = tables.function_words()
    assert repeated([f"{row['class']}: {row['word']}" for row in rows]) == []
    assert all(row["word"] == row["word"].lower().strip() for row in rows)
    code = "".join([path.read_text(encoding="utf-8") for path in READING.rglob("*.py")])
    classes = {row["class"] for row in rows}
    assert {name for name in classes if f'"{name}"' not in code} == set()
    grammar = (READING / "grammar" / "words.py").read_text(encoding="utf-8")
    assert set(re.findall(r'_words\("([a-z ]+)"', grammar)) <= classes


def test_continuing_words_do_not_hide_a_cue() -> None:
    """A cue that continues by itself needs no word beside it to say so."""
    continuing = {cue.lemma for cues in cue_table().values() for cue in cues if cue.continues}
    assert {"continue", "reaffirm", "reiterate", "renew"} <= continuing


def test_idioms_hold_terms() -> None:
    """Each idiom is written as it is matched, once, and keeps a term of the vocabulary from being seen."""
    terms = {row["term"].rstrip("*") for row in tables.vocabulary()}
    idioms = [row["idiom"] for row in tables.idioms()]
    assert len(set(idioms)) == len(idioms)
    for row in tables.idioms():
        idiom = row["idiom"]
        assert re.fullmatch(r"[a-z]+(?: [a-z]+)*", idiom)
        assert row["means"]
        assert idiom not in terms
        assert any(word.startswith(tuple(terms)) for word in idiom.split()), idiom
