"""The rules of a year as the window reads them, and files of one's own beside those of the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import Refused
from app.rules import ruleset_files
from app.rules.ruleset_library import FOLDER
from app.services.rule_sets import Standing
from tests.builders import a_database
from tests.services.review_acts import YEAR, Begun, begun

CORRECTED = """id = "cv3993"
version = "2017.2"
kind = "year_letter"
parent = "hd27"
title = "Năm 2017, bản mẫu đã sửa"
years = [2017]
"""
NO_RULES = 2030


@pytest.fixture
def cell(tmp_path: Path) -> Iterator[Begun]:
    database = a_database(tmp_path / "chi-bo")
    yield begun(database, ruleset_files.shipped()["cv3993"])
    database.close()


def a_file(tmp_path: Path, text: str = CORRECTED) -> Path:
    path = tmp_path / "tep.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_begun_year_is_read_by_what_it_keeps_others_by_what_they_would_begin_with(cell: Begun) -> None:
    rule_sets = cell.review.rule_sets

    begun_year, planned, none = (rule_sets.of_year(year) for year in (YEAR, 2026, NO_RULES))

    assert [one.standing for one in (begun_year, planned, none)] == ["begun", "planned", "none"]
    assert begun_year.set is not None
    assert begun_year.set.title == ruleset_files.shipped()["cv3993"].title
    assert planned.set is not None
    assert planned.set.id == "qd366"
    assert begun_year.marked.verified > 0
    assert begun_year.marked.unverified > 0
    assert sum(len(one.lines) for one in begun_year.blocks) > begun_year.marked.verified
    assert (none.set, none.blocks, none.other) == (None, (), None)


def test_own_values_are_counted_and_read_as_such(cell: Begun) -> None:
    cell.review.own_rules.put(YEAR, [{"key": "deadlines/send/day", "value": "12-20", "document": "31-HD/ĐU"}])

    rules = cell.review.rule_sets.of_year(YEAR)

    assert rules.own == 1
    assert [line.source for one in rules.blocks for line in one.lines if line.state == "own"] == ["31-HD/ĐU"]


def test_an_imported_set_is_offered_to_a_begun_year_and_taken_only_when_asked(
    cell: Begun, tmp_path: Path
) -> None:
    rule_sets = cell.review.rule_sets
    assert rule_sets.of_year(YEAR).other is None

    assert rule_sets.look(a_file(tmp_path)).version == "2017.2"
    assert rule_sets.of_year(YEAR).other is None, "looking at a file takes nothing in"
    rule_sets.take_in(a_file(tmp_path))

    rules = rule_sets.of_year(YEAR)
    assert rules.set is not None
    assert rules.other is not None
    assert (rules.set.version, rules.other.version) == ("2017.1", "2017.2")

    rule_sets.adopt(YEAR)

    rules = rule_sets.of_year(YEAR)
    assert rules.set is not None
    assert (rules.set.version, rules.other) == ("2017.2", None)
    assert cell.year.cycles[0].ruleset_version == "2017.2"
    cell.database.history.undo()
    assert cell.year.cycles[0].ruleset_version == "2017.1"


def test_a_set_of_another_regime_is_not_followed_in_the_middle_of_a_year(cell: Begun, tmp_path: Path) -> None:
    cell.review.rule_sets.take_in(a_file(tmp_path, CORRECTED.replace("hd27", "qd366")))

    with pytest.raises(Refused) as refused:
        cell.review.rule_sets.adopt(YEAR)

    assert refused.value.code == "L-557"
    assert "Trong sạch, vững mạnh" in str(refused.value.params["words"])
    assert cell.year.cycles[0].ruleset_version == "2017.1"


def test_without_a_set_for_the_year_there_is_nothing_to_follow(cell: Begun) -> None:
    with pytest.raises(Refused) as refused:
        cell.review.rule_sets.adopt(NO_RULES)
    assert refused.value.code == "L-558"


def test_a_finished_year_keeps_its_rules(cell: Begun) -> None:
    cycle = cell.review.cycles.get(YEAR)
    assert cycle is not None
    cell.review.cycles.finish(cycle)

    with pytest.raises(Refused) as refused:
        cell.review.rule_sets.adopt(YEAR)
    assert refused.value.code == "L-540"


@pytest.mark.fault("C07")
def test_a_copy_that_was_changed_is_told_with_the_year_and_the_begun_year_is_as_it_was(
    cell: Begun, tmp_path: Path
) -> None:
    rule_sets = cell.review.rule_sets
    rule_sets.take_in(a_file(tmp_path, CORRECTED.replace("2017", "2031")))
    assert rule_sets.of_year(2031).standing is Standing.PLANNED
    (path,) = (tmp_path / "chi-bo" / FOLDER).iterdir()
    path.write_bytes(path.read_bytes().replace(b"hd27", b"hd28"))

    lost, kept = rule_sets.of_year(2031), rule_sets.of_year(YEAR)

    assert lost.standing is Standing.NONE
    assert [one.reason for one in lost.damaged] == ["tệp đã bị thay đổi so với lúc nhập"]
    assert kept.standing is Standing.BEGUN
    assert len(kept.damaged) == 1


def test_the_next_year_begins_with_an_imported_set_that_names_it(cell: Begun, tmp_path: Path) -> None:
    cell.review.rule_sets.take_in(a_file(tmp_path, CORRECTED.replace("[2017]", "[2018]")))
    cycle = cell.review.cycles.get(YEAR)
    assert cycle is not None
    cell.review.cycles.finish(cycle)

    cell.review.next_years.open_after(YEAR)

    assert cell.review.whole(YEAR + 1).cycles[0].ruleset_version == "2017.2"
