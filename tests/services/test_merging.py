"""Two entries of one person become one, with everything that hung on either; one undo brings both back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.members import Member
from app.services.members import MemberService
from app.services.merging import MergeService
from tests.builders import SteadyClock, a_database
from tests.services.review_acts import YEAR, Begun, a_conference, begun


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database)
    database.close()


def a_pair(cell: Begun) -> tuple[MemberService, MergeService, Member, Member]:
    members = MemberService(cell.database, SteadyClock())
    kept = members.add({"full_name": "Lê Thị Thủy", "born_on": "1970", "posts": [{"title": "Tổ trưởng"}]})
    other = members.add(
        {
            "full_name": "Lê Thị Thuỷ",
            "born_on": "1970-03-02",
            "card_number": "000000000123",
            "rewards": [{"what": "Giấy khen"}],
        }
    )
    return members, MergeService(cell.database, SteadyClock()), kept, other


def test_the_pair_is_offered_with_what_differs(cell: Begun) -> None:
    _, merging, kept, other = a_pair(cell)

    ((one, second),) = merging.pairs()

    assert {one.uid, second.uid} == {kept.uid, other.uid}
    differences = {one.field: (one.kept, one.other) for one in merging.differences(kept, other)}
    assert differences["born_on"] == ("1970", "1970-03-02")
    assert differences["card_number"] == ("", "000000000123")


def test_the_chosen_values_stay_and_what_hung_on_the_other_moves(cell: Begun) -> None:
    members, merging, kept, other = a_pair(cell)
    conference = a_conference(cell)
    said = {"target": "collective", "kind": "strength", "text": "Đoàn kết", "speaker": other.uid}
    cell.review.turns.say(conference, said)
    cell.review.self_reviews.put(YEAR, other.uid, {"self_level": "good"})

    merged = merging.merge(kept, other, {"born_on": other.born_on, "card_number": other.card_number})

    person = members.person(merged.uid)
    assert (merged.full_name, merged.born_on, merged.card_number) == (
        "Lê Thị Thủy",
        "1970-03-02",
        "000000000123",
    )
    assert ([one.title for one in person.posts], [one.what for one in person.rewards]) == (
        ["Tổ trưởng"],
        ["Giấy khen"],
    )
    assert [one.speaker for one in cell.year.opinions] == [kept.uid]
    assert [one.member for one in cell.year.self_reviews] == [kept.uid]
    assert [one.uid for one in members.trashed()] == [other.uid]


def test_the_one_record_of_a_year_is_not_doubled(cell: Begun) -> None:
    _, merging, kept, other = a_pair(cell)
    cell.review.self_reviews.put(YEAR, kept.uid, {"self_level": "good"})
    cell.review.self_reviews.put(YEAR, other.uid, {"self_level": "fulfilled"})

    merging.merge(kept, other, {})

    assert {one.member: one.self_level for one in cell.year.self_reviews} == {
        kept.uid: "good",
        other.uid: "fulfilled",
    }


def test_one_undo_brings_both_back(cell: Begun) -> None:
    members, merging, kept, other = a_pair(cell)
    before = members.people()

    merging.merge(kept, other, {"card_number": other.card_number})
    cell.database.history.undo()

    assert members.people() == before
