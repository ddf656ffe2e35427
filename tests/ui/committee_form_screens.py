"""States of Mẫu của cấp trên, for pictures and measures."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from app.bootstrap import Core
from app.domain.committee_forms import CommitteeForm
from tests.papers.committee import finding, samples
from tests.ui.a_program import Room
from tests.ui.screen_data import Maker
from ui.dialogs.form_taking import FormTakingDialog
from ui.pages.committee_forms_page import FormsPage
from ui.texts import committee_forms as words
from ui.widgets.button import Button

YEAR = 2017
SENT = {"sender": "Ban Tổ chức Huyện ủy Mẫu", "received_on": "01/12/2017"}
LONG_NAME = (
    "Mẫu danh sách đề nghị xếp loại chất lượng đảng viên (bản sửa theo Công văn số 000 của Ban Tổ chức)"
)


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "committee-forms-empty": ("filled", lambda room: _page(room).window()),
        "committee-forms-marking": ("filled", _marking),
        "committee-forms-in-use": ("filled", _in_use),
        "committee-forms-sheet": ("filled", _sheet),
        "committee-forms-sheet-trial": ("filled", _sheet_trial),
        "committee-forms-long": ("long", _many),
        "committee-forms-trial": ("filled", _trial),
        "committee-forms-taking": ("filled", _taking),
        "committee-forms-wrong": ("filled", _wrong),
        "committee-forms-words": ("filled", _chosen_words),
        "committee-forms-used-up": ("filled", _used_up),
        "committee-forms-settings": ("filled", _settings),
    }


def _page(room: Room) -> FormsPage:
    room.window.open("committee_forms")
    return cast("FormsPage", room.window.page())


def taken(core: Core, kind: str, data: bytes, name: str = "Mẫu danh sách xếp loại.docx") -> CommitteeForm:
    """Take a form into a core."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return core.forms.take_in(kind, YEAR, core.forms.look(path), SENT)


def marked(core: Core, name: str = "Mẫu danh sách xếp loại.docx") -> CommitteeForm:
    """Take a list in and mark its places."""
    form = taken(core, "level_summary", samples.levels_form(), name)
    view = core.forms.marking.whole(form.uid).view
    row = finding.table(view, "Họ và tên").rows[2]
    core.forms.marking.repeat(form.uid, row.at)
    for place, key in enumerate(("row.place", "row.name", "row.born", "row.self_level", "row.level")):
        core.forms.marking.mark(form.uid, finding.cell(row, place), key)
    core.forms.marking.mark(form.uid, finding.behind(view, "Chi bộ: "), "cell.name")
    return core.forms.marking.mark(form.uid, finding.behind(view, "Tổng số: "), "strength.total")


def _marking(room: Room) -> QWidget:
    form = taken(room.core, "review_minutes", samples.minutes_form(), "Mẫu biên bản hội nghị.docx")
    view = room.core.forms.marking.whole(form.uid).view
    room.core.forms.marking.mark(form.uid, finding.behind(view, "Chủ trì: "), "meeting.chair")
    page = _page(room)
    settled(room)
    page.desk.paper.choose(finding.behind(view, "Thư ký hội nghị:"))
    page.desk.panel.search.setText("thu ky")
    return room.window


def _in_use(room: Room) -> QWidget:
    room.core.forms.use(marked(room.core).uid)
    taken(room.core, "review_minutes", samples.minutes_form(), "Mẫu biên bản hội nghị.docx")
    page = _page(room)
    settled(room)
    page.desk.paper.choose(page.desk.paper.places()[4])
    return room.window


def _marked_sheet(core: Core) -> CommitteeForm:
    form = taken(core, "level_summary", samples.levels_book(), "Mẫu danh sách xếp loại.xlsx")
    view = core.forms.marking.whole(form.uid).view
    row = next(one for one in finding.rows_in(view.parts[0].blocks) if one.at == "0/row/7")
    core.forms.marking.repeat(form.uid, row.at)
    for place, key in enumerate(("row.place", "row.name", "row.born"), start=1):
        core.forms.marking.mark(form.uid, finding.cell(row, place), key)
    return core.forms.marking.mark(form.uid, "0/B2/0-0", "cell.name")


def _sheet(room: Room) -> QWidget:
    _marked_sheet(room.core)
    page = _page(room)
    settled(room)
    page.desk.paper.choose(finding.behind(room.core.forms.marking.whole(page.here().subject).view, "NĂM "))
    return room.window


def _sheet_trial(room: Room) -> QWidget:
    _marked_sheet(room.core)
    page = _page(room)
    settled(room)
    page.show_trial()
    page.trial.tabs.choose(1)
    return room.window


def _many(room: Room) -> QWidget:
    for _ in range(3):
        form = marked(room.core, f"{LONG_NAME}.docx")
    room.core.forms.use(form.uid)
    _page(room)
    return room.window


def _trial(room: Room) -> QWidget:
    marked(room.core)
    page = _page(room)
    settled(room)
    page.show_trial()
    return room.window


def _taking(room: Room) -> QWidget:
    given = {"year": YEAR, "sender": "Đảng ủy xã Mẫu", "received_on": "01/12/2017"}
    said = words.TAKE_WORDS.format(name="Mẫu danh sách xếp loại", count=12)
    return FormTakingDialog(said, room.core.forms.kinds(YEAR), given, room.window)


def _wrong(room: Room) -> QWidget:
    form = taken(room.core, "level_summary", samples.named_form(), "Mẫu có tên.docx")
    view = room.core.forms.marking.whole(form.uid).view
    room.core.forms.marking.mark(form.uid, finding.behind(view, "Họ tên: "), "row.name")
    _page(room)
    return room.window


def _chosen_words(room: Room) -> QWidget:
    taken(room.core, "level_summary", samples.levels_form())
    page = _page(room)
    settled(room)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(page.desk.paper, key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.desk.paper, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    return room.window


def _used_up(room: Room) -> QWidget:
    form = marked(room.core)
    view = room.core.forms.marking.whole(form.uid).view
    page = _page(room)
    settled(room)
    page.desk.paper.choose(finding.cell(finding.table(view, "Họ và tên").rows[3], 1))
    page.desk.panel.picked.emit("year.this")
    return room.window


def _settings(room: Room) -> QWidget:
    room.core.forms.use(marked(room.core).uid)
    room.window.open("settings")
    page = room.window.page()
    go = next(one for one in page.findChildren(Button) if one.objectName() == "openForms")
    paused(20)
    next(iter(page.findChildren(QScrollArea))).ensureWidgetVisible(go, 0, 60)
    return room.window


def settled(room: Room) -> None:
    """Wait for what is read away from the window."""
    while room.desk.runner.busy():
        paused(20)


def paused(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
