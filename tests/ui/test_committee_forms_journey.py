"""The way of a form of the committee through the windows: from the letter to the stick and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import docx
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap import Seams, load_cell
from app.worker.inline import InlineJobs
from app.year.dump import dump
from tests.papers.committee import finding, samples
from tests.papers.samples import review_year, whole_year
from tests.ui.a_program import CHEAP, PASSWORD, Room, RoomClock, a_room
from tests.ui.hands import click
from tests.ui.import_room import press, shown
from tests.ui.packages_hands import write_to_folder
from tests.ui.typing_in import type_text
from ui.dialogs.form_taking import FormTakingDialog
from ui.pages.committee_forms_page import FormsPage
from ui.pages.papers_page import PapersPage
from ui.widgets.labels import Text

YEAR = 2017


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    clock = RoomClock()
    seams = Seams(clock, InlineJobs(), cost=CHEAP)
    core, _ = load_cell(tmp_path / "so", PASSWORD, dump(whole_year(YEAR)), seams)
    room = a_room(tmp_path / "so", core, clock)
    qtbot.addWidget(room.window)
    room.window.resize(1366, 697)
    room.window.show()
    yield room
    room.close()


def at_rest(qtbot: QtBot, room: Room) -> None:
    qtbot.waitUntil(lambda: not room.desk.runner.busy(), timeout=20_000)


def take_in(qtbot: QtBot, room: Room, path: Path, data: bytes, kind: str) -> FormsPage:
    """Go from Văn bản to the forms and take a file in."""
    path.write_bytes(data)
    room.window.open("papers")
    papers = room.window.page()
    next(one for one in papers.findChildren(QPushButton, "toForms")).click()
    page = cast("FormsPage", room.window.page())
    assert isinstance(page, FormsPage)
    room.dialogs.paths = [path]
    click(page, "takeNewForm" if page.list.count() else "emptyStep")
    dialog = shown(qtbot, room, FormTakingDialog)
    dialog.choose_kind(kind)
    press(dialog, "takeForm")
    at_rest(qtbot, room)
    return page


def click_place(page: FormsPage, at: str) -> None:
    """Click on a place of the form with the mouse."""
    paper = page.desk.paper
    cursor = QTextCursor(paper.document())
    cursor.setPosition(paper.position_of(at) + 2)
    paper.setTextCursor(cursor)
    paper.ensureCursorVisible()
    QTest.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=paper.cursorRect(cursor).center())
    assert paper.current() == at


def set_field(page: FormsPage, at: str, words: str) -> None:
    """Click on a place, search for a field, and click on it."""
    click_place(page, at)
    panel = page.desk.panel
    panel.search.clear()
    panel.search.setFocus()
    type_text(panel.search, words)
    item = next(panel.list.item(row) for row in range(panel.list.count()) if panel.list.item(row).data(256))
    QTest.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, pos=panel.list.visualItemRect(item).center()
    )
    panel.search.clear()


def make_paper(qtbot: QtBot, room: Room, kind: str) -> str:
    """Begin a paper of a kind on Văn bản, look at its page, and issue it."""
    room.window.open("papers", kind)
    page = cast("PapersPage", room.window.page())
    at_rest(qtbot, room)
    paper = next(one for one in room.core.papers.list(YEAR) if one.kind == kind and not one.is_issued)
    assert page.body.page.page_count() > 0
    room.dialogs.answers = [True]
    click(page, "issuePaper")
    at_rest(qtbot, room)
    return paper.uid


@pytest.mark.slow
def test_a_word_form_goes_from_the_letter_to_the_stick_and_ours_come_back(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    page = take_in(qtbot, room, tmp_path / "Mẫu xếp loại.docx", samples.levels_form(), "level_summary")
    form = room.core.forms.list(YEAR)[0]
    view = room.core.forms.marking.whole(form.uid).view
    row = finding.table(view, "Họ và tên").rows[2]
    for place, words in enumerate(("so thu tu", "ho va ten", "nam sinh", "tu nhan", "de nghi")):
        set_field(page, finding.cell(row, place), words)
    click_place(page, finding.cell(row, 0))
    click(page, "repeatRow")
    set_field(page, finding.behind(view, "Chi bộ: "), "ten chi bo")
    click(page, "tryForm")
    qtbot.waitUntil(lambda: page.trial.pages.page_count() > 0)
    at_rest(qtbot, room)
    click(page, "tryForm")
    click(page, "useForm")
    assert room.core.forms.list(YEAR)[0].in_use

    uid = make_paper(qtbot, room, "level_summary")
    folder = write_to_folder(qtbot, room, tmp_path / "NOP")

    names = {one.full_name for one in room.core.review.whole(YEAR).members}
    (made,) = [one for one in folder.rglob("*.docx") if "DANH SÁCH ĐỀ NGHỊ" in first_line(one)]
    assert {line.cells[1].text for line in docx.Document(str(made)).tables[0].rows[2:]} == names
    room.window.open("committee_forms")
    at_rest(qtbot, room)
    click(room.window.page(), "backToOurs")
    later = room.core.papers.add("level_summary", YEAR, {})
    assert set(room.core.papers.making.forms_of([room.core.papers.get(uid), later])) == {uid}


def test_the_forms_are_found_from_the_settings_too(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    take_in(qtbot, room, tmp_path / "Mẫu.docx", samples.levels_form(), "level_summary")
    room.window.open("settings")
    settings = room.window.page()
    assert any(one.text() == "Năm 2017: 1 mẫu, 0 đang dùng." for one in settings.findChildren(Text))

    click(settings, "openForms")

    page = cast("FormsPage", room.window.page())
    assert page.list.count() == 1
    at_rest(qtbot, room)


@pytest.fixture
def crowded(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """Give the program with two hundred members."""
    clock = RoomClock()
    seams = Seams(clock, InlineJobs(), cost=CHEAP)
    core, _ = load_cell(tmp_path / "so", PASSWORD, dump(review_year(YEAR, 200)), seams)
    room = a_room(tmp_path / "so", core, clock)
    qtbot.addWidget(room.window)
    room.window.resize(1366, 697)
    room.window.show()
    yield room
    room.close()


def fill_crowded(qtbot: QtBot, room: Room, path: Path, data: bytes, first: int) -> Path:
    """Mark number and name in the first row below the head, and return the paper that is made."""
    page = take_in(qtbot, room, path, data, "member_list")
    view = room.core.forms.marking.whole(room.core.forms.list(YEAR)[0].uid).view
    rows = finding.rows_in(block for part in view.parts for block in part.blocks)
    row = next(one for one in rows if one.at in {"document/row/2", "0/row/7"})
    for place, words in enumerate(("so thu tu", "ho va ten"), start=first):
        set_field(page, finding.cell(row, place), words)
    click_place(page, finding.cell(row, first))
    click(page, "repeatRow")
    click(page, "useForm")
    uid = make_paper(qtbot, room, "member_list")
    written, pdf = room.core.papers.write(uid, path.parent / "ra")
    assert pdf.read_bytes().startswith(b"%PDF")
    return written


def two_hundred(room: Room) -> list[str]:
    """Return the names that the form must bear."""
    names = sorted(one.full_name for one in room.core.members.list())
    assert len(names) == 200
    return names


@pytest.mark.slow
def test_two_hundred_members_stand_in_a_repeated_row_of_word(
    qtbot: QtBot, crowded: Room, tmp_path: Path
) -> None:
    written = fill_crowded(qtbot, crowded, tmp_path / "Mẫu.docx", samples.levels_form(), 0)

    names = two_hundred(crowded)
    lines = docx.Document(str(written)).tables[0].rows[2:]
    assert sorted(line.cells[1].text for line in lines) == names


@pytest.mark.slow
def test_two_hundred_members_stand_in_a_repeated_row_of_excel_and_are_summed_up(
    qtbot: QtBot, crowded: Room, tmp_path: Path
) -> None:
    written = fill_crowded(qtbot, crowded, tmp_path / "Mẫu.xlsx", samples.levels_book(), 1)

    names = two_hundred(crowded)
    sheet = load_workbook(written)["Danh sách"]
    assert sorted(str(sheet.cell(number, 2).value) for number in range(7, 207)) == names
    assert (sheet["A206"].value, sheet["B207"].value) == (200, "Tổng cộng")
    assert sheet["D207"].value == "=SUM(D7:D206)"


def first_line(path: Path) -> str:
    paragraphs = docx.Document(str(path)).paragraphs
    return paragraphs[0].text if paragraphs else ""


@pytest.mark.slow
def test_an_excel_form_goes_from_the_letter_to_the_stick(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    page = take_in(qtbot, room, tmp_path / "Mẫu danh sách.xlsx", samples.levels_book(), "member_list")
    form = room.core.forms.list(YEAR)[0]
    view = room.core.forms.marking.whole(form.uid).view
    row = next(one for one in finding.rows_in(view.parts[0].blocks) if one.at == "0/row/7")
    for place, words in enumerate(("so thu tu", "ho va ten", "nam sinh"), start=1):
        set_field(page, finding.cell(row, place), words)
    click_place(page, finding.cell(row, 1))
    click(page, "repeatRow")
    set_field(page, "0/B2/0-0", "ten chi bo")
    click(page, "tryForm")
    qtbot.waitUntil(lambda: page.trial.pages.page_count() > 0)
    at_rest(qtbot, room)
    click(page, "tryForm")
    click(page, "useForm")

    make_paper(qtbot, room, "member_list")
    folder = write_to_folder(qtbot, room, tmp_path / "NOP")

    (made,) = [one for one in folder.rglob("*.xlsx") if "TONG-HOP" not in one.name]
    sheet = load_workbook(made)["Danh sách"]
    names = {one.full_name for one in room.core.review.whole(YEAR).members}
    assert {sheet.cell(number, 2).value for number in range(7, 7 + len(names))} == names
    assert made.with_suffix(".pdf").exists()
