"""What a list from outside would do to the members: line by line, before anything is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from app.domain.imported_members import ImportedMember
from app.errors import Problem
from app.sheets.member_list import OtherTable, SheetColumn, SkippedRow

Column: TypeAlias = SheetColumn
RowStatus: TypeAlias = Literal["new", "known", "faulty", "skipped"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A fact that the file states otherwise than the list of members; `old` is empty where it was unknown.

    A post or a standing is always added, with `old` empty; what is there is never ended or taken away.
    """

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One line of the file.

    `problems` and `notes` hold column name and cell text in their params (``column``, ``value``).
    `known_as` is the name of the member that this may be, `known_row` its line if it stands in the same file,
    `known_uid` and `known_rev` the member and its state in the list. `changes` is empty where the file says
    nothing else of the person; only a `sure` person (same card, or same name and birth) is changed unasked.
    """

    row: int
    values: dict[str, str]
    status: RowStatus
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    known_as: str = ""
    known_row: int = 0
    known_uid: str = ""
    known_rev: int = 0
    changes: tuple[FieldChange, ...] = ()
    sure: bool = False
    same_card: bool = False
    """Whether the card number is the known person's: such a line can be nobody else."""
    listed: ImportedMember | None = None
    """The values as facts of a member, once they were checked; nothing of a faulty line."""
    why: str = ""
    """Why a line was passed over (`LineKinds.why_no_person`)."""


class Change(NamedTuple):
    """A changed fact chosen to be taken: the line and the field."""

    row: int
    field: str


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file holds; nothing has been stored yet."""

    file_name: str
    sheet: str
    columns: dict[str, str]
    rows: tuple[ImportRow, ...]
    skipped: tuple[SkippedRow, ...]
    head: tuple[SheetColumn, ...] = ()
    tables: tuple[OtherTable, ...] = ()
    table: int = 0
    in_document: bool = False
    has_links: bool = False
    old_font: str = ""
    """The kind of old font that the file was typed for; what is shown was read in Unicode."""

    def count(self, status: RowStatus) -> int:
        """Return how many lines have this status."""
        return sum(1 for row in self.rows if row.status == status)

    def numbers(self, status: RowStatus) -> tuple[int, ...]:
        """Return the numbers of the lines of this status."""
        return tuple(row.row for row in self.rows if row.status == status)

    def lines(self) -> tuple[ImportRow, ...]:
        """Return all lines as they stand in the file, those passed over with the words that they hold."""
        passed = (ImportRow(one.row, {"full_name": one.text}, "skipped", why=one.why) for one in self.skipped)
        return tuple(sorted((*self.rows, *passed), key=lambda row: row.row))

    def additions(self) -> frozenset[Change]:
        """Return the facts that the list of members lacks, of persons who are surely the same."""
        return frozenset(self._of_sure(lacking=True))

    def replacements(self) -> frozenset[Change]:
        """Return the facts that the list of members states otherwise, of persons who are surely the same."""
        return frozenset(self._of_sure(lacking=False))

    def _of_sure(self, *, lacking: bool) -> Iterator[Change]:
        for row in self.rows:
            if row.sure:
                yield from (Change(row.row, one.field) for one in row.changes if (not one.old) is lacking)


class Taken(NamedTuple):
    """How many persons an import added, and of how many it changed facts."""

    added: int
    changed: int
