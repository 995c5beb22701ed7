"""Which verbs and adjectives commit, and how firmly."""

from __future__ import annotations

import pytest

from tests.reading.reports import fault, told


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "Kenya and Norway agreed to share data and pledged to protect the reef.",
            ["KEN+NOR pledge"],
        ),
        ("Kenya hopes to buy ships and plans to open a port.", ["KEN intent"]),
        (
            "Kenya praised the talks, thanked Norway, and promised to return the visit.",
            ["KEN pledge"],
        ),
        ("Kenya met, dined and talked with Norway.", []),
        ("Kenya and Norway discussed trade and reviewed the plan.", []),
        ("Kenya and Norway discussed trade and will open a port.", ["KEN+NOR pledge"]),
    ],
)
def test_coordinated_verbs(words: str, found: list[str]) -> None:
    """One subject has several verbs; the firmest gives the force of the one entry."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya and Norway signed the text, committing to protect the reef.", ["KEN+NOR pledge"]),
        ("Kenya issued a statement, pledging to protect the reef.", ["KEN pledge"]),
        ("Kenya left the talks while vowing to return.", ["KEN pledge"]),
        ("Kenya praised fishermen pledging to protect the reef.", []),
        ("The committed friends of Kenya met.", []),
        ("Kenya and Norway discussed the agreed quota.", []),
        ("Kenya and Norway spoke of a planned visit.", []),
    ],
)
def test_participles(words: str, found: list[str]) -> None:
    """A participle behind a comma is the subject's; one before a noun commits nobody."""
    assert told(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Kenya opened an office in Bergen to plan a port.",
        "Norway sent experts to seek a settlement.",
        "Kenya and Norway met to seek peace.",
        "Kenya built a road to aim at growth.",
        "Kenya and Norway exchanged letters to continue the talks.",
    ],
)
def test_an_infinitive_of_purpose_promises_nothing(words: str) -> None:
    """ "to seek …" behind a verb that is no promise tells what that was for."""
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Kenya did not agree to open a port.",
        "Kenya has never agreed to open a port.",
        "Kenya refused to commit to a port.",
        "Kenya does not plan to open a port.",
        "Kenya did not pledge any money.",
        "Norway cannot commit to a date.",
        "Neither Kenya nor Norway agreed to open a port.",
        "Kenya is not ready to open a port.",
        "Kenya is not committed to the plan.",
        "Kenya did not ask Norway to open a port.",
        "Kenya did not reaffirm its commitment to the port.",
        "Kenya no longer plans to open a port.",
    ],
)
def test_what_is_denied_is_no_promise(words: str) -> None:
    """Negation takes the commitment away."""
    assert told(words) == []


