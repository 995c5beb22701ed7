"""Codes and numbered sentences ↔ files in JSON.

Reading is strict, because a slip of a coder's pen must not become a figure: a key that is missing or
unknown, a wrong type or form is a fault, and all faults of a file are told at once.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import fields_dict

from bilateral.errors import BilateralError, Fault, LoadError, ValidationError
from bilateral.evaluation.codes import RECORDS, Codes
from bilateral.files import check, read_bytes
from bilateral.interchange.files import writing
from bilateral.model.commitments import Force
from bilateral.model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    Path_ = str | os.PathLike[str]

#: How the name of a list of sentences ends, which stands beside the coding.
SENTENCES = ".sents.json"

_TUPLES = frozenset({"parties", "actors", "domains", "countries"})


def read_codes(path: Path_) -> Codes:
    """Read the coding of one report.

    Args:
        path: a file in JSON, in UTF-8; `docs/evaluation.md` gives its form.

    Raises:
        LoadError: the file cannot be read, or is no JSON.
        ValidationError: something in it is missing, unknown, or has the wrong type or form; the
            error lists every fault.

    >>> import pathlib, tempfile
    >>> from bilateral.evaluation import CodedLeader
    >>> path = pathlib.Path(tempfile.mkdtemp(), "readout.json")
    >>> write_codes(Codes(id="readout", leaders=(CodedLeader("Anwar", country="MYS"),)), path)
    >>> read_codes(path).leaders[0].country
    'MYS'
    """
    name = os.fspath(path)
    return codes_from(_parsed(name), called=f"the coding in {name}")


def write_codes(codes: Codes, path: Path_) -> None:
    """Write the coding of one report, in the form that `read_codes` reads.

    Raises:
        LoadError: the file cannot be written.
    """
    _write(os.fspath(path), codes_to(codes))


def read_sentences(path: Path_) -> tuple[str, ...]:
    """Read the numbered sentences of one report.

    Args:
        path: a file in JSON, ``{"sentences": [{"n": 1, "text": "…"}, …]}``; other keys may stand
            beside ``sentences``.

    Raises:
        LoadError: the file cannot be read, or is no JSON.
        ValidationError: it has another form, or the numbers are not 1, 2, 3 …
    """
    name = os.fspath(path)
    value = _parsed(name)
    listed = value.get("sentences") if isinstance(value, dict) else None
    faults: list[Fault] = []
    texts: list[str] = []
    if not isinstance(listed, list):
        faults.append(Fault("sentences", listed, "must be a list of objects with n and text"))
        listed = []
    for index, entry in enumerate(listed):
        place = f"sentences[{index}]"
        if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
            faults.append(Fault(place, entry, "must be an object with n and text"))
            continue
        if entry.get("n") != index + 1 or type(entry.get("n")) is not int:
            reason = f"must be {index + 1}: sentences are numbered from 1, none is left out"
            faults.append(Fault(f"{place}.n", entry.get("n"), reason))
        texts.append(entry["text"])
    if faults:
        raise ValidationError(f"the list of sentences in {name}", tuple(faults))
    return tuple(texts)


def find_sentences(path: Path_) -> Path | None:
    """Return the list of sentences that belongs to a coding or a text, if there is one.

    For ``readout.json`` or ``readout.txt`` it is ``readout.sents.json`` beside it, or else
    ``readout.json`` in a folder ``sents`` beside the folder.
    """
    file = Path(path)
    beside = file.with_name(f"{file.stem}{SENTENCES}")
    for candidate in (beside, file.absolute().parent.parent / "sents" / f"{file.stem}.json"):
        if candidate.is_file() and candidate != file.absolute():
            return candidate
    return None


def write_sentences(
    sentences: Sequence[str],
    path: Path_,
    *,
    id: str,
    title: str | None = None,
    date: PartialDate | None = None,
) -> None:
    """Write the numbered sentences of one report, in the form that `read_sentences` reads.

    Args:
        sentences: the texts, the first of them number 1.
        path: the file.
        id: what the document is called.
        title: its title, or None.
        date: when it was published, or None.

    Raises:
        LoadError: the file cannot be written.
    """
    listed = [{"n": n, "text": text} for n, text in enumerate(sentences, 1)]
    head = {"id": id, "title": title or "", "date": "" if date is None else str(date)}
    _write(os.fspath(path), {**head, "sentences": listed})


def codes_to(codes: Codes) -> dict[str, object]:
    """Return a coding as JSON has it: an office that is not known is empty, the rest is null.

    >>> from bilateral.evaluation import CodedLeader
    >>> codes_to(Codes(id="readout", leaders=(CodedLeader("Anwar"),)))["leaders"]
    [{'name': 'Anwar', 'office': '', 'country': None}]
    """
    made: dict[str, object] = {"id": codes.id}
    for name, kind in RECORDS.items():
        keys = tuple(fields_dict(kind))
        made[name] = [
            {key: _written(key, getattr(record, key)) for key in keys}
            for record in getattr(codes, name)
        ]
    return made


def codes_from(value: object, *, called: str = "Codes") -> Codes:
    """Return the coding that a value from JSON gives.

    Args:
        value: what was parsed.
        called: what it is called in an error.

    Raises:
        ValidationError: with every fault, its path, its value and the reason.

    >>> codes_from({"id": "readout", "leaders": [{"name": "Anwar", "ofice": ""}]})
    Traceback (most recent call last):
    ...
    bilateral.errors.ValidationError: Codes is not valid, 6 faults:
      leaders[0].ofice: is no key here; the keys are name, office, country (got '')
      leaders[0].office: is missing (got None)
      leaders[0].country: is missing (got None)
      partnerships: is missing; write an empty list for none (got None)
      commitments: is missing; write an empty list for none (got None)
      issues: is missing; write an empty list for none (got None)
    """
    faults: list[Fault] = []
    if not isinstance(value, dict):
        reason = f"must be an object with the keys id, {', '.join(RECORDS)}"
        raise ValidationError(called, (Fault("the file", value, reason),))
    _unknown(faults, "", value, ("id", *RECORDS))
    if "id" not in value:
        faults.append(Fault("id", None, "is missing; write what the document is called"))
    made: dict[str, tuple[object, ...]] = {}
    for name, kind in RECORDS.items():
        listed = value.get(name)
        if name not in value:
            faults.append(Fault(name, None, "is missing; write an empty list for none"))
        elif not isinstance(listed, list):
            faults.append(Fault(name, listed, "must be a list"))
        else:
            records = [_record(faults, f"{name}[{at}]", x, kind) for at, x in enumerate(listed)]
            made[name] = tuple([record for record in records if record is not None])
    try:
        # Built in any case: the id may be faulty as well.
        codes = Codes(id=value.get("id", "-"), **made)  # type: ignore[arg-type]
    except ValidationError as error:
        faults[:0] = error.faults
    if faults:
        raise ValidationError(called, tuple(faults))
    return codes


def _record(faults: list[Fault], path: str, value: object, kind: type) -> object:
    """Build one record; add what is wrong with it."""
    keys = tuple(fields_dict(kind))
    if not isinstance(value, dict):
        faults.append(Fault(path, value, f"must be an object with the keys {', '.join(keys)}"))
        return None
    _unknown(faults, f"{path}.", value, keys)
    read: dict[str, object] = {}
    told: dict[str, Fault] = {}
    for key in keys:
        place = f"{path}.{key}"
        if key not in value:
            told[key] = Fault(place, None, "is missing")
            continue
        try:
            read[key] = _understood(key, value[key])
        except BilateralError as error:
            told[key] = Fault(place, value[key], _reason(key, error))
    try:
        record: object = kind(**{key: read.get(key) for key in keys})
    except ValidationError as error:
        # Of a field that could not even be converted, the record would complain again.
        for fault in error.faults:
            key = fault.path.partition("[")[0]
            if key not in told:
                faults.append(Fault(f"{path}.{fault.path}", fault.value, fault.reason))
        record = None
    faults.extend(told.values())
    return None if told else record


def _understood(key: str, value: object) -> object:
    """Return a value of JSON as the record wants it; what it is not is left for the record."""
    if key in _TUPLES:
        if not isinstance(value, list):
            raise ValidationError(key, (Fault(key, value, "must be a list"),))
        return tuple(value)
    if key == "force":
        return Force.of(value)  # type: ignore[arg-type]
    if key == "since":
        return None if value is None else PartialDate.parse(value)  # type: ignore[arg-type]
    if key == "office" and value == "":
        return None
    return value


def _reason(key: str, error: BilateralError) -> str:
    if key == "force":
        return f"must be one of {', '.join([force.value for force in Force])}"
    assert isinstance(error, ValidationError)
    return "; ".join([fault.reason for fault in error.faults])


def _written(key: str, value: object) -> object:
    if isinstance(value, tuple):
        return list(value)
    if key == "office":
        return value or ""
    return str(value) if isinstance(value, (Force, PartialDate)) else value


def _unknown(
    faults: list[Fault], path: str, value: dict[str, object], keys: tuple[str, ...]
) -> None:
    for key in value:
        if key not in keys:
            reason = f"is no key here; the keys are {', '.join(keys)}"
            faults.append(Fault(f"{path}{key}", value[key], reason))


def _parsed(name: str) -> object:
    """Return what a file in JSON holds."""
    check(name)
    data = read_bytes(name)
    try:
        return json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object)
    except UnicodeDecodeError as error:
        raise LoadError(name, f"is not in UTF-8 (at byte {error.start}); save it so") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise LoadError(name, f"is no JSON: {error.msg} at {place}; correct it there") from error
    except (ValueError, RecursionError) as error:
        told = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise LoadError(name, f"cannot be understood: {told}") from error


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object; of two values under one key, JSON would drop the first without a word."""
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        msg = f"the key {twice!r} stands twice in one object; keep one of them"
        raise ValueError(msg)
    return made


def _write(name: str, value: object) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    with writing(name) as out:
        # A lone surrogate, which a text may hold and UTF-8 cannot, becomes a question mark.
        out.write(f"{text}\n".encode("utf-8", "replace"))
