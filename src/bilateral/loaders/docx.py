r"""Word documents: the body's text, with headings, list numbers and tables.

python-docx opens the package and parses its parts (extra ``docx``).  The text is what Word prints
in the body: insertions count and deletions do not; headers, footers, footnotes, comments, text
boxes and tables of contents are left out.  List numbers, which Word counts as it prints, are
counted here from the document's numbering.

A paragraph in the style ``Title`` is the title, or else the document's property of that name.  The
dates among the properties say when the file was made or saved; one is taken for the day of
publication only where the text names that day.  The author of a file is no publisher and is not
taken.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from bilateral.errors import LoadError, MissingExtraError
from bilateral.loaders import layout
from bilateral.loaders.documents import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: An lxml element; lxml has no types of its own.
Element = Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: How an encrypted document, and one of Word before 2007, begins.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: A long report is some 5 MB of XML; what claims to be far larger is made to fill the memory.
MOST_XML = 64 * 2**20
#: With pictures.
MOST_BYTES = 512 * 2**20
_MOST_PARTS = 10_000
#: A cell with more words than that is a column of the page and not of a table.
_CELL_LENGTH = 400
_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_NO_NUMBER = frozenset({"none", "bullet"})
_LEVEL = re.compile("%([1-9])")
_INNER = re.compile("list bullet ([2-5])")
#: Titles that programs put in by themselves.
_IDLE_TITLE = re.compile(
    r"(?:microsoft )?word\b.*|document ?\d*|untitled.*|.*\.docx?", re.IGNORECASE
)
#: What Word does not print, or not here.
_SILENT = frozenset(
    f"{_W}{tag}" for tag in ("del", "moveFrom", "txbxContent", "pPr", "rPr", "instrText", "delText")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}


def parse(
    data: bytes,
    path: str,
    *,
    encoding: str | None = None,
    max_xml: int = MOST_XML,
    max_unpacked: int = MOST_BYTES,
) -> Document:
    """Return the text of a Word document and its title; `encoding` has no meaning here.

    Args:
        data: the whole file.
        path: its name, for errors.
        encoding: of no meaning here.
        max_xml: how many bytes of XML it may unpack to.
        max_unpacked: how many bytes it may unpack to, with its pictures.

    Raises:
        LoadError: it is no Word document, is damaged, encrypted, or far too large.
        MissingExtraError: python-docx is not installed.

    >>> parse(b"Both sides agreed.", "readout.docx")
    Traceback (most recent call last):
    ...
    bilateral.errors.LoadError: readout.docx: is no Word document; check what it is, or export it again
    """
    del encoding
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError(extra="docx", purpose="reading Word documents") from error
    _check(data, path, max_xml, max_unpacked)
    try:
        document = docx.Document(io.BytesIO(data))
        numbering = _related(document.part, "numbering")
        styles = _related(document.part, "styles")
        writer = _Writer(_styles(styles), _numbering(numbering))
        blocks = list(writer.blocks(document.element.body))
        properties = document.core_properties
        title = layout.label(properties.title)
        made = [
            str(at.date()) for at in (properties.created, properties.modified) if at is not None
        ]
    except Exception as error:  # on damaged files the library raises whatever comes
        reason = f"is damaged ({type(error).__name__}); open it in Word and save it again"
        raise LoadError(path, reason) from error
    if title is not None and _IDLE_TITLE.fullmatch(title):
        title = None
    styled = next((block.text for block in blocks if block.kind == "title"), None)
    text, title, marks = layout.titled(blocks, layout.label(styled) or title)
    return Document(text=text, title=title, date=layout.confirmed(text, made), marks=marks)


def _check(data: bytes, path: str, max_xml: int, max_unpacked: int) -> None:
    """Refuse what is no package, and what would fill the memory, before anything is unpacked."""
    if data.startswith(_OLE):
        reason = "is encrypted or of Word before 2007; save it as .docx without a password"
        raise LoadError(path, reason)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except Exception as error:  # on damaged files zipfile raises whatever comes
        reason = "is no Word document; check what it is, or export it again"
        raise LoadError(path, reason) from error
    # A part that is larger than it says is cut off where it says, and then fails its checksum.
    whole = sum(part.file_size for part in parts)
    xml = sum(p.file_size for p in parts if p.filename.lower().endswith((".xml", ".rels")))
    if whole > max_unpacked or xml > max_xml or len(parts) > _MOST_PARTS:
        size = f"{len(parts)} parts of {whole // 2**20} MB, {xml // 2**20} MB of it XML"
        raise LoadError(path, f"unpacks to {size}; save its text alone, or give docx.parse more")


def _related(part: Any, kind: str) -> Element | None:  # noqa: ANN401 - lxml is untyped
    """Return the root of the part that says how lists or styles are made, if there is one."""
    for relation in part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _value(parent: Element | None, *tags: str) -> str | None:
    """Return the ``w:val`` of a descendant by its path, or None."""
    found = None if parent is None else parent.find("/".join(_W + tag for tag in tags))
    return None if found is None else found.get(f"{_W}val")


def _number(parent: Element | None, *tags: str) -> int | None:
    text = _value(parent, *tags)
    return int(text) if text is not None and re.fullmatch(r"-?\d{1,9}", text, re.ASCII) else None


@frozen
class _Style:
    name: str
    level: int | None
    list_id: int | None
    list_level: int | None
    bold: bool = False


def _styles(root: Element | None) -> dict[str, _Style]:
    """Return the paragraph styles by id; what a style leaves open is its base's."""
    found: dict[str, _Style] = {}
    if root is None:
        return found
    elements = {style.get(f"{_W}styleId"): style for style in root.iter(f"{_W}style")}
    for key, element in elements.items():
        chain: list[Element] = []
        at: Element | None = element
        while at is not None and at not in chain and len(chain) < 20:
            chain.append(at)
            at = elements.get(_value(at, "basedOn"))

        def first(*tags: str, chain: list[Element] = chain) -> int | None:
            values = (_number(style, *tags) for style in chain)
            return next((value for value in values if value is not None), None)

        names = [(_value(style, "name") or "").lower() for style in chain]
        told = next((n for n in names if n == "title" or re.fullmatch(r"heading [1-9]", n)), "")
        level = int(told[-1]) - 1 if told.startswith("heading") else first("pPr", "outlineLvl")
        list_id = first("pPr", "numPr", "numId")
        if key is not None:
            list_level = first("pPr", "numPr", "ilvl")
            bold = next((bold for style in chain if (bold := _bold(style)) is not None), False)
            found[key] = _Style(told or names[0], level, list_id, list_level, bold)
    return found


