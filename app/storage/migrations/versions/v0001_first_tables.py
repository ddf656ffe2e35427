"""The first tables: identity, audit, drafts, cell, years, members, papers, submissions, signing key."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

_TABLES = (
    """
    CREATE TABLE identity (
        uid TEXT NOT NULL PRIMARY KEY,
        made_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE audit (
        seq INTEGER NOT NULL PRIMARY KEY,
        utc TEXT NOT NULL,
        action TEXT NOT NULL,
        subjects TEXT NOT NULL,
        detail_hash TEXT NOT NULL,
        prev_hash TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE audit_detail (
        seq INTEGER NOT NULL PRIMARY KEY,
        salt TEXT NOT NULL,
        json TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE draft (
        form TEXT NOT NULL,
        subject TEXT NOT NULL,
        json TEXT NOT NULL,
        kept_at TEXT NOT NULL,
        PRIMARY KEY (form, subject)
    )
    """,
    """
    CREATE TABLE cell (
        uid TEXT NOT NULL PRIMARY KEY,
        rev INTEGER NOT NULL,
        name TEXT NOT NULL,
        upper_organisation TEXT NOT NULL,
        upper_committee TEXT NOT NULL,
        place_name TEXT NOT NULL,
        symbol TEXT NOT NULL,
        cell_secretary TEXT NOT NULL,
        deputy_secretary TEXT NOT NULL,
        term_started_on TEXT NOT NULL,
        is_practice INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE work_year (
        uid TEXT NOT NULL PRIMARY KEY,
        rev INTEGER NOT NULL,
        year INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE member (
        uid TEXT NOT NULL PRIMARY KEY,
        rev INTEGER NOT NULL,
        full_name TEXT NOT NULL,
        sex TEXT NOT NULL,
        born_on TEXT NOT NULL,
        admitted_on TEXT NOT NULL,
        official_on TEXT NOT NULL,
        card_number TEXT NOT NULL,
        post TEXT NOT NULL,
        trashed_on TEXT,
        name_key TEXT NOT NULL
    )
    """,
    "CREATE INDEX ix_member_name_key ON member (name_key)",
    """
    CREATE TABLE outgoing_paper (
        uid TEXT NOT NULL PRIMARY KEY,
        rev INTEGER NOT NULL,
        kind TEXT NOT NULL,
        year INTEGER NOT NULL,
        dated_on TEXT NOT NULL,
        subject_line TEXT NOT NULL,
        addressee TEXT NOT NULL,
        body TEXT NOT NULL,
        recipients TEXT NOT NULL,
        signer TEXT NOT NULL,
        signer_name TEXT NOT NULL,
        number INTEGER,
        type_code TEXT NOT NULL,
        symbol TEXT NOT NULL,
        issued_at TEXT,
        issued_content TEXT NOT NULL,
        trashed_on TEXT
    )
    """,
    """
    CREATE TABLE submission (
        uid TEXT NOT NULL PRIMARY KEY,
        rev INTEGER NOT NULL,
        package_id TEXT NOT NULL,
        year INTEGER NOT NULL,
        state TEXT NOT NULL,
        folder_name TEXT NOT NULL,
        volume TEXT NOT NULL,
        manifest_sha256 TEXT NOT NULL,
        file_count INTEGER NOT NULL,
        started_at TEXT NOT NULL,
        written_at TEXT
    )
    """,
    """
    CREATE TABLE signing_key (
        uid TEXT NOT NULL PRIMARY KEY,
        rev INTEGER NOT NULL,
        seed TEXT NOT NULL,
        made_at TEXT NOT NULL
    )
    """,
)


def upgrade() -> None:
    """Create every table."""
    for statement in _TABLES:
        op.execute(statement)
