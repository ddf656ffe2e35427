"""The acts "Phát mẫu" and "Nhận bản": who is given a form, what came back, and the way between them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from app.bootstrap import Core
from app.errors import AppError
from app.services.form_files import Choice, Returned
from app.services.member_forms import FormKind
from ui.desktop.dialogs import FileKind
from ui.dialogs.forms_preview import FormsPreviewDialog
from ui.dialogs.member_forms import MemberFormsDialog
from ui.pages.page import Desk
from ui.tasks.runner import Task
from ui.texts import member_forms as words
from ui.texts import shared
from ui.widgets.button import Button
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.sheet import Sheet

ENDINGS = ("docx", "docm", "odt", "doc", "rtf", "pdf")
"""Those that are not read can be chosen, so that it is told how to save them."""
_Work = Task[tuple[Path, ...]] | Task[Returned] | Task[int]


class MemberForms(Sheet):
    """On the page only the progress is seen, when it takes long; `act` is the button for the head."""

    undo_asked = Signal()

    def __init__(self, kind: FormKind, core: Core, desk: Desk) -> None:
        super().__init__(padding=12)
        self._kind, self._core, self._desk = kind, core, desk
        self._year = 0
        self._may_change = True
        self._task: _Work | None = None
        self._panel = ProgressPanel(shared.STOP)
        self._panel.appeared.connect(self.show)
        self._panel.stopped.connect(self._on_stop)
        self.body.addWidget(self._panel)
        self.act = Button(words.FORMS, glyph="files", name="memberForms")
        self.act.clicked.connect(self.open)
        self.hide()

    def show_year(self, year: int, *, may_change: bool) -> None:
        """Go by the year that the page shows; without the right to change nothing is taken back."""
        self._year, self._may_change = year, may_change

    def open(self) -> None:
        """Show who handed in and who did not."""
        if self._task is not None:
            return
        lines = self._core.papers.forms.lines(self._kind, self._year)
        dialog = MemberFormsDialog(self._kind, self._year, lines, self.window())
        dialog.allow_changes(self._may_change)
        dialog.finished.connect(dialog.deleteLater)
        dialog.given.connect(self._on_give)
        dialog.folder_asked.connect(self._on_folder)
        dialog.file_asked.connect(self._on_file)
        dialog.dropped.connect(self._read)
        dialog.open()

    # Giving out ---------------------------------------------------------------------------------------------

    def _on_give(self, members: Sequence[str], with_pdf: bool) -> None:  # noqa: FBT001  a signal's argument
        folder = self._desk.dialogs.choose_folder(words.WHERE_TO)
        if folder is None:
            return
        forms, kind, year = self._core.papers.forms, self._kind, self._year
        task = self._desk.runner.wait_for(
            lambda progress: forms.give(kind, year, members, folder, progress, with_pdf=with_pdf)
        )
        self._watch(task, words.WRITING, "")
        task.succeeded.connect(partial(self._on_written, folder, len(members)))

    def _on_written(self, folder: Path, count: int, _paths: object) -> None:
        said = words.WRITTEN.format(count=count)
        self._desk.notifier.done(said, words.OPEN_FOLDER, partial(self._desk.opener.open, folder))

    # Taking back --------------------------------------------------------------------------------------------

    def _on_folder(self) -> None:
        folder = self._desk.dialogs.choose_folder(words.WHERE_FROM)
        if folder is not None:
            self._read([folder])

    def _on_file(self) -> None:
        path = self._desk.dialogs.open_file(words.WHICH_FILE, FileKind(words.FILES, ENDINGS))
        if path is not None:
            self._read([path])

    def _read(self, paths: Sequence[Path]) -> None:
        forms, year = self._core.papers.forms, self._year
        task = self._desk.runner.wait_for(lambda progress: forms.read(year, paths, progress))
        self._watch(task, words.READING, words.READING_NOTE)
        task.succeeded.connect(self._on_read)

    def _on_read(self, returned: Returned) -> None:
        if not returned.files:
            self._desk.notifier.mind(words.NO_FILES)
            return
        dialog = FormsPreviewDialog(returned, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.taken.connect(partial(self._take, returned.year))
        dialog.open()

    def _take(self, year: int, choices: Sequence[Choice]) -> None:
        forms = self._core.papers.forms
        before = self._core.history.recorded
        task = self._desk.runner.store(lambda _progress: forms.take(year, choices))
        self._watch(task, words.STORING, "")
        task.succeeded.connect(partial(self._on_taken, before))

    def _on_taken(self, before: int, count: int) -> None:
        if self._core.history.recorded == before:
            # Undo would take back what was done before this.
            self._desk.notifier.note(words.TAKEN_SAME)
            return
        said = words.TAKEN.format(count=count)
        self._desk.notifier.done(said, shared.UNDO, self.undo_asked.emit)

    # The wait -----------------------------------------------------------------------------------------------

    def _watch(self, task: _Work, title: str, note: str) -> None:
        self._task = task
        self._panel.start(title, note)
        task.progressed.connect(lambda done, total, _label: self._panel.step(done, total, words.UNITS))
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)

    def _on_failed(self, error: AppError) -> None:
        self._desk.notifier.show(error)

    def _on_stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_finished(self) -> None:
        self._task = None
        self._panel.finish()
        self.hide()
