"""What became of commitments."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from bilateral.errors import Fault, ValidationError
from bilateral.model.assessments import Assessment
from bilateral.model.commitments import Commitment
from bilateral.model.parties import Party
from bilateral.model.parties import party as find_party
from bilateral.query import marks
from bilateral.query.records import Records

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

#: What `Assessments.group_by` takes by name.
AssessmentKey = Literal["commitment", "score", "party", "assessor", "year"]


class Assessments(Records[Assessment, AssessmentKey]):
    """Judgements of how far commitments were kept.

    By name, `group_by` and `count_by` take ``"commitment"`` (the id), ``"score"``, ``"party"`` (the
    code of the actor judged), ``"assessor"`` and ``"year"`` (of the judgement).

    >>> from bilateral import Assessment
    >>> made = Assessments([Assessment("c-1", 1), Assessment("c-1", 0), Assessment("c-2", -1)])
    >>> made.by_commitment("c-1").count_by("score")
    {'0': 1, '1': 1}
    """

    __slots__ = ()

    _KIND = Assessment
    _GROUPS: ClassVar = {
        "commitment": lambda record: [record.commitment_id],
        "score": lambda record: [str(record.score)],
        "party": lambda record: [] if record.party is None else [record.party.code],
        "assessor": lambda record: [] if record.assessor is None else [record.assessor],
        "year": lambda record: [] if record.date is None else [f"{record.date.year:04}"],
    }
    _INDEXES: ClassVar = {
        "commitment": lambda record: [record.commitment_id],
        "party": lambda record: marks.codes(() if record.party is None else (record.party,)),
    }

    def by_commitment(self, commitment: Commitment | str | Iterable[Commitment]) -> Self:
        """Return the assessments of a commitment, of an id, or of several commitments.

        Raises:
            ValidationError: what is given is neither.
        """
        if isinstance(commitment, str):
            return self._under("commitment", commitment)
        if isinstance(commitment, Commitment):
            return self._under("commitment", commitment.id)
        try:
            ids = [each.id for each in commitment]
        except (TypeError, AttributeError) as error:
            reason = "must be a Commitment, the id of one, or commitments"
            fault = Fault("commitment", commitment, reason)
            raise ValidationError("by_commitment", (fault,)) from error
        return self._under("commitment", *ids)

    def by_party(self, party: Party | str) -> Self:
        """Return the assessments of one actor alone.

        Raises:
            UnknownNameError: no country or organization is called so.
        """
        return self._under("party", find_party(party).code)
