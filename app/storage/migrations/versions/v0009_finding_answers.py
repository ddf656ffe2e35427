"""Answers to findings, one for each subject."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Create the table, and the index by which a year finds its answers."""
    op.execute(
        """
        CREATE TABLE finding_answer (
            uid TEXT NOT NULL PRIMARY KEY,
            rev INTEGER NOT NULL,
            year INTEGER NOT NULL,
            finding TEXT NOT NULL,
            target TEXT NOT NULL,
            about TEXT NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            review_turn TEXT NOT NULL,
            is_printed INTEGER NOT NULL
        )
        """
    )
    op.execute("CREATE INDEX ix_finding_answer_year ON finding_answer (year)")
