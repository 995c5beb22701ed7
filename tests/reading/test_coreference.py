"""Whom collectives, pronouns and bare offices mean, over sentences."""

from __future__ import annotations

import pytest
from tests.reading.reports import all_told, fault, told

from bilateral.reading.agents import Agent, Sort
from bilateral.reading.coreference import Resolver


@pytest.mark.parametrize(
    "words",
    [
        "The two leaders agreed to open a port.",
        "Both leaders agreed to open a port.",
        "Both sides agreed to open a port.",
        "The two countries agreed to open a port.",
        "Both agreed to open a port.",
        "The two agreed to open a port.",
        "They agreed to open a port.",
        "The leaders also agreed to open a port.",
        "We agreed to open a port.",
        "The two governments agreed to open a port.",
        "The parties agreed to open a port.",
        "Both countries will open a port.",
        pytest.param("Each side will open a port."),
    ],
)
def test_collectives_are_all_who_meet(words: str) -> None:
    """Words for the meeting parties need no name."""
    assert told(words) == ["KEN+NOR pledge"]


@pytest.mark.parametrize(
    "words",
    [
        "Other countries agreed to open a port.",
        "Many governments agreed to open a port.",
        "Business leaders agreed to open a port.",
        "European leaders agreed to open a port.",
        "Local leaders will open a port.",
    ],
)
def test_other_collectives_are_nobody_here(words: str) -> None:
    """A qualified collective does not mean those who meet."""
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Wekesa spoke first. She agreed to open a port.", ["KEN pledge"]),
        ("Brandvik spoke first. He agreed to open a port.", ["NOR pledge"]),
        ("Wekesa thanked Brandvik. She agreed to open a port.", ["KEN pledge"]),
        ("Wekesa smiled. Brandvik smiled. He agreed to open a port.", ["NOR pledge"]),
        ("President Wekesa spoke. “We will open a port,” she said.", ["KEN pledge"]),
    ],
)
def test_he_and_she(words: str, found: list[str]) -> None:
    """The person who was the last subject."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Norway has signed. It will open a port.", ["NOR pledge"]),
        ("Norway said it will open a port.", ["NOR pledge"]),
        ("Kenya has ships, and it will open a port.", ["KEN pledge"]),
        ("Norway signed. Kenya signed. It will open a port.", ["KEN pledge"]),
        ("Norway has signed. It is committed to opening a port.", ["NOR pledge"]),
        ("Norway has signed. It is also expected to open a port.", ["NOR aspiration"]),
        ("Norway has signed. It was agreed to open a port.", ["KEN+NOR pledge"]),
        ("Norway has signed. It is resolved that a port will open.", ["KEN+NOR pledge"]),
    ],
)
def test_it(words: str, found: list[str]) -> None:
    """The party that was the last subject."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The African Union met Kenya. The bloc will open a port.", ["AU pledge"]),
        ("The African Union (AU) leaders agreed to open a port.", ["AU pledge"]),
        ("The EU has ships. Norway is rich. The bloc will open a port.", ["EU pledge"]),
        ("EU Commissioner Luz Paz said the bloc will open a port.", ["EU pledge"]),
        ("The bloc will open a port.", []),
        ("Norway is rich. The bloc will open a port.", []),
    ],
)
def test_the_bloc(words: str, found: list[str]) -> None:
    """The organization that was the last subject; no country is a bloc."""
    text = f"Kenya, Norway, the European Union and the African Union met.\n\n{words}"
    assert all_told(text) == found


def test_the_bloc_that_meets() -> None:
    """The only organization among those who meet, where the text has named none since."""
    lead = "Kenya and the European Union met."
    assert all_told(f"{lead}\n\nThe bloc will open a port.") == ["EU pledge"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Wekesa agreed to open a port.", ["KEN pledge"]),
        ("Mr. Brandvik agreed to open a port.", ["NOR pledge"]),
        ("President Wekesa agreed to open a port.", ["KEN pledge"]),
        ("The President agreed to open a port.", ["KEN pledge"]),
        ("The Prime Minister agreed to open a port.", ["NOR pledge"]),
        ("The president agreed to open a port.", ["KEN pledge"]),
        ("The vice president agreed to open a port.", []),
        pytest.param(
            "Wekesa’s government will open a port.",
            ["KEN pledge"],
            marks=fault("the government of a person is no agent"),
        ),
    ],
)
def test_surnames_and_offices_alone(words: str, found: list[str]) -> None:
    """A part of a name, or the office by itself, means its holder."""
    assert told(words) == found


