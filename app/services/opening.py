"""Opening the cell of a data folder: new, with the password, or with the recovery code."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from app.common.clock import Clock
from app.common.files import told
from app.domain.cells import Cell, CellDraft, WorkYear
from app.domain.checking import checked
from app.domain.types import new_uid
from app.errors import EnvironmentFailed
from app.keys.password import Cost, calibrated, new_key
from app.keys.slots import Slots
from app.storage import key_change, layout
from app.storage.database import Database
from app.storage.opening import create, open_database
from app.storage.passwords import change_password, heal_slots


def create_cell(
    folder: Path, password: str, cell: Cell | Mapping[str, object], year: int, clock: Clock, cost: Cost | None
) -> tuple[Database, str]:
    """Make the database of a new cell and return it open, with the recovery code to be written down.

    A `Cell` keeps its uid (when a dump is loaded). Raises `Invalid` for facts or a password that cannot be,
    `Refused` L-112 when a cell lies in `folder` already, `EnvironmentFailed` when the disk says no.
    """
    record = cell if isinstance(cell, Cell) else _new_cell(cell)
    first_year = checked(WorkYear, {"uid": new_uid(), "year": year})
    key = new_key()
    slots, code = Slots.create(record.uid, key, password, cost or calibrated())
    with told():
        folder.mkdir(parents=True, exist_ok=True)
    database = create(folder, key, record.uid, clock, slots)
    with all_or_nothing(folder, database.close), database.write("cell.create", undoable=False) as work:
        work.add_all([record, first_year])
    return database, code


@contextlib.contextmanager
def all_or_nothing(folder: Path, close: Callable[[], None]) -> Iterator[None]:
    """Close and remove the cell just made in `folder` when the block, which goes on filling it, fails."""
    try:
        yield
    except BaseException:
        with contextlib.suppress(EnvironmentFailed):
            close()
        layout.remove_cell(folder)
        raise


def unlock(folder: Path, password: str, clock: Clock, *, accept_loss: bool = False) -> Database:
    """Return the open database; raises `EnvironmentFailed` for a wrong password and what does not open.

    L-119 says that there never was a cell, and what was begun of it is gone. `accept_loss` goes on where the
    last changes are missing (L-203) or cannot be vouched for (L-205).
    """
    key = key_change.settled_key(folder, lambda slots: slots.unlock_with_password(password))
    return _opened(folder, key, clock, accept_loss=accept_loss)


def recover(folder: Path, code: str, new_password: str, clock: Clock, cost: Cost | None) -> Database:
    """Return the open database, which `new_password` opens from now on; the recovery code stays good.

    Raises `Invalid` for what is no code or no password, `EnvironmentFailed` for a code of another database.
    """
    key = key_change.settled_key(folder, lambda slots: slots.unlock_with_recovery(code))
    change_password(folder, key, new_password, cost or calibrated())
    return _opened(folder, key, clock)


def _new_cell(facts: Mapping[str, object]) -> Cell:
    return Cell(uid=new_uid(), **checked(CellDraft, facts).model_dump())


def _opened(folder: Path, key: bytes, clock: Clock, *, accept_loss: bool = False) -> Database:
    database = open_database(folder, key, clock, accept_loss=accept_loss)
    if not database.access.can_change:
        return database
    if not database.head.seq:
        # Ended between its making and its first commit: there is no cell in it, and there never was.
        database.close()
        layout.remove_cell(folder)
        raise EnvironmentFailed("L-119")
    heal_slots(folder)
    return database
