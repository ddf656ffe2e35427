"""The trash, erasing for good, and two entries of one person, as the secretary does it at the window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from tests.conftest import LogWatch
from tests.ui.a_program import Room, RoomClock, a_room
from ui.dialogs.erasing import EraseDialog
from ui.dialogs.merging import MergeDialog
from ui.pages import member_matters
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.chips import ChipRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.record_view import RecordView
from ui.widgets.work_row import WorkRow

W = TypeVar("W", bound=QWidget)
NO = Qt.KeyboardModifier.NoModifier
WAIT = 20_000
PEOPLE = ("Nguyễn Văn Bảo", "Trần Thị Dương", "Lê Văn Đạt")


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so")
    for name in PEOPLE:
        room.core.members.add({"full_name": name, "born_on": "1960"})
    qtbot.addWidget(room.window)
    room.window.resize(look.px(1366), look.px(697))
    room.window.open("members")
    room.window.show()
    qtbot.waitExposed(room.window)
    room.window.activateWindow()
    yield room
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=WAIT)
    room.close()


def find(within: QWidget, kind: type[W], name: str = "") -> W:
    found = [one for one in within.findChildren(kind) if one.isVisible() and name in {"", one.objectName()}]
    assert found, name or kind
    return found[0]


def is_offered(room: Room, name: str) -> bool:
    return any(one.isVisible() for one in room.window.findChildren(Button, name))


def press(within: QWidget, name: str) -> None:
    QTest.mouseClick(find(within, Button, name), Qt.MouseButton.LeftButton)


def key(room: Room, which: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
    """Press a key where the cursor is: in the dialog in front, or in the window."""
    dialogs = [one for one in room.window.findChildren(QDialog) if one.isVisible()]
    focus = (dialogs[-1] if dialogs else room.window).focusWidget()
    assert focus is not None
    assert QTest.qWaitForWindowExposed(focus.window())
    QTest.keyClick(focus, which, modifier)


def rows(room: Room) -> list[list[str]]:
    view = find(room.window, RecordView, "memberList")
    head, model = view.horizontalHeader(), view.model()
    columns = [at for at in map(head.logicalIndex, range(head.count())) if not head.isSectionHidden(at)]
    return [[str(model.index(row, at).data()) for at in columns] for row in range(model.rowCount())]


def names(core: Core) -> list[str]:
    return [one.full_name for one in core.members.list()]


def clock_of(room: Room) -> RoomClock:
    return cast("RoomClock", room.desk.clock)


def throw_away(room: Room, *wanted: str, on: dt.date | None = None) -> None:
    """Throw members away on a day, and look into the trash today."""
    moment = clock_of(room).moment
    clock_of(room).moment = dt.datetime.combine(on, moment.time()) if on else moment
    room.core.members.trash([one.uid for one in room.core.members.list() if one.full_name in wanted])
    clock_of(room).moment = moment
    find(room.window, ChipRow).choose("trash")


# The trash --------------------------------------------------------------------------------------------------


def test_the_trash_says_who_since_when_and_how_long_still(room: Room) -> None:
    throw_away(room, "Lê Văn Đạt", on=dt.date(2017, 11, 20))
    throw_away(room, "Nguyễn Văn Bảo", on=dt.date(2017, 10, 1))

    assert rows(room) == [
        ["Nguyễn Văn Bảo", "quá hạn 34 ngày", "01/10/2017", "1960"],
        ["Lê Văn Đạt", "16 ngày", "20/11/2017", "1960"],
    ]
    find(room.window, ChipRow).choose("all")
    assert "trashed_on" not in find_titles(room)


def find_titles(room: Room) -> list[str]:
    view = find(room.window, RecordView, "memberList")
    head, model = view.horizontalHeader(), view.model()
    return [
        str(model.headerData(at, Qt.Orientation.Horizontal))
        for at in range(head.count())
        if not head.isSectionHidden(at)
    ]


def test_several_come_back_and_one_undo_throws_them_away_again(room: Room) -> None:
    throw_away(room, "Lê Văn Đạt", "Nguyễn Văn Bảo")
    find(room.window, RecordView, "memberList").setFocus()
    key(room, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(room.window, "memberRestoreChosen")
    assert names(room.core) == list(PEOPLE)
    room.core.history.undo()
    assert names(room.core) == ["Trần Thị Dương"]


def test_after_thirty_days_the_home_page_proposes_and_leads_into_the_trash(room: Room) -> None:
    throw_away(room, "Lê Văn Đạt", on=dt.date(2017, 11, 4))
    throw_away(room, "Nguyễn Văn Bảo", on=dt.date(2017, 11, 5))
    room.window.open("home")
    line = next(one for one in room.window.findChildren(WorkRow) if "thùng rác" in one.accessibleName())
    assert "Đạt" in line.accessibleName()
    assert "Bảo" not in line.accessibleName()

    line.click()

    assert [row[0] for row in rows(room)] == ["Nguyễn Văn Bảo", "Lê Văn Đạt"]
    press(room.window, "eraseOverdue")
    assert find(find(room.window, EraseDialog), Text, "dialogTitle").text() == (
        "Xóa vĩnh viễn đồng chí Lê Văn Đạt"
    )
    find(room.window, EraseDialog).reject()


# Erasing for good -------------------------------------------------------------------------------------------


def a_past(core: Core, name: str) -> None:
    """Let a member have a post, a review and something said."""
    member = next(one for one in core.members.list() if one.full_name == name)
    core.members.save(member.uid, member.rev, {"posts": [{"title": "Tổ trưởng"}]})
    core.review.self_reviews.put(2017, member.uid, {"self_level": "good"})
    conference = core.review.conferences.add(2017, {"body": "cell"})
    said = {"target": "collective", "kind": "strength", "text": "Đoàn kết", "speaker": member.uid}
    core.review.turns.say(conference, said)


def said_in(dialog: QWidget) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(Text) if one.isVisible())


@pytest.mark.fault("J02")
def test_what_goes_is_shown_first_and_only_a_second_plain_yes_erases(qtbot: QtBot, room: Room) -> None:
    a_past(room.core, "Lê Văn Đạt")
    throw_away(room, "Lê Văn Đạt")
    press(room.window, "eraseMember")
    dialog = find(room.window, EraseDialog)

    told = said_in(dialog).lower()
    for words in ("chức vụ của đảng viên (1)", "bản kiểm điểm cá nhân (1)", "ý kiến góp ý (1)", "04/12/2018"):
        assert words in told
    assert not is_offered(room, "eraseForGood")
    press(dialog, "eraseGoOn")
    assert "Đồng chí Lê Văn Đạt cùng 2 mục kèm theo sẽ mất hẳn khỏi sổ." in said_in(dialog)
    notices = len(room.notices)
    press(dialog, "eraseForGood")
    qtbot.waitUntil(lambda: len(room.notices) > notices, timeout=WAIT)

    assert room.notices[-1].words == ("Đã xóa vĩnh viễn đồng chí Lê Văn Đạt. Việc này không hoàn tác được.")
    assert room.notices[-1].act is None
    assert [one.text() for one in room.window.findChildren(Text, "emptyWords") if one.isVisible()] == [
        "Thùng rác không có gì."
    ]
    assert [one.full_name for one in room.core.members.trashed()] == []
    assert not room.core.history.can_undo
    assert room.core.review.whole(2017).self_reviews == ()
    assert [one.speaker for one in room.core.review.whole(2017).opinions] == [""]


@pytest.mark.parametrize("which", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
@pytest.mark.parametrize("steps", [0, 1])
def test_enter_and_escape_keep_at_either_step(room: Room, which: Qt.Key, steps: int) -> None:
    throw_away(room, "Lê Văn Đạt")
    press(room.window, "eraseMember")
    dialog = find(room.window, EraseDialog)
    if steps:
        press(dialog, "eraseGoOn")
    key(room, which)
    assert not dialog.isVisible()
    assert [one.full_name for one in room.core.members.trashed()] == ["Lê Văn Đạt"]


def test_several_are_erased_by_the_keyboard_alone(qtbot: QtBot, room: Room) -> None:
    throw_away(room, "Lê Văn Đạt", "Nguyễn Văn Bảo")
    find(room.window, RecordView, "memberList").setFocus()
    key(room, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    find(room.window, Button, "memberEraseChosen").setFocus()
    key(room, Qt.Key.Key_Return)
    dialog = find(room.window, EraseDialog)
    assert "Nguyễn Văn Bảo, Lê Văn Đạt." in said_in(dialog)
    for _ in range(2):
        # From the harmless answer to the next button, which Space alone presses.
        key(room, Qt.Key.Key_Tab)
        key(room, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(room.notices), timeout=WAIT)
    assert room.core.members.trashed() == ()
    assert names(room.core) == ["Trần Thị Dương"]


def test_when_the_backup_before_it_fails_nothing_is_erased_and_the_dialog_says_so(
    qtbot: QtBot, room: Room, log_watch: LogWatch
) -> None:
    throw_away(room, "Lê Văn Đạt")
    press(room.window, "eraseMember")
    dialog = find(room.window, EraseDialog)
    press(dialog, "eraseGoOn")
    backups = room.core.folder / "sao-luu"
    aside = backups.rename(room.core.folder / "de-rieng")
    backups.write_text("")
    press(dialog, "eraseForGood")
    qtbot.waitUntil(lambda: find(dialog, Button, "keepMembers").isEnabled(), timeout=WAIT)
    assert any("L-" in one.words() for one in dialog.findChildren(StateLine) if one.isVisible())
    assert len(room.core.members.trashed()) == 1
    backups.unlink()
    aside.rename(backups)
    assert log_watch.take() == ["task failed: L-107"]
    dialog.reject()


# Two entries of one person ----------------------------------------------------------------------------------


def a_twin(room: Room, **facts: object) -> None:
    room.core.members.add({"full_name": "Lê Văn Đat", "born_on": "1960-03-02", **facts})
    first = next(one for one in room.core.members.list() if one.full_name == "Lê Văn Đạt")
    room.core.members.save(first.uid, first.rev, {"born_on": "1960-03-02", "phone": "000 111"})


def chosen(dialog: QWidget, field: str) -> str:
    cards = [one for one in dialog.findChildren(QAbstractButton) if one.objectName().startswith(f"{field}_")]
    return next(one.objectName() for one in cards if one.isChecked()).removeprefix(f"{field}_")


@pytest.mark.fault("E18")
def test_a_pair_is_a_quiet_line_and_nothing_opens_by_itself(room: Room) -> None:
    assert not is_offered(room, "seePairs")
    a_twin(room)
    assert find(room.window, Button, "seePairs").text() == "Có 1 cặp có thể là một người: xem từng cặp"
    assert not [one for one in room.window.findChildren(MergeDialog) if one.isVisible()]


def test_two_entries_become_one_field_by_field_and_one_undo_parts_them(room: Room) -> None:
    a_twin(room, card_number="000000000123", residence_cell="Tổ 2", posts=[{"title": "Tổ trưởng"}])
    before = room.core.members.people()
    press(room.window, "seePairs")
    dialog = find(room.window, MergeDialog)
    said = said_in(dialog)
    assert "chức vụ của đảng viên (1)" in said
    assert "••••••••0123" in said
    assert "000000000123" not in said
    first_is_known = dialog.compared.first.member.full_name == "Lê Văn Đạt"
    assert chosen(dialog, "full_name") == ("0" if first_is_known else "1")
    press(dialog, "mergeNow")

    assert not dialog.isVisible()
    people = [one for one in room.core.members.people() if one.member.trashed_on is None]
    (merged,) = [one for one in people if one.member.full_name == "Lê Văn Đạt"]
    member = merged.member
    assert (member.card_number, member.phone, member.residence_cell) == ("000000000123", "000 111", "Tổ 2")
    assert [one.title for one in merged.posts] == ["Tổ trưởng"]
    assert len(room.core.members.list()) == 3
    assert room.notices[-1].words == "Đã ghép hai mục của đồng chí Lê Văn Đạt làm một."
    assert not is_offered(room, "seePairs")
    press(room.window, "noticeLink")
    assert room.core.members.people() == before


def test_the_other_side_is_taken_by_the_keyboard_alone(room: Room) -> None:
    a_twin(room)
    find(room.window, Button, "seePairs").setFocus()
    key(room, Qt.Key.Key_Return)
    dialog = find(room.window, MergeDialog)
    side = chosen(dialog, "full_name")
    key(room, Qt.Key.Key_Right if side == "0" else Qt.Key.Key_Left)
    assert chosen(dialog, "full_name") != side
    key(room, Qt.Key.Key_Tab)
    phone = chosen(dialog, "phone")
    key(room, Qt.Key.Key_Right if phone == "0" else Qt.Key.Key_Left)
    key(room, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert "Lê Văn Đat" in names(room.core)
    assert "Lê Văn Đạt" not in names(room.core)
    (merged,) = [one for one in room.core.members.list() if one.full_name == "Lê Văn Đat"]
    assert merged.phone == ""


def test_of_two_notes_nothing_is_lost(room: Room) -> None:
    a_twin(room, note="Ở tổ 2")
    first = next(one for one in room.core.members.list() if one.full_name == "Lê Văn Đạt")
    room.core.members.save(first.uid, first.rev, {"note": "Đi công tác xa"})
    press(room.window, "seePairs")
    assert chosen(find(room.window, MergeDialog), "note") == "both"
    press(room.window, "mergeNow")
    (merged,) = [one for one in room.core.members.list() if one.full_name == "Lê Văn Đạt"]
    assert set(merged.note.splitlines()) == {"Ở tổ 2", "Đi công tác xa"}


def test_where_both_have_the_one_review_of_a_year_one_is_chosen(room: Room) -> None:
    a_twin(room)
    levels = {}
    for level, name in (("good", "Lê Văn Đạt"), ("fulfilled", "Lê Văn Đat")):
        member = next(one for one in room.core.members.list() if one.full_name == name)
        room.core.review.self_reviews.put(2017, member.uid, {"self_level": level})
        levels[member.uid] = level
    press(room.window, "seePairs")
    dialog = find(room.window, MergeDialog)
    assert "Cả hai đều có: bản kiểm điểm cá nhân (1)." in "\n".join(
        one.words() for one in dialog.findChildren(StateLine)
    )
    find(dialog, QAbstractButton, "doubled_1").click()
    press(dialog, "mergeNow")
    (kept,) = room.core.review.whole(2017).self_reviews
    assert kept.self_level == levels[dialog.compared.second.member.uid]


def test_facts_that_cannot_be_true_together_are_told_and_nothing_is_merged(room: Room) -> None:
    a_twin(room, admitted_on="2010-02-03")
    first = next(one for one in room.core.members.list() if one.full_name == "Lê Văn Đạt")
    room.core.members.save(first.uid, first.rev, {"official_on": "2009-05-19"})
    press(room.window, "seePairs")
    dialog = find(room.window, MergeDialog)
    press(dialog, "mergeNow")
    assert "Ngày chính thức: Ngày chính thức không thể trước ngày kết nạp" in "\n".join(
        one.words() for one in dialog.findChildren(StateLine) if one.isVisible()
    )
    assert len(room.core.members.list()) == 4
    dialog.reject()


@pytest.mark.fault("E18")
def test_two_persons_are_not_asked_about_again(room: Room) -> None:
    a_twin(room)
    press(room.window, "seePairs")
    press(room.window, "notOnePerson")
    assert len(room.core.members.list()) == 4
    assert not is_offered(room, "seePairs")
    room.core.history.undo()
    assert is_offered(room, "seePairs")
    room.core.history.redo()
    assert room.core.clearing.merging.pairs() == ()


def test_pairs_are_gone_through_one_after_the_other_and_may_wait(room: Room) -> None:
    a_twin(room)
    room.core.members.add({"full_name": "Trần Thị Dương", "born_on": "1960-01-01"})
    press(room.window, "seePairs")
    first = find(room.window, MergeDialog)
    assert find(first, Text, "dialogTitle").text() == "Có thể là một người: cặp 1/2"
    press(first, "mergeLater")
    second = find(room.window, MergeDialog)
    assert find(second, Text, "dialogTitle").text() == "Có thể là một người: cặp 2/2"
    press(second, "mergeNow")
    assert not [one for one in room.window.findChildren(MergeDialog) if one.isVisible()]
    assert find(room.window, Button, "seePairs").text().startswith("Có 1 cặp")
    assert len(room.core.members.list()) == 4


def test_a_long_list_is_looked_through_beside_the_window(
    qtbot: QtBot, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(member_matters, "COUNTED_AT_ONCE", len(PEOPLE))
    a_twin(room)
    assert room.desk.runner.busy()
    qtbot.waitUntil(lambda: is_offered(room, "seePairs"), timeout=WAIT)


def test_where_data_are_only_looked_at_nothing_is_erased_and_nobody_merged(room: Room) -> None:
    a_twin(room)
    throw_away(room, "Trần Thị Dương", on=dt.date(2017, 10, 1))
    room.window.page().allow_changes(False)
    for name in ("restoreMember", "eraseMember", "eraseOverdue"):
        assert not find(room.window, Button, name).isEnabled(), name
    find(room.window, ChipRow).choose("all")
    assert not find(room.window, Button, "seePairs").isEnabled()
