r"""PDF: glyphs on pages → the text in the order in which it is read.

pypdfium2 reads the file (extra ``pdf``): it is the reader of the Chrome browser, hardened against
damaged and malicious files, with a permissive licence and no dependencies, and tells of every glyph
where it stands.  It does so in a process of its own, because a file can keep it busy without end.
What the glyphs make up is decided here:

1. words, and runs of words on one base line;
2. columns, told by runs that begin one below the other with runs beside them; what crosses the
   gutter stands above or below the columns;
3. lines that stand again at the edge of other pages, and page numbers, which are dropped;
4. paragraphs, told by distance, indentation, size, weight and list marks.

A hyphen at the end of a line goes where the word goes on in lower case, unless the text has the
word with its hyphen elsewhere.  The date of a file is when it was made; it is taken for the day of
publication only where the text names that day.
"""

from __future__ import annotations

import math
import re
import threading
from collections import Counter
from importlib.util import find_spec
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from attrs import define, frozen

from bilateral.errors import Fault, LoadError, MissingExtraError, ValidationError
from bilateral.loaders import apart, glyphs, layout
from bilateral.loaders.documents import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bilateral.loaders.glyphs import Content

#: How long the reading of a file may take, unless the caller says so.  The longest communiqués take
#: some two seconds, and files of a few thousand pages all of it.
SECONDS = 60.0

#: The longest communiqués have some 100 pages; what claims more than this is a book or a trap.
MOST_PAGES = 5_000
#: So much text is on no such pages: the same objects are drawn over and over.
_MOST_GLYPHS = 20_000_000
#: More than this share of unknown letters, and the fonts do not say what they print.
_MOST_UNKNOWN = 0.2
#: How many lines at either edge of a page may be running heads or feet.
_EDGE_LINES = 3
#: PDFium keeps state outside its documents.
_LOCK = threading.Lock()

_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.)\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_MARK = re.compile(
    r"(?:[-–—*•·▪◦●○■➢✓\uf0b7\uf0a7]|\(?(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])[.)])(?=\s+\S)"
)
_BULLET = re.compile(r"[-–—*•·▪◦●○■➢✓\uf0b7\uf0a7]\s+")
_BROKEN = re.compile(r"[^\W\d_]-$")
_COMPOUND = re.compile(r"(?<!\w)\w+-\w+")
#: First parts that keep their hyphen, for want of the whole word elsewhere in the text.
_KEEPS_HYPHEN = layout.names(
    "self long short high low well cross people third mid non so co ex pre post multi two three four"
    " five six ten large small free fair rules market science evidence gender climate full part"
    " decision policy law year"
)
_IDLE_TITLE = re.compile(
    r"(?:microsoft )?(?:word|powerpoint)\b.*|.*\.\w{2,4}|untitled.*|document ?\d*", re.IGNORECASE
)
_DAY_LONG = 24 * 60 * 60
_DAY = re.compile(r"D:(\d{4})(\d{2})(\d{2})", re.ASCII)


@frozen
class _Run:
    """Words on one base line that stand together, or the line that runs were put together to."""

    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    text: str

    @property
    def width(self) -> float:
        return self.x1 - self.x0


@define
class _Line:
    """A run in its place: the column that it stands in, and how far above it the last line is."""

    run: _Run
    left: float
    right: float
    gap: float | None


