"""A long sitting at the program in which every fact is a canary: typed, imported, printed, packed, broken."""

from __future__ import annotations

import io
import logging
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import QFile, QTimer, qWarning
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app import bootstrap
from app.bootstrap import Core, Seams
from app.commands import verify
from app.commands.running import run
from app.commands.terminal import Terminal
from app.worker.child_jobs import ChildJobs
from tests.builders import CELL
from tests.privacy import canaries
from tests.ui.a_program import CHEAP, RoomClock
from tests.ui.sitting import Sitting
from tests.ui.typing_in import type_text
from ui.dialogs.crash import CrashDialog
from ui.dialogs.diagnosis import DiagnosisDialog
from ui.main_window import MainWindow
from ui.widgets.quick_search import QuickSearch

ODD_CHILD = (sys.executable, "-m", "tests.worker.odd_child")
FACTS = {
    **CELL,
    "name": f"Chi bộ {canaries.PLACE}",
    "place_name": canaries.PLACE,
    "cell_secretary": canaries.NAME,
    "deputy_secretary": canaries.WIFE,
}


@dataclass
class Places:
    """The folders of a user whose own name is a canary."""

    home: Path
    data: Path = field(init=False)
    temporary: Path = field(init=False)
    given: Path = field(init=False)
    """What the user brings in."""
    taken: Path = field(init=False)
    """What the user takes out: papers, packages, lists."""
    sent: Path = field(init=False)
    """What goes to a helper."""
    stick: Path = field(init=False)

    def __post_init__(self) -> None:
        self.data = self.home / "AppData" / "SoChiBo"
        self.temporary = self.home / "AppData" / "Temp"
        self.given, self.taken = self.home / "Downloads", self.home / "Documents"
        self.sent, self.stick = self.home / "Desktop", self.home.parent / "USB"
        for folder in vars(self).values():
            folder.mkdir(parents=True, exist_ok=True)


