"""Bytes → text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import LoadError
from bilateral.loaders import decode

TEXT = "Türkiye and Côte d’Ivoire “agreed” to work together — at once.\r\n"


def refusal(data: bytes, encoding: str | None = None) -> str:
    """Return the reason for which bytes are refused."""
    with pytest.raises(LoadError) as caught:
        decode(data, "readout.txt", encoding=encoding)
    assert caught.value.path == "readout.txt"
    return caught.value.reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_usual_encodings_are_found_out(encoding: str) -> None:
    """UTF-8 with and without a mark, UTF-16 and UTF-32 with one, and Windows-1252."""
    assert decode(TEXT.encode(encoding), "readout.txt") == TEXT


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize("width", ["16", "32"])
def test_byte_order_mark_tells_the_order(width: str, order: str) -> None:
    """The mark is no part of the text, whichever way the bytes go."""
    data = f"\ufeff{TEXT}".encode(f"utf-{width}-{order}")
    assert decode(data, "readout.txt") == TEXT


def test_latin_1_reads_as_windows_1252() -> None:
    """Where both have printable characters, they have the same."""
    text = "São Tomé, Perú and España met."
    assert decode(text.encode("latin-1"), "readout.txt") == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf_16_be", "UTF-8"])
def test_mark_is_dropped_from_an_encoding_that_is_given(encoding: str) -> None:
    """Saying what the encoding is does not put a mark into the text."""
    assert decode(f"\ufeff{TEXT}".encode(encoding), "readout.txt", encoding=encoding) == TEXT


def test_mark_within_the_text_stays() -> None:
    """Only a mark at the start is a byte order mark."""
    assert decode("a\ufeffb".encode(), "readout.txt") == "a\ufeffb"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised(encoding: str) -> None:
    """The error names the encoding to give, and giving it works."""
    data = TEXT.encode(encoding)
    assert encoding in refusal(data)
    assert decode(data, "readout.txt", encoding=encoding) == TEXT


def test_damaged_utf_8_is_not_read_as_something_else() -> None:
    """One wrong byte in UTF-8 must not turn every accent into two letters."""
    data = TEXT.encode() + b"\xff" + TEXT.encode()
    reason = refusal(data)
    assert "byte 0xff" in reason
    assert f"offset {len(TEXT.encode())}" in reason


def test_other_scripts_are_not_guessed() -> None:
    """Text in a script of its own has no encoding that could be told for sure."""
    assert "give its encoding" in refusal("Япония и Россия".encode("cp1251"))
    assert "give its encoding" in refusal("日本とマレーシアは合意した".encode("shift-jis"))


def test_stray_control_character_is_let_through() -> None:
    """Exports leave one behind now and then; the text is still a text."""
    text = f"{TEXT * 4}\x02{TEXT * 4}"
    assert decode(text.encode(), "readout.txt") == text


@pytest.mark.parametrize("mark", ["\f", "\v", "\t", "\x85", "\r"])
def test_page_breaks_and_line_ends_are_text(mark: str) -> None:
    """What word processors and PDF tools leave behind is no sign of binary data."""
    text = mark.join("abcdef")
    assert decode(text.encode(), "readout.txt") == text


@pytest.mark.parametrize("encoding", ["utf-9", "", "base64", "rot13", "hex", "a\0b"])
def test_unknown_encoding(encoding: str) -> None:
    """What names no encoding of texts is refused by name."""
    assert "no encoding is called" in refusal(b"abc", encoding)


def test_lone_surrogate_is_refused() -> None:
    """Half a character, which some encodings let through, could not be written again."""
    assert "half a character, U+D800, at 0" in refusal(b"\\ud800", "unicode_escape")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_is_read_back(text: str) -> None:
    """Whatever text is written in UTF-8 comes back, but for a mark at its start."""
    assert decode(text.encode(), "readout.txt") == text.removeprefix("\ufeff")


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_an_error(data: bytes) -> None:
    """No bytes raise anything but a LoadError, and no text has a NUL."""
    try:
        assert "\0" not in decode(data, "readout.txt")
    except LoadError as error:
        assert error.reason  # noqa: PT017 - either outcome is right
