"""Takes a person out of the places that records do not reach: audit details, drafts, free pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import ColumnElement, delete, or_

from app.storage.connections import raw_of
from app.storage.database import Database
from app.storage.drafts import ASIDE
from app.storage.store import Work
from app.storage.tables.system import AUDIT_DETAIL, DRAFT

_AT_ONCE = 200


def erase_traces(work: Work, uids: Collection[str]) -> int:
    """Remove the audit details and drafts that speak of records by `uids`; return how many details went.

    Damaged drafts that were put aside go too: nobody can tell whose they were. The chain of the audit still
    verifies, since an entry whose details were erased counts as whole.
    """
    count = 0
    for some in _bundles(list(uids)):
        details = delete(AUDIT_DETAIL).where(_mentions(AUDIT_DETAIL.c.json, some))
        count += work.connection.execute(details).rowcount
        drafts = or_(DRAFT.c.subject.in_(some), _mentions(DRAFT.c.json, some), DRAFT.c.form.startswith(ASIDE))
        work.connection.execute(delete(DRAFT).where(drafts))
    return count


def forget_free_pages(database: Database) -> None:
    """Rewrite the file without its free pages, where removed rows would lie on, and forget the undo steps."""
    database.history.clear()
    with database.idle() as connection:
        raw = raw_of(connection)
        raw.execute("VACUUM")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _bundles(uids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield so few at a time that one statement can hold them."""
    for start in range(0, len(uids), _AT_ONCE):
        yield uids[start : start + _AT_ONCE]


def _mentions(column: ColumnElement[str], uids: Collection[str]) -> ColumnElement[bool]:
    return or_(*(column.contains(uid, autoescape=True) for uid in uids))
