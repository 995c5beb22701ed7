"""Text → title, date, headings, paragraphs and list items."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.reading.outline import Kind, outline


def blocks(text: str) -> list[tuple[str, str]]:
    """Return kind and words of each block."""
    return [(block.kind.value, text[block.start : block.end]) for block in outline(text).blocks]


def kinds(text: str) -> list[str]:
    """Return the kind of each block."""
    return [kind for kind, _ in blocks(text)]


# --- head lines -----------------------------------------------------------------------------------


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n", "\n \n\t\n"])
def test_a_line_before_a_date_line_is_the_title(gap: str) -> None:
    """White space between the two does not matter."""
    text = f"Talks in Oslo{gap}2031-04-05{gap}They met."
    found = outline(text)
    assert found.title is not None
    assert found.title.of(text) == "Talks in Oslo"
    assert str(found.date) == "2031-04-05"
    assert kinds(text) == ["title", "date", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "2031-04-05",
        " 2031-04-05 ",
        "2031-04-05T10:30:00Z",
        "2031-04-05 10:30",
        "5 April 2031",
        "April 5, 2031",
        "Saturday, April 5, 2031",
    ],
)
def test_a_date_line(line: str) -> None:
    """A day alone, in figures or words, or with the time of day."""
    found = outline(f"{line}\nThey met.")
    assert found.title is None
    assert str(found.date) == "2031-04-05"


@pytest.mark.parametrize(
    "line",
    ["2031-13-05", "2031-02-30", "2031-04", "April 2031", "2031-04-05 they met"],
)
def test_what_is_no_date_line(line: str) -> None:
    """Another form, or no day of the calendar, is text."""
    found = outline(f"Talks in Oslo\n{line}\nThey met.")
    assert found.date is None
    assert found.title is None


def test_a_date_line_further_down_is_text() -> None:
    """Only the first two lines with words are head lines."""
    assert outline("One.\nTwo.\n2031-04-05\n").date is None


# --- headings -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "I. Trade and Ports",
        "1. Trade and Ports",
        "2) Fisheries",
        "(a) Fisheries",
        "§ 3 Fisheries",
        "TRADE AND PORTS",
        "Trade and Ports",
        "# Trade and ports in the north",
        "## Trade ##",
        "**Trade and ports in the north**",
        "<h2>Trade and ports in the north</h2>",
        "Conclusion",
        "IV. What the Two Sides Said of the Sea",
    ],
)
def test_headings(line: str) -> None:
    """Short lines that are numbered, marked, or in capitals open a section."""
    assert kinds(f"They met.\n\n{line}\n\nThey met in Oslo.")[1:] == ["heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "They met in Oslo.",
        "Trade and Ports:",
        "Trade and Ports;",
        "trade and ports",
        "“They met.”",
        "They met in a small house by the sea and spoke of ships and of the weather there",
        f"Trade {'and Ports ' * 12}",
        "— — —",
        "12 345",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    """A sentence, a long line, or a line without letters is text."""
    assert "heading" not in kinds(f"They met.\n\n{line}\n\nThey met in Oslo.")


def test_the_last_line_is_no_heading() -> None:
    """Nothing follows it that it could head."""
    assert kinds("They met in Oslo.\n\nPress Office") == ["paragraph", "paragraph"]


def test_sections_nest_by_their_numbers() -> None:
    """Roman numbers stand above digits, digits above letters; no number is the top."""
    text = (
        "I. Sea\n\n1. Ships\n\na) Tugs\n\nx.\n\n2. Ports\n\ny.\n\nII. Air\n\nz.\n\nConclusion\n\nw."
    )
    found = outline(text)
    assert [(str(s), s.number, s.level) for s in found.sections] == [
        ("Sea", "I.", 1),
        ("Sea > Ships", "1.", 2),
        ("Sea > Ships > Tugs", "a)", 3),
        ("Sea > Ports", "2.", 2),
        ("Air", "II.", 1),
        ("Conclusion", None, 1),
    ]
    under = [str(b.section) for b in found.blocks if b.kind is Kind.PARAGRAPH]
    assert under == ["Sea > Ships > Tugs", "Sea > Ports", "Air", "Conclusion"]


def test_text_before_the_first_heading_has_no_section() -> None:
    """Sections begin with their heading."""
    first, *_ = outline("They met.\n\nI. Sea\n\nx.").blocks
    assert first.section is None


def test_marks_are_not_part_of_a_heading() -> None:
    """The span of a section is its words without Markdown."""
    text = "They met.\n\n## **Ships and Ports** ##\n\nx."
    (section,) = outline(text).sections
    assert section.title == "Ships and Ports"
    assert section.span is not None
    assert section.span.of(text) == "Ships and Ports"


# --- paragraphs and lists -------------------------------------------------------------------------


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    """Lines that break inside sentences are joined; empty lines part."""
    text = "They met in Oslo and\nspoke of ships, of\nports.\n\nThey parted in\npeace.\n"
    assert blocks(text) == [
        ("paragraph", "They met in Oslo and\nspoke of ships, of\nports."),
        ("paragraph", "They parted in\npeace."),
    ]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    """Where every line is whole sentences, each is a paragraph."""
    text = "They met in Oslo.\nThey spoke of ships.\nThey parted."
    assert kinds(text) == ["paragraph"] * 3


@pytest.mark.parametrize("mark", ["-", "*", "•", "–", "o", "▪"])
def test_bullets(mark: str) -> None:
    """Items are told without their mark, and know the stem above them."""
    text = f"Both sides will:\n\n{mark} open a port\n{mark} close a mine\n\nThey parted."
    assert blocks(text) == [
        ("paragraph", "Both sides will:"),
        ("item", "open a port"),
        ("item", "close a mine"),
        ("paragraph", "They parted."),
    ]
    assert [block.stem for block in outline(text).blocks] == [None, 0, 0, None]


@pytest.mark.parametrize(
    "marks",
    [("1.", "2."), ("1)", "2)"), ("(1)", "(2)"), ("a)", "b)"), ("(i)", "(ii)"), ("A.", "B.")],
)
def test_numbered_items(marks: tuple[str, str]) -> None:
    """Numbers and letters mark items, too."""
    first, second = marks
    text = f"Both sides will:\n{first} open a new port;\n{second} close a mine.\n\nThey parted."
    assert blocks(text)[1:3] == [
        ("item", "open a new port;"),
        ("item", "close a mine."),
    ]
    assert [block.stem for block in outline(text).blocks][1:3] == [0, 0]


def test_items_without_a_stem() -> None:
    """A list under a whole sentence inherits nothing."""
    text = "They met.\n- open a port.\n- close a mine."
    assert [block.stem for block in outline(text).blocks] == [None, None, None]


def test_a_list_ends_with_its_kind_of_mark() -> None:
    """After the bullets, the next number goes on with the text and not with the list."""
    text = "1. Both sides will:\n\n- open a port;\n- close a mine.\n\n2. They parted in peace."
    assert [block.stem for block in outline(text).blocks] == [None, 0, 0, None]


def test_a_paragraph_ends_a_list() -> None:
    """What comes after a further paragraph is no item of the stem."""
    text = "Both sides will:\n- open a port.\nThey parted.\n- They came back."
    assert [block.stem for block in outline(text).blocks] == [None, 0, None, None]


def test_items_that_wrap() -> None:
    """An item's further lines are indented below its mark."""
    text = "Both sides will:\n\n  - open a port in\n    the north;\n  - close a mine in\n    the south.\n"
    assert blocks(text)[1:] == [
        ("item", "open a port in\n    the north;"),
        ("item", "close a mine in\n    the south."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "RABAT, March 4 (Example News) - ",
        "OSLO — ",
        "TOKYO/SEOUL - ",
        "OSLO, 4 March 2031 – ",
        "OSLO, Norway (Example News) -- ",
        "NEW DELHI, Sept. 3 - ",
        "BOGOTÁ, 4 March 2031 – ",
        "ÇANAKKALE, Türkiye (Example News) - ",
    ],
)
def test_datelines_are_left_out(line: str) -> None:
    """Place, day and agency before the first sentence are none of it."""
    assert blocks(f"{line}They met today.") == [("paragraph", "They met today.")]


