"""A report → one page of HTML that needs nothing else: no network, no other file.

The text stands there whole, marked; beside it the records, which can be filtered.  The records are
complete without the script, so that they print and can be read where scripts are barred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import bilateral
from bilateral.model.commitments import Force
from bilateral.model.domains import Domain
from bilateral.rendering.assets import asset, digest, frame
from bilateral.rendering.entries import Entry, entries
from bilateral.rendering.escaping import address, escape, island
from bilateral.rendering.listing import item
from bilateral.rendering.marking import marked
from bilateral.rendering.offsets import browser_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bilateral.model.sources import Source
    from bilateral.query.explanations import Explanation
    from bilateral.query.reports import Report

#: What the lists are called, by the kind of what they list.
TITLES = {
    "commitment": "Commitments",
    "issue": "Issues",
    "partnership": "Partnerships",
    "leader": "Leaders",
}
#: How records can be drawn: a commitment by its force, another record by its kind.
STYLES = (*[force.value for force in Force], "issue", "partnership", "leader")


def page(report: Report) -> str:
    """Return the annotated page of a report.

    >>> page(bilateral.read("Japan agreed to train engineers.")).count("<main")
    1
    """
    listed = entries(report)
    reasons = [report.explain(entry.record) for entry in listed]
    source = report.source
    style, script = asset("marks.css") + asset("page.css"), asset("page.js")
    return frame().substitute(
        version=bilateral.__version__,
        title=escape(source.title or "Untitled report"),
        about=_about(report),
        text=marked(source, listed),
        filters=_filters(listed),
        lists="".join(_lists(listed, reasons)),
        status=f"{len(listed)} records",
        sha256=source.sha256,
        data=island(_data(source, listed, reasons)),
        style=style,
        style_hash=digest(style),
        script=script,
        script_hash=digest(script),
    )


def _about(report: Report) -> str:
    """Return what is known of the source, and the meeting."""
    source, meeting = report.source, report.meeting
    date = None if source.date is None else str(source.date)
    parts = [escape(part) for part in (source.publisher, date) if part]
    lines = [" · ".join([*parts, *filter(None, [address(source.url)])])]
    if meeting is not None:
        where = "" if meeting.place is None else f" in {meeting.place}"
        told = [
            f"{meeting.kind or 'encounter'}{where}",
            "" if meeting.date is None else str(meeting.date),
            ", ".join([str(party) for party in meeting.parties]),
        ]
        lines.append(escape("Meeting: " + " · ".join([part for part in told if part])))
    return "\n".join([f'<p dir="auto">{line}</p>' for line in lines if line])


def _lists(listed: Sequence[Entry], reasons: Sequence[Explanation]) -> Iterator[str]:
    for kind, title in TITLES.items():
        pairs = [(e, why) for e, why in zip(listed, reasons, strict=True) if e.kind == kind]
        if pairs:
            yield f'<section aria-labelledby="of-{kind}"><h2 id="of-{kind}">{title}</h2><ol>'
            yield from [item(entry, why) for entry, why in pairs]
            yield "</ol></section>"


def _filters(listed: Sequence[Entry]) -> str:
    """Return the form; it offers only what would find something."""
    counts = {style: sum(entry.style == style for entry in listed) for style in STYLES}
    boxes = [
        f'<label><input type="checkbox" name="show-{style}" checked>'
        f'<span class="key l0-{style}"></span>{style} ({count})</label>'
        for style, count in counts.items()
        if count
    ]
    fields = {domain.name: domain.label for entry in listed for domain in entry.domains}
    for name in list(fields):
        top = name.partition(".")[0]
        if top not in fields:
            parent = Domain(name, label=fields[name]).parent
            fields[top] = top if parent is None else parent.label
    parties = {party.code: str(party) for entry in listed for party in entry.parties}
    indented = {
        name: f"\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{label}" if "." in name else label
        for name, label in sorted(fields.items())
    }
    by_name = dict(sorted(parties.items(), key=lambda pair: pair[1]))
    return (
        '<form id="filters" autocomplete="off" aria-label="Filters">'
        f"<fieldset><legend>Show</legend>{''.join(boxes)}</fieldset>"
        + _choice("domain", "Policy field", indented)
        + _choice("party", "Country or organization", by_name)
        + '<button type="reset">Show all</button></form>'
    )


def _choice(name: str, label: str, values: dict[str, str]) -> str:
    options = "".join(
        [f'<option value="{escape(v)}">{escape(shown)}</option>' for v, shown in values.items()]
    )
    return (
        f'<label class="wide">{label}<select name="{name}"><option value="">all</option>'
        f"{options}</select></label>"
    )


def _data(
    source: Source, listed: Sequence[Entry], reasons: Sequence[Explanation]
) -> dict[str, object]:
    """Return what the script needs; it shows the words among it as text alone.

    Of each record: `n` its number, `s` how it is drawn, `h` what it is, `r` its rule, `d` domains,
    `p` parties, `x` the places in the text that decided it, in the browser's offsets.
    """
    at = browser_offsets(source.text)
    return {
        "records": [
            {
                "n": entry.number,
                "s": entry.style,
                "h": entry.head or entry.words,
                "r": why.rule,
                "d": [domain.name for domain in entry.domains],
                "p": [party.code for party in entry.parties],
                "x": [
                    [at(span.start), at(span.end)]
                    for span in (why.cue_span, *[ground.span for ground in why.evidence])
                    if span is not None
                ],
            }
            for entry, why in zip(listed, reasons, strict=True)
        ]
    }
