"""The text that started the project, if it lies beside the repository: what was asked of it, all found."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.reading.reports import check_words

import bilateral
from bilateral import Commitment, Country, Force, Report

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEED = SHARED / "seed.txt"
GOLD = SHARED / "eval" / "gold" / "seed.json"
SENTENCES = SHARED / "eval" / "sents" / "seed.json"

pytestmark = pytest.mark.skipif(
    not (SEED.exists() and GOLD.exists() and SENTENCES.exists()),
    reason="the seed article and its coding are not beside the repository",
)

#: How many sentences may be coded that the analyst did not code.
SPURIOUS = 2


@pytest.fixture(scope="module")
def report() -> Report:
    """Load the article."""
    return bilateral.load(SEED)


@pytest.fixture(scope="module")
def gold() -> dict[str, list[dict[str, object]]]:
    """Return what an analyst coded by hand."""
    coded: dict[str, list[dict[str, object]]] = json.loads(GOLD.read_text(encoding="utf-8"))
    return coded


def extents(text: str) -> list[tuple[int, int]]:
    """Return where the numbered sentences of the coding stand; white space may differ."""
    found = []
    at = 0
    for sentence in json.loads(SENTENCES.read_text(encoding="utf-8"))["sentences"]:
        words = r"\s+".join(map(re.escape, sentence["text"].split()))
        match = re.compile(words).search(text, at)
        assert match is not None, sentence
        found.append(match.span())
        at = match.end()
    return found


def numbered(report: Report) -> dict[int, list[Commitment]]:
    """Return sentence number → the commitments that were read from it."""
    places = extents(report.source.text)
    found: dict[int, list[Commitment]] = {}
    for commitment in report.commitments:
        span = commitment.span
        assert span is not None
        shared = [min(end, span.end) - max(start, span.start) for start, end in places]
        found.setdefault(shared.index(max(shared)) + 1, []).append(commitment)
    return found


def test_the_text_is_whole(report: Report) -> None:
    """The source is the file, character by character, and every place is right."""
    assert report.source.text == SEED.read_bytes().decode("utf-8")
    check_words(report)


def test_leaders(report: Report) -> None:
    """Two prime ministers, each with office and country."""
    assert sorted(str(leader) for leader in report.leaders) == [
        "Anwar Ibrahim (prime minister, Malaysia)",
        "Shigeru Ishiba (prime minister, Japan)",
    ]
    assert all(len(leader.mentions) > 2 for leader in report.leaders)


def test_partnership(report: Report) -> None:
    """One comprehensive strategic partnership, since 2023."""
    partnership = report.partnerships.one()
    assert {party.code for party in partnership.parties} == {"JPN", "MYS"}
    assert str(partnership.level) == "comprehensive strategic partnership"
    assert str(partnership.since) == "2023"


def test_sections(report: Report) -> None:
    """Five numbered sections and the conclusion at the top, and their numbered parts below."""
    top = [section for section in report.sections if section.level == 1]
    assert [section.number for section in top] == ["I.", "II.", "III.", "IV.", "V.", None]
    assert top[-1].title == "Conclusion"
    below = [section.number for section in report.sections if section.level == 2]
    assert below == ["1.", "2.", "1.", "2.", "1.", "2.", "3.", "1.", "2.", "1.", "2."]


def test_meeting(report: Report) -> None:
    """A summit of the two; the article has no date, so its Friday stays unresolved."""
    assert report.meeting is not None
    assert report.meeting.kind == "summit"
    assert report.meeting.place == "Malaysia"
    assert report.meeting.date is None
    assert {party.code for party in report.meeting.parties} == {"JPN", "MYS"}


def test_commitments(report: Report, gold: dict[str, list[dict[str, object]]]) -> None:
    """Exactly the sentences that the analyst coded, with at most two more."""
    wanted = {coded["s"] for coded in gold["commitments"]}
    found = set(numbered(report))
    assert wanted - found == set()
    assert len(found - wanted) <= SPURIOUS


def test_actors_force_and_marks(report: Report, gold: dict[str, list[dict[str, object]]]) -> None:
    """Who, how firmly, and whether again: as the analyst coded them."""
    found = numbered(report)
    for coded in gold["commitments"]:
        number = coded["s"]
        assert isinstance(number, int)
        (commitment,) = found[number]
        told = (
            sorted(p.code for p in commitment.actors),
            commitment.force.value,
            commitment.reaffirmed,
        )
        assert told == (coded["actors"], coded["force"], coded["reaffirmed"]), number


def test_domains(report: Report, gold: dict[str, list[dict[str, object]]]) -> None:
    """At least one top-level field of each is the analyst's."""
    found = numbered(report)
    for coded in gold["commitments"]:
        number, domains = coded["s"], coded["domains"]
        assert isinstance(number, int)
        assert isinstance(domains, list)
        (commitment,) = found[number]
        tops = {domain.name.partition(".")[0] for domain in commitment.domains}
        assert tops & {name.partition(".")[0] for name in domains}, number


def test_cybersecurity_is_japans_alone(report: Report) -> None:
    """The one commitment on cybersecurity has one actor."""
    commitment = report.commitments.by_domain("security.cyber").one()
    assert commitment.actors == (Country.of("Japan"),)
    assert commitment.force is Force.INTENT


def test_a_country_is_asked_for_in_many_ways(report: Report) -> None:
    """Name, codes and demonym find the same commitments."""
    by_name = report.commitments.by_country("Malaysia")
    assert len(by_name) > 5
    for name in ("MY", "MYS", "Malaysian", "malaysia", Country.of("MYS")):
        assert report.commitments.by_country(name) == by_name


@pytest.mark.parametrize(
    "word",
    [
        *("South China Sea", "East China Sea", "Senkaku Islands", "Myanmar", "Middle East", "Gaza"),
        "supply chain",
    ],
)
def test_issues(report: Report, word: str) -> None:
    """The disputes, crises and agenda items of the article, by name or in the sentence that tells them."""
    text = report.source.text
    places = extents(text)
    told = []
    for issue in report.issues:
        assert issue.span is not None
        start, end = next(p for p in places if p[0] <= issue.span.start < p[1])
        told.append(text[start:end])
    assert any(word in sentence for sentence in told) or any(word in i.name for i in report.issues)


def test_issues_of_places(report: Report) -> None:
    """What lies in a country is that country's."""
    codes = {party.code for issue in report.issues for party in issue.parties}
    assert {"CHN", "MMR"} <= codes
