"""The table of earlier years in its states, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QWidget

from app.domain.targets import CELL
from tests.ui.a_program import Room
from ui.dialogs.pasted_preview import PastedPreviewDialog
from ui.models.earlier_grid import EarlierGrid
from ui.pages.earlier_page import EarlierPage
from ui.widgets.field_row import FieldRow
from ui.widgets.grid_view import GridView
from ui.widgets.record_view import RecordView

Maker = Callable[[Room], QWidget]
SENTENCE = "Chưa mạnh dạn góp ý phê bình trong sinh hoạt chi bộ, có kỳ họp không phát biểu ý kiến nào"
LEVELS = ("T", "XS", "HT", "Tốt", "HTTNV")


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "earlier-stored": ("filled", _stored),
        "settings-numbers": ("filled", _numbers),
        "earlier-typed": ("filled", _typed),
        "earlier-long-typed": ("long", _typed),
        "earlier-pasted": ("filled", lambda room: _preview(room, "")),
        "earlier-pasted-open": ("filled", lambda room: _preview(room, "3")),
        "earlier-pasted-long": ("long", lambda room: _preview(room, "")),
    }


def _numbers(room: Room) -> QWidget:
    room.core.numbers.begin_after("TTr", "12")
    room.window.open("settings")
    rows = room.window.page().findChildren(FieldRow)
    next(row for row in rows if row.name() == "lastNumber_TTr").focus()
    return room.window


def _page(room: Room) -> EarlierPage:
    room.window.open("earlier")
    return cast("EarlierPage", room.window.page())


def _stored(room: Room) -> QWidget:
    _fill(room)
    page = _page(room)
    page.open_at(room.core.members.list()[2].uid, "shortcoming")
    return room.window


def _fill(room: Room) -> None:
    people = [one.uid for one in room.core.members.list()]
    edits = {
        uid: {
            **{str(year): LEVELS[(at + year) % 5] for year in range(2012, 2017)},
            **({"shortcoming": f"- {SENTENCE}\n- Họp muộn"} if at % 4 == 2 else {}),
            **({"promise": "Giúp đỡ một hộ nghèo của thôn", "due": "Quý II/2018"} if at % 5 == 1 else {}),
        }
        for at, uid in enumerate(people)
    }
    cell = {"2015": "HTTNV", "2016": "TSVM", "shortcoming": "Sinh hoạt chuyên đề chưa đủ"}
    room.core.review.earlier_years.apply(2017, {CELL: cell, **edits})


def _typed(room: Room) -> QWidget:
    page = _page(room)
    grid = page.findChild(EarlierGrid)
    assert grid is not None
    people = [one.uid for one in room.core.members.list()]
    first, second = people[0], people[-1]
    grid.put(
        {
            (first, "2015"): "XS",
            (first, "2016"): "khá",
            (first, "shortcoming"): SENTENCE,
            (second, "2014"): "dự bị",
            (second, "promise"): f"- {SENTENCE}\n- Học xong lớp lý luận chính trị",
            (second, "due"): "Quý I/2018",
        }
    )
    page.open_at(first, "2016")
    view = page.findChild(GridView)
    assert view is not None
    return room.window


def _preview(room: Room, line: str) -> QWidget:
    _page(room)
    people = room.core.members.list()
    rows = [f"{at}\t{one.full_name}\tT\tXS\t{SENTENCE}\t\t\tx" for at, one in enumerate(people[:12], 1)]
    rows.insert(1, f"\tPhạm Văn Nhầm\tT\tXS\t{SENTENCE}\t\t\t")
    rows.insert(3, f"\t{people[-1].full_name}\tkhá\tTSVM\t\t\tQuý I\t")
    rows.append("\tChi bộ\tHTTNV\tTSVM\tHọp chưa đủ kỳ\tLập lịch\t31/03/2018\t")
    head = "TT\tHọ và tên\tNăm 2015\tNăm 2016\tKhuyết điểm năm trước\tViệc còn hứa\tThời hạn\tGhi chú"
    pasted = room.core.review.earlier_years.read(2017, "\n".join([head, *rows]))
    assert pasted is not None
    dialog = PastedPreviewDialog(pasted, room.window)
    if line:
        view = dialog.findChild(RecordView, "pastedList")
        assert view is not None
        view.go_to(line)
    return dialog
