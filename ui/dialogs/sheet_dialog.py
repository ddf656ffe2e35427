"""The shape of every dialog: a title, a body that scrolls, buttons fixed at the bottom right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll
from ui.widgets.styled import spaced, styled

MOST_OF_SCREEN = 0.9
_MOST_HEIGHT = 760
"""Of a dialog with something in it that takes all the height there is."""


class SheetDialog(QDialog):
    """At most 90 % of the screen's height; Esc is the harmless answer."""

    def __init__(self, title: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setSizeGripEnabled(False)
        styled(self, ground="sheet")
        self._width = width
        self._scroll = Scroll(spacing=12)
        self.body = self._scroll.body
        self._has_filling = False
        self._why: StateLine | None = None
        self._buttons = FlowRow(to_right=True)
        self._title = Text(title, role="section", name="dialogTitle")
        self._column = column = QVBoxLayout(self)
        spaced(column, look.px(12), (look.px(20), look.px(16), look.px(20), look.px(16)))
        column.addWidget(self._title)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._buttons)

    def set_title(self, title: str) -> None:
        """Say another title."""
        self.setWindowTitle(title)
        self._title.setText(title)

    def fill_with(self, widget: QWidget) -> None:
        """Let a widget that scrolls by itself take the place of the body."""
        self._scroll.hide()
        self._column.replaceWidget(self._scroll, widget)

    def let_fill(self, widget: QWidget, least: int) -> None:
        """Let something that scrolls by itself take the height that is left, and have much of it."""
        widget.setMinimumHeight(look.px(least))
        self._has_filling = True

    def add_buttons(self, *buttons: Button) -> None:
        """Put the buttons in a row, the act last."""
        self._buttons.add(*buttons)

    def say_why(self, words: str) -> None:
        """Say above the buttons why the act is out of use, in sight however far the body is scrolled."""
        if self._why is None:
            self._why = StateLine(State.LACKING)
            self._why.setObjectName("whyNot")
            self._column.insertWidget(self._column.indexOf(self._buttons), self._why)
        self._why.say(State.LACKING, words)
        self._why.setVisible(bool(words))

    @override
    def sizeHint(self) -> QSize:
        return self.wanted(self.screen().availableSize())

    def wanted(self, available: QSize) -> QSize:
        """Return the size that the body asks for on a screen of the `available` size."""
        width = min(look.px(self._width), round(available.width() * MOST_OF_SCREEN))
        inside = width - look.px(40)
        height = self.body.totalHeightForWidth(inside) if self.body.hasHeightForWidth() else 0
        height = max(height, self.body.totalMinimumSize().height())
        margins = self._title.heightForWidth(inside) + self._buttons.heightForWidth(inside) + look.px(56)
        if self._why and not self._why.isHidden():
            margins += self._why.heightForWidth(inside) + look.px(12)
        wanted = max(height + margins, look.px(_MOST_HEIGHT)) if self._has_filling else height + margins
        return QSize(width, min(wanted, round(available.height() * MOST_OF_SCREEN)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        # Qt itself opens a dialog at two thirds of the screen at most, which hides the end of the body.
        if not event.spontaneous():
            if self._has_filling:
                self._let_sentences_be_low()
            self.fit()
        super().showEvent(event)

    def _let_sentences_be_low(self) -> None:
        """Let sentences ask for no more height than they need at the width they have."""
        for place in range(self.body.count()):
            item = self.body.itemAt(place)
            widget = item.widget() if item else None
            if isinstance(widget, Text):
                # Qt asks for the height that they had if they were as narrow as they can be.
                widget.setMinimumHeight(1)

    def fit(self) -> None:
        """Take the height that the body asks for now, up to 90 % of the screen."""
        self.resize(self.sizeHint())


def strut() -> QFrame:
    """Return something that takes the height that is left."""
    frame = QFrame()
    frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return frame
