r"""HTML: the article's text, without the page around it.

lxml parses (extra ``html``): it is fast, forgives whatever pages do, and brings no other package.
Extractors such as trafilatura bring a dozen, and drop or reorder lists and headings, which the
outline needs; what they decide by learnt thresholds is decided here by what pages say of
themselves:

1. where the article is: ``main``, ``role=main`` or ``article``; without them, the innermost element
   that holds nearly all the prose;
2. what is no article: navigation, headers, footers, asides, forms, hidden parts, elements whose
   class says so (``sidebar``, ``cookie``, ``related``), lists and lines that are all links.

Headings and paragraphs become lines between empty lines, list items ``- …`` or ``1. …``, the cells
of a row are parted by ``|``; which is which goes along as marks.  Characters are those that a browser would show: entities decoded,
runs of white space one space, soft hyphens gone.
"""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING, Any, cast

from attrs import define, field, frozen

from bilateral.errors import LoadError, MissingExtraError
from bilateral.loaders import layout
from bilateral.loaders.decoding import MARKS, check_text, decode
from bilateral.loaders.documents import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.model.dates import PartialDate

#: An lxml element; lxml has no types of its own.
Element = Any

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*(?:[\"']\s*)?([\w:.-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w:.-]{2,40})",
    re.IGNORECASE,
)
#: How far into a page its declaration of an encoding is looked for; browsers look at 1024 bytes.
_HEAD_LENGTH = 4096
#: What the WHATWG Encoding Standard reads under narrower names, because pages mean it.
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
_WIDER |= {"euc_kr": "cp949", "shift_jis": "cp932", "iso8859-9": "cp1254"}
#: XHTML closes elements at once that HTML leaves open, and would take all that follows into them.
_CLOSED = re.compile(r"<(script|style|title|iframe|textarea|a|b|i|em|p|div|span)(\s[^<>]*)?/>")

#: These hold no prose, whatever stands in them.
_NEVER = layout.names(
    "script style template title meta link svg math canvas iframe object embed applet audio"
    " video map noscript nav aside footer menu button select input textarea option label datalist"
    " figcaption rp rt"
)
_ROLES = layout.names(
    "navigation banner contentinfo complementary search menu menubar toolbar dialog alertdialog"
    " tablist"
)
#: These words in a class or id say that an element is furniture.
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|megamenu|breadcrumbs?|cookies?|consent|gdpr"
    r"|sidebar|footer|masthead|sharing|share|social-?(?:links|media|share|icons)|newsletter"
    r"|subscri(?:be|ption)|advert|advertisement|ads|pagination|pager|skip-?(?:link|to\w*)|related"
    r"|recommended|most-?read|read-?more|more-?news|comments?|disqus|popup|modal|toolbar|tag-?list"
    r"|tags|widgets?|sr-only|visually-?hidden|screen-?reader-?text|language-?switcher"
    r"|print-?(?:only|link)|site-?header|page-?header-?top|top-?bar|copyright)(?=[\s_-]|$)"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | layout.names(
    "address article blockquote body center dd details dir div dl dt fieldset figure form header"
    " hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"
    " caption"
)
_LINE = re.compile(r"(\S(?:[^\n]*\S)?)")
_BOLD = frozenset({"b", "strong"})
_SPACE = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
#: The lines of a page about itself.  Each stands alone: the same words in a sentence are prose.
_ABOUT_PAGE = re.compile(
    r"(?:share(?: (?:this|on|via)\b.{0,40})?|print(?: this)?(?: page)?|tweet|e-?mail|copy link"
    r"|(?:read|see|show|learn|view) (?:more|also|all)\b.{0,20}|skip to .{0,30}|(?:back to )?top"
    r"|advertisement|sponsored|menu|search|home|close|next|previous|subscribe|sign (?:in|up).{0,40}"
    r"|log ?in|download(?: (?:as )?pdf)?|listen(?: to .{0,30})?|follow us.{0,40}|loading\W*|tags?:?"
    r"|related(?: \w+){0,2}:?|(?:©|\(c\)|copyright\b).{0,200}|.{0,120}all rights reserved.{0,80}"
    r"|.{0,40}enable javascript.{0,120}|\W*)",
    re.IGNORECASE,
)
_COOKIES = re.compile(
    r"\bcookies?\b.{0,300}\b(?:web ?site|site|browser|browsing|consent|accept|policy|experience)\b"
    r"|\b(?:web ?site|site|browser|consent|accept)\b.{0,300}\bcookies?\b",
    re.IGNORECASE,
)
#: The share of all prose that an element must hold to be the article, or to contain it.
_MOST = 0.7
_HALF = 0.5
#: So much of a list's words being links makes it a menu.
_LINKED = 0.7
#: A cell with more words than that is a column of the page and not of a table.
_CELL_LENGTH = 400


def parse(data: bytes, path: str, *, encoding: str | None = None) -> Document:
    r"""Return the text of a page's article, and what the page says of it.

    Raises:
        LoadError: the bytes are no text, or the page holds no words but only scripts.
        MissingExtraError: lxml is not installed.

    >>> page = b"<title>Readout</title><nav>Home</nav><p>Both sides <b>agreed</b>.<ul><li>Trade</ul>"
    >>> document = parse(page, "readout.html")
    >>> document.title, document.text
    ('Readout', 'Both sides agreed.\n\n- Trade')
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingExtraError(extra="html", purpose="reading HTML") from error
    text = _decode(data, path, encoding)
    if "/>" in text[:_HEAD_LENGTH] and "xhtml" in text[:_HEAD_LENGTH].lower():
        text = _CLOSED.sub(r"<\1\2></\1>", text)
    root = _tree(text, path, etree)
    if root is None:
        return Document(text="")
    dropped: set[Element] = set()
    content = _content(root, dropped, etree)
    lines = _kept(_Writer(dropped).write(content, etree))
    about = _about(root, content)
    title = next((line.text for line in lines if line.kind == "title"), None)
    title = title if title is not None and lines[0].text == title else about.title or title
    if title is not None and (whole := _heading_of(lines, title)) is not None:
        title = whole
    body, title, marks = layout.titled([line.block() for line in lines], title)
    if not body.strip() and re.search("<script", text, re.IGNORECASE):
        reason = "holds scripts but no text; open it in a browser and save the page from there"
        raise LoadError(path, reason)
    return Document(
        text=body,
        title=title,
        date=about.date,
        publisher=about.publisher,
        url=about.url,
        marks=marks,
    )


def _decode(data: bytes, path: str, encoding: str | None) -> str:
    """Decode a page: as given, by its mark, by its declaration, or as any text."""
    if encoding is None and not data.startswith(tuple(mark for mark, _ in MARKS)):
        declared = _CHARSET.search(data, 0, _HEAD_LENGTH)
        if declared is not None:
            name = (declared[1] or declared[2]).decode("ascii", "replace")
            try:
                codec = codecs.lookup(name).name
                text = str(data, _WIDER.get(codec, codec))
            except (LookupError, ValueError):
                pass  # a false declaration, as of a page that a browser saved in UTF-8
            else:
                check_text(text, path)
                return text
    return decode(data, path, encoding=encoding)


def _tree(text: str, path: str, etree: Any) -> Element | None:  # noqa: ANN401 - lxml is untyped
    """Parse a page; None where it holds nothing."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    if not text.strip():
        return None
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.LxmlError, ValueError) as error:
        if "empty" in str(error).lower():
            return None
        raise LoadError(path, f"cannot be parsed as HTML: {error}") from error
    if any(found.type_name == "ERR_RESOURCE_LIMIT" for found in parser.error_log):
        # What stands behind is not in the tree; without a word, a promise there would be lost.
        reason = "is nested too deeply, as no page is; save its text alone"
        raise LoadError(path, reason)
    return root


