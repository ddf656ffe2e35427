"""What cannot be is refused by the field, with a sentence, and leaves nothing behind."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.common.messages import problem_sentence
from app.domain.references import MEMBER, namings
from app.domain.review_checks import BELONGING
from app.errors import Invalid, Problem, Refused
from app.year.dump import record_lists
from tests.acts.stage import YEAR, Act, Stage, a_stage
from tests.acts.table import SETTING

KIND_OF = record_lists()
NOBODY = "f" * 32
TAKEN_FROM_WHAT_IS_GIVEN = {
    "collective_reports.complete", "conferences.call", "earlier_years.apply", "population.settle",
    "population.settle_as_proposed", "remediation.plan", "rounds.order_again", "scores.put",
    "turns.conclude_opinion", "turns.postpone", "outside.save", "outside.save_rating",
}  # fmt: skip
"""Acts that do not take these values by field: uids are keys of a map, or whose a record is stays."""


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    stage = a_stage(tmp_path_factory.mktemp("sai") / "so")
    for act in SETTING:
        stage.carry_out(act)
    yield stage
    stage.core.close()


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Stage]:
    stage = a_stage(tmp_path / "so")
    yield stage
    stage.core.close()


def problems(stage: Stage, act: Act, **instead: Any) -> list[tuple[str, str]]:
    """Carry out what must be refused, and return field and code of each problem."""
    before = stage.core.years.dump(YEAR)
    with pytest.raises(Invalid) as refused:
        stage.carry_out(act, **instead)
    assert stage.core.years.dump(YEAR) == before
    assert all(problem_sentence(one) for one in refused.value.problems)
    return [(one.field, one.code) for one in refused.value.problems]


GIVEN_AS_RECORDS = {
    "letter", "commitment", "owner", "sitting", "item", "carried_from", "conference", "point", "shortcoming",
}  # fmt: skip
"""What a record is part of is given to the act as a record, and is found by it or is gone (`NotFound`)."""
ABOUT_ANYTHING = {("findings.answer", "target")}
"""A finding may be about any record, and is answered about the cell where it is not about a person."""
ASKS_FIRST = {"levels.propose", "level_entry.propose"}
"""Who was not reviewed is not rated (L-546), whoever that is."""


def naming() -> list[tuple[Act, str, str]]:
    """Return each act with a field by which its record names somebody or something, and what is refused."""
    return [
        (act, one.field, "member.unknown" if MEMBER in one.names else "reference.unknown")
        for act in SETTING
        if act.method not in TAKEN_FROM_WHAT_IS_GIVEN | ASKS_FIRST
        for one in namings(KIND_OF[act.list])
        if one.field in act.sets.keys() - GIVEN_AS_RECORDS or act.method == "shortcomings.save"
        if one.field in act.sets and (act.method, one.field) not in ABOUT_ANYTHING
    ]


def shown(one: object) -> str:
    return one.method if isinstance(one, Act) else str(one)


@pytest.mark.parametrize(("act", "field", "code"), naming(), ids=shown)
def test_nobody_and_nothing_unknown_is_named(stage: Stage, act: Act, field: str, code: str) -> None:
    assert problems(stage, act, **{field: NOBODY}) == [(field, code)]


def dated() -> list[tuple[Act, str]]:
    days = {kind.__name__.removesuffix("Fields"): names for kind, names in BELONGING.items()}
    return [
        (act, field)
        for act in SETTING
        for field in days.get(KIND_OF[act.list].__name__, ())
        if field in act.sets
    ]


@pytest.mark.parametrize(("act", "field"), dated(), ids=shown)
def test_no_day_lies_before_the_year_or_long_after_it(stage: Stage, act: Act, field: str) -> None:
    assert (field, "date.before_year") in problems(stage, act, **{field: "2016-12-31"})
    assert (field, "date.long_after_year") in problems(stage, act, **{field: "2107-12-01"})


def act_of(method: str) -> Act:
    return next(act for act in SETTING if act.method == method)


@pytest.mark.parametrize(
    ("method", "wrong", "expected"),
    [
        ("suggestions.add_point", {"text": " "}, ("text", "field.empty")),
        ("suggestions.override_gate", {"number": ""}, ("number", "field.empty")),
        ("suggestions.override_gate", {"dated_on": ""}, ("dated_on", "field.empty")),
        ("suggestions.save_letter", {"received_on": "2017-11-01"}, ("received_on", "date.order")),
        ("suggestions.explain", {"sheets": -1}, ("sheets", "field.number")),
        ("conferences.put_sitting", {"ended_at": "07:00"}, ("ended_at", "time.order")),
        ("conferences.put_sitting", {"ended_at": "25:00"}, ("ended_at", "clock.shape")),
        ("suggestions.override_gate", {"target": ""}, ("target", "field.empty")),
        ("conferences.add", {"round_number": 3}, ("round_number", "field.choice")),
        ("levels.recognise", {"number": ""}, ("number", "field.empty")),
        ("levels.save_objection", {"sent_up_on": "2018-01-01"}, ("sent_up_on", "date.order")),
        ("turns.say", {"kind": "praise"}, ("kind", "field.choice")),
        ("remediation.add", {"position": 0}, ("position", "field.number")),
        ("commitments.add_item", {"content": "x" * 100_001}, ("content", "text.too_long")),
    ],
)
def test_each_is_refused_by_its_field(
    stage: Stage, method: str, wrong: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert problems(stage, act_of(method), **wrong) == [expected]


def test_a_line_stands_once_in_a_tally(stage: Stage) -> None:
    line = {"target": stage.uid("A"), "votes": {"good": 3}}
    sums = {"convened": 3, "official_present": 3, "issued": 3, "returned": 3, "valid": 3}
    conference = stage.review.conferences.add(YEAR, {"round_number": 2})
    with pytest.raises(Invalid) as refused:
        stage.review.ballots.add(conference, sums, [line, line])
    assert refused.value.problems == [Problem("lines.1", "ballot.twice")]


def test_a_record_stays_in_its_year_and_with_whom_it_is(stage: Stage) -> None:
    there = next(one for one in stage.review.whole(YEAR).commitments if one.member_uid == stage.uid("A"))
    kept = stage.review.commitments.put(YEAR, stage.uid("A"), {"year": 2018, "member_uid": stage.uid("B")})
    assert (kept.uid, kept.year, kept.member_uid) == (there.uid, YEAR, stage.uid("A"))


def test_a_member_in_the_trash_is_nobody(stage: Stage) -> None:
    gone = stage.core.members.add({"full_name": "Phạm Văn Bỏ"})
    stage.core.members.trash([gone.uid])
    assert problems(stage, act_of("commitments.put"), member_uid=gone.uid) == [
        ("member_uid", "member.unknown")
    ]


def test_a_conference_opens_with_its_roster_and_its_points_settled(new: Stage) -> None:
    for method in ("cycles.begin", "rounds.order_again", "suggestions.add_letter", "conferences.add"):
        new.carry_out(act_of(method))
    with pytest.raises(Refused) as refused:
        new.carry_out(act_of("conferences.open"))
    assert (refused.value.code, refused.value.params["count"]) == ("L-550", 3)

    new.carry_out(act_of("population.settle"))
    point = new.carry_out(act_of("suggestions.add_point"), target="collective")[0]
    with pytest.raises(Refused) as refused:
        new.carry_out(act_of("conferences.open"))
    assert refused.value.code == "L-545"

    new.review.conferences.put_sitting(new.there["conferences"], 1, {"held_on": "2017-12-04"})
    explained = {"text": "Đã rõ", "finished_on": "2017-12-05"}
    new.review.suggestions.explain(point, explained)
    with pytest.raises(Refused):
        new.carry_out(act_of("conferences.open"))

    new.review.suggestions.explain(point, {"finished_on": "2017-12-03"})
    assert new.carry_out(act_of("conferences.open"))[0]


def test_a_concluded_shortcoming_is_not_made_uncounted_by_another_origin(stage: Stage) -> None:
    one = next(one for one in stage.review.whole(YEAR).shortcomings if one.origin == "conference")
    with pytest.raises(Refused) as refused:
        stage.review.shortcomings.save(one, {"origin": "self_admitted"})
    assert refused.value.code == "L-543"


def test_places_are_counted_on_after_the_last(stage: Stage) -> None:
    tasks = stage.review.tasks
    first, second, third = (tasks.add(YEAR, stage.uid("C"), {"task": f"Việc {n}"}) for n in (1, 2, 3))
    tasks.remove(second)
    fourth = tasks.add(YEAR, stage.uid("C"), {"task": "Việc 4"})
    assert [one.position for one in (first, third, fourth)] == [1, 3, 4]
