"""The ticks for what of a line can be taken or left, one below the other, and the way of Tab through them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.widgets.styled import emptied
from ui.widgets.wrapped_tick import WrappedTick


class Ticks(QObject):
    """Fills a column with ticks; Tab leads to them from the list that the line stands in."""

    turned = Signal()
    """A tick was set or taken away."""

    def __init__(self, column: QBoxLayout, after: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._column, self._after = column, after
        self._before = after

    def clear(self) -> None:
        """Empty the column, of other words too."""
        emptied(self._column)
        self._before = self._after

    def add(self, name: str, text: str, on: bool, act: Callable[[bool], None]) -> WrappedTick:  # noqa: FBT001  its state
        """Add a tick at the end of the column and return it; `act` is told each turn of it."""
        tick = WrappedTick(text, name)
        tick.set_ticked(on)
        tick.toggled.connect(act)
        tick.toggled.connect(lambda _on: self.turned.emit())
        self._column.addWidget(tick)
        box = tick.focusProxy() or tick
        QWidget.setTabOrder(self._before, box)
        self._before = box
        return tick
