"""Word documents: the body as it is printed."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral
from bilateral import LoadError, MissingExtraError, PartialDate
from bilateral.loaders.documents import Document
from bilateral.loaders.docx import parse

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TITLE = "Chile and Ghana Meet in Accra"
PLAIN = f"""{TITLE}

4 March 2026

Chile and Ghana agreed to study copper recycling together.

I. Training

The two countries agreed to:

- train 80 geologists;
- open a joint laboratory.

II. Trade

Ghana intends to publish its mining register by 2028."""


def report() -> Word:
    """Return a document with a title, headings, a list and much that is no text."""
    made = docx.Document()
    made.core_properties.title = "Word template"
    made.core_properties.created = dt.datetime(2026, 3, 4, 9, 30)  # noqa: DTZ001 - as Word has it
    made.sections[0].header.paragraphs[0].text = "Chile will print this on every page."
    made.sections[0].footer.paragraphs[0].text = "Ghana will print this below."
    made.add_paragraph(TITLE, style="Title")
    made.add_paragraph("4 March 2026")
    made.add_paragraph("Chile and Ghana agreed to study ").add_run("copper").bold = True
    made.paragraphs[-1].add_run(" recycling together.")
    made.add_heading("I. Training", 1)
    made.add_paragraph("The two countries agreed to:")
    made.add_paragraph("train 80 geologists;", style="List Bullet")
    made.add_paragraph("open a joint laboratory.", style="List Bullet")
    made.add_heading("II. Trade", 1)
    made.add_paragraph("Ghana intends to publish its mining register by 2028.")
    return made


def saved(made: Word) -> bytes:
    """Return a document as the bytes of its file."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def read(made: Word) -> Document:
    """Return what is read of a document."""
    return parse(saved(made), "report.docx")


def test_report_is_read_as_its_plain_text(tmp_path: Path) -> None:
    """The text, its outline and the commitments are those of the same prose."""
    path = tmp_path / "report.docx"
    path.write_bytes(saved(report()))
    found, plain = bilateral.load(path), bilateral.read(PLAIN)
    assert found.source.text == PLAIN
    assert found.commitments == plain.commitments
    assert len(found.commitments) >= 3
    assert [(s.number, s.title) for s in found.source.sections] == [
        ("I.", "Training"),
        ("II.", "Trade"),
    ]
    for commitment in found.commitments:
        assert commitment.span is not None
        assert commitment.span.of(found.source.text) == commitment.text


def test_title_and_date(tmp_path: Path) -> None:
    """The title is the styled one, and the file's date counts where the text names it."""
    path = tmp_path / "report.docx"
    path.write_bytes(saved(report()))
    source = bilateral.load(path).source
    assert (source.title, source.date) == (TITLE, PartialDate(2026, 3, 4))


def test_date_of_the_file_alone_is_none() -> None:
    """When a file was made says nothing of when its text was published."""
    made = docx.Document()
    made.core_properties.created = dt.datetime(2026, 3, 4)  # noqa: DTZ001
    made.add_paragraph("Chile agreed on Friday to help.")
    assert read(made).date is None


@pytest.mark.parametrize(
    ("title", "taken"),
    [("A Meeting", "A Meeting"), ("", None), ("Word Document", None), ("draft.docx", None)],
)
def test_title_among_the_properties(title: str, taken: str | None) -> None:
    """The property is the title where no paragraph is, unless a program put it in."""
    made = docx.Document()
    made.core_properties.title = title
    made.add_paragraph("Chile agreed to help.")
    assert read(made).title == taken


def test_lists_are_counted_as_word_does() -> None:
    """Numbers come from the document's numbering, inner lists have marks of their own."""
    made = docx.Document()
    for text, style in [
        ("one", "List Number"),
        ("two", "List Number"),
        ("three", "List Bullet"),
        ("four", "List Bullet 2"),
        ("five", "List Bullet"),
    ]:
        made.add_paragraph(text, style=style)
    assert read(made).text == "1. one\n2. two\n\n- three\n  • four\n- five"


