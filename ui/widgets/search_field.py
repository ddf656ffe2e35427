"""The field one filters or searches with: a glass, the words, the key that leads into it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.labels import Glyph, KeyHint


class SearchField(QLineEdit):
    """A text field with a glass at the left and a key hint at the right; Esc empties it."""

    left_down = Signal()
    """The arrow down, or Esc in the empty field: whoever is below takes over."""

    def __init__(self, prompt: str, *, key: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self._glass = Glyph("magnifying-glass")
        self._glass.setParent(self)
        self._hint = KeyHint(key, self) if key else None
        self._set_margins()

    def begin(self) -> None:
        """Put the cursor here, over what was searched before."""
        self.setFocus()
        self.selectAll()

    def show_hint(self, shown: bool) -> None:  # noqa: FBT001  the one question of a narrow layout
        """Show or leave out the key hint, which goes first on small screens."""
        if self._hint:
            self._hint.setVisible(shown)
            self._set_margins()

    def _set_margins(self) -> None:
        # isHidden, not isVisible: the field itself may not be on screen yet.
        hint = self._hint.sizeHint().width() + look.px(8) if self._hint and not self._hint.isHidden() else 0
        self.setTextMargins(look.px(27), 0, hint, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._glass.move(look.px(11), (self.height() - self._glass.height()) // 2)
        if self._hint:
            size = self._hint.sizeHint()
            self._hint.setGeometry(
                self.width() - size.width() - look.px(8),
                (self.height() - size.height()) // 2,
                size.width(),
                size.height(),
            )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Escape}:
            self.left_down.emit()
            event.ignore()
            return
        super().keyPressEvent(event)
