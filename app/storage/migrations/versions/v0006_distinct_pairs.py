"""Members that look alike and are two persons."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Create the table."""
    op.execute(
        """
        CREATE TABLE distinct_pair (
            uid TEXT NOT NULL PRIMARY KEY,
            rev INTEGER NOT NULL,
            one TEXT NOT NULL,
            other TEXT NOT NULL
        )
        """
    )
