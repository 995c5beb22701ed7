"""A path or a URL → connections to a database that holds the newest tables."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    inspect,
    select,
    text,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from bilateral.errors import Fault, LoadError, MissingExtraError, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The step of ``migrations/versions`` that makes the tables as this version knows them.
NEWEST = "0002"
#: Seconds that a writer waits for another.
_PATIENCE = 60
#: Any number that nobody else locks.
_LOCK = 7_252_017
_VERSION = Table("alembic_version", MetaData(), Column("version_num", String))


class Database:
    """Connections to one database; every error of it is a `LoadError`.

    Args:
        place: the path of a file for SQLite, or a URL.

    Raises:
        LoadError: it cannot be opened.
        MissingExtraError: it is PostgreSQL and the extra ``postgres`` is not installed.
        ValidationError: it is neither path nor URL.
    """

    def __init__(self, place: str | os.PathLike[str]) -> None:
        url = _url(place)
        #: What it is called in errors; without the password.
        self.name = url.database or "" if _is_file(place) else repr(url)
        try:
            self.engine = _engine(url)
        except ModuleNotFoundError as error:
            raise MissingExtraError(extra="postgres", purpose="PostgreSQL") from error
        except (ArgumentError, SQLAlchemyError) as error:
            raise LoadError(self.name, f"is no database: {error}") from error
        try:
            self._upgrade()
        except BaseException:
            self.engine.dispose()
            raise

    @property
    def is_postgresql(self) -> bool:
        """Whether it is PostgreSQL; otherwise it is SQLite."""
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection that sees the database as it is now, whatever others write meanwhile."""
        # SQLite gives a reader one state of the database anyway
        options = {"isolation_level": "REPEATABLE READ"} if self.is_postgresql else {}
        with self._told(), self.engine.connect() as connection:
            yield connection.execution_options(**options)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a connection; what is written is there as a whole at the end, or not at all."""
        with (
            self._told(),
            self.engine.connect() as connection,
            connection.execution_options(writing=True).begin(),
        ):
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            cause = getattr(error, "orig", None) or error
            told = " ".join(str(cause).split())
            raise LoadError(self.name, f"the database says: {told}") from error

    def _upgrade(self) -> None:
        """Make the tables, or bring them to their newest form."""
        with self.reading() as connection:
            if _version(connection) == NEWEST:
                return
        with self.writing() as connection:
            if self.is_postgresql:  # SQLite has one writer at a time
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            version = _version(connection)
            if version is None and inspect(connection).has_table("report"):
                reason = "holds tables of somebody else; give another database"
                raise LoadError(self.name, reason)
            from bilateral.archive.upgrades import known, upgrade

            if version is not None and version not in known():
                reason = f"was made by a newer version of bilateral ({version}); update bilateral"
                raise LoadError(self.name, reason)
            upgrade(connection, NEWEST)


def _version(connection: Connection) -> str | None:
    """Return the step that has made the tables, or None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar()


def _is_file(place: object) -> bool:
    return not isinstance(place, str) or "://" not in place


def _url(place: str | os.PathLike[str]) -> URL:
    """Return a path or a URL as SQLAlchemy wants it.

    Raises:
        LoadError: it is a URL of another form.
        ValidationError: it is something else.
    """
    given: object = place
    name: object = os.fspath(place) if isinstance(given, (str, os.PathLike)) else None
    if not isinstance(name, str) or not name:
        reason = "must be the path of a file or the URL of a database"
        raise ValidationError("Archive", (Fault("place", place, reason),))
    if _is_file(place):
        return URL.create("sqlite", database=name)
    try:
        url = make_url(name)
    except ArgumentError as error:
        raise LoadError(name, f"is no URL of a database: {error}") from error
    drivers = {
        "postgres": "postgresql+psycopg",
        "postgresql": "postgresql+psycopg",
        "postgresql+psycopg": "postgresql+psycopg",
        "sqlite": "sqlite",
    }
    if url.drivername not in drivers:
        reason = f"{url.drivername} is not known; give the path of a file or postgresql://…"
        raise LoadError(repr(url), reason)
    return url.set(drivername=drivers[url.drivername])


def _engine(url: URL) -> Engine:
    if url.drivername != "sqlite":
        return create_engine(url)
    if url.database and url.database != ":memory:":
        folder = Path(url.database).parent
        if not folder.is_dir():
            raise LoadError(url.database, f"there is no folder {folder}; make it first")
    engine = create_engine(url, connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, record: Any) -> None:  # noqa: ARG001, ANN401
    # Python's own transactions begin late and leave out what makes tables; see `_begin`.
    connection.isolation_level = None
    for setting in (
        f"busy_timeout = {_PATIENCE * 1000}",  # first: the next one may have to wait
        "journal_mode = WAL",  # readers and a writer do not wait for each other
        "synchronous = NORMAL",  # a crash of the system may take the last reports, never break any
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    # A transaction that reads before it writes must be known as a writer's from the beginning: two
    # that had read the same could not both go on.
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
