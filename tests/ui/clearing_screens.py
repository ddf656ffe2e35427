"""States of the trash, of erasing for good and of two entries side by side, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.members import Member
from tests.ui.a_program import Room
from ui.dialogs.erasing import EraseDialog
from ui.dialogs.merging import MergeDialog
from ui.widgets.button import Button

Maker = Callable[[Room], QWidget]
LONG_NOTE = (
    "Nguyên cán bộ của Ban Quản lý dự án đầu tư xây dựng thôn Mẫu, đã nghỉ chế độ; tham gia đội văn nghệ."
)


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "members-trash": ("filled", lambda room: _trash(room, 2)),
        "members-long-trash": ("long", lambda room: _trash(room, 12)),
        "members-trash-empty": ("filled", lambda room: _trash(room, 0)),
        "members-pairs": ("filled", _pairs),
        "erase": ("filled", lambda room: _erase(room, 1)),
        "erase-many": ("long", lambda room: _erase(room, 12)),
        "erase-last": ("filled", lambda room: _go_on(_erase(room, 1))),
        "merge": ("filled", _merge),
        "merge-long": ("long", _merge_long),
    }


def _trash(room: Room, count: int) -> QWidget:
    people = room.core.members.list()[:count] or room.core.members.list()[:1]
    room.core.members.trash([one.uid for one in people])
    room.window.open("members", "trash")
    if not count:
        room.core.members.restore([one.uid for one in people])
    return room.window


def _erase(room: Room, count: int) -> EraseDialog:
    uids = [one.uid for one in room.core.members.list()[:count]]
    review = room.core.review
    for uid in uids:
        review.self_reviews.put(2017, uid, {"self_level": "good"})
        review.commitments.put(2017, uid, {})
    conference = review.conferences.add(2017, {"body": "cell", "chair": uids[0]})
    said = {"target": "collective", "kind": "strength", "text": "Đoàn kết", "speaker": uids[0]}
    review.turns.say(conference, said)
    room.core.members.trash(uids)
    return EraseDialog(room.core.clearing.erasure.look(uids), room.window)


def _go_on(dialog: EraseDialog) -> QWidget:
    button = dialog.findChild(Button, "eraseGoOn")
    assert isinstance(button, Button)
    button.click()
    return dialog


def _twin(room: Room, of: Member, **facts: object) -> None:
    kept = {"born_on": of.born_on, "sex": of.sex, "admitted_on": of.admitted_on}
    room.core.members.add({**kept, "full_name": of.full_name.replace("ủy", "uỷ"), **facts})


def _pairs(room: Room) -> QWidget:
    one = room.core.members.list()[0]
    _twin(room, one, phone="000 000 001")
    room.window.open("members")
    return room.window


def _merge(room: Room) -> QWidget:
    one = room.core.members.list()[0]
    _twin(room, one, phone="000 000 001", posts=[{"title": "Tổ trưởng tổ 2"}])
    return _dialog(room)


def _merge_long(room: Room) -> QWidget:
    one = room.core.members.list()[0]
    room.core.members.save(
        one.uid, one.rev, {"born_on": "1960", "note": LONG_NOTE, "residence_cell": LONG_NOTE}
    )
    review = room.core.review
    twin = room.core.members.add(
        {
            "full_name": one.full_name,
            "born_on": "1960-11-05",
            "note": f"{LONG_NOTE} Đọc thêm sổ cũ.",
            "residence_cell": LONG_NOTE[:40],
        }
    )
    for uid in (one.uid, twin.uid):
        review.self_reviews.put(2017, uid, {"self_level": "good"})
    pair = room.core.members.get(one.uid), room.core.members.get(twin.uid)
    return MergeDialog(room.core.clearing.merging.compare(pair), 1, 3, room.window)


def _dialog(room: Room) -> MergeDialog:
    pairs = room.core.clearing.merging.pairs()
    return MergeDialog(room.core.clearing.merging.compare(pairs[0]), 1, len(pairs), room.window)
