"""Bảng rà soát in the window: what there is to see to is answered, taken back, undone, printed, compared."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFrame, QTextBrowser, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from app.domain.finding_answers import FindingAnswer
from app.errors import EnvironmentFailed
from app.rules.findings import engine
from app.rules.findings.engine import Finding
from app.rules.findings.requirement import requirements
from app.rules.outlook import Outlook
from app.services import findings as finding_service
from tests.conftest import LogWatch
from tests.ui.a_program import Room, RoomClock, a_core, a_room
from tests.ui.english import english
from tests.ui.finding_screens import careless
from tests.ui.opened import NAMES, found, opened_at
from tests.ui.screen_data import YEAR
from tests.ui.typing_in import type_text
from ui.dialogs.side_by_side import SideBySideDialog
from ui.dialogs.turn_choice import TurnChoiceDialog
from ui.pages.draft_places import waiting_places
from ui.pages.finding_panel import FindingPanel
from ui.pages.findings_page import FORM, REACHED, FindingsPage
from ui.texts import findings as words
from ui.texts import side_by_side as pair_words
from ui.widgets.button import Button
from ui.widgets.choice_card import ChoiceCard
from ui.widgets.editors import ProseField
from ui.widgets.labels import StateLine, Text
from ui.widgets.page_head import PageHead
from ui.widgets.sheet import Scroll
from ui.widgets.work_row import WorkRow

REASON = "Hội nghị thống nhất mức độ nhẹ, đã nhận trách nhiệm."


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    yield from opened_at("findings", qtbot, tmp_path / "so", (*NAMES, "Phạm Thị Dụ"), careless)


def page(room: Room) -> FindingsPage:
    return found(room.window, FindingsPage)


def line(room: Room, id_: str) -> WorkRow:
    return found(page(room), WorkRow, f"finding_{id_}")


def answer(room: Room) -> ProseField:
    return found(page(room), ProseField, "findingAnswer")


def press(room: Room, name: str) -> None:
    found(page(room), Button, name).click()


def answers(room: Room) -> list[tuple[str, str, str]]:
    return [(one.finding, one.kind.value, one.text) for one in room.core.review.whole(YEAR).finding_answers]


def test_every_line_says_matter_persons_and_state_and_the_head_counts_them(room: Room) -> None:
    assert set(line(room, "R4-03").work.names.split(", ")) <= {*NAMES, "Phạm Thị Dụ"}
    assert line(room, "R4-03").work.status == "Chưa trả lời"
    assert line(room, "R2-03").work.status == "Chưa hoàn thành"
    head = found(page(room), PageHead)
    assert head.facts().startswith("2 phải hoàn thành trước, ")
    assert english(page(room)) == []


def test_one_line_is_open_at_a_time_and_stands_in_sight(qtbot: QtBot, room: Room) -> None:
    room.window.open("findings", "R4-03")
    line(room, "R2-03").click()
    assert len(page(room).findChildren(FindingPanel)) == 1
    line(room, "R2-03").click()
    assert page(room).findChildren(FindingPanel) == []
    room.window.open("findings", "R5-06")
    scroll = found(page(room), Scroll)

    def in_sight() -> bool:
        row = line(room, "R5-06")
        top = row.mapTo(scroll.viewport(), row.rect().topLeft()).y()
        return 0 <= top <= scroll.viewport().height() - row.height()

    qtbot.waitUntil(in_sight)


def test_a_list_is_answered_at_once_with_an_exception_by_name_and_undone_in_one_step(room: Room) -> None:
    line(room, "R4-03").click()
    ticks = [one for one in page(room).findChildren(QCheckBox) if one.text().startswith(NAMES)]
    ticks[-1].setChecked(False)
    type_text(answer(room), REASON)
    press(room, "findingKeep")

    assert answers(room) == [("R4-03", "kept", REASON)] * 2
    assert line(room, "R4-03").work.status == "Còn 1 chưa trả lời"
    type_text(answer(room), "Lý do riêng")
    press(room, "findingKeep")
    assert line(room, "R4-03").work.status == "Đã trả lời"

    room.core.history.undo()
    assert line(room, "R4-03").work.status == "Còn 1 chưa trả lời"
    room.core.history.undo()
    assert answers(room) == []


def test_an_answer_without_words_is_asked_for_and_nothing_is_stored(room: Room) -> None:
    line(room, "R4-03").click()
    press(room, "findingKeep")
    assert words.EMPTY_ANSWER in found(page(room), FindingPanel).said()
    for tick in page(room).findChildren(QCheckBox):
        tick.setChecked(False)
    press(room, "findingKeep")
    assert words.CHOOSE_SOMEBODY in found(page(room), FindingPanel).said()
    assert answers(room) == []


def test_what_is_not_to_be_told_again_is_gone_from_the_home_page_and_comes_back_when_taken_back(
    room: Room,
) -> None:
    def told() -> set[object]:
        return {one.finding for one in room.core.home.lines(YEAR)}

    assert "R4-03" in told()
    line(room, "R4-03").click()
    type_text(answer(room), REASON)
    press(room, "findingNotAgain")
    assert line(room, "R4-03").work.status == "Không nhắc nữa"
    assert "R4-03" not in told()
    press(room, "findingTakeBack")
    assert "R4-03" in told()


def test_what_must_be_done_first_is_not_answered_away(room: Room) -> None:
    line(room, "R2-03").click()
    assert page(room).findChild(ProseField, "findingAnswer") is None
    assert page(room).findChild(Button, "findingKeep") is None


def test_a_note_is_seen_with_one_key(room: Room) -> None:
    line(room, "R3-15").click()
    press(room, "findingSeen")
    assert answers(room) == [("R3-15", "seen", "")]
    assert line(room, "R3-15").work.status == "Đã xem"


def test_a_half_written_answer_is_a_draft_that_comes_back(room: Room) -> None:
    line(room, "R4-03").click()
    type_text(answer(room), "Nửa chừng")
    room.window.keep_drafts()
    assert room.core.drafts.find(FORM, str(YEAR)) == {
        "R4-03": {"text": "Nửa chừng", "turn": "", "apart": [], "printed": False}
    }
    line(room, "R2-03").click()
    line(room, "R4-03").click()
    assert answer(room).value() == "Nửa chừng"
    press(room, "findingKeep")
    assert room.core.drafts.find(FORM, str(YEAR)) is None


def test_it_goes_when_the_cause_is_gone(room: Room) -> None:
    (letter,) = room.core.review.whole(YEAR).suggestion_letters
    room.core.review.suggestions.remove_letter(letter)
    assert page(room).findChild(WorkRow, "finding_R2-03") is None


def test_texts_are_compared_for_the_secretary_alone(qtbot: QtBot, room: Room) -> None:
    text = " ".join(f"việc{n} làm{n} rõ{n}" for n in range(8))
    reviews = room.core.review.whole(YEAR).self_reviews
    for one in reviews[:2]:
        room.core.review.self_reviews.write(one, "duties", text)
    press(room, "findingsCompare")
    qtbot.waitUntil(lambda: page(room).findChild(WorkRow, "finding_R2-11") is not None)
    owners = {one.member_uid for one in reviews[:2]}
    wanted = {one.full_name for one in room.core.members.list() if one.uid in owners}
    assert set(line(room, "R2-11").work.names.split(", ")) == wanted
    assert words.SECRET in found(page(room), FindingPanel).said()
    printed = page(room).listing()
    assert not any("đoạn giống" in str(value) for row in printed.rows for value in row)


def test_an_answer_points_to_a_line_of_the_minutes_and_says_so_on_screen_and_paper(room: Room) -> None:
    line(room, "R4-03").click()
    type_text(answer(room), REASON)
    press(room, "findingPoint")
    turn = room.core.review.whole(YEAR).review_turns[1]
    shown = found(room.window, TurnChoiceDialog)
    assert english(shown) == []
    found(shown, ChoiceCard, f"turn_{turn.uid}").click()
    found(shown, Button, "turnChoose").click()
    name = next(one.full_name for one in room.core.members.list() if one.uid == turn.target)
    told = f"biên bản: lượt kiểm điểm đồng chí {name}, hội nghị chi bộ ngày 04/12/{YEAR}"
    panel = found(page(room), FindingPanel)
    assert any(name in one.words() for one in panel.findChildren(StateLine) if not one.isHidden())
    assert answer(room).value() == REASON
    press(room, "findingKeep")
    assert {one.review_turn for one in room.core.review.whole(YEAR).finding_answers} == {turn.uid}
    assert f"({told})" in found(page(room), FindingPanel).said()
    assert any(f"({told})" in str(row[0]) for row in page(room).listing().rows)


def begin_an_answer(room: Room) -> str:
    """Begin to answer for all but one: words, a turn of the minutes, printed; return the turn."""
    line(room, "R1-05").click()
    type_text(answer(room), "Nửa chừng")
    found(found(page(room), FindingPanel), QCheckBox, "findingPrinted").click()
    ticks = [one for one in page(room).findChildren(QCheckBox) if one.text().startswith("Nguyễn")]
    ticks[0].click()
    press(room, "findingPoint")
    turn = room.core.review.whole(YEAR).review_turns[1].uid
    shown = found(room.window, TurnChoiceDialog)
    found(shown, ChoiceCard, f"turn_{turn}").click()
    found(shown, Button, "turnChoose").click()
    return turn


def test_a_begun_answer_is_there_as_a_whole_after_the_program_ended_suddenly(
    qtbot: QtBot, room: Room, tmp_path: Path
) -> None:
    turn = begin_an_answer(room)
    # Another window over the same data: nothing of the first one is asked.
    again = a_room(tmp_path / "so", room.core)
    qtbot.addWidget(again.window)
    again.window.open("findings", "R1-05")
    assert answer(again).value() == "Nửa chừng"
    panel = found(page(again), FindingPanel)
    (apart,) = [one for one in panel.findChildren(QCheckBox) if not one.isChecked()]
    assert apart.text().startswith("Nguyễn")
    assert found(panel, QCheckBox, "findingPrinted").isChecked()
    assert any("Sẽ dẫn biên bản: lượt kiểm điểm" in one.words() for one in panel.findChildren(StateLine))
    press(again, "findingKeep")
    given = room.core.review.whole(YEAR).finding_answers
    assert {(one.review_turn, one.is_printed, one.text) for one in given} == {(turn, True, "Nửa chừng")}
    assert len(given) == len(NAMES)
    assert room.core.drafts.find(FORM, str(YEAR)) is None


def test_a_draft_whose_turn_is_gone_points_to_none(room: Room) -> None:
    room.core.drafts.keep(FORM, str(YEAR), {"R1-05": {"text": "Nửa chừng", "turn": "khong-con"}})
    page(room).show_year(YEAR + 1)
    page(room).show_year(YEAR)
    line(room, "R1-05").click()
    press(room, "findingKeep")
    assert {one.review_turn for one in room.core.review.whole(YEAR).finding_answers} == {""}


def dialog(qtbot: QtBot, room: Room) -> SideBySideDialog:
    qtbot.waitUntil(lambda: room.window.findChild(SideBySideDialog) is not None)
    return found(room.window, SideBySideDialog)


def marked(dialog: QWidget, name: str) -> list[str]:
    reader = found(dialog, QTextBrowser, name)
    cursor = reader.textCursor()
    letters = []
    for at in range(1, len(reader.toPlainText()) + 1):
        cursor.setPosition(at)
        letters.append(reader.toPlainText()[at - 1] if cursor.charFormat().fontUnderline() else " ")
    return "".join(letters).split()


def test_passages_stand_side_by_side_with_the_words_that_differ_marked(qtbot: QtBot, room: Room) -> None:
    reviews = room.core.review.whole(YEAR).self_reviews
    equal = " ".join(f"việc{n} làm{n} rõ{n}" for n in range(8))
    nearly = " ".join(f"giờ{n} họp{n} đủ{n}" for n in range(8))
    room.core.review.self_reviews.write(reviews[0], "duties", f"{equal}\n{nearly}")
    room.core.review.self_reviews.write(reviews[1], "duties", f"{equal}\n{nearly.replace('họp3', 'vắng')}")
    press(room, "findingsCompare")
    shown = dialog(qtbot, room)
    place = found(shown, Text, "pairPlace")
    assert place.text() == "Cặp 1 trên 2: giống hoàn toàn"
    assert marked(shown, "pairLeft") == marked(shown, "pairRight") == []
    QTest.keyClick(shown, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert place.text() == "Cặp 2 trên 2: gần giống"
    assert {*marked(shown, "pairLeft"), *marked(shown, "pairRight")} == {"họp3", "vắng"}
    names = {one.uid: one.full_name for one in room.core.members.list()}
    wanted = {f"{names[one.member_uid]}, năm {YEAR}" for one in reviews[:2]}
    assert {found(shown, Text, f"{side}Who").text() for side in ("pairLeft", "pairRight")} == wanted
    assert english(shown) == []
    QTest.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert place.text().startswith("Cặp 1")
    shown.reject()
    qtbot.waitUntil(lambda: room.window.findChild(SideBySideDialog) is None)
    press(room, "findingPairs")
    assert dialog(qtbot, room).isVisible()


def test_nothing_alike_is_said_so(qtbot: QtBot, room: Room) -> None:
    press(room, "findingsCompare")
    shown = dialog(qtbot, room)
    assert pair_words.EMPTY in [one.text() for one in shown.findChildren(Text)]
    assert shown.findChild(Button, "pairNext") is None


def test_of_what_is_not_told_again_the_paper_says_only_how_many(room: Room) -> None:
    (sentence,) = [
        one.finding.sentence for one in room.core.review.findings.lines(YEAR) if one.finding.id == "R3-15"
    ]
    assert any(sentence in str(row[0]) for row in page(room).listing().rows)
    line(room, "R3-15").click()
    type_text(answer(room), REASON)
    press(room, "findingNotAgain")
    listing = page(room).listing()
    assert not any(sentence in str(row[0]) or REASON in str(row[0]) for row in listing.rows)
    assert "Không nhắc nữa trong năm: 1 nội dung." in listing.notes


def test_the_paper_has_every_line_with_the_answers_that_are_printed(room: Room) -> None:
    room.core.review.findings.answer(
        YEAR, "R4-03", [room.core.members.list()[0].uid], {"text": REASON, "is_printed": False}
    )
    rows = page(room).listing().rows
    (said,) = [str(row[0]) for row in rows if "khuyết điểm đã kết luận nhưng được đề nghị" in str(row[0])]
    assert REASON in said, "R4-03 is printed always (rulings.md 2.7)"


def test_in_a_finished_year_answers_are_read_and_none_is_taken(room: Room) -> None:
    cycle = room.core.review.cycles.get(YEAR)
    assert cycle
    room.core.review.cycles.finish(cycle)
    line(room, "R4-03").click()
    panel = found(page(room), FindingPanel)
    assert words.NO_ANSWERS in panel.said()
    assert NAMES[0] in panel.said()
    assert panel.findChild(ProseField, "findingAnswer") is None
    assert panel.findChild(Button, "findingKeep") is None


def test_what_was_typed_stays_when_the_answer_is_refused(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    line(room, "R4-03").click()
    type_text(answer(room), REASON)

    def full(*_given: object) -> None:
        raise EnvironmentFailed("L-102")

    panel = found(page(room), FindingPanel)
    with monkeypatch.context() as seam, capture_exceptions() as raised:
        seam.setattr(room.core.review.findings, "answer", full)
        press(room, "findingKeep")
    assert [type(error) for _, error, _ in raised] == [EnvironmentFailed]
    assert found(page(room), FindingPanel) is panel
    assert answer(room).value() == REASON
    page(room).refresh()
    assert answer(room).value() == REASON
    room.window.keep_drafts()
    kept = room.core.drafts.find(FORM, str(YEAR))
    assert kept
    press(room, "findingKeep")
    assert {one[2] for one in answers(room)} == {REASON}


def test_a_draft_that_cannot_be_kept_is_told_in_the_frame(
    room: Room, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    def full(*_given: object) -> None:
        raise EnvironmentFailed("L-102")

    told: list[str] = []
    page(room).draft_failed.connect(lambda _error: told.append("failed"))
    page(room).draft_kept.connect(lambda: told.append("kept"))
    line(room, "R4-03").click()
    type_text(answer(room), REASON)
    with monkeypatch.context() as seam:
        seam.setattr(room.core.drafts, "keep", full)
        page(room).keeper.flush()
    assert told == ["failed"]
    assert log_watch.take() == ["draft not kept: L-102"]
    assert answer(room).value() == REASON
    page(room).keeper.flush()
    assert told == ["failed", "kept"]


def test_without_a_review_there_is_nothing_to_compare(room: Room) -> None:
    assert found(page(room), Button, "findingsCompare").isVisible()
    page(room).show_year(YEAR + 5)
    assert not found(page(room), Button, "findingsCompare").isVisible()


def test_the_year_is_looked_over_after_the_commit_never_inside_a_save(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    line(room, "R4-03").click()
    type_text(answer(room), REASON)
    seen: list[int] = []

    def looked(outlook: Outlook) -> tuple[Finding, ...]:
        with room.core.review.database.read() as reader:
            seen.append(len(reader.rows(FindingAnswer, year=YEAR)))
        return engine.findings(outlook)

    monkeypatch.setattr(finding_service, "findings", looked)
    press(room, "findingKeep")
    assert seen
    assert set(seen) == {3}, "read on another connection: what is not committed cannot be seen there"


def test_a_cause_that_goes_while_its_answer_is_begun_leaves_no_draft_to_go_on_with(room: Room) -> None:
    line(room, "R5-06").click()
    type_text(answer(room), "Nửa chừng")
    room.window.keep_drafts()
    (place,) = waiting_places(room.core)
    assert (place.page, place.subject, place.year) == ("findings", "R5-06", YEAR)
    room.core.drafts.keep(FORM, str(YEAR), {"R0-01": {"text": "Không còn dòng này"}})
    assert waiting_places(room.core) == []


def test_a_list_of_thirty_with_exceptions_and_long_words_is_answered_at_once(
    qtbot: QtBot, tmp_path: Path
) -> None:
    core = a_core(tmp_path / "nhieu", RoomClock())
    for number in range(32):
        core.members.add({"full_name": f"Nguyễn Văn Mẫu {number:02}"})
    careless(core)
    many = a_room(tmp_path / "nhieu", core)
    qtbot.addWidget(many.window)
    many.window.resize(1280, 720)
    many.window.show()
    many.window.open("findings", "R1-05")
    ticks = [one for one in page(many).findChildren(QCheckBox) if one.text().startswith("Nguyễn")]
    for tick in ticks[::2]:
        tick.click()
    said = ("Chi bộ đã thảo luận kỹ từng trường hợp, thống nhất giữ nguyên. " * 9)[:500]
    answer(many).set_value(said)
    press(many, "findingKeep")
    assert len(core.review.whole(YEAR).finding_answers) == len(ticks) - len(ticks[::2])
    assert line(many, "R1-05").work.status == f"Còn {len(ticks[::2])} chưa trả lời"
    assert said.strip() in found(page(many), FindingPanel).said()
    core.history.undo()
    assert core.review.whole(YEAR).finding_answers == ()
    many.close()


@pytest.mark.slow
def test_every_requirement_opens_a_page_that_there_is(room: Room) -> None:
    wanted = {(one.opens.page, one.opens.field) for one in requirements() if one.opens.page}
    assert {page for page, _field in wanted} <= REACHED
    member = room.core.members.list()[0]
    for place, field in sorted(wanted):
        room.window.open(place, member.uid if place in {"review", "writing"} else "", field)
        assert room.window.place() == place


@pytest.mark.parametrize(
    ("place", "field", "open_kind"),
    [
        ("year", "legal_basis", "legal_basis"),
        ("year", "milestone", "milestone"),
        ("year", "guidance_done_on", "guidance"),
        ("year", "lessons_of_last_year", "cycle"),
        ("letters", "suggestion_point", "suggestion_point"),
    ],
)
def test_what_a_finding_speaks_of_is_open_on_its_page(
    room: Room, place: str, field: str, open_kind: str
) -> None:
    room.window.open(place, "", field)
    assert f"{open_kind}Editor" in {
        one.objectName() for one in room.window.page().findChildren(QFrame) if one.isVisible()
    }
