"""The review conference is typed from the handwritten minutes: roll-call, opinions and gate by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.domain.conferences import OpinionKind, Presence
from app.domain.shortcomings import Origin
from tests.acts.stage import rules
from tests.builders import a_core
from tests.ui.desks import put_on_screen
from tests.ui.english import english
from tests.ui.opened import found, why_not
from tests.ui.typing_in import type_text
from ui.dialogs.opinion_paste import OpinionPasteDialog
from ui.models.ballot_grid import BLANK
from ui.pages.conference_page import ConferencePage, Tab
from ui.pages.page import Desk
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.labels import StateLine
from ui.widgets.page_view import PageView

NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Giả")


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    for name in NAMES:
        core.members.add({"full_name": name})
    core.review.cycles.begin(2017, rules(), {})
    conference = core.review.conferences.add(2017, {"body": "cell"})
    core.review.conferences.put_sitting(conference, 1, {"held_on": "2017-12-05"})
    yield core
    core.close()


@pytest.fixture
def page(qtbot: QtBot, core: Core, desk: Desk) -> Iterator[ConferencePage]:
    page = ConferencePage(core, desk)
    put_on_screen(qtbot, page, core)
    yield page
    page.leave()


def uid(core: Core, name: str) -> str:
    return next(one.uid for one in core.members.list() if one.full_name == name)


def test_the_roll_is_called_by_one_key_each(page: ConferencePage, core: Core) -> None:
    page.tabs.choose(Tab.ROLL)
    page.roll.go_to("")
    for key in (Qt.Key.Key_C, Qt.Key.Key_K, Qt.Key.Key_C):
        QTest.keyClick(page.roll.view, key)
    rows = core.review.whole(2017).attendance
    assert sorted(one.presence for one in rows) == [
        Presence.PRESENT,
        Presence.PRESENT,
        Presence.UNEXCUSED,
    ]


def test_an_opinion_is_name_kind_text_enter(page: ConferencePage, core: Core) -> None:
    page.tabs.choose(Tab.OPINIONS)
    page.subject.go_to(uid(core, "Nguyễn Văn Mẫu"))
    entry = page.subject.opinions.entry
    type_text(entry.speaker, "thu")
    QTest.keyClick(entry.speaker, Qt.Key.Key_Return)
    page.go_to_filter()
    type_text(entry.text, "Chậm báo cáo")
    QTest.keyClick(entry.text, Qt.Key.Key_Return)

    (said,) = core.review.whole(2017).opinions
    assert (said.speaker, said.kind, said.text) == (
        uid(core, "Trần Thị Thử"),
        OpinionKind.SHORTCOMING,
        "Chậm báo cáo",
    )
    assert entry.speaker.hasFocus()
    assert entry.is_empty()
    core.history.undo()
    assert core.review.whole(2017).opinions == ()


def test_a_subject_without_explanation_waits(page: ConferencePage, core: Core) -> None:
    member = uid(core, "Nguyễn Văn Mẫu")
    letter = core.review.suggestions.add_letter(2017, {"number": "12-CV/ĐU", "dated_on": "2017-11-15"})
    core.review.suggestions.add_point(letter, {"target": member, "text": "Việc mẫu"})
    page.tabs.choose(Tab.OPINIONS)
    page.subject.go_to(member)
    assert not page.subject.opinions.isVisible()
    assert page.subject.override.isVisible()

    core.review.suggestions.override_gate(
        2017, {"target": member, "number": "05-QĐ/ĐU", "dated_on": "2017-12-04"}
    )
    assert page.subject.opinions.isVisible()


def test_a_pasted_text_is_looked_through_and_recorded_as_one_step(
    page: ConferencePage, core: Core, qtbot: QtBot
) -> None:
    page.tabs.choose(Tab.OPINIONS)
    page.subject.go_to(uid(core, "Nguyễn Văn Mẫu"))
    page.subject.opinions.entry.paste.click()
    dialog = found(page.window(), OpinionPasteDialog)
    qtbot.addWidget(dialog)
    dialog.text.setPlainText("Đ/c Thử: Ưu điểm: nhiệt tình\nĐ/c Lạ: Chậm báo cáo")
    take = found(dialog, Button, "takeOpinions")
    assert not take.isEnabled()
    assert why_not(dialog) != ""
    speaker = found(dialog, ChoiceField, "cutSpeaker_1")
    speaker.set_value(uid(core, "Lê Văn Giả"))
    speaker.edited.emit()
    take.click()

    said = [(one.kind, one.text) for one in core.review.whole(2017).opinions]
    assert sorted(said) == [
        (OpinionKind.SHORTCOMING, "Chậm báo cáo"),
        (OpinionKind.STRENGTH, "Nhiệt tình"),
    ]
    core.history.undo()
    assert core.review.whole(2017).opinions == ()


def test_a_tally_is_stored_only_when_its_sums_can_be(page: ConferencePage, core: Core) -> None:
    uids = [uid(core, name) for name in NAMES]
    settled = {"review": "yes", "rating": "yes"}
    core.review.population.settle(2017, dict.fromkeys(uids, settled))
    page.tabs.choose(Tab.BALLOTS)
    part = page.ballots
    for field, number in {
        "convened": "3",
        "official_present": "3",
        "issued": "3",
        "returned": "3",
        "valid": "3",
    }.items():
        part.form.binder.row(field).editor.set_value(number)
    part.grid.put({(uids[0], "good"): "2"})
    save = found(part, Button, "saveBallot")
    save.click()
    assert part.grid.faulty() == [NAMES[0]]
    assert NAMES[0] in found(part, StateLine, "ballotSums").words()
    assert core.review.whole(2017).ballots == ()

    part.grid.put({(uids[0], BLANK): "1"})
    save.click()
    (ballot,) = core.review.whole(2017).ballots
    (line,) = core.review.whole(2017).ballot_lines
    assert (ballot.valid, line.blank) == (3, 1)


def test_an_opinion_goes_into_the_conclusion_without_being_typed_again(
    page: ConferencePage, core: Core
) -> None:
    page.tabs.choose(Tab.OPINIONS)
    page.subject.go_to(uid(core, "Nguyễn Văn Mẫu"))
    entry = page.subject.opinions.entry
    entry.show_values({"speaker": uid(core, "Lê Văn Giả"), "kind": OpinionKind.SHORTCOMING, "text": "Chậm"})
    entry.into.click()
    QTest.keyClick(entry.text, Qt.Key.Key_Return)
    (one,) = core.review.whole(2017).shortcomings
    assert (one.text, one.origin) == ("Chậm", Origin.CONFERENCE)


@pytest.mark.parametrize(
    ("field", "tab"), [("general_note", Tab.END), ("order_reason", Tab.SETUP), ("opinions", Tab.OPINIONS)]
)
def test_what_a_finding_speaks_of_opens(page: ConferencePage, field: str, tab: Tab) -> None:
    page.open_at("", field)
    assert page.tabs.current() == tab


@pytest.mark.parametrize("tab", list(Tab))
def test_every_part_opens_and_has_no_english(page: ConferencePage, tab: Tab) -> None:
    page.tabs.choose(tab)
    assert english(page) == []


def test_the_minutes_are_one_click_away_and_a_tab_leads_back(
    qtbot: QtBot, page: ConferencePage, core: Core
) -> None:
    page.tabs.choose(Tab.OPINIONS)
    found(page, Button, "conferencePaper").click()
    view = found(page, PageView)
    qtbot.waitUntil(lambda: view.page_count() > 0)
    assert (view.isVisible(), page.subject.isVisible()) == (True, False)
    assert core.review.whole(2017).papers == ()
    assert english(page) == []
    QTest.mouseClick(page.tabs, Qt.MouseButton.LeftButton, pos=page.tabs.tabRect(Tab.OPINIONS).center())
    assert (view.isVisible(), page.subject.isVisible()) == (False, True)
