"""How the time and the memory of `bilateral ingest` grow with the number of documents, and what a second process gives.

    python benchmarks/ingesting.py [--most 10000] [--rounds 3] [FOLDER of .txt]
    python benchmarks/ingesting.py --most 100000                            # takes ten minutes

Documents without number are short and made for it, no two alike.  They are read by one process into a file of SQLite, in
a process of their own, whose greatest memory the system tells.  Two processes are measured beside one with documents of
3,000 characters, of the paragraphs of the bundled samples or of a folder's texts: by the clock, which takes two processors
that have nothing else to do; and by the time of all processors together, halved, which is what the clock would then show.
"""

from __future__ import annotations

import argparse
import math
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial

from attrs import define
from texts import long_text, texts, write_short
from timing import Figure, run, seconds

COUNTS = [10, 100, 1_000, 10_000, 100_000]
#: How many documents of which length two processes share.
SHARED, LENGTH = 10_000, 3_000

INGEST = """
import sys
from bilateral.cli import main
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
# The greatest memory that this process itself has had; what a child is told by `getrusage` is at
# least what its parent had when it began.
held = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print("memory", held[0].split()[1])
"""

LOAD = """
import bilateral, sys
if __name__ == "__main__":
    for report in bilateral.load_all(sys.argv[1], processes=int(sys.argv[2])):
        pass
"""


def command(folder: pathlib.Path, into: pathlib.Path, processes: int) -> list[str]:
    made = [sys.executable, "-c", INGEST, "ingest", str(folder), "--into", str(into)]
    return [*made, "--processes", str(processes)]


def ingest(folder: pathlib.Path, into: pathlib.Path) -> float:
    """Return the greatest memory of an ingestion, in MB."""
    made = command(folder, into, 1)
    told = subprocess.run(made, check=True, capture_output=True, text=True).stdout
    return int(told.rpartition("memory ")[2]) * 1024 / 1e6


@define
class Spent:
    """What a program took at least: seconds, and seconds of all processors, its children's too."""

    wall: float = math.inf
    processor: float = math.inf

    def least(self, program: list[str]) -> None:
        """Run a program, and keep what it took if that is less."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        job = partial(subprocess.run, program, check=True, capture_output=True)
        self.wall = min(self.wall, seconds(job))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        self.processor = min(self.processor, spent)


def growth(most: int, place: pathlib.Path) -> Iterator[Figure]:
    before = None
    for count in [count for count in COUNTS if count <= most]:
        folder = place / f"short-{count}"
        folder.mkdir()
        write_short(folder, count)
        start = time.perf_counter()
        memory = ingest(folder, place / f"{count}.db")
        took = time.perf_counter() - start
        topic = "`bilateral ingest` of short documents into SQLite, one process"
        yield Figure(topic, f"ingesting {count:,} documents", took, "s")
        target = "<= 300" if count == COUNTS[-1] else ""
        yield Figure(topic, f"ingesting {count:,} documents, most memory", memory, "MB", target)
        if before is not None:
            what = f"ingesting {count:,} documents beside {before[0]:,}"
            yield Figure(topic, what, took / before[1], "times the time", "<= 11")
        before = count, took


def together(documents: list[str], rounds: int, place: pathlib.Path) -> Iterator[Figure]:
    folder = place / "shared"
    folder.mkdir()
    whole = long_text(documents, SHARED * LENGTH)
    for number in range(SHARED):
        text = whole[number * LENGTH : (number + 1) * LENGTH]
        (folder / f"{number:04}.txt").write_text(f"Readout {number}\n\n{text}", encoding="utf-8")
    made = iter(range(10**6))
    jobs = {
        "`load_all`": lambda processes: [sys.executable, "-c", LOAD, str(folder), str(processes)],
        "`bilateral ingest`": lambda processes: command(
            folder, place / f"{next(made)}.db", processes
        ),
    }
    topic = f"two processes, {SHARED:,} documents of {LENGTH:,} characters"
    for name, job in jobs.items():
        one, two = Spent(), Spent()
        for _ in range(rounds):
            one.least(job(1))
            two.least(job(2))
        print(f"{name}: {one.wall:.1f} s with one process, {two.wall:.1f} s with two")
        yield Figure(topic, f"{name}, one process / two", one.wall / two.wall, "times", ">= 1.8")
        ratio = one.processor / (two.processor / 2)
        yield Figure(topic, f"{name}, the same by time of two processors", ratio)


def measure(chosen: argparse.Namespace) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        if chosen.rounds:
            yield from together(texts(chosen.folder), chosen.rounds, place)
        yield from growth(chosen.most, place)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--most", type=int, default=10_000, help="documents")
    parser.add_argument("--rounds", type=int, default=1, help="0: without two processes")


if __name__ == "__main__":
    run(__doc__, measure, arguments)
