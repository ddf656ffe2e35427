"""The budget of rulings.md 2.5: what a well-run cell of thirty reads on its home page, month by month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app import bootstrap
from app.bootstrap import Core
from app.practice.plan import PracticeClock, PracticePlan
from app.services.home import ToDo
from app.year.dump import dump
from tests.builders import PASSWORD, seams
from tests.practice.months import as_of
from tests.practice.years import known

MEMBERS = 30
MOST_LINES, MOST_ANSWERS = 12, 3
"""On the home page in any month; to answer at the end."""


@contextmanager
def on(day: dt.date, plan: PracticePlan, begun: dt.date) -> Iterator[Core]:
    """Open the cell as it stood that evening, from its dump: a state that could not be would not load."""
    clock = PracticeClock(plan.year)
    clock.move(day)
    cut = as_of(known(plan), day, begun)
    with TemporaryDirectory() as folder:
        core, _ = bootstrap.load_cell(Path(folder) / "so", PASSWORD, dump(cut), seams(clock))
        core.keys.recovery.keep_on_paper()
        yield core
        core.close()


def lines_on(day: dt.date, plan: PracticePlan, begun: dt.date) -> tuple[ToDo, ...]:
    with on(day, plan, begun) as core:
        return core.home.lines(plan.year)


def month_ends(year: int) -> list[dt.date]:
    """Return the last day of each month from January until the next one, when the levels are announced."""
    firsts = [dt.date(year + month // 12, month % 12 + 1, 1) for month in range(1, 14)]
    return [first - dt.timedelta(days=1) for first in firsts]


def weighing(lines: tuple[ToDo, ...], weight: str) -> list[str]:
    return [f"{one.code} {one.finding}" for one in lines if one.severity == weight]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("year", "begun"),
    [
        (2026, (1, 10)),
        # Whoever opens the year only for its review has the same budget.
        *(pytest.param(*one, marks=pytest.mark.slow) for one in ((2026, (11, 1)), (2017, (1, 10)))),
        pytest.param(2017, (11, 1), marks=pytest.mark.slow),
    ],
)
def test_a_well_run_cell_is_never_asked_too_much(year: int, begun: tuple[int, int]) -> None:
    plan, opened = PracticePlan(year, MEMBERS), dt.date(year, *begun)
    for day in month_ends(year):
        lines = lines_on(day, plan, opened)
        assert len(lines) <= MOST_LINES, (day, lines)
        assert weighing(lines, "block") == [], day
    assert len(weighing(lines, "answer")) <= MOST_ANSWERS


@pytest.mark.slow
@pytest.mark.parametrize("year", [2017, 2026])
def test_nor_in_the_middle_of_a_month(year: int) -> None:
    """Between letter and explanation, and between the sittings, whoever is in time is held up by nothing."""
    plan, opened = PracticePlan(year, MEMBERS), dt.date(year, 1, 10)
    waiting = []
    for day in (one.replace(day=15) for one in month_ends(year)):
        lines = lines_on(day, plan, opened)
        assert len(lines) <= MOST_LINES, (day, lines)
        assert weighing(lines, "block") == [], day
        waiting += [(day.month, one.finding) for one in lines if one.finding in {"R2-03", "R4-01"}]
    assert waiting == [(11, "R2-03"), (12, "R4-01")]


@pytest.mark.slow
def test_from_the_commitments_until_autumn_nothing_of_the_review_is_asked() -> None:
    """R1-05: what became of a promise is written when the review is prepared, not in spring."""
    lines = lines_on(dt.date(2026, 5, 31), PracticePlan(2026, MEMBERS), dt.date(2026, 1, 10))
    assert [one for one in lines if one.code.startswith("review.")] == []


@pytest.mark.slow
def test_a_careless_cell_is_over_the_budget() -> None:
    plan = PracticePlan(2026, MEMBERS, careless=True)
    lines = lines_on(dt.date(2026, 12, 31), plan, dt.date(2026, 1, 10))
    assert weighing(lines, "block")
    assert len(weighing(lines, "answer")) > MOST_ANSWERS