@pytest.mark.parametrize("line", ["Осло — ", "Ōsaka - "])
def test_a_place_in_small_letters_is_no_dateline(line: str) -> None:
    """A dateline has its place in capitals."""
    assert blocks(f"{line}They met today.") == [("paragraph", f"{line}They met today.")]


# --- any text -------------------------------------------------------------------------------------


@given(
    st.text(
        st.characters(exclude_categories=()) | st.sampled_from(" \n\r\t-*#1.I)a:<>_"), max_size=80
    )
)
def test_blocks_are_in_order_and_not_empty(text: str) -> None:
    """Blocks lie in the text without overlaps and begin and end with a visible character."""
    found = outline(text)
    last = 0
    for block in found.blocks:
        words = text[block.start : block.end]
        assert last <= block.start < block.end <= len(text)
        assert words == words.strip()
        last = block.end


@given(st.text(" \n-ab.:1)#", max_size=60))
def test_no_word_is_lost(text: str) -> None:
    """Every letter stands in a block, or is a mark of a list."""
    covered = {at for b in outline(text).blocks for at in range(b.start, b.end)}
    lost = [at for at, c in enumerate(text) if c in "ab" and at not in covered]
    assert all(text[at + 1 : at + 2] in (".", ")") for at in lost)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x0c", "\x85"])
