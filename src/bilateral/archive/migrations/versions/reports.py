"""Reports and all that is read from them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WORDS = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("sha256", WORDS, nullable=False, unique=True),
        sa.Column("title", WORDS),
        sa.Column("date", WORDS),
        sa.Column("date_first", sa.Date()),
        sa.Column("date_last", sa.Date()),
        sa.Column("publisher", WORDS),
        sa.Column("url", WORDS),
        sa.Column("document", sa.Text(), nullable=False),
    )
    op.create_index("report_by_date", "report", ["date_first"])
    op.create_table(
        "file",
        sa.Column("digest", WORDS, primary_key=True),
        sa.Column("path", WORDS, nullable=False),
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
    )
    op.create_table(
        "organization",
        sa.Column("key", WORDS, primary_key=True),
        sa.Column("code", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
    )
    op.create_table(
        "membership",
        sa.Column("organization", WORDS, sa.ForeignKey("organization.key"), primary_key=True),
        sa.Column("country", WORDS, primary_key=True),
    )
    op.create_index("membership_by_country", "membership", ["country"])
    op.create_table(
        "section",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("title", WORDS, nullable=False),
        sa.Column("number", WORDS),
        sa.Column("path", WORDS, nullable=False),
        sa.Column("label", WORDS, nullable=False),
        sa.Column("identity", WORDS, nullable=False),
        sa.Column("by_title", WORDS, nullable=False),
        sa.Column("by_label", WORDS, nullable=False),
        sa.Column("by_number", WORDS, nullable=False),
        sa.Column("by_number_and_title", WORDS, nullable=False),
    )
    op.create_table(
        "section_above",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("depth", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("path", WORDS, nullable=False),
        sa.Column("by_title", WORDS, nullable=False),
        sa.Column("by_label", WORDS, nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id", "position"], ["section.report_id", "section.position"], ondelete="CASCADE"
        ),
    )
    op.create_table(
        "commitment",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("force", WORDS, nullable=False),
        sa.Column("reaffirmed", sa.Boolean(), nullable=False),
        sa.Column("deadline", WORDS),
        sa.Column("deadline_first", sa.Date()),
        sa.Column("deadline_last", sa.Date()),
        sa.Column("section", sa.Integer()),
    )
    op.create_index("commitment_by_deadline", "commitment", ["deadline_last"])
    op.create_index("commitment_by_force", "commitment", ["force"])
    op.create_index("commitment_by_id", "commitment", ["id"])
    op.create_table(
        "commitment_party",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("role", WORDS, primary_key=True),
        sa.Column("rank", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("code", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("is_country", sa.Boolean(), nullable=False),
        sa.Column("organization", WORDS, sa.ForeignKey("organization.key")),
        sa.ForeignKeyConstraint(
            ["report_id", "position"],
            ["commitment.report_id", "commitment.position"],
            ondelete="CASCADE",
        ),
    )
    op.create_index("commitment_party_by_code", "commitment_party", ["code"])
    op.create_index("commitment_party_by_organization", "commitment_party", ["organization"])
    op.create_table(
        "commitment_domain",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("rank", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("top", WORDS, nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id", "position"],
            ["commitment.report_id", "commitment.position"],
            ondelete="CASCADE",
        ),
    )
    op.create_index("commitment_domain_by_name", "commitment_domain", ["name"])
    op.create_index("commitment_domain_by_top", "commitment_domain", ["top"])
    op.create_table(
        "issue",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("id", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("section", sa.Integer()),
    )
    op.create_index("issue_by_id", "issue", ["id"])
    op.create_table(
        "issue_party",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("rank", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("code", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("is_country", sa.Boolean(), nullable=False),
        sa.Column("organization", WORDS, sa.ForeignKey("organization.key")),
        sa.ForeignKeyConstraint(
            ["report_id", "position"], ["issue.report_id", "issue.position"], ondelete="CASCADE"
        ),
    )
    op.create_index("issue_party_by_code", "issue_party", ["code"])
    op.create_index("issue_party_by_organization", "issue_party", ["organization"])
    op.create_table(
        "issue_domain",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("rank", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("top", WORDS, nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id", "position"], ["issue.report_id", "issue.position"], ondelete="CASCADE"
        ),
    )
    op.create_index("issue_domain_by_name", "issue_domain", ["name"])
    op.create_index("issue_domain_by_top", "issue_domain", ["top"])
    op.create_table(
        "leader",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("office", WORDS),
        sa.Column("by_name", WORDS, nullable=False),
        sa.Column("by_office", WORDS, nullable=False),
    )
    op.create_table(
        "leader_party",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("rank", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("code", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("is_country", sa.Boolean(), nullable=False),
        sa.Column("organization", WORDS, sa.ForeignKey("organization.key")),
        sa.ForeignKeyConstraint(
            ["report_id", "position"], ["leader.report_id", "leader.position"], ondelete="CASCADE"
        ),
    )
    op.create_index("leader_party_by_code", "leader_party", ["code"])
    op.create_index("leader_party_by_organization", "leader_party", ["organization"])
    op.create_table(
        "partnership",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("level", WORDS, nullable=False),
        sa.Column("by_level", WORDS, nullable=False),
        sa.Column("since", WORDS),
        sa.Column("since_first", sa.Date()),
        sa.Column("since_last", sa.Date()),
    )
    op.create_index("partnership_by_level", "partnership", ["by_level"])
    op.create_table(
        "partnership_party",
        sa.Column(
            "report_id",
            sa.Integer(),
            sa.ForeignKey("report.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("rank", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("code", WORDS, nullable=False),
        sa.Column("name", WORDS, nullable=False),
        sa.Column("is_country", sa.Boolean(), nullable=False),
        sa.Column("organization", WORDS, sa.ForeignKey("organization.key")),
        sa.ForeignKeyConstraint(
            ["report_id", "position"],
            ["partnership.report_id", "partnership.position"],
            ondelete="CASCADE",
        ),
    )
    op.create_index("partnership_party_by_code", "partnership_party", ["code"])
    op.create_index("partnership_party_by_organization", "partnership_party", ["organization"])
