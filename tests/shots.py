"""Takes a picture of every page and dialog, for eyes: ``python -m tests.shots OUT [PART OF A NAME]``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_FONT_DPI"] = "96"
os.environ["QT_SCALE_FACTOR"] = "1"

from PySide6.QtCore import QEvent, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.a_program import Room
from tests.ui.screens import SIZES, Screen, Stage, screens, set_out
from ui.desktop import translations
from ui.theme.look import apply

LOOKS = (*((14, size) for size in SIZES), (20, SIZES[0]))
"""Pictures for eyes: font size 14 in three sizes, 20 in one (decisions.md 8.10)."""
SETTLE_MS = 500
"""Rendered pages and delayed previews arrive within this time."""


def settle(room: Room) -> None:
    """Let delayed work of the screen arrive, and once more what it brought find its place."""
    calm = 0
    while calm < 2:
        loop = QEventLoop()
        QTimer.singleShot(SETTLE_MS, loop.quit)
        loop.exec()
        calm = 0 if room.desk.runner.busy() else calm + 1


def picture(stage: Stage, screen: Screen, size: QSize, file: Path) -> None:
    """Save one picture."""
    room = stage.room(screen.data)
    room.window.resize(size)
    room.window.show()
    widget = screen.make(room)
    set_out(widget, room, size)
    settle(room)
    widget.grab().save(str(file))
    if widget is not room.window:
        widget.close()
        widget.deleteLater()
    room.close()
    room.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main(out: Path, part: str) -> None:
    """Take all pictures whose name holds `part`."""
    app = QApplication([])
    translations.install(app)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder))
        for font_size, (width, height) in LOOKS:
            apply(app, font_size)
            for screen in screens():
                name = f"{screen.name}-{width}x{height}-{font_size}.png"
                if part in name:
                    picture(stage, screen, QSize(width, height), out / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
