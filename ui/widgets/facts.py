"""Facts of a card: label and value in lines, with hairlines between."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.guarded import GuardedText
from ui.widgets.labels import Text
from ui.widgets.styled import emptied, hairline, spaced

_LABEL = 118
T = TypeVar("T", bound=Text)


class FactList(QWidget):
    """Lines of a label and its value; what is unknown is said in pale words."""

    def __init__(self, unknown: str, label_width: int = _LABEL) -> None:
        super().__init__()
        self._unknown = unknown
        self._grid = QGridLayout(self)
        spaced(self._grid, 0)
        self._grid.setColumnMinimumWidth(0, look.px(label_width))
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(look.px(8))

    def clear(self) -> None:
        """Take every line away."""
        emptied(self._grid)

    def add(self, label: str, value: str, button: Button | None = None) -> Text:
        """Add a line and return the label of its value, so that it can say something else later."""
        return self._add(label, Text(value or self._unknown, tone="" if value else "faint"), button)

    def add_number(self, label: str, value: str, button: Button) -> GuardedText:
        """Add a line whose value is a number of a person, and return its label."""
        shown = GuardedText(value or self._unknown, tone="" if value else "faint")
        return self._add(label, shown, button)

    def _add(self, label: str, shown: T, button: Button | None) -> T:
        row = self._grid.rowCount()
        name = Text(label, role="small", tone="soft")
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setMinimumHeight(look.px(32))
        shown.setContentsMargins(0, look.px(4), 0, look.px(4))
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(shown, row, 1, 1, 1 if button else 2)
        if button:
            self._grid.addWidget(button, row, 2)
        self._grid.addWidget(hairline(), row + 1, 0, 1, 3)
        return shown
