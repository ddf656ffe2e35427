"""In which form the upper committee receives the dossier."""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add the column; until somebody chooses, a package is an open folder as before."""
    op.execute("ALTER TABLE cell ADD COLUMN handed_in_as TEXT NOT NULL DEFAULT 'open_folder'")
