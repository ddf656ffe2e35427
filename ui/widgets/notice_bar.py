"""The bar above a page's body: what was done (with undo), what to mind, what failed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import Glyph, Text
from ui.widgets.styled import spaced, styled

UNDO_SECONDS = 10


class NoticeBar(QFrame):
    """One sentence with at most one link; a green one goes after ten seconds, others when closed."""

    def __init__(self, close_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._sign = Glyph("check-circle", size=18)
        self._words = Text(name="noticeWords")
        self._link = Button("", kind="link", name="noticeLink")
        self._close = Button(close_words, kind="icon", glyph="x", name="noticeClose")
        self._act: Callable[[], object] | None = None
        self._timer = QTimer(self, singleShot=True, interval=UNDO_SECONDS * 1000)
        row = QHBoxLayout(self)
        # The style keeps 8 px free above the bar, which no layout knows of.
        spaced(row, look.px(10), (look.px(13), look.px(10), look.px(6), look.px(2)))
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close)
        self._timer.timeout.connect(self.hide)
        self._close.clicked.connect(self.hide)
        self._link.clicked.connect(self._on_link)
        self.hide()

    def say(self, state: State, words: str, link: str = "", act: Callable[[], object] | None = None) -> None:
        """Show `words`; `link` names what a click on it does (`act`)."""
        sign = state.value
        self._sign.draw(sign.glyph, state.colour, filled=sign.filled)
        self._words.say(words, sign.tone)
        self._link.setText(link)
        self._link.setAccessibleName(link)
        self._link.setVisible(bool(link))
        self._act = act
        styled(self, notice=sign.tone)
        self.show()
        if state is State.DONE:
            self._timer.start()
        else:
            self._timer.stop()

    def words(self) -> str:
        """Return what it says, or nothing when it is not shown."""
        return "" if self.isHidden() else self._words.text()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _on_link(self) -> None:
        act, self._act = self._act, None
        self.hide()
        if act:
            act()
