"""The bytes of a PDF → runs of words in their places, page by page; PDFium does the reading.

This module is also run as a program, in a process that can be ended when a file keeps PDFium busy
(`bilateral.loaders.apart` starts it).  That process is as quick to start as its imports are few:
nothing of the package may be imported here, and of pypdfium2 the bindings alone are.
"""

from __future__ import annotations

import ctypes
import json
import math
import sys
from collections import Counter
from importlib import import_module
from typing import Any

#: Left, right, base line, size, whether it is bold, and the words.
Row = tuple[float, float, float, float, bool, str]
#: The rows of every page, and what the file says of itself.
Content = tuple[list[list[Row]], dict[str, str]]

#: The first line of the program's answer.
READY = b'"ready"'
#: What of a file's properties counts.
_KEYS = ("Title", "CreationDate", "ModDate")


class RefusedError(Exception):
    """The file cannot be read; the words say why, and what to do about it."""


class _Runs:
    """Runs in the making, in the order of the page's content."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.text: list[str] = []
        self.x0 = self.x1 = self.y = self.size = 0.0
        self.bold = self.space = False

    def add(self, char: str, x0: float, x1: float, y: float, size: float) -> bool:
        """Add a glyph; say whether a new run begins with it."""
        apart = x0 - self.x1
        em = max(size, self.size)
        begins = (
            not self.text
            or abs(y - self.y) > 0.25 * em
            or apart > 0.9 * em
            or apart < -0.6 * em
            or not 0.8 < size / (self.size or 1) < 1.25
        )
        if begins:
            self.close()
            self.x0, self.y, self.size = x0, y, size
        elif self.space or apart > 0.16 * em:
            self.text.append(" ")
        self.text.append(char)
        self.x1 = max(x1, x0)
        self.space = False
        return begins

    def close(self) -> None:
        if self.text:
            words = "".join(self.text)
            self.rows.append((self.x0, self.x1, self.y, self.size, self.bold, words))
        self.text.clear()
        self.space = False


def read(data: bytes, raw: Any, *, pages: int, glyphs: int) -> Content:  # noqa: ANN401 - untyped bindings
    """Return the runs of every page, and what the file says of itself.

    Args:
        data: the whole file.
        raw: the bindings of PDFium, with the library made ready.
        pages: the most pages that are read.
        glyphs: the most glyphs that are read.

    Raises:
        RefusedError: it is no PDF, is damaged, encrypted, or has more than that.
    """
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        count = raw.FPDF_GetPageCount(document) if document else 0
        if count < 1:
            if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD:
                raise RefusedError("is encrypted; save it without its password")
            raise _damaged()
        if count > pages:
            remedy = f"save those that matter, at most {pages}, or give pdf.parse more max_pages"
            raise RefusedError(f"has {count} pages; {remedy}")
        about = {key: _property(document, raw, key) for key in _KEYS}
        found = []
        for index in range(count):
            rows, drawn = _page(document, raw, index, glyphs)
            found.append(rows)
            glyphs -= drawn
            if glyphs < 0:
                raise RefusedError("draws the same text without end; print it to a new PDF")
    finally:
        if document:
            raw.FPDF_CloseDocument(document)
    return found, about


def _damaged() -> RefusedError:
    return RefusedError("is no PDF or is damaged; open it in a viewer and save it again")


def _property(document: Any, raw: Any, key: str) -> str:  # noqa: ANN401
    """Return a property of the file, or an empty string."""
    size = raw.FPDF_GetMetaText(document, key.encode() + b"\0", None, 0)
    if size < 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_GetMetaText(document, key.encode() + b"\0", buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _page(document: Any, raw: Any, index: int, most: int) -> tuple[list[Row], int]:  # noqa: ANN401
    """Return the runs of a page, upright, and the number of its glyphs."""
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        raise _damaged()
    try:
        text = raw.FPDFText_LoadPage(page)
        if not text:
            raise _damaged()
        try:
            count = max(0, raw.FPDFText_CountChars(text))
            if count > most:
                return [], count
            return _gathered(text, raw, count, _turn(text, raw, count)), count
        finally:
            raw.FPDFText_ClosePage(text)
    finally:
        raw.FPDF_ClosePage(page)


def _quarter(text: Any, raw: Any, index: int) -> int | None:  # noqa: ANN401
    """Return the direction of a glyph in quarters of a turn; None for one that stands askew."""
    angle = raw.FPDFText_GetCharAngle(text, index)
    if not 0 <= angle < 7:
        return 0  # a generated character has none
    quarters = angle / (math.pi / 2)
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) < 0.05 else None


def _turn(text: Any, raw: Any, count: int) -> int:  # noqa: ANN401
    """Return the direction in which most of the page is written."""
    step = max(1, count // 400)
    turns = Counter(_quarter(text, raw, index) for index in range(0, count, step))
    del turns[None]
    return max(turns, key=lambda turn: (turns[turn], turn == 0)) or 0 if turns else 0


def _gathered(text: Any, raw: Any, count: int, turn: int) -> list[Row]:  # noqa: ANN401
    runs = _Runs()
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    high = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a pair
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        if code in {0x02, 0xAD, 0x2010, 0xFFFE}:  # PDFium's marks of a hyphen at a line's end, too
            code = 0x2D
        char = chr(code) if code < 0x110000 else "\ufffd"
        if char.isspace() or code == 0:
            runs.space = True
            continue
        found = raw.FPDFText_GetLooseCharBox(text, index, box)
        if not found or not raw.FPDFText_GetCharOrigin(text, index, x, y):
            continue
        if _quarter(text, raw, index) != turn:
            continue  # a watermark, or a note along the margin
        x0, x1, base, size = _upright(box, x.value, y.value, turn)
        if not all(map(math.isfinite, (x0, x1, base, size))) or size <= 0:
            continue
        if runs.add(char, x0, x1, base, size):
            raw.FPDFText_GetFontInfo(text, index, name, 128, flags)
            runs.bold = b"bold" in name.value.lower() or b"black" in name.value.lower()
    runs.close()
    return runs.rows


def _upright(box: Any, x: float, y: float, turn: int) -> tuple[float, float, float, float]:  # noqa: ANN401
    """Return left, right, base line and size of a glyph as if the page were written upright."""
    wide, tall = box.right - box.left, box.top - box.bottom
    if turn == 0:
        return box.left, box.right, y, tall * 0.87
    if turn == 2:
        return -box.right, -box.left, -y, tall * 0.87
    if turn == 3:  # PDFium counts clockwise
        return box.bottom, box.top, -x, wide * 0.87
    return -box.top, -box.bottom, x, wide * 0.87


def main() -> None:
    """Answer for one file: a line of JSON and the bytes on standard input → two lines of JSON.

    The first line is there as soon as the library is, so that a process that could not start is
    told from one that a file brought down.
    """
    import faulthandler

    job = json.loads(sys.stdin.buffer.readline())
    # Whoever asked may be gone; a thread below Python ends this process even within the library.
    faulthandler.dump_traceback_later(job["seconds"], exit=True)
    data = sys.stdin.buffer.read()
    sys.path[:] = job["path"]
    raw: Any = import_module("pypdfium2_raw")
    raw.FPDF_InitLibraryWithConfig(raw.FPDF_LIBRARY_CONFIG(version=2))
    answers = sys.stdout.buffer
    answers.write(READY + b"\n")
    answers.flush()
    try:
        answer: object = read(data, raw, pages=job["pages"], glyphs=job["glyphs"])
    except RefusedError as error:
        answer = str(error)
    answers.write(json.dumps(answer).encode())


if __name__ == "__main__":
    main()
