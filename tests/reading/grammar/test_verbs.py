"""Which verbs and adjectives commit, and how firmly."""

from __future__ import annotations

import pytest
from tests.reading.reports import fault, told

import bilateral


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
    """“to seek …” behind a verb that is no promise tells what that was for."""
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
        ("Unless Norway opens its market, Kenya will raise its tariffs.", []),
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
        ("Last year Kenya agreed to open a port.", []),
        (
            "In 2011, President Amina Wekesa of Kenya and Prime Minister Nils Brandvik of Norway agreed to open a port.",
            [],
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
        "Wekesa wants to stress that ports matter.",
        "Kenya cannot break the treaty and expect to open a port.",
        "“I would like to thank Norway,” Wekesa said.",
        "Kenya told of the dinner offered to the guests.",
        "Wekesa expressed his wishes to Norway for a good harvest.",
        "Wekesa praised the tea sector, which, he said, will grow.",
        "Kenya and Norway agreed that further action will be essential.",
        "The two sides held a call on Sudan.",
        "Kenya would open a port, experts said.",
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
        ("Kenya would open a port, Wekesa said.", ["KEN pledge"]),
        ("Kenya would open a port, the foreign ministry said.", ["KEN pledge"]),
        ("Kenya was committed to open borders, Wekesa said.", ["KEN pledge"]),
        ("Both sides would open ports, the statement said.", ["KEN+NOR pledge"]),
        ("“The two sides agreed to open ports,” the statement said.", ["KEN+NOR pledge"]),
        (
            "The communiqué said, “The ministers reaffirmed the commitment to open seas.”",
            ["KEN+NOR pledge again"],
        ),
        ("Wekesa pointed out that Kenya would open a port.", ["KEN pledge"]),
    ],
)
def test_who_said_it_stands_at_the_end(words: str, found: list[str]) -> None:
    """What is reported there was promised, whoever of the party says it, or the parties' statement."""
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
        ("Kenya called for more tea.", ["KEN request"]),
        ("Kenya asked about tea.", []),
        ("Kenya accepted an invitation from Norway.", []),
        ("Farmers urged Kenya to act.", []),
        ("Kenya was asked to act.", []),
        ("Kenya conveyed an invitation to Norway to join the exercise.", ["KEN request NOR"]),
        ("Wekesa extended an invitation for Brandvik to visit Mombasa.", ["KEN request NOR"]),
        ("Wekesa extended Brandvik an invitation to visit Mombasa.", ["KEN request"]),
        ("Kenya renewed its invitation to join the exercise.", ["KEN request again"]),
        ("Kenya thanked Norway for the invitation to join the exercise.", []),
        ("Kenya welcomed the invitation to join the exercise.", []),
        ("Kenya has an invitation to join the exercise.", []),
    ],
)
def test_requests(words: str, found: list[str]) -> None:
    """Who asks is the actor, and who is asked the addressee."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya hopes that Norway will buy more tea.", ["KEN request NOR"]),
        ("Kenya hoped Norway would buy more tea.", ["KEN request NOR"]),
        ("Kenya wants Norway to buy more tea.", ["KEN request NOR"]),
        ("Kenya hopes that it will sell more tea.", ["KEN aspiration"]),
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


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The two leaders will continue to work closely on fisheries.", ["KEN+NOR pledge again"]),
        ("The two leaders are cooperating on fisheries.", ["KEN+NOR intent"]),
        ("The two leaders continue to consult on fisheries.", ["KEN+NOR intent again"]),
        ("The leaders are determined to end piracy.", ["KEN+NOR pledge"]),
        ("The leaders charged their teams to finish the text by May.", ["KEN+NOR pledge"]),
        ("The two sides should remain in touch on fisheries.", ["KEN+NOR aspiration again"]),
        ("Both leaders shared a commitment to open seas.", ["KEN+NOR pledge"]),
        ("Both leaders share a common commitment to open seas.", ["KEN+NOR pledge"]),
        ("Brandvik underscored Norway's ironclad commitment to Kenya's security.", ["NOR pledge"]),
        ("Kenya and Norway signed an accord to build a cable.", ["KEN+NOR pledge"]),
        (
            "Kenya and Norway signed a Memorandum of Understanding (MoU) to build a cable.",
            ["KEN+NOR pledge"],
        ),
        (
            "They signed several memoranda of understanding on energy, and an accord to build a cable.",
            ["KEN+NOR pledge"],
        ),
        ("Kenya plans to sign an agreement to build a cable.", ["KEN intent"]),
        ("Kenya plans to return the stolen masks.", ["KEN intent"]),
        ("Norway will return the masks to Kenya.", ["NOR pledge"]),
        ("Norway will participate in the naval mission.", ["NOR pledge"]),
        ("Norway will take part in the naval mission.", ["NOR pledge"]),
        (
            "President Amina Wekesa and visiting Norwegian Prime Minister Nils Brandvik have pledged to lower tariffs.",
            ["KEN+NOR pledge"],
        ),
        (
            "A number of agreements will be signed during the visit.",
            ["KEN+NOR pledge"],
        ),
        ("Representatives of the two countries agreed to lower tariffs.", ["KEN+NOR pledge"]),
        ("Kenya and the partner states will explore ways to lower tariffs.", ["KEN+NOR pledge"]),
        (
            "Talking to Ghanaian Foreign Minister Kofi Mensah, Brandvik praised the tea. He vowed to buy it.",
            ["NOR pledge"],
        ),
        (
            "Wekesa urged Norway to buy tea, announce a fund for nurses, and pledge more ships.",
            ["KEN request NOR"],
        ),
        ("Kenya and Norway noted that they will meet again in May.", ["KEN+NOR pledge"]),
        ("The two sides will hold the next round of talks in Mombasa in 2031.", ["KEN+NOR pledge"]),
        ("The two sides agreed to establish a working group on tea.", ["KEN+NOR pledge"]),
        ("Norway has offered to train nurses.", ["NOR intent"]),
        ("Norway has decided to train nurses.", ["NOR pledge"]),
        ("Norway is considering opening an embassy.", ["NOR intent"]),
        ("Norway is looking forward to hosting the games.", ["NOR aspiration"]),
        ("Kenya expressed its interest in buying ships.", ["KEN aspiration"]),
        ("Kenya has expressed interest in buying ships.", ["KEN aspiration"]),
        ("Brandvik pledged Norway would train nurses.", ["NOR pledge"]),
        ("Brandvik vowed: “Norway will train nurses.”", ["NOR pledge"]),
        ("Brandvik told Wekesa that Norway would train nurses.", ["NOR pledge"]),
        ("Brandvik told Wekesa he would train nurses.", ["NOR pledge"]),
        ("Brandvik assured Wekesa that Norway will train nurses.", ["NOR pledge"]),
        ("Wekesa said she hoped Norway would train nurses.", ["KEN request NOR"]),
        ("Wekesa asked Brandvik whether Norway would train nurses.", ["KEN request NOR"]),
        (
            "The leaders called on Israel and Hamas to agree to a cease-fire.",
            ["KEN+NOR request ISR"],
        ),
        ("The leaders called upon the international community to act.", ["KEN+NOR request"]),
        ("The leaders urged Russia to end its war.", ["KEN+NOR request RUS"]),
        ("The leaders condemned the war and urged Russia to end it.", ["KEN+NOR request RUS"]),
        ("The leaders encouraged their companies to invest.", ["KEN+NOR request"]),
        ("The leaders look forward to the next summit.", ["KEN+NOR aspiration"]),
        ("The leaders looked forward to welcoming students.", ["KEN+NOR aspiration"]),
        ("The leaders expect to sign the treaty in May.", ["KEN+NOR aspiration"]),
        ("Kenya is set to join the pact.", ["KEN intent"]),
        ("Kenya and Norway have committed themselves to open seas.", ["KEN+NOR pledge"]),
        ("Kenya and Norway committed $20 million to the fund.", ["KEN+NOR pledge"]),
        ("Norway is providing an additional $20 million to Kenya.", ["NOR pledge"]),
        ("Norway announced that it will send 20 doctors.", ["NOR pledge"]),
        ("Norway announced plans to send 20 doctors.", ["NOR intent"]),
        ("Norway announced a plan to send 20 doctors.", ["NOR intent"]),
        ("Norway announced its intention to send 20 doctors.", ["NOR intent"]),
        ("Norway announced a new loan of $5 million.", ["NOR pledge"]),
        ("Under the plan, Norway will send 20 doctors.", ["NOR pledge"]),
        (
            "As part of the deal, Kenya will lower tariffs and Norway will send doctors.",
            ["KEN pledge", "NOR pledge"],
        ),
        ("In exchange, Kenya agreed to lower tariffs.", ["KEN pledge"]),
        ("In return for loans, Kenya agreed to lower tariffs.", ["KEN pledge"]),
        ("To this end, the two sides will set up a fund.", ["KEN+NOR pledge"]),
        ("To save the reef, the two sides will set up a fund.", ["KEN+NOR pledge"]),
        (
            "Recognizing the value of the reef, the two sides will set up a fund.",
            ["KEN+NOR pledge"],
        ),
        ("Having met in Bergen, the two sides agreed to set up a fund.", ["KEN+NOR pledge"]),
        ("Building on the 2019 plan, the two sides agreed to set up a fund.", ["KEN+NOR pledge"]),
        ("The two sides, building on the 2019 plan, agreed to set up a fund.", ["KEN+NOR pledge"]),
        ("The two sides, in line with the 2019 plan, agreed to set up a fund.", ["KEN+NOR pledge"]),
        ("According to the statement, Kenya will set up a fund.", ["KEN pledge"]),
        ("The statement said that Kenya will set up a fund.", ["KEN pledge"]),
        ("Kenya will, according to Brandvik, set up a fund.", ["KEN pledge"]),
        ("Kenya will host the games in 2031.", ["KEN pledge"]),
        ("Wekesa and Brandvik will meet again in May.", ["KEN+NOR pledge"]),
        ("“Kenya will set up a fund,” Wekesa said.", ["KEN pledge"]),
        ("“Kenya will set up a fund,” Brandvik said.", ["KEN pledge"]),
        (
            "“We hope to set up a fund,” the two leaders said in a statement.",
            ["KEN+NOR aspiration"],
        ),
        ("The two sides reached agreement on a fund.", ["KEN+NOR pledge"]),
        ("The two sides stand ready to set up a fund.", ["KEN+NOR intent"]),
        ("The two sides are prepared to set up a fund.", ["KEN+NOR intent"]),
        ("The two sides said they were ready to set up a fund.", ["KEN+NOR intent"]),
        ("The two sides stressed that they are ready to set up a fund.", ["KEN+NOR intent"]),
        ("Kenya conveyed its hope that Norway would set up a fund.", ["KEN request NOR"]),
        ("Kenya voiced hope that Norway would set up a fund.", ["KEN request NOR"]),
        ("Norway will stand by Kenya.", ["NOR pledge"]),
        ("Norway will always stand with Kenya and its people.", ["NOR pledge"]),
        ("Both countries are committed to the rule of law and to free trade.", ["KEN+NOR pledge"]),
        ("Both countries are strongly committed to the rule of law.", ["KEN+NOR pledge"]),
        ("Both countries, committed to the rule of law, met in Bergen.", ["KEN+NOR pledge"]),
        ("The two sides remain deeply committed to the rule of law.", ["KEN+NOR pledge again"]),
        ("The leaders renewed their resolve to end piracy.", ["KEN+NOR pledge again"]),
        ("The leaders decided that a fund will be set up.", ["KEN+NOR pledge"]),
        ("The leaders tasked officials with drafting a plan.", ["KEN+NOR pledge"]),
        ("The leaders directed their ministers to draft a plan.", ["KEN+NOR pledge"]),
        ("Brandvik has committed Norway to paying $5 million.", ["NOR pledge"]),
        ("Kenya pledged to lower tariffs, which will rise anyway.", ["KEN pledge"]),
        ("A joint committee will meet in May.", ["KEN+NOR pledge"]),
        ("The next summit will be held in Mombasa.", ["KEN+NOR pledge"]),
        ("Their cooperation on fisheries will continue.", ["KEN+NOR pledge again"]),
        ("Our joint aim is to set up a fund.", ["KEN+NOR intent"]),
        ("The two leaders' goal is to set up a fund.", ["KEN+NOR intent"]),
        (
            "The leaders expressed their grave concern and called for restraint.",
            ["KEN+NOR request"],
        ),
        ("We call for an end to the fighting.", ["KEN+NOR request"]),
        ("Kenya suggested that Norway set up a fund.", ["KEN request NOR"]),
        ("Kenya renewed its offer of holding talks with Norway.", ["KEN intent again"]),
        ("The two sides continue contributing to the fund.", ["KEN+NOR intent again"]),
        ("The leaders announced the establishment of a fund.", ["KEN+NOR pledge"]),
        ("The two sides have reached a consensus on a fund.", ["KEN+NOR pledge"]),
        ("Norway is sending 20 doctors to Kenya.", ["NOR pledge"]),
        ("The two leaders concurred that they would lower tariffs.", ["KEN+NOR pledge"]),
        ("Kenya responded that it would lower tariffs.", ["KEN pledge"]),
        ("Brandvik said he agreed with Wekesa to open a school.", ["NOR+KEN pledge"]),
        ("Norway agreed with Kenya on opening a school.", ["NOR+KEN pledge"]),
        ("The leaders agreed that the fund would be doubled.", ["KEN+NOR pledge"]),
        ("It was agreed that more schools are to be opened.", ["KEN+NOR pledge"]),
        ("The leaders agreed that the two countries should open a school.", ["KEN+NOR pledge"]),
        ("The leaders agreed that they should, in May, open a school.", ["KEN+NOR pledge"]),
        ("Kenya and Norway are also to open a school.", ["KEN+NOR pledge"]),
        ("The trilateral committee pledged to open a school.", ["KEN+NOR pledge"]),
        ("The talks were frank, underscoring the shared commitment to peace.", ["KEN+NOR pledge"]),
        ("At the core of our work is a shared commitment to open schools.", ["KEN+NOR pledge"]),
        ("Brandvik informed Wekesa of his intention to open a school.", ["NOR intent"]),
        ("Brandvik assured Wekesa of his commitment to open a school.", ["NOR pledge"]),
        (
            "They reaffirmed the commitment of Norway and Kenya to open a school.",
            ["NOR+KEN pledge again"],
        ),
        (
            "Brandvik spoke to reaffirm the commitment of Norway and Kenya to open a school.",
            ["NOR+KEN pledge again"],
        ),
        (
            "Kenya has lowered tariffs that hurt trade, and with this accord has committed not to raise them.",
            ["KEN pledge"],
        ),
        ("Norwegian officials are calling on Kenya to open a school.", ["NOR request KEN"]),
        ("Kenya is urging Norway to end the fighting.", ["KEN request NOR"]),
        ("We are continuing our work to open a school.", ["KEN+NOR intent again"]),
        ("Kenya and Norway are convening experts to plan a school.", ["KEN+NOR intent"]),
        ("Everyone can be confident that our nations will open a school.", ["KEN+NOR pledge"]),
        (
            "They discussed trade, including their commitment to open a school.",
            ["KEN+NOR pledge"],
        ),
        (
            "They discussed trade, including tea and Kenya's interest in opening a school.",
            ["KEN aspiration"],
        ),
        ("They remain steadfast in their support for Ghana.", ["KEN+NOR pledge again"]),
        ("They remain unwavering in our support to Ghana.", ["KEN+NOR pledge again"]),
        ("Commitment to the port was reaffirmed by both sides.", ["KEN+NOR pledge again"]),
        ("Their commitment to open a school was reiterated.", ["KEN+NOR pledge again"]),
        ("Commitment to the port was reaffirmed by", ["KEN+NOR pledge again"]),
        ("Commitment to the port was", []),
        ("Readiness to open a school was expressed by Norway.", ["NOR intent"]),
        ("Interest in opening a school was expressed.", ["KEN+NOR aspiration"]),
        ("Kenya hopes along with Norway to open a school.", ["KEN aspiration"]),
        ("Kenya wishes, together with Norway, to open a school.", ["KEN aspiration"]),
        ("Host and guest affirmed their determination to open a school.", ["KEN+NOR pledge"]),
        ("They reached agreements on training nurses.", ["KEN+NOR pledge"]),
        ("The leaders welcomed the talks, and plan to open a school.", ["KEN+NOR intent"]),
        ("The leaders discussed ways to lower tariffs and agreed to meet.", ["KEN+NOR pledge"]),
        ("We believe that we will open a school.", ["KEN+NOR pledge"]),
        ("Brandvik wishes that Kenya will open a school.", ["NOR request KEN"]),
        ("The leaders agreed that Norway, with others, would help the fund.", ["KEN+NOR pledge"]),
    ],
)
def test_sentences_of_the_genre_that_promise(words: str, found: list[str]) -> None:
    """Promises and requests in the turns that communiqués and the press give them."""
    assert told(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "The two sides need to end piracy.",
        "The two sides should end piracy.",
        "Both leaders agreed on the importance of ending piracy.",
        "Both leaders affirmed that ending piracy is a priority.",
        "Brandvik underscored the importance of Norway's commitment to Kenya.",
        "Kenya and Norway signed an accord last year to build a cable.",
        "Kenya and Norway signed an accord in 2019 to build a cable.",
        "Kenya and Norway signed an agreement relating to tariffs.",
        "Kenya and Norway signed a letter to the Secretary-General.",
        "Kenya and Norway signed the guest book to mark the day.",
        "Kenya and Norway signed an agreement that allows planes to land.",
        "The two companies signed an agreement to build a cable.",
        "It is expected that five new accords and treaties will be signed.",
        "Wekesa hoped that the spirit of cooperation shown at the ASEAN summit will last.",
        "Wekesa conveyed her best wishes for the health of the king.",
        "Brandvik plans to return to Oslo.",
        "Kenya and Norway elevated ties in 2023.",
        "A working group will be established.",
        "Norway would welcome a visit.",
        "Wekesa thanked Norway for its promise to train nurses.",
        "Wekesa accepted Brandvik's offer to train nurses.",
        "Norway decided last year to train nurses.",
        "Brandvik said Norway may train nurses.",
        "Brandvik said Norway had trained nurses.",
        "Brandvik said that if asked Norway would train nurses.",
        "The treaty is expected to be signed in May.",
        "Kenya, Norway to build a cable",
        "Norway gave $20 million in 2019.",
        "Norway launched a plan to save the reef.",
        "Norway's plan to save the reef is old.",
        "The Kenyan opposition vowed to block the fund.",
        "The agreement commits Kenya to lower tariffs.",
        "The war will end.",
        "The next summit will be a success.",
        "Our cooperation will bring jobs.",
        "The leaders agreed that an accord would bring jobs.",
        "The leaders agreed that further steps will be essential.",
        "Kenya will be the first to use the port.",
        "President Wekesa will visit Oslo in May.",
        "President Wekesa plans to visit Oslo in May.",
        "President Wekesa is expected to visit Oslo in May.",
        "Brandvik is scheduled to leave on Sunday.",
        "The intention is to set up a fund.",
        "The two sides exchanged views on setting up a fund.",
        "The two sides explored ways to set up a fund.",
        "The two sides were ready to set up a fund.",
        "Kenya looks to Norway to set up a fund.",
        "Norway stands by Kenya.",
        "Norway's support for Kenya remains unwavering.",
        "The leaders agreed that a fund should be set up.",
        "The leaders agreed piracy must end.",
        "The leaders agreed with each other.",
        "Wekesa ordered her ministers to draft a plan.",
        "Neither side will lower tariffs.",
        "Neither leader agreed to lower tariffs.",
        "No agreement was reached on tariffs.",
        "The leaders stopped short of pledging troops.",
        "The leaders avoided committing to a date.",
        "Kenya agreed neither to lower tariffs nor to open ports.",
        "Kenya rejected a proposal to lower tariffs.",
        "Kenya rejected plans to lower tariffs.",
        "Kenya dropped its pledge to lower tariffs.",
        "Kenya withdrew its commitment to lower tariffs.",
        "Kenya broke its promise to lower tariffs.",
        "Kenya kept its promise to lower tariffs.",
        "Kenya honoured its commitment to lower tariffs.",
        "Kenya failed to honour its commitment to lower tariffs.",
        "Wekesa won on a pledge to lower tariffs.",
        "Wekesa, who pledged to lower tariffs in her campaign, came to Bergen.",
        "Kenya, which has pledged to lower tariffs, is poor.",
        "Norway agreed with Kenya on the importance of schools.",
        "Norway agreed with Kenya about schools.",
        "The leaders agreed that Sudan should open a school.",
        "The leaders agreed that schools should be opened.",
        "Brandvik believes that Kenya will open a school.",
        "Brandvik believes Kenya will open a school.",
        "Brandvik voiced his belief that Kenya and Norway will soon overcome the crisis.",
        "Brandvik expressed confidence that Kenya will open a school.",
        "Brandvik stressed that Kenya should aim to open a school.",
        "Brandvik said that Kenya must plan to open a school.",
        "Norway agreed with a report to the council.",
        "The leaders agreed that any Russian withdrawal would demonstrate progress.",
        "The leaders agreed that the Kenyan harvest would help farmers.",
        "The leaders agreed that the visit would give new impetus to trade.",
        "Brandvik offered his condolences to the people of Kenya.",
        "The leaders offered their warm congratulations on the opening of a school.",
        "Brandvik expressed his well wishes for the royal family.",
        "The leaders highlighted the need to consult each other and offer help.",
        "The leaders underlined the need to meet and agree on a date.",
        "The leaders agreed that all countries should do their utmost.",
        "Brandvik will begin his official visit to Kenya on Monday.",
        "Brandvik will pay floral tributes at the monument.",
        "Brandvik is to deliver a speech in Nairobi.",
        "Brandvik will lay a wreath at the monument.",
        "Brandvik will take part in the annual session of the council.",
        "The leaders discussed President Trump after his decision to close a port.",
        "Sharing the common ambition to explore space, the talks were frank.",
        "Brandvik thanked Kenya for the summit, at which allies have committed funds.",
        "They are steadfast in their support for Ghana.",
        "They discussed the fund, including work on the first Kenyan Plan to End Poverty.",
        "A decision to open a school would be made in May.",
        "The intention to open a school was not confirmed.",
        "The hope that the talks would succeed was expressed.",
    ],
)
def test_sentences_of_the_genre_that_do_not(words: str) -> None:
    """What sounds like a promise and is none."""
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Farmers said Kenya will open a fund.",
        "Observers say that Kenya will set up a fund.",
        "Experts believe Kenya and Norway will set up a fund.",
        "According to analysts, Kenya will set up a fund.",
        "Critics said that the two sides would never agree to a fund.",
    ],
)
def test_what_outsiders_say_without_quotation_marks(words: str) -> None:
    """Reported speech of those who speak for no party carries no commitment."""
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Kenya will benefit from the port.",
        "Kenya will face new tariffs.",
        "Kenya will need new ships.",
        "Kenya will have 60 million people by 2031.",
        "Kenya will become the largest buyer of salmon.",
    ],
)
def test_expected_states(words: str) -> None:
    """What will befall a party is a forecast or a benefit, and no promise."""
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The leaders failed to agree on tariffs.",
        "The leaders were unable to agree on tariffs.",
        "Kenya denied that it will lower tariffs.",
    ],
)
def test_agreements_that_failed(words: str) -> None:
    """“failed to”, “unable to” and “denied” negate as “not” does."""
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The fund that Kenya and Norway agreed to set up in 2019 has closed.",
        "The fund, which Kenya and Norway agreed to set up, will open in May.",
        pytest.param(
            "The fund Kenya agreed to set up will open in May.",
            marks=fault("a relative clause without “that” is read as a main clause"),
        ),
    ],
)
def test_agreements_in_relative_clauses(words: str) -> None:
    """They tell which fund, not that something is promised now."""
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "The two sides renewed their calls on Sudan to end the war.",
        "The two sides reiterated their call for Sudan to end the war.",
    ],
)
def test_calls(words: str) -> None:
    """A call that is repeated asks as the verb does."""
    assert told(words) in (["KEN+NOR request SDN"], ["KEN+NOR request again SDN"])


def test_will_not_stop() -> None:
    """The codebook names these words."""
    assert told("Norway will not stop patrolling the coast.") == ["NOR pledge again"]


@fault("an intention that is the subject or the complement of “is” is not seen")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("“It is our intention to set up a fund,” Wekesa said.", ["KEN intent"]),
        ("It is the intention of both sides to set up a fund.", ["KEN+NOR intent"]),
    ],
)
def test_intentions_with_a_form_of_be(words: str, found: list[str]) -> None:
    """“It is our intention to” intends."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("“Agreed to open a port,” Wekesa wrote.", ["KEN+NOR pledge"]),
        ("Agreed to open a port.", ["KEN+NOR pledge"]),
        ("“Committed to open seas, including in the north,” Wekesa wrote.", ["KEN pledge"]),
        ("Committed to open seas, the agency has sent a ship.", []),
        ("Agreed on all this, Kenya and Norway dined.", []),
    ],
)
def test_notes_without_a_subject(words: str, found: list[str]) -> None:
    """Short messages and lists of outcomes leave out who acts: all who meet, or who writes."""
    assert told(words) == found


def test_a_hope_beside_something_denied() -> None:
    """A verb with an ending of its own is not denied with the one before."""
    assert told("Kenya did not sign the treaty and hopes to open a port.") == ["KEN aspiration"]


def test_a_hope_that_talks_with_somebody_succeed() -> None:
    """It asks nothing of them, but wishes for joint conduct; a hope for fine weather does not."""
    assert told("Kenya hopes that talks with Norway will go on.") == ["KEN aspiration"]
    assert told("Kenya hopes that further trade talks with Norway will go on.") == [
        "KEN aspiration"
    ]
    assert told("Kenya hopes that the rain will go on.") == []


def test_whoever_acts_where_nobody_meets() -> None:
    """News of a market tells of parties that never met."""
    text = "Prices rose on Monday. Kenya will cut its exports. Norway will cut its imports."
    made = bilateral.read(text).commitments
    assert [[party.code for party in one.actors] for one in made] == [["KEN"], ["NOR"]]
