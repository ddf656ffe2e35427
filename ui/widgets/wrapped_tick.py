"""A tick beside a sentence that wraps, where a check box alone would be cut."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.labels import Text
from ui.widgets.styled import spaced, styled


class WrappedTick(QWidget):
    """Ticked with the mouse on box or sentence, or with Space."""

    toggled = Signal(bool)

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self._box = styled(QCheckBox(), alone="yes")
        self._box.setObjectName(name)
        self._box.setAccessibleName(words)
        self._box.toggled.connect(self.toggled)
        self.setFocusProxy(self._box)
        row = QHBoxLayout(self)
        spaced(row, look.px(8))
        row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(words), 1)

    def is_ticked(self) -> bool:
        """Return whether it is ticked."""
        return self._box.isChecked()

    def set_ticked(self, on: bool) -> None:  # noqa: FBT001  its state
        """Set the tick, or take it away."""
        self._box.setChecked(on)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._box.toggle()
        super().mouseReleaseEvent(event)
