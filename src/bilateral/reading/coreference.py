"""Agents → parties: whom a collective, a pronoun, or an office without a name means.

The resolver goes through the text once, from left to right, and remembers the subjects that it met.
What it cannot tell stays empty: nobody is guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from bilateral.gazetteer.lookup import organizations_by_code
from bilateral.reading.agents import Agent, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.reading.people import Person

# Python 3.11 takes as long for each `Sort.NAMED` as for a call.
_NAMED, _OWNER, _TOGETHER = Sort.NAMED, Sort.OWNER, Sort.TOGETHER
_WE, _THEY, _PERSON = Sort.WE, Sort.THEY, Sort.PERSON
_BLOC, _OFFICE, _SPEAKER, _THING = Sort.BLOC, Sort.OFFICE, Sort.SPEAKER, Sort.THING


@define(eq=False)
class Subject:
    """Who acts in a clause: the codes, the words that say so, and why they mean these codes."""

    codes: tuple[str, ...]
    start: int
    end: int
    note: str
    plural: bool = False
    personal: bool = False
    #: the words name the parties; a pronoun or a collective does not
    named: bool = True
    sort: Sort = Sort.NAMED


@define
class Resolver:
    """Settles what agents mean, in the order of the text."""

    participants: tuple[str, ...]
    persons: list[Person]
    #: the last subject that was one person, one thing, or several
    person: Subject | None = None
    #: the party of an office that the text never names: "the Prime Minister" at home
    home: str = ""
    thing: Subject | None = None
    several: Subject | None = None
    #: the organization that was the last subject of its kind
    bloc: tuple[str, ...] = ()
    #: who speaks in the sentence at hand, when that is one party
    speaker: Subject | None = None
    #: the two of the meeting told last, where the text tells of several
    met: tuple[str, ...] = ()
    _offices: list[tuple[int, str, str]] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        for person in self.persons:
            if person.office and person.code:
                self._offices += [
                    (start, person.office, person.code) for start, _ in person.extents
                ]
        self._offices.sort()

    def begin(self, pair: tuple[str, ...] = (), named: Iterable[str] = ()) -> None:
        """Forget what holds for one sentence only.

        Args:
            pair: the two parties whose persons meet in the sentence that begins.
            named: all parties that it names.
        """
        self.speaker = None
        if pair:
            self.met = () if set(pair) == set(self.participants) else pair
            self.several = None
        elif self.met and not set(self.met).issuperset(set(named) & set(self.participants)):
            self.met = ()

    def subject(self, group: list[Agent]) -> Subject:
        """Settle a run of agents joined by "and" or commas."""
        first = group[0]
        if len(group) == 1:
            sort = first.sort
            named = sort is _NAMED or sort is _OWNER
            found, note = (first.codes, "named") if named else self._codes(first)
            if len(found) > 1:
                found = tuple(dict.fromkeys(found))
            return Subject(
                found, first.start, first.end, note, first.plural, first.personal, named, sort
            )
        codes: list[str] = []
        notes = []
        named = True
        for agent in group:
            found, note = self._codes(agent)
            codes += found
            notes.append(note)
            named = named and (agent.sort is _NAMED or agent.sort is _OWNER)
        unique = tuple(dict.fromkeys(codes))
        note = "; ".join(dict.fromkeys(notes))
        end = group[-1].end
        return Subject(unique, first.start, end, note, plural=True, named=named, sort=first.sort)

    def remember(self, subject: Subject) -> None:
        """Keep a subject for the pronouns that follow."""
        if not subject.codes:
            return
        if subject.plural or len(subject.codes) > 1:
            self.several = subject
            return
        if subject.codes[0] in organizations_by_code():
            self.bloc = subject.codes
        if subject.personal or subject.sort is _PERSON:
            self.person = subject
        else:
            self.thing = subject
        if self.speaker is None:
            self.speaker = subject

    def _codes(self, agent: Agent) -> tuple[tuple[str, ...], str]:
        sort = agent.sort
        if sort is _NAMED or sort is _OWNER:
            return agent.codes, "named"
        if sort is _TOGETHER:
            return self.met or self.participants, "all who meet"
        if sort is _WE:
            if self.speaker is not None:
                return self.speaker.codes, "the one who speaks"
            return self.participants, "all who meet"
        if sort is _THEY:
            if self.several is not None:
                return self.several.codes, "those named before"
            return self.met or self.participants, "all who meet"
        if sort is _PERSON:
            return (
                (self.person.codes, "the person named before") if self.person else ((), "unknown")
            )
        if sort is _OFFICE:
            return self._office(agent)
        if sort is _SPEAKER:
            found = self.speaker or self.person
            return (found.codes, "the one who speaks") if found else ((), "unknown")
        if sort is _BLOC:
            there = [code for code in self.participants if code in organizations_by_code()]
            found_there = tuple(there) if len(there) == 1 else ()
            return self.bloc or found_there, "the organization named before"
        found = self.thing or self.person
        if sort is not _THING:
            found = self.speaker or self.person or self.thing
        return (found.codes, "the party named before") if found else ((), "unknown")

    def _office(self, agent: Agent) -> tuple[tuple[str, ...], str]:
        if agent.codes:
            return agent.codes, "named with the office"
        if agent.plural:
            return self.met or self.participants, "all who meet"
        best = ""
        for _, office, code in self._offices:
            # "the minister" is the foreign minister who was named; "the president" no vice president.
            # Of two presidents the one who is named first is the one of whom the text tells.
            if office == agent.office or (
                office.endswith(f" {agent.office}") and not office.startswith(("vice", "deputy"))
            ):
                best = code
                break
        if best:
            return (best,), "the holder of the office"
        return ((self.home,), "the party whose office this is") if self.home else ((), "unknown")
