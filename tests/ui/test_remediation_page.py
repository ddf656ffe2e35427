"""Khắc phục: planned from the conclusions in one click, entered by hand, milestones, overdue, inspections."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from tests.acts.stage import rules
from tests.builders import MEMBER, a_core
from tests.ui.desks import notices_of, seen
from tests.ui.english import english
from tests.ui.hands import click, shown, write
from ui.pages.draft_places import waiting_places
from ui.pages.page import Desk
from ui.pages.remediation_page import INSPECTIONS, LEDGER, RemediationPage
from ui.theme.room import Room
from ui.widgets.editors import ChoiceField
from ui.widgets.labels import StateLine
from ui.widgets.record_line import RecordLine


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.members.add(MEMBER)
    core.review.cycles.begin(2017, rules(), {})
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[RemediationPage]:
    yield from seen(qtbot, RemediationPage(core, desk), core, desk)


def concluded(core: Core) -> None:
    facts = {
        "target": "collective",
        "origin": "conference",
        "measure": "Họp đúng ngày 5",
        "due_on": "2018-06-30",
    }
    core.review.shortcomings.add(2017, {**facts, "text": "Họp muộn nhiều kỳ"})


def an_item(core: Core, **facts: object) -> str:
    values = {"target": "collective", "text": "Lập sổ theo dõi", **facts}
    return core.review.remediation.add(2017, values).uid


def test_conclusions_come_into_the_ledger_by_one_click_without_typing(
    page: RemediationPage, core: Core, desk: Desk
) -> None:
    heard = notices_of(desk)
    concluded(core)
    (button,) = shown(page, "planRemediation")
    assert button.text() == "Đưa 1 kết luận vào kế hoạch"
    click(page, "planRemediation")
    (item,) = core.review.whole(2017).remediation_items
    assert (item.text, item.measure) == ("Họp muộn nhiều kỳ", "Họp đúng ngày 5")
    assert heard[-1].link == "Hoàn tác"
    assert shown(page, "planRemediation") == []
    page.open_at(item.uid, "owner")
    notes = {one.text() for one in page.findChildren(QWidget) if isinstance(one, QPushButton)}
    assert "Bỏ mục khắc phục này" in notes
    core.history.undo()
    assert core.review.whole(2017).remediation_items == ()


def test_what_was_concluded_on_a_member_the_member_puts_right(page: RemediationPage, core: Core) -> None:
    (member,) = core.members.list()
    concluded(core)
    mine = {"target": member.uid, "origin": "conference", "text": "Nộp báo cáo chậm"}
    core.review.shortcomings.add(2017, mine)
    click(page, "planRemediation")
    owners = {one.text: one.owner for one in core.review.whole(2017).remediation_items}
    assert owners == {"Họp muộn nhiều kỳ": "", "Nộp báo cáo chậm": member.full_name}


def test_a_matter_is_added_with_milestones(page: RemediationPage, core: Core) -> None:
    click(page, "addRemediation")
    choice = page.findChild(ChoiceField, "target")
    assert choice is not None
    choice.set_value(core.members.list()[0].uid)
    write(page, "text", "Sinh hoạt đủ các kỳ")
    write(page, "due_on", "01/06/2017")
    click(page, "remediation_itemSave")
    (line,) = page.list.table.shown()
    assert line.whose == "Nguyễn Văn A"
    assert page.list.current() == line
    click(page, "remediation_stepAdd")
    write(page, "step_text", "Báo cáo giữa năm")
    click(page, "remediation_stepSaveNew")
    write(page, "step_text", "Báo cáo cuối năm")
    click(page, "remediation_stepSave")
    steps = core.review.whole(2017).remediation_steps
    assert [(one.position, one.text) for one in steps] == [(1, "Báo cáo giữa năm"), (2, "Báo cáo cuối năm")]
    page.list.tools.chips.choose("late")
    assert len(page.list.table.shown()) == 1
    seconds = [one.lines().second for one in page.findChildren(RecordLine) if one.isVisible()]
    assert seconds[0].startswith("Quá hạn ")


def test_a_result_is_signed_off_and_the_matter_is_late_no_longer(page: RemediationPage, core: Core) -> None:
    uid = an_item(core, due_on="2017-06-01")
    assert page.list.count("late") == 1
    page.open_at(uid, "result")
    choice = page.findChild(ChoiceField, "state")
    assert choice is not None
    choice.set_value("done")
    write(page, "result", "Đã lập sổ")
    write(page, "finished_on", "01/07/2017")
    write(page, "signed_off_by", "Trần Thị B")
    click(page, "remediation_itemSave")
    (item,) = core.review.whole(2017).remediation_items
    assert (item.result, item.finished_on, item.signed_off_by) == (
        "Đã lập sổ",
        dt.date(2017, 7, 1),
        "Trần Thị B",
    )
    assert (page.list.count("late"), page.list.count("done")) == (0, 1)


def test_a_new_matter_begun_is_gone_on_with(page: RemediationPage, core: Core) -> None:
    click(page, "addRemediation")
    write(page, "text", "Đang gõ dở")
    page.leave()
    (place,) = waiting_places(core)
    assert (place.page, place.title, place.year) == ("remediation", "Mục khắc phục mới", 2017)
    click(page, "remediation_itemCancel")
    assert core.drafts.waiting() == []
    an_item(core)
    page.open_at(place.subject, place.field)
    write(page, "text", "Gõ lại")
    page.leave()
    page.list.view.go_to(core.review.whole(2017).remediation_items[0].uid)
    page.open_at(place.subject, place.field)
    (field,) = [one for one in page.findChildren(QPlainTextEdit, "text") if one.isVisible()]
    assert field.toPlainText() == "Gõ lại"


def test_an_inspection_is_entered_and_says_whether_the_ledger_answers_it(
    page: RemediationPage, core: Core
) -> None:
    page.open_at("", "inspections")
    assert page.tabs.current() == INSPECTIONS
    click(page, "inspectionAdd")
    write(page, "inspection_number", "05-KL/UBKT")
    write(page, "inspection_conclusion", "Bổ sung sổ chi bộ")
    click(page, "inspectionSave")
    (one,) = core.review.whole(2017).inspections
    an_item(core, inspection=one.uid)
    (line,) = [line for line in page.findChildren(RecordLine, "inspectionLine") if line.isVisible()]
    assert line.lines().second == "1 mục khắc phục theo kết luận này"


def test_a_finding_on_the_ledger_shows_what_is_late(page: RemediationPage, core: Core) -> None:
    an_item(core, due_on="2017-06-01")
    an_item(core, text="Không hạn")
    page.open_at("", "items")
    assert [one.item.text for one in page.list.table.shown()] == ["Lập sổ theo dõi"]


@pytest.mark.parametrize("room", Room)
def test_no_english_in_any_layout(page: RemediationPage, core: Core, room: Room) -> None:
    an_item(core)
    page.fit(room)
    for tab in (LEDGER, INSPECTIONS):
        page.tabs.choose(tab)
        assert english(page, set()) == []


def test_a_matter_may_answer_an_earlier_shortcoming(page: RemediationPage, core: Core) -> None:
    earlier = core.review.shortcomings.add_earlier(
        2017, {"target": "collective", "text": "Họp muộn", "from_year": 2016}
    )
    item = an_item(core)
    page.open_at(item, "shortcoming")
    link = page.findChild(ChoiceField, "shortcoming")
    assert link is not None
    assert link.findText("Tập thể, năm 2016: Họp muộn") >= 0
    link.set_value(earlier.uid)
    link.edited.emit()
    click(page, "remediation_itemSave")
    (kept,) = core.review.whole(2017).remediation_items
    assert kept.shortcoming == earlier.uid
    page.open_at(item, "state")
    said = [one.words() for one in page.findChildren(StateLine) if one.isVisible()]
    assert "Trả lời cho hạn chế năm 2016: Họp muộn. Kết quả ghi ở đây in vào bản kiểm điểm, báo cáo." in said


def test_matters_are_typed_one_after_the_other(page: RemediationPage, core: Core) -> None:
    click(page, "addRemediation")
    for text in ("Lập sổ theo dõi", "Họp đúng ngày"):
        target = page.findChild(ChoiceField, "target")
        assert target is not None
        assert target.isVisible()
        target.set_value("collective")
        write(page, "text", text)
        click(page, "remediation_itemSaveNew")
    kept = core.review.whole(2017).remediation_items
    assert [one.text for one in kept] == ["Lập sổ theo dõi", "Họp đúng ngày"]
    (text_field,) = [one for one in page.findChildren(QPlainTextEdit, "text") if one.isVisible()]
    assert text_field.toPlainText() == "", "the form of another one is open"
    click(page, "remediation_itemCancel")
    assert not shown(page, "remediation_itemSaveNew")
    page.open_at(kept[0].uid, "state")
    assert not shown(page, "remediation_itemSaveNew"), "one that is there is followed by none"
