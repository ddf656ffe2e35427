"""Lists in windows of any width: long words take what is free, and nothing is pushed out of sight."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.a_program import Room
from tests.ui.opened import NAMES, found, opened_at
from tests.ui.remediation_screens import fill
from ui.lists.frame import ListFrame
from ui.widgets.button import Button
from ui.widgets.chips import Chip, ChipButton, ChipRow
from ui.widgets.record_view import RecordView

WORDS = "Chưa có kết quả cam kết"


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    yield from opened_at("home", qtbot, tmp_path / "so", NAMES, fill)


def widths(view: RecordView) -> dict[int, int]:
    """Return the widths of the columns in sight by their numbers."""
    head = view.horizontalHeader()
    return {at: head.sectionSize(at) for at in range(head.count()) if not head.isSectionHidden(at)}


@pytest.mark.parametrize("size", [(1366, 697), (1280, 672), (1092, 543)])
def test_what_is_to_be_corrected_has_the_room_that_other_columns_do_not_need(
    room: Room, size: tuple[int, int]
) -> None:
    room.window.resize(*size)
    room.window.open("remediation")
    QTest.qWait(0)
    view = found(room.window, RecordView, "remediationList")
    frame = next(one for one in room.window.findChildren(ListFrame) if one.view is view)
    keys = [column.key for column in frame.kind.columns]
    seen = widths(view)
    assert seen[keys.index("text")] > frame.kind.column("text").width
    assert sum(seen.values()) <= view.viewport().width()


def test_filters_that_do_not_fit_in_one_line_wait_in_the_menu(qtbot: QtBot) -> None:
    row = ChipRow("{count}")
    qtbot.addWidget(row)
    row.set_chips([Chip(str(at), WORDS, at) for at in range(5)], "0")
    row.set_most(4)
    row.resize(600, 80)
    row.show()
    more = found(row, Button, "moreChips")

    def seen() -> list[ChipButton]:
        return [one for one in row.findChildren(ChipButton) if one.isVisible()]

    QTest.qWait(0)
    lines = {one.y() for one in (*seen(), more)}
    assert (len(seen()), more.text(), len(lines)) == (2, "3", 1)
    row.resize(3000, 80)
    QTest.qWait(0)
    assert (len(seen()), more.text()) == (4, "1")
