"""A list of small records of one subject with the form of one of them open in its place.

The one way in which small records are entered: posts of a programme, promises, milestones, guests … What
differs between kinds is a `RecordKind`; nothing here knows one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.common.messages import problem_sentence
from app.domain.types import Record
from app.errors import AppError, ChangedElsewhere, Invalid, NotFound
from app.services.drafts import DraftService
from ui.desktop.notifier import Notifier
from ui.forms.record_drafts import NEW, RecordDrafts, RecordPlace
from ui.forms.record_editor import RecordEditor
from ui.forms.record_kind import Owner, R, RecordKind
from ui.forms.record_values import Values
from ui.texts import record_book as words
from ui.texts import shared
from ui.theme.look import look
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.field_row import FieldRow
from ui.widgets.labels import Text
from ui.widgets.record_line import RecordLine
from ui.widgets.styled import emptied, spaced
from ui.widgets.two_line_view import Lines


class RecordBook(QWidget, Generic[R]):
    """The lines of an owner's records, "Thêm …", and the form of one record below its line."""

    undo_asked = Signal()
    draft_kept = Signal()
    draft_failed = Signal(object)
    begun = Signal()
    ended = Signal()
    """A form was opened or closed: while one is open its "Lưu" is the primary act of the page."""
    rearranged = Signal()
    """Lines or fields came or went, so that the order of Tab is to be set again."""

    def __init__(self, kind: RecordKind[R], drafts: DraftService, notifier: Notifier) -> None:
        super().__init__()
        self.kind = kind
        self._drafts = RecordDrafts(drafts, kind.name)
        self._notifier = notifier
        self._owner = Owner(0)
        self._records: Sequence[R] = ()
        self._waiting: frozenset[str] = frozenset()
        self._open = ""
        """The uid of the record whose form is open, `NEW`, or nothing."""
        self._record: R | None = None
        self._can_change = True
        self._count = Text(role="small", tone="soft", wrap=False, name=f"{kind.name}Count")
        self._empty = Text(kind.words.empty(), tone="soft", name=f"{kind.name}Empty")
        self._add = Button(kind.words.add(), glyph="plus", name=f"{kind.name}Add", changes=True)
        self.editor = RecordEditor(kind, self._keep)
        self._into_sight = QTimer(self, singleShot=True, interval=0)
        self._lines = QVBoxLayout()
        self._line_of: dict[str, RecordLine] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, look.px(8))
        if self.kind.words.title:
            head = QHBoxLayout()
            spaced(head, look.px(8))
            head.addWidget(Text(self.kind.words.title, role="section"), 1)
            head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
            column.addLayout(head)
        else:
            self._count.setParent(self)
            self._count.hide()
        spaced(self._lines, 0)
        column.addLayout(self._lines)
        column.addWidget(self._empty)
        column.addWidget(self.editor)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.editor.hide()

    def _connect(self) -> None:
        self._add.clicked.connect(lambda: self.open_at(NEW))
        self._into_sight.timeout.connect(self._scroll)
        self.editor.saved.connect(lambda: self._on_save(then_new=False))
        self.editor.saved_for_new.connect(lambda: self._on_save(then_new=True))
        self.editor.given_up.connect(self._on_give_up)
        self.editor.put_down.connect(self._on_put_down)
        self.editor.removed.connect(self._on_remove)
        self.editor.keeper.kept.connect(self.draft_kept)
        self.editor.keeper.failed.connect(self.draft_failed)

    # What a page asks ---------------------------------------------------------------------------------------

    def show_of(self, owner: Owner) -> None:
        """Show the records of another owner; what was being typed for the one before waits as a draft."""
        if owner != self._owner:
            self.put_down()
            self._owner = owner
        self.refresh()

    def refresh(self) -> None:
        """Read the records again; what is being typed stays."""
        typing = self.editor.is_being_typed() if self._open else False
        self._read()
        if not self._open or self._open == NEW:
            return
        found = self._find(self._open)
        if found is None and not typing:
            self._close()
        elif found is not None and not typing:
            self._begin(found)

    def open_at(self, record: str, field: str = "") -> None:
        """Open the form of a record by its uid, or of a new one (`NEW`), at a field."""
        found = self._find(record)
        if record != NEW and found is None:
            return
        if self._open != record:
            self.put_down()
            self._open = record
            self._read()
            self._begin(found)
            self.begun.emit()
            self.rearranged.emit()
        at = field.removeprefix(self.kind.prefix) or (self.kind.first if found else "")
        self.editor.form.binder.focus(at)
        self._into_sight.start()

    def records(self) -> Sequence[R]:
        """Return the records in sight."""
        return self._records

    def has_field(self, field: str) -> bool:
        """Return whether its records have this field; the name of the kind stands for the first one."""
        return field == self.kind.name or field.removeprefix(self.kind.prefix) in self.kind.texts

    def open_field(self, field: str) -> None:
        """Open the record in sight, or the first one, or a new one, at a field."""
        first = self._records[0].uid if self._records else NEW
        if self._records or self.kind.add is not None:
            self.open_at(self._open or first, field)

    def put_down(self) -> None:
        """Close the form; what was typed waits as a draft and is offered again."""
        self.leave()
        if self._open:
            self._close()

    def leave(self) -> None:
        """Write what is being typed away as a draft."""
        self.editor.keeper.flush()

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let records be added and changed, or only be looked at."""
        if allowed != self._can_change:
            self._can_change = allowed
            self._show_state()

    def is_being_typed(self) -> bool:
        """Return whether something stands in the form that is not saved."""
        return bool(self._open) and self.editor.is_being_typed()

    def place(self) -> RecordPlace | None:
        """Return the record whose form is open."""
        return RecordPlace(self.kind.name, self._open, self._owner.uid) if self._open else None

    # Showing ------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._records = self.kind.rows(self._owner)
        self._waiting = self._drafts.waiting(self._owner)
        had_focus = self._focused_line()
        # The form stands between the lines and outlives them.
        self._lines.removeWidget(self.editor)
        emptied(self._lines)
        self._line_of = {}
        for one in self._records:
            line = self._line_of[one.uid] = RecordLine(self._said(one), f"{self.kind.name}Line")
            line.clicked.connect(lambda _checked=False, uid=one.uid: self._on_line(uid))
            self._lines.addWidget(line)
            line.mark(one.uid == self._open)
            line.show()
            if one.uid == self._open:
                self._lines.addWidget(self.editor)
            if one.uid == had_focus:
                line.setFocus()
        if self._open and self._find(self._open) is None:
            self._lines.addWidget(self.editor)
        self._show_state()
        self.rearranged.emit()

    def _said(self, record: R) -> Lines:
        said = self.kind.say(record)
        if record.uid not in self._waiting or record.uid == self._open:
            return said
        second = " · ".join(filter(None, (said.second, words.DRAFT_WAITS)))
        return Lines(said.first, said.aside, second, State.ASKED)

    def _show_state(self) -> None:
        told = self.kind.words
        several = self.kind.add is not None and not self.kind.single
        self._count.setText(told.count(len(self._records)) if several else "")
        self._empty.setVisible(not self._records and self._open != NEW)
        has_room = all(left(self._owner) for left in self.kind.left.values())
        can_add = self.kind.add is not None and has_room and not (self.kind.single and self._records)
        self._add.setVisible(can_add and self._can_change and self._open != NEW)
        self._add.say(told.go_on() if NEW in self._waiting else told.add())
        self.editor.setVisible(bool(self._open))
        self.editor.allow(self._can_change)

    def _begin(self, record: R | None) -> None:
        self._record = record
        self.editor.begin(record, self._owner, self._drafts.find(self._owner, self._open))
        self._show_state()

    def _close(self) -> None:
        closed, self._open, self._record = self._open, "", None
        focused = self.window().focusWidget()
        is_inside = focused is not None and self.editor.isAncestorOf(focused)
        self.editor.hide()
        self._read()
        if is_inside:
            self._line_of.get(closed, self._add).setFocus()
        self.ended.emit()
        self.rearranged.emit()

    def _find(self, uid: str) -> R | None:
        return next((one for one in self._records if one.uid == uid), None)

    def _focused_line(self) -> str:
        return next((uid for uid, line in self._line_of.items() if line.hasFocus()), "")

    def _scroll(self) -> None:
        around: QWidget | None = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea) and self.editor.isVisible():
                around.ensureWidgetVisible(self.editor)
                focused = self.window().focusWidget()
                if focused is not None and self.editor.isAncestorOf(focused):
                    around.ensureWidgetVisible(_with_problem(focused))
            around = around.parentWidget()

    # Acts ---------------------------------------------------------------------------------------------------

    def _keep(self, values: Values) -> None:
        if self._open:
            self._drafts.keep(self._owner, self._open, values)

    def _on_line(self, uid: str) -> None:
        if uid == self._open:
            self.put_down()
        else:
            self.open_at(uid)

    def _on_put_down(self) -> None:
        self.put_down()

    def _on_save(self, *, then_new: bool) -> None:
        record, values, told = self._record, self.editor.values(), self.kind.words
        stored: list[Record] = []

        def store() -> None:
            if record is not None:
                stored.append(self.kind.save(record, values))
            elif self.kind.add is not None:
                stored.append(self.kind.add(self._owner, values))

        if self._tried(store):
            self._forget()
            self._close()
            said = told.told(words.ADDED if record is None else words.SAVED)
            self._notifier.done(said, shared.UNDO, self.undo_asked.emit)
            line = self._line_of.get(stored[0].uid)
            if then_new and self.kind.follow:
                self.kind.follow()
            elif then_new:
                self.open_at(NEW)
            elif line is not None:
                line.setFocus()

    def _on_give_up(self) -> None:
        typed = self.editor.form.binder.values() if self.editor.is_being_typed() else {}
        owner, record = self._owner, self._open
        self._forget()
        self._close()
        if typed and self._can_change:
            again = partial(self._take_up, owner, record, typed)
            self._notifier.done(self.kind.words.told(words.DROPPED), words.GET_BACK, again)

    def _take_up(self, owner: Owner, record: str, typed: Values) -> None:
        """Put what was given up back into its form."""
        self._drafts.keep(owner, record, typed)
        if owner == self._owner:
            self.open_at(record)

    def _on_remove(self) -> None:
        record, remove = self._record, self.kind.remove
        if record is not None and remove is not None and self._tried(lambda: remove(record)):
            self._forget()
            self._close()
            self._notifier.done(self.kind.words.told(words.REMOVED), shared.UNDO, self.undo_asked.emit)

    def _forget(self) -> None:
        self.editor.keeper.forget()
        self._drafts.drop(self._owner, self._open)

    def _tried(self, act: Callable[[], object]) -> bool:
        """Return whether an act was done; a refusal is told where it belongs."""
        told = self.kind.words
        try:
            act()
        except Invalid as error:
            homeless = self.editor.form.binder.show(error.problems)
            if homeless:
                self._notifier.mind(" ".join(map(problem_sentence, homeless)))
        except ChangedElsewhere:
            self.editor.keeper.flush()
            self._read()
            self._record = self._find(self._open) or self._record
            self._notifier.mind(told.told(words.CHANGED_ELSEWHERE))
        except NotFound:
            self.editor.keeper.flush()
            self._notifier.mind(told.told(words.GONE))
        except AppError as error:
            self._notifier.show(error)
        else:
            return True
        return False


def _with_problem(field: QWidget) -> QWidget:
    """Return the row of a field, which says below it what is wrong."""
    row: QWidget | None = field
    while row is not None and not isinstance(row, FieldRow):
        row = row.parentWidget()
    return row or field
