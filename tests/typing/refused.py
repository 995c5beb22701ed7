"""Code that type checkers must refuse; it is checked and never run.

Every faulty line says with its ignores what is wrong with it.  Both checkers report an ignore that they
do not need, so that a line which they come to accept is an error as well.
"""

from __future__ import annotations

import datetime as dt

import bilateral
from bilateral import (
    Amount,
    Assessment,
    Commitment,
    Commitments,
    Country,
    Domain,
    Force,
    Issue,
    Issues,
    Leader,
    Leaders,
    Organization,
    PartialDate,
    Partnership,
    PartnershipLevel,
    Partnerships,
    Report,
    Section,
    Source,
    Span,
    strategies,
)

PERU, ASEAN = Country.of("Peru"), Organization.of("ASEAN")
REPORT = bilateral.read("Peru will act.")
MADE = REPORT.commitments

# --- names that the package does not have

missing = bilateral.Comitment  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
bilateral.strategies.comitments()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]

# --- fields of the wrong type

Commitment("x", actors=(PERU,), force="pledge")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Commitment("x", actors=[PERU], force=Force.PLEDGE)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Commitment("x", actors=("PER",), force=Force.PLEDGE)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Commitment("x", actors=(PERU,))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Commitment("x", (PERU,), Force.PLEDGE)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Commitment(b"x", actors=(PERU,), force=Force.PLEDGE)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Commitment("x", actors=(PERU,), force=Force.PLEDGE, deadline=dt.date(2026, 1, 1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Commitment("x", actors=(PERU,), force=Force.PLEDGE, domains=("energy",))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Commitment("x", actors=(PERU,), force=Force.PLEDGE, span=(0, 1))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Commitment("x", actors=(PERU,), force=Force.PLEDGE, section="Trade")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Amount(20.5, currency="USD")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Assessment("c-1", 2)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Issue("unrest", (PERU,))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Issue("unrest", parties=PERU)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Leader("Luz Paz", party="Peru")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Partnership((PERU, ASEAN), "alliance")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Partnership((PERU, ASEAN), PartnershipLevel("alliance"), since=2020)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
PartialDate("2026")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Section("Trade")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
Source(None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Span("0", 1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Report(Source("x"), commitments=[])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
Report(Source("x"), commitments=Issues())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# --- what cannot be changed

MADE[0].text = "y"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
MADE[0] = MADE[1]  # type: ignore[index]  # pyright: ignore[reportIndexIssue]

# --- records in the wrong collection, and questions that a collection cannot answer

Commitments([Issue("unrest")])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
Leaders(["Luz Paz"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
REPORT.leaders.by_domain("energy")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
REPORT.partnerships.by_force("pledge")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
REPORT.issues.due(before="2026")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
MADE.by_force("promise")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
MADE.by_country("Peru", role="victim")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
MADE.by_country("Peru", "any")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
MADE.by_country(ASEAN)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
MADE.by_leader("Luz Paz")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
MADE.due(before=2026)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
MADE.group_by("level")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
MADE.where(lambda promise: promise.level)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownLambdaType, reportUnknownMemberType]
MADE | REPORT.issues  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue, reportUnusedExpression]
Force.PLEDGE.at_least("promise")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
issues: Issues = MADE.by_domain("energy")  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
bonds: Partnerships = MADE[1:]  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
promise: Issue = MADE[0]  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]

# --- reading

bilateral.read(b"Peru will act.")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
bilateral.read("Peru will act.", "Title")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
bilateral.load(3)  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType]
Domain.of(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# --- strategies

strategies.commitments(parties=strategies.domains())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
strategies.commitments(force="pledge")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
strategies.partial_dates(precisions=["week"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
strategies.issue_collections(strategies.leaders())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
strategies.countries(among=["Peru", ASEAN])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
strategies.report_texts(forces=["pledge"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
