"""Everything that is measured, in one go: the table and the chart of docs/performance.md.

    python benchmarks/all.py [FOLDER of .txt] [--documents 10000] [--quick] [--only reading,queries] [--dry]

Each script runs in a process of its own, one after the other, and can be run alone; `pip install --group benchmarks`
installs what some compare with, and what is not there is left out.  `--only` measures anew what is named and keeps the
other figures.  `--dry` writes nothing.  `benchmarks/patterns.py`, which looks at every regular expression for a quarter
of an hour, is not among them.
"""

from __future__ import annotations

import argparse
import itertools
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

import timing
from timing import Figure

HERE = pathlib.Path(__file__).resolve().parent
DOCS = HERE.parent / "docs"
TABLE, CHART, PAGE = DOCS / "benchmarks.csv", DOCS / "benchmarks.svg", DOCS / "performance.md"
BEGIN, END = "<!-- figures: made by benchmarks/all.py -->\n", "<!-- end of the figures -->\n"

#: The scripts, and what they are given for a first look.
SCRIPTS = {
    "reading": ["--rounds", "2"],
    "growth": ["--most", "1000000"],
    "ingesting": ["--most", "100", "--rounds", "0"],
    "construction": ["--rounds", "3"],
    "interchange": ["--count", "10000", "--rounds", "1"],
    "queries": ["--count", "10000", "--rounds", "3"],
    "importing": ["--rounds", "5"],
    "page": ["--pages", "5", "--rounds", "3"],
}
OF_TEXTS = ("reading", "growth", "ingesting")


def measured(name: str, more: list[str]) -> list[Figure]:
    """Return the figures of a script; none where it fails, which is told."""
    print(f"== {name}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "figures.csv"
        command = [sys.executable, HERE / f"{name}.py", *more, "--csv", path]
        done = subprocess.run(command, check=False)
        if done.returncode != 0:
            timing.left_out(name, f"it ended with {done.returncode}")
        return timing.read(path) if path.exists() else []


def in_markdown(figures: list[Figure]) -> str:
    """Return the table, in sections."""
    made = [
        f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.system()}.\n"
    ]
    for topic, rows in itertools.groupby(figures, lambda figure: figure.topic):
        held = list(rows)
        made.append(
            f"\n### {topic[0].upper()}{topic[1:]}\n\n" if topic[0] != "`" else f"\n### {topic}\n\n"
        )
        made += [f"`{command}`\n\n" for command in dict.fromkeys([x.command for x in held])]
        made.append("| what | figure | target | |\n| --- | ---: | ---: | --- |\n")
        for x in held:
            aim = x.target.replace(">=", "≥").replace("<=", "≤")
            what = x.what.replace("|", "\\|")
            made.append(f"| {what} | {x.told} | {aim} | {x.verdict} |\n")
    return "".join(made)


def draw(figures: list[Figure]) -> None:
    """Draw how near each figure is to its target; the axis is logarithmic, so that half is as far as twice."""
    import altair as alt

    rows = [
        {
            "what": x.what.replace("`", ""),
            "share": x.share,
            "told": f"{x.told} ({x.target})".replace(">=", "≥").replace("<=", "≤"),
            "target": x.verdict,
        }
        for x in figures
        if x.share is not None
    ]
    order = [row["what"] for row in rows]
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("what:N", sort=order, title=None, axis=alt.Axis(labelLimit=520)),
    )
    scale = alt.Scale(type="log", domainMin=0.25)
    x = alt.X("share:Q", scale=scale, title="times as good as the target (logarithmic)")
    hue = alt.Color(
        "target:N",
        scale=alt.Scale(domain=["reached", "not reached"], range=["#1f77b4", "#c44e00"]),
        legend=alt.Legend(title=None, orient="top"),
    )
    shape = alt.Shape(
        "target:N",
        scale=alt.Scale(domain=["reached", "not reached"], range=["circle", "diamond"]),
        legend=None,
    )
    points = base.mark_point(size=70, filled=True, opacity=1).encode(x=x, color=hue, shape=shape)
    words = base.mark_text(align="left", dx=9, fontSize=10).encode(x=x, text="told:N")
    rule = alt.Chart(alt.Data(values=[{"at": 1}])).mark_rule(strokeDash=[4, 3]).encode(x="at:Q")
    chart = (rule + points + words).properties(
        width=420, title="What was measured, beside its target (1)", background="white"
    )
    chart.save(CHART)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--documents", type=int, default=10_000, help="the most that are ingested")
    parser.add_argument("--quick", action="store_true", help="only a first look")
    parser.add_argument("--only", default="", help="some of the scripts, with commas")
    parser.add_argument("--dry", action="store_true", help="print the table and write nothing")
    parser.add_argument(
        "--draw", action="store_true", help="measure nothing, draw what was measured"
    )
    chosen = parser.parse_args()
    wanted = (
        [] if chosen.draw else [name for name in chosen.only.split(",") if name] or list(SCRIPTS)
    )
    known: dict[str, list[Figure]] = {name: [] for name in SCRIPTS}
    if TABLE.exists() and len(wanted) < len(SCRIPTS):
        for figure in timing.read(TABLE):
            known[pathlib.Path(figure.command.split()[1]).stem].append(figure)
    for name in wanted:
        more = list(SCRIPTS[name]) if chosen.quick else []
        if name == "ingesting" and not chosen.quick:
            more += ["--most", str(chosen.documents)]
        if chosen.folder is not None and name in OF_TEXTS:
            more.append(chosen.folder)
        known[name] = measured(name, more) or known[name]
    figures = [figure for name in SCRIPTS for figure in known[name]]
    text = in_markdown(figures)
    if chosen.dry:
        print(text)
        return
    timing.write(figures, TABLE)
    draw(figures)
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    made = f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}"
    PAGE.write_text(made, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
