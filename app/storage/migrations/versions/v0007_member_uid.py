"""A member is named by one word in every table."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"

_TABLES = ("population", "commitment", "self_review", "responsibility", "attendance", "reservation")


def upgrade() -> None:
    """Rename the column."""
    for table in _TABLES:
        op.execute(f'ALTER TABLE "{table}" RENAME COLUMN member TO member_uid')
