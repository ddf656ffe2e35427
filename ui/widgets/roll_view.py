"""A grid for a roll-call: one key in the first column says how somebody was there and goes on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from ui.widgets.grid_view import GridView


class RollView(GridView):
    """`called` tells the row and what its key stands for; the page says where the cursor goes."""

    called = Signal(int, object)

    def __init__(self, name: str, label: str, corner: str, keys: Mapping[str, object]) -> None:
        super().__init__(name, label, corner)
        self._call_keys = keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        letter = event.text().upper()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and index.isValid() and index.column() == 0 and letter in self._call_keys:
            self.called.emit(index.row(), self._call_keys[letter])
            return
        super().keyPressEvent(event)
