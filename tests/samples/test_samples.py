"""The samples as a user gets them."""

from __future__ import annotations

from typing import get_type_hints

import pytest

import bilateral
from bilateral import Country, Domain, Force, PartialDate, Report, UnknownNameError, samples
from bilateral.model.parties import party

each_sample = pytest.mark.parametrize("name", samples.names())


def test_names_are_sorted_and_complete() -> None:
    """The four samples that the documentation speaks of are there."""
    assert samples.names() == ("joint-statement", "readout", "summit-article", "wire-report")


def test_samples_are_a_public_name() -> None:
    """`bilateral.samples` needs no import of its own."""
    assert bilateral.samples is samples


@each_sample
def test_report_is_read_from_the_text(name: str) -> None:
    """The report's source is the sample, with the title and the date at its top."""
    report = samples.report(name)
    assert isinstance(report, Report)
    assert report.source.text == samples.text(name)
    assert report.source.title == samples.expected(name)["title"]
    assert str(report.source.date) == samples.expected(name)["date"]


@each_sample
def test_expected_records_use_names_that_the_package_knows(name: str) -> None:
    """Every code, force, domain and date of the expected records can be looked up."""
    expected = samples.expected(name)
    codes = list(expected["meeting"]["parties"])
    codes += [x["party"] for x in expected["leaders"] if x["party"] is not None]
    for partnership in expected["partnerships"]:
        codes += partnership["parties"]
        if partnership["since"] is not None:
            PartialDate.parse(partnership["since"])
    for commitment in expected["commitments"]:
        codes += commitment["actors"] + commitment["addressees"]
        Force.of(commitment["force"])
        assert all(Domain.of(domain) for domain in commitment["domains"])
        if commitment["deadline"] is not None:
            PartialDate.parse(commitment["deadline"])
    for issue in expected["issues"]:
        codes += issue["parties"]
        assert all(Domain.of(domain) for domain in issue["domains"])
    assert all(party(code).code == code for code in codes)


@each_sample
def test_expected_records_have_the_typed_form(name: str) -> None:
    """The keys of the files are those that the types declare."""
    expected = samples.expected(name)
    assert set(expected) == set(get_type_hints(samples.ExpectedReport))
    assert set(expected["meeting"]) == set(get_type_hints(samples.ExpectedMeeting))
    for commitment in expected["commitments"]:
        assert set(commitment) == set(get_type_hints(samples.ExpectedCommitment))
        for amount in commitment["amounts"]:
            assert set(amount) == set(get_type_hints(samples.ExpectedAmount))
    for leader in expected["leaders"]:
        assert set(leader) == set(get_type_hints(samples.ExpectedLeader))
    for partnership in expected["partnerships"]:
        assert set(partnership) == set(get_type_hints(samples.ExpectedPartnership))
    for issue in expected["issues"]:
        assert set(issue) == set(get_type_hints(samples.ExpectedIssue))


def test_expected_records_are_the_callers_own() -> None:
    """What a caller does to them does not reach the next."""
    samples.expected("readout")["leaders"].clear()
    assert samples.expected("readout")["leaders"]


def test_the_article_is_about_japan_and_malaysia() -> None:
    """The sample that the documentation starts with says what it says there."""
    report = samples.report("summit-article")
    assert report.commitments.by_country("Malaysian") == report.commitments.by_country("MYS")
    assert report.leaders.by_country("JP").one().party == Country.of("Japan")


@pytest.mark.parametrize("call", [samples.text, samples.report, samples.expected])
@pytest.mark.parametrize("name", ["redout", "../readout", "", "readout.txt"])
def test_unknown_name(call: object, name: str) -> None:
    """A wrong name is an error with the nearest right ones."""
    assert callable(call)
    with pytest.raises(UnknownNameError) as caught:
        call(name)
    assert caught.value.kind == "sample"
    assert set(caught.value.nearest) <= set(samples.names())
    assert caught.value.nearest
