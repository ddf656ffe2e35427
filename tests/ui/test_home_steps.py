"""Trang chính month by month: what stands there belongs to the month, and each line opens its field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.practice.plan import PracticePlan
from app.services.home import StepStanding
from tests.practice.test_budget import on
from tests.ui.a_program import Room, RoomClock, a_room
from tests.ui.opened import found
from ui.dialogs.next_year import NextYearDialog
from ui.forms.record_book import RecordBook
from ui.pages.home_page import HomePage
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.page_head import PageHead
from ui.widgets.step_line import StepLine
from ui.widgets.work_row import WorkRow

slow = pytest.mark.slow
MEMBERS = 9
CURSOR = {
    ("year", "round"): {"order_number"},
    ("year", "guidance_done_on"): {"guidance_done_on"},
    ("year", "done_on"): {"done_on", "guidance_done_on"},
    ("year", "focal_points"): {"focal_points"},
    ("year", "legal_basis"): {"basis_number"},
    ("year", "lessons_of_last_year"): {"lessons_of_last_year"},
    ("year", "announced_on"): {"announced_on"},
    ("commitments", "commitment"): {"signed_on", "degree"},
    ("commitments", "programme"): {"adopted_on", "programme_outcome"},
    ("commitments", "outcome"): {"programme_outcome", "task_outcome"},
    ("review", "outside_opinions"): {"outside_body"},
    ("review", "shortcomings"): {"shortcoming_text"},
    ("review", "earlier"): {"correction"},
    ("letters", "suggestion_point"): {"letter_number"},
    ("letters", "explanation"): {"explanation_text"},
    ("writing", "collective_report"): {"text"},
    ("conference", "sittings"): {"held_on"},
    ("conference", "turns"): {"turn_answer"},
    ("conference", "guests"): {"name"},
    ("levels", "population"): {"populationList"},
    ("levels", "recognised"): {"levelList", "recognised_level"},
    ("remediation", "items"): {"target"},
    ("papers", ""): {"dated_on", "papersList"},
    ("packages", ""): {"partList"},
    ("settings", ""): {"backUp", "backupList"},
}
"""By what a line opens, the field of a form or the list that the keys go into."""
DAYS = {"January": (1, 31), "March": (3, 31), "June": (6, 30), "September": (9, 30)}
IN_SPRING = [
    (year, day) if (year, month) in {(2026, "March"), (2017, "June")} else pytest.param(year, day, marks=slow)
    for year in (2017, 2026)
    for month, day in DAYS.items()
]
CARELESS = [
    (year, day) if (year, month) == (2026, "December") else pytest.param(year, day, marks=slow)
    for year in (2017, 2026)
    for month, day in {
        "March": (0, 3, 31),
        "June": (0, 6, 30),
        "October": (0, 10, 31),
        "November": (0, 11, 25),
        "December": (0, 12, 10),
        "after": (1, 1, 20),
    }.items()
]


@contextmanager
def home_on(qtbot: QtBot, folder: Path, year: int, day: dt.date, *, careless: bool = False) -> Iterator[Room]:
    plan = PracticePlan(year, MEMBERS, careless=careless)
    clock = RoomClock()
    clock.moment = dt.datetime.combine(day, dt.time(14, 32))
    with on(day, plan, dt.date(year, 1, 10)) as core:
        room = a_room(folder, core, clock)
        qtbot.addWidget(room.window)
        room.window.resize(1366, 697)
        room.window.show()
        room.window.open("home")
        yield room
        room.close()


def unfold(room: Room) -> None:
    more = found(room.window, Button, "moreWork")
    if not more.isHidden():
        more.click()


def place_of_cursor(room: Room) -> tuple[str, str]:
    """Return the field, or else the list, that has the keys, and what stands for the record it is of."""
    page, focused = room.window.page(), room.window.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)
    assert focused.isVisibleTo(room.window)
    here, field, records = page.here(), "", []
    widget: QWidget | None = focused
    while widget is not None:
        assert not isinstance(widget, PageHead), focused.objectName()
        if isinstance(widget, FieldRow):
            field = widget.name()
        if isinstance(widget, RecordBook):
            place = widget.place()
            records += [place.record, place.owner] if place else []
        widget = widget.parentWidget()
    return field or focused.objectName(), " ".join([here.subject, *records])


def each_line_opens_its_field(room: Room, year: int) -> None:
    """Click each line: page and record are those it names, and the keys go into the field it speaks of."""
    for line in room.core.home.lines(year):
        unfold(room)
        found(room.window, WorkRow, f"work_{line.finding or line.code}").click()
        page, subject, field = line.opens
        assert room.window.place() == page, line
        at, record = place_of_cursor(room)
        assert at in CURSOR[page, field or ""], (line, at)
        if page != "settings":
            assert (subject or "") in record, (line, record)
        room.window.open("home")


@pytest.mark.parametrize(("year", "day"), IN_SPRING)
def test_before_autumn_nothing_of_the_review_is_asked_and_its_next_step_has_its_day(
    qtbot: QtBot, tmp_path: Path, year: int, day: tuple[int, int]
) -> None:
    with home_on(qtbot, tmp_path, year, dt.date(year, *day)) as room:
        facts, lines = room.core.home.overview(year)
        assert [one.code for one in lines if one.code.startswith(("paper", "package"))] == []
        # In January of 2026 the commitments are due in February; those of 2017 came in July.
        wanted = {"R1-05"} if (year, day) == (2026, (1, 20)) else set()
        assert {one.finding for one in lines if one.finding} == wanted
        assert {one.standing for one in facts.course} == {StepStanding.NEXT, StepStanding.AHEAD}
        assert facts.course[0].begins_on == dt.date(year, 10, 6)
        assert "bước" not in found(room.window, Button, "nextAct").text()
        said = " ".join(one.text() for one in room.window.page().findChildren(QLabel) if one.isVisible())
        assert "/12" not in said
        assert "tháng 12" not in said
        each_line_opens_its_field(room, year)


@pytest.mark.slow
@pytest.mark.parametrize(("year", "day"), CARELESS)
def test_each_line_of_a_careless_year_opens_the_page_the_record_and_the_field_it_speaks_of(
    qtbot: QtBot, tmp_path: Path, year: int, day: tuple[int, int, int]
) -> None:
    after, month, of_month = day
    with home_on(qtbot, tmp_path, year, dt.date(year + after, month, of_month), careless=True) as room:
        assert len(room.core.home.lines(year)) > 1
        each_line_opens_its_field(room, year)


@pytest.mark.slow
@pytest.mark.parametrize("year", [2017, pytest.param(2026, marks=slow)])
def test_in_december_the_steps_are_told_and_the_button_goes_on_with_the_conference_before_levels(
    qtbot: QtBot, tmp_path: Path, year: int
) -> None:
    """On the 10th one member waits for the sitting of the 13th; the report of 2017 is complete already."""
    with home_on(qtbot, tmp_path, year, dt.date(year, 12, 10)) as room:
        facts, _ = room.core.home.overview(year)
        by_code = {one.code: one.standing for one in facts.course}
        assert by_code["suggestions"] is StepStanding.DONE
        assert by_code["writing"] is StepStanding.DONE
        assert by_code["review_members"] is StepStanding.CURRENT
        assert list(by_code.values()).count(StepStanding.CURRENT) == 1
        assert "Nhận gợi ý: Xong" in found(room.window, StepLine).accessibleName()
        act = found(room.window, Button, "nextAct")
        assert act.text() == "Tiếp tục bước 5: Cá nhân"
        act.click()
        assert room.window.place() == "conference"
        room.window.open("home")
        each_line_opens_its_field(room, year)


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
