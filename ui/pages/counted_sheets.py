"""Sheets in Cài đặt that lead to what a year has of its own: how much that is, and the way to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from typing_extensions import override

from app.bootstrap import Core
from ui.pages.year_sheet import YearSheet
from ui.texts import committee_forms, wording
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text


class CountedSheet(YearSheet):
    """A line or two; `asked` when what is counted is to be seen."""

    asked = Signal()

    def __init__(self, title: str, said: str, go: Button, count: Callable[[int], str]) -> None:
        super().__init__()
        self._said = count
        self.head(title)
        self._count = Text(role="strong")
        go.clicked.connect(self.asked)
        row = FlowRow()
        row.add(go)
        for widget in (self._count, Text(said, role="small", tone="soft"), row):
            self.body.addWidget(widget)

    @override
    def _say(self, year: int) -> None:
        said = self._said(year)
        self._count.say(said)
        self._count.setVisible(bool(said))


def wording_sheet(core: Core) -> CountedSheet:
    """Return the sheet of the texts that the cell wrote itself."""

    def said(year: int) -> str:
        count = core.review.own_wording.count(year)
        return wording.SHEET_COUNT.format(year=year, count=count) if count else ""

    go = Button(wording.OPEN, glyph="pencil-simple", name="openWording")
    return CountedSheet(wording.TITLE, wording.SHEET_WORDS, go, said)


def forms_sheet(core: Core) -> CountedSheet:
    """Return the sheet of the upper committee's forms."""

    def said(year: int) -> str:
        forms = core.forms.list(year)
        used = sum(one.in_use for one in forms)
        return committee_forms.SHEET_COUNT.format(year=year, count=len(forms), used=used) if forms else ""

    go = Button(committee_forms.OPEN_SHEET, glyph="file-text", name="openForms")
    return CountedSheet(committee_forms.TITLE, committee_forms.SHEET_WORDS, go, said)
