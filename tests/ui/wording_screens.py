"""Câu chữ của văn bản in its states, for pictures and measures."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import cast

from PySide6.QtWidgets import QWidget

from app.domain.cycles import Cycle
from app.rules import ruleset_files
from app.rules.own_texts import OwnText
from app.rules.ruleset import kept_in
from tests.ui.a_program import Room
from tests.ui.screen_data import YEAR
from ui.pages.wording_page import WordingPage
from ui.widgets.editors import ProseField

Maker = Callable[[Room], QWidget]
LONG = (
    "[tên chi bộ] căn cứ chỉ đạo của cấp ủy cấp trên, nghị quyết của chi bộ và kết quả thực hiện nhiệm vụ"
    " trong năm, sau khi bàn bạc, thống nhất trong chi ủy, xây dựng kế hoạch [kiểm điểm] tập thể, cá nhân và"
    " [đánh giá, phân loại] chất lượng chi bộ, đảng viên năm [năm] gồm các nội dung sau đây:"
)


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "wording-not-begun": ("empty", _not_begun),
        "wording-filled": ("filled", _filled),
        "wording-own": ("filled", _own),
        "wording-long": ("long", _own),
        "wording-wrong": ("filled", _wrong),
        "wording-recipients": ("filled", _recipients),
        "wording-signer": ("filled", _signer),
        "wording-prescribed": ("later", _prescribed),
        "wording-damaged": ("filled", _damaged),
        "wording-gone": ("filled", _gone),
        "wording-finished": ("filled", _finished),
    }


def begin(room: Room, year: int = 2017) -> None:
    """Begin the review of a year, if it is not begun."""
    review = room.core.review
    if review.cycles.get(year) is None:
        review.cycles.begin(year, ruleset_files.shipped()["cv3993"], {})


def damage(room: Room) -> None:
    """Put a text into the year that no form would have taken."""
    plant(room, OwnText(kind="review_plan", key="opening", text="Mất chỗ điền"))


def leave_behind(room: Room) -> None:
    """Put a text into the year for which its rules have no place, as the year before may have had one."""
    text = "II. Kết quả học tập chuyên đề của năm {year}, đề mục bịa ra của mẫu cũ"
    plant(room, OwnText(kind="review_plan", key="form/cu/9", text=text))


def plant(room: Room, bad: OwnText) -> None:
    """Let the year hold one text of the cell's own, whatever it is."""
    cycle = room.core.review.cycles.get(2017)
    assert cycle is not None
    kept = kept_in(cycle.ruleset_snapshot).model_copy(update={"own_texts": (bad,)})
    with room.core.review.database.write("cycle.edit") as work:
        work.change(Cycle, cycle.uid, cycle.rev, ruleset_snapshot=json.dumps(json.loads(kept.snapshot)))


def page_of(room: Room) -> WordingPage:
    """Return the page."""
    return cast("WordingPage", room.window.page())


def type_in(room: Room, text: str) -> None:
    """Type into the field of the text in sight."""
    field = page_of(room).findChild(ProseField, "text")
    assert field is not None
    field.setPlainText(text)


def _not_begun(room: Room) -> QWidget:
    room.window.open("wording")
    return room.window


def _at(room: Room, kind: str, key: str) -> QWidget:
    if YEAR in room.core.years.list():
        begin(room)
    room.window.open("wording", kind, key)
    return room.window


def _filled(room: Room) -> QWidget:
    return _at(room, "review_plan", "")


def _own(room: Room) -> QWidget:
    begin(room)
    own = room.core.review.own_wording
    own.put(2017, "review_plan", "opening", LONG)
    own.put(2017, "review_plan", "subject", "về việc kiểm điểm cuối năm [năm].")
    own.put(2017, "review_minutes", "sections/votes", "Phần biểu quyết")
    return _at(room, "review_plan", "opening")


def _wrong(room: Room) -> QWidget:
    _own(room)
    type_in(room, "Chi bộ xây dựng kế hoạch [quý] như sau:")
    page_of(room).form.binder.left.emit()
    return room.window


def _recipients(room: Room) -> QWidget:
    begin(room)
    text = "[cấp ủy cấp trên] (để báo cáo)\nBan Tuyên giáo Đảng ủy\nLưu: VT"
    room.core.review.own_wording.put(2017, "review_plan", "recipients", text)
    return _at(room, "review_plan", "recipients")


def _signer(room: Room) -> QWidget:
    return _at(room, "review_plan", "signer/post")


def _prescribed(room: Room) -> QWidget:
    return _at(room, "self_review", "type_name")


def _damaged(room: Room) -> QWidget:
    begin(room)
    damage(room)
    return _at(room, "review_plan", "opening")


def _gone(room: Room) -> QWidget:
    begin(room)
    leave_behind(room)
    return _at(room, "review_plan", "form/cu/9")


def _finished(room: Room) -> QWidget:
    _own(room)
    review = room.core.review
    cycle = review.cycles.get(2017)
    assert cycle is not None
    review.cycles.finish(cycle)
    return _at(room, "review_plan", "opening")
