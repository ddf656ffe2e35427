"""Nhập sau hội nghị: a conference typed from handwritten minutes, each step on disk and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.domain.conferences import Opinion, OpinionKind, Presence
from app.domain.members import Member
from tests.ui.a_program import Room
from tests.ui.english import english
from tests.ui.opened import NAMES, found, opened_at
from tests.ui.screen_data import YEAR, begun
from tests.ui.typing_in import type_text
from ui.dialogs.opinion_paste import OpinionPasteDialog
from ui.forms.opinion_entry import OpinionEntry
from ui.forms.record_drafts import NEW, RecordPlace
from ui.models.roll_grid import REASON
from ui.pages.conference_page import ConferencePage, Tab
from ui.pages.draft_places import waiting_places
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.field_row import FieldRow
from ui.widgets.grid_view import GridView
from ui.widgets.labels import Text
from ui.widgets.opinion_matrix import OpinionMatrix


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    for room in opened_at("home", qtbot, tmp_path / "so", (), _members):
        room.window.activateWindow()
        qtbot.waitUntil(room.window.isActiveWindow)
        yield room


def _members(core: Core) -> None:
    days = {"born_on": "1970-02-03", "admitted_on": "1995-05-19", "official_on": "1996-05-19"}
    for name in (*NAMES, "Phạm Thị Bịa"):
        core.members.add({"full_name": name, **days})


@pytest.fixture
def page(room: Room) -> ConferencePage:
    begun(room.core, YEAR)
    room.core.review.population.settle_as_proposed(YEAR)
    room.window.open("conference")
    page = room.window.page()
    assert isinstance(page, ConferencePage)
    return page


@pytest.fixture
def held(page: ConferencePage, room: Room) -> ConferencePage:
    """The conference of the cell with a sitting of one evening."""
    members = room.core.members.list()
    conferences = room.core.review.conferences
    one = conferences.add(YEAR, {"body": "cell", "chair": members[0].uid, "recorder": members[1].uid})
    conferences.put_sitting(
        one, 1, {"held_on": "2017-12-04", "started_at": "19:00", "ended_at": "21:00", "place": "Nhà văn hóa"}
    )
    return page


def press(page: ConferencePage, name: str) -> None:
    button = found(page, Button, name)
    assert button.isVisible(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def opinions(room: Room) -> tuple[Opinion, ...]:
    return room.core.review.whole(YEAR).opinions


def reviewed(page: ConferencePage, room: Room, at: int = 2) -> Member:
    """Put a member under review into sight, with everybody present."""
    page.tabs.choose(Tab.ROLL)
    press(page, "restPresent")
    page.tabs.choose(Tab.OPINIONS)
    member = room.core.members.list()[at]
    page.open_at(member.uid, "opinions")
    in_front(page)
    return member


def in_front(page: ConferencePage) -> None:
    """Let keys reach the window: a list that dropped down has taken them."""
    page.window().activateWindow()
    assert QTest.qWaitForWindowActive(page.window())


def say(page: ConferencePage, letters: str, text: str) -> OpinionEntry:
    """Enter an opinion as hands at the keyboard do."""
    entry = page.subject.opinions.entry
    in_front(page)
    entry.speaker.setFocus()
    type_text(entry.speaker, letters)
    QTest.keyClick(entry.speaker, Qt.Key.Key_Return)
    type_text(entry.text, text)
    QTest.keyClick(entry.text, Qt.Key.Key_Return)
    return entry


def row(page: ConferencePage, name: str) -> FieldRow:
    return next(one for one in page.findChildren(FieldRow) if one.name() == name)


def test_a_conference_and_its_sitting_are_entered(page: ConferencePage, room: Room) -> None:
    page.open_at(RecordPlace("conference", NEW).text(), "")
    chair = row(page, "chair")
    press(page, "conferenceSave")
    assert (chair.problem(), room.core.review.whole(YEAR).conferences) == ("Chỗ này chưa ghi.", ())
    chair.editor.set_value(room.core.members.list()[0].uid)
    press(page, "conferenceSave")
    (conference,) = room.core.review.whole(YEAR).conferences
    page.open_at(RecordPlace("sitting", NEW, conference.uid).text(), "held_on")
    day = found(page, QLineEdit, "held_on")
    found(page, QLineEdit, "place").setText("   ")
    press(page, "sittingSave")
    assert room.core.review.whole(YEAR).sittings == ()
    assert row(page, "held_on").problem() == "Chỗ này chưa ghi."
    day.setText("04/12/2017")
    press(page, "sittingSave")
    (sitting,) = room.core.review.whole(YEAR).sittings
    assert str(sitting.held_on) == "2017-12-04"
    assert english(page) == []


def test_the_roll_is_called_by_one_key_each(held: ConferencePage, room: Room) -> None:
    held.tabs.choose(Tab.ROLL)
    view = found(held, GridView, "rollGrid")
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    for letter in "CKCP":
        QTest.keyClicks(view, letter)
    called = {one.member_uid: one.presence for one in room.core.review.whole(YEAR).attendance}
    assert list(map(called.get, (one.uid for one in room.core.members.list()))) == [
        Presence.PRESENT,
        Presence.UNEXCUSED,
        Presence.PRESENT,
        Presence.EXCUSED,
    ]
    assert view.currentIndex().column() == REASON
    assert english(held) == []


def test_an_opinion_is_on_disk_at_enter_and_the_cursor_is_back_in_the_name(
    held: ConferencePage, room: Room
) -> None:
    target, speaker = reviewed(held, room), room.core.members.list()[0]
    entry = say(held, speaker.full_name.split()[-1][:3].lower(), "Có trách nhiệm với việc chung")
    (one,) = opinions(room)
    assert (one.target, one.speaker, one.kind) == (target.uid, speaker.uid, OpinionKind.STRENGTH)
    assert entry.speaker.hasFocus()
    QTest.keyClick(entry.speaker, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    say(held, "", "")
    entry.speaker.clear()
    say(held, speaker.full_name, "Chưa đôn đốc việc thu quỹ")
    assert [one.kind for one in opinions(room)] == [OpinionKind.STRENGTH, OpinionKind.SHORTCOMING]
    room.core.history.undo()
    assert len(opinions(room)) == 1


def test_an_opinion_goes_into_the_conclusion_by_one_key(held: ConferencePage, room: Room) -> None:
    target, speaker = reviewed(held, room), room.core.members.list()[0]
    held.subject.opinions.entry.choose_kind(OpinionKind.SHORTCOMING)
    held.subject.opinions.entry.text.setFocus()
    QTest.keyClick(held.subject.opinions.entry.text, Qt.Key.Key_F6)
    assert held.subject.opinions.entry.into.isChecked()
    say(held, speaker.full_name, "Chưa công khai quỹ thôn")
    (shortcoming,) = room.core.review.whole(YEAR).shortcomings
    assert (shortcoming.target, shortcoming.text) == (target.uid, "Chưa công khai quỹ thôn")
    assert opinions(room)[0].shortcoming == shortcoming.uid
    room.core.history.undo()
    assert (opinions(room), room.core.review.whole(YEAR).shortcomings) == ((), ())


def test_who_was_at_no_sitting_said_it_in_writing(held: ConferencePage, room: Room) -> None:
    reviewed(held, room)
    away, here = room.core.members.list()[:2]
    (sitting,) = room.core.review.whole(YEAR).sittings
    room.core.review.conferences.call(sitting, {away.uid: {"presence": Presence.EXCUSED}})
    say(held, away.full_name, "Gửi lời góp ý từ nơi đi công tác")
    say(held, here.full_name, "Nói tại hội nghị")
    entry = held.subject.opinions.entry
    entry.put_speaker(away.uid)
    entry.written.click()
    type_text(entry.text, "Về kịp phút cuối")
    QTest.keyClick(entry.text, Qt.Key.Key_Return)
    assert [one.in_writing for one in opinions(room)] == [True, False, False]


def test_pasted_minutes_wait_as_a_draft_until_they_are_taken(held: ConferencePage, room: Room) -> None:
    target = reviewed(held, room)
    press(held, "pasteOpinions")
    dialog = found(room.window, OpinionPasteDialog)
    dialog.text.setPlainText("Nguyễn Văn Mẫu: Chậm báo cáo")
    dialog.reject()
    room.window.open("members")
    (place,) = waiting_places(room.core)
    assert (place.page, place.year) == ("conference", YEAR)

    room.window.open("conference", place.subject, place.field)
    again = next(one for one in room.window.findChildren(OpinionPasteDialog) if one is not dialog)
    assert again.isVisible()
    assert again.text.toPlainText() == "Nguyễn Văn Mẫu: Chậm báo cáo"
    found(again, Button, "takeOpinions").click()
    (said,) = opinions(room)
    assert (said.target, said.text) == (target.uid, "Chậm báo cáo")
    assert waiting_places(room.core) == []


def test_what_is_being_typed_waits_as_a_draft(held: ConferencePage, room: Room) -> None:
    target = reviewed(held, room)
    entry = held.subject.opinions.entry
    type_text(entry.text, "Đang gõ dở")
    held.leave()
    room.window.open("members")
    room.window.open("conference")
    held.open_at(target.uid, "opinions")
    assert entry.text.toPlainText() == "Đang gõ dở"
    assert opinions(room) == ()


def test_the_matrix_says_who_was_silent(held: ConferencePage, room: Room) -> None:
    reviewed(held, room)
    assert found(held, OpinionMatrix, "opinionMatrix").isVisible()
    gap = found(held, Text, "opinionGap")
    assert "còn 3 đồng chí" in gap.text()
    say(held, room.core.members.list()[0].full_name, "Gương mẫu")
    assert "còn 2 đồng chí" in gap.text()


def test_in_a_low_window_the_matrix_takes_the_place_of_the_entry_and_gives_it_back(
    held: ConferencePage, room: Room
) -> None:
    reviewed(held, room)
    room.window.resize(1092, 543)
    entry, matrix = held.subject.opinions.entry, found(held, OpinionMatrix, "opinionMatrix")
    QTest.qWait(0)
    assert (entry.isVisible(), matrix.isVisible()) == (True, False)
    press(held, "seeMatrix")
    assert (entry.isVisible(), matrix.isVisible()) == (False, True)
    assert len(matrix.rows()) > 1
    QTest.keyClick(held, Qt.Key.Key_F10)
    assert (entry.isVisible(), matrix.isVisible()) == (True, False)


def test_a_tally_is_put_right_after_the_close_and_taken_back(held: ConferencePage, room: Room) -> None:
    target, conferences = reviewed(held, room), room.core.review.conferences
    (one,) = room.core.review.whole(YEAR).conferences
    lines = [{"target": target.uid, "votes": {"good": 3}, "blank": 1}]
    numbers = {"convened": 4, "official_present": 4, "issued": 4, "returned": 4, "valid": 4}
    ballot = room.core.review.ballots.add(one, numbers, lines)
    opened = conferences.open(one)
    conferences.close(opened)
    held.open_at(RecordPlace("ballot", ballot.uid, one.uid).text(), "")
    held.ballots.grid.put({(target.uid, "good"): "9"})
    press(held, "saveBallot")
    assert [one.votes for one in room.core.review.whole(YEAR).ballot_counts] == [3]
    held.ballots.grid.put({(target.uid, "good"): "4", (target.uid, "blank"): ""})
    press(held, "saveBallot")
    assert [one.votes for one in room.core.review.whole(YEAR).ballot_counts] == [4]
    room.core.history.undo()
    assert [one.votes for one in room.core.review.whole(YEAR).ballot_counts] == [3]


def test_who_was_reviewed_earlier_is_opened_at_that_conference(held: ConferencePage, room: Room) -> None:
    target, review = room.core.members.list()[2].uid, room.core.review
    (main,) = review.whole(YEAR).conferences
    review.turns.finish(review.turns.start(main, target, {"conclusion": "Đã khắc phục"}))
    later = review.conferences.add(YEAR, {"body": "cell"})
    review.conferences.put_sitting(later, 1, {"held_on": "2017-12-18"})
    held.open_at(later.uid, "")
    chosen = found(held, ChoiceField, "subjectChoice")
    assert chosen.findData(target) == -1
    held.open_at(target, "conclusion")
    assert chosen.value() == target


def test_a_vote_is_stored_as_totals_that_add_up(held: ConferencePage, room: Room) -> None:
    reviewed(held, room)
    held.tabs.choose(Tab.BALLOTS)
    for name in ("issued", "returned", "valid"):
        found(held, QLineEdit, f"ballot_{name}").setText("4")
    grid = held.ballots.grid
    target = room.core.members.list()[2].uid
    grid.put({(target, "good"): "3", (target, "blank"): "1"})
    press(held, "saveBallot")
    whole = room.core.review.whole(YEAR)
    (ballot,) = whole.ballots
    assert (ballot.issued, ballot.valid) == (4, 4)
    assert [(one.target, one.blank) for one in whole.ballot_lines] == [(target, 1)]
    assert [(one.level, one.votes) for one in whole.ballot_counts] == [("good", 3)]
    assert english(held) == []


def test_a_vote_of_which_nothing_is_counted_is_not_stored(held: ConferencePage, room: Room) -> None:
    reviewed(held, room)
    held.tabs.choose(Tab.BALLOTS)
    press(held, "saveBallot")
    assert room.core.review.whole(YEAR).ballots == ()
    assert row(held, "ballot_issued").problem() == "Chỗ này chưa ghi."


def test_what_is_wrong_with_every_line_is_said_once(held: ConferencePage, room: Room) -> None:
    members = room.core.members.list()
    (one,) = room.core.review.whole(YEAR).conferences
    numbers = {"convened": 4, "official_present": 4, "issued": 4, "returned": 4, "valid": 4}
    lines = [{"target": member.uid, "votes": {"good": 4}} for member in members[:3]]
    ballot = room.core.review.ballots.add(one, numbers, lines)
    held.open_at(RecordPlace("ballot", ballot.uid, one.uid).text(), "")
    for name in ("issued", "returned", "valid"):
        found(held, QLineEdit, f"ballot_{name}").setText("3")
    press(held, "saveBallot")
    said = room.notices[-1].words
    assert said.count("khác số phiếu hợp lệ (3)") == 1, said
    assert len(held.ballots.grid.faulty()) == len(lines)


def test_a_vote_that_does_not_add_up_is_refused_and_stays_typed(held: ConferencePage, room: Room) -> None:
    reviewed(held, room)
    held.tabs.choose(Tab.BALLOTS)
    for name in ("issued", "returned", "valid"):
        found(held, QLineEdit, f"ballot_{name}").setText("4")
    target = room.core.members.list()[2].uid
    held.ballots.grid.put({(target, "good"): "9"})
    press(held, "saveBallot")
    assert room.core.review.whole(YEAR).ballots == ()
    assert held.ballots.grid.cells() == {(target, "good"): "9"}


def test_a_finished_year_is_only_looked_at(held: ConferencePage, room: Room) -> None:
    reviewed(held, room)
    cycle = room.core.review.cycles.get(YEAR)
    assert cycle is not None
    room.core.review.cycles.finish(cycle)
    held.refresh()
    assert not found(held, Button, "recordOpinion").isEnabled()
    assert found(held, QPlainTextEdit, "text").isReadOnly()


def test_on_the_lowest_window_the_whole_text_stays_in_sight(
    held: ConferencePage, room: Room, qtbot: QtBot
) -> None:
    reviewed(held, room)
    room.window.resize(1092, 543)
    entry = held.subject.opinions.entry
    qtbot.waitUntil(lambda: entry.text.visibleRegion().boundingRect().height() == entry.text.height())
    assert entry.speaker.visibleRegion().boundingRect().height() == entry.speaker.height()
    assert entry.record.isVisible()
