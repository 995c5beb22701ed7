"""No regular expression of the package takes longer than its text is long, as far as its form can tell.

`benchmarks/patterns.py` measures what is told here by form.
"""

from __future__ import annotations

import pytest
from tests.robustness.patterns import Found, collected
from tests.robustness.repeats import faults

FOUND = collected()

#: Module and beginning of a pattern → why its form does no harm.
HARMLESS = {
    ("reading.agents", "(?:the|both|two|three|"): "looks at eight characters",
    ("reading.offices", "(?:'s|')? +$|-$"): "looks at four characters",
    ("reading.people", "([^\\W\\d_a-zß"): "looks at 24 characters",
    ("reading.quotations", "([a-z]+),? +$"): "looks at 20 characters",
    ("reading.sentences", "(?:^|[\\s("): "looks at 16 characters",
    ("reading.serving", " +(?:side|delegation"): "looks at 60 characters",
    ("reading.agents", "(?:'s?)? +(?:(?!"): "looks behind an agent, at one place",
    ("reading.partnerships", "[\\\"',]* +"): "looks at one place",
    ("reading.shapes", "(?:(?:al|el"): "fits whatever it begins with, and goes on behind it",
    ("loaders.html", "(\\S(?:[^\\n]*\\S)?)"): "fits whatever it begins with, and goes on behind it",
    (
        "loaders.markdown",
        "---[ \\t]*\\r?\\n(.*?)",
    ): "each run of blanks is behind another line's dashes",
}


def is_harmless(found: Found) -> bool:
    """Say whether a pattern is among those that are told why."""
    module = found["module"].removeprefix("bilateral.")
    return any(at == module and found["pattern"].startswith(how) for at, how in HARMLESS)


def test_all_patterns_are_found() -> None:
    """Those of modules, those that are made of tables when they are first needed, and those of loaders."""
    modules = {found["module"] for found in FOUND}
    assert len(FOUND) > 150
    assert {
        "bilateral.reading.sentences",
        "bilateral.loaders.html",
        "bilateral.interchange.csv",
    } <= modules
    assert any(len(found["pattern"]) > 10_000 for found in FOUND)


@pytest.mark.parametrize(
    "found", FOUND, ids=[f"{x['module'].removeprefix('bilateral.')}:{x['line']}" for x in FOUND]
)
def test_no_pattern_goes_over_its_text_again_and_again(found: Found) -> None:
    """Not by a repeat within a repeat, by two that take the same, nor from each place anew."""
    pattern = found["pattern"].encode("latin-1") if found["is_bytes"] else found["pattern"]
    told = faults(pattern, found["flags"], searched=found["searched"])
    assert bool(told) == is_harmless(found), told


@pytest.mark.parametrize(
    ("pattern", "searched"),
    [
        ("(a+)+b", False),
        ("(?:a*b?)*c", False),
        (r"(?:\w+\s?)*!", False),
        (r"\s*\s*x", False),
        (r"\s*(?:of)?\s*x", False),
        (r"a.*b.*c", False),
        (r"[a-z]+\d?[a-z ]*;", False),
        (r"(?:x|a(?=b*b*c))", False),
        (r"\w+-\w+", True),
        (r"\s+$", True),
        (r"(?: *x| +y)", True),
        (r"[A-Z]\w*!", True),
    ],
)
def test_slow_forms_are_told(pattern: str, searched: bool) -> None:  # noqa: FBT001
    """The forms that the package must not have."""
    assert faults(pattern, 0, searched=searched)


@pytest.mark.parametrize(
    ("pattern", "searched"),
    [
        ("(?:ab+)+c", False),
        (r"\w+(?: \w+)*!", False),
        (r"\s*(?:of\s*)?x", False),
        (r"\w+-\w+", False),
        (r"(?<!\w)\w+-\w+", True),
        (r"\b\w+-\w+", True),
        (r"(?<!\s)\s+$", True),
        (r"\w+", True),
        (r"^ *x", True),
        (r"a{3,}+[^\n]*$", False),
        (r"\d{1,3} {1,40}\w{1,9}x", True),
    ],
)
def test_quick_forms_are_not(pattern: str, searched: bool) -> None:  # noqa: FBT001
    """Those that do the same, and are as quick as the text is long."""
    assert not faults(pattern, 0, searched=searched)
