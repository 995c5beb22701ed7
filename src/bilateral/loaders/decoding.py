"""Bytes → text.

In this order, and the first that fits decides:

1. the encoding that the caller gives;
2. a byte order mark: UTF-8, UTF-32, UTF-16;
3. UTF-8, which random bytes hardly ever are;
4. Windows-1252, where few bytes are beyond ASCII, as in texts of western Europe; every printable
   character of Latin-1 has the same place there.

Nothing is guessed beyond that: other encodings cannot be told apart for sure, and a wrong guess
would put wrong letters into names.  A byte order mark is no part of the text.  Line ends stay as
they are.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice

from bilateral.errors import LoadError

#: Byte order marks.  UTF-32 stands before UTF-16, whose little-endian mark begins its own.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BEYOND_ASCII = bytes(range(0x80, 0x100))
#: In French about one letter in twenty is beyond ASCII; in a script of its own, nearly all are.
_MOST_BEYOND_ASCII = 0.25
#: So few bytes prove nothing either way.
_FEW_BEYOND_ASCII = 8
#: Control characters but tab, line ends, and the page breaks that exported texts keep.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
#: A stray one comes from a faulty export; this share of all characters comes from no text.
_MOST_CONTROL = 0.01
_SURROGATE = re.compile("[\ud800-\udfff]")
#: The same in UTF-8, which forbids it.
_ENCODED_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")


def decode(data: bytes, path: str, *, encoding: str | None = None) -> str:
    r"""Return the text of a file, character for character.

    Args:
        data: the whole file.
        path: its name, for errors.
        encoding: a name that Python knows for the encoding; found out where it is not given.

    Raises:
        LoadError: the bytes are no text, or not in the encoding given.

    >>> decode("Türkiye\r\n".encode("cp1252"), "readout.txt")
    'Türkiye\r\n'
    >>> decode(b"\xef\xbb\xbfBoth sides", "readout.txt")
    'Both sides'
    """
    text = _found_out(data, path) if encoding is None else _given(data, path, encoding)
    check_text(text, path)
    return text


def _given(data: bytes, path: str, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise LoadError(path, f"is not in {encoding}: {_place(error)}") from error
    except UnicodeError as error:  # a codec that gives no place
        raise LoadError(path, f"is not in {encoding}: {error}") from error
    except (LookupError, ValueError) as error:
        reason = f"no encoding is called {encoding!r}; give one like 'utf-8' or 'cp1252'"
        raise LoadError(path, reason) from error
    return text.removeprefix("\ufeff")


def _found_out(data: bytes, path: str) -> str:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _given(data, path, encoding)
    if wide := _unmarked_utf_16(data):
        reason = f"looks like UTF-16 without its byte order mark; give encoding={wide!r}"
        raise LoadError(path, reason)
    if b"\0" in data:
        raise LoadError(path, _no_text("the byte 0x00"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _western(data, path, error)


def _western(data: bytes, path: str, failure: UnicodeDecodeError) -> str:
    """Decode Windows-1252 or Latin-1, unless the bytes rather look like something else."""
    lossy = data.decode("utf-8", "replace")
    faults = lossy.count("\ufffd")
    whole = len(lossy) - len(lossy.encode("ascii", "ignore")) - faults
    if whole > faults or _ENCODED_SURROGATE.search(data):
        reason = f"is UTF-8 but for {_place(failure)}; repair it, or give the encoding it has"
        raise LoadError(path, reason) from failure
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise LoadError(path, _unknown(_place(error))) from error
    beyond = len(data) - len(data.translate(None, _BEYOND_ASCII))
    if beyond > max(_FEW_BEYOND_ASCII, _MOST_BEYOND_ASCII * len(data)):
        reason = _unknown(f"{beyond} of its {len(data)} bytes are beyond ASCII")
        raise LoadError(path, reason)
    return text


def check_text(text: str, path: str) -> None:
    """Refuse what decodes but is no text.

    Raises:
        LoadError: there are characters in it that no text has.
    """
    if "\0" in text:
        raise LoadError(path, _no_text("the character U+0000"))
    most = int(_MOST_CONTROL * len(text))
    if sum(1 for _ in islice(_CONTROL.finditer(text), most + 1)) > most:
        raise LoadError(path, _no_text("control characters"))
    if half := _SURROGATE.search(text):
        what = f"half a character, U+{ord(half[0]):04X}, at {half.start()}"
        raise LoadError(path, f"holds {what}; save it again in UTF-8")


def _unmarked_utf_16(data: bytes) -> str | None:
    """Recognise western text in UTF-16 by the zero in every other byte."""
    head = data[:2000]
    pairs = len(head) // 2
    low, high = head[0::2].count(0), head[1::2].count(0)
    if pairs and high > 0.7 * pairs and low < 0.05 * pairs:
        return "utf-16-le"
    if pairs and low > 0.7 * pairs and high < 0.05 * pairs:
        return "utf-16-be"
    return None


def _place(error: UnicodeDecodeError) -> str:
    return f"byte 0x{error.object[error.start]:02x} at offset {error.start}"


def _no_text(what: str) -> str:
    return f"is no text, it holds {what}; if it is a document, save it as text first"


def _unknown(why: str) -> str:
    return f"is neither UTF-8 nor western text ({why}); if it is text, give its encoding"
