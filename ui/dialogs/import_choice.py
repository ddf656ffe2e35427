"""What of a list is to be taken: the lines that come in as new persons, the facts that are changed."""

from __future__ import annotations

from typing import NamedTuple

from app.services.import_preview import Change, ImportPreview, ImportRow


class Chosen(NamedTuple):
    """The decision as the service wants it."""

    rows: frozenset[int]
    changes: frozenset[Change]


class ImportChoice:
    """Begins with all new persons and all facts that were unknown; what would be replaced waits for a yes."""

    def __init__(self, preview: ImportPreview) -> None:
        self._preview = preview
        self._new = set(preview.numbers("new"))
        self._changes = set(preview.additions())

    def chosen(self) -> Chosen:
        """Return what is chosen now."""
        return Chosen(frozenset(self._new), frozenset(self._changes))

    def changed_people(self) -> int:
        """Return of how many persons facts are to be changed."""
        return len({row for row, _field in self._changes})

    def is_new(self, row: ImportRow) -> bool:
        """Return whether the line comes in as a person of its own."""
        return row.row in self._new

    def takes(self, row: ImportRow, field: str) -> bool:
        """Return whether a changed fact is taken."""
        return Change(row.row, field) in self._changes

    def taken(self, row: ImportRow) -> int:
        """Return how many of the changed facts of a line are taken."""
        return sum(self.takes(row, change.field) for change in row.changes)

    def set_new(self, row: ImportRow, on: bool) -> None:  # noqa: FBT001  the one question of a tick
        """Take the line in as a person of its own, or leave it; such a line changes nobody."""
        (self._new.add if on else self._new.discard)(row.row)
        if on:
            self._changes -= {Change(row.row, change.field) for change in row.changes}

    def set_taken(self, row: ImportRow, field: str, on: bool) -> None:  # noqa: FBT001  the same
        """Take a changed fact, or leave what the list says; then the line is the known person."""
        (self._changes.add if on else self._changes.discard)(Change(row.row, field))
        if on and row.status == "known":
            self._new.discard(row.row)

    def take_all(self) -> None:
        """Take every changed fact of those who are surely the same."""
        self._changes |= self._preview.additions() | self._preview.replacements()

    def turn(self, row: ImportRow) -> None:
        """Turn the whole line round: taken or left."""
        if row.status == "new":
            self.set_new(row, not self.is_new(row))
        elif row.changes:
            on = self.taken(row) < len(row.changes)
            for change in row.changes:
                self.set_taken(row, change.field, on)
