"""One of several choices in a frame: a radio mark, a glyph, what it is and a fact about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.choice_frame import paint_choice
from ui.widgets.labels import Glyph, Text
from ui.widgets.styled import spaced


class ChoiceCard(QAbstractButton):
    """Chosen = dark frame, filled mark, bold; arrows go from one to the next."""

    def __init__(self, title: str, fact: str = "", glyph: str = "", name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(", ".join(filter(None, (title, fact))))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._mark = Glyph("circle", size=18)
        words = QVBoxLayout()
        spaced(words, 0)
        # Alone in its card the title is a value of its own: mark and frame say whether it is chosen.
        self._title = Text(title, role="strong" if fact else "base")
        words.addWidget(self._title)
        if fact:
            words.addWidget(Text(fact, role="small", tone="soft"))
        row = QHBoxLayout(self)
        spaced(row, look.px(10), (look.px(12), look.px(7), look.px(12), look.px(7)))
        row.addWidget(self._mark)
        if glyph:
            row.addWidget(Glyph(glyph))
        row.addLayout(words, 1)
        # Where the height is scarce, in a body that scrolls, no line of its words is cut.
        self.setMinimumHeight(max(look.px(48), row.totalMinimumSize().height()))
        for child in (self._mark, self._title):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._on_toggled)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        # The words wrap: a card asks for no more width than its longest word.
        return (
            QSize(layout.totalMinimumSize().width(), layout.totalSizeHint().height()) if layout else QSize()
        )

    def title(self) -> str:
        """Return what it is."""
        return self._title.text()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_choice(self, painter, "hairline_strong")

    def _on_toggled(self, chosen: bool) -> None:  # noqa: FBT001  Qt's signal
        self._mark.draw(
            "radio-button" if chosen else "circle", "ink" if chosen else "ink_soft", filled=chosen
        )
