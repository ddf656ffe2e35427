"""Filters in words: a row of chips of which exactly one is pressed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.styled import emptied

_GAP = 8


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter: its code, its words, how many it lets through."""

    code: str
    words: str
    count: int


class ChipButton(QAbstractButton):
    """A chip of 36 px; pressed = tick, bold, dark frame."""

    def __init__(self, chip: Chip) -> None:
        super().__init__()
        self.chip = chip
        self.setObjectName(f"chip_{chip.code}")
        self.setText(chip.words)
        self.setAccessibleName(f"{chip.words}: {chip.count}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click needs no frame to show where it was
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def recount(self, chip: Chip) -> None:
        """Show another count."""
        self.chip = chip
        self.setAccessibleName(f"{chip.words}: {chip.count}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(look.font(bold=True)).horizontalAdvance(self.chip.words)
        count = QFontMetrics(look.font()).horizontalAdvance(str(self.chip.count))
        tick = look.px(20) if self.isChecked() else 0
        return QSize(words + count + tick + look.px(5 + 26), look.px(36))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        x = look.px(13)
        if self.isChecked():
            painter.drawPixmap(x, (self.height() - look.px(16)) // 2, look.pixmap("check", "ink", 16))
            x += look.px(20)
        font = look.font(bold=self.isChecked())
        painter.setFont(font)
        painter.setPen(look.colour("ink"))
        painter.drawText(x, 0, self.width(), self.height(), Qt.AlignmentFlag.AlignVCenter, self.chip.words)
        x += QFontMetrics(font).horizontalAdvance(self.chip.words) + look.px(5)
        painter.setFont(look.font())
        painter.setPen(look.colour("ink_soft"))
        count = str(self.chip.count)
        painter.drawText(x, 0, self.width(), self.height(), Qt.AlignmentFlag.AlignVCenter, count)

    def _paint_ground(self, painter: QPainter) -> None:
        framed = self.hasFocus() or self.isChecked()
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(look.colour("ink" if framed else "hairline_strong"), width))
        ground = "note_ground" if self.isChecked() else "hover" if self.underMouse() else "sheet"
        painter.setBrush(look.colour(ground))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)


class ChipRow(FlowRow):
    """Chips that wrap; `chosen` tells the code of the pressed one.

    On small screens only the first few stand in the row; the others wait in the menu of the last button.
    """

    chosen = Signal(str)

    def __init__(self, more_words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, ChipButton] = {}
        self._more_words = more_words
        self._most = 0
        self._more: Button | None = None

    def set_chips(self, chips: list[Chip], current: str) -> None:
        """Show `chips` with `current` pressed; the same chips are only recounted."""
        if [chip.code for chip in chips] == list(self._buttons):
            for chip in chips:
                self._buttons[chip.code].recount(chip)
        else:
            self._rebuild(chips)
        self._buttons[current].setChecked(True)

    def current(self) -> str:
        """Return the code of the pressed chip."""
        return next(code for code, button in self._buttons.items() if button.isChecked())

    def codes(self) -> list[str]:
        """Return the codes of all chips, in their order."""
        return list(self._buttons)

    def set_most(self, most: int) -> None:
        """Let at most `most` chips stand in the row, besides the pressed one; 0 is all of them."""
        self._most = most
        self._show_most()

    def choose(self, code: str) -> None:
        """Press a chip."""
        self._buttons[code].setChecked(True)

    def _rebuild(self, chips: list[Chip]) -> None:
        layout = self.layout()
        if layout is not None:
            emptied(layout)
        self._buttons = {chip.code: ChipButton(chip) for chip in chips}
        for button in self._buttons.values():
            button.toggled.connect(self._on_toggled)
            self.add(button)
        if self._more_words:
            self._more = Button("", glyph="funnel", name="moreChips")
            self._more.clicked.connect(self._on_more)
            self.add(self._more)
        self._show_most()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_most()

    def _show_most(self) -> None:
        most, hidden = self._fitting(), 0
        for at, button in enumerate(self._buttons.values()):
            shown = not self._more or at < most or button.isChecked()
            button.setVisible(shown)
            hidden += not shown
        if self._more:
            self._more.setText(self._more_words.format(count=hidden))
            self._more.setVisible(hidden > 0)

    def _fitting(self) -> int:
        """Return how many chips stand in the row: all, or on small screens those that fit in one line."""
        buttons = list(self._buttons.values())
        if not self._most or not self._more:
            return len(buttons)
        most = min(self._most, len(buttons))
        while most > 1 and self._length(buttons, most) > self.width():
            most -= 1
        return most

    def _length(self, buttons: list[ChipButton], most: int) -> int:
        """Return how long the line is with the first `most` chips, the pressed one and the menu's button."""
        seen = [one for at, one in enumerate(buttons) if at < most or one.isChecked()]
        length = sum(one.sizeHint().width() for one in seen) + (len(seen) - 1) * look.px(_GAP)
        if len(seen) < len(buttons) and self._more:
            self._more.setText(self._more_words.format(count=len(buttons) - len(seen)))
            length += look.px(_GAP) + self._more.sizeHint().width()
        return length

    def _on_more(self) -> None:
        menu = QMenu(self)
        for code, button in self._buttons.items():
            if not button.isVisibleTo(self):
                action = menu.addAction(f"{button.chip.words} ({button.chip.count})")
                action.triggered.connect(lambda _checked=False, code=code: self.choose(code))
        if self._more:
            menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _on_toggled(self, pressed: bool) -> None:  # noqa: FBT001  Qt's signal
        # The tick makes the pressed chip wider, so the line is set anew.
        for button in self._buttons.values():
            button.updateGeometry()
        self._show_most()
        if pressed:
            self.chosen.emit(self.current())
