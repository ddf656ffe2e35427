"""Levels of 2025: ten examples of our own, made from the conditions of QĐ 366 as the notes carry them.

None of them stands in the regulation (regimes-2018-2026.md 4.7, 4.8); each shows points and conditions as two
facts, and that the program chooses nothing.
"""

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest

from app.domain.commitments import AssignedTask
from app.domain.population import Population
from app.domain.scores import ScoreItem, ScoreSheet
from app.domain.self_reviews import EarlierShortcoming
from app.domain.shortcomings import Shortcoming
from app.domain.targets import CELL, COLLECTIVE
from app.domain.types import new_uid
from app.rules import ruleset_files
from app.rules.facts.names import KNOWN_FACTS
from app.rules.language import Absent, Truth
from app.rules.level_views import LevelView, level_view
from app.rules.subject_facts import YearFacts
from app.year.review_year import ReviewYear
from tests.builders import a_discipline, a_member, a_year

RULES = ruleset_files.shipped()["qd366"]
DAY = dt.date(2026, 12, 10)
ON_TIME, LATE, MISSED = "on_time", "late", "not_done"


@dataclass(frozen=True)
class Example:
    """Points, outcomes of tasks (how many of them exceeded), earlier shortcomings; what must come out."""

    points: float | None
    tasks: tuple[str, ...]
    exceeded: int = 0
    earlier: tuple[str, ...] = ()
    by_points: str = ""
    by_conditions: str = ""
    differ: bool = False


TEN = {
    "all well, three of ten beyond": Example(
        94, (ON_TIME,) * 10, 3, ("corrected",), "excellent", "excellent"
    ),
    "all well, too few beyond": Example(94, (ON_TIME,) * 10, 2, (), "excellent", "good", differ=True),
    "an earlier shortcoming not corrected": Example(
        95, (ON_TIME,) * 10, 4, ("corrected", "correcting"), "excellent", "good", differ=True
    ),
    "good and on time": Example(82, (ON_TIME,) * 5, 0, (), "good", "good"),
    "75 points with one late task": Example(
        75, (*(ON_TIME,) * 9, LATE), 0, (), "good", "fulfilled", differ=True
    ),
    "a fifth late": Example(60, (*(ON_TIME,) * 4, LATE), 0, (), "fulfilled", "fulfilled"),
    "more than a fifth late": Example(
        60, (*(ON_TIME,) * 3, LATE), 0, (), "fulfilled", "not_fulfilled", differ=True
    ),
    "49 points, everything done": Example(49, (ON_TIME,) * 4, 0, (), "not_fulfilled", "good", differ=True),
    "one task missed": Example(
        55, (*(ON_TIME,) * 4, MISSED), 0, (), "fulfilled", "not_fulfilled", differ=True
    ),
    "no points yet": Example(None, (ON_TIME,) * 3, 1, (), "", "excellent"),
}


def a_reviewed(example: Example) -> tuple[ReviewYear, str]:
    """Return the year 2026 of one member without a post, with the facts of the example."""
    member = a_member()
    uid = member.uid
    own: dict[str, Any] = {"year": 2026}
    tasks = [
        AssignedTask(
            uid=new_uid(), target=uid, task="Việc mẫu", outcome=outcome, exceeded=at < example.exceeded, **own
        )
        for at, outcome in enumerate(example.tasks)
    ]
    earlier = [
        EarlierShortcoming(uid=new_uid(), target=uid, text="Mẫu", from_year=2025, correction=state, **own)
        for state in example.earlier
    ]
    year = dataclasses.replace(
        a_year([member]),
        year=2026,
        population=(
            Population(
                uid=new_uid(), member_uid=uid, review="yes", rating="yes", object_type="member", **own
            ),
        ),
        assigned_tasks=tuple(tasks),
        earlier_shortcomings=tuple(earlier),
    )
    return (scored(year, uid, example.points) if example.points is not None else year), uid


