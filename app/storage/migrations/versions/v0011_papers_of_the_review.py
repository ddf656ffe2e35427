"""A paper says whom and what it is about, which paper it replaces, and how many copies are printed."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the columns; the papers there are about the whole cell."""
    for column in ("target", "about", "replaces"):
        op.execute(f"ALTER TABLE outgoing_paper ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    op.execute("ALTER TABLE outgoing_paper ADD COLUMN copies INTEGER NOT NULL DEFAULT 0")
