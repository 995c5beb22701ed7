"""A chart's page in a browser: it draws without a network, and lets no label act."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.rendering.dom import HOSTILE, hostile

from bilateral import samples
from bilateral.rendering import charts

if TYPE_CHECKING:
    from playwright.sync_api import Page


@pytest.mark.parametrize("name", ["bars", "deadlines", "partnerships", "network"])
def test_charts_draw(page: Page, tmp_path: Path, name: str) -> None:
    """There is a picture, and what lies under the pointer is told."""
    path = tmp_path / "chart.html"
    charts.save(getattr(charts, name)(samples.report("joint-statement")), path)
    page.goto(path.as_uri())
    page.wait_for_selector("#chart svg.marks")
    box = page.locator("#chart svg.marks").bounding_box()
    assert box is not None
    assert box["width"] > 200


@pytest.mark.parametrize("words", HOSTILE[:4])
def test_no_label_acts(page: Page, tmp_path: Path, words: str) -> None:
    """Drawn or told under the pointer, words stay words."""
    path = tmp_path / "chart.html"
    charts.save(charts.bars(hostile(words), by="top"), path)
    page.goto(path.as_uri())
    page.wait_for_selector("#chart svg.marks")
    page.locator("#chart svg.marks").hover()
    charts.save(charts.partnerships(hostile(words)), path)
    page.goto(path.as_uri())
    page.wait_for_selector("#chart svg.marks")
    assert page.title() != "broken"
