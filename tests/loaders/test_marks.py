"""Headings and list items as the format marks them: HTML, Word, Markdown, loaders of the user's."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

import bilateral
from bilateral import Report, Span, ValidationError
from bilateral.evaluation import sentences
from bilateral.loaders import Document, Kind, Mark, decode, register, registry
from bilateral.loaders.layout import MOST_HEADING
from bilateral.loaders.markdown import parse as parse_markdown
from bilateral.reading.outline import LINE_ENDS, marked, outline

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LONG = (
    "What the two sides have said in Oslo about the fisheries of the northern seas, the ports that"
    " serve them, and the weather in which their crews must work?"
)
BODY = "Norway and Kenya agreed to train 200 fishers."

#: A document as kinds and words: "1" to "3" are headings, "p" paragraphs, "b" those in bold, "n"
#: items of a numbered list, "r" rows of a table.
Parts = list[tuple[str, str]]


def load(tmp_path: Path, name: str, data: bytes) -> Report:
    """Return the report of a file with these bytes."""
    path = tmp_path / name
    path.write_bytes(data)
    return bilateral.load(path)


def html(parts: Parts) -> tuple[str, bytes]:
    """Return a page, the first heading of the second rank."""
    tags = {"t": "h1", "1": "h2", "2": "h3", "3": "h4", "p": "p"}
    body = ""
    for kind, words in parts:
        if kind == "n":
            body += f"<ol><li>{words}</li></ol>"
        elif kind == "r":
            cells = "".join(f"<td>{cell}</td>" for cell in words.split(" | "))
            body += f"<table><tr>{cells}</tr></table>"
        elif kind == "b":
            body += f"<p><strong>{words}</strong></p>"
        else:
            body += f"<{tags[kind]}>{words}</{tags[kind]}>"
    body = body.replace("</ol><ol>", "").replace("</table><table>", "")
    return "page.html", f"<html><body><main>{body}</main></body></html>".encode()


def saved(made: Word) -> bytes:
    """Return a document as the bytes of its file."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def word(parts: Parts) -> tuple[str, bytes]:
    """Return a Word document in the styles that Word brings."""
    made = docx.Document()
    before = ""
    for kind, words in parts:
        if kind == "t":
            made.add_paragraph(words, style="Title")
        elif kind in {"1", "2", "3"}:
            made.add_heading(words, int(kind))
        elif kind == "n":
            made.add_paragraph(words, style="List Number")
        elif kind == "r":
            cells = words.split(" | ")
            table = made.tables[-1] if before == "r" else made.add_table(0, len(cells))
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
        else:
            made.add_paragraph().add_run(words).bold = kind == "b"
        before = kind
    return "report.docx", saved(made)


def markdown(parts: Parts) -> tuple[str, bytes]:
    """Return a file of Markdown."""
    lines = []
    for kind, words in parts:
        if kind == "t" or kind.isdigit():
            lines.append("#" * (1 if kind == "t" else int(kind) + 1) + f" {words}")
        else:
            lines.append(f"**{words}**" if kind == "b" else words)
    return "report.md", ("\n\n".join(lines) + "\n").encode()


Make = Callable[[Parts], tuple[str, bytes]]
each_format = pytest.mark.parametrize("make", [html, word, markdown])
with_lists = pytest.mark.parametrize("make", [html, word])


def outlined(report: Report) -> list[tuple[int, str | None, str]]:
    """Return level, number and path of each section."""
    return [(s.level, s.number, str(s)) for s in report.source.sections]


# --- headings -------------------------------------------------------------------------------------


@each_format
@pytest.mark.parametrize(
    "words",
    [
        LONG,
        "They met in Oslo.",
        "Trade, ports:",
        "fisheries",
        "2031",
        "What Was Said; What Was Not!",
    ],
)
def test_marked_heading_of_any_shape(tmp_path: Path, make: Make, words: str) -> None:
    """Neither length nor punctuation keeps a heading from opening its section."""
    report = load(tmp_path, *make([("t", "Talks"), ("p", BODY), ("1", words), ("p", BODY)]))
    assert outlined(report) == [(1, None, words)]
    (section,) = report.source.sections
    assert section.span is not None
    assert section.span.of(report.source.text) == words
    first, second = report.commitments
    assert first.section is None
    assert second.section == section


