"""Finds the header row of a member list and which column holds what, from the names people use."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from app.common.paths import RESOURCES
from app.common.text import clean_line, fold
from app.sheets.table import Table, TableRow

HEADER_SEARCH_ROWS = 40
"""The header stands under the title lines of the list; further down it is data."""
_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_NAME_FIELDS = ({"full_name"}, {"family_part", "given_part"})


@dataclass(frozen=True, slots=True)
class Header:
    """The header row's number and the column (from 0) of every field that it names."""

    row: int
    columns: dict[str, int]


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of ``resources/sheets/member_list.toml`` in folded form."""

    columns: tuple[tuple[str, str], ...]
    """Pairs (folded name, field), longest name first."""
    male: frozenset[str]
    female: frozenset[str]
    nothing: frozenset[str]


def find_header(table: Table) -> Header | None:
    """Return the first row that names a column of full names (or of family and given names), if any."""
    for row in table.rows:
        if row.number > HEADER_SEARCH_ROWS:
            break
        columns = _columns(row)
        if any(needed <= columns.keys() for needed in _NAME_FIELDS):
            return Header(row.number, columns)
    return None


def field_of(title: str) -> str:
    """Return the field that a column title names; empty for a column that is not read."""
    folded = folded_title(title)
    if not folded:
        return ""
    for name, field in words().columns:
        if folded == name or (len(name) > 4 and folded.startswith(name + " ")):  # noqa: PLR2004  "ten goi khac"
            return "" if field == "ignored" else field
    return ""


def folded_title(title: str) -> str:
    """Return a title without marks, brackets and punctuation, in lower case."""
    return _NOT_WORD.sub(" ", fold(_BRACKETS.sub(" ", clean_line(title)))).strip()


@lru_cache(maxsize=4096)
def folded_word(text: str) -> str:
    """Return a cell's word without marks and outer spaces, to look it up in `Words`."""
    return fold(clean_line(text))


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the vocabulary."""
    with (RESOURCES / "sheets" / "member_list.toml").open("rb") as file:
        data = tomllib.load(file)
    names = [(folded_title(name), field) for field, names in data["columns"].items() for name in names]
    kinds = {kind: frozenset(folded_word(word) for word in given) for kind, given in data["words"].items()}
    return Words(columns=tuple(sorted(names, key=lambda pair: (-len(pair[0]), pair[0]))), **kinds)


def _columns(row: TableRow) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, cell in enumerate(row.cells):
        field = field_of(cell.text)
        if field:
            found.setdefault(field, column)
    return found
