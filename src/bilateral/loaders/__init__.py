"""Files → text and what they say about themselves; the reader does the rest.

>>> import tempfile, pathlib, bilateral
>>> path = pathlib.Path(tempfile.mkdtemp(), "readout.txt")
>>> _ = path.write_text("Japan agreed to train engineers.", encoding="utf-8")
>>> bilateral.load(path).source.text
'Japan agreed to train engineers.'
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, TypeVar, overload

from attrs import evolve

from bilateral.errors import Fault, ValidationError
from bilateral.files import MOST_BYTES, check, read_bytes
from bilateral.loaders.decoding import decode
from bilateral.loaders.documents import Document, Parse
from bilateral.loaders.registry import find, register, suffixes
from bilateral.model import checks
from bilateral.model.dates import PartialDate
from bilateral.query.reports import Report
from bilateral.reading import read
from bilateral.reading.outline import Kind, Mark, marked

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bilateral.gazetteer.lexicon import Lexicon

T = TypeVar("T")

__all__ = ["Document", "Kind", "Mark", "Parse", "decode", "load", "register", "suffixes"]


@overload
def load(
    path: str | os.PathLike[str],
    *,
    title: str | None = ...,
    date: PartialDate | dt.date | str | None = ...,
    publisher: str | None = ...,
    url: str | None = ...,
    encoding: str | None = ...,
    lexicon: Lexicon | None = ...,
    max_bytes: int | None = ...,
) -> Report: ...
@overload
def load(
    path: str | os.PathLike[str],
    *,
    kind: type[T],
    encoding: str | None = ...,
    max_bytes: int | None = ...,
) -> T: ...
def load(
    path: str | os.PathLike[str],
    *,
    kind: type = Report,
    title: str | None = None,
    date: PartialDate | dt.date | str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    encoding: str | None = None,
    lexicon: Lexicon | None = None,
    max_bytes: int | None = MOST_BYTES,
) -> object:
    """Read a file and return everything that its text says.

    The suffix of the name decides how the file is read; `suffixes` lists those that are known, a
    file without one is read as plain text, and `register` adds others.  Nothing is fetched.  A text
    without words gives a report without records.

    A file in JSON (``.json``) holds records that `bilateral.dump` has written.  They are returned
    as they are, and nothing is read anew.

    Args:
        path: the file.
        kind: what a file of records holds, where that is no `Report`: ``kind=bilateral.Dossier``.
        title: the document's title; as for the three that follow, what is given here goes before
            what the file says of itself.
        date: the day it was published.
        publisher: who published it.
        url: where it was found.
        encoding: the file's encoding, for formats that are text; where it is not given, it is
            found out, see `decode`.
        lexicon: words of your own, read besides the package's tables; see `Lexicon`.
        max_bytes: the most bytes that the file may have, 256 MB unless you say so; None for any
            number.

    Raises:
        LoadError: the file cannot be read, is too large, is no text, or has a suffix that nobody knows; the error
            says what to do.
        MissingExtraError: the format needs an extra that is not installed.
        ValidationError: a title or date that is given has the wrong form, or a file of records has
            faults, which the error lists, or holds another kind.

    >>> load("lost.txt")
    Traceback (most recent call last):
    ...
    bilateral.errors.LoadError: lost.txt: there is no such file; check the name and the folder
    """
    name = _name(path)
    if max_bytes is not None:
        faults: list[Fault] = []
        if not checks.integer(faults, "max_bytes", max_bytes, 0, None):
            raise ValidationError(record="load", faults=tuple(faults))
    check(name)
    parse = find(name)
    document: object = parse(_bytes(name, max_bytes), name, encoding=encoding)
    about = {"title": title, "date": date, "publisher": publisher, "url": url}
    given = {key: value for key, value in about.items() if value is not None}
    record = (
        _read(document, given, lexicon)
        if isinstance(document, Document)
        else _held(document, given)
    )
    if type(record) is not kind:
        called = type(record).__name__
        fault = Fault("kind", kind, f"must be {called}, which {name} holds")
        raise ValidationError(record="load", faults=(fault,))
    return record


def _read(document: Document, given: Mapping[str, Any], lexicon: Lexicon | None) -> Report:
    """Read a text."""
    told = {key: getattr(document, key) for key in ("title", "date", "publisher", "url")}
    with marked(document.text, document.marks):
        return read(document.text, **{**told, **given}, lexicon=lexicon)


def _held(record: object, given: Mapping[str, Any]) -> object:
    """Return a record that a loader has made, with what is given about its source."""
    from bilateral.interchange.shapes import storable

    if storable().get(type(record).__name__) is not type(record):  # by a loader of the user's
        fault = Fault("parse", record, "the registered loader must return a Document")
        raise ValidationError(record="load", faults=(fault,))
    if not given:
        return record
    if not isinstance(record, Report):
        faults = [Fault(key, value, "is known of a Report alone") for key, value in given.items()]
        raise ValidationError(record="load", faults=tuple(faults))
    if "date" in given:
        given = {**given, "date": PartialDate.of(given["date"])}
    return evolve(record, source=evolve(record.source, **given))


def _bytes(name: str, most: int | None) -> bytes:
    return read_bytes(name, most, remedy="split it, or give load a larger max_bytes")


def _name(path: object) -> str:
    """Return a path as a str; whatever is no path is refused like a record's wrong field."""
    if isinstance(path, (str, os.PathLike)):
        name: object = os.fspath(path)
        if isinstance(name, str):
            return name
    fault = Fault("path", path, "must be a str or an os.PathLike")
    raise ValidationError(record="load", faults=(fault,))
