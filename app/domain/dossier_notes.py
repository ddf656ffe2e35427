"""What the secretary says of a part of the dossier that the program has no paper for (rulings.md 6)."""

from __future__ import annotations

from enum import StrEnum

from app.domain.targets import Code, Sheets, Year, YearRecord
from app.domain.types import Fields, Line
from app.errors import Problem


class HeldAs(StrEnum):
    """Why a part of the dossier is not made by the program."""

    ON_PAPER = "on_paper"
    """It lies signed in the cell's folder and goes up on paper."""
    NOT_NEEDED = "not_needed"
    """The upper committee does not want it of this cell this year."""


class DossierNoteFields(Fields):
    """What is said of one part."""

    year: Year
    part: Code
    held_as: HeldAs = HeldAs.ON_PAPER
    sheets: Sheets = 0
    """Of a part on paper; 0 where nobody counted."""
    reason: Line = ""
    """Of a part that is not needed."""


class DossierNote(YearRecord, DossierNoteFields):
    """Ghi chú về một thành phần hồ sơ."""


def dossier_note_problems(draft: DossierNoteFields) -> list[Problem]:
    """Return what is wrong with a note: a part is not needed for a reason only."""
    if draft.held_as is HeldAs.NOT_NEEDED and not draft.reason.strip():
        return [Problem("reason", "dossier.no_reason")]
    return []
