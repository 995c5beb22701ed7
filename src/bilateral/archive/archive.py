"""Reports in a database."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from bilateral.archive.rows import Incoming, Rows
from bilateral.dossier.dossier import Dossier
from bilateral.dossier.order import assessments_in_order
from bilateral.errors import Fault, MissingExtraError, UnknownNameError, ValidationError
from bilateral.interchange.json import loads
from bilateral.query.assessments import Assessments
from bilateral.query.reports import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import Self

    from bilateral.archive.matters import StoredCommitments, StoredIssues
    from bilateral.archive.relations import StoredLeaders, StoredPartnerships
    from bilateral.archive.store import Store
    from bilateral.model.assessments import Assessment


def _open(place: str | os.PathLike[str]) -> Store:
    """Open a database; only here is it needed that SQLAlchemy is installed."""
    try:
        from bilateral.archive.engine import Database
        from bilateral.archive.store import Store
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"sqlalchemy", "alembic"}:
            raise
        raise MissingExtraError(extra="archive", purpose="an archive") from error
    return Store(Database(place))


class Archive:
    """Any number of reports in a database, behind the queries that a report's collections have.

    A report is known by the hash of its text: adding it again changes nothing.  It is there as a
    whole or not at all, whatever is killed meanwhile, and several programs may read and write at a
    time.  Queries are asked in the database, and return records.  Tables of older versions of the
    package are brought to the newest form when the archive is opened.

    Args:
        place: the path of a file, which is made if there is none (SQLite); ``":memory:"`` for an
            archive of one thread that is gone when it is closed; or the URL of a database of
            PostgreSQL, ``postgresql://user:password@host:port/name`` (extra ``postgres``).

    Raises:
        LoadError: the database cannot be opened, is somebody else's, or a newer version's.
        MissingExtraError: the extra ``archive`` is not installed.
        ValidationError: `place` is neither path nor URL.

    >>> import pathlib, tempfile, bilateral
    >>> place = pathlib.Path(tempfile.mkdtemp(), "follow-up.db")
    >>> text = "Japan and Malaysia agreed to expand joint patrols in the South China Sea by 2027."
    >>> with Archive(place) as archive:
    ...     archive.add(bilateral.read(text))
    ...     archive.add(bilateral.read(text))
    ...     found = archive.commitments.by_country("MY").by_domain("security").due(before="2027")
    ...     [str(commitment.deadline) for commitment in found]
    True
    False
    ['2027']
    """

    def __init__(self, place: str | os.PathLike[str]) -> None:
        self._store = _open(place)

    def close(self) -> None:
        """Close every connection; with ``with``, this is done at the end."""
        self._store.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Archive({self._store.database.name!r})"

    # ---- adding

    def add(self, report: Report, *, replace: bool = False) -> bool:
        """Add a report, unless there is one of the same text.

        Args:
            report: the report.
            replace: whether it takes the place of the one that is there, as after an update of the
                package or of a lexicon.  Assessments stay with the ids of their commitments.

        Returns:
            Whether it was added.

        Raises:
            LoadError: the database cannot be written.
            ValidationError: it is no report.
        """
        if not isinstance(report, Report):
            fault = Fault("report", report, "must be a Report")
            raise ValidationError("Archive.add", (fault,))
        return self._store.add([Incoming(Rows.of(report))], replace=replace)[0]

    def add_all(self, reports: Iterable[Report], *, replace: bool = False) -> int:
        """Add reports one by one, also from a generator; each is there as soon as it is added.

        Returns:
            How many were added; see `add`.

        Raises:
            LoadError: the database cannot be written; what was added before is there.
            ValidationError: one is no report.
        """
        return sum(self.add(report, replace=replace) for report in reports)

    # ---- whole reports

    def __len__(self) -> int:
        """How many reports there are."""
        return self._store.count()

    def __bool__(self) -> bool:
        """An archive is true, also an empty one."""
        return True

    def __contains__(self, report: object) -> bool:
        """Say whether there is a report of this text."""
        return isinstance(report, Report) and self._store.document(report.source.sha256) is not None

    def __iter__(self) -> Iterator[Report]:
        """Yield every report, by date; undated ones last.  Only one is in memory at a time."""
        for document in self._store.documents():
            yield loads(document, Report)

    def report(self, sha256: str) -> Report:
        """Return the report of a text.

        Args:
            sha256: the hash of the text, as `Source.sha256` gives it.

        Raises:
            UnknownNameError: there is none.
        """
        document = self._store.document(sha256)
        if document is None:
            raise UnknownNameError("report of this archive", sha256)
        return loads(document, Report)

    def dossier(self) -> Dossier:
        """Return all reports and assessments, merged in memory."""
        return Dossier(self, assessments=self.assessments)

    # ---- records

    @property
    def commitments(self) -> StoredCommitments:
        """The commitments of all reports, to be asked like `Commitments`."""
        from bilateral.archive.matters import StoredCommitments

        return StoredCommitments(self._store.database)

    @property
    def issues(self) -> StoredIssues:
        """The issues of all reports, to be asked like `Issues`."""
        from bilateral.archive.matters import StoredIssues

        return StoredIssues(self._store.database)

    @property
    def leaders(self) -> StoredLeaders:
        """The leaders of all reports, to be asked like `Leaders`."""
        from bilateral.archive.relations import StoredLeaders

        return StoredLeaders(self._store.database)

    @property
    def partnerships(self) -> StoredPartnerships:
        """The partnerships of all reports, to be asked like `Partnerships`."""
        from bilateral.archive.relations import StoredPartnerships

        return StoredPartnerships(self._store.database)

    # ---- what became of commitments

    def assess(self, *assessments: Assessment) -> int:
        """Add assessments of commitments; all of them or none.

        Returns:
            How many were not there yet.

        Raises:
            LoadError: the database cannot be written.
            ValidationError: one is of no commitment that is in the archive.

        >>> import pathlib, tempfile, bilateral
        >>> archive = Archive(pathlib.Path(tempfile.mkdtemp(), "follow-up.db"))
        >>> _ = archive.add(bilateral.read("Japan agreed to train engineers."))
        >>> archive.assess(bilateral.Assessment(archive.commitments.one().id, 1))
        1
        >>> archive.dossier().compliance().mean
        1.0
        >>> archive.close()
        """
        return self._store.assess(assessments)

    @property
    def assessments(self) -> Assessments:
        """All assessments of commitments that are in the archive, by commitment and date."""
        return Assessments(assessments_in_order(self._store.assessments()))
