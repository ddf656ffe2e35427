"""Bản đã chỉnh sửa trên Word: the file that stands in the place of what the data give for a paper."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from app.domain.targets import Link, Year, YearRecord
from app.domain.types import Fields, Line, WholeDate

MOST_BYTES = 6_000_000
"""Of a file that is kept in the data: a paper with the pictures of a conference is smaller."""
Kept = Annotated[str, StringConstraints(max_length=MOST_BYTES * 5 // 4 + 8, pattern=r"^[!-~]*$")]
"""The bytes of a file in base85."""


class WordEditionFields(Fields):
    """What is kept of a file that was taken in."""

    year: Year
    paper: Link
    taken_on: WholeDate
    file_name: Line = ""
    word: Kept
    """The Word file, without what tells who made it."""
    pdf: Kept = ""
    """The PDF that Word made of it; empty while none was taken in beside it."""
    is_whole: bool = True
    """Whether the program can make its PDF without losing anything."""


class WordEdition(YearRecord, WordEditionFields):
    """Bản đã chỉnh sửa trên Word of one paper."""

    @property
    def has_pdf(self) -> bool:
        """Return whether there is a PDF that shows all of it: Word's own, or one of the program."""
        return bool(self.pdf) or self.is_whole
