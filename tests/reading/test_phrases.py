"""Noun phrases by their words: where each begins and ends, and which word is its head."""

from __future__ import annotations

import pytest

from bilateral.gazetteer.issue_words import classes
from bilateral.gazetteer.names import NameKind
from bilateral.reading.agents import agents
from bilateral.reading.folding import lower, plain
from bilateral.reading.mentions import mentions
from bilateral.reading.people import people
from bilateral.reading.phrases import PADDING, Chunker
from bilateral.reading.units import units


def chunker(text: str, present: frozenset[str] = frozenset()) -> Chunker:
    """Divide a sentence."""
    folded = plain(text)
    low = lower(folded)
    named = mentions(folded)
    acting = agents(folded, low, named, people(folded, named, 0))
    found = units(low, 0, len(low), acting)
    places = {one.start: one for one in named if one.kind is NameKind.PLACE}
    return Chunker(
        found.units,
        found.starts,
        [*found.words, *PADDING],
        places,
        folded,
        classes(),
        present,
    )


def between(words: Chunker, first: int, last: int) -> str:
    """Return the words of some units."""
    return words.plain[words.starts[first] : words.end(last - 1)]


def index(words: Chunker, said: str) -> int:
    """Return the unit that begins with the first of what is said."""
    return words.starts.index(words.plain.index(said))


def core(text: str, behind: str) -> tuple[str, str]:
    """Return the phrase behind some words, up to its first preposition, and its head."""
    words = chunker(text)
    place = words.plain.index(f"{behind} ") + len(behind) + 1
    phrase = words.core(words.starts.index(place))
    if phrase is None:
        return "", ""
    assert phrase.core == phrase.last
    return between(words, phrase.first, phrase.core), between(words, phrase.head, phrase.head + 1)


@pytest.mark.parametrize(
    ("text", "found", "head"),
    [
        ("They saw trade.", "trade", "trade"),
        ("They saw the fair trade of goods.", "fair trade", "trade"),
        ("They saw also “the trade of goods”.", "trade", "trade"),
        ("They saw the very old ships.", "very old ships", "ships"),
        ("They saw a newly closed port in Lima.", "newly closed port", "port"),
        ("They saw the renewed talks.", "renewed talks", "talks"),
        ("They saw the talks concluded in May.", "talks", "talks"),
        (
            "They saw political, economic and security cooperation.",
            "political, economic and security cooperation",
            "cooperation",
        ),
        (
            "They saw political, economic, and military cooperation.",
            "political, economic, and military cooperation",
            "cooperation",
        ),
        ("They saw political or economic cooperation.", "political or economic cooperation", "cooperation"),
        ("They saw trade and economic ties.", "trade and economic ties", "ties"),
        ("They saw food and energy security.", "food and energy security", "security"),
        ("They saw the global food and energy security.", "global food and energy security", "security"),
        (
            "They saw energy and technology investment projects.",
            "energy and technology investment projects",
            "projects",
        ),
        ("They saw trade and whales.", "trade", "trade"),
        ("They saw whales and energy security.", "whales", "whales"),
        ("They saw political and, later, economic ties.", "political", "political"),
        ("They saw old and slowly sinking ships.", "old", "old"),
        (
            "They saw the Integration and Prosperity Agreement.",
            "Integration and Prosperity Agreement",
            "Agreement",
        ),
        ("They saw the integration and prosperity index.", "integration", "integration"),
        ("They saw the Integration and prosperity.", "Integration", "Integration"),
        ("They saw China's dangerous and unlawful conduct.", "China's dangerous and unlawful conduct", "conduct"),
        ("They saw China's.", "China", "China"),
        ("They saw the people's congress.", "people's congress", "congress"),
        ("They saw the New Development Bank (NDB) in Shanghai.", "the New Development Bank (NDB)", "the New Development Bank"),
        ("They saw the bank (in May) close.", "bank", "bank"),
        ("They saw the North–South corridor.", "North–South corridor", "corridor"),
        ("They saw the North – a wide land.", "North", "North"),
        ("They saw the islands / reefs.", "islands / reefs", "islands"),
        ("They saw the north / Peru.", "north / Peru", "Peru"),
        ("They saw Sudan today.", "Sudan", "Sudan"),
        ("They saw Sudan end the war.", "Sudan", "Sudan"),
        ("They saw tuna food and energy security.", "tuna food", "food"),
        ("They all saw tuna food and energy security.", "tuna food", "food"),
        ("They saw Sudan Peru.", "Sudan", "Sudan"),
        ("They saw ships slowly sink.", "ships", "ships"),
        ("They saw prices last year.", "prices", "prices"),
        ("They saw rain on Monday.", "rain", "rain"),
        ("They saw how Sudan goes on.", "", ""),
        ("They saw to it.", "", ""),
    ],
)  # fmt: skip
def test_the_core_of_a_phrase(text: str, found: str, head: str) -> None:
    """Adjectives, nouns, owners and what joins them, up to the first word that cannot belong."""
    assert core(text, "saw") == (found, head)


