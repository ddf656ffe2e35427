"""The button "Lưu sổ tay thành PDF": all help pages as one file to print."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.bootstrap import Core
from ui.desktop.dialogs import FileKind
from ui.pages.page import Desk
from ui.texts import manual as words
from ui.widgets.button import Button
from ui.widgets.manual import manual


class ManualSaving(QObject):
    """One file at a time; the button is out of use meanwhile."""

    def __init__(self, core: Core, desk: Desk) -> None:
        self.button = Button(words.SAVE, glyph="printer", name="saveManual")
        super().__init__(self.button)
        self._core = core
        self._desk = desk
        self.button.clicked.connect(self._begin)

    def _begin(self) -> None:
        path = self._desk.dialogs.save_file(
            words.SAVE_TITLE, FileKind(words.FILE_KIND, ("pdf",)), words.FILE_NAME
        )
        if path is None:
            return
        core, made = self._core, manual()
        self.button.setEnabled(False)
        task = self._desk.runner.wait_for(lambda progress: core.lists.manual.write(made, path, progress))
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._desk.notifier.show)
        task.finished.connect(lambda: self.button.setEnabled(True))

    def _on_saved(self, path: Path) -> None:
        said = words.SAVED.format(name=path.name)
        self._desk.notifier.done(said, words.SHOW, partial(self._desk.opener.open, path))
