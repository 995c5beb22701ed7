"""When promises fall due, and how partnerships grew."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bilateral.rendering.charts.drawing import (
    COLOURS,
    ROW,
    WIDTH,
    commitments_in,
    label,
    library,
    partnerships_in,
    told,
)

if TYPE_CHECKING:
    from types import ModuleType

    from bilateral.model.commitments import Commitment
    from bilateral.model.dates import PartialDate
    from bilateral.model.partnerships import Partnership
    from bilateral.rendering.charts.drawing import Chart

#: How many rows can be read; above it, promises are counted and partnerships chosen.
ROWS = 50


def deadlines(given: object) -> Chart:
    """Draw when commitments fall due.

    Up to 50 of them have a line each, as long as the deadline is open: one of "2027" is the whole
    year.  More of them are counted by the last year in which they can fall due.

    Args:
        given: a report, several, or a collection of commitments; those without a deadline are
            counted in the title.

    Raises:
        MissingExtraError: the extra ``charts`` is not installed.
        ValidationError: `given` is something else.

    >>> from bilateral import samples
    >>> deadlines(samples.report("joint-statement")).title.subtitle
    ['2 of 14 commitments say by when']
    """
    commitments = commitments_in(given)
    due = [(c.deadline, c) for c in commitments if c.deadline is not None]
    title = told("Deadlines", f"{len(due)} of {len(commitments)} commitments say by when")
    return _counted(due, title) if len(due) > ROWS else _listed(due, title)


def _listed(due: list[tuple[PartialDate, Commitment]], title: dict[str, object]) -> Chart:
    alt = library()
    rows = [
        {
            "row": f"{number}. {label(commitment)}",
            "start": deadline.earliest.isoformat(),
            "end": _behind(deadline.latest),
            "deadline": str(deadline),
            "force": commitment.force.value,
            "who": ", ".join([str(actor) for actor in commitment.actors]),
        }
        for number, (deadline, commitment) in enumerate(
            sorted(due, key=lambda pair: (pair[0].latest, pair[0].earliest)), 1
        )
    ]
    base = alt.Chart(alt.InlineData(values=rows, format=_dates(alt))).encode(
        y=_rows(alt),
        x=alt.X("start:T", title="due", scale=alt.Scale(type="utc")),
        color=alt.Color(
            "force:N",
            title="how firmly",
            scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())),
        ),
        tooltip=["row:N", "who:N", "force:N", "deadline:N"],
    )
    # A day is too narrow to be seen among years; the tick at its start is not.
    ticks = base.mark_tick(thickness=3, size=12)
    chart: Chart = (base.mark_bar(size=10).encode(x2="end:T") + ticks).properties(
        width=WIDTH, height=alt.Step(ROW), title=alt.TitleParams(**title)
    )
    return chart


def _counted(due: list[tuple[PartialDate, Commitment]], title: dict[str, object]) -> Chart:
    alt = library()
    counts = Counter([(deadline.latest.year, c.force.value) for deadline, c in due])
    rows = [
        {"year": f"{year:04}", "force": force, "commitments": count}
        for (year, force), count in sorted(counts.items())
    ]
    encoded = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_bar(stroke="white", strokeWidth=0.5)
        .encode(
            x=alt.X("year:O", title="due by the end of", axis=alt.Axis(labelOverlap=True)),
            y=alt.Y("sum(commitments):Q", title="commitments", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "force:N",
                title="how firmly",
                scale=alt.Scale(domain=list(COLOURS), range=list(COLOURS.values())),
            ),
            tooltip=["year:O", "force:N", "commitments:Q"],
        )
    )
    chart: Chart = encoded.properties(width=WIDTH, title=alt.TitleParams(**title))
    return chart


def partnerships(given: object) -> Chart:
    """Draw since when partnerships have had which level.

    Each relationship is a row, each level on it a bar from its first day to the next level or to
    the last date that the chart knows of.  Above 50 relationships, those with the latest change are
    drawn.

    Args:
        given: a report, several, or a collection of partnerships; those of unknown age are counted
            in the title.

    Raises:
        MissingExtraError: the extra ``charts`` is not installed.
        ValidationError: `given` is something else.

    >>> from bilateral import samples
    >>> partnerships(samples.report("summit-article")).title.text
    'Partnerships'
    """
    alt = library()
    rows: dict[str, dict[date, str]] = {}
    everyone = set()
    for partnership in partnerships_in(given):
        name = label("–".join(sorted([str(party) for party in partnership.parties])), 50)
        everyone.add(name)
        for day, level in _steps(partnership):
            rows.setdefault(name, {})[day] = level
    chosen = sorted(rows, key=lambda name: (max(rows[name]), name), reverse=True)[:ROWS]
    days = [day for name in chosen for day in rows[name]]
    last = _behind(max(days) + timedelta(days=365)) if days and max(days).year < 9998 else None
    values = []
    for name in chosen:
        steps = sorted(rows[name].items())
        ends = [*[day.isoformat() for day, _ in steps[1:]], last or _behind(steps[-1][0])]
        values += [
            {"row": name, "start": day.isoformat(), "end": end, "level": label(level)}
            for (day, level), end in zip(steps, ends, strict=True)
        ]
    dated = f"{len(rows)} of {len(everyone)} relationships say since when"
    more = f"the {ROWS} with the latest change are shown" if len(rows) > ROWS else ""
    encoded = (
        alt.Chart(alt.InlineData(values=values, format=_dates(alt)))
        .mark_bar(stroke="white", size=12)
        .encode(
            y=_rows(alt),
            x=alt.X("start:T", title=None, scale=alt.Scale(type="utc")),
            x2="end:T",
            color=alt.Color(
                "level:N",
                scale=alt.Scale(domain=_ladder(values), scheme="cividis"),
                legend=alt.Legend(labelLimit=300),
            ),
            tooltip=["row:N", "level:N", "start:T"],
        )
    )
    chart: Chart = encoded.properties(
        width=WIDTH,
        height=alt.Step(ROW),
        title=alt.TitleParams(**told("Partnerships", dated, more)),
    )
    return chart


def _steps(partnership: Partnership) -> list[tuple[date, str]]:
    """Return the levels of which it is known since when."""
    known = [(m.date, m.level.label) for m in partnership.history]
    known.append((partnership.since, partnership.level.label))
    return [(when.earliest, level) for when, level in known if when is not None]


def _ladder(values: list[dict[str, str]]) -> list[str]:
    """Return the levels from the loosest to the closest, so that the colours deepen with them."""
    from bilateral.gazetteer.lookup import level_rank

    labels = sorted({value["level"] for value in values})
    ranks = {label: level_rank(label) for label in labels}
    return sorted(labels, key=lambda label: (ranks[label] is not None, ranks[label] or 0, label))


def _rows(alt: ModuleType) -> object:
    return alt.Y("row:N", title=None, sort=None, axis=alt.Axis(labelLimit=380))


def _dates(alt: ModuleType) -> object:
    # A day without a time is one of UTC for Vega, as the scale is: the chart is the same everywhere.
    return alt.JsonDataFormat(
        parse={"start": "utc:'%Y-%m-%d'", "end": "utc:'%Y-%m-%d'"}, type="json"
    )


def _behind(day: date) -> str:
    """Return the day after, as far as the calendar goes."""
    return (day if day == date.max else day + timedelta(days=1)).isoformat()
