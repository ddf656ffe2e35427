"""Buttons: one primary a screen, secondary ones, danger outlined, links and bare glyphs."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.styled import styled
from ui.widgets.tips import plain

Kind = Literal["primary", "secondary", "danger", "link", "icon"]
_GLYPH_COLOUR = {
    "primary": "sheet",
    "danger": "danger",
    "secondary": "ink_soft",
    "link": "ink",
    "icon": "ink_soft",
}


class Button(QPushButton):
    """A button of 36 px that says its verb; a bare glyph (`icon`) keeps the verb as name and tooltip."""

    def __init__(
        self,
        words: str,
        *,
        kind: Kind = "secondary",
        glyph: str = "",
        name: str = "",
        changes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("" if kind == "icon" else words, parent)
        self._words = words
        self.changes = changes
        """Whether pressing it changes data: out of use while they can only be looked at."""
        self._enabled, self._locked = True, False
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind == "icon":
            self.setToolTip(plain(words))
        if glyph:
            gap = 0 if kind == "icon" else 6
            self.setIcon(look.button_icon(glyph, _GLYPH_COLOUR[kind], gap))
            self.setIconSize(look.icon_size(gap=gap))
        self._underlined = kind == "link"
        styled(self, kind=kind)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt presses a button by Space alone. In a dialog Enter belongs to its harmless answer.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not isinstance(self.window(), QDialog):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._underlined and self.text():
            # Qt's own underline runs through the dot below a letter ("mật").
            width = self.fontMetrics().horizontalAdvance(self.text())
            glyph = 0 if self.icon().isNull() else self.iconSize().width()
            painter = QPainter(self)
            y = self.height() // 2 + look.px(9)
            painter.fillRect((self.width() - width + glyph) // 2, y, width, 1, look.colour("ink"))

    def say(self, words: str, glyph: str = "") -> None:
        """Say another verb, and show another glyph if given; a button that shows its glyph alone stays so."""
        shown = bool(self.text())
        self._words = words
        self.setAccessibleName(words)
        self.setText(words if shown else "")
        self.setToolTip("" if shown else plain(words))
        if glyph:
            self.setIcon(look.button_icon(glyph, _GLYPH_COLOUR["icon"], 6 if shown else 0))

    @override
    def setEnabled(self, enabled: bool) -> None:
        self._enabled = enabled
        super().setEnabled(enabled and not self._locked)

    def lock(self, locked: bool) -> None:  # noqa: FBT001  the one question
        """Keep the button out of use, whatever its page says, until it is unlocked."""
        self._locked = locked
        super().setEnabled(self._enabled and not locked)

    def shorten(self, short: bool) -> None:  # noqa: FBT001  the one question of a narrow layout
        """Show the glyph alone, its verb as tooltip, where there is no room for words."""
        self.setText("" if short else self._words)
        self.setToolTip(plain(self._words) if short else "")


def lock_changes(root: QWidget, locked: bool) -> None:  # noqa: FBT001  the one question
    """Take every button below `root` that changes data out of use, or give it back."""
    for button in root.findChildren(Button):
        if button.changes:
            button.lock(locked)
