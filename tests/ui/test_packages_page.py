"""Nộp hồ sơ: a real package goes to a stick that is a folder; only what was read back may be pulled out."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core, create_cell
from app.package.names import STAGING_PREFIX
from tests.acts.stage import rules
from tests.builders import CELL, MEMBER, PASSWORD, seams
from tests.conftest import LogWatch
from tests.ui.desks import dialogs_of, notices_of, put_on_screen, seen
from tests.ui.doubles import RecordedOpener, RecordedPrinting
from tests.ui.english import english
from tests.ui.sticks import Sticks
from ui.dialogs.part_note import PartNoteDialog
from ui.dialogs.verdict import VerdictDialog
from ui.pages.package_target import Place
from ui.pages.packages_page import PackagesPage
from ui.pages.page import Desk
from ui.texts import packages as words
from ui.theme.room import Room
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.record_view import RecordView
from ui.widgets.sheet import Scroll


@pytest.fixture
def sticks(tmp_path: Path) -> Sticks:
    for name in ("USB", "KHAC"):
        (tmp_path / name).mkdir()
    return Sticks(tmp_path / "USB")


@pytest.fixture
def core(tmp_path: Path, sticks: Sticks) -> Iterator[Core]:
    chosen = dataclasses.replace(seams(), files=sticks)
    core, _code = create_cell(tmp_path / "so", PASSWORD, CELL, 2017, chosen)
    core.members.add(MEMBER)
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[PackagesPage]:
    yield from seen(qtbot, PackagesPage(core, desk), core, desk)


def button(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def said(page: QWidget) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def issue(core: Core, *kinds: str) -> None:
    for kind in kinds:
        core.papers.issue(core.papers.add(kind, 2017, {}).uid)


def tick_open_stick(page: PackagesPage) -> None:
    """Tick that whoever finds the stick can read it, where that is asked."""
    box = page.findChild(QCheckBox, "openStick")
    assert box is not None
    if box.isVisible() and not box.isChecked():
        box.click()


def write(qtbot: QtBot, page: PackagesPage, desk: Desk) -> None:
    tick_open_stick(page)
    QTest.mouseClick(button(page, "writePackage"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.runner.busy(), timeout=20_000)


def test_nothing_is_written_before_a_paper_is_issued(page: PackagesPage, core: Core) -> None:
    assert words.NOTHING_ISSUED in said(page)
    assert not button(page, "writePackage").isEnabled()
    issue(core, "submission")
    assert button(page, "writePackage").isEnabled()
    assert words.INCOMPLETE.format(parts="danh sách đảng viên") in said(page)
    issue(core, "member_list")
    assert words.COMPLETE in said(page)


def test_a_part_leads_to_its_paper(qtbot: QtBot, page: PackagesPage) -> None:
    view = page.findChild(RecordView, "partList")
    assert view is not None
    view.go_to("submission")
    with qtbot.waitSignal(page.opened) as told:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["papers", "submission", ""]


def test_the_stick_may_be_pulled_out_after_it_was_read_back_and_released(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, sticks: Sticks, tmp_path: Path
) -> None:
    issue(core, "submission", "member_list")
    assert words.MAY_PULL not in said(page)

    write(qtbot, page, desk)

    (written,) = core.packages.history(2017)
    assert written.state == "written"
    assert sticks.ejected == [tmp_path / "USB"]
    assert core.packages.verify(tmp_path / "USB" / written.folder_name).answer.is_whole
    shown = said(page)
    assert words.MAY_PULL in shown
    assert f"{written.file_count}/{written.file_count} tệp đúng" in shown


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("papers.writing", words.PREPARING.format(done=1, total=3)),
        ("word.reading", words.PREPARING.format(done=1, total=3)),
        ("package.comparing", words.COMPARING.format(done=1, total=3)),
    ],
)
def test_what_is_done_before_writing_is_said_as_such(page: PackagesPage, label: str, told: str) -> None:
    page.writing.begin(Place(Path("USB")))

    page.writing.step(1, 3, label)

    assert told in said(page)


def test_the_last_step_stays_in_sight_in_a_low_window(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk
) -> None:
    issue(core, "submission", "member_list")
    page.window().resize(1092, 400)
    write(qtbot, page, desk)
    QTest.qWait(0)
    step = page.hand_over
    area = next(one for one in page.findChildren(Scroll) if one.isAncestorOf(step)).viewport()
    top = step.mapTo(area, QPoint(0, 0)).y()
    assert (top >= 0, top + step.height() <= area.height()) == (True, True)


def test_a_stick_that_is_not_released_is_never_called_safe(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, sticks: Sticks
) -> None:
    issue(core, "submission")
    sticks.may_eject = False
    write(qtbot, page, desk)
    assert words.NOT_RELEASED in said(page)
    assert words.MAY_PULL not in said(page)

    sticks.may_eject = True
    QTest.mouseClick(button(page, "releaseUsb"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words.MAY_PULL in said(page))


def test_a_folder_can_be_chosen_instead(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, tmp_path: Path
) -> None:
    issue(core, "submission")
    dialogs_of(desk).paths = [tmp_path / "KHAC"]
    QTest.mouseClick(button(page, "otherFolder"), Qt.MouseButton.LeftButton)
    chosen = [card.title() for card in page.findChildren(ChoiceCard) if card.isChecked()]
    assert chosen == ["Thư mục KHAC"]

    with qtbot.waitSignal(desk.notifier.settled):
        write(qtbot, page, desk)

    assert words.IN_FOLDER in said(page)
    assert words.MAY_PULL not in said(page)
    QTest.mouseClick(button(page, "openPackage"), Qt.MouseButton.LeftButton)
    assert isinstance(desk.opener, RecordedOpener)
    (folder,) = (tmp_path / "KHAC").iterdir()
    assert desk.opener.opened == [folder]


def test_the_only_stick_is_chosen_and_without_one_it_is_asked_for(
    page: PackagesPage, core: Core, desk: Desk, sticks: Sticks, tmp_path: Path
) -> None:
    issue(core, "submission")
    heard = notices_of(desk)
    assert [card.isChecked() for card in page.findChildren(ChoiceCard)] == [True]
    sticks.roots = [tmp_path / "USB", tmp_path / "KHAC"]
    button(page, "lookAgain").click()
    assert [card.isChecked() for card in page.findChildren(ChoiceCard)] == [False, False]
    sticks.roots = []
    button(page, "lookAgain").click()
    assert words.NO_DRIVES in said(page)
    button(page, "writePackage").click()
    assert heard[-1].words == words.CHOOSE_FIRST
    assert not desk.runner.busy()


def test_onto_a_stick_without_a_password_only_after_the_tick_and_for_one_writing(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, tmp_path: Path
) -> None:
    issue(core, "submission")
    heard, box = notices_of(desk), page.findChild(QCheckBox, "openStick")
    assert box is not None
    assert (box.isVisible(), box.isChecked()) == (True, False)
    assert words.OPEN_STICK in said(page)
    button(page, "writePackage").click()
    assert heard[-1].words == words.CONSENT_FIRST
    assert (desk.runner.busy(), [*(tmp_path / "USB").iterdir()]) == (False, [])

    write(qtbot, page, desk)
    assert len(core.packages.history(2017)) == 1
    assert not box.isChecked()

    dialogs_of(desk).paths = [tmp_path / "KHAC"]
    button(page, "otherFolder").click()
    next(card for card in page.findChildren(ChoiceCard) if "KHAC" in card.title()).click()
    assert not box.isVisible()


class Pulled(Sticks):
    """A stick that is pulled out while the `after`th file is being written."""

    def __init__(self, *roots: Path, after: int) -> None:
        super().__init__(*roots)
        self.after = after
        self.in_place = False

    def before(self, operation: str, path: Path) -> None:  # noqa: ARG002  the port's shape
        if operation == "create" and not self.in_place:
            self.after -= 1
            if self.after < 0:
                raise OSError(5, "pulled out")


@pytest.mark.parametrize("sticks_after", [3])
def test_an_interrupted_writing_is_offered_to_be_finished(
    qtbot: QtBot, tmp_path: Path, desk: Desk, log_watch: LogWatch, sticks_after: int
) -> None:
    (tmp_path / "USB").mkdir()
    stick = Pulled(tmp_path / "USB", after=sticks_after)
    core, _code = create_cell(
        tmp_path / "so", PASSWORD, CELL, 2017, dataclasses.replace(seams(), files=stick)
    )
    core.members.add(MEMBER)
    issue(core, "submission")
    page = PackagesPage(core, desk)
    qtbot.addWidget(page)
    page.show_year(2017)
    page.fit(Room.WIDE)
    page.show()
    heard = notices_of(desk)

    write(qtbot, page, desk)
    assert "L-405" in heard[-1].words
    assert log_watch.take() == ["task failed: L-405"]
    assert words.MAY_PULL not in said(page)
    assert button(page, "resumeWriting").isVisible()
    assert [entry.name.startswith(STAGING_PREFIX) for entry in (tmp_path / "USB").iterdir()] == [True]

    stick.in_place = True
    tick_open_stick(page)
    QTest.mouseClick(button(page, "resumeWriting"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: words.MAY_PULL in said(page), timeout=20_000)

    assert [one.state for one in core.packages.history(2017)] == ["written"]
    core.close()


def test_a_writing_that_was_stopped_leaves_nothing(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, tmp_path: Path
) -> None:
    issue(core, "submission", "member_list")
    tick_open_stick(page)
    button(page, "writePackage").click()
    button(page, "stopWriting").click()
    qtbot.waitUntil(lambda: not desk.runner.busy(), timeout=20_000)

    assert list((tmp_path / "USB").iterdir()) == []
    assert core.packages.history(2017) == ()
    assert words.MAY_PULL not in said(page)


def check(qtbot: QtBot, page: PackagesPage, desk: Desk, folder: Path) -> VerdictDialog:
    dialogs_of(desk).paths = [folder]
    button(page, "verifyPackage").click()
    qtbot.waitUntil(lambda: page.findChild(VerdictDialog) is not None, timeout=20_000)
    dialog = page.findChild(VerdictDialog)
    assert dialog is not None
    return dialog


@pytest.mark.parametrize(
    "case",
    [
        ("changed", "nội dung bị sửa"),
        ("missing", "bị thiếu"),
        ("extra", "tệp lạ, không có trong danh sách"),
        ("renamed", "bị đổi tên thành data/01_TapThe/khac.pdf"),
    ],
)
def test_a_check_names_each_file_at_fault(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, tmp_path: Path, case: tuple[str, str]
) -> None:
    fault, told = case
    issue(core, "submission")
    folder = tmp_path / "USB" / core.packages.write(2017, tmp_path / "USB").folder_name
    victim = next((folder / "data").rglob("*.pdf"))
    if fault == "changed":
        data = bytearray(victim.read_bytes())
        data[200] ^= 1
        victim.write_bytes(bytes(data))
    elif fault == "missing":
        victim.unlink()
    elif fault == "extra":
        (victim.parent / "la.txt").write_text("x", encoding="utf-8")
    else:
        victim.rename(victim.with_name("khac.pdf"))

    dialog = check(qtbot, page, desk, folder)

    assert dialog.answer.words() == "Có tệp sai"
    files = dialog.findChild(RecordView, "wrongFiles")
    assert files is not None
    assert files.model().index(0, 1).data() == told
    dialog.accept()


def test_a_whole_package_is_told_whole_in_vietnamese(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, tmp_path: Path
) -> None:
    issue(core, "submission")
    folder = tmp_path / "USB" / core.packages.write(2017, tmp_path / "USB").folder_name
    dialog = check(qtbot, page, desk, folder)

    assert dialog.answer.words() == "Nguyên vẹn"
    assert {"Chi bộ thôn Mẫu", "2017", "06/12/2017"} <= said(dialog)
    assert english(dialog, {"KiemDiem", "ThonMau"}) == []
    dialog.accept()


def test_what_is_no_package_is_told(
    qtbot: QtBot, page: PackagesPage, desk: Desk, tmp_path: Path, log_watch: LogWatch
) -> None:
    heard = notices_of(desk)
    dialogs_of(desk).paths = [tmp_path / "KHAC"]
    button(page, "verifyPackage").click()
    qtbot.waitUntil(lambda: bool(heard))

    assert "L-411" in heard[-1].words
    assert log_watch.take() == ["task failed: L-411"]


@pytest.mark.parametrize("room", Room)
def test_no_english_in_any_layout(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, room: Room
) -> None:
    allowed = {"USB", "TTr"}
    assert english(page, allowed) == []
    issue(core, "submission", "member_list")
    write(qtbot, page, desk)
    page.fit(room)
    assert english(page, allowed) == []


def test_the_whole_set_is_printed_in_the_copies_of_each_kind(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk
) -> None:
    for kind in ("submission", "member_list"):
        core.papers.issue(core.papers.add(kind, 2017, {"copies": 2 if kind == "member_list" else 0}).uid)
    page.refresh()
    printing = desk.printing
    assert isinstance(printing, RecordedPrinting)

    button(page, "printWhole").click()

    # The contents list, the tờ trình, and two copies of the member list: a page each.
    qtbot.waitUntil(lambda: printing.printed == [4])


def test_a_slip_is_printed_for_what_was_written(
    qtbot: QtBot, page: PackagesPage, core: Core, desk: Desk, tmp_path: Path
) -> None:
    core.papers.issue(core.papers.add("submission", 2017, {}).uid)
    core.packages.write(2017, tmp_path / "USB")
    page.refresh()
    printing = desk.printing
    assert isinstance(printing, RecordedPrinting)

    page.hand_over.slip_asked.emit()

    qtbot.waitUntil(lambda: printing.printed == [2])


def test_without_an_issued_paper_there_is_nothing_to_print(page: PackagesPage, core: Core) -> None:
    assert not button(page, "printWhole").isEnabled()

    core.papers.issue(core.papers.add("submission", 2017, {}).uid)
    page.refresh()

    assert button(page, "printWhole").isEnabled()


@pytest.fixture
def reviewed(qtbot: QtBot, core: Core, desk: Desk) -> PackagesPage:
    """A year whose rules name the parts of the dossier, with nothing there yet."""
    core.review.cycles.begin(2017, rules(), {})
    page = PackagesPage(core, desk)
    put_on_screen(qtbot, page, core)
    return page


def asked(page: PackagesPage, code: str) -> PartNoteDialog:
    view = page.findChild(RecordView, "partList")
    assert view is not None
    assert view.go_to(code)
    QTest.mouseClick(button(page, "notePart"), Qt.MouseButton.LeftButton)
    dialogs = [one for one in page.window().findChildren(PartNoteDialog) if one.isVisible()]
    return dialogs[-1]


def state_of(core: Core, code: str) -> str:
    return next(one.state for one in core.packages.parts(2017) if one.code == code)


def test_a_part_is_said_to_be_on_paper_and_the_undo_takes_it_back(
    reviewed: PackagesPage, core: Core, desk: Desk
) -> None:
    heard = notices_of(desk)
    dialog = asked(reviewed, "collective_report")
    sheets = dialog.findChild(QLineEdit, "sheets")
    assert sheets is not None
    sheets.setText("4")
    QTest.mouseClick(button(dialog, "keepPartNote"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert (heard[-1].words, heard[-1].link) == (words.NOTE_KEPT, "Hoàn tác")
    assert state_of(core, "collective_report") == "present"
    again = asked(reviewed, "collective_report")
    assert again.findChild(QLineEdit, "sheets").text() == "4"  # type: ignore[union-attr]  # is there
    QTest.mouseClick(button(again, "takeBackPartNote"), Qt.MouseButton.LeftButton)
    assert state_of(core, "collective_report") == "missing"


def test_a_part_is_not_needed_only_with_its_reason(reviewed: PackagesPage, core: Core) -> None:
    dialog = asked(reviewed, "minutes")
    dialog.form.binder.row("held_as").editor.set_value("not_needed")
    QTest.mouseClick(button(dialog, "keepPartNote"), Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.form.binder.row("reason").problem()
    dialog.form.binder.row("reason").editor.set_value("Cấp ủy mẫu không yêu cầu")
    QTest.mouseClick(button(dialog, "keepPartNote"), Qt.MouseButton.LeftButton)
    assert state_of(core, "minutes") == "not_needed"
    assert english(dialog, set()) == []


def test_of_what_the_program_makes_itself_nothing_is_said(reviewed: PackagesPage) -> None:
    view = reviewed.findChild(RecordView, "partList")
    assert view is not None
    assert view.go_to("contents_list")
    assert not button(reviewed, "notePart").isEnabled()
