"""Posts, standings, rewards and discipline are saved with their member, in one step, and kept with it."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.people import Person
from app.errors import ChangedElsewhere, Invalid
from app.services.members import MemberService
from app.storage.database import Database
from tests.builders import MEMBER

POSTS = [{"kind": "cell_secretary", "started_on": "01/06/2015"}, {"title": "Trưởng thôn"}]
DEPUTY = {"kind": "deputy_secretary", "started_on": "2016"}
LATER = {"form": "warning", "decided_on": "2018"}
LIVES: dict[str, Any] = {
    "posts": POSTS,
    "standings": [{"kind": "exempt", "reason": "age_or_health", "started_on": "2016"}],
    "rewards": [{"what": "Giấy khen", "decision_number": "07-QĐ/ĐU", "decided_on": "2016"}],
    "disciplines": [{"form": "reprimand", "decided_on": "03/2010"}],
}


def added(members: MemberService, **facts: Any) -> Person:
    return members.person(members.add({**MEMBER, **LIVES, **facts}).uid)


def test_a_member_comes_with_a_whole_life_and_goes_in_one_step(
    members: MemberService, database: Database
) -> None:
    person = added(members)

    assert [(one.kind, one.title, one.started_on) for one in person.posts] == [
        ("", "Trưởng thôn", ""),
        ("cell_secretary", "", "2015-06-01"),
    ]
    assert [one.reason for one in person.standings] == ["age_or_health"]
    assert [one.what for one in person.rewards] == ["Giấy khen"]
    assert [one.decided_on for one in person.disciplines] == ["2010-03"]
    assert members.people() == (person,)
    assert database.history.undo() == "member.add"
    assert members.people() == ()
    assert database.history.redo() == "member.add"
    assert members.people() == (person,)


def test_lines_are_changed_added_and_taken_out_by_one_save(
    members: MemberService, database: Database
) -> None:
    before = added(members)
    title, secretary = before.posts
    posts = [
        {"uid": secretary.uid, "kind": "cell_secretary", "started_on": "2015-06-01", "ended_on": "2017-05"},
        {"kind": "committee_member", "started_on": "2017-06-01"},
    ]

    saved = members.save(before.uid, 1, {"posts": posts})

    after = members.person(before.uid)
    assert [(one.kind, one.ended_on) for one in after.posts] == [
        ("cell_secretary", "2017-05"),
        ("committee_member", ""),
    ]
    assert after.posts[0].uid == secretary.uid
    assert title.uid not in {one.uid for one in after.posts}
    assert (saved.rev, after.standings, after.rewards) == (2, before.standings, before.rewards)
    assert database.history.undo() == "member.edit"
    assert members.person(before.uid) == before


def test_a_save_of_the_facts_alone_leaves_the_lists(members: MemberService) -> None:
    before = added(members)

    members.save(before.uid, 1, {"phone": "000 000 000"})

    after = members.person(before.uid)
    assert (after.posts, after.standings) == (before.posts, before.standings)


def test_a_form_opened_before_notices_a_change_of_a_list_alone(members: MemberService) -> None:
    person = added(members)
    members.save(person.uid, 1, {"posts": []})

    with pytest.raises(ChangedElsewhere):
        members.save(person.uid, 1, {"note": "muộn"})


def test_saving_the_same_again_is_no_step(members: MemberService, database: Database) -> None:
    person = added(members)
    same = [{**post, "uid": one.uid} for post, one in zip(POSTS[::-1], person.posts, strict=True)]

    members.save(person.uid, 1, {"posts": same})

    assert members.person(person.uid) == person
    assert database.history.undo() == "member.add"


def test_the_trash_keeps_what_the_member_owns(members: MemberService) -> None:
    person = added(members)
    members.trash([person.uid])

    (trashed,) = members.people()
    assert trashed.member.trashed_on is not None
    assert (trashed.posts, trashed.disciplines) == (person.posts, person.disciplines)
    members.restore([person.uid])
    assert members.person(person.uid).posts == person.posts


@pytest.mark.parametrize(
    ("values", "field", "code"),
    [
        ({"posts": [{}]}, "posts.0.title", "post.nameless"),
        ({"posts": [{"title": "x" * 201}]}, "posts.0.title", "text.too_long"),
        (
            {"posts": [*POSTS, DEPUTY]},
            "posts.2.started_on",
            "post.two_at_once",
        ),
        ({"standings": [{"kind": ""}]}, "standings.0.kind", "field.choice"),
        ({"standings": [{"kind": "died", "ended_on": "2016"}]}, "standings.0.ended_on", "standing.no_end"),
        ({"rewards": [{"what": ""}]}, "rewards.0.what", "field.empty"),
        (
            {"disciplines": [LATER]},
            "disciplines.0.decided_on",
            "date.future",
        ),
    ],
)
def test_what_cannot_be_is_placed_in_its_line_and_nothing_is_stored(
    members: MemberService, values: dict[str, Any], field: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        members.add({**MEMBER, **values})

    assert [(one.field, one.code) for one in refused.value.problems] == [(field, code)]
    assert members.people() == ()
