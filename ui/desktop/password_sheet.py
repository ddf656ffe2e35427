"""The sheet of paper (A4) that carries the password of a closed package to the receiving office."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt

from ui.desktop.sheet_paper import SheetPaper
from ui.texts import closing as words

_Flag = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class PasswordSheetFacts:
    """What stands on the sheet besides the password."""

    cell: str
    above: str
    committee: str
    year: int
    made_at: dt.datetime


def password_sheet(facts: PasswordSheetFacts, password: str) -> bytes:
    """Return the page (PNG): whose dossier it opens, the password large, how to keep it."""
    paper = SheetPaper()
    paper.line(facts.above.upper(), 11, _Flag.AlignHCenter)
    paper.line(facts.cell.upper(), 13, _Flag.AlignHCenter, bold=True)
    paper.space(12)
    paper.line(words.SHEET_TITLE, 20, _Flag.AlignHCenter, bold=True)
    paper.line(words.SHEET_MADE.format(year=facts.year, at=facts.made_at), 12, _Flag.AlignHCenter)
    paper.space(14)
    # The longest stays on one line: broken at a hyphen it would be typed with one more or one less.
    paper.line(password, 18, _Flag.AlignHCenter, bold=True)
    paper.line(words.SHEET_LETTERS, 11, _Flag.AlignHCenter)
    paper.space(14)
    paper.section(words.SHEET_USE_HEAD, [words.SHEET_USE.format(committee=facts.committee)])
    paper.section(words.SHEET_KEEPING_HEAD, words.SHEET_KEEPING)
    return paper.png()
