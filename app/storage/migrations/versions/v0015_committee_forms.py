"""Forms of the upper committee with their files, and the files of papers issued on them."""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"

_TABLES = (
    """
    CREATE TABLE committee_form (
        uid TEXT NOT NULL PRIMARY KEY,
        rev INTEGER NOT NULL,
        year INTEGER NOT NULL,
        kind TEXT NOT NULL,
        version INTEGER NOT NULL,
        name TEXT NOT NULL,
        format TEXT NOT NULL,
        sender TEXT NOT NULL,
        received_on DATE NOT NULL,
        marks TEXT NOT NULL,
        in_use INTEGER NOT NULL,
        taken_at TEXT
    )
    """,
    """
    CREATE TABLE form_file (
        uid TEXT NOT NULL PRIMARY KEY,
        rev INTEGER NOT NULL,
        year INTEGER NOT NULL,
        form TEXT NOT NULL,
        content TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE issued_file (
        uid TEXT NOT NULL PRIMARY KEY,
        rev INTEGER NOT NULL,
        year INTEGER NOT NULL,
        paper TEXT NOT NULL,
        form_name TEXT NOT NULL,
        form_version INTEGER NOT NULL,
        format TEXT NOT NULL,
        content TEXT NOT NULL
    )
    """,
)
_LOOKED_UP = (
    ("committee_form", "year"),
    ("form_file", "year"),
    ("form_file", "form"),
    ("issued_file", "year"),
    ("issued_file", "paper"),
)


def upgrade() -> None:
    """Create the tables, and the indexes by which a year, a form and a paper find theirs."""
    for table in _TABLES:
        op.execute(table)
    for table, column in _LOOKED_UP:
        op.execute(f"CREATE INDEX ix_{table}_{column} ON {table} ({column})")
