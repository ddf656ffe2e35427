"""A layout that sets widgets in lines and starts a new line where they no longer fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget, QWidgetItem
from typing_extensions import override

from ui.theme.look import look


class FlowLayout(QLayout):
    """Lines of widgets, 8 apart; `to_right` sets each line at the right, so the last keeps its place."""

    def __init__(self, parent: QWidget | None = None, *, to_right: bool = False, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._to_right = to_right
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(look.px(spacing))

    def add(self, widget: QWidget) -> None:
        """Append a widget.

        Its item is made here and not by Qt: when Qt deletes an item of its own, Python is not told, and what
        comes to lie at the same address is then taken for that item.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:  # Qt asks past the end
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:  # Qt asks past the end
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(len(sizes) - 1, 0)
        return QSize(width, max((size.height() for size in sizes), default=0))

    @override
    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if move:
                self._place(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if lines and used + self.spacing() + needed <= width:
                lines[-1].append(item)
                used += self.spacing() + needed
            else:
                lines.append([item])
                used = needed
        return lines

    def _place(self, line: list[QLayoutItem], rect: QRect) -> None:
        widths = [min(item.sizeHint().width(), rect.width()) for item in line]
        x = rect.x()
        if self._to_right:
            x += max(rect.width() - sum(widths) - self.spacing() * (len(line) - 1), 0)
        for item, width in zip(line, widths, strict=True):
            height = item.sizeHint().height()
            # What is lower than its line, a key beside a button, stands in its middle.
            y = rect.y() + (rect.height() - height) // 2
            item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + self.spacing()


class FlowRow(QWidget):
    """A widget whose children flow in lines."""

    def __init__(self, parent: QWidget | None = None, *, to_right: bool = False) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, to_right=to_right)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """Append widgets, in reading order."""
        for widget in widgets:
            self._flow.add(widget)
