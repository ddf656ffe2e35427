"""Keys pressed in a real list on a screen nobody sees."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget

from app.bootstrap import Core
from app.common.clock import SystemClock
from app.domain.members import Member
from app.domain.people import Person
from app.domain.types import new_uid
from bench_figures import REPEATS, seconds
from ui.desktop.notifier import Notifier
from ui.desktop.seat import Seat
from ui.lists.frame import ListFrame, Parts
from ui.lists.leaving import ListDesk, ListLeaving
from ui.lists.shape import WithCard
from ui.pages.member_columns import member_kind
from ui.theme.look import BASE_SIZE, apply

TYPED = ("nguyen van d", "đặng văn đạt")
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi", "Đỗ")
GIVEN = ("An", "Bình", "Chi", "Dũng", "Đạt", "Hà", "Hương", "Khánh", "Lan", "Minh", "Oanh", "Yến")


def keystrokes(core: Core, count: int, typed: str) -> list[float]:
    """Return the seconds from each key of `typed` to the list painted anew, over `count` members."""
    app = QApplication.instance() or QApplication([])
    apply(app, BASE_SIZE)  # type: ignore[arg-type]  # the stubs know the running program as a core one
    desk = SimpleNamespace(seat=Seat(core.folder), clock=SystemClock(), notifier=Notifier())
    leaving = ListLeaving(core.lists, core.papers.pages, cast("ListDesk", desk))
    window = ListFrame(member_kind(desk.clock.today), leaving, Parts(QWidget(), WithCard()))
    window.show_records([_person(number) for number in range(count)])
    window.resize(1280, 720)
    window.show()
    QTest.qWaitForWindowExposed(window)  # nothing is painted before
    [field], [view] = window.findChildren(QLineEdit), window.findChildren(QTableView)
    times: list[float] = []
    for _ in range(REPEATS):
        field.clear()
        view.viewport().repaint()
        times += [seconds(partial(_press, field, view, letter)) for letter in typed]
    window.close()
    return times


def _press(field: QLineEdit, view: QTableView, letter: str) -> None:
    if letter.isascii():
        QTest.keyClick(field, Qt.Key.Key_Space if letter == " " else Qt.Key(ord(letter.upper())))
    else:
        field.insert(letter)  # as the input method of Vietnamese gives it
    view.viewport().repaint()


def _person(number: int) -> Person:
    family, given = FAMILIES[number % len(FAMILIES)], GIVEN[number % len(GIVEN)]
    return Person(Member(uid=new_uid(), full_name=f"{family} Văn {given}", card_number=f"{number:012d}"))
