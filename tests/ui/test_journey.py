"""The whole way of the first day: wizard, list from Excel, a correction, two papers, the stick, checking."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core, Seams
from app.services.packages import Answer
from tests.builders import CELL
from tests.ui.a_program import CHEAP, RoomClock
from tests.ui.doubles import PreparedDialogs
from tests.ui.sticks import Sticks
from tests.ui.typing_in import type_text
from ui.dialogs.new_paper import NewPaperDialog
from ui.dialogs.verdict import VerdictDialog
from ui.forms.recovery_code import ASKED_GROUPS
from ui.main import Program
from ui.main_window import MainWindow
from ui.texts import packages as package_words
from ui.widgets.empty_state import EmptyState
from ui.widgets.record_view import RecordView

W = TypeVar("W", bound=QWidget)
PASSWORD = "một câu ngắn dễ nhớ"
WAIT = 30_000
MOST_INPUTS = 12
"""Fields and clicks until the list of members can come in."""


@pytest.fixture
def stick(tmp_path: Path) -> Sticks:
    (tmp_path / "USB").mkdir()
    return Sticks(tmp_path / "USB")


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, stick: Sticks) -> Iterator[Program]:
    seams = dataclasses.replace(Seams(RoomClock(), cost=CHEAP), files=stick)
    program = Program(qapp, tmp_path / "so", seams)
    program.dialogs = PreparedDialogs()
    yield program
    if program.window:
        program.window.close()
    program.close()
    program.deleteLater()


class Secretary:
    """Does what a hand at the keyboard and the mouse does."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot = qtbot
        self.program = program

    @property
    def window(self) -> QWidget:
        assert self.program.window is not None
        return self.program.window

    @property
    def core(self) -> Core:
        assert self.program.core is not None
        return self.program.core

    def find(self, kind: type[W], name: str) -> W:
        found = [one for one in self.window.findChildren(kind, name) if one.isVisible()]
        assert found, name
        return found[0]

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(QPushButton, name), Qt.MouseButton.LeftButton)

    def write(self, name: str, text: str) -> None:
        field = self.find(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        type_text(field, text)

    def go(self, page: str) -> None:
        QTest.mouseClick(self.find(QWidget, f"nav_{page}"), Qt.MouseButton.LeftButton)

    def wait(self, until: str) -> None:
        self.qtbot.waitUntil(lambda: until in self.said(), timeout=WAIT)

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.program.runner.busy(), timeout=WAIT)

    def said(self) -> set[str]:
        return {label.text() for label in self.window.findChildren(QLabel) if label.isVisible()}

    def choose(self, words: str) -> None:
        dialog = next(one for one in self.window.findChildren(NewPaperDialog) if one.isVisible())
        dialog.search.setText(words)
        dialog.search.returnPressed.emit()


@pytest.fixture
def secretary(qtbot: QtBot, program: Program) -> Secretary:
    return Secretary(qtbot, program)


