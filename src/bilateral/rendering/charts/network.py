"""Who has to do with whom."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import cos, pi, sin
from typing import TYPE_CHECKING

from bilateral.rendering.charts.drawing import both_in, label, library, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bilateral.model.commitments import Commitment
    from bilateral.model.parties import Party
    from bilateral.model.partnerships import Partnership
    from bilateral.rendering.charts.drawing import Chart

_JOINT, _DIRECTED, _STANDING = "promise together", "promise or ask", "partnership"
#: Colours of the three ties, and how their lines are broken.
_TIES = {_JOINT: "#0072b2", _DIRECTED: "#d55e00", _STANDING: "#525252"}
_DASHES = ([1, 0], [7, 3], [2, 3])


def network(given: object, *, most: int = 30) -> Chart:
    """Draw parties on a circle, and lines between those that promise together, to each other, or are partners.

    A line is the thicker the more commitments it stands for, a party the larger.

    Args:
        given: a report, several, or a collection of commitments or of partnerships.
        most: how many parties to show; those with the most commitments and partnerships are kept.

    Raises:
        MissingExtraError: the extra ``charts`` is not installed.
        ValidationError: `given` is something else.

    >>> from bilateral import samples
    >>> network(samples.report("summit-article")).title.text
    'Parties'
    """
    alt = library()
    commitments, standing = both_in(given)
    names: dict[str, str] = {}
    weights: Counter[str] = Counter()
    ties: Counter[tuple[str, str, str]] = Counter()
    for kind, parties, pairs in _ties(commitments, standing):
        for party in parties:
            names[party.code] = label(party)
            weights[party.code] += 1
        for one, other in pairs:
            ties[kind, min(one.code, other.code), max(one.code, other.code)] += 1
    kept = sorted(weights, key=lambda code: (-weights[code], code))[:most]
    at = {
        code: (cos(2 * pi * place / len(kept)), sin(2 * pi * place / len(kept)))
        for place, code in enumerate(sorted(kept, key=names.__getitem__))
    }
    lines = [
        {
            "x": at[one][0],
            "y": at[one][1],
            "x2": at[other][0],
            "y2": at[other][1],
            "tie": kind,
            "parties": f"{names[one]} – {names[other]}",
            "count": count,
        }
        for (kind, one, other), count in sorted(ties.items())
        if one in at and other in at
    ]
    points = [
        {
            "x": x,
            "y": y,
            "party": names[code],
            "count": weights[code],
            "label_x": 1.15 * x,
            "label_y": 1.1 * y,
        }
        for code, (x, y) in at.items()
    ]
    left_out = len(weights) - len(kept)
    note = f"{left_out} with fewer ties are left out" if left_out else ""
    bare = {"axis": None, "scale": alt.Scale(domain=[-1.35, 1.35])}
    drawn = (
        alt.Chart(alt.InlineData(values=lines))
        .mark_rule(opacity=0.7)
        .encode(
            x=alt.X("x:Q", **bare),
            y=alt.Y("y:Q", **bare),
            x2="x2:Q",
            y2="y2:Q",
            color=alt.Color(
                "tie:N",
                title="tie",
                scale=alt.Scale(domain=list(_TIES), range=list(_TIES.values())),
            ),
            strokeDash=alt.StrokeDash(
                "tie:N", title="tie", scale=alt.Scale(domain=list(_TIES), range=list(_DASHES))
            ),
            strokeWidth=alt.StrokeWidth("count:Q", scale=alt.Scale(range=[1, 8]), legend=None),
            tooltip=["parties:N", "tie:N", "count:Q"],
        )
    )
    dots = alt.Chart(alt.InlineData(values=points)).encode(
        x=alt.X("x:Q", **bare), tooltip=["party:N", "count:Q"]
    )
    circles = dots.mark_circle(color="#1a1d21", opacity=1).encode(
        y=alt.Y("y:Q", **bare),
        size=alt.Size("count:Q", scale=alt.Scale(range=[60, 500]), legend=None),
    )
    labels = dots.mark_text(fontWeight="bold").encode(
        x=alt.X("label_x:Q", **bare), y=alt.Y("label_y:Q", **bare), text="party:N"
    )
    chart: Chart = (drawn + circles + labels).properties(
        width=520,
        height=520,
        title=alt.TitleParams(**told("Parties", note)),
        view=alt.ViewConfig(stroke=None),
    )
    return chart


def _ties(
    commitments: tuple[Commitment, ...], standing: tuple[Partnership, ...]
) -> Iterator[tuple[str, tuple[Party, ...], list[tuple[Party, Party]]]]:
    """Yield the kind of a tie, who is concerned, and the pairs that it ties."""
    for commitment in commitments:
        yield _JOINT, commitment.actors, list(combinations(commitment.actors, 2))
        pairs = [(a, b) for a in commitment.actors for b in commitment.addressees if a != b]
        yield _DIRECTED, commitment.addressees, pairs
    for partnership in standing:
        yield _STANDING, partnership.parties, list(combinations(partnership.parties, 2))
