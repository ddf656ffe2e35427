"""What stands where nothing is yet: one sentence and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import Glyph, Text
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced


class EmptyState(QWidget):
    """A glyph, a sentence, and the first step as a secondary button."""

    chosen = Signal()

    def __init__(
        self,
        words: str,
        step: str = "",
        *,
        glyph: str = "tray",
        step_glyph: str = "plus",
        changes: bool = False,
    ) -> None:
        super().__init__()
        self._words = Text(words, name="emptyWords")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        spaced(column, look.px(8), (look.px(24), look.px(12), look.px(24), look.px(12)))
        column.addStretch(1)
        self._glyph = Glyph(glyph, size=32)
        column.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        if step:
            button = Button(step, glyph=step_glyph, name="emptyStep", changes=changes)
            button.clicked.connect(self.chosen)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where the height does not hold all, the words and the step stay.
        column = self.layout()
        needed = column.totalHeightForWidth(self.width()) if column else 0
        glyph = look.px(32 + 8)
        self._glyph.setVisible(self.height() >= needed + (0 if self._glyph.isVisibleTo(self) else glyph))

    def say(self, words: str) -> None:
        """Show another sentence."""
        self._words.setText(words)


def on_sheet(state: EmptyState) -> Sheet:
    """Return the white ground that the empty state of a whole page stands on."""
    sheet = Sheet()
    sheet.body.addWidget(state)
    return sheet


def way_on(words: str, step: str, act: Callable[[], object]) -> Sheet:
    """Return the white ground of a page that is still to be begun on another one, where `act` leads."""
    state = EmptyState(words, step, step_glyph="arrow-right")
    state.chosen.connect(act)
    return on_sheet(state)
