"""The real program in a process of its own, in which somebody types until it is killed, or looks afterwards.

``python -m tests.ui.typing_program type FOLDER FORM [SLOW]`` types into a form and notes each letter with its
time in ``FOLDER/../typed``; ``… look FOLDER FORM`` starts again, follows the notice and prints what it sees.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from app.bootstrap import Seams
from tests.ui.a_program import CHEAP, PASSWORD, RoomClock
from tests.ui.typing_in import type_text
from ui.dialogs.unlock import UnlockWindow
from ui.forms import binder
from ui.main import Program
from ui.main_window import MainWindow
from ui.widgets.button import Button
from ui.widgets.notice_bar import NoticeBar

TEXT = "Chi bộ đã kiểm điểm từng đồng chí, góp ý thẳng thắn và chỉ rõ việc phải sửa. " * 20
FIELDS = {"member": ("members", "full_name"), "paper": ("papers", "body")}
SLOW_MS = 60_000


class Sitting:
    """A program that was opened by its password."""

    def __init__(self, folder: Path, form: str) -> None:
        self.app = QApplication(["SoChiBo"])
        self.folder = folder
        self.page, self.field = FIELDS[form]
        self.program = Program(self.app, folder, Seams(RoomClock(), cost=CHEAP))
        self.app.aboutToQuit.connect(self.program.close)
        self.program.guard()
        self.program.start()
        window = self.program.window
        assert isinstance(window, UnlockWindow)
        window.password_given.emit(PASSWORD)

    def when_open(self, act: Callable[[MainWindow], None]) -> int:
        def look() -> None:
            window = self.program.window
            if isinstance(window, MainWindow):
                timer.stop()
                act(window)

        timer = QTimer(self.program)
        timer.timeout.connect(look)
        timer.start(20)
        return self.app.exec()


def type_on(sitting: Sitting, window: MainWindow) -> None:
    """Type as a hand does, letter by letter, for ever."""
    core = sitting.program.core
    assert core is not None
    subject = "new" if sitting.page == "members" else core.papers.list(2017)[0].uid
    window.open(sitting.page, subject, sitting.field)
    field = editor(window, sitting.field)
    assert field is not None
    chance = random.Random()
    letters = iter(TEXT)
    said = (sitting.folder.parent / "typed").open("a", encoding="utf-8")

    def one() -> None:
        type_text(field, next(letters))
        said.write(f"{time.monotonic()}\n")
        said.flush()
        timer.start(chance.randint(20, 120))

    timer = QTimer(sitting.program, singleShot=True)
    timer.timeout.connect(one)
    timer.start(0)


def look(sitting: Sitting, window: MainWindow) -> None:
    """Print the notice and what stands in the form that it leads to."""
    bar = window.findChild(NoticeBar, "notice")
    link = window.findChild(Button, "noticeLink")
    assert bar is not None
    assert link is not None
    said = bar.words()
    if link.text():
        link.click()
    field = editor(window, sitting.field) if link.text() else None
    text = "" if field is None else field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    sys.stdout.write(json.dumps({"said": said, "place": window.place(), "text": text}))
    sys.stdout.flush()
    sitting.app.quit()


def editor(window: MainWindow, name: str) -> QLineEdit | QPlainTextEdit | None:
    fields: list[QLineEdit | QPlainTextEdit] = [*window.page().findChildren(QLineEdit, name)]
    fields += window.page().findChildren(QPlainTextEdit, name)
    return next((field for field in fields if field.isVisible()), None)


def main(what: str, folder: str, form: str, slow: str = "") -> int:
    if slow:
        binder.DRAFT_AFTER_MS = SLOW_MS
    sitting = Sitting(Path(folder), form)
    act = type_on if what == "type" else look
    return sitting.when_open(lambda window: act(sitting, window))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
