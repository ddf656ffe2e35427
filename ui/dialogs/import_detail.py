"""One line of a list in full, with what can be decided about it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.import_preview import ImportRow
from ui.dialogs.import_choice import ImportChoice
from ui.dialogs.import_lines import change_words, noticed
from ui.dialogs.ticks import Ticks
from ui.texts import importing as words
from ui.theme.look import look
from ui.widgets.labels import Text
from ui.widgets.styled import spaced


class ImportDetail(QWidget):
    """What was noticed in the line, and a tick for each thing that can be taken or left."""

    turned = Signal()

    def __init__(self, choice: ImportChoice, after: QWidget) -> None:
        """Let Tab lead from the list `after` to the ticks."""
        super().__init__()
        self._choice = choice
        self._whole = Text(role="small", tone="soft", name="wholeResult")
        self._title = Text(role="strong", name="wholeTitle")
        ticks = QVBoxLayout()
        spaced(ticks, look.px(2))
        self._ticks = Ticks(ticks, after, self)
        self._ticks.turned.connect(self.turned)
        column = QVBoxLayout(self)
        spaced(column, look.px(4))
        column.addWidget(self._title)
        column.addWidget(self._whole)
        column.addLayout(ticks)
        column.addStretch(1)

    def show_row(self, row: ImportRow | None, *, uncovered: bool) -> None:
        """Show a line, or nothing; the numbers in its words are covered unless `uncovered`."""
        self._ticks.clear()
        name = row.values.get("full_name", "") if row else ""
        self._title.setText(words.LINE.format(row=row.row, name=name).rstrip(" :") if row else "")
        self._whole.setText(noticed(row, shown=uncovered) if row else "")
        if row is None:
            return
        choice = self._choice
        for change in row.changes:
            words_of_it = change_words(change, shown=uncovered)
            act = partial(choice.set_taken, row, change.field)
            self._ticks.add(f"take_{change.field}", words_of_it, choice.takes(row, change.field), act)
        if row.status == "new":
            self._ticks.add("takeRow", words.TAKE_ROW, choice.is_new(row), partial(choice.set_new, row))
        elif row.status == "known" and not row.same_card:
            self._ticks.add("isAnother", words.IS_ANOTHER, choice.is_new(row), partial(choice.set_new, row))
