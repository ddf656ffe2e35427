"""States as a sign and a colour: the shapes differ, so grey print and colour-blind eyes read the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Sign:
    """A glyph, whether it is filled, and the tone of the words beside it."""

    glyph: str
    filled: bool
    tone: str


class State(Enum):
    """What a matter can be in; the words beside it say the number."""

    BLOCKED = Sign("warning-octagon", filled=True, tone="danger")
    """Quá hạn, phải hoàn thành trước."""
    LACKING = Sign("warning", filled=True, tone="warn")
    """Chưa đủ, sắp đến hạn."""
    ASKED = Sign("question", filled=True, tone="warn")
    """Cần trả lời."""
    DONE = Sign("check-circle", filled=True, tone="done")
    """Xong."""
    PARTLY = Sign("circle-half", filled=True, tone="warn")
    """Một phần."""
    OPEN = Sign("circle", filled=False, tone="soft")
    """Chưa làm."""
    NOT_APPLICABLE = Sign("minus-circle", filled=False, tone="soft")
    """Không áp dụng."""
    NOTE = Sign("info", filled=True, tone="note")
    """Lưu ý."""

    @property
    def colour(self) -> str:
        """Return the palette's name of the sign's colour."""
        return "ink_soft" if self.value.tone == "soft" else self.value.tone
