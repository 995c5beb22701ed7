"""Many files → reports, one after the other, over several processes."""

from __future__ import annotations

import multiprocessing
import os
from contextlib import ExitStack
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from bilateral.errors import Fault, LoadError, ValidationError
from bilateral.files import MOST_BYTES
from bilateral.gazetteer.lexicon import Lexicon
from bilateral.loaders.outcomes import Outcome, itself, outcome_of
from bilateral.loaders.paths import find_files
from bilateral.loaders.progress import progress_bar
from bilateral.model import checks
from bilateral.model.dates import PartialDate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping

    from bilateral.loaders.paths import PathLike
    from bilateral.query.reports import Report

T = TypeVar("T")

#: With fewer files, processes take longer to start than they save.
_FEW = 16


@overload
def load_all(
    paths: PathLike | Iterable[PathLike],
    *,
    on_error: Literal["raise"] = "raise",
    ordered: bool = True,
    processes: int | None = None,
    progress: bool = False,
    title: str | None = None,
    date: PartialDate | dt.date | str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    lexicon: Lexicon | None = None,
    max_bytes: int | None = MOST_BYTES,
) -> Generator[Report, None, None]: ...
@overload
def load_all(
    paths: PathLike | Iterable[PathLike],
    *,
    on_error: Literal["collect"],
    ordered: bool = True,
    processes: int | None = None,
    progress: bool = False,
    title: str | None = None,
    date: PartialDate | dt.date | str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    lexicon: Lexicon | None = None,
    max_bytes: int | None = MOST_BYTES,
) -> Generator[Report | LoadError, None, None]: ...
def load_all(
    paths: PathLike | Iterable[PathLike],
    *,
    on_error: Literal["raise", "collect"] = "raise",
    ordered: bool = True,
    processes: int | None = None,
    progress: bool = False,
    title: str | None = None,
    date: PartialDate | dt.date | str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    lexicon: Lexicon | None = None,
    max_bytes: int | None = MOST_BYTES,
) -> Generator[Report | LoadError, None, None]:
    """Read many files, and yield the report of each as it is asked for.

    Only a few files are read ahead, so that any number of them needs no more memory than a few.
    When the generator is closed or the program is stopped, so are the processes.  They import the
    program that started them, as `multiprocessing` does: call this under ``if __name__ ==
    "__main__":``.

    Args:
        paths: one path or any number, also from a generator.  A folder stands for the files below
            it whose suffix is known (`bilateral.loaders.suffixes`), in the order of their names; a
            path with ``*``, ``?`` or ``[`` for the files of that pattern, ``**`` for any folders.
        on_error: ``"raise"`` stops at the first file that cannot be read; ``"collect"`` yields a
            `LoadError` with its path in its place, and goes on.
        ordered: whether reports come in the order of the paths, or as they are there.
        processes: how many processes read; 0 or 1 for this one alone.  By default one for each
            processor, and this one alone for fewer than 16 files.
        progress: whether to draw a bar on standard error.  All paths are listed before.
        title: as for the five that follow, what `load` is told of each file.
        date: see `load`.
        publisher: see `load`.
        url: see `load`.
        encoding: see `load`.
        lexicon: see `load`.
        max_bytes: see `load`.

    Raises:
        ValidationError: an argument is wrong.
        LoadError: a file cannot be read; and whatever else `load` raises.
        MissingExtraError: a progress bar is wanted and the extra ``cli`` is not installed.

    >>> import pathlib, tempfile, bilateral
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> for name, who in {"1": "Japan", "2": "Kenya"}.items():
    ...     _ = (folder / f"{name}.txt").write_text(f"{who} agreed to train engineers.")
    >>> [str(report.commitments[0].actors[0]) for report in load_all(folder)]
    ['Japan', 'Kenya']
    >>> for found in load_all([folder / "1.txt", folder / "9.txt"], on_error="collect"):
    ...     print(found if isinstance(found, bilateral.LoadError) else "read")  # doctest: +ELLIPSIS
    read
    ...9.txt: there is no such file; check the name and the folder
    """
    faults: list[Fault] = []
    if on_error not in ("raise", "collect"):
        checks.add(faults, "on_error", on_error, "must be 'raise' or 'collect'")
    checks.boolean(faults, "ordered", ordered)
    checks.boolean(faults, "progress", progress)
    if processes is not None:
        checks.integer(faults, "processes", processes, 0, None)
    checks.optional(faults, "lexicon", lexicon, Lexicon, "a Lexicon")
    if max_bytes is not None:
        checks.integer(faults, "max_bytes", max_bytes, 0, None)
    if faults:
        raise ValidationError("load_all", tuple(faults))
    keywords = {
        "title": title,
        "date": None if date is None else PartialDate.of(date),
        "publisher": publisher,
        "url": url,
        "encoding": encoding,
        "lexicon": lexicon,
        "max_bytes": max_bytes,
    }
    made = outcomes(
        find_files(paths),
        keywords,
        itself,
        ordered=ordered,
        processes=processes,
        progress=progress,
    )
    return _reports(made, collect=on_error == "collect")


