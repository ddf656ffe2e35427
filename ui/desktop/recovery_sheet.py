"""The sheet of paper (A4) that carries the recovery code, for the sealed envelope."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt

from ui.desktop.sheet_paper import SheetPaper
from ui.texts import recovery as words
from ui.texts.unlock import FORGOTTEN

_Flag = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What stands on the sheet besides the code; `is_first` where no sheet came before it."""

    cell: str
    above: str
    """The organisation to which the cell belongs."""
    made_at: dt.datetime
    """By the clock of the room."""
    is_first: bool = False


def recovery_sheet(facts: SheetFacts, code: str) -> bytes:
    """Return the page (PNG): whose it is, the code, what it opens, how to keep it, which sheets are void."""
    paper = SheetPaper()
    paper.line(facts.above.upper(), 11, _Flag.AlignHCenter)
    paper.line(facts.cell.upper(), 13, _Flag.AlignHCenter, bold=True)
    paper.space(9)
    paper.line(words.SHEET_TITLE, 20, _Flag.AlignHCenter, bold=True)
    paper.line(words.SHEET_MADE.format(at=facts.made_at), 12, _Flag.AlignHCenter)
    paper.space(6)
    paper.code(code.split("-"))
    paper.line(words.SHEET_LETTERS, 11, _Flag.AlignHCenter)
    paper.space(7)
    paper.section(words.SHEET_PURPOSE_HEAD, [one.format(link=FORGOTTEN) for one in words.SHEET_PURPOSE])
    paper.section(words.SHEET_KEEPING_HEAD, words.SHEET_KEEPING)
    earlier = words.SHEET_FIRST if facts.is_first else words.SHEET_VOID.format(at=facts.made_at)
    paper.section(words.SHEET_EARLIER_HEAD, [earlier])
    paper.signatures(
        (words.SHEET_MAKER, words.SHEET_SIGN), (words.SHEET_KEEPER, words.SHEET_SIGN, words.SHEET_RECEIVED)
    )
    paper.foot(words.SHEET_FOOT)
    return paper.png()
