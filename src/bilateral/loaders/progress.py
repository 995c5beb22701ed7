"""A bar that shows how far many files are read."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from bilateral.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[], None]]:
    """Draw a bar on standard error; what is yielded moves it on by one file.

    Args:
        total: how many files there are.

    Raises:
        MissingExtraError: rich is not installed.
    """
    try:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn
    except ModuleNotFoundError as error:
        raise MissingExtraError(extra="cli", purpose="a progress bar") from error
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.advance(task)
