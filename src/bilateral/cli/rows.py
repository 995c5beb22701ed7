"""Commitments as CSV, one row each, for spreadsheets and statistics programs.

Parties are codes; several values in a cell are joined by ``"; "``; what is not known is empty.  A
cell that a spreadsheet would take for a formula gets an apostrophe in front: the texts are other
people's words.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bilateral.cli.filters import Selection

COLUMNS = (
    "source",  # the file, or the sample's name
    "title",
    "date",  # of publication
    "id",
    "actors",
    "addressees",
    "force",
    "reaffirmed",  # true or false
    "domains",
    "deadline",
    "amounts",
    "section",
    "text",
    "start",  # the text's place in the source, in characters from 0
    "end",
    "rule",
)
#: With ``--explain``, behind the others.
EXPLAINED = ("explains", "cue", "evidence")


def write(selections: Iterable[Selection], out: TextIO, *, explain: bool, among: int) -> None:
    """Write a heading, and a row for each commitment."""
    del among
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*COLUMNS, *EXPLAINED] if explain else COLUMNS)
    for selection in selections:
        for row in rows(selection, explain=explain):
            writer.writerow([harmless(cell) for cell in row])


def rows(selection: Selection, *, explain: bool) -> Iterator[list[str]]:
    """Yield the cells of each commitment, in the order of `COLUMNS`."""
    source = selection.report.source
    for made in selection.commitments:
        row = [
            selection.name,
            source.title or "",
            _written(source.date),
            made.id,
            _joined(party.code for party in made.actors),
            _joined(party.code for party in made.addressees),
            made.force.value,
            "true" if made.reaffirmed else "false",
            _joined(domain.name for domain in made.domains),
            _written(made.deadline),
            _joined(str(amount) for amount in made.amounts),
            _written(made.section),
            made.text,
            "" if made.span is None else str(made.span.start),
            "" if made.span is None else str(made.span.end),
            "" if made.trace is None else made.trace.rule,
        ]
        if explain:
            told = selection.report.explain(made)
            row += [told.explains, told.cue or "", _joined(str(x) for x in told.evidence)]
        yield row


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("Japan")
    ("'=1+1", 'Japan')
    """
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} and cell else cell


def _joined(values: Iterable[str]) -> str:
    return "; ".join(values)


def _written(value: object) -> str:
    return "" if value is None else str(value)
