"""How much work something is, counted and not timed: the same on every machine and at every run."""

from __future__ import annotations

import sys
from collections.abc import Callable


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called, those of C included."""
    count = 0

    def count_one(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count_one)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def growth(work: Callable[[int], object], size: int) -> float:
    """Return how many times the calls are at four times the size: 4 where they grow with it, 16 with its square.

    Args:
        work: what is to be done at a size.
        size: where the cost of beginning counts for little.
    """
    work(1)  # what is made once and kept
    return calls(lambda: work(4 * size)) / calls(lambda: work(size))
