"""The practice year from January to the announcement, each act through the services that a window uses."""

from __future__ import annotations

import random
from collections.abc import Callable

from app.domain.cells import Cell
from app.practice.acts import beginning, correcting, meeting, rating, registering, suggesting, writing
from app.practice.careless import wanted_plants
from app.practice.cast import cast
from app.practice.plan import PracticeClock, PracticePlan
from app.practice.stage import Matters, Phase, Stage
from app.practice.texts.bank import TextBank
from app.practice.texts.careless import CarelessTexts
from app.practice.texts.grammar import Regime
from app.rules.ruleset import RuleSet
from app.rules.ruleset_files import for_year
from app.services.members import MemberService
from app.services.review import review_services
from app.storage.database import Database
from app.storage.together import together

Act = Callable[[Stage], object]
_OLD = frozenset({"hd27", "cv1825", "cv3993"})

ACTS: tuple[tuple[Phase, tuple[Act, ...]], ...] = (
    ("cast", ()),
    (
        "prepared",
        (beginning.begin, beginning.promise, beginning.remember, suggesting.suggest, suggesting.ask),
    ),
    ("written", (writing.write_self_reviews, writing.write_report, beginning.hear_others)),
    ("reviewed", (meeting.meet, meeting.meet_again, writing.complete_report)),
    ("rated", (rating.vote, rating.score, rating.propose, rating.recognise)),
    ("corrected", (correcting.correct, correcting.conclude, registering.register)),
)
"""What is done, in order, and the name of where the year then stands; faults are planted there."""


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
        texts=TextBank(_regime(ruleset), chance, plan.year),
        careless_texts=CarelessTexts(_regime(ruleset), chance, plan.year),
        matters=Matters(),
        clock=clock,
        chance=chance,
    )
    plants = wanted_plants(plan, ruleset) if plan.careless else {}
    with together(database, "practice.fill"):
        for phase, acts in ACTS:
            for act in acts:
                act(stage)
            for plant in plants.get(phase, ()):
                stage = plant(stage) or stage


def _regime(ruleset: RuleSet) -> Regime:
    """Return whose words fit: those of the years of HD 27, or of all later ones."""
    return "2017" if ruleset.id in _OLD else "366"
