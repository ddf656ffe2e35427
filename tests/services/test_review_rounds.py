"""A closed round and a finished year stay as they are; what is concluded or carried over is not deleted."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.cells import WorkYear
from app.domain.self_reviews import EarlierShortcoming, ReportVersion
from app.domain.targets import COLLECTIVE
from app.domain.types import new_uid
from app.errors import Invalid, Refused
from tests.builders import a_database
from tests.services.review_acts import YEAR, Begun, Pinned, a_conference, begun

ORDER = {"number": "20-CV/ĐU", "dated_on": dt.date(2018, 1, 10), "target": COLLECTIVE}


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database)
    database.close()


def refusal(act: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def test_an_order_opens_a_second_round_and_the_first_stays_as_it_was(cell: Begun) -> None:
    member = cell.members[0].uid
    first = cell.review.self_reviews.put(YEAR, member, {"self_level": "good"})

    cell.review.rounds.order_again(YEAR, ORDER)

    assert [(one.number, one.closed_on is None) for one in cell.year.rounds] == [(1, False), (2, True)]
    assert refusal(lambda: cell.review.self_reviews.put(YEAR, member, {"self_level": "fulfilled"})) == "L-541"
    cell.review.self_reviews.put(YEAR, member, {"self_level": "fulfilled"}, round_number=2)
    assert {one.round_number: one.self_level for one in cell.year.self_reviews} == {1: "good", 2: "fulfilled"}
    assert cell.year.self_reviews[0].rev == first.rev


def test_a_finished_year_takes_nothing_more_until_the_finish_is_undone(cell: Begun) -> None:
    cycle = cell.review.cycles.get(YEAR)
    assert cycle is not None
    cell.review.cycles.finish(cycle)

    assert refusal(lambda: a_conference(cell)) == "L-540"
    assert refusal(lambda: cell.review.cycles.begin(YEAR, Pinned(), {})) == "L-540"

    cell.database.history.undo()
    assert a_conference(cell).year == YEAR


def test_a_year_has_one_review(cell: Begun) -> None:
    assert refusal(lambda: cell.review.cycles.begin(YEAR, Pinned(), {})) == "L-547"


def test_a_year_is_opened_by_its_review(cell: Begun) -> None:
    cell.review.cycles.begin(YEAR + 1, Pinned(), {})

    with cell.database.read() as reader:
        assert [one.year for one in reader.rows(WorkYear)] == [YEAR, YEAR + 1]


def test_a_concluded_shortcoming_is_withdrawn_with_a_reason_never_deleted(cell: Begun) -> None:
    said = cell.review.turns.say(
        a_conference(cell),
        {"speaker": cell.members[0].uid, "target": COLLECTIVE, "kind": "shortcoming", "text": "Họp muộn"},
    )
    one = cell.review.turns.conclude_opinion(said, {})
    assert (one.text, one.counts, cell.year.opinions[0].shortcoming) == ("Họp muộn", True, one.uid)

    assert refusal(lambda: cell.review.shortcomings.remove(one)) == "L-543"
    with pytest.raises(Invalid):
        cell.review.shortcomings.withdraw(one, dt.date(2017, 12, 20), " ")

    assert not cell.review.shortcomings.withdraw(one, dt.date(2017, 12, 20), "Đã xác minh lại").counts


def test_a_self_admitted_shortcoming_counts_against_nobody_and_may_go(cell: Begun) -> None:
    one = cell.review.shortcomings.add(YEAR, {"target": cell.members[0].uid, "text": "Ít phát biểu"})
    assert not one.counts

    cell.review.shortcomings.remove(one)

    assert cell.year.shortcomings == ()


def test_a_final_text_is_not_edited(cell: Begun) -> None:
    reports = cell.review.collective_reports
    draft = reports.put(YEAR, ReportVersion.DRAFT, {"self_level": "clean_strong"})
    reports.write(draft, "political_task", "Đã làm đường xóm mẫu")
    final = reports.complete(draft)
    reports.write(final, "political_task", "Đã làm đường xóm mẫu và sửa cầu")
    final = reports.put(YEAR, ReportVersion.FINAL, {"state": "final"})

    assert refusal(lambda: reports.write(final, "political_task", "Khác")) == "L-542"
    texts = {one.owner: one.text for one in cell.year.section_texts}
    assert texts == {draft.uid: "Đã làm đường xóm mẫu", final.uid: "Đã làm đường xóm mẫu và sửa cầu"}


def test_a_letter_goes_with_its_points_and_comes_back_with_one_undo(cell: Begun) -> None:
    letter = cell.review.suggestions.add_letter(YEAR, {"number": "12-CV/ĐU"})
    point = cell.review.suggestions.add_point(letter, {"target": COLLECTIVE, "text": "Việc mẫu"})
    cell.review.suggestions.explain(point, {"text": "Đã rõ"})
    before = cell.year

    cell.review.suggestions.remove_letter(letter)
    assert (cell.year.suggestion_letters, cell.year.suggestion_points, cell.year.explanations) == ((), (), ())

    cell.database.history.undo()
    assert cell.year == before


def test_a_shortcoming_carried_from_last_year_is_answered_never_deleted(cell: Begun) -> None:
    """R5-08: deleting is refused with the reason; saying what became of it is the way."""
    with cell.database.write("earlier.add") as work:
        carried = EarlierShortcoming(
            uid=new_uid(),
            year=YEAR,
            target=COLLECTIVE,
            text="Họp muộn",
            from_year=YEAR - 1,
            carried_from=new_uid(),
        )
        work.add(carried)
    assert refusal(lambda: cell.review.shortcomings.remove_earlier(carried)) == "L-544"
    cell.review.shortcomings.save_earlier(carried, {"correction": "corrected", "result": "Đã họp đúng giờ"})
    (stored,) = cell.year.earlier_shortcomings
    assert stored.correction == "corrected"
