"""The tables of ballots."""

from __future__ import annotations

from typing import ClassVar

from app.domain.ballots import Ballot, BallotCount, BallotLine
from app.storage.tables.row import Row


class BallotRow(Row, Ballot, table=True):
    """A vote with its totals."""

    __tablename__ = "ballot"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "conference", "held_on")


class BallotLineRow(Row, BallotLine, table=True):
    """A line of the tally."""

    __tablename__ = "ballot_line"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "ballot")


class BallotCountRow(Row, BallotCount, table=True):
    """Votes for one level."""

    __tablename__ = "ballot_count"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "line", "level")
