"""The hand that types a year: every key and every click goes through it and is counted here alone.

A letter counts as the keys of Telex: a hat, a horn and a tone are a key each. A field is reached by Tab where
it is near and by a click where it is not; a choice is made with the arrows.
"""

from __future__ import annotations

import contextlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from tests.ui.doubles import PreparedDialogs
from tests.ui.typing_in import type_text
from ui.main import Program
from ui.widgets.field_row import FieldRow
from ui.widgets.record_line import RecordLine

W = TypeVar("W", bound=QWidget)
Values = Mapping[str, object]
WAIT = 60_000
SENTENCE = 5
"""From so many words on a text is a sentence that nobody should type twice."""
_PATIENCE = 5_000
_NEAR = 4
"""So many Tabs are pressed before a hand takes the mouse."""


@dataclass(slots=True)
class Counted:
    """Keys and clicks of one part of the year."""

    keys: int = 0
    clicks: int = 0


@dataclass(slots=True)
class Typed:
    """A sentence as it was typed, and into which field of which form."""

    place: str
    text: str


@dataclass
class Hand:
    """One secretary at one program."""

    qtbot: QtBot
    program: Program
    counted: dict[str, Counted] = field(default_factory=dict)
    sentences: list[Typed] = field(default_factory=list)
    _part: str = ""

    @property
    def window(self) -> QWidget:
        assert self.program.window is not None
        return self.program.window

    @property
    def core(self) -> Core:
        assert self.program.core is not None
        return self.program.core

    @property
    def dialogs(self) -> PreparedDialogs:
        assert isinstance(self.program.dialogs, PreparedDialogs)
        return self.program.dialogs

    def begin(self, part: str) -> None:
        """Count what follows as this part of the year."""
        self._part = part
        self.counted.setdefault(part, Counted())

    # Finding ------------------------------------------------------------------------------------------------

    def seen(self, kind: type[W], name: str, within: QWidget | None = None) -> list[W]:
        """Return the widgets of this name that are in sight."""
        root = within or QApplication.activeModalWidget() or self.window
        return [one for one in root.findChildren(kind, name) if one.isVisible()]

    def find(self, kind: type[W], name: str, within: QWidget | None = None) -> W:
        """Return the one widget of this name that is in sight."""
        with contextlib.suppress(self.qtbot.TimeoutError):  # what was just laid out is not in sight yet
            self.qtbot.waitUntil(lambda: len(self.seen(kind, name, within)) == 1, timeout=_PATIENCE)
        found = self.seen(kind, name, within)
        assert len(found) == 1, f"{name}: {len(found)} in sight; said: {sorted(self.said())}"
        return found[0]

    def said(self) -> set[str]:
        """Return the words in sight."""
        return {one.text() for one in self.window.findChildren(QLabel) if one.isVisible() and one.text()}

    # Pressing -----------------------------------------------------------------------------------------------

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget, scrolled into sight."""
        self._show(widget)
        self.count_clicks(1)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or QPoint())

    def count_clicks(self, count: int) -> None:
        """Count clicks that the offscreen screen cannot take, as those into a menu."""
        self.counted[self._part].clicks += count

    def press(self, name: str, within: QWidget | None = None) -> None:
        """Click the button of this name."""
        button = self.find(QPushButton, name, within)
        assert button.isEnabled(), name
        self.click(button)

    def key(self, key: Qt.Key, *held: Qt.KeyboardModifier, times: int = 1) -> None:
        """Press a key where the cursor is; a held Alt or Ctrl is a key too."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for one in held:
            modifiers |= one
        for _ in range(times):
            self.counted[self._part].keys += 1 + len(held)
            QTest.keyClick(self.focus(), key, modifiers)

    def keys(self, figures: str) -> None:
        """Press figures and their signs where the cursor is, as into a cell of a grid."""
        for one in figures:
            self.counted[self._part].keys += 1
            QTest.keyClicks(self.focus(), one)

    def focus(self) -> QWidget:
        """Return where the cursor is."""
        self._come_to_front()
        return QApplication.focusWidget() or self.window

    def go(self, page: str) -> None:
        """Click a place of the navigation."""
        self.click(self.find(QWidget, f"nav_{page}"))

    def tab(self, name: str, at: int) -> None:
        """Click a tab."""
        tabs = self.find(QTabBar, name)
        self.click(tabs, tabs.tabRect(at).center())

    def row(self, view: str, words: str) -> None:
        """Click the first row of a list that says these words."""
        table = self.find(QAbstractItemView, view)
        model = table.model()
        for at in range(model.rowCount()):
            cells = [model.index(at, column) for column in range(_columns(table))]
            if any(words in str(one.data()) for one in cells):
                table.scrollTo(cells[0])
                self.count_clicks(1)
                shown = [table.visualRect(one) for one in cells if not table.visualRect(one).isEmpty()]
                QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=shown[0].center())
                assert table.currentIndex().row() == at, words
                return
        said = [model.index(at, 0).data() for at in range(model.rowCount())]
        raise AssertionError((view, words, said))

    # Typing -------------------------------------------------------------------------------------------------

    def type(self, widget: QWidget, text: str, place: str = "") -> None:
        """Type a text where it belongs; one with a place in the book is remembered where it is a sentence."""
        self.counted[self._part].keys += strokes(text)
        if place and len(text.split()) >= SENTENCE:
            self.sentences.append(Typed(place, text))
        type_text(widget, text)

    def fill(self, values: Values, within: QWidget, *, prefix: str = "", place: str = "") -> None:
        """Set fields by their names, from the top of the form; what stands there already is not touched."""
        order = [row.name() for row in within.findChildren(FieldRow)]
        for name in sorted(values, key=lambda one: order.index(f"{prefix}{one}")):
            self.put(self.find(QWidget, f"{prefix}{name}", within), values[name], f"{place}.{name}")

    def put(self, editor: QWidget, value: object, place: str = "") -> None:
        """Set one field."""
        if isinstance(editor, QCheckBox):
            self._tick(editor, value=bool(value))
        elif isinstance(editor, QComboBox):
            self._choose(editor, str(value))
        else:
            assert isinstance(editor, QLineEdit | QPlainTextEdit), editor.objectName()
            stands = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
            if stands == str(value):
                return
            self.reach(editor)
            if stands:
                self.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            self.type(editor, str(value), place)

    def _tick(self, box: QCheckBox, *, value: bool) -> None:
        if box.isChecked() == value:
            return
        if self._tabbed_to(box):
            self.key(Qt.Key.Key_Space)
        else:  # the click that reaches a box ticks it too
            self.click(box)
        assert box.isChecked() == value, box.objectName()

    def _choose(self, box: QComboBox, words: str) -> None:
        wanted = [at for at in range(box.count()) if box.itemText(at).startswith(words)]
        assert wanted, (box.objectName(), words, [box.itemText(at) for at in range(box.count())])
        steps = wanted[0] - box.currentIndex()
        if not steps:
            return
        arrow = Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up
        if self._tabbed_to(box):
            self.key(arrow, times=abs(steps))
        else:  # the mouse opens the list and takes the line; offscreen the arrows stand in for it
            self.count_clicks(2)
            self._show(box)
            box.setFocus()
            for _ in range(abs(steps)):
                QTest.keyClick(box, arrow)
        assert box.currentText().startswith(words), (box.objectName(), words)

    def reach(self, widget: QWidget) -> None:
        """Put the cursor into a field: by Tab where it is near, else by a click."""
        if not self._tabbed_to(widget):
            self.click(widget)
        assert QApplication.focusWidget() is widget, widget.objectName()

    def _tabbed_to(self, widget: QWidget) -> bool:
        """Press Tab until the cursor is in a widget that is near; return whether it is there."""
        here = self.focus()
        steps = 0 if here is widget else _tabs_between(here, widget)
        if 0 < steps <= _NEAR:
            self.key(Qt.Key.Key_Tab, times=steps)
        return QApplication.focusWidget() is widget

    # Small records ------------------------------------------------------------------------------------------

    def add(self, kind: str, *records: Values, prefix: str = "") -> None:
        """Add small records of a kind one after the other, by its button and "Lưu và thêm mới"."""
        if not records:
            return
        self.press(f"{kind}Add")
        for at, values in enumerate(records, start=1):
            editor = self.find(QWidget, f"{kind}Editor")
            self.fill(values, editor, prefix=prefix, place=kind)
            self.press(f"{kind}Save" if at == len(records) else f"{kind}SaveNew", editor)
            self._nothing_wrong(kind)

    def edit(self, kind: str, words: str, values: Values, *, prefix: str = "") -> None:
        """Open the record whose line says these words and change its fields."""
        self.open_line(kind, words)
        editor = self.find(QWidget, f"{kind}Editor")
        self.fill(values, editor, prefix=prefix, place=kind)
        self.press(f"{kind}Save", editor)
        self._nothing_wrong(kind)

    def open_line(self, kind: str, words: str = "") -> None:
        """Click the line of a record."""
        lines = [one for one in self.seen(RecordLine, f"{kind}Line") if words in one.accessibleName()]
        assert lines, (kind, words, [one.accessibleName() for one in self.seen(RecordLine, f"{kind}Line")])
        self.click(lines[0])

    def _nothing_wrong(self, kind: str) -> None:
        wrong = [
            f"{one.objectName()}: {one.accessibleDescription()}"
            for one in self.window.findChildren(QWidget)
            if one.isVisible() and one.property("wrong") == "true"
        ]
        assert not wrong, (kind, wrong)

    # Waiting ------------------------------------------------------------------------------------------------

    def idle(self) -> None:
        """Wait until the program has done what it was asked for."""
        self.qtbot.waitUntil(lambda: not self.program.runner.busy(), timeout=WAIT)

    def _come_to_front(self) -> None:
        """Offscreen nobody gives the keyboard back after a list that dropped down."""
        front = QApplication.activeModalWidget() or self.window
        if not front.isActiveWindow():
            front.activateWindow()
            self.qtbot.waitUntil(front.isActiveWindow)

    def _show(self, widget: QWidget) -> None:
        around = widget.parentWidget()
        while around:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget)
            around = around.parentWidget()


def strokes(text: str) -> int:
    """Return the keys that Telex takes for a text."""
    letters = unicodedata.normalize("NFD", text)
    return len(letters) + letters.count("đ") + letters.count("Đ")


def _columns(view: QAbstractItemView) -> int:
    """Return how many columns a list or table has; a list's own model does not say."""
    return 1 if isinstance(view, QListView) else view.model().columnCount()


def _tabs_between(here: QWidget, there: QWidget) -> int:
    """Return how many Tabs lead from one widget to another; 0 where more than a hand presses."""
    at: QWidget | None = here
    steps = 0
    for _ in range(400):
        at = at.nextInFocusChain() if at else None
        if at is None or at is here:
            return 0
        if at.isVisible() and at.isEnabled() and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            steps += 1
            if at is there or steps > _NEAR:
                return steps
    return 0
