"""The secretary's own filters of a list."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table."""
    op.execute(
        """
        CREATE TABLE saved_filter (
            uid TEXT NOT NULL PRIMARY KEY,
            rev INTEGER NOT NULL,
            list_name TEXT NOT NULL,
            name TEXT NOT NULL,
            chip TEXT NOT NULL,
            query TEXT NOT NULL,
            columns TEXT NOT NULL,
            ordered_by TEXT NOT NULL,
            name_key TEXT NOT NULL
        )
        """
    )
