"""Pairs that may be one person are gone through one after the other; nobody is merged unasked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from app.errors import AppError, Invalid
from app.services.merged_drafts import carry_draft
from ui.desktop.notifier import Notifier
from ui.dialogs.merging import Merge, MergeDialog
from ui.texts import clearing as words


class MemberMerging(QObject):
    """Shows pair after pair until the last was decided or put off."""

    said = Signal(str)
    """What was done, in a sentence; it can be undone."""
    merged = Signal(str)
    """Uid of the entry that stayed."""

    def __init__(self, core: Core, form: str, notifier: Notifier, over: QWidget) -> None:
        super().__init__(over)
        self._core, self._form = core, form
        self._merging, self._notifier, self._over = core.clearing.merging, notifier, over

    def begin(self) -> None:
        """Show the first pair."""
        self._show(0)

    def _show(self, at: int) -> None:
        try:
            pairs = self._merging.pairs()
            if at >= len(pairs):
                return
            compared = self._merging.compare(pairs[at])
        except AppError as error:
            self._notifier.show(error)
            return
        dialog = MergeDialog(compared, at + 1, len(pairs), self._over.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.decided.connect(lambda merge: self._merge(dialog, merge, at))
        dialog.set_apart.connect(lambda: self._set_apart(dialog, at))
        dialog.later.connect(lambda: self._go_on(dialog, at + 1))
        dialog.open()

    def _merge(self, dialog: MergeDialog, merge: Merge, at: int) -> None:
        people = self._core.members
        try:
            before = people.person(merge.kept.uid), people.person(merge.other.uid)
            member = self._merging.merge(merge.kept, merge.other, merge.taken)
            carry_draft(self._core.drafts, self._form, before, people.person(member.uid))
        except Invalid as error:
            dialog.show_problem(error.problems[0])
            return
        except AppError as error:
            self._end(dialog, error)
            return
        self.said.emit(words.MERGED.format(name=member.full_name))
        self.merged.emit(member.uid)
        self._go_on(dialog, at)

    def _set_apart(self, dialog: MergeDialog, at: int) -> None:
        pair = dialog.compared.first.member, dialog.compared.second.member
        try:
            self._merging.set_apart(pair)
        except AppError as error:
            self._end(dialog, error)
            return
        names = words.AND.format(one=pair[0].full_name, other=pair[1].full_name)
        self.said.emit(words.SET_APART.format(names=names))
        self._go_on(dialog, at)

    def _go_on(self, dialog: MergeDialog, at: int) -> None:
        dialog.accept()
        self._show(at)

    def _end(self, dialog: MergeDialog, error: AppError) -> None:
        dialog.reject()
        self._notifier.show(error)
