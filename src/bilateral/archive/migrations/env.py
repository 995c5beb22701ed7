"""What Alembic runs to take steps: on the connection, and in the transaction, that it is given."""

from __future__ import annotations

from alembic import context

from bilateral.archive.tables import METADATA


def take_steps() -> None:
    """Take the steps that are asked for."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=METADATA)
    with context.begin_transaction():
        context.run_migrations()


if getattr(context, "config", None) is not None:  # it is Alembic that runs this
    take_steps()
