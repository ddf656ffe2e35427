"""States of Sổ văn bản, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from tests.ui.a_program import Room
from ui.pages.registers_page import IN, NEW, RegistersPage

Maker = Callable[[Room], QWidget]
_LONG = "về việc gợi ý kiểm điểm tập thể chi ủy và cá nhân đồng chí bí thư, phó bí thư chi bộ năm 2017"


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "registers-gap": ("filled", _gap),
        "registers-in": ("filled", _came),
        "registers-in-long": ("long", _came),
        "registers-in-empty": ("empty", lambda room: _page(room, IN).window()),
        "registers-new": ("filled", _new),
        "registers-wrong": ("filled", _wrong),
    }


def _page(room: Room, tab: int) -> RegistersPage:
    room.window.open("registers")
    page = cast("RegistersPage", room.window.page())
    page.tabs.choose(tab)
    return page


def _gap(room: Room) -> QWidget:
    room.core.numbers.begin_after("TTr", "4")
    room.core.papers.issue(room.core.papers.add("submission", 2017, {"subject_line": _LONG}).uid)
    room.core.numbers.explain("TTr", 2, {"reason": "cancelled", "note": "đổi tên gọi"})
    room.window.open("registers", "TTr 3")
    return room.window


def _came(room: Room) -> QWidget:
    fill(room.core)
    _page(room, IN)
    return room.window


def _new(room: Room) -> QWidget:
    fill(room.core)
    room.window.open("registers", NEW)
    return room.window


def _wrong(room: Room) -> QWidget:
    room.window.open("registers", NEW)
    page = cast("RegistersPage", room.window.page())
    page.editor.form.binder.offer({"received_on": "31/02/2017"})
    page.editor.saved.emit()
    return room.window


def fill(core: Core) -> None:
    """Register three papers."""
    incoming = core.review.incoming_papers
    facts = {"issuer": "Đảng ủy xã Mẫu", "dated_on": "2017-11-10", "assigned_to": "Nguyễn Văn A"}
    incoming.add(2017, {**facts, "number": "14-KH/ĐU", "subject_line": _LONG, "received_on": "2017-11-13"})
    more = {"due_on": "2017-12-01", "received_on": "2017-11-20", "number": "31-CV/ĐU"}
    incoming.add(2017, {**facts, **more, "subject_line": "nộp hồ sơ kiểm điểm"}, "guidance")
    done = {"handled_on": "2017-11-25", "received_on": "2017-11-21"}
    incoming.add(2017, {**facts, **done, "subject_line": "mời họp", "note": "đã họp"})
