"""Run as a process of its own under other regional settings: types a member in, issues a paper, prints all.

What comes out must not depend on the language, the numbers, the dates or the scaling of the system.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.ui.a_program import Room, a_room
from tests.ui.typing_in import type_text
from ui.desktop.translations import install
from ui.theme.look import BASE_SIZE, apply
from ui.widgets.button import Button

TYPED = {
    "full_name": "TRẦN THỊ ẤT",
    "born_on": "05/11/1960",
    "admitted_on": "3.2.1985",
    "official_on": "02/1986",
    "card_number": "000 000 000 012",
}


def press(room: Room, name: str) -> None:
    """Press the visible button of this name."""
    (button,) = [one for one in room.window.findChildren(Button, name) if one.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_member_in(room: Room) -> None:
    """Fill in the form of a new member and save it."""
    room.window.open("members")
    press(room, "addMember")
    for name, text in TYPED.items():
        (field,) = [one for one in room.window.findChildren(QLineEdit, name) if one.isVisible()]
        field.setFocus()
        type_text(field, text)
    press(room, "saveMember")


def main(folder: Path) -> dict[str, object]:
    """Return what is stored, printed and shown."""
    app = QApplication([])
    install(app)
    apply(app, BASE_SIZE)
    room = a_room(folder)
    room.window.show()
    type_member_in(room)
    paper = room.core.papers.issue(room.core.papers.add("member_list", 2017, {}).uid)
    pdf = room.core.papers.preview(paper.uid)
    shown = sorted({label.text() for label in room.window.findChildren(QLabel) if label.isVisible()})
    stored = re.sub(r"[0-9a-f]{32}", "#", room.core.years.dump(2017))
    room.close()
    return {"stored": stored, "pdf": hashlib.sha256(pdf).hexdigest(), "shown": shown}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]))))
