"""The secretary's own filters of a list: kept under a name, renamed, deleted, shown as chips."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.saved_filters import SavedFilter
from app.errors import AppError
from app.services.saved_filters import SavedFilterService
from ui.desktop.notifier import Notifier
from ui.dialogs.naming import NamingDialog
from ui.texts import lists as words
from ui.texts import shared

PREFIX = "own:"
Conditions = Mapping[str, object]


class OwnFilters(QObject):
    """The filters as last read; their codes are told from those of ready filters by their beginning."""

    kept = Signal(str)
    """The code of a filter that was just stored."""
    undo_asked = Signal()

    def __init__(self, service: SavedFilterService, notifier: Notifier, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._notifier = notifier
        self._name = name
        self.filters: tuple[SavedFilter, ...] = ()
        """By name, as last read."""

    def read(self) -> None:
        """Read the filters again."""
        self.filters = self._service.list(self._name)

    def find(self, code: str) -> SavedFilter | None:
        """Return the filter of a chip, nothing for a ready one."""
        return next((one for one in self.filters if PREFIX + one.uid == code), None)

    def keep(self, conditions: Conditions, told: str, over: QWidget) -> None:
        """Ask for a name and keep what the list shows under it."""

        def take(name: str) -> None:
            stored = self._service.add({**conditions, "list_name": self._name, "name": name})
            self._done(words.KEPT, stored)
            self.kept.emit(PREFIX + stored.uid)

        dialog = NamingDialog(words.KEEP_TITLE, words.FILTER_NAME, "", take, over.window())
        dialog.say(words.KEEP_NOTE.format(conditions=told))
        dialog.open()

    def update(self, one: SavedFilter, conditions: Conditions) -> None:
        """Give a filter the conditions that the list shows."""
        self._act(partial(self._service.change, one.uid, conditions), words.UPDATED, one)

    def rename(self, one: SavedFilter, over: QWidget) -> None:
        """Ask for another name."""

        def take(name: str) -> None:
            self._done(words.RENAMED, self._service.change(one.uid, {"name": name}))

        NamingDialog(words.RENAME_TITLE, words.FILTER_NAME, one.name, take, over.window()).open()

    def remove(self, one: SavedFilter) -> None:
        """Delete a filter; undo brings it back."""
        self._act(partial(self._service.remove, one.uid), words.REMOVED, one)

    def _act(self, act: Callable[[], object], said: str, one: SavedFilter) -> None:
        try:
            act()
        except AppError as error:
            self._notifier.show(error)
        else:
            self._done(said, one)

    def _done(self, said: str, one: SavedFilter) -> None:
        self._notifier.done(said.format(name=one.name), shared.UNDO, self.undo_asked.emit)
