"""Forms are given out and come back through the windows: five members, two sets of rules, odd files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from app.bootstrap import Core, Seams, create_cell
from app.papers.readback import pdf_pages
from app.rules.ruleset_files import for_year
from app.services.form_files import chosen_unasked
from app.services.member_forms import FormKind
from app.services.writing import Piece
from app.worker.inline import InlineJobs
from tests.builders import CELL, MEMBER
from tests.papers.forms.hands import changed, replaced, typing
from tests.papers.forms.test_damaged import unwrapped_all
from tests.ui.a_program import CHEAP, PASSWORD, Room, RoomClock, a_room
from tests.ui.import_room import WAIT, find, press, shown
from ui.dialogs.forms_preview import FormsPreviewDialog
from ui.dialogs.member_forms import MemberFormsDialog
from ui.texts import member_forms as words
from ui.widgets.button import Button
from ui.widgets.editors import ProseField
from ui.widgets.labels import Text
from ui.widgets.record_view import RecordView

NAMES = ("Bùi An", "Đỗ Bình", "Lê Cúc", "Ngô Dũng", "Vũ Yến")
FIRST = {2017: "s:ideology", 2026: "s:ethics"}
WROTE = "Đọc đủ 4 nghị quyết trong năm, ghi sổ từng buổi."
Rooms = Callable[[int], Room]


@pytest.fixture
def rooms(qtbot: QtBot, tmp_path: Path) -> Iterator[Rooms]:
    """Return what makes a window over a cell of five members whose review has begun."""
    made: list[Room] = []

    def make(year: int) -> Room:
        clock = RoomClock()
        clock.moment = clock.moment.replace(year=year)
        seams = Seams(clock, InlineJobs(), cost=CHEAP)
        core = create_cell(tmp_path / "so", PASSWORD, CELL, year, seams)[0]
        rules = for_year(year)
        assert rules is not None
        core.review.cycles.begin(year, rules, {})
        for number, name in enumerate(NAMES, start=1):
            core.members.add({**MEMBER, "full_name": name, "card_number": f"00000000000{number}"})
        room = a_room(tmp_path / "so", core, clock)
        qtbot.addWidget(room.window)
        room.window.resize(1366, 697)
        room.window.show()
        made.append(room)
        return room

    yield make
    for room in made:
        room.close()


def uid(core: Core, name: str) -> str:
    return next(one.uid for one in core.members.list() if one.full_name == name)


def overview(qtbot: QtBot, room: Room, page: str = "review") -> MemberFormsDialog:
    room.window.open(page)
    press(room.window.page(), "memberForms")
    return shown(qtbot, room, MemberFormsDialog)


def give(qtbot: QtBot, room: Room, folder: Path, page: str = "review") -> list[Path]:
    """Give a form to all who are waited for and return the files by the order of the list."""
    dialog = overview(qtbot, room, page)
    room.dialogs.paths = [folder]
    press(dialog, "giveForms")
    qtbot.waitUntil(lambda: bool(room.notices), timeout=WAIT)
    room.notices.clear()
    return sorted(folder.glob("*.docx"))


def look(qtbot: QtBot, room: Room, folder: Path, page: str = "review") -> FormsPreviewDialog:
    dialog = overview(qtbot, room, page)
    room.dialogs.paths = [folder]
    press(dialog, "takeFolder")
    return shown(qtbot, room, FormsPreviewDialog)


def column(dialog: FormsPreviewDialog, title: str) -> list[str]:
    model = find(dialog, RecordView, "returnedList").model()
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    at = next(place for place, one in enumerate(titles) if str(one).startswith(title))
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def take(qtbot: QtBot, room: Room, dialog: FormsPreviewDialog) -> None:
    press(dialog, "takeForms")
    qtbot.waitUntil(lambda: bool(room.notices), timeout=WAIT)


def fill(path: Path, texts: dict[str, str]) -> None:
    path.write_bytes(changed(path.read_bytes(), typing(texts)))


@pytest.mark.parametrize("year", [2017, 2026])
def test_five_forms_are_given_out_filled_in_and_taken_back(
    qtbot: QtBot, rooms: Rooms, tmp_path: Path, year: int
) -> None:
    room, folder = rooms(year), tmp_path / "usb"
    paths = give(qtbot, room, folder)
    assert [path.stem.split("_")[-1] for path in paths] == ["BuiAn", "DoBinh", "LeCuc", "NgoDung", "VuYen"]
    one, two, three, four, five = paths
    fill(one, {FIRST[year]: WROTE, "s:direction": "Bớt nóng."})
    one.rename(folder / "Mau 02 (1) (sửa).docx")
    two.write_bytes(changed(two.read_bytes(), typing({FIRST[year]: WROTE}), unwrapped_all))
    three.write_bytes(replaced(three.read_bytes(), "word/document.xml", "Lê Cúc", "Lê Tư"))
    four.write_bytes(b"khong phai tep Word")
    (folder / "anh-chup.jpg").write_bytes(b"\xff\xd8")

    dialog = look(qtbot, room, folder)
    assert column(dialog, "Của đồng chí")[:3] == ["Bùi An", "Đỗ Bình", "Vũ Yến"]
    assert column(dialog, "Sẽ nhận") == ["2/2 mục", "1/1 mục", *["Không nhận"] * 4]
    assert five.name in column(dialog, "Tệp")
    assert "Lê Tư" in " ".join(column(dialog, "Nhận xét"))
    take(qtbot, room, dialog)

    stored = {(one.owner, one.section): one.text for one in room.core.review.whole(year).section_texts}
    assert sorted(stored.values()) == sorted([WROTE, WROTE, "Bớt nóng."])
    room.window.open("writing", uid(room.core, "Bùi An"), FIRST[year].partition(":")[2])
    assert find(room.window.page(), ProseField, "text").toPlainText() == WROTE
    pdf = room.core.papers.writing.preview(Piece(year, uid(room.core, "Bùi An")), {})
    assert "Đọc đủ 4 nghị quyết" in " ".join(" ".join(pdf_pages(pdf)).split())

    again = overview(qtbot, room)
    assert find(again, Text, "formFacts").text() == "Đã nộp 2/5 đồng chí; còn chờ 3."
    assert find(again, Button, "giveForms").text() == "Phát mẫu cho 3 đồng chí…"
    again.reject()
    room.core.history.undo()
    assert room.core.review.whole(year).section_texts == ()


def test_what_was_stored_meanwhile_is_taken_again_without_an_undo_of_something_else(
    qtbot: QtBot, rooms: Rooms, tmp_path: Path
) -> None:
    room, folder = rooms(2017), tmp_path / "usb"
    (path, *_others) = give(qtbot, room, folder)
    fill(path, {"s:ideology": WROTE})
    dialog = look(qtbot, room, folder)
    forms = room.core.papers.forms
    forms.take(2017, [chosen_unasked(one) for one in forms.read(2017, [path]).files])
    take(qtbot, room, dialog)

    assert [(one.words, one.link) for one in room.notices] == [(words.TAKEN_SAME, "")]
    assert room.core.history.undo_action == "form.take"


def test_commitments_go_out_in_january_and_come_back(qtbot: QtBot, rooms: Rooms, tmp_path: Path) -> None:
    room, folder = rooms(2026), tmp_path / "usb"
    paths = give(qtbot, room, folder, "commitments")
    fill(
        paths[0], {"a:n1": "Đọc một nghị quyết mỗi tháng", "h:n1": "Hằng tháng", "a:n2": "Giúp hai hộ nghèo"}
    )
    dialog = look(qtbot, room, folder, "commitments")
    assert column(dialog, "Sẽ nhận")[0] == "3/3 mục"
    take(qtbot, room, dialog)

    year = room.core.review.whole(2026)
    assert [one.content for one in year.commitment_items] == [
        "Đọc một nghị quyết mỗi tháng",
        "Giúp hai hộ nghèo",
    ]
    assert [one.received_on for one in year.commitments] == [dt.date(2026, 12, 4)]


@pytest.mark.slow
def test_a_reworded_promise_takes_the_place_of_the_old_one_or_stands_beside_it(
    qtbot: QtBot, rooms: Rooms, tmp_path: Path
) -> None:
    room, folder = rooms(2026), tmp_path / "usb"
    (path, *_others) = give(qtbot, room, folder, "commitments")
    commitments = room.core.review.commitments
    item = commitments.add_item_of(2026, uid(room.core, "Bùi An"), {"content": "Giúp hai hộ nghèo"})
    fill(path, {"a:n1": "Giúp ba hộ nghèo", "h:n1": "Tháng 6"})

    dialog = look(qtbot, room, folder, "commitments")
    assert column(dialog, "Sẽ nhận")[0] == "Không nhận"
    replacing, beside = (find(dialog, QCheckBox, f"{name}{item.uid}") for name in ("take_a:", "new_"))
    replacing.click()
    assert column(dialog, "Sẽ nhận")[0] == "1/2 mục"
    beside.click()
    assert (column(dialog, "Sẽ nhận")[0], replacing.isChecked(), replacing.isEnabled()) == (
        "2/2 mục",
        False,
        False,
    )
    take(qtbot, room, dialog)
    own = room.core.review.whole(2026).commitment_items
    assert sorted((one.content, one.due) for one in own) == [
        ("Giúp ba hộ nghèo", "Tháng 6"),
        ("Giúp hai hộ nghèo", ""),
    ]


def test_what_the_data_have_is_asked_about_place_by_place(qtbot: QtBot, rooms: Rooms, tmp_path: Path) -> None:
    room, folder = rooms(2017), tmp_path / "usb"
    (path, *_others) = give(qtbot, room, folder)
    fill(path, {"s:ideology": WROTE, "s:ethics": "Giản dị."})
    own = room.core.review.self_reviews.put(2017, uid(room.core, "Bùi An"), {})
    room.core.review.self_reviews.write(own, "ideology", "Đã gõ trong sổ.")

    dialog = look(qtbot, room, folder)
    assert column(dialog, "Sẽ nhận")[0] == "1/2 mục"
    tick = find(dialog, QCheckBox, "take_s:ideology")
    assert not tick.isChecked()
    tick.click()
    find(dialog, QCheckBox, "take_s:ethics").click()
    take(qtbot, room, dialog)
    texts = {one.section: one.text for one in room.core.review.whole(2017).section_texts}
    assert texts == {"ideology": WROTE}


def test_enter_turns_a_file_and_a_member_round_and_nothing_chosen_is_nothing_to_do(
    qtbot: QtBot, rooms: Rooms, tmp_path: Path
) -> None:
    room, folder = rooms(2017), tmp_path / "usb"
    (path, *_others) = give(qtbot, room, folder)
    fill(path, {"s:ethics": "Giản dị."})
    dialog = look(qtbot, room, folder)
    QTest.keyClick(find(dialog, RecordView, "returnedList"), Qt.Key.Key_Return)
    assert not find(dialog, Button, "takeForms").isEnabled()
    dialog.reject()

    lines = overview(qtbot, room)
    QTest.keyClick(find(lines, RecordView, "formLines"), Qt.Key.Key_Return)
    assert find(lines, Button, "giveForms").text() == "Phát mẫu cho 4 đồng chí…"


def test_files_dropped_on_the_window_are_looked_through(qtbot: QtBot, rooms: Rooms, tmp_path: Path) -> None:
    room, folder = rooms(2017), tmp_path / "usb"
    (path, *_others) = give(qtbot, room, folder)
    fill(path, {"s:ethics": "Giản dị."})
    dialog = overview(qtbot, room)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    )

    preview = shown(qtbot, room, FormsPreviewDialog)
    assert column(preview, "Tệp") == [path.name]


def test_files_copied_in_the_explorer_are_pasted(qtbot: QtBot, rooms: Rooms, tmp_path: Path) -> None:
    room, folder = rooms(2017), tmp_path / "usb"
    paths = give(qtbot, room, folder)
    dialog = overview(qtbot, room)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths[:2]])
    QGuiApplication.clipboard().setMimeData(data)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(find(dialog, RecordView, "formLines"), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    QGuiApplication.clipboard().clear()  # what lies there must not outlive the test

    preview = shown(qtbot, room, FormsPreviewDialog)
    assert sorted(column(preview, "Tệp")) == [path.name for path in paths[:2]]


def test_an_empty_folder_is_told_and_a_finished_year_takes_nothing(
    qtbot: QtBot, rooms: Rooms, tmp_path: Path
) -> None:
    room = rooms(2017)
    dialog = overview(qtbot, room)
    (tmp_path / "trong").mkdir()
    room.dialogs.paths = [tmp_path / "trong"]
    press(dialog, "takeFolder")
    qtbot.waitUntil(lambda: bool(room.notices), timeout=WAIT)
    assert "không có tệp nào" in room.notices[-1].words
    (cycle,) = room.core.review.whole(2017).cycles
    room.core.review.cycles.finish(cycle)
    again = overview(qtbot, room)
    assert not find(again, Button, "takeFolder").isEnabled()
    assert [one.name for one in room.core.papers.forms.lines(FormKind.SELF_REVIEW, 2017)] == list(NAMES)
