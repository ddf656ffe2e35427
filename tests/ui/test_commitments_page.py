"""Cam kết & Chương trình: papers taken in, promises and tasks entered, the programme of the cell."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.domain.commitments import Commitment
from tests.acts.stage import rules
from tests.builders import MEMBER, a_core
from tests.ui.desks import notices_of, put_on_screen, seen
from tests.ui.doubles import RecordedPrinting
from tests.ui.english import english
from tests.ui.hands import click, shown, write
from ui.pages.commitments_page import MEMBERS, PROGRAMME, CommitmentsPage
from ui.pages.draft_places import waiting_places
from ui.pages.page import Desk
from ui.theme.room import Room
from ui.widgets.page_view import PageView
from ui.widgets.record_line import RecordLine

NAMES = ("Nguyễn Văn A", "Trần Thị B", "Lê Văn C")


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    for name in NAMES:
        core.members.add({**MEMBER, "full_name": name, "card_number": ""})
    core.review.cycles.begin(2017, rules(), {})
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[CommitmentsPage]:
    yield from seen(qtbot, CommitmentsPage(core, desk), core, desk)


def uid(core: Core, name: str) -> str:
    return next(one.uid for one in core.members.list() if one.full_name == name)


def commitments(core: Core) -> dict[str, Commitment]:
    names = {one.uid: one.full_name for one in core.members.list()}
    return {names[one.member_uid]: one for one in core.review.whole(2017).commitments}


def names_shown(page: CommitmentsPage) -> list[str]:
    return [one.person.member.full_name for one in page.list.table.shown()]


def test_one_paper_is_taken_in_with_one_click_and_given_back(
    page: CommitmentsPage, core: Core, desk: Desk
) -> None:
    heard = notices_of(desk)
    page.open_at(uid(core, NAMES[1]), "")
    click(page, "receivePaper")
    own = commitments(core)[NAMES[1]]
    assert (own.on_paper, own.received_on) == (True, desk.clock.today())
    assert "đồng chí Trần Thị B nộp bản cam kết giấy" in heard[-1].words
    assert shown(page, "receivePaper") == []
    core.history.undo()
    assert commitments(core) == {}
    assert shown(page, "receivePaper") != []


def test_several_papers_are_taken_in_as_one_step_and_none_twice(
    page: CommitmentsPage, core: Core, desk: Desk
) -> None:
    heard = notices_of(desk)
    core.review.commitments.put(2017, uid(core, NAMES[0]), {"received_on": "2017-01-25"})
    page.list.view.selectAll()
    click(page, "receiveSeveral")
    assert heard[-1].words.startswith("Đã ghi 2 đồng chí nộp")
    assert str(commitments(core)[NAMES[0]].received_on) == "2017-01-25"
    assert set(commitments(core)) == set(NAMES)
    core.history.undo()
    assert set(commitments(core)) == {NAMES[0]}


def test_who_has_none_is_found_by_one_filter(page: CommitmentsPage, core: Core) -> None:
    core.review.commitments.receive(2017, [uid(core, NAMES[0])], dt.date(2017, 1, 25))
    core.review.commitments.put(2017, uid(core, NAMES[1]), {"missing_reason": "vắng dài ngày"})
    page.list.tools.chips.choose("none")
    assert names_shown(page) == [NAMES[2]]
    page.list.tools.chips.choose("all")
    page.open_at("", "commitment")
    assert names_shown(page) == [NAMES[2]]


def test_a_promise_and_a_task_are_entered_and_the_list_tells_how_far_they_are(
    page: CommitmentsPage, core: Core
) -> None:
    page.open_at(uid(core, NAMES[2]), "")
    click(page, "commitment_itemAdd")
    write(page, "content", "Đọc một nghị quyết mỗi tháng")
    click(page, "commitment_itemSave")
    click(page, "assigned_taskAdd")
    write(page, "task_task", "Vận động hiến đất")
    write(page, "task_due_on", "01/06/2017")
    click(page, "assigned_taskSave")
    (line,) = [one for one in page.list.table.shown() if one.person.member.full_name == NAMES[2]]
    assert (line.assessed, len(line.items), len(line.tasks)) == (0, 1, 1)
    seconds = [one.lines().second for one in page.findChildren(RecordLine) if one.isVisible()]
    assert any(second.startswith("Quá hạn ") for second in seconds)
    page.list.tools.chips.choose("late")
    assert names_shown(page) == [NAMES[2]]


def test_one_form_is_open_at_a_time_and_its_save_is_the_one_primary_act(
    page: CommitmentsPage, core: Core
) -> None:
    page.open_at(uid(core, NAMES[0]), "")
    click(page, "commitment_itemAdd")
    write(page, "content", "Đang gõ dở")
    click(page, "assigned_taskAdd")
    assert shown(page, "commitment_itemSave") == []
    primaries = [
        one.objectName()
        for one in page.findChildren(QPushButton)
        if one.isVisible() and one.property("kind") == "primary"
    ]
    assert primaries == ["assigned_taskSave"]
    (place,) = waiting_places(core)
    assert place.title == "Nội dung cam kết mới của đồng chí Nguyễn Văn A"
    page.open_at(place.subject, place.field)
    (field,) = [one for one in page.findChildren(QPlainTextEdit, "content") if one.isVisible()]
    assert field.toPlainText() == "Đang gõ dở"


def test_the_programme_and_the_resolution_have_their_place(page: CommitmentsPage, core: Core) -> None:
    page.open_at("", "programme")
    assert page.tabs.current() == PROGRAMME
    write(page, "adopted_on", "10/01/2017")
    write(page, "goals", "Thôn sạch, đường sáng")
    click(page, "programmeSave")
    click(page, "programme_itemAdd")
    write(page, "programme_task", "Làm đường")
    click(page, "programme_itemSave")
    click(page, "task_assignmentAdd")
    write(page, "number", "01-NQ/CB")
    click(page, "task_assignmentSave")
    whole = core.review.whole(2017)
    assert [one.goals for one in whole.programmes] == ["Thôn sạch, đường sáng"]
    assert [one.task for one in whole.programme_items] == ["Làm đường"]
    assert [one.number for one in whole.task_assignments] == ["01-NQ/CB"]
    assert shown(page, "programmeAdd") == []


def test_before_the_year_begins_the_page_says_the_first_step(
    qtbot: QtBot, tmp_path: Path, desk: Desk
) -> None:
    core = a_core(tmp_path / "trong")
    page = CommitmentsPage(core, desk)
    put_on_screen(qtbot, page, core)
    asked: list[tuple[str, str, str]] = []
    page.opened.connect(lambda *place: asked.append(place))
    click(page, "emptyStep")
    assert asked == [("review", "", "")]
    assert shown(page, "receivePaper") == []
    core.close()


def test_a_finished_year_is_only_looked_at(page: CommitmentsPage, core: Core) -> None:
    core.review.commitments.add_item_of(2017, uid(core, NAMES[0]), {"content": "Nêu gương"})
    cycle = core.review.cycles.get(2017)
    assert cycle is not None
    core.review.cycles.finish(cycle)
    page.open_at(uid(core, NAMES[0]), "content")
    changing = ("commitment_itemSave", "commitment_itemAdd", "receivePaper", "commitment_itemRemove")
    assert [one for one in changing if shown(page, one)] == []
    (field,) = [one for one in page.findChildren(QPlainTextEdit, "content") if one.isVisible()]
    assert field.toPlainText() == "Nêu gương"


@pytest.mark.parametrize("room", Room)
def test_no_english_in_any_layout(page: CommitmentsPage, room: Room) -> None:
    page.fit(room)
    for tab in (MEMBERS, PROGRAMME):
        page.tabs.choose(tab)
        assert english(page, set()) == []


@pytest.mark.slow
def test_the_page_stands_beside_the_records_follows_them_and_gives_the_list_back(
    qtbot: QtBot, page: CommitmentsPage, core: Core, desk: Desk
) -> None:
    page.open_at(uid(core, NAMES[0]), "")
    click(page, "commitmentPage")
    view = page.findChild(PageView)
    assert view is not None
    qtbot.waitUntil(lambda: view.page_count() > 0)
    blank = view.page_count()
    assert (page.own.by_name["commitment"].isVisible(), page.list.view.isVisible()) == (True, False)
    core.review.commitments.put(2017, uid(core, NAMES[0]), {})
    for at in range(40):
        core.review.commitments.add_item_of(2017, uid(core, NAMES[0]), {"content": f"Việc thứ {at}"})
    qtbot.waitUntil(lambda: view.page_count() > blank)
    click(page, "printCommitment")
    assert isinstance(desk.printing, RecordedPrinting)
    printing = desk.printing
    qtbot.waitUntil(lambda: printing.printed == [view.page_count()])
    assert core.review.whole(2017).papers == ()
    click(page, "backToCommitments")
    assert (view.isVisible(), page.list.view.isVisible()) == (False, True)
