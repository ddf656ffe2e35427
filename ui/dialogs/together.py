"""One field of several records at once: which field, and what shall stand there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import lists as words
from ui.texts import shared
from ui.widgets.button import Button
from ui.widgets.editors import ChoiceField, LineField
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text

WIDTH = 480


@dataclass(frozen=True, slots=True)
class SharedField:
    """A field that may be the same for many; without `choices` it is a line of text."""

    name: str
    label: str
    choices: Sequence[tuple[object, str]] = ()
    present: Mapping[str, int] = field(default_factory=dict)
    """How many of the chosen records have which value, in words."""


class TogetherDialog(SheetDialog):
    """Says what stands there now before anything is written over."""

    chosen = Signal(str, object)

    def __init__(self, title: str, fields: Sequence[SharedField], parent: QWidget | None) -> None:
        super().__init__(title, WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields = fields
        self._which = ChoiceField([(at, one.label) for at, one in enumerate(fields)])
        self._editors = [ChoiceField(one.choices) if one.choices else LineField() for one in fields]
        self._values = QStackedWidget()
        for editor, one in zip(self._editors, fields, strict=True):
            self._values.addWidget(FieldRow(words.NEW_VALUE, editor, name=f"together_{one.name}"))
        self._present = Text(tone="soft", name="togetherPresent")
        cancel = Button(shared.CANCEL, name="togetherCancel")
        save = Button(shared.SAVE, kind="primary", glyph="check", name="togetherSave")
        self.body.addWidget(FieldRow(words.WHICH_FIELD, self._which, name="togetherField"))
        self.body.addWidget(self._values)
        self.body.addWidget(self._present)
        self.body.addStretch(1)
        self.add_buttons(cancel, save)
        self._which.currentIndexChanged.connect(self._on_field)
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._on_save)
        self._on_field(0)
        self._which.setFocus()

    def _on_field(self, at: int) -> None:
        self._values.setCurrentIndex(at)
        said = [
            words.PRESENT_ONE.format(value=value or words.NOTHING_YET, count=count)
            for value, count in self._fields[at].present.items()
        ]
        self._present.setText(words.PRESENT.format(values="; ".join(said)))

    def _on_save(self) -> None:
        at = self._values.currentIndex()
        self.chosen.emit(self._fields[at].name, self._editors[at].value())
        self.accept()
