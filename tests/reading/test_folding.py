"""Forms of a text for matching are exactly as long as the text."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral.reading.folding import lower, part, plain

#: Any text, lone surrogates included.
ANY = st.text(st.characters(exclude_categories=()))


@given(ANY)
@example("İI ıſ ǰ \ud800")
@example("ﬀ ŉ ΐ ᾳ")
def test_forms_have_the_length_of_the_text(text: str) -> None:
    """Offsets carry over from any form to the text."""
    assert len(plain(text)) == len(text)
    assert len(lower(text)) == len(text)
    assert len(lower(plain(text))) == len(text)


def test_every_character_keeps_its_place() -> None:
    """Each character of Unicode becomes exactly one, in either form."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(plain(every)) == len(every)
    lowered = lower(every)
    assert len(lowered) == len(every)
    assert [
        c for c, low in zip(every, lowered, strict=True) if c.isascii() and low != c.lower()
    ] == []


@given(ANY)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folded form."""
    assert plain(plain(text)) == plain(text)
    assert lower(lower(text)) == lower(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Peru’s ‘aim’", "Peru's 'aim'"),
        ("“a” „b‟ «c»", None),
        ("non\u2011aligned, 2\u20125", "non-aligned, 2-5"),
        ("a\u00a0b\u202fc\u2003d\te\nf\r\ng", "a b c d e f  g"),
        ("a – b — c", "a – b — c"),
        ("Español, Ümlaut", "Español, Ümlaut"),
    ],
)
def test_plain(text: str, folded: str | None) -> None:
    """One apostrophe, one quotation mark, one hyphen, and spaces for white space; dashes stay."""
    if folded is None:
        assert plain(text).count('"') >= 5
    else:
        assert plain(text) == folded


def test_plain_leaves_no_white_space_but_spaces() -> None:
    """Whatever Python calls white space becomes a space, but for the separators of ASCII."""
    blanks = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isspace()]
    assert {plain(c) for c in blanks if c not in "\x1c\x1d\x1e\x1f"} == {" "}


@pytest.mark.parametrize(
    ("text", "lowered"), [("İZMİR", "İzmİr"), ("ÅRHUS", "århus"), ("ΣΑΣ", "σασ"), ("Łódź", "łódź")]
)
def test_lower(text: str, lowered: str) -> None:
    """Letters that would grow stay as they are; all others are lowered."""
    assert lower(text).replace("ς", "σ") == lowered


@given(st.lists(st.tuples(st.text("ab ", max_size=4), st.text("xy", max_size=3)), max_size=5))
def test_part(pieces: list[tuple[str, str]]) -> None:
    """What lies inside the blocks stays; all else becomes line ends."""
    text = ""
    wanted = ""
    extents = []
    for between, block in pieces:
        text += between
        wanted += "\n" * len(between)
        extents.append((len(text), len(text) + len(block)))
        text += block
        wanted += block
    assert part(f"{text}  ", extents) == f"{wanted}\n\n"
