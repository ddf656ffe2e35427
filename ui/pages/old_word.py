"""The act "Chuyển tệp Word phông cũ": a file is looked at in Unicode and stored as another."""

from __future__ import annotations

from functools import partial

from app.bootstrap import Core
from app.common.progress import Progress
from app.errors import AppError
from app.services.old_word import OldWordFile
from ui.desktop.dialogs import FileKind
from ui.dialogs.old_text import OldTextDialog
from ui.pages.away_work import AwayWork
from ui.pages.page import Desk
from ui.texts import layout_check
from ui.texts import old_text as words
from ui.widgets.button import Button

ENDINGS = ("docx",)


class OldWord(AwayWork):
    """Hidden until it takes long enough to be shown; one file at a time."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__(desk)
        self._core = core
        self.act = Button(words.CONVERT_FILE, glyph="file-text", name="convertOldWord")
        self.act.clicked.connect(self.choose)

    def choose(self) -> None:
        """Ask for a Word file and show it in Unicode."""
        kind = FileKind(layout_check.WORD_FILES, ENDINGS)
        path = self.ask_for_file(words.CHOOSE_FILE, kind)
        if path is None:
            return
        chosen, service = path, self._core.papers.old_word

        def work(progress: Progress) -> OldWordFile:
            return service.read(chosen, progress)

        self.begin(words.CONVERTING, work, self._on_read)

    def _on_read(self, found: OldWordFile) -> None:
        name = found.path.name
        if not found.changes:
            self._desk.notifier.done(words.NONE_IN_FILE.format(name=name))
            return
        kinds = ", ".join(found.kinds)
        said = words.IN_FILE.format(name=name, count=len(found.changes), kinds=kinds)
        before, after = ("\n".join(pair[side] for pair in found.changes) for side in (0, 1))
        dialog = OldTextDialog(said, (before, after), words.SAVE_FILE, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.taken.connect(partial(self._save, found))
        dialog.open()

    def _save(self, found: OldWordFile) -> None:
        kind = FileKind(layout_check.WORD_FILES, ENDINGS)
        path = self._desk.dialogs.save_file(words.SAVE_FILE, kind, found.suggested)
        if path is None:
            return
        try:
            written = self._core.papers.old_word.save(found, path)
        except AppError as error:
            self._desk.notifier.show(error)
            return
        said = words.SAVED.format(name=written.name)
        self._desk.notifier.done(said, words.OPEN_FOLDER, partial(self._desk.opener.open, written.parent))
