"""What the states of several pages have in common, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from app.rules import ruleset_files
from tests.ui.a_program import Room

YEAR, LATER = 2017, 2026
LONG = (
    "Chế độ sinh hoạt định kỳ có tháng chưa bảo đảm thời gian, nội dung sinh hoạt chuyên đề còn lặp lại, "
    "chưa gắn với việc cụ thể của thôn Bịa"
)
Maker = Callable[[Room], QWidget]


def begun(core: Core, year: int) -> None:
    """Begin the year's review under the rules of its letter, unless it has been begun."""
    if not core.review.cycles.get(year):
        core.review.cycles.begin(year, ruleset_files.shipped()["cv3993"], {})
