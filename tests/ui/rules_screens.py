"""Quy định đang áp dụng in its states, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QWidget

from app.rules import ruleset_files
from tests.ui.a_program import Room
from ui.dialogs.own_rules import OwnRulesDialog
from ui.pages.rules_page import RulesPage
from ui.widgets.button import Button
from ui.widgets.editors import LineField
from ui.widgets.search_field import SearchField

Maker = Callable[[Room], QWidget]
SET = """id = "cv3993"
version = "2017.2"
kind = "year_letter"
parent = "hd27"
title = "Năm 2017: bản mẫu do đảng ủy xã Mẫu gửi xuống để thay bản cũ"
years = [2017]
"""


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "rules-planned": ("empty", _page),
        "rules-own": ("filled", _own),
        "rules-own-values": ("filled", _own_values),
        "rules-own-wrong": ("filled", _own_wrong),
        "rules-search": ("filled", _search),
        "rules-nothing-found": ("filled", _nothing),
        "rules-none": ("filled", _none),
        "rules-damaged": ("filled", _damaged),
    }


def _page(room: Room) -> QWidget:
    room.window.open("rules")
    return room.window


def begin(room: Room) -> None:
    """Begin the review of 2017 with the rules of the year and two values of the cell's own."""
    review = room.core.review
    if review.cycles.get(2017) is None:
        review.cycles.begin(2017, ruleset_files.shipped()["cv3993"], {})
    letter = {"document": "31-HD/ĐU"}
    review.own_rules.put(
        2017,
        [
            {"key": "deadlines/send/day", "value": "12-20", **letter},
            {"key": "time/least_minutes", "value": "240", **letter},
        ],
    )


def _own(room: Room) -> QWidget:
    begin(room)
    return _page(room)


def _dialog(room: Room, year: int = 2017) -> OwnRulesDialog:
    begin(room)
    own_rules = room.core.review.own_rules
    present = [one.model_dump(mode="json") for one in own_rules.list(year)]
    return OwnRulesDialog(
        year, own_rules.offers(year), present, lambda lines: own_rules.put(year, lines), room.window
    )


def _own_values(room: Room) -> QWidget:
    return _dialog(room)


def _own_wrong(room: Room) -> QWidget:
    dialog = _dialog(room)
    value, save = dialog.findChild(LineField, "ownValue"), dialog.findChild(Button, "ownSave")
    assert value is not None
    assert save is not None
    value.setText("tháng sau")
    value.edited.emit()
    save.click()
    return dialog


def _search(room: Room) -> QWidget:
    _page(room)
    field = room.window.findChild(SearchField, "searchRules")
    assert field is not None
    field.setText("gop y")
    return room.window


def _nothing(room: Room) -> QWidget:
    _search(room)
    field = room.window.findChild(SearchField, "searchRules")
    assert field is not None
    field.setText("không có chữ này")
    return room.window


def _none(room: Room) -> QWidget:
    _page(room)
    cast("RulesPage", room.window.page()).show_year(2031)
    return room.window


def _damaged(room: Room) -> QWidget:
    begin(room)
    file = Path(room.core.folder) / "tep-mau.toml"
    file.write_text(SET, encoding="utf-8")
    room.core.review.rule_sets.take_in(file)
    file.write_text(SET.replace('"cv3993"', '"mau"').replace("[2017]", "[2031]"), encoding="utf-8")
    room.core.review.rule_sets.take_in(file)
    file.unlink()
    (copy,) = (room.core.folder / "quy-dinh").glob("mau_*.toml")
    copy.write_text("x", encoding="utf-8")
    return _page(room)
