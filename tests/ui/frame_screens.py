"""Năm kiểm điểm and Văn bản gợi ý in their states, for pictures and measures."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QWidget

from tests.ui.a_program import Room
from tests.ui.opened import found
from tests.ui.screen_data import LONG, YEAR, Maker, begun
from ui.forms.record_drafts import NEW
from ui.pages.letters_page import LettersPage
from ui.pages.year_page import YearPage
from ui.widgets.button import Button
from ui.widgets.editors import LineField


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "year-begun": ("empty", _begun),
        "year-editing": ("filled", _editing),
        "year-wrong": ("filled", _wrong),
        "year-long-texts": ("long", _long),
        "letters-point": ("filled", _point),
        "letters-wrong": ("filled", _letter_wrong),
        "letters-long-texts": ("long", _long_points),
    }


def _page(room: Room) -> YearPage:
    room.window.open("year")
    return cast("YearPage", room.window.page())


def _begun(room: Room) -> QWidget:
    begun(room.core, YEAR)
    _page(room)
    return room.window


def _editing(room: Room) -> QWidget:
    page = _page(room)
    page.books.by_name["cycle"].open_field("focal_points")
    page.books.by_name["milestone"].open_field("due_on")
    return room.window


def _wrong(room: Room) -> QWidget:
    page = _page(room)
    page.books.by_name["legal_basis"].open_at(NEW)
    return _with_no_such_day(room, "basis_dated_on", "legal_basisSave")


def _with_no_such_day(room: Room, field: str, save: str) -> QWidget:
    found(room.window, LineField, field).setText("31/02/2017")
    found(room.window, Button, save).click()
    return room.window


def _long(room: Room) -> QWidget:
    begun(room.core, YEAR)
    cycles = room.core.review.cycles
    for number in ("3993-CV/BTCTW", "114-KH/ĐU"):
        basis = {"number": number, "dated_on": "2017-11-10", "subject_line": LONG, "role": "plan"}
        cycles.add_basis(YEAR, {**basis, "issuer": "Ban Thường vụ Đảng ủy Khối các cơ quan huyện Mẫu"})
    cycles.add_guidance(YEAR, {"dated_on": "2017-11-20", "text": LONG, "due_on": "2017-11-25"})
    cycles.put_milestone(YEAR, "writing", {"due_on": "2017-11-25", "done_by": "Chi ủy, đảng viên"})
    _page(room)
    return room.window


def _letters(room: Room) -> LettersPage:
    room.window.open("letters")
    return cast("LettersPage", room.window.page())


def _point(room: Room) -> QWidget:
    page = _letters(room)
    point = room.core.review.whole(YEAR).suggestion_points[0]
    page.open_at(point.uid, "explanation_text")
    return room.window


def _letter_wrong(room: Room) -> QWidget:
    page = _letters(room)
    page.books.by_name["suggestion_letter"].open_at(NEW)
    return _with_no_such_day(room, "letter_dated_on", "suggestion_letterSave")


def _long_points(room: Room) -> QWidget:
    begun(room.core, YEAR)
    suggestions = room.core.review.suggestions
    issuer = "Ban Thường vụ Đảng ủy Khối các cơ quan huyện Mẫu"
    letter = suggestions.add_letter(YEAR, {"number": "118-CV/ĐU", "dated_on": "2017-11-10", "issuer": issuer})
    whom = [one.uid for one in room.core.members.list()[:3]]
    suggestions.add_points(letter, [{"text": LONG, "target": uid, "due_on": "2017-11-25"} for uid in whom])
    _letters(room)
    return room.window
