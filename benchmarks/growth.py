"""How the time of reading grows with the length of a document, from 1 kB to 20 MB.

    python benchmarks/growth.py [FOLDER of .txt] [--most 20000000]

The documents are of the paragraphs of the bundled samples, or of a folder's texts, in turn and numbered.  Each length is
told beside the one before: 1 is what costs as much for each character.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from texts import long_text, texts
from timing import Figure, best, run

import bilateral

SIZES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000, 20_000_000]


def told(size: int) -> str:
    return f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{size // 1000} kB"


def measure(chosen: argparse.Namespace) -> Iterator[Figure]:
    documents = texts(chosen.folder)
    bilateral.read(documents[0])
    before = None
    for size in [size for size in SIZES if size <= chosen.most]:
        text = long_text(documents, size)
        rounds = 9 if size <= 100_000 else 3 if size <= 1_000_000 else 2
        took = best({"": lambda text=text: bilateral.read(text)}, rounds)[""]
        topic = "one document of any length"
        yield Figure(topic, f"reading {told(size)}", took * 1000, "ms")
        if before is not None:
            # for twice the text, as for ten times
            growth = (took / before[1]) / (size / before[0]) * 10
            what = f"reading {told(size)} beside {told(before[0])}, for ten times the text"
            yield Figure(topic, what, growth, "times the time", "<= 11")
        before = size, took


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--most", type=int, default=SIZES[-1], help="characters")


if __name__ == "__main__":
    run(__doc__, measure, arguments)
