"""Sentences that promise nothing: matters, the status of a relationship, and asides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.gazetteer.tables import items
from bilateral.model.dates import PartialDate
from bilateral.model.issues import Issue
from bilateral.model.partnerships import Partnership, PartnershipLevel
from bilateral.strategies.prose import grammar
from bilateral.strategies.prose.cast import party_of, state_of
from bilateral.strategies.prose.phrases import Phrase, fill, named
from bilateral.strategies.prose.scene import Said, Scene, pair, sentence
from bilateral.strategies.prose.subjects import Chosen, act

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen
class Presented:
    """One matter, or two, is discussed or feared."""

    subject: Chosen
    row: grammar.Agenda
    matters: list[grammar.Matter]
    there: int

    def say(self, scene: Scene) -> Said:
        """Say it."""
        first, second = [_matter(row, self.there, scene) for row in self.matters]
        slots = {"matter": first, "another": second}
        return Said(_told(self.row.pattern, self.subject, slots, scene, keep=True))


def _matter(row: grammar.Matter, number: int, scene: Scene) -> Phrase:
    there = scene.cast.other(number)
    name = fill(row.name, {"there": state_of(there).name}).words
    about = (there,) if "{there}" in row.name else tuple(map(party_of, items(row.about)))
    issue = Issue(name, parties=about, domains=row.domains)
    return fill(
        "{article} {name}" if row.article else "{name}",
        {"article": row.article, "name": named(name, issue)},
    )


@frozen
class Status:
    """The status of the relationship of those who meet is named."""

    subject: Chosen
    row: grammar.Bond

    def say(self, scene: Scene) -> Said:
        """Say it."""
        level = scene.level.row.pattern
        year = scene.today.year - scene.level.years
        bond = Partnership(
            scene.cast.parties(),
            PartnershipLevel(level),
            since=PartialDate(year) if self.row.since else None,
        )
        slots: dict[str, Phrase | str] = {
            "level": named(level, bond),
            "year": str(year),
        }
        return Said(_told(self.row.pattern, self.subject, slots, scene))


@frozen
class Aside:
    """Something is told that no record is made of."""

    subject: Chosen
    row: grammar.Line
    there: int
    deed: grammar.Deed

    def say(self, scene: Scene) -> Said:
        """Say it."""
        slots = {
            "there": state_of(scene.cast.other(self.there)).name,
            "do": self.deed.do,
            "year": str(scene.today.year - scene.level.years),
        }
        return Said(_told(self.row.pattern, self.subject, slots, scene))


def _told(
    pattern: str,
    subject: Chosen,
    slots: Mapping[str, Phrase | str],
    scene: Scene,
    *,
    keep: bool = False,
) -> Phrase:
    """Say a sentence that promises nothing; with `keep`, a pronoun behind it may mean its subject."""
    known = {**pair(scene), **slots}
    if "{who}" not in pattern:
        scene.memory.forget()
        return fill(pattern, known).capitalised()
    acting = act(subject, scene.cast, scene.memory)
    if keep:
        scene.memory.keep(acting, alone=False)
    else:
        scene.memory.forget()
    return sentence(pattern, acting, known)
