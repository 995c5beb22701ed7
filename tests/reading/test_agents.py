"""The noun phrases of a text that can act for a party."""

from __future__ import annotations

from itertools import pairwise

import pytest

from bilateral.reading.agents import Agent, Sort, agents
from bilateral.reading.folding import lower, plain
from bilateral.reading.mentions import mentions
from bilateral.reading.people import people


def find(text: str) -> list[tuple[str, Agent]]:
    """Return the words of each agent with the agent."""
    folded = plain(text)
    named = mentions(folded)
    found = agents(folded, lower(folded), named, people(folded, named, 0))
    return [(folded[agent.start : agent.end], agent) for agent in found]


def sorts(text: str) -> list[tuple[str, str]]:
    """Return words and sort of each agent."""
    return [(words, agent.sort.value) for words, agent in find(text)]


@pytest.mark.parametrize(
    ("text", "words", "codes"),
    [
        ("they saw Peru act", "Peru", ("PER",)),
        ("they saw the Republic of Peru act", "the Republic of Peru", ("PER",)),
        ("they saw ASEAN act", "ASEAN", ("ASEAN",)),
        ("they saw the European Union act", "the European Union", ("EU",)),
        ("they saw the White House act", "the White House", ("USA",)),
        ("there Lima acted", "Lima", ("PER",)),
        ("there the Peruvian government acted", "the Peruvian government", ("PER",)),
        (
            "there the Peruvian interim government acted",
            "the Peruvian interim government",
            ("PER",),
        ),
        ("there Peru's foreign ministry acted", "Peru's foreign ministry", ("PER",)),
        ("there the Peruvian side acted", "the Peruvian side", ("PER",)),
        (
            "there the Peruvian up-to-date state-of-the-art well-to-do government acted",
            "the Peruvian up-to-date state-of-the-art well-to-do government",
            ("PER",),
        ),
        ("there President Luz Paz of Peru acted", "President Luz Paz of Peru", ("PER",)),
        (
            "there the leaders of Peru and Chile acted",
            "the leaders of Peru and Chile",
            ("PER", "CHL"),
        ),
        (
            "there the leaders of Peru, Chile, and the Republic of Ghana acted",
            "the leaders of Peru, Chile, and the Republic of Ghana",
            ("PER", "CHL", "GHA"),
        ),
    ],
)
def test_named(text: str, words: str, codes: tuple[str, ...]) -> None:
    """An agent whose words name the party knows its codes."""
    found = dict(find(text))
    assert found[words].sort is Sort.NAMED
    assert found[words].codes == codes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("by Peru's rivers", "Peru"),
        ("by Peruvian rivers", "Peruvian"),
        ("this Peru-Chile tunnel", "Peru"),
        ("of Peruvians", "Peruvians"),
    ],
)
def test_owners(text: str, words: str) -> None:
    """A genitive, an adjective or a part of a compound owns, and does not act."""
    assert dict(sorts(text))[words] == "owner"


@pytest.mark.parametrize(
    "words",
    [
        "the two leaders",
        "both leaders",
        "the leaders",
        "both sides",
        "the two sides",
        "the two countries",
        "all three countries",
        "the parties",
        "the two governments",
        "the prime ministers",
        "the two foreign ministers",
        "the heads of state",
        "the participants",
        "our two countries",
    ],
)
def test_those_who_meet(words: str) -> None:
    """Collectives stand for all who meet, as several."""
    found = dict(find(f"there {words} acted"))
    assert found[words].sort in (Sort.TOGETHER, Sort.OFFICE)
    assert found[words].plural


@pytest.mark.parametrize(
    "words",
    [
        "other countries",
        "the other countries",
        "many leaders",
        "business leaders",
        "community leaders",
        "the religious leaders",
        "developing countries",
        "some governments",
        "the African countries",
        "foreign leaders",
        "leaders",
        "neighbouring countries",
    ],
)
def test_others_are_not_those_who_meet(words: str) -> None:
    """A qualified collective means somebody else."""
    assert [s for _, s in sorts(f"there {words} acted") if s == "together"] == []


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("we", "we"),
        ("they", "they"),
        ("he", "person"),
        ("she", "person"),
        ("it", "thing"),
        ("I", "speaker"),
    ],
)
def test_pronouns(words: str, sort: str) -> None:
    """Pronouns are agents whom the resolver settles."""
    assert sorts(f"there {words} acted") == [(words, sort)]
    assert sorts(f"there x{words} and {words}-men acted") == []


@pytest.mark.parametrize(
    ("text", "words", "sort"),
    [
        ("there the President acted", "the President", "office"),
        ("there his government acted", "his government", "state"),
        ("there the administration acted", "the administration", "state"),
        ("there their teams acted", "their teams", "they"),
    ],
)
def test_offices_and_bodies_without_a_name(text: str, words: str, sort: str) -> None:
    """Whose they are is settled later."""
    assert dict(sorts(text))[words] == sort


@pytest.mark.parametrize("text", ["they met in Lima", "from Lima they flew", "near Lima, Oslo"])
def test_a_capital_behind_a_preposition_is_a_place(text: str) -> None:
    """Where people meet does not act."""
    assert "Lima" not in dict(find(text))


@pytest.mark.parametrize(
    "text",
    [
        "Peru, the two leaders of Peru and Chile, both sides, President Luz Paz of Peru and they",
        "the leaders of Peru, of Chile (a friend), and of the Republic of Ghana and its government",
        "Peru-Chile-Ghana, the U.S.-Japan alliance, Lima's and Oslo's presidents of Peru",
    ],
)
def test_agents_are_in_order_and_apart(text: str) -> None:
    """No two agents overlap."""
    found = [agent for _, agent in find(text)]
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert found


def test_offices_of_several_states_in_a_row() -> None:
    """Each goes with the state before it."""
    found = find("there the Malaysian envoy, Peru's president, Chile's Chancellor and Ghana acted")
    assert [(words, agent.codes, agent.personal) for words, agent in found] == [
        ("the Malaysian envoy", ("MYS",), True),
        ("Peru's president", ("PER",), True),
        ("Chile's Chancellor", ("CHL",), True),
        ("Ghana", ("GHA",), False),
    ]


@pytest.mark.parametrize(
    ("words", "plural"),
    [
        ("the Ministers of Foreign Affairs", True),
        ("the Minister of Foreign Affairs", False),
        ("the Prime Ministers", True),
        ("the Prime Minister", False),
    ],
)
def test_several_hold_an_office_where_its_head_is_plural(words: str, plural: bool) -> None:  # noqa: FBT001
    """“Affairs” makes no plural."""
    agent = dict(find(f"there {words} acted"))[words]
    assert (agent.sort, agent.plural, agent.personal) == (Sort.OFFICE, plural, True)


def test_numbers_alone_make_a_collective() -> None:
    """Behind a preposition as well."""
    assert sorts("a summit of two leaders agreed") == [("two leaders", "together")]
