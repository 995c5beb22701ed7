"""Whatever comes in, a record or one of the package's errors comes out, by every way in."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.reports import check_words

import bilateral
from bilateral import (
    BilateralError,
    Country,
    Domain,
    Force,
    Lexicon,
    Organization,
    PartialDate,
    PartnershipLevel,
    UnknownNameError,
    ValidationError,
    samples,
)
from bilateral.loaders import Document, docx, html, markdown, records, text
from bilateral.reading.outline import marked

ANY = st.text(st.characters(exclude_categories=()))
WORDS = st.sampled_from(
    [
        *samples.text("readout").split(" ")[:200],
        "\n\n",
        "\n- ",
        "“",
        "”",
        "(",
        "U.S.",
        "İ",
        "\ud800",
    ]
)
PROSE = st.lists(WORDS | ANY, max_size=30).map(" ".join)
some = settings(max_examples=60, deadline=None)

LOADERS: dict[str, Callable[[bytes, str], object]] = {
    "a.txt": text.parse,
    "a.md": markdown.parse,
    "a.html": html.parse,
    "a.docx": docx.parse,
    "a.json": records.parse,
}
MARKUP = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<main>",
            "<ul><li>",
            "<h1>",
            "<table><tr><td>",
            "<b>",
            "<br>",
            "<!--",
            "&#1;",
        ),
        *(
            "# ",
            "---\n",
            "title: x\n",
            "```",
            "- ",
            "=\n",
            "\n",
            "\r\n",
            "|",
            "> ",
            "date: 2031-13-41\n",
        ),
        *(
            "\ufeff",
            "\x00",
            "\x85",
            "é",
            "\u2028",
            '{"format":"bilateral",',
            '"version":1,',
            "[",
            "}",
        ),
    ]
)
BYTES = st.binary(max_size=300) | st.lists(MARKUP | PROSE, max_size=12).map(
    lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")
)


@given(ANY | PROSE)
@some
def test_any_text(given_text: str) -> None:
    """It is read, twice alike, every place is exact, and it goes to JSON and back."""
    report = bilateral.read(given_text)
    check_words(report)
    assert bilateral.read(given_text) == report
    try:
        written = bilateral.dumps(report)
    except ValidationError as error:
        assert "two halves" in str(error)
    else:
        assert bilateral.loads(written) == report


@pytest.mark.parametrize("name", LOADERS)
@given(data=BYTES)
@some
def test_any_bytes(name: str, data: bytes) -> None:
    """They are a document, which is read, or an error that names the file."""
    try:
        document = LOADERS[name](data, name)
    except BilateralError as error:
        assert name in str(error)
        return
    if isinstance(document, Document):
        with marked(document.text, document.marks):
            check_words(bilateral.read(document.text, title=document.title, date=document.date))


@given(BYTES)
@some
def test_any_part_of_a_word_document(data: bytes) -> None:
    """A sound package with any body, as XML or not."""
    pytest.importorskip("docx")
    import docx as library

    sound, made = io.BytesIO(), io.BytesIO()
    library.Document().save(sound)
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            new.writestr(part, data if part == "word/document.xml" else old.read(part))
    test = LOADERS["a.docx"]
    try:
        assert isinstance(test(made.getvalue(), "a.docx"), Document)
    except BilateralError as error:
        assert "a.docx" in str(error)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)
DOCUMENTS: list[Any] = [
    json.loads(bilateral.dumps(record))
    for record in (
        samples.report("readout"),
        samples.report("wire-report").commitments,
        samples.report("joint-statement").meeting,
        bilateral.Dossier([samples.report("readout")]),
        PartialDate(2031, 4),
    )
]


def places(value: object) -> list[tuple[Any, Any]]:
    """Return every place in a document: what holds it, and its key."""
    found: list[tuple[Any, Any]] = []
    keys: list[Any] = []
    if isinstance(value, dict):
        keys = list(value)
    elif isinstance(value, list):
        keys = list(range(len(value)))
    for key in keys:
        found.append((value, key))
        found += places(value[key])  # type: ignore[index]
    return found


@given(JSON, st.sampled_from(range(len(DOCUMENTS))), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_any_json(value: object, which: int, chance: Any) -> None:  # noqa: ANN401 - a Random
    """By itself, as the value of a document, and in any place of a sound one."""
    changed = json.loads(json.dumps(DOCUMENTS[which]))
    holder, key = chance.choice(places(changed))
    holder[key] = value
    framed = {"format": "bilateral", "version": 1, "type": "Report", "value": value}
    for document in (value, framed, changed):
        try:
            record = bilateral.loads(json.dumps(document))
        except BilateralError as error:
            assert str(error)
        else:
            assert bilateral.loads(bilateral.dumps(record)) == record


@given(
    ANY | st.sampled_from(["Japan", " japan\n", "JPN", "392", "2031-02-30", "०१", "security.", "²"])
)
@some
def test_any_name(word: str) -> None:
    """It is what it names, twice alike, or an error that says what would be right."""
    makers: list[Callable[[str], object]] = [
        *(Country.of, Organization.of, Domain.of, PartialDate.of, PartialDate.parse, Force.of),
        PartnershipLevel,
    ]
    for make in makers:
        try:
            found = make(word)
        except UnknownNameError as error:
            assert all(isinstance(name, str) for name in error.nearest)
            assert str(error)
        except BilateralError as error:
            assert str(error)
        else:
            assert make(word) == found


TABLE = st.sampled_from(
    [
        *(
            "[vocabulary]\n",
            "domain,term,weight\n",
            "economy.agriculture,seed bank,3\n",
            "[domains only]\n",
        ),
        *(
            "name,label,covers,cap,plover,g20rg\n",
            "sea,Sea,all,10|12,,\n",
            "[cues]\n",
            '"',
            ",",
            "\n",
            "|",
            "*",
        ),
        *(
            "[people]\n",
            "name,variants,party,office,from,to\n",
            "Luz Paz,Paz,PER,President,2030,\n",
        ),
    ]
)


@given(st.lists(TABLE | ANY, max_size=8).map("".join))
@settings(max_examples=25, deadline=None)
def test_any_lexicon(content: str) -> None:
    """It is one, with which texts can be read, or an error."""
    try:
        lexicon = Lexicon.parse(content)
    except BilateralError as error:
        assert str(error)
        return
    check_words(bilateral.read("Luz Paz of Peru agreed to open a seed bank.", lexicon=lexicon))
