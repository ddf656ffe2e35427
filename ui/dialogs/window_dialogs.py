"""Questions and files as the user sees them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.desktop.dialogs import FileKind, Question
from ui.desktop.seat import Seat
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import shared
from ui.widgets.button import Button
from ui.widgets.labels import Text


class QuestionDialog(SheetDialog):
    """A question whose harmless answer has the focus and is what Enter and Esc choose."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(question.title, 480, parent)
        self.body.addWidget(Text(question.words, name="questionWords"))
        self.body.addStretch(1)
        keep = Button(question.keep, name="keep")
        act = Button(
            question.act, kind="danger" if question.danger else "secondary", glyph=question.glyph, name="act"
        )
        keep.setAutoDefault(True)
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        act.clicked.connect(self.accept)
        self.add_buttons(keep, act)
        keep.setFocus()


class WindowDialogs:
    """Asks in dialogs above the window in front; files begin in the folder last used."""

    def __init__(self, seat: Callable[[], Seat], front: Callable[[], QWidget | None]) -> None:
        self._seat = seat
        self._front = front

    def ask(self, question: Question) -> bool:
        """Return whether the act was chosen."""
        dialog = QuestionDialog(question, self._front())
        try:
            return dialog.exec() == QDialog.DialogCode.Accepted
        finally:
            dialog.deleteLater()

    def tell(self, title: str, words: str) -> None:
        """Show something that must be read before going on."""
        dialog = SheetDialog(title, 480, self._front())
        dialog.body.addWidget(Text(words))
        dialog.body.addStretch(1)
        close = Button(shared.UNDERSTOOD, name="understood")
        close.setDefault(True)
        close.clicked.connect(dialog.accept)
        dialog.add_buttons(close)
        dialog.exec()
        dialog.deleteLater()

    def open_file(self, title: str, kind: FileKind) -> Path | None:
        """Return an existing file."""
        front = self._front()
        chosen, _ = QFileDialog.getOpenFileName(front, title, str(self._seat().last_folder), kind.filter())
        return self._remembered(front, chosen, is_folder=False)

    def save_file(self, title: str, kind: FileKind, suggested: str) -> Path | None:
        """Return where to write a file."""
        place = str(self._seat().last_folder / suggested)
        front = self._front()
        chosen, _ = QFileDialog.getSaveFileName(front, title, place, kind.filter())
        return self._remembered(front, chosen, is_folder=False)

    def choose_folder(self, title: str) -> Path | None:
        """Return an existing folder."""
        front = self._front()
        chosen = QFileDialog.getExistingDirectory(front, title, str(self._seat().last_folder))
        return self._remembered(front, chosen, is_folder=True)

    def _remembered(self, front: QWidget | None, chosen: str, *, is_folder: bool) -> Path | None:
        # A dialog of Windows may outlive the lock; whoever answers it then is not the one who asked.
        if not chosen or (front and not front.isVisible()):
            return None
        path = Path(chosen)
        self._seat().last_folder = path if is_folder else path.parent
        return path
