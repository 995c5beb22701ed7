"""The tables of an archive, as SQLAlchemy knows them.

A report is kept whole, as the JSON that `bilateral.dumps` writes; the other columns and tables are
there to be asked.  A record is known by its report and its position in the report's collection.
What changes here needs a new step in ``migrations/versions``.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    func,
)

METADATA = MetaData()

#: Text that is compared character by character, as in Python, whatever the language of the server.
WORDS = String().with_variant(String(collation="C"), "postgresql")


def _required(name: str, kind: type | String = WORDS) -> Column[object]:
    return Column(name, kind, nullable=False)


def _of_report() -> Column[int]:
    target = ForeignKey("report.id", ondelete="CASCADE")
    return Column("report_id", Integer, target, primary_key=True)


def _position(name: str = "position") -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _of(table: str, *keys: str) -> ForeignKeyConstraint:
    """Return what ties a row to the record that it tells of."""
    return ForeignKeyConstraint(keys, [f"{table}.{key}" for key in keys], ondelete="CASCADE")


REPORT = Table(
    "report",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sha256", WORDS, nullable=False, unique=True),
    Column("title", WORDS),
    # of its publication, else of the meeting: as far as known, its first day and its last
    Column("date", WORDS),
    Column("date_first", Date),
    Column("date_last", Date),
    Column("publisher", WORDS),
    Column("url", WORDS),
    _required("document", Text),
    Index("report_by_date", "date_first"),
)

FILE = Table(
    "file",
    METADATA,
    # of the bytes, and of how they were read
    Column("digest", WORDS, primary_key=True),
    _required("path"),
    Column("report_id", ForeignKey("report.id", ondelete="CASCADE"), nullable=False, index=True),
)

ORGANIZATION = Table(
    "organization",
    METADATA,
    # the code and a hash: two reports may have other members under one code
    Column("key", WORDS, primary_key=True),
    _required("code"),
    _required("name"),
)

MEMBERSHIP = Table(
    "membership",
    METADATA,
    Column("organization", ForeignKey("organization.key"), primary_key=True),
    Column("country", WORDS, primary_key=True),
    Index("membership_by_country", "country"),
)

SECTION = Table(
    "section",
    METADATA,
    _of_report(),
    _position(),
    _required("title"),
    Column("number", WORDS),
    _required("path"),
    _required("label"),
    _required("identity"),
    # the ways to name it, as they are compared
    _required("by_title"),
    _required("by_label"),
    _required("by_number"),
    _required("by_number_and_title"),
)

SECTION_ABOVE = Table(
    "section_above",
    METADATA,
    _of_report(),
    _position(),
    _position("depth"),
    _required("path"),
    _required("by_title"),
    _required("by_label"),
    _of("section", "report_id", "position"),
)


def _party_columns() -> list[Column[object]]:
    return [
        _required("code"),
        _required("name"),
        _required("is_country", Boolean),
        Column("organization", ForeignKey("organization.key")),
    ]


def _parties(of: str, *, role: bool = False) -> Table:
    """Return the table of the parties of a kind of record."""
    more = [Column("role", WORDS, primary_key=True)] if role else []
    return Table(
        f"{of}_party",
        METADATA,
        _of_report(),
        _position(),
        *more,
        _position("rank"),
        *_party_columns(),
        _of(of, "report_id", "position"),
        Index(f"{of}_party_by_code", "code"),
        Index(f"{of}_party_by_organization", "organization"),
    )


def _domains(of: str) -> Table:
    """Return the table of the policy fields of a kind of record."""
    return Table(
        f"{of}_domain",
        METADATA,
        _of_report(),
        _position(),
        _position("rank"),
        _required("name"),
        _required("top"),
        _of(of, "report_id", "position"),
        Index(f"{of}_domain_by_name", "name"),
        Index(f"{of}_domain_by_top", "top"),
    )


COMMITMENT = Table(
    "commitment",
    METADATA,
    _of_report(),
    _position(),
    _required("id"),
    _required("text", Text),
    _required("force"),
    _required("reaffirmed", Boolean),
    Column("deadline", WORDS),
    Column("deadline_first", Date),
    Column("deadline_last", Date),
    Column("section", Integer),
    Index("commitment_by_id", "id"),
    Index("commitment_by_force", "force"),
    Index("commitment_by_deadline", "deadline_last"),
)
COMMITMENT_PARTY = _parties("commitment", role=True)
COMMITMENT_DOMAIN = _domains("commitment")

ISSUE = Table(
    "issue",
    METADATA,
    _of_report(),
    _position(),
    _required("id"),
    _required("name"),
    Column("section", Integer),
    Index("issue_by_id", "id"),
)
ISSUE_PARTY = _parties("issue")
ISSUE_DOMAIN = _domains("issue")

LEADER = Table(
    "leader",
    METADATA,
    _of_report(),
    _position(),
    _required("name"),
    Column("office", WORDS),
    # the words as they are compared, a space before and behind each
    _required("by_name"),
    _required("by_office"),
)
LEADER_PARTY = _parties("leader")

PARTNERSHIP = Table(
    "partnership",
    METADATA,
    _of_report(),
    _position(),
    _required("level"),
    _required("by_level"),
    Column("since", WORDS),
    Column("since_first", Date),
    Column("since_last", Date),
    Index("partnership_by_level", "by_level"),
)
PARTNERSHIP_PARTY = _parties("partnership")

ASSESSMENT = Table(
    "assessment",
    METADATA,
    Column("digest", WORDS, primary_key=True),
    _required("commitment_id"),
    _required("score", SmallInteger),
    Column("party", WORDS),
    Column("assessor", WORDS),
    Column("date", WORDS),
    _required("document", Text),
    Index("assessment_by_commitment", "commitment_id"),
)

# Dates begin with their year in four digits.
DEADLINE_YEAR = func.substr(COMMITMENT.c.deadline, 1, 4)
SINCE_YEAR = func.substr(PARTNERSHIP.c.since, 1, 4)
