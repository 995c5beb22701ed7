"""How far long work has come, for a person who waits at a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")


def followed(items: Iterable[T], count: int, *, what: str = "reading") -> Iterator[T]:
    """Yield `items`, and show on standard error how many of them are done.

    Nothing is shown where there is nothing to wait for, where standard error is no terminal, or
    where the results themselves are printed to one and show it.

    Args:
        items: what is worked through.
        count: how many there are.
        what: what is done, in a word.
    """
    if count < 2 or not _is_terminal(sys.stderr) or _is_terminal(sys.stdout):
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as Remaining

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Remaining())
    # What is told of meanwhile goes through the bar, so that neither breaks the other.
    console = Console(file=sys.stderr)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(what, total=count)
        for item in items:
            yield item
            bar.advance(task)


def _is_terminal(stream: object) -> bool:
    isatty = getattr(stream, "isatty", None)
    return bool(isatty is not None and isatty())
