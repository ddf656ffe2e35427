"""Kiểm điểm: who is reviewed in which order, how far each has come, and every line leads to its field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.services.review_course import course_of
from app.services.review_subjects import review_subjects
from tests.acts.stage import rules
from tests.builders import MEMBER, a_core
from tests.ui.desks import put_on_screen
from ui.forms.record_editor import RecordEditor
from ui.pages.page import Desk
from ui.pages.review_page import ReviewPage
from ui.theme.room import Room
from ui.widgets.editors import ChoiceField
from ui.widgets.labels import StateLine
from ui.widgets.step_line import StepLine
from ui.widgets.work_row import WorkRow

NAMES = {
    "Lê Văn Mẫu": [],
    "Đỗ Thị Giả": [{"kind": "cell_secretary", "started_on": "2015"}],
    "Bùi Văn Bịa": [{"kind": "committee_member", "started_on": "2015"}],
}


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(2017, rules(), {})
    for at, (name, posts) in enumerate(NAMES.items(), start=1):
        core.members.add({**MEMBER, "full_name": name, "card_number": f"{at:012d}", "posts": posts})
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[ReviewPage]:
    page = ReviewPage(core, desk)
    put_on_screen(qtbot, page, core)
    yield page
    page.leave()
    qtbot.waitUntil(lambda: not desk.runner.busy())


def uid(core: Core, name: str) -> str:
    return next(one.uid for one in core.members.list() if one.full_name == name)


def names(page: ReviewPage) -> list[str]:
    return [one.name for one in page.list.table.shown()]


def rows(page: ReviewPage) -> list[WorkRow]:
    return page.card.findChildren(WorkRow)


def test_the_collective_is_first_then_posts_then_names(page: ReviewPage) -> None:
    assert names(page) == ["Tập thể chi ủy", "Đỗ Thị Giả", "Bùi Văn Bịa", "Lê Văn Mẫu"]


def test_who_does_not_review_himself_is_not_in_the_list(page: ReviewPage, core: Core) -> None:
    core.review.population.settle(
        2017, {uid(core, "Lê Văn Mẫu"): {"review": "no", "rating": "exempt", "reason": "exempt_standing"}}
    )
    assert "Lê Văn Mẫu" not in names(page)


def test_who_died_or_left_is_in_the_list_only_where_his_review_was_begun(
    page: ReviewPage, core: Core
) -> None:
    gone = {"Đỗ Văn Xưa": ("transferred_out", "2016-12-10"), "Đỗ Văn Khuất": ("died", "2017-11-10")}
    for name, (kind, day) in gone.items():
        standings = [{"kind": kind, "started_on": day}]
        core.members.add({**MEMBER, "full_name": name, "card_number": "", "standings": standings})
    assert names(page) == ["Tập thể chi ủy", "Đỗ Thị Giả", "Bùi Văn Bịa", "Lê Văn Mẫu"]
    core.review.self_reviews.put(2017, uid(core, "Đỗ Văn Khuất"), {"state": "handed_in"})
    assert "Đỗ Văn Khuất" in names(page)


def test_each_state_of_a_self_review_is_said_and_filtered(page: ReviewPage, core: Core) -> None:
    one = uid(core, "Lê Văn Mẫu")
    states = {
        "draft": ("đang viết (dự thảo)", "writing"),
        "handed_in": ("đã nộp", "handed_in"),
        "returned": ("trả lại", "returned"),
        "final": ("hoàn thành", "final"),
    }
    for state, (said, chip) in states.items():
        core.review.self_reviews.put(2017, one, {"state": state})
        column = page.list.kind.column("writing")
        assert said in [column.text(row) for row in page.list.table.shown()]
        assert page.list.count(chip) == 1
        assert page.list.count("not_begun") == 3
    core.review.self_reviews.put(2017, one, {"state": "handed_in", "on_paper": True, "sheets": 3})
    assert "đã nộp, bản giấy, 3 tờ" in [column.text(row) for row in page.list.table.shown()]


def test_the_card_says_what_is_known_and_each_line_opens_its_field(page: ReviewPage, core: Core) -> None:
    one = uid(core, "Lê Văn Mẫu")
    core.review.shortcomings.add_earlier(
        2017, {"target": one, "text": "Vắng họp tổ 3 lần", "from_year": 2016, "correction": "corrected"}
    )
    letter = core.review.suggestions.add_letter(2017, {"number": "31-CV/ĐU", "dated_on": "2017-11-18"})
    core.review.suggestions.add_point(letter, {"target": one, "text": "Làm rõ việc thu quỹ"})
    page.open_at(one, "")
    said = {row.work.matter: row.work.status for row in rows(page)}
    assert said["Vắng họp tổ 3 lần (năm 2016)"] == "đã khắc phục"
    assert said["Làm rõ việc thu quỹ"] == "chưa giải trình"
    assert any("giải trình" in matter for matter in said if matter != "Làm rõ việc thu quỹ")


def test_the_steps_follow_from_what_is_entered(page: ReviewPage, core: Core) -> None:
    steps = page.findChild(StepLine)
    assert steps is not None
    assert "Bản kiểm điểm: Còn thiếu 3/3" in steps.accessibleName()
    # Nobody is settled yet, so no level can be done with.
    assert "Mức đề nghị: Còn thiếu 3/3" in steps.accessibleName()
    core.review.self_reviews.put(2017, uid(core, "Lê Văn Mẫu"), {"state": "handed_in"})
    assert "Bản kiểm điểm: Còn thiếu 2/3" in steps.accessibleName()
    whole = core.review.whole(2017)
    assert {one.code: one.total for one in course_of(whole, review_subjects(whole))}["explained"] == 0


def test_a_year_without_a_review_says_so(qtbot: QtBot, tmp_path: Path, desk: Desk) -> None:
    core = a_core(tmp_path / "khac")
    page = ReviewPage(core, desk)
    put_on_screen(qtbot, page, core)
    said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "Năm 2017 chưa mở đợt kiểm điểm." in said
    assert not page.list.isVisible()
    core.close()


def test_in_a_narrow_window_the_card_takes_the_place_of_the_list(page: ReviewPage, core: Core) -> None:
    page.fit(Room.CARD_ALONE)
    assert page.list.view.isVisible()
    page.open_at(uid(core, "Lê Văn Mẫu"), "")
    assert not page.list.view.isVisible()
    assert page.card.isVisible()
    back = page.findChild(QPushButton, "backToSubjects")
    assert back is not None
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert page.list.view.isVisible()


def test_an_earlier_shortcoming_is_answered_on_the_card(page: ReviewPage, core: Core) -> None:
    one = uid(core, "Lê Văn Mẫu")
    core.review.shortcomings.add_earlier(2017, {"target": one, "text": "Vắng họp tổ", "from_year": 2016})
    page.open_at(one, "earlier")
    correction = page.findChild(ChoiceField, "correction")
    assert correction is not None
    assert correction.isVisible()
    correction.set_value("corrected")
    save = page.findChild(QPushButton, "earlier_shortcomingSave")
    assert save is not None
    QTest.mouseClick(save, Qt.MouseButton.LeftButton)
    (kept,) = core.review.whole(2017).earlier_shortcomings
    assert kept.correction == "corrected"


def test_what_the_ledger_says_is_read_on_the_card_and_not_typed_again(page: ReviewPage, core: Core) -> None:
    one = uid(core, "Lê Văn Mẫu")
    earlier = core.review.shortcomings.add_earlier(
        2017, {"target": one, "text": "Vắng họp tổ", "from_year": 2016}
    )
    done = {
        "state": "done",
        "result": "Dự đủ sáu kỳ họp",
        "finished_on": "2017-09-02",
        "signed_off_by": "Đỗ Thị Giả",
    }
    core.review.remediation.add(2017, {"target": one, "text": "Dự họp", "shortcoming": earlier.uid, **done})
    page.open_at(one, "earlier")
    editor = page.findChild(RecordEditor, "earlier_shortcomingEditor")
    assert editor is not None
    form = editor.form.binder
    assert (form.row("correction").editor.value(), form.row("result").editor.value()) == (
        "corrected",
        "Dự đủ sáu kỳ họp",
    )
    assert not field_of(page, "correction").isEnabled()
    assert field_of(page, "from_year").isEnabled()
    (said,) = [line.words() for line in editor.findChildren(StateLine) if "Lấy từ" in line.words()]
    assert said == (
        "Lấy từ trang Khắc phục, không phải gõ lại: đã khắc phục xong, xong ngày 02/09/2017, "
        "Đỗ Thị Giả xác nhận. Sửa ở trang Khắc phục."
    )
    core.history.undo()
    page.open_at(one, "earlier")
    assert field_of(page, "correction").isEnabled()


def field_of(page: ReviewPage, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert found is not None
    return found
