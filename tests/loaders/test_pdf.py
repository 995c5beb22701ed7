"""PDF: the words of the pages in the order in which they are read."""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from fpdf import FPDF, Align
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral
from bilateral import LoadError, MissingExtraError, PartialDate, Report
from bilateral.loaders.documents import Document
from bilateral.loaders.pdf import SECONDS, parse

TITLE = "Chile and Norway Meet in Santiago"
PARAGRAPHS = [
    (
        "Santiago, 4 March 2026. Chile and Norway agreed to build two research vessels for the southern"
        " ocean, and the two ministers described the plan to a full hall of students, fishers and"
        " engineers from both countries."
    ),
    (
        "Norway will provide $30 million for the shipyard by 2028. The yard stands on a quiet bay and"
        " has repaired trawlers for sixty years, so that its workers know what the cold does to steel."
    ),
]
ITEMS = ["train 200 welders from the southern provinces;", "open a joint laboratory for sea ice."]
AFTER = [
    (
        "Chile intends to publish its register of vessels. Its fishers have asked for such a register"
        " since the great storm, when nobody could tell how many boats were out at sea that night."
    ),
    (
        "Norway and Chile will review the programme every second year. Their experts are to meet in"
        " winter, when the vessels are in harbour and the crews have time to speak about what broke."
    ),
]
PROSE = [("h", "I. Vessels"), *[("p", text) for text in PARAGRAPHS]]
PROSE += [("p", "The two countries agreed to:"), *[("i", text) for text in ITEMS]]
PROSE += [("h", "II. Registers"), *[("p", text) for text in AFTER]]
PLAIN = f"{TITLE}\n\n" + "\n\n".join(f"- {text}" if kind == "i" else text for kind, text in PROSE)


class Page(FPDF):
    """A document with a running head and numbered pages."""

    heads = False

    def header(self) -> None:
        """Print the running head."""
        if self.heads:
            self.set_font("helvetica", size=8)
            self.cell(0, 6, "Chile will print this on every page", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        """Print the number of the page."""
        if self.heads:
            self.set_y(-12)
            self.set_font("helvetica", size=8)
            self.cell(0, 6, f"Page {self.page_no()} of 9", align="C")


def new(*, heads: bool = False) -> Page:
    """Return a document without pages."""
    made = Page()
    made.heads = heads
    made.set_auto_page_break(auto=True, margin=20)
    return made


def title(made: FPDF) -> None:
    """Print the title across the page."""
    made.set_font("helvetica", "B", 17)
    made.multi_cell(0, 9, TITLE, new_x="LMARGIN", new_y="NEXT")
    made.ln(4)


def one_column(prose: Sequence[tuple[str, str]] = PROSE, *, heads: bool = False) -> bytes:
    """Return a document in one column."""
    made = new(heads=heads)
    made.add_page()
    title(made)
    for kind, text in prose:
        made.set_font("times", "B" if kind == "h" else "", 13 if kind == "h" else 11)
        mark = "\x95 " if kind == "i" else ""
        made.multi_cell(
            0, 5, mark + text, align="J" if kind == "p" else "L", new_x="LMARGIN", new_y="NEXT"
        )
        made.ln(3)
    return bytes(made.output())


def two_columns(prose: Sequence[tuple[str, str]] = PROSE, *, heads: bool = False) -> bytes:
    """Return a document in two columns under a title across the page."""
    made = new(heads=heads)
    made.add_page()
    title(made)
    made.set_font("times", size=11)
    with made.text_columns(ncols=2, gutter=8, text_align="J") as columns:
        for kind, text in prose:
            made.set_font("times", "B" if kind == "h" else "", 13 if kind == "h" else 11)
            with columns.paragraph(
                bottom_margin=3, text_align=Align.L if kind == "h" else Align.J
            ) as part:
                part.write(f"- {text}" if kind == "i" else text)
    return bytes(made.output())


def words_of(report: Report) -> list[tuple[str, list[str], str, str]]:
    """Return what the commitments of a report say, without their places."""
    return [
        (c.text, [a.code for a in c.actors], str(c.force), str(c.section))
        for c in report.commitments
    ]


def load(tmp_path: Path, data: bytes) -> Report:
    """Return the report of a file with these bytes."""
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    return bilateral.load(path)


@pytest.mark.parametrize("make", [one_column, two_columns])
def test_prose_is_read_as_its_plain_text(tmp_path: Path, make: Callable[..., bytes]) -> None:
    """Text, outline and commitments are those of the same prose, in one column or two."""
    found, plain = load(tmp_path, make()), bilateral.read(PLAIN)
    assert re.sub(r"\n+", "\n\n", found.source.text) == PLAIN
    assert words_of(found) == words_of(plain)
    assert len(found.commitments) >= 5
    assert found.source.title == TITLE
    assert [s.number for s in found.source.sections] == ["I.", "II."]
    for commitment in found.commitments:
        assert commitment.span is not None
        assert commitment.span.of(found.source.text) == commitment.text


@pytest.mark.parametrize("make", [one_column, two_columns])
def test_many_pages(tmp_path: Path, make: Callable[..., bytes]) -> None:
    """Running heads and page numbers are no text, and sentences go on over pages."""
    prose = PROSE * 9
    text = load(tmp_path, make(prose, heads=True)).source.text
    assert "on every page" not in text
    assert "of 9" not in text
    flat = " ".join(text.split())
    expected = " ".join([TITLE, *[f"- {words}" if kind == "i" else words for kind, words in prose]])
    assert flat == expected


def lines(*texts: str, **options: object) -> Document:
    """Return what is read of a page with these lines."""
    made = new()
    made.set_font("helvetica", size=11)
    made.add_page()
    for text in texts:
        made.cell(0, 5, text, new_x="LMARGIN", new_y="NEXT")
    if "title" in options:
        made.set_title(str(options["title"]))
    if "made" in options:
        assert isinstance(options["made"], dt.datetime)
        made.set_creation_date(options["made"])
    return parse(bytes(made.output()), "report.pdf")


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Chile and Norway will deepen their coop-", "eration at sea.", "cooperation at sea"),
        ("Chile and Norway will make a long-", "term plan for it.", "long-term plan"),
        ("Chile and Norway will meet in the Indo-", "Pacific region soon.", "Indo-Pacific region"),
        (
            "The sea-ice plan is new; they will study sea-",
            "ice together.",
            "study sea-ice together",
        ),
        ("Chile and Norway will pay for it in 2027-", "2028 together.", "2027- 2028 together"),
        ("Chile and Norway will study the sea -", "and the ice.", "sea - and the ice"),
    ],
)
def test_hyphen_at_the_end_of_a_line(first: str, second: str, joined: str) -> None:
    """A word is put together, and keeps the hyphen that belongs to it."""
    assert joined in lines(first, second).text


