"""The next year is opened from a finished one with everything unfinished in it, and nothing twice."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.targets import COLLECTIVE
from app.errors import Refused
from app.rules import ruleset_files
from app.rules.ruleset_library import Library
from app.services.members import MemberService
from app.services.review import review_services
from tests.builders import SteadyClock, a_database
from tests.services.review_acts import YEAR, Begun, a_conference, begun

NEXT = YEAR + 1


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database, ruleset_files.shipped()["cv3993"])
    database.close()


def finished(cell: Begun) -> None:
    cycle = cell.review.cycles.get(YEAR)
    assert cycle is not None
    cell.review.cycles.finish(cycle)


def concluded(cell: Begun, text: str, **values: object) -> object:
    facts = {"target": COLLECTIVE, "text": text, "origin": "conference", **values}
    return cell.review.shortcomings.add(YEAR, facts)


def test_an_unfinished_year_opens_no_next_one(cell: Begun) -> None:
    with pytest.raises(Refused) as refused:
        cell.review.next_years.open_after(YEAR)

    assert refused.value.code == "L-548"
    assert cell.review.whole(NEXT).cycles == ()


def test_what_is_unfinished_is_there_and_what_is_done_is_not(cell: Begun) -> None:
    member = cell.members[0].uid
    review = cell.review
    concluded(cell, "Họp chưa đủ kỳ")
    review.shortcomings.add(YEAR, {"target": member, "text": "Ít phát biểu"})
    review.shortcomings.add_earlier(YEAR, {"target": member, "text": "Chậm báo cáo", "from_year": 2015})
    done = review.shortcomings.add_earlier(YEAR, {"target": member, "text": "Nộp muộn", "from_year": 2016})
    review.shortcomings.save_earlier(done, {"correction": "corrected"})
    item = review.remediation.add(YEAR, {"target": COLLECTIVE, "text": "Sửa nền nếp họp"})
    review.remediation.put_step(item, 1, {"text": "Lập lịch", "done_on": dt.date(2017, 12, 1)})
    review.remediation.put_step(item, 2, {"text": "Họp đủ ba kỳ"})
    closed = review.remediation.add(YEAR, {"target": COLLECTIVE, "text": "Sửa bảng tin"})
    review.remediation.save(closed, {"state": "done"})
    commitment = review.commitments.put(YEAR, member, {"signed_on": dt.date(2017, 1, 20)})
    kept = review.commitments.add_item(commitment, {"content": "Dự đủ các kỳ họp"})
    missed = review.commitments.add_item(commitment, {"content": "Giúp một hộ nghèo"})
    review.commitments.save_item(kept, {"degree": "done"})
    review.commitments.save_item(missed, {"degree": "partly", "result": "Mới thăm hỏi"})
    review.levels.recognise(
        YEAR, member, {"level": "good", "number": "05-QĐ/ĐU", "dated_on": dt.date(2017, 12, 30)}
    )
    finished(cell)

    assert review.next_years.open_after(YEAR) == NEXT

    new = review.whole(NEXT)
    assert {(one.text, one.from_year) for one in new.earlier_shortcomings} == {
        ("Họp chưa đủ kỳ", 2017),
        ("Chậm báo cáo", 2015),
    }
    assert [(one.text, one.carried_from) for one in new.remediation_items] == [("Sửa nền nếp họp", item.uid)]
    assert [(one.text, one.position) for one in new.remediation_steps] == [("Họp đủ ba kỳ", 1)]
    assert [(one.content, one.result, one.degree) for one in new.commitment_items] == [
        ("Giúp một hộ nghèo", "", "")
    ]
    assert [(one.of_year, one.level_name, one.number) for one in new.past_levels] == [
        (2017, "Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ", "05-QĐ/ĐU")
    ]
    assert [one.number for one in new.rounds] == [1]


def test_what_is_carried_over_points_at_nothing_of_the_year_before(cell: Begun) -> None:
    concluded(cell, "Họp chưa đủ kỳ")
    cell.review.remediation.plan(YEAR)
    asked = cell.review.remediation.add_inspection(YEAR, {"number": "07-KL/ĐU"})
    demanded = {"target": COLLECTIVE, "text": "Lập sổ theo dõi", "inspection": asked.uid}
    cell.review.remediation.add(YEAR, demanded)
    finished(cell)

    cell.review.next_years.open_after(YEAR)

    new = cell.review.whole(NEXT)
    (earlier,) = new.earlier_shortcomings
    assert {(one.text, one.shortcoming, one.inspection) for one in new.remediation_items} == {
        ("Họp chưa đủ kỳ", earlier.uid, ""),
        ("Lập sổ theo dõi", "", ""),
    }


def test_a_shortcoming_that_came_again_is_carried_once_with_its_first_year(cell: Begun) -> None:
    old = cell.review.shortcomings.add_earlier(
        YEAR, {"target": COLLECTIVE, "text": "Họp thưa", "from_year": 2014}
    )
    concluded(cell, "Vẫn họp thưa", repeats=old.uid)
    finished(cell)

    cell.review.next_years.open_after(YEAR)

    (carried,) = cell.review.whole(NEXT).earlier_shortcomings
    assert (carried.text, carried.from_year) == ("Vẫn họp thưa", 2014)


def test_what_is_shown_before_is_what_is_carried(cell: Begun) -> None:
    member, gone, _ = (one.uid for one in cell.members)
    people = MemberService(cell.database, SteadyClock())
    people.save(gone, 1, {"standings": [{"kind": "transferred_out", "started_on": "2017-12-20"}]})
    for target in (COLLECTIVE, member, gone):
        concluded(cell, "Họp chưa đủ kỳ", target=target)
        commitment = cell.review.commitments.put(YEAR, member if target == COLLECTIVE else target, {})
        cell.review.commitments.add_item(commitment, {"content": "Chưa ai nói đã làm hay chưa"})
    cell.review.remediation.plan(YEAR)
    assert cell.review.next_years.preview(YEAR).state == "unfinished"
    finished(cell)
    shown = cell.review.next_years.preview(YEAR)

    cell.review.next_years.open_after(YEAR)

    new = cell.review.whole(NEXT)
    assert shown.state == "ready"
    assert {kind.value: len(lines) for kind, lines in shown.lines.items()} == {
        "shortcoming": len(new.earlier_shortcomings),
        "remediation": len(new.remediation_items),
        "promise": len(new.commitment_items),
    }
    assert (len(new.earlier_shortcomings), len(new.remediation_items), len(new.commitment_items)) == (2, 2, 2)
    assert gone not in {one.target for one in new.earlier_shortcomings}
    assert gone not in {one.target for one in new.remediation_items}
    assert cell.review.next_years.preview(YEAR).state == "there"


def test_what_was_carried_over_cannot_be_deleted_silently(cell: Begun) -> None:
    concluded(cell, "Họp chưa đủ kỳ")
    finished(cell)
    cell.review.next_years.open_after(YEAR)
    (carried,) = cell.review.whole(NEXT).earlier_shortcomings

    with pytest.raises(Refused) as refused:
        cell.review.shortcomings.remove_earlier(carried)

    assert refused.value.code == "L-544"


def test_opening_is_one_step_and_happens_once(cell: Begun) -> None:
    concluded(cell, "Họp chưa đủ kỳ")
    finished(cell)
    before = cell.year
    cell.review.next_years.open_after(YEAR)

    with pytest.raises(Refused) as refused:
        cell.review.next_years.open_after(YEAR)
    assert refused.value.code == "L-549"

    cell.database.history.undo()
    assert (cell.year, cell.review.whole(NEXT).cycles) == (before, ())


def test_the_old_year_is_read_only_and_keeps_its_rules(cell: Begun) -> None:
    finished(cell)
    cell.review.next_years.open_after(YEAR)

    with pytest.raises(Refused):
        a_conference(cell)
    assert cell.year.cycles[0].ruleset == "cv3993"
    again = review_services(cell.database, SteadyClock())
    assert again.whole(NEXT).cycles[0].ruleset == "hd16"


def test_without_rules_for_the_next_year_nothing_opens_unless_the_old_ones_are_asked_for(
    cell: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "for_year", lambda _self, _year: None)
    finished(cell)

    with pytest.raises(Refused) as refused:
        cell.review.next_years.open_after(YEAR)

    assert (refused.value.code, refused.value.params) == ("L-553", {"year": NEXT})
    assert cell.review.whole(NEXT).cycles == ()

    cell.review.next_years.open_after(YEAR, keep_rules=True)

    assert cell.review.whole(NEXT).cycles[0].ruleset == "cv3993"
