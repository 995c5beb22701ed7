"""What notebooks show: compact tables, and a text with its marks.

The fragments have no script and fetch nothing, so that a notebook looks the same for whoever it is sent to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bilateral.model.commitments import Commitment
from bilateral.model.issues import Issue
from bilateral.model.partnerships import Partnership
from bilateral.model.people import Leader
from bilateral.rendering.assets import asset
from bilateral.rendering.entries import entries
from bilateral.rendering.escaping import escape
from bilateral.rendering.listing import reason, shortened
from bilateral.rendering.marking import marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bilateral.query.explanations import Explanation
    from bilateral.query.reports import Report

#: How many rows a table shows, and how many characters of the words.
ROWS = 30
_WORDS = 240


def _list(values: Iterable[object]) -> str:
    return ", ".join([str(value) for value in values])


def _commitment(record: Commitment) -> Sequence[object]:
    return (
        _list(record.actors),
        _list(record.addressees),
        f"{record.force}, reaffirmed" if record.reaffirmed else record.force,
        record.text,
        _list(record.domains),
        record.deadline,
        _list(record.amounts),
    )


def _issue(record: Issue) -> Sequence[object]:
    return record.name, _list(record.parties), _list(record.domains)


def _partnership(record: Partnership) -> Sequence[object]:
    return _list(record.parties), record.level, record.since


def _leader(record: Leader) -> Sequence[object]:
    return record.name, record.office, record.party


#: By kind: the heads of the columns, and the cells of a record.
_COLUMNS: dict[type, tuple[tuple[str, ...], Callable[..., Sequence[object]]]] = {
    Commitment: (("Who", "To", "How firmly", "What", "About", "By", "Amounts"), _commitment),
    Issue: (("Issue", "Parties", "About"), _issue),
    Partnership: (("Parties", "Level", "Since"), _partnership),
    Leader: (("Name", "Office", "For"), _leader),
}


def table(kind: type, records: Sequence[Any]) -> str:
    """Return a table of records of one kind, the first of them where there are many.

    Columns that nothing stands in are left out.

    >>> from bilateral import Leader
    >>> table(Leader, [Leader("Anwar Ibrahim")]).count("<th>")
    2
    """
    heads, cells = _COLUMNS[kind]
    rows = [cells(record) for record in records[:ROWS]]
    kept = [
        i for i in range(len(heads)) if not rows or any(row[i] not in (None, "") for row in rows)
    ]
    top = "".join([f"<th>{heads[i]}</th>" for i in kept])
    body = "".join(
        [
            f"<tr><td>{number}</td>"
            + "".join([f"<td>{_cell(row[i])}</td>" for i in kept])
            + "</tr>"
            for number, row in enumerate(rows)
        ]
    )
    more = len(records) - len(rows)
    rest = f"<p>… and {more} more</p>" if more > 0 else ""
    inner = f"<table><thead><tr><th></th>{top}</tr></thead><tbody>{body}</tbody></table>{rest}"
    return _styled(inner if rows else "<p>none</p>")


def record(shown: Commitment | Issue | Partnership | Leader) -> str:
    """Return one record as a list of what it says; what it does not say is left out.

    >>> from bilateral import Leader
    >>> "Anwar Ibrahim" in record(Leader("Anwar Ibrahim"))
    True
    """
    heads, cells = _COLUMNS[type(shown)]
    rows = "".join(
        [
            f"<tr><th>{head}</th><td>{_cell(value)}</td></tr>"
            for head, value in zip(heads, cells(shown), strict=True)
            if value not in (None, "")
        ]
    )
    return _styled(f"<table><tbody>{rows}</tbody></table>")


def report(shown: Report) -> str:
    """Return a report: what it is, how much was read, and the text with its marks."""
    counts = [
        f"{len(records)} {name}"
        for name, records in (
            ("commitments", shown.commitments),
            ("issues", shown.issues),
            ("partnerships", shown.partnerships),
            ("leaders", shown.leaders),
        )
    ]
    title = escape(shown.source.title or "Untitled report")
    text = marked(shown.source, entries(shown), references=False)
    return _styled(
        f'<p dir="auto"><strong>{title}</strong></p><p>{", ".join(counts)}</p><div class="text">{text}</div>'
    )


def explanation(why: Explanation) -> str:
    """Return why a record was read."""
    return _styled(f'<p dir="auto">{escape(shortened(str(why.record), _WORDS))}</p>{reason(why)}')


def _cell(value: object) -> str:
    return "" if value is None else escape(shortened(str(value), _WORDS))


def _styled(inner: str) -> str:
    style = asset("marks.css") + asset("notebook.css")
    return f'<style>{style}</style><div class="bilateral">{inner}</div>'