def a_list(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(
        ["Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Số thẻ", "Chức vụ"]
    )
    for at, name in enumerate(("NGUYỄN VĂN A", "Trần Thị B", "Lê Văn C"), start=1):
        born, admitted = dt.date(1960, at, 5), dt.date(1985, at, 3)
        official, post = dt.date(1986, at, 3), "Bí thư" if at == 1 else ""
        sheet.append([name, "Nam" if at != 2 else "Nữ", born, admitted, official, f"{at:012d}", post])
    book.save(path)
    return path


def set_up(secretary: Secretary) -> None:
    secretary.program.start()
    secretary.press("newCell")
    secretary.window.activateWindow()
    secretary.qtbot.waitUntil(secretary.window.isActiveWindow)
    for field in ("name", "upper_organisation", "cell_secretary"):
        secretary.write(field, str(CELL[field]))
    secretary.write("term_started_on", "01/03/2015")
    for field in ("upper_committee", "place_name"):
        assert secretary.find(QLineEdit, field).text() == CELL[field], "it follows from the organisation"
    assert secretary.find(QLineEdit, "year").text() == "2017"
    secretary.press("cellNext")
    secretary.write("firstField", PASSWORD)
    secretary.write("secondField", PASSWORD)
    secretary.press("create")
    secretary.qtbot.waitUntil(lambda: secretary.program.core is not None, timeout=WAIT)
    code = secretary.find(QLabel, "recoveryCode").text().split("-")
    for at in ASKED_GROUPS:
        secretary.write(f"group{at}", code[at - 1])
    secretary.press("start")
    assert isinstance(secretary.window, MainWindow)


def test_from_the_first_start_to_the_import_twelve_inputs_at_most(
    secretary: Secretary, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs: list[str] = []
    write, press = secretary.write, secretary.press

    def written(name: str, text: str) -> None:
        inputs.append(name)
        write(name, text)

    def pressed(name: str) -> None:
        inputs.append(name)
        press(name)

    monkeypatch.setattr(secretary, "write", written)
    monkeypatch.setattr(secretary, "press", pressed)
    set_up(secretary)
    assert len(inputs) <= MOST_INPUTS, inputs
    first = [one.text() for one in secretary.find(EmptyState, "").findChildren(QPushButton)]
    assert first == ["Nhập danh sách đảng viên"]
    assert not secretary.core.members.list()


def take_list_in(secretary: Secretary, path: Path) -> None:
    secretary.go("members")
    dialogs_of(secretary).paths = [path]
    secretary.press("importMembers")
    secretary.qtbot.waitUntil(
        lambda: bool(secretary.window.findChildren(QPushButton, "takeIn")), timeout=WAIT
    )
    assert not secretary.window.findChildren(QCheckBox, "skipFaulty")[0].isVisible()
    secretary.press("takeIn")
    secretary.wait("Đã nhập 3 đảng viên từ tệp.")


def dialogs_of(secretary: Secretary) -> PreparedDialogs:
    assert isinstance(secretary.program.dialogs, PreparedDialogs)
    return secretary.program.dialogs


def correct_and_take_back(secretary: Secretary) -> None:
    secretary.find(RecordView, "memberList").go_to(secretary.core.members.list()[1].uid)
    secretary.press("editMember")
    secretary.press("postsAdd")
    secretary.write("posts_0_title", "Trưởng thôn")
    secretary.press("saveMember")
    assert posts_of(secretary) == ["cell_secretary", "Trưởng thôn", ""]
    view = secretary.find(RecordView, "memberList")
    secretary.window.activateWindow()  # offscreen nobody gives the focus back after a dialog
    secretary.qtbot.waitUntil(secretary.window.isActiveWindow)
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert posts_of(secretary) == ["cell_secretary", "", ""]
    QTest.keyClick(view, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert posts_of(secretary) == ["cell_secretary", "Trưởng thôn", ""]


def posts_of(secretary: Secretary) -> list[str]:
    """Return what each member holds, in the order of the list."""
    return [
        ", ".join(post.kind + post.title for post in one.posts) for one in secretary.core.members.people()
    ]


def issue_papers(secretary: Secretary) -> None:
    secretary.go("papers")
    secretary.press("firstPaper")
    secretary.choose("Danh sách đảng viên")
    secretary.idle()
    dialogs_of(secretary).answers = [True, True]
    secretary.press("issuePaper")
    secretary.idle()
    secretary.press("firstPaper")
    secretary.choose("Tờ trình")
    secretary.write("subject_line", "báo cáo danh sách đảng viên năm 2017")
    secretary.press("issuePaper")
    secretary.idle()
    numbers = {one.kind: one.number for one in secretary.core.papers.list(2017)}
    assert numbers == {"member_list": None, "submission": 1}


def hand_in(secretary: Secretary, stick: Path) -> Path:
    secretary.go("packages")
    secretary.find(QCheckBox, "openStick").click()
    secretary.press("writePackage")
    secretary.idle()
    assert package_words.MAY_PULL in secretary.said()
    (written,) = secretary.core.packages.history(2017)
    return stick / written.folder_name


def check(secretary: Secretary, folder: Path) -> str:
    """Check a package by the button of the page and return the answer."""
    dialogs_of(secretary).paths = [folder]
    secretary.press("verifyPackage")
    secretary.qtbot.waitUntil(lambda: bool(shown_verdicts(secretary)), timeout=WAIT)
    (dialog,) = shown_verdicts(secretary)
    answer = dialog.answer.words()
    dialog.close()
    secretary.idle()
    return answer


def shown_verdicts(secretary: Secretary) -> list[VerdictDialog]:
    return [one for one in secretary.window.findChildren(VerdictDialog) if one.isVisible()]


def test_from_nothing_to_a_package_that_was_read_back(
    secretary: Secretary, tmp_path: Path, stick: Sticks
) -> None:
    set_up(secretary)
    take_list_in(secretary, a_list(tmp_path / "danh-sach.xlsx"))
    correct_and_take_back(secretary)
    issue_papers(secretary)
    folder = hand_in(secretary, tmp_path / "USB")
    assert stick.ejected == [tmp_path / "USB"]
    assert check(secretary, folder) == package_words.ANSWERS[Answer.WHOLE.value][0]
    part = next(folder.rglob("*.docx"))
    part.write_bytes(part.read_bytes() + b"x")
    assert check(secretary, folder) == package_words.ANSWERS[Answer.WRONG.value][0]
