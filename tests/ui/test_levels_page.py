"""Phân loại, Xếp loại: proposals accepted, levels typed and taken back, a decision entered once for all."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.common.messages import problem_sentence
from app.domain.outside_opinions import OutsideBody
from app.domain.population import RatingDisposition, ReviewDisposition
from app.domain.targets import CELL
from app.errors import Problem
from app.rules import ruleset_files
from tests.builders import MEMBER, a_core
from tests.common.test_old_fonts_converted import typed_for_tcvn3
from tests.ui.desks import notices_of, put_on_screen
from tests.ui.english import english
from tests.ui.hands import click, write
from ui.dialogs.old_text import OldTextDialog, OldTextOffers
from ui.forms.record_drafts import NEW, RecordPlace
from ui.models.level_grid import PROPOSE, RECOGNISE
from ui.pages import level_kinds
from ui.pages.draft_places import waiting_places
from ui.pages.level_entry import LevelEntry
from ui.pages.levels_page import LevelsPage
from ui.pages.page import Desk
from ui.texts import levels as words
from ui.widgets.editors import ChoiceField
from ui.widgets.grid_view import GridView
from ui.widgets.labels import StateLine
from ui.widgets.record_line import RecordLine

NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Thử")


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(2017, ruleset_files.shipped()["cv3993"], {})
    for at, name in enumerate(NAMES, 1):
        core.members.add({**MEMBER, "full_name": name, "card_number": f"{at:012d}"})
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[LevelsPage]:
    page = LevelsPage(core, desk)
    put_on_screen(qtbot, page, core)
    yield page
    page.leave()
    qtbot.waitUntil(lambda: not desk.runner.busy())


def choose(page: LevelsPage, name: str, value: object) -> None:
    (field,) = [one for one in page.findChildren(ChoiceField, name) if one.isVisible()]
    field.set_value(value)


def type_levels(page: LevelsPage, mode: str, *keys: str) -> None:
    view = page.findChild(GridView, f"{mode}Grid")
    assert view is not None
    view.go_to(view.model().index(0, 1))
    view.setFocus()
    for key in keys:
        QTest.keyClicks(view, key)
        QTest.keyClick(view.focusWidget() or view, Qt.Key.Key_Return)


def title(page: LevelsPage) -> str:
    label = page.findChild(QLabel, "pageTitle")
    assert label is not None
    return label.text()


def decide(core: Core) -> None:
    decision = {"number": "05-QĐ/ĐU", "dated_on": "2018-01-30", "issuer": "Đảng ủy xã Mẫu"}
    core.review.level_entry.recognise(2017, decision, {CELL: {"level": "clean_strong", "sub_reason": ""}})


def test_the_page_is_called_by_the_rules_of_its_year(page: LevelsPage, core: Core) -> None:
    assert title(page) == "Phân loại"
    core.review.cycles.begin(2026, ruleset_files.shipped()["qd366"], {})
    page.show_year(2026)
    assert title(page) == "Xếp loại"


def test_proposals_are_accepted_in_one_step(page: LevelsPage, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    click(page, "acceptProposals")
    settled = core.review.whole(2017).population
    assert {(one.review, one.rating) for one in settled} == {(ReviewDisposition.YES, RatingDisposition.YES)}
    assert heard[-1].words == words.ACCEPTED.format(count=2)
    core.history.undo()
    assert core.review.whole(2017).population == ()


def test_a_level_is_proposed_and_taken_back(page: LevelsPage, core: Core) -> None:
    page.open_at(CELL, "levels")
    page.open_at(RecordPlace(level_kinds.PROPOSED, NEW, CELL).text(), "proposed_level")
    choose(page, "proposed_level", "cell_good")
    click(page, "proposed_levelSave")
    (level,) = core.review.whole(2017).proposed_levels
    assert (level.target, level.level) == (CELL, "cell_good")
    page.open_at(RecordPlace(level_kinds.PROPOSED, level.uid, CELL).text(), "proposed_level")
    click(page, "proposed_levelRemove")
    assert core.review.whole(2017).proposed_levels == ()
    core.history.undo()
    assert core.review.whole(2017).proposed_levels == (level,)


def test_the_level_of_the_authority_is_entered_corrected_and_taken_out(page: LevelsPage, core: Core) -> None:
    page.open_at(RecordPlace(level_kinds.OUTSIDE, NEW, CELL).text(), "outside_level")
    choose(page, "outside_level", "good")
    write(page, "outside_number", "12-TB")
    write(page, "outside_dated_on", "01/12/2017")
    click(page, "outside_ratingSave")
    (rating,) = core.review.whole(2017).outside_ratings
    assert (rating.target, rating.body, rating.level) == (CELL, OutsideBody.AUTHORITY, "good")
    page.open_at(RecordPlace(level_kinds.OUTSIDE, rating.uid, CELL).text(), "outside_level")
    choose(page, "outside_body", OutsideBody.FRONT)
    click(page, "outside_ratingSave")
    (moved,) = core.review.whole(2017).outside_ratings
    assert (moved.body, moved.level, moved.number) == (OutsideBody.FRONT, "good", "12-TB")
    core.history.undo()
    assert core.review.whole(2017).outside_ratings == (rating,)
    page.open_at(RecordPlace(level_kinds.OUTSIDE, rating.uid, CELL).text(), "outside_level")
    click(page, "outside_ratingRemove")
    assert core.review.whole(2017).outside_ratings == ()


def test_one_body_has_one_level_and_the_problem_stands_under_its_field(page: LevelsPage, core: Core) -> None:
    core.review.outside.add_rating(2017, CELL, {"body": "authority", "level": "good"})
    page.open_at(RecordPlace(level_kinds.OUTSIDE, NEW, CELL).text(), "outside_level")
    body = page.findChild(ChoiceField, "outside_body")
    assert body is not None
    assert body.value() == "front", "the next that has not rated yet"
    choose(page, "outside_body", "authority")
    choose(page, "outside_level", "fulfilled")
    click(page, "outside_ratingSave")
    said = [one.words() for one in page.findChildren(StateLine) if one.isVisible()]
    assert problem_sentence(Problem("body", "rating.body_twice")) in said
    assert len(core.review.whole(2017).outside_ratings) == 1


def test_the_supplements_of_the_chosen_are_received_by_one_act(
    page: LevelsPage, core: Core, desk: Desk
) -> None:
    heard = notices_of(desk)
    first, second = core.members.list()
    choose_all(page)
    click(page, "supplementsReceived")
    assert heard[-1].words == words.SUPPLEMENTS_NONE, "nobody is settled yet"
    click(page, "acceptProposals")
    core.review.population.settle(2017, {first.uid: {"supplement_received_on": "2017-11-20"}})
    choose_all(page)
    click(page, "supplementsReceived")
    received = {one.member_uid: one.supplement_received_on for one in core.review.whole(2017).population}
    assert received == {first.uid: dt.date(2017, 11, 20), second.uid: desk.clock.today()}
    assert heard[-1].words == words.SUPPLEMENTS_KEPT.format(count=1)
    click(page, "supplementsReceived")
    assert heard[-1].words == words.SUPPLEMENTS_NONE
    page.open_at(first.uid, "population")
    (line,) = page.findChildren(RecordLine, "dispositionLine")
    assert "nhận phiếu bổ sung ngày 20/11/2017" in line.accessibleName()


def choose_all(page: LevelsPage) -> None:
    view = page.findChild(QWidget, "populationList")
    assert view is not None
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)


def test_the_level_at_the_work_place_is_asked_for_where_it_is_entered(page: LevelsPage) -> None:
    page.open_at("", "population")
    page.open_at("", "outside_ratings")
    (tabs,) = [one for one in page.findChildren(QTabBar, "levelTabs") if one.isVisible()]
    assert tabs.tabText(tabs.currentIndex()) == words.TABS[1]


def test_one_decision_is_entered_once_with_a_level_each(page: LevelsPage, core: Core) -> None:
    click(page, "acceptProposals")
    page.open_at(RECOGNISE, "")
    entry = page.entries.currentWidget()
    assert isinstance(entry, LevelEntry)
    entry.form.binder.offer({"number": "07-QĐ/ĐU", "dated_on": "30/01/2018", "issuer": "Đảng ủy xã Mẫu"})
    type_levels(page, RECOGNISE, "2", "1", "3")
    click(page, "recogniseSave")
    levels = core.review.whole(2017).recognised_levels
    assert {one.number for one in levels} == {"07-QĐ/ĐU"}
    assert sorted(one.level for one in levels) == ["cell_good", "excellent", "fulfilled"]
    assert page.here().subject != RECOGNISE, "nothing is left to type, the list is back"
    core.history.undo()
    assert core.review.whole(2017).recognised_levels == ()


def test_what_is_no_level_is_told_and_nothing_is_stored(page: LevelsPage, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    page.open_at(PROPOSE, "")
    type_levels(page, PROPOSE, "9")
    click(page, "proposeSave")
    assert heard[-1].words == words.ENTRY_FIRST_FAULT.format(count=1)
    assert core.review.whole(2017).proposed_levels == ()
    page.leave()
    (place,) = waiting_places(core)
    assert (place.page, place.subject, place.year) == ("levels", PROPOSE, 2017)


def test_levels_copied_in_an_old_font_are_asked_about_and_read(page: LevelsPage, core: Core) -> None:
    click(page, "acceptProposals")
    page.open_at(PROPOSE, "")
    OldTextOffers(page)
    view = page.findChild(GridView, f"{PROPOSE}Grid")
    assert view is not None
    view.go_to(view.model().index(0, 1))
    QGuiApplication.clipboard().setText(typed_for_tcvn3("Hoàn thành tốt nhiệm vụ"))
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (asked,) = [one for one in page.findChildren(OldTextDialog) if one.isVisible()]
    click(asked, "convertOldText")
    click(page, "proposeSave")
    assert [one.level for one in core.review.whole(2017).proposed_levels] == ["cell_good"]


def test_who_has_no_level_yet_keeps_the_grid_open(page: LevelsPage, core: Core) -> None:
    click(page, "acceptProposals")
    page.open_at(PROPOSE, "")
    type_levels(page, PROPOSE, "2")
    click(page, "proposeSave")
    assert len(core.review.whole(2017).proposed_levels) == 1
    assert page.here().subject == PROPOSE


def test_a_member_not_reviewed_cannot_be_given_a_level(page: LevelsPage) -> None:
    click(page, "acceptProposals")
    page.open_at(PROPOSE, "")
    view = page.findChild(GridView, f"{PROPOSE}Grid")
    assert view is not None
    editable = [bool(view.model().index(row, 1).flags() & Qt.ItemFlag.ItemIsEditable) for row in range(3)]
    assert editable == [True, False, False]


def test_a_year_not_begun_says_the_first_step_and_nothing_is_english(page: LevelsPage, core: Core) -> None:
    decide(core)
    page.open_at(CELL, "recognised")
    assert english(page) == []
    page.show_year(2016)
    went: list[str] = []
    page.opened.connect(lambda code, _subject, _field: went.append(code))
    click(page, "emptyStep")
    assert went == ["review"]
