"""Trang chính month by month: what stands there belongs to the month, and each line opens its field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.practice.plan import PracticePlan
from app.services.home import StepStanding
from tests.practice.test_budget import on
from tests.ui.a_program import Room, a_room
from tests.ui.opened import found
from ui.dialogs.next_year import NextYearDialog
from ui.pages.home_page import HomePage
from ui.widgets.button import Button
from ui.widgets.page_head import PageHead
from ui.widgets.step_line import StepLine
from ui.widgets.work_row import WorkRow

MEMBERS = 9
LAST_DAYS = {1: 31, 3: 31, 6: 30, 9: 30, 12: 28}
IN_SPRING = [
    (year, month) if (year, month) == (2026, 3) else pytest.param(year, month, marks=pytest.mark.slow)
    for year in (2017, 2026)
    for month in (1, 3, 6, 9)
]


@contextmanager
def home_on(qtbot: QtBot, folder: Path, year: int, day: dt.date, *, careless: bool = False) -> Iterator[Room]:
    plan = PracticePlan(year, MEMBERS, careless=careless)
    with on(day, plan, dt.date(year, 1, 10)) as core:
        room = a_room(folder, core)
        qtbot.addWidget(room.window)
        room.window.resize(1366, 697)
        room.window.show()
        room.window.open("home")
        yield room
        room.close()


def rows(room: Room) -> list[WorkRow]:
    more = found(room.window, Button, "moreWork")
    if not more.isHidden():
        more.click()
    return [one for one in room.window.page().findChildren(WorkRow) if one.objectName().startswith("work_")]


def is_in_head(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, PageHead):
        widget = widget.parentWidget()
    return widget is not None


def each_line_opens_its_field(room: Room) -> None:
    """Click each line: its page is there, and the keys go into what is shown below the head."""
    for name in [one.objectName() for one in rows(room)]:
        found(room.window, WorkRow, name).click()
        assert room.window.place() != "home", name
        focused = room.window.focusWidget()
        assert focused is not None
        assert room.window.page().isAncestorOf(focused), name
        assert not is_in_head(focused), (name, focused.objectName())
        assert focused.isVisibleTo(room.window), name
        room.window.open("home")
        rows(room)


@pytest.mark.parametrize(("year", "month"), IN_SPRING)
def test_before_autumn_nothing_of_the_review_is_asked_and_its_next_step_has_its_day(
    qtbot: QtBot, tmp_path: Path, year: int, month: int
) -> None:
    with home_on(qtbot, tmp_path, year, dt.date(year, month, LAST_DAYS[month])) as room:
        facts, lines = room.core.home.overview(year)
        assert [one.code for one in lines if one.code.startswith(("paper", "package"))] == []
        # Whose commitment of the year is wanting is asked for; nothing else is.
        assert {one.finding for one in lines if one.finding} <= {"R1-05"}
        standings = {one.standing for one in facts.course}
        assert standings == {StepStanding.NEXT, StepStanding.AHEAD}
        assert facts.course[0].begins_on == dt.date(year, 10, 6)
        assert "Bước" not in found(room.window, Button, "nextAct").text()
        each_line_opens_its_field(room)


@pytest.mark.parametrize("year", [2017])
def test_in_december_the_steps_are_told_and_the_button_goes_on_with_the_one_that_is_open(
    qtbot: QtBot, tmp_path: Path, year: int
) -> None:
    with home_on(qtbot, tmp_path, year, dt.date(year, 12, 10)) as room:
        facts, _ = room.core.home.overview(year)
        by_code = {one.code: one.standing for one in facts.course}
        assert by_code["suggestions"] is StepStanding.DONE
        assert by_code["writing"] is StepStanding.DONE
        assert StepStanding.CURRENT in by_code.values()
        assert "Nhận gợi ý: Xong" in found(room.window, StepLine).accessibleName()
        act = found(room.window, Button, "nextAct")
        assert act.text().startswith("Tiếp tục bước ")
        act.click()
        assert room.window.place() != "home"
        room.window.open("home")
        each_line_opens_its_field(room)


def test_a_finished_year_waits_for_nothing_and_leads_on_to_the_next(qtbot: QtBot, tmp_path: Path) -> None:
    with home_on(qtbot, tmp_path, 2026, dt.date(2027, 1, 20)) as room:
        cycle = room.core.review.cycles.get(2026)
        assert cycle
        room.core.review.cycles.finish(cycle)
        room.window.open("members")
        room.window.open("home")
        found(room.window, HomePage).refresh()
        assert [one.code for one in room.core.home.lines(2026) if one.opens[0] != "settings"] == []
        act = found(room.window, Button, "nextAct")
        assert act.text() == "Mở năm 2027"
        act.click()
        dialog = found(room.window, NextYearDialog)
        assert dialog.isVisible()
        dialog.close()
        room.core.review.next_years.open_after(2026, keep_rules=False)
        found(room.window, HomePage).refresh()
        assert act.text() == "Sang năm 2027"
