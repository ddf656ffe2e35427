"""Sổ văn bản: papers that came in are entered once, missing numbers get their reason, both leave as shown."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from tests.acts.stage import rules
from tests.builders import a_core
from tests.ui.desks import dialogs_of, notices_of, put_on_screen
from tests.ui.english import english
from tests.ui.typing_in import type_text
from ui.pages.draft_places import waiting_places
from ui.pages.page import Desk
from ui.pages.registers_page import FORM, IN, NEW, RegistersPage
from ui.theme.room import Room
from ui.widgets.editors import ChoiceField, LineField


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(2017, rules(), {})
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[RegistersPage]:
    page = RegistersPage(core, desk)
    put_on_screen(qtbot, page, core)
    yield page
    page.leave()
    qtbot.waitUntil(lambda: not desk.runner.busy())


def click(page: RegistersPage, name: str) -> None:
    (button,) = [one for one in page.findChildren(QPushButton, name) if one.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(page: RegistersPage, name: str, text: str) -> None:
    (field,) = [one for one in page.findChildren(LineField, name) if one.isVisible()]
    field.setFocus()
    field.selectAll()
    type_text(field, text)


def primaries(page: RegistersPage) -> list[str]:
    names = ("addIncoming", "saveIncoming", "explainGap")
    return [one for one in names if any(w.isVisible() for w in page.findChildren(QWidget, one))]


def enter_letter(page: RegistersPage) -> None:
    page.open_at(NEW, "")
    write(page, "received_on", "20/11/2017")
    write(page, "number", "31-CV/ĐU")
    write(page, "dated_on", "18/11/2017")
    write(page, "subject_line", "gợi ý kiểm điểm")
    choice = page.findChild(ChoiceField, "enteredAs")
    assert choice is not None
    choice.set_value("suggestion_letter")
    click(page, "saveIncoming")


def test_a_letter_is_typed_once_for_register_and_review(page: RegistersPage, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    page.tabs.choose(IN)
    assert primaries(page) == ["addIncoming"]
    click(page, "addIncoming")
    assert primaries(page) == ["saveIncoming"]
    enter_letter(page)
    (letter,) = core.review.whole(2017).suggestion_letters
    assert (letter.number, str(letter.received_on)) == ("31-CV/ĐU", "2017-11-20")
    assert heard[-1].words == "Đã lưu văn bản đến số 01."
    assert heard[-1].link == "Hoàn tác"
    assert core.drafts.waiting() == []
    assert primaries(page) == ["addIncoming"]
    core.history.undo()
    assert core.review.whole(2017).suggestion_letters == ()
    assert core.review.incoming_papers.lines(2017) == ()


def test_a_paper_is_called_as_the_rules_of_its_own_year_call_it(page: RegistersPage, core: Core) -> None:
    issued = [core.papers.issue(core.papers.add("submission", year, {}).uid) for year in (2017, 2026)]
    page.refresh()
    titles = [page._title_of(one.model_copy(update={"kind": "cell_tally"})) for one in issued]  # noqa: SLF001  what list and card ask
    assert titles == ["Biên bản kiểm phiếu phân loại chi bộ", "Biên bản kiểm phiếu xếp loại chi bộ"]
    assert [page.out.table.words(one, page.out.kind.columns[2]) for one in page.out.table.shown()] == [
        "Tờ trình", "Tờ trình",
    ]  # fmt: skip


def test_an_edit_in_the_register_reaches_the_review(page: RegistersPage, core: Core) -> None:
    enter_letter(page)
    write(page, "number", "32-CV/ĐU")
    assert primaries(page) == ["saveIncoming"]
    click(page, "saveIncoming")
    assert [one.number for one in core.review.whole(2017).suggestion_letters] == ["32-CV/ĐU"]


def test_a_letter_of_the_review_is_registered_without_typing_it_again(
    page: RegistersPage, core: Core
) -> None:
    letter = core.review.suggestions.add_letter(2017, {"number": "12-CV/ĐU", "received_on": "2017-11-17"})
    page.open_at(letter.uid, "")
    assert "Chưa vào sổ" in page.came.table.words(page.came.table.shown()[0], page.came.kind.columns[0])
    click(page, "saveIncoming")
    (line,) = core.review.incoming_papers.lines(2017)
    assert (line.number, line.said("number"), line.said("subject_line")) == (1, "12-CV/ĐU", "Gợi ý kiểm điểm")


def test_what_is_wrong_stands_under_its_field_and_what_was_typed_is_kept(
    page: RegistersPage, core: Core
) -> None:
    page.open_at(NEW, "")
    write(page, "received_on", "31/02/2017")
    click(page, "saveIncoming")
    assert page.editor.form.binder.row("received_on").problem() == "Không có ngày này trong lịch."
    assert core.review.incoming_papers.lines(2017) == ()
    page.leave()
    assert core.drafts.find(FORM, "new-2017") is not None
    (place,) = waiting_places(core)
    assert (place.page, place.subject, place.year) == ("registers", NEW, 2017)
    click(page, "cancelIncoming")
    assert core.drafts.find(FORM, "new-2017") is None


def test_a_line_is_taken_out_and_comes_back(page: RegistersPage, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    enter_letter(page)
    click(page, "removeIncoming")
    assert heard[-1].words == "Đã bỏ văn bản đến số 01 khỏi sổ."
    assert [line.number for line in core.review.incoming_papers.lines(2017)] == [None]
    core.history.undo()
    assert [line.number for line in core.review.incoming_papers.lines(2017)] == [1]


def with_gap(core: Core) -> None:
    core.papers.issue(core.papers.add("submission", 2017, {}).uid)
    core.numbers.begin_after("TTr", "2")
    core.papers.issue(core.papers.add("submission", 2017, {"subject_line": "về việc thử"}).uid)


def test_a_missing_number_gets_its_reason(page: RegistersPage, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    with_gap(core)
    page.open_at("TTr 2", "")
    write(page, "gapNote", "gửi gấp")
    click(page, "explainGap")
    gap = core.numbers.register()[1].gap
    assert gap is not None
    assert (gap.reason, gap.note) == ("on_paper", "gửi gấp")
    assert heard[-1].words == "Đã ghi lý do của số 02-TTr/CB."
    click(page, "forgetGap")
    assert core.numbers.register()[1].is_unexplained


def test_the_register_of_the_term_leaves_with_its_gaps_named(
    qtbot: QtBot, page: RegistersPage, core: Core, desk: Desk, tmp_path: Path
) -> None:
    with_gap(core)
    core.numbers.explain("TTr", 2, {"reason": "cancelled"})
    dialogs_of(desk).paths = [tmp_path / "so.xlsx"]
    click(page, "excelRegister")
    qtbot.waitUntil((tmp_path / "so.xlsx").exists)
    qtbot.waitUntil(lambda: not desk.runner.busy())
    sheet = openpyxl.load_workbook(tmp_path / "so.xlsx").active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert rows[0][0] == "Sổ đăng ký văn bản đi"
    start = next(at for at, row in enumerate(rows) if row[0] == "Số, ký hiệu")
    assert [(row[0], row[2]) for row in rows[start + 1 :]] == [
        ("Số 01-TTr/CB", "Tờ trình"),
        ("Số 02-TTr/CB", "Không có văn bản"),
        ("Số 03-TTr/CB", "Tờ trình về việc thử"),
    ]
    assert "Đã hủy trước khi gửi" in {cell for row in rows for cell in row}


def test_a_paper_is_opened_from_its_number(page: RegistersPage, core: Core) -> None:
    with_gap(core)
    page.open_at("TTr 3", "")
    asked: list[tuple[str, str, str]] = []
    page.opened.connect(lambda *place: asked.append(place))
    click(page, "openPaper")
    assert asked == [("papers", core.numbers.register()[2].paper.uid, "")]  # type: ignore[union-attr]  # it bears one


@pytest.mark.parametrize("room", Room)
def test_no_english_in_any_layout(page: RegistersPage, core: Core, room: Room) -> None:
    with_gap(core)
    core.review.incoming_papers.add(2017, {"subject_line": "mời họp"})
    page.fit(room)
    for tab in (0, 1):
        page.tabs.choose(tab)
        assert english(page, {"TTr"}) == []


def test_the_head_tells_how_many_wait(page: RegistersPage, core: Core) -> None:
    with_gap(core)
    core.review.incoming_papers.add(2017, {"subject_line": "mời họp"})
    said = {label.text() for label in page.findChildren(QLabel)}
    assert "Từ đầu nhiệm kỳ: 2 số đã cấp, 1 số không có văn bản, 1 số chưa ghi lý do" in said
    page.tabs.choose(IN)
    said = {label.text() for label in page.findChildren(QLabel)}
    assert "Năm 2017: 1 văn bản đến, 1 chưa giải quyết xong" in said
