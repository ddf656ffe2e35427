"""Tables that are no records of the business: identity, audit, drafts; none of them is journalled."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text
from sqlmodel import SQLModel

_metadata = SQLModel.metadata

IDENTITY = Table(
    "identity",
    _metadata,
    Column("uid", Text, primary_key=True),
    Column("made_at", Text, nullable=False),
)
"""One row: which database this is; slots, mark and backups name the same one."""

AUDIT = Table(
    "audit",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("utc", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subjects", Text, nullable=False),
    Column("detail_hash", Text, nullable=False),
    Column("prev_hash", Text, nullable=False),
)
"""The chain of what was done; holds no text of the users (decisions.md 2.7)."""

AUDIT_DETAIL = Table(
    "audit_detail",
    _metadata,
    Column("seq", Integer, primary_key=True),
    Column("salt", Text, nullable=False),
    Column("json", Text, nullable=False),
)
"""The row images of each entry; erasure deletes them and the chain still verifies."""

DRAFT = Table(
    "draft",
    _metadata,
    Column("form", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("json", Text, nullable=False),
    Column("kept_at", Text, nullable=False),
)
"""What was typed and not yet saved, one for each form and subject."""
