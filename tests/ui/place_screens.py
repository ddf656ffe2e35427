"""The window over data that cannot be written, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.services.data_check import Finding
from app.storage.access import Standing
from tests.ui.a_program import Room
from ui.dialogs.data_findings import FindingsDialog

Maker = Callable[[Room], QWidget]


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "locked-members": ("filled", lambda room: _standing(room, Standing.LOCKED, "members")),
        "locked-papers": ("filled", lambda room: _standing(room, Standing.LOCKED, "papers")),
        "full-disk-members": ("filled", lambda room: _standing(room, Standing.FULL, "members")),
        "failing-members": ("long", lambda room: _standing(room, Standing.FAILING, "members")),
        "findings": ("filled", _findings),
        "findings-none": ("empty", lambda room: FindingsDialog([], can_change=True, parent=room.window)),
        "gone-settings": ("filled", lambda room: _standing(room, Standing.GONE, "settings")),
    }


def _standing(room: Room, standing: Standing, page: str) -> QWidget:
    access = room.core.access._database.access  # noqa: SLF001  a picture needs no failing disk
    access.standing = standing
    room.window.follow(room.core.access)
    room.window.open(page)
    return room.window


def _findings(room: Room) -> QWidget:
    sentences = (
        "Chức vụ của đảng viên: 3 mục thuộc về một mục hoặc một người không còn trong sổ.",
        "2 đảng viên ghi cùng một số thẻ: Nguyễn Phước Hoàng Thiên Bảo Khánh, Trần Thị B.",
        "Nhật ký các việc đã làm bị sửa hoặc mất một đoạn, bắt đầu từ việc thứ 412.",
    )
    found = [Finding("orphan", "post", 1, one, at == 0) for at, one in enumerate(sentences)]
    return FindingsDialog(found, can_change=True, parent=room.window)
