"""The tables of levels."""

from __future__ import annotations

from typing import ClassVar

from app.domain.levels import Objection, PastLevel, ProposedLevel, RecognisedLevel, RewardProposal
from app.storage.tables.row import Row


class ProposedLevelRow(Row, ProposedLevel, table=True):
    """Mức chi bộ đề nghị."""

    __tablename__ = "proposed_level"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class RecognisedLevelRow(Row, RecognisedLevel, table=True):
    """Mức được công nhận."""

    __tablename__ = "recognised_level"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class PastLevelRow(Row, PastLevel, table=True):
    """Mức của năm trước."""

    __tablename__ = "past_level"
    sorted_by: ClassVar[tuple[str, ...]] = ("target", "of_year")


class ObjectionRow(Row, Objection, table=True):
    """An objection."""

    __tablename__ = "objection"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)


class RewardProposalRow(Row, RewardProposal, table=True):
    """A proposed reward."""

    __tablename__ = "reward_proposal"
    sorted_by: ClassVar[tuple[str, ...]] = ("year",)
