"""Năm kiểm điểm: from a blank database to a begun year with its bases, days, rounds and end."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.domain.cycles import CellKind, CollectiveSubject
from app.rules import ruleset_files
from tests.ui.a_program import Room
from tests.ui.english import english
from tests.ui.opened import NAMES, found, opened_at
from ui.pages.next_year import NEXT_YEAR
from ui.pages.year_page import YearPage
from ui.texts import year as words
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.record_line import RecordLine


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    yield from opened_at("year", qtbot, tmp_path / "so", NAMES[:1])


@pytest.fixture
def page(room: Room) -> YearPage:
    page = room.window.page()
    assert isinstance(page, YearPage)
    return page


def press(page: YearPage, name: str) -> None:
    button = found(page, Button, name)
    assert button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def lines(page: YearPage, kind: str) -> list[RecordLine]:
    return [one for one in page.findChildren(RecordLine, f"{kind}Line") if one.isVisibleTo(page)]


def test_a_blank_year_is_begun_by_one_press(page: YearPage, room: Room) -> None:
    assert not lines(page, "cycle")
    assert "27-HD/BTCTW" in found(page, Text, "rulesOfYear").text()
    press(page, "beginReview")
    cycle = room.core.review.cycles.get(2017)
    assert cycle is not None
    assert cycle.ruleset == "cv3993"
    assert cycle.collective_subject is CollectiveSubject.CELL  # nobody has a post, so there is no chi ủy
    assert len(lines(page, "cycle")) == 1
    assert found(page, Button, "beginReview").isHidden()
    assert not english(page)
    room.core.history.undo()
    assert room.core.review.cycles.get(2017) is None


def test_the_collective_is_the_committee_where_somebody_has_a_post(page: YearPage, room: Room) -> None:
    (member,) = room.core.members.list()
    room.core.members.save(member.uid, member.rev, {"posts": [{"kind": "cell_secretary"}]})
    press(page, "beginReview")
    cycle = room.core.review.cycles.get(2017)
    assert cycle is not None
    assert cycle.collective_subject is CollectiveSubject.CELL_COMMITTEE


def test_a_year_without_rules_is_not_begun(page: YearPage, room: Room) -> None:
    room.core.years.open(2090)
    page.show_year(2090)
    assert found(page, Button, "beginReview").isHidden()
    assert found(page, Button, "readRules").text() == words.NO_RULES


def test_what_is_settled_for_the_review_is_kept(page: YearPage, room: Room) -> None:
    press(page, "beginReview")
    page.open_at("", "cell_kind")
    kind = found(page, QComboBox, "cell_kind")
    kind.setCurrentIndex(kind.findText(words.CELL_KINDS[CellKind.BASE]))
    found(page, QLineEdit, "roster_fixed_on").setText("25/11/2017")
    found(page, QPlainTextEdit, "focal_points").setPlainText("Việc thu gom rác")
    press(page, "cycleSave")
    cycle = room.core.review.cycles.get(2017)
    assert cycle is not None
    assert (cycle.cell_kind, str(cycle.roster_fixed_on)) == (CellKind.BASE, "2017-11-25")
    assert cycle.focal_points == "Việc thu gom rác"


def test_documents_of_the_rules_are_taken_and_not_typed(page: YearPage, room: Room) -> None:
    press(page, "beginReview")
    press(page, "takeBases")
    wanted = {one.number for one in ruleset_files.shipped()["cv3993"].bases}
    assert {one.number for one in room.core.review.whole(2017).legal_bases} == wanted
    assert found(page, Button, "takeBases").isHidden()
    assert len(lines(page, "legal_basis")) == len(wanted)


def test_a_basis_of_the_register_says_where_it_comes_from(page: YearPage, room: Room) -> None:
    press(page, "beginReview")
    facts = {"number": "14-KH/ĐU", "dated_on": "2017-11-12", "subject_line": "Kế hoạch mẫu"}
    room.core.review.incoming_papers.add(2017, facts, "legal_basis")
    page.refresh()
    (line,) = lines(page, "legal_basis")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert found(page, QLineEdit, "basis_number").text() == "14-KH/ĐU"
    shown = words.FROM_REGISTER.format(number=1)
    editor = page.books.by_name["legal_basis"].editor
    assert found(editor, StateLine).words() == shown


def test_a_day_of_the_cell_takes_the_place_of_the_default(page: YearPage, room: Room) -> None:
    press(page, "beginReview")
    (line,) = [one for one in lines(page, "milestone") if "dự thảo" in one.text()]
    assert words.DUE_BY_RULES.format(date=dt.date(2017, 11, 30)) in line.lines().second
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    found(page, QLineEdit, "due_on").setText("25/11/2017")
    press(page, "milestoneSave")
    (stored,) = room.core.review.whole(2017).milestones
    assert (stored.code, str(stored.due_on)) == ("writing", "2017-11-25")


def test_an_order_closes_the_round_and_opens_the_next(page: YearPage, room: Room) -> None:
    press(page, "beginReview")
    press(page, "re_review_orderAdd")
    found(page, QLineEdit, "order_number").setText("02-TB/ĐU")
    found(page, QLineEdit, "order_dated_on").setText("02/12/2017")
    target = found(page, QComboBox, "order_target")
    target.setCurrentIndex(target.findText(words.COLLECTIVE))
    press(page, "re_review_orderSave")
    rounds = room.core.review.whole(2017).rounds
    assert [(one.number, bool(one.closed_on)) for one in sorted(rounds, key=lambda one: one.number)] == [
        (1, True),
        (2, False),
    ]
    assert len(lines(page, "round")) == 2


def test_lessons_of_a_closed_round_are_still_written(page: YearPage, room: Room) -> None:
    press(page, "beginReview")
    room.dialogs.answers.append(True)
    press(page, "closeRound")
    (line,) = lines(page, "round")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    found(page, QPlainTextEdit, "lessons").setPlainText("Gửi dự thảo sớm hơn")
    press(page, "roundSave")
    (one,) = room.core.review.whole(2017).rounds
    assert one.closed_on
    assert one.lessons == "Gửi dự thảo sớm hơn"


def test_a_finished_year_is_only_looked_at(page: YearPage, room: Room) -> None:
    press(page, "beginReview")
    cycle = room.core.review.cycles.get(2017)
    assert cycle is not None
    room.core.review.cycles.finish(cycle)
    page.refresh()
    for name in ("legal_basisAdd", "guidanceAdd", "re_review_orderAdd", "takeBases", "closeRound"):
        assert found(page, Button, name).isHidden(), name
    QTest.mouseClick(lines(page, "cycle")[0], Qt.MouseButton.LeftButton)
    assert found(page, QPlainTextEdit, "focal_points").isReadOnly()
    step = found(page, Button, "finishYear")
    assert step.text() == words.OPEN_NEXT.format(next=2018)
    room.core.years.open(2018)
    page.refresh()
    assert step.text() == words.GO_TO_NEXT.format(next=2018)


def test_the_end_of_the_year_shows_what_goes_over(qtbot: QtBot, page: YearPage) -> None:
    press(page, "beginReview")
    with qtbot.waitSignal(page.opened) as told:
        found(page, Button, "finishYear").clicked.emit()
    assert told.args == ["home", NEXT_YEAR, ""]


def test_the_year_after_a_begun_one_is_opened_from_it(qtbot: QtBot, page: YearPage, room: Room) -> None:
    press(page, "beginReview")
    room.core.years.open(2018)
    page.show_year(2018)
    assert found(page, Button, "beginReview").isHidden()
    with qtbot.waitSignal(page.year_asked) as told:
        press(page, "beginFromLast")
    assert told.args == [2017]
