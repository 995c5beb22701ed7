"""What a loader hands on to the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from bilateral.model import checks
from bilateral.model.dates import PartialDate
from bilateral.reading.outline import LINE_ENDS, Mark

if TYPE_CHECKING:
    from bilateral.errors import Fault


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
        marks: what the format says of lines of the text, in their order: which are headings, of
            which level, and which are list items.  Lines without a mark are told by their shape, as
            in plain text.

    Raises:
        ValidationError: a mark lies outside the text or within another, is less than a line, or
            its words are blank or begin or end with white space.

    >>> Document(text="Both sides agreed.").title is None
    True
    """

    text: str
    title: str | None = None
    date: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    marks: tuple[Mark, ...] = ()

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        if checks.kind(faults, "text", self.text, str, "a str"):
            if checks.each(faults, "marks", self.marks, Mark, "Mark"):
                self._check_marks(faults)
        if faults:
            checks.refuse(self, faults)

    def _check_marks(self, faults: list[Fault]) -> None:
        last = 0
        for index, mark in enumerate(self.marks):
            if mark.span.start < last:
                reason = f"must begin behind the mark before, which ends at {last}"
                checks.add(faults, f"marks[{index}].span", mark.span, reason)
            last = mark.span.end
            if last > len(self.text):
                reason = f"must end within the text, which has {len(self.text)} characters"
                checks.add(faults, f"marks[{index}].span", mark.span, reason)
            elif not _is_whole(self.text, mark.span.start, last):
                reason = "must take in whole lines"
                checks.add(faults, f"marks[{index}].span", mark.span, reason)
            elif (words := mark.words.of(self.text)) != words.strip() or not words:
                reason = "must mark words without white space around them"
                checks.add(faults, f"marks[{index}].words", mark.words, reason)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Say whether only white space stands beside a stretch on its first line and its last."""
    while start and text[start - 1] not in LINE_ENDS and text[start - 1].isspace():
        start -= 1
    if text[end - 1] not in LINE_ENDS:
        while end < len(text) and text[end] not in LINE_ENDS and text[end].isspace():
            end += 1
    begins = start == 0 or text[start - 1] in LINE_ENDS
    return begins and (end == len(text) or text[end - 1] in LINE_ENDS or text[end] in LINE_ENDS)


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
