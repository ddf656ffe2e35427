"""A cell whose review of 2017 has begun, and what tests do in it again and again."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from app.domain.members import Member
from app.rules.ruleset import RuleSet
from app.rules.ruleset_files import for_year
from app.services.cycles import Pinned as CyclePin
from app.services.members import MemberService
from app.services.review import ReviewServices, review_services
from app.storage.database import Database
from tests.builders import SteadyClock

YEAR = 2017


@dataclass(frozen=True)
class Pinned:
    """A rule set that says nothing, for tests that ask it nothing."""

    id: str = "mau"
    version: str = "1"
    sha256: str = "0" * 64
    snapshot: str = "{}"


@dataclass
class Begun:
    """The services of the open cell, and its three members."""

    database: Database
    review: ReviewServices
    members: list[Member]

    @property
    def year(self) -> Any:
        """Return the year as it stands."""
        return self.review.whole(YEAR)


NAMES = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Văn Giả")


def begun(database: Database, ruleset: CyclePin | None = None) -> Begun:
    """Begin the review of 2017 in a cell of three members, by the rules of the year unless told otherwise."""
    clock = SteadyClock()
    people = MemberService(database, clock)
    members = [people.add({"full_name": name}) for name in NAMES]
    review = review_services(database, clock)
    review.cycles.begin(YEAR, ruleset or rules_of_the_year(), {})
    return Begun(database, review, members)


def rules_of_the_year() -> RuleSet:
    """Return the rule set of 2017."""
    found = for_year(YEAR)
    assert found
    return found


def a_suggested_point(cell: Begun, target: str, number: str = "12-CV/ĐU") -> Any:
    """Register a letter with one point for `target`; without a number it is information only."""
    on = dt.date(2017, 11, 15) if number else None
    letter = cell.review.suggestions.add_letter(YEAR, {"number": number, "dated_on": on})
    return cell.review.suggestions.add_point(letter, {"target": target, "text": "Việc mẫu chưa làm xong"})


def a_conference(cell: Begun) -> Any:
    """Set up the cell's conference."""
    return cell.review.conferences.add(YEAR, {"body": "cell", "chair": cell.members[0].uid})


def a_turn_done(cell: Begun, conference: Any, target: str) -> None:
    """Have a subject reviewed."""
    cell.review.turns.finish(cell.review.turns.start(conference, target, {}))
