"""Văn bản: a paper is prepared beside its real page, stored on leaving a field, issued once and for ever."""

import datetime as dt
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.domain.outgoing_papers import OutgoingPaper
from tests.builders import MEMBER, a_core
from tests.conftest import LogWatch
from tests.services.review_acts import rules_of_the_year
from tests.sizes import report
from tests.ui.desks import dialogs_of, notices_of, put_on_screen
from tests.ui.doubles import RecordedOpener, RecordedPrinting
from tests.ui.english import english
from tests.ui.typing_in import type_text
from ui.dialogs.new_paper import NewPaperDialog
from ui.pages.factory import search_in
from ui.pages.page import Desk
from ui.pages.papers_page import FORM, PapersPage
from ui.texts import fields, lists, paper_sets
from ui.texts import papers as words
from ui.theme.room import Room
from ui.widgets.acts_menu import ActsMenu
from ui.widgets.editors import LineField
from ui.widgets.field_row import FieldRow
from ui.widgets.tabs import Tabs

# The offscreen screen has no stack of windows and no keyboard to grab for a menu.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.members.add(MEMBER)
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[PapersPage]:
    page = PapersPage(core, desk)
    put_on_screen(qtbot, page, core)
    yield page
    page.leave()
    qtbot.waitUntil(lambda: not desk.runner.busy())


