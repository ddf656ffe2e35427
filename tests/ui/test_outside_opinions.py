"""Comments from outside the cell are entered on the card of the one they are about, late ones too."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.domain.outside_opinions import OutsideBody, OutsideOpinion
from app.domain.targets import COLLECTIVE
from tests.acts.stage import rules
from tests.builders import MEMBER, a_core
from tests.ui.desks import seen
from tests.ui.hands import click, write
from ui.forms.record_drafts import NEW, RecordPlace
from ui.pages.draft_places import waiting_places
from ui.pages.page import Desk
from ui.pages.review_page import ReviewPage
from ui.widgets.editors import ChoiceField, LineField
from ui.widgets.record_line import RecordLine

NAME = "Lê Văn Mẫu"


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(2017, rules(), {})
    core.members.add({**MEMBER, "full_name": NAME})
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[ReviewPage]:
    yield from seen(qtbot, ReviewPage(core, desk), core, desk)


def uid(core: Core) -> str:
    return core.members.list()[0].uid


def kept(core: Core) -> tuple[OutsideOpinion, ...]:
    return core.review.whole(2017).outside_opinions


def choose(page: ReviewPage, name: str, value: str) -> None:
    field = page.findChild(ChoiceField, name)
    assert field is not None
    assert field.isVisible()
    field.set_value(value)
    field.edited.emit()


def said(page: ReviewPage) -> list[str]:
    lines = [one for one in page.findChildren(RecordLine, "outside_opinionLine") if one.isVisible()]
    return [" · ".join((line.lines().first, line.lines().second)) for line in lines]


def hold_a_conference(core: Core, day: dt.date) -> None:
    core.review.population.settle(2017, {uid(core): {"review": "yes", "rating": "yes"}})
    conferences = core.review.conferences
    conference = conferences.add(2017, {"body": "cell", "chair": uid(core)})
    conferences.put_sitting(conference, 1, {"held_on": day})
    conferences.close(conferences.open(conference))


def test_a_comment_is_entered_and_undone(page: ReviewPage, core: Core) -> None:
    page.open_at(uid(core), "outside_opinions")
    write(page, "outside_body_name", "Chi ủy Chi bộ thôn Bịa")
    write(page, "outside_asked_on", "08/11/2017")
    choose(page, "outside_grade", "good")
    write(page, "outside_text", "Gương mẫu ở nơi cư trú.")
    click(page, "outside_opinionSave")
    (one,) = kept(core)
    assert (one.target, one.body, one.body_name) == (
        uid(core),
        OutsideBody.RESIDENCE,
        "Chi ủy Chi bộ thôn Bịa",
    )
    assert (str(one.asked_on), one.grade, one.text) == ("2017-11-08", "good", "Gương mẫu ở nơi cư trú.")
    core.history.undo()
    assert kept(core) == ()


def test_a_comment_that_comes_after_the_conference_is_entered(page: ReviewPage, core: Core) -> None:
    core.review.outside.put(2017, uid(core), OutsideBody.RESIDENCE, {"asked_on": "2017-11-08"})
    hold_a_conference(core, dt.date(2017, 12, 2))
    page.open_at(uid(core), "outside_opinions")
    write(page, "outside_received_on", "15/01/2018")
    click(page, "outside_opinionSave")
    (one,) = kept(core)
    assert one.received_on == dt.date(2018, 1, 15)
    assert any("sau hội nghị" in text for text in said(page))


def test_the_collective_has_comments_too(page: ReviewPage, core: Core) -> None:
    page.open_at(COLLECTIVE, "outside_opinions")
    choose(page, "outside_body", "front")
    write(page, "outside_received_on", "20/11/2017")
    click(page, "outside_opinionSave")
    (one,) = kept(core)
    assert (one.target, one.body) == (COLLECTIVE, OutsideBody.FRONT)
    assert any("Mặt trận" in text for text in said(page)), said(page)


def test_a_second_comment_of_one_body_does_not_write_over_the_first(page: ReviewPage, core: Core) -> None:
    core.review.outside.put(2017, uid(core), OutsideBody.FRONT, {"text": "Đã nhận xét một lần."})
    page.open_at(RecordPlace("outside_opinion", NEW, uid(core)).text(), "")
    choose(page, "outside_body", "front")
    click(page, "outside_opinionSave")
    assert [one.text for one in kept(core)] == ["Đã nhận xét một lần."]
    wrong = [one.text() for one in page.card.findChildren(QLabel) if one.isVisible()]
    assert "Nhận xét của nơi này đã có trong danh sách; mở dòng ấy để sửa." in wrong


def test_a_comment_entered_under_the_wrong_body_is_moved(page: ReviewPage, core: Core) -> None:
    core.review.outside.put(2017, uid(core), OutsideBody.FRONT, {"text": "Nhận xét bịa ra."})
    page.open_at(uid(core), "outside_opinions")
    choose(page, "outside_body", "union")
    click(page, "outside_opinionSave")
    (one,) = kept(core)
    assert (one.body, one.text) == (OutsideBody.UNION, "Nhận xét bịa ra.")


def test_why_none_is_needed_is_told(page: ReviewPage, core: Core) -> None:
    page.open_at(uid(core), "outside_opinions")
    write(page, "outside_excused_reason", "công tác xa dài ngày")
    click(page, "outside_opinionSave")
    assert said(page) == ["Chi ủy nơi cư trú · không phải lấy: công tác xa dài ngày"]
    page.open_at(uid(core), "outside_opinions")
    opened = page.findChild(ChoiceField, "outside_body")
    assert opened is not None
    assert opened.value() == "authority"


def test_what_was_begun_is_gone_on_with(page: ReviewPage, core: Core) -> None:
    page.open_at(uid(core), "outside_opinions")
    write(page, "outside_body_name", "Tổ dân phố bịa")
    page.leave()
    (place,) = waiting_places(core)
    assert (place.page, place.title) == ("review", f"Nhận xét mới của đồng chí {NAME}")
    page.open_at(place.subject, place.field)
    field = page.findChild(LineField, "outside_body_name")
    assert field is not None
    assert field.isVisible()
    assert field.text() == "Tổ dân phố bịa"
