"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from bilateral.errors import Fault, LoadError, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def writing(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a file to write bytes; see `whole`.

    Raises:
        LoadError: it cannot be written, and what was there stands as it was.
        ValidationError: the path is none.
    """
    given: object = path
    name: object = os.fspath(path) if isinstance(given, (str, os.PathLike)) else None
    if not isinstance(name, str):
        fault = Fault("path", path, "must be a str or an os.PathLike")
        raise ValidationError("dump", (fault,))
    try:
        with whole(Path(name)) as out:
            yield out
    except (OSError, ValueError) as error:  # ValueError: no file can be called so
        if isinstance(error, ValidationError):
            raise
        told = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise LoadError(name, f"cannot be written: {told}") from error


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file to write bytes, which is there under its name once it is whole.

    It is written beside its place under another name, forced onto the disk, and renamed.  Whoever
    reads, whatever crashes: there is the old file or the new one.  A link stays a link and the
    permissions stay; a pipe or a device is written as it is.

    Args:
        path: the file.

    Raises:
        OSError: it cannot be written.
    """
    target = _resolved(path)
    if target.exists() and not target.is_file():
        with target.open("wb") as out:
            yield out
        return
    if target.exists() and not os.access(target, os.W_OK):  # a new name would get around that
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:64]}.", dir=target.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        draft.chmod(_mode(target))
        draft.replace(target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _resolved(path: Path) -> Path:
    """Return the file that a path leads to in the end."""
    try:
        return path.resolve()
    except RuntimeError as error:  # how Python before 3.13 tells of links that lead to themselves
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error


def _mode(target: Path) -> int:
    """Return the permissions of the file that is there, or those of any new one."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _settle(folder: Path) -> None:
    """Force the new name onto the disk, where the system can do so."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    except OSError:  # some file systems do not have it
        pass
    finally:
        os.close(handle)
