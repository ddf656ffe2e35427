"""Lists typed for fonts of the years before Unicode, read in Unicode before anybody looks for columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.common.old_fonts import converted, has_unicode_letters, kind_of
from app.sheets.table import Table, TableCell


def in_unicode(tables: Sequence[Table]) -> tuple[tuple[Table, ...], str]:
    """Return the tables in Unicode, and the kind of old font most of their text was typed for; "" for none.

    Where more cells are in Unicode than not, a few odd names are left to be told as what they are.
    """
    texts = [cell.text for table in tables for row in table.rows for cell in row.cells if cell.text.strip()]
    kind = kind_of("\n".join(texts))
    old = [text for text in texts if not text.isascii() and not has_unicode_letters(text)]
    if kind is None or 2 * len(old) < len([text for text in texts if not text.isascii()]):
        return tuple(tables), ""
    return tuple(_table(table, kind) for table in tables), kind


def _table(table: Table, kind: str) -> Table:
    rows = tuple(replace(row, cells=tuple(_cell(cell, kind) for cell in row.cells)) for row in table.rows)
    return replace(table, rows=rows)


def _cell(cell: TableCell, kind: str) -> TableCell:
    plain = cell.kind != "text" or cell.text.isascii()
    return cell if plain else replace(cell, text=converted(cell.text, kind))
