"""Tables in Markdown, for notes and reports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from bilateral.cli.words import heading, how_firmly, names, plain, subheadings, who

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bilateral.cli.filters import Selection
    from bilateral.query.collections import Commitments
    from bilateral.query.reports import Report

# What would break a table or be read as a mark.
_MARKS = re.compile(r"([\\|`*_<\[\]])")


def write(selections: Iterable[Selection], out: TextIO, *, explain: bool, among: int) -> None:
    """Write each report under its title."""
    del among
    between = ""
    for selection in selections:
        out.write(between)
        out.write("\n".join(lines(selection, explain=explain)))
        out.write("\n")
        between = "\n"


def lines(selection: Selection, *, explain: bool) -> Iterator[str]:
    """Yield the lines of one report."""
    name, report = selection.name, selection.report
    yield f"# {cell(heading(name, report))}"
    for line in subheadings(name, report):
        yield ""
        yield cell(line)
    if selection.leaders is not None:
        leaders = [
            (leader.name, leader.office or "", "" if leader.party is None else str(leader.party))
            for leader in selection.leaders
        ]
        yield from table("Leaders", ("Name", "Office", "For"), leaders)
    if selection.partnerships is not None:
        partnerships = [
            (names(x.parties), str(x.level), "" if x.since is None else str(x.since))
            for x in selection.partnerships
        ]
        yield from table("Partnerships", ("Parties", "Level", "Since"), partnerships)
    yield from _commitments(selection.commitments)
    if explain:
        yield from _explanations(selection.commitments, report)
    if selection.issues is not None:
        issues = [
            (x.name, names(x.parties), ", ".join([str(domain) for domain in x.domains]))
            for x in selection.issues
        ]
        yield from table("Issues", ("Issue", "Parties", "Domains"), issues)


def _commitments(commitments: Commitments) -> Iterator[str]:
    columns = ("", "Who", "How firmly", "What", "Domains", "By", "Amounts", "Section")
    rows = [
        (
            str(number),
            who(made),
            how_firmly(made),
            made.text,
            ", ".join([str(domain) for domain in made.domains]),
            "" if made.deadline is None else str(made.deadline),
            ", ".join([str(amount) for amount in made.amounts]),
            "" if made.section is None else str(made.section),
        )
        for number, made in enumerate(commitments, 1)
    ]
    yield from table("Commitments", columns, rows)


def _explanations(commitments: Commitments, report: Report) -> Iterator[str]:
    """Yield why each commitment was read so, under the numbers of the table."""
    if commitments:
        yield ""
    for number, made in enumerate(commitments, 1):
        first, *rest = str(report.explain(made)).splitlines()
        yield f"{number}. {cell(first)}"
        yield from [f"   - {cell(line)}" for line in rest]


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    r"""Yield a table under its title.

    >>> print("\n".join(table("Leaders", ("Name", "For"), [("Anwar", "Malaysia")])))
    <BLANKLINE>
    ## Leaders
    <BLANKLINE>
    | Name | For |
    | --- | --- |
    | Anwar | Malaysia |
    """
    yield ""
    yield f"## {title}"
    yield ""
    if not rows:
        yield "None."
        return
    yield _row(columns)
    yield _row(["---"] * len(columns))
    yield from [_row([cell(words) for words in row]) for row in rows]


def cell(words: str) -> str:
    r"""Return words on one line, every mark of Markdown taken for itself.

    >>> print(cell("either | or"))
    either \| or
    """
    return _MARKS.sub(r"\\\1", plain(words))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
