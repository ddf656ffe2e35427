"""Opening data to be looked at only, where folder or file may not be written or the disk is full."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from app.common.files import told as files_told
from app.errors import EnvironmentFailed
from app.storage import examining, layout, mark, migrate
from app.storage.access import Standing
from app.storage.connections import connect, disconnect
from app.storage.database import Opened, Place
from app.storage.failures import told


def open_to_view(path: Path, place: Place, standing: Standing, *, accept_loss: bool) -> Opened:
    """Return the examined file, opened as one that nobody changes (``immutable=1``).

    Raises as opening to write does, and `EnvironmentFailed` L-117 where something must be written first: the
    data are of an older program, or were left in the middle of a write.
    """
    _refuse_unfinished(path.parent)
    opened: list[Connection] = []
    try:
        with told():
            opened = [connect(path, place.key, "view") for _ in range(2)]
            _examine(opened[0], place, accept_loss=accept_loss)
            return Opened(examining.identity(opened[1]), opened[0], opened[1], standing)
    except BaseException:
        for connection in opened:
            disconnect(connection)
        raise


def _examine(connection: Connection, place: Place, *, accept_loss: bool) -> None:
    marked = mark.read(place.folder, place.key)
    schema = examining.examine(connection, key_is_ours=marked is not None)
    examining.identity(connection)
    if not accept_loss:
        examining.refuse_loss(connection, marked)
    if schema < migrate.schema_known():
        raise _needs_writing()


def _refuse_unfinished(folder: Path) -> None:
    # The index of a side file holds no data.
    journals = [folder / name for name in layout.SIDE_FILES if not name.endswith("-shm")]
    with files_told():
        if any(path.is_file() and path.stat().st_size for path in journals):
            raise _needs_writing()


def _needs_writing() -> EnvironmentFailed:
    return EnvironmentFailed("L-117")
