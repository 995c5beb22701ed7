"""The text that records were read from, and its outline."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from attrs import field, frozen

from bilateral.model import checks
from bilateral.model.dates import PartialDate
from bilateral.model.filling import portably
from bilateral.model.spans import Span

if TYPE_CHECKING:
    from bilateral.errors import Fault


@portably
@frozen(kw_only=True)
class Section:
    """A headed part of a text.

    Fields:
        title: the heading's words, without its number.
        number: the heading's number as printed (``"IV."``, ``"2."``), or None.
        level: depth in the outline, 1 at the top.
        parents: the titles of the headings above it, outermost first.
        span: the heading's place in the text, or None for a section made by hand.

    Raises:
        ValidationError: a title is blank, or the level is not one more than the number of parents.

    >>> str(Section(title="Trade", number="2.", level=2, parents=("Economic Ties",)))
    'Economic Ties > Trade'
    """

    title: str
    number: str | None = None
    level: int = 1
    parents: tuple[str, ...] = ()
    span: Span | None = None

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        checks.label(faults, "title", self.title)
        checks.optional_label(faults, "number", self.number)
        counted = checks.integer(faults, "level", self.level, 1, None)
        if checks.each(faults, "parents", self.parents, str, "str"):
            for index, parent in enumerate(self.parents):
                checks.label(faults, f"parents[{index}]", parent)
            depth = len(self.parents) + 1
            if counted and self.level != depth:
                reason = f"must be {depth}, one more than the number of parents"
                checks.add(faults, "level", self.level, reason)
        checks.optional(faults, "span", self.span, Span, "a Span")
        if faults:
            checks.refuse(self, faults)

    @property
    def path(self) -> tuple[str, ...]:
        """The titles from the top of the outline down to this one."""
        return (*self.parents, self.title)

    def __str__(self) -> str:
        return " > ".join(self.path)


@frozen
class Source:
    """A text and where it came from.  The text is kept exactly as it was given.

    Fields:
        text: the whole text; every `Span` indexes it.
        title: the document's title, or None.
        date: the day it was published, as far as known, or None.
        publisher: who published it, or None.
        url: where it was found, or None; never fetched.
        sections: its headings, in the order of the text.

    Raises:
        ValidationError: a field has the wrong type, a title is blank, or a section lies outside the
            text.

    >>> Source("Both sides agreed.", title="Readout").sha256[:8]
    'b731deb9'
    """

    text: str = field(repr=lambda text: f"<{len(text)} characters>")
    title: str | None = field(default=None, kw_only=True)
    date: PartialDate | None = field(default=None, kw_only=True)
    publisher: str | None = field(default=None, kw_only=True)
    url: str | None = field(default=None, kw_only=True)
    sections: tuple[Section, ...] = field(
        default=(), kw_only=True, repr=lambda sections: str(len(sections))
    )

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        sound = checks.kind(faults, "text", self.text, str, "a str")
        for name in ("title", "publisher", "url"):
            checks.optional_label(faults, name, getattr(self, name))
        checks.optional(faults, "date", self.date, PartialDate, "a PartialDate")
        if checks.each(faults, "sections", self.sections, Section, "Section") and sound:
            size = len(self.text)
            for index, section in enumerate(self.sections):
                if section.span is not None and section.span.end > size:
                    reason = f"must end within the text, which has {size} characters"
                    checks.add(faults, f"sections[{index}].span", section.span, reason)
        if faults:
            checks.refuse(self, faults)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text in UTF-8, in hexadecimal; the same anywhere.

        A lone surrogate, which UTF-8 cannot write, counts as the three bytes that it would take.
        """
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
