"""The trial restore (khôi phục thử): a set is put into a private folder and compared with its source.

Only this shows that a set can really be restored; sums and checks say no more than that it did not change.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.common.files import told
from app.domain.members import Member
from app.errors import EnvironmentFailed
from app.storage import backup
from app.storage.backup_sets import BackupSet
from app.storage.connections import connect, disconnect
from app.storage.database import Database
from app.storage.failures import told as driver_told
from app.storage.store import Reader

COMPARED = 10


def restore_on_trial(database: Database, chosen: BackupSet, dice: random.Random) -> int:
    """Restore `chosen`, made of the data as they are now, into a folder of its own; remove it again.

    Compares the content as a whole and ten random members field by field; returns how many were compared.
    Raises `EnvironmentFailed`: L-221 when the set is not whole, L-224 when a member in it differs.
    """
    place = database.place
    with _private_folder() as folder:
        copy = folder / "thu.db"
        with told():
            shutil.copyfile(chosen.database, copy)
        backup.refuse_different(copy, place.key, chosen.content)
        connection = connect(copy, place.key, "read")
        try:
            with driver_told(), connection.begin():
                return _compared(Reader(connection), database, dice)
        finally:
            disconnect(connection)


def _compared(restored: Reader, database: Database, dice: random.Random) -> int:
    with database.read() as reader:
        members = reader.rows(Member)
        chosen = dice.sample(members, min(COMPARED, len(members)))
        for member in chosen:
            found = restored.rows(Member, uid=member.uid)
            if found != [member]:
                raise EnvironmentFailed("L-224")
    return len(chosen)


@contextlib.contextmanager
def _private_folder() -> Iterator[Path]:
    """Give a folder that only this user can look into; what lies in it is encrypted and goes afterwards."""
    with told():
        folder = Path(tempfile.mkdtemp(prefix="so-chi-bo-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
