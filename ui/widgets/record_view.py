"""The table every list is shown in: rows of 36, one look, keys that work alike everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, cast

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from app.common.finding import Query
from ui.theme.look import look
from ui.widgets.cell_painter import CellPainter

ROW = 36
HEAD = 35


class Rows(Protocol):
    """What the view asks its model besides Qt's own questions."""

    query: Query
    """What the rows are filtered by."""
    keeps_place: bool
    """Whether a row that goes away leaves the cursor to the one that takes its place."""

    def identity(self, row: int) -> str:
        """Return who the row is."""

    def row_of(self, identity: str) -> int:
        """Return the row of that identity, or -1."""

    def sort_by(self, column: int) -> None:
        """Sort by a column."""


class RecordView(QTableView):
    """A list of records: Enter opens, F2 edits, Delete asks for the trash, Esc leads back.

    Ctrl, Shift and Space choose several; letters go where one filters.
    """

    current_changed = Signal(str)
    """The identity of the row the cursor is on, or nothing."""
    opened = Signal(str)
    edit_asked = Signal(str)
    trash_asked = Signal()
    left = Signal()
    """Esc was pressed."""
    typed = Signal(str)
    """A letter was pressed, which belongs into the filter."""
    chosen_changed = Signal()
    columns_moved = Signal(object)
    """The shown columns by their numbers, as somebody dragged them."""
    resized = Signal()
    """The list got wider or narrower, also by a splitter or a card beside it."""
    column_resized = Signal(int, int)
    """The number of a column and the length of the design that somebody gave it."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._hovered = -1
        self._kept = ""
        self._kept_row = -1
        self._kept_many: list[str] = []
        self._resetting = False
        self._stretched = -1
        self._arranging = False
        self.adjustable = False
        """Whether columns may be dragged."""
        self.wraps = False
        """Whether words that do not fit go on in a second line, in a short list that does not scroll."""
        self._prepare()

    def _prepare(self) -> None:
        self.setItemDelegate(CellPainter(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(look.px(ROW))
        head = self.horizontalHeader()
        head.setFixedHeight(look.px(HEAD))
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setMinimumSectionSize(look.px(40))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.sectionClicked.connect(lambda column: self._rows().sort_by(column))

    def show_rows(self, model: Rows, widths: list[int], stretched: int) -> None:
        """Show `model`; `widths` are lengths of the design, the column `stretched` takes what is left."""
        self.setModel(model)  # type: ignore[arg-type]  # a Qt model that also answers the questions of `Rows`
        self._stretched = stretched
        head = self.horizontalHeader()
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(column, mode.Stretch if column == stretched else mode.Fixed)
            if column != stretched:
                head.resizeSection(column, look.px(width))
        qt_model = self.model()
        qt_model.modelAboutToBeReset.connect(self._before_reset)
        qt_model.modelReset.connect(self._after_reset)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(lambda *_: self._on_chosen())

    def be_adjustable(self) -> None:
        """Let columns be dragged to other places and widths; what does not fit scrolls sideways."""
        self.adjustable = True
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.sectionMoved.connect(lambda *_: self._on_moved())
        head.sectionResized.connect(self._on_resized)

    def arrange(self, shown: Sequence[int], widths: Sequence[int]) -> None:
        """Show these columns in this order, `widths` being lengths of the design; the last takes the rest."""
        head, mode = self.horizontalHeader(), QHeaderView.ResizeMode
        self._arranging = True
        for column in range(head.count()):
            head.setSectionHidden(column, column not in shown)
            head.setSectionResizeMode(column, mode.Interactive)
        for place, (column, width) in enumerate(zip(shown, widths, strict=True)):
            head.moveSection(head.visualIndex(column), place)
            head.resizeSection(column, look.px(width))
        head.setStretchLastSection(True)
        self._arranging = False

    def fit_rows(self) -> int:
        """Give each row the lines that its words need; return how high the whole list is."""
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, max(look.px(ROW), self.sizeHintForRow(row)))
        return look.px(HEAD) + self.verticalHeader().length() + 2

    def leading(self) -> int:
        """Return the number of the first column in sight."""
        head = self.horizontalHeader()
        places = (head.logicalIndex(place) for place in range(head.count()))
        return next((column for column in places if not head.isSectionHidden(column)), 0)

    def current(self) -> str:
        """Return the identity of the row the cursor is on, or nothing."""
        index = self.currentIndex()
        return self._rows().identity(index.row()) if index.isValid() else ""

    def chosen(self) -> list[str]:
        """Return the identities of the chosen rows, from the top."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._rows().identity(row) for row in rows]

    def go_to(self, identity: str) -> bool:
        """Put the cursor on a record and bring it into sight; return whether it is shown."""
        row = self._rows().row_of(identity)
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self.model().index(row, 0))
        return row >= 0

    def is_chosen(self, row: int) -> bool:
        """Return whether the row is selected."""
        return self.selectionModel().isRowSelected(row, QModelIndex())

    def is_cursor(self, row: int) -> bool:
        """Return whether the keys act on the row."""
        return self.hasFocus() and row == self.currentIndex().row()

    def ground_of(self, row: int) -> str:
        """Return the palette's name of the ground of a row."""
        if self.is_chosen(row):
            return "chosen"
        return "hover" if row == self._hovered else "sheet"

    def hits(self, words: str) -> list[tuple[int, int]]:
        """Return where the searched words stand in `words`, for rows that are drawn in another way."""
        return self._rows().query.hits(words)

    def _rows(self) -> Rows:
        return cast("Rows", self.model())

    def _before_reset(self) -> None:
        self._kept, self._kept_many = self.current(), self.chosen()
        self._kept_row = self.currentIndex().row()
        self._resetting = True

    def _after_reset(self) -> None:
        self._resetting = False
        self._hovered = -1
        row = self._rows().row_of(self._kept) if self._kept else -1
        count = self.model().rowCount()
        if row < 0 and count:
            row = min(max(self._kept_row, 0), count - 1) if self._rows().keeps_place else 0
        if row >= 0:
            self._choose_again(row)
        if self.current() != self._kept:
            self.current_changed.emit(self.current())
        self.chosen_changed.emit()

    def _choose_again(self, current: int) -> None:
        flags = QItemSelectionModel.SelectionFlag
        selection = self.selectionModel()
        index = self.model().index(current, 0)
        selection.setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        for identity in self._kept_many if len(self._kept_many) > 1 else []:
            row = self._rows().row_of(identity)
            if row >= 0:
                selection.select(self.model().index(row, 0), flags.Select | flags.Rows)
        self.scrollTo(index)

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.viewport().update()
        if not self._resetting and current.row() != previous.row():
            self.current_changed.emit(self.current())

    def _on_chosen(self) -> None:
        self.viewport().update()
        if not self._resetting:
            self.chosen_changed.emit()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _on_moved(self) -> None:
        if not self._arranging:
            self.columns_moved.emit(self._in_sight())

    def _on_resized(self, column: int, _before: int, width: int) -> None:
        if not self._arranging and column != self._in_sight()[-1]:
            self.column_resized.emit(column, round(width / look.px(100) * 100))

    def _in_sight(self) -> list[int]:
        head = self.horizontalHeader()
        order = [head.logicalIndex(place) for place in range(head.count())]
        return [column for column in order if not head.isSectionHidden(column)]

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        if self.rowAt(event.position().toPoint().y()) >= 0:
            self.opened.emit(self.current())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.ignore()  # a dialog around the list closes by it
            return
        act = self._act_of(event)
        if act:
            act()
            return
        super().keyPressEvent(event)

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        none = Qt.KeyboardModifier.NoModifier
        key, plain = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == none
        letters = event.text()
        if _is_word(letters) and (plain or event.modifiers() == Qt.KeyboardModifier.ShiftModifier):
            return lambda: self.typed.emit(letters)
        return self._act_on_row(key) if plain and self.current() else None

    def _act_on_row(self, key: Qt.Key) -> Callable[[], None] | None:
        acts: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Return: lambda: self.opened.emit(self.current()),
            Qt.Key.Key_Enter: lambda: self.opened.emit(self.current()),
            Qt.Key.Key_F2: lambda: self.edit_asked.emit(self.current()),
            Qt.Key.Key_Delete: self.trash_asked.emit,
            Qt.Key.Key_Space: self._choose_one_more,
        }
        return acts.get(key)

    def _choose_one_more(self) -> None:
        """Take the row into the choice, or out of it, and go one down without losing the others."""
        flags, index = QItemSelectionModel.SelectionFlag, self.currentIndex()
        if self.chosen() != [self.current()]:  # the row the cursor stands on is chosen by itself
            self.selectionModel().select(index, flags.Toggle | flags.Rows)
        below = self.model().index(index.row() + 1, index.column())
        if below.isValid():
            self.selectionModel().setCurrentIndex(below, flags.NoUpdate)
            self.scrollTo(below)

    @override
    def minimumSizeHint(self) -> QSize:
        # Lower than Qt's own: on the smallest screens the rest of the page needs the height.
        return QSize(look.px(80), look.px(60))

    @override
    def keyboardSearch(self, search: str) -> None:
        """Leave typed letters to the filter field: a jump in the list would surprise."""


def _is_word(text: str) -> bool:
    return len(text) == 1 and text.isalnum()
