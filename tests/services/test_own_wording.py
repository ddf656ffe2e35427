"""Own words lie in the year: one step each, refused with the reason, handed on, kept by a dump."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import Invalid, Refused
from app.papers import Subject, build
from app.papers.codec import pack
from app.papers.writers.text_writer import lines
from app.rules import ruleset_files
from app.rules.own_texts import OwnText
from app.rules.ruleset import kept_in
from app.services.data_check import DataCheckService
from app.services.own_wording import TextView
from app.year import dump as codec
from tests.builders import a_database
from tests.services.review_acts import YEAR, Begun, begun

PLAN, OPENING = "review_plan", "opening"
WORDS = "[tên chi bộ] lập kế hoạch năm [năm] gồm các việc bịa ra sau đây:"
STORED = "{cell} lập kế hoạch năm {year} gồm các việc bịa ra sau đây:"


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database, ruleset_files.shipped()["cv3993"])
    database.close()


def own(cell: Begun, year: int = YEAR) -> tuple[OwnText, ...]:
    return kept_in(cell.review.whole(year).cycles[0].ruleset_snapshot).own_texts


def view(cell: Begun, key: str = OPENING) -> TextView:
    return next(one for one in cell.review.own_wording.texts(YEAR, PLAN) if one.key == key)


def plan(cell: Begun, year: int = YEAR) -> str:
    return "\n".join(lines(build(PLAN, cell.review.whole(year), Subject())))


def test_a_text_is_set_seen_undone_and_taken_back(cell: Begun) -> None:
    before, printed = cell.year.cycles[0], pack(build(PLAN, cell.year, Subject()))

    cell.review.own_wording.put(YEAR, PLAN, OPENING, WORDS)

    assert own(cell) == (OwnText(kind=PLAN, key=OPENING, text=STORED),)
    assert (view(cell).text, view(cell).is_own) == (WORDS, True)
    assert "lập kế hoạch năm 2017 gồm các việc bịa ra sau đây:" in plan(cell)
    assert [one.own for one in cell.review.own_wording.kinds(YEAR) if one.code == PLAN] == [1]
    cell.database.history.undo()
    assert cell.year.cycles[0].ruleset_snapshot == before.ruleset_snapshot
    cell.database.history.redo()
    cell.review.own_wording.take_back(YEAR, PLAN, [OPENING])
    assert cell.year.cycles[0].ruleset_snapshot == before.ruleset_snapshot
    assert cell.year.cycles[0].ruleset_sha256 == before.ruleset_sha256
    assert pack(build(PLAN, cell.year, Subject())) == printed


def test_the_original_typed_again_takes_it_back(cell: Begun) -> None:
    cell.review.own_wording.put(YEAR, PLAN, OPENING, WORDS)

    cell.review.own_wording.put(YEAR, PLAN, OPENING, view(cell).original)

    assert own(cell) == ()


def test_all_of_a_kind_go_back_in_one_step_and_other_kinds_stay(cell: Begun) -> None:
    wording = cell.review.own_wording
    wording.put(YEAR, PLAN, OPENING, WORDS)
    wording.put(YEAR, PLAN, "purpose", "I. Mục đích bịa")
    wording.put(YEAR, "review_minutes", "sections/votes", "Phần biểu quyết")

    wording.take_back(YEAR, PLAN)

    assert [one.kind for one in own(cell)] == ["review_minutes"]
    cell.database.history.undo()
    assert len(own(cell)) == 3


def test_what_cannot_stand_is_refused_and_nothing_changes(cell: Begun) -> None:
    with pytest.raises(Invalid) as invalid:
        cell.review.own_wording.put(YEAR, PLAN, OPENING, "[tên chi bộ] lập kế hoạch:")

    assert [(one.code, one.params) for one in invalid.value.problems] == [
        ("own_text.lost", {"what": "[năm]"})
    ]
    assert own(cell) == ()
    with pytest.raises(Invalid) as invalid:
        cell.review.own_wording.put(YEAR, PLAN, "no/such", "x")
    assert [one.code for one in invalid.value.problems] == ["own_text.gone"]


def test_a_finished_year_keeps_its_words_and_the_next_goes_on_with_them(cell: Begun) -> None:
    cell.review.own_wording.put(YEAR, PLAN, OPENING, WORDS)
    cell.review.cycles.finish(cell.year.cycles[0])

    with pytest.raises(Refused) as refused:
        cell.review.own_wording.take_back(YEAR, PLAN)
    assert refused.value.code == "L-540"
    assert cell.review.next_years.preview(YEAR).own_texts == 1
    cell.review.next_years.open_after(YEAR)
    cell.review.own_wording.take_back(YEAR + 1, PLAN)

    assert [one.text for one in own(cell)] == [STORED]
    assert own(cell, YEAR + 1) == ()
    assert "năm 2017 gồm các việc bịa ra" in plan(cell)


def test_a_year_begun_by_hand_goes_on_with_the_words_of_the_last(cell: Begun) -> None:
    cell.review.own_wording.put(YEAR, PLAN, OPENING, WORDS)

    cell.review.frames.begin(YEAR + 1)

    assert [one.text for one in own(cell, YEAR + 1)] == [STORED]
    assert f"năm {YEAR + 1} gồm các việc bịa ra" in plan(cell, YEAR + 1)


def test_before_the_review_is_begun_there_is_nothing_to_set(cell: Begun) -> None:
    with pytest.raises(Refused) as refused:
        cell.review.own_wording.kinds(YEAR + 5)

    assert refused.value.code == "L-554"
    assert cell.review.own_wording.count(YEAR + 5) == 0


def test_the_dump_carries_them_and_other_rules_leave_them(cell: Begun) -> None:
    cell.review.own_wording.put(YEAR, PLAN, OPENING, WORDS)

    again = codec.load(codec.dump(cell.year))

    assert kept_in(again.cycles[0].ruleset_snapshot).own_texts == own(cell)
    cell.review.rule_sets.adopt(YEAR)
    assert [one.text for one in own(cell)] == [STORED]
    cell.review.own_rules.put(YEAR, [])
    assert [one.text for one in own(cell)] == [STORED]


def test_own_values_and_own_words_do_not_know_each_other(cell: Begun) -> None:
    cell.review.own_wording.put(YEAR, PLAN, OPENING, WORDS)
    line = {"key": "deadlines/send/day", "value": "12-20", "document": "31-HD/ĐU", "dated_on": "2017-11-20"}

    cell.review.own_rules.put(YEAR, [line])
    cell.review.own_wording.take_back(YEAR, PLAN)

    assert len(cell.review.own_rules.list(YEAR)) == 1
    assert own(cell) == ()


def test_a_snapshot_without_own_words_is_as_it_was_before_there_were_any(cell: Begun) -> None:
    snapshot = cell.year.cycles[0].ruleset_snapshot

    assert "own_texts" not in snapshot
    assert kept_in(snapshot).snapshot == snapshot


def test_a_damaged_text_is_named_by_the_check_of_the_data(cell: Begun) -> None:
    check = DataCheckService(cell.database)
    cell.review.own_wording.put(YEAR, PLAN, OPENING, WORDS)
    assert [one.kind for one in check.look()] == []
    cycle = cell.year.cycles[0]
    with cell.database.write("cycle.edit") as work:
        torn = cycle.ruleset_snapshot.replace("lập kế hoạch năm {year}", "lập kế hoạch")
        work.change(type(cycle), cycle.uid, cycle.rev, ruleset_snapshot=torn)

    (found,) = check.look()

    assert (found.kind, found.count, found.can_mend) == ("own_text", 1, False)
    assert "Kế hoạch kiểm điểm" in found.sentence
    cell.review.own_wording.take_back(YEAR, PLAN)
    assert check.look() == ()


def test_a_text_that_the_rules_of_the_year_lack_is_kept_and_no_damage(cell: Begun) -> None:
    wording = cell.review.own_wording
    wording.put(YEAR, PLAN, OPENING, WORDS)
    left = OwnText(kind=PLAN, key="form/cu/9", text="Đề mục năm {year} bịa")
    cycle = cell.year.cycles[0]
    kept = kept_in(cycle.ruleset_snapshot)
    rules = kept.model_copy(update={"own_texts": (*kept.own_texts, left)})
    with cell.database.write("cycle.edit") as work:
        work.change(
            type(cycle), cycle.uid, cycle.rev, ruleset_snapshot=rules.snapshot, ruleset_sha256=rules.sha256
        )

    plan = next(one for one in wording.kinds(YEAR) if one.code == PLAN)
    assert (plan.own, plan.damaged, plan.gone) == (2, 0, 1)
    last = wording.texts(YEAR, PLAN)[-1]
    assert (last.text, last.is_gone, last.is_own) == ("Đề mục năm … bịa", True, True)
    assert wording.check(last, last.text) == []
    assert DataCheckService(cell.database).look() == ()
    wording.put(YEAR, PLAN, OPENING, WORDS.replace("lập", "xây dựng"))
    assert wording.texts(YEAR, PLAN)[-1].text == "Đề mục năm … bịa"
    wording.take_back(YEAR, PLAN, [last.key])
    assert [one.key for one in own(cell)] == [OPENING]


@pytest.mark.parametrize("stored", ["7", '["x", 7, {"kind": 3}]', '[{"kind": "review_plan"}]', "null"])
def test_whatever_lies_in_their_place_the_rules_are_read(cell: Begun, stored: str) -> None:
    snapshot = cell.year.cycles[0].ruleset_snapshot

    kept = kept_in(snapshot[:-1] + f', "own_texts": {stored}}}')

    assert kept.id == "cv3993"
    assert all(one.key == "" for one in kept.own_texts)
