"""What cannot be in a record of a review year: empty where something must be, days and hours out of order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from app.domain.conferences import ReviewTurnFields, SittingFields
from app.domain.cycles import CycleFields, GuidanceFields, MilestoneFields, ReReviewOrderFields
from app.domain.dossier_notes import DossierNoteFields, dossier_note_problems
from app.domain.incoming_papers import IncomingPaperFields
from app.domain.levels import ObjectionFields, RecognisedLevelFields
from app.domain.outside_opinions import OutsideOpinionFields, OutsideRatingFields
from app.domain.remediation import InspectionFields, RemediationItemFields, RemediationStepFields
from app.domain.scores import ScoreSheetFields
from app.domain.self_reviews import CollectiveReportFields, SelfReviewFields
from app.domain.suggestions import (
    ClarificationFields,
    ExplanationFields,
    GateOverrideFields,
    SuggestionLetterFields,
    SuggestionPointFields,
)
from app.domain.types import Fields, show_date
from app.errors import Problem

_YEARS_AFTER = 2
"""A review is recognised, objected to and inspected in the years after; a later day is a slip of the pen."""

BELONGING: Mapping[type[Fields], tuple[str, ...]] = {
    CycleFields: ("roster_fixed_on", "announced_on"),
    MilestoneFields: ("due_on", "done_on"),
    ReReviewOrderFields: ("dated_on", "due_on"),
    GuidanceFields: ("dated_on", "due_on", "done_on"),
    SuggestionLetterFields: ("dated_on", "received_on"),
    SuggestionPointFields: ("due_on",),
    ExplanationFields: ("finished_on",),
    GateOverrideFields: ("dated_on",),
    ClarificationFields: ("asked_on",),
    SelfReviewFields: ("handed_in_on",),
    CollectiveReportFields: ("sent_on", "adopted_on"),
    SittingFields: ("held_on",),
    OutsideOpinionFields: ("asked_on", "dated_on", "received_on"),
    OutsideRatingFields: ("dated_on",),
    ScoreSheetFields: ("scored_on",),
    RecognisedLevelFields: ("dated_on",),
    ObjectionFields: ("received_on", "sent_up_on"),
    RemediationItemFields: ("finished_on",),
    RemediationStepFields: ("done_on",),
    InspectionFields: ("dated_on",),
    IncomingPaperFields: ("received_on", "due_on", "handled_on"),
}
"""Days that cannot lie before the year under review. Bases, promises, programme and tasks may be older; a
matter carried over keeps the day it was due."""

_IN_ORDER: Mapping[type[Fields], tuple[tuple[str, str], ...]] = {
    ReReviewOrderFields: (("dated_on", "due_on"),),
    GuidanceFields: (("dated_on", "due_on"), ("dated_on", "done_on")),
    SuggestionLetterFields: (("dated_on", "received_on"),),
    OutsideOpinionFields: (("asked_on", "received_on"), ("dated_on", "received_on")),
    ObjectionFields: (("received_on", "sent_up_on"),),
    CollectiveReportFields: (("sent_on", "adopted_on"),),
    SittingFields: (("started_at", "ended_at"),),
    ReviewTurnFields: (("started_at", "ended_at"),),
    IncomingPaperFields: (
        ("dated_on", "received_on"),
        ("received_on", "due_on"),
        ("received_on", "handled_on"),
    ),
}
"""What comes first, and what cannot come before it."""


def review_problems(draft: Fields) -> list[Problem]:
    """Return what cannot be in `draft`, by field; nothing here judges what people wrote."""
    own = dossier_note_problems(draft) if isinstance(draft, DossierNoteFields) else []
    return [*_empty(draft), *_outside_the_year(draft), *_out_of_order(draft), *own]


def _empty(draft: Fields) -> Iterator[Problem]:
    for name, field in type(draft).model_fields.items():
        value = getattr(draft, name)
        if field.is_required() and isinstance(value, str) and not value.strip():
            yield Problem(name, "field.empty")


def _outside_the_year(draft: Fields) -> Iterator[Problem]:
    for name in BELONGING.get(type(draft), ()):
        year, day = draft.year, getattr(draft, name)  # type: ignore[attr-defined]  # every kind listed has one
        if day and day.year < year:
            yield Problem(name, "date.before_year", {"year": year})
        elif day and day.year > year + _YEARS_AFTER:
            yield Problem(name, "date.long_after_year", {"year": year})


def _out_of_order(draft: Fields) -> Iterator[Problem]:
    for first, second in _IN_ORDER.get(type(draft), ()):
        earlier, later = getattr(draft, first), getattr(draft, second)
        if not earlier or not later or earlier <= later:
            continue
        if isinstance(earlier, dt.date):
            yield Problem(second, "date.order", {"earlier": show_date(earlier.isoformat())})
        else:
            yield Problem(second, "time.order", {"earlier": earlier})
