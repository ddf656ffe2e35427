"""Papers: pure builders from the year to one content value, and two writers that decide nothing."""

from __future__ import annotations

import datetime as dt

from app.papers import (
    cell_scores,
    collective_report,
    commitment,
    contents_list,
    explanation,
    handover_slip,
    level_summary,
    member_list,
    not_rated_list,
    review_minutes,
    self_review,
    submission,
)
from app.papers.content import Document
from app.papers.kind import PaperKind, PartRow, Scope, Subject
from app.papers.review import rules_of
from app.papers.styles import profile_for
from app.papers.wording import wording
from app.year.review_year import ReviewYear

__all__ = ["KINDS", "PaperKind", "PartRow", "Scope", "Subject", "build", "kind"]

KINDS: tuple[PaperKind, ...] = (
    PaperKind("member_list", member_list.build),
    PaperKind("submission", submission.build),
    PaperKind("contents_list", contents_list.build),
    PaperKind("handover_slip", handover_slip.build),
    PaperKind("commitment", commitment.build, Scope.MEMBER),
    PaperKind("explanation", explanation.build, Scope.SUGGESTED),
    PaperKind("collective_report", collective_report.build, Scope.REPORT),
    PaperKind("self_review", self_review.build, Scope.MEMBER),
    PaperKind("level_summary", level_summary.build),
    PaperKind("not_rated_list", not_rated_list.build),
    PaperKind("cell_scores", cell_scores.build),
    PaperKind("review_minutes", review_minutes.build, Scope.CONFERENCE),
)


def kind(code: str) -> PaperKind:
    """Return the kind of paper called `code`; `KeyError` if there is none."""
    return {one.code: one for one in KINDS}[code]


def build(code: str, year: ReviewYear, subject: Subject) -> Document:
    """Return the finished paper in the layout of its date; a form without date in that of the year's end."""
    profile = profile_for(subject.day or dt.date(year.year, 12, 31))
    rules = rules_of(year)
    words = wording(code, profile.words["tone"], rules.terms, (rules.parent, rules.id))
    return kind(code).build(year, subject, words, profile)
