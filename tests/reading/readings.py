"""Everything that is read in some 1,400 sentences, to see at once what a change of the reader changes.

    python -m tests.reading.readings [FILE of further sentences]

writes ``readings.jsonl`` anew, each sentence behind a lead that says who meets.  Look through its difference before it
is committed: what it has is what the reader does, which need not be right.  What must be stands in the other tests.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.reading.reports import LEAD

import bilateral
from bilateral import Report, Span, Trace

PLACE = Path(__file__).with_suffix(".jsonl")
#: what the lead by itself tells
USUAL = "meeting | meeting |  | Bergen | KEN+NOR | met | meeting.lead | met | kind: meeting “met” | place: Bergen “Bergen”"


def readings() -> dict[str, list[str]]:
    """Return the sentences, and for each what is read."""
    rows = [json.loads(line) for line in PLACE.read_text(encoding="utf-8").splitlines()]
    return {row["words"]: row["read"] for row in rows}


def told(words: str) -> list[str]:
    """Return everything that is read behind the lead, a line for each record."""
    text = f"{LEAD}\n\n{words}"
    report = bilateral.read(text)
    return [line for at, line in _lines(report, text) if at > len(LEAD) and line != USUAL]


def _lines(report: Report, text: str) -> Iterator[tuple[int, str]]:
    parts: tuple[object, ...]
    if report.meeting is not None and report.meeting.span is not None:
        made = report.meeting
        parts = (made.kind, made.date, made.place, _codes(made.parties))
        yield len(text), _line("meeting", parts, made.span, made.trace, text)
    for leader in report.leaders:
        at = leader.mentions[-1].start
        parts = (leader.name, leader.office, leader.party and leader.party.code)
        yield at, _line("leader", parts, leader.span, leader.trace, text)
    for partnership in report.partnerships:
        assert partnership.span is not None
        parts = (_codes(partnership.parties), partnership.level.label, partnership.since)
        history = " ".join([f"{x.level.label} {x.date}" for x in partnership.history])
        line = _line("partnership", (*parts, history), partnership.span, partnership.trace, text)
        yield partnership.span.start, line
    for commitment in report.commitments:
        assert commitment.span is not None
        parts = (
            *(_codes(commitment.actors), _codes(commitment.addressees), commitment.force.value),
            *("again" if commitment.reaffirmed else "", _names(commitment.domains)),
            *(commitment.deadline, "; ".join(map(str, commitment.amounts))),
        )
        line = _line("commitment", parts, commitment.span, commitment.trace, text)
        yield commitment.span.start, line
    for issue in report.issues:
        assert issue.span is not None
        parts = (issue.name, _codes(issue.parties), _names(issue.domains))
        yield issue.span.start, _line("issue", parts, issue.span, issue.trace, text)


def _codes(parties: Iterable[bilateral.Country | bilateral.Organization]) -> str:
    return "+".join([party.code for party in parties])


def _names(domains: Iterable[bilateral.Domain]) -> str:
    return " ".join([domain.name for domain in domains])


def _line(
    kind: str, parts: Iterable[object], span: Span | None, trace: Trace | None, text: str
) -> str:
    assert trace is not None
    told = [kind, *["" if part is None else str(part) for part in parts]]
    told.append("" if span is None else span.of(text))
    told += [trace.rule, "" if trace.cue is None else trace.cue.of(text)]
    told += [
        f"{one.field}: {one.note}" + ("" if one.span is None else f" “{one.span.of(text)}”")
        for one in trace.evidence
    ]
    return " | ".join(told)


if __name__ == "__main__":
    further = [Path(name).read_text(encoding="utf-8").splitlines() for name in sys.argv[1:]]
    known = list(readings()) if PLACE.exists() else []
    sentences = dict.fromkeys([*known, *[line for lines in further for line in lines if line]])
    PLACE.write_text(
        "".join(
            [
                json.dumps({"words": words, "read": told(words)}, ensure_ascii=False) + "\n"
                for words in sentences
            ]
        ),
        encoding="utf-8",
    )
