"""JSON Lines: a document a line, for more records than one wants in memory at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

from bilateral.errors import LoadError, ValidationError
from bilateral.files import MOST_BYTES, check
from bilateral.interchange.documents import from_document, to_document
from bilateral.interchange.files import writing
from bilateral.interchange.json import parse, render
from bilateral.interchange.standoff import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")


def dump_lines(
    records: Iterable[object], path: str | os.PathLike[str], *, text: bool = True
) -> int:
    """Write records to a file, each as a JSON document on a line of its own.

    The records may come from a generator: only one is in memory at a time.  The file is there whole
    or not at all.

    Args:
        records: reports, or whatever `bilateral.dump` takes.
        path: the file, usually called ``.jsonl``.
        text: whether the words of the sources are in it; see `bilateral.dumps`.

    Returns:
        How many records there were.

    Raises:
        LoadError: the file cannot be written.
        ValidationError: a record cannot be written; see `bilateral.dumps`.

    >>> import pathlib, tempfile
    >>> from bilateral import PartialDate
    >>> path = pathlib.Path(tempfile.mkdtemp(), "dates.jsonl")
    >>> dump_lines([PartialDate(2025), PartialDate(2026, 5)], path)
    2
    >>> [str(date) for date in load_lines(path, PartialDate)]
    ['2025', '2026-05']
    """
    count = 0
    with writing(path) as out:
        for count, record in enumerate(records, 1):  # noqa: B007 - it is returned
            out.write(render(to_document(record, text=text)) + b"\n")
    return count


@overload
def load_lines(path: str | os.PathLike[str], *, texts: Iterable[str] = ...) -> Iterator[Any]: ...
@overload
def load_lines(
    path: str | os.PathLike[str], kind: type[T], *, texts: Iterable[str] = ...
) -> Iterator[T]: ...
def load_lines(
    path: str | os.PathLike[str], kind: type | None = None, *, texts: Iterable[str] = ()
) -> Iterator[Any]:
    """Yield the records of a file that `dump_lines` has written; empty lines are skipped.

    Args:
        path: the file.
        kind: the class that each must be; without it, whatever it is.
        texts: the texts of documents that were written without them; see `bilateral.loads`.

    Raises:
        LoadError: the file cannot be read, or a line is no JSON; the error names the line.
        ValidationError: a line is faulty; the error names it and lists every fault.
    """
    name = os.fspath(path)
    held = Texts(texts)
    check(name)
    try:
        with Path(name).open("rb") as file:
            lines = iter(lambda: file.readline(MOST_BYTES + 1), b"")
            for number, line in enumerate(lines, 1):
                if line.isspace():
                    continue
                place = f"{name}, line {number}"
                if len(line) > MOST_BYTES:
                    reason = f"has more than {MOST_BYTES // 2**20} MB; split it"
                    raise LoadError(place, reason)
                yield from_document(parse(line, place), kind, texts=held, called=place)
    except ValidationError:
        raise
    except (OSError, ValueError) as error:
        told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise LoadError(name, f"cannot be read: {told}") from error
