"""How many commitments there are of each policy field, country, deadline."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from bilateral.errors import UnknownNameError
from bilateral.model.commitments import Force
from bilateral.query.collections import Commitments
from bilateral.rendering.charts.drawing import (
    COLOURS,
    ROW,
    WIDTH,
    commitments_in,
    label,
    library,
    told,
)

if TYPE_CHECKING:
    from bilateral.rendering.charts.drawing import Chart

#: What bars can stand for.
Group = Literal["domain", "top", "country", "party", "addressee", "year"]

_TITLES = {
    "domain": "Commitments by policy field and its part",
    "top": "Commitments by policy field",
    "country": "Commitments by country",
    "party": "Commitments by country or organization",
    "addressee": "Commitments by whom they are made to",
    "year": "Commitments by year of the deadline",
}
_NONE = {"year": "no deadline", "addressee": "nobody named", "country": "no country"}


def bars(given: object, *, by: Group = "top", most: int = 25) -> Chart:
    """Draw how many commitments each group has, by force.

    A commitment of several groups counts in each of them, as in `Commitments.count_by`.

    Args:
        given: a report, several, or a collection of commitments.
        by: ``"top"`` and ``"domain"`` (policy fields), ``"country"``, ``"party"`` (who promises),
            ``"addressee"`` or ``"year"`` (of the deadline).
        most: how many groups to show; smaller ones are put together as "others".

    Raises:
        MissingExtraError: the extra ``charts`` is not installed.
        UnknownNameError: there is no such group.
        ValidationError: `given` is something else.

    >>> from bilateral import samples
    >>> bars(samples.report("readout"), by="country").title.text
    'Commitments by country'
    """
    if by not in _TITLES:
        raise UnknownNameError(kind="group of bars", name=str(by), nearest=tuple(_TITLES))
    alt = library()
    groups = Commitments(commitments_in(given)).group_by(by)
    names = {key: label(_name(by, key)) for key in groups}
    # Years stand in their order, everything else by its size.
    ranked = sorted(groups, key=lambda key: (-len(groups[key]), names[key]))
    kept = ranked if by == "year" else ranked[:most]
    rest = ranked[len(kept) :]
    counts: Counter[tuple[str, str]] = Counter()
    others = f"{len(rest)} others"
    for key, commitments in groups.items():
        for commitment in commitments:
            counts[others if key in rest else names[key], commitment.force.value] += 1
    order = [names[key] for key in (sorted(kept) if by == "year" else kept)]
    rows = [
        {
            "group": group,
            "force": force.value,
            "rank": rank,
            "commitments": counts[group, force.value],
        }
        for group in [*order, *([others] if rest else [])]
        for rank, force in enumerate(Force)
        if counts[group, force.value]
    ]
    encoded = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_bar(stroke="white", strokeWidth=0.5)
        .encode(
            y=alt.Y("group:N", title=None, sort=[*order, others], axis=alt.Axis(labelLimit=240)),
            x=alt.X("sum(commitments):Q", title="commitments", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "force:N",
                title="how firmly",
                scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())),
            ),
            order=alt.Order("rank:O"),
            tooltip=["group:N", "force:N", "commitments:Q"],
        )
    )
    chart: Chart = encoded.properties(
        width=WIDTH, height=alt.Step(ROW), title=alt.TitleParams(**told(_TITLES[by]))
    )
    return chart


def _name(by: str, key: str) -> str:
    """Return how a group is called for a reader."""
    if not key:
        return _NONE.get(by, "none recognised")
    if by == "year":
        return key
    if by in {"domain", "top"}:
        from bilateral.model.domains import Domain

        try:
            return Domain.of(key).label
        except UnknownNameError:  # of a tree of somebody's own
            return key
    from bilateral.model.parties import party

    try:
        return str(party(key))
    except UnknownNameError:  # of a lexicon of somebody's own
        return key
