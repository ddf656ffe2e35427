"""Finds the head of a member list, wherever it stands, over one row or three, and what its columns hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.common.text import clean_line
from app.sheets.table import Span, Table, TableRow
from app.sheets.vocabulary import COUNTING, LEFT_OUT, field_of, folded_title, spoken_title, words

HEADER_SEARCH_ROWS = 40
"""The header stands under the title lines of the list; further down it is data."""
_MOST_LEVELS = 3
_NAME_PARTS = ({("full_name", "")}, {("full_name", "family"), ("full_name", "given")})
_WHOLE = {"family_part": ("full_name", "family"), "given_part": ("full_name", "given")}


@dataclass(frozen=True, slots=True)
class HeadColumn:
    """One column as its head names it: from 0, the words of all rows of the head, what is read from it.

    `part` is ``family``, ``male``, ``month`` … where several columns make up one field. `key` is what an
    assignment is remembered by.
    """

    column: int
    path: tuple[str, ...]
    field: str = ""
    part: str = ""
    assigned: bool = False

    @property
    def title(self) -> str:
        """Return the words of the head in one line."""
        return " – ".join(self.path)

    @property
    def key(self) -> str:
        """Return the words by which the same column of another list is known."""
        return folded_title(" ".join(self.path))


@dataclass(frozen=True, slots=True)
class Header:
    """Number of the head's last row, and its columns from the left."""

    row: int
    columns: tuple[HeadColumn, ...]
    by_field: dict[str, tuple[HeadColumn, ...]] = field(default_factory=dict)

    def of(self, name: str) -> tuple[HeadColumn, ...]:
        """Return the columns that make up a field, from the left; none where the list does not have it."""
        return self.by_field.get(name, ())


def find_header(table: Table, assigned: Mapping[str, str] | None = None) -> Header | None:
    """Return the head that names most fields, the upper one of two equals; one without names is none.

    `assigned` gives fields to columns by `HeadColumn.key`, as the user decided; empty is "not read".
    """
    best: Header | None = None
    spans = spans_by_top(table.spans)
    for place in range(min(len(table.rows), HEADER_SEARCH_ROWS)):
        header = header_at(table.rows, place, spans, assigned or {})
        if header and (best is None or len(header.by_field) > len(best.by_field)):
            best = header
    return best


def header_at(
    rows: Sequence[TableRow], place: int, spans: dict[int, list[Span]], assigned: Mapping[str, str]
) -> Header | None:
    """Return the head that begins at a place among the rows, nothing where none of its columns is the name.

    `spans` are the merged cells by the row of their top (`spans_by_top`).
    """
    depth = _depth(rows, place, spans)
    head = rows[place : place + depth]
    columns = tuple(_meaning(column, path, assigned) for column, path in _paths(head, spans) if any(path))
    by_field = _by_field(columns)
    parts = {(one.field, one.part) for one in by_field.get("full_name", ())}
    if not any(needed <= parts for needed in _NAME_PARTS):
        return None
    return Header(head[-1].number, columns, by_field)


def _depth(rows: Sequence[TableRow], place: int, spans: dict[int, list[Span]]) -> int:
    """Return over how many rows the head reaches that begins at `place`."""
    top = rows[place].number
    # Cells merged downwards tell it, unless they reach into the people.
    bottoms = {span.bottom for span in spans.get(top, ()) if span.bottom - top < _MOST_LEVELS}
    merged = sum(1 for row in rows[place : place + _MOST_LEVELS] if row.number <= max(bottoms, default=top))
    depth = merged
    while depth < _MOST_LEVELS and place + depth < len(rows) and _is_below(rows[place + depth], rows[place]):
        depth += 1
    return depth


def _is_below(row: TableRow, top: TableRow) -> bool:
    """Return whether a row only divides columns of the head above it ("Nam", "Nữ")."""
    filled = row.filled()
    if not filled or any(row.cells[column].kind != "text" for column in filled):
        return False
    common = [_common_of(column, top) for column in filled]
    below = [row.cells[column].text for column in filled]
    pairs = [(field_of(title), spoken_title(text)) for title, text in zip(common, below, strict=True)]
    dividing = [pair in words().parts or pair in words().turned for pair in pairs]
    return any(dividing) and all(
        divides or field_of(text) for divides, text in zip(dividing, below, strict=True)
    )