def _words(text: str | None) -> int:
    return 0 if text is None else len(text) - text.count(" ") - text.count("\n")


@define
class _Weights:
    """How much prose each element holds, links apart, and which elements say what they are."""

    of: dict[Element, int] = field(factory=dict)
    mains: list[Element] = field(factory=list)
    articles: list[Element] = field(factory=list)
    doubtful: list[Element] = field(factory=list)


def _weigh(root: Element, dropped: set[Element], etree: Any) -> _Weights:  # noqa: ANN401
    found = _Weights()
    counts: list[int] = [0]
    links = inside = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    skipped: Element = None
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if _is_never(element, tag) or element in dropped or (tag == "header" and not inside):
                walk.skip_subtree()
                skipped = element
                dropped.add(element)
                continue
            links += tag == "a"
            if tag in {"main", "article"} or element.get("role") in {"main", "article"}:
                inside += 1
            counts.append(0 if links else _words(element.text))
            continue
        if skipped is element:
            skipped = None
        else:
            links -= tag == "a"
            weight = counts.pop()
            counts[-1] += weight
            role = element.get("role")
            if tag in {"main", "article"} or role in {"main", "article"}:
                inside -= 1
                is_main = tag == "main" or role == "main"
                (found.mains if is_main else found.articles).append(element)
            elif tag not in {"html", "body"} and _is_doubtful(element, tag):
                found.doubtful.append(element)
            if tag in _BLOCKS:
                found.of[element] = weight
        if not links:
            counts[-1] += _words(element.tail)
    return found