@each_format
@pytest.mark.parametrize("words", ["For more information", "Signed in Oslo", "Annex", "Norway"])
def test_short_paragraph_is_no_heading(tmp_path: Path, make: Make, words: str) -> None:
    """Where the headings are marked, a short line is text, and in the section it stands in."""
    parts = [("t", "Talks"), ("1", "Ships and ports"), ("p", words), ("p", BODY)]
    report = load(tmp_path, *make(parts))
    assert outlined(report) == [(1, None, "Ships and ports")]
    assert str(report.commitments.one().section) == "Ships and ports"


@each_format
def test_heading_that_promises_is_no_commitment(tmp_path: Path, make: Make) -> None:
    """A heading is never read as a sentence."""
    promise = "Norway will provide $30 million for the ports of Kenya by 2028."
    report = load(tmp_path, *make([("t", "Talks"), ("1", promise), ("p", BODY)]))
    assert [c.text for c in report.commitments] == [BODY]


@each_format
def test_levels_are_those_of_the_format(tmp_path: Path, make: Make) -> None:
    """Sections nest as the headings do; a level that is left out leaves no gap."""
    parts = [("t", "Talks"), ("p", BODY), ("1", "Sea"), ("2", "Ships."), ("3", "Tugs"), ("p", BODY)]
    parts += [("2", "Ports"), ("p", BODY), ("1", "Air"), ("3", "Drones"), ("p", BODY)]
    report = load(tmp_path, *make(parts))
    assert [(level, path) for level, _, path in outlined(report)] == [
        (1, "Sea"),
        (2, "Sea > Ships."),
        (3, "Sea > Ships. > Tugs"),
        (2, "Sea > Ports"),
        (1, "Air"),
        (2, "Air > Drones"),
    ]
    assert [str(c.section) for c in report.commitments][1:] == [
        "Sea > Ships. > Tugs",
        "Sea > Ports",
        "Air > Drones",
    ]


@each_format
def test_typed_numbers(tmp_path: Path, make: Make) -> None:
    """The number goes apart from the title; the level is the format's."""
    parts = [
        ("t", "Talks"),
        ("1", "I. Sea"),
        ("2", "1.2 Ships"),
        ("2", "1.2.3. Tugs."),
        ("p", BODY),
    ]
    report = load(tmp_path, *make(parts))
    assert outlined(report) == [
        (1, "I.", "Sea"),
        (2, "1.2", "Sea > Ships"),
        (2, "1.2.3.", "Sea > Tugs."),
    ]
    assert report.source.title == "Talks"


@each_format
def test_lines_that_are_set_off_are_headings_still(tmp_path: Path, make: Make) -> None:
    """Bold, capitals or a number show a heading below those that are marked."""
    parts = [("t", "Talks"), ("1", "Sea"), ("b", "Ships and ports"), ("p", BODY)]
    parts += [("p", "THE WEATHER"), ("p", BODY), ("p", "II. Fishers"), ("p", BODY)]
    parts += [("1", "Air"), ("p", BODY)]
    report = load(tmp_path, *make(parts))
    assert [path for _, _, path in outlined(report)] == [
        "Sea",
        "Sea > Ships and ports",
        "Sea > THE WEATHER",
        "Sea > Fishers",
        "Air",
    ]


@each_format
def test_bold_sentence_is_text(tmp_path: Path, make: Make) -> None:
    """Bold alone makes no heading of a sentence."""
    report = load(tmp_path, *make([("t", "Talks"), ("1", "Sea"), ("b", BODY), ("p", "They left.")]))
    assert report.commitments.one().text.strip("*") == BODY


