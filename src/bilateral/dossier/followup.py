"""What is open, due and overdue on a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from attrs import frozen

from bilateral.dossier.order import when
from bilateral.dossier.scores import DateLike, last_day, scores_at
from bilateral.query.collections import Commitments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bilateral.model.commitments import Commitment
    from bilateral.query.assessments import Assessments
    from bilateral.query.reports import Report


@frozen(kw_only=True)
class FollowUp:
    """How the commitments stand that were made up to a day.

    Every commitment is `kept`, `failed` or `open`; of those that are open, some are `due` and some
    `overdue`.

    Fields:
        day: the day.
        kept: judged +1; by every actor, where actors are judged one by one.
        failed: judged −1, likewise.
        open: not judged yet, or judged 0: under way, or kept in part.
        due: open, and the day lies within the deadline: on 1 June 2026, ``2026`` and ``2026-06``.
        overdue: open, and the last day that the deadline can mean is past.
        underway: open, and judged 0.
    """

    day: dt.date
    kept: Commitments
    failed: Commitments
    open: Commitments
    due: Commitments
    overdue: Commitments
    underway: Commitments


def follow_up(
    reports: Sequence[Report], commitments: Commitments, assessments: Assessments, date: DateLike
) -> FollowUp:
    """Return how commitments stand on a day; see `FollowUp`.

    Raises:
        ValidationError: `date` is no date.
    """
    day = last_day(date)
    made_by_then = {
        made.id
        for report in reports
        for made in report.commitments
        if (published := when(report)) is None or published.earliest <= day
    }
    standing = scores_at(assessments, day)

    def verdict(commitment: Commitment) -> int | None:
        scores = standing.get(commitment.id)
        return None if scores is None else scores.verdict(commitment)

    known = commitments.where(lambda x: x.id in made_by_then)
    opened = known.where(lambda x: verdict(x) in {None, 0})
    return FollowUp(
        day=day,
        kept=known.where(lambda x: verdict(x) == 1),
        failed=known.where(lambda x: verdict(x) == -1),
        open=opened,
        due=opened.where(
            lambda x: x.deadline is not None and x.deadline.earliest <= day <= x.deadline.latest
        ),
        overdue=opened.where(lambda x: x.deadline is not None and x.deadline.latest < day),
        underway=opened.where(lambda x: verdict(x) == 0),
    )
