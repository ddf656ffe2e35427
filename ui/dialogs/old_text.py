"""Pasted text for an old font: what it reads as in Unicode, to be taken or left as it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from ui.dialogs.sheet_dialog import SheetDialog
from ui.texts import old_text as words
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.labels import Text
from ui.widgets.pasting import OldTextPasted


class OldTextDialog(SheetDialog):
    """The text as pasted, and below it as it reads in Unicode."""

    def __init__(self, pasted: OldTextPasted, parent: QWidget | None = None) -> None:
        super().__init__(words.TITLE, 640, parent)
        self.setObjectName("oldText")
        self.body.addWidget(Text(words.FOUND.format(kind=pasted.kind)))
        self.body.addWidget(Text(words.BEFORE, role="small", tone="soft"))
        self.body.addWidget(_shown(pasted.before, words.BEFORE, "oldTextBefore"))
        self.body.addWidget(Text(words.AFTER, role="small", tone="soft"))
        self.body.addWidget(_shown(pasted.after, words.AFTER, "oldTextAfter"))
        keep = Button(words.KEEP, name="keepOldText")
        act = Button(words.CONVERT, kind="primary", glyph="check", name="convertOldText")
        keep.clicked.connect(self.reject)
        act.clicked.connect(pasted.take)
        act.clicked.connect(self.accept)
        self.add_buttons(keep, act)
        act.setDefault(True)
        act.setFocus()


class OldTextOffers(QObject):
    """Watches a window for pasted text of old fonts and asks about it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, OldTextPasted) and not event.isAccepted():
            event.accept()
            dialog = OldTextDialog(event, event.editor.window())
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
