"""Text → blocks: title and date lines, headings, paragraphs, list items.

A block is a run of text that sentences do not cross.  Hard-wrapped lines are joined (their offsets
stay), and a heading opens a section for what follows it.
"""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from bilateral.model.dates import PartialDate
from bilateral.model.sources import Section
from bilateral.model.spans import Span
from bilateral.reading import folding
from bilateral.reading.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

# A heading is short: this many characters at most, marks and number apart.
_HEADING_LENGTH = 110
# A title may be longer.
_TITLE_LENGTH = 250
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_DATE_LINE = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?:[T ][\d:.+\-Z]{1,30})?\s*")
_FIGURE = re.compile("[0-9]")
_ROMAN = re.compile(r"[IVXLC]{1,7}[.)]")
_BULLET = re.compile(r"[-*•·–—▪◦●○■➢✓o]\s+(?=\S)")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[IVXLCivxlc]{1,6}|[A-Za-z])[.)]\s+(?=\S)|§\s*\d+\s+")
#: "RABAT, March 4 (Example News) - ", "TOKYO/SEOUL — "
_DATELINE = re.compile(
    r"[A-Z][A-Z .,'’/-]{2,40}(?:, ?[A-Z][\w. ]{2,20})?(?:, ?(?:[A-Z][a-z]{2,8}\.?|\d{1,2}) \.?(?:\d{1,2}|[A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"(?: ?\([^()]{2,40}\))? ?(?:[-–—]{1,2}|:) +(?=[^\s])"
)
_MARKS = re.compile(r"[#*_\s]+|<[^<>]{0,80}>")
_ENDS_SENTENCE = re.compile(r"[.!?…;,:][\"'”’)\]]*$")
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "nor",
        "of",
        "on",
        "or",
        "over",
        "per",
        "the",
        "to",
        "under",
        "up",
        "via",
        "vs",
        "with",
        "within",
        "between",
        "through",
        "towards",
        "toward",
        "against",
        "beyond",
        "among",
        "across",
    ]
)


class Kind(Enum):
    """What a block is in the outline."""

    TITLE = "title"
    DATE = "date"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@frozen
class Block:
    """A run of text that sentences do not cross.

    `start` and `end` exclude white space, list marks and numbers; `stem` is the index of the block
    that introduces this list item, or None.
    """

    kind: Kind
    start: int
    end: int
    section: Section | None = None
    stem: int | None = None


@define
class Outline:
    """The blocks of a text in order, and what its head lines say."""

    blocks: list[Block] = field(factory=list)
    sections: list[Section] = field(factory=list)
    title: Span | None = None
    date: PartialDate | None = None


@define(eq=False)
class _Line:
    start: int
    end: int
    indent: int
    #: white-space-only lines stand between this line and the one before
    apart: bool


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    last = 0
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        indent = len(line) - len(line.lstrip())
        start = match.start() + indent
        # Two line ends in what lies between, however they are written, make an empty line.
        between = text[last : match.start()].replace("\r\n", "\n")
        breaks = between.count("\n")
        if breaks < 2 and len(between) > 1:
            breaks += sum([between.count(mark) for mark in "\r\u2028\u2029\x0b\x0c\x85"])
        found.append(_Line(start, start + len(stripped), indent, breaks > 1))
        last = match.end()
    return found


def _is_wrapped(text: str, lines: list[_Line]) -> bool:
    """Say whether line ends fall inside sentences, so that lines must be joined to paragraphs."""
    pairs = continued = 0
    for before, line in pairwise(lines):
        if line.apart or line.start - line.indent == 0:
            continue
        pairs += 1
        if _NUMBER.match(text, line.start, line.end):
            continue  # "a) …" begins an item
        if text[line.start].islower() and text[before.end - 1] not in ".!?:":
            continued += 1
    return continued * 5 > pairs


