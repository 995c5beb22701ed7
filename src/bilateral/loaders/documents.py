"""What a loader hands on to the reader."""

from __future__ import annotations

from typing import Protocol

from attrs import frozen

from bilateral.model.dates import PartialDate


@frozen(kw_only=True)
class Document:
    """The text of a file and what the file says of itself.

    Fields:
        text: the text; every span indexes it.
        title: the title that the format gives, or None.  A title that is a line of the text is the
            reader's to find.
        date: the day of publication that the format gives, or None.
        publisher: who published it, or None.
        url: where it was published, or None.

    >>> Document(text="Both sides agreed.").title is None
    True
    """

    text: str
    title: str | None = None
    date: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None


class Parse(Protocol):
    """What each module of a format offers as `parse`."""

    def __call__(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:
        """Turn the bytes of a file into a document.

        Args:
            data: the whole file.
            path: its name, for errors.
            encoding: what the caller says the encoding is, or None.

        Raises:
            LoadError: the bytes are not of this format.
        """
        ...
