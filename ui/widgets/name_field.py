"""A person chosen by a few letters of the name, without diacritics; Enter takes the first that fits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter
from typing_extensions import override

from app.common.finding import Query
from app.common.text import fold, given_name
from ui.widgets.editors import LineField


class NameField(LineField):
    """One of a few people; given names that begin as typed come first."""

    chosen = Signal()
    """Somebody was chosen by Enter or from the list."""

    def __init__(self) -> None:
        super().__init__()
        self._people: dict[str, str] = {}
        self._found = QStringListModel(self)
        popup = QCompleter(self._found, self)
        popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        popup.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup.activated.connect(self._on_activated)
        self._popup = popup
        self.setCompleter(popup)
        self.textEdited.connect(self._on_typed)

    def set_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Let these be chosen, as (uid, name); the names differ."""
        self._people = {name: uid for uid, name in people}

    @override
    def value(self) -> object:
        """Return the uid of who stands in the field; empty while it is nobody."""
        return self._people.get(self.text(), "")

    @override
    def set_value(self, value: object) -> None:
        """Show who has this uid; nobody where it is unknown."""
        names = {uid: name for name, uid in self._people.items()}
        super().set_value(names.get(str(value), ""))

    def matching(self, typed: str) -> list[str]:
        """Return the names that fit, the likeliest first."""
        query, wanted = Query(typed), fold(typed.strip())
        fitting = [name for name in self._people if query.finds(name)]
        return sorted(fitting, key=lambda name: not fold(given_name(name)).startswith(wanted))

    def settle(self) -> bool:
        """Take the likeliest name for what was typed; return whether somebody stands there."""
        if self.text().strip() and not self.value():
            self._take(next(iter(self.matching(self.text())), self.text()))
        return bool(self.value())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            popup = self._popup.popup()
            if popup:
                popup.hide()
            if self.settle():
                self.chosen.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()
        super().focusOutEvent(event)

    def _on_typed(self, text: str) -> None:
        self._found.setStringList(self.matching(text) if text.strip() else [])

    def _on_activated(self, name: str) -> None:
        self._take(name)
        self.chosen.emit()

    def _take(self, name: str) -> None:
        if name != self.text():
            self.setText(name)
            self.edited.emit()
