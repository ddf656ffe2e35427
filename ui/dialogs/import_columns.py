"""Says what stands in the columns of a list that nobody knows; the decision is kept for the next list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.import_preview import Column
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import importing as words
from ui.texts import shared
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text

NEVER = frozenset({"left_out", "counting"})


def is_open(column: Column) -> bool:
    """Return whether the user may say what stands in a column: nobody knows it, or it was decided before."""
    return column.assigned or not column.field


def titles(columns: Sequence[Column]) -> str:
    """Return the heads of columns in one line."""
    return ", ".join(f"“{column.title}”" for column in columns)


class ImportColumnsDialog(SheetDialog):
    """One choice for each column that is open; `decided` tells the fields by the keys of the heads."""

    decided = Signal(object)

    def __init__(self, head: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(words.COLUMNS_TITLE, 560, parent)
        self.setObjectName("importColumns")
        self._choices: dict[str, ChoiceField] = {}
        read = [column for column in head if column.field and column.field not in NEVER]
        told = (words.READ_COLUMN.format(field=words.FIELDS[one.field], column=one.name) for one in read)
        self.body.addWidget(Text(words.COLUMNS_NOTE, tone="soft"))
        for column in filter(is_open, head):
            self.body.addWidget(self._row(column))
        self.body.addWidget(
            Text(words.READ_COLUMNS.format(columns=", ".join(told)), role="small", tone="soft")
        )
        self.body.addStretch(1)
        cancel = Button(shared.CANCEL, name="cancelColumns")
        cancel.clicked.connect(self.reject)
        decide = Button(words.DECIDE, kind="primary", glyph="check", name="decideColumns")
        decide.clicked.connect(self._on_decide)
        self.add_buttons(cancel, decide)

    def _row(self, column: Column) -> FieldRow:
        choice = ChoiceField([("", words.NOT_READ), *words.FIELDS.items()])
        choice.set_value(column.field)
        self._choices[column.key] = choice
        label = words.COLUMN.format(column=column.name, title=column.title)
        sample = words.SAMPLE.format(sample=column.sample) if column.sample else ""
        return FieldRow(label, choice, help_text=sample, name=f"column_{column.name}")

    def _on_decide(self) -> None:
        self.accept()
        self.decided.emit({key: str(choice.value()) for key, choice in self._choices.items()})