def test_levels_and_forms_of_numbers() -> None:
    """A number may hold those of the levels above it, in letters or Roman."""
    made = docx.Document()
    numbering = made.part.numbering_part.element
    levels = [("upperRoman", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)")]
    xml = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    kind = parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{xml}</w:abstractNum>')
    numbering.insert(0, kind)
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    for number, change in ((901, ""), (902, anew)):
        numbering.append(
            parse_xml(
                f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="77"/>{change}</w:num>'
            )
        )
    for list_id, level in [(901, 0), (901, 1), (901, 2), (901, 2), (901, 0), (902, 0)]:
        paragraph = made.add_paragraph("x")
        paragraph._p.get_or_add_pPr().append(
            parse_xml(
                f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
            )
        )
    lines = read(made).text.split("\n")
    assert [line.strip() for line in lines] == ["I. x", "I.1 x", "(a) x", "(b) x", "II. x", "IV. x"]


def test_tables() -> None:
    """A table is read row by row, and the page that is laid out in one by paragraphs."""
    made = docx.Document()
    table = made.add_table(2, 2)
    for cell, text in zip(table._cells, ["Party", "Sum", "Chile", "$4 million"], strict=True):
        cell.text = text
    layout = made.add_table(1, 1)
    layout.cell(0, 0).text = "Ghana agreed to help."
    layout.cell(0, 0).add_paragraph("Chile will pay.")
    assert read(made).text == (
        "Party | Sum\nChile | $4 million\n\nGhana agreed to help.\n\nChile will pay."
    )


def test_what_word_does_not_print() -> None:
    """Deletions, tables of contents and field codes are no text; insertions and links are."""
    made = docx.Document()
    body = made.element.body
    body.insert(0, parse_xml(
        f'<w:p {W}><w:r><w:t>Chile </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del>'
        '<w:ins><w:r><w:t>will</w:t></w:r></w:ins><w:r><w:tab/><w:t>send a</w:t><w:br/></w:r>'
        '<w:hyperlink><w:r><w:t>mission</w:t></w:r></w:hyperlink>'
        '<w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:t>.</w:t></w:r></w:p>'
    ))  # fmt: skip
    contents = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = "<w:sdtContent><w:p><w:r><w:t>Ghana will help.</w:t></w:r></w:p></w:sdtContent>"
    body.insert(1, parse_xml(f"<w:sdt {W}>{contents}{control}</w:sdt>"))
    body.insert(2, parse_xml(f"<w:sdt {W}><w:sdtPr/>{control}</w:sdt>"))
    assert read(made).text == "Chile will send a\nmission.\n\nGhana will help."


def repacked(change: dict[str, bytes]) -> bytes:
    """Return the report's package with some parts exchanged or added."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(report()))) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in (parts | change).items():
            new.writestr(name, data)
    return file.getvalue()


def test_bomb_is_not_unpacked() -> None:
    """A package that would fill the memory is refused by what it says of its sizes."""
    with pytest.raises(LoadError, match="unpacks to"):
        parse(repacked({"word/document.xml": b" " * (80 * 2**20)}), "report.docx")


def test_too_many_parts() -> None:
    """A package of countless parts is refused."""
    parts = {f"word/media/{index}.png": b"" for index in range(10_001)}
    with pytest.raises(LoadError, match="parts"):
        parse(repacked(parts), "report.docx")


def test_entities_stay_closed(tmp_path: Path) -> None:
    """Neither a file of the reader's nor a thousand copies come in by an entity."""
    secret = tmp_path / "secret.txt"
    secret.write_text("Chile will keep this secret.")
    document = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY f SYSTEM "{secret.as_uri()}">'
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>Tea &f;&b;.</w:t></w:r></w:p></w:body></w:document>"
    ).encode()
    try:
        text = parse(repacked({"word/document.xml": document}), "report.docx").text
    except LoadError:
        return
    assert "secret" not in text
    assert "aaa" not in text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no Word document"),
        (b"PK\x03\x04", "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "without a password"),
        (b"Chile agreed to help.", "no Word document"),
    ],
)
def test_what_is_no_word_document(data: bytes, reason: str) -> None:
    """The error says what to do."""
    with pytest.raises(LoadError, match=reason):
        parse(data, "report.docx")


def test_package_of_another_kind() -> None:
    """A zip file without a document in it is damaged as far as can be told."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("a.txt", "Chile agreed to help.")
    with pytest.raises(LoadError, match="is damaged"):
        parse(file.getvalue(), "report.docx")


def test_without_numbering_or_styles() -> None:
    """The parts that say how lists look may be missing."""
    relations = saved(docx.Document())
    with zipfile.ZipFile(io.BytesIO(relations)) as package:
        rels = package.read("word/_rels/document.xml.rels")
    bare = re.sub(rb"<Relationship [^>]*(?:numbering|styles)\.xml[^>]*/>", b"", rels)
    text = parse(repacked({"word/_rels/document.xml.rels": bare}), "report.docx").text
    assert "train 80 geologists;" in text


def test_without_python_docx(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing library is told of with the extra that brings it."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError, match=r"bilateral\[docx\]"):
        parse(b"PK", "report.docx")


REPORT = saved(report())
with zipfile.ZipFile(io.BytesIO(REPORT)) as _package:
    XML = {
        name: _package.read(name)
        for name in ("word/document.xml", "word/numbering.xml", "word/styles.xml")
    }


def mutated(data: st.DataObject, original: bytes) -> bytes:
    """Return bytes with some changed, cut or put in."""
    changed = bytearray(original)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, max(len(changed) - 1, 0)))
        until = at + data.draw(st.integers(0, 30))
        changed[at:until] = data.draw(st.binary(max_size=6))
    return bytes(changed)


def settle(data: bytes) -> None:
    """Read bytes; whatever they are, a document or a LoadError comes of them."""
    try:
        document = parse(data, "report.docx")
    except LoadError:
        return
    bilateral.read(document.text, title=document.title, date=document.date)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_packages(data: st.DataObject) -> None:
    """A package with bytes changed gives a text or a LoadError."""
    settle(mutated(data, REPORT))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_parts(data: st.DataObject) -> None:
    """A sound package of damaged XML gives a text or a LoadError."""
    name = data.draw(st.sampled_from(sorted(XML)))
    xml = XML[name]
    tags = sorted(set(re.findall(rb'"[^"<>]{1,20}"|<w:\w+', xml)))
    if data.draw(st.booleans()):
        old, new = data.draw(st.sampled_from(tags)), data.draw(st.sampled_from(tags))
        xml = xml.replace(old, new, data.draw(st.integers(1, 3)))
    else:
        xml = mutated(data, xml)
    settle(repacked({name: xml}))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    """No bytes raise anything but a LoadError."""
    settle(data)
