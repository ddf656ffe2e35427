"""A grid one types into as in Excel: letters begin, Enter goes down, Tab to the right, blocks are pasted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractTableModel, QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.grid_cells import GridCells
from ui.widgets.labels import Text
from ui.widgets.styled import spaced, styled

ROW, HEAD, LINE, NAMES = 36, 35, 16, 182
_Keys = QKeySequence.StandardKey


class GridView(QTableView):
    """Cells under the cursor and chosen blocks of them; the names of the rows stay in sight at the left."""

    pasted = Signal()
    copied = Signal()
    cleared = Signal()
    taken_back = Signal()
    """Undo was asked for while something typed here can be taken back."""
    current_changed = Signal()
    left = Signal()

    def __init__(self, name: str, label: str, corner: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.cells = GridCells(self)
        self.cells.moved.connect(self._on_moved)
        self.has_steps: Callable[[], bool] = lambda: False
        self._widths: Mapping[int, int] = {}
        self._growing: Mapping[int, int] = {}
        self._prepare()
        self._label_corner(corner)

    def show_cells(
        self, model: QAbstractTableModel, widths: Mapping[int, int], growing: Mapping[int, int]
    ) -> None:
        """Show `model`; `widths` are least lengths of the design, `growing` how columns share the rest."""
        if self.model() is not model:
            self.setModel(model)
            self.selectionModel().currentChanged.connect(lambda *_: self.current_changed.emit())
        self._widths, self._growing = widths, growing
        self._fit()

    def show_head_lines(self, lines: int) -> None:
        """Give the heads `lines` lines: columns of numbers need not be as wide as what they are called."""
        self.horizontalHeader().setFixedHeight(look.px(HEAD + LINE * (lines - 1)))
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideNone)

    def go_to(self, index: QModelIndex) -> None:
        """Put the cursor into a cell and bring it into sight."""
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def chosen(self) -> list[QModelIndex]:
        """Return the chosen cells, row by row."""
        return sorted(self.selectionModel().selectedIndexes(), key=lambda one: (one.row(), one.column()))

    def let_edit(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let cells be typed into, or only be looked at."""
        triggers = QAbstractItemView.EditTrigger
        begins = triggers.AnyKeyPressed | triggers.DoubleClicked
        self.setEditTriggers(begins if allowed else triggers.NoEditTriggers)

    def settle(self) -> None:
        """Take over what is being typed into a cell."""
        self.cells.settle()

    def _prepare(self) -> None:
        self.setItemDelegate(self.cells)
        self.let_edit(True)  # noqa: FBT003  the one question
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerWidget(styled(QWidget(), ground="sheet"))
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.setFixedWidth(look.px(NAMES))
        rows.setDefaultSectionSize(look.px(ROW))
        head.setFixedHeight(look.px(HEAD))
        for one in (rows, head):
            one.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            one.setHighlightSections(False)
            one.setSectionsClickable(False)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the given name tells persons apart

    def _label_corner(self, words: str) -> None:
        """Name the column of names: Qt leaves the corner above it empty."""
        corner = self.findChild(QAbstractButton)
        if corner is None:
            return
        corner.setEnabled(False)
        column = QVBoxLayout(corner)
        spaced(column, 0, (look.px(13), 0, 0, 0))
        column.addWidget(Text(words, role="small", tone="soft", wrap=False))

    def _fit(self) -> None:
        """Give each column its least width, and what is left to those that hold sentences."""
        if not self._widths:
            return
        left = self.viewport().width() - sum(map(look.px, self._widths.values()))
        shares = sum(self._growing.values()) or 1
        for column, width in self._widths.items():
            more = max(left, 0) * self._growing.get(column, 0) // shares
            self.setColumnWidth(column, look.px(width) + more)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model() and self.model().rowCount():
            self.go_to(self.model().index(0, 0))

    @override
    def event(self, event: QEvent) -> bool:
        # The keys belong to the grid before they belong to the window.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(_Keys.Undo) and self.has_steps()
            if undo or event.matches(_Keys.Paste) or event.matches(_Keys.Copy):
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act:
            act()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.ignore()
        elif event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            event.ignore()  # leads out of the grid; arrows lead within it
        else:
            super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        for keys, signal in ((_Keys.Paste, self.pasted), (_Keys.Copy, self.copied)):
            if event.matches(keys):
                return signal.emit
        if event.matches(_Keys.Undo) and self.has_steps():
            return self.taken_back.emit
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return None
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: lambda: self._on_moved(1, 0),
            Qt.Key.Key_Enter: lambda: self._on_moved(1, 0),
            Qt.Key.Key_F2: self._go_on,
            Qt.Key.Key_Delete: self.cleared.emit,
            Qt.Key.Key_Backspace: self.cleared.emit,
        }
        return acts.get(event.key())

    def _go_on(self) -> None:
        """Edit the cell at the end of what stands in it."""
        if self.editTriggers() and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())
            self.cells.to_end()

    def _on_moved(self, down: int, right: int) -> None:
        index = self.currentIndex()
        model = self.model()
        row = min(max(index.row() + down, 0), model.rowCount() - 1)
        column = min(max(index.column() + right, 0), model.columnCount() - 1)
        self.go_to(model.index(row, column))

    @override
    def keyboardSearch(self, search: str) -> None:
        """Letters are typed into the cell, not looked for."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(80), look.px(HEAD + 3 * ROW))
