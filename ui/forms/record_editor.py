"""The form of one small record, open in its list: fields, what is wrong, and the ways to end it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout
from typing_extensions import override

from app.domain.types import Record
from ui.forms.binder import DraftKeeper
from ui.forms.record_form import RecordForm
from ui.forms.record_kind import Owner, RecordKind
from ui.forms.record_values import Values, shown_values, stored_values
from ui.texts import record_book as words
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import KeyHint, StateLine, Text
from ui.widgets.styled import hairline, spaced

Keep = Callable[[Owner, str, Values], None]
"""Writes a draft away: whose, of which record, what stands in the fields."""
_TWO_COLUMNS = 440
"""Least width for two columns of fields."""


class RecordEditor(QFrame):
    """Title, notes, fields and buttons; which record it is of is its list's matter."""

    saved = Signal()
    saved_for_new = Signal()
    """To be stored, and a new one is wanted after it."""
    given_up = Signal()
    put_down = Signal()
    """Esc was pressed: the form closes and what was typed waits as a draft."""
    removed = Signal()

    def __init__(self, kind: RecordKind[Any], keep: Callable[[Values], None]) -> None:
        super().__init__()
        self.setObjectName(f"{kind.name}Editor")
        self._kind = kind
        self._is_new = True
        self._fixed: Collection[str] = ()
        self._title = Text(role="strong", name=f"{kind.name}Title")
        self._note = StateLine(State.NOTE)
        self._draft = StateLine(State.ASKED, words.DRAFT_SHOWN)
        self.form = RecordForm(
            kind.fields, kind.texts, kind.rules, prefix=kind.prefix, chosen=tuple(kind.choices)
        )
        self.keeper = DraftKeeper(keep, self.form.binder)
        self.save = Button(words.SAVE, kind="primary", glyph="check", name=f"{kind.name}Save", changes=True)
        self.save_new = Button(words.SAVE_AND_NEW, glyph="plus", name=f"{kind.name}SaveNew", changes=True)
        self._key = KeyHint(words.SAVE_KEY)
        self.cancel = Button(words.CANCEL, name=f"{kind.name}Cancel")
        self.remove = Button(
            kind.words.remove(), kind="danger", glyph="trash", name=f"{kind.name}Remove", changes=True
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, look.px(10), (look.px(13), look.px(10), look.px(13), look.px(12)))
        for part in (self._title, self._note, self._draft, self.form):
            column.addWidget(part)
        buttons = FlowRow()
        buttons.add(self.save, self.save_new, self._key, self.cancel, self.remove)
        column.addWidget(buttons)
        column.addWidget(hairline())

    def _connect(self) -> None:
        self.save.clicked.connect(self.saved)
        self.save_new.clicked.connect(self.saved_for_new)
        self.cancel.clicked.connect(self.given_up)
        self.remove.clicked.connect(self.removed)
        record = QShortcut(QKeySequence("Ctrl+Return"), self)
        record.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        record.activated.connect(lambda: self._by_key(then_new=self._can_follow()))

    def begin(self, record: Record | None, owner: Owner, draft: Mapping[str, object]) -> None:
        """Show `record`, or an empty form where it is None; what was typed and not saved stands over it."""
        kind = self._kind
        self._is_new = record is None
        self.form.given = {"year": owner.year}
        left = kind.left if record is None else {}
        for field, choices in {**kind.choices, **left}.items():
            self.form.offer(field, choices(owner))
        self.form.binder.load(kind.begin(owner) if record is None else shown_values(record, kind.texts))
        if draft:
            self.form.binder.offer(draft)
        self._draft.setVisible(bool(draft))
        self._fixed = () if record is None else kind.fixed(record)
        said = "" if record is None else kind.note(record)
        self._note.say(State.NOTE, said)
        self._note.setVisible(bool(said))

    def allow(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let the record be changed, or only be looked at."""
        told = self._kind.words
        title = told.new() if self._is_new else told.edit()
        self._title.setText(title if allowed else told.look())
        self.form.fix(not allowed)
        for field in self._fixed:
            self.form.binder.row(field).set_read_only(True)
        self.save.setVisible(allowed)
        self.save_new.setVisible(allowed and self._can_follow())
        self._key.setVisible(allowed)
        self.remove.setVisible(allowed and not self._is_new and self._kind.remove is not None)
        self.cancel.say(words.CANCEL if allowed else words.CLOSE)

    def values(self) -> Values:
        """Return what stands in the fields as the core takes it."""
        return stored_values(self._kind.fields, self.form.binder.values())

    def is_being_typed(self) -> bool:
        """Return whether something stands in the fields that is not saved."""
        return self.form.binder.dirty()

    def _can_follow(self) -> bool:
        """Return whether another new one may follow."""
        return self._is_new and (not self._kind.single or self._kind.follow is not None)

    def _by_key(self, *, then_new: bool) -> None:
        if self.save.isVisible() and self.save.isEnabled():
            (self.saved_for_new if then_new else self.saved).emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_down.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(
            self.focusWidget(), QLineEdit | QComboBox
        ):
            self._by_key(then_new=False)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.form.set_columns(2 if self.width() >= look.px(_TWO_COLUMNS) else 1)