def parse(
    data: bytes,
    path: str,
    *,
    encoding: str | None = None,
    seconds: float | None = SECONDS,
    max_pages: int = MOST_PAGES,
) -> Document:
    """Return the text of a PDF in reading order and its title; `encoding` has no meaning here.

    Args:
        data: the whole file.
        path: its name, for errors.
        encoding: of no meaning here.
        seconds: how long the PDF library may take.  It works in a process of its own, which is
            ended then.  None sets no limit and starts no process: for files that you trust, and
            for programs that cannot start a Python.
        max_pages: how many pages it may have.

    Raises:
        LoadError: it is no PDF, is damaged, encrypted, far too large, holds no text, or is not read
            in time; or no process can be started to read it.
        MissingExtraError: pypdfium2 is not installed.
        ValidationError: `seconds` is no time.

    A limit of your own holds for `load` when this is registered with it:

    >>> from functools import partial
    >>> from bilateral.loaders import pdf, register
    >>> register(".pdf", partial(pdf.parse, seconds=600), replace=True)

    >>> parse(b"Both sides agreed.", "readout.pdf")
    Traceback (most recent call last):
    ...
    bilateral.errors.LoadError: readout.pdf: is no PDF or is damaged; open it in a viewer and save it again
    """
    del encoding
    limit = None if seconds is None else _limit(seconds)
    if not _installed():
        raise MissingExtraError(extra="pdf", purpose="reading PDF")
    if limit is None:
        content = _read_here(data, path, max_pages)
    else:
        content = apart.read(
            data, path, most_pages=max_pages, most_glyphs=_MOST_GLYPHS, seconds=limit
        )
    pages, about = _runs(content), content[1]
    _check(pages, path)
    lines = [line for page in _without_edges(pages) for line in _lines(page)]
    blocks = _blocks(lines)
    title = layout.label(about.get("Title"))
    if title is not None and _IDLE_TITLE.fullmatch(title):
        title = None
    # Headings that are told by their looks are left to the outline, which looks at the words, too.
    text, title, _ = layout.titled(blocks, title)
    dates = [_DAY.match(about.get(key, "")) for key in ("CreationDate", "ModDate")]
    days = ["-".join(match.groups()) for match in dates if match is not None]
    return Document(text=text, title=title, date=layout.confirmed(text, days))


def _limit(seconds: object) -> float:
    """Return a limit of time; systems cannot wait for arbitrary ones."""
    if (
        not isinstance(seconds, (int, float))
        or isinstance(seconds, bool)
        or not 0 < seconds <= _DAY_LONG
    ):
        reason = f"must be a number of seconds above 0, at most {_DAY_LONG}, or None for no limit"
        raise ValidationError(record="parse", faults=(Fault("seconds", seconds, reason),))
    return float(seconds)


def _installed() -> bool:
    """Say whether the library is there, without the time that its import takes."""
    try:
        return find_spec("pypdfium2") is not None
    except ValueError:  # imported, by means that left no spec
        return True


def _read_here(data: bytes, path: str, max_pages: int) -> Content:
    """Read a file in this process, however long it takes."""
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtraError(extra="pdf", purpose="reading PDF") from error
    with _LOCK:
        try:
            return glyphs.read(data, pypdfium2.raw, pages=max_pages, glyphs=_MOST_GLYPHS)
        except glyphs.RefusedError as error:
            raise LoadError(path, str(error)) from error


def _runs(content: Content) -> list[list[_Run]]:
    """Return the runs of every page that have words to be seen."""
    pages = []
    for rows in content[0]:
        page = []
        for x0, x1, y, size, bold, words in rows:
            text = layout.visible(words).strip()
            if text:
                page.append(_Run(x0, x1, y, size, bold, text))
        pages.append(page)
    return pages


def _check(pages: list[list[_Run]], path: str) -> None:
    letters = [char for page in pages for run in page for char in run.text if not char.isspace()]
    if not letters:
        reason = "holds no text, only pictures or nothing; run text recognition (OCR) over it first"
        raise LoadError(path, reason)
    unknown = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in letters)
    if unknown > _MOST_UNKNOWN * len(letters):
        reason = "does not say which letters its fonts print; run text recognition (OCR) over it"
        raise LoadError(path, reason)


def _rows(runs: Iterable[_Run]) -> list[list[_Run]]:
    """Put runs on one base line together, from the top, each row from the left."""
    rows: list[list[_Run]] = []
    for run in sorted(runs, key=lambda run: -run.y):
        last = rows[-1][0] if rows else None
        if last is not None and abs(last.y - run.y) < 0.3 * min(last.size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=lambda run: run.x0)
    return rows


