"""Sentences that promise, and that ask."""

from __future__ import annotations

import calendar
from decimal import Decimal
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from bilateral.model.commitments import Amount, Commitment, Force
from bilateral.model.dates import PartialDate
from bilateral.strategies.dates import later
from bilateral.strategies.prose import grammar
from bilateral.strategies.prose.cast import state_of
from bilateral.strategies.prose.phrases import Phrase, fill, named
from bilateral.strategies.prose.scene import Said, Scene, sentence
from bilateral.strategies.prose.subjects import Acting, Chosen, act

if TYPE_CHECKING:
    from bilateral.model.domains import Domain


@frozen
class Due:
    """A deadline: how it is written, and how many days off."""

    row: grammar.Limit
    days: int

    def tell(self, today: PartialDate) -> tuple[str, PartialDate]:
        """Return the words and the date; a year is never the one that is under way."""
        date = later(today, self.days, self.row.precision)
        if date.year == today.year and date.month is None:
            date = PartialDate(date.year + 1)
        month = calendar.month_name[date.month or 1]
        slots = {"year": str(date.year), "month": month, "day": str(date.day)}
        return fill(self.row.pattern, slots).words, date


@frozen
class Sum:
    """An amount of money as it is written."""

    row: grammar.Money
    number: int

    def tell(self) -> Phrase:
        """Return the words, which are the amount."""
        value = Decimal(self.number) * self.row.scale
        words = fill(self.row.pattern, {"n": str(self.number)}).words
        return named(words, Amount(value, currency=self.row.currency))


@frozen
class Gift:
    """What one party does for the other, and with how much."""

    deed: grammar.Deed
    money: Sum


@frozen
class Promise:
    """Somebody promises something; by when, or, where one acts, to give how much in its place."""

    subject: Chosen
    cue: grammar.Cue
    deed: grammar.Deed
    more: Due | Gift | None

    def say(self, scene: Scene) -> Said:
        """Say it."""
        acting = act(self.subject, scene.cast, scene.memory)
        cue = self._cue(acting)
        if isinstance(self.more, Gift) and acting.actor is not None:
            return _give(acting, cue, self.more, scene)
        limit, deadline = "", None
        if isinstance(self.more, Due) and self.deed.ends:
            limit, deadline = self.more.tell(scene.today)
        conduct = {
            "do": f"{self.deed.do} {limit}".strip(),
            "doing": f"{self.deed.doing} {limit}".strip(),
        }
        words = sentence(cue.pattern, acting, conduct)
        scene.memory.keep(acting, alone=True)
        promise = _bare(acting, cue.force, self.deed.domains, deadline, again=cue.reaffirmed)
        return Said(words, (promise,))

    def _cue(self, acting: Acting) -> grammar.Cue:
        """Return the cue, or a plain one of the same force where it does not go with who acts."""
        person = acting.person and acting.actor is not None
        if self.cue.by == "person" and not person:
            return _plain(self.cue)
        if "{they}" in self.cue.pattern and not acting.refers:
            return _plain(self.cue)
        return self.cue


def _give(acting: Acting, cue: grammar.Cue, gift: Gift, scene: Scene) -> Said:
    receiver = next(x for x in scene.cast.actors if x is not acting.actor)
    slots = {"whom": Phrase(receiver.state.name), "sum": gift.money.tell()}
    conduct = {"do": fill(gift.deed.do, slots), "doing": fill(gift.deed.doing, slots)}
    words = sentence(cue.pattern, acting, conduct)
    scene.memory.keep(acting, alone=False)
    promise = _bare(acting, cue.force, gift.deed.domains, again=cue.reaffirmed)
    return Said(words, (evolve(promise, addressees=(receiver.party,)),))


def _plain(cue: grammar.Cue) -> grammar.Cue:
    """Return the first cue of the same force that anybody can say."""
    found = grammar.rows("promises.csv", grammar.Cue)
    plain: grammar.Cue = next(x for x in found if x.by == "any" and x.force is cue.force)
    return plain


@frozen
class Both:
    """Each of those who meet promises something of their own."""

    row: grammar.Pair
    deeds: list[grammar.Deed]
    first: int

    def say(self, scene: Scene) -> Said:
        """Say it."""
        one, other = scene.cast.actors[:: -1 if self.first else 1]
        conduct = {"do": self.deeds[0].do, "also": self.deeds[1].do}
        words = fill(self.row.pattern, {"a": one.state.name, "b": other.state.name, **conduct})
        scene.memory.forget()
        forces = self.row.force * 2  # one for both, or one each
        promises = [
            Commitment("…", actors=(actor.party,), force=force, domains=deed.domains)
            for actor, deed, force in zip((one, other), self.deeds, forces, strict=False)
        ]
        return Said(words.capitalised(), tuple(promises))


@frozen
class Listed:
    """Those who meet promise several things in a list."""

    subject: Chosen
    row: grammar.Stem
    deeds: list[grammar.Deed]

    def say(self, scene: Scene) -> Said:
        """Say the stem; the items are what it promises."""
        acting = act(self.subject, scene.cast, scene.memory)
        words = sentence(self.row.pattern, acting, {})
        scene.memory.forget()
        items = [
            (
                deed.do if self.row.form == "do" else deed.doing,
                _bare(acting, self.row.force, deed.domains, again=self.row.reaffirmed),
            )
            for deed in self.deeds
        ]
        return Said(words, items=tuple(items))


@frozen
class Request:
    """Somebody asks one of the others, or the other of those who meet, to do something."""

    subject: Chosen
    row: grammar.Line
    deed: grammar.Deed
    whom: int

    def say(self, scene: Scene) -> Said:
        """Say it."""
        acting = act(self.subject, scene.cast, scene.memory)
        asked = scene.cast.other(self.whom)
        if acting.actor is not None and self.whom == 0:
            asked = next(x.party for x in scene.cast.actors if x is not acting.actor)
        slots = {"whom": state_of(asked).name, "do": self.deed.do}
        words = sentence(self.row.pattern, acting, slots)
        scene.memory.keep(acting, alone=False)
        promise = _bare(acting, Force.REQUEST, self.deed.domains)
        return Said(words, (evolve(promise, addressees=(asked,)),))


def _bare(
    acting: Acting,
    force: Force,
    domains: tuple[Domain, ...],
    deadline: PartialDate | None = None,
    *,
    again: bool = False,
) -> Commitment:
    """Return a commitment that has its words still to come."""
    return Commitment(
        "…",
        actors=acting.parties,
        force=force,
        reaffirmed=again,
        domains=domains,
        deadline=deadline,
    )
