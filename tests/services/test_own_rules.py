"""What the cell sets itself lies in its year: one step, refused whole, carried by the dump alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import Invalid, Refused
from app.rules import ruleset_files
from app.rules.ruleset import RuleSet, from_snapshot
from app.rules.ruleset_library import Library
from app.services.review import review_services
from app.year import dump as codec
from tests.builders import SteadyClock, a_database
from tests.services.review_acts import YEAR, Begun, begun

LINE = {"key": "deadlines/send/day", "value": "12-20", "document": "31-HD/ĐU", "dated_on": "2017-11-20"}


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database, ruleset_files.shipped()["cv3993"])
    database.close()


def rules(cell: Begun) -> RuleSet:
    return from_snapshot(cell.year.cycles[0].ruleset_snapshot)


def sent_on(ruleset: RuleSet) -> tuple[int, int]:
    return next((one.month, one.day) for one in ruleset.deadlines if one.code == "send")


def test_own_values_are_set_read_and_taken_back(cell: Begun) -> None:
    before = cell.year.cycles[0]

    kept = cell.review.own_rules.put(YEAR, [LINE])

    assert cell.review.own_rules.list(YEAR) == kept
    assert sent_on(rules(cell)) == (12, 20)
    after = cell.year.cycles[0]
    assert after.ruleset_sha256 != before.ruleset_sha256
    offered = {one.key: one.value for one in cell.review.own_rules.settings(YEAR)}
    assert offered[LINE["key"]] == "12-31", "what the rules say stays to be seen"

    cell.database.history.undo()

    assert cell.year.cycles[0].ruleset_snapshot == before.ruleset_snapshot
    assert cell.review.own_rules.list(YEAR) == ()


def test_putting_again_replaces_all_and_nothing_leaves_the_rules_as_they_were(cell: Begun) -> None:
    before = rules(cell)
    cell.review.own_rules.put(YEAR, [LINE])
    cell.review.own_rules.put(YEAR, [{**LINE, "key": "time/least_minutes", "value": "240"}])
    assert (sent_on(rules(cell)), rules(cell).time.least_minutes) == ((12, 31), 240)

    cell.review.own_rules.put(YEAR, [])

    assert rules(cell) == before


def test_one_faulty_line_refuses_all_with_its_number_and_reason(cell: Begun) -> None:
    faulty = {**LINE, "key": "level_rules/weak_points/score_below", "value": "40"}

    with pytest.raises(Invalid) as invalid:
        cell.review.own_rules.put(YEAR, [LINE, faulty])

    assert [(one.field, one.code) for one in invalid.value.problems] == [("2.key", "own.not_allowed")]
    assert cell.review.own_rules.list(YEAR) == ()


def test_the_dump_carries_them(cell: Begun) -> None:
    cell.review.own_rules.put(YEAR, [LINE])

    again = codec.load(codec.dump(cell.year))

    assert sent_on(from_snapshot(again.cycles[0].ruleset_snapshot)) == (12, 20)


def test_a_finished_year_takes_none_and_the_next_year_starts_without(
    cell: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Library, "for_year", lambda _self, _year: None)
    cell.review.own_rules.put(YEAR, [LINE])
    cycle = cell.review.cycles.get(YEAR)
    assert cycle is not None
    cell.review.cycles.finish(cycle)

    with pytest.raises(Refused) as refused:
        cell.review.own_rules.put(YEAR, [])
    assert refused.value.code == "L-540"

    cell.review.next_years.open_after(YEAR, keep_rules=True)
    following = cell.review.whole(YEAR + 1).cycles[0]
    assert from_snapshot(following.ruleset_snapshot) == ruleset_files.shipped()["cv3993"]
    assert following.ruleset_sha256 == ruleset_files.shipped()["cv3993"].sha256


def test_before_the_review_begins_there_is_nothing_to_set_them_over(tmp_path: Path) -> None:
    database = a_database(tmp_path / "khac")
    own_rules = review_services(database, SteadyClock()).own_rules
    for act in (own_rules.settings, own_rules.list, lambda year: own_rules.put(year, [LINE])):
        with pytest.raises(Refused) as refused:
            act(YEAR)
        assert refused.value.code == "L-554"
    database.close()
