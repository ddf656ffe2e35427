"""What helps to write a section, in a framed note: questions that can be folded, last year's text."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.services.writing import SectionView
from ui.desktop.seat import Seat
from ui.texts import writing as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import Glyph, Text
from ui.widgets.styled import spaced, styled

_GROUP = "writing"


class FoldedNote(QFrame):
    """A heading and its words; folded by "Ẩn", which is remembered at this seat."""

    def __init__(self, heading: str, glyph: str, name: str, seat: Seat) -> None:
        super().__init__()
        self._seat, self._kept = seat, f"{name}_hidden"
        styled(self, note="true")
        self._fold = Button(words.HIDE, kind="link", name=f"{name}Fold")
        self._fold.setMinimumWidth(look.px(44))
        self._said = Text(name=name)
        head = QHBoxLayout()
        spaced(head, look.px(8))
        head.addWidget(Glyph(glyph))
        head.addWidget(Text(heading, role="strong"), 1)
        head.addWidget(self._fold)
        column = QVBoxLayout(self)
        spaced(column, look.px(2), (look.px(13), look.px(4), look.px(8), look.px(8)))
        column.addLayout(head)
        column.addWidget(self._said)
        self._fold.clicked.connect(self._on_fold)

    def say(self, said: str) -> None:
        """Show other words; nothing to say, nothing shown."""
        self._said.setText(said)
        self.setVisible(bool(said))
        self._show()

    def _show(self) -> None:
        hidden = self._seat.kept(_GROUP, self._kept) == "1"
        self._said.setVisible(not hidden)
        self._fold.say(words.SHOW if hidden else words.HIDE)

    def _on_fold(self) -> None:
        hidden = self._seat.kept(_GROUP, self._kept) == "1"
        self._seat.keep(_GROUP, self._kept, "" if hidden else "1")
        self._show()


class WritingNotes(QFrame):
    """The questions of a section, and what was written in it a year ago."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._questions = FoldedNote(words.QUESTIONS, "question", "questions", seat)
        self._before = FoldedNote(words.LAST_YEAR, "clock-counter-clockwise", "lastYear", seat)
        column = QVBoxLayout(self)
        spaced(column, look.px(12))
        column.addWidget(self._questions)
        column.addWidget(self._before)

    def show_section(self, section: SectionView) -> None:
        """Show what helps to write a section."""
        self._questions.say("\n".join(f"• {one}" for one in section.questions))
        self._before.say(section.last_year.strip())
