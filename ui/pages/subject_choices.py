"""Whom a small record can be about, as its form offers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.targets import CELL, COLLECTIVE
from ui.texts import year as words

if TYPE_CHECKING:
    from app.year.review_year import ReviewYear


def subject_choices(year: ReviewYear, *, with_cell: bool = False) -> list[tuple[object, str]]:
    """Return the collective, the cell where asked for, and the members, after a line that chooses nobody."""
    people = [(one.uid, one.member.full_name) for one in year.people()]
    cell = [(CELL, words.CELL)] if with_cell else []
    return [("", words.CHOOSE_TARGET), (COLLECTIVE, words.COLLECTIVE), *cell, *people]


def subject_name(year: ReviewYear, target: str) -> str:
    """Return what a subject is called; empty for one that is not part of the year any more."""
    return dict(subject_choices(year, with_cell=True)).get(target, "") if target else ""
