"""Files, folders and patterns → the paths of files, one after the other."""

from __future__ import annotations

import glob
import os
import stat
from typing import TYPE_CHECKING

from bilateral.errors import Fault, LoadError, ValidationError
from bilateral.loaders.registry import suffixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    #: What stands for files: the path of one, a folder, or a pattern.
    PathLike = str | os.PathLike[str]


def find_files(paths: PathLike | Iterable[PathLike]) -> Iterator[str | LoadError]:
    """Yield the path of every file, and an error in the place of what stands for none.

    A folder stands for the files below it whose suffix can be loaded, in the order of their names;
    what begins with a dot is left out, and links to folders are not followed.  A path with ``*``,
    ``?`` or ``[`` in it that names no file is a pattern, in which ``**`` stands for any folders.
    Nothing is listed before it is needed.

    Args:
        paths: one path or any number.

    Raises:
        ValidationError: one is no path.

    >>> list(find_files(["a.txt", "b.txt"]))
    ['a.txt', 'b.txt']
    """
    if isinstance(paths, (str, os.PathLike)):
        paths = (paths,)
    for index, path in enumerate(paths):
        given: object = path
        name: object = os.fspath(given) if isinstance(given, (str, os.PathLike)) else None
        if not isinstance(name, str):
            fault = Fault(f"paths[{index}]", path, "must be a str or an os.PathLike")
            raise ValidationError("load_all", (fault,))
        yield from _files(name)


def _files(name: str) -> Iterator[str | LoadError]:
    found: Iterator[str | LoadError]
    try:
        if os.path.isdir(name):  # noqa: PTH112 - keeps the path as it was given
            found = _below(name, frozenset(suffixes()))
            none = f"holds no file that can be loaded ({', '.join(suffixes())})"
        elif glob.has_magic(name) and not os.path.lexists(name):
            # sorted, because the order in a folder is the file system's affair
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - any str is a pattern
            found = (match for match in matches if not os.path.isdir(match))  # noqa: PTH112
            none = "no file is called so; check the pattern"
        else:
            yield name
            return
    except ValueError:  # a NUL, of which `load` says what to do
        yield name
        return
    empty = True
    for path in found:
        empty = False
        yield path
    if empty:
        yield LoadError(name, none)


def _below(folder: str, known: frozenset[str]) -> Iterator[str | LoadError]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield LoadError(folder, f"cannot be listed: {error.strerror or error}")
        return
    for entry in listed:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, known)
        elif os.path.splitext(entry.name)[1].lower() in known:  # noqa: PTH122
            yield from _found(entry)


def _found(entry: os.DirEntry[str]) -> Iterator[str | LoadError]:
    """Yield what has the name of a file, unless it is a folder or nobody may ever write to it."""
    try:
        mode = entry.stat().st_mode
    except OSError:  # a link to nowhere or to itself, of which `load` says what to do
        yield entry.path
        return
    if stat.S_ISFIFO(mode):
        reason = "is a pipe, which is read only where it is named itself; name it, or move it away"
        yield LoadError(entry.path, reason)
    elif not stat.S_ISDIR(mode):
        yield entry.path
