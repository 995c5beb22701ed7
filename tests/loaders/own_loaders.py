"""Loaders of a user's, at the top of a module so that other processes find them."""

from __future__ import annotations

import os
import time
from pathlib import Path

from bilateral.loaders import Document, decode


def shout(data: bytes, path: str, *, encoding: str | None = None) -> Document:
    """Read a text that is in capitals."""
    return Document(text=decode(data, path, encoding=encoding).capitalize())


def crash(data: bytes, path: str, *, encoding: str | None = None) -> Document:
    """Take the process down, as a library in C may."""
    os._exit(7)


def fail(data: bytes, path: str, *, encoding: str | None = None) -> Document:
    """Raise what nobody expects, with a value that cannot be sent to another process."""
    raise RuntimeError(lambda: data)


def dawdle(data: bytes, path: str, *, encoding: str | None = None) -> Document:
    """Say that the file is being read, and do not come to an end."""
    Path(f"{path}.begun").write_text(str(os.getpid()), encoding="utf-8")
    time.sleep(600)
    return Document(text="")


def nap(data: bytes, path: str, *, encoding: str | None = None) -> Document:
    """Say that the file is being read, and come to an end a little later."""
    Path(f"{path}.begun").write_text(str(os.getpid()), encoding="utf-8")
    time.sleep(2)
    return Document(text="")
