"""States of Văn bản, Nộp hồ sơ and Cài đặt and their dialogs, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QWidget

from app.package.verdict import SignatureState
from app.services.packages import Answer, Fault, Verdict, Volume, WrongFile
from tests.builders import a_submission
from tests.ui import closing_screens, key_screens
from tests.ui.a_program import Room
from tests.ui.doubles import RecordedOpener
from ui.dialogs.about import AboutDialog
from ui.dialogs.new_paper import NewPaperDialog
from ui.dialogs.password import PasswordDialog
from ui.dialogs.verdict import VerdictDialog
from ui.pages.package_target import Place
from ui.pages.packages_page import PackagesPage
from ui.pages.papers_page import PapersPage
from ui.pages.settings_page import SettingsPage
from ui.widgets.editors import LineField

Maker = Callable[[Room], QWidget]
LONG_SUBJECT = "về việc đề nghị công nhận kết quả kiểm điểm, phân loại chất lượng chi bộ, đảng viên năm 2017"
STICK = Volume(Path("E:\\"), "0A1B", "HOSO2017", "exFAT", 16_000_000_000, 14_200_000_000, is_removable=True)


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "papers-draft": ("filled", _papers_draft),
        "papers-long-draft": ("long", _papers_draft),
        "papers-wrong": ("filled", _papers_wrong),
        "papers-page": ("filled", _papers_page),
        "papers-trash": ("filled", _papers_trash),
        "papers-many": ("long", _papers_many),
        "papers-choose": ("filled", lambda room: _papers_choose(room, "")),
        "papers-choose-whom": ("long", lambda room: _papers_choose(room, "self_review")),
        "papers-renewed": ("filled", _papers_renewed),
        "packages-sticks": ("filled", _packages_sticks),
        "packages-writing": ("filled", _packages_writing),
        "packages-done": ("filled", _packages_done),
        "packages-held": ("filled", _packages_held),
        "packages-unfinished": ("filled", _packages_unfinished),
        "closing": ("empty", closing_screens.closing),
        "closing-unkept": ("empty", closing_screens.closing_unkept),
        "closing-own": ("empty", closing_screens.closing_own),
        "package-password": ("empty", closing_screens.asked),
        "package-password-wrong": ("empty", closing_screens.asked_again),
        "settings-wrong": ("filled", _settings_wrong),
        "password": ("empty", _password),
        "key-change": ("empty", key_screens.key_change),
        "key-change-wrong": ("empty", key_screens.key_change_wrong),
        "key-change-working": ("empty", key_screens.key_change_working),
        "key-changed": ("empty", key_screens.key_changed),
        "new-code": ("empty", key_screens.new_code),
        "new-code-shown": ("empty", key_screens.new_code_shown),
        "about": ("empty", lambda room: AboutDialog(RecordedOpener(), room.window)),
        "verdict-whole": ("empty", lambda room: _verdict(room, Answer.WHOLE)),
        "verdict-unknown": ("empty", lambda room: _verdict(room, Answer.UNKNOWN_KEY)),
        "verdict-unfinished": ("empty", lambda room: _verdict(room, Answer.UNFINISHED)),
        "verdict-wrong": ("empty", _verdict_wrong),
    }


def _papers(room: Room) -> PapersPage:
    body = "Chi bộ đã kiểm điểm tập thể chi ủy và đảng viên.\n" * 4
    facts = {"subject_line": LONG_SUBJECT, "body": body, "recipients": "Đảng ủy xã Mẫu\nBan Tổ chức Huyện ủy"}
    paper = room.core.papers.add("submission", 2017, facts)
    room.window.open("papers", paper.uid)
    return cast("PapersPage", room.window.page())


def _papers_draft(room: Room) -> QWidget:
    _papers(room)
    return room.window


def _papers_wrong(room: Room) -> QWidget:
    page = _papers(room)
    dated = page.findChild(LineField, "dated_on")
    assert dated is not None
    dated.setText("31/02/2017")
    dated.edited.emit()
    dated.left.emit()
    return room.window


def _papers_page(room: Room) -> QWidget:
    _papers(room).body.show_tab(1)
    return room.window


def _papers_trash(room: Room) -> QWidget:
    page = _papers(room)
    paper = page.list.current()
    assert paper is not None
    room.core.papers.trash([paper.uid])
    page.list.tools.chips.choose("trash")
    return room.window


def _papers_many(room: Room) -> QWidget:
    abouts = room.core.papers.offered.abouts("self_review", 2017)
    room.core.papers.sets.add("self_review", 2017, abouts)
    room.window.open("papers")
    cast("PapersPage", room.window.page()).list.view.selectAll()
    return room.window


def _papers_choose(room: Room, kind: str) -> QWidget:
    room.window.open("papers")
    cast("PapersPage", room.window.page()).acts.choose()
    dialog = room.window.findChild(NewPaperDialog)
    assert dialog is not None
    dialog.choose(kind)
    return dialog


def _papers_renewed(room: Room) -> QWidget:
    issued = next(one for one in room.core.papers.list(2017) if one.number)
    later = room.core.papers.renew(issued.uid)
    room.window.open("papers", later.uid)
    return room.window


def _packages(room: Room) -> PackagesPage:
    room.window.open("packages")
    return cast("PackagesPage", room.window.page())


def _packages_sticks(room: Room) -> QWidget:
    other = Volume(Path("F:\\"), "2C3D", "SAOLUU", "NTFS", 8_000_000_000, 3_100_000_000, is_read_only=True)
    page = _packages(room)
    page.target.show_places([Place(STICK.root, STICK), Place(other.root, other), Place(Path("/nop/ho-so"))])
    return room.window


def _packages_writing(room: Room) -> QWidget:
    page = _packages(room)
    page.writing.begin(Place(STICK.root, STICK))
    page.writing.step(700_000, 1_000_000, "package.reading_back")
    return room.window


def _packages_done(room: Room) -> QWidget:
    page = _packages(room)
    submission = a_submission(file_count=14)
    page.writing.begin(Place(STICK.root, STICK))
    page.writing.finish(submission)
    page.hand_over.released(submission, 1)
    return room.window


def _packages_held(room: Room) -> QWidget:
    page = _packages(room)
    page.writing.begin(Place(STICK.root, STICK))
    page.writing.finish(a_submission(file_count=14))
    page.hand_over.not_released(STICK.root)
    return room.window


def _packages_unfinished(room: Room) -> QWidget:
    page = _packages(room)
    page.writing.rest(a_submission(state="writing", written_at=None))
    return room.window


def _settings_wrong(room: Room) -> QWidget:
    room.window.open("settings")
    page = cast("SettingsPage", room.window.page())
    field = page.findChild(LineField, "term_started_on")
    assert field is not None
    field.setText("tháng 3")
    field.edited.emit()
    field.left.emit()
    return room.window


def _password(room: Room) -> QWidget:
    dialog = PasswordDialog(room.window)
    field = dialog.findChild(LineField, "newField")
    assert field is not None
    field.setText("chi bo")
    field.edited.emit()
    field.left.emit()
    return dialog


def _verdict(room: Room, answer: Answer, wrong: tuple[WrongFile, ...] = ()) -> QWidget:
    info = {
        "Source-Organization": "Chi bộ thôn Mẫu",
        "X-Review-Year": "2017",
        "Bagging-Date": "2017-12-26",
    }
    verdict = Verdict(answer, SignatureState.KNOWN, wrong, ("System Volume Information",), info)
    folder = Path("/nop/KiemDiem2017_CB-Mau_20171226-0900_7F3A")
    return VerdictDialog(folder, verdict, room.window)


def _verdict_wrong(room: Room) -> QWidget:
    files = (
        WrongFile("data/01_TapThe/01_ToTrinh.pdf", Fault.CHANGED),
        WrongFile("data/01_TapThe/01_ToTrinh.docx", Fault.RENAMED, "data/01_TapThe/01_ToTrinh (sua).docx"),
        WrongFile("data/01_TapThe/02_DanhSachDangVien.pdf", Fault.MISSING),
        WrongFile("ghi-chu.txt", Fault.EXTRA),
    )
    return _verdict(room, Answer.WRONG, files)
