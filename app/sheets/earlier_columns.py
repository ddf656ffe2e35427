"""What the columns of a pasted table of earlier years hold, by their heads, over one row or two.

Words are data (``resources/sheets/earlier_years.toml``); columns that tell who a row is about are read as in
lists of members.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.common import release_files
from app.common.text import clean_line, fold
from app.domain.earlier_years import DUE, PROMISE, SHORTCOMING, columns_of
from app.sheets.vocabulary import COUNTING, field_of, folded_title, spoken_title

NAME, FAMILY, GIVEN = "full_name", "family_part", "given_part"
WHO = (NAME, FAMILY, GIVEN, "born_on", "card_number")
_HEAD_ROWS = 10
"""Titles of the table may stand above its head."""
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


@dataclass(frozen=True, slots=True)
class PastedHead:
    """The head: how many rows it takes with what stands above it, the titles, and the field of each column.

    A field is a column of the table, one of `WHO`, `COUNTING`, or empty for a column that is not read.
    """

    rows: int
    titles: tuple[str, ...]
    fields: tuple[str, ...]

    def place_of(self, field: str) -> int:
        """Return the column of a field, or -1."""
        return self.fields.index(field) if field in self.fields else -1


def find_head(rows: Sequence[Sequence[str]], year: int) -> PastedHead | None:
    """Return the head that names most columns of the table of `year`; one without names is none."""
    heads = [head for place in range(min(len(rows), _HEAD_ROWS)) for head in _heads_at(rows, place, year)]
    return max(heads, key=_count, default=None)


def is_cell(name: str, cell_name: str) -> bool:
    """Return whether a row is about the cell as a whole."""
    folded = folded_title(name)
    return bool(folded) and (folded == folded_title(cell_name) or folded in _words("cell"))


def is_no_person(name: str) -> bool:
    """Return whether a row is a total or a note below the table."""
    if folded_title(name) in _words("total"):
        return True
    spoken = spoken_title(name)  # with its marks: a person may be called Tống Cộng
    return any(spoken.startswith(f"{word} ") for word in _data()["words"]["total"])


def _heads_at(rows: Sequence[Sequence[str]], place: int, year: int) -> list[PastedHead]:
    top = rows[place]
    heads = [_head(place + 1, [clean_line(cell) for cell in top], year)]
    if place + 1 < len(rows):
        heads.append(_head(place + 2, _joined(top, rows[place + 1]), year))
    return [head for head in heads if head]


def _joined(top: Sequence[str], below: Sequence[str]) -> list[str]:
    """Return the titles of a head of two rows: what stands above a column or its group, and below."""
    titles: list[str] = []
    group = ""
    for column in range(max(len(top), len(below))):
        own = clean_line(top[column]) if column < len(top) else ""
        under = clean_line(below[column]) if column < len(below) else ""
        group = own or group
        titles.append(" ".join(filter(None, (group if under else own, under))))
    return titles


def _head(rows: int, titles: Sequence[str], year: int) -> PastedHead | None:
    fields: list[str] = []
    for title in titles:
        field = _field(title, year)
        fields.append(field if field not in fields else "")
    named = NAME in fields or {FAMILY, GIVEN} <= set(fields)
    head = PastedHead(rows, tuple(titles), tuple(fields))
    return head if named and set(fields) & set(columns_of(year)) else None


def _count(head: PastedHead) -> tuple[int, int]:
    # Of two that name as many columns the shorter: the second row of the other would be a person.
    return sum(map(bool, head.fields)), -head.rows


def _field(title: str, year: int) -> str:
    folded = folded_title(title)
    if not folded:
        return ""
    for column in (SHORTCOMING, PROMISE, DUE):
        if _begins(folded, _columns()[column]):
            return column if _of_last_year(folded, year) else ""
    if (found := _level_year(folded, year)) is not None:
        return found
    who = field_of(title)
    return who if who in WHO or who == COUNTING else ""


def _level_year(folded: str, year: int) -> str | None:
    """Return the year of a column of levels, empty for one not asked for, None for other columns."""
    years = _YEAR.findall(folded)
    rest = " ".join(_YEAR.sub(" ", folded).split())
    if len(years) == 1 and (not rest or _begins(rest, _columns()["level"])):
        return years[0] if years[0] in columns_of(year) else ""
    said = any(fold(word) in folded for word in _words("last_year"))
    if said and _begins(folded, _columns()["level"]):
        return str(year - 1)
    return None


def _of_last_year(folded: str, year: int) -> bool:
    """Return whether a column of matters speaks of last year, as one does that names no year."""
    return all(int(found) == year - 1 for found in _YEAR.findall(folded))


def _begins(folded: str, names: Sequence[str]) -> bool:
    return any(folded == name or folded.startswith(f"{name} ") for name in names)


@lru_cache(maxsize=1)
def _columns() -> dict[str, tuple[str, ...]]:
    return {field: tuple(map(folded_title, names)) for field, names in _data()["columns"].items()}


@lru_cache(maxsize=8)
def _words(kind: str) -> frozenset[str]:
    return frozenset(map(folded_title, _data()["words"][kind]))


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return release_files.read_toml("sheets", "earlier_years.toml")
