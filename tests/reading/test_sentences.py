"""Blocks → sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.reading.outline import outline
from bilateral.reading.sentences import sentences


def split(text: str) -> list[str]:
    """Return the words of each sentence."""
    return [text[s.start : s.end] for s in sentences(text, outline(text))]


TWO = [
    "They met in Sana'a. They parted.",
    "They met. They parted.",
    "They met! They parted.",
    "Did they meet? They parted.",
    "They met… They parted.",
    "“They met.” They parted.",
    "They met.” They parted.",
    "(They met.) They parted.",
    "They met.[3] They parted.",
    "They met in the U.S. The talks were short.",
    "They left the U.K. It was late.",
    "They met at 5 p.m. They parted at six.",
    "They met in 2031. They parted.",
    "They met. “We parted,” he said.",
    "They spoke of ships, etc. They parted.",
    "They met. 200 ships came.",
    "They met.\nThey parted.",
    "They met.   They parted.",
    "They came with Joseph R. Lund. They parted.",
    "They saw Lund Inc. The firm is old.",
    "They met. İstanbul is large.",
    "They met. Ñandú is a bird.",
]

ONE = [
    "Mr. Lund met Mrs. Dahl and Dr. Berg.",
    "H.E. Mr. Lund spoke with Gen. Dahl.",
    "The U.S. President met Gov. Lund.",
    "They came with Joseph R. Lund and George W. Dahl.",
    "They met on Jan. 5 and on Sept. 6.",
    "They spoke of No. 5 and Art. 7 of the treaty.",
    "They met in St. Gallen and in Ft. Worth.",
    "They spoke of ships, e.g. Tugs, and of ports, i.e. Docks.",
    "It cost $2.5 million and rose by 3.7 per cent.",
    "They met … and parted.",
    "They met at the U.S.-Peru forum.",
    "They met vs. Lund.",
    "“We met. we parted,” he said.",
    "They met Lt. Col. Dahl and Prof. Berg.",
    "They met Adm. Lund (Ret. Navy).",
    "They visited Lund Co. and Dahl Corp. Limited.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_sentences(text: str) -> None:
    """A stop, closing marks and a footnote sign end a sentence before a new one."""
    first, second = split(text)
    assert text.startswith(first)
    assert text.endswith(second)
    assert len(first) + len(second) < len(text)


@pytest.mark.parametrize("text", ONE)
def test_one_sentence(text: str) -> None:
    """Abbreviations, initials and numbers have stops that end nothing."""
    assert split(text) == [text]


def test_clauses_with_numbers() -> None:
    """Enumerated clauses behind semicolons are sentences of their own."""
    text = "They will: (a) open a port; (b) close a mine; (c) meet again."
    assert split(text) == ["They will: (a) open a port;", "(b) close a mine;", "(c) meet again."]


def test_headings_and_head_lines_have_no_sentences() -> None:
    """Only running text is divided."""
    text = "Talks in Oslo\n2031-04-05\n\nI. Ships\n\nThey met. They parted.\n\n- Ports\n- Docks."
    assert split(text)[:2] == ["They met.", "They parted."]
    assert "I. Ships" not in split(text)
    assert "Talks in Oslo" not in split(text)


def test_a_sentence_knows_block_and_section() -> None:
    """Each sentence points to its block, whose section it has."""
    text = "I. Ships\n\nThey met.\n\nII. Ports\n\nThey parted."
    shape = outline(text)
    found = sentences(text, shape)
    assert [str(s.section) for s in found] == ["Ships", "Ports"]
    assert all(
        shape.blocks[s.block].start <= s.start < s.end <= shape.blocks[s.block].end for s in found
    )


def test_blocks_end_sentences() -> None:
    """No sentence crosses a paragraph, with or without a stop."""
    text = "They met:\n\nand parted there\n\nat last"
    assert split(text) == ["They met:", "and parted there", "at last"]


PIECES = st.lists(
    st.sampled_from(
        [
            "They met",
            "Mr",
            "U.S",
            ".",
            "!",
            "…",
            " ",
            "\n",
            "\n\n",
            "”",
            "“",
            ")",
            "A",
            "a",
            "5",
            "; (a) ",
            "[1]",
        ]
    ),
    max_size=30,
).map("".join)


@given(PIECES | st.text(st.characters(exclude_categories=()), max_size=60))
def test_sentences_cover_the_blocks(text: str) -> None:
    """Between the sentences of a block stands nothing but white space."""
    shape = outline(text)
    found = sentences(text, shape)
    for index, block in enumerate(shape.blocks):
        inside = [s for s in found if s.block == index]
        if block.kind.value not in ("paragraph", "item"):
            assert inside == []
            continue
        at = block.start
        for sentence in inside:
            assert at <= sentence.start < sentence.end <= block.end
            assert not text[at : sentence.start].strip()
            at = sentence.end
        assert at == block.end
