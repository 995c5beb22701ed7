"""Nouns of commitment: whose they are, and which verbs express them."""

from __future__ import annotations

import pytest
from tests.reading.reports import told


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya expressed its commitment to clean rivers.", ["KEN pledge"]),
        ("Kenya underscored its commitment to clean rivers.", ["KEN pledge"]),
        ("Kenya reaffirmed its commitment to clean rivers.", ["KEN pledge again"]),
        ("Kenya renewed its pledge to clean the rivers.", ["KEN pledge again"]),
        ("Kenya signalled its intention to clean the rivers.", ["KEN intent"]),
        ("Kenya expressed its readiness to clean the rivers.", ["KEN intent"]),
        ("Kenya expressed interest in cleaning the rivers.", ["KEN aspiration"]),
        ("Kenya expressed its desire to clean the rivers.", ["KEN aspiration"]),
        ("Kenya and Norway share a commitment to clean rivers.", ["KEN+NOR pledge"]),
        ("Kenya has a strong commitment to clean rivers.", ["KEN pledge"]),
        ("Kenya and Norway are united in their commitment to clean rivers.", ["KEN+NOR pledge"]),
        ("Kenya discussed the commitment of others.", []),
        ("Kenya praised the commitment of the nurses.", []),
        ("The commitment to clean rivers cost much.", []),
    ],
)
def test_a_noun_needs_a_verb_that_expresses_it(words: str, found: list[str]) -> None:
    """The verb says whether the noun is voiced; a verb of repetition marks it as said before."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Wekesa reaffirmed Kenya's commitment to clean rivers.", ["KEN pledge again"]),
        ("Wekesa reaffirmed Kenya’s strong commitment to clean rivers.", ["KEN pledge again"]),
        ("Wekesa reaffirmed the commitment of Kenya to clean rivers.", ["KEN pledge again"]),
        ("Wekesa conveyed Kenya's readiness to clean the rivers.", ["KEN intent"]),
        (
            "The leaders reaffirmed their countries' commitment to clean rivers.",
            ["KEN+NOR pledge again"],
        ),
        ("Kenya reaffirmed Sweden's commitment to clean rivers.", []),
        ("Kenya and Norway welcomed Sweden's commitment to clean rivers.", []),
        ("Kenya welcomed Norway's pledge to clean the rivers.", []),
        ("Kenya thanked Norway for its commitment to clean rivers.", []),
        ("Kenya reaffirmed Statoil's commitment to clean rivers.", []),
    ],
)
def test_genitive_owners(words: str, found: list[str]) -> None:
    """Who owns the noun promises, if the subject may speak for the owner."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Wekesa and Brandvik reaffirmed their shared commitment to clean rivers.",
            ["KEN+NOR pledge again"],
        ),
        (
            "Reaffirming their commitment to clean rivers, the leaders left.",
            ["KEN+NOR pledge again"],
        ),
        (
            "The leaders left, reaffirming their commitment to clean rivers.",
            ["KEN+NOR pledge again"],
        ),
        ("We reaffirm our commitment to clean rivers.", ["KEN+NOR pledge again"]),
        ("“We reaffirm our commitment to clean rivers,” Brandvik said.", ["NOR pledge again"]),
    ],
)
def test_their_and_our(words: str, found: list[str]) -> None:
    """A possessive means the subject; "shared" and "our" mean all who meet."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Our commitment to clean rivers remains ironclad.", ["KEN+NOR pledge again"]),
        ("Norway's commitment to Kenya is ironclad.", ["NOR pledge"]),
        ("The commitment of Norway to Kenya remains firm.", ["NOR pledge again"]),
        ("Commitment is strong in the north.", []),
        ("Norway's commitment to Kenya was discussed.", []),
    ],
)
def test_a_commitment_that_stands(words: str, found: list[str]) -> None:
    """The noun may itself be the subject of being firm."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Norway reaffirmed its support for Ukraine.", ["NOR pledge again"]),
        ("Norway expressed its continued support for Ukraine.", ["NOR pledge again"]),
        ("Norway reiterated its support for Kenya's reforms.", ["NOR pledge again"]),
        ("Norway pledged its support for Moldova for as long as needed.", ["NOR pledge again"]),
        ("Norway expressed its support for Ukraine.", []),
        ("Norway expressed its strong support for Ukraine.", []),
        ("Norway underlined its firm and unwavering support for Ukraine.", []),
        ("Norway supports Ukraine.", []),
        ("Norway reaffirmed its support for a free press.", []),
        ("Norway and Kenya reaffirmed their support for a two-state solution.", []),
        ("Norway thanked Kenya for its continued support for Ukraine.", []),
    ],
)
def test_support(words: str, found: list[str]) -> None:
    """Support is a pledge where it goes on and a country receives it."""
    assert told(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Norway reaffirmed its support for Ukraine's sovereignty.",
        "Norway reaffirmed its support for Ukraine’s independence and territorial integrity.",
        "Norway reaffirmed its continued support for the sovereignty of Ukraine.",
        "Norway reiterated its support for the territorial integrity of Somalia.",
        "Norway reaffirmed its support for the unity of Libya.",
    ],
)
def test_support_of_sovereignty_is_a_view(words: str) -> None:
    """Sovereignty, integrity and unity are principles, to which nothing is given."""
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Kenya and Norway agreed on the importance of clean rivers.",
        "Kenya and Norway underscored the need for clean rivers.",
        "Kenya reaffirmed the value of its commitment to clean rivers.",
        "Kenya stressed the urgency of clean rivers.",
        "Clean rivers are a priority for Kenya.",
        "Kenya and Norway expressed concern over the rivers.",
        "Kenya and Norway reaffirmed their friendship.",
        "Kenya conveyed its thanks for clean rivers.",
    ],
)
def test_views_and_values(words: str) -> None:
    """The importance of something is a view, whatever it is."""
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya expressed its hope that Norway would buy more tea.", ["KEN request NOR"]),
        ("Wekesa conveyed Kenya's hope that Norway would buy more tea.", ["KEN request NOR"]),
        ("Kenya expressed the hope to sell more tea.", ["KEN aspiration"]),
        ("Kenya expressed its hope that the rain would come.", []),
        ("The talks gave hope to Kenya.", []),
    ],
)
def test_hopes(words: str, found: list[str]) -> None:
    """A hope for another's conduct is a request, for one's own an aspiration."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya and Norway welcomed plans to open a port.", ["KEN+NOR intent"]),
        ("Kenya welcomed Norway's plans to open a port.", []),
        ("Kenya and Norway discussed plans to open a port.", []),
        ("Kenya welcomed the opening of the port.", []),
    ],
)
def test_welcomed_plans(words: str, found: list[str]) -> None:
    """Plans of their own that the parties welcome are plans; others' are not."""
    assert told(words) == found
