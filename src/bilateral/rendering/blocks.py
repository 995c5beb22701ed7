"""A text → its paragraphs and headings, without a character lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.model.sources import Source

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
#: Below the title of the page; HTML has no heading under the sixth.
_HIGHEST, _LOWEST = 2, 6


class Block(NamedTuple):
    """A paragraph or a heading.

    Fields:
        tag: the element that it becomes, ``"p"`` or ``"h2"`` to ``"h6"``.
        start: offset of its first character.
        words_end: offset behind its last word; the gap up to the next block follows.
        end: offset at which the next block starts.
    """

    tag: str
    start: int
    words_end: int
    end: int


def blocks(source: Source) -> list[Block]:
    r"""Divide a text at its blank lines and around its headings.

    The first block starts at 0, each other one where the one before it ends, the last ends with the
    text.  An empty text has none.

    >>> from bilateral import Section, Source, Span
    >>> text = "Trade\nBoth sides agreed.\n\nThey met again."
    >>> for block in blocks(Source(text, sections=(Section(title="Trade", span=Span(0, 5)),))):
    ...     print(block.tag, repr(text[block.start : block.words_end]))
    h2 'Trade'
    p 'Both sides agreed.'
    p 'They met again.'
    """
    text = source.text
    found: list[tuple[str, int]] = []
    inside: str | None = None  # the tag of the block to which the line before belongs
    for start, tag in _lines(source):
        if tag is not None and (tag != inside or tag != "p"):
            found.append((tag, start))
        inside = tag
    if not found:
        return [Block("p", 0, 0, len(text))] if text else []
    starts = [0, *[start for _, start in found[1:]], len(text)]
    return [
        Block(tag, start, start + len(text[start:end].rstrip()), end)
        for (tag, _), start, end in zip(found, starts, starts[1:], strict=False)
    ]


def _lines(source: Source) -> Iterator[tuple[int, str | None]]:
    """Yield where each line starts and the tag of its block, None for a blank line."""
    headings = sorted(
        [
            (section.span.start, section.span.end, section.level)
            for section in source.sections
            if section.span is not None
        ],
        reverse=True,
    )
    for match in _LINE.finditer(source.text):
        begin, end = match.span()
        if begin == end:
            continue
        while headings and headings[-1][1] <= begin:
            headings.pop()
        if not match[0].strip():
            yield begin, None
        elif headings and headings[-1][0] < end:
            level = min(headings[-1][2] + _HIGHEST - 1, _LOWEST)
            yield begin, f"h{level}"
        else:
            yield begin, "p"
