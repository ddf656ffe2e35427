"""States of the parts of a reviewed year's dossier, for pictures and measures."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from app.services.packages import LACKING
from tests.ui.a_program import Room
from tests.ui.screen_data import YEAR, Maker
from tests.ui.year_screens import reviewed
from ui.dialogs.part_note import PartNoteDialog
from ui.widgets.record_view import RecordView

_REASON = "Cấp ủy mẫu không yêu cầu phiếu này trong năm, theo Công văn số 00-CV/ĐU"


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "packages-parts": ("filled", _noted),
        "packages-parts-long": ("long", _noted),
        "part-note": ("filled", _asked),
        "part-note-wrong": ("filled", _wrong),
    }


def _noted(room: Room) -> QWidget:
    reviewed(room.core)
    part = _lacking(room)
    notes = room.core.review.dossier_notes
    notes.put(YEAR, "minutes", {"held_as": "on_paper", "sheets": 6})
    notes.put(YEAR, "residence", {"held_as": "not_needed", "reason": _REASON})
    room.window.open("packages")
    _parts(room).go_to(part)
    return room.window


def _lacking(room: Room) -> str:
    """Return a part of which something lacks."""
    whole = room.core.review.whole(YEAR)
    for one in whole.outside_opinions:
        room.core.review.outside.remove(one)
    parts = room.core.packages.parts(YEAR)
    return next(one.code for one in parts if one.can_be_noted and one.state in LACKING)


def _asked(room: Room) -> PartNoteDialog:
    reviewed(room.core)
    part = _lacking(room)
    room.window.open("packages")
    _parts(room).go_to(part)
    button = room.window.findChild(QPushButton, "notePart")
    assert button is not None
    button.click()
    dialog = room.window.findChild(PartNoteDialog)
    assert dialog is not None
    return dialog


def _wrong(room: Room) -> QWidget:
    dialog = _asked(room)
    dialog.form.binder.row("held_as").editor.set_value("not_needed")
    keep = dialog.findChild(QPushButton, "keepPartNote")
    assert keep is not None
    keep.click()
    return dialog


def _parts(room: Room) -> RecordView:
    view = room.window.findChild(RecordView, "partList")
    assert view is not None
    return view
