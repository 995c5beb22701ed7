"""Files → text and what they say about themselves; the reader does the rest.

>>> import tempfile, pathlib, bilateral
>>> path = pathlib.Path(tempfile.mkdtemp(), "readout.txt")
>>> _ = path.write_text("Japan agreed to train engineers.", encoding="utf-8")
>>> bilateral.load(path).source.text
'Japan agreed to train engineers.'
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bilateral.errors import Fault, ValidationError
from bilateral.loaders.decoding import decode
from bilateral.loaders.documents import Document, Parse
from bilateral.loaders.files import check, read_bytes
from bilateral.loaders.registry import find, register, suffixes
from bilateral.reading import read
from bilateral.reading.outline import Kind, Mark, marked

if TYPE_CHECKING:
    import datetime as dt

    from bilateral.gazetteer.lexicon import Lexicon
    from bilateral.model.dates import PartialDate
    from bilateral.query.reports import Report

__all__ = ["Document", "Kind", "Mark", "Parse", "decode", "load", "register", "suffixes"]


def load(
    path: str | os.PathLike[str],
    *,
    title: str | None = None,
    date: PartialDate | dt.date | str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    lexicon: Lexicon | None = None,
) -> Report:
    """Read a file and return everything that its text says.

    The suffix of the name decides how the file is read; `suffixes` lists those that are known, and
    a file without one is read as plain text, and `register` adds others.  Nothing is fetched.  A
    text without words gives a report without records.

    Args:
        path: the file.
        title: the document's title; as for the three that follow, what is given here goes before
            what the file says of itself.
        date: the day it was published.
        publisher: who published it.
        url: where it was found.
        encoding: the file's encoding, for formats that are text; where it is not given, it is
            found out, see `decode`.
        lexicon: words of your own, read besides the package's tables; see `Lexicon`.

    Raises:
        LoadError: the file cannot be read, is no text, or has a suffix that nobody knows; the error
            says what to do.
        MissingExtraError: the format needs an extra that is not installed.
        ValidationError: a title or date that is given has the wrong form.

    >>> load("lost.txt")
    Traceback (most recent call last):
    ...
    bilateral.errors.LoadError: lost.txt: there is no such file; check the name and the folder
    """
    name = _name(path)
    check(name)
    parse = find(name)
    document: object = parse(read_bytes(name), name, encoding=encoding)
    if not isinstance(document, Document):  # a loader of the user's
        fault = Fault("parse", document, "the registered loader must return a Document")
        raise ValidationError(record="load", faults=(fault,))
    with marked(document.text, document.marks):
        return read(
            document.text,
            title=document.title if title is None else title,
            date=document.date if date is None else date,
            publisher=document.publisher if publisher is None else publisher,
            url=document.url if url is None else url,
            lexicon=lexicon,
        )


def _name(path: object) -> str:
    """Return a path as a str; whatever is no path is refused like a record's wrong field."""
    if isinstance(path, (str, os.PathLike)):
        name: object = os.fspath(path)
        if isinstance(name, str):
            return name
    fault = Fault("path", path, "must be a str or an os.PathLike")
    raise ValidationError(record="load", faults=(fault,))
