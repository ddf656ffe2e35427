"""Shortcomings, responsibilities and signs are entered in their section; a conclusion is withdrawn."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.domain.targets import COLLECTIVE
from tests.acts.stage import rules
from tests.builders import MEMBER, a_core
from tests.ui.desks import notices_of, seen
from tests.ui.hands import click, shown, write
from ui.pages.page import Desk
from ui.pages.review_page import ReviewPage
from ui.pages.writing_page import WritingPage
from ui.widgets.editors import ChoiceField


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(2017, rules(), {})
    core.members.add({**MEMBER, "full_name": "Lê Văn Mẫu"})
    yield core
    core.close()


@pytest.fixture
def writing(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[WritingPage]:
    yield from seen(qtbot, WritingPage(core, desk), core, desk)


@pytest.fixture
def review(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[ReviewPage]:
    yield from seen(qtbot, ReviewPage(core, desk), core, desk)


def uid(core: Core) -> str:
    return core.members.list()[0].uid


def test_an_admitted_shortcoming_is_entered_in_its_section(writing: WritingPage, core: Core) -> None:
    writing.open_at(uid(core), "shortcomings")
    click(writing, "own_shortcomingAdd")
    write(writing, "shortcoming_text", "Còn vắng họp tổ hai lần")
    write(writing, "shortcoming_sign", "Vắng tháng 3 và tháng 7")
    click(writing, "own_shortcomingSave")
    (one,) = core.review.whole(2017).shortcomings
    assert (one.target, one.origin, one.sign) == (uid(core), "self_admitted", "Vắng tháng 3 và tháng 7")


def test_who_answers_is_entered_in_the_report(writing: WritingPage, core: Core) -> None:
    matter = core.review.shortcomings.add(2017, {"target": COLLECTIVE, "text": "Chậm sửa đường"})
    writing.open_at(COLLECTIVE, "responsibilities")
    click(writing, "own_responsibilityAdd")
    for name, value in (("blame_shortcoming", matter.uid), ("blame_member_uid", uid(core))):
        field = writing.findChild(ChoiceField, name)
        assert field is not None
        field.set_value(value)
        field.edited.emit()
    click(writing, "own_responsibilitySave")
    (part,) = core.review.whole(2017).responsibilities
    assert (part.shortcoming, part.member_uid) == (matter.uid, uid(core))


def test_a_sign_is_checked_once(writing: WritingPage, core: Core) -> None:
    writing.open_at(uid(core), "signs")
    click(writing, "sign_checkAdd")
    write(writing, "sign_measure", "Tự giác nhận việc")
    click(writing, "sign_checkSave")
    (one,) = core.review.whole(2017).sign_checks
    assert (one.sign_group, one.sign_number, one.has_sign, one.measure) == (1, 1, True, "Tự giác nhận việc")
    click(writing, "sign_checkAdd")
    click(writing, "sign_checkSave")
    assert len(core.review.whole(2017).sign_checks) == 1
    said = [one.text() for one in writing.findChildren(QLabel) if one.isVisible()]
    assert "Biểu hiện này đã có trong danh sách; mở dòng ấy để sửa." in said


def test_a_self_review_is_removed_and_comes_back(writing: WritingPage, core: Core) -> None:
    made = core.review.self_reviews.put(2017, uid(core), {"self_level": "good"})
    core.review.self_reviews.write(made, "ethics", "Giữ lối sống giản dị.")
    writing.open_at(uid(core), "self_level")
    click(writing, "removeWriting")
    assert core.review.whole(2017).self_reviews == ()
    assert core.review.whole(2017).section_texts == ()
    assert shown(writing, "removeWriting") == []
    core.history.undo()
    assert [one.text for one in core.review.whole(2017).section_texts] == ["Giữ lối sống giản dị."]


def test_a_conclusion_is_withdrawn_with_its_reason(review: ReviewPage, core: Core, desk: Desk) -> None:
    own = {"target": uid(core), "text": "Chậm nộp báo cáo", "origin": "conference"}
    core.review.shortcomings.add(2017, own)
    heard = notices_of(desk)
    review.open_at(uid(core), "shortcomings")
    click(review, "own_shortcomingRemove")
    assert "đã được kết luận nên không xóa được" in heard[-1].words
    review.open_at(uid(core), "withdrawn_on")
    write(review, "withdrawn_on", "20/12/2017")
    click(review, "withdrawalSave")
    assert core.review.whole(2017).shortcomings[0].withdrawn_on is None
    write(review, "withdrawn_reason", "Chi bộ kết luận lại sau khi đối chiếu sổ")
    click(review, "withdrawalSave")
    (one,) = core.review.whole(2017).shortcomings
    assert str(one.withdrawn_on) == "2017-12-20"
    assert not one.counts
    core.history.undo()
    assert core.review.whole(2017).shortcomings[0].counts
