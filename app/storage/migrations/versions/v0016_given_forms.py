"""Who got which form to fill in, and on which day."""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Create the table, and the index by which a year finds its forms."""
    op.execute(
        """
        CREATE TABLE given_form (
            uid TEXT NOT NULL PRIMARY KEY,
            rev INTEGER NOT NULL,
            year INTEGER NOT NULL,
            member_uid TEXT NOT NULL,
            form TEXT NOT NULL,
            given_on TEXT
        )
        """
    )
    op.execute("CREATE INDEX ix_given_form_year ON given_form (year)")
