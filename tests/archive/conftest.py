"""Empty databases, of both kinds where there is a server."""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = str(Path(__file__).resolve().parents[2])

if ROOT not in sys.path:
    sys.path.append(ROOT)

#: Where `.ci/postgresql` says that a server is.
SERVER = "BILATERAL_TEST_POSTGRESQL"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return where an empty database is."""
    if request.param == "sqlite":
        yield str(tmp_path / "follow-up.db")
        return
    if SERVER not in os.environ:
        pytest.skip(f"no PostgreSQL: run .ci/postgresql pytest, or set {SERVER} to the URL of one")
    from sqlalchemy import create_engine, make_url, text

    server = make_url(os.environ[SERVER]).set(drivername="postgresql+psycopg")
    name = f"bilateral_{uuid.uuid4().hex}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()
