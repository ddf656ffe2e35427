"""What the secretary decided about columns of lists from outside."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Create the table."""
    op.execute(
        """
        CREATE TABLE import_column (
            uid TEXT NOT NULL PRIMARY KEY,
            rev INTEGER NOT NULL,
            title_key TEXT NOT NULL,
            field TEXT NOT NULL
        )
        """
    )
