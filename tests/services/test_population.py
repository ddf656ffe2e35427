"""The proposals of the rules are taken in one step, and what people settled is never replaced unasked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.members import Member
from app.errors import Refused
from app.rules import ruleset_files
from app.services.members import MemberService
from app.services.review import review_services
from tests.builders import SteadyClock, a_database
from tests.services.review_acts import YEAR, Begun, begun


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database, ruleset_files.shipped()["cv3993"])
    database.close()


def known_as_official(cell: Begun, *members: Member) -> None:
    people = MemberService(cell.database, SteadyClock())
    for member in members:
        people.save(member.uid, member.rev, {"full_name": member.full_name, "official_on": "2010"})


def test_the_proposals_are_kept_as_one_step(cell: Begun) -> None:
    first, second, undated = cell.members
    known_as_official(cell, first, second)

    kept = cell.review.population.settle_as_proposed(YEAR)

    assert kept == 2
    settled = {one.member_uid: (one.review, one.rating) for one in cell.year.population}
    assert settled == {first.uid: ("yes", "yes"), second.uid: ("yes", "yes")}
    (open_one,) = [one for one in cell.review.population.proposed(YEAR) if not one.is_settled]
    assert (open_one.member_uid, open_one.unclear) == (undated.uid, ("Mới kết nạp chưa đủ 6 tháng",))

    cell.database.history.undo()

    assert cell.year.population == ()


def test_what_people_settled_stays_unless_it_is_asked_for(cell: Begun) -> None:
    first = cell.members[0]
    known_as_official(cell, first)
    cell.review.population.settle(
        YEAR, {first.uid: {"review": "later", "rating": "not_yet", "reason": "illness"}}
    )

    assert cell.review.population.settle_as_proposed(YEAR) == 0
    assert cell.year.population[0].reason == "illness"

    assert cell.review.population.settle_as_proposed(YEAR, [first.uid]) == 1
    assert (cell.year.population[0].review, cell.year.population[0].reason) == ("yes", "")


def test_before_the_review_begins_there_are_no_rules_to_propose_by(tmp_path: Path) -> None:
    database = a_database(tmp_path / "khac")
    with pytest.raises(Refused) as refused:
        review_services(database, SteadyClock()).population.proposed(YEAR)
    database.close()

    assert (refused.value.code, refused.value.params) == ("L-554", {"year": YEAR})
