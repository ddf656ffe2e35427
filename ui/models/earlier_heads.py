"""How the rows and columns of the table of earlier years are called."""

from __future__ import annotations

from app.domain.types import show_date
from app.services.earlier_table import EarlierRow, EarlierTable
from ui.texts import earlier as words


def column_title(table: EarlierTable, column: str) -> str:
    """Return the head of a column."""
    if column.isdigit():
        return words.YEAR.format(year=column)
    return words.COLUMNS[column].format(last=table.year - 1)


def subject_name(row: EarlierRow, *, with_birth: bool = False) -> str:
    """Return how a subject of the table is called; with the birth where namesakes are told apart."""
    if row.of_cell:
        return words.CELL
    born = row.member.born_on if row.member else ""
    return words.BORN.format(name=row.name, born=show_date(born)) if with_birth and born else row.name