def _is_never(element: Element, tag: object) -> bool:
    return not isinstance(tag, str) or tag in _NEVER or element.get("role") in _ROLES


def _is_doubtful(element: Element, tag: str) -> bool:
    """Say whether an element is furniture by its looks; what holds most of the prose is not."""
    if tag in {"form", "dialog"} or element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" or _HIDDEN.search(element.get("style") or ""):
        return True
    if tag in _HEADINGS:
        return False
    # The id of a section may be a word of its heading ("related-agreements"): whole ids only count.
    names = _CAMEL.sub("-", element.get("class") or "").lower()
    own = _CAMEL.sub("-", element.get("id") or "").lower()
    if tag == "section" or "-" in own.replace("-", "", 1):
        own = ""
    return bool(_FURNITURE.search(names) or _FURNITURE.search(own))


def _content(root: Element, dropped: set[Element], etree: Any) -> Element:  # noqa: ANN401
    """Find the article, and add to `dropped` what is furniture."""
    first = _weigh(root, dropped, etree)
    whole = first.of.get(root, 0)
    article = _article(first)
    top = root if article is None else article
    most = first.of.get(top, whole) * _HALF
    for element in first.doubtful:
        if first.of.get(element, 0) < most and element is not top:
            dropped.add(element)
    ancestors = set(top.iterancestors())
    dropped -= ancestors
    if top is not root:
        return top
    second = _weigh(root, dropped, etree)
    article = _article(second)
    if article is not None and second.of.get(article, 0) > second.of.get(root, 0) * _HALF:
        return article
    return _densest(root, second)


def _article(weights: _Weights) -> Element | None:
    """Return the element that says it is the article, the inner one where both do."""

    def heavy(elements: list[Element]) -> tuple[int, Element | None]:
        best = max(elements, key=lambda element: weights.of.get(element, 0), default=None)
        return (0 if best is None else weights.of.get(best, 0)), best

    main_weight, main = heavy(weights.mains)
    weight, article = heavy(weights.articles)
    if main is not None and main_weight:
        return article if article is not None and weight >= main_weight * _HALF else main
    total = max(weights.of.values(), default=0)
    return article if article is not None and weight > total * 0.3 else None


