"""The tables of an older version → those of this one, by the steps in ``migrations``, with Alembic."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

if TYPE_CHECKING:
    from sqlalchemy import Connection


def _config() -> Config:
    config = Config()
    folder = str(Path(__file__).with_name("migrations"))
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def known() -> frozenset[str]:
    """Return every step that there is."""
    scripts = ScriptDirectory.from_config(_config())
    return frozenset([script.revision for script in scripts.walk_revisions()])


def upgrade(connection: Connection, to: str) -> None:
    """Take every step up to one, within the transaction of the connection."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)