@frozen
class _Level:
    start: int
    form: str
    text: str


@frozen
class _Numbering:
    """The lists of a document: number of a list → the kind of list, and its levels."""

    kinds: dict[int, int] = field(factory=dict)
    levels: dict[int, dict[int, _Level]] = field(factory=dict)
    #: lists that count anew, and from where
    anew: dict[int, dict[int, int]] = field(factory=dict)


def _numbering(root: Element | None) -> _Numbering:
    found = _Numbering()
    if root is None:
        return found
    for kind in root.iter(f"{_W}abstractNum"):
        levels = {}
        for level in kind.iter(f"{_W}lvl"):
            depth = _integer(level.get(f"{_W}ilvl"))
            start = _number(level, "start")
            form = _value(level, "numFmt") or "decimal"
            text = _value(level, "lvlText") or ""
            levels[depth] = _Level(1 if start is None else start, form, text)
        found.levels[_integer(kind.get(f"{_W}abstractNumId"))] = levels
    for one in root.iter(f"{_W}num"):
        number = _integer(one.get(f"{_W}numId"))
        kind_id = _number(one, "abstractNumId")
        if kind_id is not None:
            found.kinds[number] = kind_id
        for change in one.iter(f"{_W}lvlOverride"):
            start = _number(change, "startOverride")
            if start is not None:
                depth = _integer(change.get(f"{_W}ilvl"))
                found.anew.setdefault(number, {})[depth] = start
    return found


def _integer(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,9}", text, re.ASCII) else 0