def _without_edges(pages: list[list[_Run]]) -> Iterator[list[_Run]]:
    """Take off what stands at the edges of several pages, and page numbers."""
    edges: list[list[tuple[str, float, list[_Run]]]] = []
    seen: dict[str, list[tuple[int, float]]] = {}
    for index, page in enumerate(pages):
        rows = _rows(page)
        here = []
        edge = rows if len(rows) <= 2 * _EDGE_LINES else [*rows[:_EDGE_LINES], *rows[-_EDGE_LINES:]]
        for row in edge:
            words = re.sub(r"\d+", "#", " ".join(run.text for run in row)).casefold()
            here.append((words, row[0].y, row))
            seen.setdefault(words, []).append((index, row[0].y))
        edges.append(here)
    enough = max(2, min(5, math.ceil(0.3 * len(pages))))
    for page, here in zip(pages, edges, strict=True):
        dropped: set[int] = set()
        for place, (words, y, row) in enumerate(here):
            same = {other for other, at in seen[words][:1000] if abs(at - y) < 8}
            whole = " ".join(run.text for run in row)
            outer = place in {0, len(here) - 1}
            if len(same) >= enough or (outer and _PAGE_NUMBER.fullmatch(whole)):
                dropped.update(map(id, row))
        yield [run for run in page if id(run) not in dropped]


def _lines(runs: list[_Run]) -> list[_Line]:
    """Return the lines of a page in the order in which they are read."""
    found: list[_Line] = []
    for column in _columns(runs, 0):
        left = min(run.x0 for run in column)
        right = max(run.x1 for run in column)
        above: float | None = None
        for row in _rows(column):
            text = " ".join(run.text for run in row)
            bold = all(run.bold for run in row)
            size = max(row, key=lambda run: len(run.text)).size
            line = _Run(row[0].x0, row[-1].x1, row[0].y, size, bold, text)
            found.append(_Line(line, left, right, None if above is None else above - line.y))
            above = line.y
    return found


def _columns(runs: list[_Run], depth: int) -> list[list[_Run]]:
    """Divide runs into columns in reading order, as far as there are any."""
    if not runs:
        return []
    gutter = _gutter(runs) if depth < 4 else None
    if gutter is None:
        return [runs]
    found: list[list[_Run]] = []
    across: list[_Run] = []
    sides: tuple[list[_Run], list[_Run]] = ([], [])

    def sides_done() -> None:
        for side in sides:
            found.extend(_columns(list(side), depth + 1))
            side.clear()

    for row in _rows(runs):
        if any(run.x0 < gutter < run.x1 for run in row):
            sides_done()
            across.extend(row)
            continue
        if across:
            found.append(across)
            across = []
        for run in row:
            sides[run.x0 >= gutter].append(run)
    sides_done()
    if across:
        found.append(across)
    return found


def _gutter(runs: list[_Run]) -> float | None:
    """Return where the gutter between two columns is, or None where there is one column."""
    if len(runs) < 6:
        return None
    left, right = min(run.x0 for run in runs), max(run.x1 for run in runs)
    size = median(run.size for run in runs)
    starts = Counter(
        round(run.x0) for run in runs if 0.2 < (run.x0 - left) / max(right - left, 1) < 0.8
    )
    for start, _ in starts.most_common(8):
        gutter = start - 0.3 * size
        after = [run for run in runs if run.x0 >= gutter]
        before = [run for run in runs if run.x1 <= gutter]
        if len(after) < 3 or len(before) < 3:
            continue
        # Columns are filled by their lines; the cells of a table hardly are.
        widest_after = max(run.x1 for run in after) - start
        widest_before = gutter - left
        if _filled(after) < 0.5 * widest_after:
            continue
        if _filled(before) < 0.5 * widest_before:
            continue
        top, bottom = max(run.y for run in before), min(run.y for run in before)
        beside = sum(bottom - 2 * size <= run.y <= top + 2 * size for run in after)
        crossing = sum(run.x0 < gutter < run.x1 for run in runs if bottom <= run.y <= top)
        if beside * 2 >= len(after) and crossing * 2 <= len(before) + len(after):
            return gutter
    return None


