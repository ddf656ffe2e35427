"""A paper of a kind with the words that are being typed for it, seen where they will print."""

from __future__ import annotations

import threading
from collections.abc import Mapping

from app.common.progress import Progress
from app.domain.outgoing_papers import OutgoingPaper
from app.papers import kind, pages
from app.papers.abouts import READS, abouts
from app.papers.own_places import shared_kinds
from app.papers.pages import Spot
from app.services.own_wording import OwnWordingService
from app.services.present_pages import Asked, PresentPages
from app.storage.database import Database
from app.storage.queries.review_year import review_year_in
from app.year.review_year import ReviewYear

__all__ = ["Spot", "WordingPages"]


class WordingPages:
    """Makes the pages; nothing is stored, and no paper is begun by looking at it."""

    def __init__(self, database: Database, present: PresentPages, drawing: threading.Lock) -> None:
        self._database = database
        self._present = present
        self._drawing = drawing
        self._wording = OwnWordingService(database)

    def asked(self, year: int, code: str, uid: str = "") -> Asked:
        """Return which paper of a kind is shown: the one called `uid`, else one in preparation, or the first.

        Where the year has nothing yet that such a paper could be about, its form is shown. What several kinds
        share is shown on one of them.
        """
        with self._database.read() as reader:
            whole = review_year_in(reader, year, READS)
        code = shared_kinds().get(code, ("", code))[1]
        paper = _paper(whole, code, uid)
        if paper:
            return Asked(code, year, paper.target, paper.about)
        for one in abouts(kind(code), whole):
            return Asked(code, year, one.target, one.about)
        return Asked(code, year)

    def preview(
        self, asked: Asked, code: str, typed: Mapping[str, str], progress: Progress | None = None
    ) -> bytes:
        """Return the PDF with `typed` in place of what is kept of `code`; what cannot stand prints as kept.

        Raises `Refused` L-554 before the review of the year is begun.
        """
        whole = self._wording.with_typed(asked.year, code, typed)
        return self._present.of(whole, asked, progress, ours=True)

    def pictures(self, pdf: bytes, width_px: int, words: str) -> tuple[tuple[bytes, ...], Spot | None]:
        """Return one PNG a page with `words` marked in amber, on screen only, and where they stand."""
        with self._drawing:
            return pages.pictures_with(pdf, width_px, words)


def _paper(year: ReviewYear, code: str, uid: str) -> OutgoingPaper | None:
    there = [one for one in year.papers if one.kind == code and not one.trashed_on]
    chosen = [one for one in there if one.uid == uid] or [one for one in there if not one.is_issued]
    return chosen[-1] if chosen else None