def _reports(
    made: Generator[Outcome[Report], None, None], *, collect: bool
) -> Generator[Report | LoadError, None, None]:
    try:
        for outcome in made:
            if outcome.made is not None:
                yield outcome.made
            elif collect:
                yield outcome.told
            else:
                raise _named(outcome)
    finally:
        made.close()


def _named(outcome: Outcome[Report]) -> Exception:
    """Return an error as `load` raises it, with the path where that does not stand in it."""
    error = outcome.error
    assert error is not None  # for it has no report
    if outcome.path not in str(error):
        error.add_note(f"while reading {outcome.path}")
    return error


def outcomes(
    files: Iterator[str | LoadError],
    keywords: Mapping[str, Any],
    wanted: Callable[[Report], T],
    *,
    ordered: bool,
    processes: int | None,
    progress: bool,
) -> Generator[Outcome[T], None, None]:
    """Yield what becomes of each file; see `load_all`.

    Args:
        files: paths, and errors that stand in the place of some.
        keywords: what `load` is told of each.
        wanted: makes of a report what is wanted, in the process that has read it; it can be pickled,
            as can what it makes.
        ordered: whether outcomes come in the order of the files.
        processes: how many processes read, or None for as many as are of use.
        progress: whether to draw a bar.

    Raises:
        BilateralError: processes cannot be started.
    """
    with ExitStack() as stack:
        if progress:
            listed = list(files)
            step = stack.enter_context(progress_bar(len(listed)))
            files = iter(listed)
        count, files = _workers_for(files, processes)
        made = (
            _alone(files, keywords, wanted)
            if count < 2
            else _together(files, keywords, wanted, count=count, ordered=ordered)
        )
        stack.callback(made.close)
        for outcome in made:
            yield outcome
            if progress:
                step()


def _workers_for(
    files: Iterator[str | LoadError], processes: int | None
) -> tuple[int, Iterator[str | LoadError]]:
    """Return how many processes are to read, and the files."""
    if multiprocessing.current_process().daemon:  # may have no children
        return 1, files
    if processes is not None:
        return processes, files
    first = list(islice(files, _FEW))
    few = len(first) < _FEW
    return 1 if few else _processors(), chain(first, files)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):  # those that this process may use
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _alone(
    files: Iterator[str | LoadError], keywords: Mapping[str, Any], wanted: Callable[[Report], T]
) -> Generator[Outcome[T], None, None]:
    for item in files:
        if isinstance(item, LoadError):
            yield Outcome(item.path, error=item)
        else:
            yield outcome_of(item, keywords, wanted)


def _together(
    files: Iterator[str | LoadError],
    keywords: Mapping[str, Any],
    wanted: Callable[[Report], T],
    *,
    count: int,
    ordered: bool,
) -> Generator[Outcome[T], None, None]:
    from bilateral.loaders.workers import Pool, job  # multiprocessing's connections take a while

    pool: Pool[T] = Pool(count, job(keywords, wanted).packed(), ordered)
    yield from pool.outcomes(files)
