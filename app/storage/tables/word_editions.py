"""The table of files that were taken back from Word."""

from __future__ import annotations

from typing import ClassVar

from app.domain.word_editions import WordEdition
from app.storage.tables.row import Row


class WordEditionRow(Row, WordEdition, table=True):
    """Bản đã chỉnh sửa trên Word."""

    __tablename__ = "word_edition"
    sorted_by: ClassVar[tuple[str, ...]] = ("year", "taken_on")
