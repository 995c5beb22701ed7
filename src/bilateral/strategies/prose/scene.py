"""What every sentence is about, and what comes of saying it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, frozen

from bilateral.strategies.prose import grammar
from bilateral.strategies.prose.phrases import Phrase, fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bilateral.model.commitments import Commitment
    from bilateral.model.dates import PartialDate
    from bilateral.strategies.prose.cast import Cast
    from bilateral.strategies.prose.subjects import Acting, Memory


@frozen
class Level:
    """The status of the relationship, and for how many years it has held."""

    row: grammar.Line
    years: int


@define
class Scene:
    """What every sentence is about: the cast, the day, who was spoken of last, and the relationship."""

    cast: Cast
    today: PartialDate
    memory: Memory
    level: Level


@frozen
class Said:
    """A sentence: the words, and what they promise; each `Commitment` without its words and place."""

    words: Phrase
    promises: tuple[Commitment, ...] = ()
    #: points of a list behind the sentence, each with what it promises
    items: tuple[tuple[str, Commitment], ...] = ()


def pair(scene: Scene) -> dict[str, Phrase | str]:
    """Return the slots of a pattern that name those who meet."""
    first, second = scene.cast.actors
    return {"a": first.state.name, "b": second.state.name}


def sentence(pattern: str, acting: Acting, slots: Mapping[str, Phrase | str]) -> Phrase:
    """Put a pattern into words; the forms of its verb are those of who acts."""
    return fill(pattern, {"who": acting.words, **acting.forms, **slots}).capitalised()
