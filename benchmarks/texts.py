"""The texts that are read for the benchmarks: the bundled samples, or any folder's, or made ones.

Nothing here is run by itself.
"""

from __future__ import annotations

import itertools
import pathlib
import random

from bilateral import Country, samples

#: What the made documents say: a line of title, and sentences with parties, years and numbers put in.
TITLES = [
    "{a} and {b} Hold Talks, Round {n}",
    "Readout of Meeting {n} Between {a} and {b}",
    "{a}-{b} Joint Statement No. {n}",
]
SENTENCES = [
    "{a} and {b} agreed to expand joint patrols of their coast guards by {year}.",
    "{a} pledged ${n} million for the training of nurses and engineers in {b}.",
    "The two sides discussed illegal fishing and the smuggling of migrants.",
    "{b} intends to open its market for fruit and vegetables from {a}.",
    "Both ministers expressed concern about cyber attacks on hospitals.",
    "{a} called on {b} to ratify the agreement on double taxation.",
    "{a} and {b} raised their relations to a strategic partnership in {year}.",
    "The delegations toured a shipyard and met students.",
    "{a} will supply {n} buses with electric motors to the cities of {b}.",
]


def texts(folder: str | None) -> list[str]:
    """Return the texts of a folder, or those of the package."""
    if folder is None:
        return [samples.text(name) for name in samples.names()]
    return [p.read_text(encoding="utf-8") for p in sorted(pathlib.Path(folder).glob("*.txt"))]


def long_text(documents: list[str], size: int) -> str:
    """Return one text of as many characters, of paragraphs of others in turn, each numbered."""
    paragraphs = [p for text in documents for p in text.split("\n\n") if p.strip()]
    made: list[str] = []
    length = 0
    for number, paragraph in enumerate(itertools.cycle(paragraphs), 1):
        made.append(f"{number}. {paragraph}")
        length += len(made[-1]) + 2
        if length >= size:
            return "\n\n".join(made)[:size]
    raise AssertionError


def write_short(folder: pathlib.Path, count: int) -> int:
    """Write short documents to a folder, no two alike; return their characters in all."""
    draw = random.Random(1)
    countries = [country.name for country in Country.all()[:120]]
    total = 0
    for number in range(count):
        a, b = draw.sample(countries, 2)
        said = [draw.choice(TITLES), *draw.sample(SENTENCES, draw.randint(2, 4))]
        held = dict(a=a, b=b, n=number + 1, year=draw.randint(2026, 2040))
        title, *sentences = [part.format(**held) for part in said]
        text = f"{title}\n\n{' '.join(sentences)}\n"
        # a thousand files a folder, for file systems that are slow with more
        place = folder / f"{number // 1000:04}"
        place.mkdir(exist_ok=True)
        (place / f"{number:06}.txt").write_text(text, encoding="utf-8", newline="")
        total += len(text)
    return total
