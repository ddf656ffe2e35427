"""What a section takes over from records that are there: told above its text, never typed again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.writing import SectionView
from app.services.writing_known import JUDGED, Known
from ui.texts import writing as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.labels import Glyph, StateLine, Text
from ui.widgets.styled import emptied, hairline, spaced

_DONE = {"corrected", "explained", "done", "on_time", "scored"}
_PARTLY = {"correcting", "partly", "late"}


class KnownPart(QWidget):
    """Where the lines come from, and each line with how far it is at its right; hidden without one."""

    def __init__(self) -> None:
        super().__init__()
        self._taken = Text(role="small", tone="soft", name="takenFrom")
        head = QHBoxLayout()
        spaced(head, look.px(6))
        head.addWidget(Glyph("arrow-right", size=16), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._taken, 1)
        self._lines = QVBoxLayout()
        spaced(self._lines, look.px(4))
        column = QVBoxLayout(self)
        spaced(column, look.px(6))
        column.addWidget(hairline())
        column.addLayout(head)
        column.addLayout(self._lines)
        column.addWidget(hairline())

    def show_section(self, section: SectionView) -> None:
        """Show what the section takes over."""
        emptied(self._lines)
        self._taken.setText(words.TAKEN_FROM.get(section.carries, ""))
        for one in section.known:
            self._lines.addWidget(_line(one, is_judged=section.carries in JUDGED))
        self.setVisible(bool(section.known))


def _line(known: Known, *, is_judged: bool) -> QWidget:
    said = words.KNOWN_STATES[known.state] or (words.NO_RESULT if is_judged else "")
    state = _sign(known.state, is_judged=is_judged)
    line = QWidget()
    row = QHBoxLayout(line)
    spaced(row, look.px(12))
    text = StateLine(state, role="base")
    text.say(state, known.text.rstrip(". "), "ink")
    row.addWidget(text, 1)
    tone = state.value.tone if state is not State.NOTE else "soft"
    row.addWidget(Text(said, role="small", tone=tone, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    return line


def _sign(state: str, *, is_judged: bool) -> State:
    if state in _DONE:
        return State.DONE
    if state in _PARTLY:
        return State.PARTLY
    return State.OPEN if is_judged else State.NOTE
