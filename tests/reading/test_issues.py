"""Problems and agenda items: which noun phrases of a sentence name one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.reports import LEAD
from tests.robustness.counting import growth

import bilateral
from bilateral.gazetteer import issue_words


def matters(words: str) -> list[str]:
    """Return the names of the issues of `words`, which follow a lead on their own line."""
    return [issue.name for issue in bilateral.read(f"{LEAD}\n\n{words}").issues]


def rule(words: str) -> str:
    """Return the rule by which the only issue of `words` was found."""
    trace = bilateral.read(f"{LEAD}\n\n{words}").issues.one().trace
    assert trace is not None
    return trace.rule


def parties(words: str) -> list[str]:
    """Return the codes of the parties that the only issue of `words` concerns."""
    issue = bilateral.read(f"{LEAD}\n\n{words}").issues.one()
    return sorted(party.code for party in issue.parties)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "The two leaders discussed herring quotas and the war in Sudan.",
            ["herring quotas", "war in Sudan"],
        ),
        (
            "They exchanged views on tea prices, coastal erosion, as well as the drought in Somalia.",
            ["tea prices", "coastal erosion", "drought in Somalia"],
        ),
        ("Wekesa raised the issue of piracy with Brandvik.", ["piracy"]),
        (
            "They met to review the state of fisheries and the future of the Arctic.",
            ["fisheries", "future of the Arctic"],
        ),
        (
            "The ministers talked at length about visa fees.",
            ["visa fees"],
        ),
        (
            "Both sides had a frank exchange of views on Georgia and on Belarus.",
            ["Georgia", "Belarus"],
        ),
        ("Brandvik briefed Wekesa on the flooding of the Glomma valley.", ["flooding"]),
        ("The talks focused on seed banks and river transport.", ["seed banks", "river transport"]),
        (
            "The meeting also covered bilateral trade.",
            ["bilateral trade"],
        ),
        (
            "Topics of the talks included timber and the status of Jerusalem.",
            ["timber", "status of Jerusalem"],
        ),
    ],
)
def test_objects_of_discussion_are_issues(words: str, names: list[str]) -> None:
    """What was discussed, raised or reviewed is an issue, each member of a list by itself."""
    found = matters(words)
    assert [name.partition(" of the Glomma")[0] for name in found] == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The two leaders discussed the importance of open rivers.", ["open rivers"]),
        ("They discussed ways to protect coral reefs.", ["coral reefs"]),
        ("They discussed how to end the fighting in Darfur.", ["fighting in Darfur"]),
        (
            "They discussed efforts to create jobs and increase bean exports.",
            ["jobs", "bean exports"],
        ),
        ("They discussed efforts by Norway to prevent oil spills.", ["oil spills"]),
        ("They discussed the possibility of building a tea museum.", ["tea museum"]),
        ("They discussed rebuilding Liberia.", ["rebuilding Liberia"]),
        ("They discussed progress in forest research.", ["forest research"]),
    ],
)
def test_what_only_introduces_a_matter_is_peeled_off(words: str, names: list[str]) -> None:
    """Words like "the importance of" and "ways to" are no part of a name."""
    assert matters(words) == names


@pytest.mark.parametrize(
    "words",
    [
        "The two leaders discussed a wide range of regional and global issues.",
        "They exchanged views on matters of mutual interest.",
        "They discussed current international challenges.",
        "They discussed these issues.",
        "They discussed their commitment to fair trade.",
        "They spoke on the phone on Monday.",
        "Wekesa spoke on behalf of Kenya.",
        "They agreed to discuss herring quotas next year.",
        "The two sides will discuss herring quotas in May.",
        "The two sides intend to hold talks on herring quotas.",
        "The experts looked at the points discussed in the committee.",
        "Norway raised the minimum wage.",
        "Tea is considered a delicacy.",
    ],
)
def test_containers_plans_and_other_senses_name_no_matter(words: str) -> None:
    """A container names nothing by itself, and a discussion that is only planned is a promise."""
    assert matters(words) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "They discussed issues of common concern, including locusts and river blindness.",
            ["locusts", "river blindness"],
        ),
        (
            "Wekesa raised other matters, such as the arrest of two Kenyan sailors.",
            ["arrest of two Kenyan sailors"],
        ),
        (
            "Both reviewed bilateral relations, including trade, dairy farming and sport.",
            ["bilateral relations", "trade", "dairy farming", "sport"],
        ),
        (
            "They discussed food resilience, including seed banks.",
            ["food resilience"],
        ),
    ],
)
def test_a_container_opens_its_enumeration(words: str, names: list[str]) -> None:
    """The members behind "including" are issues where what they belong to names none."""
    assert matters(words) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("They discussed trade and economic cooperation.", ["trade and economic cooperation"]),
        (
            "They discussed political, cultural and scientific ties.",
            ["political, cultural and scientific ties"],
        ),
        ("They discussed regional security and stability.", ["regional security and stability"]),
        ("They discussed visa fees and smuggling.", ["visa fees", "smuggling"]),
        ("They discussed visa fees and smuggling at sea.", ["visa fees", "smuggling at sea"]),
        (
            "They discussed the dispute between Ghana and Togo.",
            ["dispute between Ghana and Togo"],
        ),
        (
            "They discussed the crises in Syria, Lebanon, and Sudan.",
            ["crises in Syria, Lebanon, and Sudan"],
        ),
        (
            "They discussed the Grand Ethiopian Renaissance Dam (GERD).",
            ["Grand Ethiopian Renaissance Dam (GERD)"],
        ),
        (
            "They discussed partnership in the energy and transport sectors.",
            ["partnership in the energy and transport sectors"],
        ),
        (
            "They discussed joint energy and technology investment projects.",
            ["joint energy and technology investment projects"],
        ),
        (
            "They discussed relations between the two countries and ways to strengthen them.",
            ["relations between the two countries"],
        ),
        (
            "They discussed tea prices and ways to support and strengthen them.",
            ["tea prices"],
        ),
        ("They discussed Chad’s long and bitter drought.", ["Chad’s long and bitter drought"]),
        ("They discussed tea prices, and Wekesa thanked Brandvik.", ["tea prices"]),
        ("They discussed tea prices and agreed to meet again.", ["tea prices"]),
        ("They discussed tea prices in detail, a spokesman said.", ["tea prices"]),
    ],
)
def test_a_name_ends_where_its_phrase_ends(words: str, names: list[str]) -> None:
    """A coordination inside a phrase stays whole, and a new clause belongs to none."""
    assert matters(words) == names


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Herring quotas and the Suez Canal were also discussed.",
            ["Herring quotas", "Suez Canal"],
        ),
        ("Also discussed were visa fees and coral reefs.", ["visa fees", "coral reefs"]),
        ("The border dispute between Ghana and Togo was raised.", None),
        (
            "During the talks, tea prices and relations with Chad were discussed.",
            ["tea prices", "relations with Chad"],
        ),
        ("Issues of tourism and visas were considered.", ["tourism", "visas"]),
        ("A range of issues was discussed, including tourism and visas.", ["tourism", "visas"]),
        ("Special attention was given to tourism and visas.", ["tourism", "visas"]),
        ("On the agenda were tourism and visas.", ["tourism", "visas"]),
        ("Tourism topped the agenda.", ["Tourism"]),
        (
            "Banking as well as visas were also among the issues discussed between Wekesa and Brandvik.",
            ["Banking", "visas"],
        ),
        ("Tea prices were among the main topics discussed.", ["Tea prices"]),
    ],
)
def test_passive_sentences_present_their_subject(words: str, names: list[str] | None) -> None:
    """A passive verb presents its subject: "X was discussed"."""
    assert matters(words) == (names or ["border dispute between Ghana and Togo"])


@pytest.mark.parametrize(
    ("words", "name", "expected"),
    [
        ("On the famine in Yemen, the two leaders were brief.", "famine in Yemen", "issue.topic"),
        ("Regarding seabed mining, Norway was brief.", "seabed mining", "issue.topic"),
        ("Kenya voiced alarm at the spread of locusts.", "spread of locusts", "issue.concern"),
        ("They noted with concern the decline of the eel.", "decline of the eel", "issue.concern"),
        (
            "They condemned in the strongest terms the seizure of the Kenyan ship.",
            "seizure of the Kenyan ship",
            "issue.condemned",
        ),
        ("The two leaders discussed eels.", "eels", "issue.discussed"),
        ("The summit dealt with eels.", "eels", "issue.meeting"),
        ("Locusts are a problem; so is drug trafficking.", "drug trafficking", "issue.problem"),
    ],
)
def test_the_trace_names_the_rule(words: str, name: str, expected: str) -> None:
    """Each way to present a matter has its rule."""
    assert matters(words) == [name]
    assert rule(words) == expected


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The war in Sudan goes on.", ["war in Sudan"]),
        ("Norway supports all who suffer from the drought in Somalia.", ["drought in Somalia"]),
        ("Kenya will help to fight human trafficking.", ["human trafficking"]),
        ("The unrest in Haiti, where gangs rule, has spread.", ["unrest in Haiti"]),
        ("Kenya will remove tariff barriers for Norwegian salmon.", None),
        ("Ghana's brutal attacks on fishermen went on.", ["Ghana's brutal attacks on fishermen"]),
        ("They will fight corruption and money laundering.", ["corruption and money laundering"]),
        ("Aid goes to conflict zones, particularly in Gaza.", None),
        ("Norway faces the threat posed by Chad.", ["threat posed by Chad"]),
    ],
)
def test_problem_nouns_are_issues(words: str, names: list[str] | None) -> None:
    """A problem is an issue wherever the text presents it."""
    if names is None:
        assert len(matters(words)) == 1
    else:
        assert matters(words) == names


@pytest.mark.parametrize(
    "words",
    [
        "Kenya wants to resolve conflicts by peaceful means.",
        "They spoke up against aggression.",
        "Both will meet global challenges together.",
        "These crises trouble them.",
        "Norway has an office for crisis management.",
        "Both have ratified the Convention against Corruption.",
        "The museum tells of the Cold War.",
        "Norway has no conflict with Chad.",
        "Kenya and Norway will cooperate on climate change.",
        "The road leads through the Darien Gap.",
    ],
)
def test_general_words_and_names_are_no_problems(words: str) -> None:
    """A general noun needs a place or a telling word; remedies and titles are no problems."""
    assert matters(words) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "The COVID-19 pandemic hit both. The pandemic is over.",
            ["COVID-19 pandemic"],
        ),
        ("They discussed climate change. The climate crisis grows.", ["climate change"]),
        (
            "They discussed Russia's war in Ukraine. Russian aggression must end.",
            ["Russia's war in Ukraine"],
        ),
        (
            "They discussed security. They discussed energy security.",
            ["security", "energy security"],
        ),
        ("They discussed eel prices. The prices of eel were discussed.", ["eel prices"]),
        (
            "The war in Sudan goes on. The war in Ukraine goes on.",
            ["war in Sudan", "war in Ukraine"],
        ),
    ],
)
def test_an_issue_is_kept_once(words: str, names: list[str]) -> None:
    """A later mention of the same matter is no issue of its own."""
    assert matters(words) == names


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("They discussed the drought in Somalia.", ["SOM"]),
        ("They discussed Ghana's efforts to reform its banks.", ["GHA"]),
        ("They discussed violence in Gaza.", ["PSE"]),
        ("They discussed bilateral trade.", ["KEN", "NOR"]),
        ("They discussed the Israeli-Palestinian conflict.", ["ISR", "PSE"]),
        ("They discussed coral reefs.", []),
    ],
)
def test_parties_are_those_named_with_the_matter(words: str, codes: list[str]) -> None:
    """Countries count by name, adjective, owner or place; a bilateral matter is of those who meet."""
    assert parties(words) == codes


def test_a_record_says_where_it_stands() -> None:
    """Span, section, domains and evidence lead back to the words."""
    text = f"{LEAD}\n\n1. Fish\n\nThe two leaders discussed illegal fishing."
    issue = bilateral.read(text).issues.one()
    assert issue.name == "illegal fishing"
    assert issue.span is not None
    assert issue.span.of(text) == "illegal fishing"
    assert issue.section is not None
    assert issue.section.title == "Fish"
    assert issue.domains
    assert issue.id.startswith("i-")
    assert issue.trace is not None
    assert issue.trace.cue is not None
    assert issue.trace.cue.of(text) == "discussed"


WORDS = sorted({row["word"] for row in issue_words.rows()})
MARKS = [",", "and", ".", ";", ":", "(", ")", "-", "–", "’s", "to", "of", "the", "in", "including"]
NAMES = ["Japan", "Gaza", "the United States", "Xi Jinping", "they", "Kenya and Norway", "NATO"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS + MARKS * 20 + NAMES * 20), max_size=60))
def test_any_words_are_read(words: list[str]) -> None:
    """No order of the words that matter breaks the reader, and every name is in the text."""
    text = " ".join(words)
    for issue in bilateral.read(text).issues:
        assert issue.span is not None
        assert " ".join(issue.span.of(text).split()) == issue.name


@pytest.mark.parametrize(
    "piece",
    [
        "discussed trade, and ",
        "including issues, ",
        "challenges including ",
        "war between Chad and ",
    ],
)
def test_work_grows_with_the_text(piece: str) -> None:
    """A sentence that never ends costs no more than its length."""
    assert growth(lambda times: bilateral.read(f"The leaders {piece * times}"), 100) < 5


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Kenya and Norway are also discussing tuna quotas.", ["tuna quotas"]),
        (
            "They discussed trade and tourism, river transport, and visas.",
            ["trade and tourism", "river transport", "visas"],
        ),
        (
            "The talks focused on tea prices, in addition to river transport.",
            ["tea prices", "river transport"],
        ),
        (
            "They discussed issues of mutual interest between Kenya and Norway including tea prices.",
            ["tea prices"],
        ),
        ("They held phone talks on July 22 to discuss tea prices.", ["tea prices"]),
        ("They took stock of river transport.", ["river transport"]),
        (
            "They reviewed cooperative projects in areas including nuclear power, the wool industry and botany.",
            ["nuclear power", "wool industry", "botany"],
        ),
        (
            "They discussed issues related to tea prices, river transport, and the care of orchards.",
            ["tea prices", "river transport", "care of orchards"],
        ),
        (
            "Both sides exchanged views on the political situation with a particular focus on Chad and Mali.",
            ["political situation", "Chad", "Mali"],
        ),
        ("The representatives evaluated the upkeep of orchards.", ["upkeep of orchards"]),
        ("They discussed tea prices and Kenya plans a port.", ["tea prices"]),
        (
            "They discussed bilateral trade and investment ties.",
            ["bilateral trade and investment ties"],
        ),
        ("They raised issues related to Chad and tea prices.", ["Chad", "tea prices"]),
        ("They discussed issues related to Norway and tea prices.", ["tea prices"]),
        (
            "They discussed regional issues, including those relating to Russia's war against Ukraine, visas, and Chad.",
            ["Russia's war against Ukraine", "visas", "Chad"],
        ),
        (
            "They discussed Nordic developments and developments in the Middle East.",
            ["Nordic developments", "developments in the Middle East"],
        ),
        (
            "The talks touched on the price of tea, with special regard to orchards, as well as visas.",
            ["price of tea", "orchards", "visas"],
        ),
        (
            "They discussed ways to widen river transport and cooperate closely.",
            ["river transport"],
        ),
        (
            "They reviewed several issues, above all the matter of river transport.",
            ["river transport"],
        ),
        ("Norway threatens to carry out mass deportations.", ["mass deportations"]),
        ("The talks covered tea prices in the context of recent events.", ["tea prices"]),
        ("They spoke of militant groups along the river.", ["militant groups along the river"]),
        ("They discussed tea prices on Aug. 8 in Oslo.", ["tea prices"]),
        ("They held talks on tea prices on Sept. 9.", ["tea prices"]),
        ("They discussed cooperation on August 8 in Oslo.", []),
        ("They discussed the October 7 attacks.", ["October 7 attacks"]),
        ("They discussed October 7 attacks.", ["October 7 attacks"]),
        ("They discussed the effects of the rebel raid overnight.", ["effects of the rebel raid"]),
        ("They shared opinions on tea prices.", ["tea prices"]),
        ("They discussed working together to resolve the war in Chad.", ["war in Chad"]),
        (
            "They discussed working with farmers to resolve tea shortages.",
            ["farmers", "tea shortages"],
        ),
        ("They discussed the war in Chad, especially in terms of tea.", ["war in Chad"]),
        ("They discussed how to deter and restrict Chad's shadow fleet.", ["Chad's shadow fleet"]),
        (
            "They discussed political, trade and economic cooperation, tea, and visas.",
            ["political, trade and economic cooperation", "tea", "visas"],
        ),
        (
            "They discussed the possibility of launching air and rail routes to Oslo.",
            ["air and rail routes to Oslo"],
        ),
        (
            "They discussed tea, water management and the IT sectors.",
            ["tea", "water management", "IT sectors"],
        ),
        (
            "They discussed political, trade and economic, transport and transit, and cultural cooperation.",
            ["political, trade and economic, transport and transit, and cultural cooperation"],
        ),
        (
            "They discussed economic trade, and space cooperation.",
            ["economic trade", "space cooperation"],
        ),
        ("They discussed trade issues on 25 January 2014 in Oslo.", ["trade issues"]),
        ("They discussed at length efforts to end the war in Mali.", ["war in Mali"]),
        (
            "They face dangers from climate change and hunger to the defence of human rights.",
            ["climate change", "hunger"],
        ),
        (
            "They regret the political, economic, and humanitarian crises in Mali.",
            ["political, economic, and humanitarian crises in Mali"],
        ),
        ("They must end illegal, unregulated fishing.", ["illegal, unregulated fishing"]),
        ("They discussed work on concrete steps.", []),
        (
            "They discussed multiple political and economic issues.",
            ["political and economic issues"],
        ),
        ("They discussed tea, in light of the decision on fish.", ["tea"]),
        ("They discussed efforts to work with Chad, Mali and others to lower tea prices.", []),
        ("They discussed ties with Chad and with Mali.", ["ties with Chad"]),
        (
            "They discussed the important role of Mali in the region.",
            ["important role of Mali in the region"],
        ),
        (
            "They raised the impact of migration and security crises.",
            ["impact of migration and security crises"],
        ),
        (
            "They fear a security and economic crisis in Mali.",
            ["security and economic crisis in Mali"],
        ),
        (
            "They discussed pressing issues, including visas and tea prices.",
            ["visas", "tea prices"],
        ),
        (
            "They discussed the tea crisis and developments in Mali.",
            ["tea crisis", "developments in Mali"],
        ),
        ("The talks concerned new ways to grow tea.", ["tea"]),
        ("The talks concerned tea prices.", ["tea prices"]),
        ("They discussed clean tea and better farming.", ["clean tea", "better farming"]),
        (
            "They discussed tea, trade and economic cooperation.",
            ["tea", "trade and economic cooperation"],
        ),
        (
            "They discussed conflicts between rebels and ousted President Amina Wekesa.",
            ["conflicts between rebels and ousted President Amina Wekesa"],
        ),
    ],
)
def test_enumerations_of_other_houses(words: str, names: list[str]) -> None:
    """Ministries and agencies list in ways of their own."""
    assert matters(words) == names
