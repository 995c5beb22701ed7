"""Hits → commitments: one record a sentence and acting set of parties."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.reading.reports import LEAD, fault, short, told

import bilateral
from bilateral import Commitment, Lexicon


def one(words: str) -> Commitment:
    """Return the one commitment of `words` behind the lead."""
    (commitment,) = bilateral.read(f"{LEAD}\n\n{words}").commitments
    return commitment


def test_the_record_is_the_sentence() -> None:
    """Text and span are the whole sentence, with the words as they stand there."""
    words = "Both sides  agreed to\nopen a “port”."
    commitment = one(f"{words} They parted in\npeace and in friendship, as is\nthe custom.")
    assert commitment.text == words


def test_one_entry_a_set_of_actors() -> None:
    """Hits of the same actors are one: the firmest force, reaffirmed if any is."""
    assert told("Kenya hopes to buy ships and reaffirmed its commitment to the treaty.") == [
        "KEN pledge again"
    ]
    assert told("Kenya and Norway agreed to act, and both sides pledged to share data.") == [
        "KEN+NOR pledge"
    ]


def test_entries_of_one_sentence_have_different_ids() -> None:
    """Two sets of actors in one sentence are two records."""
    report = bilateral.read(f"{LEAD}\n\nKenya will open a port and Norway will close a mine.")
    assert len({commitment.id for commitment in report.commitments}) == 2
    assert {c.id[:2] for c in report.commitments} == {"c-"}


def test_a_request_has_an_id_of_its_own_kind() -> None:
    """Promises and requests are told apart by their ids."""
    assert one("Kenya urged Norway to act.").id.startswith("r-")


def test_the_trace_gives_cue_and_evidence() -> None:
    """Which words made the rule fire, who acts, how firmly, about what."""
    text = f"{LEAD}\n\nBoth sides reaffirmed their commitment to lower tariffs."
    report = bilateral.read(text)
    told_why = report.explain(report.commitments.one())
    assert told_why.rule == "commitment.noun"
    assert told_why.cue == "commitment"
    grounds = {ground.field: ground for ground in told_why.evidence}
    assert set(grounds) == {"actors", "force", "reaffirmed", "domains"}
    assert grounds["actors"].words == "Both sides"
    assert "all who meet" in grounds["actors"].note
    assert grounds["domains"].words == "tariffs"


@pytest.mark.parametrize(
    ("words", "deadline"),
    [
        ("Kenya will open a port by 2031.", "2031"),
        ("Kenya will open a port by the end of May 2031.", "2031-05"),
        ("Kenya will open a port.", None),
        ("Kenya will open the port that was planned in 2019.", None),
    ],
)
def test_deadlines(words: str, deadline: str | None) -> None:
    """By when, as far as told."""
    found = one(words).deadline
    assert (None if found is None else str(found)) == deadline


def test_amounts() -> None:
    """What is promised in money and in number, with its words."""
    text = f"{LEAD}\n\nNorway will give Kenya $2.5 million for a port."
    (commitment,) = bilateral.read(text).commitments
    (amount,) = commitment.amounts
    assert (amount.value, amount.currency) == (Decimal(2_500_000), "USD")
    assert amount.span is not None
    assert amount.span.of(text) == "$2.5 million"


def test_section() -> None:
    """A commitment knows the headings above it."""
    text = f"{LEAD}\n\nI. The Sea\n\n1. Ships\n\nKenya will open a port."
    (commitment,) = bilateral.read(text).commitments
    assert str(commitment.section) == "The Sea > Ships"


@pytest.mark.parametrize(
    ("words", "domains"),
    [
        ("Kenya agreed to lower its tariffs.", ["economy.trade"]),
        ("Kenya agreed to lower its tariffs in order to protect the climate.", ["economy.trade"]),
        ("After talks on tariffs, Kenya agreed to send vaccines.", ["society.health"]),
        ("Kenya urged Belarus to lower its tariffs.", ["economy.trade"]),
        ("Kenya urged Belarus to act.", ["governance.democracy"]),
    ],
)
def test_domains_are_those_of_the_promise(words: str, domains: list[str]) -> None:
    """Purpose and occasion do not count where the promise itself tells."""
    assert [domain.name for domain in one(words).domains] == domains


def test_who_speaks_tells_nothing_of_the_promise() -> None:
    """The office beside quotation marks is no part of what is promised in them."""
    lead = "Trade Minister Amina Wekesa of Kenya met Prime Minister Nils Brandvik of Norway."
    words = "“We will protect coral reefs,” the Kenyan trade minister told reporters."
    commitment = bilateral.read(f"{lead}\n\n{words}").commitments.one()
    assert [party.code for party in commitment.actors] == ["KEN"]
    assert [domain.name for domain in commitment.domains] == ["climate"]


def test_the_heading_tells_where_the_words_do_not() -> None:
    """A promise to cooperate "on this" is about what its heading says."""
    text = f"{LEAD}\n\nI. Lower Tariffs\n\nBoth sides agreed to work together on this."
    (commitment,) = bilateral.read(text).commitments
    assert [domain.name for domain in commitment.domains] == ["economy.trade"]


def test_a_promise_of_no_field_takes_up_the_one_before() -> None:
    """“They undertook to finish it”: about what the sentence before promised."""
    text = f"{LEAD}\n\nBoth sides agreed to lower their tariffs. They undertook to do so soon."
    first, second = bilateral.read(text).commitments
    assert first.domains == second.domains


# --- lists ----------------------------------------------------------------------------------------

ITEMS = "- open a new port\n- lower their tariffs\n\nThey parted in peace."


@pytest.mark.parametrize(
    ("stem", "form"),
    [
        ("Both sides will:", "KEN+NOR pledge"),
        ("Both sides intend to:", "KEN+NOR intent"),
        ("Kenya agreed to:", "KEN pledge"),
        ("The two countries are committed to:", "KEN+NOR pledge"),
        ("Both sides reaffirmed their commitment to:", "KEN+NOR pledge again"),
    ],
)
def test_items_have_actors_and_force_of_their_stem(stem: str, form: str) -> None:
    """Each item is one commitment; the stem by itself is none."""
    report = bilateral.read(f"{LEAD}\n\n{stem}\n\n{ITEMS}")
    assert [short(c) for c in report.commitments] == [form, form]
    assert [c.text for c in report.commitments] == ["open a new port", "lower their tariffs"]
    assert {c.trace.rule for c in report.commitments if c.trace} == {"commitment.item"}


def test_items_under_a_stem_that_promises_nothing() -> None:
    """A list of topics is no list of promises."""
    assert told(f"Both sides discussed:\n\n{ITEMS}") == []


def test_an_item_with_a_subject_of_its_own() -> None:
    """An item that is a whole sentence tells its own actors."""
    words = "The leaders agreed:\n\n- Kenya will open a port.\n- Norway will lower its tariffs.\n\nThey parted."
    assert told(words) == ["KEN pledge", "NOR pledge"]


def test_a_list_that_is_divided_goes_on_with_its_stem() -> None:
    """Below a label like "Ports:"; not below a new stem, nor behind a paragraph."""
    words = "Both sides intend to:\n\nPorts and ships:\n\n- open a new port\n\nOn tariffs:\n\n- lower their tariffs"
    assert told(words) == ["KEN+NOR intent"] * 2
    assert told(words.replace("On tariffs:", "Both sides discussed:")) == ["KEN+NOR intent"]
    assert told(words.replace("On tariffs:", "What Norway owns:")) == ["KEN+NOR intent"]
    assert told(words.replace("Ports and ships:", "They parted.\n\nPorts and ships:")) == []
    longer = "The many ports of the long and rocky coast of the north:"
    assert told(words.replace("On tariffs:", longer)) == ["KEN+NOR intent"]


def test_a_stem_alone_promises_nothing() -> None:
    """“The two sides will:” with nothing after it."""
    assert told("Both sides will:") == []
    assert told("Both sides agreed to:\n\nThey parted.") == []


@pytest.mark.parametrize(
    "text",
    [
        "I. Kenya and Norway Will Open a Port\n\nThey parted.",
        "KENYA AND NORWAY AGREE TO OPEN A PORT\n\nThey parted.",
        pytest.param(
            "# Kenya and Norway agreed to open a port\n\nThey parted.",
            marks=fault("a line marked with # that reads as a sentence is no heading"),
        ),
        "1. Kenya Pledges a Port\n\nThey parted.",
    ],
)
def test_headings_are_never_coded(text: str) -> None:
    """What a heading promises is told in the text below it."""
    assert told(text) == []


def test_titles_are_never_coded() -> None:
    """Nor what the title promises."""
    text = "Kenya and Norway Agree to Open a Port\n\n2031-04-05\n\nThey parted."
    assert len(bilateral.read(text).commitments) == 0


def test_commitments_come_in_the_order_of_the_text() -> None:
    """Spans rise."""
    words = " ".join(f"Kenya will open port {n}." for n in range(9))
    spans = [c.span for c in bilateral.read(f"{LEAD}\n\n{words}").commitments if c.span]
    assert len(spans) == 9
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("stem", "items", "found"),
    [
        (
            "We, the leaders of Kenya and Norway, hereby:",
            ["1. Agree to open a port;", "2. Call on all states to act;", "3. Note the report."],
            ["KEN+NOR pledge", "KEN+NOR request"],
        ),
        (
            "Both sides:",
            [
                "- agreed to open a port;",
                "- expressed concern over Sudan;",
                "- decided to meet in May.",
            ],
            ["KEN+NOR pledge", "KEN+NOR pledge"],
        ),
        (
            "Norway:",
            ["- will open a port;", "- reaffirmed its pledge to plant trees."],
            ["NOR pledge", "NOR pledge again"],
        ),
        (
            "The two sides agreed on the following:",
            ["a) Exchange of data on drug trafficking", "b) Training of pilots"],
            ["KEN+NOR pledge", "KEN+NOR pledge"],
        ),
        (
            "The two sides agreed to cooperate through:",
            ["- the strengthening of patrols;", "- the fund for fishers."],
            ["KEN+NOR pledge"],
        ),
    ],
)
def test_items_have_the_subject_of_their_stem(
    stem: str, items: list[str], found: list[str]
) -> None:
    """A list item that begins with its verb, or names conduct, is a promise of those of the stem."""
    assert told("\n\n".join([stem, *items])) == found


def test_a_lexicon_may_let_words_of_giving_and_asides_begin_with_a_mark() -> None:
    """Then no word rules a sentence out, and both are looked for in each."""
    lexicon = Lexicon.parse("[asides]\nwords,tells\n(once,basis\n[giving]\nwords,link\n§aid,to\n")
    words = "Kenya will build dams (once grain harvests rise) and send §aid to Norway."
    (commitment,) = bilateral.read(f"{LEAD}\n\n{words}", lexicon=lexicon).commitments
    assert [party.code for party in commitment.addressees] == ["NOR"]
    (plain,) = bilateral.read(f"{LEAD}\n\n{words}").commitments
    assert {str(domain) for domain in commitment.domains} < {str(d) for d in plain.domains}
