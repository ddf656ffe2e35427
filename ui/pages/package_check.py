""" "Kiểm tra bộ hồ sơ": reads a package off the window's thread and shows what was found."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from app.bootstrap import Core
from app.common.progress import Progress
from app.errors import AppError
from app.services.packages import Verdict
from ui.dialogs.package_password import PackagePasswordDialog
from ui.dialogs.verdict import VerdictDialog
from ui.pages.package_target import size_words
from ui.pages.page import Desk
from ui.tasks.runner import Task
from ui.texts import packages as words
from ui.texts import shared
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.sheet import Sheet

NEEDS_PASSWORD, WRONG_PASSWORD = "L-425", "L-426"


class PackageCheck(Sheet):
    """Hidden until a check takes long enough to be shown."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__(padding=12)
        self._core = core
        self._desk = desk
        self._task: Task[Verdict] | None = None
        self._panel = ProgressPanel(shared.STOP)
        self._panel.appeared.connect(self.show)
        self._panel.stopped.connect(self._on_stop)
        self.body.addWidget(self._panel)
        self.hide()

    def choose(self) -> None:
        """Ask for a folder and check the package in it."""
        folder = None if self._task else self._desk.dialogs.choose_folder(words.CHOOSE_PACKAGE)
        if folder:
            self.check(folder)

    def check(self, folder: Path, password: str = "") -> None:
        """Check the package in `folder`; of a closed one that is whole the password is asked for."""
        core = self._core

        def work(progress: Progress) -> Verdict:
            return core.packages.verify(folder, progress, password)

        self._panel.start(words.CHECKING)
        self._task = self._desk.runner.wait_for(work)
        self._task.progressed.connect(self._on_progress)
        self._task.succeeded.connect(partial(self._on_verdict, folder))
        self._task.failed.connect(partial(self._on_failed, folder))
        self._task.finished.connect(self._on_finished)

    def _on_progress(self, done: int, total: int, _label: str) -> None:
        self._panel.step(done, total, f"({size_words(total)})")

    def _on_verdict(self, folder: Path, verdict: Verdict) -> None:
        dialog = VerdictDialog(folder, verdict, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_failed(self, folder: Path, error: AppError) -> None:
        if error.code not in {NEEDS_PASSWORD, WRONG_PASSWORD}:
            self._desk.notifier.show(error)
            return
        dialog = PackagePasswordDialog(self.window(), again=error.code == WRONG_PASSWORD)
        dialog.given.connect(partial(self._go_on, folder))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go_on(self, folder: Path, password: str) -> None:
        self.check(folder, password)

    def _on_stop(self) -> None:
        if self._task:
            self._task.cancel()

    def _on_finished(self) -> None:
        self._task = None
        self._panel.finish()
        self.hide()
