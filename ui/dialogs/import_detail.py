"""One line of a list in full, with what can be decided about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.services.import_preview import ImportRow
from ui.dialogs.import_choice import ImportChoice
from ui.dialogs.import_lines import change_words, noticed
from ui.texts import importing as words
from ui.theme.look import look
from ui.widgets.labels import Text
from ui.widgets.styled import emptied, spaced


class ImportDetail(QWidget):
    """What was noticed in the line, and a tick for each thing that can be taken or left."""

    turned = Signal()

    def __init__(self, choice: ImportChoice, after: QWidget) -> None:
        """Let Tab lead from the list `after` to the ticks."""
        super().__init__()
        self._choice = choice
        self._before: QWidget = after
        self._after = after
        self._whole = Text(role="small", tone="soft", name="wholeResult")
        self._title = Text(role="strong", name="wholeTitle")
        self._ticks = QVBoxLayout()
        spaced(self._ticks, look.px(2))
        column = QVBoxLayout(self)
        spaced(column, look.px(4))
        column.addWidget(self._title)
        column.addWidget(self._whole)
        column.addLayout(self._ticks)
        column.addStretch(1)

    def show_row(self, row: ImportRow | None, *, uncovered: bool) -> None:
        """Show a line, or nothing; the numbers in its words are covered unless `uncovered`."""
        emptied(self._ticks)
        self._before = self._after
        name = row.values.get("full_name", "") if row else ""
        self._title.setText(words.LINE.format(row=row.row, name=name).rstrip(" :") if row else "")
        self._whole.setText(noticed(row, shown=uncovered) if row else "")
        if row is None:
            return
        choice = self._choice
        for change in row.changes:
            words_of_it = change_words(change, shown=uncovered)
            act = partial(choice.set_taken, row, change.field)
            self._tick(f"take_{change.field}", words_of_it, choice.takes(row, change.field), act)
        if row.status == "new":
            self._tick("takeRow", words.TAKE_ROW, choice.is_new(row), partial(choice.set_new, row))
        elif row.status == "known" and not row.same_card:
            self._tick("isAnother", words.IS_ANOTHER, choice.is_new(row), partial(choice.set_new, row))

    def _tick(self, name: str, text: str, on: bool, act: Callable[[bool], None]) -> None:  # noqa: FBT001  its state
        tick = QCheckBox(text)
        tick.setObjectName(name)
        tick.setChecked(on)
        tick.toggled.connect(act)
        tick.toggled.connect(lambda _on: self.turned.emit())
        self._ticks.addWidget(tick)
        QWidget.setTabOrder(self._before, tick)
        self._before = tick
