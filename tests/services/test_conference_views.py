"""A conference as it is looked at: the order, the roll-call in numbers, who has spoken on whom, who votes."""

import datetime as dt
from typing import Any

import pytest

from app.domain.ballots import BallotSubject
from app.domain.conferences import TurnState
from app.domain.targets import CELL, COLLECTIVE
from app.errors import Refused
from app.services.conference_views import ConferenceView, Talk, conference_views, counted_at, line_of
from app.services.conference_voting import Voting
from app.storage.database import Database
from tests.services.review_acts import YEAR, Begun, a_conference, a_suggested_point, begun

PRESENT = {"presence": "present"}


@pytest.fixture
def cell(database: Database) -> Begun:
    return begun(database)


def view(cell: Begun) -> ConferenceView:
    return conference_views(cell.year)[-1]


def said(speaker: str, kind: str = "strength", text: str = "Nhiệt tình") -> dict[str, Any]:
    return {"speaker": speaker, "kind": kind, "text": text}


def a_sitting(cell: Begun, conference: Any, **presences: Any) -> Any:
    sitting = cell.review.conferences.put_sitting(conference, 1, {"held_on": dt.date(2017, 12, 5)})
    rows = dict(zip((one.uid for one in cell.members), presences.values(), strict=False))
    cell.review.conferences.call(sitting, rows)
    return sitting


def test_the_collective_comes_first_then_the_members(cell: Begun) -> None:
    a_conference(cell)
    assert [one.target for one in view(cell).subjects] == [COLLECTIVE, *view_order(cell)]
    assert [one.group for one in view(cell).subjects] == ["collective", "members", "members", "members"]


def test_a_later_conference_of_the_round_waits_only_for_whom_none_has_reviewed(cell: Begun) -> None:
    conferences, turns = cell.review.conferences, cell.review.turns
    first, second, absent = (one.uid for one in cell.members)
    main = a_conference(cell)
    conferences.put_sitting(main, 1, {"held_on": dt.date(2017, 12, 4)})
    for target in (COLLECTIVE, first, second):
        turns.finish(turns.start(main, target, {}))
    later = a_conference(cell)
    conferences.put_sitting(later, 1, {"held_on": dt.date(2017, 12, 18)})
    assert [one.target for one in view(cell).subjects] == [absent]
    turns.start(later, first, {})
    assert {one.target for one in view(cell).subjects} == {first, absent}
    assert len(conference_views(cell.year)[0].subjects) == len(cell.members) + 1


def view_order(cell: Begun) -> list[str]:
    return [one.uid for one in view(cell).listed]


def test_opinions_of_one_paste_are_one_step_and_begin_the_turn(cell: Begun) -> None:
    first, second, third = (one.uid for one in cell.members)
    conference = a_conference(cell)
    cell.review.turns.record(conference, first, [said(second), said(third, "shortcoming", "Chậm báo cáo")])

    line = line_of(view(cell), first)
    assert line is not None
    assert (line.state, line.opinions, line.critical) == (TurnState.UNDER_REVIEW, 2, 1)
    assert [one.position for one in view(cell).said(first)] == [1, 2]
    assert Talk(view(cell)).spoken(first, third).critical
    assert not Talk(view(cell)).spoken(first, second).critical


def test_a_closed_gate_lets_nothing_be_recorded_also_after_a_postponement(cell: Begun) -> None:
    first, second, _ = (one.uid for one in cell.members)
    a_suggested_point(cell, first)
    conference = a_conference(cell)
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            cell.review.turns.record(conference, first, [said(second)])
        assert refused.value.code == "L-545"
        cell.review.turns.postpone(conference, first)
    assert not view(cell).gate(first).is_open
    assert view(cell).said(first) == ()

    cell.review.suggestions.override_gate(
        YEAR, {"target": first, "number": "05-QĐ/ĐU", "dated_on": dt.date(2017, 12, 4)}
    )
    cell.review.turns.record(conference, first, [said(second)])
    line = line_of(view(cell), first)
    assert line is not None
    assert line.state is TurnState.UNDER_REVIEW


def test_the_gap_leaves_out_oneself_who_is_away_and_what_was_taken_back(cell: Begun) -> None:
    first, second, third = (one.uid for one in cell.members)
    conference = a_conference(cell)
    a_sitting(cell, conference, a=PRESENT, b=PRESENT, c={"presence": "excused", "reason": "ốm"})
    (one,) = cell.review.turns.record(conference, first, [said(second)])

    assert Talk(view(cell)).silent_on(first) == ()
    assert {member.uid for member in Talk(view(cell)).silent_on(second)} == {first}
    assert Talk(view(cell)).is_away(third)

    cell.review.turns.withdraw_opinion(one)
    assert [member.uid for member in Talk(view(cell)).silent_on(first)] == [second]


def test_the_roll_call_in_numbers(cell: Begun) -> None:
    conference = a_conference(cell)
    sitting = a_sitting(cell, conference, a=PRESENT, b={"presence": "late", "arrived_at": "08:10"})
    counted = counted_at(view(cell), sitting.uid)
    assert (counted.called, counted.present, counted.late, counted.unknown) == (2, 2, 1, 1)


def test_votes_are_of_official_members_only_and_on_whom_was_reviewed(database: Database) -> None:
    cell = begun(database)
    uids = [one.uid for one in cell.members]
    population = {uid: {"review": "yes", "rating": "yes"} for uid in uids}
    cell.review.population.settle(YEAR, population)
    conference = a_conference(cell)
    a_sitting(cell, conference, a=PRESENT, b=PRESENT, c=PRESENT)
    assert dict(Voting(view(cell)).voters()) == {"convened": 0, "deducted": 0, "official_present": 0}
    cell.review.turns.finish(cell.review.turns.start(conference, uids[0], {}))

    assert Voting(view(cell)).to_vote_on(BallotSubject.MEMBERS) == (uids[0],)
    assert Voting(view(cell)).to_vote_on(BallotSubject.CELL) == (CELL,)
    assert next(code for code, _, _ in Voting(view(cell)).levels(BallotSubject.MEMBERS)) == "excellent"


def test_two_of_one_given_name_are_told_apart(cell: Begun) -> None:
    a_conference(cell)
    assert set(Talk(view(cell)).short_names.values()) == {"Mẫu", "Thử", "Giả"}
