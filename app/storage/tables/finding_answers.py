"""The table of answers to findings."""

from __future__ import annotations

from typing import ClassVar

from app.domain.finding_answers import FindingAnswer
from app.storage.tables.row import Row


class FindingAnswerRow(Row, FindingAnswer, table=True):
    """Câu trả lời."""

    __tablename__ = "finding_answer"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "finding", "target", "about")
