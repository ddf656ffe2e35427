"""Says on every page that the data can only be looked at, why, and offers to try again."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.services.access import AccessService
from ui.pages.page import Desk
from ui.tasks.data_watch import DataWatch
from ui.tasks.runner import Task
from ui.texts import standing as words
from ui.widgets.strip import Strip


class StandingStrip(Strip):
    """Follows the standing of the open data; `changed` when they stand otherwise than before."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("standingStrip", "", words.TRY_AGAIN, "tryAgain")
        self._desk = desk
        self._access: AccessService | None = None
        self._watch: DataWatch | None = None
        self._task: Task[bool] | None = None
        self.followed.connect(self._on_again)

    def follow(self, access: AccessService) -> None:
        """Watch over the data from now on."""
        self._access = access
        self._watch = DataWatch(access, self)
        self._watch.changed.connect(self._on_changed)
        self._watch.begin()
        self._on_changed()

    def end(self) -> None:
        """Watch no more."""
        if self._watch:
            self._watch.end()

    def can_change(self) -> bool:
        """Return whether data can be changed."""
        return self._access is None or self._access.can_change

    def short(self) -> str:
        """Return the standing in two words, for the top bar."""
        gone = self._access is not None and self._access.standing == "gone"
        return words.GONE if gone else words.VIEW_ONLY

    def _on_changed(self) -> None:
        said = words.WORDS.get(self._access.standing, "") if self._access else ""
        self.say(said)
        self.setVisible(bool(said))
        self.changed.emit()

    def _on_again(self) -> None:
        access = self._access
        if access is None or self._task:
            return
        self.offer(words.TRYING, now=False)
        self._task = self._desk.runner.store(lambda _progress: access.try_again())
        self._task.succeeded.connect(self._on_tried)
        self._task.failed.connect(self._desk.notifier.show)
        self._task.finished.connect(self._on_finished)

    def _on_tried(self, can_change: bool) -> None:  # noqa: FBT001  the task's answer
        if can_change:
            self._desk.notifier.done(words.WRITABLE_AGAIN)
        else:
            is_full = self._access is not None and self._access.standing == "full"
            self._desk.notifier.mind(words.STILL_FULL if is_full else words.STILL_LOCKED)

    def _on_finished(self) -> None:
        self._task = None
        self.offer(words.TRY_AGAIN, now=True)
        if self._watch:
            self._watch.tell()
