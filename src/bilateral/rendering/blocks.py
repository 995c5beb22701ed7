"""A text → its paragraphs and headings, without a character lost."""

from __future__ import annotations

import re
from itertools import pairwise
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
        start: offset of its first character; blanks may stand before its first word.
        words_start: offset of its first word.
        words_end: offset behind its last word; the gap up to the next block follows.
        end: offset at which the next block starts.
    """

    tag: str
    start: int
    words_start: int
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
        return [Block("p", 0, 0, 0, len(text))] if text else []
    starts = [0, *[start for _, start in found[1:]], len(text)]
    return [
        Block(tag, start, first, start + len(text[start:end].rstrip()), end)
        for (tag, first), (start, end) in zip(found, pairwise(starts), strict=True)
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


# Shorter lines are verses, addresses or lists, and a line may begin an item; both stay as they are.
_SHORTEST = 50
_ITEM = re.compile(r"\s*(?:[-*•–‣]|\(?\w{1,3}[.)])\s")


def is_wrapped(words: str) -> bool:
    r"""Say whether a paragraph was broken into lines only to fit a width, so that another will do.

    >>> line = "Both sides agreed to work on the many matters before them "
    >>> is_wrapped(f"{line}\n{line}\nand others."), is_wrapped("- ports\n- roads")
    (True, False)
    """
    lines = words.splitlines()
    return (
        len(lines) > 1
        and all(len(line) >= _SHORTEST for line in lines[:-1])
        and not any(_ITEM.match(line) for line in lines)
    )
