"""Hands and eyes of somebody who knows nothing of the program: presses the words in sight, and counts.

Nothing is found by the name of an object: what has no words on the screen cannot be pressed. What lies below
the edge of its sheet takes a turn of the wheel first, which is counted too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.a_program import Room
from tests.ui.typing_in import type_text
from ui.widgets.grid_view import GridView
from ui.widgets.labels import StateLine

W = TypeVar("W", bound=QWidget)
PATIENCE_MS = 30_000
_TOP = QModelIndex()
_TEXTS = (QLineEdit, QPlainTextEdit)


@dataclass
class Effort:
    """What the hands did: presses of the mouse, turns of its wheel, keys, and letters typed."""

    clicks: int = 0
    wheel: int = 0
    keys: int = 0
    letters: int = 0
    steps: list[str] = field(default_factory=list)

    def said(self) -> str:
        """Return the counts as `tasks.md` writes them."""
        return f"{self.clicks} clicks, {self.wheel} wheel, {self.keys} keys, {self.letters} letters"


@dataclass(frozen=True)
class Spot:
    """Something with words that can be pressed, and where."""

    widget: QWidget
    words: str
    at: Callable[[], QPoint]
    into_sight: Callable[[], object] | None = None


class Newcomer:
    """Sits before the window of a room."""

    def __init__(self, room: Room, qtbot: QtBot) -> None:
        self.room = room
        self.effort = Effort()
        self._qtbot = qtbot

    # Eyes ---------------------------------------------------------------------------------------------------

    def screen(self) -> str:
        """Return all words in sight, the page's last."""
        return "\n".join(words for words in _words(self._root()) if words)

    def reads(self, *words: str) -> None:
        """Hold that each of these words is on the screen."""
        screen = self.screen()
        for one in words:
            assert one in screen, f"{one!r} is not on the screen:\n{screen}"

    def sees(self, words: str) -> bool:
        """Return whether a label with these words is in sight without a turn of the wheel."""
        said = [one for one in self._root().findChildren(QLabel) if words in one.text() and one.isVisible()]
        return any(one.visibleRegion().contains(one.rect().center()) for one in said)

    def waits_for(self, words: str) -> None:
        """Wait until these words are on the screen."""
        self._qtbot.waitUntil(lambda: words in self.screen(), timeout=PATIENCE_MS)

    def waits(self) -> None:
        """Wait until the work under way is done."""
        self._qtbot.waitUntil(lambda: not self.room.desk.runner.busy(), timeout=PATIENCE_MS)

    # Hands --------------------------------------------------------------------------------------------------

    def presses(self, words: str) -> None:
        """Press the one thing in sight that says so."""
        self._press(_one([*_buttons(self._root()), *_tabs(self._root()), *_items(self._root())], words))

    def goes_into(self, label: str) -> None:
        """Press the field with this label, so that the cursor is in it."""
        self._press(_one(list(_fields(self._root())), label))

    def presses_cell(self, row: str, column: str) -> None:
        """Press the cell of a table to be typed through: in the line of this name, below this head."""
        (grid,) = [one for one in self._root().findChildren(GridView) if one.isVisible()]
        model, across, down = grid.model(), Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        rows = [at for at in range(model.rowCount()) if model.headerData(at, down) == row]
        heads = [str(model.headerData(at, across)) for at in range(model.columnCount())]
        columns = [at for at, head in enumerate(heads) if " ".join(head.split()) == column]
        index = model.index(rows[0], columns[0])
        shown = grid.viewport().rect().contains(grid.visualRect(index).center())
        place = partial(_middle, partial(grid.visualRect, index))
        come = None if shown else partial(grid.scrollTo, index)
        self._press(Spot(grid.viewport(), f"{row}, {column}", place, come))

    def chooses(self, label: str, option: str) -> None:
        """Press the choice with this label and what it is to be in the list that drops down."""
        spot = _one(list(_fields(self._root())), label)
        self._press(spot)
        box = spot.widget
        assert isinstance(box, QComboBox)
        if not box.view().isVisible():
            box.showPopup()
        row = box.findText(option)
        assert row >= 0, [box.itemText(at) for at in range(box.count())]
        # For half a second the list takes no press of the mouse; a key need not wait.
        box.view().setCurrentIndex(box.model().index(row, box.modelColumn()))
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
        box.setFocus()
        self._count(1, f"{label} → {option}")
        self._in_front()

    def types(self, text: str) -> None:
        """Type where the cursor is."""
        if isinstance(self._cursor(), QAbstractItemView):  # the first letter opens the cell
            QTest.keyClicks(self._cursor(), text[0])
            type_text(self._cursor(), text[1:])
        else:
            type_text(self._cursor(), text)
        self.effort.letters += len(text)
        self.effort.steps.append(f"types {text!r}")

    def retypes(self, text: str) -> None:
        """Type over all that stands in the field of the cursor."""
        self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.types(text)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(self._cursor(), key, modifier)
        self.effort.keys += 1
        self.effort.steps.append(f"key {key.name}")

    def will_answer(self, *answers: bool) -> None:
        """Press these answers in the questions that come, one press each."""
        self.room.dialogs.answers += answers
        self.effort.clicks += len(answers)

    def will_choose(self, folder: Path) -> None:
        """Choose this folder in the dialog of Windows: a press on it, one on its button."""
        self.room.dialogs.paths.append(folder)
        self.effort.clicks += 2

    def _press(self, spot: Spot) -> None:
        if spot.into_sight:
            spot.into_sight()
            self.effort.wheel += 1
            self.effort.steps.append("turns the wheel")
        self._count(1, f"presses {spot.words!r}")
        QTest.mouseClick(spot.widget, Qt.MouseButton.LeftButton, pos=spot.at())
        QTest.qWait(1)

    def _count(self, clicks: int, step: str) -> None:
        self.effort.clicks += clicks
        self.effort.steps.append(step)

    def _cursor(self) -> QWidget:
        self._in_front()
        # The window's own word: offscreen the keys stay with a list that dropped down and is gone.
        at = self._root().focusWidget()
        assert at is not None, "the cursor is nowhere"
        return at

    def _in_front(self) -> None:
        """Let keys reach the window: offscreen nobody gives them back after a list that dropped down."""
        root = self._root()
        root.activateWindow()
        assert QTest.qWaitForWindowActive(root)

    def _root(self) -> QWidget:
        return QApplication.activeModalWidget() or self.room.window


