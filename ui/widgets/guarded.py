"""What may be copied only by the way that forgets it again: numbers of persons, the recovery code.

Qt's own copying would leave it in the clipboard and in its history; here it is handed on as a signal.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from ui.texts import shared
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.editors import LineField
from ui.widgets.labels import Text

_EYE = 36
"""Width of the button that uncovers a number."""
_COPY, _CUT = QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut


class GuardedText(Text):
    """A text that can be selected; `copied` tells what is to be copied."""

    copied = Signal(str)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_COPY):
            self._hand_on()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(shared.COPY, self._hand_on).setEnabled(self.hasSelectedText())
        menu.popup(event.globalPos())

    def _hand_on(self) -> None:
        if self.hasSelectedText():
            self.copied.emit(self.selectedText())


class GuardedField(LineField):
    """A line whose letters are handed on by `copied` instead of going straight into the clipboard."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setDragEnabled(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_COPY):
            self._hand_on()
        elif event.matches(_CUT):
            self._hand_on_and_take_out()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.guarded_menu()
        menu.popup(event.globalPos())

    def guarded_menu(self) -> QMenu:
        """Return Qt's menu of a line, with copying and cutting by our way."""
        menu = self.createStandardContextMenu()
        for name, act in (("edit-copy", self._hand_on), ("edit-cut", self._hand_on_and_take_out)):
            action = menu.findChild(QAction, name)
            if action:
                action.triggered.disconnect()
                action.triggered.connect(act)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _hand_on(self) -> None:
        if self.hasSelectedText() and self.echoMode() == LineField.EchoMode.Normal:
            self.copied.emit(self.selectedText())

    def _hand_on_and_take_out(self) -> None:
        if self.echoMode() == LineField.EchoMode.Normal and not self.isReadOnly():
            self._hand_on()
            self.insert("")


class NumberField(GuardedField):
    """A number of a person: dots until it is asked for; what is typed here is seen by who types it."""

    turned = Signal(bool)
    """The number was asked for, or is to be covered again."""

    def __init__(self) -> None:
        super().__init__()
        # Qt's own button in a line is smaller than a finger; this one is as high as the line.
        self._eye = Button(shared.SHOW_NUMBER, kind="icon", glyph="eye", name="numberEye", parent=self)
        self._eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._eye.clicked.connect(self._on_eye)
        self.setTextMargins(0, 0, look.px(_EYE), 0)
        self.edited.connect(lambda: self.show_number(shown=True))
        self.textChanged.connect(lambda text: self._eye.setVisible(bool(text)))
        self.show_number(shown=False)

    @override
    def set_value(self, value: object) -> None:
        super().set_value(value)
        self.show_number(shown=not value)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = look.px(_EYE)
        self._eye.setGeometry(self.width() - side, 0, side, self.height())

    def show_number(self, *, shown: bool) -> None:
        """Show the digits, or cover them; an empty field is ready to be typed into."""
        shown = shown or not self.text()
        self._eye.setVisible(bool(self.text()))
        said = shared.COVER_NUMBER if shown else shared.SHOW_NUMBER
        self._eye.say(said, "eye-slash" if shown else "eye")
        self.setEchoMode(LineField.EchoMode.Normal if shown else LineField.EchoMode.Password)

    def _on_eye(self) -> None:
        shown = self.echoMode() == LineField.EchoMode.Password
        self.show_number(shown=shown)
        self.turned.emit(shown)
