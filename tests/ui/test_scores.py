"""Bảng chấm điểm on the page of levels: points, grades, reasons, sums; drafts, undo, what cannot be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.domain.scores import ScoredBy
from app.domain.targets import CELL
from app.rules import ruleset_files
from tests.builders import MEMBER, a_core
from tests.ui.desks import notices_of, seen
from tests.ui.english import english
from tests.ui.hands import click, shown, write
from ui.models.score_cells import GIVEN, REASON
from ui.pages.draft_places import waiting_places
from ui.pages.levels_page import SCORES, LevelsPage
from ui.pages.page import Desk
from ui.texts import scores as words
from ui.widgets.labels import StateLine

SETS = {2017: "cv3993", 2018: "qd132", 2026: "qd366"}


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    for year, name in SETS.items():
        core.review.cycles.begin(year, ruleset_files.shipped()[name], {})
    core.members.add({**MEMBER, "full_name": "Nguyễn Văn Mẫu"})
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[LevelsPage]:
    yield from seen(qtbot, LevelsPage(core, desk), core, desk)


def type_down(page: LevelsPage, *texts: str) -> None:
    """Type from the first criterion down, as hands do: text, Enter."""
    view = page.scores.view
    view.go_to(page.scores.grid.index_of(""))
    view.setFocus()
    for text in texts:
        for key in text:
            QTest.keyClicks(QApplication.focusWidget() or view, key)
        QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Return)


def told(page: LevelsPage) -> list[str]:
    return [one.words() for one in page.scores.findChildren(StateLine) if one.isVisible()]


def given(core: Core, year: int) -> dict[str, float | str | None]:
    lines = core.review.whole(year).score_items
    return {one.item: one.grade or one.points for one in lines}


def test_the_cell_scores_itself_by_points_and_one_undo_takes_it_back(page: LevelsPage, core: Core) -> None:
    page.open_at(CELL, "scores")
    type_down(page, "35", "12,5", "17", "12", "8")
    page.scores.grid.put({("ideology", REASON): "Chậm quán triệt một nghị quyết"})
    write(page, "score_scored_on", "27/11/2017")
    assert told(page)[0] == "Cộng 84,5/100 điểm, đã chấm đủ"
    click(page, "scoreSave")
    whole = core.review.whole(2017)
    (sheet,) = whole.score_sheets
    assert (sheet.target, sheet.scored_by, str(sheet.scored_on)) == (CELL, ScoredBy.SELF, "2017-11-27")
    assert given(core, 2017) == {
        "political_task": 35,
        "ideology": 12.5,
        "organisation": 17,
        "leading_unions": 12,
        "inspection": 8,
    }
    reasons = {one.item: one.reason for one in whole.score_items if one.reason}
    assert reasons == {"ideology": "Chậm quán triệt một nghị quyết"}
    core.history.undo()
    assert core.review.whole(2017).score_sheets == ()


def test_a_sheet_is_corrected_and_the_other_lines_stay(page: LevelsPage, core: Core) -> None:
    lines: dict[str, dict[str, object]] = {
        "political_task": {"points": 35, "reason": "Lý do mẫu"},
        "ideology": {"points": 13},
    }
    core.review.scores.put(2017, CELL, ScoredBy.SELF, {"note": "Ghi chú mẫu"}, lines)
    page.open_at(CELL, "scores")
    assert not [one for one in shown(page, "scoreSave") if one.isEnabled()]
    type_down(page, "30")
    page.scores.grid.put({("ideology", GIVEN): ""})
    click(page, "scoreSave")
    assert given(core, 2017) == {"political_task": 30, "ideology": None}
    click(page, "scoreRemove")
    assert core.review.whole(2017).score_sheets == ()
    core.history.undo()
    assert given(core, 2017) == {"political_task": 30, "ideology": None}
    assert page.scores.grid.sheet.text("political_task", GIVEN) == "30"


def test_what_is_no_number_is_told_and_nothing_is_stored(page: LevelsPage, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    page.open_at(CELL, "scores")
    type_down(page, "35", "nhieu")
    click(page, "scoreSave")
    assert heard[-1].words == words.FIRST_FAULT.format(count=1)
    assert words.NO_POINTS.format(text="nhieu") in told(page)
    assert core.review.whole(2017).score_sheets == ()
    page.leave()
    (place,) = waiting_places(core)
    assert (place.page, place.year, place.title) == (
        "levels",
        2017,
        "Bảng chấm của Cả chi bộ năm 2017, đang ghi",
    )
    page.open_at(place.subject, "")
    assert page.scores.grid.sheet.text("ideology", GIVEN) == "nhieu"


def test_a_wrong_day_is_told_under_its_field(page: LevelsPage, core: Core) -> None:
    page.open_at(CELL, "scores")
    type_down(page, "35")
    write(page, "score_scored_on", "31/02/2017")
    click(page, "scoreSave")
    assert any("lịch" in one for one in told(page))
    assert core.review.whole(2017).score_sheets == ()


def test_unsaved_points_are_dropped_and_taken_up_again(page: LevelsPage, desk: Desk) -> None:
    heard = notices_of(desk)
    page.open_at(CELL, "scores")
    type_down(page, "35")
    click(page, "scoreDrop")
    assert page.scores.grid.sheet.texts == {}
    assert heard[-1].act is not None
    heard[-1].act()
    assert page.scores.grid.sheet.text("political_task", GIVEN) == "35"


def test_each_side_has_a_sheet_of_its_own(page: LevelsPage, core: Core) -> None:
    core.review.scores.put(2017, CELL, ScoredBy.SELF, {}, {"political_task": {"points": 35}})
    page.open_at(CELL, "scores")
    page.scores.side.set_value(ScoredBy.APPRAISED)
    page.scores.side.edited.emit()
    assert page.scores.grid.sheet.texts == {}
    type_down(page, "33")
    click(page, "scoreSave")
    assert {one.scored_by for one in core.review.whole(2017).score_sheets} == {
        ScoredBy.SELF,
        ScoredBy.APPRAISED,
    }


def test_in_2018_grades_are_given_by_keys(page: LevelsPage, core: Core) -> None:
    page.show_year(2018)
    page.open_at(CELL, "scores")
    form = page.scores.grid.sheet.form
    type_down(page, "1", "2")
    click(page, "scoreSave")
    first, second = form.items[0].code, form.items[1].code
    assert given(core, 2018) == {first: form.grades[0][0], second: form.grades[1][0]}
    assert page.scores.grid.sheet.text(first, GIVEN) == form.grades[0][1]


def test_in_2026_the_frames_of_30_and_70_are_told_and_never_refused(page: LevelsPage, core: Core) -> None:
    page.show_year(2026)
    page.open_at(CELL, "scores")
    page.scores.grid.put({("common.c1", GIVEN): "31", ("results.r1", GIVEN): "40"})
    assert any("31 điểm, vượt điểm chuẩn 30" in one for one in told(page))
    click(page, "scoreSave")
    assert given(core, 2026) == {"common.c1": 31, "results.r1": 40}


def test_in_2026_a_member_is_scored_once_his_kind_is_settled(page: LevelsPage, core: Core) -> None:
    (member,) = core.members.list()
    settled = {"review": "yes", "rating": "yes", "object_type": "member"}
    core.review.population.settle(2026, {member.uid: settled})
    page.show_year(2026)
    page.open_at(member.uid, "scores")
    assert page.scores.who.currentText() == "Nguyễn Văn Mẫu"
    type_down(page, "2")
    click(page, "scoreSave")
    (sheet,) = core.review.whole(2026).score_sheets
    assert sheet.target == member.uid
    assert english(page, {"Lênin"}) == []


def test_the_card_of_a_level_leads_to_its_sheet(page: LevelsPage) -> None:
    page.open_at(CELL, "levels")
    click(page, "toScores")
    assert page.scores.isVisible()
    click(page, "scoreBack")
    assert not page.scores.isVisible()
    assert page.tabs.current() != SCORES
