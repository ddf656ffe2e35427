"""Whatever a list shows, another reader finds the same in the Excel file: each filter, column and order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import Seams, create_practice_cell
from app.worker.inline import InlineJobs
from tests.ui.a_program import CHEAP, PASSWORD, Room, RoomClock, a_room
from tests.ui.list_screens import frame_of
from ui.lists.frame import ListFrame
from ui.theme.look import look
from ui.widgets.button import Button

WAIT = 20_000
LEAST_FILTERS = 6


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """Give the practice cell, two members of it in the trash since different days."""
    seams = Seams(RoomClock(), InlineJobs(), cost=CHEAP)
    core = create_practice_cell(tmp_path / "so", PASSWORD, seams)
    room = a_room(tmp_path / "so", core)
    core.members.trash([one.uid for one in core.members.list()[4:6]])
    qtbot.addWidget(room.window)
    room.window.resize(look.px(1366), look.px(697))
    room.window.open("members")
    room.window.show()
    qtbot.waitExposed(room.window)
    yield room
    room.close()


def on_screen(frame: ListFrame[Any]) -> list[list[str]]:
    """Return the titles and the rows as the eye reads them, from the left."""
    head, model = frame.view.horizontalHeader(), frame.view.model()
    columns = [at for at in map(head.logicalIndex, range(head.count())) if not head.isSectionHidden(at)]
    titles = [frame.kind.columns[at].title for at in columns]
    cells = [[str(model.index(row, at).data()) for at in columns] for row in range(model.rowCount())]
    return [titles, *cells]


def in_file(qtbot: QtBot, room: Room, path: Path, button: str) -> list[list[str]]:
    """Return what openpyxl, which wrote nothing of it, finds under the head of the table."""
    room.dialogs.paths = [path]
    act = room.window.findChild(Button, button)
    assert isinstance(act, Button)
    act.click()
    qtbot.waitUntil(lambda: path.exists() and not room.desk.runner.busy(), timeout=WAIT)
    book = openpyxl.load_workbook(path)
    assert book.active is not None
    rows = [[_said(value) for value in row] for row in book.active.iter_rows(values_only=True)]
    head = max(at for at, row in enumerate(rows) if len(row) == 1 or not any(row[1:])) + 1
    return rows[head:]


def _said(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.datetime) else "" if value is None else str(value)


@pytest.mark.slow
@pytest.mark.parametrize("shown", [False, True])
def test_every_filter_goes_out_as_it_stands_with_every_column(
    qtbot: QtBot, room: Room, tmp_path: Path, *, shown: bool
) -> None:
    frame = frame_of(room, "members")
    keys = [column.key for column in frame.kind.columns]
    frame.tools.show_numbers(shown=shown)
    codes = [code for code in frame.tools.chips.codes() if code != "all"]
    assert len(codes) >= LEAST_FILTERS
    for at, code in enumerate(codes):
        frame.tools.chips.choose(code)
        # Each filter in another order of rows and of columns.
        frame.columns.lend([keys[0], *keys[at + 1 :], *keys[1 : at + 1]])
        frame.sort(keys[at * 2 % len(keys)], bool(at % 2))
        seen = on_screen(frame)
        assert len(seen) > 1, code
        assert len(seen[0]) == len(keys)
        assert in_file(qtbot, room, tmp_path / f"{code}.xlsx", "excelMembers") == seen, code


@pytest.mark.slow
def test_the_trash_goes_out_with_the_days_that_are_left(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    frame = frame_of(room, "members")
    frame.tools.chips.choose("trash")
    found = in_file(qtbot, room, tmp_path / "x.xlsx", "excelMembers")
    assert found == on_screen(frame)
    assert found[0][:3] == ["Họ và tên", "Còn giữ", "Vào thùng rác"]
    assert [row[1:3] for row in found[1:]] == [["30 ngày", "04/12/2017"]] * 2


@pytest.mark.slow
def test_what_is_to_find_out_goes_out_as_it_stands(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    room.core.members.add({"full_name": "Lê Văn Thiếu"})
    room.window.open("members", "gaps")
    frame = frame_of_gaps(room)
    assert in_file(qtbot, room, tmp_path / "x.xlsx", "excelMembers") == on_screen(frame)


def frame_of_gaps(room: Room) -> ListFrame[Any]:
    found = [one for one in room.window.page().findChildren(ListFrame) if one.isVisible()]
    assert [one.kind.name for one in found] == ["gap"]
    return found[0]
