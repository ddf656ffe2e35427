"""The practice year from January to the announcement, each act through the services that a window uses."""

from __future__ import annotations

import random
from collections.abc import Callable

from app.domain.cells import Cell
from app.practice.acts import beginning, correcting, meeting, rating, suggesting, writing
from app.practice.cast import cast
from app.practice.plan import PracticeClock, PracticePlan
from app.practice.stage import Stage
from app.practice.texts import Texts
from app.rules.ruleset_files import for_year
from app.services.members import MemberService
from app.services.review import review_services
from app.storage.database import Database
from app.storage.together import together

Act = Callable[[Stage], object]

ACTS: tuple[tuple[str, tuple[Act, ...]], ...] = (
    (
        "prepared",
        (beginning.begin, beginning.promise, beginning.remember, suggesting.suggest, suggesting.ask),
    ),
    ("written", (writing.write_self_reviews, writing.write_report, beginning.hear_others)),
    ("reviewed", (meeting.meet, meeting.meet_again)),
    ("rated", (rating.vote, rating.score, rating.propose, rating.recognise)),
    ("corrected", (correcting.correct, correcting.conclude)),
)
"""What is done, in order, and the name of where the year then stands."""


def live(
    database: Database, plan: PracticePlan, cell: Cell, clock: PracticeClock, chance: random.Random
) -> None:
    """Do the review of the year, as one transaction; nothing where no rule set is known for it."""
    ruleset = for_year(plan.year)
    if ruleset is None:
        return
    people = MemberService(database, clock).people()
    stage = Stage(
        year=plan.year,
        cell=cell,
        ruleset=ruleset,
        review=review_services(database, clock),
        cast=cast(people, ruleset, plan.year),
        texts=Texts(),
        clock=clock,
        chance=chance,
    )
    with together(database, "practice.fill"):
        for _, acts in ACTS:
            for act in acts:
                act(stage)
