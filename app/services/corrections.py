"""Mends and takes out single records of a year that were entered wrongly.

Most kinds are edited where they are entered; here are those that are entered once and seldom mended.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from app.domain.commitments import Programme, TaskAssignment
from app.domain.conferences import (
    Conference,
    ConferenceState,
    Reservation,
    ReviewTurn,
    Sitting,
    SuggestionConclusion,
)
from app.domain.cycles import Guidance, LegalBasis, Milestone, ReReviewOrder
from app.domain.levels import Objection, RewardProposal
from app.domain.population import Population
from app.domain.remediation import Inspection, RemediationStep
from app.domain.scores import ScoreItem
from app.domain.self_reviews import CollectiveReport, SectionText, SignCheck
from app.domain.suggestions import Clarification, Explanation, GateOverride, SuggestionPoint
from app.domain.targets import YearRecord
from app.errors import Refused
from app.services.open_years import OpenYears, removed, saved
from app.storage.database import Database

R = TypeVar("R", bound=YearRecord)

EDITED: Mapping[type[YearRecord], str] = {
    LegalBasis: "legal_basis.correct",
    ReReviewOrder: "re_review_order.correct",
    GateOverride: "gate_override.correct",
    Reservation: "reservation.correct",
    RewardProposal: "reward_proposal.correct",
}
"""What `save` mends, and what the act is called."""
REMOVED: Mapping[type[YearRecord], str] = {
    Milestone: "milestone.remove",
    Guidance: "guidance.remove",
    Population: "population.remove",
    SuggestionPoint: "suggestion_point.remove",
    Explanation: "explanation.remove",
    Clarification: "clarification.remove",
    Programme: "programme.remove",
    TaskAssignment: "task_assignment.remove",
    CollectiveReport: "collective_report.remove",
    SectionText: "section_text.remove",
    SignCheck: "sign_check.remove",
    Conference: "conference.remove",
    Sitting: "sitting.remove",
    ReviewTurn: "review_turn.remove",
    SuggestionConclusion: "suggestion_conclusion.remove",
    Reservation: "reservation.remove",
    ScoreItem: "score_item.remove",
    Objection: "objection.remove",
    RemediationStep: "remediation_step.remove",
    Inspection: "inspection.remove",
}
"""What `remove` takes out, and what the act is called. An order to review again opened a round, and stays."""


class CorrectionService:
    """Sửa, bỏ một mục đã ghi nhầm."""

    def __init__(self, database: Database) -> None:
        self._years = OpenYears(database)

    def save(self, record: R, values: Mapping[str, object]) -> R:
        """Store the mended record; raises `Invalid`, `NotFound`, `ChangedElsewhere`, `Refused` L-541."""
        with self._years.write(EDITED[type(record)], record.year) as work:
            return saved(work, type(record), record.uid, record.rev, values)

    def remove(self, record: YearRecord) -> None:
        """Take a record out with its parts, as one step; raises `NotFound`, `Refused` L-541, L-556."""
        with self._years.write(REMOVED[type(record)], record.year) as work:
            there = work.get(type(record), record.uid)
            if isinstance(there, Conference) and there.state is not ConferenceState.PLANNED:
                raise Refused("L-556")
            removed(work, type(record), record.uid)
