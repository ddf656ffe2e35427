"""What hands do on a page: press what is in sight, write into a field by its name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from tests.ui.typing_in import type_text
from ui.widgets.editors import LineField


def shown(page: QWidget, name: str) -> list[QPushButton]:
    """Return the buttons of this name that are in sight."""
    return [one for one in page.findChildren(QPushButton, name) if one.isVisible()]


def click(page: QWidget, name: str) -> None:
    """Press the one button of this name that is in sight."""
    (button,) = shown(page, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(page: QWidget, name: str, text: str) -> None:
    """Write `text` into the one field of this name that is in sight, in place of what stands there."""
    fields = [*page.findChildren(LineField, name), *page.findChildren(QPlainTextEdit, name)]
    (field,) = [one for one in fields if one.isVisible()]
    assert isinstance(field, LineField | QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    type_text(field, text)