def _densest(root: Element, weights: _Weights) -> Element:
    """Go down as long as one child holds most of the prose and no paragraph stands beside it."""
    at = root
    while True:
        whole = weights.of.get(at, 0)
        below = None
        for child in at:
            weight = weights.of.get(child, 0)
            if child.tag in _HEADINGS or child.tag == "p":
                if weight:
                    return at
            elif weight > whole * _MOST:
                below = child
        if below is None or below.tag in {"ul", "ol", "dl", "table", "tbody", "tr", "li", "pre"}:
            return at
        at = below


@define
class _Line:
    """A block of the page, with what tells prose from furniture."""

    kind: layout.Kind
    text: str
    level: int
    linked: int
    group: int
    head: bool
    marks: int = 0
    bold: tuple[tuple[int, int], ...] = ()

    def block(self) -> layout.Block:
        return layout.Block(
            self.kind, self.text, self.group, max(self.level, 1), self.marks, self.bold
        )

    @property
    def is_link(self) -> bool:
        size = len(self.text) - self.marks
        return self.linked > 0.8 * max(size, 1)

    @property
    def is_sentence(self) -> bool:
        return len(self.text) >= 30 and _SENTENCE.search(self.text) is not None


@define
class _List:
    ordered: bool
    number: int
    step: int
    style: str
    depth: int


