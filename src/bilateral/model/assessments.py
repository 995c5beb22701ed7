"""What became of a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import field, frozen

from bilateral.model import checks
from bilateral.model.dates import PartialDate
from bilateral.model.parties import PARTY, Party

if TYPE_CHECKING:
    from bilateral.errors import Fault


@frozen
class Assessment:
    """A judgement of how far a commitment was kept, on the scale of the G7 and G20 Research Groups.

    Fields:
        commitment_id: the `id` of the commitment judged.
        score: +1 kept, 0 in part or under way, −1 not kept (*Compliance Coding Manual*, University
            of Toronto, 2020).
        date: when it was judged, as far as known, or None.
        evidence: what it rests on, in words, or None.
        assessor: who judged, or None.
        party: the one actor that is judged, as in the Groups' tables of commitments by members;
            None for all who made the commitment.

    Raises:
        ValidationError: the id is blank, the score is none of the three, or a part has the wrong
            type.

    >>> Assessment("c-0123456789abcdef", 1, evidence="Law 12 of 2026").score
    1
    """

    commitment_id: str
    score: Literal[-1, 0, 1]
    date: PartialDate | None = field(default=None, kw_only=True)
    evidence: str | None = field(default=None, kw_only=True)
    assessor: str | None = field(default=None, kw_only=True)
    party: Party | None = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        faults: list[Fault] = []
        checks.label(faults, "commitment_id", self.commitment_id)
        checks.integer(faults, "score", self.score, -1, 1)
        checks.optional(faults, "date", self.date, PartialDate, "a PartialDate")
        if self.evidence is not None:
            checks.text(faults, "evidence", self.evidence)
        checks.optional_label(faults, "assessor", self.assessor)
        if self.party is not None and not isinstance(self.party, PARTY):
            checks.kind(
                faults, "party", self.party, type(None), "a Country, an Organization or None"
            )
        if faults:
            checks.refuse(self, faults)
