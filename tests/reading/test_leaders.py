"""Persons → leaders: the records and why they were made."""

from __future__ import annotations

import bilateral

TEXT = "Prime Minister Tove Lund of Norway met Anwar Ibrahim. Lund smiled."


def test_a_leader_has_span_and_mentions() -> None:
    """The span is the fullest name, and mentions are all places in order."""
    lund, anwar = bilateral.read(TEXT).leaders
    assert lund.span is not None
    assert lund.span.of(TEXT) == "Tove Lund"
    assert [span.of(TEXT) for span in lund.mentions] == ["Tove Lund", "Lund"]
    assert [span.of(TEXT) for span in anwar.mentions] == ["Anwar Ibrahim"]


def test_the_trace_tells_how_a_leader_was_found() -> None:
    """By an office or by a known name; the evidence says what decided office and party."""
    report = bilateral.read(TEXT)
    lund, anwar = report.leaders
    told = report.explain(lund)
    assert told.rule == "leader.office"
    assert told.explains
    first = told.evidence[0]
    assert (first.field, first.note) == ("office", "prime minister")
    assert {ground.field for ground in told.evidence} == {"office", "party"}
    assert report.explain(anwar).rule == "leader.known"


def test_evidence_of_the_office_shows_the_words_around_the_name() -> None:
    """Office, name and country stand in the quoted words."""
    report = bilateral.read(TEXT)
    (ground,) = [g for g in report.explain(report.leaders[0]).evidence if g.field == "office"]
    assert ground.words == "Prime Minister Tove Lund of Norway"


def test_a_leader_without_a_known_party() -> None:
    """Nobody is guessed."""
    (leader,) = bilateral.read("Prime Minister Qwe Rtyuiop spoke.").leaders
    assert leader.party is None
    assert leader.office == "prime minister"
