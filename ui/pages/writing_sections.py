"""The sections of a form as a list with their states, and as a list box where there is no room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.writing import SectionView
from ui.texts import writing as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.editors import ChoiceField
from ui.widgets.labels import Text
from ui.widgets.record_line import RecordLine
from ui.widgets.sheet import Scroll, Sheet
from ui.widgets.styled import emptied, spaced
from ui.widgets.two_line_view import Lines

FACTS = "facts"
"""Stands last: handing in, level."""


class SectionList(Sheet):
    """Which section is written, which are open; `box` is its narrow form."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=0, spacing=0)
        self._codes: list[str] = []
        self.box = ChoiceField(())
        self.box.setObjectName("sectionBox")
        self.box.setAccessibleName(words.SECTION_BOX)
        head = QWidget()
        inside = QVBoxLayout(head)
        spaced(inside, 0, (look.px(13), look.px(8), look.px(13), look.px(8)))
        inside.addWidget(Text(words.SECTIONS, role="strong", tone="soft"))
        self._lines = QVBoxLayout()
        spaced(self._lines, 0)
        scroll = Scroll(spacing=0)
        scroll.body.addLayout(self._lines)
        scroll.body.addStretch(1)
        self.body.addWidget(head)
        self.body.addWidget(scroll, 1)
        self.box.edited.connect(lambda: self.chosen.emit(str(self.box.value())))

    def show_sections(self, sections: Sequence[SectionView], current: str) -> None:
        """Show the sections with the one being written."""
        said = [(one.code, Lines(one.heading, "", *_state(one))) for one in sections]
        said.append((FACTS, Lines(words.FACTS, "", "", State.NOTE)))
        self._codes = [code for code, _ in said]
        self.box.set_choices([(code, lines.first) for code, lines in said])
        self.box.set_value(current)
        emptied(self._lines)
        for code, lines in said:
            line = RecordLine(lines, f"section_{code}")
            line.mark(code == current)
            line.clicked.connect(partial(self._on_line, code))
            self._lines.addWidget(line)
            line.show()

    def beside(self, code: str, step: int) -> str:
        """Return the section before or after one; the ends stay."""
        at = self._codes.index(code) + step if code in self._codes else 0
        return self._codes[min(max(at, 0), len(self._codes) - 1)]

    def _on_line(self, code: str, *_clicked: bool) -> None:
        self.chosen.emit(code)


def _state(section: SectionView) -> tuple[str, State]:
    if section.text.strip():
        return words.WRITTEN, State.DONE
    if section.known:
        return words.TAKEN, State.DONE
    return words.NOT_WRITTEN, State.OPEN
