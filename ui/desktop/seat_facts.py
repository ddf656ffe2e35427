"""Window, screen and settings of this seat in lines for the diagnostic file; no value that names anything."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.desktop.seat import Seat
from ui.texts import diagnosis as words


def seat_facts(seat: Seat, window: QWidget) -> Iterator[str]:
    """Yield the lines."""
    yield words.QT.format(version=qVersion(), platform=QGuiApplication.platformName())
    for screen in QGuiApplication.screens():
        size = screen.size()
        yield words.SCREEN.format(
            width=size.width(),
            height=size.height(),
            scale=screen.devicePixelRatio(),
            dpi=round(screen.logicalDotsPerInch()),
        )
    yield words.WINDOW.format(width=window.width(), height=window.height())
    yield words.FONT.format(family=QFontInfo(window.font()).family(), size=seat.font_size)
    yield words.LOCK.format(minutes=seat.lock_minutes)
    yield words.YEAR_SET if seat.chosen_year else words.YEAR_UNSET
