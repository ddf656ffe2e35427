"""The order of a review: who has been, whose turn it is, who comes; a line by groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from typing_extensions import override

from ui.theme.look import look
from ui.theme.signs import State


@dataclass(frozen=True, slots=True)
class Turn:
    """One in the order: key, name, how far in a sign and in words, the heading it begins."""

    key: str
    name: str
    state: State
    said: str
    heading: str = ""


class OrderList(QListWidget):
    """Names with signs; arrows go from one to the next; a click or Enter picks one to work on."""

    chosen = Signal(str)
    picked = Signal()

    def __init__(self, name: str, label: str) -> None:
        super().__init__()
        self._turns: list[Turn] = []
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(look.icon_size(16))
        self.currentItemChanged.connect(self._on_current)
        self.itemClicked.connect(lambda _item: self.picked.emit())
        self.itemActivated.connect(lambda _item: self.picked.emit())

    def show_turns(self, turns: Sequence[Turn], current: str) -> None:
        """Show the order; `current` is marked, and nothing is told."""
        if turns == self._turns:
            self.mark(current)
            return
        scrolled = self.verticalScrollBar().value()
        self._turns = list(turns)
        self.blockSignals(True)  # noqa: FBT003  Qt's own shape
        self.clear()
        for turn in turns:
            if turn.heading:
                heading = QListWidgetItem(turn.heading)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(heading)
            self._put(turn, is_current=turn.key == current)
        # A line must not move away under the pointer: leaving a text stores it and shows the signs anew.
        self.doItemsLayout()
        self.verticalScrollBar().setValue(scrolled)
        self.blockSignals(False)  # noqa: FBT003  Qt's own shape

    def mark(self, current: str) -> None:
        """Mark one of those shown, and tell nobody."""
        self.blockSignals(True)  # noqa: FBT003  Qt's own shape
        for item in (self.item(at) for at in range(self.count())):
            if item.data(Qt.ItemDataRole.UserRole) == current:
                self.setCurrentItem(item)
        self.blockSignals(False)  # noqa: FBT003  Qt's own shape

    def _put(self, turn: Turn, *, is_current: bool) -> None:
        item = QListWidgetItem(turn.name)
        sign = turn.state.value
        item.setIcon(look.icon(sign.glyph, turn.state.colour, 16, filled=sign.filled))
        item.setData(Qt.ItemDataRole.UserRole, turn.key)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{turn.name}, {turn.said}")
        item.setToolTip(f"{turn.name}: {turn.said}")
        self.addItem(item)
        if is_current:
            self.setCurrentItem(item)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(120), look.px(76))

    @override
    def sizeHint(self) -> QSize:
        return QSize(look.px(200), look.px(300))

    def _on_current(self, item: QListWidgetItem | None) -> None:
        key = item.data(Qt.ItemDataRole.UserRole) if item else None
        if key:
            self.chosen.emit(str(key))
