"""The help of a dialog, above that dialog: F1 where the navigation is out of reach."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import help as words
from ui.texts import shared
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.reader import Reader


class HelpDialog(SheetDialog):
    """One help page to read, and those it points to."""

    def __init__(self, topic: str, parent: QWidget | None = None) -> None:
        super().__init__("", 640, parent)
        self._reader = Reader("helpText", words.READING)
        self._reader.setMinimumHeight(look.px(360))
        self._reader.asked.connect(self.show_topic)
        close = Button(shared.CLOSE, name="close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self.body.addWidget(self._reader, 1)
        self.add_buttons(close)
        self.show_topic(topic)

    def show_topic(self, topic: str) -> None:
        """Read another page."""
        self.set_title(words.HELP_ABOUT.format(title=words.title(topic)))
        self._reader.read(words.topic(topic))


def help_on_f1(window: QWidget, topic: str) -> None:
    """Let F1 in `window` open the help page `topic` above it."""

    def show() -> None:
        dialog = HelpDialog(topic, window)
        dialog.exec()
        dialog.deleteLater()

    QShortcut(QKeySequence("F1"), window).activated.connect(show)
