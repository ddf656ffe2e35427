"""Every kind of row of the yearly review, in the order in which a year goes."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import SQLModel

from app.storage.tables.ballots import BallotCountRow, BallotLineRow, BallotRow
from app.storage.tables.commitments import (
    AssignedTaskRow,
    CommitmentItemRow,
    CommitmentRow,
    ProgrammeItemRow,
    ProgrammeRow,
    TaskAssignmentRow,
)
from app.storage.tables.committee_forms import CommitteeFormRow, FormFileRow, IssuedFileRow
from app.storage.tables.conferences import (
    AttendanceRow,
    ConferenceRow,
    DefectTagRow,
    GuestRow,
    OpinionRow,
    ReservationRow,
    ReviewTurnRow,
    SittingRow,
    SuggestionConclusionRow,
)
from app.storage.tables.cycles import (
    CycleRow,
    GuidanceRow,
    LegalBasisRow,
    MilestoneRow,
    ReReviewOrderRow,
    RoundRow,
)
from app.storage.tables.dossier_notes import DossierNoteRow
from app.storage.tables.finding_answers import FindingAnswerRow
from app.storage.tables.given_forms import GivenFormRow
from app.storage.tables.incoming_paper import IncomingPaperRow
from app.storage.tables.levels import (
    ObjectionRow,
    PastLevelRow,
    ProposedLevelRow,
    RecognisedLevelRow,
    RewardProposalRow,
)
from app.storage.tables.outside_opinions import OutsideOpinionRow, OutsideRatingRow
from app.storage.tables.population import PopulationRow
from app.storage.tables.remediation import InspectionRow, RemediationItemRow, RemediationStepRow
from app.storage.tables.row import Row
from app.storage.tables.scores import ScoreItemRow, ScoreSheetRow
from app.storage.tables.self_reviews import (
    CollectiveReportRow,
    EarlierShortcomingRow,
    SectionTextRow,
    SelfReviewRow,
    SignCheckRow,
)
from app.storage.tables.shortcomings import ResponsibilityRow, ShortcomingRow
from app.storage.tables.suggestions import (
    ClarificationRow,
    ExplanationRow,
    GateOverrideRow,
    SuggestionLetterRow,
    SuggestionPointRow,
)
from app.storage.tables.word_editions import WordEditionRow

REVIEW_ROWS: tuple[type[Row], ...] = (
    CycleRow,
    LegalBasisRow,
    MilestoneRow,
    RoundRow,
    ReReviewOrderRow,
    GuidanceRow,
    PopulationRow,
    SuggestionLetterRow,
    SuggestionPointRow,
    ExplanationRow,
    GateOverrideRow,
    ClarificationRow,
    CommitmentRow,
    CommitmentItemRow,
    ProgrammeRow,
    ProgrammeItemRow,
    TaskAssignmentRow,
    AssignedTaskRow,
    SelfReviewRow,
    CollectiveReportRow,
    SectionTextRow,
    SignCheckRow,
    EarlierShortcomingRow,
    ShortcomingRow,
    ResponsibilityRow,
    OutsideOpinionRow,
    OutsideRatingRow,
    ConferenceRow,
    SittingRow,
    AttendanceRow,
    GuestRow,
    ReviewTurnRow,
    OpinionRow,
    SuggestionConclusionRow,
    ReservationRow,
    DefectTagRow,
    BallotRow,
    BallotLineRow,
    BallotCountRow,
    ScoreSheetRow,
    ScoreItemRow,
    ProposedLevelRow,
    RecognisedLevelRow,
    PastLevelRow,
    ObjectionRow,
    RewardProposalRow,
    RemediationItemRow,
    RemediationStepRow,
    InspectionRow,
    FindingAnswerRow,
    IncomingPaperRow,
    DossierNoteRow,
    CommitteeFormRow,
    FormFileRow,
    IssuedFileRow,
    GivenFormRow,
    WordEditionRow,
)

_LOOKED_UP = {
    "form_file": "form",
    "issued_file": "paper",
    "suggestion_point": "letter",
    "explanation": "point",
    "commitment_item": "commitment",
    "section_text": "owner",
    "responsibility": "shortcoming",
    "sitting": "conference",
    "attendance": "sitting",
    "review_turn": "conference",
    "opinion": "conference",
    "ballot_line": "ballot",
    "ballot_count": "line",
    "score_item": "sheet",
    "remediation_step": "item",
}
"""The column by which the parts of a record are found."""


def _index() -> None:
    """Declare the indexes by which years and parts are found."""
    for row in REVIEW_ROWS:
        table = SQLModel.metadata.tables[str(row.__tablename__)]
        for name in ("year", _LOOKED_UP.get(table.name, "")):
            if name in table.c:
                Index(f"ix_{table.name}_{name}", table.c[name])


_index()
