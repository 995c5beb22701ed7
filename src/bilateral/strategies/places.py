"""Places in texts, and the texts themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from bilateral.model.sources import Section, Source
from bilateral.model.spans import Span
from bilateral.strategies.dates import partial_dates
from bilateral.strategies.words import lines, maybe, prose

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from bilateral.model.dates import PartialDate


def spans(*, max_end: int = 10_000) -> SearchStrategy[Span]:
    """Draw spans; the plainest is the first character.

    Args:
        max_end: where they end at the latest: the length of the text, 1 or more.

    >>> from hypothesis import find
    >>> find(spans(max_end=20), lambda span: len(span) > 2)
    Span(start=0, end=3)
    """
    # The end is not drawn behind the start but cut off, so that both shrink by themselves.
    places, sizes = st.integers(0, max_end - 1), st.integers(1, max_end)
    return st.builds(lambda start, size: Span(start, min(start + size, max_end)), places, sizes)


def sections() -> SearchStrategy[Section]:
    """Draw sections of up to three levels, without a place in a text."""
    numbers = maybe(st.sampled_from(["I.", "2.", "3.1", "(a)", "IV"]))
    titles = st.lists(lines(), min_size=1, max_size=3)
    return st.builds(_section, titles, numbers)


def _section(path: list[str], number: str | None) -> Section:
    *parents, title = path
    return Section(title=title, number=number, level=len(path), parents=tuple(parents))


class Page:
    """A text in the making: what is added gets its place, and headings become its outline."""

    def __init__(self) -> None:
        self.text = ""
        self.sections: list[Section] = []

    @property
    def section(self) -> Section | None:
        """The section in which the next words will stand."""
        return self.sections[-1] if self.sections else None

    def add(self, words: str, before: str = " ") -> Span:
        """Add words, with white space before them where anything stands there."""
        self.text += before if self.text else ""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def head(self, heading: Section) -> None:
        """Add a heading under those that the page has: no level is left out."""
        above = self.section
        path = () if above is None else above.path[: heading.level - 1]
        words = " ".join([x for x in (heading.number, heading.title) if x is not None])
        self.sections.append(
            Section(
                title=heading.title,
                number=heading.number,
                level=len(path) + 1,
                parents=path,
                span=self.add(words, before="\n\n"),
            )
        )
        self.text += "\n"

    def source(
        self, title: str | None, date: PartialDate | None, publisher: str | None, url: str | None
    ) -> Source:
        """Return the page with what is known of it."""
        return Source(
            self.text,
            title=title,
            date=date,
            publisher=publisher,
            url=url,
            sections=tuple(self.sections),
        )


def urls() -> SearchStrategy[str]:
    """Draw addresses of pages."""
    return st.integers(0, 9999).map(lambda number: f"https://example.org/{number}")


def sources(
    *,
    texts: SearchStrategy[str] | None = None,
    titles: SearchStrategy[str | None] | None = None,
    dates: SearchStrategy[PartialDate | None] | None = None,
) -> SearchStrategy[Source]:
    """Draw sources with headings whose places index the text; the plainest is empty.

    Args:
        texts: the texts, which then get no outline; None for paragraphs of any script under
            headings.
        titles: one line each, or None.
        dates: days of publication; None for any and none.

    >>> from hypothesis import find
    >>> find(sources(texts=st.just("They met.")), lambda source: True).text
    'They met.'
    >>> find(sources(), lambda source: source.sections).sections[0].title
    '0'
    """
    pages = _pages() if texts is None else texts.map(_plain)
    return st.builds(
        Page.source,
        pages,
        maybe(lines()) if titles is None else titles,
        maybe(partial_dates()) if dates is None else dates,
        maybe(lines()),
        maybe(urls()),
    )


def _pages() -> SearchStrategy[Page]:
    return st.lists(prose() | sections(), max_size=6).map(_page)


def _page(parts: list[str | Section]) -> Page:
    page = Page()
    for part in parts:
        if isinstance(part, Section):
            page.head(part)
        else:
            page.add(part, before="\n\n")
    return page


def _plain(text: str) -> Page:
    page = Page()
    page.text = text
    return page
