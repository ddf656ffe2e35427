"""A password: dots, or the letters while the eye is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.editors import LineField
from ui.widgets.styled import spaced


class SecretField(QWidget):
    """A field for a password with a button that shows what is typed."""

    edited = Signal()
    left = Signal()
    refused = Signal(int, int)
    entered = Signal()

    def __init__(self, show_words: str, name: str) -> None:
        super().__init__()
        self.field = LineField(secret=True)
        self.field.setObjectName(f"{name}Field")
        self._eye = Button(show_words, kind="icon", glyph="eye", name=f"{name}Eye")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_eye)
        self.field.edited.connect(self.edited)
        self.field.left.connect(self.left)
        self.field.refused.connect(self.refused)
        self.field.returnPressed.connect(self.entered)
        row = QHBoxLayout(self)
        spaced(row, look.px(4))
        row.addWidget(self.field, 1)
        row.addWidget(self._eye)
        self.setFocusProxy(self.field)

    def value(self) -> object:
        """Return the typed password."""
        return self.field.text()

    def set_value(self, value: object) -> None:
        """Show another password."""
        self.field.setText(str(value))

    def setAccessibleName(self, name: str) -> None:  # noqa: N802  Qt's name
        """Name the field itself, which is what a reader of the screen meets."""
        self.field.setAccessibleName(name)

    def _on_eye(self, shown: bool) -> None:  # noqa: FBT001  Qt's signal
        self._eye.setIcon(look.icon("eye-slash" if shown else "eye"))
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
