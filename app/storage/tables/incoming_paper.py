"""The table of papers that came in."""

from __future__ import annotations

from typing import ClassVar

from app.domain.incoming_papers import IncomingPaper
from app.storage.tables.row import Row


class IncomingPaperRow(Row, IncomingPaper, table=True):
    """Văn bản đến."""

    __tablename__ = "incoming_paper"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "register_number")
