"""The last number of each type of paper that a cell gave before it began with the program."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Create the table."""
    op.execute(
        """
        CREATE TABLE number_start (
            uid TEXT NOT NULL PRIMARY KEY,
            rev INTEGER NOT NULL,
            type_code TEXT NOT NULL,
            known_on DATE NOT NULL,
            last_number INTEGER NOT NULL
        )
        """
    )
