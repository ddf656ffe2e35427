"""Papers: pure builders from the year to one content value, and two writers that decide nothing."""

from __future__ import annotations

import datetime as dt

from app.domain.ballots import BallotSubject
from app.papers import (
    cell_scores,
    collective_report,
    commitment,
    conference_sheets,
    contents_list,
    explanation,
    handover_slip,
    level_summary,
    member_list,
    not_rated_list,
    rating_submission,
    remediation_plan,
    result_report,
    review_minutes,
    review_plan,
    self_review,
    submission,
)
from app.papers.ballot_papers import ballot_of
from app.papers.content import Document
from app.papers.kind import PaperKind, PartRow, Scope, Subject
from app.papers.own_layer import words_of
from app.papers.styles import profile_for
from app.papers.tally_minutes import tally_of
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
    PaperKind("member_tally", tally_of(BallotSubject.MEMBERS), Scope.MEMBERS_BALLOT),
    PaperKind("cell_tally", tally_of(BallotSubject.CELL), Scope.CELL_BALLOT),
    PaperKind("member_ballot", ballot_of(BallotSubject.MEMBERS), Scope.CONFERENCE),
    PaperKind("cell_ballot", ballot_of(BallotSubject.CELL), Scope.CONFERENCE),
    PaperKind("attendance_sheet", conference_sheets.attendance, Scope.CONFERENCE),
    PaperKind("opinion_sheet", conference_sheets.opinions, Scope.CONFERENCE),
    PaperKind("counting_sheet", conference_sheets.counting, Scope.CONFERENCE),
    PaperKind("rating_submission", rating_submission.build),
    PaperKind("result_report", result_report.build),
    PaperKind("review_plan", review_plan.build),
    PaperKind("remediation_plan", remediation_plan.build),
)


def kind(code: str) -> PaperKind:
    """Return the kind of paper called `code`; `KeyError` if there is none."""
    return {one.code: one for one in KINDS}[code]


def build(code: str, year: ReviewYear, subject: Subject) -> Document:
    """Return the finished paper in the layout of its date; a form without date in that of the year's end."""
    profile = profile_for(subject.day or dt.date(year.year, 12, 31))
    return kind(code).build(year, subject, words_of(code, year, profile), profile)
