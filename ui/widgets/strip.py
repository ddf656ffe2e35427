"""A strip below the top bar that says something true of every page, with one way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine
from ui.widgets.styled import spaced, styled


class Strip(QFrame):
    """A sentence in words and sign, and a link behind it; hidden until it is asked for."""

    followed = Signal()

    def __init__(self, name: str, words: str, link: str, link_name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        styled(self, strip="warn")
        row = QHBoxLayout(self)
        spaced(row, look.px(12), (look.px(16), 0, look.px(16), 0))
        self._line = StateLine(State.LACKING, words)
        self._link = Button(link, kind="link", name=link_name)
        self._link.clicked.connect(self.followed)
        row.addWidget(self._line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def say(self, words: str) -> None:
        """Show another sentence."""
        self._line.say(State.LACKING, words)

    def words(self) -> str:
        """Return what it says, or nothing while it is hidden."""
        return "" if self.isHidden() else self._line.words()

    def offer(self, link: str, *, now: bool) -> None:
        """Name the way on, and let it be followed `now` or not."""
        self._link.setText(link)
        self._link.setAccessibleName(link)
        self._link.setEnabled(now)
