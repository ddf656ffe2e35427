"""What of a pasted table is to be stored: whom each row is about, and which rows are taken."""

from __future__ import annotations

from typing import Literal, TypeAlias

from app.errors import Problem
from app.services.earlier_changes import CellChange
from app.services.earlier_pasting import Pasted, PastedRow

Act: TypeAlias = Literal["taken", "left", "same", "faulty", "open"]


class PastedChoice:
    """Begins with every row whose subject is known; who is meant by the others is asked."""

    def __init__(self, pasted: Pasted) -> None:
        self.pasted = pasted
        self._targets = {row.number: row.target for row in pasted.rows}
        self._left: set[int] = set()
        # Asked again and again while the list is painted: worked out once for each subject of a row.
        self._changes: dict[tuple[int, str], tuple[CellChange, ...]] = {}
        self._twice: dict[int, Problem] = {}
        self._look_over()

    def target(self, row: PastedRow) -> str:
        """Return whom the row is about as chosen now, or nothing."""
        return self._targets[row.number]

    def choose(self, row: PastedRow, target: str) -> None:
        """Let the row be about somebody, or about nobody, which leaves it."""
        self._targets[row.number] = target
        (self._left.discard if target else self._left.add)(row.number)
        self._look_over()

    def turn(self, row: PastedRow) -> None:
        """Take a row, or leave it."""
        (self._left.discard if row.number in self._left else self._left.add)(row.number)
        self._look_over()

    def changes(self, row: PastedRow) -> tuple[CellChange, ...]:
        """Return what the row changes of whom it is about."""
        target = self.target(row)
        if not target:
            return ()
        place = row.number, target
        if place not in self._changes:
            self._changes[place] = self.pasted.changes(row, target)
        return self._changes[place]

    def problems(self, row: PastedRow) -> list[Problem]:
        """Return what is wrong with a row, whether or not it is taken."""
        found = [self._twice[row.number]] if row.number in self._twice else []
        return found + [one.problem for one in self.changes(row) if one.problem]

    def act(self, row: PastedRow) -> Act:
        """Return what becomes of a row."""
        if row.number in self._left:
            return "left"
        if not self.target(row):
            return "open"
        if self.problems(row):
            return "faulty"
        return "taken" if self.changes(row) else "same"

    def count(self, act: Act) -> int:
        """Return of how many rows this becomes."""
        return sum(self.act(row) == act for row in self.pasted.rows)

    def edits(self) -> dict[str, dict[str, str]]:
        """Return the texts of the rows that are taken, by whom they are about."""
        taken = [row for row in self.pasted.rows if self.act(row) == "taken"]
        return {self.target(row): dict(row.texts) for row in taken}

    def _look_over(self) -> None:
        """Find the rows that are about one person, of those that are not left."""
        taken = {number: one for number, one in self._targets.items() if number not in self._left}
        self._twice = self.pasted.twice(taken)
