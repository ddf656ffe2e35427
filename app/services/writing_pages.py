"""The page of a self-review or report as it would print now, while it is being written."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace

from app.common.clock import Clock
from app.common.jobs import Jobs
from app.common.progress import NoProgress, Progress
from app.common.text import clean_text
from app.domain.outgoing_papers import OutgoingPaper
from app.domain.self_reviews import CollectiveReport, SectionText, SelfReview
from app.domain.types import new_uid
from app.papers import Subject, build, pages
from app.services.rendering import render
from app.services.writing import Piece, record_of
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.year.review_year import ReviewYear

SELF_REVIEW, REPORT = "self_review", "collective_report"
"""Kinds of paper that print what is written."""


class WritingPages:
    """Makes the pages of a piece; nothing is stored, and no paper is begun by looking at it."""

    def __init__(self, database: Database, jobs: Jobs, clock: Clock, drawing: threading.Lock) -> None:
        self._database = database
        self._jobs = jobs
        self._clock = clock
        self._drawing = drawing

    def preview(self, piece: Piece, typed: Mapping[str, str], progress: Progress | None = None) -> bytes:
        """Return the PDF with `typed` in place of what is stored, by section."""
        year = _with_typed(review_year(self._database, piece.year), piece, typed)
        paper = self._paper(year, piece)
        document = build(paper.kind, year, Subject(paper=paper))
        return render(self._jobs, {"x": document}, progress or NoProgress(), ("pdf",))["x.pdf"]

    def pictures(self, pdf: bytes, width_px: int, heading: str = "") -> tuple[bytes, ...]:
        """Return one PNG a page; what stands below `heading` is marked in amber, on screen only."""
        with self._drawing:
            return tuple(pages.pictures(pdf, width_px, heading))

    def _paper(self, year: ReviewYear, piece: Piece) -> OutgoingPaper:
        """Return the paper being prepared for the piece, or one as it would be begun today."""
        kind = REPORT if piece.is_report else SELF_REVIEW
        record = record_of(year, piece)
        about = record.uid if piece.is_report and record else ""
        target = "" if piece.is_report else piece.target
        begun = [
            one
            for one in year.papers
            if (one.kind, one.target, one.about) == (kind, target, about)
            and not one.is_issued
            and not one.trashed_on
        ]
        if begun:
            return begun[-1]
        signer = year.cell.cell_secretary
        own = {"kind": kind, "year": piece.year, "target": target, "about": about}
        return OutgoingPaper(uid=new_uid(), dated_on=self._clock.today(), signer_name=signer, **own)


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
