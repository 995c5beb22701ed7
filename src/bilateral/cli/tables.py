"""Tables for a person to read, as wide as the terminal; colour only where there is one.

The words of a source are wrapped and never cut.  Rich looks after the terminal, after ``NO_COLOR``
and after ``COLUMNS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bilateral.cli.words import details, heading, how_firmly, names, plain, subheadings, who

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.cli.filters import Selection
    from bilateral.model.commitments import Commitment
    from bilateral.query.collections import Commitments, Issues, Leaders, Partnerships
    from bilateral.query.reports import Report

#: Below this width, commitments stand in one column.
_NARROW = 64
#: Long lists of parties are wrapped, so that the words keep most of the room.
_WIDEST_WHO = 20
_WIDEST_FORCE = 12
#: The colours of the forces, firmest first.
_STYLES = {"pledge": "green", "intent": "cyan", "aspiration": "yellow", "request": "magenta"}


def write(selections: Iterable[Selection], out: TextIO, *, explain: bool, among: int) -> None:
    """Print each report as it comes.

    Args:
        selections: what to print.
        out: where to print.
        explain: whether to say of each commitment why it was read so.
        among: how many reports there are; with more than one, a rule stands above each.
    """
    console = Console(file=out, highlight=False, markup=False, emoji=False)
    for selection in selections:
        if among > 1:
            console.rule(Text(plain(selection.name)), style="dim", align="left")
        if among == 1 or selection.report.source.title is not None:
            console.print(Text(heading(selection.name, selection.report), style="bold"))
        for line in subheadings(selection.name, selection.report):
            console.print(Text(line, style="dim"))
        console.print()
        if selection.leaders is not None:
            _print(console, "Leaders", _leaders(selection.leaders))
        if selection.partnerships is not None:
            _print(console, "Partnerships", _partnerships(selection.partnerships))
        report = selection.report if explain else None
        draw = _narrow_commitments if console.width < _NARROW else _commitments
        _print(console, "Commitments", draw(selection.commitments, report))
        if selection.issues is not None:
            _print(console, "Issues", _issues(selection.issues))


def _print(console: Console, title: str, table: Table) -> None:
    count = table.row_count
    told = Text(title, style="bold")
    told.append(f" ({count})" if count else ": none", style="dim")
    console.print(told)
    if count:
        console.print(table)
    console.print()


def _table(*columns: str, leading: int = 0) -> Table:
    """Make an empty table; a word that is longer than its column goes on in the next line."""
    table = Table(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="dim", leading=leading
    )
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def _leaders(leaders: Leaders) -> Table:
    table = _table("Name", "Office", "For")
    for leader in leaders:
        party = "" if leader.party is None else str(leader.party)
        table.add_row(Text(plain(leader.name)), Text(plain(leader.office or "")), Text(party))
    return table


def _partnerships(partnerships: Partnerships) -> Table:
    table = _table("Parties", "Level", "Since")
    for partnership in partnerships:
        level = Text(plain(str(partnership.level)))
        for milestone in partnership.history:
            date = "" if milestone.date is None else f" ({milestone.date})"
            level.append(f"\nbefore: {plain(str(milestone.level))}{date}", style="dim")
        since = "" if partnership.since is None else str(partnership.since)
        table.add_row(Text(names(partnership.parties)), level, Text(since))
    return table


def _commitments(commitments: Commitments, report: Report | None) -> Table:
    table = _table("Who", "How firmly", "What", leading=1)
    who_acts, firmly, what = table.columns
    who_acts.max_width, firmly.max_width = _WIDEST_WHO, _WIDEST_FORCE
    what.ratio, table.expand = 1, True  # all the room that is left
    for commitment in commitments:
        table.add_row(Text(who(commitment)), _firmly(commitment), _what(commitment, report))
    return table


def _narrow_commitments(commitments: Commitments, report: Report | None) -> Table:
    table = _table("Who, how firmly, what", leading=1)
    for commitment in commitments:
        head = Text.assemble(who(commitment), ": ", _firmly(commitment), "\n")
        table.add_row(head.append_text(_what(commitment, report)))
    return table


def _firmly(commitment: Commitment) -> Text:
    return Text(how_firmly(commitment), style=_STYLES[commitment.force.value])


def _what(commitment: Commitment, report: Report | None) -> Text:
    """Return the words of a commitment, then what was read from them, then why."""
    what = Text(plain(commitment.text))
    if about := details(commitment):
        what.append(f"\n{about}", style="dim")
    if report is not None:
        for line in str(report.explain(commitment)).splitlines():
            what.append(f"\n{plain(line)}", style="dim italic")
    return what


def _issues(issues: Issues) -> Table:
    table = _table("Issue", "Parties", "Domains")
    for issue in issues:
        domains = ", ".join([str(domain) for domain in issue.domains])
        table.add_row(Text(plain(issue.name)), Text(names(issue.parties)), Text(domains))
    return table
