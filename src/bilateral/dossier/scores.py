"""Which scores of commitments stand on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.model.dates import PartialDate

if TYPE_CHECKING:
    from bilateral.model.assessments import Assessment
    from bilateral.model.commitments import Commitment

DateLike = PartialDate | dt.date | str


def last_day(date: DateLike) -> dt.date:
    """Return the day that a date means: of a month or a year, the last.

    Raises:
        ValidationError: it is no date.
    """
    return PartialDate.of(date).latest


@frozen
class Scores:
    """The scores of one commitment.

    Of several assessments of the same, the one with the latest date stands, and one without a date
    before any other; of several on one date the lowest, for in doubt nothing was kept.

    Fields:
        whole: the score of the commitment as a whole, or None.
        actors: code of an actor → the score of that actor alone.
    """

    whole: int | None
    actors: dict[str, int]

    def of(self, code: str) -> int | None:
        """Return the score of an actor: its own, or else that of the commitment."""
        return self.actors.get(code, self.whole)

    def each(self, commitment: Commitment) -> list[int]:
        """Return every score that counts: one, or one for each actor where actors have their own."""
        if not self.actors:
            return [] if self.whole is None else [self.whole]
        given = [self.of(party.code) for party in commitment.actors]
        return [score for score in given if score is not None]

    def verdict(self, commitment: Commitment) -> int | None:
        """Return +1 if every actor has kept the commitment, −1 if none has, else 0 or None.

        None means that nobody has judged it.
        """
        each = self.each(commitment)
        if not each:
            return None
        complete = not self.actors or len(each) == len(commitment.actors)
        return each[0] if complete and len(set(each)) == 1 else 0


def scores_at(assessments: Iterable[Assessment], day: dt.date | None) -> dict[str, Scores]:
    """Return id of a commitment → the scores that stand on a day.

    Args:
        assessments: in any order.
        day: assessments that may be later do not count; None for all.
    """
    standing: dict[tuple[str, str | None], tuple[dt.date, int]] = {}
    for assessment in assessments:
        date = assessment.date
        if date is not None and day is not None and date.latest > day:
            continue
        key = assessment.commitment_id, None if assessment.party is None else assessment.party.code
        given = dt.date.min if date is None else date.latest, -assessment.score
        standing[key] = max(given, standing.get(key, given))
    found: dict[str, Scores] = {}
    for (commitment, code), (_, turned) in standing.items():
        held = found.get(commitment, Scores(None, {}))
        if code is None:
            found[commitment] = Scores(-turned, held.actors)
        else:
            found[commitment] = Scores(held.whole, {**held.actors, code: -turned})
    return found
