"""Words on screen: plain text in a role and a tone, a sign with its words, badges, key hints."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.styled import spaced, styled
from ui.widgets.tips import plain

Role = Literal["base", "small", "section", "title", "clock", "strong"]

_LEAST_ELIDED = 60


class Text(QLabel):
    """A sentence that wraps; plain text, never markup, so that no name can become a tag."""

    def __init__(
        self, words: str = "", *, role: Role = "base", tone: str = "", wrap: bool = True, name: str = ""
    ) -> None:
        super().__init__(words)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        styled(self, role=role, tone=tone)

    def say(self, words: str, tone: str | None = None) -> None:
        """Show other words, in another tone if one is given."""
        self.setText(words)
        if tone is not None:
            styled(self, tone=tone)


class Elided(Text):
    """One line of the frame that gives way: cut at the end, whole in the tooltip."""

    def __init__(self, *, role: Role = "base", tone: str = "", name: str = "") -> None:
        super().__init__(role=role, tone=tone, wrap=False, name=name)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    @override
    def setText(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._cut()

    def whole(self) -> str:
        """Return the words before they were cut."""
        return self._whole

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(_LEAST_ELIDED), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(plain(self._whole) if shown != self._whole else "")
        super().setText(shown)


class Glyph(QLabel):
    """A drawn sign; words beside it carry the meaning."""

    def __init__(self, glyph: str, colour: str = "ink_soft", size: int = 18, *, filled: bool = False) -> None:
        super().__init__()
        self._size = size
        self.setFixedSize(look.icon_size(size))
        self.draw(glyph, colour, filled=filled)

    def draw(self, glyph: str, colour: str, *, filled: bool = False) -> None:
        """Show another glyph."""
        self.setPixmap(look.pixmap(glyph, colour, self._size, filled=filled))


class StateLine(QWidget):
    """A sign and its words ("Còn thiếu 5/22")."""

    def __init__(
        self, state: State, words: str = "", *, role: Role = "small", size: int = 16, wrap: bool = True
    ) -> None:
        super().__init__()
        self._sign = Glyph("circle", size=size)
        self._words = Text(role=role, wrap=wrap)
        row = QHBoxLayout(self)
        spaced(row, look.px(6))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.say(state, words)

    def say(self, state: State, words: str, tone: str = "") -> None:
        """Show another state; `tone` is given where the words are plain and only the sign has a colour."""
        sign = state.value
        self._sign.draw(sign.glyph, state.colour, filled=sign.filled)
        self._words.say(words, tone or sign.tone)

    def words(self) -> str:
        """Return what it says."""
        return self._words.text()


class Badge(QFrame):
    """A sign and words on the ground of their tone; not clickable."""

    def __init__(self, state: State, words: str) -> None:
        super().__init__()
        sign = state.value
        row = QHBoxLayout(self)
        spaced(row, look.px(6), (look.px(8), look.px(3), look.px(8), look.px(3)))
        row.addWidget(Glyph(sign.glyph, state.colour, 16, filled=sign.filled))
        row.addWidget(Text(words, role="small", tone=sign.tone, wrap=False))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        styled(self, badge=sign.tone)


class KeyHint(QLabel):
    """A key in a small frame."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        styled(self, role="key")
