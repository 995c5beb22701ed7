r"""Markdown: its front matter is taken off and read, the rest is the text as it stands.

Front matter is a block of ``key: value`` lines between two lines ``---`` at the very top.  Plain
and quoted values are understood, also where they go on in indented lines.  Whatever else YAML can
write (blocks, anchors, flow mappings) is left to PyYAML where it is installed (extra ``markdown``),
and passed over where it is not; PyYAML would take longer for the usual lines than all the rest of
the reading.  The keys that count are ``title``, ``date``, ``publisher`` and ``url`` or
``source_url``.

Marks such as ``**`` or ``[](…)`` stay in the text: the text of a Markdown file is what its author
sees, spans can be looked up in the file, and the outline knows the marks of lists.  Headings, with
``#`` or a line drawn below, are handed on with their levels.
"""

from __future__ import annotations

import re

from bilateral.errors import ValidationError
from bilateral.loaders.decoding import decode
from bilateral.loaders.documents import Document
from bilateral.loaders.layout import MOST_HEADING
from bilateral.model.dates import PartialDate
from bilateral.model.spans import Span
from bilateral.reading.outline import Kind, Mark

_FRONT = re.compile(
    r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_ENTRY = re.compile(r"([A-Za-z_][\w-]*):(?:[ \t](.*))?")
#: A date, or the day of a timestamp.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=[Tt ]\d|\Z)|\d{4}(?:-\d{2})?\Z", re.ASCII)
_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\n *)|(.))", re.DOTALL
)
_KEYS = ("title", "date", "publisher", "url", "source_url")
#: How a value begins that takes more of YAML than lines of words.
_BEYOND = frozenset("[{|>&*!-")
#: A line that opens or closes a block of code, is a heading, or underlines one.
_TELLING = re.compile(
    r"^ {0,3}(?:(?P<fence>`{3,}+|~{3,}+)(?P<info>[^\r\n]*)"
    r"|(?P<signs>#{1,6})[ \t]++(?P<words>[^\r\n]*)|(?P<rule>=+|-+)[ \t]*)(?=\r?$)",
    re.MULTILINE,
)
#: What closes a heading, and emphasis around all of its words.
_CLOSING = re.compile(r"(?:^|(?<![ \t])[ \t]+)#+[ \t]*$")
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(.+)(?<=\S)\1")
#: Lines that are no paragraph, and cannot be underlined.
_NO_PARAGRAPH = re.compile(r"\s*$|\t| {4}|\s*(?:[-+*>|#]|\d{1,9}[.)])\s|\s*[|>]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED = {"n": "\n", "t": "\t", "_": " ", "N": "\n", "L": "\n", "P": "\n", "r": "\n", "0": " "}


def parse(data: bytes, path: str, *, encoding: str | None = None) -> Document:
    r"""Return the file without its front matter, and what that says.

    Raises:
        LoadError: the bytes are no text.

    >>> document = parse(b"---\ntitle: 'Readout: May'\ndate: 2025-05-02\n---\nThey met.", "may.md")
    >>> document.title, str(document.date), document.text
    ('Readout: May', '2025-05-02', 'They met.')
    """
    whole = decode(data, path, encoding=encoding)
    front = _FRONT.match(whole)
    entries = {} if front is None else _understood(front[1])
    if front is None or not entries:  # two rules with prose between them
        return Document(text=whole, marks=_headings(whole))
    text = whole[front.end() :]
    return Document(
        text=text,
        marks=_headings(text),
        title=_label(entries, "title"),
        date=_date(entries),
        publisher=_label(entries, "publisher"),
        url=_label(entries, "url", "source_url"),
    )


def _headings(text: str) -> tuple[Mark, ...]:
    """Return the marks of the headings, those of lines of code left out."""
    found: list[Mark] = []
    fence = ""
    for match in _TELLING.finditer(text):
        if (here := match["fence"]) is not None:
            if not fence:
                # One that goes on with a backtick is code within a line.
                fence = "" if "`" in match["info"] and here[0] == "`" else here
            elif here.startswith(fence) and not match["info"].strip():
                fence = ""
        elif fence:
            continue
        elif match["signs"] is not None:
            start, end = match.span("words")
            closing = _CLOSING.search(text[start:end])
            end = start + closing.start() if closing is not None else end
            found += _heading(text, match.start(), match.end(), start, end, len(match["signs"]))
        else:
            found += _underlined(text, match, found[-1].span.end if found else 0)
    return tuple(found)


def _underlined(text: str, rule: re.Match[str], taken: int) -> list[Mark]:
    """Return the heading above a rule, where one line stands there by itself."""
    end = rule.start() - 1
    start = text.rfind("\n", 0, max(end, 0)) + 1
    line = text[start : max(end, 0)]
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    if start < taken or _NO_PARAGRAPH.match(line) or above.strip():
        return []
    if rule["rule"][0] == "-" and line.rstrip().endswith("."):
        return []  # a paragraph, and a rule that lacks an empty line above
    return _heading(text, start, rule.end(), start, end, 1 if rule["rule"][0] == "=" else 2)


def _heading(text: str, begin: int, until: int, start: int, end: int, level: int) -> list[Mark]:
    """Return the mark of a heading; none where it has no words, or too many."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    words = words.strip()
    while (emphasis := _EMPHASIS.fullmatch(words)) is not None:
        start += emphasis.start(2)
        words = emphasis[2]
    if len(words) > MOST_HEADING or not any(map(str.isalnum, words)):
        return []
    span = Span(begin, until)
    return [Mark(Kind.HEADING, span=span, words=Span(start, start + len(words)), level=level)]


def _understood(block: str) -> dict[str, str]:
    """Return the entries of front matter, those of the harder forms as far as PyYAML is there."""
    entries = _entries(block)
    hard = [key for key in _KEYS if entries.get(key, "")[:1] in _BEYOND]
    if not entries or any(entries.get(key) for key in hard):
        return _by_yaml(block) or entries
    return entries


def _by_yaml(block: str) -> dict[str, str]:
    """Return the entries that PyYAML finds, as they are written; none where it is not installed."""
    try:
        import yaml
    except ImportError:
        return {}
    try:
        # The base loader makes no objects at all: a date or a "no" stays the words that it is.
        found: object = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    entries = {
        str(key).lower(): _SURROGATE.sub("\ufffd", value)
        for key, value in found.items()
        if isinstance(value, str)
    }
    return entries if any(key in entries for key in _KEYS) else {}


def _entries(block: str) -> dict[str, str]:
    """Return the keys at the top and their values; nothing where a line is no part of any."""
    found: dict[str, list[str]] = {}
    lines: list[str] | None = None
    for line in block.splitlines():
        entry = _ENTRY.fullmatch(line)
        if entry is not None:
            lines = found[entry[1].lower()] = [entry[2] or ""]
        elif lines is not None and line[:1] in {" ", "\t", "-", "#", ""}:
            lines.append(line.strip())
        else:
            return {}
    return {key: _scalar("\n".join(value).strip()) for key, value in found.items()}


def _scalar(value: str) -> str:
    """Return a value without its quotes."""
    quote = value[:1]
    if len(value) < 2 or quote not in {'"', "'"} or value[-1] != quote:
        return value
    inner = value[1:-1]
    return inner.replace("''", "'") if quote == "'" else _ESCAPE.sub(_unescape, inner)


def _unescape(match: re.Match[str]) -> str:
    *numbers, fold, letter = match.groups()
    for number in numbers:
        if number is not None:
            code = int(number, 16)
            # Half a character, or none at all, cannot stand in a title.
            return chr(code) if code < 0xD800 or 0xDFFF < code < 0x110000 else "\ufffd"
    return "" if fold is not None else _ESCAPED.get(letter, letter)


def _label(entries: dict[str, str], *keys: str) -> str | None:
    """Return the first of `keys` that has a value, on one line."""
    values = [" ".join(entries.get(key, "").split()) for key in keys]
    return next((value for value in values if value and value[0] not in "[{|>&*!"), None)


def _date(entries: dict[str, str]) -> PartialDate | None:
    """Return the day of a date or timestamp; a date in another form is not guessed at."""
    match = _DAY.match(entries.get("date", ""))
    try:
        return None if match is None else PartialDate.parse(match[0])
    except ValidationError:
        return None
