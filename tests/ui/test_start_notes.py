"""After a sudden end the next start says so once and leads to what had been typed."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.bootstrap import Core, Seams
from app.common import logfile
from tests.builders import MEMBER
from tests.ui.a_program import CHEAP, PASSWORD, Room, RoomClock, a_core, a_room
from ui.dialogs.merging import MergeDialog
from ui.dialogs.waiting_drafts import WaitingDraftsDialog
from ui.pages.draft_places import waiting_places
from ui.texts import start_notes as words
from ui.widgets.button import Button
from ui.widgets.notice_bar import NoticeBar
from ui.widgets.work_row import WorkRow

SEAMS = Seams(RoomClock(), cost=CHEAP)


def work_and_die(core: Core, folder: Path) -> None:
    """Leave in `folder` what a kill at this moment would leave: the files as they stand while all is open."""
    shutil.copytree(core.folder, folder)
    core.close()


@pytest.fixture
def rooms(qtbot: QtBot) -> Iterator[list[Room]]:
    rooms: list[Room] = []
    yield rooms
    for room in rooms:
        room.close()
    del qtbot


def started(rooms: list[Room], folder: Path) -> Room:
    room = a_room(folder, bootstrap.unlock(folder, PASSWORD, SEAMS))
    rooms.append(room)
    room.window.open("home")
    room.window.show()
    room.window.activateWindow()
    return room


def said(room: Room) -> str:
    bar = room.window.findChild(NoticeBar, "notice")
    assert bar is not None
    return bar.words()


def press(room: Room, name: str) -> None:
    button = room.window.findChild(Button, name)
    assert button is not None
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_start_after_a_good_end_says_nothing(rooms: list[Room], tmp_path: Path) -> None:
    core = a_core(tmp_path / "so")
    core.drafts.keep("member", "", {"full_name": "Nguyễn"})
    core.close()
    assert said(started(rooms, tmp_path / "so")) == ""


def test_a_sudden_end_is_said_once(rooms: list[Room], tmp_path: Path) -> None:
    work_and_die(a_core(tmp_path / "so"), tmp_path / "nua-chung")
    room = started(rooms, tmp_path / "nua-chung")
    assert said(room) == words.SUDDEN_END
    room.window.open("members")
    room.window.open("home")
    assert said(room) == ""
    again = a_room(tmp_path, room.core)  # as another font size makes the window anew
    again.window.open("home")
    assert said(again) == ""
    again.window.close()
    rooms.pop().close()
    assert said(started(rooms, tmp_path / "nua-chung")) == ""


def test_the_one_draft_opens_at_once(rooms: list[Room], tmp_path: Path) -> None:
    core = a_core(tmp_path / "so")
    member = core.members.add(MEMBER)
    core.drafts.keep("member", member.uid, {**MEMBER, "full_name": "Nguyễn Văn Nháp"})
    work_and_die(core, tmp_path / "nua-chung")
    room = started(rooms, tmp_path / "nua-chung")
    assert said(room) == words.ONE_DRAFT.format(said=words.SUDDEN_END, title="Đồng chí Nguyễn Văn A")
    press(room, "noticeLink")
    assert room.window.place() == "members"
    assert text_in(room, "full_name") == "Nguyễn Văn Nháp"
    assert said(room) == ""


def text_in(room: Room, name: str) -> str:
    field = room.window.page().findChild(QLineEdit, name)
    assert field is not None
    assert field.isVisible()
    return field.text()


def test_a_click_leads_to_each_draft(qtbot: QtBot, rooms: list[Room], tmp_path: Path) -> None:
    core = a_core(tmp_path / "so")
    core.years.open(2018)
    paper = core.papers.add("submission", 2018, {"subject_line": "về việc thử"})
    core.drafts.keep("member", "", {"full_name": "Nguyễn Văn Nháp"})
    core.drafts.keep("cell", "", {"name": "Chi bộ Nháp"})
    core.drafts.keep("paper", paper.uid, {"subject_line": "về việc đang gõ dở"})
    core.drafts.keep("member", "f" * 32, {"full_name": "Nguyễn Văn Mất"})
    work_and_die(core, tmp_path / "nua-chung")
    room = started(rooms, tmp_path / "nua-chung")
    assert said(room) == words.DRAFTS.format(said=words.SUDDEN_END, count=3)

    seen = set()
    for left in (2, 1, 0):
        press(room, "noticeLink")
        for dialog in lists_shown(room):
            line = dialog.findChild(WorkRow, "draft0")
            assert line is not None
            QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        seen.add(what_is_open(room))
        assert said(room) == (words.DRAFTS_LEFT.format(count=left) if left else "")
        qtbot.waitUntil(lambda: not lists_shown(room))
    assert seen == {"Nguyễn Văn Nháp", "Chi bộ Nháp", "về việc đang gõ dở"}
    years = room.window.findChild(QComboBox, "year")
    assert years is not None
    assert years.currentData() == 2018


def lists_shown(room: Room) -> list[WaitingDraftsDialog]:
    return [one for one in room.window.findChildren(WaitingDraftsDialog) if one.isVisible()]


def what_is_open(room: Room) -> str:
    field = {"members": "full_name", "settings": "name", "papers": "subject_line"}[room.window.place()]
    return text_in(room, field)


def test_the_draft_of_somebody_in_the_trash_leads_to_the_card(rooms: list[Room], tmp_path: Path) -> None:
    core = a_core(tmp_path / "so")
    member = core.members.add(MEMBER)
    core.drafts.keep("member", member.uid, {"full_name": "Nguyễn Văn Nháp"})
    core.members.trash([member.uid])
    (place,) = waiting_places(core)
    assert (place.page, place.subject, place.field) == ("members", member.uid, "")
    core.close()
    del rooms


@pytest.mark.fault("I09")
@pytest.mark.parametrize("obstacle", ["a folder in its place", "a full disk", "a file for a folder"])
def test_a_log_that_cannot_be_written_is_said_once(rooms: list[Room], tmp_path: Path, obstacle: str) -> None:
    a_core(tmp_path / "so").close()
    folder = tmp_path / "nhat-ky"
    if obstacle == "a file for a folder":
        folder.touch()
    else:
        folder.mkdir()
    if obstacle == "a folder in its place":
        (folder / logfile.FILE_NAME).mkdir()
    elif obstacle == "a full disk":
        (folder / logfile.FILE_NAME).symlink_to("/dev/full")
    logfile.start(folder)
    try:
        logging.getLogger("app.test").info("the program begins")
        room = started(rooms, tmp_path / "so")
        assert said(room) == words.NO_LOG
        room.core.members.add(MEMBER)
        room.window.open("members")
        room.window.open("home")
        assert said(room) == ""
        rooms.pop().close()
        assert said(started(rooms, tmp_path / "so")) == ""
    finally:
        logfile.stop()


def test_a_draft_of_somebody_merged_away_goes_on_in_the_form_of_who_was_kept(
    rooms: list[Room], tmp_path: Path
) -> None:
    core = a_core(tmp_path / "so")
    kept = core.members.add(
        {"full_name": "Lê Thị Thủy", "born_on": "1970", "posts": [{"title": "Tổ trưởng"}]}
    )
    other = core.members.add({"full_name": "Lê Thị Thuỷ", "born_on": "1970-03-02", "note": "Cũ"})
    room = a_room(tmp_path / "so", core)
    room.window.open("members")
    room.window.show()
    room.window.open("members", other.uid, "phone")
    phone = room.window.page().findChild(QLineEdit, "phone")
    assert phone is not None
    QTest.keyClicks(phone, "0900000001")
    room.window.keep_drafts()
    room.window.leave()
    room.window.open("members", kept.uid)
    merge_the_pair(room)
    name = core.members.get(kept.uid).full_name
    work_and_die(core, tmp_path / "nua-chung")
    room.window.close()

    again = started(rooms, tmp_path / "nua-chung")
    title = words.MERGED_MEMBER.format(other="Lê Thị Thuỷ", name=name)
    assert said(again) == words.ONE_DRAFT.format(said=words.SUDDEN_END, title=title)
    press(again, "noticeLink")
    assert (text_in(again, "phone"), text_in(again, "born_on")) == ("0900000001", "02/03/1970")
    press(again, "saveMember")
    (person,) = [one for one in again.core.members.people() if not one.member.trashed_on]
    assert (person.uid, person.member.phone, person.member.note) == (kept.uid, "0900000001", "Cũ")
    assert [post.title for post in person.posts] == ["Tổ trưởng"]
    assert not again.core.drafts.waiting()


def merge_the_pair(room: Room) -> None:
    press(room, "seePairs")
    (dialog,) = [one for one in room.window.findChildren(MergeDialog) if one.isVisible()]
    merge = dialog.findChild(Button, "mergeNow")
    assert merge is not None
    QTest.mouseClick(merge, Qt.MouseButton.LeftButton)


def test_the_draft_of_somebody_erased_goes_with_the_person(rooms: list[Room], tmp_path: Path) -> None:
    core = a_core(tmp_path / "so")
    member = core.members.add(MEMBER)
    core.drafts.keep("member", member.uid, {"full_name": "Nguyễn Văn Nháp"})
    core.members.trash([member.uid])
    core.clearing.erasure.erase([member.uid])
    work_and_die(core, tmp_path / "nua-chung")
    assert said(started(rooms, tmp_path / "nua-chung")) == words.SUDDEN_END
