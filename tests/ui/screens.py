"""Every page and dialog in its states, for the pictures looked at and the measures taken."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from app import bootstrap
from app.bootstrap import Core, Seams
from app.practice.plan import PracticePlan
from tests.builders import MEMBER
from tests.ui import (
    clearing_screens,
    commitment_screens,
    committee_form_screens,
    conference_screens,
    dossier_screens,
    earlier_screens,
    finding_screens,
    form_screens,
    frame_screens,
    home_screens,
    import_screens,
    layout_screens,
    level_screens,
    list_screens,
    place_screens,
    register_screens,
    remediation_screens,
    review_screens,
    rules_screens,
    word_screens,
    wording_screens,
    writing_screens,
    year_screens,
)
from tests.ui.a_program import CHEAP, PASSWORD, Room, RoomClock, a_core, a_room
from tests.ui.page_screens import LONG_SUBJECT, makers
from tests.ui.screen_data import LATER, YEAR
from ui.desktop.dialogs import Question
from ui.desktop.seat_facts import seat_facts
from ui.dialogs.crash import CrashDialog
from ui.dialogs.diagnosis import DiagnosisDialog
from ui.dialogs.first_start import FirstStartWindow
from ui.dialogs.help_dialog import HelpDialog
from ui.dialogs.restore import RestoreDialog
from ui.dialogs.sheet_dialog import SheetDialog
from ui.dialogs.unlock import UnlockWindow
from ui.dialogs.waiting_drafts import WaitingDraftsDialog
from ui.dialogs.window_dialogs import QuestionDialog
from ui.pages.draft_places import waiting_places
from ui.pages.factory import page_makers
from ui.pages.page import Desk
from ui.sitting.opening import holding
from ui.texts import locking
from ui.texts import start_notes as start_words
from ui.widgets.button import Button
from ui.widgets.tabs import Tabs

SIZES = ((1366, 697), (1092, 543), (1280, 720))
"""Logical pixels inside a maximised window (decisions.md 7.4)."""
FONT_SIZES = (14, 18, 20)
LONG_NAME = "Nguyễn Phước Hoàng Thiên Bảo Khánh"
LONG_POST = "Phó bí thư, Chủ nhiệm Câu lạc bộ người cao tuổi thôn"


@dataclass(frozen=True)
class Screen:
    """A picture: its name, and what brings it about in a room of its own data."""

    name: str
    data: str
    make: Callable[[Room], QWidget]


def _page(code: str) -> Callable[[Room], QWidget]:
    def make(room: Room) -> QWidget:
        room.window.open(code)
        return room.window

    return make


def _members_editing(room: Room) -> QWidget:
    room.window.open("members")
    _press(room.window, "editMember")
    return room.window


def _members_number(room: Room) -> QWidget:
    person = room.core.members.list()[0]
    room.window.open("members", person.uid, "card_number")
    return room.window


def _members_wrong(room: Room) -> QWidget:
    room.window.open("members")
    _press(room.window, "addMember")
    _field(room.window, "born_on").setText("31/02/1998")
    _press(room.window, "saveMember")
    return room.window


def _members_life(name: str, tab: int) -> Callable[[Room], QWidget]:
    """Make the card of the first person to whom something of this kind happened."""

    def make(room: Room) -> QWidget:
        room.window.open("members")
        person = next(one for one in room.core.members.people() if getattr(one, name))
        room.window.open("members", person.uid)
        tabs = room.window.findChild(Tabs, "cardTabs")
        assert isinstance(tabs, Tabs)
        tabs.choose(tab)
        return room.window

    return make


def _members_probation(room: Room) -> QWidget:
    person = next(one for one in room.core.members.people() if not one.member.official_on)
    room.window.open("members", person.uid)
    return room.window


def _members_periods(room: Room) -> QWidget:
    person = next(one for one in room.core.members.people() if one.standings)
    room.window.open("members", person.uid, "standings")
    _press(room.window, "postsAdd")
    _field(room.window, "posts_0_started_on").setText("01/06/2017")
    _field(room.window, "posts_0_ended_on").setText("01/05/2017")
    _press(room.window, "saveMember")
    return room.window


def _members_notice(room: Room) -> QWidget:
    room.window.open("members")
    room.desk.notifier.done(f"Đã lưu đồng chí {LONG_NAME}.", "Hoàn tác", lambda: None)
    return room.window


def _question(room: Room) -> QWidget:
    words = "Bản nháp 303 ký tự sẽ vào thùng rác và giữ 30 ngày."
    question = Question("Xóa bản nháp của đồng chí Bảo?", words, "Xóa bản nháp", "Giữ lại", danger=True)
    return QuestionDialog(question, room.window)


def _crash(room: Room) -> QWidget:
    return CrashDialog(
        "Sổ Chi bộ 0.1.0\nbuiltins.KeyError\n  ui/main.py:1 main", again=True, parent=room.window
    )


def _sudden_end(room: Room) -> QWidget:
    _keep_drafts(room)
    room.desk.notifier.note(
        start_words.DRAFTS.format(said=start_words.SUDDEN_END, count=3), start_words.OPEN_LIST, lambda: None
    )
    return room.window


def _keep_drafts(room: Room) -> None:
    paper = room.core.papers.add("submission", 2017, {"subject_line": LONG_SUBJECT})
    room.core.drafts.keep("paper", paper.uid, {"body": "Chi bộ"})
    room.core.drafts.keep("member", "", {"full_name": LONG_NAME})
    room.core.drafts.keep("cell", "", {"symbol": "CB"})
    room.window.open("home")


def _waiting_drafts(room: Room) -> QWidget:
    _keep_drafts(room)
    drafts = [(place.title, place.kept_at) for place in waiting_places(room.core)]
    return WaitingDraftsDialog(drafts, room.window)


def _diagnosis(room: Room) -> QWidget:
    made = room.core.diagnosis.make(list(seat_facts(room.desk.seat, room.window)))
    return DiagnosisDialog(made.text, is_sound=bool(made.is_sound), parent=room.window)


def _restore(room: Room) -> QWidget:
    return RestoreDialog(room.core.backups.list(), room.window)


def _help_dialog(room: Room) -> QWidget:
    return HelpDialog("members", room.window)


def _unlock_wrong(room: Room) -> QWidget:  # noqa: ARG001  the shape of every maker
    window = UnlockWindow()
    window.show_wrong("Mật khẩu chưa đúng. Đồng chí kiểm tra bộ gõ và phím Caps Lock rồi nhập lại.")
    return window


def _unlock_damaged(room: Room) -> QWidget:  # noqa: ARG001  the shape of every maker
    window = UnlockWindow()
    window.show_damaged("Tệp dữ liệu bị hỏng nên chưa mở được. Các bản sao lưu vẫn còn nguyên.")
    return window


def _locked(room: Room) -> QWidget:  # noqa: ARG001  the shape of every maker
    window = UnlockWindow()
    window.show_locked(locking.WORK_GOES_ON)
    window.show_wrong("Mật khẩu chưa đúng. Đồng chí kiểm tra bộ gõ và phím Caps Lock rồi nhập lại.")
    window.hold(16)
    return window


def _restore_waits(room: Room) -> QWidget:
    dialog = _restore(room)
    assert isinstance(dialog, RestoreDialog)
    dialog.show_wrong("Mật khẩu chưa đúng. Dữ liệu vẫn nguyên vẹn.")
    dialog.hold(16)
    return dialog


def _unlock_recovery(room: Room) -> QWidget:  # noqa: ARG001  the shape of every maker
    window = UnlockWindow()
    _press(window, "forgotten")
    _press(window, "reset")
    return window


def _wizard(step: int) -> Callable[[Room], QWidget]:
    def make(room: Room) -> QWidget:
        window = FirstStartWindow(room.desk.clock, room.desk.printing)
        window.show_step(step)
        if step == 1:
            _press(window, "cellNext")
        if step == 3:
            window.show_code("K7QM-2XWD-ABCD-EFGH-IJKL-MNOP")
        return window

    return make


def _of_pages() -> dict[str, tuple[str, Callable[[Room], QWidget]]]:
    found = (
        makers(),
        list_screens.makers(),
        level_screens.makers(),
        place_screens.makers(),
        import_screens.makers(),
    )
    more = (
        clearing_screens,
        commitment_screens,
        committee_form_screens,
        conference_screens,
        dossier_screens,
        earlier_screens,
        finding_screens,
        form_screens,
        frame_screens,
        home_screens,
        layout_screens,
        register_screens,
        remediation_screens,
        review_screens,
        rules_screens,
        word_screens,
        wording_screens,
        writing_screens,
        year_screens,
    )
    return {name: one for some in (*found, *(one.makers() for one in more)) for name, one in some.items()}


_LATER_PAGES = ("year", "review", "packages")
"""Pages of which the rules of a later year decide words or lines; others have screens of their own."""


def screens() -> list[Screen]:
    """Return every screen; a page that the factory makes is there by itself, empty, filled and long."""
    pages = [
        Screen(f"{code}-{data}", data, _page(code))
        for code in page_codes()
        for data in ("empty", "filled", "long")
    ]
    later = [Screen(f"{code}-later", "later", _page(code)) for code in _LATER_PAGES]
    return [
        *pages,
        *later,
        Screen("members-editing", "long", _members_editing),
        Screen("members-number", "filled", _members_number),
        Screen("members-wrong", "filled", _members_wrong),
        Screen("members-life", "filled", _members_life("disciplines", 1)),
        Screen("members-standing", "filled", _members_life("standings", 0)),
        Screen("members-contact", "filled", _members_life("posts", 2)),
        Screen("members-probation", "filled", _members_probation),
        Screen("members-periods", "filled", _members_periods),
        Screen("members-notice", "filled", _members_notice),
        Screen("question", "filled", _question),
        Screen("crash", "filled", _crash),
        Screen("sudden-end", "filled", _sudden_end),
        Screen("waiting-drafts", "filled", _waiting_drafts),
        Screen("diagnosis", "filled", _diagnosis),
        Screen("restore", "filled", _restore),
        Screen("help-dialog", "empty", _help_dialog),
        Screen("unlock-wrong", "empty", _unlock_wrong),
        Screen("unlock-damaged", "empty", _unlock_damaged),
        Screen("locked", "empty", _locked),
        Screen("restore-waits", "filled", _restore_waits),
        Screen("unlock-recovery", "empty", _unlock_recovery),
        *[Screen(f"wizard-{step}", "empty", _wizard(step)) for step in range(4)],
        *[Screen(name, data, make) for name, (data, make) in _of_pages().items()],
    ]


def page_codes() -> list[str]:
    """Return the codes of the pages that the window has, without making one."""
    return list(page_makers(cast("Core", None), cast("Desk", None)))


class Stage:
    """Prepares the data of a screen once and copies them for every picture.

    `later` is the practice year under the rules of 366-QĐ/TW, in whose December the screen then stands.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        for name, fill in (("empty", None), ("filled", self._fill), ("long", self._fill_long)):
            core = self._practice(folder / name) if name == "filled" else a_core(folder / name)
            if fill:
                fill(core)
            core.close()

    def room(self, data: str) -> Room:
        """Return a room over a copy of the data, in the look that holds now."""
        self._count += 1
        folder = self._folder / f"{data}-{self._count}"
        is_later = data == "later"
        if is_later and not (self._folder / data).exists():
            self._practice(self._folder / data, PracticePlan(LATER)).close()
        shutil.copytree(self._folder / data, folder)
        password = bootstrap.practice_password() if data in {"filled", "later"} else None
        year = LATER if is_later else YEAR
        room = a_room(folder, opened(folder, password, year))
        _in_december(cast("RoomClock", room.desk.clock), year)
        room.window.show_holding(holding(room.core), year)
        return room

    def _practice(self, folder: Path, plan: PracticePlan | None = None) -> Core:
        seams = _seams(plan.year if plan else YEAR)
        return bootstrap.create_practice_cell(folder, bootstrap.practice_password(), seams, plan)

    def _fill(self, core: Core) -> None:
        core.backups.make("daily")

    def _fill_long(self, core: Core) -> None:
        for at in range(40):
            facts = {
                **MEMBER,
                "full_name": f"{LONG_NAME}",
                "posts": [{"title": LONG_POST}],
                "card_number": f"{at + 1:012d}",
            }
            core.members.add({**facts, "born_on": "", "sex": "", "official_on": ""})
        cell = core.cells.current()
        long = {"name": "Chi bộ Trường Trung học cơ sở và Trung học phổ thông xã Mẫu Sơn Thượng"}
        core.cells.save(cell.rev, {**long, "upper_committee": "Đảng ủy bộ phận Cơ quan xã Mẫu Sơn Thượng"})


def opened(folder: Path, password: str | None, year: int = YEAR) -> Core:
    """Return the core of a copied cell, on a day of December of `year`."""
    return bootstrap.unlock(folder, password or PASSWORD, _seams(year))


def _seams(year: int = YEAR) -> Seams:
    return Seams(_in_december(RoomClock(), year), cost=CHEAP)


def _in_december(clock: RoomClock, year: int) -> RoomClock:
    clock.moment = clock.moment.replace(year=year)
    return clock


def set_out(widget: QWidget, room: Room, size: QSize) -> None:
    """Show a screen: a window takes the whole size, a dialog its own, at most 90 % of it."""
    if widget is not room.window:
        room.window.hide()
    widget.resize(size)
    widget.show()
    if isinstance(widget, SheetDialog):
        # It took its size from the screen of the test machine; the size asked for is another one.
        widget.resize(widget.wanted(size))


def _press(root: QWidget, name: str) -> None:
    button = root.findChild(Button, name)
    assert isinstance(button, Button), name
    button.click()


def _field(root: QWidget, name: str) -> QLineEdit:
    field = root.findChild(QLineEdit, name)
    assert isinstance(field, QLineEdit), name
    return field
