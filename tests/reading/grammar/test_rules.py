"""Each rule by the examples of its fine print: what it reads, and what only looks alike."""

from __future__ import annotations

import pytest
from tests.reading.reports import LEAD, told

import bilateral

KENYA, NORWAY, BOTH = "KEN pledge", "NOR pledge", "KEN+NOR pledge"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya is to be commended.", []),
        ("Kenya is to set up a fund.", [KENYA]),
        ("Kenya and Norway are to be partners in a new fund.", [BOTH]),
        ("Kenya praised the sector, which, Brandvik said, will grow.", []),
        ("Kenya will close the port unless Norway pays.", []),
        ("Unless Norway pays, Kenya will close the port.", []),
        ("Kenya denied that it will open a port.", []),
        ("Wekesa will visit Oslo in May.", []),
        ("Wekesa will also open a port in May.", [KENYA]),
        ("Kenya will be able to sell more tea.", []),
        ("Kenya will not be able to sell more tea.", []),
        ("Kenya will be ready to sell more tea.", [KENYA]),
        ("Kenya will benefit from the port.", []),
        ("Kenya will soon benefit from the port.", []),
        ("Kenya will have to open a port.", [KENYA]),
        ("Kenya will have a port.", []),
    ],
)
def test_modals(words: str, found: list[str]) -> None:
    """What will be done is a pledge; what befalls, travel, threats and denials are none."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya said it would have opened a port.", []),
        ("Kenya said it would be late.", []),
        ("Kenya said it would open a port.", [KENYA]),
        ("Kenya would open a port.", []),
    ],
)
def test_reported_speech(words: str, found: list[str]) -> None:
    """“Would” promises where somebody says so."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya intended to open a port.", []),
        ("Kenya said it intended to open a port.", ["KEN intent"]),
        ("Kenya planned to open a port.", []),
        ("Kenya praised the dinner offered to the guests.", []),
        ("Kenya offered to host the talks.", ["KEN intent"]),
        ("Kenya met Norway to seek to lower prices.", []),
        ("Kenya seeks to lower prices.", ["KEN intent"]),
        ("Kenya does not intend to open a port.", []),
    ],
)
def test_plans(words: str, found: list[str]) -> None:
    """A plan of the past is one where it is reported, and a purpose of another act is none."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya continued to consult on fisheries.", []),
        ("Kenya continues to consult on fisheries.", ["KEN intent again"]),
        ("Kenya continues to be a friend of Norway.", []),
        ("Kenya should continue to consult on fisheries.", []),
        ("Kenya is actively working to reopen the border.", ["KEN intent"]),
        ("Kenya is now jointly working to reopen the border.", ["KEN intent"]),
        ("Kenya and Norway also work together on fisheries.", ["KEN+NOR intent"]),
        ("Kenya works together with Ghana on fisheries.", []),
        ("Kenya was working to reopen the border.", []),
    ],
)
def test_what_goes_on(words: str, found: list[str]) -> None:
    """What is done still is meant; what was done is over."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Norway is also providing $5 million to Kenya.", [NORWAY]),
        ("Norway praised the assistance Kenya is providing to Ghana.", []),
        ("Norway was providing $5 million to Kenya.", []),
        ("Norway announced the establishment of a fund.", [NORWAY]),
        ("Norway announced the winners.", []),
        ("Norway announced $5 million for the fund.", [NORWAY]),
        ("Norway announced today the swift and early launch of a fund.", []),
        ("Norway announced today the launch of a fund.", [NORWAY]),
    ],
)
def test_gifts_and_announcements(words: str, found: list[str]) -> None:
    """What is given, or founded, is promised; what is only told of is not."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya was committed to reform.", []),
        ("Kenya said it was committed to reform.", [KENYA]),
        ("Kenya remains committed to reform.", ["KEN pledge again"]),
        ("Kenya stays committed to reform.", ["KEN pledge again"]),
        ("Kenya is not committed to reform.", []),
        ("Kenya is ready to host the talks.", ["KEN intent"]),
        ("Kenya is keen to host the talks.", ["KEN aspiration"]),
    ],
)
def test_states(words: str, found: list[str]) -> None:
    """An adjective of commitment needs a linking verb, and one of the past a report."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya cannot break the law and expect to gain.", []),
        ("Kenya and Norway expect to sign the text in May.", ["KEN+NOR aspiration"]),
        ("“I want to stress that trade matters,” Wekesa said.", []),
        ("“I want to sell more tea,” Wekesa said.", ["KEN aspiration"]),
        ("Kenya hopes that it will sell more tea.", ["KEN aspiration"]),
        ("Kenya hopes that Norway will buy more tea.", ["KEN request NOR"]),
        ("Kenya hopes the rain will come.", []),
        ("Kenya wanted to buy gas.", []),
        ("Kenya said it wanted to buy gas.", ["KEN aspiration"]),
    ],
)
def test_wishes(words: str, found: list[str]) -> None:
    """A wish for one's own conduct is an aspiration, for another's a request, for rain nothing."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya renewed its calls on Norway to end the ban.", ["KEN request NOR"]),
        ("Kenya called on Prime Minister Brandvik.", []),
        ("Kenya called on Norway to end the ban.", ["KEN request NOR"]),
        ("We call for an end to the violence.", ["KEN+NOR request"]),
        ("Kenya plans to encourage investment.", ["KEN intent"]),
        ("Kenya intends to widen trade and encourage investment.", ["KEN intent"]),
        ("Ghana urged both sides to end the ban.", ["GHA request KEN+NOR"]),
        ("Kenya urged both sides to end the ban.", ["KEN request NOR"]),
        ("The ban was urged by Kenya.", []),
        ("Kenya suggested that Norway end the ban.", ["KEN request NOR"]),
        ("Kenya suggested a walk.", []),
    ],
)
def test_requests(words: str, found: list[str]) -> None:
    """Somebody asks; a visit, and what is planned to be asked, asks nothing."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya is committed, where applicable, to a ban.", [KENYA]),
        ("Kenya had agreed to open a port.", []),
        ("Kenya said that it had committed to open a port.", [KENYA]),
        ("Kenya had earlier agreed to open a port.", []),
        ("Kenya previously agreed to open a port.", []),
        ("Kenya has agreed to open a port.", [KENYA]),
        ("Kenya agreed in 2019 to open a port.", []),
        ("Kenya agreed last year to open a port.", []),
        ("Last year, Kenya agreed to open a port.", []),
    ],
)
def test_complements_and_times(words: str, found: list[str]) -> None:
    """An insertion does not part a verb from its complement; a promise of the past is none."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya pledged to further their work.", ["KEN pledge again"]),
        ("Kenya agreed to further talks.", [KENYA]),
        ("Kenya pledged to maintain contact.", ["KEN pledge again"]),
        ("Kenya will not stop buying tea.", ["KEN pledge again"]),
        ("Kenya will never abandon its friends.", ["KEN pledge again"]),
    ],
)
def test_what_is_under_way(words: str, found: list[str]) -> None:
    """Words for what goes on mark a promise as reaffirmed."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya agreed that an accord would bring benefits.", []),
        ("Kenya expressed its wishes to the people of Norway.", []),
        ("Kenya voiced Google's intent to invest.", []),
        ("Kenya expressed the hope that both sides would trade more.", ["KEN aspiration"]),
        ("Kenya expressed the hope that both would trade more.", ["KEN aspiration"]),
        ("Norway reaffirmed its support for the NATO-EU partnership.", []),
    ],
)
def test_nouns_that_promise_nothing(words: str, found: list[str]) -> None:
    """Effects, greetings, and what belongs to others."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Our cooperation will intensify.", [BOTH]),
        ("Our cooperation on fish will intensify.", [BOTH]),
        ("Cooperation will intensify.", []),
        ("The next meeting will be held in Oslo.", [BOTH]),
        ("A meeting will be held in Oslo.", []),
        ("The next round of talks is scheduled for June.", ["KEN+NOR intent"]),
        ("Our joint aim is to reach a lasting peace.", ["KEN+NOR intent"]),
        ("The joint aim is to reach a lasting peace.", []),
        ("Agreement was reached to open a rail link.", [BOTH]),
        ("No agreement was reached to open a rail link.", []),
    ],
)
def test_what_all_do_together(words: str, found: list[str]) -> None:
    """The subject is what all who meet do or arrange."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("After talks between the presidents, Kenya and Norway will open a port.", [BOTH]),
        (
            "The port is a priority for the government and Norway remains committed to it.",
            ["NOR pledge again"],
        ),
        ("In Norway, Kenya and Ghana agreed to open a port.", ["KEN+GHA pledge"]),
        ("The fund that Kenya set up will lend money.", []),
        ("Kenya called for Norway to reciprocate by agreeing to open a port.", ["KEN request NOR"]),
        ("Agreed to open a port.", [BOTH]),
        ("Reaffirmed that they will open a port.", ["KEN+NOR pledge again"]),
        ("Agreed on peace, Norway and Kenya left.", []),
        ("Determined to go on, the agency closed.", []),
        ("As Norway will open a port, Kenya agreed to cut tariffs.", [KENYA]),
        ("Because Norway will open a port, Kenya agreed to cut tariffs.", [KENYA]),
    ],
)
def test_subjects(words: str, found: list[str]) -> None:
    """Whose verb it is, over the parties that stand nearer."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Norway would open its market, Brandvik said.", [NORWAY]),
        ("Norway would open its market, analysts said.", []),
        ("Experts believe that Kenya will open a port.", []),
        ("According to analysts, Kenya will open a port.", []),
        ("Should Norway agree to open a port, Kenya will buy fish.", [KENYA]),
        ("If Norway agrees to open a port, Kenya will buy fish.", [KENYA]),
        ("If Norway agrees to open a port then Kenya will buy fish.", [KENYA]),
        ("If they agree, then Kenya will buy fish and Norway will open a port.", [KENYA, NORWAY]),
        ("“We will open a port,” analysts said.", []),
        ("“We will open a port,” Brandvik said.", [NORWAY]),
        ("“We will open a port,” the joint statement said.", [BOTH]),
    ],
)
def test_sources(words: str, found: list[str]) -> None:
    """Who says so decides; outsiders and conditions promise nothing."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Norwegian companies, which met in Oslo, agreed to build a plant.", []),
        ("Wekesa and Brandvik, who met in Oslo, agreed to build a plant.", [BOTH]),
        ("Kenya instructed its ministers to finish the text.", [KENYA]),
        ("Kenya instructed the court.", []),
        ("It was agreed to reform.", [BOTH]),
    ],
)
def test_nobody_that_acts(words: str, found: list[str]) -> None:
    """An adjective acts neither itself nor over an insertion."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "The two sides agreed to:\n\n1. Open a port.\n2. The bank is old.\n3. The strengthening of ties.",
            [BOTH, BOTH],
        ),
        ("The two sides agreed on the following:\n\n1. Open a port.", [BOTH]),
    ],
)
def test_lists(words: str, found: list[str]) -> None:
    """An item that names conduct is promised like its stem."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya, once a colony of the crown, agreed to open a port.", [KENYA]),
        ("Kenya, which was once a colony of the crown, agreed to open a port.", [KENYA]),
        ("Kenya once again agreed to open a port.", [KENYA]),
        ("Kenya has once again pledged to open a port.", [KENYA]),
        ("Kenya once agreed to open a port.", []),
        ("Once Norway agrees to open a port, Kenya will buy fish.", [KENYA]),
        ("After talks in 2019, Kenya has agreed to open a port.", [KENYA]),
        ("After talks in 2019, Kenya agreed to open a port.", []),
        ("Norway noted that, in May Kenya will open a port.", [KENYA]),
    ],
)
def test_times_and_conditions(words: str, found: list[str]) -> None:
    """What is past is no promise, nor what hangs on a condition; “once again” is neither."""
    assert told(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya voiced its “firm” intention to open a port.", ["KEN intent"]),
        (
            "After long and open talks in the old port, Kenya called for Norway to reciprocate by agreeing to it.",
            ["KEN request NOR"],
        ),
        ("Agreed to open a port with Ghana.", [BOTH]),
        ("Kenya and Norway wrote to Ghana. They will open a port.", [BOTH]),
        (
            "The leaders met; our commitment to clean rivers remains ironclad.",
            ["KEN+NOR pledge again"],
        ),
        ("Kenya reaffirmed the commitment of Ghana to clean rivers.", []),
        ("“Norway is old,” Brandvik said, “and we will open a port.”", [NORWAY]),
        ("Kenya and Norway we agreed to open a port.", [BOTH]),
        ("Kenya and Norway agreed (in May) to open a port.", [BOTH]),
        ("Kenya (in May) agreed to open a port (with a pier).", [KENYA]),
        ("Kenya and Norway reaffirmed that Kenya will open a port.", ["KEN pledge again"]),
        ("Kenya and Norway reaffirmed that they are friends and agreed to open a port.", [BOTH]),
        ("Kenya proposed a new port.", []),
        ("Kenya is committed, where needed, to a ban, a fund and a port.", [KENYA]),
        ("Kenya will open a port, “which is old,” the bank said.", [KENYA]),
        ("Kenya has the intention to open a port.", ["KEN intent"]),
        ("Kenya had the intention to open a port.", []),
        ("Kenya has a desire to open a port.", []),
        ("Kenya on Tuesday offered to the guests a song.", []),
        ("After the talks in Bergen, Kenya offered to the guests a new song.", []),
        ("Kenya, Norway and Ghana agreed to set up a port to build on", ["KEN+NOR+GHA pledge"]),
        ("Kenya () and Norway agreed to open a port.", [BOTH]),
        ("“Norway is old,” analysts said, “and we will open a port.”", []),
        ("“Norway is old,” the bank said, “and we will open a port.”", []),
        ("“We will open a port,” the bank said in “The Herald”.", []),
        ("“We will open a port” said the bank.", []),
        ("Wekesa said it was resolved to open a port.", [KENYA]),
        (
            "The leaders said they hope that the two countries would open a port.",
            ["KEN+NOR aspiration"],
        ),
        ("Kenya proposed building a new port.", ["KEN intent"]),
        ("Kenya denied the report and will open a port.", [KENYA]),
        ("Norway reaffirmed its support for Ukrainian sovereignty.", []),
        ("Kenya reaffirmed that it will open a port.", ["KEN pledge again"]),
        ("Kenya reaffirmed its friendship, and Norway will open a port.", [NORWAY]),
        ("Kenya agreed to continue the talks.", ["KEN pledge again"]),
        (
            "Kenya agreed on a plan for a port and a road that will continue to grow.",
            [KENYA],
        ),
    ],
)
def test_distances(words: str, found: list[str]) -> None:
    """Whatever stands before it in the sentence, a rule looks only so far."""
    assert told(words) == found


