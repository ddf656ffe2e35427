"""States of a year that ends and of the one that is opened from it, for pictures and measures."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from app.domain.targets import COLLECTIVE
from tests.ui.a_program import Room
from tests.ui.screen_data import LONG, YEAR, Maker, begun
from ui.dialogs.next_year import NextYearDialog
from ui.main_window import MainWindow
from ui.pages.next_year import NEXT_YEAR


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "next-year": ("filled", _ready),
        "next-year-unfinished": ("filled", _unfinished),
        "next-year-long": ("long", _ready),
        "next-year-no-review": ("empty", _no_review),
        "next-year-no-rules": ("filled", _no_rules),
        "home-finished": ("filled", _home),
    }


def reviewed(core: Core, year: int = YEAR) -> None:
    """Have a year reviewed that leaves a little of everything unfinished."""
    review, members = core.review, core.members.list()
    begun(core, year)
    for member, text in zip(
        members[:3], ("Ít phát biểu ở các kỳ sinh hoạt", LONG, "Chậm báo cáo"), strict=False
    ):
        review.shortcomings.add(year, {"target": member.uid, "text": text, "origin": "conference"})
    review.shortcomings.add(year, {"target": COLLECTIVE, "text": LONG, "origin": "conference"})
    review.shortcomings.add_earlier(
        year, {"target": members[0].uid, "text": "Chưa nộp đảng phí đúng hạn", "from_year": year - 2}
    )
    review.remediation.plan(year)
    commitment = review.commitments.put(year, members[0].uid, {"signed_on": dt.date(year, 1, 20)})
    review.commitments.add_item(commitment, {"content": "Giúp một hộ nghèo sửa nhà", "degree": "partly"})
    for member in members:
        decided = {"level": "good", "number": "05-QĐ/ĐU", "dated_on": dt.date(year + 1, 1, 30)}
        review.levels.recognise(year, member.uid, decided)
    (first, *_) = review.whole(year).rounds
    review.rounds.write_lessons(first, "Gửi dự thảo báo cáo trước hội nghị ít nhất năm ngày.")


def finish(core: Core, year: int = YEAR) -> None:
    """Finish the year."""
    cycle = core.review.cycles.get(year)
    assert cycle is not None
    core.review.cycles.finish(cycle)


def dialog_of(window: MainWindow) -> NextYearDialog:
    """Return the dialog that is open."""
    found = next(one for one in window.findChildren(NextYearDialog) if one.isVisible())
    assert isinstance(found, NextYearDialog)
    return found


def _shown(room: Room) -> QWidget:
    room.window.show()
    room.window.open("home", NEXT_YEAR)
    return dialog_of(room.window)


def _ready(room: Room) -> QWidget:
    reviewed(room.core)
    finish(room.core)
    return _shown(room)


def _unfinished(room: Room) -> QWidget:
    reviewed(room.core)
    return _shown(room)


def _no_review(room: Room) -> QWidget:
    return _shown(room)


def _no_rules(room: Room) -> QWidget:
    reviewed(room.core)
    finish(room.core)
    preview = replace(room.core.review.next_years.preview(YEAR), has_rules=False)
    return NextYearDialog(preview, can_change=True, parent=room.window)


def _home(room: Room) -> QWidget:
    reviewed(room.core)
    finish(room.core)
    room.window.open("home")
    return room.window
