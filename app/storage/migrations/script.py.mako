"""${message}.

A step is plain SQL or ``op`` calls; it never imports today's tables.
"""

from __future__ import annotations

from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Change the schema and the rows."""
    # An empty step fails when it is run, so that none is released by oversight.
    ${upgrades if upgrades else "raise NotImplementedError"}
