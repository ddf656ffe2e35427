"""Says of a part of the dossier that it lies there on paper, or that it is not needed and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.bootstrap import Core
from app.errors import AppError, Invalid
from app.services.packages import Part
from ui.dialogs.part_note import PartNoteDialog
from ui.pages.page import Desk, Page
from ui.texts import packages as words
from ui.texts import shared


class PartNotes(QObject):
    """Asks in a dialog, keeps the answer, and tells it with its undo."""

    def __init__(self, core: Core, desk: Desk, page: Page) -> None:
        super().__init__(page)
        self._core = core
        self._desk = desk
        self._page = page
        self.year = 0

    def ask(self, part: Part) -> None:
        """Let the secretary say what there is of `part`."""
        notes, year, note = self._core.review.dossier_notes, self.year, part.noted
        dialog = PartNoteDialog(part.title, note, self._page.window())
        dialog.kept.connect(
            lambda values: self._try(dialog, lambda: notes.put(year, part.code, values), words.NOTE_KEPT)
        )
        if note is not None:
            dialog.taken_back.connect(
                lambda: self._try(dialog, lambda: notes.remove(note), words.NOTE_TAKEN_BACK)
            )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _try(self, dialog: PartNoteDialog, act: Callable[[], object], said: str) -> None:
        try:
            act()
        except Invalid as error:
            dialog.show_problems(error.problems)
        except AppError as error:
            self._desk.notifier.show(error)
        else:
            dialog.accept()
            self._desk.notifier.done(said, shared.UNDO, self._page.undo_asked.emit)
