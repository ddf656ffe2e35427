"""The faults that a careless cell leaves in its year; ``resources/practice/careless.toml`` lists them.

Each is planted through the services, after the acts of its phase, into a year that is well run otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, Field

from app.common import release_files
from app.practice import faults_said, faults_written
from app.practice.plan import PracticePlan
from app.practice.stage import Phase, Stage
from app.rules.ruleset import RuleSet

Plant: TypeAlias = Callable[[Stage], Stage | None]
"""Changes the year through the services; returns another stage where the acts to come are to differ."""


class Defect(BaseModel, extra="forbid", frozen=True):
    """One fault that is planted, and who has to tell it."""

    id: str
    requirement: str
    """The requirement that is not met (regime-2014-2017.md 9)."""
    told_as: dict[str, str] = Field(default_factory=dict)
    """By rule set: the finding that tells it there, where it is another one."""
    told_by: Literal["gate", "finding"]
    weight: Literal["block", "answer", "note"]
    """Phải hoàn thành trước, cần trả lời, lưu ý (rulings.md 2.7)."""
    concerns: Literal["member", "collective", "cell", "conference", "year"]
    done: str
    """What was done, in words."""
    least_members: Annotated[int, Field(ge=3)] = 3
    only: tuple[str, ...] = ()
    """The rule sets under which it is a fault; empty: all."""

    def rule(self, ruleset: str) -> str:
        """Return the id by which the gate or finding of a rule set tells it."""
        return self.told_as.get(ruleset, self.requirement)


PLANTS: Mapping[str, tuple[Phase, Plant]] = {**faults_written.PLANTS, **faults_said.PLANTS}
"""By the id of the defect: when it is planted, and how."""


@lru_cache(maxsize=1)
def defects() -> tuple[Defect, ...]:
    """Return every defect of the data file."""
    listed = release_files.read_toml("practice", "careless.toml")["defects"]
    return tuple(Defect.model_validate(one) for one in listed)


def planted(plan: PracticePlan, ruleset: RuleSet) -> tuple[Defect, ...]:
    """Return the defects of a careless year: all that its rules know and its members are enough for."""
    return tuple(
        one
        for one in defects()
        if plan.members >= one.least_members and (not one.only or ruleset.id in one.only)
    )


def wanted_plants(plan: PracticePlan, ruleset: RuleSet) -> Mapping[Phase, Sequence[Plant]]:
    """Return how to plant them, by phase, in the order of the data file."""
    found: dict[Phase, list[Plant]] = defaultdict(list)
    for one in planted(plan, ruleset):
        phase, plant = PLANTS[one.id]
        found[phase].append(plant)
    return found
