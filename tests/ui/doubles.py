"""What stands in for the desktop in tests: answers prepared, acts recorded."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from ui.desktop.dialogs import FileKind, Question


class PreparedDialogs:
    """Answers questions with `answers` and file choices with `paths`, in order."""

    def __init__(self) -> None:
        self.answers: list[bool] = []
        self.paths: list[Path | None] = []
        self.asked: list[Question] = []
        self.told: list[str] = []

    def ask(self, question: Question) -> bool:
        self.asked.append(question)
        return self.answers.pop(0)

    def tell(self, title: str, words: str) -> None:
        self.told.append(f"{title}: {words}")

    def open_file(self, title: str, kind: FileKind) -> Path | None:  # noqa: ARG002  the port's shape
        return self.paths.pop(0)

    def save_file(self, title: str, kind: FileKind, suggested: str) -> Path | None:  # noqa: ARG002  the port's shape
        return self.paths.pop(0)

    def choose_folder(self, title: str) -> Path | None:  # noqa: ARG002  the port's shape
        return self.paths.pop(0)


class RecordedOpener:
    """Remembers what would have been opened."""

    def __init__(self) -> None:
        self.opened: list[Path] = []

    def open(self, path: Path) -> bool:
        self.opened.append(path)
        return True


class RecordedPrinting:
    """Remembers the pages that would have been printed."""

    def __init__(self) -> None:
        self.printed: list[int] = []

    def choose(self, parent: QWidget) -> QPrinter | None:  # noqa: ARG002  the port's shape
        return QPrinter()

    def print(self, printer: QPrinter, pages: Sequence[bytes]) -> None:  # noqa: ARG002  the port's shape
        self.printed.append(len(pages))
