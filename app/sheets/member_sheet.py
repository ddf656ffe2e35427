"""Understands a table as a list of members: every row with its values, faults and what was changed.

Pure: knows no file format and no database. Whether a person is already known is the service's question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from app.common.progress import Progress
from app.domain.checking import shape_problems
from app.domain.members import ListedMember
from app.domain.types import show_date
from app.errors import Problem, Refused
from app.sheets.headers import Header, find_header, words
from app.sheets.member_cells import READERS, CellReading, read_name
from app.sheets.member_list import MemberList, SheetMember
from app.sheets.table import Table, TableCell, TableRow, column_letter

_COUNTING = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?")
_NAME = ("full_name", "family_part", "given_part")


def read_members(tables: Sequence[Table], progress: Progress) -> MemberList:
    """Return the first list of members among `tables`.

    Raises `Refused` L-511 when no table names a column of names, L-512 when no row stands under it.
    """
    for table in tables:
        header = find_header(table)
        if header:
            return _read(table, header, progress)
    raise Refused("L-511")


def _read(table: Table, header: Header, progress: Progress) -> MemberList:
    below = [row for row in table.rows if row.number > header.row]
    rows, skipped = [], []
    for done, row in enumerate(below, start=1):
        if _is_person(row, header):
            rows.append(_member(row, header, table.serial_epoch))
        else:
            skipped.append(row.number)
        if done % 500 == 0:
            progress.step(done, len(below), "import.rows")
    if not rows:
        raise Refused("L-512")
    return MemberList(table.title, header.row, _letters(header), tuple(rows), tuple(skipped))


def _is_person(row: TableRow, header: Header) -> bool:
    """Return whether the row is meant to be a person, not column numbers, a heading or a remark."""
    filled = [cell.text.strip() for cell in row.cells if cell.text.strip()]
    if all(_COUNTING.fullmatch(text) for text in filled):
        return False
    known = [row.cell(column).text.strip() for column in header.columns.values()]
    named = any(row.cell(header.columns[field]).text.strip() for field in _NAME if field in header.columns)
    # "II. Tổ đảng số 2", "Người lập biểu": at most one fact in the columns of the list, and no number.
    facts = sum(1 for text in known if text)
    return named or facts > 1 or (facts == 1 and filled[0].isdigit())


def _member(row: TableRow, header: Header, serial_epoch: str) -> SheetMember:
    values: dict[str, str] = {}
    problems: list[Problem] = []
    notes: list[Problem] = []
    for field, column, cell, reading in _readings(row, header, serial_epoch):
        values[field] = reading.value
        place: dict[str, object] = {"column": column_letter(column), "value": cell.text}
        problems += [Problem(field, code, place) for code in reading.problems]
        taken = {**place, "taken": show_date(reading.value) if field.endswith("_on") else reading.value}
        notes += [Problem(field, code, taken, "warning") for code in reading.notes]
    problems += _shape_problems(values, {problem.field for problem in problems}, header, row)
    return SheetMember(row.number, values, tuple(problems), tuple(notes))


def _readings(
    row: TableRow, header: Header, serial_epoch: str
) -> Iterator[tuple[str, int, TableCell, CellReading]]:
    column, cell = _name_cell(row, header)
    yield "full_name", column, cell, read_name(cell)
    for field, reader in READERS.items():
        if field in header.columns:
            column = header.columns[field]
            cell = row.cell(column)
            yield field, column, cell, reader(cell, words(), serial_epoch)


def _name_cell(row: TableRow, header: Header) -> tuple[int, TableCell]:
    if "full_name" in header.columns:
        column = header.columns["full_name"]
        return column, row.cell(column)
    column = header.columns["family_part"]
    parts = [row.cell(column), row.cell(header.columns["given_part"])]
    odd = [part.kind for part in parts if part.kind not in {"text", "number"}]
    return column, TableCell(" ".join(part.text for part in parts), odd[0] if odd else "text")


def _shape_problems(
    values: dict[str, str], already: set[str], header: Header, row: TableRow
) -> Iterator[Problem]:
    """Check with the declaration of a member's fields, replacing `values` by what would be stored."""
    try:
        draft = ListedMember.model_validate({k: v for k, v in values.items() if k not in already})
    except ValidationError as error:
        found = shape_problems(error)
    else:
        values.update({name: str(value) for name, value in draft if name in values and name not in already})
        return
    for problem in found:
        if problem.field in already:
            continue
        column = header.columns.get(problem.field, _name_cell(row, header)[0])
        place = {"column": column_letter(column), "value": row.cell(column).text}
        yield Problem(problem.field, problem.code, {**problem.params, **place})


def _letters(header: Header) -> dict[str, str]:
    letters = {field: column_letter(column) for field, column in header.columns.items()}
    if "full_name" not in letters:
        letters["full_name"] = letters["family_part"]
    return {field: letter for field, letter in letters.items() if field in ListedMember.model_fields}
