"""Plain text."""

from __future__ import annotations

from bilateral.loaders.decoding import decode
from bilateral.loaders.documents import Document


def parse(data: bytes, path: str, *, encoding: str | None = None) -> Document:
    """Return the whole file as text.

    Raises:
        LoadError: the bytes are no text.

    >>> parse(b"Both sides agreed.", "readout.txt").text
    'Both sides agreed.'
    """
    return Document(text=decode(data, path, encoding=encoding))
