"""Import of a member list: choose a file, wait, look it through line by line, take it in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.bootstrap import Core
from app.errors import AppError
from app.services.import_preview import ImportPreview, Taken
from ui.desktop.dialogs import FileKind
from ui.dialogs.import_choice import Chosen
from ui.dialogs.import_columns import ImportColumnsDialog
from ui.dialogs.import_preview import ImportPreviewDialog
from ui.pages.page import Desk
from ui.tasks.runner import Task
from ui.texts import importing as words
from ui.texts import shared
from ui.theme.look import look
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.sheet import Sheet
from ui.widgets.styled import spaced

ENDINGS = ("xlsx", "docx")


class MemberImport(Sheet):
    """The whole way of an import; on the page only its progress is seen, and only when it takes long."""

    imported = Signal(object)
    """How many came in and of how many facts were changed (`Taken`)."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__(padding=0)
        self._core = core
        self._desk = desk
        self._progress = ProgressPanel(shared.STOP)
        self._task: Task[ImportPreview] | Task[Taken] | None = None
        inner = QVBoxLayout()
        spaced(inner, 0, (look.px(16), look.px(12), look.px(16), look.px(12)))
        inner.addWidget(self._progress)
        self.body.addLayout(inner)
        self._progress.stopped.connect(self._on_stop)
        self._progress.appeared.connect(self.show)
        self.hide()

    def choose(self) -> None:
        """Ask for a file and read it; nothing is stored yet."""
        kind = FileKind(words.IMPORT_FILES, ENDINGS)
        path = self._desk.dialogs.open_file(words.IMPORT_TITLE, kind)
        if path is not None:
            self._read(path)

    def _read(self, path: Path, table: int | None = None) -> None:
        if self._task is not None:
            return
        task = self._desk.runner.wait_for(lambda progress: self._core.importing.read(path, progress, table))
        self._watch(task, words.READING, words.READING_NOTE)
        task.succeeded.connect(lambda preview: self._on_read(path, preview))

    def _watch(self, task: Task[ImportPreview] | Task[Taken], title: str, note: str) -> None:
        self._task = task
        self._progress.start(title, note)
        task.progressed.connect(self._on_progress)
        task.failed.connect(self._desk.notifier.show)
        task.finished.connect(self._on_finished)

    def _on_read(self, path: Path, preview: ImportPreview) -> None:
        dialog = ImportPreviewDialog(preview, self.window())
        dialog.taken.connect(lambda chosen: self._take(preview, chosen))
        dialog.columns_asked.connect(lambda: self._ask_columns(path, dialog))
        dialog.table_asked.connect(lambda table: self._again(path, dialog, table))
        dialog.open()

    def _again(self, path: Path, dialog: ImportPreviewDialog, table: int) -> None:
        """Look the file through anew, otherwise understood."""
        dialog.reject()
        dialog.deleteLater()
        self._read(path, table)

    def _ask_columns(self, path: Path, dialog: ImportPreviewDialog) -> None:
        columns = ImportColumnsDialog(dialog.preview.head, dialog)
        columns.decided.connect(lambda decisions: self._decide(decisions, path, dialog))
        columns.open()

    def _decide(self, decisions: dict[str, str], path: Path, dialog: ImportPreviewDialog) -> None:
        try:
            self._core.importing.assign(decisions)
        except AppError as error:
            self._desk.notifier.show(error)
            return
        self._again(path, dialog, dialog.preview.table)

    def _take(self, preview: ImportPreview, chosen: Chosen) -> None:
        task = self._desk.runner.store(
            lambda progress: self._core.importing.apply(preview, progress, chosen.rows, chosen.changes)
        )
        self._watch(task, words.STORING, "")
        task.succeeded.connect(self._on_stored)

    def _on_stored(self, done: Taken) -> None:
        self.imported.emit(done)

    def _on_progress(self, done: int, total: int, _label: str) -> None:
        self._progress.step(done, total, words.ROWS)

    def _on_stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_finished(self) -> None:
        self._task = None
        self._progress.finish()
        self.hide()
