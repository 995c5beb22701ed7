"""Adding reports: once, as a whole, beside others; and databases that are none of ours."""

from __future__ import annotations

import os
import pickle
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from attrs import evolve
from tests.archive import holdings

import bilateral
from bilateral import Archive, Assessment, LoadError, Report, UnknownNameError, ValidationError
from bilateral.archive import engine, tables, upgrades
from bilateral.archive.engine import Database
from bilateral.archive.store import Store

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Japan and Malaysia agreed to expand joint patrols in the South China Sea by 2027."


@pytest.fixture
def report() -> Report:
    """Return a short report."""
    return bilateral.read(TEXT, title="Readout", date="2025-01-10")


def many(count: int) -> list[Report]:
    """Return reports of different texts."""
    return [bilateral.read(f"{TEXT} Both sides met ASEAN {x} times.") for x in range(count)]


def is_whole(archive: Archive) -> bool:
    """Say whether the tables hold exactly what the reports do."""
    held = list(archive)
    return all(
        getattr(archive, name).all() == collection
        for name, collection in holdings.collections(held).items()
    )


class Writer:
    """A process that adds reports when it is told to."""

    def __init__(self, folder: Path, place: str, reports: list[Report], *more: str) -> None:
        pickled = folder / f"{len(list(folder.iterdir()))}.pickle"
        pickled.write_bytes(pickle.dumps(reports))
        program = Path(__file__).with_name("adding.py")
        self.process = subprocess.Popen(
            [sys.executable, str(program), place, str(pickled), *more],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def wait_until_ready(self) -> None:
        """Wait until the archive is open there."""
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == "ready\n"

    def go(self) -> None:
        """Let it add."""
        assert self.process.stdin is not None
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def result(self) -> str:
        """Return how many it has added."""
        out, _ = self.process.communicate(timeout=120)
        return out.strip()


def test_adding_again_changes_nothing(place: str, report: Report) -> None:
    """A text is known by its hash, also when it is read otherwise."""
    other = bilateral.read(TEXT, title="Another title")
    with Archive(place) as archive:
        assert archive.add(report)
        assert not archive.add(report)
        assert not archive.add(other)
        assert report in archive
        assert other in archive
        assert bilateral.read("Nothing.") not in archive
        assert "report" not in archive
        assert len(archive) == 1
        assert list(archive) == [report]
        assert archive.report(report.source.sha256) == report
        assert is_whole(archive)


def test_a_report_can_be_replaced(place: str, report: Report) -> None:
    """With all its rows; an assessment stays with the id of its commitment."""
    emptied = evolve(report, commitments=bilateral.Commitments(), leaders=bilateral.Leaders())
    with Archive(place) as archive:
        archive.add_all([report, *many(2)])
        archive.assess(Assessment(report.commitments[0].id, 1))
        assert archive.add(emptied, replace=True)
        assert archive.report(report.source.sha256) == emptied
        assert is_whole(archive)
        assert len(archive.assessments) == 0  # nobody has made the commitment
        assert archive.add_all([report], replace=True) == 1
        assert len(archive.assessments) == 1
        assert is_whole(archive)


def test_what_fails_half_way_leaves_nothing(
    place: str, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report is not there, and can be added later."""
    add_parts = Store._add_parts

    def fail(*arguments: object) -> None:
        add_parts(*arguments)  # type: ignore[arg-type]
        raise MemoryError

    with Archive(place) as archive:
        with monkeypatch.context() as patch:
            patch.setattr(Store, "_add_parts", fail)
            with pytest.raises(MemoryError):
                archive.add(report)
        assert len(archive) == 0
        assert not archive.commitments
        assert archive.add(report)
        assert is_whole(archive)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_killed_process_leaves_whole_reports(place: str, tmp_path: Path) -> None:
    """It dies with the rows of the third report written; the two before it are there."""
    reports = many(5)
    writer = Writer(tmp_path, place, reports, "3")
    writer.wait_until_ready()
    writer.go()
    assert writer.result() == ""
    assert writer.process.returncode == -signal.SIGKILL
    with Archive(place) as archive:
        assert len(archive) == 2
        assert is_whole(archive)
        assert archive.add_all(reports) == 3
        assert archive.dossier() == bilateral.Dossier(reports)


def test_two_writers(place: str, tmp_path: Path) -> None:
    """They make the tables together and add the same reports, each of which is there once."""
    reports = many(30)
    shared = [*reports, *holdings.reports()]
    writers = [Writer(tmp_path, place, x) for x in (shared, shared[::-1])]
    for writer in writers:
        writer.wait_until_ready()
    for writer in writers:
        writer.go()
    counts = [int(writer.result()) for writer in writers]
    assert sum(counts) == len(shared)
    with Archive(place) as archive:
        assert archive.dossier() == bilateral.Dossier(shared)
        assert is_whole(archive)


def test_assessments(place: str, report: Report) -> None:
    """Kept once, and only of commitments that are there."""
    made = report.commitments[0]
    kept = Assessment(made.id, 1, date=bilateral.PartialDate(2026), party=made.actors[0])
    with Archive(place) as archive:
        archive.add(report)
        assert archive.assess(kept, Assessment(made.id, 0)) == 2
        assert archive.assess(kept) == 0
        assert archive.dossier() == bilateral.Dossier(
            [report], assessments=[kept, Assessment(made.id, 0)]
        )
        with pytest.raises(ValidationError, match="must be the id of a commitment in the archive"):
            archive.assess(Assessment(made.id, -1), Assessment("c-none", 1))
        with pytest.raises(ValidationError, match="must be an Assessment"):
            archive.assess("kept")  # type: ignore[arg-type]
        assert len(archive.assessments) == 2  # all or none


def test_what_is_no_report_is_refused(tmp_path: Path) -> None:
    """With what it must be; and a report that is not there is an error."""
    with Archive(tmp_path / "a.db") as archive:
        assert archive
        with pytest.raises(ValidationError, match="report: must be a Report"):
            archive.add(TEXT)  # type: ignore[arg-type]
        with pytest.raises(UnknownNameError, match="no report of this archive is called 'x'"):
            archive.report("x")


# ---- tables of other versions


def test_older_tables_are_brought_to_the_newest_form(
    place: str, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the archive is opened; what is in them stays."""
    with monkeypatch.context() as patch:
        patch.setattr(engine, "NEWEST", "0001")
        with Archive(place) as archive:
            archive.add(report)
            with pytest.raises(LoadError, match=r"the database says: .*assessment"):
                assert archive.assessments
    with Archive(place) as archive:
        assert list(archive) == [report]
        assert archive.assess(Assessment(report.commitments[0].id, 1)) == 1


def test_steps_make_the_tables_that_are_asked(place: str) -> None:
    """Nothing is in the one and not in the other."""
    with Archive(place) as archive, archive._store.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.METADATA) == []
    assert max(upgrades.known()) == engine.NEWEST


def test_newer_tables_are_left_alone(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to do."""
    Archive(place).close()
    database = Database(place)
    with database.writing() as connection:
        connection.execute(engine._VERSION.update().values(version_num="9999"))
    database.close()
    with pytest.raises(LoadError, match=r"made by a newer version of bilateral \(9999\); update"):
        Archive(place)


def test_tables_of_somebody_else_are_left_alone(tmp_path: Path) -> None:
    """A database that has a table of one of our names and was not made by us."""
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE report (x)")
    connection.close()
    with pytest.raises(LoadError, match=r"theirs\.db: holds tables of somebody else"):
        Archive(path)


# ---- what is no database


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    """It is told of, and stays."""
    path = tmp_path / "readout.txt"
    path.write_text(TEXT * 100, encoding="utf-8")
    with pytest.raises(LoadError, match=r"readout\.txt: the database says: file is not a database"):
        Archive(path)
    assert path.read_text(encoding="utf-8") == TEXT * 100


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("no/such/folder/a.db", "there is no folder no/such/folder; make it first"),
        ("mysql://localhost/x", "mysql is not known; give the path of a file or postgresql://"),
        ("://x", "is no URL of a database"),
        ("postgresql://me:secret@127.0.0.1:1/x", "the database says: .*refused"),
    ],
)
def test_places_where_there_is_none(place: str, reason: str) -> None:
    """The error says what is wrong, and never the password."""
    with pytest.raises(LoadError, match=reason) as caught:
        Archive(place)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("place", [None, 3, "", b"a.db"])
def test_what_is_no_place(place: object) -> None:
    """A wrong type is refused like a record's wrong field."""
    with pytest.raises(ValidationError, match="place: must be the path of a file or the URL"):
        Archive(place)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("module", "place", "extra"),
    [("sqlalchemy", "a.db", "archive"), ("psycopg", "postgresql://127.0.0.1/x", "postgres")],
)
def test_what_is_missing_is_named(module: str, place: str, extra: str) -> None:
    """The class itself can be had without any extra."""
    program = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from bilateral import Archive, MissingExtraError\n"
        f"try: Archive({place!r})\nexcept MissingExtraError as error: print(error.extra)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == extra
