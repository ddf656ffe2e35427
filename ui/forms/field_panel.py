"""The fields that can be written into a form: searched without marks, grouped, with an example each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.common.finding import Query
from app.services.form_marks import FormField
from ui.texts import committee_forms as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import Text
from ui.widgets.search_field import SearchField
from ui.widgets.sheet import Sheet

_KEY = Qt.ItemDataRole.UserRole


class FieldPanel(Sheet):
    """What the chosen place says, the search, the list, and the acts on the place."""

    picked = Signal(str)
    """The key of the field that is to stand at the chosen place."""
    unmarked = Signal()
    kept = Signal()
    repeated = Signal()

    def __init__(self) -> None:
        super().__init__(padding=12, spacing=8)
        self._fields: Sequence[FormField] = ()
        self._placed: frozenset[str] = frozenset()
        self._row_first = False
        self._where = Text(words.NO_PLACE, name="placeWords")
        self.search = SearchField(words.SEARCH, name="fieldSearch")
        self.list = QListWidget()
        self.list.setObjectName("fieldList")
        self.list.setAccessibleName(words.FIELD_LIST)
        self.list.setMinimumHeight(look.px(44))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.unmark = Button(words.UNMARK, glyph="x", name="unmarkPlace", changes=True)
        self.keep = Button(words.KEEP, name="keepPlace", changes=True)
        self.repeat = Button(words.REPEAT, glyph="files", name="repeatRow", changes=True)
        acts = FlowRow()
        acts.add(self.unmark, self.keep, self.repeat)
        for part in (self._where, self.search):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(acts)
        self.search.textChanged.connect(lambda _typed: self._fill())
        self.search.left_down.connect(self._to_list)
        self.search.returnPressed.connect(self._on_first)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self.unmark.clicked.connect(self.unmarked)
        self.keep.clicked.connect(self.kept)
        self.repeat.clicked.connect(self.repeated)

    def show_fields(self, fields: Sequence[FormField], placed: frozenset[str]) -> None:
        """Offer these fields; of those in `placed` is told that they have a place."""
        if (tuple(fields), placed) != (tuple(self._fields), self._placed):
            self._fields, self._placed = tuple(fields), placed
            self._fill()

    def put_row_first(self, first: bool) -> None:  # noqa: FBT001  the one question
        """Offer the fields of a repeated row before all others: the place stands in a table."""
        if first != self._row_first:
            self._row_first = first
            self._fill()

    def say(self, where: str) -> None:
        """Say which place is chosen and what stands there."""
        self._where.setText(where)

    def words(self) -> str:
        """Return what is said of the chosen place."""
        return self._where.text()

    def _fill(self) -> None:
        query, current = Query(self.search.text()), self.list.currentRow()
        self.list.clear()
        group = ""
        for one in sorted(self._fields, key=lambda one: one.is_in_row is not self._row_first):
            if not query.finds(" ".join((one.label, one.group, *one.names))):
                continue
            if one.group != group:
                group = one.group
                self._add(group, None)
            said = words.PLACED if one.key in self._placed else words.EXAMPLE
            self._add(said.format(label=one.label, example=one.example), one.key)
        if not self.list.count():
            self._add(words.NO_FIELD, None)
        self.list.setCurrentRow(min(current, self.list.count() - 1))

    def _add(self, said: str, key: str | None) -> None:
        item = QListWidgetItem(said, self.list)
        item.setData(_KEY, key)
        item.setToolTip(said)
        if key is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            font = self.list.font()
            font.setBold(True)
            item.setFont(font)

    def _to_list(self) -> None:
        self.list.setFocus()
        first = next((row for row in range(self.list.count()) if self.list.item(row).data(_KEY)), -1)
        self.list.setCurrentRow(first)

    def _on_first(self) -> None:
        """Take the first field that fits what was typed."""
        first = next((row for row in range(self.list.count()) if self.list.item(row).data(_KEY)), None)
        if first is not None and self.search.text().strip():
            self._on_item(self.list.item(first))

    def _on_item(self, item: QListWidgetItem) -> None:
        key = item.data(_KEY)
        if key:
            self.picked.emit(str(key))
