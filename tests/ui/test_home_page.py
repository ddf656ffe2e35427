"""Trang chính says what is missing, in order, and every line leads to the field it speaks of."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.domain.members import WANTED_FACTS
from app.rules import (
    missing,
    missing_backup,
    missing_clock,
    missing_code,
    missing_due,
    missing_review,
    missing_trash,
)
from app.rules.ruleset_files import shipped
from tests.builders import MEMBER, a_core
from tests.ui.desks import notices_of, put_on_screen
from tests.ui.english import english, foreign_words
from tests.ui.opened import found
from ui.pages.home_page import HomePage
from ui.pages.page import Desk
from ui.texts import home as words
from ui.theme.look import look
from ui.theme.room import Room
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.labels import StateLine, Text
from ui.widgets.step_line import StepLine
from ui.widgets.work_row import Work, WorkRow


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> HomePage:
    page = HomePage(core, desk)
    put_on_screen(qtbot, page, core)
    return page


def rows(page: HomePage) -> dict[str, WorkRow]:
    return {row.objectName().removeprefix("work_"): row for row in page.findChildren(WorkRow)}


def add_members(core: Core) -> None:
    core.members.add({**MEMBER, "full_name": "Nguyễn Văn A"})
    core.members.add({**MEMBER, "full_name": "Lê Thị Bình", "card_number": "", "born_on": ""})
    core.members.add({**MEMBER, "full_name": "Trần Văn Cường", "card_number": ""})


def test_an_empty_cell_has_one_first_step(qtbot: QtBot, page: HomePage) -> None:
    step = page.findChild(QPushButton, "emptyStep")
    assert step is not None
    assert "members.none" not in rows(page)
    with qtbot.waitSignal(page.opened) as told:
        QTest.mouseClick(step, Qt.MouseButton.LeftButton)
    assert told.args == ["members", "", ""]
    # What is said of the year, the line and the button name the same first step.
    assert found(page, Text, "notBegunHow").text().startswith("Trước hết nhập danh sách đảng viên")
    assert found(page, Button, "nextAct").text() == "Nhập danh sách đảng viên"


def test_a_year_that_is_not_begun_says_so_and_offers_the_one_next_step(
    qtbot: QtBot, page: HomePage, core: Core
) -> None:
    add_members(core)
    page.refresh()
    assert found(page, StateLine, "yearStanding").words() == "Năm 2017 chưa bắt đầu kiểm điểm."
    assert found(page, StepLine).isHidden()
    act = found(page, Button, "nextAct")
    assert act.text() == "Bắt đầu năm 2017"
    with qtbot.waitSignal(page.opened) as told:
        QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    assert told.args == ["year", "", ""]


def test_a_line_names_the_persons_and_the_count(page: HomePage, core: Core) -> None:
    add_members(core)
    page.refresh()

    cards = rows(page)["member.no_card_number"]
    assert (cards.work.names, cards.work.status) == ("Bình, Cường", "Còn thiếu 2/3")


def test_enter_on_a_line_opens_the_field_of_the_first_person(
    qtbot: QtBot, page: HomePage, core: Core
) -> None:
    add_members(core)
    page.refresh()
    second = next(member for member in core.members.list() if member.full_name == "Lê Thị Bình")
    row = rows(page)["member.no_born_on"]
    row.setFocus()
    with qtbot.waitSignal(page.opened) as told:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert told.args == ["members", second.uid, "born_on"]


def test_a_line_goes_when_its_cause_is_gone(page: HomePage, core: Core) -> None:
    add_members(core)
    page.refresh()
    assert "member.no_born_on" in rows(page)
    second = next(member for member in core.members.list() if member.full_name == "Lê Thị Bình")

    core.members.save(second.uid, second.rev, {"born_on": "1961"})
    page.refresh()

    assert "member.no_born_on" not in rows(page)


def test_a_package_line_leads_to_the_page_of_packages(qtbot: QtBot, page: HomePage, core: Core) -> None:
    add_members(core)
    page.refresh()
    with qtbot.waitSignal(page.opened) as told:
        rows(page)["package.none"].click()
    assert told.args == ["packages", "", ""]
    with qtbot.waitSignal(page.opened) as told:
        rows(page)["paper.no_submission"].click()
    assert told.args == ["papers", "submission", ""]


def test_the_line_of_the_backup_leads_to_the_backups(qtbot: QtBot, page: HomePage) -> None:
    page.refresh()
    with qtbot.waitSignal(page.opened) as told:
        rows(page)["backup.none"].click()
    assert told.args == ["settings", "backup", ""]


def test_every_matter_the_rules_know_has_its_words() -> None:
    source = "".join(
        map(
            inspect.getsource,
            (
                missing,
                missing_backup,
                missing_clock,
                missing_code,
                missing_due,
                missing_review,
                missing_trash,
            ),
        )
    )
    for code in words.LINES:
        assert f'"{code}"' in source or code.removeprefix("member.no_") in WANTED_FACTS


@pytest.mark.parametrize("code", words.LINES)
def test_the_words_are_vietnamese(code: str) -> None:
    text = words.LINES[code]
    for said in (text.matter, text.act, text.status):
        assert foreign_words(said.format(count=1, members=2, days=3, year=2017, name="Nguyễn Văn A")) == []


def test_a_narrow_window_sets_the_column_below(qtbot: QtBot, page: HomePage, core: Core) -> None:
    add_members(core)
    page.refresh()
    page.fit(Room.SHARED)
    page.resize(700, 480)
    qtbot.waitUntil(lambda: rows(page)["member.no_card_number"].width() > 600)


@pytest.mark.parametrize("width", [300, 420, 560])
def test_a_line_grows_with_its_words_and_cuts_nothing(qtbot: QtBot, width: int) -> None:
    work = Work(
        State.LACKING, "Hết thời hạn dự bị, chưa ghi ngày chính thức", "Nguyễn, " * 12, "Còn thiếu 12/24"
    )
    row = WorkRow(work, "x")
    qtbot.addWidget(row)

    assert row.heightForWidth(width) > look.px(36)
    assert row.heightForWidth(300) >= row.heightForWidth(width)


def test_no_english(page: HomePage, core: Core) -> None:
    assert english(page) == []
    add_members(core)
    page.refresh()
    assert english(page) == []


def test_what_was_handed_in_is_told(page: HomePage, core: Core, tmp_path: Path) -> None:
    add_members(core)
    core.papers.issue(core.papers.add("submission", 2017, {}).uid)
    hand_in(core, tmp_path)
    page.refresh()

    said = {label.text() for label in page.findChildren(QLabel)}
    assert "Đã ghi và đọc lại đủ lúc 16:00, ngày 06/12/2017" in said
    assert "1 văn bản đã phát hành" in said


def hand_in(core: Core, folder: Path) -> None:
    (folder / "USB").mkdir()
    core.packages.write(2017, folder / "USB")


def test_a_backup_is_made_from_here(qtbot: QtBot, page: HomePage, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    button = page.findChild(QPushButton, "backUpNow")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: bool(heard))

    assert len(core.backups.list()) == 1
    assert "kiểm tra đủ" in heard[-1].words
    assert "backup.none" not in rows(page)


def test_every_step_of_every_rule_set_is_called_in_a_few_words() -> None:
    steps = {one.code for ruleset in shipped().values() for one in ruleset.steps}
    assert steps == set(words.STEP_TITLES)
    assert max(map(len, words.STEP_TITLES.values())) <= len("Tự xếp loại") + 1
