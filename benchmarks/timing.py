"""What the benchmarks share: the fastest of several rounds in turn, and the figures that they tell.

Nothing here is run by itself.
"""

from __future__ import annotations

import argparse
import csv
import gc
import math
import pathlib
import sys
import time
from collections.abc import Callable, Iterable, Mapping

from attrs import asdict, fields, frozen

#: Seconds.
SHORT = 0.02


@frozen
class Figure:
    """Something that was measured.

    Fields:
        topic: what it is about, the first column of a table.
        what: what was measured.
        value: the number.
        unit: ``"times"``, ``"MB"``, ``"documents/s"`` …
        target: ``">= 100"`` or ``"<= 1.5"``, or nothing where none is set.
        command: what gives it.
    """

    topic: str
    what: str
    value: float
    unit: str = "times"
    target: str = ""
    command: str = ""

    @property
    def share(self) -> float | None:
        """How many times as good as its target it is; 1 just reaches it."""
        if not self.target:
            return None
        sign, _, wanted = self.target.partition(" ")
        return self.value / float(wanted) if sign == ">=" else float(wanted) / self.value

    @property
    def told(self) -> str:
        """The number in three digits, with its unit."""
        size = abs(self.value)
        digits = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 0.1 else 4
        return f"{self.value:,.{digits}f} {self.unit}"

    @property
    def verdict(self) -> str:
        """Whether the target is reached, in words."""
        share = self.share
        return "" if share is None else "reached" if share >= 1 else "not reached"


def best(jobs: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return the seconds of each job's fastest round; in the others the machine did more besides.

    The jobs take turns, so that none has the machine at its best or at its worst.  A job of less
    than `SHORT` is done as often as fills it: by itself it would be measured with cold caches.
    """
    fastest = dict.fromkeys(jobs, float("inf"))
    for _ in range(rounds):
        for name, job in jobs.items():
            gc.collect()
            times = math.ceil(SHORT / fastest[name]) if fastest[name] < SHORT else 1
            start = time.perf_counter()
            for _ in range(times):
                job()
            fastest[name] = min(fastest[name], (time.perf_counter() - start) / times)
    return fastest


def seconds(job: Callable[[], object]) -> float:
    """Return how long a job takes that is done once."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def run(
    doc: str | None,
    measure: Callable[[argparse.Namespace], Iterable[Figure]],
    arguments: Callable[[argparse.ArgumentParser], object] = lambda _: None,
) -> None:
    """Measure what the command line asks for, and print each figure when it is there."""
    parser = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--csv", type=pathlib.Path, help="a file for the figures")
    arguments(parser)
    chosen = parser.parse_args()
    given = list(sys.argv[1:])
    if chosen.csv is not None and "--csv" in given:
        at = given.index("--csv")
        del given[at : at + 2]
    # a folder goes by its name: where it lies says nothing to others
    given = [pathlib.Path(one).name if "/" in one else one for one in given]
    command = " ".join(["python", f"benchmarks/{pathlib.Path(sys.argv[0]).name}", *given])
    found = []
    for figure in measure(chosen):
        made = Figure(**{**asdict(figure), "command": command})
        found.append(made)
        aim = f"  target {made.target}: {made.verdict}" if made.target else ""
        print(f"{made.topic}: {made.what}: {made.told}{aim}", flush=True)
    if chosen.csv is not None:
        write(found, chosen.csv)


def write(found: Iterable[Figure], path: pathlib.Path) -> None:
    """Write figures to a file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        made = csv.DictWriter(file, [field.name for field in fields(Figure)], lineterminator="\n")
        made.writeheader()
        made.writerows([{**asdict(x), "value": f"{x.value:.4g}"} for x in found])


def read(path: pathlib.Path) -> list[Figure]:
    """Return the figures of a file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Figure(**{**row, "value": float(row["value"])}) for row in csv.DictReader(file)]


def left_out(what: str, why: object) -> None:
    """Say what is not measured."""
    print(f"{what} is left out: {why}", flush=True)
