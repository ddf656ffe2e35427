"""Draws the cells of a grid and makes the field that one types into: a line, or several for sentences."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.theme.look import look
from ui.theme.roles import CellLook, CellRole

_Index = QModelIndex | QPersistentModelIndex
_LINES, _WIDTH = 5, 360
_GROUNDS = {"unsaved": "warn_ground", "carried": "ground"}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GridCells(QStyledItemDelegate):
    """Ground, hairlines, sign and words; the cell under the cursor has a black frame."""

    typed = Signal()
    moved = Signal(int, int)
    """A cell was left by Enter or Tab: how far down, how far to the right."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.prose: frozenset[int] = frozenset()
        """Columns whose cells hold sentences."""
        self._field: QLineEdit | QPlainTextEdit | None = None
        self._index = QPersistentModelIndex()

    def open_text(self) -> tuple[QPersistentModelIndex, str] | None:
        """Return the cell that is being typed into and what stands there."""
        return (self._index, _text(self._field)) if self._field else None

    def settle(self) -> None:
        """Take over what is being typed."""
        if self._field:
            self.commitData.emit(self._field)
            self.closeEditor.emit(self._field, QStyledItemDelegate.EndEditHint.NoHint)

    def to_end(self) -> None:
        """Put the cursor behind what stands in the cell."""
        if isinstance(self._field, QLineEdit):
            self._field.end(False)  # noqa: FBT003  Qt's own shape
        elif self._field:
            self._field.moveCursor(QTextCursor.MoveOperation.End)

    @override
    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        if editor is self._field:
            self._field = None
        super().destroyEditor(editor, index)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        view = cast("QAbstractItemView", option.widget)
        cell: CellLook = index.data(CellRole.LOOK)
        chosen = view.selectionModel().isSelected(_plain(index))
        ground = "chosen" if chosen else _GROUNDS.get(cell.tone, "sheet")
        painter.fillRect(rect, look.colour(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.colour("hairline"))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), look.colour("hairline"))
        x = rect.left() + look.px(10)
        if cell.state:
            sign, size = cell.state.value, look.px(16)
            glyph = look.pixmap(sign.glyph, cell.state.colour, 16, filled=sign.filled)
            painter.drawPixmap(x, rect.top() + (rect.height() - size) // 2, glyph)
            x += look.px(20)
        is_wrong = cell.state is not None and cell.state.value.tone == "danger"
        painter.setFont(look.font())
        painter.setPen(look.colour("danger" if is_wrong else "ink_soft" if cell.tone == "carried" else "ink"))
        space = QRect(x, rect.top(), rect.right() - x - look.px(4), rect.height())
        words = painter.fontMetrics().elidedText(cell.words, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if view.currentIndex() == index and view.hasFocus():
            painter.setPen(look.colour("ink"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        field: QLineEdit | QPlainTextEdit
        if index.column() in self.prose:
            field = QPlainTextEdit(parent)
            field.setTabChangesFocus(True)
            field.textChanged.connect(self.typed)
        else:
            field = QLineEdit(parent)
            field.textEdited.connect(self.typed)
        field.setObjectName("cellField")
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        field.setAccessibleName(name)
        self._field, self._index = field, QPersistentModelIndex(index)
        return field

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()
        elif isinstance(editor, QPlainTextEdit) and editor.toPlainText() != text:
            editor.setPlainText(text)
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        model.setData(_plain(index), _text(cast("QLineEdit", editor)), Qt.ItemDataRole.EditRole)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        around = cast("QAbstractItemView", self.parent()).viewport().rect()
        if isinstance(editor, QPlainTextEdit):
            rect = QRect(
                rect.left(), rect.top(), max(rect.width(), look.px(_WIDTH)), look.px(18 * _LINES + 20)
            )
            rect.moveRight(min(rect.right(), around.right()))
            rect.moveBottom(min(rect.bottom(), around.bottom()))
            rect.moveLeft(max(rect.left(), 0))
            rect.moveTop(max(rect.top(), 0))
        editor.setGeometry(rect)

    @override
    def eventFilter(self, object: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and object is self._field:
            way = self._way_of(event)
            if way:
                self.settle()
                self.moved.emit(*way)
                return True
            if event.key() in _ENTER:
                return self._new_line()
        return super().eventFilter(object, event)

    def _way_of(self, event: QKeyEvent) -> tuple[int, int] | None:
        """Return where a key leads out of the cell; Alt+Enter and Shift+Enter stay in a cell of sentences."""
        if event.key() == Qt.Key.Key_Tab:
            return 0, 1
        if event.key() == Qt.Key.Key_Backtab:
            return 0, -1
        stays = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER and not (
            event.modifiers() & stays and isinstance(self._field, QPlainTextEdit)
        ):
            return 1, 0
        return None

    def _new_line(self) -> bool:
        if isinstance(self._field, QPlainTextEdit):
            self._field.insertPlainText("\n")
        return True


def _plain(index: _Index) -> QModelIndex:
    return index if isinstance(index, QModelIndex) else index.model().index(index.row(), index.column())


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
