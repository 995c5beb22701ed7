"""Promises as rows of text, for a spreadsheet."""

from __future__ import annotations

from bilateral import Commitment, Country, Domain, Force, Organization, PartialDate, Party

Row = tuple[str, str, str, str, str]


def to_row(promise: Commitment) -> Row:
    """Write down what the desk needs of a promise."""
    return (
        promise.text,
        ";".join([party.code for party in promise.actors]),
        str(promise.force),
        ";".join([domain.name for domain in promise.domains]),
        "" if promise.deadline is None else str(promise.deadline),
    )


def from_row(row: Row) -> Commitment:
    """Make the promise of a row."""
    text, actors, force, domains, deadline = row
    return Commitment(
        text,
        actors=tuple([_PARTIES[code] for code in actors.split(";")]),
        force=Force.of(force),
        domains=tuple([Domain.of(name) for name in domains.split(";") if name]),
        deadline=PartialDate.parse(deadline) if deadline else None,
    )


# A country's code goes before an organization's that is spelt alike.
_EVERY: list[Party] = [*Organization.all(), *Country.all()]
_PARTIES = {party.code: party for party in _EVERY}
