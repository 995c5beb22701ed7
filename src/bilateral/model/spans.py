"""Where something stands in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.model import checks
from bilateral.model.filling import portably

if TYPE_CHECKING:
    from bilateral.errors import Fault


@portably
@frozen(order=True, init=False)
class Span:
    """A run of characters in a source's text, ``text[start:end]``.

    Fields:
        start: offset of the first character, in code points from 0.
        end: offset behind the last character; greater than `start`.

    Raises:
        ValidationError: an offset is no int, is negative, or the span is empty.

    >>> text = "Both sides agreed."
    >>> Span(5, 10).of(text)
    'sides'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # A reader makes more spans than anything else: the slots themselves are the quickest to fill.
        _set_start(self, start)
        _set_end(self, end)
        if type(start) is int and type(end) is int and 0 <= start < end:
            return
        faults: list[Fault] = []
        sound = checks.integer(faults, "start", start, 0, None)
        if checks.integer(faults, "end", end, 0, None) and sound:
            checks.add(faults, "end", end, f"must be greater than start, which is {start}")
        checks.refuse(self, faults)

    def of(self, text: str) -> str:
        """Return the words of `text` that the span marks, exactly as they stand there."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character.

        >>> Span(0, 5).overlaps(Span(4, 9)), Span(0, 5).overlaps(Span(5, 9))
        (True, False)
        """
        return self.start < other.end and other.start < self.end

    def __contains__(self, other: Span) -> bool:
        """Say whether `other` lies inside this span.

        >>> Span(2, 4) in Span(0, 5)
        True
        """
        return self.start <= other.start and other.end <= self.end


_set_start, _set_end = checks.setters(Span, "start", "end")
