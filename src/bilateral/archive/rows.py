"""A report → the rows of the tables."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from bilateral.dossier.order import when
from bilateral.interchange.json import dumps
from bilateral.model.parties import Country, Organization
from bilateral.query import marks
from bilateral.query.relations import usual_label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.model.assessments import Assessment
    from bilateral.model.commitments import Commitment
    from bilateral.model.dates import PartialDate
    from bilateral.model.domains import Domain
    from bilateral.model.issues import Issue
    from bilateral.model.parties import Party
    from bilateral.model.sources import Section
    from bilateral.query.reports import Report

#: The columns of a row.
Row = dict[str, Any]

# What a database cannot hold in a text; in the JSON it stands in full.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def words(text: str) -> str:
    """Return a text as it stands in a column."""
    return _UNSTORABLE.sub("\ufffd", text)


def _maybe(text: str | None) -> str | None:
    return None if text is None else words(text)


def dated(name: str, date: PartialDate | None) -> Row:
    """Return the three columns of a date: as it is known, its first day and its last."""
    if date is None:
        return {name: None, f"{name}_first": None, f"{name}_last": None}
    return {name: str(date), f"{name}_first": date.earliest, f"{name}_last": date.latest}


def path(titles: tuple[str, ...]) -> str:
    """Return the titles of a section from the top down, so that no two paths are one."""
    return json.dumps(titles)


def identity(section: Section) -> str:
    """Return all that a section is."""
    span = None if section.span is None else (section.span.start, section.span.end)
    return json.dumps([section.path, section.number, section.level, span])


def named(text: str) -> str:
    """Return a heading as lookups compare it; what has no words has no name."""
    return words(marks.heading(text))


def spaced(text: str | None) -> str:
    """Return words as lookups compare them, a space before and behind each."""
    return words(f" {' '.join(marks.words(text or ''))} ")


def assessment_row(assessment: Assessment) -> Row:
    """Return the row of an assessment."""
    document = dumps(assessment)
    return {
        "digest": hashlib.sha256(document.encode()).hexdigest(),
        "commitment_id": words(assessment.commitment_id),
        "score": assessment.score,
        "party": None if assessment.party is None else words(assessment.party.code),
        "assessor": _maybe(assessment.assessor),
        "date": None if assessment.date is None else str(assessment.date),
        "document": document,
    }


@frozen
class Rows:
    """A report as it is put into a database; it can be made in another process.

    Fields:
        report: the row of the report itself.
        by_table: by the name of the table, the rows of its parts in an order in which they can be
            added.  Those that tell of one report lack its number, ``report_id``, which the database
            gives; those of organizations, which reports share, stand first.
    """

    report: Row
    by_table: dict[str, list[Row]]

    @classmethod
    def of(cls, report: Report) -> Rows:
        """Return the rows of a report."""
        source = report.source
        row = {
            "sha256": source.sha256,
            "title": _maybe(source.title),
            **dated("date", when(report)),
            "publisher": _maybe(source.publisher),
            "url": _maybe(source.url),
            "document": dumps(report),
        }
        return cls(row, _Spreading().of(report))


@frozen
class Incoming:
    """A report that is to be added.

    Fields:
        rows: the report.
        files: the files from which it comes, each its digest and its path.
    """

    rows: Rows
    files: tuple[tuple[str, str], ...] = ()

    @property
    def sha256(self) -> str:
        """The hash of its text."""
        found: str = self.rows.report["sha256"]
        return found


#: The tables whose rows reports share, each with the columns that order it.
SHARED = {"organization": ("key",), "membership": ("organization", "country")}


@define
class _Spreading:
    """The rows of one report that are being made."""

    by_table: dict[str, list[Row]] = field(
        factory=lambda: {**{name: [] for name in SHARED}, "section": [], "section_above": []}
    )
    organizations: dict[str, Organization] = field(factory=dict)
    sections: dict[Section, int] = field(factory=dict)

    def of(self, report: Report) -> dict[str, list[Row]]:
        """Return the rows of a report, by table."""
        for section in report.sections:
            self._section(section)
        for at, commitment in enumerate(report.commitments):
            self._commitment(at, commitment)
        for at, issue in enumerate(report.issues):
            row = {"id": words(issue.id), "name": words(issue.name)}
            self._add("issue", at, **row, section=self._section(issue.section))
            self._parties("issue_party", at, issue.parties)
            self._domains("issue_domain", at, issue)
        for at, leader in enumerate(report.leaders):
            self._add(
                "leader",
                at,
                name=words(leader.name),
                office=_maybe(leader.office),
                by_name=spaced(leader.name),
                by_office=spaced(leader.office),
            )
            self._parties("leader_party", at, marks.party(leader))
        for at, partnership in enumerate(report.partnerships):
            label = partnership.level.label
            levels = {"level": words(label), "by_level": words(usual_label(label))}
            self._add("partnership", at, **levels, **dated("since", partnership.since))
            self._parties("partnership_party", at, partnership.parties)
        for key, organization in self.organizations.items():
            row = {"key": key, "code": words(organization.code), "name": words(organization.name)}
            self.by_table["organization"].append(row)
            for code in sorted(marks.codes(organization.members)):
                self.by_table["membership"].append({"organization": key, "country": code})
        return self.by_table

    def _add(self, table: str, at: int, **columns: object) -> None:
        rows = self.by_table.setdefault(table, [])
        rows.append({"position": at, **columns})

    def _commitment(self, at: int, commitment: Commitment) -> None:
        self._add(
            "commitment",
            at,
            id=words(commitment.id),
            text=words(commitment.text),
            force=commitment.force.value,
            reaffirmed=commitment.reaffirmed,
            **dated("deadline", commitment.deadline),
            section=self._section(commitment.section),
        )
        self._parties("commitment_party", at, commitment.actors, role="actor")
        self._parties("commitment_party", at, commitment.addressees, role="addressee")
        self._domains("commitment_domain", at, commitment)

    def _parties(self, table: str, at: int, parties: Iterable[Party], **more: str) -> None:
        for rank, party in enumerate(parties):
            is_country = isinstance(party, Country)
            self._add(
                table,
                at,
                **more,
                rank=rank,
                code=words(party.code),
                name=words(party.name),
                is_country=is_country,
                organization=None if isinstance(party, Country) else self._organization(party),
            )

    def _organization(self, organization: Organization) -> str:
        content = json.dumps([organization.name, sorted(marks.codes(organization.members))])
        digest = hashlib.sha256(content.encode()).hexdigest()[:16]
        key = f"{words(organization.code)}/{digest}"
        self.organizations[key] = organization
        return key

    def _domains(self, table: str, at: int, record: Commitment | Issue) -> None:
        held: Iterable[Domain] = record.domains
        for rank, domain in enumerate(held):
            self._add(table, at, rank=rank, name=domain.name, top=domain.top)

    def _section(self, section: Section | None) -> int | None:
        """Return the number of a section in its report; it may stand there or be a record's alone."""
        if section is None or section in self.sections:
            return None if section is None else self.sections[section]
        at = self.sections[section] = len(self.sections)
        number = section.number
        self._add(
            "section",
            at,
            title=words(section.title),
            number=_maybe(number),
            path=path(section.path),
            label=words(str(section)),
            identity=identity(section),
            by_title=named(section.title),
            by_label=named(str(section)),
            by_number="" if number is None else named(number),
            by_number_and_title="" if number is None else named(f"{number} {section.title}"),
        )
        for depth, titles in enumerate(marks.above(section), 1):
            self._add(
                "section_above",
                at,
                depth=depth,
                path=path(titles),
                by_title=named(titles[-1]),
                by_label=named(" > ".join(titles)),
            )
        return at
