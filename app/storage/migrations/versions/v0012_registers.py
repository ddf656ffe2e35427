"""The register of papers that came in, and the explained gaps in the numbers of those that went out."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Create the tables, and the index by which a year finds its register."""
    op.execute(
        """
        CREATE TABLE incoming_paper (
            uid TEXT NOT NULL PRIMARY KEY,
            rev INTEGER NOT NULL,
            year INTEGER NOT NULL,
            register_number INTEGER NOT NULL,
            received_on DATE NOT NULL,
            number TEXT NOT NULL,
            dated_on DATE,
            issuer TEXT NOT NULL,
            subject_line TEXT NOT NULL,
            assigned_to TEXT NOT NULL,
            due_on DATE,
            handled_on DATE,
            note TEXT NOT NULL,
            entered_as TEXT NOT NULL
        )
        """
    )
    op.execute("CREATE INDEX ix_incoming_paper_year ON incoming_paper (year)")
    op.execute(
        """
        CREATE TABLE number_gap (
            uid TEXT NOT NULL PRIMARY KEY,
            rev INTEGER NOT NULL,
            type_code TEXT NOT NULL,
            number INTEGER NOT NULL,
            known_on DATE NOT NULL,
            reason TEXT NOT NULL,
            note TEXT NOT NULL
        )
        """
    )
