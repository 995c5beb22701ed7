"""How fast texts are read, beside a raw scan of the same texts and, where it is installed, a spaCy pipeline.

    python benchmarks/reading.py [FOLDER of .txt] [--model en_core_web_sm]

Without a folder the bundled samples are read.  Everything is measured in one process and one run, because only the
ratios carry over to another machine.
"""

from __future__ import annotations

import argparse
import pathlib
import re
import time
from collections.abc import Callable

import bilateral
from bilateral import samples

WORDS = re.compile(r"\w+")


def texts(folder: str | None) -> list[str]:
    if folder is None:
        return [samples.text(name) for name in samples.names()]
    return [p.read_text(encoding="utf-8") for p in sorted(pathlib.Path(folder).glob("*.txt"))]


def fastest(job: Callable[[], object], rounds: int) -> float:
    """Return the seconds of the fastest of several rounds; others ran while the machine did more."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        job()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--model", default="en_core_web_sm")
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    documents = texts(given.folder)
    start = time.perf_counter()
    bilateral.read(documents[0])
    first = time.perf_counter() - start
    jobs: dict[str, Callable[[], object]] = {
        "bilateral.read": lambda: [bilateral.read(text) for text in documents],
        "scan of \\w+": lambda: [sum(1 for _ in WORDS.finditer(text)) for text in documents],
    }
    try:
        import spacy

        pipeline = spacy.load(given.model)
        jobs["spaCy, full pipeline"] = lambda: [pipeline(text) for text in documents]
    except (ImportError, OSError) as error:
        print(f"spaCy is left out: {error}")
    size = sum(map(len, documents))
    print(f"{len(documents)} documents, {size / len(documents):.0f} characters each")
    print(f"first read, with the tables: {first:.2f} s")
    own = fastest(jobs["bilateral.read"], given.rounds)
    for name, job in jobs.items():
        took = own if name == "bilateral.read" else fastest(job, given.rounds)
        rate = f"{len(documents) / took:10.1f} documents/s {size / took / 1e6:8.3f} MB/s"
        print(f"{name:22}{rate}  {took / own:8.2f} times as long as bilateral")


if __name__ == "__main__":
    main()
