"""The backups in Cài đặt: what is there, one more at once, and bringing one back."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from app.bootstrap import Core
from app.common.progress import Progress
from app.services.backups import BackupSet, Loss
from ui.desktop.dialogs import Question
from ui.forms.backup_lines import content, lines, made_at, table_of_sets
from ui.pages.backing_up import BackingUp
from ui.pages.backup_care import BackupCare
from ui.pages.page import Desk
from ui.tasks.runner import Task
from ui.texts import settings as words
from ui.texts import shared
from ui.theme.look import look
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowRow
from ui.widgets.sheet import Sheet
from ui.widgets.two_line_view import TWO_LINES, Lines, TwoLineView

LEAST_ROWS, MOST_ROWS = 2, 4


class BackupSheet(Sheet):
    """The sets of this laptop, newest first."""

    def __init__(self, core: Core, desk: Desk) -> None:
        super().__init__()
        self._core = core
        self._desk = desk
        self._task: Task[None] | None = None
        self._count = self.head(words.BACKUPS)
        self._table = table_of_sets(self._lines)
        self._table.setParent(self)
        self._former: set[str] = set()
        self._damaged: set[str] = set()
        self._view = TwoLineView("backupList", words.BACKUPS, self._lines)
        self._view.show_model(self._table)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(EmptyState(words.NO_BACKUP, glyph="archive"))
        self._make = Button(words.BACK_UP, glyph="hard-drive", name="backUp", changes=True)
        self._restore = Button(
            words.RESTORE, glyph="clock-counter-clockwise", name="restoreBackup", changes=True
        )
        self._backing_up = BackingUp(core, desk, self._make)
        self._backing_up.made.connect(lambda _made: self.refresh())
        self._restore.clicked.connect(self._on_restore)
        buttons = FlowRow()
        buttons.add(self._make, self._restore)
        self._care = BackupCare(core, desk)
        self._care.changed.connect(self.refresh)
        for widget in (self._stack, buttons, self._care):
            self.body.addWidget(widget)

    def refresh(self) -> None:
        """Read the list of sets again."""
        sets = self._core.backups.list()
        self._former = {one.name for one in self._core.keys.changing.former_sets()}
        self._damaged = set(self._core.backups.health().damaged)
        self._table.set_records(sets)
        self._stack.setFixedHeight(look.px(TWO_LINES) * min(max(len(sets), LEAST_ROWS), MOST_ROWS))
        self._count.setText(words.BACKUPS_COUNT.format(count=len(sets)) if sets else "")
        self._stack.setCurrentIndex(0 if sets else 1)
        self._restore.setEnabled(bool(sets))
        self._care.refresh()

    def _lines(self, one: BackupSet) -> Lines:
        return lines(one, is_former=one.name in self._former, is_damaged=one.name in self._damaged)

    def _on_restore(self) -> None:
        row = self._table.row_of(self._view.current())
        if row < 0 or self._task:
            return
        chosen = self._table.record(row)
        question = Question(
            words.ASK_RESTORE.format(at=made_at(chosen)),
            words.ASK_RESTORE_WORDS.format(
                content=content(chosen), loss=_lost(self._core.backups.loss(chosen))
            ),
            words.RESTORE,
            shared.KEEP,
            danger=True,
            glyph="clock-counter-clockwise",
        )
        if self._desk.dialogs.ask(question):
            self._begin(chosen)

    def _begin(self, chosen: BackupSet) -> None:
        core = self._core

        def work(_progress: Progress) -> None:
            core.backups.restore(chosen)

        self.setEnabled(False)
        self._task = self._desk.runner.store(work)
        self._task.succeeded.connect(lambda _none: self._on_restored(chosen))
        self._task.failed.connect(self._desk.notifier.show)
        self._task.finished.connect(self._on_finished)

    def _on_restored(self, chosen: BackupSet) -> None:
        self._desk.notifier.done(words.RESTORED.format(at=made_at(chosen)))

    def _on_finished(self) -> None:
        self._task = None
        self.setEnabled(True)
        self.refresh()


def _lost(loss: Loss) -> str:
    """Return in words what a restore would take away."""
    now = {"members": loss.now.get("member", 0), "papers": loss.now.get("outgoing_paper", 0)}
    if loss.changes is None:
        return words.LOST_UNKNOWN.format(**now)
    return words.LOST.format(count=loss.changes, **now) if loss.changes else words.NOTHING_LOST
