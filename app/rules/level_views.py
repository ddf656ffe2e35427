"""What points and conditions say of a level, as two facts side by side; people choose and say why.

The regulation says points **and** conditions and leaves a gap where they point to different levels
(regimes-2018-2026.md 4.8); the program reports both and decides nothing (rulings.md 1.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.targets import CELL
from app.rules.language import Absent, Facts, Truth, all_of, evaluate, parse
from app.rules.ruleset import LevelRule, RuleSet
from app.rules.subject_facts import object_type_of
from app.year.review_year import ReviewYear


@dataclass(frozen=True, slots=True)
class Standard:
    """One level with what it asks: whether the points are in its band, and each condition with its value."""

    level: str
    band: Truth
    conditions: tuple[tuple[str, Truth], ...]

    @property
    def holds(self) -> Truth:
        """Return whether every condition of the level holds; a level without conditions asks nothing."""
        return all_of([Truth.TRUE, *(value for _, value in self.conditions)])


@dataclass(frozen=True, slots=True)
class LevelView:
    """What can be said of a subject's level without choosing one."""

    standards: tuple[Standard, ...]
    """The levels of the subject, the highest first."""
    by_points: str = ""
    """The level whose band the points are in; empty while points are missing."""
    by_conditions: str = ""
    """The highest level all of whose conditions hold; empty where that cannot be told yet."""
    forced: tuple[tuple[str, Truth], ...] = ()
    """Cases that force the lowest level, by code: true ones, and unknown ones to look at."""

    @property
    def differ(self) -> bool:
        """Return whether points and conditions point to different levels."""
        return bool(self.by_points and self.by_conditions and self.by_points != self.by_conditions)


def level_view(year: ReviewYear, ruleset: RuleSet, target: str, facts: Facts) -> LevelView:
    """Return what the rule set says of the level of `target`, as two facts and the cases to look at."""
    kinds = {object_type_of(year, target), CELL} if target == CELL else {object_type_of(year, target)}
    ranks = {one.code: one.rank for one in (*ruleset.cell_levels, *ruleset.member_levels)}
    rules = sorted(
        (rule for rule in ruleset.level_rules if kinds & set(rule.objects)),
        key=lambda rule: -ranks[rule.level],
    )
    standards = tuple(_standard(rule, facts) for rule in rules)
    forced = [
        (case.code, _value(case.when, facts)) for case in ruleset.disqualifiers if kinds & set(case.objects)
    ]
    return LevelView(
        standards=standards,
        by_points=next((one.level for one in standards if one.band is Truth.TRUE), ""),
        by_conditions=_highest(standards),
        forced=tuple((code, value) for code, value in forced if value in {Truth.TRUE, Truth.UNKNOWN}),
    )


def _standard(rule: LevelRule, facts: Facts) -> Standard:
    conditions = tuple((one.text, _value(one.when, facts)) for one in rule.conditions)
    return Standard(rule.level, all_of(_band(rule, facts)), conditions)


def _band(rule: LevelRule, facts: Facts) -> Iterator[Truth]:
    points = facts.get("score.total", Absent.UNKNOWN)
    if isinstance(points, Absent | str):
        yield Truth.UNKNOWN
        return
    yield Truth.TRUE if rule.score_min is None or points >= rule.score_min else Truth.FALSE
    yield Truth.TRUE if rule.score_below is None or points < rule.score_below else Truth.FALSE


def _highest(standards: tuple[Standard, ...]) -> str:
    """Return the highest level that holds; once a higher one cannot be told, nothing lower is claimed."""
    for one in standards:
        if one.holds is Truth.UNKNOWN:
            return ""
        if one.holds is Truth.TRUE:
            return one.level
    return ""


def _value(condition: str, facts: Facts) -> Truth:
    return evaluate(parse(condition), facts) if condition else Truth.UNKNOWN
