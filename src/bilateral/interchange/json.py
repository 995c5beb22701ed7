"""Documents ↔ JSON text, strictly: what is read is what stands there, or it is refused.

orjson does the work where it is installed (the extra ``json``), the standard library otherwise; the
text and the records are the same.  orjson reads some things that it should not, or not as they
stand: of two values under one key it drops the first, and great whole numbers become floats.  So
what it has read is written again; only if that gives the same bytes, as for everything that `dumps`
writes, is it used.  All else is read by the standard library, which can be told to notice.
"""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar, overload

from attrs import frozen

from bilateral.collecting import uncollected
from bilateral.errors import Fault, LoadError, ValidationError
from bilateral.interchange.careful import Doubled
from bilateral.interchange.documents import from_document, to_document
from bilateral.interchange.files import writing
from bilateral.interchange.standoff import Texts

try:
    import orjson
except ImportError:  # the extra is not installed
    orjson = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

#: What stands for the path of a text that came from no file.
TEXT = "<text>"
# The two halves of a character beyond U+FFFF; each alone can be written, one behind the other is
# read as the character.
_HALVES = re.compile(r"[\ud800-\udbff][\udc00-\udfff]")
#: Python refuses to read longer numbers unless it is told to, because it takes long.
_LONGEST_NUMBER = 4000


@uncollected()
def dumps(record: object, *, indent: bool = False, text: bool = True) -> str:
    r"""Return a record as JSON, from which `loads` makes an equal one.

    Args:
        record: a `Report`, a `Dossier`, a collection, or a record of any class.
        indent: whether to write it on many lines, for people to read.
        text: whether the words of the source are in it.  Without them, a report or a dossier may
            be given to others even where its texts may not: it has the SHA-256 of each text and the
            places of the records in it, and `loads` puts the words back for those who have the
            text.  Names, titles and headings stay.

    Raises:
        ValidationError: the class is none of these, or a text holds the two halves of a character
            apart from each other, which JSON cannot say.

    >>> import bilateral
    >>> dumps(bilateral.Span(4, 9))[-14:]
    '"value":[4,9]}'
    >>> report = bilateral.read("Japan agreed to train engineers.")
    >>> loads(dumps(report)) == report
    True
    """
    return render(to_document(record, text=text), indent=indent).decode("utf-8")


@uncollected()
def dump(
    record: object, path: str | os.PathLike[str], *, indent: bool = False, text: bool = True
) -> None:
    """Write a record to a file in JSON, which `bilateral.load` reads if its name ends in ``.json``.

    The file is there whole or not at all, whatever happens; one that was there is replaced.

    Args:
        record: a `Report`, a `Dossier`, a collection, or a record of any class.
        path: the file.
        indent: whether to write it on many lines, for people to read.
        text: whether the words of the source are in it; see `dumps`.

    Raises:
        LoadError: the file cannot be written.
        ValidationError: the record cannot be written; see `dumps`.

    >>> import pathlib, tempfile, bilateral
    >>> path = pathlib.Path(tempfile.mkdtemp(), "readout.json")
    >>> dump(bilateral.read("Japan agreed to train engineers."), path)
    >>> bilateral.load(path).commitments[0].actors
    (Country('JPN', 'Japan'),)
    """
    made = render(to_document(record, text=text), indent=indent)
    with writing(path) as out:
        out.write(made)
        out.write(b"\n")


@overload
def loads(data: str | bytes | bytearray) -> Any: ...  # noqa: ANN401 - as from pickle
@overload
def loads(data: str | bytes | bytearray, kind: type[T], *, texts: Iterable[str] = ...) -> T: ...
@overload
def loads(data: str | bytes | bytearray, *, texts: Iterable[str]) -> Any: ...  # noqa: ANN401
@uncollected()
def loads(
    data: str | bytes | bytearray, kind: type | None = None, *, texts: Iterable[str] = ()
) -> Any:
    """Return the record that `dumps` has written, or that somebody has written in its form.

    Args:
        data: the JSON; bytes must be in UTF-8.
        kind: the class that it must be; without it, whatever it is.
        texts: the texts of documents that were written without them, in any order, and others.

    Raises:
        LoadError: it is no JSON.
        ValidationError: something in it is missing, unknown or wrong; the error lists every fault
            with its path, its value and the reason.

    >>> import bilateral
    >>> span = loads(bilateral.dumps(bilateral.Span(4, 9)), bilateral.Span)
    >>> span.start
    4
    >>> loads('{"format": "bilateral", "version": 1, "type": "Span", "value": [4, "9"], "n": 1}')
    Traceback (most recent call last):
    ...
    bilateral.errors.ValidationError: the document is not valid, 2 faults:
      n: is no key here; the keys are format, version, type, parties, domains, sections, value (got 1)
      value[1]: must be an int (got '9')
    """
    return from_document(parse(data), kind, texts=Texts(texts))


