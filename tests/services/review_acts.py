"""A cell whose review of 2017 has begun, and what tests do in it again and again."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.members import Member
from app.domain.outside_opinions import OutsideBody
from app.domain.scores import ScoredBy
from app.domain.shortcomings import Shortcoming
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


def a_year_about(review: ReviewServices, members: Sequence[Member]) -> None:
    """Let the first member have a part in everything a review keeps; the others are there beside him."""
    first, second, third = (one.uid for one in members[:3])
    on = dt.date(2017, 12, 4)
    decided = {"number": "12-QĐ/ĐU", "dated_on": on, "issuer": "Đảng ủy xã Mẫu"}
    if not review.whole(YEAR).cycles:
        review.cycles.begin(YEAR, rules_of_the_year(), {})
    _before_the_conference(review, first, decided)
    conference = review.conferences.add(YEAR, {"body": "cell", "chair": second, "recorder": first})
    sitting = review.conferences.put_sitting(conference, 1, {"held_on": on})
    present = {"presence": "present"}
    review.conferences.call(sitting, {first: present, second: present, third: {"presence": "excused"}})
    review.conferences.reserve(conference, first, "Bảo lưu ý kiến mẫu")
    for uid in (first, second):
        review.turns.finish(review.turns.start(conference, uid, {}))
    said = {"target": first, "kind": "shortcoming", "text": "Ít góp ý", "speaker": second}
    found = review.turns.conclude_opinion(review.turns.say(conference, said), {})
    review.turns.say(conference, {**said, "target": "collective", "speaker": first})
    review.shortcomings.blame(found, first, "Trách nhiệm mẫu")
    sums = {"convened": 3, "official_present": 2, "issued": 2, "returned": 2, "valid": 2}
    lines = [{"target": uid, "votes": {"good": 2}} for uid in (first, second)]
    review.ballots.add(conference, sums, lines)
    _after_the_conference(review, first, found, decided)


def _before_the_conference(review: ReviewServices, first: str, decided: dict[str, Any]) -> None:
    review.population.settle(YEAR, {first: {"review": "yes", "rating": "yes"}})
    commitment = review.commitments.put(YEAR, first, {})
    review.commitments.add_item(commitment, {"content": "Cam kết mẫu"})
    review.tasks.add(YEAR, first, {"task": "Nhiệm vụ mẫu"})
    letter = review.suggestions.add_letter(YEAR, {"number": "9-CV/ĐU", "dated_on": decided["dated_on"]})
    point = review.suggestions.add_point(letter, {"target": first, "text": "Gợi ý mẫu"})
    review.suggestions.explain(point, {"text": "Giải trình mẫu"})
    review.suggestions.override_gate(YEAR, {"target": first, **decided})
    review.suggestions.ask(YEAR, {"target": first, "text": "Đề nghị làm rõ"})
    written = review.self_reviews.put(YEAR, first, {"self_level": "good"})
    review.self_reviews.write(written, "ethics", "Đoạn mẫu")
    review.self_reviews.check_sign(YEAR, first, (1, 1), {})
    review.shortcomings.add_earlier(YEAR, {"target": first, "text": "Năm trước", "from_year": 2016})
    review.outside.put(YEAR, first, OutsideBody.RESIDENCE, {})
    review.outside.put_rating(YEAR, first, OutsideBody.EMPLOYER, {"level": "good"})


def _after_the_conference(
    review: ReviewServices, first: str, found: Shortcoming, decided: dict[str, Any]
) -> None:
    review.scores.put(YEAR, first, ScoredBy.SELF, {}, {"political_task": {"points": 7.5}})
    review.levels.propose(YEAR, first, {"level": "good"})
    review.levels.recognise(YEAR, first, {"level": "good", **decided})
    review.levels.put_past(first, 2016, {"level_name": "Hoàn thành tốt nhiệm vụ"})
    review.levels.object_to(YEAR, first, {"received_on": decided["dated_on"], "text": "Kiến nghị mẫu"})
    review.levels.propose_reward(YEAR, first, {"form": "Giấy khen"})
    remedy = {"target": first, "shortcoming": found.uid, "text": "Khắc phục mẫu"}
    review.remediation.put_step(review.remediation.add(YEAR, remedy), 1, {"text": "Bước mẫu"})
