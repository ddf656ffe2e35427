"""The tables of papers sent and of packages written."""

from __future__ import annotations

from typing import ClassVar

from app.domain.outgoing_papers import OutgoingPaper, Submission
from app.storage.tables.row import Row


class OutgoingPaperRow(Row, OutgoingPaper, table=True):
    """A paper; how its number is made unique per term is the register's rule."""

    __tablename__ = "outgoing_paper"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "dated_on", "number")


class SubmissionRow(Row, Submission, table=True):
    """One writing of the package."""

    __tablename__ = "submission"
    sorted_by: ClassVar[tuple[str, ...]] = ("started_at",)
