"""The search field of the top bar with its results below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.common.finding import Query
from ui.theme.look import look
from ui.widgets.cell_painter import paint_hits
from ui.widgets.search_field import SearchField

MOST_HITS = 10
_PAUSE_MS = 150


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: what it says, and the page and record it opens."""

    words: str
    page: str
    subject: str


class HitPainter(QStyledItemDelegate):
    """Draws a result with the searched letters on a ground of their own."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.query = Query("")

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, look.colour("chosen" if chosen and found else "sheet"))
        painter.setFont(look.font())
        painter.setPen(look.colour("ink" if found else "ink_soft"))
        space = option.rect.adjusted(look.px(12), 0, -look.px(12), 0)
        words = str(index.data() or "")
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, space.width())
        if found:
            paint_hits(painter, space, shown, self.query.hits(words))
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class QuickSearch(SearchField):
    """Finds while one types; ↓ goes into the results, Enter opens, Esc closes."""

    found = Signal(object)

    def __init__(
        self, prompt: str, results_label: str, nothing: str, search: Callable[[str], list[Hit]]
    ) -> None:
        super().__init__(prompt, key="Ctrl+F", name="quickSearch")
        self._nothing = nothing
        self._search = search
        self._results = QListWidget()
        self._results.setObjectName("searchResults")
        self._results.setAccessibleName(results_label)
        self._results.setWindowFlags(Qt.WindowType.ToolTip)
        self._results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._painter = HitPainter(self._results)
        self._results.setItemDelegate(self._painter)
        self._results.itemClicked.connect(self._on_item)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.show_results)
        self.textEdited.connect(lambda _text: self._timer.start())
        self.textChanged.connect(lambda text: None if text else self._results.hide())
        self.destroyed.connect(self._results.deleteLater)
        self.installEventFilter(self)

    def show_results(self) -> None:
        """Search for what is typed and show what was found."""
        self._timer.stop()
        query = self.text().strip()
        if not query:
            self._results.hide()
            return
        self._painter.query = Query(query)
        hits = self._search(query)[:MOST_HITS]
        self._results.clear()
        for hit in hits:
            item = QListWidgetItem(hit.words)
            item.setData(Qt.ItemDataRole.UserRole, hit)
            self._results.addItem(item)
        if not hits:
            item = QListWidgetItem(self._nothing.format(query=query))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._results.addItem(item)
        else:
            self._results.setCurrentRow(0)
        self._place(max(len(hits), 1))

    def hits(self) -> list[str]:
        """Return the words of the results in sight."""
        shown = range(self._results.count()) if self._results.isVisible() else range(0)
        return [self._results.item(at).text() for at in shown]

    def _place(self, rows: int) -> None:
        width = max(self.width(), look.px(420))
        corner = self.mapToGlobal(QPoint(self.width() - width, self.height() + 2))
        self._results.setGeometry(corner.x(), corner.y(), width, rows * look.px(36) + 2)
        self._results.show()

    def _on_item(self, item: QListWidgetItem) -> None:
        hit = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(hit, Hit):
            self._results.hide()
            self.clear()
            self.found.emit(hit)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and self._results.isVisible():
            last = self._results.count() - 1
            self._results.setCurrentRow(min(max(self._results.currentRow() + step, 0), last))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_current()
        else:
            super().keyPressEvent(event)

    def _open_current(self) -> None:
        if not self._results.isVisible():
            self.show_results()
        item = self._results.currentItem()
        if item:
            self._on_item(item)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self._timer.stop()
            self._results.hide()
        return super().eventFilter(watched, event)
