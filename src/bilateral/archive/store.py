"""What an archive does in its database."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import frozen
from sqlalchemy import delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from bilateral.archive import tables
from bilateral.archive.engine import Database
from bilateral.archive.rows import Rows, assessment_row, report_row, words
from bilateral.archive.stored import ORDER
from bilateral.errors import Fault, ValidationError
from bilateral.interchange.json import loads
from bilateral.model import checks
from bilateral.model.assessments import Assessment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Insert, Table

    from bilateral.query.reports import Report

_R = tables.REPORT.c


# Statements are made once: with a short report, this takes as long as writing it.
@cache
def _plain(table: Table) -> Insert:
    return insert(table)


@cache
def _passing_over(table: Table, returned: str | None, *, is_postgresql: bool) -> Insert:
    """Return an insertion that passes over what is there; both databases have the same."""
    dialect: Any = postgresql if is_postgresql else sqlite
    made: Insert = dialect.insert(table).on_conflict_do_nothing()
    return made if returned is None else made.returning(table.c[returned])


@frozen
class Store:
    """Reports in a database; see `Archive`.

    Fields:
        database: the database.
    """

    database: Database

    # ---- reports

    def add(self, report: Report, *, replace: bool, file: tuple[str, str] | None) -> bool:
        """Add a report as a whole, and the file from which it comes: its digest and its path."""
        row = report_row(report)
        with self.database.writing() as connection:
            if replace:
                connection.execute(delete(tables.REPORT).where(_R.sha256 == row["sha256"]))
            made = self._insertion(tables.REPORT, "id")
            added: int | None = connection.execute(made, row).scalar()
            if added is not None:
                self._add_rows(connection, Rows(report, added))
            if file is not None:
                self._note_file(connection, row["sha256"], file)
        return added is not None

    def _add_rows(self, connection: Connection, rows: Rows) -> None:
        for table, held in rows.by_table.items():
            if held:
                shared = table in (tables.ORGANIZATION, tables.MEMBERSHIP)
                connection.execute(self._insertion(table) if shared else _plain(table), held)

    def _insertion(self, table: Table, returned: str | None = None) -> Insert:
        """Return an insertion that passes over what is there, and may return a column."""
        return _passing_over(table, returned, is_postgresql=self.database.is_postgresql)

    def count(self) -> int:
        """Return how many reports there are."""
        with self.database.reading() as connection:
            return connection.execute(select(func.count(_R.id))).scalar_one()

    def document(self, sha256: str) -> str | None:
        """Return the report of a text as JSON, or None."""
        with self.database.reading() as connection:
            found = select(_R.document).where(_R.sha256 == words(sha256))
            return connection.execute(found).scalar()

    def documents(self) -> Iterator[str]:
        """Yield every report as JSON, in the order of a dossier's."""
        with self.database.reading() as connection:
            for key in list(connection.execute(select(_R.id).order_by(*ORDER)).scalars()):
                yield connection.execute(select(_R.document).where(_R.id == key)).scalar_one()

    # ---- files, for `bilateral ingest`

    def _note_file(self, connection: Connection, sha256: str, file: tuple[str, str]) -> None:
        report_id = connection.execute(select(_R.id).where(_R.sha256 == sha256)).scalar_one()
        row = {"digest": file[0], "path": words(file[1]), "report_id": report_id}
        connection.execute(self._insertion(tables.FILE), row)

    def has_file(self, digest: str) -> bool:
        """Say whether a file was read into the archive."""
        held = tables.FILE.c.digest
        with self.database.reading() as connection:
            return connection.execute(select(held).where(held == digest)).first() is not None

    # ---- assessments

    def assess(self, assessments: Sequence[Assessment]) -> int:
        """Add assessments, all of them or none; return how many were not there."""
        with self.database.writing() as connection:
            self._check(connection, assessments)
            count = 0
            for assessment in assessments:
                made = self._insertion(tables.ASSESSMENT, "digest")
                count += connection.execute(made, assessment_row(assessment)).first() is not None
        return count

    def _check(self, connection: Connection, assessments: Sequence[Assessment]) -> None:
        faults: list[Fault] = []
        held = tables.COMMITMENT.c.id
        for index, one in enumerate(assessments):
            if checks.kind(faults, f"[{index}]", one, Assessment, "an Assessment"):
                wanted = select(held).where(held == words(one.commitment_id)).limit(1)
                if connection.execute(wanted).first() is None:
                    reason = "must be the id of a commitment in the archive"
                    checks.add(faults, f"[{index}].commitment_id", one.commitment_id, reason)
        if faults:
            raise ValidationError("Archive.assess", tuple(faults))

    def assessments(self) -> list[Assessment]:
        """Return the assessments of the commitments that are there."""
        held = tables.ASSESSMENT.c
        known = select(tables.COMMITMENT.c.id)
        with self.database.reading() as connection:
            found = select(held.document).where(held.commitment_id.in_(known))
            return [loads(each, Assessment) for each in connection.execute(found).scalars()]
