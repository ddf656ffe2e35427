"""Each page of the review in the practice year 2026: forms, levels, parts of 366-QĐ/TW, no words of 2017."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.domain.targets import COLLECTIVE
from app.practice.plan import PracticePlan
from app.rules.ruleset import RuleSet
from app.rules.ruleset_files import for_year
from app.year.review_year import ReviewYear
from tests.practice.test_budget import on
from tests.ui.a_program import Room, RoomClock, a_room
from tests.ui.english import texts_of
from tests.ui.opened import found
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.grid_view import GridView
from ui.widgets.record_line import RecordLine
from ui.widgets.record_view import RecordView
from ui.widgets.step_line import StepLine
from ui.widgets.tabs import Tabs

YEAR = 2026
OF_2017 = re.compile(
    r"phân loại|đủ tư cách|vi phạm tư cách|\b3993-CV|\b27-HD|ĐTC|VPTC|\b2017\b", re.IGNORECASE
)
"""How 27-HD/BTCTW and letter 3993-CV/BTCTW call what 366-QĐ/TW calls otherwise."""
PAGES = (
    *("home", "year", "commitments", "letters", "review", "writing", "conference"),
    *("levels", "remediation", "findings", "papers", "packages"),
)


@pytest.fixture(scope="module")
def rules() -> RuleSet:
    found_rules = for_year(YEAR)
    assert found_rules is not None
    return found_rules


CLOCK = RoomClock()
CLOCK.moment = dt.datetime(YEAR + 1, 1, 20, 14, 32)  # noqa: DTZ001  the wall clock has no zone


@pytest.fixture(scope="module")
def core() -> Iterator[Core]:
    """A well-run cell of nine in January after its year, opened once: nothing is written here."""
    with on(CLOCK.today(), PracticePlan(YEAR, 9), dt.date(YEAR, 1, 10)) as known:
        yield known


@pytest.fixture
def room(qtbot: QtBot, core: Core, tmp_path: Path) -> Iterator[Room]:
    opened = a_room(tmp_path, core, CLOCK)
    qtbot.addWidget(opened.window)
    opened.window.resize(1366, 697)
    opened.window.show()
    yield opened
    opened.window.close()
    opened.desk.runner.close()


@pytest.fixture
def whole(room: Room) -> ReviewYear:
    return room.core.review.whole(YEAR)


def facts(room: Room) -> str:
    return found(room.window.page(), QLabel, "pageFacts").text()


def title(room: Room) -> str:
    return found(room.window.page(), QLabel, "pageTitle").text()


def said(room: Room) -> list[str]:
    return [text for _, text in texts_of(room.window.page())]


def heads(grid: GridView) -> list[str]:
    model, across = grid.model(), Qt.Orientation.Horizontal
    return [" ".join(str(model.headerData(at, across)).split()) for at in range(model.columnCount())]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_speaks_the_words_of_2017(room: Room, whole: ReviewYear, page: str) -> None:
    room.window.open(page, whole.members[0].uid if page in {"review", "writing"} else "")
    texts = said(room)
    for tabs in room.window.page().findChildren(Tabs):
        for at in range(tabs.count()):
            tabs.choose(at)
            texts += said(room)
    assert len(texts) > 10
    assert [one for one in texts if OF_2017.search(one)] == []


def test_the_frame_calls_the_place_of_levels_as_366_does(room: Room) -> None:
    room.window.open("home")
    words = [text for _, text in texts_of(room.window)]
    assert "Xếp loại" in words
    assert not any("Phân loại" in one for one in words)


def test_home_shows_the_eleven_steps_of_366(room: Room, rules: RuleSet) -> None:
    room.window.open("home")
    told = found(room.window.page(), StepLine).accessibleName()
    assert len(rules.steps) == told.count(";") + 1
    assert "Tự xếp loại: Xong; Đề xuất mức: Xong" in told
    assert "Hoàn chỉnh" not in told  # the report of the collective is no step of its own any more


def test_the_year_names_its_rules_and_their_sources(room: Room) -> None:
    room.window.open("year")
    assert "Quy định 366-QĐ/TW và Hướng dẫn 43-HD/BTCTW" in found(room.window, QLabel, "rulesOfYear").text()
    bases = [one.text() for one in room.window.page().findChildren(RecordLine, "legal_basisLine")]
    assert [one.split()[0] for one in bases][:2] == ["366-QĐ/TW", "43-HD/BTCTW"]


def test_commitments_count_who_handed_one_in_and_keep_the_programme(room: Room, whole: ReviewYear) -> None:
    room.window.open("commitments")
    assert title(room) == "Cam kết & Chương trình"
    assert f"Năm 2026: {len(whole.commitments)}/{len(whole.members)} đảng viên" in facts(room)
    lines = room.window.page().findChildren(RecordLine, "programme_itemLine")
    assert len(lines) == len(whole.programme_items) > 0


def test_letters_have_each_point_with_its_explanation(room: Room, whole: ReviewYear) -> None:
    room.window.open("letters")
    assert facts(room) == f"Năm 2026: {len(whole.suggestion_points)} nội dung gợi ý, 0 chưa giải trình"
    assert len(whole.explanations) == len(whole.suggestion_points)


def test_the_review_lists_all_who_are_under_review(room: Room, whole: ReviewYear) -> None:
    room.window.open("review")
    under = [one for one in whole.population if one.review in {"yes", "later"}]
    assert f"{len(under)}/{len(under)} bản đã nộp" in facts(room)
    model = found(room.window.page(), RecordView, "reviewSubjectsList").model()
    assert model.rowCount() == len(under) + 1  # and the collective


@pytest.mark.parametrize("kind", ["leader", "member", "outside"])
def test_a_member_writes_by_the_form_of_his_kind(
    room: Room, whole: ReviewYear, rules: RuleSet, kind: str
) -> None:
    uid = next(one.member_uid for one in whole.population if one.object_type == kind and one.review == "yes")
    form = next(one.form for one in rules.object_types if one.code == kind)
    room.window.open("writing", uid)
    assert sections(room) == codes(rules, form)
    assert title(room).startswith("Bản kiểm điểm cá nhân: ")
    name = next(one.name for one in rules.forms if one.code == form)
    assert name in facts(room)


def test_the_collective_writes_by_form_01(room: Room, rules: RuleSet) -> None:
    form = next(one.form for one in rules.object_types if one.code == COLLECTIVE)
    room.window.open("writing", COLLECTIVE)
    assert sections(room) == codes(rules, form)
    assert title(room).startswith("Báo cáo kiểm điểm tập thể")


def codes(rules: RuleSet, form: str) -> list[str]:
    """Return the sections of a form; its own level is asked for where it is handed in."""
    (chosen,) = [one for one in rules.forms if one.code == form]
    return [*(one.code for one in chosen.sections if one.carries != "level"), "facts"]


def sections(room: Room) -> list[str]:
    box = found(room.window.page(), ChoiceField, "sectionBox")
    return [str(box.itemData(at)) for at in range(box.count())]


def test_the_conference_votes_on_the_four_levels_of_366(
    room: Room, whole: ReviewYear, rules: RuleSet
) -> None:
    room.window.open("conference", "", "ballots")
    QTest.qWait(1)
    assert len(heads(found(room.window.page(), GridView, "ballotGrid"))) == len(rules.member_levels) + 2
    (legend,) = [one for one in said(room) if one.startswith("HTXS: ")]
    assert legend.split("; ") == [
        *("HTXS: Hoàn thành xuất sắc nhiệm vụ", "HTT: Hoàn thành tốt nhiệm vụ"),
        *("HTNV: Hoàn thành nhiệm vụ", "KHT: Không hoàn thành nhiệm vụ"),
    ]
    which = found(room.window.page(), ChoiceField, "whichConference")
    assert which.count() == len(whole.conferences)


def test_levels_are_those_of_366_and_scored_to_a_hundred(room: Room, rules: RuleSet) -> None:
    room.window.open("levels", "", "levels")
    assert title(room) == "Xếp loại"
    names = {one.name for one in rules.member_levels}
    listed = found(room.window.page(), RecordView, "levelsList").model()
    shown = {
        str(listed.index(row, column).data())
        for row in range(listed.rowCount())
        for column in range(listed.columnCount())
    }
    assert {"Xuất sắc", "Tốt", "Hoàn thành"} <= shown
    found(room.window.page(), Button, "enterProposed").click()
    entered = " ".join(said(room))
    assert all(one in entered for one in names)
    room.window.open("levels", room.core.members.list()[0].uid, "scores")
    assert any(re.search(r"\b100\b", one) for one in said(room))


def test_corrections_count_what_is_done(room: Room, whole: ReviewYear) -> None:
    room.window.open("remediation")
    done = sum(one.state == "done" for one in whole.remediation_items)
    assert facts(room) == f"Năm 2026: {done}/{len(whole.remediation_items)} mục đã khắc phục xong"


def test_the_dossier_has_the_parts_of_366_in_their_order(room: Room, rules: RuleSet) -> None:
    room.window.open("packages")
    model = found(room.window.page(), RecordView, "partList").model()
    names = [str(model.index(row, 1).data()) for row in range(model.rowCount())]
    wanted = [one.name for one in rules.dossier]
    assert len(wanted) > 5
    assert [one for one in names if one in wanted] == wanted
