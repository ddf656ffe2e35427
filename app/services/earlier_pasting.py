"""A pasted table of earlier years: whom each row is about, and the texts that it brings for the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.common.old_fonts import converted, kind_of
from app.common.text import clean_line, clean_text, search_form
from app.domain.earlier_years import TEXT_COLUMNS
from app.domain.members import Member, MemberFields
from app.domain.targets import CELL
from app.errors import Problem
from app.rules.past_levels import says_nothing
from app.services.earlier_changes import CellChange, row_changes
from app.services.earlier_table import EarlierTable
from app.services.known_members import KnownMembers
from app.sheets.earlier_columns import FAMILY, GIVEN, NAME, PastedHead, find_head, is_cell, is_no_person
from app.sheets.member_cells import READERS
from app.sheets.pasted import cells_in
from app.sheets.table import Table, TableCell
from app.sheets.vocabulary import words

_WHO = ("born_on", "card_number")


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row: its number in what was pasted, the name, the texts by column; empty cells say nothing.

    `target` is whom it is about, empty where that must be chosen among `candidates`, or where nobody in the
    list bears the name.
    """

    number: int
    name: str
    target: str = ""
    candidates: tuple[str, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was pasted, held against the table; nothing is stored by it."""

    table: EarlierTable
    head: PastedHead
    rows: tuple[PastedRow, ...]
    old_font: str = ""
    """The kind of old font that it was typed for; what stands here was read in Unicode."""

    @property
    def unread(self) -> tuple[str, ...]:
        """Return the titles of columns that are not read."""
        pairs = zip(self.head.titles, self.head.fields, strict=True)
        return tuple(title for title, field in pairs if title and not field)

    def title_of(self, column: str) -> str:
        """Return what the pasted table calls a column."""
        place = self.head.place_of(column)
        return self.head.titles[place] if place >= 0 else ""

    def changes(self, row: PastedRow, target: str) -> tuple[CellChange, ...]:
        """Return what a row changes of a subject, each cell with its fault if it has one."""
        return row_changes(self.table.row(target), row.texts)

    def twice(self, targets: dict[int, str]) -> dict[int, Problem]:
        """Return by number the rows about somebody whom a row above them is about already."""
        names = {row.target: row.name for row in self.table.rows}
        first: dict[str, int] = {}
        found: dict[int, Problem] = {}
        for number, target in sorted(targets.items()):
            if not target:
                continue
            if target in first:
                params: dict[str, object] = {"name": names[target], "row": first[target]}
                found[number] = Problem(NAME, "earlier.twice", params)
            first.setdefault(target, number)
        return found


def read_pasted(text: str, table: EarlierTable) -> Pasted | None:
    """Return what pasted text says of earlier years, or None where it has no head with names and columns."""
    kind = kind_of(text) or ""
    rows = cells_in(converted(text, kind) if kind else text)
    head = find_head(rows, table.year)
    if head is None:
        return None
    matching = _Matching(table)
    found: list[PastedRow] = []
    for number, cells in enumerate(rows[head.rows :], head.rows + 1):
        texts = _texts(head, cells)
        name = _name(head, cells)
        if not name and found and texts.keys() <= set(TEXT_COLUMNS):
            found[-1] = _continued(found[-1], texts)  # a merged name over several rows
        elif (name or texts) and not is_no_person(name):
            found.append(matching.row(PastedRow(number, name, texts=texts), _who(head, name, cells)))
    return Pasted(table, head, tuple(found), kind)


class _Matching:
    """The subjects of the table, by name, birth and card number as the import of lists knows them."""

    def __init__(self, table: EarlierTable) -> None:
        self._cell_name = next((row.name for row in table.rows if row.of_cell), "")
        self._members = [row.member for row in table.rows if row.member]
        self._known = KnownMembers[Member](self._members)

    def row(self, row: PastedRow, who: MemberFields | None) -> PastedRow:
        """Return the row with whom it is about, or with those it may be about."""
        if is_cell(row.name, self._cell_name):
            return replace(row, target=CELL)
        alike = self._alike(who) if who else []
        if len(alike) == 1:
            return replace(row, target=alike[0].uid)
        return replace(row, candidates=tuple(one.uid for one in alike))

    def _alike(self, who: MemberFields) -> list[Member]:
        holder = self._known.with_card(who.card_number)
        if holder and search_form(holder.full_name) == search_form(who.full_name):
            return [holder]
        alike = self._known.alike(who)
        # Of namesakes, one of whom has no birth in the list, the one born on that very day is meant.
        same = [one for one in alike if who.born_on and one.born_on == who.born_on]
        return same if len(same) == 1 else alike


def _who(head: PastedHead, name: str, cells: Sequence[str]) -> MemberFields | None:
    facts = {NAME: name}
    for fact in _WHO:
        text = _cell(cells, head.place_of(fact))
        reading = READERS[fact](TableCell(text), words(), Table("", ()).serial_epoch)
        facts[fact] = "" if reading.problems else reading.value
    return MemberFields.model_validate(facts) if name else None


def _name(head: PastedHead, cells: Sequence[str]) -> str:
    whole = _cell(cells, head.place_of(NAME))
    parts = (_cell(cells, head.place_of(part)) for part in (FAMILY, GIVEN))
    return clean_line(whole or " ".join(parts))


def _texts(head: PastedHead, cells: Sequence[str]) -> dict[str, str]:
    found = {
        field: clean_text(_cell(cells, place)).strip()
        for place, field in enumerate(head.fields)
        if field.isdigit() or field in TEXT_COLUMNS
    }
    return {column: text for column, text in found.items() if not says_nothing(text)}


def _continued(row: PastedRow, texts: dict[str, str]) -> PastedRow:
    joined = dict(row.texts)
    for column, text in texts.items():
        joined[column] = "\n".join(filter(None, (joined.get(column, ""), text)))
    return replace(row, texts=joined)


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if 0 <= place < len(cells) else ""
