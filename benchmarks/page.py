"""How fast the annotated page of a long text is made and opened.

    python benchmarks/page.py [FILE] [--pages 50]

Without a file, the bundled samples are repeated.  A page is taken to have 500 words.  Opening is timed by Chromium
itself, from the start of the navigation to the end of the `load` event and to the first picture of content; the
median of several openings is told, each in a fresh context.  It needs the group `browser` and an installed Chromium.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import pathlib
import shutil
import statistics
import tempfile
from collections.abc import Iterator

from timing import Figure, best, left_out, run

import bilateral
from bilateral import samples

WORDS_A_PAGE = 500
PROGRAM = shutil.which("chromium") or shutil.which("google-chrome")
ASK = """() => {
    const [navigation] = performance.getEntriesByType("navigation");
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return [navigation.loadEventEnd, paint ? paint.startTime : NaN, document.querySelectorAll("*").length];
}"""


def long_text(pages: int) -> str:
    parts, words = [], 0
    for name in itertools.cycle(samples.names()):
        if words >= pages * WORDS_A_PAGE:
            return "\n\n".join(parts)
        parts.append(samples.text(name))
        words += len(parts[-1].split())
    raise AssertionError


def openings(path: pathlib.Path, rounds: int) -> list[list[float]]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        found = []
        for _ in range(rounds):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            page.goto(path.as_uri())
            page.wait_for_timeout(200)
            found.append(page.evaluate(ASK))
            context.close()
        browser.close()
    return found


def measure(chosen: argparse.Namespace) -> Iterator[Figure]:
    report = bilateral.load(chosen.file) if chosen.file else bilateral.read(long_text(chosen.pages))
    content = report.to_html()
    made = best({"page": report.to_html}, chosen.rounds)["page"]
    words = len(report.source.text.split())
    topic = f"the page of a text of {words / WORDS_A_PAGE:.0f} pages"
    print(f"{words} words, {report!r}; {len(content) / 1000:.0f} kB")
    yield Figure(topic, "making it", made * 1000, "ms")
    if PROGRAM is None or importlib.util.find_spec("playwright") is None:
        left_out("opening it", "there is no Chromium, or no playwright")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "report.html"
        path.write_text(content, encoding="utf-8", newline="")
        found = openings(path, chosen.rounds)
    load, paint, elements = (statistics.median(column) for column in zip(*found, strict=True))
    print(
        f"{elements:.0f} elements; the slowest opening took {max(row[0] for row in found):.0f} ms"
    )
    yield Figure(topic, "opening it in Chromium, median, to the end of `load`", load, "ms")
    yield Figure(topic, "its first content on the screen, median", paint, "ms")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", nargs="?")
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=9)


if __name__ == "__main__":
    run(__doc__, measure, arguments)
