"""Where the result goes: standard output, or a file that is whole or not there."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from bilateral.cli.messages import Failure
from bilateral.interchange.files import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class NothingToWrite(Exception):  # noqa: N818 - no error: it only leaves the block
    """Raised within `opened`: what was written is dropped, and a file that was there stays."""


@contextmanager
def opened(path: str | None, *, encoding: str | None) -> Iterator[TextIO]:
    """Open a file, or standard output where `path` is None.

    A file is written under another name beside its place and renamed at the end.  What an encoding
    cannot write is written as an escape, so that output never stops half way.

    Args:
        path: the file, or None.
        encoding: the encoding to write; None for what the terminal takes, or UTF-8 in a file.

    Raises:
        Failure: the file cannot be written.
    """
    try:
        if path is None:
            yield _standard_output(encoding)
            sys.stdout.flush()  # here an error can still be told of; at exit it cannot
        else:
            with _file(path, encoding or "utf-8") as out:
                yield out
    except NothingToWrite:
        pass
    except BrokenPipeError:
        raise  # whoever read has read enough; click ends quietly
    except OSError as error:
        where = "standard output" if path is None else path
        if path is None and error.filename is not None:  # this was no write
            raise
        reason = f"{where}: cannot be written: {error.strerror or error}"
        raise Failure(reason) from error


def refuse_input(path: str, inputs: Iterable[str]) -> None:
    """Refuse to write over a file that is to be read.

    Raises:
        BadParameter: the two are one file.
    """
    for name in inputs:
        try:
            same = Path(name).samefile(path)
        except (OSError, ValueError):  # one of them is not there
            continue
        if same:
            reason = f"{path} is to be read; write to another file"
            raise click.BadParameter(reason, param_hint="'--output'")


def _standard_output(encoding: str | None) -> TextIO:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")
    return sys.stdout


@contextmanager
def _file(path: str, encoding: str) -> Iterator[TextIO]:
    with whole(Path(path)) as raw:
        out = io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace")
        try:
            yield out
        finally:
            out.detach()  # else the file would be closed before it is forced onto the disk
