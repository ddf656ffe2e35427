"""Practice years made once for all tests that look at them."""

import functools
import tempfile
from pathlib import Path

from app.practice.making import create_practice_cell
from app.practice.plan import PracticeClock, PracticePlan
from app.storage.queries.review_year import review_year
from app.worker.inline import InlineJobs
from app.year.review_year import ReviewYear
from tests.builders import CHEAP


def made(plan: PracticePlan) -> ReviewYear:
    """Make the practice cell of `plan` in a folder of its own and return its year."""
    with tempfile.TemporaryDirectory() as folder:
        place, clock = Path(folder) / "so", PracticeClock(plan.year)
        database = create_practice_cell(place, "x", plan, clock, InlineJobs(), CHEAP)
        try:
            return review_year(database, plan.year)
        finally:
            database.close()


@functools.cache
def known(plan: PracticePlan) -> ReviewYear:
    """Return the year of `plan`, made the first time it is asked for; it is frozen, so nobody changes it."""
    return made(plan)
