"""Draws the program's icon file from its drawing; run by hand after changing `resources/icons/so-chi-bo.svg`.

Needs Qt: run it with the interpreter that `dev.py env` prints.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
_ENTRY = struct.Struct("<BBBBHHII")


def picture(drawing: QSvgRenderer, size: int) -> bytes:
    """Return the drawing at `size` × `size` pixels as PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(data.data())


def icon_file(pictures: dict[int, bytes]) -> bytes:
    """Return an .ico file of these PNG pictures by size; Windows reads PNG entries since Vista."""
    offset = 6 + _ENTRY.size * len(pictures)
    head, body = [struct.pack("<HHH", 0, 1, len(pictures))], []
    for size, data in pictures.items():
        side = size % 256  # 0 stands for 256
        head.append(_ENTRY.pack(side, side, 0, 0, 1, 32, len(data), offset))
        body.append(data)
        offset += len(data)
    return b"".join(head + body)


def main() -> None:
    """Write `so-chi-bo.ico` beside its drawing."""
    drawing = QSvgRenderer(str(ICONS / "so-chi-bo.svg"))
    (ICONS / "so-chi-bo.ico").write_bytes(icon_file({size: picture(drawing, size) for size in SIZES}))


if __name__ == "__main__":
    main()
