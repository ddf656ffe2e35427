"""The tab of the card with the shortcomings of one under review, what withdrew them, and who answers."""

from __future__ import annotations

from typing_extensions import override

from app.bootstrap import Core
from app.services.review_subjects import ReviewSubject
from ui.forms.record_book import RecordBook
from ui.pages.books_part import BooksPart
from ui.pages.page import Desk
from ui.pages.shortcoming_kinds import blame_kind, shortcoming_kind, withdrawal_kind

SHORTCOMINGS = "shortcomings"
"""What findings call the whole list."""


class ShortcomingsPart(BooksPart):
    """Admitted and concluded ones in one list; conclusions can be withdrawn below it."""

    def __init__(self, core: Core, desk: Desk) -> None:
        drafts, notifier = core.drafts, desk.notifier
        self.own = RecordBook(shortcoming_kind(core), drafts, notifier)
        self.withdrawals = RecordBook(withdrawal_kind(core), drafts, notifier)
        self.blame = RecordBook(blame_kind(core), drafts, notifier)
        super().__init__(self.own, self.withdrawals, self.blame, opens={SHORTCOMINGS: "text"})

    @override
    def show_subject(self, subject: ReviewSubject, year: int) -> None:
        super().show_subject(subject, year)
        self.withdrawals.setVisible(bool(self.withdrawals.records()))
        self.blame.setVisible(subject.is_collective or bool(self.blame.records()))