def scored(year: ReviewYear, target: str, points: float) -> ReviewYear:
    """Return the year with a self-scored sheet of so many points in all."""
    frame = next(one for one in RULES.score_frames if one.code == "member")
    codes = [f"{group.code}.{item.code}" for group in frame.groups for item in group.items]
    sheet = ScoreSheet(uid=new_uid(), year=2026, target=target)
    given = [points - 70 if code == codes[0] else 0 for code in codes]
    given[-1] = min(70, points)
    given[0] = points - given[-1]
    items = [
        ScoreItem(uid=new_uid(), year=2026, sheet=sheet.uid, item=code, points=value)
        for code, value in zip(codes, given, strict=True)
    ]
    return dataclasses.replace(year, score_sheets=(sheet,), score_items=tuple(items))


def view(year: ReviewYear, target: str) -> LevelView:
    return level_view(year, RULES, target, YearFacts(year, RULES, DAY).of(target))


@pytest.mark.parametrize("example", TEN.values(), ids=TEN.keys())
def test_points_and_conditions_are_told_side_by_side(example: Example) -> None:
    seen = view(*a_reviewed(example))

    assert (seen.by_points, seen.by_conditions, seen.differ) == (
        example.by_points,
        example.by_conditions,
        example.differ,
    )
    assert seen.forced == (("forbidden_acts", Truth.UNKNOWN),)


def test_the_conflict_is_named_in_the_rule_set() -> None:
    assert any("75 điểm" in side for one in RULES.conflicts for side in one.sides)


def test_a_task_whose_outcome_is_not_entered_leaves_the_conditions_open() -> None:
    year, uid = a_reviewed(dataclasses.replace(TEN["good and on time"], tasks=(ON_TIME, "")))

    seen = view(year, uid)

    assert (seen.by_points, seen.by_conditions, seen.differ) == ("good", "", False)


def test_half_the_tasks_missed_and_a_conclusion_force_the_lowest_level_to_be_looked_at() -> None:
    year, uid = a_reviewed(Example(80, (ON_TIME, MISSED, MISSED)))
    concluded = Shortcoming(
        uid=new_uid(), year=2026, target=uid, text="Mẫu", origin="upper_committee", sub_reason="degradation"
    )
    admitted = concluded.model_copy(update={"uid": new_uid(), "origin": "self_admitted"})

    forced = dict(view(dataclasses.replace(year, shortcomings=(concluded,)), uid).forced)
    frank = dict(view(dataclasses.replace(year, shortcomings=(admitted,)), uid).forced)

    assert (forced["half_not_done"], forced["degradation"]) == (Truth.TRUE, Truth.TRUE)
    assert "degradation" not in frank


def test_a_discipline_of_the_year_is_asked_about_never_judged() -> None:
    year, uid = a_reviewed(TEN["good and on time"])
    owner = year.members[0]

    seen = view(dataclasses.replace(year, disciplines=(a_discipline(owner, decided_on="2026-05-02"),)), uid)

    assert dict(seen.forced)["duty_discipline"] is Truth.UNKNOWN


def test_the_cell_of_2017_is_looked_at_by_its_points_and_gates() -> None:
    rules = ruleset_files.shipped()["cv3993"]
    year = a_year()
    groups = [group.code for frame in rules.score_frames for group in frame.groups]
    sheet = ScoreSheet(uid=new_uid(), year=2017, target=CELL)
    items = [ScoreItem(uid=new_uid(), year=2017, sheet=sheet.uid, item=code, points=18) for code in groups]

    whole = dataclasses.replace(year, score_sheets=(sheet,), score_items=tuple(items))

    seen = level_view(whole, rules, CELL, YearFacts(whole, rules, DAY).of(CELL))

    assert seen.by_points == "clean_strong"
    assert dict(seen.forced)["authority_lowest"] is Truth.UNKNOWN


def test_every_fact_that_a_rule_set_may_ask_is_computed() -> None:
    year, uid = a_reviewed(TEN["good and on time"])
    facts = YearFacts(year, RULES, DAY)
    computed = {name for target in (uid, COLLECTIVE, CELL) for name in facts.of(target)}

    assert computed == KNOWN_FACTS


def test_a_fact_about_persons_does_not_concern_the_collective() -> None:
    facts = YearFacts(a_year(), RULES, DAY).of(COLLECTIVE)

    assert facts["discipline.this_year"] is Absent.NOT_APPLICABLE
    assert facts["earlier.corrected_pct"] is Absent.NOT_APPLICABLE
