"""What must be said once when a cell is opened, with the way to each draft that waits."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from app.common import logfile, release_files
from ui.dialogs.waiting_drafts import WaitingDraftsDialog
from ui.pages.draft_places import DraftPlace, waiting_places
from ui.pages.page import Desk
from ui.texts import start_notes as words


class StartNotes(QObject):
    """Says that the program ended suddenly the last time, and leads to what had been typed."""

    year_asked = Signal(int)
    opened = Signal(str, str, str)

    def __init__(self, core: Core, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._core = core
        self._notifier = desk.notifier
        self._seat = desk.seat
        self._page = page
        self._places: list[DraftPlace] = []

    def say(self) -> None:
        """Say what there is to say; a second call for the same cell says nothing."""
        parts = []
        if self._core.drafts.take_sudden_end():
            parts.append(self._sudden_end())
        if logfile.take_broken():
            parts.append(words.NO_LOG)
        if self._seat.was_damaged:
            self._seat.was_damaged = False
            parts.append(words.SEAT_DAMAGED)
        changed = release_files.take_changed()
        if changed:
            parts.append(words.changed_files(changed))
        if parts:
            self._tell(" ".join(parts))

    def _sudden_end(self) -> str:
        self._places = waiting_places(self._core)
        if not self._places:
            return words.SUDDEN_END
        if len(self._places) == 1:
            return words.ONE_DRAFT.format(said=words.SUDDEN_END, title=self._places[0].title)
        return words.DRAFTS.format(said=words.SUDDEN_END, count=len(self._places))

    def _tell(self, said: str) -> None:
        if len(self._places) == 1:
            self._notifier.note(said, words.OPEN_ONE, lambda: self._go(0))
        elif self._places:
            self._notifier.note(said, words.OPEN_LIST, self._show_list)
        else:
            self._notifier.note(said)

    def _show_list(self) -> None:
        drafts = [(place.title, place.kept_at) for place in self._places]
        dialog = WaitingDraftsDialog(drafts, self._page.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.chosen.connect(self._go)
        dialog.open()

    def _go(self, at: int) -> None:
        place = self._places.pop(at)
        if place.year:
            self.year_asked.emit(place.year)
        self.opened.emit(place.page, place.subject, place.field)
        if self._places:
            self._tell(words.DRAFTS_LEFT.format(count=len(self._places)))
