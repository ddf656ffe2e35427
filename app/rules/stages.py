"""How far the review of a year has come, told from what is entered and from the calendar."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from app.domain.conferences import ConferenceBody, ConferenceState
from app.rules.ruleset import RuleSet
from app.year.review_year import ReviewYear

PREPARING_DAYS = 45
"""So many days before the papers are due the preparation of the review begins, unless it began earlier."""


class Stage(StrEnum):
    """Stages of a year in their order; a rule speaks from its stage on."""

    BEGUN = "begun"
    PREPARING = "preparing"
    MEETING = "meeting"
    MET = "met"
    RATED = "rated"
    RECOGNISED = "recognised"

    @property
    def rank(self) -> int:
        """Return the place in the order of the year."""
        return list(Stage).index(self)


def stage_of(year: ReviewYear, ruleset: RuleSet, today: dt.date) -> Stage:
    """Return the last stage that the year has reached."""
    if year.recognised_levels:
        return Stage.RECOGNISED
    if _closed(year):
        return Stage.RATED if year.proposed_levels else Stage.MET
    if _opened(year):
        return Stage.MEETING
    return Stage.PREPARING if _prepares(year, ruleset, today) else Stage.BEGUN


def due_day(year: ReviewYear, ruleset: RuleSet, due: str) -> dt.date | None:
    """Return the day a thing is due: the cell's own milestone, the rule set's default, or ``MM-DD``."""
    own = _own_day(year, due)
    if own:
        return own
    if len(due) == len("MM-DD") and due[2] == "-" and due[:2].isdigit():
        return dt.date.fromisoformat(f"{year.year}-{due}")
    found = next((one for one in ruleset.deadlines if one.code == due), None)
    return found.in_year(year.year) if found else None


def has_own_day(year: ReviewYear, due: str) -> bool:
    """Return whether the cell set the day of a thing itself; others are defaults that nobody ordered."""
    return _own_day(year, due) is not None


def _own_day(year: ReviewYear, due: str) -> dt.date | None:
    return next((one.due_on for one in year.milestones if one.code == due and one.due_on), None)


def _prepares(year: ReviewYear, ruleset: RuleSet, today: dt.date) -> bool:
    written = due_day(year, ruleset, "writing") or dt.date(year.year, 11, 30)
    return today >= written - dt.timedelta(days=PREPARING_DAYS)


def _opened(year: ReviewYear) -> bool:
    return any(one.state is not ConferenceState.PLANNED for one in year.conferences)


def _closed(year: ReviewYear) -> bool:
    """Return whether the cell's own conference of some round is over."""
    return any(
        one.body is ConferenceBody.CELL and one.state is ConferenceState.CLOSED for one in year.conferences
    )