@define
class _Writer:
    """Writes the body block by block and counts its lists."""

    styles: dict[str, _Style]
    numbering: _Numbering
    #: kind of list → level → the last number
    counts: dict[int, dict[int, int]] = field(factory=dict)
    begun: set[tuple[int, int]] = field(factory=set)
    tables: int = 0

    def blocks(self, parent: Iterable[Element]) -> Iterator[layout.Block]:
        for element in parent:
            if element.tag == f"{_W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self.table(element)
            elif element.tag == f"{_W}sdt":
                if not _is_contents(element):
                    for inner in element.findall(f"{_W}sdtContent"):
                        yield from self.blocks(inner)
            elif element.tag in {f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"}:
                yield from self.blocks(element)

    def paragraph(self, element: Element) -> Iterator[layout.Block]:
        own = element.find(f"{_W}pPr")
        style = self.styles.get(_value(own, "pStyle") or "", _Style("", None, None, None))
        text = words(element)
        if style.name.startswith("toc") or not text:
            return
        level = _number(own, "outlineLvl")
        level = style.level if level is None else level
        list_id = _number(own, "numPr", "numId")
        list_id = style.list_id if list_id is None else list_id
        depth = _number(own, "numPr", "ilvl")
        depth = style.list_level or 0 if depth is None else depth
        mark = self.mark(list_id, min(max(depth, 0), 8)) if list_id else None
        if mark in layout.BULLETS:
            deeper = _INNER.fullmatch(style.name)  # a list of its own, printed as an inner one
            depth = max(depth, int(deeper[1]) - 1 if deeper else 0)
            mark = layout.BULLETS[min(depth, 3)]
        flat = " ".join(text.split())
        if style.name == "title":
            yield layout.Block("title", flat)
        elif level is not None and level < 9:
            # A bullet before a heading is an ornament; a number belongs to it.
            number = "" if mark is None or mark[0] in layout.BULLETS else f"{mark} "
            # The title is the first level.
            rank = max(level, 0) + 2
            yield layout.Block("heading", number + flat, level=rank, words=len(number))
        elif mark is not None:
            mark = f"{'  ' * min(depth, 8)}{mark} "
            group = 1 if mark.strip() in layout.BULLETS else 2
            yield layout.Block("item", mark + flat, group, words=len(mark))
        else:
            lines = _lines(text) if _is_bold(element, style) else ()
            yield layout.Block("paragraph", text, bold=lines)

    def mark(self, list_id: int, depth: int) -> str | None:
        """Count one further in a list and return what is printed before it."""
        kind = self.numbering.kinds.get(list_id)
        levels = self.numbering.levels.get(-1 if kind is None else kind, {})
        level = levels.get(depth)
        if kind is None or level is None:
            return layout.BULLETS[min(depth, 3)] if kind is not None else None
        counts = self.counts.setdefault(kind, {})
        anew = self.numbering.anew.get(list_id, {}).get(depth)
        if anew is not None and (list_id, depth) not in self.begun:
            counts[depth] = anew - 1
        self.begun.add((list_id, depth))
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.form in _NO_NUMBER or not _LEVEL.search(level.text):
            return layout.BULLETS[min(depth, 3)]

        def printed(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = levels.get(at, level)
            count = counts.get(at, form.start)
            return layout.numeral(count, _STYLES.get(form.form, "1"))

        return layout.label(_LEVEL.sub(printed, level.text[:40]))

    def table(self, element: Element) -> Iterator[layout.Block]:
        """Write a table row by row, or paragraph by paragraph where the page is laid out in it."""
        self.tables += 1
        group = -self.tables
        rows = [list(row.iter(f"{_W}tc")) for row in element.findall(f"{_W}tr")]
        nested = element.find(f".//{_W}tc//{_W}tbl") is not None
        single = all(len(row) < 2 for row in rows)
        if nested or single or any(len(words(cell)) > _CELL_LENGTH for row in rows for cell in row):
            for row in element.findall(f"{_W}tr"):
                for cell in row.findall(f"{_W}tc"):
                    yield from self.blocks(cell)
            return
        for row in rows:
            cells = [" ".join(words(cell).split()) for cell in row]
            if any(cells):
                yield layout.Block("row", " | ".join(cell for cell in cells if cell), group)


def _lines(text: str) -> tuple[tuple[int, int], ...]:
    return tuple([match.span() for match in re.finditer(r"\S(?:.*\S)?", text)])


def _bold(element: Element) -> bool | None:
    """Say whether a run or style is in bold; None where it leaves that open."""
    found = element.find(f"{_W}rPr/{_W}b")
    if found is not None:
        return found.get(f"{_W}val") not in {"0", "false", "off"}
    return True if (_value(element, "rPr", "rStyle") or "").lower() == "strong" else None


def _is_bold(paragraph: Element, style: _Style) -> bool:
    """Say whether all words of a paragraph are in bold."""
    for run in paragraph.iter(f"{_W}r"):
        if any((text.text or "").strip() for text in run.iter(f"{_W}t")):
            own = _bold(run)
            if not (style.bold if own is None else own):
                return False
    return True


def _is_contents(element: Element) -> bool:
    """Say whether a content control is a table of contents."""
    gallery = element.find(f"{_W}sdtPr/{_W}docPartObj/{_W}docPartGallery")
    return gallery is not None and "contents" in (gallery.get(f"{_W}val") or "").lower()


def words(element: Element) -> str:
    """Return what is printed of a paragraph or cell; paragraphs within a cell are lines."""
    pieces: list[str] = []
    waiting = [element]
    while waiting:
        at = waiting.pop()
        if at.tag == f"{_W}t":
            pieces.append(at.text or "")
        elif at.tag in _SIGNS:
            pieces.append(_SIGNS[at.tag])
        elif at.tag not in _SILENT:
            if at.tag == f"{_W}p" and pieces:
                pieces.append("\n")
            waiting.extend(reversed(at))
    text = layout.visible("".join(pieces))
    return "\n".join(" ".join(line.split(" ")).strip() for line in text.split("\n")).strip()
