"""Drafts (bản nháp): what was typed and not yet saved, in the encrypted file, not journalled, not audited."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Delete, LargeBinary, and_, cast, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from app.domain.types import new_uid
from app.errors import EnvironmentFailed
from app.storage.database import Database
from app.storage.store import Work
from app.storage.tables.system import DRAFT

DAMAGED = "L-109"
ASIDE = "hong:"
"""Beginning of the form of a draft that could not be read."""
_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft without its text: which form, which record, and when it was last kept, if that is known."""

    form: str
    subject: str
    kept_at: dt.datetime | None


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
    """Return what was kept of a form, or None.

    Raises `EnvironmentFailed` (L-109) for a draft that cannot be read; it is put aside first, so the form
    finds nothing the next time.
    """
    # As bytes: what is no text any more would be refused by the driver.
    query = select(cast(DRAFT.c.json, LargeBinary)).where(_at(form, subject))
    with database.read() as reader:
        found = reader.connection.execute(query).first()
    if found is None:
        return None
    try:
        return _values(found[0])
    except (ValueError, TypeError, RecursionError) as error:
        _put_aside(database, form, subject)
        raise EnvironmentFailed(DAMAGED) from error


def _values(kept: bytes) -> dict[str, Any]:
    values = json.loads(kept.decode())
    if not isinstance(values, dict):
        raise TypeError(type(values).__name__)
    return values


def _put_aside(database: Database, form: str, subject: str) -> None:
    """Keep a damaged draft out of the way, for whoever can still read it."""
    name = f"{ASIDE}{form}:{new_uid()}"
    # Another thread writes, or the disk is full: the next look at the form tries again.
    with contextlib.suppress(EnvironmentFailed), database.aside() as connection:
        connection.execute(update(DRAFT).where(_at(form, subject)).values(form=name))


def waiting(database: Database) -> list[Waiting]:
    """Return the drafts that wait to be saved or given up, the one kept last first."""
    query = select(DRAFT.c.form, DRAFT.c.subject, DRAFT.c.kept_at).where(~DRAFT.c.form.startswith(ASIDE))
    with database.read() as reader:
        rows = reader.connection.execute(query).all()
    found = [Waiting(str(form), str(subject), _moment(kept_at)) for form, subject, kept_at in rows]
    return sorted(found, key=lambda one: one.kept_at or _LONG_AGO, reverse=True)


def _moment(text: object) -> dt.datetime | None:
    try:
        moment = dt.datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def drop(database: Database, form: str, subject: str) -> None:
    """Forget the draft of a form that was closed without saving."""
    with database.aside() as connection:
        connection.execute(_of(form, subject))


def drop_in(work: Work, form: str, subject: str) -> None:
    """Forget the draft in the transaction that saves what it became."""
    work.connection.execute(_of(form, subject))


def _of(form: str, subject: str) -> Delete:
    return delete(DRAFT).where(_at(form, subject))


def _at(form: str, subject: str) -> ColumnElement[bool]:
    return and_(DRAFT.c.form == form, DRAFT.c.subject == subject)
