"""Papers go on after the last number given on paper, in the term in which it was given."""

import datetime as dt

import pytest

from app.domain.cells import Cell
from app.errors import Invalid
from app.services.paper_numbers import PaperNumberService
from app.services.papers import PaperService
from app.storage.database import Database
from app.worker.inline import InlineJobs
from tests.builders import SteadyClock


@pytest.fixture
def numbers(database: Database, clock: SteadyClock) -> PaperNumberService:
    return PaperNumberService(database, clock)


def next_of(numbers: PaperNumberService, code: str = "TTr") -> str:
    return next(one.next_words for one in numbers.types() if one.type_code == code)


def issued(database: Database, clock: SteadyClock, day: dt.date) -> int | None:
    papers = PaperService(database, InlineJobs(), clock)
    facts = {"dated_on": day, "body": "Chi bộ trình hồ sơ.", "recipients": "Đảng ủy xã Mẫu"}
    paper = papers.add("submission", 2017, facts)
    return papers.issue(paper.uid).number


def term_begins(database: Database, day: dt.date) -> None:
    with database.write("cell.edit") as work:
        (cell,) = work.rows(Cell)
        work.change(Cell, cell.uid, cell.rev, term_started_on=day)


def test_a_paper_goes_on_after_the_last_number_on_paper(
    numbers: PaperNumberService, database: Database, clock: SteadyClock
) -> None:
    assert next_of(numbers) == "Số 01-TTr/CB"

    numbers.begin_after("TTr", "5")

    assert next_of(numbers) == "Số 06-TTr/CB"
    assert issued(database, clock, dt.date(2017, 12, 6)) == 6
    (one,) = [one for one in numbers.types() if one.type_code == "TTr"]
    assert (one.before, one.given, one.next_words) == (5, 6, "Số 07-TTr/CB")


def test_a_number_given_here_is_never_given_again(
    numbers: PaperNumberService, database: Database, clock: SteadyClock
) -> None:
    numbers.begin_after("TTr", "5")
    issued(database, clock, dt.date(2017, 12, 6))

    numbers.begin_after("TTr", "2")
    assert next_of(numbers) == "Số 07-TTr/CB"
    numbers.begin_after("TTr", "")
    assert next_of(numbers) == "Số 07-TTr/CB"


def test_a_new_term_begins_at_one_and_a_corrected_day_changes_nothing(
    numbers: PaperNumberService, database: Database
) -> None:
    numbers.begin_after("TTr", "5")

    term_begins(database, dt.date(2015, 6, 1))
    assert next_of(numbers) == "Số 06-TTr/CB"
    term_begins(database, dt.date(2018, 1, 1))
    assert next_of(numbers) == "Số 01-TTr/CB"


@pytest.mark.parametrize("typed", ["năm", "-1", "10000", "5.5"])
def test_what_is_no_number_is_refused(numbers: PaperNumberService, typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        numbers.begin_after("TTr", typed)

    assert [one.field for one in refused.value.problems] == ["last_number"]
    assert next_of(numbers) == "Số 01-TTr/CB"


def test_entering_is_one_step_that_undo_takes_back(numbers: PaperNumberService, database: Database) -> None:
    numbers.begin_after("TTr", "5")
    numbers.begin_after("TTr", "7")
    database.history.undo()
    assert next_of(numbers) == "Số 06-TTr/CB"

    database.history.undo()

    assert next_of(numbers) == "Số 01-TTr/CB"
