"""What the tests of the reader share: short forms of what was read."""

from __future__ import annotations

import pytest

import bilateral
from bilateral import Commitment, Report

#: A lead that says who meets, for sentences that leave it out.
LEAD = "President Amina Wekesa of Kenya met Prime Minister Nils Brandvik of Norway in Bergen."


def fault(reason: str) -> pytest.MarkDecorator:
    """Mark a case that the reader gets wrong, until it does not."""
    return pytest.mark.xfail(reason=reason, strict=True)


def short(commitment: Commitment) -> str:
    """Write a commitment as ``"KEN+NOR pledge again"`` or ``"KEN request NOR"``."""
    words = ["+".join([party.code for party in commitment.actors]), commitment.force.value]
    if commitment.reaffirmed:
        words.append("again")
    if commitment.addressees and commitment.force.value == "request":
        words.append("+".join([party.code for party in commitment.addressees]))
    return " ".join(words)


def told(words: str, lead: str = LEAD) -> list[str]:
    """Return in short form what is promised in `words`, which follow a lead on their own line."""
    report = bilateral.read(f"{lead}\n\n{words}")
    return [short(c) for c in report.commitments if c.span is not None and c.span.start > len(lead)]


def all_told(text: str) -> list[str]:
    """Return in short form everything that is promised in a whole text."""
    return [short(commitment) for commitment in bilateral.read(text).commitments]


def check_words(report: Report) -> None:
    """Check that every place of every record is in the text and says what the record says."""
    text = report.source.text
    for commitment in report.commitments:
        assert commitment.span is not None
        assert commitment.span.of(text) == commitment.text
        assert commitment.trace is not None
        assert commitment.trace.cue is not None
        assert commitment.trace.cue.of(text).strip()
        for amount in commitment.amounts:
            assert amount.span is not None
            assert amount.span in commitment.span
        for evidence in commitment.trace.evidence:
            assert evidence.span is None or evidence.span.of(text).strip()
    for issue in report.issues:
        assert issue.span is not None
        assert " ".join(issue.span.of(text).split()) == issue.name
    for leader in report.leaders:
        assert leader.span is not None
        assert " ".join(leader.span.of(text).split()) == leader.name
        assert leader.span in leader.mentions
        assert list(leader.mentions) == sorted(set(leader.mentions))
        assert all(span.of(text).strip() for span in leader.mentions)
    for partnership in report.partnerships:
        assert partnership.span is not None
        assert partnership.span.of(text).strip()
    for section in report.sections:
        assert section.span is not None
        assert section.title in " ".join(section.span.of(text).split())