def whole(text: str, behind: str = "saw") -> str:
    """Return the phrase behind some words with its prepositions."""
    words = chunker(text)
    place = words.plain.index(f"{behind} ") + len(behind) + 1
    phrase = words.core(words.starts.index(place))
    assert phrase is not None
    longer = words.extend(phrase)
    assert (longer.first, longer.core, longer.head) == (phrase.first, phrase.core, phrase.head)
    return between(words, longer.first, longer.last)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They saw the war in Sudan.", "war in Sudan"),
        ("They saw the wars in Syria, Lebanon, and Sudan.", "wars in Syria, Lebanon, and Sudan"),
        ("They saw the wars in Syria and in Sudan.", "wars in Syria and in Sudan"),
        ("They saw the wars in Syria, and left.", "wars in Syria"),
        ("They saw the war in Sudan and trade.", "war in Sudan"),
        ("They saw the war in Sudan in May.", "war in Sudan"),
        ("They saw the war in 2020.", "war"),
        ("They saw the war in order to help.", "war"),
        ("They saw the work in close cooperation.", "work"),
        ("They saw the rise of the price of rice.", "rise of the price of rice"),
        (
            "They saw the rise of the price of the rice of the north of Peru.",
            "rise of the price of the rice of the north",
        ),
        ("They saw challenges posed by China.", "challenges posed by China"),
        ("They saw challenges posed to them.", "challenges"),
        ("They saw the truce between Israel and Lebanon.", "truce between Israel and Lebanon"),
        (
            "They saw the truce between the two armies and their allies.",
            "truce between the two armies and their allies",
        ),
        ("They saw the trade between the two countries and left.", "trade between the two countries"),
        ("They saw a report on the trade between the two countries and aid.", "report on the trade between the two countries"),
        ("They saw sanctions against Russia and the use of its assets.", "sanctions against Russia"),
        ("They saw the ban on ivory.", "ban on ivory"),
        ("They saw the impact of the ban on ivory.", "impact of the ban on ivory"),
        ("They saw the price of the ban on ivory.", "price of the ban"),
        ("They saw threats to peace.", "threats to peace"),
        ("They saw the road to peace.", "road"),
        ("They saw the road to Peru.", "road to Peru"),
        ("They saw the road to the port.", "road to the port"),
        ("They saw the trade with Peru.", "trade with Peru"),
        ("They saw the trade with partners.", "trade"),
        ("They saw piracy with the Prime Minister.", "piracy"),
        ("They saw the war over Gaza, Egypt and Jordan agreed.", "war over Gaza"),
        ("They saw the war over Gaza, Egypt agreed.", "war over Gaza"),
        ("They saw the truce between Israel, Egypt noted.", "truce between Israel"),
        ("They saw the war over Gaza, Egypt, and Jordan agreed.", "war over Gaza, Egypt"),
        ("They saw the trade of the two sides.", "trade of the two sides"),
        ("They saw the trade with the two sides.", "trade"),
        ("They saw the joy of singing.", "joy"),
        ("They saw the threat by the two sides.", "threat by the two sides"),
    ],
)  # fmt: skip
def test_a_phrase_with_its_prepositions(text: str, found: str) -> None:
    """What tells where, whose or of what belongs to it; manner and time do not."""
    assert whole(text) == found