@pytest.mark.parametrize(
    ("given_title", "taken"),
    [("A Meeting", "A Meeting"), ("Microsoft Word - draft.docx", None), ("draft.pdf", None)],
)
def test_title_of_the_file(given_title: str, taken: str | None) -> None:
    """The file's title is taken unless a program put it in."""
    assert lines("Chile agreed to help Norway.", title=given_title).title == taken


def test_date_of_the_file_counts_where_the_text_names_it() -> None:
    """A file printed years later does not date the text."""
    made = dt.datetime(2026, 3, 4, tzinfo=dt.UTC)
    assert lines("Lima, March 4, 2026. Chile will help.", made=made).date == PartialDate(2026, 3, 4)
    assert lines("Lima, March 4, 2021. Chile will help.", made=made).date is None
    assert lines("Chile will help on Friday.", made=made).date is None


def test_table_is_not_taken_for_columns() -> None:
    """Rows of short cells are read one by one."""
    made = new()
    made.set_font("helvetica", size=11)
    made.add_page()
    for left, right in [("Chile", "4 ships"), ("Norway", "6 ships"), ("Ghana", "2 ships")] * 3:
        made.cell(90, 6, left)
        made.cell(60, 6, right, new_x="LMARGIN", new_y="NEXT")
    text = parse(bytes(made.output()), "report.pdf").text
    assert text.split()[:6] == ["Chile", "4", "ships", "Norway", "6", "ships"]


def test_watermark_and_turned_page() -> None:
    """What stands askew is no text, and a page printed sideways is read like any other."""
    made = new()
    made.add_page()
    made.set_font("helvetica", size=11)
    made.cell(0, 6, "Chile agreed to help Norway at sea.", new_x="LMARGIN", new_y="NEXT")
    with made.rotation(40, 100, 100):
        made.text(80, 100, "Draft")
    made.add_page()
    with made.rotation(90, 100, 150):
        made.text(80, 150, "Norway will send a ship to Chile.")
        made.text(80, 156, "It leaves in May.")
    text = parse(bytes(made.output()), "report.pdf").text
    assert " ".join(text.split()) == (
        "Chile agreed to help Norway at sea. Norway will send a ship to Chile. It leaves in May."
    )


