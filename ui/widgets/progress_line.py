"""One part of longer work: its sign and words, a count at the right, a bar, and a note below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.labels import StateLine, Text
from ui.widgets.styled import spaced


class ProgressLine(QWidget):
    """Waits, goes on, is done or stopped."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._title = StateLine(State.OPEN, role="base")
        self._count = Text(role="small", tone="soft", wrap=False, name=f"{name}Count")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}Bar")
        self._bar.setTextVisible(False)
        self._note = Text(role="small", tone="soft", name=f"{name}Note")
        head = QHBoxLayout()
        spaced(head, look.px(8))
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        spaced(column, look.px(4))
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._note)

    def begin(self, title: str) -> None:
        """Stand ready: nothing done yet."""
        self._say(State.OPEN, title, "", "")
        self._bar.setRange(0, 1)
        self._bar.setValue(0)

    def step(self, title: str, part: tuple[int, int], count: str, note: str = "") -> None:
        """Show how far it is: `part` is done and total, `count` says it in words."""
        done, total = part
        self._say(State.PARTLY, title, count, note)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def finish(self, title: str, count: str, note: str = "") -> None:
        """Show that it is done."""
        self._say(State.DONE, title, count, note)
        self._bar.setRange(0, 1)
        self._bar.setValue(1)

    def _say(self, state: State, title: str, count: str, note: str) -> None:
        self._title.say(state, title)
        self._count.setText(count)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._bar.setAccessibleName(title)