@each_format
def test_without_marked_headings_shape_decides(tmp_path: Path, make: Make) -> None:
    """A document that marks no headings is read like plain text."""
    parts = [("t", "Talks"), ("p", BODY), ("p", "Ships and Ports"), ("p", BODY)]
    assert outlined(load(tmp_path, *make(parts))) == [(1, None, "Ships and Ports")]


@each_format
def test_heading_at_the_end(tmp_path: Path, make: Make) -> None:
    """A marked heading may have nothing below it."""
    report = load(tmp_path, *make([("t", "Talks"), ("1", "Sea"), ("p", BODY), ("1", "Annexes")]))
    assert [path for _, _, path in outlined(report)] == ["Sea", "Annexes"]


@each_format
def test_first_heading_alone_at_the_top_is_the_title(tmp_path: Path, make: Make) -> None:
    """Without another title it is one; where its equals follow, it is not."""
    parts = [("1", "Talks in Oslo?"), ("p", BODY), ("2", "Ships"), ("p", BODY)]
    report = load(tmp_path, *make(parts))
    assert report.source.title == "Talks in Oslo?"
    assert outlined(report) == [(1, None, "Ships")]
    report = load(tmp_path, *make([("1", "Sea"), ("p", BODY), ("1", "Air"), ("p", BODY)]))
    assert report.source.title is None
    assert [path for _, _, path in outlined(report)] == ["Sea", "Air"]


