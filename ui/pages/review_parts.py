"""What other parts of the review hook into the page Kiểm điểm: each adds its line to one of these tuples.

`DOORS` are buttons of the head that lead to another place; `CARD_PARTS` the tabs of the card of one under
review; `FIELD_PLACES` says on which page a field stands that findings, gates and lines of the card open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.bootstrap import Core
from ui.pages.page import Desk
from ui.pages.review_card_part import CardPart
from ui.pages.review_earlier import earlier_part
from ui.pages.review_known import KnownPart
from ui.pages.review_outside import OPINIONS, OutsidePart
from ui.pages.review_shortcomings import SHORTCOMINGS, ShortcomingsPart
from ui.texts import conference
from ui.texts import review as words


@dataclass(frozen=True, slots=True)
class Door:
    """A button of the head that opens a page; `name` is its object name."""

    name: str
    words: str
    glyph: str
    page: str


@dataclass(frozen=True, slots=True)
class PartMaker:
    """A tab of the card: its title and what makes it; `fields` are those that stand on it."""

    title: str
    make: Callable[[Core, Desk], CardPart]
    fields: frozenset[str] = frozenset()


DOORS: tuple[Door, ...] = (
    Door("toYear", words.YEAR, "clock-counter-clockwise", "year"),
    Door("toLetters", words.LETTERS, "file-text", "letters"),
    Door("toConference", conference.TITLE, "notebook", "conference"),
)
"""Nhập sau hội nghị, văn bản gợi ý and their like, in the order of the year."""

CARD_PARTS: tuple[PartMaker, ...] = (
    PartMaker(words.KNOWN, KnownPart),
    PartMaker(words.FROM_EARLIER, earlier_part, frozenset({"earlier"})),
    PartMaker(words.SHORTCOMINGS, ShortcomingsPart, frozenset({SHORTCOMINGS, "withdrawn_on"})),
    PartMaker(words.OUTSIDE, OutsidePart, frozenset({OPINIONS})),
)

FIELD_PLACES: Mapping[str, str] = {
    **dict.fromkeys(
        (
            *("conference", "sittings", "guests", "order_reason", "attendance", "opinions", "turns"),
            *("conclusions", "ballots", "general_note", "defects"),
        ),
        "conference",
    ),
    **dict.fromkeys(("explanations", "clarifications"), "letters"),
}
"""By the name of a field the page on which it stands, for fields that are not on the card."""