def _words(root: QWidget) -> Iterator[str]:
    yield from (one.text() for one in _seen(root, QLabel))
    yield from (one.words() for one in _seen(root, StateLine))
    for kind in (_buttons, _tabs, _items):
        yield from (spot.words for spot in kind(root))
    yield from (one.text() for one in _seen(root, QLineEdit))
    yield from (one.toPlainText() for one in _seen(root, QPlainTextEdit))
    yield from (one.currentText() for one in _seen(root, QComboBox))


def _seen(root: QWidget, kind: type[W]) -> Iterator[W]:
    return (one for one in root.findChildren(kind) if one.isVisible())


def _buttons(root: QWidget) -> Iterator[Spot]:
    for one in root.findChildren(QAbstractButton):
        if one.isVisible() and one.isEnabled():
            words = one.accessibleName() or one.text()
            yield _spot(one, words, _area(one))


def _tabs(root: QWidget) -> Iterator[Spot]:
    for bar in root.findChildren(QTabBar):
        for at in range(bar.count() if bar.isVisible() else 0):
            yield _spot(bar, bar.tabText(at), partial(bar.tabRect, at))


def _items(root: QWidget) -> Iterator[Spot]:
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if not view.isVisible() or model is None or view.window() is not root:
            continue
        for row in range(model.rowCount(_TOP)):
            for column in range(_columns(model)):
                index = model.index(row, column)
                words = index.data()
                place = view.visualRect(index)
                if isinstance(words, str) and words and place.isValid():
                    shown = view.viewport().rect().contains(place.center())
                    come = None if shown else partial(view.scrollTo, index)
                    yield Spot(
                        view.viewport(), words, partial(_middle, partial(view.visualRect, index)), come
                    )


def _columns(model: QAbstractItemModel) -> int:
    # A list model keeps its one column to itself.
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(_TOP)


def _area(one: QWidget) -> Callable[[], QRect]:
    """Return where it is pressed: a box to tick at its words, which end before the widget does."""
    if not isinstance(one, QCheckBox):
        return one.rect
    return lambda: one.rect().intersected(QRect(QPoint(0, 0), one.sizeHint()))


def _fields(root: QWidget) -> Iterator[Spot]:
    for kind in (*_TEXTS, QComboBox, QAbstractButton):
        for one in root.findChildren(kind):
            if one.isVisible() and one.isEnabled() and one.accessibleName():
                yield _spot(one, one.accessibleName(), _area(one))


def _spot(widget: QWidget, words: str, area: Callable[[], QRect]) -> Spot:
    shown = widget.visibleRegion().contains(area().center())
    return Spot(widget, words, partial(_middle, area), None if shown else partial(_bring, widget))


def _middle(area: Callable[[], QRect]) -> QPoint:
    return area().center()


def _bring(widget: QWidget) -> None:
    """Turn the wheel until the whole of it is in sight."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()
    QTest.qWait(1)


def _one(spots: list[Spot], words: str) -> Spot:
    """Return the one spot that says exactly this, else begins so, else holds it."""
    tests: tuple[Callable[[str], bool], ...] = (
        lambda said: said == words,
        lambda said: said.startswith(words),
        lambda said: words in said,
    )
    for test in tests:
        found = [spot for spot in spots if test(spot.words)]
        if found:
            assert len(found) == 1, f"{words!r} stands {len(found)} times: {[one.words for one in found]}"
            return found[0]
    raise AssertionError(f"{words!r} is not in sight among: {sorted({spot.words for spot in spots})}")
