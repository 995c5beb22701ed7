"""Whom "both sides" means where a report tells of several meetings."""

from __future__ import annotations

import pytest

import bilateral


def actors(text: str) -> list[list[str]]:
    """Return the actors of each commitment."""
    return [[party.code for party in made.actors] for made in bilateral.read(text).commitments]


LEAD = "Norwegian Foreign Minister Tove Lund met Peruvian Foreign Minister Luz Paz in Oslo. "


@pytest.mark.parametrize(
    "second",
    [
        "Lund also held talks with Kenyan Foreign Minister Amina Otieno. Both sides agreed to expand trade.",
        "Later, Lund received Kenyan Foreign Minister Amina Otieno. The two ministers agreed to expand trade.",
        "Lund then exchanged views on fish with Kenyan Foreign Minister Amina Otieno. Both sides agreed to expand trade.",
        "Lund also congratulated Kenyan Foreign Minister Amina Otieno. The two ministers agreed to expand trade.",
        "In a meeting between Lund and Kenyan Foreign Minister Amina Otieno, the two sides agreed to expand trade.",
        "Lund also met with Foreign Minister Amina Otieno of Kenya. Otieno spoke of fish. They agreed to expand trade.",
    ],
)
def test_the_two_of_the_last_meeting(second: str) -> None:
    """Not all who meet in the text."""
    assert actors(LEAD + second) == [["NOR", "KEN"]]


@pytest.mark.parametrize(
    "second",
    [
        "Both sides agreed to expand trade.",
        "Lund will meet Kenyan Foreign Minister Amina Otieno. Both sides agreed to expand trade.",
        "Lund also met Kenyan Foreign Minister Amina Otieno. Peru was grateful. Both sides agreed to expand trade.",
        "Lund discussed fish with Paz, not Kenyan Foreign Minister Amina Otieno. Both sides agreed to expand trade.",
        "Lund spoke of Kenyan Foreign Minister Amina Otieno. Both sides agreed to expand trade.",
    ],
)
def test_all_who_meet_otherwise(second: str) -> None:
    """A meeting to come, or one that the text has left again, changes nothing."""
    assert actors(LEAD + second)[-1] == ["NOR", "PER"]


def test_a_meeting_of_three_is_no_meeting_of_two() -> None:
    """Nothing is told of two of them."""
    text = (
        "President Tove Lund of Norway met with President Luz Paz of Peru and President Amina Otieno "
        "of Kenya. The leaders agreed to expand trade."
    )
    assert actors(text) == [["NOR", "PER", "KEN"]]


@pytest.mark.parametrize(
    "sentence",
    [
        "At a meeting with President Amina Otieno the two sides agreed to expand trade.",
        "While meeting with President Amina Otieno, he welcomed her. They agreed to expand trade.",
        "In talks held with President Amina Otieno, both sides agreed to expand trade.",
    ],
)
def test_whom_the_text_is_about_meets_one_after_another(sentence: str) -> None:
    """Both sides are the one named, and the one who meets them all."""
    lead = "President Tove Lund of Norway met with President Luz Paz of Peru and President Amina Otieno of Kenya. "
    assert actors(lead + sentence)[-1] == ["NOR", "KEN"]


def test_we_are_all_who_speak() -> None:
    """A statement of four is theirs, whomever one of them met."""
    text = (
        "Joint Statement by Norway and Peru\n\nPresident Tove Lund of Norway met President Amina Otieno of "
        "Kenya. We will expand trade."
    )
    assert actors(text)[-1] == ["NOR", "PER"]


def test_a_mediator_asks_both() -> None:
    """Who asks both sides is none of them."""
    text = (
        "Statement on the talks of Norway with Kenya and Peru\n\nNorwegian Foreign Minister Tove Lund met "
        "Kenyan Foreign Minister Amina Otieno. Lund urged both sides to sign the treaty."
    )
    (request,) = bilateral.read(text).commitments
    assert [party.code for party in request.addressees] == ["KEN", "PER"]
