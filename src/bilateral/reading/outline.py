"""Text → blocks: title and date lines, headings, paragraphs, list items.

A block is a run of text that sentences do not cross.  Hard-wrapped lines are joined (their offsets
stay), and a heading opens a section for what follows it.

Plain text shows its headings by their shape alone.  Where a format marks them, its loader hands the
marks over (`marked`): what is marked is a heading whatever its shape, and shape makes no others of lines
that are not numbered, in capitals or set off.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from attrs import define, field, frozen

from bilateral.model import checks
from bilateral.model.dates import PartialDate
from bilateral.model.sources import Section
from bilateral.model.spans import Span
from bilateral.reading import folding
from bilateral.reading.dates import find_dates
from bilateral.reading.shapes import UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.errors import Fault

# A heading is short: this many characters at most, marks and number apart.
_HEADING_LENGTH = 110
# A title may be longer.
_TITLE_LENGTH = 250
# A line of this length is a paragraph: nobody wraps so late.
_PARAGRAPH = 160
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#: Whatever ends a line in any system.
LINE_ENDS = "\n\r\u2028\u2029\x0b\x0c\x85"
_LINE = re.compile(f"[^{LINE_ENDS}]+")
_DATE_LINE = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?:[T ][\d:.+\-Z]{1,30})?\s*")
_FIGURE = re.compile("[0-9]")
_ROMAN = re.compile(r"[IVXLC]{1,7}[.)]")
_ROMANS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
_BULLET = re.compile(r"[-*•·–—▪◦●○■➢✓o]\s+(?=\S)")
#: The number of a marked heading may have several levels: "1.2 Ports".
_DEEP_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?\s+(?=\S)")
#: Headings that only look like one stand below all that are marked.
_BELOW_MARKED = 1000
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[IVXLCivxlc]{1,6}|[A-Za-z])[.)]\s+(?=\S)|§\s*\d+\s+")
#: "RABAT, March 4 (Example News) - ", "TOKYO/SEOUL — "
_DATELINE = re.compile(
    rf"(?P<place>{UPPER}(?:{UPPER}|[ .,'’/-]){{2,40}})(?:, ?{UPPER}[\w. ]{{2,20}})?(?:, ?(?:[A-Z][a-z]{{2,8}}\.?|\d{{1,2}}) \.?(?:\d{{1,2}}|[A-Z][a-z]{{2,8}}\.?)(?:,? \d{{4}})?)?"
    r"(?: ?\([^()]{2,40}\))? ?(?:[-–—]{1,2}|:) +(?=[^\s])"
)
_MARKS = re.compile(r"[#*_\s]+|<[^<>]{0,80}>")
#: with one of these the marks of a line begin or end, where white space does not
_SIGNS = "#*_<>"
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


class Block(NamedTuple):
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


@frozen
class Mark:
    """What the format of a text says of one of its lines.

    Fields:
        kind: what the line is.  A `PARAGRAPH` is text, however much it looks like a heading.
        span: the line, or all lines that belong to it.
        words: its words, without what only marks them: list marks, counted numbers, Markdown.
        level: of a heading, from 1 at the top.  0 is for a line that only looks like one, as a line
            in bold does: it is one if its shape agrees.

    Raises:
        ValidationError: a field has the wrong type, or the words lie outside the span.

    >>> mark = Mark(Kind.HEADING, span=Span(0, 8), words=Span(3, 8), level=2)
    >>> mark.words.of("## Trade")
    'Trade'
    """

    kind: Kind
    span: Span = field(kw_only=True)
    words: Span = field(kw_only=True)
    level: int = field(default=0, kw_only=True)

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        if checks.kind(faults, "kind", self.kind, Kind, "a Kind") and self.kind is Kind.DATE:
            checks.add(faults, "kind", self.kind, "must be no date; the outline finds those itself")
        sound = checks.kind(faults, "span", self.span, Span, "a Span")
        if checks.kind(faults, "words", self.words, Span, "a Span") and sound:
            if self.words not in self.span:
                checks.add(faults, "words", self.words, f"must lie within the span, {self.span}")
        checks.integer(faults, "level", self.level, 0, None)
        if faults:
            checks.refuse(self, faults)


#: The marks of the text that is being read, and that text.
_given: ContextVar[tuple[str, Sequence[Mark]] | None] = ContextVar("marks", default=None)


@contextmanager
def marked(text: str, marks: Sequence[Mark]) -> Iterator[None]:
    r"""Outline a text by its format's marks inside the ``with`` block, in this thread or task alone.

    Args:
        text: the text that they mark; any other is outlined without.
        marks: in the order of the text, without overlaps.

    >>> text = "They met.\n\nWhat is to be done?\n\nNothing."
    >>> mark = Mark(Kind.HEADING, span=Span(11, 30), words=Span(11, 30), level=1)
    >>> with marked(text, [mark]):
    ...     print(outline(text).sections[0])
    What is to be done?
    """
    token = _given.set((text, marks))
    try:
        yield
    finally:
        _given.reset(token)


@define(eq=False)
class _Line:
    start: int
    end: int
    indent: int
    #: white-space-only lines stand between this line and the one before
    apart: bool


class _Marks:
    """The marks of a text by their places; of a text without any, none."""

    def __init__(self, text: str) -> None:
        given = _given.get()
        self._marks = given[1] if given is not None and given[0] == text else ()
        self._starts = [mark.span.start for mark in self._marks]
        self._levels = [m.level for m in self._marks if m.kind is Kind.HEADING and m.level]

    def of(self, line: _Line) -> Mark | None:
        """Return the mark that a line lies in."""
        if not self._marks:
            return None
        at = bisect_right(self._starts, line.start) - 1
        if at < 0 or line.start >= self._marks[at].span.end:
            return None
        return self._marks[at]

    def sure(self, line: _Line) -> Mark | None:
        """Return the mark that says what a line is, whatever its shape."""
        mark = self.of(line)
        return mark if mark is not None and (mark.kind is not Kind.HEADING or mark.level) else None

    def is_top(self, mark: Mark) -> bool:
        """Say whether a heading stands alone at the top of the outline, as a title does."""
        return sum(level <= mark.level for level in self._levels) == 1

    def headed(self, lines: list[_Line]) -> bool:
        """Say whether the format marks headings, of which one that may be the title is none."""
        first = self.sure(lines[0]) if lines else None
        alone = first is not None and first.kind is Kind.HEADING and self.is_top(first)
        return len(self._levels) > alone


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
        between = text[last : match.start()]
        if "\r" in between:
            between = between.replace("\r\n", "\n")
        breaks = between.count("\n")
        if breaks < 2 and len(between) > 1:
            breaks += sum([between.count(mark) for mark in LINE_ENDS if mark != "\n"])
        found.append(_Line(start, start + len(stripped), indent, breaks > 1))
        last = match.end()
    return found


def _is_wrapped(text: str, lines: list[_Line], marks: _Marks) -> bool:
    """Say whether line ends fall inside sentences, so that lines must be joined to paragraphs."""
    pairs = continued = 0
    for before, line in pairwise(lines):
        if line.apart or line.start - line.indent == 0 or marks.sure(line) or marks.sure(before):
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
    if text[start] not in _SIGNS and text[end - 1] not in _SIGNS:
        if not (text[start].isspace() or text[end - 1].isspace()):
            return start, end, False  # nearly always
    while match := _MARKS.match(text, start, end):
        start = match.end()
    marked = start > first
    end = _trimmed(text, start, end)
    while end > start and text[end - 1] == ">":
        open_at = text.rfind("<", start, end)
        if open_at < 0 or end - open_at > 80:
            break
        end = _trimmed(text, start, open_at)
    if start >= end:
        return first, last, False
    return start, end, marked and end < last


def _trimmed(text: str, start: int, end: int) -> int:
    """Return where a line ends without marks and white space of any kind."""
    while end > start and (text[end - 1] in "*_#" or text[end - 1].isspace()):
        end -= 1
    return end


class _Builder:
    """Keeps the open headings and the last stem while the lines go by."""

    def __init__(self, text: str, outline: Outline, *, headed: bool) -> None:
        self.text = text
        self.headed = headed
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
        """Open a section under a heading that its shape shows."""
        match = _NUMBER.match(self.text[start:end])
        number = match.group().strip() if match else None
        words = start + match.end() if match else start
        below = _BELOW_MARKED if self.headed else 0
        self.open_section(Span(start, end), words, number, below + _rank(number))

    def open_section(self, span: Span, words: int, number: str | None, rank: int) -> None:
        text, start, end = self.text, span.start, span.end
        while self.open and self.open[-1][0] >= rank:
            self.open.pop()
        title = " ".join(text[words:end].split())
        parents = tuple([section.title for _, section in self.open])
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
        text = self.text
        if text[end - 1] in ": *_" and text[start:end].rstrip(" *_").endswith(":"):
            self.stem = len(blocks) - 1
            self.stem_style, self.item_style = style, ""
        elif kind is Kind.PARAGRAPH:
            self.stem = None


def _style(mark: str) -> str:
    """Return the shape of a list number: digits as 1, letters as a, and the marks around."""
    capital = "A" if any(map(str.isupper, mark)) else "a"
    return re.sub(r"[^\W\d]+", capital, re.sub(r"\d+", "1", mark.strip()))


def _is_next(number: str, other: str) -> bool:
    """Say whether a number of a list follows another: "1." and "2.", "b)" and "c)", "i." and "ii."."""
    if _style(number) != _style(other):
        return False
    one, two = number.strip(" ().§").lower(), other.strip(" ().§").lower()
    if one.isdigit() and two.isdigit():
        return int(two) == int(one) + 1
    if one in _ROMANS and two in _ROMANS:
        return _ROMANS.index(two) == _ROMANS.index(one) + 1
    return len(one) == len(two) == 1 and ord(two) == ord(one) + 1


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
    marks = _Marks(text)
    lines = _lines(text)
    at = _head(text, lines, result, marks, titled=titled)
    headed = marks.headed(lines)
    builder = _Builder(text, result, headed=headed)
    wrapped = _is_wrapped(text, lines, marks)
    groups = list(_groups(text, lines[at:], marks, wrapped=wrapped))
    for index, (start, end, mark) in enumerate(groups):
        if mark is not None and (mark.kind is not Kind.HEADING or mark.level):
            _marked_block(text, builder, mark)
        else:
            look = mark is not None or not headed
            last = index + 1 == len(groups)
            listed = _is_listed(text, builder, groups, index)
            _block(text, builder, (start, end), last=last or listed, look=look)
    return result


def _is_listed(
    text: str, builder: _Builder, groups: list[tuple[int, int, Mark | None]], index: int
) -> bool:
    """Say whether a short numbered line is an item: below a stem, with items of its kind around it."""
    if builder.stem is None:
        return False
    number = _NUMBER.match(text, *groups[index][:2])
    if number is None:
        return False
    before = builder.outline.blocks[-1]
    if before.kind is Kind.ITEM and before.stem == builder.stem:
        return builder.item_style == _style(number.group())
    following = groups[index + 1][:2] if index + 1 < len(groups) else (0, 0)
    other = _NUMBER.match(text, *following)
    return other is not None and _is_next(number.group(), other.group())


def _is_set_off(lines: list[_Line]) -> bool:
    """Say whether the first line is short above a whole paragraph in one line: no wrapping is so uneven."""
    first, second = lines[0].end - lines[0].start, lines[1].end - lines[1].start
    return first <= _HEADING_LENGTH and second >= max(_PARAGRAPH, 2 * first)


def _head(text: str, lines: list[_Line], result: Outline, marks: _Marks, *, titled: bool) -> int:
    """Read a title line and a date line, if the text begins with them; say where the body begins."""
    for at in range(min(2, len(lines))):
        date = _date_line(text, lines[at])
        if date is None:
            continue
        result.date = date
        if at == 1:
            _title(text, lines[0], result, marks.sure(lines[0]))
        result.blocks.append(Block(Kind.DATE, lines[at].start, lines[at].end))
        return at + 1
    if titled or len(lines) < 2:
        return 0
    mark = marks.sure(lines[0])
    if mark is not None:
        return _marked_head(text, lines, result, mark) if _is_title(text, mark, marks) else 0
    if lines[1].apart or _is_set_off(lines):
        words = text[lines[0].start : lines[0].end]
        if not _NUMBER.match(words) and not _BULLET.match(words):
            if len(words) < _TITLE_LENGTH and _ENDS_SENTENCE.search(words) is None:
                _title(text, lines[0], result, None)
                return 1
    return 0


def _is_title(text: str, mark: Mark, marks: _Marks) -> bool:
    """Say whether the first line of a text is its title by its mark."""
    if mark.kind is not Kind.HEADING:
        return mark.kind is Kind.TITLE
    return marks.is_top(mark) and _numbered(text, mark)[0] is None


def _marked_head(text: str, lines: list[_Line], result: Outline, mark: Mark) -> int:
    """Read a marked title, of one line or more, and a date line below it."""
    _title(text, lines[0], result, mark)
    at = sum(line.start < mark.span.end for line in lines[:4])
    if at < len(lines) and (date := _date_line(text, lines[at])) is not None:
        result.date = date
        result.blocks.append(Block(Kind.DATE, lines[at].start, lines[at].end))
        at += 1
    return at


def _title(text: str, line: _Line, result: Outline, mark: Mark | None) -> None:
    if mark is None:
        start, end, _ = _unmarked(text, line.start, line.end)
    else:
        start, end = mark.words.start, mark.words.end
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


def _groups(
    text: str, lines: list[_Line], marks: _Marks, *, wrapped: bool
) -> Iterator[tuple[int, int, Mark | None]]:
    """Yield the extent of each run of lines that belong together, with the mark of a single line."""
    start = end = -1
    previous = 0
    mark = before = None
    for line in lines:
        own = marks.of(line)
        if own is not None and marks.sure(line) is not None:
            if start >= 0:
                yield start, end, mark
                start = -1
            if own is not before:
                yield own.span.start, own.span.end, own
            before = own
            continue
        joins = (
            wrapped
            and start >= 0
            and (own is None) == (before is None)  # lines in bold go with each other alone
            and not line.apart
            and line.indent <= previous + 1
            and not (line.indent == 1 and previous == 0)
            and not _BULLET.match(text, line.start, line.end)
            and not _starts_item(text, line, end)
        )
        if joins:
            mark = None
        else:
            if start >= 0:
                yield start, end, mark
            start = line.start
            mark = own
            previous = line.indent
            if _BULLET.match(text, line.start, line.end) or _NUMBER.match(
                text, line.start, line.end
            ):
                previous = line.indent + 6  # lines of an item are indented below its mark
        end = line.end
        before = own
    if start >= 0:
        yield start, end, mark


def _starts_item(text: str, line: _Line, end: int) -> bool:
    """Say whether a line opens a numbered item: a number, and the line before ends a sentence."""
    match = _NUMBER.match(text, line.start, line.end)
    return match is not None and text[end - 1] in ".;:!?,"


def _numbered(text: str, mark: Mark) -> tuple[str | None, Span, int]:
    """Return the number of a marked heading, counted or typed, the heading, and its words' start."""
    words, end = mark.words.start, mark.words.end
    before = text[mark.span.start : words].lstrip()
    if any(map(str.isalnum, before)):  # and not only the signs of Markdown
        return " ".join(before.split()), Span(words - len(before), end), words
    typed = _DEEP_NUMBER.match(text, words, end) or _NUMBER.match(text, words, end)
    if typed is None:
        return None, mark.words, words
    return typed.group().strip(), mark.words, typed.end()


