"""States of the place where a self-review or report is written, for pictures and measures."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from tests.ui.a_program import Room
from tests.ui.opened import found
from tests.ui.screen_data import LONG, YEAR, Maker, begun
from ui.pages.writing_page import WritingPage
from ui.widgets.editors import LineField


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "writing-member": ("filled", partial(_member, "ideology")),
        "writing-level": ("filled", partial(_member, "self_level")),
        "writing-earlier": ("long", partial(_long, "earlier")),
        "writing-typed": ("long", partial(_long, "ethics")),
        "writing-wrong": ("filled", _wrong),
        "writing-later": ("later", partial(_member, "ideology")),
        "writing-not-begun": ("empty", _open),
    }


def _open(room: Room) -> QWidget:
    room.window.open("writing")
    return room.window


def _member(field: str, room: Room) -> QWidget:
    review = room.core.review.whole(room.window.year).self_reviews[3]
    room.window.open("writing", review.member_uid, field)
    return room.window


def _wrong(room: Room) -> QWidget:
    _member("self_level", room)
    page = cast("WritingPage", room.window.page())
    found(page, LineField, "handed_in_on").setText("31/02/2017")
    found(page, LineField, "handed_in_on").edited.emit()
    found(page, LineField, "handed_in_on").left.emit()
    page.facts.form.binder.focus("handed_in_on")
    return room.window


def fill(core: Core) -> str:
    """Write half a self-review with what it takes over, and a year before it; return whose it is."""
    for year in (YEAR - 1, YEAR):
        begun(core, year)
    owner, review = core.members.list()[0].uid, core.review
    before = review.self_reviews.put(YEAR - 1, owner, {})
    for section in ("ethics", "earlier"):
        review.self_reviews.write(before, section, f"{LONG}. {LONG}.")
    own = review.self_reviews.put(YEAR, owner, {})
    review.self_reviews.write(own, "ideology", f"{LONG}. {LONG}.")
    review.self_reviews.write(own, "discipline", "Dự 11 trong 12 kỳ sinh hoạt.")
    earlier = {"target": owner, "from_year": YEAR - 1}
    review.shortcomings.add_earlier(YEAR, {**earlier, "text": LONG, "correction": "corrected"})
    review.shortcomings.add_earlier(YEAR, {**earlier, "text": "Chưa công khai thu, chi quỹ thôn"})
    review.commitments.put(YEAR, owner, {})
    review.commitments.add_item_of(YEAR, owner, {"content": LONG, "degree": "partly"})
    return owner


def _long(section: str, room: Room) -> QWidget:
    owner = fill(room.core)
    room.window.open("writing", owner, section)
    page = cast("WritingPage", room.window.page())
    if section == "ethics":
        page.form.binder.row("text").editor.set_value(f"Luôn gương mẫu. {LONG}. {LONG}.")
        page.form.binder.edited.emit()
    return room.window
