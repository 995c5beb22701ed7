"""A record as an item of the page's list: what it is, and on opening why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bilateral.rendering.escaping import escape

if TYPE_CHECKING:
    from bilateral.query.explanations import Explanation
    from bilateral.rendering.entries import Entry

#: How many characters of a record's words the list shows; the text has them all.
_SHOWN = 140


def item(entry: Entry, why: Explanation) -> str:
    """Return the list item of a record.

    >>> from bilateral import read
    >>> from bilateral.rendering.entries import entries
    >>> report = read("Japan agreed to train engineers.")
    >>> item(entries(report)[0], report.explain(report.commitments[0]))[:24]
    '<li><details id="C1"><su'
    """
    head = f" {escape(entry.head)}" if entry.head else ""
    facts = "".join([f"<dt>{name}</dt><dd>{escape(value)}</dd>" for name, value in entry.facts])
    link = f'<p><a href="#{entry.number}-text">Show in the text</a></p>' if entry.places else ""
    return (
        f'<li><details id="{entry.number}"><summary><span class="no">{entry.number}</span>'
        f' <span class="tag {entry.style}">{entry.style}</span>{head}'
        f' <span class="words" dir="auto">{escape(shortened(entry.words))}</span></summary>'
        f'<div class="facts"><dl>{facts}</dl>{link}{reason(why)}</div></details></li>'
    )


def reason(why: Explanation) -> str:
    """Return the rule, the cue and the evidence."""
    if why.rule is None:
        return "<p>Made by hand: no rule.</p>"
    explains = f" {escape(why.explains)}" if why.explains else ""
    parts = [f"<p>Rule <code>{escape(why.rule)}</code>{explains}</p>"]
    if why.cue is not None:
        parts.append(f"<p>Cue {_quoted(why.cue)}</p>")
    grounds = [
        f"<li>{escape(ground.field)}: {escape(ground.note)}"
        + ("" if ground.words is None else f", {_quoted(ground.words)}")
        + "</li>"
        for ground in why.evidence
    ]
    return "".join(parts) + (f"<ul>{''.join(grounds)}</ul>" if grounds else "")


def _quoted(words: str) -> str:
    return f'<q dir="auto">{escape(shortened(words))}</q>'


def shortened(words: str, limit: int = _SHOWN) -> str:
    r"""Return words on one line and no longer than `limit`, cut between two of them where possible.

    >>> shortened("to train\n two hundred engineers", 14)
    'to train two…'
    """
    line = " ".join(words.split())
    if len(line) <= limit:
        return line
    return f"{line[: limit - 1].rpartition(' ')[0] or line[: limit - 1]}…"