def _marked_block(text: str, builder: _Builder, mark: Mark) -> None:
    """Make a block of what the format says what it is."""
    start, end = mark.words.start, mark.words.end
    if mark.kind is Kind.HEADING:
        number, span, words = _numbered(text, mark)
        builder.open_section(span, words, number, mark.level)
    elif mark.kind is Kind.ITEM:
        sign = text[mark.span.start : start].strip()
        builder.body(Kind.ITEM, start, end, _style(sign))
    elif mark.kind is Kind.PARAGRAPH:
        builder.body(Kind.PARAGRAPH, start, end)
    else:
        builder.outline.blocks.append(Block(mark.kind, start, end, builder.section))


def _block(text: str, builder: _Builder, group: tuple[int, int], *, last: bool, look: bool) -> None:
    """Make a block of lines by their shape; without `look`, being short makes none a heading."""
    start, end, marked = _unmarked(text, *group)
    bullet = _BULLET.match(text, group[0], group[1])
    if (bullet and text[group[0]] != "*") or (bullet and not marked):
        item_start, item_end, _ = _unmarked(text, bullet.end(), group[1])
        builder.body(Kind.ITEM, item_start, item_end, text[group[0]])
        return
    number = _NUMBER.match(text, start, end)
    words_start = number.end() if number else start
    words = text[words_start:end]
    shown = look or marked or number is not None or words.isupper()
    if not last and shown and _is_heading(words, marked=marked):
        builder.heading(start, end)
    elif number:
        builder.body(Kind.ITEM, words_start, end, _style(text[start:words_start]))
    else:
        dateline = _DATELINE.match(text, start, min(end, start + 120))
        if dateline is not None and dateline["place"].isupper():
            start = dateline.end()
        builder.body(Kind.PARAGRAPH, start, end)
