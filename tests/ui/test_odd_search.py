"""What looks like SQL or like a pattern is searched for letter by letter, and changes nothing (E10)."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.a_program import Room
from tests.ui.test_members_page import a_person, find, names, room, write
from tests.ui.typing_in import type_text
from ui.texts import frame
from ui.widgets.quick_search import QuickSearch

ODD = {
    "' OR 1=1 --": [],
    "'; DROP TABLE member; --": ["'; DROP TABLE member; -- D"],
    "drop table member": ["'; DROP TABLE member; -- D"],
    "%": ["An 50%_B C"],
    "_": ["An 50%_B C"],
    "%_b": ["An 50%_B C"],
    "n%n": [],
    "*": [],
    '"': [],
    "\\": ["Nguyễn \\ E"],
    ".*": [],
    "(": [],
    "NEAR(nguyễn)": [],
}

__all__ = ["room"]


def shows(found: Callable[[], list[str]], wanted: list[str]) -> bool:
    return found() == wanted


@pytest.fixture
def odd_names(room: Room) -> Room:
    for at, name in enumerate(("'; DROP TABLE member; -- D", "An 50%_B C", "Nguyễn \\ E"), start=11):
        room.core.members.add(a_person(name, at))
    return room


@pytest.mark.fault("E10")
def test_the_filter_of_the_list_takes_every_letter_as_a_letter(odd_names: Room) -> None:
    before = odd_names.core.years.dump(2017)
    found = {}
    for typed in ODD:
        write(odd_names, "memberFilter", typed)
        found[typed] = names(odd_names)
    assert found == ODD
    find(odd_names, QLineEdit, "memberFilter").clear()
    assert len(names(odd_names)) == 6
    assert odd_names.core.years.dump(2017) == before


@pytest.mark.fault("E10")
def test_the_search_of_the_top_bar_does_so_too(qtbot: QtBot, odd_names: Room) -> None:
    before = odd_names.core.years.dump(2017)
    search = odd_names.window.findChild(QuickSearch)
    assert isinstance(search, QuickSearch)

    def found() -> list[str]:
        return [hit.partition(" · ")[0] for hit in search.hits()]

    for typed, expected in ODD.items():
        search.setFocus()
        search.selectAll()
        type_text(search, typed)
        qtbot.waitUntil(partial(shows, found, expected or [frame.NOTHING_FOUND.format(query=typed)]))
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert odd_names.core.years.dump(2017) == before


@pytest.mark.fault("E10")
def test_such_text_is_stored_letter_by_letter(room: Room) -> None:
    for at, typed in enumerate(ODD, start=21):
        member = room.core.members.add({**a_person("Phạm Văn F", at), "note": typed})
        assert room.core.members.get(member.uid).note == typed
    assert len(names(room)) == 3 + len(ODD)
