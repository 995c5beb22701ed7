"""What is read from each sample is what an analyst wrote down before."""

from __future__ import annotations

import pytest

import bilateral
from bilateral import Commitment, Report, samples
from bilateral.samples import ExpectedCommitment

NAMES = samples.names()
each_sample = pytest.mark.parametrize("name", NAMES)

#: How many commitments of a sample may be missed, and how many may be made up.
MISSED = 1
SPURIOUS = 1


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    """Read every sample once."""
    return {name: bilateral.read(samples.text(name)) for name in NAMES}


def codes(parties: object) -> list[str]:
    """Return the sorted codes of parties."""
    assert isinstance(parties, tuple)
    return sorted(party.code for party in parties)


def key(quote: str, actors: list[str], force: str) -> tuple[str, tuple[str, ...], bool]:
    """Return what tells commitments apart: the sentence, who acts, and whether it is asked."""
    return " ".join(quote.split()), tuple(actors), force == "request"


def matched(
    name: str, report: Report
) -> tuple[list[tuple[ExpectedCommitment, Commitment]], list[str], list[str]]:
    """Return the pairs of expected and found commitments, the missed, and the spurious."""
    wanted = {
        key(c["quote"], c["actors"], c["force"]): c for c in samples.expected(name)["commitments"]
    }
    found = {key(c.text, codes(c.actors), c.force.value): c for c in report.commitments}
    pairs = [(wanted[x], found[x]) for x in wanted if x in found]
    return pairs, [x[0] for x in wanted if x not in found], [x[0] for x in found if x not in wanted]


@each_sample
def test_title_and_date(name: str, reports: dict[str, Report]) -> None:
    """The head lines are read."""
    expected, report = samples.expected(name), reports[name]
    assert report.source.title == expected["title"]
    assert str(report.source.date) == expected["date"]


@each_sample
def test_leaders(name: str, reports: dict[str, Report]) -> None:
    """Everybody who is named, with office and party, and nobody else."""
    expected = [(x["name"], x["office"], x["party"]) for x in samples.expected(name)["leaders"]]
    found = [
        (x.name, x.office, None if x.party is None else x.party.code) for x in reports[name].leaders
    ]
    assert sorted(found, key=str) == sorted(expected, key=str)


@each_sample
def test_partnerships(name: str, reports: dict[str, Report]) -> None:
    """Parties, level and year."""
    expected = [
        (x["parties"], x["level"], x["since"]) for x in samples.expected(name)["partnerships"]
    ]
    found = [
        (codes(x.parties), str(x.level), None if x.since is None else str(x.since))
        for x in reports[name].partnerships
    ]
    assert sorted(found, key=str) == sorted(expected, key=str)


@each_sample
def test_meeting(name: str, reports: dict[str, Report]) -> None:
    """Kind, date, place and parties."""
    expected, found = samples.expected(name)["meeting"], reports[name].meeting
    assert found is not None
    assert found.kind == expected["kind"]
    assert (None if found.date is None else str(found.date)) == expected["date"]
    assert found.place == expected["place"]
    assert codes(found.parties) == expected["parties"]


@each_sample
def test_commitments(name: str, reports: dict[str, Report]) -> None:
    """The sentences that promise, each by the right parties: at most one missed and one made up."""
    pairs, missed, spurious = matched(name, reports[name])
    assert pairs
    assert len(missed) <= MISSED, missed
    assert len(spurious) <= SPURIOUS, spurious


@each_sample
def test_fields_of_commitments(name: str, reports: dict[str, Report]) -> None:
    """Of each that was found: force, mark, deadline, amounts and section, exactly."""
    for expected, found in matched(name, reports[name])[0]:
        told = {
            "force": found.force.value,
            "reaffirmed": found.reaffirmed,
            "deadline": None if found.deadline is None else str(found.deadline),
            "amounts": [
                {"value": int(x.value), "currency": x.currency} for x in found.amounts if x.currency
            ],
            "section": None if found.section is None else str(found.section),
        }
        wanted = {
            field: expected[field] for field in ("force", "reaffirmed", "deadline", "section")
        }
        assert told == {**wanted, "amounts": expected["amounts"]}, expected["quote"]


@pytest.mark.parametrize("name", NAMES)
def test_domains_of_commitments(name: str, reports: dict[str, Report]) -> None:
    """Of each that was found at least one top-level field is the analyst's."""
    for expected, found in matched(name, reports[name])[0]:
        tops = {domain.name.partition(".")[0] for domain in found.domains}
        assert tops & {x.partition(".")[0] for x in expected["domains"]}, expected["quote"]


@each_sample
def test_addressees_of_commitments(name: str, reports: dict[str, Report]) -> None:
    """Of each that was found, who receives or is asked."""
    for expected, found in matched(name, reports[name])[0]:
        assert codes(found.addressees) == expected["addressees"], expected["quote"]
