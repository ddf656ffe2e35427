"""Mẫu của cấp trên in the window: taken in, marked by clicks and keys, tried, used, ours again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import Core, load_cell
from app.papers.committee.model import marks_of
from app.year.dump import dump
from tests.builders import PASSWORD, SteadyClock, seams
from tests.conftest import LogWatch
from tests.papers.committee import finding, samples
from tests.papers.samples import whole_year
from tests.storage.test_failing_disk import leave_pages
from tests.ui.desks import dialogs_of, notices_of, put_on_screen
from tests.ui.hands import click, shown, write
from tests.ui.opened import found
from tests.ui.typing_in import type_text
from ui.dialogs.form_taking import FormTakingDialog
from ui.pages.committee_forms_page import FormsPage
from ui.pages.form_trial import FormTrial
from ui.pages.page import Desk
from ui.texts import committee_forms as words
from ui.widgets.form_paper import FormPaper
from ui.widgets.labels import StateLine

YEAR = 2017


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    opened, _ = load_cell(tmp_path / "so", PASSWORD, dump(whole_year(YEAR)), seams(SteadyClock()))
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[FormsPage]:
    page = FormsPage(core, desk)
    put_on_screen(qtbot, page, core)
    yield page
    page.leave()
    qtbot.waitUntil(lambda: not desk.runner.busy())


def take(qtbot: QtBot, page: FormsPage, desk: Desk, path: Path, kind: str = "level_summary") -> None:
    """Take a file in as the secretary does: the file, the kind, the two fields."""
    dialogs_of(desk).paths.append(path)
    name = "takeNewForm" if page.list.count() else "emptyStep"
    click(page, name)
    qtbot.waitUntil(lambda: bool(page.window().findChildren(FormTakingDialog)))
    dialog = page.window().findChildren(FormTakingDialog)[-1]
    dialog.choose_kind(kind)
    click(dialog, "takeForm")
    qtbot.waitUntil(lambda: not desk.runner.busy() and bool(page.desk.paper.places()))


def pick(page: FormsPage, words: str) -> None:
    """Search for a field and take the first one found."""
    page.desk.panel.search.begin()
    type_text(page.desk.panel.search, words)
    QTest.keyClick(page.desk.panel.search, Qt.Key.Key_Return)
    page.desk.panel.search.clear()


@pytest.fixture
def levels(tmp_path: Path) -> Path:
    path = tmp_path / "Mẫu danh sách xếp loại.docx"
    path.write_bytes(samples.levels_form())
    return path


def test_a_form_is_taken_in_marked_and_used(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, levels: Path, tmp_path: Path
) -> None:
    take(qtbot, page, desk, levels)
    (form,) = core.forms.list(YEAR)
    assert (form.name, form.sender, form.version) == ("Mẫu danh sách xếp loại", "Đảng ủy xã Mẫu", 1)

    view = core.forms.marking.whole(form.uid).view
    row = finding.table(view, "Họ và tên").rows[2]
    page.desk.paper.choose(finding.cell(row, 0))
    for typed in ("so thu tu", "ho va ten", "nam sinh", "tu nhan", "de nghi"):
        pick(page, typed)
    page.desk.paper.choose(finding.cell(row, 0))
    click(page, "repeatRow")
    page.desk.paper.choose(finding.behind(view, "Chi bộ: "))
    pick(page, "ten chi bo")
    marks = core.forms.marks(core.forms.list(YEAR)[0])
    assert sorted(marks.places.values()) == [
        "cell.name", "row.born", "row.level", "row.name", "row.place", "row.self_level"
    ]  # fmt: skip
    assert list(marks.rows) == [row.at]

    click(page, "useForm")

    assert [one.in_use for one in core.forms.list(YEAR)] == [True]
    assert shown(page, "backToOurs")
    written, _ = core.papers.write(core.papers.add("level_summary", YEAR, {}).uid, tmp_path / "ra")
    assert len(docx.Document(str(written)).tables[0].rows) == 2 + len(core.members.list())
    click(page, "backToOurs")
    assert [one.in_use for one in core.forms.list(YEAR)] == [False]


def in_hand(qtbot: QtBot, page: FormsPage) -> FormPaper:
    """Return the form as it stands on the page, with the keyboard in it."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.desk.paper.setFocus()
    return page.desk.paper


def test_keys_lead_from_place_to_place(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, levels: Path
) -> None:
    take(qtbot, page, desk, levels)
    paper = in_hand(qtbot, page)
    QTest.keyClick(paper, Qt.Key.Key_Down)
    assert paper.current() == paper.places()[0]
    QTest.keyClick(paper, Qt.Key.Key_Down)
    QTest.keyClick(paper, Qt.Key.Key_Down)
    QTest.keyClick(paper, Qt.Key.Key_Up)
    assert paper.current() == paper.places()[1]
    QTest.keyClick(paper, Qt.Key.Key_Return)
    assert page.desk.panel.search.hasFocus()
    pick(page, "ten chi bo")
    at = next(iter(core.forms.marks(core.forms.list(YEAR)[0]).places))
    paper.choose(at)
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_Delete)
    assert core.forms.marks(core.forms.list(YEAR)[0]).places == {}


