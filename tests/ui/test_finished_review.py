"""In a year that is over the card of Kiểm điểm and what was written are only looked at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.rules.ruleset_files import shipped
from tests.ui.a_program import Room, a_core, a_room
from tests.ui.opened import found
from ui.widgets.button import Button
from ui.widgets.tabs import Tabs

ADDING = ("earlier_shortcomingAdd", "own_shortcomingAdd", "outside_opinionAdd")


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    core = a_core(tmp_path / "so")
    core.members.add({"full_name": "Nguyễn Văn Mẫu"})
    core.review.cycles.begin(2017, shipped()["cv3993"], {})
    room = a_room(tmp_path / "so", core)
    qtbot.addWidget(room.window)
    room.window.show()
    yield room
    room.close()


def offered(room: Room) -> list[str]:
    """Return what can be added on the tabs of the card."""
    room.window.open("review")
    page = room.window.page()
    tabs, seen = found(page, Tabs, "reviewTabs"), []
    for at in range(4):
        tabs.choose(at)
        seen += [one for one in ADDING if found(page, Button, one).isVisible()]
    return seen


def test_nothing_is_added_to_a_finished_year(room: Room) -> None:
    assert offered(room) == list(ADDING)
    cycle = room.core.review.cycles.get(2017)
    assert cycle is not None
    room.core.review.cycles.finish(cycle)
    assert offered(room) == []


def test_nothing_is_written_in_a_finished_year(room: Room) -> None:
    (member,) = room.core.members.list()
    room.core.review.self_reviews.put(2017, member.uid, {"state": "draft"})
    cycle = room.core.review.cycles.get(2017)
    assert cycle is not None
    room.core.review.cycles.finish(cycle)
    room.window.open("writing", member.uid, "")
    page = room.window.page()
    assert not found(page, Button, "finishWriting").isVisible()
    assert found(page, QPlainTextEdit, "text").isReadOnly()
