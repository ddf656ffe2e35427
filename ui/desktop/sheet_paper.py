"""A sheet of paper (A4) drawn line by line: what carries a recovery code or a package's password."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPen

from ui.desktop.printing import RESOLUTION
from ui.theme.look import look

WIDTH, HEIGHT = 210, 297
"""Millimetres of the page; everything below is in millimetres and points, as on paper."""
LEFT, RIGHT, TOP = 25, 20, 20
COLUMNS = 3
_POINTS_PER_INCH, _MM_PER_INCH = 72, 25.4
_Flag = Qt.AlignmentFlag


class SheetPaper:
    """A page of A4 that is written from the top down; heights are millimetres, letters points."""

    def __init__(self) -> None:
        self._image = QImage(_dots(WIDTH), _dots(HEIGHT), QImage.Format.Format_Grayscale8)
        self._image.fill(Qt.GlobalColor.white)
        self._painter = QPainter(self._image)
        self._painter.setPen(Qt.GlobalColor.black)
        self._y = float(TOP)

    def line(self, said: str, points: float, flag: _Flag, *, bold: bool = False) -> None:
        """Write a paragraph over the whole width."""
        self._y += self._write(said, points, (LEFT, WIDTH - LEFT - RIGHT), flag, bold=bold) + 1.5

    def space(self, height: float) -> None:
        """Leave so many millimetres free."""
        self._y += height

    def section(self, head: str, items: Sequence[str]) -> None:
        """Write a heading and its points, numbered where there are several."""
        self.line(head, 13, _Flag.AlignLeft, bold=True)
        for number, item in enumerate(items, start=1):
            if len(items) > 1:
                self._write(f"{number}.", 12, (LEFT, 8), _Flag.AlignLeft)
            indent = 8 if len(items) > 1 else 0
            height = self._write(item, 12, (LEFT + indent, WIDTH - LEFT - RIGHT - indent), _Flag.AlignLeft)
            self._y += height + 1
        self.space(4)

    def code(self, groups: Sequence[str]) -> None:
        """Write the groups large, three in a row, each with its number, in a frame."""
        width, row = (WIDTH - LEFT - RIGHT) / COLUMNS, 24.0
        rows = -(-len(groups) // COLUMNS)
        frame = QRect(_dots(LEFT), _dots(self._y), _dots(width * COLUMNS), _dots(row * rows + 4))
        self._painter.setPen(QPen(Qt.GlobalColor.black, _dots(0.5)))
        self._painter.drawRect(frame)
        top = self._y + 3
        for at, group in enumerate(groups):
            across = (LEFT + width * (at % COLUMNS), width)
            self._y = top + row * (at // COLUMNS)
            self._write(str(at + 1), 10, across, _Flag.AlignHCenter)
            self._y += 5
            self._write(group, 32, across, _Flag.AlignHCenter, bold=True, spacing=1.5)
        self._y = top + row * rows + 4

    def signatures(self, *blocks: Sequence[str]) -> None:
        """Write who signs, side by side, with room for the hand above the foot of the page."""
        self._y = max(self._y + 2, HEIGHT - TOP - 46.0)
        top, width = self._y, (WIDTH - LEFT - RIGHT) / len(blocks)
        for at, block in enumerate(blocks):
            across = (LEFT + width * at, width)
            self._y = top
            for row, said in enumerate(block[:2]):
                self._y += self._write(said, 12, across, _Flag.AlignHCenter, bold=row == 0) + 1
            for said in block[2:]:
                self._y = top + 32
                self._write(said, 12, across, _Flag.AlignHCenter)

    def foot(self, said: str) -> None:
        """Write the line at the foot of the page."""
        self._y = HEIGHT - TOP + 4.0
        self._write(said, 9, (LEFT, WIDTH - LEFT - RIGHT), _Flag.AlignHCenter)

    def png(self) -> bytes:
        """Return the finished page."""
        self._painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know the format as bytes only
        return bytes(data.data())

    def _write(
        self,
        said: str,
        points: float,
        across: tuple[float, float],
        flag: _Flag,
        *,
        bold: bool = False,
        spacing: float = 0,
    ) -> float:
        """Write at the current height, from `across[0]` over `across[1]`; return the height taken."""
        font = QFont(look.family)
        font.setPixelSize(round(points * RESOLUTION / _POINTS_PER_INCH))
        font.setBold(bold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _dots(spacing))
        self._painter.setFont(font)
        flags = int(flag | _Flag.AlignTop | Qt.TextFlag.TextWordWrap)
        area = QRect(_dots(across[0]), _dots(self._y), _dots(across[1]), _dots(HEIGHT - self._y))
        taken = self._painter.boundingRect(area, flags, said)
        self._painter.drawText(area, flags, said)
        return taken.height() / RESOLUTION * _MM_PER_INCH


def _dots(millimetres: float) -> int:
    return round(millimetres / _MM_PER_INCH * RESOLUTION)
