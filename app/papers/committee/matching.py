"""Names that a form brings along (controls, merge fields, words in braces) found among our fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from app.common.text import fold
from app.papers.committee.catalogue import IN_ROW, FormField
from app.papers.committee.model import Marks, line_of

KEEP = "keep"
"""Stands where the secretary said that a named place stays as the form has it."""
_SIGNS = re.compile(r"[^0-9a-z]+")


def matched(named: Mapping[str, str], fields: Sequence[FormField]) -> dict[str, str]:
    """Return the field of each named place whose words are those of exactly one field.

    Of two that are called alike, the one that is not of a repeated row goes first.
    """
    by_name: dict[str, str] = {}
    for one in sorted(fields, key=lambda one: one.is_in_row):
        for name in (one.key, one.label, *one.names):
            by_name.setdefault(_bare(name), one.key)
    return {at: by_name[bare] for at, name in named.items() if (bare := _bare(name)) in by_name}


def _bare(name: str) -> str:
    return _SIGNS.sub("", fold(name))


@dataclass(frozen=True, slots=True)
class FormFaults:
    """What keeps a form from being used, and what should be looked at."""

    unknown: tuple[str, ...] = ()
    """Names in the form that no field answers to."""
    not_in_row: tuple[str, ...] = ()
    """Keys of fields of a row that stand in no repeated row."""
    empty_rows: int = 0
    """Repeated rows without a field of the row."""
    used_up: tuple[str, ...] = ()
    """Keys of fields in empty rows that a repeated one uses up."""
    doubled: tuple[str, ...] = ()
    """Keys of fields with more than one place."""
    missing: tuple[str, ...] = ()
    """Keys of fields that the paper needs and that have no place."""
    is_blank: bool = False
    """Whether nothing at all is marked."""

    @property
    def is_usable(self) -> bool:
        """Return whether papers can be made from the form; a missing or doubled field only warns."""
        return not (self.unknown or self.not_in_row or self.empty_rows or self.used_up or self.is_blank)


def faults(marks: Marks, missing: Sequence[str], spare: Collection[str]) -> FormFaults:
    """Return what is wrong with the marks of a form; `missing` are the fields that it has no place for.

    `spare` are the lines of empty rows that its repeated ones use up.
    """
    placed = {at: key for at, key in marks.places.items() if key != KEEP}
    of_rows = {at: key for at, key in placed.items() if key.startswith(f"{IN_ROW}.")}
    filled = {marks.row_of(at) for at in of_rows}
    counts = Counter(placed.values())
    return FormFaults(
        unknown=tuple(dict.fromkeys(name for at, name in marks.named.items() if at not in marks.places)),
        not_in_row=tuple(dict.fromkeys(key for at, key in of_rows.items() if not marks.row_of(at))),
        empty_rows=sum(row not in filled for row in marks.rows),
        used_up=placed_in(marks, spare),
        doubled=tuple(key for key, count in counts.items() if count > 1),
        missing=tuple(missing),
        is_blank=not placed,
    )


def placed_in(marks: Marks, lines: Collection[str]) -> tuple[str, ...]:
    """Return the keys of the fields that stand in some lines."""
    found = (key for at, key in marks.places.items() if key != KEEP and line_of(at) in lines)
    return tuple(dict.fromkeys(found))
