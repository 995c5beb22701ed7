"""Who acts in a clause: runs of agents, insertions, and nouns that cannot act."""

from __future__ import annotations

import pytest
from tests.reading.reports import all_told, told


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya agreed to open a port.", ["KEN pledge"]),
        ("Kenya and Norway agreed to open a port.", ["KEN+NOR pledge"]),
        ("Both Kenya and Norway agreed to open a port.", ["KEN+NOR pledge"]),
        ("Norway, Kenya and Ghana agreed to open a port.", ["NOR+KEN+GHA pledge"]),
        ("Norway, Kenya, and Ghana agreed to open a port.", ["NOR+KEN+GHA pledge"]),
        ("Norway, Kenya, Ghana, Togo and Benin agreed to a ban.", ["NOR+KEN+GHA+TGO+BEN pledge"]),
        ("The Kenyan and Norwegian governments agreed to open a port.", ["KEN+NOR pledge"]),
        ("President Wekesa and Prime Minister Brandvik agreed to open a port.", ["KEN+NOR pledge"]),
        ("Wekesa and Brandvik agreed to open a port.", ["KEN+NOR pledge"]),
        ("Wekesa and her Norwegian counterpart agreed to open a port.", ["KEN+NOR pledge"]),
        ("Nairobi and Oslo agreed to open a port.", ["KEN+NOR pledge"]),
        ("Kenya & Norway agreed to open a port.", ["KEN+NOR pledge"]),
        ("The European Union and Kenya agreed to open a port.", ["EU+KEN pledge"]),
        ("Kenya (the host) and Norway agreed to open a port.", ["KEN+NOR pledge"]),
        ("The Republic of Kenya (hereafter “Kenya”) agreed to open a port.", ["KEN pledge"]),
    ],
)
def test_enumerations(words: str, found: list[str]) -> None:
    """All members of a list act, whatever joins them."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("In Norway, Kenya agreed to open a consulate.", ["KEN pledge"]),
        ("After talks in Norway, Kenya agreed to open a consulate.", ["KEN pledge"]),
        ("As a friend of Norway, Kenya agreed to open a consulate.", ["KEN pledge"]),
        ("On behalf of Norway, Kenya will host the talks.", ["KEN pledge"]),
    ],
)
def test_a_comma_alone_joins_nothing(words: str, found: list[str]) -> None:
    """A party that an adverbial names is no subject."""
    assert told(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Kenya, which chairs the committee, agreed to open a port.",
        "Kenya, a large buyer of salmon, agreed to open a port.",
        "Kenya, on the other hand, agreed to open a port.",
        "Kenya, like its neighbours, agreed to open a port.",
        "Kenya — the host of the talks — agreed to open a port.",
        "Kenya (the host of the talks) agreed to open a port.",
        "President Wekesa, who leads the party, agreed to open a port.",
        "President Wekesa, a former judge, agreed to open a port.",
        "The president of Kenya, Amina Wekesa, agreed to open a port.",
        "Amina Wekesa, the Kenyan president, agreed to open a port.",
        "Kenya's president, Amina Wekesa, agreed to open a port.",
    ],
)
def test_appositions_and_insertions(words: str) -> None:
    """The subject keeps its verb over what is put between commas, dashes or brackets."""
    assert told(words) == ["KEN pledge"]


@pytest.mark.parametrize(
    "words",
    [
        "Kenya today agreed to open a port.",
        "Kenya on Tuesday agreed to open a port.",
        "Kenya on Tuesday morning agreed to open a port.",
        "Kenya also firmly agreed to open a port.",
        "Kenya has now agreed to open a port.",
        "Kenya has therefore formally agreed to open a port.",
        "Kenya for its part agreed to open a port.",
        "Kenya, for its part, agreed to open a port.",
        "Kenya in a statement agreed to open a port.",
        "Kenya earlier today agreed to open a port.",
        "Kenya at the summit agreed to open a port.",
    ],
)
def test_adverbials_between_subject_and_verb(words: str) -> None:
    """Time, manner and occasion may stand before the verb."""
    assert told(words) == ["KEN pledge"]


@pytest.mark.parametrize(
    "words",
    [
        "Trade between Kenya and Norway will grow.",
        "Exports from Kenya will rise.",
        "The people of Kenya will benefit from the port.",
        "Roads in Norway will be closed for weeks.",
        "The population of Kenya will double by 2050.",
        "A company from Norway agreed to buy the mine.",
        "Unions in Kenya vowed to strike.",
        "The court of Kenya decided to hear the case.",
        "The visit to Norway will last two days.",
        "Prices in Kenya are expected to fall.",
        "Shipping through Kenya will become cheaper.",
    ],
)
def test_nouns_that_only_have_a_party_beside_them(words: str) -> None:
    """A party behind a preposition does not act; the noun before it does."""
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The government of Kenya agreed to open a port.", ["KEN pledge"]),
        ("Officials from Kenya agreed to open a port.", ["KEN pledge"]),
        ("The leaders of Kenya and Norway agreed to open a port.", ["KEN+NOR pledge"]),
        ("The presidents of Kenya, Ghana and Togo agreed to open a port.", ["KEN+GHA+TGO pledge"]),
        ("The Norwegian side agreed to open a port.", ["NOR pledge"]),
        ("Norway's ministry agreed to open a port.", ["NOR pledge"]),
        ("The Kenyan navy will open a port.", ["KEN pledge"]),
        ("Kenya's foreign minister agreed to open a port.", ["KEN pledge"]),
    ],
)
def test_bodies_and_offices_act_for_their_party(words: str, found: list[str]) -> None:
    """A government, a ministry, a delegation or an office stands for the country."""
    assert told(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Kenyan farmers agreed to plant more tea.",
        "Norwegian companies pledged to build a plant.",
        "Norway's largest bank agreed to lend the money.",
        "Kenyan-born engineers vowed to return.",
        "Kenya Airways agreed to lease two aircraft.",
    ],
)
def test_a_genitive_or_an_adjective_does_not_act(words: str) -> None:
    """What belongs to a country, and is no body of it, is somebody else."""
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("It was agreed that the two countries would open a port.", ["KEN+NOR pledge"]),
        ("It was agreed to open a port.", ["KEN+NOR pledge"]),
        ("It was also decided to open a port.", ["KEN+NOR pledge"]),
        ("It was said that the port is old.", []),
        ("It was feared that the port would close.", []),
        ("A port was agreed to be too costly.", []),
        ("The port was opened by Kenya.", []),
    ],
)
def test_the_impersonal_passive(words: str, found: list[str]) -> None:
    """What "was agreed" binds all who meet; other passives bind nobody."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya said that Norway will open a port.", ["NOR pledge"]),
        ("Kenya said it will open a port.", ["KEN pledge"]),
        (
            "Kenya agreed to cut tariffs, and Norway agreed to open a port.",
            ["KEN pledge", "NOR pledge"],
        ),
        ("Kenya will cut tariffs while Norway plans to open a port.", ["KEN pledge", "NOR intent"]),
        ("Kenya thanked Norway and agreed to open a port.", ["KEN pledge"]),
        ("Kenya, which met Norway in May, agreed to open a port.", ["KEN pledge"]),
        ("As Norway chairs the council, Kenya will open a port.", ["KEN pledge"]),
    ],
)
def test_each_verb_has_its_own_subject(words: str, found: list[str]) -> None:
    """Of two clauses in a sentence each has its own actors; an object does not act."""
    assert told(words) == found


def test_parties_that_promise_different_things_give_two_entries() -> None:
    """One entry a sentence and acting set of parties."""
    words = "Norway will open a school and Kenya will open a clinic."
    assert told(words) == ["NOR pledge", "KEN pledge"]


def test_parties_of_a_text_without_a_lead() -> None:
    """Where no lead says who meets, every subject may promise."""
    text = "Peru will open a school and Chile will open a clinic."
    assert all_told(text) == ["PER pledge", "CHL pledge"]