def render(plain: object, *, indent: bool = False) -> bytes:
    """Return plain values as JSON in UTF-8.

    Raises:
        ValidationError: JSON cannot say it.
    """
    if orjson is not None:
        try:
            return orjson.dumps(plain, option=orjson.OPT_INDENT_2 if indent else None)
        except TypeError:  # a lone surrogate or a number of more than 64 bits
            pass
    try:
        text = json.dumps(
            plain,
            ensure_ascii=False,
            allow_nan=False,
            indent=2 if indent else None,
            separators=(",", ": ") if indent else (",", ":"),
        )
    except ValueError as error:  # a whole number of thousands of digits
        fault = Fault("a number", error, "has too many digits to be written")
        raise ValidationError("dumps", (fault,)) from error
    if (found := _HALVES.search(text)) is not None:
        reason = "is a character in two halves, which JSON would join; join them before"
        raise ValidationError("dumps", (Fault("a text", found[0], reason),))
    return text.encode("utf-8", "backslashreplace")  # a lone surrogate becomes \udXXX


@uncollected()
def parse(data: str | bytes | bytearray, path: str = TEXT) -> object:
    """Return JSON as plain values; objects in which a key stands twice are `Doubled`.

    Args:
        data: the text, or its bytes in UTF-8.
        path: where it came from, for errors.

    Raises:
        LoadError: it is no JSON.
        ValidationError: it is neither text nor bytes.
    """
    if not isinstance(data, (str, bytes, bytearray)):
        fault = Fault("data", data, "must be a str or bytes")
        raise ValidationError("loads", (fault,))
    if orjson is not None:
        plain = _parse_quickly(data)
        if plain is not _UNSURE:
            return plain
    return _parse_strictly(data, path)


_UNSURE = object()


def _parse_quickly(data: str | bytes | bytearray) -> object:
    """Return what orjson reads, if it is surely what stands there."""
    try:
        encoded = (data.encode() if isinstance(data, str) else data).rstrip(b"\n")
        plain = orjson.loads(encoded)
        option = orjson.OPT_INDENT_2 if encoded[:2] == b"{\n" else None
        return plain if orjson.dumps(plain, option=option) == encoded else _UNSURE
    except (ValueError, TypeError):  # no UTF-8, lone surrogates, deep nesting; or no JSON
        return _UNSURE


def _parse_strictly(data: str | bytes | bytearray, path: str) -> object:
    try:
        text = data if isinstance(data, str) else data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise LoadError(path, f"is not in UTF-8 (at byte {error.start}); save it so") from error
    try:
        return _DECODER.decode(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise LoadError(path, f"is no JSON: {error.msg} at {place}; correct it there") from error
    except RecursionError as error:
        raise LoadError(path, "is nested too deeply to be a document of records") from error
    except ValueError as error:
        raise LoadError(path, f"is no JSON: {error}; correct it") from error


@frozen
class LongNumber:
    """A whole number of so many digits that it is left unread."""

    digits: str


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    doubled = Doubled(made)
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for key, _ in pairs:
        if key in seen:
            twice[key] = None
        seen.add(key)
    doubled.doubled = tuple(twice)
    return doubled


def _integer(digits: str) -> object:
    if len(digits) > _LONGEST_NUMBER:
        return LongNumber(digits)
    try:
        return int(digits)
    except ValueError:  # the user has set a lower limit
        return LongNumber(digits)


def _constant(name: str) -> NoReturn:
    msg = f"{name} is no number of JSON"
    raise ValueError(msg)


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_integer, parse_constant=_constant)