@define
class _Writer:
    """Writes an element's words block by block, in one pass without recursion."""

    dropped: set[Element]
    lines: list[_Line] = field(factory=list)
    pieces: list[str] = field(factory=list)
    #: where in the pieces there are words that are not in bold
    plain: set[int] = field(factory=set)
    strong: int = 0
    linked: int = 0
    links: int = 0
    pre: int = 0
    heads: int = 0
    heading: int = 0
    lists: list[_List] = field(factory=list)
    group: int = 0
    #: the mark of the item that is open, until its first words come
    mark: str = ""
    #: the last line goes on: a further paragraph of the same item
    open_item: bool = False
    tables: list[bool] = field(factory=list)
    cells: list[str] | None = None

    def write(self, content: Element, etree: Any) -> list[_Line]:  # noqa: ANN401
        walk = etree.iterwalk(content, events=("start", "end"))
        skipped: Element = None
        for event, element in walk:
            tag = element.tag
            if event == "start":
                never = element in self.dropped or _is_never(element, tag)
                if element is not content and (never or _is_reference(element, tag)):
                    walk.skip_subtree()
                    skipped = element
                    continue
                self.start(element, tag)
                self.add(element.text)
                continue
            if skipped is element:
                skipped = None
                if tag in _BLOCKS:
                    self.flush()
            else:
                self.end(tag)
            if element is not content:
                self.add(element.tail)
        self.flush()
        return self.lines

    def add(self, text: str | None) -> None:
        if not text:
            return
        shown = text if self.pre else _SPACE.sub(" ", text)
        if not self.strong and shown.strip():
            self.plain.add(len(self.pieces))
        self.pieces.append(shown)
        if self.links:
            self.linked += len(shown.strip())

    def start(self, element: Element, tag: str) -> None:
        if tag == "br":
            self.pieces.append("\n")
        elif tag == "a":
            self.links += 1
        elif tag in _BOLD:
            self.strong += 1
        elif tag == "header":
            self.flush()
            self.heads += 1
        elif tag == "table":
            self.flush()
            self.tables.append(_is_data(element))
            self.group += not self.lists
        elif self.tables and self.tables[-1] and tag in {"tr", "td", "th"}:
            self.start_cell(tag)
        elif self.cells is not None and tag in _BLOCKS:
            self.pieces.append(" ")
        elif tag in _BLOCKS:
            self.flush()
            self.start_block(element, tag)

    def start_cell(self, tag: str) -> None:
        if tag == "tr":
            self.flush()
            self.cells = []
        self.clear()

    def start_block(self, element: Element, tag: str) -> None:
        if tag in {"ul", "ol", "menu", "dir"}:
            if not self.lists:
                self.group += 1
            number = _integer(element.get("start"), 1)
            step = -1 if element.get("reversed") is not None else 1
            style = element.get("type") or "1"
            self.open_item = False
            self.lists.append(_List(tag == "ol", number, step, style, len(self.lists)))
        elif tag == "li":
            self.mark = self.next_mark(element)
            self.open_item = False
        elif tag == "pre":
            self.pre += 1
        elif tag in _HEADINGS:
            self.heading = int(tag[1])

    def next_mark(self, element: Element) -> str:
        if not self.lists:
            return "- "
        inner = self.lists[-1]
        indent = "  " * min(inner.depth, 8)
        if not inner.ordered:
            return f"{indent}{layout.BULLETS[min(inner.depth, 3)]} "
        number = inner.number = _integer(element.get("value"), inner.number)
        inner.number += inner.step
        sign = layout.numeral(number, inner.style)
        return f"{indent}{sign}{'.' if inner.depth == 0 else ')'} "

    def end(self, tag: str) -> None:
        if tag == "a":
            self.links -= 1
        elif tag in _BOLD:
            self.strong -= 1
        elif tag == "header":
            self.flush()
            self.heads -= 1
        elif tag == "table":
            self.end_row()
            self.flush()
            self.tables.pop()
        elif self.tables and self.tables[-1] and tag in {"tr", "td", "th"}:
            if tag == "tr":
                self.end_row()
            elif self.cells is not None:
                self.cells.append(" ".join("".join(self.pieces).split()))
                self.clear()
        elif self.cells is not None and tag in _BLOCKS:
            self.pieces.append(" ")
        elif tag in _BLOCKS:
            self.flush()
            self.end_block(tag)

    def end_row(self) -> None:
        if self.cells is None:
            return
        cells = [layout.visible(cell) for cell in self.cells]
        self.cells = None
        self.clear()
        if any(cells):
            row = " | ".join(cell for cell in cells if cell)
            linked, self.linked = self.linked, 0
            self.put("row", row, linked)

    def end_block(self, tag: str) -> None:
        if tag in {"ul", "ol", "menu", "dir"}:
            if self.lists:
                self.lists.pop()
            self.mark = ""
            self.open_item = False
        elif tag == "li":
            self.mark = ""
            self.open_item = False
        elif tag == "pre":
            self.pre -= 1
        elif tag in _HEADINGS:
            self.heading = 0

    def flush(self) -> None:
        """Make a block of the words that have gathered."""
        if not self.pieces or self.cells is not None:
            return
        raw = layout.visible("".join(self.pieces)).replace("\r\n", "\n").replace("\r", "\n")
        plain = self.plain_lines()
        self.clear()
        linked, self.linked = self.linked, 0
        written = [line.strip() if not self.pre else line.rstrip() for line in raw.split("\n")]
        if not self.pre:
            written = [_SPACE.sub(" ", line) for line in written]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(written)).strip()
        if not text:
            return
        if self.heading:
            kind: layout.Kind = "title" if self.heading == 1 else "heading"
            self.put(kind, " ".join(text.split()), linked)
            self.mark = ""
        elif self.mark or self.open_item:
            self.item(" ".join(text.split()), linked)
        else:
            self.put("paragraph", text, linked)
            numbers = [number for number, line in enumerate(written) if line.strip()]
            lines = zip(numbers, _LINE.finditer(text), strict=True)
            self.lines[-1].bold = tuple([m.span(1) for number, m in lines if number not in plain])

    def plain_lines(self) -> set[int]:
        """Return the numbers of the gathered lines that are not all in bold."""
        found: set[int] = set()
        number = 0
        for index, piece in enumerate(self.pieces):
            for count, part in enumerate(re.split("\r\n|\r|\n", piece)):
                number += count > 0
                if index in self.plain and part.strip():
                    found.add(number)
        return found

    def clear(self) -> None:
        self.pieces.clear()
        self.plain.clear()

    def item(self, text: str, linked: int) -> None:
        if self.mark:
            self.put("item", self.mark + text, linked, marks=len(self.mark))
            self.mark, self.open_item = "", True
            return
        last = self.lines[-1]
        last.text = f"{last.text} {text}"
        last.linked += linked

    def put(self, kind: layout.Kind, text: str, linked: int, marks: int = 0) -> None:
        group = self.group if self.lists or kind == "row" else 0
        level = self.heading
        self.open_item = False
        self.lines.append(_Line(kind, text, level, linked, group, self.heads > 0, marks))


