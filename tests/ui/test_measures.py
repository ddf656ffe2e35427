"""At every size and font size nothing is cut, covered, pale, small, out of order or English."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.common import licences
from tests.sizes import LONG
from tests.ui import measuring
from tests.ui.a_program import Room
from tests.ui.english import english, foreign_words
from tests.ui.layout_screens import OLD_WORDS, WORD_BUTTONS
from tests.ui.screens import FONT_SIZES, SIZES, Screen, Stage, screens, set_out
from ui.desktop import translations
from ui.theme.look import BASE_SIZE, apply

SCREENS = screens()
ROUND_MS, MOST_ROUNDS = 20, 50
ALL = [(size, font) for size in SIZES for font in FONT_SIZES]
# The long run measures all nine. Otherwise each screen is measured at these four, one screen after the other
# at the next of them, and by the slow tests at the three that are left: a run of the fast ones stays short.
TAKEN = ALL if LONG else [(SIZES[0], 14), (SIZES[1], 14), (SIZES[2], 20), (SIZES[1], 18)]
PACKAGE_WORDS = {"KiemDiem", "TapThe", "ToTrinh", "DanhSachDangVien", "data", "sua", "ghi", "chu"}
LICENCE_WORDS = set(foreign_words(" ".join(f"{part.name} {part.licence}" for part in licences.parts())))
SHOWN_WORDS = {"xlsx", "danh", "sach", "dang", "vien", "chi", "bo", "TTr"}
FILE_WORDS = PACKAGE_WORDS | LICENCE_WORDS | WORD_BUTTONS | OLD_WORDS | SHOWN_WORDS
"""Words of file names, numbers of papers and names of libraries, which the screen shows on purpose."""


@pytest.fixture(scope="module")
def stage(qapp: QApplication) -> Iterator[Stage]:
    translations.install(qapp)
    with tempfile.TemporaryDirectory() as folder:
        yield Stage(Path(folder))


def measured(widget: QWidget) -> list[str]:
    return [
        *measuring.clipped(widget),
        *measuring.outside(widget),
        *measuring.overlapping(widget),
        *measuring.small_targets(widget),
        *measuring.out_of_order(widget),
        *measuring.pale(widget, widget.grab().toImage()),
    ]


def settle(widget: QWidget) -> None:
    """Wait until nothing moves any more: scroll areas learn heights from events one after the other."""
    before: list[QRect] = []
    for _ in range(MOST_ROUNDS):
        QTest.qWait(ROUND_MS)
        now = [one.geometry() for one in widget.findChildren(QWidget)]
        if now == before:
            return
        before = now


def shown(screen: Screen, room: Room, size: QSize) -> QWidget:
    room.window.resize(size)
    room.window.show()
    widget = screen.make(room)
    set_out(widget, room, size)
    settle(widget)
    return widget


def measurings() -> Iterator[Any]:
    for number, screen in enumerate(SCREENS):
        for at, (size, font) in enumerate(TAKEN):
            is_fast = LONG or number % len(TAKEN) == at
            marks = () if is_fast else pytest.mark.slow
            yield pytest.param(screen, size, font, id=f"{size}-{font}-{screen.name}", marks=marks)


@pytest.mark.parametrize(("screen", "size", "font"), [*measurings()])
def test_a_screen_can_be_read_and_used(
    qapp: QApplication, stage: Stage, screen: Screen, size: tuple[int, int], font: int
) -> None:
    apply(qapp, font)
    room = stage.room(screen.data)
    widget = shown(screen, room, QSize(*size))
    try:
        assert measured(widget) == []
        if font == BASE_SIZE:
            assert english(widget, FILE_WORDS) == []
    finally:
        if widget is not room.window:
            widget.close()
            widget.deleteLater()
        room.close()
        room.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
