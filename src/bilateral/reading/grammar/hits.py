"""What the reading of a sentence finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

if TYPE_CHECKING:
    from bilateral.model.commitments import Force
    from bilateral.reading.coreference import Subject


@define(eq=False)
class Hit:
    """One place where a sentence makes a commitment."""

    rule: str
    actors: Subject
    force: Force
    reaffirmed: bool
    cue: tuple[int, int]
    #: what is promised: from behind the cue to the end of its clause
    content: tuple[int, int]
    addressees: tuple[str, ...] = ()
