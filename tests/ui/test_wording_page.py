"""Câu chữ của văn bản: a text is changed, seen on the page beside it, printed, taken back."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from docx import Document
from docx.document import Document as Paper
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.papers.codec import unpack
from app.papers.writers.text_writer import lines
from tests.conftest import LogWatch
from tests.ui.a_program import Room, RoomClock, a_core, a_room
from tests.ui.english import english
from tests.ui.typing_in import type_text
from tests.ui.wording_screens import begin, damage, leave_behind, page_of
from ui.pages.draft_places import waiting_places
from ui.pages.paper_preview import PaperPreview
from ui.sitting.opening import holding
from ui.texts import wording as words
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField, ProseField
from ui.widgets.labels import StateLine, Text
from ui.widgets.order_list import OrderList

W = TypeVar("W", bound=QWidget)
YEAR, PLAN = 2017, "review_plan"


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = a_room(tmp_path / "so", a_core(tmp_path / "so", RoomClock()))
    begin(room)
    qtbot.addWidget(room.window)
    room.window.resize(1366, 697)
    room.window.show()
    yield room
    room.close()


def found(root: QWidget, kind: type[W], name: str = "") -> W:
    widget = root.findChild(kind, name) if name else root.findChild(kind)
    assert isinstance(widget, kind), name
    return widget


def press(room: Room, name: str) -> None:
    QTest.mouseClick(found(page_of(room), Button, name), Qt.MouseButton.LeftButton)


def choose(room: Room, list_name: str, key: str) -> None:
    """Click a line of a list."""
    shown = found(page_of(room), OrderList, list_name)
    for at in range(shown.count()):
        if shown.item(at).data(Qt.ItemDataRole.UserRole) == key:
            shown.scrollToItem(shown.item(at))
            place = shown.visualItemRect(shown.item(at)).center()
            QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
            return
    raise AssertionError(key)


def field(room: Room) -> ProseField:
    return found(page_of(room), ProseField, "text")


def write(room: Room, text: str) -> None:
    field(room).setFocus()
    field(room).selectAll()
    type_text(field(room), text)


def leave(room: Room) -> None:
    found(page_of(room), OrderList, "wordingTexts").setFocus()


def said(room: Room) -> list[str]:
    return [one.words() for one in page_of(room).findChildren(StateLine) if one.isVisible() and one.words()]


def own(room: Room) -> int:
    return room.core.review.own_wording.count(YEAR)


def plan(room: Room) -> str:
    papers = room.core.papers
    paper = papers.add(PLAN, YEAR, {})
    issued = papers.issue(paper.uid)
    return "\n".join(lines(unpack(issued.issued_content)))


def test_from_settings_a_heading_is_changed_printed_and_taken_back(room: Room, qtbot: QtBot) -> None:
    room.window.open("settings")
    settings = room.window.page()
    assert settings is not None
    QTest.mouseClick(found(settings, Button, "openWording"), Qt.MouseButton.LeftButton)
    choose(room, "wordingKinds", PLAN)
    choose(room, "wordingTexts", "purpose")

    write(room, "I. Mục đích bịa ra")
    leave(room)

    assert own(room) == 1
    qtbot.waitUntil(lambda: found(page_of(room), Text, "pageNumber").text() != "")
    assert "I. Mục đích bịa ra" in plan(room)
    assert found(page_of(room), Text, "wordingOriginal").text() == "Nguyên văn: I. Mục đích, yêu cầu"

    press(room, "toOriginal")

    assert own(room) == 0
    assert field(room).toPlainText() == "I. Mục đích, yêu cầu"
    assert "I. Mục đích, yêu cầu" in plan(room)
    assert english(page_of(room)) == []


def test_the_package_holds_the_paper_with_its_words_and_never_changes_it(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    """Its heading, whom it goes to, who signs; made, issued, handed in, and back to the original."""
    room.window.open("wording", "result_report", "course")
    write(room, "I. Tổ chức kiểm điểm theo mẫu bịa")
    choose(room, "wordingTexts", "recipients")
    write(room, "[cấp ủy cấp trên] (để báo cáo)\nBan Bịa Đảng ủy")
    choose(room, "wordingTexts", "signature/authority")
    write(room, "T/M CHI BỘ BỊA")
    leave(room)
    qtbot.waitUntil(lambda: found(page_of(room), Text, "pageNumber").text() != "")
    paper = room.core.papers.add("result_report", YEAR, {})
    room.window.open("papers", paper.uid)
    room.dialogs.answers.append(True)
    papers = room.window.page()
    assert papers is not None
    QTest.mouseClick(found(papers, Button, "issuePaper"), Qt.MouseButton.LeftButton)
    (tmp_path / "USB").mkdir()
    handed_in = room.core.packages.write(YEAR, tmp_path / "USB")

    texts = [texts_in(file) for file in (tmp_path / "USB" / handed_in.folder_name).rglob("*.docx")]

    wanted = ("I. Tổ chức kiểm điểm theo mẫu bịa", "- Ban Bịa Đảng ủy", "T/M CHI BỘ BỊA")
    assert [sum(one in text for one in wanted) for text in texts] in ([3, 0], [0, 3])
    room.window.open("wording", "result_report", "")
    room.dialogs.answers.append(True)
    press(room, "allToOriginal")
    assert own(room) == 0
    assert "T/M CHI BỘ BỊA" in "\n".join(lines(unpack(room.core.papers.get(paper.uid).issued_content)))


def texts_in(file: Path) -> str:
    """Return the words of a Word file, those of its tables too."""
    paper: Paper = Document(str(file))
    return "".join(str(one.text or "") for one in paper.element.iter() if one.tag.endswith("}t"))


def test_from_a_paper_its_own_kind_is_opened_and_back_again(room: Room) -> None:
    paper = room.core.papers.add(PLAN, YEAR, {})
    room.window.open("papers", paper.uid)
    papers = room.window.page()
    assert papers is not None
    found(papers, Button, "toWording").click()

    assert room.window.place() == "wording"
    assert page_of(room).here().subject == f"{PLAN}/{paper.uid}"
    press(room, "toPapers")
    assert room.window.place() == "papers"


def test_recipients_are_added_moved_and_printed_in_order(room: Room, qtbot: QtBot) -> None:
    room.window.open("wording", PLAN, "recipients")
    write(room, "- Ban Bịa Đảng ủy;\n[cấp ủy cấp trên] (để báo cáo)")
    press(room, "lineUp")
    leave(room)
    qtbot.waitUntil(lambda: found(page_of(room), Text, "pageNumber").text() == "3/3")

    printed = plan(room)

    first, then = printed.index("(để báo cáo)"), printed.index("- Ban Bịa Đảng ủy")
    assert first < then < printed.index("Lưu Chi bộ.")
    assert "- - " not in printed


def test_the_deputy_signs_where_the_kind_says_so(room: Room) -> None:
    cells = room.core.cells
    cells.save(cells.current().rev, {"deputy_secretary": "Trần Thị Thử"})
    room.window.open("wording", PLAN, "signer/post")
    choice = found(page_of(room), ChoiceField, "choice")
    choice.setCurrentIndex(1)
    choice.edited.emit()

    printed = plan(room)

    assert "PHÓ BÍ THƯ" in printed
    assert "Trần Thị Thử" in printed


def test_a_lost_place_is_named_and_what_was_typed_is_offered_again(room: Room) -> None:
    room.window.open("wording", PLAN, "opening")
    write(room, "Chi bộ lập kế hoạch năm [năm]:")
    choose(room, "wordingTexts", "purpose")

    assert own(room) == 0
    (place,) = waiting_places(room.core)
    assert (place.page, place.subject, place.field) == ("wording", PLAN, "opening")
    choose(room, "wordingTexts", "opening")
    assert field(room).toPlainText() == "Chi bộ lập kế hoạch năm [năm]:"
    assert any("[tên chi bộ]" in one for one in said(room))

    found(page_of(room), Button, "insertSlot").click()
    leave(room)

    assert own(room) == 1
    assert waiting_places(room.core) == []


def test_a_finished_year_is_only_looked_at(room: Room) -> None:
    review = room.core.review
    cycle = review.cycles.get(YEAR)
    assert cycle is not None
    review.cycles.finish(cycle)

    room.window.open("wording", PLAN, "opening")

    assert field(room).isReadOnly()
    assert words.FINISHED.format(year=YEAR) in said(room)


def test_a_damaged_text_is_named_and_its_original_stands(room: Room) -> None:
    damage(room)
    room.window.open("wording", PLAN, "opening")

    assert any("Kế hoạch kiểm điểm" in one for one in said(room))
    assert any("Còn thiếu chỗ điền" in one for one in said(room))
    assert field(room).toPlainText().startswith("[tên chi bộ] xây dựng kế hoạch")
    press(room, "toOriginal")
    assert own(room) == 0


def test_a_text_that_the_year_has_no_place_for_is_shown_and_kept_until_it_is_dropped(room: Room) -> None:
    leave_behind(room)
    room.window.open("wording", PLAN, "form/cu/9")

    assert any("không còn trong quy định năm 2017" in one for one in said(room))
    assert field(room).isReadOnly()
    assert field(room).toPlainText().startswith("II. Kết quả học tập chuyên đề của năm …")
    assert found(page_of(room), Button, "toOriginal").text() == words.DROP
    choose(room, "wordingTexts", "opening")
    assert not field(room).isReadOnly()
    assert found(page_of(room), Button, "toOriginal").text() == words.TO_ORIGINAL
    assert own(room) == 1

    choose(room, "wordingTexts", "form/cu/9")
    press(room, "toOriginal")

    assert own(room) == 0
    assert not any("không còn trong quy định" in one for one in said(room))


def test_all_of_a_kind_go_back_after_a_question(room: Room) -> None:
    wording = room.core.review.own_wording
    wording.put(YEAR, PLAN, "purpose", "I. Mục đích bịa")
    wording.put(YEAR, PLAN, "contents", "II. Nội dung bịa")
    room.window.open("wording", PLAN, "")
    room.dialogs.answers.append(True)

    press(room, "allToOriginal")

    assert own(room) == 0
    assert field(room).isVisible()
    room.core.history.undo()
    assert own(room) == 2
    choose(room, "wordingTexts", "purpose")
    assert field(room).toPlainText() == "I. Mục đích bịa"


@pytest.mark.slow
def test_all_go_back_though_one_is_being_typed_that_cannot_stand(room: Room) -> None:
    room.core.review.own_wording.put(YEAR, PLAN, "purpose", "I. Mục đích bịa")
    room.window.open("wording", PLAN, "opening")
    write(room, "Chi bộ lập kế hoạch:")
    room.dialogs.answers.append(True)

    press(room, "allToOriginal")

    assert own(room) == 0
    assert field(room).toPlainText().startswith("[tên chi bộ] xây dựng kế hoạch")
    assert waiting_places(room.core) == []


def test_what_cannot_be_kept_stays_with_its_year(room: Room) -> None:
    """Another year is chosen while the field holds what no paper can print; it is offered there again."""
    room.core.years.open(2018)
    begin(room, 2018)
    room.window.show_holding(holding(room.core), YEAR)
    room.window.open("wording", PLAN, "purpose")
    write(room, "I. Mục đích [không có chỗ này]")

    room.window.show_holding(holding(room.core), 2018)

    assert field(room).toPlainText() == "I. Mục đích, yêu cầu"
    room.window.show_holding(holding(room.core), YEAR)
    assert field(room).toPlainText() == "I. Mục đích [không có chỗ này]"
    assert [one.year for one in waiting_places(room.core)] == [YEAR]


def test_undo_brings_back_what_was_typed_and_given_up_and_nothing_else(room: Room) -> None:
    room.core.members.add({"full_name": "Lê Văn Giả"})
    room.window.open("wording", PLAN, "purpose")
    write(room, "I. Mục đích bịa ra")

    press(room, "toOriginal")

    assert (field(room).toPlainText(), own(room)) == ("I. Mục đích, yêu cầu", 0)
    room.core.history.undo()
    assert field(room).toPlainText() == "I. Mục đích bịa ra"
    assert len(room.core.members.list()) == 1


def test_giving_up_what_cannot_be_kept_offers_no_undo_of_something_else(room: Room) -> None:
    room.core.members.add({"full_name": "Lê Văn Giả"})
    room.window.open("wording", PLAN, "purpose")
    write(room, "I. Mục đích [không có chỗ này]")

    press(room, "toOriginal")

    assert (field(room).toPlainText(), own(room)) == ("I. Mục đích, yêu cầu", 0)
    assert (room.notices[-1].words, room.notices[-1].act) == (words.TAKEN_BACK, None)


def test_a_year_whose_beginning_is_undone_while_its_page_is_made_gives_no_message(
    room: Room, qtbot: QtBot, log_watch: LogWatch
) -> None:
    gate = threading.Event()
    for _ in range(3):
        room.desk.runner.wait_for(lambda _progress: gate.wait(20))
    room.window.open("wording", PLAN, "purpose")

    room.core.history.undo()
    gate.set()
    qtbot.waitUntil(lambda: not room.desk.runner.busy())

    assert room.core.review.cycles.get(YEAR) is None
    assert [one.words for one in room.notices] == []
    assert log_watch.take() == []


def test_the_page_of_the_year_before_is_not_seen_in_another_year(room: Room, qtbot: QtBot) -> None:
    begin(room, 2018)
    gate = threading.Event()
    for _ in range(3):
        room.desk.runner.wait_for(lambda _progress: gate.wait(20))
    room.window.open("wording", PLAN, "purpose")
    page, seen = page_of(room), []
    page.findChildren(PaperPreview)[0].made.connect(lambda uid, _pages: seen.append(uid))

    page.show_year(2018)
    gate.set()
    qtbot.waitUntil(lambda: not room.desk.runner.busy())

    assert seen == [f"2018/{PLAN}/purpose"]
