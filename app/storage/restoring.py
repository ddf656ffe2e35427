"""Putting a backup set in the place of the database: what would be lost, and the exchange itself."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field

from app.common.files import PARTIAL, sync_file, sync_folder, told
from app.errors import Refused
from app.storage import audit, layout, mark
from app.storage.backup import content_of, refuse_different, removed_on_failure, verify
from app.storage.backup_sets import BackupSet
from app.storage.database import Database, Place
from app.storage.lock import FolderLock

ASIDE = "truoc-khoi-phuc"


@dataclass(frozen=True, slots=True)
class Loss:
    """What restoring a set would take away: the changes since, the rows then and now.

    `changes` is None where nobody can tell, because the database does not open and its mark is gone, or
    because the set comes from another line of work (`is_same_line` false: restored in between).
    """

    then: dict[str, int]
    now: dict[str, int] = field(default_factory=dict)
    changes: int | None = None
    actions: dict[str, int] = field(default_factory=dict)
    """How often each action was done since ("member.edit")."""
    is_same_line: bool = True


def loss(database: Database, chosen: BackupSet) -> Loss:
    """Return what restoring `chosen` over the open database would take away."""
    then, seq = chosen.content, chosen.content.seq
    with database.idle() as connection:
        now = content_of(connection)
        with connection.begin():
            is_same_line = seq == 0 or audit.head_of(connection, at=seq).hash == then.head
            actions = audit.actions_since(connection, seq) if is_same_line else {}
    changes = now.seq - seq if is_same_line else None
    return Loss(then.counts, now.counts, changes, actions, is_same_line)


def loss_closed(place: Place, chosen: BackupSet) -> Loss:
    """Return the same where the database does not open: how far the mark beside it had come."""
    marked = mark.read(place.folder, place.key)
    if marked is None or marked.database_uid != chosen.content.uid:
        return Loss(chosen.content.counts)
    return Loss(chosen.content.counts, changes=max(marked.head.seq - chosen.content.seq, 0))


def restore(database: Database, chosen: BackupSet) -> None:
    """Put the set in the place of the open database; windows hear of it as one change of everything.

    The current state is set aside first, as it is. Raises `Refused` (L-223: another cell's, L-227: from
    before Đổi khóa) and `EnvironmentFailed` (L-221 when the set is not whole); the current database is then
    open as before.
    """
    refuse_foreign(database.uid, chosen)
    refuse_former_key(database, chosen)
    verify(chosen, database.place.key)
    database.replaced_by(lambda: _replace(database.place, chosen))
    database.note("database.restore")


def restore_closed(place: Place, chosen: BackupSet) -> None:
    """Put the set in the place of a database that does not open; raises as `restore` does."""
    lock = FolderLock(place.folder)
    try:
        verify(chosen, place.key)
        _replace(place, chosen)
        head = audit.Head(chosen.content.seq, chosen.content.head)
        # Last, so that a crash before this line is told as missing changes and not passed over.
        mark.write(place.folder, place.key, mark.Mark(chosen.content.uid, head))
    finally:
        lock.release()


def refuse_foreign(uid: str, chosen: BackupSet) -> None:
    """Raise `Refused` (L-223) when the set belongs to another cell than `uid` (D09)."""
    if chosen.content.uid != uid:
        raise Refused("L-223", name=chosen.name)


def refuse_former_key(database: Database, chosen: BackupSet) -> None:
    """Raise `Refused` (L-227) when the set is under a key that the database no longer has."""
    if not chosen.is_under(database.place.key):
        raise Refused("L-227")


def _replace(place: Place, chosen: BackupSet) -> None:
    layout.set_aside(place.folder, ASIDE, place.clock.utc())
    path = place.folder / layout.DATABASE
    partial = path.with_name(path.name + PARTIAL)
    with told(), removed_on_failure(partial):
        shutil.copyfile(chosen.database, partial)
        sync_file(partial)
        refuse_different(partial, place.key, chosen.content)
        # A side file of the old database would be replayed into the new one.
        for name in layout.SIDE_FILES:
            (place.folder / name).unlink(missing_ok=True)
        partial.replace(path)
        sync_folder(place.folder)