class Session:
    """The steps of the sitting; what was seen on the way."""

    def __init__(self, qtbot: QtBot, places: Places) -> None:
        self.qtbot = qtbot
        self.places = places
        self.titles: set[str] = set()
        self.reports: list[str] = []
        seams = Seams(RoomClock(), cost=CHEAP)
        core, _code = bootstrap.create_cell(places.data, canaries.PASSWORD, FACTS, 2017, seams)
        core.close()
        self.sitting = Sitting(qtbot, places.data)
        self._open: Sitting | None = self.sitting
        self.sitting.program.guard()

    def close(self) -> None:
        """End the program; a second call does nothing."""
        sitting, self._open = self._open, None
        if sitting:
            sitting.close()

    @property
    def core(self) -> Core:
        core = self.sitting.program.core
        assert core is not None
        return core

    def wait(self, until: Callable[[], bool]) -> None:
        self.sitting.wait(until)
        self.titles |= {one.windowTitle() for one in QApplication.topLevelWidgets() if one.parent() is None}

    def rest(self) -> None:
        self.wait(lambda: not self.sitting.program.runner.busy())

    # The steps ----------------------------------------------------------------------------------------------

    def wrong_password_and_right(self) -> None:
        self.sitting.write("passwordField", canaries.WRONG_PASSWORD)
        self.sitting.press("open")
        self.rest()
        self.sitting.door.hold(0)
        self.sitting.enter(canaries.PASSWORD)
        self.rest()

    def members(self) -> None:
        """Add one, save it, take it back, begin to edit it and leave that unsaved; look for it."""
        self.sitting.main.open("members", "new")
        self.sitting.write("full_name", canaries.NAME)
        self.sitting.write("card_number", canaries.CARD)
        self.sitting.press("saveMember")
        (member,) = self.core.members.list()
        self.core.history.undo()
        self.core.history.redo()
        self.sitting.main.open("members", member.uid, "full_name")
        self.sitting.write("full_name", canaries.WIFE)
        self.sitting.press("cancelMember")
        search = self.sitting.main.findChild(QuickSearch)
        assert search is not None
        search.begin()
        field_ = self.sitting.main.focusWidget()
        if field_ is not None:
            type_text(field_, canaries.NAME)
        self.core.lists.filters.list("members")

    def lists_in(self) -> None:
        """Import a list, and two files that are none."""
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(["Họ và tên", "Ngày sinh", "Số thẻ đảng viên"])
        sheet.append([canaries.WIFE, "05/11/1960", "079083112244"])
        path = self.places.given / f"{canaries.FILE}.xlsx"
        book.save(path)
        self.core.importing.apply(self.core.importing.read(path))
        broken = self.places.given / f"{canaries.NAME}.xlsx"
        broken.write_bytes(f"PK\x03\x04 {canaries.TEXT}".encode())
        self.sitting.dialogs.paths = [broken]
        self.sitting.main.open("members")
        self.sitting.press("importMembers")
        self.rest()

    def papers(self) -> None:
        """Write, preview, issue, save as files, and hand in."""
        facts = {"subject_line": canaries.TEXT, "body": canaries.TEXT, "signer_name": canaries.NAME}
        paper = self.core.papers.add("submission", 2017, facts)
        self.sitting.main.open("papers", paper.uid)
        self.rest()
        self.core.papers.issue(paper.uid)
        self.core.papers.write(paper.uid, self.places.taken)
        self.core.papers.issue(self.core.papers.add("member_list", 2017, {}).uid)
        self.core.packages.write(2017, self.places.taken)
        self.sitting.main.open("packages")
        self.rest()

    def backups(self) -> None:
        self.core.backups.make("manual")
        self.core.second_place.choose(self.places.stick)
        self.core.second_place.copy()
        self.core.trials.make()

    def bugs(self) -> None:
        """Fall over with a canary in hand: in a slot, a task, the child; Qt and libraries complain."""
        QTimer.singleShot(0, self._fall_in_a_transaction)
        self._dismiss()
        runner = self.sitting.program.runner
        runner.store(lambda _progress: self._fall())
        self._dismiss()
        child = ChildJobs(ODD_CHILD)
        runner.wait_for(lambda progress: child.run("break_down", canaries.TEXT.encode(), progress))
        self._dismiss()
        crash = f"11 {self.places.temporary}".encode()
        runner.wait_for(lambda progress: child.run("crash", crash, progress))
        self.rest()
        QPixmap(str(self.places.home / f"{canaries.NAME}.png"))
        QFile(str(self.places.home / canaries.NAME)).readAll()
        qWarning(f"QFont: {canaries.TEXT} {self.places.home}")
        logging.getLogger("app.test").warning("told %s of %s", canaries.NAME, self.places.home)
        logging.getLogger("sqlalchemy.engine").warning("INSERT %s", canaries.TEXT)

    def _fall_in_a_transaction(self) -> None:
        self.core.drafts.keep("cell", "", {"name": canaries.TEXT})
        _raise(canaries.NAME)

    @staticmethod
    def _fall() -> None:
        _raise(f"{canaries.TEXT} {canaries.CARD}")

    def _dismiss(self) -> None:
        """Read the report of a bug and go on."""
        self.wait(lambda: bool(self._crashes()))
        (dialog,) = self._crashes()
        self.reports.append(dialog.report())
        dialog.accept()
        self.rest()

    @staticmethod
    def _crashes() -> list[CrashDialog]:
        tops = QApplication.topLevelWidgets()
        return [one for one in tops if isinstance(one, CrashDialog) and one.isVisible()]

    def lock(self) -> None:
        """Lock, give a wrong password, come back."""
        self.sitting.program.locking.lock()
        self.wait(lambda: self.sitting.program.core is None)
        self.wrong_password_and_right()

    def settings(self) -> None:
        self.sitting.program.seat.font_size = 16
        self.sitting.program.seat.last_folder = self.places.given
        self.sitting.main.open("home")

    def commands(self, patched: Callable[[object, str, object], None]) -> None:
        """Let commands fail over a place that is not there, and over a bug."""
        terminal = Terminal(io.StringIO(), io.StringIO())
        run(["verify", str(self.places.home / canaries.NAME)], terminal)
        patched(verify, "run", lambda _arguments, _terminal: _raise(canaries.NAME))
        run(["verify", str(self.places.home)], terminal)

    def diagnosis(self) -> str:
        """Look at the diagnostic file, save it, and return what was shown."""
        self.sitting.main.open("settings")
        self.sitting.dialogs.paths = [self.places.sent / "chan-doan.txt"]
        self.sitting.press("openDiagnosis")
        self.wait(lambda: self.sitting.main.findChild(DiagnosisDialog) is not None)
        dialog = self.sitting.main.findChild(DiagnosisDialog)
        assert isinstance(dialog, DiagnosisDialog)
        shown = dialog.findChild(QPlainTextEdit)
        assert shown is not None
        text = shown.toPlainText()
        self.sitting.press("saveDiagnosis")
        return text

    def as_killed_now(self) -> Path:
        """Return a copy of the data as a kill at this moment would leave them, side files and all."""
        assert isinstance(self.sitting.program.window, MainWindow)
        return Path(shutil.copytree(self.places.data, self.places.temporary / "killed"))


def _raise(value: str) -> None:
    raise LookupError(value)
