"""What an archive does in its database."""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from attrs import frozen
from sqlalchemy import delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from bilateral.archive import tables
from bilateral.archive.engine import Database
from bilateral.archive.rows import SHARED, assessment_row, words
from bilateral.archive.stored import ORDER
from bilateral.errors import Fault, ValidationError
from bilateral.interchange.json import loads
from bilateral.model import checks
from bilateral.model.assessments import Assessment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Insert, Table

    from bilateral.archive.rows import Incoming, Row, Rows

_R = tables.REPORT.c
#: What a row refers to stands before it.
_ORDER = tables.METADATA.sorted_tables


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


def _gather(parts: dict[str, list[Row]], rows: Rows, number: int) -> None:
    """Put the rows of a report to those of others, with its number."""
    for name, held in rows.by_table.items():
        if held:
            if name not in SHARED:
                held = [{"report_id": number, **row} for row in held]
            parts.setdefault(name, []).extend(held)


@frozen
class Store:
    """Reports in a database; see `Archive`.

    Fields:
        database: the database.
    """

    database: Database

    # ---- reports

    def add(self, reports: Sequence[Incoming], *, replace: bool) -> list[bool]:
        """Add reports as a whole, all of them or none; say of each whether it was not there.

        Everything that two writers may both have is added in one order, so that neither waits for
        what the other has while it has what the other waits for.
        """
        # of one text, the first is added, or the last where each replaces what is there
        chosen: dict[str, int] = {}
        for at, each in enumerate(reports):
            if replace or each.sha256 not in chosen:
                chosen[each.sha256] = at
        new: set[str] = set()
        numbers: dict[str, int] = {}
        parts: dict[str, list[Row]] = {}
        with self.database.writing() as connection:
            for sha256, at in sorted(chosen.items()):
                rows = reports[at].rows
                number = self._add_report(connection, rows.report, replace=replace)
                if number is not None:
                    new.add(sha256)
                    _gather(parts, rows, number)
                numbers[sha256] = self._number(connection, sha256) if number is None else number
            self._add_parts(connection, parts)
            files = [
                {"digest": digest, "path": words(path), "report_id": numbers[each.sha256]}
                for each in reports
                for digest, path in each.files
            ]
            if files:
                files.sort(key=itemgetter("digest"))
                connection.execute(self._insertion(tables.FILE), files)
        return [
            each.sha256 in new and (replace or chosen[each.sha256] == at)
            for at, each in enumerate(reports)
        ]

    def _add_report(self, connection: Connection, row: Row, *, replace: bool) -> int | None:
        """Add the row of a report; return its number, or None if it was there."""
        if replace:
            connection.execute(delete(tables.REPORT).where(_R.sha256 == row["sha256"]))
        made = self._insertion(tables.REPORT, "id")
        number: int | None = connection.execute(made, row).scalar()
        return number

    def _number(self, connection: Connection, sha256: str) -> int:
        found: int = connection.execute(select(_R.id).where(_R.sha256 == sha256)).scalar_one()
        return found

    def _add_parts(self, connection: Connection, parts: Mapping[str, list[Row]]) -> None:
        for table in _ORDER:
            held = parts.get(table.name)
            if held is None:
                continue
            if table.name in SHARED:
                held.sort(key=itemgetter(*SHARED[table.name]))
                connection.execute(self._insertion(table), held)
            else:
                connection.execute(_plain(table), held)

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
