"""The strategy of whole texts, and how one is put together."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

from attrs import define, frozen
from hypothesis import note
from hypothesis import strategies as st

from bilateral.model.commitments import Force
from bilateral.model.dates import PartialDate
from bilateral.model.meetings import Meeting
from bilateral.model.parties import code_of
from bilateral.strategies.prose import draws, grammar
from bilateral.strategies.prose.cast import Actor, Cast, Role
from bilateral.strategies.prose.pages import Prose
from bilateral.strategies.prose.phrases import Phrase, fill
from bilateral.strategies.prose.scene import Level, Scene
from bilateral.strategies.prose.sentences import Sentence
from bilateral.strategies.prose.subjects import Memory

if TYPE_CHECKING:
    from collections.abc import Collection

    from hypothesis.strategies import DrawFn, SearchStrategy

    from bilateral.model.parties import Country
    from bilateral.query.reports import Report

_ROMAN = ("I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.")
# Where a text without a date is told to be, for the years in it.
_TODAY = PartialDate(2031)


def report_texts(
    *,
    parties: SearchStrategy[Country] | None = None,
    forces: Collection[Force] = tuple(Force),
    max_sentences: int = 8,
) -> SearchStrategy[Report]:
    """Draw reports in prose, with exactly the records that a reader must find in the text.

    The prose is of the genre: a title and a date line, a first sentence that says who met, paragraphs,
    headings and lists; promises of every force, requests, matters of the agenda, partnerships, and
    sentences that say nothing of the kind; offices, pronouns, "both sides".  Read `report.source.text`
    with the reader that is to be tested, and compare: words, places, actors, force, deadlines, amounts,
    domains and ids are those of the codebook.  Only the place of the meeting's words and the traces
    are left out.

    Args:
        parties: who meets; must hold two that differ. None for most states of the world; one that the
            grammar's table lacks is named by its name alone.
        forces: how firm promises may be; without `Force.REQUEST`, there is no request.
        max_sentences: how many sentences follow the first at most.

    >>> from hypothesis import given
    >>> import bilateral
    >>> @given(report_texts(max_sentences=2))
    ... def test_my_reader_finds_every_promise(report):
    ...     found = bilateral.read(report.source.text)
    ...     assert found.commitments == report.commitments
    >>> test_my_reader_finds_every_promise()
    """
    days = st.dates(dt.date(2001, 1, 1), dt.date(2049, 12, 31))
    head = st.builds(
        _Head,
        title=st.none() | draws.lines("titles.csv"),
        published=st.none() | days,
        written=draws.one_among(["iso", "long"]),
        agency=st.booleans(),
        points=st.booleans(),
    )
    opening = st.builds(
        _Start,
        row=draws.one_among(grammar.rows("openings.csv", grammar.Opening)),
        when=st.integers(0, 6),
        named=draws.one_among(["weekday", "date"]),
        seat=st.integers(0, 1),
    )
    step = st.builds(
        _Step,
        said=st.integers(0, 4),
        sentence=draws.sentences(forces),
        paragraph=draws.one_among([False, False, True]),
        heading=draws.one_among([*[None] * 20, *grammar.rows("headings.csv", grammar.Line)]),
        numbered=st.booleans(),
    )
    pool = draws.hosts() if parties is None else parties
    drawn = st.builds(
        _Drawn,
        parties=st.lists(pool, min_size=2, max_size=2, unique_by=code_of),
        roles=draws.roles(),
        others=draws.others(),
        head=head,
        start=opening,
        level=st.builds(Level, draws.lines("levels.csv"), st.integers(1, 20)),
        steps=st.lists(step, max_size=max_sentences),
    )
    return _told(drawn)


@st.composite
def _told(draw: DrawFn, drawn: SearchStrategy[_Drawn]) -> Report:
    """Write a text; the message of a failing test shows it."""
    report = draw(drawn).report()
    note(report.source.text)
    return report


@frozen
class _Head:
    """What stands above the text, and how the text is set.

    Fields:
        title: the title line, or None.
        published: the day of the date line, or None without one.
        written: how the date is written.
        agency: whether the text begins with an agency's dateline.
        points: whether the paragraphs are numbered, which then have no headings.
    """

    title: grammar.Line | None
    published: dt.date | None
    written: str
    agency: bool
    points: bool


@frozen
class _Start:
    """The first sentence: its pattern, how many days ago it was, how that is told, and whose seat."""

    row: grammar.Opening
    when: int
    named: str
    seat: int


@frozen
class _Step:
    """A sentence, and what stands before it.

    Fields:
        said: 0 for a sentence that is left out.  Hypothesis hardly takes so large a thing out of the
            middle of a list; that number it makes 0 at once.
        sentence: the sentence.
        paragraph: whether it begins one.
        heading: a heading above it, or None.
        numbered: whether the heading has a number.
    """

    said: int
    sentence: Sentence
    paragraph: bool
    heading: grammar.Line | None
    numbered: bool


@define
class _Drawn:
    """Everything that is drawn of a text."""

    parties: list[Country]
    roles: list[Role]
    others: list[Country]
    head: _Head
    start: _Start
    level: Level
    steps: list[_Step]

    def report(self) -> Report:
        """Write the text down."""
        actors = [Actor(party, role) for party, role in zip(self.parties, self.roles, strict=True)]
        outside = tuple([party for party in self.others if party not in self.parties])
        cast = Cast(tuple(actors), outside, personal=self.start.row.leaders)
        published = self.head.published
        today = _TODAY if published is None else PartialDate.of(published)
        scene = Scene(cast, today, Memory(), self.level)
        page = Prose()
        title = self._head(page, cast)
        meeting = self._start(page, cast)
        steps = [step for step in self.steps if step.said]
        fresh = self.head.points
        headed = numbered = 0
        for step in steps:
            if step.heading is not None and not self.head.points and headed < len(_ROMAN):
                number = _ROMAN[headed] if step.numbered else None
                headed += 1
                page.head_line(step.heading.pattern, number)
                fresh = True
            before = " "
            if fresh or step.paragraph:
                scene.memory.forget()
                before = "\n" if page.text.endswith("\n") else "\n\n"
                if self.head.points:
                    numbered += 1
                    page.add(f"{numbered}.", before)
                    before = " "
            said = step.sentence.say(scene)
            page.say(said, before)
            fresh = bool(said.items)
        return page.report(title, None if published is None else today, meeting)

    def _head(self, page: Prose, cast: Cast) -> str | None:
        """Write the lines above the text; return the title."""
        title = None
        if self.head.title is not None:
            slots = {"a": cast.actors[0].plain_name, "b": cast.actors[1].plain_name}
            title = fill(self.head.title.pattern, slots).words
            page.add(title)
        day = self.head.published
        if day is not None:
            long = f"{day.day} {calendar.month_name[day.month]} {day.year}"
            page.add(day.isoformat() if self.head.written == "iso" else long, before="\n\n")
        return title

    def _start(self, page: Prose, cast: Cast) -> Meeting:
        """Write the first sentence; return the meeting that it tells of, without its leaders."""
        row = self.start.row
        first, second = cast.actors
        hosts = {"a": (first,), "b": (second,)}.get(row.seat, (first, second))
        seats = [host.state.seat for host in hosts if host.state.seat] or ["Geneva"]
        place = seats[self.start.seat % len(seats)]
        when, date = self._when()
        slots: dict[str, Phrase | str] = {"place": place, "day": when}
        slots |= {"a": first.state.name, "b": second.state.name}
        if row.leaders:
            order = sorted(
                cast.actors, key=lambda x: row.pattern.find("{a" if x is first else "{b")
            )
            named = {actor: actor.naming() for actor in order}
            slots |= {"a.first": named[first], "b.first": named[second]}
        words = fill(row.pattern, slots).capitalised()
        before = "\n\n"
        day, seat = self.head.published, first.state.seat
        if self.head.agency and day is not None and seat:
            month = calendar.month_name[day.month]
            page.add(f"{seat.upper()}, {month} {day.day} (Example News) -", before="\n\n")
            before = " "
        span, _ = page.add_phrase(words, before)
        return Meeting(
            span=span,
            kind=row.kind,
            date=date if "{day}" in row.pattern else None,
            place=place if "{place}" in row.pattern else None,
            parties=cast.parties(),
        )

    def _when(self) -> tuple[str, PartialDate | None]:
        """Return the words for the day of the meeting, and the day as far as it can be told."""
        published = self.head.published
        day = (published or dt.date(2031, 3, 4)) - dt.timedelta(self.start.when)
        month = calendar.month_name[day.month]
        told = PartialDate.of(day)
        if self.start.named == "date":
            return f"on {day.day} {month} {day.year}", told
        if self.start.when == 0:
            return "today", None if published is None else told
        return f"on {calendar.day_name[day.weekday()]}", None if published is None else told
