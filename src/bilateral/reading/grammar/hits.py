"""What the reading of a sentence finds and what it remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, frozen

if TYPE_CHECKING:
    from bilateral.model.commitments import Force
    from bilateral.reading.coreference import Subject


@frozen
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


@define
class State:
    """What the reading of one sentence remembers."""

    subject: Subject | None = None
    #: index of the unit behind the subject's last agent
    subject_at: int = -1
    #: the last agents named, subject or not
    last: Subject | None = None
    #: index of the last verb, or -1
    verb: int = -1
    #: a verb of saying or agreeing came before, so that "would" reports a promise
    spoken: bool = False
    #: index of a "that" behind a voice that continues, or -1
    again_at: int = -1
    #: index of the last verb of asking, or -1
    requested_to: int = -1
    #: the parties that a hope or a request asks; their "would" is what is asked
    asked: tuple[str, ...] = ()
    #: the subject stands behind "as" or "because": the clause tells circumstances
    circumstance: bool = False
    #: "if" opened the clause
    conditional: bool = False
    #: an analyst or another outsider says or believes what follows
    outsider: bool = False
