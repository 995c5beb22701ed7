"""Who acts in a sentence, in what words, and to whom a pronoun of the next one can point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, frozen

from bilateral.strategies.prose import grammar
from bilateral.strategies.prose.phrases import Phrase, fill

if TYPE_CHECKING:
    from bilateral.model.parties import Party
    from bilateral.strategies.prose.cast import Actor, Cast

_PLURAL = {"s": "", "es": "", "are": "are", "have": "have", "they": "they", "their": "their"}
_SINGULAR = {"s": "s", "es": "es", "are": "is", "have": "has"}
_OF = {"he": "his", "she": "her", "it": "its"}

_EVERYBODY = grammar.Subject("{a} and {b}", "all", "plural", person=False, needs="", refers=True)
_ONE = grammar.Subject("{x}", "one", "singular", person=False, needs="", refers=True)


@frozen
class Chosen:
    """What is drawn of a subject: the words, and which of the parties where one acts."""

    row: grammar.Subject
    who: int


@frozen
class Acting:
    """A subject in its sentence.

    Fields:
        words: the words.
        parties: who acts.
        actor: the one who acts, or None for all.
        person: whether the words name or mean a person.
        refers: whether a pronoun may point back to them.
        forms: the words that must agree with it.
    """

    words: Phrase
    parties: tuple[Party, ...]
    actor: Actor | None
    person: bool
    refers: bool
    forms: dict[str, str]


@define
class Memory:
    """Of whom the sentence before spoke: what a pronoun may point to, and nothing else may."""

    several: bool = False
    person: Actor | None = None
    party: Actor | None = None

    def forget(self) -> None:
        """Forget everybody: a sentence without a subject of the cast, or a new paragraph."""
        self.several, self.person, self.party = False, None, None

    def keep(self, acting: Acting, *, alone: bool) -> None:
        """Remember who acted.

        Args:
            acting: who acted.
            alone: no other party is named in the sentence, so that "it" is clear.
        """
        self.forget()
        if not acting.refers:
            return
        if acting.actor is None:
            self.several = True
        elif acting.person:
            self.person = acting.actor
        elif alone:
            self.party = acting.actor


def act(chosen: Chosen, cast: Cast, memory: Memory) -> Acting:
    """Put a subject into words; one that cannot be told here is named in full instead."""
    row = chosen.row
    meant: dict[str, Actor | None] = {"person": memory.person, "party": memory.party}
    actor = meant.get(row.needs, cast.actors[chosen.who % len(cast.actors)])
    untold = row.person and not cast.personal
    if untold or actor is None or (row.needs == "several" and not memory.several):
        return act(Chosen(_ONE if row.of == "one" else _EVERYBODY, chosen.who), cast, memory)
    state = actor.state
    if ("adjective}" in row.words and not state.adjective) or (
        "seat}" in row.words and not state.seat
    ):
        return act(Chosen(_ONE, chosen.who), cast, memory)
    words = _words(row, actor, cast)
    if row.of == "all":
        return Acting(words, cast.parties(), None, row.person, row.refers, dict(_PLURAL))
    pronoun = actor.role.name.pronoun if row.person else "it"
    forms = {**_SINGULAR, "they": pronoun, "their": _OF[pronoun], "own": state.name}
    return Acting(words, (actor.party,), actor, row.person, row.refers, forms)


def _words(row: grammar.Subject, actor: Actor, cast: Cast) -> Phrase:
    slots: dict[str, Phrase | str] = {
        "x": actor.state.name,
        "x.adjective": actor.state.adjective,
        "x.seat": actor.state.seat,
        "x.office": actor.role.office.office.lower(),
        "pronoun": actor.role.name.pronoun,
    }
    first, second = cast.actors
    slots |= {"a": first.state.name, "b": second.state.name}
    # Naming a leader changes how they are named later: only those in the pattern are asked.
    if "{x.again}" in row.words:
        slots["x.again"] = actor.naming()
    if "{a.again}" in row.words:
        slots |= {"a.again": first.naming(bare=True), "b.again": second.naming(bare=True)}
    return fill(row.words, slots)
