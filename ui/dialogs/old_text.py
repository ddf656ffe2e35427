"""Pasted text for an old font: what it reads as in Unicode, to be taken or left as it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from ui.dialogs.help_dialog import help_on_f1
from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import old_text as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import Text
from ui.widgets.pasting import OldTextPasted


class OldTextDialog(SheetDialog):
    """The text as it was typed, and below it as it reads in Unicode; `taken` when that is wanted."""

    taken = Signal()

    def __init__(self, said: str, texts: tuple[str, str], act: str, parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 640, parent)
        self.setObjectName("oldText")
        self.body.addWidget(Text(said))
        labels = (words.BEFORE, words.AFTER)
        for label, text, name in zip(labels, texts, ("oldTextBefore", "oldTextAfter"), strict=True):
            self.body.addWidget(Text(label, role="small", tone="soft"))
            self.body.addWidget(_shown(text, label, name), 1)
        keep = Button(words.KEEP, name="keepOldText")
        take = Button(act, kind="primary", glyph="check", name="convertOldText")
        keep.clicked.connect(self.reject)
        take.clicked.connect(self.accept)
        take.clicked.connect(self.taken)
        self.add_buttons(keep, take)
        help_on_f1(self, "layout")
        take.setDefault(True)
        take.setFocus()


class OldTextOffers(QObject):
    """Watches a window for pasted text of old fonts and asks about it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, OldTextPasted) and not event.isAccepted():
            event.accept()
            said, texts = words.FOUND.format(kind=event.kind), (event.before, event.after)
            dialog = OldTextDialog(said, texts, words.CONVERT, event.editor.window())
            dialog.taken.connect(event.take)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
            return True
        return super().eventFilter(watched, event)


def _shown(text: str, label: str, name: str) -> QPlainTextEdit:
    view = QPlainTextEdit(text)
    view.setObjectName(name)
    view.setAccessibleName(label)
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setMinimumHeight(look.px(96))
    return view
