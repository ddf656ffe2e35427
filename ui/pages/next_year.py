"""The step from one year to the next in the window: shown first, then taken, in one undo step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from app.errors import AppError
from app.services.next_year_preview import NextYear, NextYearState
from ui.dialogs.next_year import NextYearDialog
from ui.pages.page import Desk
from ui.texts import next_year as words
from ui.texts import shared

NEXT_YEAR = "next_year"
"""What Trang chính opens at when another year is wanted."""


class OpeningYear(QObject):
    """Shows what a new year would begin with and opens it when the secretary says so."""

    year_asked = Signal(int)
    undo_asked = Signal()

    def __init__(self, core: Core, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._core = core
        self._notifier = desk.notifier
        self._page = page

    def show(self, year: int, *, can_change: bool) -> None:
        """Show the dialog for the year after `year`."""
        try:
            preview = self._core.review.next_years.preview(year)
        except AppError as error:
            self._notifier.show(error)
            return
        dialog = NextYearDialog(preview, can_change=can_change, parent=self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.go_asked.connect(lambda: self.year_asked.emit(preview.year))
        dialog.open_asked.connect(lambda keep_rules: self._open(preview, keep_rules=keep_rules))
        dialog.finish_asked.connect(lambda: self._finish(year))
        dialog.open()

    def _open(self, preview: NextYear, *, keep_rules: bool) -> None:
        try:
            if preview.state is NextYearState.NO_REVIEW:
                self._core.years.open(preview.year)
            else:
                self._core.review.next_years.open_after(preview.year - 1, keep_rules=keep_rules)
        except AppError as error:
            self._notifier.show(error)
            return
        self.year_asked.emit(preview.year)
        self._notifier.done(words.OPENED.format(year=preview.year), shared.UNDO, self.undo_asked.emit)

    def _finish(self, year: int) -> None:
        cycle = self._core.review.cycles.get(year)
        if cycle is None:
            return
        try:
            self._core.review.cycles.finish(cycle)
        except AppError as error:
            self._notifier.show(error)
            return
        self._notifier.done(words.FINISHED.format(old=year), shared.UNDO, self.undo_asked.emit)
        self.show(year, can_change=True)
