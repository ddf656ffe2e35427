"""How one of several choices is drawn: the chosen one, and the one with the keyboard, has a strong frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from ui.theme.look import look


def paint_choice(button: QAbstractButton, painter: QPainter, outline: str) -> None:
    """Paint ground and frame of `button`; `outline` is the colour of one that is not chosen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    framed = button.isChecked() or button.hasFocus()
    width = 2 if framed else 1
    painter.setPen(QPen(look.colour("ink" if framed else outline), width))
    ground = "note_ground" if button.isChecked() else "hover" if button.underMouse() else "sheet"
    painter.setBrush(look.colour(ground))
    inset = width / 2
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
