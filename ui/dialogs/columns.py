"""Which columns a list shows, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from ui.dialogs.sheet_dialog import SheetDialog
from ui.models.list_layout import ListLayout
from ui.texts import lists as words
from ui.texts import shared
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import Text
from ui.widgets.styled import spaced

WIDTH = 440
ROW = 36
_KEY = Qt.ItemDataRole.UserRole


class ColumnsDialog(SheetDialog):
    """A tick for each column; the arrows or dragging move it. The first column in its list always stays."""

    chosen = Signal(object)

    def __init__(
        self, names: Mapping[str, str], layout: ListLayout, first: ListLayout, parent: QWidget | None
    ) -> None:
        super().__init__(words.COLUMNS_TITLE, WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._names, self._layout, self._first = names, layout, first
        self._always = first.order[0]
        self._list = QListWidget()
        self._list.setObjectName("columnList")
        self._list.setAccessibleName(words.COLUMNS_LIST)
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(look.px(ROW) * len(names) + 4)
        self._higher = Button(words.HIGHER, name="columnHigher")
        self._lower = Button(words.LOWER, name="columnLower")
        self._reset = Button(words.RESET, glyph="arrow-counter-clockwise", name="columnsReset")
        self._cancel = Button(shared.CANCEL, name="columnsCancel")
        self._apply = Button(words.APPLY, kind="primary", glyph="check", name="columnsApply")
        self._fill(layout)
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout()
        spaced(row, look.px(8))
        for button in (self._higher, self._lower, self._reset):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addWidget(Text(words.COLUMNS_NOTE, tone="soft"))
        self.body.addLayout(row)
        self.body.addWidget(self._list)
        self.body.addStretch(1)
        self.add_buttons(self._cancel, self._apply)
        self._higher.clicked.connect(lambda: self._move(-1))
        self._lower.clicked.connect(lambda: self._move(1))
        self._reset.clicked.connect(self._on_reset)
        self._cancel.clicked.connect(self.reject)
        self._apply.clicked.connect(self._on_apply)
        self._list.setFocus()

    def _fill(self, layout: ListLayout) -> None:
        self._list.clear()
        for key in (*layout.shown, *(key for key in layout.order if key in layout.hidden)):
            item = QListWidgetItem(self._names[key])
            item.setData(_KEY, key)
            item.setSizeHint(QSize(0, look.px(ROW)))
            flags = item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled
            shown = key not in layout.hidden
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsUserCheckable if key == self._always else flags)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _move(self, step: int) -> None:
        row = self._list.currentRow()
        if 0 <= row + step < self._list.count():
            item = self._list.takeItem(row)
            self._list.insertItem(row + step, item)
            self._list.setCurrentRow(row + step)

    def _on_reset(self) -> None:
        self._layout = self._first
        self._fill(self._first)

    def _on_apply(self) -> None:
        items = [self._list.item(row) for row in range(self._list.count())]
        order = tuple(str(item.data(_KEY)) for item in items)
        hidden = frozenset(
            str(item.data(_KEY)) for item in items if item.checkState() == Qt.CheckState.Unchecked
        )
        self.chosen.emit(replace(self._layout, order=order, hidden=hidden))
        self.accept()
