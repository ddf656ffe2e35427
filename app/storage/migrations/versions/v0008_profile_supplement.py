"""When a member's yearly supplement to the profile came in (phiếu bổ sung hồ sơ đảng viên)."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column."""
    op.execute("ALTER TABLE population ADD COLUMN supplement_received_on DATE")
