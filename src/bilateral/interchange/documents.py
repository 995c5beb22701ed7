"""Records ↔ documents of plain values, which any format of trees can hold.

A document is ``{"format": "bilateral", "version": 1, "type": "Report", "parties": {…}, "domains":
{…}, "sections": {…}, "value": …}``: the form and its version, the class, what the value cites by key
(see `bilateral.interchange.sharing`), and the value, an object with a key for each field.
"""

from __future__ import annotations

from typing import Any, cast

from bilateral.collecting import uncollected
from bilateral.errors import Fault, ValidationError
from bilateral.interchange import migrations, standoff
from bilateral.interchange.careful import Reader
from bilateral.interchange.compiled import WRONG, Dates, reader_of, writer_of
from bilateral.interchange.shapes import record_shape, shape_of, storable
from bilateral.interchange.sharing import Writer
from bilateral.interchange.standoff import Texts
from bilateral.model import checks
from bilateral.model.sources import Section
from bilateral.query.matters import Matters

#: What `format` is in every document.
FORMAT = "bilateral"
KEYS = ("format", "version", "type", "parties", "domains", "sections", "value")


@uncollected()
def to_document(record: object, *, text: bool = True) -> dict[str, Any]:
    """Return a record as a document.

    Args:
        record: a record, a collection, a `Report` or a `Dossier`.
        text: whether the words of the source are in it; see `bilateral.interchange.standoff`.

    Raises:
        ValidationError: it is something else, or has no text that could be left out.

    >>> from bilateral import Span
    >>> to_document(Span(4, 9))["value"]
    [4, 9]
    """
    kind: type = type(record)
    if storable().get(kind.__name__) is not kind:
        reason = f"must be one of {', '.join(storable())}"
        raise ValidationError("dumps", (Fault("record", record, reason),))
    if not text and kind.__name__ not in standoff.KINDS:
        reason = "only a Report or a Dossier has a text that can be left out"
        raise ValidationError("dumps", (Fault("text", text, reason),))
    writer = Writer(writer_of(record_shape(Section)))
    if isinstance(record, Matters):
        for section in record._origin.sections:  # noqa: SLF001 - what by_section knows of
            writer.section(section)
    document = {
        "format": FORMAT,
        "version": migrations.VERSION,
        "type": kind.__name__,
        "parties": writer.parties,
        "domains": writer.domains,
        "sections": writer.sections,
        "value": writer_of(shape_of(kind))(record, writer),
    }
    if not text:
        standoff.leave_out(document)
    return document


@uncollected()
def from_document(
    document: object, kind: type | None = None, *, texts: Texts | None = None, called: str = ""
) -> object:
    """Return the record that a document holds.

    Args:
        document: plain values, as a parser of JSON gives them; it is not used afterwards.
        kind: the class that the record must have, or None for any.
        texts: the texts of a document from which they were left out.
        called: what the document is called in an error.

    Raises:
        ValidationError: with every fault, its path, its value and the reason.
    """
    reader = Reader()
    found = _opened(reader, document, kind)
    if found is not None:
        name, document = found
        before = len(reader.faults)
        standoff.put_back(reader, document, texts or Texts())
        if len(reader.faults) == before:  # without its text, everything in a report looks faulty
            record = _read(reader, document, name)
            if not reader.faults:
                return record
    raise ValidationError(called or "the document", tuple(reader.faults))


def _read(reader: Reader, document: dict[str, Any], name: str) -> object:
    """Return the record; or anything, and the reader has the faults."""
    kind, value = storable()[name], document["value"]
    shape = shape_of(kind)
    reader.tables(document)
    if not reader.faults:
        try:
            record = reader_of(shape)(value, reader.shared, Dates())
            if isinstance(record, kind):
                return _outlined(record, reader)
        except WRONG:
            pass  # whether and why is found out below
    record = reader.read(shape, value, "value")
    if reader.faults:
        return record
    if not isinstance(record, kind):
        return reader.add("value", value, f"must be the key of {checks.article(name)}")
    return _outlined(record, reader)


def _opened(
    reader: Reader, document: object, kind: type | None
) -> tuple[str, dict[str, Any]] | None:
    """Return the class's name and the document in its newest form; None where there are faults."""
    if not isinstance(document, dict):
        reader.add("the document", document, f"must be an object with the keys {', '.join(KEYS)}")
        return None
    if document.get("format") != FORMAT:
        reason = f"must be {FORMAT!r}: this is no document that bilateral.dump wrote"
        if {"bilateral", "form", "reports"} <= document.keys():
            reason += "; `bilateral read --format json` prints extracts, which cannot be loaded"
        reader.add("format", document.get("format"), reason)
        return None
    version = document.get("version")
    if type(version) is not int or version < 1:
        reader.add("version", version, f"must be a whole number from 1 to {migrations.VERSION}")
        return None
    if version > migrations.VERSION:
        reason = f"is newer than {migrations.VERSION}, the newest that is known; update bilateral"
        reader.add("version", version, reason)
        return None
    if version < migrations.VERSION:
        try:
            document = migrations.migrate(document, version)
        except ValueError as error:
            reader.add("the document", version, str(error))
            return None
    reader.keys(document, KEYS, "")
    name = document.get("type")
    if not isinstance(name, str) or name not in storable():
        reader.add("type", name, f"must be one of {', '.join(storable())}")
        return None
    if kind is not None and storable()[name] is not kind:
        reason = f"must be {kind.__name__!r}; say kind={name} to load what is there"
        reader.add("type", name, reason)
        return None
    if "value" not in document:
        reader.add("value", None, "is missing")
        return None
    return name, document


def _outlined(record: object, reader: Reader) -> object:
    """Return a record, with its outline if it is a collection that can have one."""
    if isinstance(record, Matters) and reader.shared.sections:
        return record.with_sections(cast("list[Section]", list(reader.shared.sections.values())))
    return record