def _filled(runs: list[_Run]) -> float:
    """Return how wide the usual line is; spread out to fill it, one may come in several runs."""
    return median(row[-1].x1 - row[0].x0 for row in _rows(runs))


def _blocks(lines: list[_Line]) -> list[layout.Block]:
    """Join lines to paragraphs, and tell the title, headings and items."""
    if not lines:
        return []
    gaps = [round(line.gap, 1) for line in lines if line.gap is not None and line.gap > 0]
    leading = Counter(gaps).most_common(1)[0][0] if gaps else 0.0
    size = Counter(round(line.run.size, 1) for line in lines for _ in line.run.text).most_common(1)
    body = size[0][0]
    groups: list[list[_Line]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if _begins(before, line, groups[-1][0], leading):
            groups.append([line])
        else:
            groups[-1].append(line)
    join = _joiner(lines)
    largest = max(line.run.size for line in lines)
    blocks: list[layout.Block] = []
    for group in groups:
        text = join([line.run.text for line in group])
        kind: layout.Kind = "paragraph"
        first = group[0].run
        if not blocks and first.size >= largest * 0.97 and first.size > 1.15 * body:
            kind = "title"
        elif (bullet := _BULLET.match(text)) is not None:
            kind, text = "item", f"- {text[bullet.end() :]}"
        elif first.size > 1.1 * body or first.bold:
            kind = "heading"
        blocks.append(layout.Block(kind, text))
    return blocks


def _begins(before: _Line, line: _Line, first: _Line, leading: float) -> bool:
    """Say whether a paragraph begins with this line."""
    last, run = before.run, line.run
    if not 0.92 < run.size / last.size < 1.09 or run.bold != last.bold:
        # A raised number or a word in bold at the line's start changes neither for long.
        return abs(run.size - last.size) > 0.09 * last.size or last.bold or first.run.bold
    ended = _SENTENCE_END.search(last.text) is not None
    if _MARK.match(run.text) and (ended or _BULLET.match(run.text) or _MARK.match(first.run.text)):
        return True
    width = max(before.right - before.left, 1.0)
    short = last.x1 < before.right - 0.12 * width
    if line.gap is None:  # a new column or page
        indented = run.x0 > line.left + 0.7 * run.size
        return ended and (short or indented)
    if line.gap > max(1.3 * leading, 0.1) and line.gap > 1.25 * run.size:
        return True
    indented = run.x0 > line.left + 0.7 * run.size and run.x0 > last.x0 + 0.7 * run.size
    hanging = _MARK.match(first.run.text) is not None and first is before
    if indented and ended and not hanging:
        return True
    if not short:
        return False
    # A short line ends a paragraph, or is a heading of its own.
    fits = last.x1 + _first_word(run) < before.right
    return fits and (ended or (run.text[:1].isupper() and last.width < 0.6 * width))


def _first_word(run: _Run) -> float:
    """Return about how wide the first word of a run is, with the space before it."""
    return run.width * (len(run.text.split(" ", 1)[0]) + 1) / max(len(run.text), 1)


def _joiner(lines: list[_Line]) -> Callable[[list[str]], str]:
    """Return what joins lines to a paragraph; it knows the hyphenated words of the whole text."""
    compounds = {
        match.group().casefold() for line in lines for match in _COMPOUND.finditer(line.run.text)
    }

    def join(parts: list[str]) -> str:
        text = parts[0]
        pieces = []
        for part in parts[1:]:
            if not _BROKEN.search(text):
                pieces += [text, " "]
                text = part
                continue
            ahead = text[:-1].rsplit(None, 1)[-1].rsplit("-", 1)[-1].lstrip("(“\"'‘")
            after = re.match(r"\w*", part)
            whole = f"{ahead}-{after[0] if after else ''}".casefold()
            keeps = (
                not part[:1].islower() or whole in compounds or ahead.casefold() in _KEEPS_HYPHEN
            )
            pieces.append(text if keeps else text[:-1])
            text = part
        return "".join([*pieces, text])

    return join
