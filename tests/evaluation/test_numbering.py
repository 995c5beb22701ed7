"""Sentence numbers, and reports in coded form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.robustness.counting import calls

import bilateral
from bilateral import (
    Commitment,
    Commitments,
    Country,
    Force,
    Issue,
    Issues,
    Leader,
    Leaders,
    Report,
    Source,
    Span,
    samples,
)
from bilateral.evaluation import codes_of, sentences
from bilateral.evaluation.numbering import locate

JAPAN = Country.of("Japan")


@pytest.mark.parametrize("name", samples.names())
def test_sentences_of_samples(name: str) -> None:
    """Numbers run from 1, spans are in order, and hold every commitment."""
    report = samples.report(name)
    listed = sentences(report)
    assert [x.number for x in listed] == list(range(1, len(listed) + 1))
    end = 0
    for x in listed:
        assert x.span is not None
        assert x.span.start >= end
        assert " ".join(x.span.of(report.source.text).split()) == x.text
        end = x.span.end
    for made in report.commitments:
        assert made.span is not None
        assert any(x.span is not None and x.span.overlaps(made.span) for x in listed)
    assert len(codes_of(report).commitments) == len(report.commitments)


@pytest.mark.parametrize("name", samples.names())
def test_listed_sentences_give_the_same_codes(name: str) -> None:
    """A list in the reader's own division changes nothing."""
    report = samples.report(name)
    listed = [x.text for x in sentences(report)]
    assert codes_of(report, listed, id=name) == codes_of(report, id=name)


def test_title_that_was_given() -> None:
    """A first line that looks like a title counts as text where the title was given."""
    text = "Readout of the Meeting\n\nJapan agreed to help."
    assert len(sentences(bilateral.read(text))) == 1
    given_title = sentences(bilateral.read(text, title="Another Title"))
    assert given_title[-1].text == "Japan agreed to help."


words = st.text("ab .\n\u00a0", max_size=12)


@given(parts=st.lists(words, max_size=8), gap=st.sampled_from([" ", "\n", "  \t"]))
def test_sentences_are_found_in_order(parts: list[str], gap: str) -> None:
    """Every part of a text is found, whatever white space lies between its words."""
    text = gap.join(parts)
    found = locate(text, parts)
    end = 0
    for part, span in zip(parts, found, strict=True):
        plain = " ".join(part.split())
        assert (span is None) is (not plain)
        if span is not None:
            assert " ".join(span.of(text).split()) == plain
            assert span.start >= end
            end = span.end


def test_sentence_that_is_not_there() -> None:
    """It holds nobody up, however long or short."""
    text = "A first sentence of some length. Two. A third sentence of some length."
    wanted = ["A first sentence of some length.", "Too.", "A first sentence of no length.", "Two."]
    found = locate(text, [*wanted, "A third sentence of some length.", ""])
    assert [span is None for span in found] == [False, True, True, False, False, True]


def test_work_is_linear() -> None:
    """A list of sentences of another text takes no more steps than its own, each a few."""

    def lists(count: int) -> tuple[list[str], list[str]]:
        body = [f"The two sides agreed on point number {n} of the list." for n in range(count)]
        other = [f"The two governments spoke of point number {n} in private." for n in range(count)]
        return body, other

    def steps(count: int, which: int) -> int:
        given = lists(count)
        text = " ".join(given[0])
        assert (None in locate(text, given[which])) == (which == 1)
        return calls(lambda: locate(text, given[which]))

    for which in (0, 1):
        assert steps(1600, which) < 5 * steps(400, which)
    assert steps(1600, 1) < 3 * steps(1600, 0)


def test_sentence_that_overlaps_most() -> None:
    """The first of those that overlap equally; none without an overlap or a span."""
    text = "aaaa bbbb cccc dddd"
    listed = ["aaaa", "bbbb", "cccc"]

    def number(start: int, end: int) -> int | None:
        issue = Issue(" ".join(text[start:end].split()), span=Span(start, end))
        report = Report(Source(text), issues=Issues([issue]))
        return codes_of(report, listed).issues[0].s

    assert number(0, 4) == 1
    assert number(3, 8) == 2
    assert number(2, 7) == 1
    assert number(0, 19) == 1
    assert number(15, 19) is None


def test_records_without_a_place() -> None:
    """A commitment without a sentence is left out; an issue stays without a number."""
    report = Report(
        Source("Japan acts."),
        leaders=Leaders([Leader("Anwar")]),
        commitments=Commitments([Commitment("It acts.", actors=(JAPAN,), force=Force.INTENT)]),
        issues=Issues([Issue("unrest")]),
    )
    codes = codes_of(report)
    assert codes.commitments == ()
    assert codes.issues[0].s is None
    assert (codes.leaders[0].office, codes.leaders[0].country) == (None, None)
    assert codes.id == report.source.sha256[:16]
