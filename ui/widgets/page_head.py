"""The head of a page: title, one line of facts, and its acts with the primary one last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text
from ui.widgets.styled import spaced


class PageHead(QWidget):
    """Title and facts at the left, acts at the right; the acts wrap before the title is cut."""

    def __init__(self, title: str, actions: list[Button]) -> None:
        super().__init__()
        self._title = Text(title, role="title", name="pageTitle")
        self._facts = Text(role="small", tone="soft", name="pageFacts")
        words = QVBoxLayout()
        spaced(words, 0)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        words.addStretch(1)
        row = QHBoxLayout(self)
        spaced(row, look.px(16))
        row.addLayout(words, 1)
        buttons = FlowRow(to_right=True)
        buttons.add(*actions)
        row.addWidget(buttons, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, facts: str, title: str = "") -> None:
        """Show the line of facts, and another title if one is given."""
        self._facts.setText(facts)
        if title:
            self._title.setText(title)

    def facts(self) -> str:
        """Return the line of facts."""
        return self._facts.text()
