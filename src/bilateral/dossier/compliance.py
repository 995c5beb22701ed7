"""How far commitments were kept, as the G7 and G20 Research Groups compute it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from bilateral.dossier.scores import Scores
from bilateral.errors import UnknownNameError
from bilateral.query import marks

if TYPE_CHECKING:
    from bilateral.model.commitments import Commitment

#: What compliance can be computed by.
ComplianceKey = Literal["country", "party", "domain", "top", "force", "partnership"]


@frozen(kw_only=True)
class Compliance:
    """How far commitments were kept: the mean score and what it rests on.

    Every score counts once, as in the Groups' tables of commitments by members: a commitment that
    is judged as a whole has one, a commitment whose actors are judged one by one has one for each.

    Fields:
        commitments: how many commitments there are.
        assessed: how many of them have a score.
        kept: how many scores are +1.
        partial: how many are 0.
        failed: how many are −1.

    >>> found = Compliance(commitments=5, assessed=4, kept=2, partial=1, failed=1)
    >>> found.mean, found.per_cent
    (0.25, 62.5)
    """

    commitments: int
    assessed: int
    kept: int
    partial: int
    failed: int

    @property
    def scores(self) -> int:
        """How many scores there are."""
        return self.kept + self.partial + self.failed

    @property
    def mean(self) -> float | None:
        """The mean score, from −1 to +1; None where there is no score."""
        return (self.kept - self.failed) / self.scores if self.scores else None

    @property
    def per_cent(self) -> float | None:
        """The mean as the Groups print it, from 0 to 100: −1 is 0, 0 is 50, +1 is 100."""
        return None if self.mean is None else (self.mean + 1) / 2 * 100

    def __str__(self) -> str:
        if self.mean is None:
            return f"not assessed ({self.commitments} commitment{'s' * (self.commitments != 1)})"
        scores = f"{self.scores} score{'s' * (self.scores != 1)}"
        return f"{self.mean:+.2f} ({self.per_cent:.0f} %, {scores})"


def comply(commitments: Iterable[Commitment], standing: dict[str, Scores]) -> Compliance:
    """Return how far commitments were kept.

    Args:
        commitments: the commitments.
        standing: id → the scores that stand.
    """
    return _counted([(made, _scores(made, standing)) for made in commitments])


def comply_by(
    commitments: Iterable[Commitment],
    standing: dict[str, Scores],
    key: str,
    partnership: Callable[[Commitment], Iterable[str]],
) -> dict[str, Compliance]:
    """Return how far commitments were kept, for each value of `key` in the order of the alphabet.

    By country or party, the scores are those of that actor.

    Raises:
        UnknownNameError: `key` is none of `ComplianceKey`.
    """
    groups: dict[str, list[tuple[Commitment, list[int]]]] = {}
    if key in ("country", "party"):
        mark = marks.countries if key == "country" else marks.codes
        for made in commitments:
            for code in mark(made.actors):
                scores = standing.get(made.id)
                score = None if scores is None else scores.of(code)
                groups.setdefault(code, []).append((made, [] if score is None else [score]))
        return {name: _counted(groups[name]) for name in sorted(groups)}
    by_key: dict[str, Callable[[Commitment], Iterable[str]]] = {
        "domain": marks.domains,
        "top": marks.tops,
        "force": lambda made: [made.force.value],
        "partnership": partnership,
    }
    if key not in by_key:
        known = ("country", "party", *by_key)
        raise UnknownNameError(kind="key", name=key, nearest=known)
    for made in commitments:
        for name in dict.fromkeys(by_key[key](made)):
            groups.setdefault(name, []).append((made, _scores(made, standing)))
    return {name: _counted(groups[name]) for name in sorted(groups)}


def _scores(made: Commitment, standing: dict[str, Scores]) -> list[int]:
    scores = standing.get(made.id)
    return [] if scores is None else scores.each(made)


def _counted(scored: list[tuple[Commitment, list[int]]]) -> Compliance:
    scores = [score for _, each in scored for score in each]
    return Compliance(
        commitments=len(scored),
        assessed=sum(1 for _, each in scored if each),
        kept=scores.count(1),
        partial=scores.count(0),
        failed=scores.count(-1),
    )
