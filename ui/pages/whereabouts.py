"""Where the user is on a page (record, field, place of the cursor), to come back to after unlocking."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.field_row import FieldRow
from ui.widgets.page_head import PageHead


@dataclass(frozen=True, slots=True)
class Here:
    """A record of a page; `field` is empty where the cursor is in no field of a form."""

    subject: str
    field: str = ""
    cursor: int = 0
    """How many letters stand before the cursor."""


def field_in_focus(page: QWidget) -> tuple[str, int]:
    """Return the name of the field the cursor is in, and how many letters stand before the cursor."""
    focused = page.window().focusWidget()
    row: QWidget | None = focused
    while row is not None and not isinstance(row, FieldRow):
        row = row.parentWidget()
    if row is None or focused is None or not page.isAncestorOf(row):
        return "", 0
    return row.name(), _cursor_of(focused)


def put_cursor(page: QWidget, field: str, cursor: int) -> None:
    """Put the cursor back into a field that is in sight; an unknown one changes nothing."""
    for row in page.findChildren(FieldRow):
        if row.name() == field and row.isVisibleTo(page):
            row.focus()
            focused = page.window().focusWidget()
            if focused is not None:
                _set_cursor(focused, cursor)
            return
    alone = page.findChild(QPlainTextEdit, field) if field else None
    # Just made, it is shown by the next event only; it may have the cursor before.
    if alone is not None:
        alone.setFocus()
        _set_cursor(alone, cursor)


def alone_in_focus(page: QWidget, field: str) -> tuple[str, int]:
    """Return the same of a field called `field` that stands in no row of a form; nothing where it is left."""
    focused = page.window().focusWidget()
    if focused is None or focused.objectName() != field or not page.isAncestorOf(focused):
        return "", 0
    return field, _cursor_of(focused)


def focus_body(page: QWidget) -> None:
    """Put the focus below the head of a page, unless it is there: into a list or a field before a tab."""
    focused = page.window().focusWidget()
    if focused is not None and page.isAncestorOf(focused) and not _is_in_head(focused):
        return
    focus_first(page)


def focus_first(part: QWidget) -> None:
    """Put the focus into a part of a page: into a list or a field, before a tab or a button."""
    found = [one for one in part.findChildren(QWidget) if _can_take(one, part)]
    kinds: tuple[type[QWidget], ...] = (QAbstractItemView, QPlainTextEdit, QLineEdit, QWidget)
    first = next((one for kind in kinds for one in found if isinstance(one, kind)), None)
    if first is not None:
        first.setFocus()


def _can_take(one: QWidget, part: QWidget) -> bool:
    takes = one.focusPolicy() in {
        Qt.FocusPolicy.TabFocus,
        Qt.FocusPolicy.StrongFocus,
        Qt.FocusPolicy.WheelFocus,
    }
    return takes and one.isVisibleTo(part) and one.isEnabledTo(part) and not _is_in_head(one)


def _is_in_head(one: QWidget | None) -> bool:
    while one is not None and not isinstance(one, PageHead):
        one = one.parentWidget()
    return one is not None


def _cursor_of(field: QWidget) -> int:
    if isinstance(field, QLineEdit):
        return field.cursorPosition()
    return field.textCursor().position() if isinstance(field, QPlainTextEdit) else 0


def _set_cursor(field: QWidget, at: int) -> None:
    if isinstance(field, QLineEdit):
        field.setCursorPosition(at)
    elif isinstance(field, QPlainTextEdit):
        cursor = field.textCursor()
        cursor.setPosition(min(at, len(field.toPlainText())))
        field.setTextCursor(cursor)
