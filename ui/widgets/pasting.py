"""What was pasted and may be text for an old font: told upwards, to whichever window can ask about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from app.common.old_fonts import converted, kind_of

OLD_TEXT = QEvent.Type(QEvent.registerEventType())


class OldTextPasted(QEvent):
    """`take` puts the text in Unicode in the place of what was pasted."""

    def __init__(self, editor: QWidget, kind: str, before: str, after: str, take: Callable[[], None]) -> None:
        super().__init__(OLD_TEXT)
        self.editor = editor
        self.kind = kind
        self.before = before
        self.after = after
        self.take = take
        self.ignore()


def offer(editor: QWidget, pasted: str, take: Callable[[str], None]) -> None:
    """Tell the windows above `editor` when `pasted` was typed for an old font; the first that asks has it."""
    kind = kind_of(pasted)
    if kind is None:
        return
    after = converted(pasted, kind)
    told = OldTextPasted(editor, kind, pasted, after, lambda: take(after))
    window: QWidget | None = editor.window()
    while window is not None and not told.isAccepted():
        QCoreApplication.sendEvent(window, told)
        above = window.parentWidget()
        window = above.window() if above else None
