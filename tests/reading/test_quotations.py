"""Who "we" are in quotation marks, over several sentences."""

from __future__ import annotations

import pytest
from tests.reading.reports import all_told

import bilateral

LEAD = "Peru and Chile met in Oslo.\n\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"We will open a port," Peru\'s foreign minister said.', ["PER pledge"]),
        ('"We will open a port," he said.', []),
        (
            'Peru said: "The port is old. We will open another."',
            ["PER pledge"],
        ),
        (
            '"The port is old," the Peruvian minister said. "We will open another."',
            ["PER pledge"],
        ),
        # a paragraph that goes on with what is quoted opens its marks again
        (
            'Chile spoke first. "The port is old," Chile said. "The road is worse.\n\n"We will mend it."',
            ["CHL pledge"],
        ),
        # an analyst promises nothing, nor does what follows
        ('"The port is old," an analyst said. "We will see another."', []),
        ("We will open a port.", ["CHL+PER pledge"]),
        # who says it is named behind the last sentence
        (
            '"We will open a port. We will build ships. Trade grows," Chile said.',
            ["CHL pledge"] * 2,
        ),
        ('"We will open a port.\n\n"We will build ships," Chile said.', ["CHL pledge"] * 2),
        ('"The port is old," Peru said. "We agree. We will open it," Chile said.', ["CHL pledge"]),
        (
            '"We will open a port. The port is old." The talks were long. "It is," Chile said.',
            ["CHL+PER pledge"],
        ),
        # of whom the text has gone on to tell
        (
            '"It is old," President Luz Paz of Peru said.\n\nPresident Ana Rey of Chile left.\n\n"We will sail."',
            ["CHL pledge"],
        ),
    ],
)
def test_who_speaks(words: str, found: list[str]) -> None:
    """A quotation is its speaker's until another speaks."""
    told = [
        "+".join(sorted(one.partition(" ")[0].split("+"))) + " " + one.partition(" ")[2]
        for one in all_told(LEAD + words)
    ]
    assert told == found


@pytest.mark.parametrize("marks", ['"', '""', '" "', '"x', 'x"', '"' * 999, '" "\n\n"'])
def test_marks_without_words(marks: str) -> None:
    """Marks that open and never close, or hold nothing, harm nothing."""
    assert len(bilateral.read(f"{LEAD}{marks}\n\nPeru will open a port.").commitments) == 1
