"""States of a list and its dialogs, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QWidget

from tests.ui.a_program import Room
from ui.dialogs.columns import ColumnsDialog
from ui.dialogs.list_pages import ListPagesDialog
from ui.dialogs.naming import NamingDialog
from ui.dialogs.together import TogetherDialog
from ui.lists.frame import ListFrame
from ui.models.list_layout import first_layout
from ui.widgets.button import Button
from ui.widgets.page_view import RENDER_WIDTH
from ui.widgets.record_view import RecordView
from ui.widgets.search_field import SearchField

Maker = Callable[[Room], QWidget]


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "members-several": ("filled", _several),
        "members-long-several": ("long", _several),
        "members-searched": ("filled", lambda room: _searched(room, "dong")),
        "members-no-match": ("filled", lambda room: _searched(room, "zzz")),
        "members-own-filters": ("filled", _own_filters),
        "members-gaps": ("filled", _gaps),
        "members-long-gaps": ("long", _gaps),
        "members-gap-open": ("long", _gap_open),
        "members-many-columns": ("filled", _many_columns),
        "papers-several": ("filled", _papers_several),
        "columns": ("filled", _columns),
        "naming": ("filled", _naming),
        "together": ("filled", _together),
        "list-pages": ("filled", _pages),
    }


def frame_of(room: Room, page: str) -> ListFrame[object]:
    """Return the list of a page that is opened."""
    room.window.open(page)
    found = next(one for one in room.window.page().findChildren(ListFrame) if one.isVisibleTo(room.window))
    assert isinstance(found, ListFrame)
    return found


def _several(room: Room) -> QWidget:
    frame = frame_of(room, "members")
    flags = QItemSelectionModel.SelectionFlag
    for row in (0, 2, 3):
        chosen = frame.view.model().index(row, 0)
        frame.view.selectionModel().select(chosen, flags.Select | flags.Rows)
    return room.window


def _searched(room: Room, typed: str) -> QWidget:
    frame = frame_of(room, "members")
    field = frame.findChild(SearchField, "memberFilter")
    assert field is not None
    field.setText(typed)
    return room.window


def _own_filters(room: Room) -> QWidget:
    frame = frame_of(room, "members")
    for name, query in (("Tổ 1", "van"), ("Các đồng chí nữ làm công tác vận động", "thi")):
        kept = {**frame.conditions(), "list_name": "member", "name": name, "query": query}
        stored = room.core.lists.filters.add(kept)
    room.window.refresh(frozenset({"saved_filter"}))
    frame.tools.chips.choose(f"own:{stored.uid}")
    return room.window


def _many_columns(room: Room) -> QWidget:
    frame = frame_of(room, "members")
    frame.columns.lend([column.key for column in frame_of(room, "members").kind.columns])
    return room.window


def _papers_several(room: Room) -> QWidget:
    for subject in ("về việc nộp danh sách đảng viên", "báo cáo kết quả kiểm điểm"):
        room.core.papers.add("submission", 2017, {"subject_line": subject})
    frame_of(room, "papers").view.selectAll()
    return room.window


def _columns(room: Room) -> QWidget:
    names = {column.key: column.title for column in frame_of(room, "members").kind.columns}
    layout = first_layout(frame_of(room, "members").kind.columns)
    return ColumnsDialog(names, layout, layout, room.window)


def _naming(room: Room) -> QWidget:
    def take(name: str) -> None:
        room.core.lists.filters.add({"list_name": "member", "name": name})

    dialog = NamingDialog("Lưu bộ lọc", "Tên bộ lọc", "", take, room.window)
    dialog.say("Sẽ giữ: Dự bị; xếp theo tên; 5 cột. Lần sau bấm vào tên là danh sách hiện lại đúng như vậy.")
    return dialog


def _gaps(room: Room) -> QWidget:
    room.window.open("members", "gaps")
    return room.window


def _gap_open(room: Room) -> QWidget:
    room.window.open("members", "gaps")
    frame = room.window.page().findChild(RecordView, "gapList")
    assert isinstance(frame, RecordView)
    frame.opened.emit(frame.current())
    return room.window


def _together(room: Room) -> QWidget:
    _several(room)
    button = room.window.findChild(Button, "setTogether")
    assert isinstance(button, Button)
    button.click()
    dialog = room.window.findChild(TogetherDialog)
    assert isinstance(dialog, TogetherDialog)
    return dialog


def _pages(room: Room) -> QWidget:
    listing = frame_of(room, "members").listing()
    pages = room.core.papers.pages(room.core.lists.output.pdf(listing), RENDER_WIDTH)
    return ListPagesDialog(listing.title, list(pages), room.window)
