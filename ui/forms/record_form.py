"""A form made from a domain class: each field's kind follows from its type, its words from the texts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.checking import checked
from app.domain.types import CardNumber, Fields, PartialDate, Prose, WholeDate
from app.errors import Invalid, Problem
from ui.desktop import clipboard
from ui.forms.binder import Binder
from ui.forms.record_values import stored_values
from ui.texts import shared
from ui.texts.fields import CHOICES, FieldText
from ui.theme.look import look
from ui.widgets.editors import CheckField, ChoiceField, DateField, Editor, LineField, ProseField
from ui.widgets.field_row import FieldRow
from ui.widgets.guarded import NumberField
from ui.widgets.labels import Text
from ui.widgets.styled import spaced

Rules = Callable[[Any], list[Problem]]
"""The rules between the fields of a checked draft."""


class RecordForm(QWidget):
    """The fields of `kind` named in `texts`, in that order, in two columns or one."""

    def __init__(
        self,
        kind: type[Fields],
        texts: Mapping[str, FieldText],
        rules: Rules | None = None,
        *,
        prefix: str = "",
        chosen: Collection[str] = (),
    ) -> None:
        """Make the fields; `prefix` tells forms of one kind apart by the names of their fields.

        The fields in `chosen` take one of the values that `offer` gives them.
        """
        super().__init__()
        self.given: dict[str, object] = {}
        """Facts of the draft that the form does not show, such as the year."""
        self.kind = kind
        self._chosen = frozenset(chosen)
        self._rules = rules
        self._texts = texts
        self.prefix = prefix
        self._columns = 0
        self._grid = QGridLayout(self)
        spaced(self._grid, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(12))
        self.binder = Binder(self._problems, self)
        hints = get_type_hints(kind, include_extras=True)
        for field, text in texts.items():
            self.binder.bind(field, self._row(f"{prefix}{field}", hints[field], text))
        self._headings = {
            field: Text(text.heading, role="section") for field, text in texts.items() if text.heading
        }
        self.set_columns(2)

    def _row(self, name: str, hint: object, text: FieldText) -> FieldRow:
        """Return the row of a field; a form with other kinds of field overrides it."""
        if name.removeprefix(self.prefix) in self._chosen:
            return FieldRow(text.label, ChoiceField(()), help_text=text.help, name=name)
        if hint is bool:  # the words stand beside the tick
            return FieldRow("", CheckField(text.label), help_text=text.help, name=name)
        return FieldRow(text.label, _editor(hint, text), help_text=text.help, name=name)

    def offer(self, field: str, choices: Sequence[tuple[object, str]]) -> None:
        """Let `field`, which is one of `chosen`, take these values."""
        editor = self.binder.row(field).editor
        if isinstance(editor, ChoiceField):
            editor.set_choices(choices)

    def fix(self, fixed: bool) -> None:  # noqa: FBT001  the one question
        """Let the fields only be read."""
        for field in self._texts:
            self.binder.row(field).set_read_only(fixed)

    def set_columns(self, columns: int) -> None:
        """Set the fields in one column or several; a wide field always has a line of its own."""
        if columns == self._columns:
            return
        self._columns = columns
        at = 0
        for field, text in self._texts.items():
            row = self.binder.row(field)
            if field in self._headings:
                at += -at % columns
                self._grid.addWidget(self._headings[field], at // columns, 0, 1, columns)
                at += columns
            if text.wide or columns == 1:
                at += -at % columns
                self._grid.addWidget(row, at // columns, 0, 1, columns)
                at += columns
            else:
                self._grid.addWidget(row, at // columns, at % columns)
                at += 1
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def problems(self) -> list[Problem]:
        """Return what is wrong with what stands in the fields now."""
        return self._problems(self.binder.values())

    def _problems(self, values: Mapping[str, object]) -> list[Problem]:
        shown = {field: value for field, value in values.items() if field in self._texts}
        try:
            draft = checked(self.kind, {**self._unseen(), **stored_values(self.kind, shown)})
        except Invalid as error:
            return error.problems
        return self._rules(draft) if self._rules else []

    def _unseen(self) -> dict[str, object]:
        """Return stand-ins for required fields that this form does not show, so that only its own count."""
        missing = {
            name
            for name, info in self.kind.model_fields.items()
            if info.is_required() and name not in self._texts
        }
        return {**{name: _STAND_INS.get(name, "-") for name in missing}, **self.given}


_STAND_INS: dict[str, object] = {"year": 2017, "dated_on": "2017-01-01", "term_started_on": "2017-01-01"}


def _editor(hint: object, text: FieldText) -> Editor:
    # A day that may stay empty is a day all the same.
    if hint == WholeDate | None or hint in {PartialDate, WholeDate}:
        return DateField(shared.DATE_PROMPT)
    if hint == Prose:
        return ProseField(lines=text.lines or 3)
    if hint == CardNumber:
        number = NumberField()
        number.copied.connect(clipboard.copy)
        return number
    base = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if isinstance(base, type) and issubclass(base, StrEnum):
        return ChoiceField(CHOICES[base])
    return LineField()  # no limit here: it would cut a paste without a word; too long is told below
