"""What the loaders of laid-out formats share: blocks of words → one text, and labels and dates.

Headings and paragraphs stand between empty lines, items and rows of tables each on a line of their
own.  Marks go with the text, by which the outline finds again what the format had marked.
"""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING, Literal

from attrs import evolve, frozen

from bilateral.errors import ValidationError
from bilateral.model.dates import PartialDate
from bilateral.model.spans import Span
from bilateral.reading import outline
from bilateral.reading.outline import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Kind = Literal["title", "heading", "paragraph", "item", "row"]

#: One mark a depth: the outline tells an inner list from the outer one by its mark.
BULLETS = ("-", "•", "◦", "▪")
#: The start of an ISO 8601 date or timestamp, also with slashes, as some sites write it.
_DAY = re.compile(
    r"\s*(\d{4})(?:([-/])(\d{1,2})(?:\2(\d{1,2})(?=[T\s]|\Z))?(?=[T\s]|\Z))?(?=[-/T\s]|\Z)",
    re.ASCII,
)
#: Control characters, soft hyphens and marks of zero width: no reader sees them, and they split words.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)
_ROMAN = (
    *((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")),
    *((9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
#: A date that stands further down is rarely the day of publication.
_HEAD_LENGTH = 2000
#: The longest label that is taken; beyond it stands no title but a fault.
_LABEL_LENGTH = 1000
#: Longer ones are paragraphs that were marked as headings to be printed large.
MOST_HEADING = 400


@frozen
class Block:
    """A run of words that stands by itself; items carry their marks.

    Fields:
        kind: what it is.
        text: its words.
        group: the list or table that it belongs to; those of different groups stand apart.
        level: of a heading, from 1 at the top.
        words: where the words begin, behind a list mark or a number that the format counted.
        bold: start and end of each line that is all in bold.

    >>> Block("item", "- Both sides will meet.", words=2).kind
    'item'
    """

    kind: Kind
    text: str
    group: int = 0
    level: int = 1
    words: int = 0
    bold: tuple[tuple[int, int], ...] = ()


def names(words: str) -> frozenset[str]:
    """Return the words of a string as a set; a list of tags reads better so.

    >>> sorted(names("ul ol"))
    ['ol', 'ul']
    """
    return frozenset(words.split())


def visible(text: str) -> str:
    r"""Return a text without the characters that nobody sees.

    >>> visible("trade\u00ad.")
    'trade.'
    """
    return _INVISIBLE.sub("", text)


def compose(blocks: Sequence[Block]) -> tuple[str, tuple[Mark, ...]]:
    r"""Put blocks together to a text, and return it with its marks.

    >>> text, marks = compose([Block("heading", "Trade"), Block("item", "- a"), Block("item", "- b")])
    >>> text
    'Trade\n\n- a\n- b'
    >>> [mark.kind.value for mark in marks]
    ['heading', 'item', 'item']
    """
    parts: list[str] = []
    marks: list[Mark] = []
    at = 0
    heads = True
    for index, block in enumerate(blocks):
        if index:
            parts.append("\n" if _together(blocks[index - 1], block) else "\n\n")
            at += len(parts[-1])
        heads = heads and block.kind == "title"
        listed = any(_together(block, other) for other in blocks[max(index - 1, 0) : index + 2 : 2])
        marks += _marks(block, at, heads=heads, listed=listed)
        parts.append(block.text)
        at += len(block.text)
    return "".join(parts), tuple(marks)


def _together(block: Block, other: Block) -> bool:
    """Say whether two neighbours belong to one list or table."""
    same = block.kind == other.kind and block.group == other.group
    return same and block.kind in {"item", "row"}


def _marks(block: Block, at: int, *, heads: bool, listed: bool) -> Iterable[Mark]:
    """Yield what the format says of a block; titles are those at the head of the text."""
    span = Span(at, at + len(block.text))
    words = Span(at + block.words, span.end)
    if heads:
        yield Mark(outline.Kind.TITLE, span=span, words=words)
    elif block.kind in {"title", "heading"}:
        if len(words) > MOST_HEADING:
            yield Mark(outline.Kind.PARAGRAPH, span=span, words=words)
        else:
            level = 1 if block.kind == "title" else block.level
            yield Mark(outline.Kind.HEADING, span=span, words=words, level=level)
    elif block.kind == "row":
        yield Mark(outline.Kind.PARAGRAPH, span=span, words=words)
    elif block.kind == "item":
        # One alone may be a heading with its number, as where text stands between the items.
        if listed:
            yield Mark(outline.Kind.ITEM, span=span, words=words)
    else:
        for start, end in block.bold:
            line = Span(at + start, at + end)
            yield Mark(outline.Kind.HEADING, span=line, words=line)


def titled(blocks: Sequence[Block], title: str | None) -> tuple[str, str | None, tuple[Mark, ...]]:
    """Return the text of `blocks`, the title to hand on with it, and its marks.

    A title that stands at the top stays there, where its names can be read, as long as the outline
    takes it for the title; the title handed on is None then, because the reader finds it.  One that
    the outline would take for a sentence or a heading is taken off.
    """
    text, marks = compose(blocks)
    first = blocks[0].text if blocks else ""
    if not first or not (blocks[0].kind == "title" or (title and first == title)):
        return text, title, marks
    words = label(first)
    if words is None or len(blocks) == 1:
        return text, title, ()
    found = outline.outline(text[: len(first) + 200]).title
    if found is not None and found.of(text) == first:
        text, marks = compose([evolve(blocks[0], kind="title"), *blocks[1:]])
        return text, None, marks
    text, marks = compose(blocks[1:])
    return text, words, marks


def label(value: object) -> str | None:
    r"""Return a value as a label, one line and not empty, or None.

    >>> label(" Readout \n of a Meeting"), label(" "), label(3)
    ('Readout of a Meeting', None, None)
    """
    if not isinstance(value, str):
        return None
    words = " ".join(visible(value[:_LABEL_LENGTH]).split())
    return words or None


def day(value: object) -> PartialDate | None:
    """Return the day that a date or timestamp in ISO 8601 begins with; other forms are not guessed at.

    >>> day("2025-01-10T18:00:00+09:00"), day("2025/1/10"), day("10.1.2025")
    (PartialDate('2025-01-10'), PartialDate('2025-01-10'), None)
    """
    match = _DAY.match(value) if isinstance(value, str) else None
    if match is None:
        return None
    year, _, month, number = match.groups()
    try:
        return PartialDate(
            int(year), int(month) if month else None, int(number) if number else None
        )
    except ValidationError:
        return None


def day_or_none(*values: object) -> PartialDate | None:
    """Return the first of several values that is a date.

    >>> day_or_none(None, "soon", "2025-01")
    PartialDate('2025-01')
    """
    return next((found for found in map(day, values) if found is not None), None)


def numeral(number: int, style: str) -> str:
    """Return a list number in a style: ``1``, ``a``, ``A``, ``i`` or ``I``.

    >>> [numeral(4, style) for style in "1aAiI"]
    ['4', 'd', 'D', 'iv', 'IV']
    """
    if style in {"a", "A"} and 0 < number <= 26:
        return chr(ord(style) + number - 1)
    if style in {"i", "I"} and 0 < number < 400:
        signs = ""
        left = number
        for value, sign in _ROMAN:
            signs += sign * (left // value)
            left %= value
        return signs if style == "I" else signs.lower()
    return str(number)


def confirmed(text: str, days: Iterable[str]) -> PartialDate | None:
    """Return the first of a file's own dates that its text names near the top.

    Files say when they were made or saved.  That is the day of publication for most, and years later
    for those that were printed from a page or converted; the text itself tells which.

    >>> confirmed("Lima, 4 March 2025. Both sides agreed.", ["2026-11-01", "2025-03-04"])
    PartialDate('2025-03-04')
    """
    head = " ".join(text[:_HEAD_LENGTH].split())
    for value in days:
        date = day(value)
        if date is None or date.month is None or date.day is None:
            continue
        month = f"{calendar.month_name[date.month][:3]}[a-z]*\\.?"
        number = f"0?{date.day}(?:st|nd|rd|th)?"
        year = f"{date.year:04}"
        named = rf"\b(?:{number} {month},? {year}|{month} {number},? {year})\b|\b{date}\b"
        if re.search(named, head):
            return date
    return None