def _common_of(column: int, top: TableRow) -> str:
    """Return the title over a column: its own, or that of the nearest column at the left that has one."""
    while column > 0 and not top.cell(column).text.strip():
        column -= 1
    return top.cell(column).text


def _paths(head: Sequence[TableRow], spans: dict[int, list[Span]]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the words over each column, from the uppermost down, every merged cell once."""
    width = max(len(row.cells) for row in head)
    origins = _origins(head, spans)
    width = max(width, *(column + 1 for _number, column in origins), 1)
    for column in range(width):
        path: list[str] = []
        seen: set[tuple[int, int]] = set()
        for level, row in enumerate(head):
            origin = origins.get((row.number, column), (row.number, column))
            text = _text_at(head, *origin)
            if not text and level < len(head) - 1 and origin not in seen:
                text = _spread(head, level, column)
            if text and origin not in seen:
                path.append(text)
            seen.add(origin)
        yield column, tuple(path)


def _spread(head: Sequence[TableRow], level: int, column: int) -> str:
    """Return the common title of a column whose own cell is empty, where the head was not merged."""
    below = head[level + 1]
    if not below.cell(column).text.strip() or not below.cell(column - 1).text.strip():
        return ""
    return clean_line(_common_of(column, head[level]))


def _origins(
    head: Sequence[TableRow], spans: dict[int, list[Span]]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for each merged cell of the head the cell that holds its words."""
    return {
        (row.number, column): (span.top, span.left)
        for top in head
        for span in spans.get(top.number, ())
        for row in head
        if span.top <= row.number <= span.bottom
        for column in range(span.left, span.right + 1)
    }


def _text_at(head: Sequence[TableRow], number: int, column: int) -> str:
    return next((clean_line(row.cell(column).text) for row in head if row.number == number), "")


def _meaning(column: int, path: tuple[str, ...], assigned: Mapping[str, str]) -> HeadColumn:
    named = HeadColumn(column, path)
    if named.key in assigned:
        return HeadColumn(column, path, assigned[named.key], assigned=True)
    name, part = _named(path)
    return HeadColumn(column, path, name, part)


def _named(path: tuple[str, ...]) -> tuple[str, str]:
    """Return the field and its part that the words of the head name."""
    if len(path) == 1:
        return _WHOLE.get(name := field_of(path[0]), (name, ""))
    above, _part = _named(path[:-1])
    if above == LEFT_OUT:
        return LEFT_OUT, ""
    pair = above, spoken_title(path[-1])
    if pair in words().parts:
        return above, words().parts[pair]
    if pair in words().turned:
        return words().turned[pair], ""
    own = field_of(path[-1])
    name = own or field_of(" ".join(path))
    return _WHOLE.get(name, (name, ""))


def _by_field(columns: Sequence[HeadColumn]) -> dict[str, tuple[HeadColumn, ...]]:
    found: dict[str, list[HeadColumn]] = {}
    for one in columns:
        if one.field in {"", LEFT_OUT, COUNTING}:
            continue
        chosen = found.setdefault(one.field, [])
        if not chosen or _belong_together(chosen[-1], one):
            chosen.append(one)
        elif one.assigned and not chosen[0].assigned:
            found[one.field] = [one]
    return {name: tuple(chosen) for name, chosen in found.items()}


def _belong_together(one: HeadColumn, other: HeadColumn) -> bool:
    """Return whether two columns are parts of one field, or one merged title over both."""
    if one.part or other.part:
        return bool(one.part and other.part)
    merged = one.field == "full_name" and one.path == other.path and other.column == one.column + 1
    return merged or one.field == "post"


def spans_by_top(spans: Sequence[Span]) -> dict[int, list[Span]]:
    """Return the merged cells by the number of their first row."""
    found: dict[int, list[Span]] = {}
    for span in spans:
        found.setdefault(span.top, []).append(span)
    return found
