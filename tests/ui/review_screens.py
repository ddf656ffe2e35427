"""States of Kiểm điểm and of the writing place, for pictures and measures."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from app.domain.outside_opinions import OutsideBody
from tests.ui.a_program import Room
from tests.ui.screen_data import LONG, YEAR, Maker, begun
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import NEW, RecordPlace
from ui.pages.review_page import ReviewPage


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "review-outside": ("filled", _outside),
        "review-outside-long": ("long", _outside_long),
        "review-outside-wrong": ("filled", _outside_wrong),
    }


def _page(room: Room, subject: str, field: str) -> ReviewPage:
    room.window.open("review", subject, field)
    return cast("ReviewPage", room.window.page())


def _book(page: QWidget, kind: str) -> RecordBook[Any]:
    return next(one for one in page.findChildren(RecordBook) if one.kind.name == kind)


def _commented(core: Core) -> str:
    begun(core, YEAR)
    uid, put = core.members.list()[0].uid, core.review.outside.put
    put(YEAR, uid, OutsideBody.RESIDENCE, {"body_name": "Chi ủy Chi bộ thôn Bịa", "asked_on": "2017-11-08"})
    put(YEAR, uid, OutsideBody.FRONT, {"received_on": "2017-12-28", "grade": "good", "text": LONG})
    put(YEAR, uid, OutsideBody.UNION, {"excused_reason": "không phải đoàn viên"})
    return uid


def _outside(room: Room) -> QWidget:
    page = _page(room, _commented(room.core), "outside_opinions")
    _book(page, "outside_opinion").put_down()
    return room.window


def _outside_long(room: Room) -> QWidget:
    _page(room, _commented(room.core), "outside_opinions")
    return room.window


def _outside_wrong(room: Room) -> QWidget:
    uid = _commented(room.core)
    page = _page(room, RecordPlace("outside_opinion", NEW, uid).text(), "")
    editor = _book(page, "outside_opinion").editor
    editor.form.binder.offer({"body": "front", "received_on": "31/02/2018"})
    editor.saved.emit()
    return room.window