def _is_reference(element: Element, tag: str) -> bool:
    """Recognise the mark of a footnote, which would stick to the word before."""
    return tag == "sup" and element.find(".//a") is not None


def _is_data(table: Element) -> bool:
    """Tell a table from a page that is laid out in one."""
    if table.find(".//table") is not None or table.get("role") == "presentation":
        return False
    wide = False
    for row in table.iter("tr"):
        cells = [child for child in row if child.tag in {"td", "th"}]
        wide = wide or len(cells) > 1
        for cell in cells:
            if sum(map(len, cell.itertext())) > _CELL_LENGTH:
                return False
            if any(True for _ in cell.iter(*_HEADINGS, "ul", "ol", "article", "nav")):
                return False
    return wide


def _integer(text: str | None, default: int) -> int:
    try:
        return default if text is None or len(text) > 9 else int(text)
    except ValueError:
        return default


def _kept(lines: list[_Line]) -> list[_Line]:
    """Leave out what is furniture by its words: menus, lone links, lines of the page about itself."""
    sizes: dict[int, list[int]] = {}
    for line in lines:
        if line.group:
            size = sizes.setdefault(line.group, [0, 0, 0])
            size[0] += line.linked
            size[1] += len(line.text) - line.marks
            size[2] += 1
    menus = {group for group, (linked, size, _) in sizes.items() if linked > _LINKED * size}
    kept: list[_Line | None] = []
    before: _Line | None = None
    for line, after in zip(lines, [*lines, None][1:], strict=True):
        if line.kind in {"title", "heading"}:
            kept.append(line)
        elif line.group in menus or _is_furniture(line, before, after):
            if kept and kept[-1] is not None:
                kept.append(None)
        else:
            kept.append(line)
        before = line
    return list(_from_title(_headed(kept)))


def _is_furniture(line: _Line, before: _Line | None, after: _Line | None) -> bool:
    if line.is_link:
        beside = [other for other in (before, after) if other is not None and other.is_link]
        # One sentence that is all link may be prose; several together are teasers.
        if not line.is_sentence or any(other.kind != "title" for other in beside):
            return True
    if line.head and not line.is_sentence:
        return True
    text = line.text[line.marks :]
    return _ABOUT_PAGE.fullmatch(text) is not None or _COOKIES.search(text) is not None


def _headed(lines: list[_Line | None]) -> list[_Line]:
    """Take off headings under which only furniture stood; None marks where some was."""
    kept: list[_Line] = []
    for index, line in enumerate(lines):
        if line is None:
            continue
        if line.kind == "heading" and lines[index + 1 : index + 2] == [None]:
            after = lines[index + 2] if index + 2 < len(lines) else None
            if after is None or after.kind in {"title", "heading"}:
                continue
        kept.append(line)
    return kept


def _from_title(lines: list[_Line]) -> Iterator[_Line]:
    """Begin with the title, where one stands at the top: kickers and crumbs go before it."""
    at = next((index for index, line in enumerate(lines) if line.kind == "title"), None)
    for index, line in enumerate(lines):
        if at is None or index >= at or line.is_sentence:
            yield line


def _heading_of(lines: list[_Line], title: str) -> str | None:
    """Return the first line where it is the title but for the site's name."""
    first = lines[0] if lines else None
    if first is None or first.kind != "heading":
        return None
    return first.text if title.casefold().startswith(first.text.casefold()) else None


