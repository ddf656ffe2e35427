"""Starts the windows: the unlock window first and light, everything heavy after it is painted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from app import bootstrap
from app.common import paths, release_files
from app.common.changes import Change
from app.errors import AppError
from app.version import __version__
from ui.desktop import clipboard, translations
from ui.desktop.changes import ChangeSignal
from ui.desktop.options import pictures_asked
from ui.desktop.patience import Patience
from ui.desktop.presence import Presence, Start, bring_forward
from ui.desktop.seat import Seat
from ui.dialogs.unlocking import Unlocking
from ui.sitting.practising import Practising
from ui.tasks.runner import TaskRunner
from ui.texts import frame
from ui.theme.look import apply

# What the unlock window can do without is imported where it is used: it is there sooner (decisions.md 4.2).
if TYPE_CHECKING:
    from ui.desktop.dialogs import Dialogs
    from ui.desktop.notifier import Notifier
    from ui.desktop.printing import Printing
    from ui.dialogs.first_start import FirstStartWindow
    from ui.dialogs.guard import Guard
    from ui.main_window import MainWindow
    from ui.pages.page import Desk
    from ui.sitting.locking import Locking
    from ui.tasks.self_backup import SelfBackup

SWITCH_INTERVAL_S = 0.0005
"""Threads that compute give way to the window this often (decisions.md 4.1)."""
MAIN_WINDOW = "mainWindow"


class Program(QObject):
    """Goes from the first window to the last; keeps what lives as long as the program."""

    def __init__(self, app: QApplication, folder: Path, seams: bootstrap.Seams = bootstrap.LAPTOP) -> None:
        super().__init__(app)
        self._app = app
        self._folder = folder
        self._seams = seams
        self.seat = Seat(folder, self)
        self.runner = TaskRunner(self)
        self.core: bootstrap.Core | None = None
        self.window: QWidget | None = None
        self._changes = ChangeSignal(self)
        self._changes.changed.connect(self._on_change)
        self.seat.font_size_changed.connect(self._on_font_size)
        self._self_backup: SelfBackup | None = None
        self._guard: Guard | None = None
        self._notifier: Notifier | None = None
        self.patience = Patience(folder, seams.clock)
        self.unlocking = Unlocking(folder, seams, self.runner, self.patience)
        self.unlocking.opened.connect(self._on_opened)
        self.unlocking.never_was.connect(self.start)
        self.unlocking.practice_asked.connect(self.practise)
        self.practising = Practising(folder, seams, self.runner, self.seat, lambda: self.window)
        self.practising.opened.connect(self._on_opened)
        self.practising.refused.connect(self._tell)
        self.unlocking.restore_asked.connect(self._on_restore)
        self.unlocking.diagnosis_asked.connect(self._on_diagnosis)
        # Windows may end the program at once when the user logs off.
        self._at_log_off = app.commitDataRequest.connect(self.keep_drafts)
        apply(app, self.seat.font_size)

    def start(self) -> None:
        """Show the first window: unlock, or the wizard where there is no cell yet."""
        if bootstrap.exists(self._folder):
            self.show(self.unlocking.window())
        else:
            self.show(self._first_start())
        # Painted first, loaded afterwards and beside: the password is being typed meanwhile.
        QTimer.singleShot(0, self, self._load)

    def _load(self) -> None:
        folder, seams = self._folder, self._seams
        task = self.runner.wait_for(lambda _progress: _preload(folder, seams))
        task.failed.connect(lambda error: _errors().tell_unfit(self.window, error))

    @cached_property
    def dialogs(self) -> Dialogs:
        """Return what asks the user."""
        from ui.dialogs.window_dialogs import WindowDialogs

        return WindowDialogs(lambda: self.practising.seat(self.core), self._front)

    @cached_property
    def locking(self) -> Locking:
        """Return what covers the window and leads back."""
        from ui.sitting.locking import Locking, Tools

        tools = Tools(self._app, self.runner, self.seat, self._seams.clock, self._folder)
        locking = Locking(self, tools, self.unlocking.window)
        locking.begun.connect(self._rest)
        locking.ended.connect(self._look_after)
        self.unlocking.covered = lambda: self.core if locking.behind() else None
        self.unlocking.uncovered.connect(locking.uncover)
        return locking

    @cached_property
    def printing(self) -> Printing:
        """Return the printers."""
        from ui.desktop.printing import DesktopPrinting

        return DesktopPrinting()

    def guard(self) -> None:
        """Start the log and stand behind every thread for what no one catches."""
        from ui.dialogs.guard import Guard

        self._guard = Guard(self.keep_drafts, self._app.quit, self._tell)
        self._guard.begin(self._folder)

    def _front(self) -> QWidget | None:
        """Return the window that shows the data, behind the cover too: nothing above it is seen then."""
        return ("locking" in self.__dict__ and self.locking.behind()) or self.window

    def come_forward(self) -> None:
        """Put the window in front: the program was started once more."""
        if self.window:
            bring_forward(self.window)

    def keep_drafts(self) -> None:
        """Write unfinished input away."""
        window = self._front()
        if _is_main(window):
            window.keep_drafts()

    def close(self) -> None:
        """Take the window away, end all work and close the cell, each whatever became of the one before."""
        QObject.disconnect(self._at_log_off)
        with ExitStack() as last_first:
            guard, self._guard = self._guard, None
            if guard:
                last_first.callback(guard.end)
            last_first.callback(self._close_cell)
            last_first.callback(self.runner.close)
            last_first.callback(self._rest)
            if "locking" in self.__dict__:
                last_first.callback(self.locking.close)
            last_first.callback(clipboard.clear)
            last_first.callback(self._leave_no_window)

    def _close_cell(self) -> None:
        core, self.core = self.core, None
        if core:
            self.practising.close(core)

    def _leave_no_window(self) -> None:
        # A window that outlives the loop is closed as the interpreter goes down, and its event filters crash.
        window, self.window = self.window, None
        if window:
            if window.isVisible():
                window.close()
            window.deleteLater()

    # The first windows --------------------------------------------------------------------------------------

    def _first_start(self) -> FirstStartWindow:
        from ui.dialogs.founding import Founding

        founding = Founding(self._folder, self._seams, self.runner)
        founding.made.connect(self._on_made)
        window = founding.window(self.printing)
        window.practice_asked.connect(self.practise)
        window.restore_asked.connect(self._on_restore)
        window.finished.connect(self._on_code_on_paper)
        return window

    def _on_made(self, core: bootstrap.Core) -> None:
        self.core = core

    def _on_code_on_paper(self) -> None:
        if self.core:
            try:
                self.core.keys.recovery.keep_on_paper()
            except AppError as error:
                self._tell(error)  # the home page goes on asking for a code
        self._enter()

    # Practice and restore -----------------------------------------------------------------------------------

    def practise(self) -> None:
        """Open the practice cell, from a first window or over the open data, which are closed then."""
        self.practising.begin(self.window)

    def _rest(self) -> None:
        """Begin nothing more by itself: the cell is going to be closed."""
        if self._self_backup:
            self._self_backup.end()

    def _leave_practice(self) -> None:
        """Go back to the real cell, which asks for its password."""
        self._rest()
        practice, self.core = self.core, None
        apply(self._app, self.seat.font_size)
        self.start()
        if practice:
            self.practising.leave(practice)

    def _on_restore(self) -> None:
        from ui.dialogs.restoring import Restoring

        restoring = Restoring(self._folder, self._seams, self.runner, self.dialogs, self.patience)
        restoring.done.connect(self._on_restored)
        restoring.begin(self.window, _errors().tell_restore)

    def _on_diagnosis(self) -> None:
        from ui.dialogs.unlock import UnlockWindow
        from ui.sitting.closed_diagnosis import show_closed

        if isinstance(self.window, UnlockWindow):
            show_closed(self._folder, self._seams, self.seat, self.dialogs, self.window)

    def _on_restored(self) -> None:
        from ui.texts import restore as words

        self.start()
        self.dialogs.tell(words.DONE_TITLE, words.DONE_WORDS)

    def _tell(self, error: AppError) -> None:
        if _is_main(self.window):
            self.window.tell(error)
            return
        from app.common.messages import sentence

        self.dialogs.tell(frame.PROGRAM, sentence(error))

    # The main window ----------------------------------------------------------------------------------------

    def _on_opened(self, core: bootstrap.Core) -> None:
        before, self.core = self.core, core
        self._enter()
        if before:
            self.practising.leave(before)

    def _enter(self) -> None:
        """Show the main window over the open cell; its commits are heard from now on."""
        if self.core:
            self.core.changes.append(self._changes.tell)
            self.show(self._main_window(self.core, "home"))
            self._look_after()
            self._watch()

    def _look_after(self) -> None:
        if self.core:
            self._backups().begin(self.core.backups)

    def _watch(self) -> None:
        if _is_main(self.window) and self._notifier:
            self.locking.watch(self.window, self._notifier)

    def _backups(self) -> SelfBackup:
        from ui.tasks.self_backup import SelfBackup

        if self._self_backup is None:
            self._self_backup = SelfBackup(self.runner, self)
            self._self_backup.looked.connect(self._on_backed_up)
        return self._self_backup

    def _main_window(self, core: bootstrap.Core, place: str) -> MainWindow:
        from ui.sitting.opening import main_window

        window = main_window(core, self._desk(), place)
        window.real_data_asked.connect(lambda: self.practising.when_quiet(self._leave_practice))
        window.practice_asked.connect(self.practise)
        return window

    def _desk(self) -> Desk:
        from ui.desktop.notifier import Notifier
        from ui.desktop.opening import DesktopOpener
        from ui.pages.page import Desk

        self._notifier = Notifier(self)
        return Desk(
            self._seams.clock,
            self.runner,
            self.dialogs,
            self._notifier,
            DesktopOpener(),
            self.printing,
            self.practising.seat(self.core),
        )

    def _on_font_size(self, size: int) -> None:
        """Make the window anew in the new size, on the same page."""
        window = self.window
        if self.core and _is_main(window):
            window.page().leave()
            self.practising.seat(self.core).geometry = window.saveGeometry()
            apply(self._app, size)
            self.show(self._main_window(self.core, window.place()))
            self._watch()

    def _on_backed_up(self) -> None:
        window = self._front()
        if _is_main(window):
            window.refresh(frozenset({"backup"}))

    def _on_change(self, change: Change) -> None:
        window = self._front()
        if self.core and _is_main(window):
            if change.subjects & {"cell", "work_year"}:
                from ui.sitting.opening import holding

                window.show_holding(holding(self.core), window.year)
            window.on_change(change)

    def show(self, window: QWidget) -> None:
        """Show another window in place of the one in sight."""
        before, self.window = self.window, window
        window.show()
        if before:
            before.close()
            before.deleteLater()
        window.activateWindow()


def _is_main(window: QWidget | None) -> TypeGuard[MainWindow]:
    return window is not None and window.objectName() == MAIN_WINDOW


def _errors() -> ModuleType:
    from ui.dialogs import opening_errors

    return opening_errors


def _preload(folder: Path, seams: bootstrap.Seams) -> None:
    """Import what the main window needs while the password is being typed; raises where no data may lie."""
    bootstrap.refuse_unfit(folder, seams)
    bootstrap.preload()
    release_files.changed()
    import ui.sitting.locking
    import ui.sitting.opening  # noqa: F401  only to have it loaded


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with windows until the last one is closed; return its exit code."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    app = QApplication(list(arguments if arguments is not None else sys.argv))
    app.setApplicationName(frame.PROGRAM)
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(paths.RESOURCES / "icons" / "so-chi-bo.ico")))
    try:
        return _run(app)
    except AppError as error:
        from ui.dialogs.unusable import explain

        explain(error)
        return 1


def _run(app: QApplication) -> int:
    """Show the first window and wait for the last; raises `AppError` where there can be none."""
    translations.install(app)
    folder = paths.data_folder()
    presence = Presence(folder, app)
    start = presence.begin()
    if start is not Start.FIRST:
        from ui.dialogs.second_start import explain

        explain(app, start, presence, folder)
        return 0 if start is Start.CALLED else 1
    program = Program(app, folder)
    presence.called.connect(program.come_forward)
    app.aboutToQuit.connect(presence.end)
    app.aboutToQuit.connect(program.close)
    QTimer.singleShot(0, program, program.guard)
    program.start()
    pictures = pictures_asked(app.arguments())
    if pictures:
        from ui.sitting.portrait import Portrait

        portrait = Portrait(program, list(frame.PLACES), app.exit)
        portrait.begin(pictures)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
