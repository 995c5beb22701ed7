"""The text of a source as HTML, with what was read from it marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.rendering.blocks import blocks, is_wrapped
from bilateral.rendering.entries import Entry, stretches
from bilateral.rendering.escaping import escape
from bilateral.rendering.segments import segments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.model.sources import Source


_WRAPPED = ' class="wrapped"'


def marked(source: Source, listed: Sequence[Entry], *, references: bool = True) -> str:
    r"""Return a text as HTML, exactly, in its paragraphs and headings and with its marks.

    Args:
        source: the text.
        listed: the records to mark; a mark is known by its record's position among them.
        references: whether the number of a record stands behind its words as a link.

    >>> from bilateral import Source
    >>> marked(Source("Peace & trade.\n"), ())
    '<p dir="auto">Peace &amp; trade.<span hidden>\n</span></p>'
    """
    return "".join(_pieces(source, listed, references=references))


def _pieces(source: Source, listed: Sequence[Entry], *, references: bool) -> Iterator[str]:
    text = source.text
    parts = blocks(source)
    cuts = [cut for block in parts for cut in block[1:]]
    pieces = iter(segments(stretches(listed), len(text), cuts))
    # A record is referred to behind the last word of its first place.
    ends: dict[int, list[int]] = {}
    for position, entry in enumerate(listed):
        if references and entry.places:
            ends.setdefault(entry.places[0].end, []).append(position)
    for block in parts:
        words = text[block.words_start : block.words_end]
        yield f'<{block.tag} dir="auto"{_WRAPPED if is_wrapped(words) else ""}>'
        at = block.start
        while at < block.end:
            piece = next(pieces)
            words = escape(text[piece.start : piece.end])
            if piece.start >= block.words_end or piece.end <= block.words_start:
                yield f"<span hidden>{words}</span>"
            elif piece.marks:
                yield _segment(piece.marks, words, listed)
            else:
                yield words
            for position in ends.get(piece.end, ()):
                yield _reference(listed[position])
            at = piece.end
        yield f"</{block.tag}>"


def _segment(marks: Sequence[tuple[int, int]], words: str, listed: Sequence[Entry]) -> str:
    drawn = " ".join([f"l{lane}-{listed[mark].style}" for mark, lane in marks])
    data = " ".join([f"{mark}.{lane}" for mark, lane in marks])
    return f'<span class="s {drawn}" data-m="{data}">{words}</span>'


def _reference(entry: Entry) -> str:
    """Return the link from the text to a record; its number is drawn by the style, and is no text."""
    label = escape(f"{entry.number}, {entry.style}")
    number = entry.number
    return (
        f'<a class="ref" id="{number}-text" href="#{number}" data-n="{number}"'
        f' aria-label="{label}"></a>'
    )