@pytest.mark.parametrize(
    "office",
    [
        *("prime minister", "chancellor", "minister of finance", "minister of foreign affairs"),
        *("defence minister", "envoy", "president of the republic"),
    ],
)
def test_offices_behind_the_adjective_of_a_state(office: str) -> None:
    """Whoever holds them acts for the state, and is who "she" means."""
    assert told(f"The Norwegian {office} agreed to open a port.") == ["NOR pledge"]
    assert told(f"The Norwegian {office} said that she hoped to open a port.") == ["NOR aspiration"]
    assert told(f"Wekesa spoke. The Norwegian {office} sat down. She will open a port.") == [
        "NOR pledge"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ghana and Togo sent envoys. They agreed to open a port.", ["GHA+TGO pledge"]),
        ("The talks were short. They agreed to open a port.", ["KEN+NOR pledge"]),
        ("The two leaders met again. They agreed to open a port.", ["KEN+NOR pledge"]),
    ],
)
def test_they(words: str, found: list[str]) -> None:
    """The last several subjects, or all who meet."""
    assert told(words) == found


def test_pronouns_without_an_antecedent_are_nobody() -> None:
    """What cannot be told stays open."""
    assert told("She agreed to open a port.", lead="They had come early.") == []
    assert told("It agreed to open a port.", lead="They had come early.") == []
    assert told("The chancellor agreed to open a port.") == []


def test_an_office_behind_the_name_of_a_state() -> None:
    """Where a state has no adjective, its name stands for one."""
    lead = "President Amina Wekesa of Kenya met Chancellor Nils Brandvik of Liechtenstein."
    assert told("The Liechtenstein chancellor agreed to open a port.", lead) == ["LIE pledge"]


def test_a_body_of_ones_own() -> None:
    """“his government” is that of the person who speaks."""
    assert told("Brandvik said that his government will open a port.") == ["NOR pledge"]
    assert told("Wekesa spoke. Her government will open a port.") == ["KEN pledge"]


# --- the resolver by itself -----------------------------------------------------------------------


def agent(sort: Sort, *codes: str, plural: bool = False) -> Agent:
    """Make an agent of a sort; where it stands does not matter."""
    return Agent(0, 1, sort, codes, plural=plural, personal=sort is Sort.PERSON)


def test_the_resolver_starts_empty() -> None:
    """Before any subject only the collectives mean somebody."""
    resolver = Resolver(("KEN", "NOR"), [])
    assert resolver.subject([agent(Sort.TOGETHER)]).codes == ("KEN", "NOR")
    assert resolver.subject([agent(Sort.WE)]).codes == ("KEN", "NOR")
    assert resolver.subject([agent(Sort.THEY)]).codes == ("KEN", "NOR")
    for sort in (Sort.PERSON, Sort.THING, Sort.SPEAKER, Sort.STATE, Sort.OFFICE):
        assert resolver.subject([agent(sort)]).codes == ()


def test_the_resolver_remembers_by_number() -> None:
    """One party is kept for "it", several for "they", nobody for nothing."""
    resolver = Resolver(("KEN", "NOR"), [])
    resolver.remember(resolver.subject([agent(Sort.NAMED, "GHA")]))
    resolver.remember(resolver.subject([agent(Sort.NAMED, "PER"), agent(Sort.NAMED, "CHL")]))
    resolver.remember(resolver.subject([agent(Sort.NAMED)]))
    assert resolver.subject([agent(Sort.THING)]).codes == ("GHA",)
    assert resolver.subject([agent(Sort.THEY)]).codes == ("PER", "CHL")


def test_the_speaker_holds_for_one_sentence() -> None:
    """“we” is the speaker's party until the sentence ends."""
    resolver = Resolver(("KEN", "NOR"), [])
    resolver.remember(resolver.subject([agent(Sort.NAMED, "GHA")]))
    assert resolver.subject([agent(Sort.WE)]).codes == ("GHA",)
    resolver.begin()
    assert resolver.subject([agent(Sort.WE)]).codes == ("KEN", "NOR")


def test_a_party_named_twice_acts_once() -> None:
    """A group has each code once, in the order of the words."""
    resolver = Resolver((), [])
    group = [agent(Sort.NAMED, "NOR"), agent(Sort.NAMED, "KEN"), agent(Sort.NAMED, "NOR")]
    subject = resolver.subject(group)
    assert subject.codes == ("NOR", "KEN")
    assert subject.plural
    assert subject.named


def test_the_note_says_why() -> None:
    """Each way of meaning somebody has its words for the trace."""
    resolver = Resolver(("KEN", "NOR"), [])
    notes = {
        resolver.subject([agent(sort, *codes)]).note
        for sort, codes in ((Sort.NAMED, ("GHA",)), (Sort.TOGETHER, ()), (Sort.PERSON, ()))
    }
    assert len(notes) == 3
