"""A self-review and the collective report are written section by section; leaving a field is saving it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.papers.form_sections import headed
from app.papers.readback import pdf_pages
from app.rules import ruleset_files
from app.services.writing import Written, piece_of, writing_sheet
from tests.acts.stage import rules
from tests.builders import MEMBER, a_core
from tests.ui.desks import put_on_screen
from tests.ui.doubles import RecordedPrinting
from ui.pages.page import Desk
from ui.pages.writing_page import FORM, WritingPage
from ui.texts import writing as words
from ui.theme.room import Room
from ui.widgets.editors import ProseField
from ui.widgets.order_list import OrderList

NAME = "Lê Văn Mẫu"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(2017, rules(), {})
    core.members.add({**MEMBER, "full_name": NAME})
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[WritingPage]:
    page = WritingPage(core, desk)
    put_on_screen(qtbot, page, core)
    yield page
    page.leave()
    qtbot.waitUntil(lambda: not desk.runner.busy())


def uid(core: Core) -> str:
    return next(one.uid for one in core.members.list())


def write(page: WritingPage, text: str) -> None:
    field = page.findChild(ProseField, "text")
    assert field is not None
    field.setFocus()
    field.setPlainText(text)


def click(page: WritingPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(core: Core) -> dict[str, str]:
    return {one.section: one.text for one in core.review.whole(2017).section_texts}


def test_a_look_into_another_year_comes_back_to_whom_is_written_about(page: WritingPage, core: Core) -> None:
    page.open_at(uid(core), "ideology")
    write(page, "Chấp hành nghị quyết, dự 12/12 kỳ sinh hoạt.")
    core.years.open(2018)
    page.show_year(2018)
    page.show_year(2017)
    assert page.here().subject == uid(core)
    assert texts(core) == {"ideology": "Chấp hành nghị quyết, dự 12/12 kỳ sinh hoạt."}


def test_the_next_section_saves_the_one_before_and_undo_takes_it_back(page: WritingPage, core: Core) -> None:
    page.open_at(uid(core), "ideology")
    write(page, "Chấp hành nghị quyết, dự 12/12 kỳ sinh hoạt.")
    click(page, "sectionAfter")
    assert texts(core) == {"ideology": "Chấp hành nghị quyết, dự 12/12 kỳ sinh hoạt."}
    assert page.form.section is not None
    assert page.form.section.code == "ethics"
    assert core.drafts.find(FORM, f"2017-{uid(core)}") is None
    core.history.undo()
    assert texts(core) == {}


def test_what_is_typed_waits_as_a_draft_until_the_field_is_left(page: WritingPage, core: Core) -> None:
    page.open_at(uid(core), "ethics")
    write(page, "Giữ lối sống giản dị.")
    page.keeper.flush()
    assert core.drafts.find(FORM, f"2017-{uid(core)}") == {"ethics": "Giữ lối sống giản dị."}
    page.leave()
    assert texts(core)["ethics"] == "Giữ lối sống giản dị."


def test_a_finished_self_review_is_only_looked_at(page: WritingPage, core: Core) -> None:
    page.open_at(uid(core), "ethics")
    write(page, "Giữ lối sống giản dị.")
    click(page, "finishWriting") if core.review.whole(2017).self_reviews else page.leave()
    click(page, "finishWriting")
    (review,) = core.review.whole(2017).self_reviews
    assert review.state == "final"
    field = page.findChild(ProseField, "text")
    assert field is not None
    assert field.isReadOnly()


def test_what_a_section_takes_over_is_shown_and_not_typed(page: WritingPage, core: Core) -> None:
    own = {"target": uid(core), "text": "Vắng họp tổ", "from_year": 2016, "correction": "corrected"}
    core.review.shortcomings.add_earlier(2017, own)
    page.open_at(uid(core), "earlier")
    said = [one.text() for one in page.form.findChildren(QLabel)]
    assert {"Vắng họp tổ", "đã khắc phục"} <= set(said)
    assert "Lấy từ kỳ kiểm điểm trước, không phải gõ lại" in said
    field = page.findChild(ProseField, "text")
    assert field is not None
    assert not field.isVisible()


def test_the_facts_of_a_paper_self_review_are_saved(page: WritingPage, core: Core) -> None:
    page.open_at(uid(core), "handed_in_on")
    binder = page.facts.form.binder
    binder.row("handed_in_on").editor.set_value("01/12/2017")
    binder.row("on_paper").editor.set_value(True)
    binder.row("sheets").editor.set_value("3")
    binder.row("self_level").editor.set_value("good")
    click(page, "saveFacts")
    (review,) = core.review.whole(2017).self_reviews
    assert (review.on_paper, review.sheets, review.self_level) == (True, 3, "good")
    assert str(review.handed_in_on) == "2017-12-01"


def test_the_completed_report_begins_with_the_texts_of_the_draft(page: WritingPage, core: Core) -> None:
    page.open_at("collective", "political_task")
    write(page, "Hoàn thành 12/12 chỉ tiêu.")
    page.leave()
    click(page, "finishWriting")
    reports = core.review.whole(2017).collective_reports
    assert {one.version.value for one in reports} == {"draft", "final"}
    assert page.form.text() == "Hoàn thành 12/12 chỉ tiêu."


def test_hidden_questions_stay_hidden(page: WritingPage, core: Core, desk: Desk) -> None:
    page.open_at(uid(core), "ethics")
    asked = page.findChild(QLabel, "questions")
    assert asked is not None
    assert asked.isVisible()
    click(page, "questionsFold")
    assert not asked.isVisible()
    again = WritingPage(core, desk)
    again.show_year(2017)
    again.open_at(uid(core), "ethics")
    hidden = again.findChild(QLabel, "questions")
    assert hidden is not None
    assert hidden.isHidden()
    again.leave()
    again.deleteLater()


def test_in_a_narrow_window_the_sections_are_a_list_box(page: WritingPage, core: Core) -> None:
    page.open_at(uid(core), "ethics")
    page.fit(Room.NARROW)
    assert page.sections.box.isVisible()
    assert not page.sections.isVisible()


def test_the_page_shows_what_is_typed_and_marks_its_section_on_screen_only(core: Core) -> None:
    whole = core.review.whole(2017)
    sheet = writing_sheet(whole, piece_of(whole, uid(core)))
    heading = next(one.heading for one in sheet.sections if one.code == "ethics")
    pages = core.papers.writing
    pdf = pages.preview(sheet.piece, {"ethics": "Giữ lối sống giản dị."})
    assert pages.pictures(pdf, 300, heading)[0] != pages.pictures(pdf, 300)[0]
    assert pages.pictures(pdf, 300, "Không có mục này") == pages.pictures(pdf, 300)
    assert core.review.whole(2017).self_reviews == ()
    assert texts(core) == {}
    assert "Giữ lối sống giản dị." in "\n".join(pdf_pages(pdf))


def test_the_list_names_sections_shortly_and_counts_what_is_written(page: WritingPage, core: Core) -> None:
    page.open_at(uid(core), "ideology")
    order, count = page.sections.findChild(OrderList), page.sections.findChild(QLabel, "sectionCount")
    assert order is not None
    assert count is not None
    assert [order.item(at).text() for at in range(3)] == ["1. Tư tưởng", "2. Đạo đức", "3. Học, làm theo"]
    before = count.text()
    write(page, "Dự đủ 12 kỳ sinh hoạt.")
    click(page, "sectionAfter")
    done, _, whole = count.text().partition("/")
    assert (before, done) == (f"0/{whole}", "1")
    assert order.item(0).toolTip() == "1. Tư tưởng: đã viết, 6 chữ"


def test_a_number_that_begins_anew_names_its_part(page: WritingPage, core: Core) -> None:
    core.review.cycles.begin(2026, ruleset_files.shipped()["qd366"], {})
    core.review.population.settle(2026, {uid(core): {"review": "yes", "rating": "yes"}})
    page.show_year(2026)
    order = page.sections.findChild(OrderList)
    assert order is not None
    names = [order.item(at).text() for at in range(order.count())]
    assert [one for one in names if one.startswith("B.")] == ["B.I. Tự chấm điểm"]


def test_a_section_whose_records_lack_a_result_is_half_written(core: Core) -> None:
    core.review.commitments.put(2017, uid(core), {})
    core.review.commitments.add_item_of(2017, uid(core), {"content": "Đọc nghị quyết"})
    assert written(core, "commitment") is Written.PARTLY
    assert written(core, "suggestions") is Written.NOT_DUE
    assert written(core, "ethics") is Written.OPEN
    (item,) = core.review.whole(2017).commitment_items
    core.review.commitments.save_item(item, {"degree": "done"})
    assert written(core, "commitment") is Written.DONE


def written(core: Core, section: str) -> Written:
    whole = core.review.whole(2017)
    sheet = writing_sheet(whole, piece_of(whole, uid(core)))
    return next(one.written for one in sheet.sections if one.code == section)


def test_the_level_is_asked_for_at_its_field(page: WritingPage, core: Core) -> None:
    page.open_at(uid(core), "level")
    assert page.facts.form.isVisible()
    assert not page.form.isVisible()


def test_the_piece_is_printed_with_the_words_just_typed(
    qtbot: QtBot, page: WritingPage, core: Core, desk: Desk
) -> None:
    page.open_at(uid(core), "ethics")
    write(page, "Giữ lối sống giản dị.")
    click(page, "printWriting")
    assert isinstance(desk.printing, RecordedPrinting)
    printing = desk.printing
    qtbot.waitUntil(lambda: len(printing.printed) == 1)
    assert printing.printed[0] > 0
    assert texts(core)["ethics"] == "Giữ lối sống giản dị."


def test_every_section_of_every_form_has_a_short_name_and_one_number() -> None:
    for rules_of_year in ruleset_files.shipped().values():
        for form in rules_of_year.forms:
            for section, heading in headed(form, is_leader=True):
                assert section.code in words.SHORT
                assert not re.match(r"\d+\. (?:\d+|[IVX]+)\.", heading), heading