def _is_heading(words: str, *, marked: bool) -> bool:
    """Say whether a line by itself reads as a heading: short, no sentence, and titled or marked."""
    if len(words) > _HEADING_LENGTH or _ENDS_SENTENCE.search(words):
        return False
    if not any(map(str.isalpha, words)):
        return False
    if marked:
        return True
    tokens = words.split()
    if not words[0].isupper() and not words[0].isdigit():
        return False
    if words.isupper() and len(tokens) > 1:
        return True
    telling = [w for w in tokens if w.lower().strip("“”\"'()") not in _SMALL]
    capital = sum(not w.lstrip("“\"'(&")[:1].islower() for w in telling)
    return capital * 4 >= len(telling) * 3 or len(tokens) <= 7


def _unmarked(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """Strip Markdown and HTML marks from both ends of a line; say whether there were any."""
    first, last = start, end
    while match := _MARKS.match(text, start, end):
        start = match.end()
    marked = start > first
    while end > start and text[end - 1] in "*_# \t":
        end -= 1
    while end > start and text[end - 1] == ">":
        open_at = text.rfind("<", start, end)
        if open_at < 0 or end - open_at > 80:
            break
        end = open_at
        while end > start and text[end - 1] in "*_# \t":
            end -= 1
    if start >= end:
        return first, last, False
    return start, end, marked and end < last


class _Builder:
    """Keeps the open headings and the last stem while the lines go by."""

    def __init__(self, text: str, outline: Outline) -> None:
        self.text = text
        self.outline = outline
        self.open: list[tuple[int, Section]] = []
        self.stem: int | None = None
        #: the mark style of the stem and of the items under it: "-", "1.", "a)"
        self.stem_style = ""
        self.item_style = ""

    @property
    def section(self) -> Section | None:
        return self.open[-1][1] if self.open else None

    def heading(self, start: int, end: int) -> None:
        text = self.text
        words = text[start:end]
        number = None
        match = _NUMBER.match(words)
        if match:
            number = match.group().strip()
            title_start = start + match.end()
        else:
            title_start = start
        rank = _rank(number)
        while self.open and self.open[-1][0] >= rank:
            self.open.pop()
        title = " ".join(text[title_start:end].split())
        parents = tuple([section.title for _, section in self.open])
        span = Span(start, end)
        level = len(parents) + 1
        section = Section(title=title, number=number, level=level, parents=parents, span=span)
        self.open.append((rank, section))
        self.outline.sections.append(section)
        self.outline.blocks.append(Block(Kind.HEADING, start, end, section))
        self.stem = None

    def body(self, kind: Kind, start: int, end: int, style: str = "") -> None:
        blocks = self.outline.blocks
        if self.stem is not None and kind is Kind.ITEM:
            # A list has one kind of mark; another, or the stem's own, goes on with the text.
            self.item_style = self.item_style or style
            if style in (self.stem_style, "") or style != self.item_style:
                self.stem = None
        stem = self.stem if kind is Kind.ITEM else None
        blocks.append(Block(kind, start, end, self.section, stem))
        if self.text[start:end].rstrip(" *_").endswith(":"):
            self.stem = len(blocks) - 1
            self.stem_style, self.item_style = style, ""
        elif kind is Kind.PARAGRAPH:
            self.stem = None


def _style(mark: str) -> str:
    """Return the shape of a list number: digits as 1, letters as a, and the marks around."""
    return re.sub(r"[^\W\d]+", "a", re.sub(r"\d+", "1", mark.strip()))


def _rank(number: str | None) -> int:
    """Depth of a heading by its number: none and ``IV.`` at the top, then ``2.``, then ``a)``."""
    if number is None or _ROMAN.fullmatch(number):
        return 1
    return 2 if any(map(str.isdigit, number)) else 3


def outline(text: str, *, titled: bool = False) -> Outline:
    """Divide a text into blocks and find its title line, its date line and its headings.

    Args:
        text: the whole text.
        titled: the title is known from elsewhere; without a date line no line is taken for it.
    """
    result = Outline()
    lines = _lines(text)
    at = _head(text, lines, result, titled=titled)
    builder = _Builder(text, result)
    wrapped = _is_wrapped(text, lines)
    groups = list(_groups(text, lines[at:], wrapped=wrapped))
    for index, group in enumerate(groups):
        _block(text, builder, group, last=index + 1 == len(groups))
    return result


def _head(text: str, lines: list[_Line], result: Outline, *, titled: bool) -> int:
    """Read a title line and a date line, if the text begins with them; say where the body begins."""
    for at in range(min(2, len(lines))):
        date = _date_line(text, lines[at])
        if date is None:
            continue
        result.date = date
        if at == 1:
            _title(text, lines[0], result)
        result.blocks.append(Block(Kind.DATE, lines[at].start, lines[at].end))
        return at + 1
    if not titled and len(lines) > 1 and lines[1].apart:
        words = text[lines[0].start : lines[0].end]
        if not _NUMBER.match(words) and not _BULLET.match(words):
            if len(words) < _TITLE_LENGTH and _ENDS_SENTENCE.search(words) is None:
                _title(text, lines[0], result)
                return 1
    return 0


def _title(text: str, line: _Line, result: Outline) -> None:
    start, end, _ = _unmarked(text, line.start, line.end)
    result.title = Span(start, end)
    result.blocks.append(Block(Kind.TITLE, start, end))


def _date_line(text: str, line: _Line) -> PartialDate | None:
    """Return the day that a line by itself gives: ``2025-01-10``, "10 January 2025"."""
    if line.end - line.start > 40:
        return None
    match = _DATE_LINE.fullmatch(text, line.start, line.end)
    if match is not None:
        try:
            return PartialDate.parse(match.group(1))
        except ValueError:
            return None  # not a day of the calendar, so not a date line
    if _FIGURE.search(text, line.start, line.end) is None:
        return None
    for found in find_dates(
        folding.plain(text[line.start : line.end]), 0, line.end - line.start, None
    ):
        rest = text[line.start : line.start + found.start] + text[line.start + found.end : line.end]
        if found.date is not None and found.date.precision == "day":
            if rest.strip(" ,.|()") in ("", *_WEEKDAYS):
                return found.date
    return None


def _groups(text: str, lines: list[_Line], *, wrapped: bool) -> Iterator[tuple[int, int]]:
    """Yield the extent of each run of lines that belong together."""
    start = end = -1
    previous = 0
    for line in lines:
        joins = (
            wrapped
            and start >= 0
            and not line.apart
            and line.indent <= previous + 1
            and not (line.indent == 1 and previous == 0)
            and not _BULLET.match(text, line.start, line.end)
            and not _starts_item(text, line, end)
        )
        if not joins:
            if start >= 0:
                yield start, end
            start = line.start
            previous = line.indent
            if _BULLET.match(text, line.start, line.end) or _NUMBER.match(
                text, line.start, line.end
            ):
                previous = line.indent + 6  # lines of an item are indented below its mark
        end = line.end
    if start >= 0:
        yield start, end


def _starts_item(text: str, line: _Line, end: int) -> bool:
    """Say whether a line opens a numbered item: a number, and the line before ends a sentence."""
    match = _NUMBER.match(text, line.start, line.end)
    return match is not None and text[end - 1] in ".;:!?,"


def _block(text: str, builder: _Builder, group: tuple[int, int], *, last: bool) -> None:
    start, end, marked = _unmarked(text, *group)
    bullet = _BULLET.match(text, group[0], group[1])
    if (bullet and text[group[0]] != "*") or (bullet and not marked):
        item_start, item_end, _ = _unmarked(text, bullet.end(), group[1])
        builder.body(Kind.ITEM, item_start, item_end, text[group[0]])
        return
    number = _NUMBER.match(text, start, end)
    words_start = number.end() if number else start
    words = text[words_start:end]
    if not last and _is_heading(words, marked=marked):
        builder.heading(start, end)
    elif number:
        builder.body(Kind.ITEM, words_start, end, _style(text[start:words_start]))
    else:
        dateline = _DATELINE.match(text, start, min(end, start + 120))
        builder.body(Kind.PARAGRAPH, dateline.end() if dateline else start, end)
