"""Password, recovery code and key in Cài đặt."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal

from app.bootstrap import Core
from app.common.messages import sentence
from app.common.progress import Progress
from app.domain.backup_policy import expires_on
from app.errors import AppError
from app.services.key_changing import KeyChanged
from ui.desktop.patience import WRONG_SECRET, Patience
from ui.desktop.recovery_sheet import SheetFacts
from ui.dialogs.busy_dialog import BusyDialog
from ui.dialogs.key_change import KeyChangeDialog
from ui.dialogs.new_code import NewCodeDialog
from ui.dialogs.password import PasswordDialog
from ui.pages.page import Desk
from ui.texts import key_change as words
from ui.texts import recovery, settings
from ui.theme.signs import State
from ui.widgets.button import Button
from ui.widgets.flow import FlowRow
from ui.widgets.labels import StateLine, Text
from ui.widgets.sheet import Sheet

MOST_DAYS = 6


class KeySheet(Sheet):
    """Three acts: another password, another recovery code, another key."""

    backed_up = Signal()
    """There are other backup sets than before."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._patience = Patience(core.folder, desk.clock)
        self._missing = StateLine(State.BLOCKED, words.CODE_MISSING)
        password = Button(words.CHANGE_PASSWORD, glyph="key", name="openPassword", changes=True)
        code = Button(words.NEW_CODE, glyph="printer", name="openNewCode", changes=True)
        key = Button(words.ACT, glyph="shield-check", name="openKeyChange", changes=True)
        password.clicked.connect(self._on_password)
        code.clicked.connect(self.renew_code)
        key.clicked.connect(self._on_key)
        self._words = Text(words.SHEET_WORDS, role="small", tone="soft")
        self._buttons = FlowRow()
        self._buttons.add(password, code, key)
        self.head(words.SHEET)
        for widget in (self._words, self._missing, self._buttons):
            self.body.addWidget(widget)

    def refresh(self) -> None:
        """Read again whether the recovery code is on paper; practice data open without a password."""
        is_practice = self._core.cells.current().is_practice
        self._words.say(words.PRACTICE if is_practice else words.SHEET_WORDS)
        self._buttons.setVisible(not is_practice)
        self._missing.setVisible(not is_practice and not self._core.keys.recovery.is_on_paper())

    def _open(self, dialog: BusyDialog) -> None:
        # Whoever guesses here waits as before the locked data (B02).
        dialog.open()
        dialog.hold(self._patience.left())

    def _on_failed(self, dialog: PasswordDialog | NewCodeDialog | KeyChangeDialog, error: AppError) -> None:
        dialog.show_failure(error)
        if error.code in WRONG_SECRET:
            dialog.hold(self._patience.count_wrong())

    def renew_code(self) -> None:
        """Ask for the password and give out another recovery code."""
        dialog = NewCodeDialog(self._desk.printing, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.asked.connect(lambda password: self._make_code(dialog, password))
        dialog.confirmed.connect(lambda code: self._use_code(dialog, code))
        self._open(dialog)

    def _make_code(self, dialog: NewCodeDialog, password: str) -> None:
        core, facts = self._core, self._sheet_facts()

        def work(_progress: Progress) -> str:
            return core.keys.recovery.new_code(password)

        task = self._desk.runner.wait_for(work)
        task.succeeded.connect(lambda _code: self._patience.forget())
        task.succeeded.connect(lambda code: dialog.show_code(code, facts))
        task.failed.connect(lambda error: self._on_failed(dialog, error))

    def _use_code(self, dialog: NewCodeDialog, code: str) -> None:
        core = self._core

        def work(_progress: Progress) -> None:
            core.keys.recovery.put_in_force(code)

        task = self._desk.runner.store(work)
        task.succeeded.connect(lambda _none: self._on_code_used(dialog))
        task.failed.connect(lambda error: self._on_failed(dialog, error))

    def _on_code_used(self, dialog: NewCodeDialog) -> None:
        dialog.finish()
        self.refresh()
        self._desk.notifier.done(recovery.USED)

    def _on_password(self) -> None:
        dialog = PasswordDialog(self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.asked.connect(lambda old, new: self._change_password(dialog, old, new))
        self._open(dialog)

    def _change_password(self, dialog: PasswordDialog, old: str, new: str) -> None:
        core = self._core

        def work(_progress: Progress) -> None:
            core.keys.passwords.change(old, new)

        task = self._desk.runner.wait_for(work)
        task.succeeded.connect(lambda _none: self._on_password_changed(dialog))
        task.failed.connect(lambda error: self._on_failed(dialog, error))

    def _on_password_changed(self, dialog: PasswordDialog) -> None:
        self._patience.forget()
        dialog.finish()
        self._desk.notifier.done(settings.CHANGED)

    def _on_key(self) -> None:
        dialog = KeyChangeDialog(self._desk.printing, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.rejected.connect(lambda: self._on_later(dialog))
        dialog.finished.connect(self.refresh)
        dialog.asked.connect(lambda old, new: self._change_key(dialog, old, new))
        dialog.on_paper.connect(self._on_paper)
        self._open(dialog)

    def _change_key(self, dialog: KeyChangeDialog, old: str, new: str) -> None:
        core = self._core

        def work(progress: Progress) -> KeyChanged:
            return core.keys.changing.change(old, new, progress)

        task = self._desk.runner.store(work)
        task.progressed.connect(dialog.step)
        task.succeeded.connect(lambda done: self._on_key_changed(dialog, done))
        task.failed.connect(lambda error: self._on_failed(dialog, error))

    def _on_key_changed(self, dialog: KeyChangeDialog, done: KeyChanged) -> None:
        self._patience.forget()
        self.backed_up.emit()
        dialog.show_done(done.code, self._sheet_facts(), self._said(done))

    def _said(self, done: KeyChanged) -> list[tuple[State, str]]:
        said = [(State.OPEN, _former(done)), (State.OPEN, words.SIGNING)]
        if self._core.second_place.current():
            said.append((State.OPEN, words.SECOND))
        if done.backup_failure:
            said.append((State.BLOCKED, words.NOT_BACKED_UP.format(why=sentence(done.backup_failure))))
        return said

    def _on_later(self, dialog: KeyChangeDialog) -> None:
        if dialog.is_done():
            self._desk.notifier.mind(words.CODE_LATER)

    def _on_paper(self) -> None:
        try:
            self._core.keys.recovery.keep_on_paper()
        except AppError as error:
            self._desk.notifier.show(error)

    def _sheet_facts(self) -> SheetFacts:
        cell = self._core.cells.current()
        return SheetFacts(cell.name, cell.upper_organisation, self._desk.clock.now())


def _former(done: KeyChanged) -> str:
    """Return which sets the old password still opens, by their days, and when the last of them goes."""
    if not done.former:
        return words.NO_FORMER
    counts = Counter(moment.astimezone().date() for moment in done.former)
    days = sorted(counts, reverse=True)
    shown = [
        (words.DAYS if counts[day] > 1 else words.DAY).format(day=day, count=counts[day])
        for day in days[:MOST_DAYS]
    ]
    said = ", ".join(shown)
    if len(days) > MOST_DAYS:
        said = words.MORE_DAYS.format(days=said, more=len(days) - MOST_DAYS)
    former = words.FORMER.format(count=len(done.former), days=said)
    return f"{former} {words.FORMER_GOES.format(day=expires_on(days[0]))}"
