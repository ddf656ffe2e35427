"""Members in the trash are erased for good: looked at, asked twice, done away from the window's thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.bootstrap import Core
from app.common.progress import Progress
from app.domain.members import Member
from app.errors import AppError
from ui.dialogs.erasing import EraseDialog
from ui.pages.page import Desk
from ui.texts import clearing as words
from ui.texts import members as member_words


class MemberErasing(QObject):
    """The whole way of an erasure; it begins with members that lie in the trash."""

    def __init__(self, core: Core, desk: Desk, over: QWidget) -> None:
        super().__init__(over)
        self._core, self._desk, self._over = core, desk, over

    def ask(self, members: Sequence[Member]) -> None:
        """Show what would go with `members` and what would not, and ask."""
        try:
            told = self._core.clearing.erasure.look([one.uid for one in members])
        except AppError as error:
            self._desk.notifier.show(error)
            return
        dialog = EraseDialog(told, self._over.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.confirmed.connect(lambda: self._erase(dialog, members))
        dialog.open()

    def _erase(self, dialog: EraseDialog, members: Sequence[Member]) -> None:
        erasure, uids = self._core.clearing.erasure, [one.uid for one in members]

        def work(_progress: Progress) -> None:
            erasure.erase(uids)

        task = self._desk.runner.store(work)
        task.succeeded.connect(lambda _none: self._on_erased(dialog, members))
        task.failed.connect(dialog.show_failure)

    def _on_erased(self, dialog: EraseDialog, members: Sequence[Member]) -> None:
        dialog.finish()
        one = member_words.ONE.format(name=members[0].full_name)
        who = one if len(members) == 1 else member_words.MANY.format(count=len(members))
        self._desk.notifier.done(words.ERASED.format(who=who))
