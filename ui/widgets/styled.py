"""Small helpers that give a widget its place in the style sheet."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QWidget

W = TypeVar("W", bound=QWidget)


def styled(widget: W, **properties: str) -> W:
    """Set properties that the style sheet asks for, redraw `widget` with them and return it."""
    if all(widget.property(name) == value for name, value in properties.items()):
        # Asking the style sheet again costs a millisecond, and a form says its states all the time.
        return widget
    for name, value in properties.items():
        widget.setProperty(name, value)
    # A widget that was not on screen yet is polished when it gets there; twice would cost twice.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    return widget


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a line of 1 px between two rows."""
    line = QFrame(parent)
    line.setObjectName("line")
    return line


def spaced(layout: QLayout, spacing: int, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
    """Set spacing and margins (left, top, right, bottom) of `layout`, in pixels."""
    layout.setSpacing(spacing)
    layout.setContentsMargins(*margins)


def emptied(layout: QLayout) -> None:
    """Take every widget out of `layout`, hide it and let Qt delete it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner:
            emptied(inner)
