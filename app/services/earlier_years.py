"""Results of earlier years for a cell that begins with the program: one table, stored at once."""

from __future__ import annotations

from app.domain.cells import Cell
from app.domain.checking import refuse_errors
from app.domain.cycles import Cycle
from app.rules.ruleset import RuleSet, from_snapshot
from app.rules.ruleset_files import for_year
from app.services.earlier_changes import CellChange, Edits, changes_in
from app.services.earlier_pasting import Pasted, read_pasted
from app.services.earlier_table import EarlierTable, earlier_table
from app.services.earlier_writing import EarlierWriting
from app.services.open_years import refuse_finished
from app.sheets.pasted import cells_in
from app.storage.database import Database
from app.storage.store import Reader


class EarlierYearService:
    """Mức, hạn chế và việc còn hứa của các năm trước."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def table(self, year: int) -> EarlierTable:
        """Return what is known of the years before `year`."""
        with self._database.read() as reader:
            return earlier_table(reader, year, _cell_name(reader))

    def read(self, year: int, text: str) -> Pasted | None:
        """Return what a pasted table with heads says, or None for cells without names; nothing is stored."""
        return read_pasted(text, self.table(year))

    def cells(self, text: str) -> tuple[tuple[str, ...], ...]:
        """Return pasted cells row by row, as they stand."""
        return cells_in(text)

    def apply(self, year: int, edits: Edits) -> tuple[CellChange, ...]:
        """Store the texts as one step and return the cells that changed; the same texts change nothing twice.

        All or nothing: raises `Invalid` with a problem for each cell that cannot be stored, its ``target`` in
        the params; `Refused` L-540 when `year` is finished.
        """
        with self._database.write("earlier.table") as work:
            refuse_finished(work, year)
            table = earlier_table(work, year, _cell_name(work))
            changes = changes_in(table, edits)
            refuse_errors([one.problem for one in changes if one.problem])
            writing = EarlierWriting(work, table, _ruleset(work, year))
            for target in dict.fromkeys(one.target for one in changes):
                columns = {one.column for one in changes if one.target == target}
                writing.row(table.row(target), columns, edits[target])
        return changes


def _ruleset(reader: Reader, year: int) -> RuleSet | None:
    for cycle in reader.rows(Cycle, year=year):
        return from_snapshot(cycle.ruleset_snapshot)
    return for_year(year)


def _cell_name(reader: Reader) -> str:
    return next((one.name for one in reader.rows(Cell)), "")
