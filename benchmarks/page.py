"""How fast the annotated page of a long text is made and opened.

    python benchmarks/page.py [FILE] [--pages 50]

Without a file, the bundled samples are repeated.  A page is taken to have 500 words.  Opening is timed by Chromium
itself, from the start of the navigation to the end of the `load` event and to the first picture of content; the
median of several openings is told, each in a fresh context.  It needs the group `browser` and an installed Chromium.
"""

from __future__ import annotations

import argparse
import itertools
import pathlib
import shutil
import statistics
import tempfile
import time

import bilateral
from bilateral import samples

WORDS_A_PAGE = 500
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

    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?")
    parser.add_argument("--pages", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args()
    report = bilateral.load(chosen.file) if chosen.file else bilateral.read(long_text(chosen.pages))
    start = time.perf_counter()
    content = report.to_html()
    made = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "report.html"
        path.write_text(content, encoding="utf-8", newline="")
        found = openings(path, chosen.rounds)
    load, paint, elements = (statistics.median(column) for column in zip(*found, strict=True))
    words = len(report.source.text.split())
    print(f"{words} words, {words / WORDS_A_PAGE:.0f} pages, {report!r}")
    print(
        f"page: {len(content) / 1000:.0f} kB, {elements:.0f} elements, made in {made * 1000:.0f} ms"
    )
    print(
        f"opened in {load:.0f} ms (worst {max(row[0] for row in found):.0f}), first content after {paint:.0f} ms"
    )


if __name__ == "__main__":
    main()
