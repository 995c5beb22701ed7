"""The form of the records expected from a sample, as ``data/*.json`` has them.

Parties are codes, domains and forces the codebook's names, dates in EDTF (``2023``, ``2026-12``).
Every ``quote`` and every name is a run of characters of the text; a quote says where a record
belongs without counting characters.
"""

from __future__ import annotations

from typing import Literal, TypedDict


class ExpectedLeader(TypedDict):
    """A person who speaks for a party."""

    name: str
    office: str | None
    #: The code of the party, or None where the text does not tell.
    party: str | None


class ExpectedMeeting(TypedDict):
    """The encounter that the text reports."""

    kind: str | None
    date: str | None
    place: str | None
    parties: list[str]


class ExpectedPartnership(TypedDict):
    """A standing relationship that the text names."""

    parties: list[str]
    level: str
    since: str | None
    #: The sentence that names it.
    quote: str


class ExpectedAmount(TypedDict):
    """A sum of money that is promised."""

    value: int
    #: A code of ISO 4217.
    currency: str


class ExpectedCommitment(TypedDict):
    """A sentence in which parties promise or ask."""

    #: The sentence.
    quote: str
    actors: list[str]
    addressees: list[str]
    force: Literal["pledge", "intent", "aspiration", "request"]
    reaffirmed: bool
    #: Most telling first.
    domains: list[str]
    deadline: str | None
    amounts: list[ExpectedAmount]
    #: The titles from the top of the outline, joined by ``" > "``, or None outside of any section.
    section: str | None


class ExpectedIssue(TypedDict):
    """A matter at issue."""

    name: str
    #: The sentence that presents it first.
    quote: str
    parties: list[str]
    domains: list[str]


class ExpectedReport(TypedDict):
    """Everything expected from one sample."""

    title: str
    date: str
    meeting: ExpectedMeeting
    leaders: list[ExpectedLeader]
    partnerships: list[ExpectedPartnership]
    commitments: list[ExpectedCommitment]
    issues: list[ExpectedIssue]
