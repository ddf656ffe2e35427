"""Keys pressed in a real list on a screen nobody sees."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from app.common.clock import SystemClock
from app.domain.members import Member
from app.domain.people import Person
from app.domain.types import new_uid
from bench_figures import REPEATS, seconds
from ui.pages.member_list import MemberList
from ui.theme.look import BASE_SIZE, apply

TYPED = "nguyen van d"
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Đỗ")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Đạt", "Hà", "Hương", "Khánh", "Lan", "Minh", "Oanh", "Yến")


def keystrokes(count: int) -> list[float]:
    """Return the seconds from each key to the list painted anew, over `count` members."""
    app = QApplication.instance() or QApplication([])
    apply(app, BASE_SIZE)  # type: ignore[arg-type]  # the stubs know the running program as a core one
    window = MemberList(SystemClock().today)
    window.show_members([_person(number) for number in range(count)])
    window.resize(1280, 720)
    window.show()
    QTest.qWaitForWindowExposed(window)  # nothing is painted before
    [field], [view] = window.findChildren(QLineEdit), window.findChildren(QTableView)
    times: list[float] = []
    for _ in range(REPEATS):
        field.clear()
        view.viewport().repaint()
        times += [seconds(partial(_press, field, view, letter)) for letter in TYPED]
    window.close()
    return times


def _press(field: QLineEdit, view: QTableView, letter: str) -> None:
    QTest.keyClick(field, Qt.Key.Key_Space if letter == " " else Qt.Key(ord(letter.upper())))
    view.viewport().repaint()


def _person(number: int) -> Person:
    family, given = FAMILIES[number % len(FAMILIES)], GIVEN[number % len(GIVEN)]
    return Person(Member(uid=new_uid(), full_name=f"{family} Văn {given}", card_number=f"{number:012d}"))
