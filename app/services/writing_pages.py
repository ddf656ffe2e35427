"""The page of a self-review or report as it would print now, while it is being written."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace

from app.common.progress import Progress
from app.common.text import clean_text
from app.domain.self_reviews import CollectiveReport, SectionText, SelfReview
from app.domain.types import new_uid
from app.papers import pages
from app.services.present_pages import Asked, PresentPages
from app.services.writing import Piece, record_of
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear

SELF_REVIEW, REPORT = "self_review", "collective_report"
"""Kinds of paper that print what is written."""


class WritingPages:
    """Makes the pages of a piece; nothing is stored, and no paper is begun by looking at it."""

    def __init__(self, database: Database, present: PresentPages, drawing: threading.Lock) -> None:
        self._database = database
        self._present = present
        self._drawing = drawing

    def preview(self, piece: Piece, typed: Mapping[str, str], progress: Progress | None = None) -> bytes:
        """Return the PDF with `typed` in place of what is stored, by section."""
        year = _with_typed(review_year(self._database, piece.year), piece, typed)
        record = record_of(year, piece)
        if piece.is_report:
            asked = Asked(REPORT, piece.year, about=record.uid if record else "")
        else:
            asked = Asked(SELF_REVIEW, piece.year, target=piece.target)
        return self._present.of(year, asked, progress)

    def pictures(self, pdf: bytes, width_px: int, heading: str = "") -> tuple[bytes, ...]:
        """Return one PNG a page; what stands below `heading` is marked in amber, on screen only."""
        with self._drawing:
            return tuple(pages.pictures(pdf, width_px, heading))


def _with_typed(year: ReviewYear, piece: Piece, typed: Mapping[str, str]) -> ReviewYear:
    record = record_of(year, piece)
    if record is None:
        year, record = _begun(year, piece)
    kept = [one for one in year.section_texts if one.owner != record.uid or one.section not in typed]
    shown = [
        SectionText(uid=new_uid(), year=year.year, owner=record.uid, section=section, text=clean_text(text))
        for section, text in typed.items()
    ]
    return replace(year, section_texts=(*kept, *shown))


def _begun(year: ReviewYear, piece: Piece) -> tuple[ReviewYear, SelfReview | CollectiveReport]:
    """Return the year with the piece as it would be begun, so that its page can be shown before."""
    own = {"uid": new_uid(), "year": piece.year, "round_number": piece.round_number}
    if piece.is_report:
        report = CollectiveReport(version=piece.version, **own)
        return replace(year, collective_reports=(*year.collective_reports, report)), report
    review = SelfReview(member_uid=piece.target, **own)
    return replace(year, self_reviews=(*year.self_reviews, review)), review
