"""Under the grid of earlier years: the cell under the cursor in full, and what may stand in it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from app.common.messages import problem_sentence
from app.services.earlier_words import expected_words
from ui.models.earlier_grid import EarlierGrid
from ui.models.earlier_heads import column_title, subject_name
from ui.texts import earlier as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Scroll, Sheet

_HIGH, _LOW = 112, 84


class EarlierCell(Sheet):
    """Whose cell it is, its text, what is stored instead, its fault or a hint."""

    def __init__(self) -> None:
        super().__init__(padding=12, spacing=0)
        self._title = Text(role="strong", name="cellTitle")
        self._text = Text(name="cellText")
        self._stored = Text(role="small", tone="soft", name="cellStored")
        self._fault = StateLine(State.BLOCKED)
        self._hint = Text(role="small", tone="soft", name="cellHint")
        scroll = Scroll(spacing=4)
        for widget in (self._title, self._fault, self._text, self._stored, self._hint):
            scroll.body.addWidget(widget)
        scroll.body.addStretch(1)
        self.body.addWidget(scroll)
        self.be_low(False)  # noqa: FBT003  the one question

    def be_low(self, low: bool) -> None:  # noqa: FBT001  the one question of a small window
        """Leave more of a small window to the grid; what does not fit scrolls."""
        self.setFixedHeight(look.px(_LOW if low else _HIGH))

    def show_cell(self, grid: EarlierGrid, index: QModelIndex) -> None:
        """Show a cell of `grid`."""
        self.setVisible(index.isValid())
        if not index.isValid():
            return
        target, column = grid.place(index)
        row, change = grid.table.row(target), grid.change(index)
        self._title.setText(
            words.CELL_OF.format(name=subject_name(row), column=column_title(grid.table, column))
        )
        self._text.setText(grid.whole(index))
        self._stored.setText(words.STORED.format(old=change.old or words.NOTHING) if change else "")
        self._stored.setVisible(change is not None)
        problem = change.problem if change else None
        self._fault.say(State.BLOCKED, problem_sentence(problem) if problem else "")
        self._fault.setVisible(problem is not None)
        self._text.setVisible(problem is None and bool(self._text.text()))
        self._hint.setText(_hint(grid, target, column))
        self._hint.setVisible(problem is None)


def _hint(grid: EarlierGrid, target: str, column: str) -> str:
    row = grid.table.row(target)
    if not grid.is_open(target, column):
        return words.CARRIED_CELL
    levels = expected_words(row, column)
    if not levels:
        return words.HINTS[column]
    others = words.OTHERS_OF_CELL if row.of_cell else words.OTHERS
    return words.MAY_SAY.format(levels="; ".join(levels), others=others)
