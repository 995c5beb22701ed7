"""Which loader reads which suffix; ours are imported when their first file comes."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, cast

from bilateral.errors import Fault, LoadError, ValidationError

if TYPE_CHECKING:
    from bilateral.loaders.documents import Parse

_SUFFIX = re.compile(r"\.[^\s./\\\x00]{1,30}")
#: Suffix in lower case → the module with its `parse`, or what a user has registered.  A name
#: without a suffix is plain text.
_LOADERS: dict[str, str | Parse] = {
    "": "bilateral.loaders.text",
    ".txt": "bilateral.loaders.text",
    ".text": "bilateral.loaders.text",
    ".md": "bilateral.loaders.markdown",
    ".markdown": "bilateral.loaders.markdown",
    ".html": "bilateral.loaders.html",
    ".htm": "bilateral.loaders.html",
    ".xhtml": "bilateral.loaders.html",
    ".pdf": "bilateral.loaders.pdf",
    ".docx": "bilateral.loaders.docx",
    ".json": "bilateral.loaders.records",
}


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of the files that can be loaded, in lower case.

    >>> ".txt" in suffixes()
    True
    """
    return tuple(sorted(suffix for suffix in _LOADERS if suffix))


def find(path: str) -> Parse:
    """Return the function that parses files of this name.

    Raises:
        LoadError: nobody knows the suffix; the error lists those that are known.
    """
    suffix = PurePath(path).suffix.lower().rstrip(".")  # "summit." has none
    loader = _LOADERS.get(suffix)
    if loader is None:
        known = ", ".join(suffixes())
        reason = (
            f"files that end in {suffix} cannot be read, only {known}; save it as one of these,"
            " or register a loader"
        )
        raise LoadError(path, reason)
    return cast("Parse", import_module(loader).parse) if isinstance(loader, str) else loader


def register(suffix: str, parse: Parse, *, replace: bool = False) -> None:
    """Let files of a further suffix be loaded, in this process.

    Args:
        suffix: with its dot, in any case: ``".rtf"``.
        parse: a function of the bytes and the path (and ``encoding=``) that returns a `Document`
            and raises `LoadError` for what it cannot read.  Spans index the document's text.
        replace: take the place of the loader that reads the suffix so far.

    Raises:
        ValidationError: the suffix is none, or is read by a loader already; or `parse` cannot be
            called.

    >>> from bilateral.loaders import Document, decode, register
    >>> def transcript(data, path, *, encoding=None):
    ...     text = decode(data, path, encoding=encoding)
    ...     return Document(text=text.replace("[applause]", ""))
    >>> register(".transcript", transcript)
    >>> ".transcript" in suffixes()
    True
    """
    faults: list[Fault] = []
    given: object = suffix
    if not isinstance(given, str) or _SUFFIX.fullmatch(given) is None:
        reason = "must be a suffix with its one dot, like '.rtf'"
        faults.append(Fault("suffix", given, reason))
    elif given.lower() in _LOADERS and not replace:
        reason = "is read by a loader already; give replace=True to take its place"
        faults.append(Fault("suffix", given, reason))
    if not callable(parse):
        faults.append(Fault("parse", parse, "must be a function of (data, path, *, encoding=None)"))
    if faults:
        raise ValidationError(record="register", faults=tuple(faults))
    _LOADERS[suffix.lower()] = parse
