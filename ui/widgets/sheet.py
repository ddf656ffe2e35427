"""White sheets on the warm ground: they hold lines, not further boxes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.labels import Text
from ui.widgets.styled import spaced


class Sheet(QFrame):
    """A white ground with a hairline around; `body` is its column of lines."""

    def __init__(self, *, padding: int = 16, spacing: int = 8) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self.body = QVBoxLayout(self)
        # One pixel for the frame, which a child without margin would cover.
        inner = max(look.px(padding), 1)
        spaced(self.body, look.px(spacing), (inner, inner, inner, inner))

    def head(self, title: str, aside: str = "") -> Text:
        """Add a section title with a plain fact at its right; return the fact's label."""
        row = QHBoxLayout()
        row.addWidget(Text(title, role="section"), 1)
        fact = Text(aside, role="small", tone="soft", wrap=False)
        row.addWidget(fact, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        return fact


class Scroll(QScrollArea):
    """A column that scrolls up and down only."""

    def __init__(self, *, spacing: int = 12) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        spaced(self.body, look.px(spacing))
        self.setWidget(inner)

    @override
    def minimumSizeHint(self) -> QSize:
        # What scrolls can be low; Qt's own least height would take it from the rest of a small screen.
        return QSize(look.px(80), look.px(48))