def test_line_ends_of_any_system(end: str) -> None:
    """Lines may end in any way that Unicode knows."""
    text = end.join(["Talks in Oslo", "2031-04-05", "", "They met.", "They parted."])
    assert kinds(text) == ["title", "date", "paragraph", "paragraph"]


def test_lettered_items_do_not_swallow_the_next_line() -> None:
    """A line that follows the last item, on its own, is no part of it."""
    text = "Both sides will:\na) open a port;\nb) close a mine.\nThey parted."
    assert [kind for kind, _ in blocks(text)] == ["paragraph", "item", "item", "paragraph"]


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\n \n"])
def test_a_first_line_apart_that_is_no_sentence_is_the_title(gap: str) -> None:
    """Without a date line an empty line shows the title."""
    assert kinds(f"Talks in Oslo{gap}They met.") == ["title", "paragraph"]
    assert kinds(f"They talked.{gap}They met.") == ["paragraph", "paragraph"]
    assert kinds(f"1. Talks in Oslo{gap}They met.") == ["heading", "paragraph"]
    assert kinds("Talks in Oslo\nThey met.\nThey parted.") == ["heading", "paragraph", "paragraph"]


def test_a_short_first_line_above_a_whole_paragraph_is_the_title() -> None:
    """No empty line is needed where lines are paragraphs: wrapped lines are not so uneven."""
    paragraph = f"The ministers met in Oslo. {'They talked about the price of tea. ' * 6}"
    assert kinds(f"Kenya, Norway seek ways to lower tariffs\n{paragraph}") == ["title", "paragraph"]
    assert kinds(f"Kenya and Norway talked.\n{paragraph}") == ["paragraph", "paragraph"]
    assert kinds(f"1. Tariffs\n{paragraph}") == ["heading", "paragraph"]


def test_short_numbered_lines_below_a_stem_are_its_items() -> None:
    """The numbers must run on; a number that begins anew, or text below, makes a heading."""
    stem = "The two sides agreed on the following:"
    shape = outline(f"{stem}\n\na) Exchange of data\n\nb) Training of pilots\n\nThey parted.")
    assert [block.kind for block in shape.blocks] == [
        Kind.PARAGRAPH,
        Kind.ITEM,
        Kind.ITEM,
        Kind.PARAGRAPH,
    ]
    assert [block.stem for block in shape.blocks] == [None, 0, 0, None]
    for words in (
        f"{stem}\n\n1. Trade\n\nThey will trade more.\n\n2. Visas\n\nThey will lift visas.",
        f"{stem}\n\n1. Trade\n\n1. Ghana will lower its tariffs.\n\n2. Kenya will, too.",
    ):
        assert outline(words).sections[0].title == "Trade"
