"""A list of small records: entered line by line, drafts kept and offered again, everything taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.domain.commitments import CommitmentItem
from tests.acts.stage import rules
from tests.builders import MEMBER, a_core
from tests.ui.desks import notices_of
from tests.ui.english import english
from tests.ui.typing_in import type_text
from ui.desktop.changes import ChangeSignal
from ui.forms.record_book import RecordBook
from ui.forms.record_drafts import NEW
from ui.forms.record_kind import Owner
from ui.pages.commitment_kinds import item_kind
from ui.pages.page import Desk
from ui.pages.year_now import YearNow
from ui.widgets.record_line import RecordLine
from ui.widgets.sheet import Scroll

Book = RecordBook[CommitmentItem]
FORM = "commitment_item"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(2017, rules(), {})
    yield core
    core.close()


@pytest.fixture
def owner(core: Core) -> Owner:
    return Owner(2017, core.members.add(MEMBER).uid)


@pytest.fixture
def book(qtbot: QtBot, core: Core, desk: Desk, owner: Owner) -> Iterator[Book]:
    scroll, book = a_book(qtbot, core, desk, owner)
    yield book
    scroll.hide()


def a_book(qtbot: QtBot, core: Core, desk: Desk, owner: Owner) -> tuple[Scroll, Book]:
    now = YearNow(core.review)
    now.read(2017)
    book = RecordBook(item_kind(core.review, now), core.drafts, desk.notifier)
    scroll = Scroll()
    scroll.body.addWidget(book)
    scroll.body.addStretch(1)
    qtbot.addWidget(scroll)
    scroll.resize(760, 600)
    changes = ChangeSignal(book)
    core.changes.append(changes.tell)
    changes.changed.connect(lambda _change: now.read(2017))
    changes.changed.connect(lambda _change: book.refresh())
    book.show_of(owner)
    scroll.show()
    scroll.activateWindow()
    qtbot.waitUntil(scroll.isActiveWindow)
    return scroll, book


def click(book: QWidget, name: str) -> None:
    (button,) = [one for one in book.findChildren(QPushButton, f"{FORM}{name}") if one.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def prose(book: QWidget, name: str) -> QPlainTextEdit:
    (field,) = book.findChildren(QPlainTextEdit, name)
    return field


def write(book: QWidget, name: str, text: str) -> None:
    field = prose(book, name)
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def said(book: QWidget) -> list[str]:
    return [line.lines().first for line in book.findChildren(RecordLine) if line.isVisible()]


def contents(core: Core) -> list[str]:
    return [one.content for one in core.review.whole(2017).commitment_items]


def test_lines_are_entered_one_after_the_other_by_keys(book: Book, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    click(book, "Add")
    assert prose(book, "content").hasFocus()
    write(book, "content", "Đọc một nghị quyết mỗi tháng")
    QTest.keyClick(prose(book, "content"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (heard[-1].words, heard[-1].link) == ("Đã thêm nội dung cam kết.", "Hoàn tác")
    assert prose(book, "content").hasFocus()
    assert prose(book, "content").toPlainText() == ""
    write(book, "content", "Dự đủ các buổi sinh hoạt")
    click(book, "Save")
    assert contents(core) == ["Đọc một nghị quyết mỗi tháng", "Dự đủ các buổi sinh hoạt"]
    assert said(book) == contents(core)
    assert not book.editor.isVisible()
    core.history.undo()
    assert said(book) == ["Đọc một nghị quyết mỗi tháng"]


def test_enter_in_a_short_field_saves(book: Book, core: Core) -> None:
    book.open_at(NEW)
    write(book, "content", "Nêu gương")
    (due,) = book.findChildren(QLineEdit, "due")
    type_text(due, "Quý III")
    QTest.keyClick(due, Qt.Key.Key_Return)
    (item,) = core.review.whole(2017).commitment_items
    assert (item.content, item.due, item.sign_group) == ("Nêu gương", "Quý III", 0)


def test_a_line_is_opened_changed_and_removed_and_comes_back(book: Book, core: Core, owner: Owner) -> None:
    core.review.commitments.add_item_of(2017, owner.uid, {"content": "Nêu gương", "sign_group": 2})
    (line,) = book.findChildren(RecordLine)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert book.findChildren(QLineEdit, "sign_group")[0].text() == "2"
    write(book, "content", "Nêu gương trong việc nước")
    click(book, "Save")
    assert said(book) == ["Nêu gương trong việc nước"]
    book.open_at(core.review.whole(2017).commitment_items[0].uid)
    click(book, "Remove")
    assert contents(core) == []
    core.history.undo()
    assert said(book) == ["Nêu gương trong việc nước"]


def test_a_number_emptied_is_no_number(book: Book, core: Core, owner: Owner) -> None:
    item = core.review.commitments.add_item_of(2017, owner.uid, {"content": "Nêu gương", "sign_group": 2})
    book.open_at(item.uid, "sign_group")
    (group,) = book.findChildren(QLineEdit, "sign_group")
    QTest.keyClick(group, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(group, Qt.Key.Key_Delete)
    QTest.keyClick(group, Qt.Key.Key_Return)
    assert core.review.whole(2017).commitment_items[0].sign_group == 0


def test_what_is_wrong_stands_under_its_field_and_nothing_is_stored(book: Book, core: Core) -> None:
    click(book, "Add")
    (group,) = book.findChildren(QLineEdit, "sign_group")
    type_text(group, "7")
    click(book, "Save")
    binder = book.editor.form.binder
    assert binder.row("sign_group").problem()
    assert group.hasFocus()
    QTest.keyClick(group, Qt.Key.Key_Backspace)
    click(book, "Save")
    assert binder.row("content").problem() == "Chỗ này chưa ghi."
    assert prose(book, "content").hasFocus()
    assert contents(core) == []


def test_what_was_begun_is_offered_again_after_the_program_ended(
    qtbot: QtBot, core: Core, desk: Desk, owner: Owner
) -> None:
    scroll, book = a_book(qtbot, core, desk, owner)
    click(book, "Add")
    write(book, "content", "Đang gõ dở")
    book.leave()
    scroll.hide()
    _scroll, again = a_book(qtbot, core, desk, owner)
    (add,) = again.findChildren(QPushButton, f"{FORM}Add")
    assert add.text() == "Gõ tiếp nội dung cam kết đang dở"
    click(again, "Add")
    assert prose(again, "content").toPlainText() == "Đang gõ dở"
    click(again, "Save")
    assert contents(core) == ["Đang gõ dở"]
    assert core.drafts.waiting() == []


def test_a_record_with_a_draft_says_so_and_esc_loses_nothing(book: Book, core: Core, owner: Owner) -> None:
    item = core.review.commitments.add_item_of(2017, owner.uid, {"content": "Nêu gương"})
    book.open_at(item.uid)
    write(book, "content", "Nêu gương hằng ngày")
    QTest.keyClick(prose(book, "content"), Qt.Key.Key_Escape)
    (line,) = book.findChildren(RecordLine)
    assert "có phần gõ dở" in line.lines().second
    assert line.hasFocus()
    book.open_at(item.uid)
    assert prose(book, "content").toPlainText() == "Nêu gương hằng ngày"


def test_what_was_given_up_is_taken_back_with_one_click(book: Book, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    click(book, "Add")
    write(book, "content", "Bấm nhầm")
    click(book, "Cancel")
    assert core.drafts.waiting() == []
    assert heard[-1].act is not None
    heard[-1].act()
    assert prose(book, "content").toPlainText() == "Bấm nhầm"


def test_a_change_made_elsewhere_is_told_and_the_second_save_takes_it(
    book: Book, core: Core, desk: Desk, owner: Owner
) -> None:
    heard = notices_of(desk)
    item = core.review.commitments.add_item_of(2017, owner.uid, {"content": "Nêu gương"})
    book.open_at(item.uid)
    write(book, "content", "Của tôi")
    core.review.commitments.save_item(item, {"goal": "Một lần"})
    click(book, "Save")
    assert "vừa đổi ở nơi khác" in heard[-1].words
    click(book, "Save")
    assert contents(core) == ["Của tôi"]


def test_typing_goes_on_while_others_save_and_goes_away_with_its_owner(
    book: Book, core: Core, owner: Owner
) -> None:
    other = Owner(2017, core.members.add({**MEMBER, "full_name": "Trần Thị B", "card_number": ""}).uid)
    click(book, "Add")
    write(book, "content", "Đang gõ")
    core.review.commitments.add_item_of(2017, owner.uid, {"content": "Từ nơi khác"})
    assert prose(book, "content").toPlainText() == "Đang gõ"
    book.show_of(other)
    assert not book.editor.isVisible()
    assert said(book) == []
    book.show_of(owner)
    click(book, "Add")
    assert prose(book, "content").toPlainText() == "Đang gõ"


def test_erasing_the_member_takes_the_draft_along(book: Book, core: Core, owner: Owner) -> None:
    click(book, "Add")
    write(book, "content", "Về một người")
    book.leave()
    core.members.trash([owner.uid])
    core.clearing.erasure.erase([owner.uid])
    assert core.drafts.waiting() == []


def test_what_may_not_be_changed_is_still_read(book: Book, core: Core, owner: Owner) -> None:
    item = core.review.commitments.add_item_of(2017, owner.uid, {"content": "Nêu gương"})
    book.allow_changes(False)
    book.open_at(item.uid)
    assert prose(book, "content").isReadOnly()
    shown = {one.objectName() for one in book.findChildren(QPushButton) if one.isVisible()}
    assert shown == {f"{FORM}Cancel"}
    assert english(book, set()) == []
