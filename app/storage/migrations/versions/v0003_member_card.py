"""The member card: dates and groups of a member, posts and standings with their days, rewards, discipline.

What stood in the one line of posts becomes posts held since an unknown day.
"""

from __future__ import annotations

import hashlib
import unicodedata

from alembic import op
from sqlalchemy import text

revision = "0003"
down_revision = "0002"

_COLUMNS = (
    "admission_decided_on",
    "political_theory",
    "review_category",
    "fee_category",
    "phone",
    "residence_cell",
    "residence_contact",
    "note",
)
_OWNED = """
        uid TEXT NOT NULL PRIMARY KEY,
        rev INTEGER NOT NULL,
        member_uid TEXT NOT NULL REFERENCES member (uid),
"""
_PERIOD = """
        started_on TEXT NOT NULL,
        ended_on TEXT NOT NULL,
"""
_DECISION = """
        decision_number TEXT NOT NULL,
        decided_on TEXT NOT NULL
"""
_TABLES = {
    "post": f"{_OWNED}{_PERIOD} kind TEXT NOT NULL, title TEXT NOT NULL",
    "standing": (
        f"{_OWNED}{_PERIOD} kind TEXT NOT NULL, reason TEXT NOT NULL, place TEXT NOT NULL,{_DECISION}"
    ),
    "reward": f"{_OWNED} what TEXT NOT NULL,{_DECISION}",
    "discipline": f"{_OWNED} form TEXT NOT NULL,{_DECISION}",
}
_KINDS = {
    "bi thu": "cell_secretary",
    "bi thu chi bo": "cell_secretary",
    "pho bi thu": "deputy_secretary",
    "pho bi thu chi bo": "deputy_secretary",
    "chi uy vien": "committee_member",
    "uy vien chi uy": "committee_member",
}


def upgrade() -> None:
    """Add the columns and tables, and move the line of posts into the table of posts."""
    for column in _COLUMNS:
        op.execute(f"ALTER TABLE member ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    for table, columns in _TABLES.items():
        op.execute(f"CREATE TABLE {table} ({columns})")
        op.execute(f"CREATE INDEX ix_{table}_member_uid ON {table} (member_uid)")
    _move_posts()
    op.execute("ALTER TABLE member DROP COLUMN post")


def _move_posts() -> None:
    connection = op.get_bind()
    for uid, post in connection.exec_driver_sql("SELECT uid, post FROM member WHERE post <> ''").all():
        for place, (kind, title) in enumerate(_posts(post)):
            connection.execute(
                text(
                    "INSERT INTO post (uid, rev, member_uid, started_on, ended_on, kind, title)"
                    " VALUES (:uid, 1, :member_uid, '', '', :kind, :title)"
                ),
                {"uid": _uid(uid, place), "member_uid": uid, "kind": kind, "title": title},
            )


def _posts(line: str) -> list[tuple[str, str]]:
    parts = [part.strip() for part in line.split(",")]
    kinds = [_KINDS.get(_folded(part), "") for part in parts]
    title = ", ".join(part for part, kind in zip(parts, kinds, strict=True) if part and not kind)
    found = [(kind, "") for kind in dict.fromkeys(filter(None, kinds))]
    return [*found, ("", title)] if title else found


def _folded(word: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    return bare.lower().translate({0x111: "d"})  # the stroke of this letter is no mark


def _uid(member_uid: str, place: int) -> str:
    """Return the same identity for the same post wherever it is moved, so that a dump of the year agrees."""
    return hashlib.sha256(f"post {place} of {member_uid}".encode()).hexdigest()[:32]
