"""The seam for questions and files: windows ask here, tests answer here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a harmless answer, which Enter and Esc choose, and the act itself."""

    title: str
    words: str
    act: str
    keep: str
    danger: bool = False
    glyph: str = ""


@dataclass(frozen=True, slots=True)
class FileKind:
    """What kind of file is looked for: its words and its endings ("xlsx", "docx")."""

    words: str
    endings: tuple[str, ...]

    def filter(self) -> str:
        """Return it as Qt's file dialog wants it."""
        return f"{self.words} ({' '.join(f'*.{ending}' for ending in self.endings)})"


class Dialogs(Protocol):
    """Asks the user; every answer may be "no"."""

    def ask(self, question: Question) -> bool:
        """Return whether the act was chosen."""

    def tell(self, title: str, words: str) -> None:
        """Show something that must be read before going on."""

    def open_file(self, title: str, kind: FileKind) -> Path | None:
        """Return an existing file."""

    def save_file(self, title: str, kind: FileKind, suggested: str) -> Path | None:
        """Return where to write a file; the user has agreed to replace one that is there."""

    def choose_folder(self, title: str) -> Path | None:
        """Return an existing folder."""
