"""How records are put into the cells of a table, whatever draws it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.model.commitments import Commitment
    from bilateral.model.meetings import Meeting
    from bilateral.model.parties import Party
    from bilateral.query.reports import Report

# Escape sequences in a text must not reach the terminal, where they could do anything.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def plain(words: str) -> str:
    r"""Return words of a source on one line, fit for a terminal.

    >>> plain("agreed\n  to \x1b[31mtrain")
    'agreed to �[31mtrain'
    """
    return _CONTROL.sub("\ufffd", " ".join(words.split()))


def names(parties: Iterable[Party]) -> str:
    """Return the names of parties, as one says them.

    >>> from bilateral import Country
    >>> names((Country.of("JP"), Country.of("MY")))
    'Japan, Malaysia'
    """
    return ", ".join([str(party) for party in parties])


def who(commitment: Commitment) -> str:
    """Return who promises or asks, and whom."""
    actors = names(commitment.actors)
    return f"{actors} → {names(commitment.addressees)}" if commitment.addressees else actors


def how_firmly(commitment: Commitment) -> str:
    """Return the force, and whether it was renewed."""
    return f"{commitment.force}, reaffirmed" if commitment.reaffirmed else str(commitment.force)


def details(commitment: Commitment) -> str:
    """Return domains, deadline, amounts and section, as far as there are any."""
    parts = [", ".join([str(domain) for domain in commitment.domains])]
    if commitment.deadline is not None:
        parts.append(f"by {commitment.deadline}")
    parts += [str(amount) for amount in commitment.amounts]
    if commitment.section is not None:
        parts.append(f"in “{plain(str(commitment.section))}”")
    return " · ".join([part for part in parts if part])


def told(meeting: Meeting) -> str:
    """Return what is known of a meeting."""
    kind = meeting.kind or "encounter"
    parts = [kind if meeting.place is None else f"{kind} in {plain(meeting.place)}"]
    if meeting.date is not None:
        parts.append(str(meeting.date))
    if meeting.parties:
        parts.append(names(meeting.parties))
    return " · ".join(parts)


def heading(name: str, report: Report) -> str:
    """Return the title of a report, or what it was read from."""
    return plain(report.source.title or name)


def subheadings(name: str, report: Report) -> list[str]:
    """Return what stands below the title: the origin, and the meeting."""
    source = report.source
    date = None if source.date is None else str(source.date)
    parts = [name if source.title else None, source.publisher, date]
    lines = [" · ".join([plain(part) for part in parts if part])]
    if report.meeting is not None:
        lines.append(told(report.meeting))
    return [line for line in lines if line]
