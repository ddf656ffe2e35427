"""What the secretary answered to a finding: kept with a reason, seen, not to be told again this year."""

from __future__ import annotations

from enum import StrEnum

from app.domain.targets import Code, Link, Target, Year, YearRecord
from app.domain.types import Fields, Prose


class AnswerKind(StrEnum):
    """How a finding was answered (rulings.md 2.5, 2.7)."""

    KEPT = "kept"
    """Giữ nguyên, nêu lý do."""
    SEEN = "seen"
    """Đã xem: of what needs no answer."""
    NOT_AGAIN = "not_again"
    """Không nhắc nữa trong năm nay, with a reason."""


class AnswerWords(Fields):
    """An answer as it is given, to one subject or to a list."""

    kind: AnswerKind = AnswerKind.KEPT
    text: Prose = ""
    review_turn: Link = ""
    """The line of the minutes that the answer points to."""
    is_printed: bool = False
    """Whether it stands in the papers; R2-03, R4-02 and R4-03 always do (rulings.md 2.7)."""


class FindingAnswerFields(AnswerWords):
    """The answer for one subject of a finding; one answer for a list is the same words for each of it."""

    year: Year
    finding: Code
    """Id of the requirement: ``R4-03``."""
    target: Target
    """The member it is about, the collective, or the cell for whatever else it is."""
    about: Code = ""
    """What else it is about: ``year``, or the uid of a record of the year."""


class FindingAnswer(YearRecord, FindingAnswerFields):
    """Câu trả lời for one subject of a finding."""

    @property
    def subject(self) -> str:
        """Return the subject as findings name it."""
        return self.about or self.target
