"""Everything a user can do in the review of a year, by subject."""

from __future__ import annotations

from dataclasses import dataclass

from app.common.clock import Clock
from app.domain.targets import YearRecord
from app.rules.gates import Gate, gates
from app.services.ballots import BallotService
from app.services.commitments import CommitmentService, ProgrammeService, TaskService
from app.services.conferences import ConferenceService
from app.services.corrections import CorrectionService
from app.services.cycles import CycleService, RoundService
from app.services.dossier_notes import DossierNoteService
from app.services.earlier_years import EarlierYearService
from app.services.findings import FindingService
from app.services.incoming_papers import IncomingPaperService
from app.services.level_entry import LevelEntryService
from app.services.level_tables import LevelTableService
from app.services.levels import LevelService
from app.services.next_years import NextYearService
from app.services.outside_opinions import OutsideOpinionService
from app.services.own_rules import OwnRuleService
from app.services.own_wording import OwnWordingService
from app.services.population import PopulationService
from app.services.remediation import RemediationService
from app.services.rule_sets import RuleSetService
from app.services.scores import ScoreService
from app.services.self_reviews import CollectiveReportService, SelfReviewService
from app.services.shortcomings import ShortcomingService
from app.services.suggestions import SuggestionService
from app.services.turns import TurnService
from app.services.year_frames import YearFrameService
from app.storage.database import Database
from app.storage.queries.review_year import review_year
from app.storage.tables import ROW_OF, name_of
from app.year.review_year import ReviewYear

REVIEW_SUBJECTS = frozenset(name_of(kind) for kind in ROW_OF if issubclass(kind, YearRecord))
"""Kinds of record of a review year, as a commit names them: what shows a year is refreshed by any of them."""


@dataclass(frozen=True, slots=True)
class ReviewServices:
    """One service per subject of the review."""

    database: Database
    cycles: CycleService
    rounds: RoundService
    frames: YearFrameService
    rule_sets: RuleSetService
    own_rules: OwnRuleService
    own_wording: OwnWordingService
    population: PopulationService
    suggestions: SuggestionService
    commitments: CommitmentService
    programme: ProgrammeService
    tasks: TaskService
    self_reviews: SelfReviewService
    collective_reports: CollectiveReportService
    shortcomings: ShortcomingService
    outside: OutsideOpinionService
    conferences: ConferenceService
    corrections: CorrectionService
    turns: TurnService
    ballots: BallotService
    scores: ScoreService
    levels: LevelService
    level_entry: LevelEntryService
    level_tables: LevelTableService
    remediation: RemediationService
    next_years: NextYearService
    findings: FindingService
    earlier_years: EarlierYearService
    incoming_papers: IncomingPaperService
    dossier_notes: DossierNoteService

    def whole(self, year: int) -> ReviewYear:
        """Return all facts of the year as one value."""
        return review_year(self.database, year)

    def gates(self, year: int) -> tuple[Gate, ...]:
        """Return the gates of the year as they stand."""
        return gates(self.whole(year))


def review_services(database: Database, clock: Clock) -> ReviewServices:
    """Return the services over an open database."""
    return ReviewServices(
        database=database,
        cycles=CycleService(database, clock),
        rounds=RoundService(database, clock),
        frames=YearFrameService(database, clock),
        rule_sets=RuleSetService(database),
        own_rules=OwnRuleService(database),
        own_wording=OwnWordingService(database),
        population=PopulationService(database),
        suggestions=SuggestionService(database),
        commitments=CommitmentService(database),
        programme=ProgrammeService(database),
        tasks=TaskService(database),
        self_reviews=SelfReviewService(database),
        collective_reports=CollectiveReportService(database),
        shortcomings=ShortcomingService(database),
        outside=OutsideOpinionService(database),
        conferences=ConferenceService(database),
        corrections=CorrectionService(database),
        turns=TurnService(database),
        ballots=BallotService(database),
        scores=ScoreService(database),
        levels=LevelService(database),
        level_entry=LevelEntryService(database),
        level_tables=LevelTableService(database, clock),
        remediation=RemediationService(database),
        next_years=NextYearService(database, clock),
        findings=FindingService(database, clock),
        earlier_years=EarlierYearService(database),
        incoming_papers=IncomingPaperService(database, clock),
        dossier_notes=DossierNoteService(database),
    )
