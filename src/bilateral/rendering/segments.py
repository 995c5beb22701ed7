"""Overlapping spans → segments that do not overlap, each with the marks that lie over it.

HTML elements nest and spans do not.  A text is therefore cut wherever a span begins or ends, and
every piece between two cuts says by which marks it is covered.  Each of these has a *lane* there,
the height of its line under the words, so that marks over the same words are drawn below one
another and a line stays at its height from its first to its last word.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How many lines are drawn below one another; where more marks meet, the last lane is shared.
LANES = 5


class Stretch(NamedTuple):
    """A span of the text and the number of the mark that lies over it."""

    start: int
    end: int
    mark: int


class Segment(NamedTuple):
    """A piece of text that the same marks cover from its start to its end.

    Fields:
        start: offset of the first character.
        end: offset behind the last.
        marks: the number and the lane of each mark, those that began first in front; empty for
            bare text.
    """

    start: int
    end: int
    marks: tuple[tuple[int, int], ...]


def segments(stretches: Iterable[Stretch], size: int, cuts: Iterable[int] = ()) -> list[Segment]:
    """Cut a text into segments.

    Args:
        stretches: the spans; several may belong to one mark.
        size: how many characters the text has.
        cuts: further offsets at which a segment must end, such as the ends of paragraphs.

    Returns:
        Segments that together are the whole text, in its order.

    >>> for segment in segments([Stretch(0, 6, 0), Stretch(4, 9, 1)], 10):
    ...     print(*segment)
    0 4 ((0, 0),)
    4 6 ((0, 0), (1, 1))
    6 9 ((1, 1),)
    9 10 ()
    """
    waiting = sorted(set(stretches), key=lambda s: (s.start, -s.end, s.mark), reverse=True)
    borders = {0, size, *cuts}
    for stretch in waiting:
        borders.update((stretch.start, stretch.end))
    found: list[Segment] = []
    active: list[tuple[Stretch, int]] = []
    at = sorted(borders)
    for start, end in pairwise(at):
        active = [(stretch, lane) for stretch, lane in active if stretch.end > start]
        while waiting and waiting[-1].start == start:
            taken = {lane for _, lane in active}
            free = [lane for lane in range(LANES) if lane not in taken]
            active.append((waiting.pop(), free[0] if free else LANES - 1))
        marks: dict[int, int] = {}
        for stretch, lane in active:
            marks.setdefault(stretch.mark, lane)
        found.append(Segment(start, end, tuple(marks.items())))
    return found