def test_words_chosen_with_the_mouse_become_a_place(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, levels: Path
) -> None:
    take(qtbot, page, desk, levels)
    cursor = page.desk.paper.document().find("DANH SÁCH")
    page.desk.paper.setTextCursor(cursor)

    assert "DANH SÁCH" in page.desk.panel.words()
    pick(page, "ten van ban")

    assert core.forms.marks(core.forms.list(YEAR)[0]).places == {"document/0/0-9": "paper.title"}
    assert "Tên văn bản" in page.desk.paper.toPlainText()


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
RIGHT, LEFT, UP, DOWN = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down
END, HOME = Qt.Key.Key_End, Qt.Key.Key_Home


def keyed(page: FormsPage, *keys: tuple[Qt.Key, Qt.KeyboardModifier], times: int = 1) -> str:
    """Strike keys in the form and return the words that are chosen then."""
    for key, held in keys * times:
        QTest.keyClick(page.desk.paper, key, held)
    return page.desk.paper.textCursor().selectedText()


def test_words_are_chosen_by_keys_within_their_line(
    qtbot: QtBot, page: FormsPage, desk: Desk, levels: Path
) -> None:
    take(qtbot, page, desk, levels)
    page.desk.paper.choose(page.desk.paper.places()[0])

    assert keyed(page, (LEFT, CTRL)) == "NĂM"
    assert keyed(page, (LEFT, CTRL), times=7) == "SÁCH"
    assert keyed(page, (LEFT, CTRL), times=3) == "DANH"
    assert keyed(page, (RIGHT, CTRL | SHIFT)) == "DANH SÁCH"
    assert keyed(page, (RIGHT, SHIFT), times=3) == "DANH SÁCH ĐỀ"
    assert keyed(page, (LEFT, CTRL | SHIFT), times=3) == ""
    assert keyed(page, (END, SHIFT)) == "DANH SÁCH ĐỀ NGHỊ XẾP LOẠI ĐẢNG VIÊN NĂM "
    assert keyed(page, (LEFT, SHIFT), (HOME, SHIFT)) == ""
    assert keyed(page, (DOWN, CTRL)) == "Chi"
    assert keyed(page, (DOWN, CTRL)) == "TT"
    assert keyed(page, (RIGHT, SHIFT), (RIGHT, CTRL | SHIFT)) == "TT"
    assert keyed(page, (UP, CTRL), times=4) == "DANH"


def test_words_chosen_by_keys_become_a_place(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, levels: Path
) -> None:
    take(qtbot, page, desk, levels)
    paper = in_hand(qtbot, page)
    assert keyed(page, (DOWN, CTRL), (UP, CTRL), (RIGHT, CTRL | SHIFT)) == "DANH SÁCH"

    QTest.keyClick(paper, Qt.Key.Key_Return)
    assert page.desk.panel.search.hasFocus()
    assert "DANH SÁCH" in page.desk.panel.words()
    pick(page, "ten van ban")

    assert core.forms.marks(core.forms.list(YEAR)[0]).places == {"document/0/0-9": "paper.title"}
    paper.choose("document/0/0-9")
    assert keyed(page, (LEFT, SHIFT)) == ""
    assert keyed(page, (RIGHT, SHIFT), times=3) == " ĐỀ"
    QTest.keyClick(paper, UP)
    assert paper.textCursor().selectedText() == ""
    assert paper.current() == paper.places()[0]


def test_a_field_is_set_twice_only_when_asked_for(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, levels: Path
) -> None:
    take(qtbot, page, desk, levels)
    for at in page.desk.paper.places()[:2]:
        page.desk.paper.choose(at)
        dialogs_of(desk).answers[:] = [False]
        pick(page, "ten chi bo")
    assert len(core.forms.marks(core.forms.list(YEAR)[0]).places) == 1
    assert "1 chỗ" in dialogs_of(desk).asked[-1].words

    dialogs_of(desk).answers[:] = [True]
    pick(page, "ten chi bo")

    assert len(core.forms.marks(core.forms.list(YEAR)[0]).places) == 2


def test_what_is_wrong_is_told_and_the_form_is_not_used(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, tmp_path: Path
) -> None:
    path = tmp_path / "Mẫu có tên.docx"
    path.write_bytes(samples.named_form())
    take(qtbot, page, desk, path)
    assert "ma_ho_so" in page.state_words()
    notices = notices_of(desk)

    click(page, "useForm")

    assert "ma_ho_so" in notices[-1].words
    assert [one.in_use for one in core.forms.list(YEAR)] == [False]
    view = core.forms.marking.whole(core.forms.list(YEAR)[0].uid).view
    page.desk.paper.choose(finding.behind(view, "mã hồ sơ "))
    click(page, "keepPlace")
    assert "keep" in marks_of(core.forms.list(YEAR)[0].marks).places.values()
    dialogs_of(desk).answers[:] = [True]
    click(page, "useForm")
    assert "Mức đề nghị" in dialogs_of(desk).asked[-1].words
    assert [one.in_use for one in core.forms.list(YEAR)] == [True]


