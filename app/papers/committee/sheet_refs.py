"""References in formulas when rows are put into a sheet; the formulas are taken apart by openpyxl."""

from __future__ import annotations

import re
from dataclasses import dataclass

from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError
from openpyxl.formula.translate import Translator

from app.papers.committee.sheet_book import area_of, ref_of
from app.papers.committee.sheet_merges import Area

_CELL = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})")
_ROWS = re.compile(r"(\$?)(\d{1,7}):(\$?)(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Inserted:
    """Rows put into a sheet: the first row that moves down, and by how many.

    A range that ends right above them grows when it ends at `grows`: the last row of a repeated block.
    """

    sheet: str
    at: int
    count: int
    grows: int = 0

    def row(self, row: int) -> int:
        """Return where a row is afterwards."""
        return row + self.count if row >= self.at else row

    def area(self, area: Area) -> Area:
        """Return where a rectangle is afterwards; one that ends at the block grows with it."""
        bottom = area.bottom + self.count if self._grows(area) else self.row(area.bottom)
        return Area(area.left, self.row(area.top), area.right, bottom)

    def _grows(self, area: Area) -> bool:
        return bool(self.grows) and area.bottom == self.grows < self.at

    def ref(self, ref: str) -> str:
        """Return a reference, of one cell or a rectangle, as it is afterwards."""
        area = area_of(ref.replace("$", ""))
        return ref_of(self.area(area)) if area else ref

    def refs(self, refs: str) -> str:
        """Return several references, apart by spaces."""
        return " ".join(self.ref(one) for one in refs.split())


def is_readable(formula: str) -> bool:
    """Return whether a formula can be taken apart; Excel has kinds that openpyxl does not know."""
    try:
        Tokenizer(f"={formula}")
    except TokenizerError:
        return False
    return True


def moved(formula: str, inserted: Inserted, own_sheet: str) -> str:
    """Return a formula that stands in `own_sheet` as it is after rows were put in; without its "="."""
    tokens = Tokenizer(f"={formula}")
    parts = [_token(one, inserted, own_sheet) for one in tokens.items]
    return "".join(parts)


def _token(token: Token, inserted: Inserted, own_sheet: str) -> str:
    if token.type != Token.OPERAND or token.subtype != Token.RANGE:
        return str(token.value)
    sheet, mark, ref = str(token.value).rpartition("!")
    named = sheet.strip("'").replace("''", "'") if mark else own_sheet
    if named != inserted.sheet:
        return str(token.value)
    return f"{sheet}{mark}{_reference(ref, inserted)}"


def _reference(ref: str, inserted: Inserted) -> str:
    rows = _ROWS.fullmatch(ref)
    if rows:
        area = inserted.area(Area(1, int(rows[2]), 1, int(rows[4])))
        return f"{rows[1]}{area.top}:{rows[3]}{area.bottom}"
    first, colon, last = ref.partition(":")
    start, end = _CELL.fullmatch(first), _CELL.fullmatch(last or first)
    if not start or not end:
        return ref
    top, bottom = int(start[4]), int(end[4])
    area = (
        inserted.area(Area(1, top, 1, bottom)) if colon else Area(1, inserted.row(top), 1, inserted.row(top))
    )
    told = f"{start[1]}{start[2]}{start[3]}{area.top}"
    return f"{told}:{end[1]}{end[2]}{end[3]}{area.bottom}" if colon else told


def translated(formula: str, origin: str, target: str) -> str:
    """Return a formula as it reads when it is copied from one cell to another; without its "="."""
    return str(Translator(f"={formula}", origin=origin).translate_formula(target)).removeprefix("=")
