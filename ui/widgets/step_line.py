"""The course of a year as a line of steps: what is done, where one stands, what follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui.theme.look import look
from ui.widgets.tips import plain

_CIRCLE = 26
_TOP = 14
_TITLE = 20
_FACT = 18
_HEIGHT = 96
_LEAST_COLUMN, _MOST_COLUMN = 72, 150
"""A step takes what its words need, within these: of more than fit those around the current one are shown."""
_APART = 8
_WITHOUT_TRACE = "\N{EN DASH}"


class Standing(Enum):
    """How far a step is."""

    DONE = "done"
    PASSED = "passed"
    """A later step is done, and of this one nothing is entered."""
    CURRENT = "current"
    NEXT = "next"
    """The one that comes next, while its time has not come."""
    AHEAD = "ahead"


_PAINTED = {
    Standing.DONE: ("done_ground", "done", "done"),
    Standing.PASSED: ("sheet", "outline", "ink_soft"),
    Standing.CURRENT: ("accent", "accent", "sheet"),
    Standing.NEXT: ("sheet", "accent", "accent"),
    Standing.AHEAD: ("sheet", "outline", "ink_soft"),
}
"""Ground, frame and ink of a circle."""
_BEHIND = (Standing.DONE, Standing.PASSED)


@dataclass(frozen=True, slots=True)
class Step:
    """A step in two lines: what it is, and a fact ("Xong", "Còn thiếu 3/24")."""

    title: str
    fact: str
    standing: Standing


class StepLine(QWidget):
    """Circles on a line, ticked, filled or empty; words below them that never cover each other."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self._steps: tuple[Step, ...] = ()
        self.setObjectName("stepLine")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show other steps."""
        self._steps = tuple(steps)
        told = "; ".join(f"{step.title}: {step.fact}" for step in steps)
        self.setAccessibleName(f"{self._label}. {told}")
        self.setToolTip(plain(told.replace("; ", "\n")))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(look.px(480), look.px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, count = self._shown()
        width = self.width() / max(count, 1)
        for place, at in enumerate(range(first, first + count)):
            step = self._steps[at]
            column = QRect(round(place * width), 0, round(width), self.height())
            if at + 1 < first + count:
                self._paint_way(painter, column, done=step.standing in _BEHIND)
            self._paint_circle(painter, column, step, at + 1)
            self._paint_words(painter, column, step)

    def _shown(self) -> tuple[int, int]:
        """Return the first step that is shown and how many: all, or those around where one stands."""
        fitting = max(self.width() // self._wanted(), 3)
        if len(self._steps) <= fitting:
            return 0, len(self._steps)
        open_ones = (at for at, one in enumerate(self._steps) if one.standing not in _BEHIND)
        here = next(open_ones, len(self._steps) - 1)
        return max(0, min(here - fitting // 2, len(self._steps) - fitting)), fitting

    def _wanted(self) -> int:
        """Return how wide a column is that cuts no words."""
        title, fact = QFontMetrics(look.font(bold=True)), QFontMetrics(look.font("small"))
        needed = [title.horizontalAdvance(one.title) for one in self._steps]
        needed += [fact.horizontalAdvance(one.fact) for one in self._steps]
        widest = max(needed, default=0) + look.px(_APART)
        return min(max(widest, look.px(_LEAST_COLUMN)), look.px(_MOST_COLUMN))

    def _paint_way(self, painter: QPainter, column: QRect, *, done: bool) -> None:
        gap = look.px(_CIRCLE // 2 + 3)
        y = look.px(_TOP) + look.px(_CIRCLE) // 2
        painter.setPen(QPen(look.colour("done" if done else "hairline_strong"), 2))
        middle = column.center().x()
        painter.drawLine(middle + gap, y, middle + column.width() - gap, y)

    def _paint_circle(self, painter: QPainter, column: QRect, step: Step, number: int) -> None:
        size = look.px(_CIRCLE)
        circle = QRect(column.center().x() - size // 2, look.px(_TOP), size, size)
        ground, frame, ink = _PAINTED[step.standing]
        painter.setPen(QPen(look.colour(frame), 1.5))
        painter.setBrush(look.colour(ground))
        painter.drawEllipse(circle)
        if step.standing is Standing.DONE:
            inset = (size - look.px(16)) // 2
            painter.drawPixmap(circle.x() + inset, circle.y() + inset, look.pixmap("check", "done", 16))
        else:
            painter.setPen(look.colour(ink))
            painter.setFont(look.font(bold=step.standing is Standing.CURRENT))
            told = _WITHOUT_TRACE if step.standing is Standing.PASSED else str(number)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, told)

    def _paint_words(self, painter: QPainter, column: QRect, step: Step) -> None:
        current = step.standing is Standing.CURRENT
        inside = column.adjusted(look.px(4), 0, -look.px(4), 0)
        top = look.px(_TOP + _CIRCLE + 5)
        title = QRect(inside.left(), top, inside.width(), look.px(_TITLE))
        fact = QRect(inside.left(), top + look.px(_TITLE), inside.width(), look.px(_FACT))
        for words, space, font, colour in (
            (step.title, title, look.font(bold=current), "ink"),
            (step.fact, fact, look.font("small"), "accent" if current else "ink_soft"),
        ):
            painter.setFont(font)
            painter.setPen(look.colour(colour))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, space.width())
            painter.drawText(space, Qt.AlignmentFlag.AlignCenter, shown)
