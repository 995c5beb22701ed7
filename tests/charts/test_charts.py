"""Charts show what was read, in any amount, to every eye."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from tests.rendering.dom import HOSTILE, Page, hostile

from bilateral import (
    Commitment,
    Commitments,
    Country,
    Domain,
    Force,
    Milestone,
    MissingExtraError,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Partnerships,
    UnknownNameError,
    ValidationError,
    samples,
)
from bilateral.rendering import charts
from bilateral.rendering.charts.bars import Group
from bilateral.rendering.charts.drawing import COLOURS
from bilateral.rendering.charts.network import _TIES

if TYPE_CHECKING:
    from bilateral.rendering.charts.drawing import Chart

REPORTS = [samples.report(name) for name in samples.names()]
PROMISED = Commitments([promise for report in REPORTS for promise in report.commitments])
ALL: dict[str, Callable[[object], Any]] = {
    "bars": charts.bars,
    "deadlines": charts.deadlines,
    "partnerships": charts.partnerships,
    "network": charts.network,
}

each_chart = pytest.mark.parametrize("draw", list(ALL.values()), ids=list(ALL))


def many(count: int) -> Commitments:
    """Return commitments of many countries, fields and years."""
    countries, domains, forces = Country.all(), Domain.all(), list(Force)
    return Commitments(
        [
            Commitment(
                f"Promise {n} of many.",
                actors=(countries[n % 190], countries[(n + 1 + n % 7) % 190]),
                force=forces[n % 4],
                domains=(domains[n % len(domains)],),
                deadline=PartialDate(2020 + n % 40) if n % 3 else None,
                id=f"c-{n}",
            )
            for n in range(count)
        ]
    )


def values(chart: Chart) -> list[list[dict[str, Any]]]:
    """Return the rows of data under a chart, by layer."""
    drawn = chart.to_dict()
    layers = drawn.get("layer", [drawn])
    return [_rows(drawn, layer.get("data", drawn.get("data"))) for layer in layers]


def _rows(drawn: dict[str, Any], data: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = data.get("values") or drawn["datasets"][data["name"]]
    return rows


@pytest.mark.parametrize("by", ["top", "domain", "country", "party", "addressee", "year"])
def test_bars_count_as_the_collection_does(by: Group) -> None:
    """Group by group, force by force."""
    (rows,) = values(charts.bars(REPORTS, by=by, most=1000))
    counted = Counter[str]()
    for row in rows:
        counted[row["group"]] += row["commitments"]
    assert sorted(counted.values()) == sorted(PROMISED.count_by(by).values())
    assert {row["force"] for row in rows} <= set(COLOURS)


def test_small_groups_become_others() -> None:
    """Nothing is dropped."""
    (all_rows,) = values(charts.bars(REPORTS, by="country", most=1000))
    (rows,) = values(charts.bars(REPORTS, by="country", most=2))
    assert sum(row["commitments"] for row in rows) == sum(row["commitments"] for row in all_rows)
    groups = len(PROMISED.count_by("country"))
    assert {row["group"] for row in rows if "others" in row["group"]} == {f"{groups - 2} others"}


def test_unknown_group() -> None:
    """The right ones are told."""
    with pytest.raises(UnknownNameError, match="domain"):
        charts.bars(REPORTS, by="colour")  # type: ignore[arg-type]


def test_deadlines_stay_as_open_as_they_are() -> None:
    """A year is a year long, a day a day."""
    dated = [
        Commitment(f"{day}.", actors=(Country.of("JP"),), force=Force.PLEDGE, deadline=day)
        for day in (PartialDate(2027), PartialDate(2026, 2), PartialDate(2026, 1, 9))
    ]
    rows = values(charts.deadlines(Commitments(dated)))[0]
    assert [(row["start"], row["end"]) for row in rows] == [
        ("2026-01-09", "2026-01-10"),
        ("2026-02-01", "2026-03-01"),
        ("2027-01-01", "2028-01-01"),
    ]


def test_many_deadlines_are_counted() -> None:
    """All of them, by year."""
    commitments = many(3000)
    (rows,) = values(charts.deadlines(commitments))
    assert sum(row["commitments"] for row in rows) == len(commitments.with_deadline())
    assert len(rows) <= 40 * 4


def test_levels_follow_one_another() -> None:
    """Each holds until the next, whichever report tells of it."""
    pair = (Country.of("JP"), Country.of("MY"))
    lower, higher = PartnershipLevel("strategic partnership"), PartnershipLevel("alliance")
    told = Partnerships(
        [
            Partnership(pair, higher, since=PartialDate(2023, 5)),
            Partnership(pair[::-1], lower, since=PartialDate(2015)),
            Partnership(pair, higher, history=(Milestone(lower, PartialDate(2015)),)),
        ]
    )
    (rows,) = values(charts.partnerships(told))
    assert [(row["start"], row["level"]) for row in rows] == [
        ("2015-01-01", "strategic partnership"),
        ("2023-05-01", "alliance"),
    ]
    assert rows[0]["end"] == rows[1]["start"] < rows[1]["end"]
    assert len({row["row"] for row in rows}) == 1


@pytest.mark.parametrize("year", [1, 9999])
def test_the_ends_of_the_calendar(year: int) -> None:
    """No date is too early or too late."""
    day = PartialDate(year, 12, 31)
    assert day.latest <= date.max
    pair = (Country.of("JP"), Country.of("MY"))
    standing = Partnership(pair, PartnershipLevel("alliance"), since=day)
    assert values(charts.partnerships([standing]))[0]
    promise = Commitment("x", actors=pair, force=Force.PLEDGE, deadline=day)
    assert values(charts.deadlines([promise]))[0]


def test_network_ties_those_who_promise() -> None:
    """Joint promises, promises to others, and partnerships are three kinds of line."""
    lines, points, *_ = values(charts.network(REPORTS))
    found = {(line["parties"], line["tie"]): line["count"] for line in lines}
    assert found["Japan – Malaysia", "partnership"] == 1
    joint = PROMISED.where(lambda c: {p.code for p in c.actors} >= {"JPN", "MYS"})
    assert found["Japan – Malaysia", "promise together"] == len(joint)
    assert len({point["party"] for point in points}) == len(points)


def test_a_large_network_is_cut_and_says_so() -> None:
    """Thirty parties can be read on a circle, two hundred cannot."""
    chart = charts.network(many(3000))
    assert len(values(chart)[1]) == 30
    assert chart.title.subtitle == ["160 with fewer ties are left out"]


@each_chart
@pytest.mark.parametrize("given", ["report", "reports", "none"])
def test_whatever_is_given(draw: Callable[[object], Any], given: str, tmp_path: Path) -> None:
    """One report, several or nothing: there is a picture."""
    what = {"report": REPORTS[0], "reports": REPORTS, "none": []}[given]
    path = tmp_path / "chart.svg"
    charts.save(draw(what), path)
    assert etree.parse(path).getroot().tag == "{http://www.w3.org/2000/svg}svg"


@pytest.mark.parametrize("name", ["bars", "deadlines", "network"])
@pytest.mark.parametrize("count", [3, 3000])
def test_few_and_many(name: str, count: int, tmp_path: Path) -> None:
    """The picture has a size that fits a page, whatever it counts."""
    path = tmp_path / "chart.svg"
    charts.save(ALL[name](many(count)), path)
    root = etree.parse(path).getroot()
    assert 100 < float(root.get("width")) < 1200
    assert 50 < float(root.get("height")) < 1200


@each_chart
@pytest.mark.parametrize("given", [3, "Japan", [1], object()])
def test_something_else(draw: Callable[[object], Any], given: object) -> None:
    """It is told what would be right."""
    with pytest.raises(ValidationError, match="must be a report"):
        draw(given)


def test_forms(tmp_path: Path) -> None:
    """Each suffix has its form; another is refused by name."""
    chart = charts.bars(REPORTS)
    for suffix, start in (
        (".png", b"\x89PNG"),
        (".SVG", b"<svg"),
        (".html", b"<!DOCTYPE"),
        (".json", b"{"),
    ):
        path = tmp_path / f"chart{suffix}"
        charts.save(chart, path)
        assert path.read_bytes().startswith(start)
    with pytest.raises(UnknownNameError, match=r"\.svg"):
        charts.save(chart, tmp_path / "chart.gif")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_source_acts(words: str, tmp_path: Path) -> None:
    """Labels are words: no element in the picture and none in the page is theirs."""
    report = hostile(words.replace("\ud800", "").replace("\udfff", ""))
    due = Commitment(
        words or "x", actors=(Country.of("JP"),), force=Force.PLEDGE, deadline=PartialDate(2027)
    )
    for name, chart in (
        ("bars", charts.bars(report)),
        ("deadlines", charts.deadlines([due])),
        ("partnerships", charts.partnerships(report)),
    ):
        charts.save(chart, tmp_path / f"{name}.html")
        page = Page((tmp_path / f"{name}.html").read_text(encoding="utf-8"))
        assert set(page.tags) == {
            "html",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "script",
        }
        assert len(page.scripts) == 2
        charts.save(chart, tmp_path / f"{name}.svg")
        tags = {etree.QName(x).localname for x in etree.parse(tmp_path / f"{name}.svg").iter()}
        assert not tags & {"script", "b", "img", "a", "foreignObject", "image"}


def test_colours_differ_to_every_eye() -> None:
    """Under each kind of colour blindness, and in grey next to its neighbour."""
    # Machado, Oliveira and Fernandes (2009), severity 1.0.
    blind = {
        "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
        "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
        "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
    }

    def seen(colour: str, matrix: tuple[tuple[float, ...], ...]) -> list[float]:
        parts = [(int(colour[at : at + 2], 16) / 255) ** 2.2 for at in (1, 3, 5)]
        mixed = [sum(m * p for m, p in zip(row, parts, strict=True)) for row in matrix]
        return [255 * max(0.0, min(1.0, x)) ** (1 / 2.2) for x in mixed]

    for palette in (COLOURS, _TIES):
        colours = list(palette.values())
        for matrix in blind.values():
            for at, one in enumerate(colours):
                for other in colours[at + 1 :]:
                    pairs = zip(seen(one, matrix), seen(other, matrix), strict=True)
                    assert sum((a - b) ** 2 for a, b in pairs) ** 0.5 > 40, (one, other)


def test_missing_extra() -> None:
    """Without the library, the error says what to install."""
    code = (
        "import sys; sys.modules['altair'] = None\n"
        "from bilateral.rendering import charts\n"
        "try: charts.bars([])\n"
        "except __import__('bilateral').MissingExtraError as error: print(error.extra)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "charts\n"
    assert issubclass(MissingExtraError, ImportError)
