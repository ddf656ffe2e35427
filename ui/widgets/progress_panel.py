"""Work that takes time: counted units and "Dừng lại", shown when it has lasted a second."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import Glyph, Text
from ui.widgets.styled import spaced

PATIENCE_MS = 1000


class ProgressPanel(QWidget):
    """What is being done, how far it is, and the way to stop it."""

    stopped = Signal()
    appeared = Signal()
    """The wait has lasted long enough to be shown."""

    def __init__(self, stop_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text(name="progressTitle")
        self._count = Text(role="small", tone="soft", wrap=False, name="progressCount")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._note = Text(role="small", tone="soft")
        self._stop = Button(stop_words, name="progressStop")
        self._stop.clicked.connect(self._on_stop)
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._timer.timeout.connect(self._on_patience_ends)
        self._build()
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, look.px(8))
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(Glyph("hourglass"))
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        foot.addWidget(self._note, 1)
        foot.addWidget(self._stop)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addLayout(foot)

    def start(self, title: str, note: str = "") -> None:
        """Begin to wait; the panel appears after a second, if there still is something to wait for."""
        self._title.setText(title)
        self._note.setText(note)
        self._stop.setEnabled(True)
        self._count.setText("")
        self._bar.setRange(0, 0)
        self._timer.start()

    def step(self, done: int, total: int, unit: str) -> None:
        """Show `done` of `total` units."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._count.setText(f"{done}/{total} {unit}")

    def finish(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)

    def _on_patience_ends(self) -> None:
        self.show()
        self.appeared.emit()

    def _on_stop(self) -> None:
        self._stop.setEnabled(False)
        self.stopped.emit()