def test_a_promise_not_to_do_something_is_one() -> None:
    """The negation may belong to what is promised."""
    assert told("Kenya agreed not to raise its tariffs.") == ["KEN pledge"]
    assert told("Kenya pledged never to raise its tariffs.") == ["KEN pledge"]
    assert told("Kenya will not raise its tariffs.") == ["KEN pledge"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya will raise its tariffs unless Norway opens its market.", []),
        pytest.param(
            "Unless Norway opens its market, Kenya will raise its tariffs.",
            [],
            marks=fault("“unless” is seen only behind the verb"),
        ),
        ("Kenya would act if Norway agreed to pay.", []),
        ("If Norway agrees to pay, the port will be built.", []),
        ("Norway asked whether Kenya will open a port.", ["NOR request KEN"]),
        ("Kenya will open a port.", ["KEN pledge"]),
    ],
)
def test_conditions_and_threats(words: str, found: list[str]) -> None:
    """A threat and a condition promise nothing."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya and Norway had agreed to open a port.", []),
        ("In 2011, Kenya and Norway agreed to open a port.", []),
        ("Kenya and Norway agreed in 2011 to open a port.", []),
        pytest.param(
            "Last year Kenya agreed to open a port.",
            [],
            marks=fault("“last year” is seen only behind the verb"),
        ),
        ("Kenya previously agreed to open a port.", []),
        ("Kenya and Norway have agreed to open a port.", ["KEN+NOR pledge"]),
        ("Kenya has committed to open a port.", ["KEN pledge"]),
        ("Kenya agreed to open a port in 2031.", ["KEN pledge"]),
        ("Kenya agreed to restore the port that closed in 2011.", ["KEN pledge"]),
        ("Kenya planned to open a port.", []),
    ],
)
def test_past_promises(words: str, found: list[str]) -> None:
    """What was promised before the report is none; the perfect is."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya will open a port.", ["KEN pledge"]),
        ("Kenya shall open a port.", ["KEN pledge"]),
        ("Kenya said it would open a port.", ["KEN pledge"]),
        ("Kenya is going to open a port.", ["KEN pledge"]),
        ("Kenya intends to open a port.", ["KEN intent"]),
        ("Kenya plans to open a port.", ["KEN intent"]),
        ("Kenya aims to open a port.", ["KEN intent"]),
        ("Kenya is working to open a port.", ["KEN intent"]),
        ("Kenya is ready to open a port.", ["KEN intent"]),
        ("Kenya is willing to open a port.", ["KEN intent"]),
        ("Kenya offered to open a port.", ["KEN intent"]),
        ("Kenya hopes to open a port.", ["KEN aspiration"]),
        ("Kenya looks forward to opening a port.", ["KEN aspiration"]),
        ("Kenya is expected to open a port.", ["KEN aspiration"]),
        ("Kenya appears committed to the port.", ["KEN aspiration"]),
        ("Kenya is eager to open a port.", ["KEN aspiration"]),
        ("Kenya is committed to opening a port.", ["KEN pledge"]),
        ("Kenya is determined to open a port.", ["KEN pledge"]),
        ("Kenya decided to open a port.", ["KEN pledge"]),
        ("Kenya resolved to open a port.", ["KEN pledge"]),
        ("Kenya undertook to open a port.", ["KEN pledge"]),
        ("Kenya will seek to open a port.", ["KEN pledge"]),
        ("Kenya will work to open a port.", ["KEN pledge"]),
        ("Wekesa instructed her ministers to open a port.", ["KEN pledge"]),
    ],
)
def test_force(words: str, found: list[str]) -> None:
    """The verb tells how firmly; "will" makes a pledge of what follows it."""
    assert told(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Kenya must open a port.",
        "Kenya should open a port.",
        "Kenya can open a port.",
        "Kenya may open a port.",
        "Kenya might open a port.",
        "Kenya needs to open a port.",
        "Kenya opened a port.",
        "Kenya would open a port.",
        "Kenya welcomed the port.",
        "Kenya believes that ports matter.",
        "Kenya supports a free press.",
        "Kenya discussed a port with Norway.",
        "Kenya will be able to use the port.",
        "Wekesa will travel to Tromsø on Friday.",
        "Wekesa will attend the games.",
    ],
)
def test_what_is_no_promise(words: str) -> None:
    """Necessity, possibility, facts, views and one side's travel bind nobody."""
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya remains committed to the treaty.", ["KEN pledge again"]),
        ("Kenya will continue to patrol the coast.", ["KEN pledge again"]),
        ("Kenya continues to patrol the coast.", ["KEN intent again"]),
        ("Kenya recommitted to the treaty.", ["KEN pledge again"]),
        ("Kenya and Norway agreed to remain in touch.", ["KEN+NOR pledge again"]),
        ("Kenya reaffirmed that it will patrol the coast.", ["KEN pledge again"]),
        ("Kenya reiterated that it intends to patrol the coast.", ["KEN intent again"]),
        ("Kenya agreed to patrol the coast.", ["KEN pledge"]),
        ("Kenya continued to praise the talks.", []),
        ("The storm continues to spread over Kenya.", []),
    ],
)
def test_reaffirmed(words: str, found: list[str]) -> None:
    """Words of continuity and repetition mark what was already promised or under way."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya urged Norway to buy more tea.", ["KEN request NOR"]),
        ("Kenya called on Norway to buy more tea.", ["KEN request NOR"]),
        ("Kenya asked Norway to buy more tea.", ["KEN request NOR"]),
        ("Kenya invited Norway to join the exercise.", ["KEN request NOR"]),
        ("Wekesa invited Brandvik to Mombasa.", ["KEN request NOR"]),
        ("Kenya and Norway called on Sudan to end the fighting.", ["KEN+NOR request SDN"]),
        ("Kenya and Norway urged all parties to stop the fighting.", ["KEN+NOR request"]),
        ("Kenya requested that Norway buy more tea.", ["KEN request NOR"]),
        ("Kenya called for more tea.", []),
        ("Kenya asked about tea.", []),
        ("Kenya accepted an invitation from Norway.", []),
        ("Farmers urged Kenya to act.", []),
        ("Kenya was asked to act.", []),
    ],
)
def test_requests(words: str, found: list[str]) -> None:
    """Who asks is the actor, and who is asked the addressee."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param(
            "Kenya hopes that Norway will buy more tea.",
            ["KEN request NOR"],
            marks=fault("“will” inside a hope is read as a promise"),
        ),
        ("Kenya hoped Norway would buy more tea.", ["KEN request NOR"]),
        ("Kenya wants Norway to buy more tea.", ["KEN request NOR"]),
        pytest.param(
            "Kenya hopes that it will sell more tea.",
            ["KEN aspiration"],
            marks=fault("“will” inside a hope is read as a promise"),
        ),
        ("Kenya hopes that the rain will come.", []),
        ("Kenya and Norway hope that peace will return to Sudan.", []),
    ],
)
def test_hopes_about_others(words: str, found: list[str]) -> None:
    """A hope that another would act asks it to; a hope about the world is nothing."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Sweden will build a dam.", []),
        ("Sweden hopes to build a dam.", []),
        ("Kenya said that Sweden will build a dam.", []),
        ("Wekesa said Sweden plans to build a dam.", []),
        ("Kenya noted that Sweden is committed to the treaty.", []),
    ],
)
def test_third_parties(words: str, found: list[str]) -> None:
    """What is said of those who do not meet is no commitment."""
    assert told(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "“Kenya will build a dam,” said Per Lund, an analyst at the Fjord Institute.",
        "“Norway will build a dam,” an analyst said.",
        "Analysts expect Kenya to build a dam.",
        "Per Lund, a scholar in Bergen, pledged to write a book.",
        "The company vowed to invest.",
        "“They will never keep their word,” said a fisherman.",
    ],
)
def test_outsiders_promise_nothing(words: str) -> None:
    """Scholars, companies and bystanders speak for no party."""
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("“We will build a dam,” Wekesa said.", ["KEN pledge"]),
        ("“We will build a dam,” said Brandvik.", ["NOR pledge"]),
        ("Brandvik said: “We will build a dam.”", ["NOR pledge"]),
        ("“I will build a dam,” Wekesa told reporters.", ["KEN pledge"]),
        ("Wekesa told reporters that we will build a dam.", ["KEN pledge"]),
        ("We will build a dam.", ["KEN+NOR pledge"]),
    ],
)
def test_we_and_the_speaker(words: str, found: list[str]) -> None:
    """In the words of one speaker "we" are that speaker's party; else all who meet."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Norway announced $20 million for the port.", ["NOR pledge"]),
        ("Norway is providing $20 million to Kenya.", ["NOR pledge"]),
        ("Norway announced the winner.", []),
        ("Norway is providing shade.", []),
    ],
)
def test_gifts_and_announcements(words: str, found: list[str]) -> None:
    """A sum that is announced or being given is promised."""
    assert told(words) == found
