"""One tab of the card of somebody under review."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.review_subjects import ReviewSubject
from ui.forms.record_drafts import RecordPlace
from ui.theme.look import look
from ui.widgets.styled import spaced


class CardPart(QWidget):
    """Shows one side of a subject; what it does not have, it leaves."""

    opened = Signal(str, str, str)
    """Another place is wanted: page, record, field."""
    undo_asked = Signal()
    draft_kept = Signal()
    draft_failed = Signal(object)
    rearranged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        spaced(self.column, look.px(8))

    def show_subject(self, subject: ReviewSubject, year: int) -> None:
        """Show another subject, or the same one as it now is."""

    def open_field(self, field: str) -> None:
        """Put the cursor into a field of this tab."""

    def open_draft(self, place: RecordPlace) -> bool:  # noqa: ARG002  a part without lists has no drafts
        """Go on with the draft of a small record; return whether it belongs to this tab."""
        return False

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001  the one question
        """Let it be edited, or only be looked at."""

    def leave(self) -> None:
        """Write unfinished input away."""
