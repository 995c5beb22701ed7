"""What stands around a cue: complement, content, and whom a clause means."""

from __future__ import annotations

import pytest
from tests.reading.reports import LEAD, short, told

import bilateral


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Kenya and Norway agreed to a ban.", ["KEN+NOR pledge"]),
        ("Kenya and Norway agreed on a ban.", ["KEN+NOR pledge"]),
        ("Kenya and Norway agreed in principle to a ban.", ["KEN+NOR pledge"]),
        ("Kenya and Norway agreed that they will ban dumping.", ["KEN+NOR pledge"]),
        ("Kenya and Norway agreed that dumping is harmful.", []),
        ("Kenya and Norway agreed with the report.", []),
        ("Kenya and Norway agreed.", []),
        ("Kenya and Norway agreed on the need for a ban.", []),
        ("Kenya decided to ban dumping.", ["KEN pledge"]),
        ("Kenya decided the match.", []),
        ("Kenya resolved the dispute.", []),
        ("Kenya committed $5 million to the fund.", ["KEN pledge"]),
        ("Kenya committed a foul.", []),
        ("Kenya promised Norway to ban dumping.", ["KEN pledge"]),
        ("Kenya is committed, where needed, to a ban.", ["KEN pledge"]),
    ],
)
def test_complements(words: str, found: list[str]) -> None:
    """The same verb binds or not, by what follows it."""
    assert told(words) == found


def test_the_content_ends_with_its_clause() -> None:
    """Domains are those of what is promised, not of what the sentence tells besides."""
    words = "Kenya agreed to lower its tariffs and praised the work of Norwegian teachers."
    (commitment,) = bilateral.read(f"{LEAD}\n\n{words}").commitments
    assert [domain.name for domain in commitment.domains] == ["economy.trade"]


def test_a_request_stands_beside_a_promise_of_the_same_party() -> None:
    """A promise and a request of one party in one sentence are two entries."""
    words = "Kenya agreed to lower its tariffs and urged Norway to buy more tea."
    assert told(words) == ["KEN pledge", "KEN request NOR"]


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2026-05-05", ["PER+CHL pledge"]),
        ("2026", ["PER+CHL pledge"]),
        ("2029-05-05", []),
        (None, []),
    ],
)
def test_a_year_before_the_report_is_past(date: str | None, found: list[str]) -> None:
    """Whether a dated promise is past depends on the year of the report; unknown, it is."""
    report = bilateral.read("In 2026, Peru and Chile agreed to open a tunnel.", date=date)
    assert [short(commitment) for commitment in report.commitments] == found


def test_two_promises_of_one_sentence_have_their_own_amounts_and_dates() -> None:
    """What one party promises is not said of the other."""
    words = "Kenya will pay $5 million by 2031, and Norway will pay $9 million by 2033."
    first, second = bilateral.read(f"{LEAD}\n\n{words}").commitments
    assert [str(amount) for amount in first.amounts] == ["USD 5,000,000"]
    assert [str(amount) for amount in second.amounts] == ["USD 9,000,000"]
    assert (str(first.deadline), str(second.deadline)) == ("2031", "2033")
