"""Records as JSON: one object, ``{"bilateral": "0.1.0", "form": 1, "reports": […]}``.

Parties are codes, dates EDTF, spans ``[start, end]`` into the source's text, values of amounts
decimal numbers as strings, so that none loses a digit.  Every key is always there; what is not
known is null.  `docs/command-line.md` lists the keys.  `form` counts up when one goes or changes
its meaning.
"""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, TextIO

import bilateral

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.cli.filters import Selection
    from bilateral.model.commitments import Amount, Commitment
    from bilateral.model.issues import Issue
    from bilateral.model.meetings import Meeting
    from bilateral.model.parties import Party
    from bilateral.model.partnerships import Partnership
    from bilateral.model.people import Leader
    from bilateral.model.sources import Source
    from bilateral.model.spans import Span
    from bilateral.model.traces import Trace
    from bilateral.query.reports import Report

    Object = dict[str, object]

FORM = 1


def write(selections: Iterable[Selection], out: TextIO, *, explain: bool, among: int) -> None:
    """Write all reports as one object, each as it comes."""
    del among  # one report has the same form as many
    out.write(f'{{\n  "bilateral": "{bilateral.__version__}",\n  "form": {FORM},\n  "reports": [')
    before = "\n"
    for selection in selections:
        made = json.dumps(of_selection(selection, explain=explain), ensure_ascii=False, indent=2)
        out.write(f"{before}{textwrap.indent(made, '    ')}")
        before = ",\n"
    out.write("\n  ]\n}\n")


def of_selection(selection: Selection, *, explain: bool) -> Object:
    """Return what is shown of a report; a list that a filter leaves out is empty."""
    report = selection.report
    return {
        "source": of_source(selection.name, report.source),
        "meeting": None if report.meeting is None else of_meeting(report.meeting),
        "leaders": [of_leader(leader) for leader in selection.leaders or ()],
        "partnerships": [of_partnership(made) for made in selection.partnerships or ()],
        "commitments": [
            {**of_commitment(made), **(of_explanation(report, made) if explain else {})}
            for made in selection.commitments
        ],
        "issues": [of_issue(issue) for issue in selection.issues or ()],
    }


def of_source(name: str, source: Source) -> Object:
    """Return where a text came from; not the text."""
    return {
        "name": name,
        "title": source.title,
        "date": _written(source.date),
        "publisher": source.publisher,
        "url": source.url,
        "sha256": source.sha256,
        "characters": len(source.text),
    }


def of_meeting(meeting: Meeting) -> Object:
    """Return a meeting."""
    return {
        "kind": meeting.kind,
        "date": _written(meeting.date),
        "place": meeting.place,
        "parties": _codes(meeting.parties),
        "leaders": [leader.name for leader in meeting.leaders],
        "span": _place(meeting.span),
        "rule": _rule(meeting.trace),
    }


def of_leader(leader: Leader) -> Object:
    """Return a leader."""
    return {
        "name": leader.name,
        "office": leader.office,
        "party": None if leader.party is None else leader.party.code,
        "span": _place(leader.span),
        "mentions": [_place(span) for span in leader.mentions],
        "rule": _rule(leader.trace),
    }


def of_partnership(partnership: Partnership) -> Object:
    """Return a partnership."""
    return {
        "parties": _codes(partnership.parties),
        "level": partnership.level.label,
        "since": _written(partnership.since),
        "history": [
            {"level": step.level.label, "date": _written(step.date)} for step in partnership.history
        ],
        "span": _place(partnership.span),
        "rule": _rule(partnership.trace),
    }


def of_commitment(commitment: Commitment) -> Object:
    """Return a commitment."""
    return {
        "id": commitment.id,
        "text": commitment.text,
        "actors": _codes(commitment.actors),
        "addressees": _codes(commitment.addressees),
        "force": commitment.force.value,
        "reaffirmed": commitment.reaffirmed,
        "domains": [domain.name for domain in commitment.domains],
        "deadline": _written(commitment.deadline),
        "amounts": [of_amount(amount) for amount in commitment.amounts],
        "section": _written(commitment.section),
        "span": _place(commitment.span),
        "rule": _rule(commitment.trace),
    }


def of_amount(amount: Amount) -> Object:
    """Return an amount."""
    return {
        "value": f"{amount.value:f}",
        "currency": amount.currency,
        "unit": amount.unit,
        "span": _place(amount.span),
    }


def of_issue(issue: Issue) -> Object:
    """Return an issue."""
    return {
        "id": issue.id,
        "name": issue.name,
        "parties": _codes(issue.parties),
        "domains": [domain.name for domain in issue.domains],
        "section": _written(issue.section),
        "span": _place(issue.span),
        "rule": _rule(issue.trace),
    }


def of_explanation(report: Report, commitment: Commitment) -> Object:
    """Return why a commitment was read so, under the key ``explanation``."""
    explanation = report.explain(commitment)
    return {
        "explanation": {
            "rule": explanation.rule,
            "explains": explanation.explains,
            "cue": explanation.cue,
            "cue_span": _place(explanation.cue_span),
            "evidence": [
                {"field": x.field, "note": x.note, "words": x.words, "span": _place(x.span)}
                for x in explanation.evidence
            ],
        }
    }


def _written(value: object) -> str | None:
    return None if value is None else str(value)


def _place(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _rule(trace: Trace | None) -> str | None:
    return None if trace is None else trace.rule


def _codes(parties: Iterable[Party]) -> list[str]:
    return [party.code for party in parties]
