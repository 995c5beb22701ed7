"""Words → domains."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.gazetteer import tables
from bilateral.reading.topics import LIMIT, topics


def named(words: str) -> list[str]:
    """Return the names of the domains of some words, best first."""
    low = words.lower().replace("-", " ")
    return [topic.domain.name for topic in topics(low, 0, len(low))]


@pytest.mark.parametrize(
    ("words", "domain"),
    [
        ("lower tariffs on timber", "economy.trade"),
        ("coast guards", "security.maritime"),
        ("cybersecurity", "security.cyber"),
        ("fight terrorism", "security.terrorism"),
        ("drug trafficking", "security.crime"),
        ("nuclear weapons", "security.nonproliferation"),
        ("a cease-fire", "diplomacy.peace"),
        ("the rule of law", "governance.law"),
        ("free elections", "governance.democracy"),
        ("human rights", "governance.rights"),
        ("supply chains", "economy.supply"),
        ("a railway and a port", "economy.infrastructure"),
        ("fisheries", "economy.agriculture"),
        ("renewable energy", "energy"),
        ("climate change", "climate"),
        ("artificial intelligence", "technology.digital"),
        ("satellites", "technology.space"),
        ("scholarships for students", "society.education"),
        ("tourism", "society.culture"),
        ("vaccines", "society.health"),
        ("visas for refugees", "society.migration"),
        ("disaster relief", "humanitarian"),
    ],
)
def test_fields(words: str, domain: str) -> None:
    """Plain words of a field lead to it first."""
    assert named(words)[0] == domain


@pytest.mark.parametrize("words", ["", "the house was old", "xyz", "…", "they met there"])
def test_words_of_no_field(words: str) -> None:
    """Nothing is guessed."""
    assert named(words) == []


def test_hyphens_and_plurals_do_not_matter() -> None:
    """Hyphens are spaces, and nouns may be in the plural."""
    assert named("supply-chain") == named("supply chain") == named("supply chains")
    assert named("human  rights") == named("human rights")


def test_words_match_whole() -> None:
    """A term inside another word is none."""
    assert "technology.digital" not in named("said aimed main")


@pytest.mark.parametrize(
    ("words", "domains"),
    [
        ("train nurses", ["society.health"]),
        ("trains to the coast", ["economy.infrastructure"]),
        ("a train line", ["economy.infrastructure"]),
        ("a weather satellite", ["technology.space"]),
        ("the weather", ["climate"]),
    ],
)
def test_words_beside_a_word_tell_what_it_means(words: str, domains: list[str]) -> None:
    """Nurses are trained, and travellers take a train; a satellite is one whatever it watches."""
    assert named(words) == domains


@pytest.mark.parametrize(
    ("words", "domains"),
    [
        ("beef up ties", ["diplomacy.relations"]),
        ("herds of beef cattle", ["economy.agriculture"]),
        ("projects in the pipeline", ["economy.investment"]),
        ("a gas pipeline", ["energy"]),
        ("a climate of fear", []),
        ("the climate", ["climate"]),
        ("the sound and healthy growth of ties", ["diplomacy.relations"]),
        ("healthy diets", ["society.health"]),
        ("bridge the gaps", []),
    ],
)
def test_idioms_show_no_domain(words: str, domains: list[str]) -> None:
    """What only sounds like a field is passed over; longer terms and the rest count."""
    assert named(words) == domains


def test_only_the_extent_is_read() -> None:
    """What stands before and behind does not count; places are those of the text."""
    text = "tariffs, vaccines, tariffs"
    (topic,) = topics(text, 9, 17)
    assert topic.domain.name == "society.health"
    assert "vaccines".startswith(text[topic.start : topic.end])


def test_a_child_goes_before_its_parent() -> None:
    """Where a child is found, its parent adds nothing."""
    found = named("security cooperation on cybersecurity")
    assert "security.cyber" in found
    assert "security" not in found


TERMS = st.sampled_from([row["term"].rstrip("*") for row in tables.vocabulary()])


@given(st.lists(TERMS | st.sampled_from(["and", "of the", ",", "-"]), max_size=12).map(" ".join))
def test_at_most_three_different_domains(words: str) -> None:
    """However many terms there are, each domain comes once, and a term is where it is said to be."""
    low = words.lower().replace("-", " ")
    found = topics(low, 0, len(low))
    assert len(found) <= LIMIT
    assert len({topic.domain for topic in found}) == len(found)
    for topic in found:
        assert 0 <= topic.start < topic.end <= len(low)
        assert topic.weight in (1, 2, 3)


@pytest.mark.parametrize("weight", ["1", "2", "3"])
def test_every_term_shows_some_domain(weight: str) -> None:
    """Each term of the vocabulary, by itself, leads to a domain."""
    silent = [
        row["term"]
        for row in tables.vocabulary()
        if row["weight"] == weight and not named(row["term"].rstrip("*"))
    ]
    assert silent == []
