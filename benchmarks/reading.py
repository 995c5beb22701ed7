r"""How fast texts are read, beside raw scans of the same texts and, where it is installed, a spaCy pipeline.

    python benchmarks/reading.py [FOLDER of .txt] [--model en_core_web_sm] [--rounds 7]

Without a folder the bundled samples are read.  Everything is measured in one process and one run, because only the
ratios carry over to another machine.  The raw scans are what no reader of these texts can be faster than: words by white
space, words by `\w+`, and the names, cues and terms of the lexicon, by a regular expression in the form of a trie and by
the automaton of `ahocorasick_rs` where it is installed.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator

from texts import texts
from timing import Figure, best, left_out, run, seconds

import bilateral
from bilateral.gazetteer import tables
from bilateral.gazetteer.matcher import trie_pattern
from bilateral.gazetteer.names import _entries

WORDS = re.compile(r"\w+")
Job = Callable[[], object]


def phrases() -> list[str]:
    """Return the names, cues and terms of the lexicon."""
    found = set(_entries())
    for row in tables.cues():
        found.update(tables.items(row["forms"]))
    found.update([row["term"].rstrip("*") for row in tables.vocabulary()])
    return sorted(found)


def scans(documents: list[str]) -> dict[str, Job]:
    """Return the raw scans."""
    known = phrases()
    print(f"{len(known)} phrases of the lexicon")
    trie = re.compile(rf"(?<!\w){trie_pattern(known)}(?!\w)")
    jobs: dict[str, Job] = {
        "`str.split`": lambda: [text.split() for text in documents],
        "`\\w+`": lambda: [WORDS.findall(text) for text in documents],
        "a trie of the lexicon's phrases": lambda: [trie.findall(text) for text in documents],
    }
    try:
        import ahocorasick_rs

        matcher = ahocorasick_rs.AhoCorasick(
            known, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )
        jobs["`ahocorasick_rs` of the same"] = lambda: [
            matcher.find_matches_as_indexes(text) for text in documents
        ]
    except ImportError as error:
        left_out("ahocorasick_rs", error)
    return jobs


def pipeline(model: str, documents: list[str]) -> dict[str, Job]:
    """Return the reading of the documents by spaCy, if it is there."""
    try:
        import spacy

        # some packages have the model's name with something behind it
        installed = [name for name in spacy.util.get_installed_models() if name.startswith(model)]
        made = spacy.load(installed[0] if installed else model)
    except (ImportError, OSError) as error:
        left_out("spaCy", error)
        return {}
    print(
        f"spaCy {spacy.__version__}, {made.meta['name']} {made.meta['version']}, {made.pipe_names}"
    )
    return {"spaCy": lambda: [made(text) for text in documents]}


def measure(chosen: argparse.Namespace) -> Iterator[Figure]:
    documents = texts(chosen.folder)
    size = sum(map(len, documents))
    topic = (
        f"reading {len(documents)} documents of {size / len(documents):,.0f} characters on average"
    )
    if chosen.folder is None:
        topic = topic.replace("documents", "bundled samples")
    first = seconds(lambda: bilateral.read(documents[0]))
    own: Job = lambda: [bilateral.read(text) for text in documents]  # noqa: E731
    raw = scans(documents)
    took = best({"own": own, **raw}, chosen.rounds)
    yield Figure(topic, "`bilateral.read`", len(documents) / took["own"], "documents/s")
    yield Figure(topic, "`bilateral.read`", size / took["own"] / 1e6, "MB/s")
    yield Figure(topic, "the first text of a process, with the tables", first, "s")
    for name in raw:
        yield Figure(topic, f"`bilateral.read` / {name}", took["own"] / took[name])
    beside = pipeline(chosen.model, documents)
    if beside:
        took = best({"own": own, **beside}, max(3, chosen.rounds // 2))
        yield Figure(
            topic, "spaCy's small English pipeline", len(documents) / took["spaCy"], "documents/s"
        )
        ratio = took["spaCy"] / took["own"]
        what = "spaCy's small English pipeline / `bilateral.read`"
        yield Figure(topic, what, ratio, "times", ">= 100")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--model", default="en_core_web_sm")
    parser.add_argument("--rounds", type=int, default=7)


if __name__ == "__main__":
    run(__doc__, measure, arguments)