def test_encrypted_file() -> None:
    """A file that asks for a password says so."""
    made = new()
    made.add_page()
    made.set_encryption(owner_password="owner", user_password="user")
    with pytest.raises(LoadError, match="without its password"):
        parse(bytes(made.output()), "report.pdf")


def test_pictures_only() -> None:
    """A scan says what would make it a text."""
    made = new()
    made.add_page()
    made.rect(20, 20, 100, 100, style="F")
    with pytest.raises(LoadError, match="text recognition"):
        parse(bytes(made.output()), "report.pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"Chile agreed to help.", bytes(5000)])
def test_no_pdf(data: bytes) -> None:
    """What is no PDF says what to do."""
    with pytest.raises(LoadError, match="open it in a viewer"):
        parse(data, "report.pdf")


def crafted(*objects: str) -> bytes:
    """Return a file of hand-written objects, numbered from 1; the first is the catalog."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010} 00000 n \n".encode())
    out.write(
        f"trailer <</Root 1 0 R /Size {len(objects) + 1}>>\nstartxref\n{start}\n%%EOF".encode()
    )
    return out.getvalue()


def stream(content: str, extra: str = "") -> str:
    """Return a stream object."""
    return f"<<{extra} /Length {len(content)}>>\nstream\n{content}\nendstream"


def test_loops_and_claims() -> None:
    """Pages within themselves, forms that draw themselves and endless counts come to an end."""
    font = "/Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>"
    traps = [
        crafted("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [2 0 R] /Count 1>>"),
        crafted("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 2000000000>>"),
        crafted("<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 900000>>"),
        crafted("2 0 R", "1 0 R"),
        crafted(
            "<</Type /Catalog /Pages 2 0 R>>",
            "<</Type /Pages /Kids [3 0 R] /Count 1>>",
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources"
            f" <<{font} /XObject <</X 5 0 R>>>>>>",
            stream("/X Do"),
            stream(
                "BT /F 12 Tf 50 700 Td (Chile agreed to help.) Tj ET /X Do",
                f"/Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources <<{font} /XObject"
                " <</X 5 0 R>>>>",
            ),
        ),
    ]
    for trap in traps:
        settle(trap, seconds=SECONDS)


def test_too_many_pages() -> None:
    """A file beyond the limit is refused with its number of pages."""
    for seconds in (None, SECONDS):
        with pytest.raises(LoadError, match=r"has \d+ pages; .* more max_pages"):
            parse(one_column(PROSE * 9), "report.pdf", seconds=seconds, max_pages=1)


def test_too_many_glyphs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that draws without end is refused."""
    monkeypatch.setattr("bilateral.loaders.pdf._MOST_GLYPHS", 100)
    with pytest.raises(LoadError, match="without end"):
        parse(one_column(), "report.pdf")


def test_without_pypdfium2(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing library is told of with the extra that brings it."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"bilateral\[pdf\]"):
        parse(b"%PDF", "report.pdf")


def plain_streams() -> bytes:
    """Return a document whose page is not compressed, so that damage reaches its operators."""
    made = new()
    made.set_compression(False)
    made.add_page()
    title(made)
    made.set_font("times", size=11)
    made.multi_cell(0, 5, " ".join(PARAGRAPHS))
    return bytes(made.output())


FILES = [one_column(), two_columns(heads=True), plain_streams()]


def settle(data: bytes, seconds: float | None = None) -> None:
    """Read bytes; whatever they are, a document or a LoadError comes of them.

    Without a limit no process is started, which would take longer than the file.
    """
    try:
        document = parse(data, "report.pdf", seconds=seconds)
    except LoadError:
        return
    bilateral.read(document.text, title=document.title, date=document.date)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_files(data: st.DataObject) -> None:
    """A file with bytes changed, cut or put in gives a text or a LoadError."""
    changed = bytearray(data.draw(st.sampled_from(FILES)))
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, max(len(changed) - 1, 0)))
        until = at + data.draw(st.integers(0, 40))
        changed[at:until] = data.draw(
            st.binary(max_size=6) | st.sampled_from([b"-1", b"999999999"])
        )
    settle(bytes(changed))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200).map(lambda data: b"%PDF-1.4\n" + data))
def test_any_bytes(data: bytes) -> None:
    """No bytes raise anything but a LoadError."""
    settle(data)