@pytest.mark.slow
def test_the_form_is_tried_and_its_pages_are_shown(
    qtbot: QtBot, page: FormsPage, desk: Desk, levels: Path
) -> None:
    take(qtbot, page, desk, levels)

    click(page, "tryForm")
    qtbot.waitUntil(lambda: page.trial.pages.page_count() > 0)
    page.trial.tabs.choose(1)
    qtbot.waitUntil(lambda: not desk.runner.busy())

    assert page.trial.notes.isVisible()
    click(page, "tryForm")
    assert page.desk.isVisible()


def test_what_is_tried_is_the_form_that_is_chosen_as_it_is_marked_now(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, levels: Path, tmp_path: Path
) -> None:
    take(qtbot, page, desk, levels)
    other = tmp_path / "Mẫu có tên.docx"
    other.write_bytes(samples.named_form())
    take(qtbot, page, desk, other)
    page.desk.paper.choose(page.desk.paper.places()[0])
    pick(page, "bi thu")

    def tried() -> bytes:
        qtbot.waitUntil(lambda: not desk.runner.busy() and page.trial.pages.page_count() > 0)
        return picture(page.trial)

    click(page, "tryForm")
    marked = tried()
    core.history.undo()
    bare = tried()
    page.list.setCurrentRow(0)

    assert len({marked, bare, tried()}) == 3


def picture(trial: FormTrial) -> bytes:
    """Return how the first page looks."""
    pages = [one for one in trial.pages.findChildren(QLabel) if one.accessibleName() == words.TRIED]
    return bytes(pages[0].pixmap().toImage().constBits())


def test_a_form_is_taken_into_the_year_for_which_it_was_chosen(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, levels: Path
) -> None:
    """The year is changed, and the button pressed once more, while the file is being read."""
    core.years.open(YEAR + 1)
    dialogs_of(desk).paths.append(levels)
    click(page, "emptyStep")
    page.show_year(YEAR + 1)
    click(page, "emptyStep")
    qtbot.waitUntil(lambda: bool(page.window().findChildren(FormTakingDialog)))

    click(page.window().findChildren(FormTakingDialog)[-1], "takeForm")

    assert [one.year for one in core.forms.list(YEAR)] == [YEAR]
    assert core.forms.list(YEAR + 1) == ()


def test_a_file_of_another_kind_is_refused_with_what_to_do(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, tmp_path: Path, log_watch: LogWatch
) -> None:
    path = tmp_path / "Mẫu.odt"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text")
    dialogs_of(desk).paths.append(path)
    notices = notices_of(desk)

    click(page, "emptyStep")
    qtbot.waitUntil(lambda: bool(notices))

    assert "docx" in notices[-1].words
    assert log_watch.take() == ["task failed: L-331"]
    assert core.forms.list(YEAR) == ()


def test_a_form_that_is_not_used_goes_and_comes_back(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, levels: Path
) -> None:
    take(qtbot, page, desk, levels)
    page.acts["remove"].click()
    assert core.forms.list(YEAR) == ()
    core.history.undo()
    page.refresh()
    assert [one.version for one in core.forms.list(YEAR)] == [1]


def test_the_next_year_takes_the_forms_of_the_year_before(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, levels: Path
) -> None:
    take(qtbot, page, desk, levels)
    at = page.desk.paper.places()[0]
    page.desk.paper.choose(at)
    pick(page, "nam danh gia")
    dialogs_of(desk).answers[:] = [True]
    click(page, "useForm")
    core.years.open(YEAR + 1)
    page.show_year(YEAR + 1)
    notices = notices_of(desk)

    page.acts["earlier"].click()

    (form,) = core.forms.list(YEAR + 1)
    assert (form.name, form.version, form.in_use) == ("Mẫu danh sách xếp loại", 1, False)
    assert core.forms.marks(form).places == {at: "year.this"}
    assert "2017" in notices[-1].words
    assert core.forms.earlier(YEAR + 1) == ()
    qtbot.waitUntil(lambda: not desk.runner.busy())


def test_on_a_full_disk_file_and_fields_stay_until_there_is_room(
    qtbot: QtBot, page: FormsPage, desk: Desk, core: Core, levels: Path
) -> None:
    database = core.access._database  # noqa: SLF001  its own limit stands for a small disk
    leave_pages(database, 0)
    dialogs_of(desk).paths.append(levels)
    click(page, "emptyStep")
    qtbot.waitUntil(lambda: bool(page.window().findChildren(FormTakingDialog)))
    (dialog,) = page.window().findChildren(FormTakingDialog)
    write(dialog, "form_sender", "Huyện ủy Mẫu")

    click(dialog, "takeForm")

    assert "L-102" in found(dialog, StateLine, "whyNot").words()
    assert core.forms.list(YEAR) == ()
    leave_pages(database, 100_000)
    click(dialog, "takeForm")
    qtbot.waitUntil(lambda: not desk.runner.busy() and bool(page.desk.paper.places()))
    assert [one.sender for one in core.forms.list(YEAR)] == ["Huyện ủy Mẫu"]
