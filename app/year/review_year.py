"""`ReviewYear`: all records of a cell and a year as one frozen value.

Findings, papers, dump, package and home page read this and nothing else (decisions.md 2.2).
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.ballots import Ballot, BallotCount, BallotLine
from app.domain.cells import Cell
from app.domain.commitments import (
    AssignedTask,
    Commitment,
    CommitmentItem,
    Programme,
    ProgrammeItem,
    TaskAssignment,
)
from app.domain.committee_forms import CommitteeForm, FormFile, IssuedFile
from app.domain.conferences import (
    Attendance,
    Conference,
    DefectTag,
    Guest,
    Opinion,
    Reservation,
    ReviewTurn,
    Sitting,
    SuggestionConclusion,
)
from app.domain.cycles import Cycle, Guidance, LegalBasis, Milestone, ReReviewOrder, Round
from app.domain.dossier_notes import DossierNote
from app.domain.finding_answers import FindingAnswer
from app.domain.given_forms import GivenForm
from app.domain.incoming_papers import IncomingPaper
from app.domain.ledger_answers import answered
from app.domain.levels import Objection, PastLevel, ProposedLevel, RecognisedLevel, RewardProposal
from app.domain.members import Member
from app.domain.outgoing_papers import OutgoingPaper, Submission
from app.domain.outside_opinions import OutsideOpinion, OutsideRating
from app.domain.people import Person, people
from app.domain.population import Population
from app.domain.posts import Post
from app.domain.recognitions import Discipline, Reward
from app.domain.remediation import Inspection, RemediationItem, RemediationStep
from app.domain.scores import ScoreItem, ScoreSheet
from app.domain.self_reviews import CollectiveReport, EarlierShortcoming, SectionText, SelfReview, SignCheck
from app.domain.shortcomings import Responsibility, Shortcoming
from app.domain.standings import Standing
from app.domain.suggestions import Clarification, Explanation, GateOverride, SuggestionLetter, SuggestionPoint
from app.domain.word_editions import WordEdition

FILES = frozenset({"form_files", "issued_files", "word_editions"})
"""Lists of whole files: read for the dump, and by nothing that looks at the year."""


@dataclass(frozen=True, slots=True)
class ReviewYear:
    """A cell in one year; members in the trash are not part of it, its papers are those of the year."""

    year: int
    cell: Cell
    members: tuple[Member, ...]
    papers: tuple[OutgoingPaper, ...]
    submissions: tuple[Submission, ...] = ()
    posts: tuple[Post, ...] = ()
    standings: tuple[Standing, ...] = ()
    rewards: tuple[Reward, ...] = ()
    disciplines: tuple[Discipline, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    rounds: tuple[Round, ...] = ()
    re_review_orders: tuple[ReReviewOrder, ...] = ()
    guidance: tuple[Guidance, ...] = ()
    population: tuple[Population, ...] = ()
    suggestion_letters: tuple[SuggestionLetter, ...] = ()
    suggestion_points: tuple[SuggestionPoint, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    gate_overrides: tuple[GateOverride, ...] = ()
    clarifications: tuple[Clarification, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    commitment_items: tuple[CommitmentItem, ...] = ()
    programmes: tuple[Programme, ...] = ()
    programme_items: tuple[ProgrammeItem, ...] = ()
    task_assignments: tuple[TaskAssignment, ...] = ()
    assigned_tasks: tuple[AssignedTask, ...] = ()
    self_reviews: tuple[SelfReview, ...] = ()
    collective_reports: tuple[CollectiveReport, ...] = ()
    section_texts: tuple[SectionText, ...] = ()
    sign_checks: tuple[SignCheck, ...] = ()
    earlier_shortcomings: tuple[EarlierShortcoming, ...] = ()
    shortcomings: tuple[Shortcoming, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    outside_opinions: tuple[OutsideOpinion, ...] = ()
    outside_ratings: tuple[OutsideRating, ...] = ()
    conferences: tuple[Conference, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    guests: tuple[Guest, ...] = ()
    review_turns: tuple[ReviewTurn, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    suggestion_conclusions: tuple[SuggestionConclusion, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    defect_tags: tuple[DefectTag, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    ballot_lines: tuple[BallotLine, ...] = ()
    ballot_counts: tuple[BallotCount, ...] = ()
    score_sheets: tuple[ScoreSheet, ...] = ()
    score_items: tuple[ScoreItem, ...] = ()
    proposed_levels: tuple[ProposedLevel, ...] = ()
    recognised_levels: tuple[RecognisedLevel, ...] = ()
    past_levels: tuple[PastLevel, ...] = ()
    objections: tuple[Objection, ...] = ()
    reward_proposals: tuple[RewardProposal, ...] = ()
    remediation_items: tuple[RemediationItem, ...] = ()
    remediation_steps: tuple[RemediationStep, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    finding_answers: tuple[FindingAnswer, ...] = ()
    incoming_papers: tuple[IncomingPaper, ...] = ()
    dossier_notes: tuple[DossierNote, ...] = ()
    committee_forms: tuple[CommitteeForm, ...] = ()
    form_files: tuple[FormFile, ...] = ()
    issued_files: tuple[IssuedFile, ...] = ()
    given_forms: tuple[GivenForm, ...] = ()
    word_editions: tuple[WordEdition, ...] = ()

    def answered(self) -> tuple[EarlierShortcoming, ...]:
        """Return the earlier shortcomings, each with what the ledger of correction says of it."""
        return answered(self.earlier_shortcomings, self.remediation_items)

    def people(self) -> tuple[Person, ...]:
        """Return the members, each with posts, standings, rewards and discipline."""
        return people(self.members, self.posts, self.standings, self.rewards, self.disciplines)
