"""Writes the manual with pictures of practice data: ``python -m tests.manual OUT.pdf``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.papers.writers import manual_writer
from tests.shots import LOOKS, picture
from tests.ui.screens import Screen, Stage, screens
from ui.desktop import translations
from ui.texts import help as pages
from ui.theme.look import apply
from ui.widgets.manual import manual

OTHERS = {
    "card": "members-life",
    "clearing": "members-pairs",
    "lists": "columns",
    "import": "import",
    "forms": "forms-returned",
    "keys": "key-change",
    "wizard": "wizard-0",
    "unlock": "unlock-recovery",
    "support": "crash",
    "locking": "locked",
    "layout": "layout-many",
    "committee_forms": "committee-forms-marking",
    "word": "word-facts",
}
"""The screens of topics that are no page of the window; a page is shown over the practice cell by itself."""
WITHOUT = {"help", "closed", "errors"}


def shown() -> dict[str, Screen]:
    """Return the screen of each topic that has one."""
    known = {screen.name: screen for screen in screens()}
    wanted = {code: OTHERS.get(code, f"{code}-filled") for code in pages.TOPICS if code not in WITHOUT}
    return {code: known[name] for code, name in wanted.items() if name in known}


def main(file: Path) -> None:
    """Take the pictures as `tests.shots` does, and write the manual."""
    app = QApplication([])
    translations.install(app)
    font_size, (width, height) = LOOKS[0]
    apply(app, font_size)
    with tempfile.TemporaryDirectory() as folder:
        stage, pictures = Stage(Path(folder)), {}
        for code, screen in shown().items():
            taken = Path(folder) / f"{code}.png"
            picture(stage, screen, QSize(width, height), taken)
            pictures[code] = [str(taken)]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(manual_writer.write(manual(pictures)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
