"""Words, lines and prose of any script, made so that a record takes them as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")

# White space and controls stand between words, never in them; UTF-8 cannot write a lone surrogate.
_INSIDE = st.characters(exclude_categories=("Cc", "Cs", "Z"))


def words() -> SearchStrategy[str]:
    """Draw a word: one or more characters of which none is white space."""
    return st.text(_INSIDE, min_size=1, max_size=8)


def lines() -> SearchStrategy[str]:
    """Draw a line: words with single spaces between them."""
    return st.lists(words(), min_size=1, max_size=4).map(" ".join)


def lower_lines() -> SearchStrategy[str]:
    """Draw a line in lower case."""
    return lines().map(str.lower)


def prose() -> SearchStrategy[str]:
    """Draw words with any white space between them."""
    more = st.lists(st.tuples(st.sampled_from([" ", "\n", "\t", "\u00a0"]), words()), max_size=5)
    return st.builds(lambda first, rest: first + "".join(map("".join, rest)), words(), more)


def several(
    elements: SearchStrategy[T],
    *,
    least: int = 0,
    most: int = 3,
    by: Callable[[T], object] | None = None,
) -> SearchStrategy[tuple[T, ...]]:
    """Draw a tuple of elements, each once by the key `by` where that is given; none of `nothing()`."""
    if least == 0 and elements.is_empty:  # `st.nothing()`: Hypothesis makes no list of that
        return st.just(())
    unique_by = None if by is None else (lambda element: by(element))
    drawn = st.lists(elements, min_size=least, max_size=max(least, most), unique_by=unique_by)
    return drawn.map(tuple)


def maybe(elements: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """Draw None, which is plainer, or an element."""
    return st.none() | elements
