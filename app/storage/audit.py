"""The chain of what was done (nhật ký): each entry carries the hash of the one before it.

The entries hold no text of the users; row images lie in `AUDIT_DETAIL` and may be erased without breaking
the chain (decisions.md 2.7).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from app.storage.journal import RowChange, encode
from app.storage.tables.system import AUDIT, AUDIT_DETAIL

START = "0" * 64
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of the chain: its sequence number and its hash; 0 and zeros before the first."""

    seq: int = 0
    hash: str = START


@dataclass(frozen=True, slots=True)
class Act:
    """What is entered: the code of the action, and whether its row images are left out (erasure)."""

    code: str
    traceless: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the chain as stored."""

    seq: int
    utc: str
    action: str
    subjects: str
    detail_hash: str
    prev_hash: str

    def hash(self) -> str:
        """Return the hash that the next entry carries."""
        fields = (str(self.seq), self.utc, self.action, self.subjects, self.detail_hash, self.prev_hash)
        return hashlib.sha256("\n".join(fields).encode()).hexdigest()


def append(
    connection: Connection, head: Head, act: Act, changes: Sequence[RowChange], utc: dt.datetime
) -> Head:
    """Write the entry of the open transaction after `head` and return the new head.

    A traceless act leaves no row images, as if its details had been erased at once.
    """
    salt, detail = secrets.token_hex(_SALT_BYTES), encode(changes)
    entry = Entry(
        seq=head.seq + 1,
        utc=utc.isoformat(timespec="seconds"),
        action=act.code,
        subjects=",".join(sorted({change.table for change in changes})),
        detail_hash=hashlib.sha256((salt + detail).encode()).hexdigest(),
        prev_hash=head.hash,
    )
    values = {column.name: getattr(entry, column.name) for column in AUDIT.columns}
    connection.execute(insert(AUDIT), values)
    if not act.traceless:
        connection.execute(insert(AUDIT_DETAIL), {"seq": entry.seq, "salt": salt, "json": detail})
    return Head(entry.seq, entry.hash())


def head_of(connection: Connection, at: int | None = None) -> Head:
    """Return the head of the chain, or what it was `at` a sequence number; `Head()` where there is none."""
    query = select(AUDIT).order_by(AUDIT.c.seq.desc()).limit(1)
    if at is not None:
        query = query.where(AUDIT.c.seq == at)
    row = connection.execute(query).one_or_none()
    return Head(row.seq, Entry(*row).hash()) if row else Head()


def last_written(connection: Connection) -> dt.date | None:
    """Return the day of the last entry by the clock of its time, None where there is none."""
    utc = connection.execute(select(AUDIT.c.utc).order_by(AUDIT.c.seq.desc()).limit(1)).scalar()
    return _day(utc) if utc else None


@dataclass(frozen=True, slots=True)
class Written:
    """An entry and the day of it by the clock of its time."""

    seq: int
    day: dt.date


def last_about(connection: Connection, uid: str) -> Written | None:
    """Return the last entry that wrote a record naming `uid`, None where its details are gone."""
    query = select(AUDIT.c.seq, AUDIT.c.utc).join(AUDIT_DETAIL, AUDIT_DETAIL.c.seq == AUDIT.c.seq)
    query = query.where(AUDIT_DETAIL.c.json.contains(uid, autoescape=True)).order_by(AUDIT.c.seq.desc())
    row = connection.execute(query.limit(1)).one_or_none()
    return Written(row.seq, _day(row.utc)) if row else None


def actions_since(connection: Connection, seq: int) -> dict[str, int]:
    """Return how often each action was done after the entry `seq`, the most frequent first."""
    count = func.count()
    query = select(AUDIT.c.action, count).where(AUDIT.c.seq > seq).group_by(AUDIT.c.action)
    return {row[0]: row[1] for row in connection.execute(query.order_by(count.desc(), AUDIT.c.action))}


def first_wrong(connection: Connection) -> int | None:
    """Return the sequence number at which the chain breaks, or None when it is whole.

    An entry whose details were erased still counts as whole.
    """
    details = {row.seq: row for row in connection.execute(select(AUDIT_DETAIL))}
    head = Head()
    for row in connection.execute(select(AUDIT).order_by(AUDIT.c.seq)):
        entry = Entry(*row)
        if entry.seq != head.seq + 1 or entry.prev_hash != head.hash:
            return entry.seq
        detail = details.pop(entry.seq, None)
        if detail and hashlib.sha256((detail.salt + detail.json).encode()).hexdigest() != entry.detail_hash:
            return entry.seq
        head = Head(entry.seq, entry.hash())
    return min(details, default=None)


def _day(utc: str) -> dt.date:
    return dt.datetime.fromisoformat(utc).astimezone().date()