def test_who_acts_in_a_list_whose_stem_names_nobody() -> None:
    """All who meet; the stem is what says so."""
    text = f"{LEAD}\n\nNext steps for the coming year:\n\n- Agree to open a port."
    (commitment,) = bilateral.read(text).commitments
    assert [party.code for party in commitment.actors] == ["KEN", "NOR"]
    assert commitment.trace is not None
    actors = commitment.trace.evidence[0]
    assert actors.span is not None
    assert (actors.field, actors.span.of(text)) == ("actors", "Next steps for the coming year:")


def test_the_only_promise_of_a_sentence_has_all_of_it() -> None:
    """What stands before the verb as well."""
    text = f"{LEAD}\n\nBy 2031, for $5 million in all, Kenya will open a port."
    (commitment,) = bilateral.read(text).commitments
    assert str(commitment.deadline) == "2031"
    assert [str(amount) for amount in commitment.amounts] == ["USD 5,000,000"]


def test_a_relative_clause_is_no_part_of_what_is_promised() -> None:
    """Who drinks the tea does not make it a matter of schools."""
    words = "Kenya agreed to lower its tariffs on tea, which Norwegian schools and teachers drink."
    (commitment,) = bilateral.read(f"{LEAD}\n\n{words}").commitments
    assert "society.education" not in [domain.name for domain in commitment.domains]
    assert commitment.domains[0].name == "economy.trade"
