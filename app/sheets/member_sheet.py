"""Understands a table as a list of members: every row with its values, faults and what was changed.

Pure: knows no file format and no database. Whether a person is already known is the service's question.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from app.common.progress import Progress
from app.common.text import clean_line
from app.domain.checking import shape_problems
from app.domain.imported_members import ImportedMember
from app.domain.types import show_date
from app.errors import Problem, Refused
from app.sheets.cell_parts import Whole, whole_of
from app.sheets.headers import HeadColumn, Header, find_header
from app.sheets.line_kinds import LineKinds
from app.sheets.member_cells import READERS, CellReading
from app.sheets.member_list import MemberList, OtherTable, SheetColumn, SheetMember, SkippedRow, Wishes
from app.sheets.merged_cells import filled_down
from app.sheets.stacked import lists_in
from app.sheets.table import Book, Table, TableRow
from app.sheets.vocabulary import folded_word, words

_MOST_WORDS = 120
_DATES = frozenset(name for name in ImportedMember.model_fields if name.endswith("_on"))


@dataclass(frozen=True, slots=True)
class _List:
    """A table with the head that makes it a list of members."""

    place: int
    table: Table
    header: Header
    count: int

    def likeness(self) -> tuple[bool, bool, int, int]:
        """Return what tells the list one means from a page of explanations or an older, shorter list."""
        folded = folded_word(self.table.title)
        is_guide = any(folded.startswith(word) for word in words().guide)
        return not is_guide, self.count > 0, len(self.header.by_field), self.count


def read_members(book: Book, progress: Progress, wishes: Wishes | None = None) -> MemberList:
    """Return the list of members in the table that looks most like one, or in the one wished.

    Raises `Refused` L-511 when no table names a column of names, L-512 when no row stands under it, L-509
    (rows) or L-510 (columns) when it is larger than any list.
    """
    wishes = wishes or Wishes()
    lists = list(_lists(book.tables, wishes))
    if not lists:
        raise next((one.over for one in book.tables if one.over), Refused("L-511"))
    wished = [one for one in lists if one.place == wishes.table]
    chosen = wished[0] if wished else max(lists, key=_List.likeness)
    if chosen.table.over:
        raise chosen.table.over
    return _Reading(chosen, progress).result(lists, book)


def _lists(tables: Sequence[Table], wishes: Wishes) -> Iterator[_List]:
    pieces = (piece for table in tables for piece in lists_in(table, wishes.assigned))
    for place, table in enumerate(pieces):
        header = find_header(table, wishes.assigned)
        if header:
            kinds = LineKinds(table, header)
            below = [row for row in table.rows if row.number > header.row]
            count = sum(1 for row in below if not kinds.why_no_person(row))
            yield _List(place, table, header, count)


class _Reading:
    """The chosen list being read."""

    def __init__(self, chosen: _List, progress: Progress) -> None:
        self._list = chosen
        self._table, self._header = chosen.table, chosen.header
        self._progress = progress
        self._merged = frozenset[tuple[int, int]]()

    def result(self, lists: Sequence[_List], book: Book) -> MemberList:
        """Return the list; raises `Refused` L-512 where nobody is in it."""
        below, self._merged = filled_down(self._table, self._header)
        kinds = LineKinds(self._table, self._header)
        rows: list[SheetMember] = []
        skipped: list[SkippedRow] = []
        for done, row in enumerate(below, start=1):
            why = kinds.why_no_person(row)
            if why:
                skipped.append(SkippedRow(row.number, why, _beginning(row)))
            else:
                rows.append(self._member(row))
            if done % 500 == 0:
                self._progress.step(done, len(below), "import.rows")
        if not rows:
            raise Refused("L-512")
        return MemberList(
            sheet=self._table.title,
            header_row=self._header.row,
            columns=self._columns(),
            rows=tuple(rows),
            skipped=tuple(skipped),
            head=tuple(self._head(one, below) for one in self._header.columns),
            tables=tuple(_other(one) for one in lists if one.count),
            table=self._list.place,
            in_document=self._table.in_document,
            has_links=book.has_links,
            old_font=book.old_font,
        )

    def _columns(self) -> dict[str, str]:
        return {
            name: self._table.column_name(columns[0].column)
            for name, columns in self._header.by_field.items()
            if name in ImportedMember.model_fields
        }

    def _head(self, one: HeadColumn, below: Sequence[TableRow]) -> SheetColumn:
        texts = (clean_line(row.cell(one.column).text) for row in below)
        sample = next(filter(None, texts), "")[:_MOST_WORDS] if not one.field or one.assigned else ""
        name = self._table.column_name(one.column)
        return SheetColumn(name, one.title, one.key, one.field, one.part, one.assigned, sample)

    def _member(self, row: TableRow) -> SheetMember:
        values: dict[str, str] = {}
        problems: list[Problem] = []
        notes: list[Problem] = []
        for name, whole, reading in self._readings(row):
            values[name] = reading.value
            place = self._place(whole)
            problems += [Problem(name, code, place) for code in reading.problems]
            taken = {**place, "taken": show_date(reading.value) if name in _DATES else reading.value}
            notes += [Problem(name, code, taken, "warning") for code in reading.notes]
            notes += [Problem(name, code, place, "warning") for code in self._of_line(row, name, values)]
        problems += self._shape_problems(row, values, {problem.field for problem in problems})
        return SheetMember(row.number, values, tuple(problems), tuple(notes))

    def _readings(self, row: TableRow) -> Iterator[tuple[str, Whole, CellReading]]:
        sexes: list[Whole] = []
        for name, reader in READERS.items():
            columns = self._header.of(name)
            if not columns:
                continue
            whole = whole_of(row, columns)
            reading = reader(whole.cell, words(), self._table.serial_epoch)
            if whole.sex:
                sexes.append(whole)
            if whole.both:
                reading = CellReading(problems=("sex.both",))
            elif name == "sex" and whole.sex:
                reading = CellReading(whole.sex)
            if (row.number, whole.column) in self._merged and reading.value:
                reading = CellReading(reading.value, reading.problems, (*reading.notes, "cell.merged"))
            yield name, whole, reading
        if sexes and not self._header.of("sex"):
            yield "sex", sexes[0], CellReading(sexes[0].sex)

    def _of_line(self, row: TableRow, name: str, values: dict[str, str]) -> Iterator[str]:
        """Yield what is to be said at one field because of the rest of the line."""
        if name == "full_name" and row.number in self._table.hidden:
            yield "row.hidden"
        if name == "standing_on" and values[name] and not values.get("standing"):
            yield "standing.day_alone"

    def _place(self, whole: Whole) -> dict[str, object]:
        return {"column": self._table.column_name(whole.column), "value": whole.cell.text}

    def _shape_problems(self, row: TableRow, values: dict[str, str], already: set[str]) -> Iterator[Problem]:
        """Check with the declaration of a member's fields, replacing `values` by what would be stored."""
        shaped = {name: value for name, value in values.items() if name not in already}
        if not shaped.get("standing", "x"):
            del shaped["standing"]
        try:
            draft = ImportedMember.model_validate(shaped)
        except ValidationError as error:
            found = shape_problems(error)
        else:
            values.update({name: str(getattr(draft, name)) for name in shaped})
            return
        for problem in found:
            if problem.field not in already:
                whole = whole_of(row, self._header.of(problem.field) or self._header.of("full_name"))
                yield Problem(problem.field, problem.code, {**problem.params, **self._place(whole)})


def _other(one: _List) -> OtherTable:
    return OtherTable(one.place, one.table.title, one.count, one.table.from_row)


def _beginning(row: TableRow) -> str:
    return " · ".join(clean_line(row.cells[column].text) for column in row.filled())[:_MOST_WORDS]
