"""What simple formulas of a form come to, for the pages: sums, counts and reckoning with the four signs.

Whatever else a formula asks is left to Excel; nothing is guessed.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError

from app.papers.committee.sheet_book import Book, S, Sheet, area_of, cells_of
from app.papers.committee.sheet_merges import Area

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 60
_MOST_CELLS = 5_000
_SIGNS: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_RANKS = {"+": 1, "-": 1, "*": 2, "/": 2}


class _Unknown(Exception):
    """The formula asks for something that only Excel does."""


_UNTOLD = (_Unknown, TokenizerError, ZeroDivisionError, RecursionError, LookupError, ValueError)


class Values:
    """The cells of a book with what its simple formulas come to."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._names = {sheet.name: index for index, sheet in enumerate(book.sheets)}
        self._cells = [
            {
                (column, number): cell
                for number, row in sheet.rows().items()
                for column, cell in cells_of(row).items()
            }
            for sheet in book.sheets
        ]
        self._known: dict[tuple[int, int, int], float | None] = {}

    def of(self, index: int, column: int, number: int) -> float | None:
        """Return what the formula of a cell comes to, None where only Excel can tell."""
        key = (index, column, number)
        if key not in self._known:
            self._known[key] = None  # a formula that names itself comes to nothing
            try:
                self._known[key] = self._formula(index, self._cells[index][column, number], 0)
            except _UNTOLD:
                self._known[key] = None
        return self._known[key]

    def _formula(self, index: int, cell: _Element, depth: int) -> float:
        formula = cell.find(f"{S}f")
        if formula is None or not formula.text or depth > _DEEPEST:
            raise _Unknown
        tokens = [one for one in Tokenizer(f"={formula.text}").items if one.type != Token.WSPACE]
        reader = _Reader(tokens, lambda ref: self._range(index, ref, depth))
        return reader.whole()

    def _range(self, index: int, ref: str, depth: int) -> list[float | str]:
        sheet, mark, named = ref.rpartition("!")
        at = self._names.get(sheet.strip("'").replace("''", "'"), -1) if mark else index
        area = area_of(named.replace("$", ""))
        if at < 0 or area is None or _size(area) > _MOST_CELLS:
            raise _Unknown
        return [value for value in self._in_area(at, area, depth) if value != ""]

    def _in_area(self, index: int, area: Area, depth: int) -> Iterator[float | str]:
        for number in range(area.top, area.bottom + 1):
            for column in range(area.left, area.right + 1):
                cell = self._cells[index].get((column, number))
                if cell is not None:
                    yield self._cell(index, cell, depth)

    def _cell(self, index: int, cell: _Element, depth: int) -> float | str:
        if cell.find(f"{S}f") is not None:
            return self._formula(index, cell, depth + 1)
        text = self._book.text(cell)
        return float(text) if text and cell.get("t", "n") == "n" else text


def _by_place(sheet: Sheet) -> dict[tuple[int, int], _Element]:
    rows = sheet.rows().items()
    return {(column, number): cell for number, row in rows for column, cell in cells_of(row).items()}


def _size(area: Area) -> int:
    return (area.right - area.left + 1) * (area.bottom - area.top + 1)


class _Reader:
    """Reads the tokens of one formula from the left; the signs bind as in school."""

    def __init__(self, tokens: list[Token], cells: Callable[[str], list[float | str]]) -> None:
        self._tokens = tokens
        self._cells = cells
        self._at = 0

    def whole(self) -> float:
        value = self._sum(1)
        if self._at < len(self._tokens):
            raise _Unknown
        return value

    def _sum(self, rank: int) -> float:
        value = self._one() if rank > max(_RANKS.values()) else self._sum(rank + 1)
        while (sign := self._sign()) and _RANKS[sign] == rank:
            self._at += 1
            right = self._one() if rank == max(_RANKS.values()) else self._sum(rank + 1)
            value = _SIGNS[sign](value, right)
        return value

    def _sign(self) -> str:
        if self._at >= len(self._tokens):
            return ""
        token = self._tokens[self._at]
        return str(token.value) if token.type == Token.OP_IN and token.value in _SIGNS else ""

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _one(self) -> float:
        token = self._next()
        if token.type == Token.OP_PRE and token.value in {"-", "+"}:
            return self._one() * (-1 if token.value == "-" else 1)
        if token.type == Token.OPERAND and token.subtype == Token.NUMBER:
            return float(token.value)
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            return _single(self._cells(str(token.value)))
        if token.type == Token.PAREN and token.subtype == Token.OPEN:
            value = self._sum(1)
            self._next()
            return value
        if token.type == Token.FUNC and token.subtype == Token.OPEN:
            return self._function(str(token.value).rstrip("(").upper())
        raise _Unknown

    def _function(self, name: str) -> float:
        found: list[float | str] = []
        while True:
            token = self._tokens[self._at]
            if token.type == Token.FUNC and token.subtype == Token.CLOSE:
                self._at += 1
                return _told(name, found)
            if token.type == Token.SEP:
                self._at += 1
            elif token.type == Token.OPERAND and token.subtype == Token.RANGE:
                self._at += 1
                found += self._cells(str(token.value))
            else:
                found.append(self._sum(1))


def _single(values: list[float | str]) -> float:
    if not values:
        return 0.0
    if len(values) > 1 or isinstance(values[0], str):
        raise _Unknown
    return float(values[0])


def _told(name: str, values: list[float | str]) -> float:
    numbers = [one for one in values if not isinstance(one, str)]
    known: Mapping[str, Callable[[], float]] = {
        "SUM": lambda: float(sum(numbers)),
        "COUNT": lambda: float(len(numbers)),
        "COUNTA": lambda: float(len(values)),
        "AVERAGE": lambda: sum(numbers) / len(numbers),
        "MAX": lambda: max(numbers, default=0.0),
        "MIN": lambda: min(numbers, default=0.0),
    }
    if name not in known:
        raise _Unknown
    return known[name]()