def part(page: PapersPage, kind: type[QWidget], name: str) -> QWidget:
    found = [one for one in page.findChildren(kind, name) if one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def click(page: PapersPage, name: str) -> None:
    QTest.mouseClick(part(page, QPushButton, name), Qt.MouseButton.LeftButton)


def acts_menu(page: PapersPage) -> ActsMenu:
    menu = part(page, ActsMenu, "paperTogether")
    assert isinstance(menu, ActsMenu)
    return menu


def choose_act(page: PapersPage, said: str) -> None:
    """Choose from the menu of acts on the chosen papers."""
    menu = acts_menu(page).menu_now()
    next(action for action in menu.actions() if action.text() == said).trigger()
    menu.deleteLater()


def begin(qtbot: QtBot, page: PapersPage, title: str) -> None:
    click(page, "firstPaper")
    dialog = page.findChild(NewPaperDialog)
    assert dialog is not None
    dialog.search.setText(title)
    dialog.search.returnPressed.emit()
    qtbot.waitUntil(lambda: page.findChild(NewPaperDialog) is None)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def only(core: Core) -> OutgoingPaper:
    (paper,) = core.papers.list(2017)
    return paper


def test_the_first_paper_is_begun_and_its_page_appears(qtbot: QtBot, page: PapersPage, core: Core) -> None:
    begin(qtbot, page, "Tờ trình")

    assert only(core).kind == "submission"
    qtbot.waitUntil(lambda: page.body.page.page_count() == 1)


def test_each_kind_asks_only_for_what_it_prints(qtbot: QtBot, page: PapersPage) -> None:
    begin(qtbot, page, "Danh sách đảng viên")

    shown = {name for name in fields.PAPER if any(w.isVisible() for w in page.findChildren(QWidget, name))}
    assert shown == {"dated_on", "signer", "signer_name"}


def test_what_is_typed_is_stored_on_leaving_the_field_as_one_step(
    qtbot: QtBot, page: PapersPage, core: Core
) -> None:
    begin(qtbot, page, "Tờ trình")
    type_text(part(page, QPlainTextEdit, "body"), "Chi bộ đã kiểm điểm.")
    assert only(core).body == ""

    part(page, LineField, "addressee").setFocus()

    assert only(core).body == "Chi bộ đã kiểm điểm."
    assert "5 chữ · 20 ký tự · đã lưu 16:00:00" in {
        label.text() for label in page.findChildren(QLabel) if label.isVisible()
    }
    assert core.drafts.find(FORM, only(core).uid) is None
    core.history.undo()
    assert only(core).body == ""
    body = part(page, QPlainTextEdit, "body")
    assert isinstance(body, QPlainTextEdit)
    assert body.toPlainText() == ""


def test_a_wrong_date_is_told_under_its_field_and_kept_as_a_draft(
    qtbot: QtBot, page: PapersPage, core: Core
) -> None:
    begin(qtbot, page, "Tờ trình")
    dated = part(page, LineField, "dated_on")
    assert isinstance(dated, LineField)
    dated.setFocus()
    dated.selectAll()
    type_text(dated, "31/02/2017")
    part(page, LineField, "addressee").setFocus()

    editor = page.body.editor
    assert editor.binder.row("dated_on").problem() == "Không có ngày này trong lịch."
    kept = core.drafts.find(FORM, only(core).uid)
    assert kept is not None
    assert kept["dated_on"] == "31/02/2017"
    assert only(core).dated_on.isoformat() == "2017-12-06"
    click(page, "issuePaper")
    assert not only(core).is_issued


def test_a_draft_that_could_not_be_stored_comes_back(qtbot: QtBot, core: Core, desk: Desk) -> None:
    paper = core.papers.add("submission", 2017, {})
    core.drafts.keep(FORM, paper.uid, {"dated_on": "mai", "body": "gõ dở"})
    page = PapersPage(core, desk)
    qtbot.addWidget(page)
    page.show_year(2017)

    assert page.body.editor.binder.values()["body"] == "gõ dở"
    page.leave()
    qtbot.waitUntil(lambda: not desk.runner.busy())


def test_issuing_is_asked_for_gives_the_number_and_locks_the_paper(
    qtbot: QtBot, page: PapersPage, core: Core, desk: Desk
) -> None:
    heard = notices_of(desk)
    begin(qtbot, page, "Tờ trình")
    dialogs_of(desk).answers = [False, True]
    click(page, "issuePaper")
    assert not only(core).is_issued

    click(page, "issuePaper")

    assert only(core).number == 1
    asked = dialogs_of(desk).asked[-1]
    assert "không hoàn tác" in asked.words
    assert (asked.act, asked.keep) == ("Cấp số và phát hành", "Giữ lại")
    assert heard[-1].words == "Đã phát hành tờ trình số 01-TTr/CB."
    assert not part(page, LineField, "addressee").isEnabled()
    assert [b.objectName() for b in page.findChildren(QPushButton) if b.isVisible()].count("issuePaper") == 0
    assert core.history.undo_action != "paper.issue"


def test_an_unnumbered_paper_is_issued_without_a_number(
    qtbot: QtBot, page: PapersPage, core: Core, desk: Desk
) -> None:
    begin(qtbot, page, "Danh sách đảng viên")
    issue = part(page, QPushButton, "issuePaper")
    assert isinstance(issue, QPushButton)
    assert issue.text() == "Phát hành"
    dialogs_of(desk).answers = [True]

    click(page, "issuePaper")

    assert (only(core).is_issued, only(core).number) == (True, None)


def test_the_page_follows_what_is_typed(qtbot: QtBot, page: PapersPage, core: Core) -> None:
    begin(qtbot, page, "Tờ trình")
    preview = page._preview  # noqa: SLF001  its signal says when a page is ready
    qtbot.waitUntil(lambda: page.body.page.page_count() == 1)
    with qtbot.waitSignal(preview.made, timeout=20_000, check_params_cb=lambda _, pages: len(pages) > 1):
        type_text(part(page, QPlainTextEdit, "body"), "dài " * 1200)

    assert only(core).body == ""


def test_a_paper_undone_while_its_page_is_made_gives_no_message(
    qtbot: QtBot, page: PapersPage, core: Core, desk: Desk, log_watch: LogWatch
) -> None:
    heard = notices_of(desk)
    gate = threading.Event()
    for _ in range(3):
        desk.runner.wait_for(lambda _progress: gate.wait(20))
    begin(qtbot, page, "Tờ trình")
    said = len(heard)
    core.history.undo()
    gate.set()
    qtbot.waitUntil(lambda: not desk.runner.busy(), timeout=20_000)

    assert core.papers.list(2017) == ()
    assert heard[said:] == []
    assert log_watch.take() == []


def test_both_files_are_written_and_the_folder_can_be_opened(
    qtbot: QtBot, page: PapersPage, desk: Desk, tmp_path: Path
) -> None:
    heard = notices_of(desk)
    begin(qtbot, page, "Tờ trình")
    dialogs_of(desk).paths = [tmp_path / "ra"]
    click(page, "writePaper")
    qtbot.waitUntil(lambda: bool(heard))

    assert sorted(path.suffix for path in (tmp_path / "ra").iterdir()) == [".docx", ".pdf"]
    act = heard[-1].act
    assert act is not None
    act()
    assert isinstance(desk.opener, RecordedOpener)
    assert desk.opener.opened == [tmp_path / "ra"]


def test_printing_prints_the_pages_of_the_preview(qtbot: QtBot, page: PapersPage, desk: Desk) -> None:
    begin(qtbot, page, "Tờ trình")
    click(page, "printPaper")
    printing = desk.printing
    assert isinstance(printing, RecordedPrinting)
    qtbot.waitUntil(lambda: printing.printed == [1])


def test_a_draft_goes_to_the_trash_and_comes_back(
    qtbot: QtBot, page: PapersPage, core: Core, desk: Desk
) -> None:
    heard = notices_of(desk)
    begin(qtbot, page, "Tờ trình")
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert core.papers.list(2017) == ()
    assert heard[-1].link == "Hoàn tác"

    page.list.tools.chips.choose("trash")
    click(page, "restorePaper")

    assert only(core).trashed_on is None


def test_another_page_can_ask_for_a_kind(page: PapersPage, core: Core) -> None:
    page.open_at("member_list", "")
    first = only(core)
    page.open_at("member_list", "")

    assert (first.kind, only(core).uid) == ("member_list", first.uid)


def test_another_year_has_papers_of_its_own(page: PapersPage, core: Core) -> None:
    core.papers.add("submission", 2017, {})
    core.years.open(2018)
    page.show_year(2018)

    assert page.list.current() is None
    assert page._head.facts() == words.FACTS.format(year=2018, issued=0, drafts=0)  # noqa: SLF001  what is seen has no name


@pytest.mark.parametrize("room", Room)
def test_no_english_in_any_layout(page: PapersPage, core: Core, room: Room) -> None:
    assert english(page) == []
    core.papers.issue(core.papers.add("submission", 2017, {}).uid)
    core.papers.add("member_list", 2017, {})
    page.fit(room)

    assert english(page, {"TTr"}) == []


def test_a_narrow_window_shows_form_and_page_as_tabs(qtbot: QtBot, page: PapersPage) -> None:
    begin(qtbot, page, "Tờ trình")
    page.fit(Room.NARROW)
    body = page.body
    assert (body.editor.isVisible(), body.page.isVisible()) == (True, False)
    tabs = page.findChild(Tabs, "paperTabs")
    assert tabs is not None
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert (body.editor.isVisible(), body.page.isVisible()) == (False, True)


def test_below_760_the_paper_takes_the_place_of_the_register(qtbot: QtBot, page: PapersPage) -> None:
    begin(qtbot, page, "Tờ trình")
    page.fit(Room.CARD_ALONE)
    page.open_at("submission", "")
    assert not page.list.view.isVisible()
    click(page, "backToList")
    assert page.list.view.isVisible()


def test_kinds_are_called_by_the_words_of_the_year(page: PapersPage, core: Core) -> None:
    core.review.cycles.begin(2017, rules_of_the_year(), {})
    page.show_year(2017)
    click(page, "firstPaper")
    dialog = page.findChild(NewPaperDialog)
    assert dialog is not None
    shown = [dialog.kinds.item(row).text() for row in range(dialog.kinds.count())]

    dialog.reject()

    assert any("phân loại đảng viên" in text for text in shown)
    assert not any("xếp loại đảng viên" in text for text in shown)


def test_every_paper_field_is_printed_by_the_kind_that_asks_for_it(core: Core) -> None:
    changed = {
        "dated_on": "05/12/2017",
        "signer": "deputy_secretary",
        "signer_name": "Phạm Văn C",
        "addressee": "Đảng ủy xã Thử",
        "subject_line": "về việc thử",
        "body": "Một đoạn thử.",
        "recipients": "Ban Thử",
    }
    for kind in core.papers.offered.kinds():
        about = next(iter(core.papers.offered.abouts(kind.code, 2017)), None)
        if about is None:
            continue
        paper = core.papers.add(kind.code, 2017, {"target": about.target, "about": about.about})
        plain = core.papers.preview(paper.uid)
        for field in kind.fields:
            typed = {field: changed[field]}
            assert core.papers.preview(paper.uid, typed=typed) != plain, (kind.code, field)


@pytest.mark.fault("E06")
@pytest.mark.parametrize(
    "pasted",
    ["x" * 10_485_760, "nguyễn văn " * 953_252, "dòng\n" * 2_097_152],
    ids=["one word", "one line", "lines"],
)
def test_ten_megabytes_in_a_text_are_refused_with_their_number(
    qtbot: QtBot, page: PapersPage, core: Core, pasted: str
) -> None:
    begin(qtbot, page, "Tờ trình")
    body = part(page, QPlainTextEdit, "body")
    assert isinstance(body, QPlainTextEdit)
    body.setFocus()
    type_text(body, "Kính gửi ")
    QGuiApplication.clipboard().setText(pasted)
    started = time.perf_counter()
    body.paste()
    body.grab()
    report("E06", letters=len(pasted), longest_freeze_ms=round(1000 * (time.perf_counter() - started)))
    row = body.parentWidget()
    assert isinstance(row, FieldRow)
    assert f"sẽ thành {len(pasted) + 9} chữ, ô này nhận tối đa 20000 chữ" in row.problem()
    part(page, LineField, "signer_name").setFocus()
    qtbot.waitUntil(lambda: only(core).body == "Kính gửi ")


def test_a_text_that_is_merely_too_long_goes_in_whole_and_is_told(qtbot: QtBot, page: PapersPage) -> None:
    begin(qtbot, page, "Tờ trình")
    body = part(page, QPlainTextEdit, "body")
    assert isinstance(body, QPlainTextEdit)
    QGuiApplication.clipboard().setText("x" * 40_000)
    body.setFocus()
    body.paste()
    part(page, LineField, "signer_name").setFocus()
    row = body.parentWidget()
    assert isinstance(row, FieldRow)
    assert (len(body.toPlainText()), row.problem()) == (40_000, "Dài quá: tối đa 20000 chữ (đang có 40000).")


def several(core: Core, page: PapersPage) -> None:
    core.papers.issue(core.papers.add("submission", 2017, {"subject_line": "về việc nộp danh sách"}).uid)
    core.papers.add("submission", 2017, {"subject_line": "báo cáo kết quả"})
    core.papers.add("member_list", 2017, {})
    page.refresh()


def from_menu(page: PapersPage, *way: str) -> None:
    click(page, "paperMore")
    menu = next(one for one in page.findChildren(QMenu) if one.isVisible())
    found = menu
    for words_of in way:
        action = next(one for one in found.actions() if one.text() == words_of)
        inner = action.menu()
        found = inner if isinstance(inner, QMenu) else found
    action.trigger()
    menu.close()


def test_the_register_leaves_for_excel_as_it_is_shown(
    qtbot: QtBot, page: PapersPage, core: Core, desk: Desk, tmp_path: Path
) -> None:
    several(core, page)
    from_menu(page, "Xếp theo", "Trích yếu, từ dưới lên")
    page.list.tools.search.setText("to trinh")
    dialogs_of(desk).paths = [tmp_path / "so-van-ban.xlsx"]
    from_menu(page, "Lưu ra Excel")
    qtbot.waitUntil((tmp_path / "so-van-ban.xlsx").exists)
    qtbot.waitUntil(lambda: not desk.runner.busy())
    sheet = openpyxl.load_workbook(tmp_path / "so-van-ban.xlsx").active
    assert sheet is not None
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    start = next(at for at, row in enumerate(rows) if row[0] == "Số, ký hiệu")
    assert rows[0][0] == "Sổ đăng ký văn bản đi"
    assert [row[0] for row in rows[2:start] if row[0]] == [
        "Năm 2017",
        "Tìm “to trinh”.",
        "Xếp theo trích yếu, từ dưới lên.",
        "2 văn bản, lập ngày 06/12/2017.",
    ]
    assert [[row[0], row[2], row[4], row[7]] for row in rows[start + 1 :]] == [
        ["Số 01-TTr/CB", "Tờ trình", "về việc nộp danh sách", "Đã phát hành"],
        [None, "Tờ trình", "báo cáo kết quả", "Đang soạn"],
    ]
    assert {row[1] for row in rows[start + 1 :]} == {dt.datetime(2017, 12, 6)}  # noqa: DTZ001  as Excel has it


def test_several_papers_go_to_the_trash_but_issued_ones_stay(
    page: PapersPage, core: Core, desk: Desk
) -> None:
    heard = notices_of(desk)
    several(core, page)
    page.list.view.setFocus()
    QTest.keyClick(page.list.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert [one.is_issued for one in core.papers.list(2017)] == [True]
    assert heard[-1].words == "Đã đưa 2 văn bản vào thùng rác, giữ 30 ngày."
    core.history.undo()
    page.refresh()
    assert len(core.papers.list(2017)) == 3


def test_columns_of_the_register_are_chosen_for_paper_and_excel(page: PapersPage, core: Core) -> None:
    several(core, page)
    page.list.columns.lend(["kind", "number"])
    listing = page.list.listing()
    assert [column.title for column in listing.columns] == ["Tên loại", "Số, ký hiệu"]
    assert listing.rows[-1] == ("Tờ trình", "Số 01-TTr/CB")


def people(core: Core, *names: str) -> None:
    for name in names:
        core.members.add({**MEMBER, "full_name": name, "card_number": ""})


def the_dialog(page: PapersPage) -> NewPaperDialog:
    click(page, "firstPaper" if page.findChild(QPushButton, "firstPaper").isVisible() else "newPaper")  # type: ignore[union-attr]  # it is there
    return next(one for one in page.findChildren(NewPaperDialog) if one.isVisible())


def titles(dialog: NewPaperDialog) -> list[str]:
    return [dialog.kinds.item(row).text() for row in range(dialog.kinds.count())]


def test_kinds_stand_under_the_steps_of_the_year_and_are_found_by_typing(page: PapersPage) -> None:
    dialog = the_dialog(page)
    shown = titles(dialog)
    assert shown.index("Chuẩn bị") < shown.index("Danh sách đảng viên") < shown.index("Báo cáo, khắc phục")
    assert shown.index("Báo cáo, khắc phục") < shown.index("Tờ trình (TTr)")
    dialog.search.setText("bản kiem diem ca nhan")
    assert titles(dialog) == ["Viết bản kiểm điểm, báo cáo", "Bản kiểm điểm cá nhân"]
    dialog.search.setText("không có đâu")
    assert titles(dialog) == []
    begin_button = dialog.findChild(QPushButton, "newPaperBegin")
    assert begin_button is not None
    assert not begin_button.isEnabled()
    dialog.reject()


def test_one_for_everybody_is_begun_in_one_step_and_taken_back(
    page: PapersPage, core: Core, desk: Desk
) -> None:
    heard = notices_of(desk)
    people(core, "Trần Thị Thử", "Lê Văn Giả")
    dialog = the_dialog(page)
    dialog.choose("self_review")
    begin_button = dialog.findChild(QPushButton, "newPaperBegin")
    assert begin_button is not None
    assert begin_button.text() == "Lập cho cả chi bộ: 3 bản"
    begin_button.click()
    assert heard[-1].words == "Đã lập 3 văn bản: bản kiểm điểm cá nhân."
    assert {page._said.about(one) for one in core.papers.list(2017)} >= {"Trần Thị Thử", "Lê Văn Giả"}  # noqa: SLF001  what is seen has no name
    assert heard[-1].link == "Hoàn tác"
    core.history.undo()
    assert core.papers.list(2017) == ()


def test_whom_a_paper_is_there_for_is_not_ticked_again(page: PapersPage, core: Core) -> None:
    people(core, "Trần Thị Thử")
    (about, *_rest) = core.papers.offered.abouts("self_review", 2017)
    core.papers.sets.add("self_review", 2017, [about])
    dialog = the_dialog(page)
    dialog.choose("self_review")
    ticked = [
        dialog.people.item(row).text()
        for row in range(dialog.people.count())
        if dialog.people.item(row).checkState() is Qt.CheckState.Checked
    ]
    assert len(ticked) == 1
    assert about.name not in ticked[0]
    assert f"{about.name} – đang soạn" in [
        dialog.people.item(row).text() for row in range(dialog.people.count())
    ]
    dialog.reject()


def test_several_are_issued_printed_and_written_at_once(
    qtbot: QtBot, page: PapersPage, core: Core, desk: Desk, tmp_path: Path
) -> None:
    heard = notices_of(desk)
    people(core, "Trần Thị Thử")
    core.papers.sets.add("self_review", 2017, core.papers.offered.abouts("self_review", 2017))
    core.papers.add("submission", 2017, {})
    page.refresh()
    page.list.view.selectAll()
    dialogs_of(desk).answers = [True]
    choose_act(page, paper_sets.ISSUE)
    assert all(one.is_issued for one in core.papers.list(2017))
    assert heard[-1].words == "Đã phát hành 3 văn bản."
    assert "1 văn bản có đánh số" in dialogs_of(desk).asked[-1].words

    page.list.view.selectAll()
    dialogs_of(desk).paths = [tmp_path / "ra"]
    choose_act(page, paper_sets.WRITE)
    qtbot.waitUntil(lambda: heard[-1].words == "Đã lưu Word và PDF của 3 văn bản.", timeout=20_000)
    assert len(list((tmp_path / "ra").iterdir())) == 6
    qtbot.waitUntil(lambda: not desk.runner.busy())
    choose_act(page, paper_sets.PRINT)
    printing = desk.printing
    assert isinstance(printing, RecordedPrinting)
    qtbot.waitUntil(lambda: bool(printing.printed), timeout=20_000)
    assert printing.printed[0] >= 5


def test_nothing_is_asked_where_nothing_can_be_issued(page: PapersPage, core: Core, desk: Desk) -> None:
    heard = notices_of(desk)
    page.acts.issue([core.papers.issue(core.papers.add("submission", 2017, {}).uid)])
    assert heard[-1].words == "Các văn bản đã chọn đều đã phát hành hoặc ở trong thùng rác."


def test_an_issued_paper_gets_a_later_version_and_the_list_says_which_is_in_use(
    page: PapersPage, core: Core
) -> None:
    first = core.papers.issue(core.papers.add("submission", 2017, {"dated_on": "2017-12-04"}).uid)
    page.refresh()
    click(page, "renewPaper")
    (later,) = [one for one in core.papers.list(2017) if not one.is_issued]
    said = page._said  # noqa: SLF001  what is seen has no name
    assert said.status(later) == "Đang soạn, thay cho số 01-TTr/CB, ngày 04/12/2017"
    assert said.status(first) == "Đã phát hành"
    core.papers.issue(later.uid)
    assert said.status(first) == "Đã có bản thay thế: số 02-TTr/CB, ngày 06/12/2017"
    assert said.status(core.papers.get(later.uid)).startswith("Đã phát hành, bản đang dùng")
    page.list.go_to(later.uid)
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any("thay cho số 01-TTr/CB, ngày 04/12/2017" in text for text in shown)


def test_a_paper_is_found_by_the_person_it_is_about(page: PapersPage, core: Core) -> None:
    people(core, "Trần Thị Thử", "Lê Văn Mẫu")
    core.papers.sets.add("self_review", 2017, core.papers.offered.abouts("self_review", 2017))
    page.refresh()
    page.list.tools.search.setText("tran thi thu")
    assert [one.target for one in page.list.table.shown()] == [
        next(one.uid for one in core.members.list() if one.full_name == "Trần Thị Thử")
    ]
    hits = search_in(core, lambda: 2017)("tran thi thu")
    assert {hit.page for hit in hits} == {"members", "papers"}
    assert any("Trần Thị Thử" in hit.words for hit in hits if hit.page == "papers")


def test_the_menu_offers_what_can_be_done_with_the_chosen_papers(page: PapersPage, core: Core) -> None:
    for subject in ("về việc thử", "về việc thử lại"):
        core.papers.add("submission", 2017, {"subject_line": subject})
    page.refresh()
    page.list.view.selectAll()

    own, listed = [paper_sets.ISSUE, paper_sets.PRINT, paper_sets.WRITE], [lists.PRINT, lists.EXCEL]
    assert offered(page) == [*own, *listed, lists.TO_TRASH, lists.CHOOSE_NONE]
    choose_act(page, lists.TO_TRASH)
    page.refresh()
    page.list.tools.chips.choose("trash")
    page.list.view.selectAll()
    assert offered(page) == [lists.PRINT, lists.EXCEL, lists.TAKE_BACK, lists.CHOOSE_NONE]
    choose_act(page, lists.TAKE_BACK)
    assert not core.papers.list(2017, in_trash=True)


def offered(page: PapersPage) -> list[str]:
    menu = acts_menu(page).menu_now()
    said = [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.deleteLater()
    return said
