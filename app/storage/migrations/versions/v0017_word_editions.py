"""Files of papers that were corrected in Word and taken back, one for a paper."""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Create the table, and the index by which a year finds its files."""
    op.execute(
        """
        CREATE TABLE word_edition (
            uid TEXT NOT NULL PRIMARY KEY,
            rev INTEGER NOT NULL,
            year INTEGER NOT NULL,
            paper TEXT NOT NULL,
            taken_on TEXT NOT NULL,
            file_name TEXT NOT NULL,
            word TEXT NOT NULL,
            pdf TEXT NOT NULL,
            is_whole INTEGER NOT NULL
        )
        """
    )
    op.execute("CREATE INDEX ix_word_edition_year ON word_edition (year)")
