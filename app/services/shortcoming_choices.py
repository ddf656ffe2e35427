"""What the fields of a shortcoming may be chosen from: areas and cases of the year's rules, earlier ones."""

from __future__ import annotations

from dataclasses import dataclass

from app.papers.review import review_of
from app.year.review_year import ReviewYear

Named = tuple[tuple[str, str], ...]
"""Codes or uids with their words."""


@dataclass(frozen=True, slots=True)
class ShortcomingChoices:
    """What a shortcoming of one subject may name."""

    areas: Named
    cases: Named
    """Cases of a level that it may fall under (vi phạm tư cách …)."""
    earlier: Named
    """Shortcomings of earlier reviews of the subject that it may repeat (R5-09)."""


def shortcoming_choices(year: ReviewYear, target: str) -> ShortcomingChoices:
    """Return the choices for a subject by the rules of the year."""
    review = review_of(year, None)
    return ShortcomingChoices(
        areas=tuple((one.code, one.name) for one in review.rules.areas),
        cases=tuple((one.code, one.name) for level in review.levels(target) for one in level.sub_reasons),
        earlier=tuple((one.uid, one.text) for one in year.earlier_shortcomings if one.target == target),
    )
