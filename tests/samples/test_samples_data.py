"""Checks on the sample reports and on the records expected from them."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

DATA = files("bilateral.samples") / "data"
ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT.parent / "shared" / "seed.txt"
RUN = 8

FORCES = {"pledge", "intent", "aspiration", "request"}
KINDS = {"summit", "call", "meeting", "visit", "talks", None}
DOMAINS = {
    "security",
    "security.defence",
    "security.maritime",
    "security.cyber",
    "security.nonproliferation",
    "security.terrorism",
    "security.crime",
    "diplomacy",
    "diplomacy.relations",
    "diplomacy.dialogue",
    "diplomacy.multilateral",
    "diplomacy.peace",
    "governance.law",
    "governance.democracy",
    "governance.rights",
    "economy",
    "economy.trade",
    "economy.investment",
    "economy.supply",
    "economy.finance",
    "economy.infrastructure",
    "economy.labour",
    "economy.agriculture",
    "energy",
    "climate",
    "technology",
    "technology.digital",
    "technology.space",
    "society.education",
    "society.culture",
    "society.health",
    "society.migration",
    "humanitarian",
}
PARTY = re.compile(r"[A-Z][A-Z0-9]{1,9}")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def stems(suffix: str) -> list[str]:
    """Return the sorted names, without suffix, of the data files that end in it."""
    names = (entry.name for entry in DATA.iterdir())
    return sorted(name.removesuffix(suffix) for name in names if name.endswith(suffix))


def text_of(stem: str) -> str:
    """Return the text of a sample."""
    return (DATA / f"{stem}.txt").read_text(encoding="utf-8")


def expected_of(stem: str) -> dict[str, Any]:
    """Return the records expected from a sample."""
    document: dict[str, Any] = json.loads((DATA / f"{stem}.json").read_text(encoding="utf-8"))
    return document


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, without punctuation."""
    return re.findall(r"\w+", text.lower())


def runs_of(words: list[str], length: int) -> set[tuple[str, ...]]:
    """Return every run of that many consecutive words."""
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


STEMS = stems(".txt")
each_sample = pytest.mark.parametrize("stem", STEMS)


def test_samples_come_in_pairs() -> None:
    """The four samples are there, and each text has its expected records."""
    assert stems(".json") == STEMS
    assert {"joint-statement", "readout", "summit-article", "wire-report"} <= set(STEMS)


@each_sample
def test_json_has_the_form_of_expected_records(stem: str) -> None:
    """The JSON parses and holds exactly the agreed parts."""
    expected = expected_of(stem)
    assert set(expected) == {
        "title",
        "date",
        "meeting",
        "leaders",
        "partnerships",
        "commitments",
        "issues",
    }
    assert set(expected["meeting"]) == {"kind", "date", "place", "parties"}
    assert expected["meeting"]["kind"] in KINDS
    assert expected["commitments"]
    assert expected["issues"]


@each_sample
def test_title_and_date_head_the_text(stem: str) -> None:
    """The text opens with the title line, an empty line, the date line and an empty line."""
    expected = expected_of(stem)
    assert text_of(stem).split("\n")[:4] == [expected["title"], "", expected["date"], ""]


@each_sample
def test_quotes_and_names_occur_in_the_text(stem: str) -> None:
    """Every quote and every name is an exact substring of the text."""
    text, expected = text_of(stem), expected_of(stem)
    for part in ("partnerships", "commitments", "issues"):
        for record in expected[part]:
            assert record["quote"].strip() == record["quote"] != ""
            assert record["quote"] in text
    for leader in expected["leaders"]:
        assert leader["name"] in text
    for issue in expected["issues"]:
        assert issue["name"] in issue["quote"]
    if expected["meeting"]["place"] is not None:
        assert expected["meeting"]["place"] in text


@each_sample
def test_forces_and_domains_are_in_the_vocabulary(stem: str) -> None:
    """Forces are the codebook's, and each record has one to three of its domains."""
    expected = expected_of(stem)
    for commitment in expected["commitments"]:
        assert commitment["force"] in FORCES
        assert isinstance(commitment["reaffirmed"], bool)
    for record in expected["commitments"] + expected["issues"]:
        assert 1 <= len(record["domains"]) <= 3
        assert len(set(record["domains"])) == len(record["domains"])
        assert set(record["domains"]) <= DOMAINS


@each_sample
def test_parties_look_like_codes(stem: str) -> None:
    """Parties are codes in capitals, listed in order and without repetition."""
    expected = expected_of(stem)
    groups = [expected["meeting"]["parties"]]
    groups += [[leader["party"]] for leader in expected["leaders"]]
    groups += [record["parties"] for record in expected["partnerships"] + expected["issues"]]
    for commitment in expected["commitments"]:
        assert commitment["actors"]
        assert not set(commitment["actors"]) & set(commitment["addressees"])
        groups += [commitment["actors"], commitment["addressees"]]
    for group in groups:
        assert group == sorted(set(group))
        for party in group:
            assert PARTY.fullmatch(party)


@each_sample
def test_quotes_of_commitments_are_in_text_order(stem: str) -> None:
    """Searching for each commitment's quote from the last one's start finds them all."""
    text, position = text_of(stem), 0
    for commitment in expected_of(stem)["commitments"]:
        position = text.find(commitment["quote"], position)
        assert position >= 0, commitment["quote"]


@each_sample
def test_dates_and_amounts_are_well_formed(stem: str) -> None:
    """Dates are whole or partial ISO dates, and amounts have a value and a currency code."""
    expected = expected_of(stem)
    dates = [expected["date"], expected["meeting"]["date"]]
    dates += [partnership["since"] for partnership in expected["partnerships"]]
    dates += [commitment["deadline"] for commitment in expected["commitments"]]
    for date in dates:
        assert date is None or DATE.fullmatch(date)
    for commitment in expected["commitments"]:
        for amount in commitment["amounts"]:
            assert amount["value"] > 0
            assert re.fullmatch(r"[A-Z]{3}", amount["currency"])


@each_sample
def test_sections_are_headings_of_the_text(stem: str) -> None:
    """Each part of a commitment's section is a line of the text, apart from its label."""
    label = re.compile(r"^(?:[IVX]+|\d+)\.\s+")
    lines = {label.sub("", line) for line in text_of(stem).splitlines()}
    for commitment in expected_of(stem)["commitments"]:
        if commitment["section"] is not None:
            assert set(commitment["section"].split(" > ")) <= lines


def test_all_forces_are_exercised() -> None:
    """Each sample shows every force, so that each can serve as a tour of the codebook."""
    for stem in STEMS:
        assert {c["force"] for c in expected_of(stem)["commitments"]} == FORCES, stem


def test_summit_article_is_in_its_own_words() -> None:
    """The summit article shares no run of eight words or more with the seed article."""
    if not SEED.exists():
        pytest.skip("the seed article is not part of the repository and is not beside it")
    seed = runs_of(words_of(SEED.read_text(encoding="utf-8")), RUN)
    sample = runs_of(words_of(text_of("summit-article")), RUN)
    assert not seed & sample
