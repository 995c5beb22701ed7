"""A path → the bytes of the file, or an error that says what to do."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from bilateral.errors import LoadError

#: The most bytes that a file may have, unless the caller says so.  The longest reports have some
#: 20 MB with pictures; what is far larger is a mistake, or has no end.
MOST_BYTES = 256 * 2**20
#: So much is read at once.
_BLOCK = 2**20

_URL = re.compile(r"(?:https?|ftp|file|data|mailto):|[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_url(path: str) -> bool:
    r"""Say whether a path looks like an address on the network.

    >>> is_url("https://example.org/readout.html"), is_url(r"C:\readouts\may.txt")
    (True, False)
    """
    return _URL.match(path) is not None


def check(path: str) -> None:
    """Refuse what is no file.  A pipe may be read; a device, which may have no end, may not.

    Raises:
        LoadError: there is no such file, it may not be looked at, or it is something else.
    """
    if not path:
        raise LoadError(path="''", reason="the path is empty; give the name of a file")
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        raise LoadError(path, _reason(path, error)) from error
    except ValueError as error:  # a NUL or a lone surrogate, which no file name can hold
        raise LoadError(path, f"no file can be called so ({error}); check the name") from error
    if stat.S_ISDIR(mode):
        raise LoadError(path, "is a directory; name the files in it")
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise LoadError(path, "is a device, not a file; give the name of a file")


def read_bytes(path: str, most: int | None = MOST_BYTES, *, remedy: str = "split it") -> bytes:
    """Return the whole file.

    Args:
        path: the file.
        most: the most bytes that it may have, or None for any number.
        remedy: what to do about a file that has more.

    Raises:
        LoadError: it cannot be read, or is larger.
    """
    blocks: list[bytes] = []
    size = 0
    try:
        with Path(path).open("rb") as file:
            # What a file says of its size may be wrong, as under /proc, and a pipe says nothing.
            if most is not None and os.fstat(file.fileno()).st_size > most:
                raise _too_large(path, most, remedy)
            while block := file.read(_BLOCK):
                blocks.append(block)
                size += len(block)
                if most is not None and size > most:
                    raise _too_large(path, most, remedy)
    except OSError as error:
        raise LoadError(path, _reason(path, error)) from error
    return b"".join(blocks)


def _too_large(path: str, most: int, remedy: str) -> LoadError:
    whole, rest = divmod(most, 2**20)
    size = f"{most} bytes" if rest else f"{whole} MB"
    return LoadError(path, f"has more than {size}; {remedy}")


def _reason(path: str, error: OSError) -> str:
    if is_url(path):
        return "is an address, and the network is never used; save the page and load the file"
    if isinstance(error, FileNotFoundError):
        return "there is no such file; check the name and the folder"
    if isinstance(error, PermissionError):
        return "may not be read; ask for the permission, or copy it to where you may"
    return f"cannot be read: {error.strerror or error}"
