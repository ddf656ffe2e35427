"""What the secretary says of parts of the dossier: on paper, or not needed and why."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Create the table, and the index by which a year finds its notes."""
    op.execute(
        """
        CREATE TABLE dossier_note (
            uid TEXT NOT NULL PRIMARY KEY,
            rev INTEGER NOT NULL,
            year INTEGER NOT NULL,
            part TEXT NOT NULL,
            held_as TEXT NOT NULL,
            sheets INTEGER NOT NULL,
            reason TEXT NOT NULL
        )
        """
    )
    op.execute("CREATE INDEX ix_dossier_note_year ON dossier_note (year)")
