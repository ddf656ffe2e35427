"""Faults of the conference and of the rating: one function each."""

from __future__ import annotations

from dataclasses import replace

from app.domain.conferences import ConferenceBody, OpinionKind, Presence
from app.practice.cast import EXCELLENT, GOOD, Case, Role, allowed_excellent
from app.practice.stage import Stage
from app.year.review_year import ReviewYear

_SHORT = (("14:00", "15:30"),)
_OVER = 2
"""So many more than the ceiling allows are excellent."""


def short_conference(stage: Stage) -> Stage:
    """Let the conference of the cell sit for an hour and a half."""
    return replace(stage, sittings=_SHORT)


def unreviewed_member(stage: Stage) -> Stage:
    """Hold no second conference for who was absent, who stays among those to be rated."""
    return replace(stage, skips=stage.skips | {"meet_again"})


def report_not_completed(stage: Stage) -> Stage:
    """Leave the collective report a draft."""
    return replace(stage, skips=stage.skips | {"complete_report"})


def no_guest(stage: Stage) -> None:
    """Have nobody of the upper committee there."""
    for guest in stage.now().guests:
        stage.review.conferences.remove_guest(guest)
