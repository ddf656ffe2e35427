"""What every page is and what it works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.common.clock import Clock
from ui.desktop.dialogs import Dialogs
from ui.desktop.notifier import Notifier
from ui.desktop.opening import Opener
from ui.desktop.printing import Printing
from ui.desktop.seat import Seat
from ui.pages.whereabouts import Here, field_in_focus
from ui.tasks.runner import TaskRunner
from ui.theme.look import look
from ui.theme.room import Room
from ui.widgets.button import lock_changes
from ui.widgets.styled import spaced


@dataclass(frozen=True, slots=True)
class Desk:
    """The tools of a page besides the core: what a test replaces, and what runs work."""

    clock: Clock
    runner: TaskRunner
    dialogs: Dialogs
    notifier: Notifier
    opener: Opener
    printing: Printing
    seat: Seat


class Page(QWidget):
    """One screen: a head, a body, and what the window asks of it."""

    subjects: ClassVar[frozenset[str]] = frozenset()
    """The kinds of record it shows: a commit that touches one of them refreshes it."""

    opened = Signal(str, str, str)
    """Another place is wanted: page, uid of the subject (or ""), field (or "")."""
    year_asked = Signal(int)
    """Another year is wanted."""
    undo_asked = Signal()
    lock_asked = Signal()
    practice_asked = Signal()
    draft_kept = Signal()
    draft_failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.can_change = True
        """Whether data can be changed; while not, a page is only looked at."""
        self.column = QVBoxLayout(self)
        spaced(self.column, look.px(10), (look.px(24), look.px(12), look.px(24), look.px(16)))

    def show_year(self, year: int) -> None:
        """Show the matters of `year`."""

    def refresh(self) -> None:
        """Read again what is shown, and keep the place."""

    def open_at(self, subject: str, field: str) -> None:
        """Go to a record and a field of it."""

    def fit(self, room: Room) -> None:
        """Give way as the window gets smaller."""

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let the page be edited, or only be looked at; what is being typed stays as it is."""
        self.can_change = allowed
        lock_changes(self, not allowed)

    def go_to_filter(self) -> None:
        """Put the cursor into the filter of the list (F3), if there is one."""

    def here(self) -> Here:
        """Return the record in sight and where the cursor is, so that `open_at` can come back."""
        return Here("", *field_in_focus(self))

    def leave(self) -> None:
        """Write unfinished input away before the page goes out of sight or the program ends."""
