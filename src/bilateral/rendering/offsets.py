"""Offsets of Python → offsets of a browser."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def browser_offsets(text: str) -> Callable[[int], int]:
    r"""Return a function from an offset in code points to one in UTF-16 units, as scripts count.

    >>> at = browser_offsets("a\N{OLIVE}b")
    >>> [at(offset) for offset in range(4)]
    [0, 1, 3, 4]
    """
    wide = [at for at, letter in enumerate(text) if letter > "\uffff"]
    return lambda offset: offset + bisect_left(wide, offset)
