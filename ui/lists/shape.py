"""How a list stands on its page: over a narrow card that shows one record, or beside a wide desk."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ui.lists.tools import ListTools
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.styled import spaced

QWIDGETSIZE_MAX = 16_777_215
CARD_WIDTH, SHORT_CARD, LEAST_CARD = 372, 326, 245
FORM_WIDTH, SHORT_FORM = 560, 480
"""Of a form that takes the place of the card: two columns of fields beside the names."""
LEAST_LIST, SHORT_LIST = 420, 400
NARROW_LIST, NARROWEST_LIST = 300, 260


class Shape(Protocol):
    """Places the parts of a frame, and lets one of them stand alone where there is no room for both."""

    compact: bool

    def place(self, frame: QWidget, tools: ListTools, sheet: QWidget, beside: QWidget) -> None:
        """Lay the parts out in `frame`."""

    def fit(self, room: Room) -> None:
        """Give way as the window gets smaller."""

    def show(self, *, list_shown: bool, beside_shown: bool) -> None:
        """Show both sides, or one of them."""


class WithCard:
    """Tools over the whole width, below them the list and a card of fixed width, wider while one writes."""

    compact = False

    def __init__(self) -> None:
        self._room = Room.WIDE
        self._is_writing = False

    def place(self, frame: QWidget, tools: ListTools, sheet: QWidget, beside: QWidget) -> None:
        """Lay the parts out in `frame`."""
        self._tools, self._sheet, self._beside = tools, sheet, beside
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(look.px(12))
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(sheet)
        self._split.addWidget(beside)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        column = QVBoxLayout(frame)
        spaced(column, look.px(10))
        column.addWidget(tools)
        column.addWidget(self._split, 1)

    def write(self, writing: bool) -> None:  # noqa: FBT001  the one question
        """Give a form more width than a card, or take it back."""
        if writing != self._is_writing:
            self._is_writing = writing
            self.fit(self._room)

    def adopt(self, beside: QWidget) -> None:
        """Take what stands beside, where another list had it."""
        self._split.addWidget(beside)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        # What is beside has its own width; the list takes all the rest.
        self._split.setSizes([self._split.width(), beside.width()])

    def fit(self, room: Room) -> None:
        """Let the card get narrower, and share the width by the splitter below 900."""
        self._room = room
        fixed, roomy = room >= Room.NARROW, room >= Room.MEDIUM
        least, width = look.px(CARD_WIDTH if roomy else SHORT_CARD), look.px(self._width())
        self._beside.setMinimumWidth(least if fixed else look.px(LEAST_CARD))
        self._beside.setMaximumWidth(width if fixed else QWIDGETSIZE_MAX)
        self._sheet.setMinimumWidth(look.px(LEAST_LIST if fixed else SHORT_LIST))
        self._split.setSizes([look.px(LEAST_LIST), width])

    def show(self, *, list_shown: bool, beside_shown: bool) -> None:
        """Show both sides, or one of them; what is beside takes the whole width where it stands alone."""
        fixed = list_shown and self._room >= Room.NARROW
        width = look.px(self._width()) if fixed else QWIDGETSIZE_MAX
        if width != self._beside.maximumWidth():
            self._beside.setMaximumWidth(width)
        self._beside.setVisible(beside_shown)
        self._sheet.setVisible(list_shown)
        self._tools.setVisible(list_shown)

    def _width(self) -> int:
        roomy = self._room >= Room.MEDIUM
        if self._is_writing:
            # A form takes what the list can spare.
            return FORM_WIDTH if roomy else SHORT_FORM
        return CARD_WIDTH if roomy else SHORT_CARD


class BesideDesk:
    """A narrow list under its tools, and beside it the desk where one writes."""

    compact = True

    def place(self, frame: QWidget, tools: ListTools, sheet: QWidget, beside: QWidget) -> None:
        """Lay the parts out in `frame`."""
        self._beside = beside
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        spaced(left, look.px(8))
        left.addWidget(tools)
        left.addWidget(sheet, 1)
        row = QHBoxLayout(frame)
        spaced(row, look.px(12))
        row.addWidget(self._left)
        row.addWidget(beside, 1)

    def fit(self, room: Room) -> None:
        """Let the list get narrower; alone it takes the whole width."""
        width = look.px(NARROW_LIST if room >= Room.MEDIUM else NARROWEST_LIST)
        alone = room < Room.SHARED
        self._left.setMinimumWidth(0 if alone else width)
        self._left.setMaximumWidth(QWIDGETSIZE_MAX if alone else width)

    def show(self, *, list_shown: bool, beside_shown: bool) -> None:
        """Show both sides, or one of them."""
        self._beside.setVisible(beside_shown)
        self._left.setVisible(list_shown)
