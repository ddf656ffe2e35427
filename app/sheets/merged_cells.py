"""Cells merged downwards inside a list: what stands in them holds for every line that they cover."""

from __future__ import annotations

from collections.abc import Sequence

from app.sheets.headers import Header
from app.sheets.table import Span, Table, TableRow


def filled_down(table: Table, header: Header) -> tuple[Sequence[TableRow], frozenset[tuple[int, int]]]:
    """Return the rows under the head with merged facts in each of them, and the places that got theirs so.

    Names are never repeated: a name over two lines is one person.
    """
    below = [row for row in table.rows if row.number > header.row]
    read = {one.column for name, columns in header.by_field.items() for one in columns if name != "full_name"}
    spans = [span for span in table.spans if _is_fact(span, header.row) and span.left in read]
    if not spans:
        return below, frozenset()
    places = {row.number: place for place, row in enumerate(below)}
    filled: set[tuple[int, int]] = set()
    for span in spans:
        if span.top not in places:
            continue
        cell = below[places[span.top]].cell(span.left)
        for number in range(span.top + 1, min(span.bottom, below[-1].number) + 1):
            if number in places and cell.text.strip():
                row = below[places[number]]
                cells = [row.cell(column) for column in range(max(len(row.cells), span.left + 1))]
                cells[span.left] = cell
                below[places[number]] = TableRow(number, tuple(cells))
                filled.add((number, span.left))
    return below, frozenset(filled)


def _is_fact(span: Span, head: int) -> bool:
    return span.left == span.right and span.bottom > span.top > head
