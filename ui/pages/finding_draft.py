"""An answer that is not given yet: its words, line of the minutes and exceptions, and whether it prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """What stands in the panel of one line; it is kept over locking and a crash as a whole."""

    text: str = ""
    turn: str = ""
    """Uid of the review turn it will point to."""
    apart: tuple[str, ...] = ()
    """Uids of those whose tick was taken away: they are answered apart."""
    printed: bool = False

    @property
    def is_empty(self) -> bool:
        """Return whether nobody has begun to answer."""
        return self == AnswerDraft(self.text) and not self.text.strip()

    def values(self) -> dict[str, object]:
        """Return it as a draft is stored."""
        return {**asdict(self), "apart": list(self.apart)}


def stored(value: object) -> AnswerDraft:
    """Return the draft of what was stored; words alone are a draft as well."""
    if not isinstance(value, Mapping):
        return AnswerDraft(str(value))
    return AnswerDraft(
        str(value.get("text", "")),
        str(value.get("turn", "")),
        tuple(str(uid) for uid in value.get("apart", ())),
        bool(value.get("printed", False)),
    )
