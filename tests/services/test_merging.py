"""Two entries of one person become one, with everything that hung on either; one undo brings both back."""

import datetime as dt
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
    compared = merging.compare((kept, other))
    differences = {one.field: (one.first, one.second, one.prefers_second) for one in compared.differences}
    assert differences["born_on"] == ("1970", "1970-03-02", True)
    assert differences["card_number"] == ("", "000000000123", True)
    assert compared.first.hanging == {"post": 1}
    assert compared.second.hanging == {"reward": 1}
    assert compared.doubled == {}


def test_the_fuller_value_is_better_and_of_equal_ones_the_newer(cell: Begun) -> None:
    members, merging, kept, other = a_pair(cell)
    members.save(kept.uid, kept.rev, {"phone": "000 111", "residence_cell": "Tổ 1", "note": "Cũ"})
    members.save(other.uid, other.rev, {"phone": "000 222", "residence_cell": "", "note": "Mới"})
    pair = members.get(kept.uid), members.get(other.uid)

    preferred = {one.field: one.prefers_second for one in merging.compare(pair).differences}
    turned = {one.field: one.prefers_second for one in merging.compare(pair[::-1]).differences}

    assert preferred == {
        "full_name": True,
        "born_on": True,
        "card_number": True,
        "phone": True,
        "residence_cell": False,
        "note": True,
    }
    assert turned == {name: not on for name, on in preferred.items()}
    assert merging.compare(pair).second.written_on == dt.date(2017, 12, 6)


def test_who_is_told_to_be_two_is_not_asked_about_again_until_that_is_undone(cell: Begun) -> None:
    _, merging, kept, other = a_pair(cell)

    merging.set_apart((other, kept))

    assert merging.pairs() == ()
    cell.database.history.undo()
    assert len(merging.pairs()) == 1


def test_lines_that_say_the_same_are_not_doubled(cell: Begun) -> None:
    members, merging, kept, other = a_pair(cell)
    members.save(other.uid, other.rev, {"posts": [{"title": "Tổ trưởng"}, {"title": "Tổ phó"}]})
    pair = members.get(kept.uid), members.get(other.uid)
    assert merging.compare(pair).doubled == {"post": 1}

    merged = merging.merge(*pair, {})

    assert {one.title for one in members.person(merged.uid).posts} == {"Tổ trưởng", "Tổ phó"}
    assert len(members.person(merged.uid).posts) == 2


def test_a_roll_call_names_nobody_twice(cell: Begun) -> None:
    _, merging, kept, other = a_pair(cell)
    conference = a_conference(cell)
    sitting = cell.review.conferences.put_sitting(conference, 1, {})
    here = {kept.uid: {"presence": "present"}, other.uid: {"presence": "excused"}}
    cell.review.conferences.call(sitting, here)

    merging.merge(kept, other, {})

    assert [(one.member_uid, one.presence) for one in cell.year.attendance] == [(kept.uid, "present")]


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
    assert [one.member_uid for one in cell.year.self_reviews] == [kept.uid]
    assert [one.uid for one in members.trashed()] == [other.uid]


def test_the_one_record_of_a_year_is_not_doubled(cell: Begun) -> None:
    _, merging, kept, other = a_pair(cell)
    cell.review.self_reviews.put(YEAR, kept.uid, {"self_level": "good"})
    cell.review.self_reviews.put(YEAR, other.uid, {"self_level": "fulfilled"})

    merging.merge(kept, other, {})

    assert [(one.member_uid, one.self_level) for one in cell.year.self_reviews] == [(kept.uid, "good")]
    cell.database.history.undo()
    assert {one.member_uid: one.self_level for one in cell.year.self_reviews} == {
        kept.uid: "good",
        other.uid: "fulfilled",
    }


def test_one_undo_brings_both_back(cell: Begun) -> None:
    members, merging, kept, other = a_pair(cell)
    before = members.people()

    merging.merge(kept, other, {"card_number": other.card_number})
    cell.database.history.undo()

    assert members.people() == before
