"""Văn bản gợi ý: a letter is cut into points, each is explained, and its journey stands on one page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.domain.targets import COLLECTIVE
from app.services.letter_points import cut_points
from tests.ui.a_program import Room
from tests.ui.english import english
from tests.ui.opened import NAMES, found, opened_at
from ui.pages.draft_places import waiting_places
from ui.pages.letters_page import LettersPage
from ui.texts import letters as words
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.record_line import RecordLine

PASTED = """1. Việc tập thể chi ủy chậm nộp báo cáo tháng
2. Đồng chí Trần Thị Thử làm rõ việc vắng họp
- Việc thu gom rác
"""


def begun(core: Core) -> None:
    core.review.frames.begin(2017)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    yield from opened_at("letters", qtbot, tmp_path / "so", NAMES, begun)


@pytest.fixture
def page(room: Room) -> LettersPage:
    page = room.window.page()
    assert isinstance(page, LettersPage)
    return page


def press(page: LettersPage, name: str) -> None:
    button = found(page, Button, name)
    assert button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def lines(page: LettersPage, name: str) -> list[RecordLine]:
    return [one for one in page.findChildren(RecordLine, name) if one.isVisibleTo(page)]


def with_points(page: LettersPage) -> None:
    press(page, "suggestion_letterAdd")
    found(page, QLineEdit, "letter_number").setText("118-CV/ĐU")
    found(page, QLineEdit, "letter_dated_on").setText("10/11/2017")
    press(page, "suggestion_letterSave")
    found(page, QPlainTextEdit, "letterText").setPlainText(PASTED)
    press(page, "cutLetter")


def test_a_pasted_letter_is_cut_into_points_by_subject(page: LettersPage, room: Room) -> None:
    with_points(page)
    points = sorted(room.core.review.whole(2017).suggestion_points, key=lambda one: one.position)
    named = next(one.uid for one in room.core.members.list() if one.full_name == "Trần Thị Thử")
    assert [one.target for one in points] == [COLLECTIVE, named, COLLECTIVE]
    assert points[2].text == "Việc thu gom rác"
    assert len(lines(page, "suggestion_pointLine")) == 3
    assert not english(page)
    room.core.history.undo()
    assert not room.core.review.whole(2017).suggestion_points


def test_a_letter_of_which_nothing_is_known_is_not_stored(page: LettersPage, room: Room) -> None:
    press(page, "suggestion_letterAdd")
    found(page, QLineEdit, "letter_issuer").setText("   ")
    press(page, "suggestion_letterSave")
    assert room.core.review.whole(2017).suggestion_letters == ()
    number = next(one for one in page.findChildren(FieldRow) if one.name() == "letter_number")
    assert number.problem() == "Chỗ này chưa ghi."


def test_a_pasted_letter_waits_as_a_draft_until_it_is_cut(page: LettersPage, room: Room) -> None:
    with_points(page)
    found(page, QPlainTextEdit, "letterText").setPlainText(PASTED)
    room.window.open("members")
    (place,) = waiting_places(room.core)

    room.window.open(place.page, place.subject, place.field)
    again = LettersPage(room.core, room.desk)
    again.show_year(place.year)
    assert found(again, QPlainTextEdit, "letterText").toPlainText() == PASTED
    again.deleteLater()
    press(page, "cutLetter")
    assert waiting_places(room.core) == []
    assert found(page, QPlainTextEdit, "letterText").toPlainText() == ""


def test_two_who_are_named_in_a_line_leave_it_to_the_collective(room: Room) -> None:
    members = room.core.members.list()
    (cut,) = cut_points("Trần Thị Thử và Lê Văn Giả vắng họp", members)
    assert cut["target"] == COLLECTIVE
    assert cut_points(" \n - \n", members) == []


def test_a_point_is_explained_beside_its_journey(page: LettersPage, room: Room) -> None:
    with_points(page)
    lines(page, "suggestion_pointLine")[0].click()
    stops = lines(page, "journeyStop")
    titles = [words.STEP_SUGGESTED, words.STEP_EXPLAINED, words.STEP_SPOKEN, words.STEP_CONCLUDED]
    assert [one.text() for one in stops] == [*titles, words.STEP_CORRECTED, words.STEP_NEXT]
    assert stops[1].lines().second == words.UNEXPLAINED
    QTest.mouseClick(stops[1], Qt.MouseButton.LeftButton)
    found(page, QPlainTextEdit, "explanation_text").setPlainText("Có chậm hai tháng.")
    found(page, QLineEdit, "explanation_finished_on").setText("25/11/2017")
    press(page, "explanationSave")
    (stored,) = room.core.review.whole(2017).explanations
    assert (stored.text, str(stored.finished_on)) == ("Có chậm hai tháng.", "2017-11-25")
    assert "25/11/2017" in lines(page, "journeyStop")[1].lines().second


def test_the_filter_leaves_who_has_no_explanation(page: LettersPage, room: Room) -> None:
    with_points(page)
    first = min(room.core.review.whole(2017).suggestion_points, key=lambda one: one.position)
    room.core.review.suggestions.explain(first, {"text": "Xong", "finished_on": "2017-11-25"})
    page.refresh()
    found(page, QCheckBox, "onlyUnexplained").click()
    assert len(lines(page, "suggestion_pointLine")) == 2
    assert words.FACTS.format(year=2017, points=3, left=2) == found(page, Text, "pageFacts").text()


def test_only_a_written_decision_opens_the_gate(page: LettersPage, room: Room) -> None:
    with_points(page)
    gates = {one.subject: one for one in room.core.review.gates(2017) if one.rule == "R2-03"}
    assert not gates[COLLECTIVE].is_open
    press(page, "gate_overrideAdd")
    target = found(page, QComboBox, "override_target")
    target.setCurrentIndex(1)
    press(page, "gate_overrideSave")
    assert not room.core.review.whole(2017).gate_overrides
    found(page, QLineEdit, "override_number").setText("07-CV/ĐU")
    found(page, QLineEdit, "override_dated_on").setText("01/12/2017")
    press(page, "gate_overrideSave")
    gates = {one.subject: one for one in room.core.review.gates(2017) if one.rule == "R2-03"}
    assert gates[COLLECTIVE].is_open


def test_chi_uy_asks_a_member_and_keeps_the_answer(page: LettersPage, room: Room) -> None:
    member = room.core.members.list()[0]
    page.open_at(member.uid, "clarifications")
    target = found(page, QComboBox, "question_target")
    target.setCurrentIndex(target.findText(member.full_name))
    found(page, QPlainTextEdit, "question_text").setPlainText("Vì sao vắng ba kỳ?")
    found(page, QPlainTextEdit, "question_answer").setPlainText("Đi chữa bệnh.")
    press(page, "clarificationSave")
    (stored,) = room.core.review.whole(2017).clarifications
    assert (stored.target, stored.answer) == (member.uid, "Đi chữa bệnh.")


def test_a_letter_of_the_register_is_not_typed_again(page: LettersPage, room: Room) -> None:
    facts = {"number": "118-CV/ĐU", "dated_on": "2017-11-10", "subject_line": "Gợi ý kiểm điểm"}
    room.core.review.incoming_papers.add(2017, facts, "suggestion_letter")
    page.refresh()
    (line,) = lines(page, "suggestion_letterLine")
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert found(page, QLineEdit, "letter_number").text() == "118-CV/ĐU"
    assert "Sổ văn bản đến" in found(page.books.by_name["suggestion_letter"].editor, StateLine).words()


def test_a_place_that_names_a_person_opens_his_first_open_point(page: LettersPage, room: Room) -> None:
    with_points(page)
    named = next(one.uid for one in room.core.members.list() if one.full_name == "Trần Thị Thử")
    page.open_at(named, "explanations")
    assert found(page, QPlainTextEdit, "explanation_text").isVisible()
    found(page, QPlainTextEdit, "explanation_text").setPlainText("Vì ốm")
    press(page, "explanationSave")
    (stored,) = room.core.review.whole(2017).explanations
    whose = {one.uid: one.target for one in room.core.review.whole(2017).suggestion_points}
    assert whose[stored.point] == named
