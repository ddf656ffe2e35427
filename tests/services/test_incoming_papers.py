"""Sổ văn bản đến: each paper is typed once, whether it comes through the register or through the review."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Core
from app.domain.number_gaps import GapReason
from app.errors import Invalid, Refused
from app.services.incoming_papers import ENTERED_AS, GUIDANCE, LETTER, PLAN
from tests.acts.stage import rules
from tests.builders import a_core

YEAR = 2017
CAME = {
    "received_on": "2017-11-20",
    "number": "31-CV/ĐU",
    "dated_on": "2017-11-18",
    "issuer": "Đảng ủy xã Mẫu",
    "subject_line": "Gợi ý kiểm điểm",
}


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = a_core(tmp_path / "so")
    core.review.cycles.begin(YEAR, rules(), {})
    yield core
    core.close()


def entered(core: Core, kind: str) -> Any:
    year = core.review.whole(YEAR)
    lists = {LETTER: year.suggestion_letters, PLAN: year.legal_bases, GUIDANCE: year.guidance}
    (record,) = lists[kind]
    return record


def test_numbers_run_in_the_year_and_a_given_one_is_taken_once(core: Core) -> None:
    incoming = core.review.incoming_papers
    first = incoming.add(YEAR, {"subject_line": "Một"})
    incoming.add(YEAR, {"subject_line": "Hai", "register_number": 14})
    third = incoming.add(YEAR, {"subject_line": "Ba"})
    assert (first.register_number, third.register_number) == (1, 15)
    assert first.received_on.isoformat() == "2017-12-06"
    with pytest.raises(Invalid) as refused:
        incoming.add(YEAR, {"subject_line": "Bốn", "register_number": 14})
    assert [one.code for one in refused.value.problems] == ["register.taken"]
    assert [line.number for line in incoming.lines(YEAR)] == [1, 14, 15]


@pytest.mark.parametrize("kind", ENTERED_AS)
def test_what_comes_in_as_something_of_the_review_is_typed_once(core: Core, kind: str) -> None:
    paper = core.review.incoming_papers.add(YEAR, CAME, kind)
    record = entered(core, kind)
    assert (record.uid, record.dated_on.isoformat()) == (paper.entered_as, "2017-11-18")
    core.review.incoming_papers.save(paper, {"dated_on": "2017-11-19", "subject_line": "Đã sửa"})
    assert entered(core, kind).dated_on.isoformat() == "2017-11-19"
    (line,) = core.review.incoming_papers.lines(YEAR)
    assert (line.entered_as, line.said("subject_line")) == (kind, "Đã sửa")
    core.history.undo()
    assert entered(core, kind).dated_on.isoformat() == "2017-11-18"
    core.history.undo()
    assert core.review.incoming_papers.lines(YEAR) == ()
    year = core.review.whole(YEAR)
    assert (year.suggestion_letters, year.guidance) == ((), ())


def test_a_plan_that_came_in_meets_the_demand_for_the_plan_of_the_committee(core: Core) -> None:
    core.review.incoming_papers.add(YEAR, {**CAME, "number": "14-KH/ĐU"}, PLAN)
    assert (entered(core, PLAN).role, entered(core, PLAN).number) == ("plan", "14-KH/ĐU")


def test_a_letter_entered_in_the_review_shows_in_the_register_and_gets_its_number(core: Core) -> None:
    letter = core.review.suggestions.add_letter(YEAR, {"number": "12-CV/ĐU", "received_on": "2017-11-17"})
    (line,) = core.review.incoming_papers.lines(YEAR)
    assert (line.number, line.entered_as, line.said("number")) == (None, LETTER, "12-CV/ĐU")
    core.review.incoming_papers.register_letter(letter.uid, YEAR, {"subject_line": "Gợi ý kiểm điểm"})
    (line,) = core.review.incoming_papers.lines(YEAR)
    assert (line.number, str(line.day("received_on"))) == (1, "2017-11-17")

    # What the review says later is what the register says.
    core.review.suggestions.save_letter(letter, {"issuer": "Đảng ủy xã Giả"})
    assert core.review.incoming_papers.lines(YEAR)[0].said("issuer") == "Đảng ủy xã Giả"


def test_a_line_taken_out_leaves_the_review_as_it_is_and_the_other_way_round(core: Core) -> None:
    paper = core.review.incoming_papers.add(YEAR, CAME, LETTER)
    core.review.incoming_papers.remove(paper)
    assert entered(core, LETTER).number == "31-CV/ĐU"
    core.history.undo()
    core.review.suggestions.remove_letter(entered(core, LETTER))
    (line,) = core.review.incoming_papers.lines(YEAR)
    assert (line.number, line.entered_as, line.said("number")) == (1, "", "31-CV/ĐU")


def test_a_paper_handled_before_it_came_is_refused_at_its_field(core: Core) -> None:
    with pytest.raises(Invalid) as refused:
        core.review.incoming_papers.add(YEAR, {**CAME, "handled_on": "2017-11-01"})
    assert [one.field for one in refused.value.problems] == ["handled_on"]
    with pytest.raises(Invalid):
        core.review.incoming_papers.add(YEAR, {**CAME, "subject_line": " "})


def test_a_finished_year_takes_no_more_papers(core: Core) -> None:
    cycle = core.review.cycles.get(YEAR)
    assert cycle
    core.review.cycles.finish(cycle)
    with pytest.raises(Refused):
        core.review.incoming_papers.add(YEAR, CAME)


def issue(core: Core) -> None:
    core.papers.issue(core.papers.add("submission", YEAR, {}).uid)


def test_numbers_no_paper_bears_are_found_and_explained(core: Core) -> None:
    core.numbers.begin_after("TTr", "4")
    issue(core)
    assert [line.number for line in core.numbers.register()] == [5]

    # Numbers given on paper meanwhile: the last of them is entered later, and the next one follows.
    core.numbers.begin_after("TTr", "7")
    issue(core)
    lines = core.numbers.register()
    assert [(line.number, line.is_unexplained) for line in lines] == [
        (5, False), (6, True), (7, True), (8, False),
    ]  # fmt: skip
    core.numbers.explain("TTr", 6, {"reason": "on_paper", "note": "gửi gấp, viết tay"})
    core.numbers.explain("TTr", 6, {"reason": "cancelled"})
    line = core.numbers.register()[1]
    assert line.gap
    assert (line.number_words, line.gap.reason, line.gap.note) == ("Số 06-TTr/CB", GapReason.CANCELLED, "")
    core.numbers.forget(line.gap)
    assert core.numbers.register()[1].is_unexplained
    core.history.undo()
    assert not core.numbers.register()[1].is_unexplained


def test_a_new_term_begins_a_new_register(core: Core) -> None:
    issue(core)
    cell = core.cells.current()
    core.cells.save(cell.rev, {"term_started_on": "2018-01-15"})
    assert core.numbers.register() == ()
