"""The rules of the year are read, searched, printed; a file of one's own is copied in or told its fault."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Refused
from tests.ui.a_program import Room, RoomClock, a_core, a_room
from tests.ui.english import english
from tests.ui.rules_screens import SET, begin
from tests.ui.typing_in import type_text
from ui.dialogs.list_pages import ListPagesDialog
from ui.dialogs.own_rules import OwnRulesDialog
from ui.pages.rules_page import RulesPage
from ui.texts import rules as words
from ui.theme.room import Room as Width
from ui.widgets.button import Button
from ui.widgets.chips import ChipButton
from ui.widgets.editors import ChoiceField, LineField
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import StateLine, Text
from ui.widgets.rule_reader import RuleReader
from ui.widgets.search_field import SearchField

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so", a_core(tmp_path / "so", RoomClock()))
    qtbot.addWidget(room.window)
    room.window.resize(1366, 697)
    room.window.show()
    room.window.open("settings")
    QTest.mouseClick(found(room.window, Button, "readRules"), Qt.MouseButton.LeftButton)
    yield room
    qtbot.waitUntil(lambda: not room.desk.runner.busy())
    room.close()


def found(root: QWidget, kind: type[W], name: str = "") -> W:
    widget = root.findChild(kind, name) if name else root.findChild(kind)
    assert isinstance(widget, kind), name
    return widget


def press(room: Room, name: str) -> None:
    QTest.mouseClick(found(page(room), Button, name), Qt.MouseButton.LeftButton)


def page(room: Room) -> RulesPage:
    shown = room.window.page()
    assert isinstance(shown, RulesPage)
    return shown


def text(room: Room) -> str:
    return found(page(room), RuleReader, "rulesText").toPlainText()


def states(room: Room) -> list[str]:
    return [one.words() for one in page(room).findChildren(StateLine) if one.isVisible()]


def parts(room: Room) -> list[str]:
    shown = found(page(room), QListWidget, "ruleParts")
    return [shown.item(at).text() for at in range(shown.count())]


def test_the_sheet_says_what_the_year_follows_and_leads_to_the_rules(room: Room) -> None:
    sheet = room.window.findChild(Text, "rulesOfYear")
    assert sheet is not None
    assert sheet.text() == "Năm 2017: Hướng dẫn 27-HD/BTCTW và Công văn 3993-CV/BTCTW"
    assert room.window.place() == "rules"
    (said,) = states(room)
    assert said.startswith("Năm 2017: Hướng dẫn 27-HD/BTCTW")
    assert said.endswith("Năm 2017 chưa mở đợt kiểm điểm; khi mở sẽ theo bộ này.")
    assert "Bản kiểm điểm cá nhân làm 2 bản" in text(room)
    assert "3993-CV/BTCTW, điểm 3 · đã đối chiếu" in text(room)
    assert english(page(room)) == []

    press(room, "toSettings")

    assert room.window.place() == "settings"


def test_a_part_is_brought_to_the_top(room: Room) -> None:
    reader = found(page(room), RuleReader, "rulesText")
    list_ = found(page(room), QListWidget, "ruleParts")
    assert parts(room)[0] == "Văn bản căn cứ"
    assert parts(room)[-1] == "Chưa có trong chương trình"
    before = reader.verticalScrollBar().value()

    list_.setCurrentRow(parts(room).index("Thẩm quyền"))

    assert reader.verticalScrollBar().value() > before
    assert reader.cursorForPosition(reader.viewport().rect().topLeft()).block().text() in {
        "Thẩm quyền",
        reader.textCursor().block().previous().text(),
    }


def test_searching_leaves_what_was_found_and_says_where_there_is_nothing(room: Room) -> None:
    field = found(page(room), SearchField, "searchRules")

    type_text(field, "di nghi dua")
    assert text(room) == words.NOTHING
    assert parts(room) == []

    field.clear()
    type_text(field, "nể nang")
    assert parts(room) == ["Hạn chế của buổi kiểm điểm"]
    assert "Nể nang" in text(room)
    assert "Né tránh" not in text(room)


def test_a_chip_leaves_the_rules_of_one_mark(room: Room) -> None:
    whole = text(room)
    chip = found(page(room), ChipButton, "chip_unverified")

    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)

    shown = text(room)
    assert shown.count("chưa đối chiếu") >= chip.chip.count > 0
    assert "· đã đối chiếu" not in shown
    assert len(shown) < len(whole)


def test_own_values_of_the_cell_are_shown_as_such(room: Room) -> None:
    begin(room)
    room.window.open("rules")

    QTest.mouseClick(found(page(room), ChipButton, "chip_own"), Qt.MouseButton.LeftButton)

    assert "31-HD/ĐU · chi bộ ghi theo văn bản cấp trên" in text(room)
    assert "hạn 20/12" in text(room)
    (said,) = states(room)
    assert said.endswith("Năm 2017 đã mở đợt kiểm điểm: quy định được giữ nguyên văn trong sổ của năm.")


def test_what_is_shown_is_printed(room: Room, qtbot: QtBot) -> None:
    type_text(found(page(room), SearchField, "searchRules"), "nể nang")

    press(room, "printRules")

    qtbot.waitUntil(lambda: room.window.findChild(ListPagesDialog) is not None, timeout=20_000)
    dialog = room.window.findChild(ListPagesDialog)
    assert dialog is not None
    act = dialog.findChild(Button, "pagesPrint")
    assert act is not None
    QTest.mouseClick(act, Qt.MouseButton.LeftButton)
    printed = room.desk.printing.printed  # type: ignore[attr-defined]  # the recording double
    qtbot.waitUntil(lambda: printed == [1], timeout=20_000)


def test_a_year_without_rules_says_so_and_takes_none_of_another(room: Room, tmp_path: Path) -> None:
    page(room).show_year(2031)
    empty = found(page(room), EmptyState)
    assert empty.isVisible()
    assert "Chưa có bộ quy định nào cho năm 2031." in found(empty, Text, "emptyWords").text()
    assert not found(page(room), RuleReader, "rulesText").isVisible()

    file = tmp_path / "bo-2031.toml"
    file.write_text(SET.replace('"cv3993"', '"mau"').replace("[2017]", "[2031]"), encoding="utf-8")
    room.dialogs.paths.append(file)
    room.dialogs.answers.append(True)
    QTest.mouseClick(found(empty, Button, "emptyStep"), Qt.MouseButton.LeftButton)

    assert "áp dụng cho: 2031" in room.dialogs.asked[0].words
    assert not empty.isVisible()
    assert "27-HD/BTCTW" in text(room)


def test_a_faulty_file_is_told_with_its_line_and_nothing_is_taken(room: Room, tmp_path: Path) -> None:
    file = tmp_path / "sai.toml"
    file.write_text(SET + "\nla = 1\n", encoding="utf-8")
    room.dialogs.paths.append(file)

    press(room, "importRules")

    (notice,) = room.notices
    assert "có lỗi ở sai.toml, dòng 8: không có mục tên “la”" in notice.words
    assert room.dialogs.asked == []
    assert not (tmp_path / "so" / "quy-dinh").exists()


def test_an_answer_of_no_takes_nothing_in(room: Room, tmp_path: Path) -> None:
    file = tmp_path / "bo.toml"
    file.write_text(SET, encoding="utf-8")
    room.dialogs.paths += [file, None]
    room.dialogs.answers.append(False)

    press(room, "importRules")
    press(room, "importRules")

    assert not (tmp_path / "so" / "quy-dinh").exists()


def test_a_begun_year_follows_a_newer_set_only_when_asked_and_undo_takes_it_back(
    room: Room, tmp_path: Path
) -> None:
    begin(room)
    file = tmp_path / "bo.toml"
    file.write_text(SET, encoding="utf-8")
    room.dialogs.paths.append(file)
    room.dialogs.answers += [True, False, True]

    press(room, "importRules")
    assert any("Có bộ khác cho năm này" in one for one in states(room))
    press(room, "adoptRules")
    assert room.core.review.whole(2017).cycles[0].ruleset_version == "2017.1"
    press(room, "adoptRules")

    assert room.core.review.whole(2017).cycles[0].ruleset_version == "2017.2"
    assert not any("Có bộ khác" in one for one in states(room))
    room.core.history.undo()
    assert room.core.review.whole(2017).cycles[0].ruleset_version == "2017.1"


def own_dialog(room: Room) -> OwnRulesDialog:
    press(room, "ownRules")
    return found(room.window, OwnRulesDialog)


def typed(dialog: OwnRulesDialog, which: str, value: str, letter: str = "") -> None:
    choice = found(dialog, ChoiceField, "ownWhich")
    choice.set_value(which)
    choice.edited.emit()
    for name, words_ in (("ownValue", value), ("ownLetter", letter)):
        field = found(dialog, LineField, name)
        if words_ or name == "ownValue":
            field.selectAll()
            QTest.keyClick(field, Qt.Key.Key_Delete)
            type_text(field, words_)


def save(dialog: OwnRulesDialog) -> None:
    QTest.mouseClick(found(dialog, Button, "ownSave"), Qt.MouseButton.LeftButton)


def test_own_values_are_typed_one_after_the_other_and_saved_as_one_step(room: Room) -> None:
    begin(room)
    room.window.open("rules")
    dialog = own_dialog(room)
    assert "Hạn “Gửi hồ sơ cho cấp ủy cấp trên”: 20/12 (31-HD/ĐU)" in found(dialog, Text, "ownSet").text()
    assert "chưa đối chiếu" in found(dialog, Text, "ownAbout").text()

    typed(dialog, "deadlines/send/day", "5/1 năm sau", "40-CV/ĐU")
    typed(dialog, "time/least_minutes", "")
    typed(dialog, "caps/excellent/percent", "12,5")
    assert "40-CV/ĐU" not in found(dialog, Text, "ownSet").text()
    unsaved = found(dialog, Text, "ownUnsaved").text().splitlines()
    assert [one.rpartition(": ")[2] for one in unsaved] == [
        "05/01 năm sau (40-CV/ĐU)",
        "12,5 (40-CV/ĐU)",
        "theo quy định chung",
    ]
    save(dialog)

    own = {one.key: (one.value, one.document) for one in room.core.review.own_rules.list(2017)}
    assert own == {
        "deadlines/send/day": ("next 01-05", "40-CV/ĐU"),
        "caps/excellent/percent": ("12.5", "40-CV/ĐU"),
    }
    assert room.notices[-1].words == words.OWN_SAVED
    room.core.history.undo()
    assert {one.key for one in room.core.review.own_rules.list(2017)} == {
        "deadlines/send/day",
        "time/least_minutes",
    }


def test_what_is_wrong_stands_under_its_field_and_nothing_is_saved(room: Room) -> None:
    begin(room)
    room.window.open("rules")
    before = room.core.review.own_rules.list(2017)
    dialog = own_dialog(room)

    typed(dialog, "deadlines/writing/day", "hôm sau")
    typed(dialog, "caps/excellent/percent", "12")
    save(dialog)

    assert found(dialog, ChoiceField, "ownWhich").value() == "deadlines/writing/day"
    assert "Ghi ngày và tháng, ví dụ 20/12." in [
        one.words() for one in dialog.findChildren(StateLine) if one.isVisible()
    ]
    assert found(dialog, LineField, "ownValue").text() == "hôm sau"
    assert "hôm sau" not in found(dialog, Text, "ownSet").text()
    assert room.core.review.own_rules.list(2017) == before
    assert english(dialog) == []


def test_a_year_not_begun_has_no_values_of_its_own_to_set(room: Room) -> None:
    assert not found(page(room), Button, "ownRules").isVisible()


@pytest.mark.fault("C07")
def test_a_file_that_was_changed_since_is_told_on_the_page(room: Room) -> None:
    folder = Path(room.core.folder) / "quy-dinh"
    folder.mkdir()
    (folder / "mau_0123456789abcdef.toml").write_text(SET, encoding="utf-8")

    page(room).refresh()

    (said,) = states(room)
    assert "Tệp mau_0123456789abcdef.toml không dùng được: tệp đã bị thay đổi" in said
    with pytest.raises(Refused):
        room.core.review.rule_sets.adopt(2031)


def test_on_a_small_screen_the_rules_keep_the_room(room: Room) -> None:
    page(room).fit(Width.NARROW)

    assert not found(page(room), QListWidget, "ruleParts").isVisible()
    assert found(page(room), RuleReader, "rulesText").isVisible()
