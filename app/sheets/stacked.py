"""Several lists one below the other in one table, each under a head of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from app.sheets.headers import Header, header_at, spans_by_top
from app.sheets.table import Table, TableRow
from app.sheets.vocabulary import COUNTING, LEFT_OUT, names_people

_LEAST_FIELDS = 2
"""A line that names fewer fields is no head: a remark may begin with "Họ và tên"."""


def lists_in(table: Table, assigned: Mapping[str, str]) -> Iterator[Table]:
    """Yield the table in as many pieces as it has heads that differ; mostly it is one.

    A head repeated on the next page divides nothing. One with other columns does: read under the first,
    its dates would become the dates of something else.
    """
    cuts = [0, *_cuts(table, assigned), len(table.rows)]
    for first, last in pairwise(cuts):
        if first < last or not table.rows:
            from_row = table.rows[first].number if first else 0
            yield replace(table, rows=table.rows[first:last], from_row=from_row)


def _cuts(table: Table, assigned: Mapping[str, str]) -> Iterator[int]:
    spans, above = spans_by_top(table.spans), None
    above_place = 0
    for place, row in enumerate(table.rows):
        if not _may_be_head(row):
            continue
        head = header_at(table.rows, place, spans, assigned)
        if head is None or len(head.by_field) < _LEAST_FIELDS:
            continue
        if above and _has_lines(table, above, above_place, place) and _is_another(above, head):
            yield place
        above, above_place = head, place


def _may_be_head(row: TableRow) -> bool:
    return any(names_people(row.cells[column].text) for column in row.filled())


def _has_lines(table: Table, head: Header, head_place: int, place: int) -> bool:
    return any(row.number > head.row for row in table.rows[head_place:place])


def _is_another(above: Header, head: Header) -> bool:
    """Return whether a head calls a column otherwise than the one above it."""
    before = _fields(above)
    return any(before.get(column, "") != field for column, field in _fields(head).items())


def _fields(head: Header) -> dict[int, str]:
    return {one.column: "" if one.field in {LEFT_OUT, COUNTING} else one.field for one in head.columns}
