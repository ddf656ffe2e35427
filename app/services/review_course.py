"""The course of a review as steps with what is done of each, told from what is entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.conferences import TurnState
from app.domain.population import RatingDisposition
from app.rules.gates import roster_gate
from app.services.review_subjects import ReviewSubject
from app.year.review_year import ReviewYear


@dataclass(frozen=True, slots=True)
class CourseStep:
    """A step by its code: how many of it are done, out of how many; of 0 where the year has none."""

    code: str
    done: int
    total: int

    @property
    def is_done(self) -> bool:
        """Return whether nothing of it is left."""
        return self.done >= self.total


def course_of(year: ReviewYear, subjects: Sequence[ReviewSubject]) -> tuple[CourseStep, ...]:
    """Return the steps in their order: list settled, explanations, writings, report, conference, levels."""
    persons = [one for one in subjects if not one.is_collective]
    reports = [one for one in subjects if one.is_collective]
    undecided = roster_gate(year).opens
    waiting = len(undecided)
    # Whoever is not settled may have to be rated: nothing of that step is done before.
    rated = {one.member_uid for one in year.population if one.rating is RatingDisposition.YES}.union(
        undecided
    )
    proposed = {one.target for one in year.proposed_levels}
    points = [one for subject in subjects for one in subject.points]
    explained = [one for subject in subjects for one in subject.points if one.uid in subject.explained]
    return (
        CourseStep("population", len(persons) - min(waiting, len(persons)), len(persons)),
        CourseStep("explained", len(explained), len(points)),
        CourseStep("written", sum(one.written.is_handed_in for one in persons), len(persons)),
        CourseStep("reported", sum(one.written.is_handed_in for one in reports), len(reports)),
        CourseStep("met", sum(one.turn is TurnState.DONE for one in subjects), len(subjects)),
        CourseStep("rated", sum(uid in proposed for uid in rated), len(rated)),
    )
