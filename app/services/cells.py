"""The cell itself: names, places and signers that its papers print."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.cells import Cell, CellDraft
from app.domain.checking import checked
from app.storage.database import Database


class CellService:
    """The one cell of the open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self) -> Cell:
        """Return the cell."""
        with self._database.read() as reader:
            (cell,) = reader.rows(Cell)
        return cell

    def save(self, rev: int, values: Mapping[str, object]) -> Cell:
        """Store the edited cell and return it; issued papers stay as they were.

        Raises `Invalid`, and `ChangedElsewhere` when it was saved since it had `rev`.
        """
        with self._database.write("cell.edit") as work:
            (current,) = work.rows(Cell)
            facts = {name: getattr(current, name) for name in CellDraft.model_fields}
            draft = checked(CellDraft, {**facts, **values})
            return work.change(Cell, current.uid, rev, **draft.model_dump())
