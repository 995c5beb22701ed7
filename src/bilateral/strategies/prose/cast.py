"""Who is in a text: those who meet with their leaders, and those who do not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import define, frozen

from bilateral.gazetteer.lookup import by_party_code
from bilateral.strategies.prose import grammar
from bilateral.strategies.prose.phrases import Phrase, fill, named

if TYPE_CHECKING:
    from bilateral.model.parties import Party


@cache
def states() -> dict[str, grammar.State]:
    """Return the states of the table by code."""
    return {state.code: state for state in grammar.rows("states.csv", grammar.State)}


def state_of(party: Party) -> grammar.State:
    """Return how a party is named; one that the tables lack has its name alone."""
    return states().get(party.code) or grammar.State(party.code, party.name)


@frozen
class Role:
    """What is drawn of a leader: the name, the office, and the ways to name them."""

    name: grammar.Name
    office: grammar.Office
    first: grammar.Naming
    again: grammar.Naming


@define(eq=False)
class Actor:
    """One of those who meet, and their leader."""

    party: Party
    role: Role
    #: whether the text has named the leader
    named: bool = False

    @property
    def state(self) -> grammar.State:
        """How the party is named."""
        return state_of(self.party)

    @property
    def plain_name(self) -> str:
        """The party's name without an article."""
        return self.state.name.removeprefix("the ")

    def naming(self, *, bare: bool = False) -> Phrase:
        """Name the leader: in full for the first time, more shortly again.

        Args:
            bare: leave out the office where the leader is named again.
        """
        role, state = self.role, self.state
        pattern = role.again.pattern if self.named else role.first.pattern
        if "{adjective}" in pattern and not state.adjective:
            pattern = "{office} {name} of {country}"
        if self.named and bare:
            pattern = "{surname}"
        self.named = True
        return fill(
            pattern,
            {
                "office": role.office.office,
                "name": named(role.name.name, self),
                "surname": named(role.name.surname, self),
                "country": state.name,
                "adjective": state.adjective,
            },
        )


@define
class Cast:
    """Those who meet, in the order in which they are named, and others."""

    actors: tuple[Actor, ...]
    others: tuple[Party, ...]
    #: whether the text tells of persons: one that begins without them goes on without them
    personal: bool

    def parties(self) -> tuple[Party, ...]:
        """Return the parties that meet."""
        return tuple([actor.party for actor in self.actors])

    def other(self, number: int) -> Party:
        """Return a party that does not meet."""
        return self.others[number % len(self.others)]


def party_of(code: str) -> Party:
    """Return the party of a code."""
    return by_party_code()[code]
