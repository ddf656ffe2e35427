"""States of Cam kết & Chương trình, for pictures and measures."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from tests.ui.a_program import Room
from tests.ui.opened import found
from tests.ui.screen_data import LONG, YEAR, Maker, begun
from ui.forms.record_drafts import NEW, RecordPlace
from ui.pages.commitments_page import PROGRAMME, CommitmentsPage
from ui.widgets.button import Button


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "commitments": ("filled", _filled),
        "commitments-page": ("filled", _on_page),
        "commitments-long-page": ("long", _on_page),
        "commitments-item": ("filled", _item),
        "commitments-wrong": ("filled", _wrong),
        "commitments-programme": ("filled", _programme),
        "commitments-long": ("long", _filled),
        "commitments-long-programme": ("long", _programme),
        "commitments-empty": ("empty", _empty),
        "commitments-not-begun": ("empty", _not_begun),
    }


def fill(core: Core) -> None:
    """Enter commitments, tasks and a programme."""
    begun(core, YEAR)
    review, members = core.review, core.members.list()
    first = members[0].uid
    signed = {"signed_on": "2017-01-20", "received_on": "2017-01-25"}
    review.commitments.put(YEAR, first, {**signed, "summary": "Đã làm phần lớn việc đã hứa"})
    review.commitments.add_item_of(
        YEAR,
        first,
        {
            "content": LONG,
            "goal": "Mỗi tháng một buổi",
            "due": "Thường xuyên",
            "degree": "partly",
            "result": LONG,
        },
    )
    review.commitments.add_item_of(YEAR, first, {"content": "Đọc một nghị quyết mỗi tháng", "due": "Quý III"})
    done = {"outcome": "on_time", "exceeded": True, "result": "Đã xong trước hạn"}
    review.tasks.add(YEAR, first, {"task": "Phụ trách tổ đảng số 1", "due_on": "2017-06-30", **done})
    review.tasks.add(YEAR, first, {"task": "Vận động hiến đất làm đường", "due_on": "2017-11-15"})
    if len(members) > 1:
        review.commitments.put(YEAR, members[1].uid, {**signed, "on_paper": True, "sheets": 2})
    review.programme.put(YEAR, {"adopted_on": "2017-01-10", "goals": LONG, "measures": LONG})
    facts = {"indicator": "hai cây số rưỡi", "is_main": True, "lead": "Nguyễn Văn A", "due_on": "2017-09-30"}
    review.programme.add_item(YEAR, {"task": "Bê tông hóa đường thôn Bịa", **facts})
    review.programme.add_item(
        YEAR, {"task": "Kết nạp hai đảng viên", "outcome": "late", "result": "Kết nạp một"}
    )
    review.tasks.put_assignment(YEAR, {"number": "01-NQ/CB", "dated_on": "2017-01-12"})


def _page(room: Room) -> CommitmentsPage:
    room.window.open("commitments")
    return cast("CommitmentsPage", room.window.page())


def _filled(room: Room) -> QWidget:
    fill(room.core)
    room.window.open("commitments", room.core.members.list()[0].uid)
    return room.window


def _on_page(room: Room) -> QWidget:
    fill(room.core)
    room.window.open("commitments", room.core.members.list()[0].uid)
    found(room.window, Button, "commitmentPage").click()
    return room.window


def _item(room: Room) -> QWidget:
    fill(room.core)
    owner, whole = room.core.members.list()[0].uid, room.core.review.whole(YEAR)
    own = next(one for one in whole.commitments if one.member_uid == owner)
    item = next(one for one in whole.commitment_items if one.commitment == own.uid)
    room.window.open("commitments", RecordPlace("commitment_item", item.uid, owner).text(), "result")
    return room.window


def _wrong(room: Room) -> QWidget:
    fill(room.core)
    owner = room.core.members.list()[0].uid
    page = _page(room)
    page.open_at(RecordPlace("assigned_task", NEW, owner).text(), "")
    editor = page.own.editor("assigned_task")
    editor.form.binder.offer({"due_on": "31/02/2017"})
    editor.saved.emit()
    return room.window


def _programme(room: Room) -> QWidget:
    fill(room.core)
    _page(room).tabs.choose(PROGRAMME)
    return room.window


def _empty(room: Room) -> QWidget:
    begun(room.core, YEAR)
    _page(room)
    return room.window


def _not_begun(room: Room) -> QWidget:
    _page(room)
    return room.window
