"""Known names in a text, each with the one thing that it means there."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bilateral.gazetteer.names import NameKind
from bilateral.reading.folding import plain
from bilateral.reading.mentions import mentions

OTHERS = frozenset([NameKind.PLACE, NameKind.OFFICE, NameKind.PERSON, NameKind.OTHER])


def named(text: str) -> dict[str, str]:
    """Return the words of each mention of a party with its code."""
    folded = plain(text)
    return {
        folded[m.start : m.end]: m.code for m in mentions(folded) if m.kind not in OTHERS and m.code
    }


def test_mentions_are_in_order_and_apart() -> None:
    """From left to right, without overlaps."""
    text = "Peru, the European Union and the President of Chile met in Lima on Peruvian soil."
    found = mentions(text)
    assert [text[m.start : m.end] for m in found][:2] == ["Peru", "European Union"]
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Peru’s ministers", {"Peru": "PER"}),
        ("Côte d’Ivoire", {"Côte d'Ivoire": "CIV"}),
        ("the Peruvian side", {"Peruvian": "PER"}),
        ("the White\nHouse", {"White House": "USA"}),
        ("the U.S. and the U.K.", {"U.S.": "USA", "U.K.": "GBR"}),
        ("peru, PERUVIANS", {}),
        ("Jordan Peterson spoke", {}),
        ("Jordan and Iraq spoke", {"Jordan": "JOR", "Iraq": "IRQ"}),
        ("to lend Jordan USD 5 million", {"Jordan": "JOR"}),
        ("to lend Jordan A$5 million", {"Jordan": "JOR"}),
        ("Jordan III spoke", {}),
        ("Jordan’s king", {"Jordan": "JOR"}),
        ("the President of the Republic of the Congo", {"Republic of the Congo": "COG"}),
        ("the President of the Republic of Peru met", {"Republic of Peru": "PER"}),
        ("the President of the Republic of his own accord met Peru", {"Peru": "PER"}),
    ],
)
def test_parties(text: str, codes: dict[str, str]) -> None:
    """Names of parties in the spellings of the press; a person's given name is none."""
    assert named(text) == codes


def test_an_ambiguous_name_is_settled_by_the_rest_of_the_text() -> None:
    """A demonym of two countries means the one that is named without doubt, or nobody."""
    assert named("The Korean side met officials.") in ({}, {"Korean": "KOR"})
    assert named("Pyongyang and North Korea were named; the Korean side left.")["Korean"] == "PRK"
    assert named("South Korea came; the Korean side left.")["Korean"] == "KOR"


def test_a_doubtful_name_between_two_readings_stays_open() -> None:
    """Where both readings are named, the table's default decides, or nobody is meant."""
    found = named("North Korea and South Korea met; the Korean side left.")
    assert found.get("Korean") in (None, "KOR")


def test_places_are_no_parties() -> None:
    """A city that is no capital lies in a country and does not stand for it."""
    (osaka,) = mentions("Osaka")
    assert osaka.kind is NameKind.PLACE
    assert osaka.code == ""
    assert osaka.name.codes == ("JPN",)


def test_no_names() -> None:
    """A text without names has no mentions."""
    assert mentions("") == []
    assert mentions("nothing here, 5 of it.") == []
