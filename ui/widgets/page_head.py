"""The head of a page: title, one line of facts, and its acts with the primary one last."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text
from ui.widgets.styled import spaced


class PageHead(QWidget):
    """Title and facts at the left, acts at the right; the acts wrap before the title is cut."""

    def __init__(self, title: str, actions: list[Button]) -> None:
        super().__init__()
        self._title = Text(title, role="title", wrap=False, name="pageTitle")
        self._facts = Text(role="small", tone="soft", name="pageFacts")
        # Qt squeezes lines that can wrap below their own height before it gives the head more.
        self._title.setMinimumHeight(look.px(24))
        self._facts.setMinimumHeight(look.px(16))
        self.setMinimumHeight(look.px(40))
        words = QVBoxLayout()
        spaced(words, 0)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        words.addStretch(1)
        self._actions = FlowRow(to_right=True)
        self._actions.add(*actions)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        spaced(self._box, look.px(16))
        self._box.addLayout(words, 1)
        self._box.addWidget(self._actions, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        # A button that came or went changes how much room the acts need.
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        """Set the acts below the title where both do not fit in one line, and let long facts go there."""
        acts = self._actions.sizeHint().width()
        left = self.width() - acts - look.px(16)
        below = left < self._title.sizeHint().width()
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        # Setting a layout to what it is asks for a layout again, which leads here again, for ever.
        if self._box.direction() != direction:
            self._box.setDirection(direction)
            self._box.setSpacing(look.px(8 if below else 16))
        room = self.width() if below else left
        two_lines = 2 * self._facts.fontMetrics().lineSpacing()
        self._facts.setVisible(self._facts.heightForWidth(max(room, 1)) <= two_lines)

    def say(self, facts: str, title: str = "") -> None:
        """Show the line of facts, and another title if one is given."""
        self._facts.setText(facts)
        self._arrange()
        if title:
            self._title.setText(title)

    def facts(self) -> str:
        """Return the line of facts."""
        return self._facts.text()
