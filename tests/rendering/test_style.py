"""The style of the page: contrast, and a rule for everything that can be drawn."""

from __future__ import annotations

import re

import pytest

from bilateral.rendering.assets import asset
from bilateral.rendering.page import STYLES
from bilateral.rendering.segments import LANES

CSS = asset("page.css") + asset("marks.css")
_LIGHT, _DARK, *_ = re.findall(r":root \{([^}]*)\}", CSS)
SCHEMES = {"light": _LIGHT, "dark": _DARK}

each_scheme = pytest.mark.parametrize("scheme", list(SCHEMES))


def colours(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme by their names."""
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", SCHEMES[scheme]))


def luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@each_scheme
@pytest.mark.parametrize("name", ["ink", "faint", "link", *STYLES])
@pytest.mark.parametrize("ground", ["ground", "raised"])
def test_words_have_the_contrast_of_level_aa(scheme: str, name: str, ground: str) -> None:
    """4.5 to 1 for whatever is text, on the page and on the panel."""
    held = colours(scheme)
    assert contrast(held[name], held[ground]) >= 4.5


@each_scheme
@pytest.mark.parametrize("ground", ["shade", "cue"])
def test_chosen_words_have_it_too(scheme: str, ground: str) -> None:
    """The shade behind a record and its cue leave the words readable."""
    held = colours(scheme)
    assert contrast(held["ink"], held[ground]) >= 4.5


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_drawn_on_every_lane(style: str) -> None:
    """There is a rule for each, and a pattern, so that colour does not tell alone."""
    for lane in range(LANES):
        assert f".l{lane}-{style} {{" in CSS
    assert f".tag.{style} {{" in CSS
    assert f"--of-{style}: " in CSS


def test_patterns_differ() -> None:
    """Without its colour, each style is still another one."""
    patterns = [
        re.sub(r"var\(--[a-z]+\)", "x", re.findall(rf"--of-{style}: (.*);", CSS)[0])
        for style in STYLES
    ]
    assert len(set(patterns)) == len(patterns)


def test_print_is_light() -> None:
    """Whatever the screen, paper has every colour of the light scheme that a mark needs."""
    printed = CSS.partition("@media print")[2]
    for style in STYLES:
        assert f"--{style}: {colours('light')[style]}" in printed