@frozen
class _About:
    title: str | None
    date: PartialDate | None
    publisher: str | None
    url: str | None


def _about(root: Element, content: Element) -> _About:
    """Read what the page says of itself, in the usual vocabularies."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            key = element.get(attribute)
            value = element.get("content")
            if key and value and value.strip():
                meta.setdefault(key.strip().lower(), value)
    linked = _linked_data(root)
    publisher = layout.label(meta.get("og:site_name")) or linked.publisher
    publisher = publisher or layout.label(meta.get("dc.publisher") or meta.get("dcterms.publisher"))
    return _About(
        title=_title(root, meta, linked, publisher),
        date=_date(root, content, meta, linked),
        publisher=publisher,
        url=_url(root, meta),
    )


_DATES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
)
_LESSER_DATES = (
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "dcterms.created",
    "dc.date.created",
    "citation_publication_date",
    "parsely-pub-date",
    "publish-date",
    "publication_date",
    "pubdate",
    "date",
)


def _date(
    root: Element, content: Element, meta: dict[str, str], linked: _Linked
) -> PartialDate | None:
    found = layout.day_or_none(*map(meta.get, _DATES), linked.date, *map(meta.get, _LESSER_DATES))
    if found is not None:
        return found
    for element in root.iter():
        if element.get("itemprop") == "datePublished":
            found = layout.day_or_none(element.get("datetime"), element.get("content"))
            if found is not None:
                return found
    for part in (content, root):
        for element in part.iter("time"):
            # A day that a sentence speaks of is not the day of publication.
            around = element.getparent()
            words = 0 if around is None else sum(map(len, around.itertext()))
            if words < 150 and (found := layout.day(element.get("datetime"))) is not None:
                return found
    return None


def _url(root: Element, meta: dict[str, str]) -> str | None:
    links = [
        element.get("href")
        for element in root.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for value in (*links, meta.get("og:url")):
        address = layout.label(value)
        if address and re.match(r"https?://[^\s/]", address, re.IGNORECASE):
            return address
    return None


def _title(
    root: Element, meta: dict[str, str], linked: _Linked, publisher: str | None
) -> str | None:
    page = next((layout.label("".join(e.itertext())) for e in root.iter("title")), None)
    title = layout.label(meta.get("og:title")) or linked.title
    if title is None:
        heads = [layout.label(" ".join(e.itertext())) for e in root.iter("h1")]
        own = [head for head in heads if head and head != publisher]
        # The only first-rank heading is the title; the name of the site may be one too.
        title = own[0] if len(own) == 1 else None
    title = title or layout.label(meta.get("dc.title") or meta.get("dcterms.title")) or page
    if title is None:
        return None
    if publisher is not None:
        bare = re.sub(rf"\s+[|–—:·-]\s+{re.escape(publisher)}$", "", title, flags=re.IGNORECASE)
        title = bare or title
    return title


@frozen
class _Linked:
    title: str | None = None
    date: str | None = None
    publisher: str | None = None


def _linked_data(root: Element) -> _Linked:
    """Read JSON-LD: the object with a day of publication, an article before a page."""
    best: dict[str, object] = {}
    rank = 0
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data: object = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue  # many pages have faulty ones; the rest of the page is no worse for it
        for item in _objects(data):
            kinds = item.get("@type")
            names = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
            own = 2 if re.search("Article|Report|Posting|Release", names) else 1
            if isinstance(item.get("datePublished"), str) and own > rank:
                best, rank = item, own
    publisher = best.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    title = best.get("headline") if rank == 2 else None
    date = best.get("datePublished")
    return _Linked(layout.label(title), cast("str | None", date), layout.label(name))


def _objects(data: object) -> Iterator[dict[str, object]]:
    """Yield every object in what JSON holds, outer ones first, without recursion."""
    waiting = [data]
    for item in waiting:
        if isinstance(item, dict):
            yield item
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)
