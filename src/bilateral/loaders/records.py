"""JSON that `bilateral.dump` has written → the record; nothing is read anew."""

from __future__ import annotations

from bilateral.collecting import uncollected
from bilateral.interchange.documents import from_document
from bilateral.interchange.json import parse as parse_json
from bilateral.loaders.decoding import decode


@uncollected()
def parse(data: bytes, path: str, *, encoding: str | None = None) -> object:
    """Return the record; see `bilateral.loads`.

    Args:
        data: the whole file.
        path: its name, for errors.
        encoding: its encoding, if it is not UTF-8.

    Raises:
        LoadError: it is no JSON.
        ValidationError: it is no document of records, or a faulty one.
    """
    text = data if encoding is None else decode(data, path, encoding=encoding)
    return from_document(parse_json(text, path), called=path)
