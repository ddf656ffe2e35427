"""The columns of a list on screen: chosen, dragged, remembered, and giving way on narrow windows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from ui.dialogs.columns import ColumnsDialog
from ui.lists.kind import ListKind
from ui.lists.memory import ListMemory
from ui.models.list_layout import ListLayout, first_layout
from ui.theme.look import BASE_SIZE, look
from ui.widgets.record_view import RecordView

_ROOM = 27
"""What a title needs beside its words."""
_ARROW = "  ↓"
_LEAST_PART = 0.8
"""Of its width a column keeps at least so much; what is cut then is said by the tip."""


class ListColumns(QObject):
    """Keeps the layout of a list and shows the view in it."""

    changed = Signal()

    def __init__(self, kind: ListKind[Any], view: RecordView, memory: ListMemory, parent: QObject) -> None:
        super().__init__(parent)
        self._kind, self._view, self._memory = kind, view, memory
        self._keys = [column.key for column in kind.columns]
        self._mine = memory.layout(kind)
        self._lent: ListLayout | None = None
        """The columns of a saved filter, which are shown while it is pressed and change nothing else."""
        view.columns_moved.connect(self._on_moved)
        view.column_resized.connect(self._on_resized)
        view.resized.connect(self.show)

    @property
    def layout(self) -> ListLayout:
        """Return the columns as they are chosen, whether or not the window has room for them."""
        return self._lent or self._mine

    def lend(self, keys: Sequence[str]) -> None:
        """Show the columns of a saved filter; without any the list's own ones are shown again."""
        self._lent = self._mine.showing(keys) if keys else None
        self.show()

    def choose(self, over: QWidget) -> None:
        """Let the user choose."""
        names = {column.key: column.title for column in self._kind.columns}
        dialog = ColumnsDialog(names, self.layout, first_layout(self._kind.columns), over.window())
        dialog.chosen.connect(self._take)
        dialog.open()

    def show(self) -> None:
        """Show the columns that the window has room for."""
        if not self._view.adjustable:
            return
        keys = list(self._fitting())
        self._view.arrange([self._keys.index(key) for key in keys], self._roomy(keys))

    def _fitting(self) -> Sequence[str]:
        """Let columns go while there are too many, as long as nobody chose others than the list's own."""
        shown = list(self.layout.shown)
        if self._is_chosen():
            return shown
        room = self._view.viewport().width()
        for key in self._kind.first_to_go:
            if look.px(sum(map(self._width, shown))) <= room:
                break
            if key in shown:
                shown.remove(key)
        return shown

    def _is_chosen(self) -> bool:
        """Return whether somebody chose other columns than the list's own, which then scroll sideways."""
        return self.layout.hidden != first_layout(self._kind.columns).hidden

    def _roomy(self, keys: Sequence[str]) -> list[int]:
        """Return the widths, those of long words grown by what the last column can spare."""
        widths = [self._width(key) for key in keys]
        room = self._view.viewport().width() * BASE_SIZE // look.font_size
        if room < sum(widths) and not self._is_chosen():
            return self._shrunk(keys, widths, sum(widths) - room)
        # Qt gives the last column what is left.
        spare = max(room - sum(widths) - self._wish(keys[-1], widths[-1]), 0)
        wishes = [self._wish(key, width) for key, width in zip(keys[:-1], widths, strict=False)]
        wanted = max(sum(wishes), 1)
        for place, wish in enumerate(wishes):
            widths[place] += min(wish, wish * spare // wanted)
        return widths

    def _shrunk(self, keys: Sequence[str], widths: Sequence[int], lacking: int) -> list[int]:
        """Return the widths with what lacks taken from each, as far as titles and words leave it."""
        titles = [_title_width(self._kind.column(key).title, with_arrow=False) for key in keys]
        spare = [
            max(width - max(round(width * _LEAST_PART), title), 0)
            for width, title in zip(widths, titles, strict=True)
        ]
        part = min(lacking / max(sum(spare), 1), 1)
        return [width - round(one * part) for width, one in zip(widths, spare, strict=True)]

    def _wish(self, key: str, width: int) -> int:
        """Return by how much a column would grow, unless somebody gave it its width."""
        return 0 if key in self.layout.widths else max(self._kind.column(key).roomy - width, 0)

    def _width(self, key: str) -> int:
        kept, column = self.layout.widths.get(key), self._kind.column(key)
        return kept or max(column.width, _title_width(column.title))

    def _take(self, layout: ListLayout) -> None:
        if self._lent:
            self._lent = layout
        else:
            self._mine = layout
            self._memory.keep_layout(layout, self._kind)
        self.show()
        self.changed.emit()

    def _on_moved(self, columns: Sequence[int]) -> None:
        seen = [self._keys[column] for column in columns]
        # Those that only the window has no room for keep their places behind the others.
        waiting = [key for key in self.layout.shown if key not in seen]
        self._take(self.layout.showing([*seen, *waiting]))

    def _on_resized(self, column: int, width: int) -> None:
        self._take(self.layout.widened(self._keys[column], width))


def _title_width(title: str, *, with_arrow: bool = True) -> int:
    """Return how long a title is, with room for the arrow of the order, as a length of the design."""
    pixels = QFontMetrics(look.font("small")).horizontalAdvance(title + _ARROW * with_arrow)
    return round(pixels * BASE_SIZE / look.font_size) + _ROOM