def back(text: str, head: str, boundary: frozenset[str] = frozenset()) -> str:
    """Return the phrase that ends in a word."""
    words = chunker(text)
    at = index(words, head)
    return between(words, words.backwards(at, boundary), at + 1)


@pytest.mark.parametrize(
    ("text", "head", "found"),
    [
        ("They spoke of the bitter border dispute.", "dispute", "bitter border dispute"),
        ("They spoke of Peru's border dispute.", "dispute", "Peru's border dispute"),
        ("They spoke of Peru’s and Chile’s dispute.", "dispute", "Chile's dispute"),
        ("They spoke of political and economic crises.", "crises", "political and economic crises"),
        ("They spoke of trade and economic crises.", "crises", "trade and economic crises"),
        ("They spoke of a very bitter dispute.", "dispute", "very bitter dispute"),
        ("They met very late disputes.", "disputes", "very late disputes"),
        ("They spoke of the renewed dispute.", "dispute", "renewed dispute"),
        ("They renewed disputes.", "disputes", "disputes"),
        ("They want to end disputes.", "disputes", "disputes"),
        ("They would face disputes.", "disputes", "disputes"),
        ("They met the leaders' disputes.", "disputes", "the leaders' disputes"),
        ("Now the leaders disputes.", "disputes", "disputes"),
        ("A half-hearted dispute arose.", "dispute", "half-hearted dispute"),
        ("The North–South dispute arose.", "dispute", "North–South dispute"),
        ("The President disputes it.", "disputes", "disputes"),
        ("In Peru disputes arose.", "disputes", "Peru disputes"),
        ("Disputes arose.", "Disputes", "Disputes"),
        ("They met: -disputes", "disputes", "disputes"),
    ],
)
def test_a_phrase_before_its_head(text: str, head: str, found: str) -> None:
    """Backwards from its last word, up to the first that cannot belong."""
    assert back(text, head) == found


def test_a_boundary_ends_a_phrase_before_its_head() -> None:
    """A verb that looks like a noun is named by the caller, in both its forms."""
    boundary = frozenset(["fuel"])
    assert back("Exports fuel disputes.", "disputes", boundary) == "disputes"
    assert back("Trade fuels disputes.", "disputes", boundary) == "disputes"
    assert back("Trade fuels disputes.", "disputes") == "Trade fuels disputes"


def test_names_among_units() -> None:
    """A party or a place is a name; of others than those who meet, only where it is none of them."""
    words = chunker("They spoke of Peru, the West Bank and ships.", frozenset(["PER"]))
    peru, bank, ships = (index(words, name) for name in ("Peru", "West", "ships"))
    assert words.is_named(peru, peru + 1)
    assert not words.is_named(peru, peru + 1, others=True)
    assert words.is_named(bank, ships)
    assert words.is_named(bank, ships, others=True)
    assert not words.is_named(ships, ships + 1)
    assert not words.is_named(0, peru)
    assert words.is_named(0, ships)
    assert [words.is_capital(at) for at in (-1, 0, 1, peru, ships, len(words.units))] == [
        *(False, True, False, True, False, False)
    ]


@pytest.mark.parametrize(
    ("text", "said", "opens"),
    [
        ("and the President noted it", "the President", True),
        ("and Peru also noted it", "Peru", True),
        ("and Peru firmly agreed", "Peru", True),
        ("and Peru's ships", "Peru", False),
        ("and Peru.", "Peru", False),
        ("and Peru", "Peru", False),
        ("and Peru and Chile", "Peru", False),
        ("and Peru in May", "Peru", False),
        ("and they noted it", "they", True),
        ("and trade noted", "trade", False),
    ],
)
def test_a_new_clause(text: str, said: str, opens: bool) -> None:  # noqa: FBT001
    """A party with its verb behind it is a subject."""
    words = chunker(text)
    assert words.opens_clause(index(words, said)) is opens


def test_nothing_opens_a_clause_behind_the_end() -> None:
    """The padding is no subject."""
    words = chunker("They met")
    assert not words.opens_clause(2)
    assert words.core(2) is None
