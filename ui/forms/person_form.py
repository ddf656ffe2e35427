"""The form of a member with all lists of the card."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Signal
from typing_extensions import override

from app.domain.people import ENTRIES, PersonDraft, person_problems
from ui.forms.entry_list import EntryList, ListRow
from ui.forms.record_form import RecordForm
from ui.texts.fields import MEMBER, FieldText
from ui.widgets.field_row import FieldRow


class PersonForm(RecordForm):
    """The fields of a member in sections; posts, standings, rewards and discipline as lists of lines."""

    rearranged = Signal()

    def __init__(self, today: Callable[[], dt.date]) -> None:
        self._lists: list[EntryList] = []
        super().__init__(PersonDraft, MEMBER, lambda draft: person_problems(draft, today()))

    @override
    def _row(self, name: str, hint: object, text: FieldText) -> FieldRow:
        if name not in ENTRIES:
            return super()._row(name, hint, text)
        entries = EntryList(ENTRIES[name], text, self.problems, name)
        entries.rearranged.connect(self.rearranged)
        self._lists.append(entries)
        return ListRow(entries, text.label, name)

    @override
    def set_columns(self, columns: int) -> None:
        super().set_columns(columns)
        for entries in self._lists:
            entries.set_columns(columns)
