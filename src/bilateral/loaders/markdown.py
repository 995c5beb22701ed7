r"""Markdown: its front matter is taken off and read, the rest is the text as it stands.

Front matter is a block of ``key: value`` lines between two lines ``---`` at the very top.  Plain
and quoted values are understood, also where they go on in indented lines.  Whatever else YAML can
write (blocks, anchors, flow mappings) is left to PyYAML where it is installed (extra ``markdown``),
and passed over where it is not; PyYAML would take longer for the usual lines than all the rest of
the reading.  The keys that count are ``title``, ``date``, ``publisher`` and ``url`` or
``source_url``.

Marks such as ``**`` or ``[](…)`` stay in the text: the text of a Markdown file is what its author
sees, spans can be looked up in the file, and the outline knows the marks of headings and lists.
"""

from __future__ import annotations

import re

from bilateral.errors import ValidationError
from bilateral.loaders.decoding import decode
from bilateral.loaders.documents import Document
from bilateral.model.dates import PartialDate

_FRONT = re.compile(
    r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_ENTRY = re.compile(r"([A-Za-z_][\w-]*):(?:[ \t]+(.*))?")
#: A date, or the day of a timestamp.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=[Tt ]\d|\Z)|\d{4}(?:-\d{2})?\Z", re.ASCII)
_ESCAPE = re.compile(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\n *)|(.))", re.DOTALL
)
_KEYS = ("title", "date", "publisher", "url", "source_url")
#: How a value begins that takes more of YAML than lines of words.
_BEYOND = frozenset("[{|>&*!-")
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
        return Document(text=whole)
    return Document(
        text=whole[front.end() :],
        title=_label(entries, "title"),
        date=_date(entries),
        publisher=_label(entries, "publisher"),
        url=_label(entries, "url", "source_url"),
    )


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
