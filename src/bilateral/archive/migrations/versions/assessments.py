"""What became of commitments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WORDS = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "assessment",
        sa.Column("digest", WORDS, primary_key=True),
        sa.Column("commitment_id", WORDS, nullable=False),
        sa.Column("score", sa.SmallInteger(), nullable=False),
        sa.Column("party", WORDS),
        sa.Column("assessor", WORDS),
        sa.Column("date", WORDS),
        sa.Column("document", sa.Text(), nullable=False),
    )
    op.create_index("assessment_by_commitment", "assessment", ["commitment_id"])
