"""Form and page of a paper side by side, or as two tabs where there is no room for both."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QStackedWidget

from app.domain.outgoing_papers import OutgoingPaper
from app.services.offered_kinds import KindOffered
from ui.pages.form_beside import AT_PAGE, FormAndPage
from ui.pages.paper_editor import Keep, PaperEditor
from ui.texts import paper_sets
from ui.texts import papers as words
from ui.theme.room import Room
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.sheet import Sheet


class PaperDesk(QStackedWidget):
    """What stands right of the register."""

    def __init__(self, kinds: Mapping[str, KindOffered], keep: Keep) -> None:
        super().__init__()
        self.editor = PaperEditor(kinds, keep)
        self._both = FormAndPage(self.editor, "paperTabs")
        self.page = self._both.page
        self._nothing = Sheet()
        self._nothing.body.addWidget(EmptyState(words.CHOOSE_ONE, glyph="file-text"))
        self.addWidget(self._nothing)
        self.addWidget(self._both)

    def show_nothing(self) -> None:
        """Say that a paper has to be chosen first."""
        self.editor.flush()
        self.editor.paper = None
        self.setCurrentWidget(self._nothing)

    def show_paper(self, paper: OutgoingPaper) -> None:
        """Show form and page; of an issued paper the page, where only one has room."""
        self.setCurrentWidget(self._both)
        if not self._both.beside and paper.is_issued:
            self._both.choose(AT_PAGE)

    def show_tab(self, at: int) -> None:
        """Show the form (0) or the page (1) where only one has room."""
        self._both.choose(at)

    def fit(self, room: Room) -> None:
        """Set form and page side by side, or one of them at a time."""
        self._both.fit(room)
        self.editor.set_columns(2 if Room.NARROW <= room < Room.MEDIUM else 1)


def several_acts() -> dict[str, Button]:
    """Return the acts on several papers, by what they do."""
    return {
        "issue": Button(paper_sets.ISSUE, glyph="seal-check", name="issueChosen", changes=True),
        "print": Button(paper_sets.PRINT, glyph="printer", name="printChosen"),
        "write": Button(paper_sets.WRITE, glyph="floppy-disk", name="writeChosen"),
    }