@each_format
def test_text_in_a_heading(tmp_path: Path, make: Make) -> None:
    """Paragraphs that are marked as headings to be printed large are text."""
    words = " ".join([BODY] * (MOST_HEADING // len(BODY) + 1))
    report = load(tmp_path, *make([("t", "Talks"), ("1", "Sea"), ("2", words), ("p", BODY)]))
    assert outlined(report) == [(1, None, "Sea")]
    assert len(report.commitments) > 5


@each_format
def test_title_that_is_given(tmp_path: Path, make: Make) -> None:
    """The file's own title is not read as text then, and opens no section over all the rest."""
    path = tmp_path / make([])[0]
    path.write_bytes(make([("t", "Norway to Help Kenya"), ("1", "Sea"), ("p", BODY)])[1])
    report = bilateral.load(path, title="Talks")
    assert report.source.title == "Talks"
    assert report.commitments.one().text == BODY


# --- lists and tables -----------------------------------------------------------------------------


@with_lists
def test_numbered_items_are_no_headings(tmp_path: Path, make: Make) -> None:
    """Short items without a full stop stay a list, under their stem."""
    parts = [("t", "Talks"), ("p", "Norway and Kenya agreed to:")]
    parts += [("n", "train 200 fishers"), ("n", "Open a Port"), ("n", "close a mine"), ("p", BODY)]
    report = load(tmp_path, *make(parts))
    assert report.source.sections == ()
    assert [sorted(a.code for a in c.actors) for c in report.commitments] == [["KEN", "NOR"]] * 4


@with_lists
def test_number_between_paragraphs_is_a_heading(tmp_path: Path, make: Make) -> None:
    """Numbers that text stands between head that text."""
    parts = [("t", "Talks"), ("n", "Sea"), ("p", BODY), ("n", "Air"), ("p", BODY)]
    report = load(tmp_path, *make(parts))
    assert [path for _, _, path in outlined(report)] == ["Sea", "Air"]


@with_lists
def test_rows_are_no_headings(tmp_path: Path, make: Make) -> None:
    """Neither the head of a table nor its rows open sections."""
    parts = [("t", "Talks"), ("p", BODY), ("r", "Party | Sum"), ("r", "Norway | $4 million")]
    report = load(tmp_path, *make([*parts, ("p", BODY)]))
    assert "Party | Sum\nNorway | $4 million" in report.source.text
    assert report.source.sections == ()


# --- what only one format has ---------------------------------------------------------------------


def test_bold_line_of_a_paragraph(tmp_path: Path) -> None:
    """In HTML a line may be all in bold and the next one not."""
    page = f"<h1>Talks</h1><h2>Sea</h2><p><b>Sh<i>ips</i></b> <strong>now</strong><br>{BODY}</p>"
    page += f"<p><b>Kenya</b> agreed<br>to help</p><p>{BODY}</p>"
    report = load(tmp_path, "page.html", page.encode())
    assert [path for _, _, path in outlined(report)] == ["Sea", "Sea > Ships now"]


def test_counted_number_of_a_heading(tmp_path: Path) -> None:
    """The number that Word counts is the section's."""
    made = docx.Document()
    numbering = made.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, text in enumerate(["Part %1", "%1.%2"])
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="77">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {W} w:numId="901"><w:abstractNumId w:val="77"/></w:num>'))
    made.add_paragraph("Talks", style="Title")
    for words, level in [("What of the sea?", 0), ("Ships", 1), ("Ports.", 1), ("Air", 0)]:
        heading = made.add_heading(words, level + 1)
        heading._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="901"/></w:numPr>')
        )
        made.add_paragraph(BODY)
    report = load(tmp_path, "report.docx", saved(made))
    assert outlined(report) == [
        (1, "Part 1", "What of the sea?"),
        (2, "1.1", "What of the sea? > Ships"),
        (2, "1.2", "What of the sea? > Ports."),
        (1, "Part 2", "Air"),
    ]
    section = report.source.sections[1]
    assert section.span is not None
    assert section.span.of(report.source.text) == "1.1 Ships"


def test_title_of_two_paragraphs(tmp_path: Path) -> None:
    """The second line of a title in Word is neither a section nor text."""
    made = docx.Document()
    for words in ("Joint Statement", "Norway and Kenya Agree to Fund a Port"):
        made.add_paragraph(words, style="Title")
    made.add_heading("Sea", 1)
    made.add_paragraph(BODY)
    report = load(tmp_path, "report.docx", saved(made))
    assert report.source.title == "Joint Statement"
    assert outlined(report) == [(1, None, "Sea")]
    assert len(report.commitments) == 1


def test_bold_by_style(tmp_path: Path) -> None:
    """Bold may come from the style of the paragraph or of its words, and be taken back."""
    made = docx.Document()
    made.styles["Quote"].font.bold = True
    made.add_paragraph("Talks", style="Title")
    made.add_heading("Sea", 1)
    for words, style, run_style, bold in [
        ("Ships", "Quote", None, None),
        ("Ports", None, "Strong", None),
        ("Weather", "Quote", None, False),
    ]:
        run = made.add_paragraph(style=style).add_run(words, style=run_style)
        run.bold = bold
        made.add_paragraph(BODY)
    report = load(tmp_path, "report.docx", saved(made))
    assert [path for _, _, path in outlined(report)] == ["Sea", "Sea > Ships", "Sea > Ports"]


@pytest.mark.parametrize(
    ("lines", "headings"),
    [
        ("# Sea", [(1, "Sea")]),
        ("  ### Sea and *ships*? ###  ", [(3, "Sea and *ships*?")]),
        ("## **Ships and Ports.** ##", [(2, "Ships and Ports.")]),
        ("# The C# of it", [(1, "The C# of it")]),
        ("Sea\n===", [(1, "Sea")]),
        ("They met.\n\nSea and ships?\n---\nThey left.", [(2, "Sea and ships?")]),
        ("# Sea\r\nThey met.\r\n\r\nAir\r\n---\r\n", [(1, "Sea"), (2, "Air")]),
        ("#Sea", []),
        ("\\# Sea", []),
        ("    # Sea", []),
        ("####### Sea", []),
        ("# ***", []),
        ("#", []),
        ("# #", []),
        ("```\n# Sea\n```\n# Air", [(1, "Air")]),
        ("~~~ sh\n# Sea\n```\n# Air\n~~~~\n# Land", [(1, "Land")]),
        ("```a`b\n# Sea", [(1, "Sea")]),
        ("They met.\n---", []),
        ("They met\nin Oslo\n---", []),
        ("They met\n\n---", []),
        ("- Sea\n---", []),
        ("> Sea\n---", []),
        ("| Sea | Air |\n---", []),
        ("# Sea\n---", [(1, "Sea")]),
        ("---", []),
        ("\n===", []),
        ("a\n---\n---", [(2, "a")]),
    ],
)
def test_headings_of_markdown(lines: str, headings: list[tuple[int, str]]) -> None:
    """Signs before and lines below make headings, as they do in print."""
    document = parse_markdown(lines.encode(), "report.md")
    assert document.text == lines
    assert [(mark.level, mark.words.of(lines)) for mark in document.marks] == headings


def test_underlined_headings(tmp_path: Path) -> None:
    """The line below a heading is no text."""
    text = f"Talks\n=====\n2031-04-05\n\n{BODY}\n\nWhat of the sea?\n---\n{BODY}\n"
    report = load(tmp_path, "report.md", text.encode())
    assert (report.source.title, str(report.source.date)) == ("Talks", "2031-04-05")
    assert outlined(report) == [(1, None, "What of the sea?")]
    shape_text = report.source.text
    with marked(shape_text, parse_markdown(text.encode(), "report.md").marks):
        words = [shape_text[b.start : b.end] for b in outline(shape_text).blocks]
    assert words == ["Talks", "2031-04-05", BODY, "What of the sea?", BODY]


def test_heading_within_wrapped_lines(tmp_path: Path) -> None:
    """Lines that are joined to paragraphs are not joined to a marked heading."""
    text = "# Talks\n\nNorway and Kenya\nagreed to train\nfishers.\n## Of ships,\nKenya will build\na port."
    report = load(tmp_path, "report.md", text.encode())
    assert outlined(report) == [(1, None, "Of ships,")]
    assert [" ".join(c.text.split()) for c in report.commitments] == [
        "Norway and Kenya agreed to train fishers.",
        "Kenya will build a port.",
    ]


# --- loaders of the user's ------------------------------------------------------------------------


def test_marks_of_a_registered_loader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever writes a loader may mark lines, too."""
    monkeypatch.setattr(registry, "_LOADERS", dict(registry._LOADERS))

    def talk(data: bytes, path: str, *, encoding: str | None = None) -> Document:
        text = decode(data, path, encoding=encoding)
        end = text.index("\n")
        mark = Mark(Kind.HEADING, span=Span(0, end), words=Span(2, end), level=1)
        return Document(text=text, title="Talks", marks=(mark,))

    register(".talk", talk)
    report = load(tmp_path, "report.talk", f"= They spoke of ships.\n{BODY}".encode())
    assert outlined(report) == [(1, None, "They spoke of ships.")]


def heading(start: int, end: int) -> Mark:
    """Return a mark of a heading."""
    return Mark(Kind.HEADING, span=Span(start, end), words=Span(start, end), level=1)


@pytest.mark.parametrize(
    ("marks", "reason"),
    [
        ((heading(0, 9), heading(0, 9)), r"marks\[1\].span: must begin behind the mark before"),
        ((heading(10, 18), heading(0, 9)), r"marks\[1\].span: must begin behind the mark before"),
        ((heading(0, 99),), r"marks\[0\].span: must end within the text"),
        ((heading(0, 4),), r"marks\[0\].span: must take in whole lines"),
        ((heading(5, 9),), r"marks\[0\].span: must take in whole lines"),
        ((heading(0, 10),), r"marks\[0\].words: must mark words without white space"),
        ([heading(0, 4)], "marks: must be a tuple of Mark"),
        ((3,), r"marks\[0\]: must be a Mark"),
    ],
)
def test_marks_beside_the_text(marks: object, reason: str) -> None:
    """A mark that cannot be is refused where it is made."""
    with pytest.raises(ValidationError, match=reason):
        Document(text="They met.\nIn Oslo.", marks=marks)  # type: ignore[arg-type]


def test_text_that_is_none() -> None:
    """A text must be a str."""
    with pytest.raises(ValidationError, match="text: must be a str"):
        Document(text=b"They met.")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"kind": "heading"}, "kind: must be a Kind"),
        ({"kind": Kind.DATE}, "kind: must be no date"),
        ({"words": Span(0, 5)}, "words: must lie within the span"),
        ({"span": (1, 4)}, "span: must be a Span"),
        ({"level": -1}, "level: must be 0 or more"),
    ],
)
def test_mark_that_cannot_be(fields: dict[str, object], reason: str) -> None:
    """A mark is checked like a record."""
    sound = {"kind": Kind.HEADING, "span": Span(1, 4), "words": Span(1, 4), "level": 1}
    with pytest.raises(ValidationError, match=reason):
        Mark(**(sound | fields))  # type: ignore[arg-type]


def test_marks_hold_for_their_text_alone() -> None:
    """Another text that is outlined meanwhile is told by its shape."""
    with marked("They met.\nThey left.", [heading(0, 9)]):
        assert len(outline("They met.\nThey left.", titled=True).sections) == 1
        assert outline("They met.\nThey came.", titled=True).sections == []
    assert outline("They met.\nThey left.", titled=True).sections == []


@given(st.data())
def test_any_marks(data: st.DataObject) -> None:
    """Whatever lines are marked as, blocks are in order, and begin and end with visible characters."""
    text = data.draw(st.text(" \n\n\r\u2028-1.I)aé:", max_size=60))
    marks = []
    for line in re.finditer(f"[^{LINE_ENDS}]*[{LINE_ENDS}]?", text):
        first = line.start() + len(line[0]) - len(line[0].lstrip())
        last = first + len(line[0].strip())
        if first < last and data.draw(st.booleans()):
            first = data.draw(
                st.sampled_from([at for at in range(first, last) if text[at].strip()])
            )
            kind = data.draw(st.sampled_from([k for k in Kind if k is not Kind.DATE]))
            level = data.draw(st.integers(0, 3))
            marks.append(Mark(kind, span=Span(*line.span()), words=Span(first, last), level=level))
    document = Document(text=text, marks=tuple(marks))
    with marked(document.text, document.marks):
        for titled in (False, True):
            last = 0
            for block in outline(text, titled=titled).blocks:
                words = text[block.start : block.end]
                assert last <= block.start < block.end <= len(text)
                assert words == words.strip()
                last = block.end
        bilateral.read(text)


#: Lines with a country, a body, a person, and nothing of these.
NAMES = (
    "Brazil",
    "ASEAN leaders meet",
    "India, Peru",
    "President Ana Luz of Peru",
    BODY,
    "Talks",
    "",
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from([None, *(kind for kind in Kind if kind is not Kind.DATE)]),
        ),
        max_size=6,
    ),
    st.sampled_from([None, "Talks", "Brazil", "Leaders of India and Peru meet"]),
)
def test_any_part_may_be_missing(lines: list[tuple[str, Kind | None]], title: str | None) -> None:
    """A page may have headings or items alone, and name countries in them."""
    text = ""
    marks = []
    for words, kind in lines:
        line = Span(len(text), len(text) + len(words) + 1)
        if words and kind is not None:
            marks.append(Mark(kind, span=line, words=Span(line.start, line.end - 1), level=1))
        text += words + "\n"
    with marked(text, tuple(marks)):
        report = bilateral.read(text, title=title)
    for commitment in report.commitments:
        assert commitment.span is not None
        assert commitment.span.of(text) == commitment.text


def test_headings_alone(tmp_path: Path) -> None:
    """A file without a sentence is read, though its headings name countries."""
    report = load(tmp_path, "talks.md", b"---\ntitle: Talks\n---\n# India\n\n## Peru\n")
    assert not report.commitments


def test_sentences_are_numbered_without_the_headings_of_the_format(tmp_path: Path) -> None:
    """What only the format shows to be a heading has no number; a short list item has one."""
    html = f"<h1>Talks</h1><h2>{LONG}</h2><p>{BODY}</p><ul><li>Open a Port</li></ul><p>They parted.</p>"
    report = load(tmp_path, "talks.html", html.encode())
    assert [sentence.text for sentence in sentences(report)] == [
        BODY,
        "Open a Port",
        "They parted.",
    ]
