"""The real pages of a paper, as rendered from its PDF, fitted to the width."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import Text
from ui.widgets.sheet import Scroll
from ui.widgets.styled import hairline, spaced, styled

RENDER_WIDTH = 1000
"""Pixels a page is rendered at; shown smaller it stays sharp on a screen at 125 and 150 %."""

_BELOW = 48
"""So much below a place must be seen of it."""
_MOST_WIDTH = 700
"""A page alone in a wide window would show five lines at a time."""


class PageView(QFrame):
    """A head with the number of the page in sight, and the pages below each other."""

    def __init__(self, title: str, previous: str, following: str) -> None:
        super().__init__()
        self.setObjectName("sheet")
        self._pages: list[QPixmap] = []
        self._labels: list[QLabel] = []
        self._spot: tuple[int, float] | None = None
        """The place of a page that was asked for last."""
        self._title = Text(title, role="strong", wrap=False)
        self._note = Text(role="small", tone="soft")
        self._number = Text(role="small", tone="soft", wrap=False, name="pageNumber")
        self._back = Button(previous, kind="icon", glyph="caret-left", name="pagePrevious")
        self._forth = Button(following, kind="icon", glyph="caret-right", name="pageNext")
        self._scroll = Scroll(spacing=8)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(title)
        self._back.clicked.connect(lambda: self._go(-1))
        self._forth.clicked.connect(lambda: self._go(1))
        self._scroll.verticalScrollBar().valueChanged.connect(lambda _value: self._count())
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._bring())
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda *_: self._count())
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, 0, (1, 1, 1, 1))
        head = QWidget()
        styled(head, ground="head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        spaced(row, look.px(4), (look.px(14), 0, look.px(4), 0))
        row.addWidget(self._title)
        row.addSpacing(look.px(4))
        row.addWidget(self._note, 1)
        row.addWidget(self._back)
        row.addWidget(self._number)
        row.addWidget(self._forth)
        column.addWidget(head)
        column.addWidget(hairline())
        column.addWidget(self._scroll, 1)
        space = look.px(12)
        styled(self._scroll.viewport(), ground="navigation")
        self._scroll.body.setContentsMargins(space, space, space, space)
        self._scroll.body.addStretch(1)

    def show_pages(self, pages: list[bytes], note: str = "") -> None:
        """Show the PNG pages; the place one was reading is kept."""
        place = self._scroll.verticalScrollBar().value()
        self._note.setText(note)
        self._spot = None
        self._pages = [_pixmap(page) for page in pages]
        for label in self._labels[len(pages) :]:
            label.hide()
            label.deleteLater()
        self._labels = self._labels[: len(pages)]
        while len(self._labels) < len(pages):
            label = QLabel()
            label.setAccessibleName(self._title.text())
            self._scroll.body.insertWidget(len(self._labels), label, 0, Qt.AlignmentFlag.AlignHCenter)
            self._labels.append(label)
        self._fit()
        self._scroll.verticalScrollBar().setValue(place)
        self._count()

    def go_to(self, page: int, share: float) -> None:
        """Bring a place of a page, so far down as `share` of its height, into sight, if it is not there."""
        # Pages shown just now have their places only when their layout is done, which changes the range.
        self._spot = (page, share)
        QTimer.singleShot(0, self, self._bring)

    def _bring(self) -> None:
        page, share = self._spot or (len(self._labels), 0.0)
        if page >= len(self._labels):
            return
        label, bar = self._labels[page], self._scroll.verticalScrollBar()
        place = label.y() + round(label.height() * share)
        if not bar.value() < place < bar.value() + self._scroll.height() - look.px(_BELOW):
            bar.setValue(place - self._scroll.height() // 3)

    def say(self, note: str) -> None:
        """Say how the pages stand to what is being written."""
        self._note.setText(note)

    def page_count(self) -> int:
        """Return how many pages are shown."""
        return len(self._pages)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        ratio = self.devicePixelRatioF()
        # The width beside the scroll bar, whether or not it is there yet: otherwise the pages would swing.
        width = min(self._scroll.width() - look.px(24) - look.px(14), look.px(_MOST_WIDTH))
        if width <= 0:
            return
        for label, page in zip(self._labels, self._pages, strict=True):
            fitted = page.scaledToWidth(round(width * ratio), Qt.TransformationMode.SmoothTransformation)
            fitted.setDevicePixelRatio(ratio)
            label.setPixmap(fitted)
            label.setFixedSize(fitted.deviceIndependentSize().toSize())

    def _at(self) -> int:
        middle = self._scroll.verticalScrollBar().value() + self._scroll.height() // 3
        tops = [at for at, label in enumerate(self._labels) if label.y() <= middle]
        return max(tops, default=0)

    def _count(self) -> None:
        total = len(self._pages)
        self._number.setText(f"{self._at() + 1}/{total}" if total else "")
        self._back.setEnabled(self._at() > 0)
        self._forth.setEnabled(self._at() + 1 < total)

    def _go(self, step: int) -> None:
        self._spot = None
        at = min(max(self._at() + step, 0), len(self._labels) - 1)
        self._scroll.verticalScrollBar().setValue(self._labels[at].y() - look.px(8))


def _pixmap(png: bytes) -> QPixmap:
    pixmap = QPixmap()
    pixmap.loadFromData(png)
    return pixmap
