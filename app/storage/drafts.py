"""Drafts (bản nháp): what was typed and not yet saved, in the encrypted file, not journalled, not audited."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Delete, delete, select
from sqlalchemy.dialects.sqlite import insert

from app.storage.database import Database
from app.storage.store import Work
from app.storage.tables.system import DRAFT


def keep(database: Database, form: str, subject: str, values: Mapping[str, object]) -> None:
    """Put what stands in a form on the disk, over what was kept of it before.

    `subject` is the uid of the record being edited, empty for a new one. Never waits: raises
    `EnvironmentFailed` (L-106) while another thread writes, and the form tries again at its next tick.
    """
    text = json.dumps(dict(values), ensure_ascii=False)
    kept = {"json": text, "kept_at": database.place.clock.utc().isoformat()}
    statement = insert(DRAFT).values(form=form, subject=subject, **kept)
    with database.aside() as connection:
        connection.execute(statement.on_conflict_do_update(index_elements=["form", "subject"], set_=kept))


def find(database: Database, form: str, subject: str) -> dict[str, Any] | None:
    """Return what was kept of a form, or None."""
    query = select(DRAFT.c.json).where(DRAFT.c.form == form, DRAFT.c.subject == subject)
    with database.read() as reader:
        text = reader.connection.execute(query).scalar()
    values: dict[str, Any] | None = json.loads(text) if text is not None else None
    return values


def drop(database: Database, form: str, subject: str) -> None:
    """Forget the draft of a form that was closed without saving."""
    with database.aside() as connection:
        connection.execute(_of(form, subject))


def drop_in(work: Work, form: str, subject: str) -> None:
    """Forget the draft in the transaction that saves what it became."""
    work.connection.execute(_of(form, subject))


def _of(form: str, subject: str) -> Delete:
    return delete(DRAFT).where(DRAFT.c.form == form, DRAFT.c.subject == subject)
