"""A real browser, or the reason why there is none."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = str(Path(__file__).resolve().parents[2])

if ROOT not in sys.path:
    sys.path.append(ROOT)

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium of the system, without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.skip("no Chromium is installed (on Debian: apt-get install chromium)")
    with playwright.sync_playwright() as started:
        # Within a container its own sandbox cannot be had; the pages are those of these tests.
        launched = started.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser without a past in which every request to a network fails."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    made.set_default_timeout(8000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return an empty page; whatever it logs, throws or asks of the network fails the test.

    A picture of its last state is kept in the folder that ``BILATERAL_SCREENSHOTS`` names.
    """
    made = context.new_page()
    told: list[str] = []
    made.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
    made.on("pageerror", lambda error: told.append(f"thrown: {error}"))
    made.on("dialog", lambda dialog: told.append(f"dialog: {dialog.message}"))
    made.on("request", lambda r: None if r.url.startswith("file:") else told.append(r.url))
    yield made
    if folder := os.environ.get("BILATERAL_SCREENSHOTS"):
        name = re.sub(r"[^\w.-]+", "-", request.node.name)[:80].strip("-")
        made.screenshot(path=Path(folder) / f"{name}.png")
    assert told == []
