"""The sheet of paper that carries the recovery code."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from ui.theme.look import look

_WIDTH, _HEIGHT = 1240, 1754
"""A4 at 150 dots per inch."""
_MARGIN = 150


def recovery_sheet(title: str, code: str, lines: list[str]) -> bytes:
    """Return an A4 page (PNG) with `title`, the code in large letters and `lines` below it."""
    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    y = _write(painter, title, 40, _MARGIN, bold=True)
    y = _write(painter, code, 52, y + 120, bold=True)
    for line in lines:
        y = _write(painter, line, 30, y + 60, bold=False)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know the format as bytes only
    return bytes(data.data())


def _write(painter: QPainter, words: str, pixels: int, y: int, *, bold: bool) -> int:
    font = QFont(look.family)
    font.setPixelSize(pixels)
    font.setBold(bold)
    painter.setFont(font)
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
    area = QRect(_MARGIN, y, _WIDTH - 2 * _MARGIN, _HEIGHT - y)
    bounds = painter.boundingRect(area, flags, words)
    painter.drawText(area, flags, words)
    return bounds.bottom()
