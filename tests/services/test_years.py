"""A year goes out as JSON and comes back: into a new database, or over the stored year in one step."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import Core
from app.common.messages import sentence
from app.errors import Refused
from app.practice.plan import PracticeClock
from tests.builders import PASSWORD, a_core, seams


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Core]:
    core = bootstrap.create_practice_cell(tmp_path / "luyen-tap", PASSWORD, seams(PracticeClock(2017)))
    yield core
    core.close()


@pytest.mark.slow
def test_a_dumped_year_makes_a_new_cell_that_dumps_the_same(core: Core, tmp_path: Path) -> None:
    text = core.years.dump(2017)

    again, code = bootstrap.load_cell(tmp_path / "moi", PASSWORD, text, seams())

    assert again.years.dump(2017) == text
    assert again.members.list() == core.members.list()
    assert again.papers.preview(again.papers.list(2017)[1].uid) == core.papers.preview(
        core.papers.list(2017)[1].uid
    )
    again.close()
    bootstrap.recover(tmp_path / "moi", code, "x", seams()).close()


def test_a_year_that_is_there_is_not_overwritten_unasked(core: Core) -> None:
    text = core.years.dump(2017)
    core.members.trash([core.members.list()[0].uid])
    changed = core.years.dump(2017)

    with pytest.raises(Refused) as refused:
        core.years.load(text)

    assert (refused.value.code, refused.value.params) == ("L-523", {"year": 2017})
    assert core.years.dump(2017) == changed


@pytest.mark.slow
def test_replacing_makes_the_year_equal_and_is_undone_in_one_step(core: Core) -> None:
    text = core.years.dump(2017)
    first, second, *_ = core.members.list()
    core.members.trash([first.uid])
    core.members.save(second.uid, 1, {"note": "khác", "posts": [{"title": "khác"}]})
    core.members.add({"full_name": "Nguyễn Văn A"})
    core.papers.add("submission", 2017, {})
    core.cells.save(1, {"name": "Chi bộ thôn Khác"})
    changed = core.years.dump(2017)

    assert core.years.load(text, replace=True) == 2017

    assert core.years.dump(2017) == text
    assert [member.full_name for member in core.members.trashed()] == ["Nguyễn Văn A"]
    assert core.history.undo() == "year.load"
    assert core.years.dump(2017) == changed
    assert core.history.redo() == "year.load"
    assert core.years.dump(2017) == text


@pytest.mark.slow
def test_loading_what_is_there_already_changes_nothing(core: Core) -> None:
    heard: list[object] = []
    core.changes.append(heard.append)

    core.years.load(core.years.dump(2017), replace=True)

    assert heard == []


def test_a_second_year_comes_beside_the_first(core: Core) -> None:
    core.years.open(2018)
    core.papers.add("submission", 2018, {"dated_on": "2018-12-04"})
    text = core.years.dump(2018)
    core.history.undo()
    core.history.undo()
    before = core.years.dump(2017)

    assert core.years.load(text) == 2018

    assert core.years.list() == (2018, 2017)
    assert (core.years.dump(2018), core.years.dump(2017)) == (text, before)


def test_the_year_of_another_cell_is_refused(core: Core, tmp_path: Path) -> None:
    other = a_core(tmp_path / "khac")

    with pytest.raises(Refused) as refused:
        other.years.load(core.years.dump(2017), replace=True)

    assert (refused.value.code, other.members.list()) == ("L-524", ())
    other.close()


def test_what_is_no_year_makes_no_cell(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        bootstrap.load_cell(tmp_path / "moi", PASSWORD, "{}", seams())

    assert refused.value.code == "L-527"
    assert not (tmp_path / "moi").exists()


def test_a_year_the_cell_does_not_have_is_refused(core: Core) -> None:
    with pytest.raises(Refused) as refused:
        core.years.dump(2016)

    assert (refused.value.code, refused.value.params) == ("L-525", {"year": 2016})


def test_two_members_of_one_card_number_are_refused_in_words(core: Core) -> None:
    before = core.years.dump(2017)
    year = json.loads(before)
    first, second = year["members"][:2]
    second["card_number"] = first["card_number"]

    with pytest.raises(Refused) as refused:
        core.years.load(json.dumps(year), replace=True)

    assert refused.value.code == "L-526"
    assert all(member["full_name"] in sentence(refused.value) for member in (first, second))
    assert core.years.dump(2017) == before


@pytest.mark.slow
def test_replacing_leaves_the_lives_of_members_in_the_trash(core: Core) -> None:
    person = next(one for one in core.members.people() if one.rewards)
    members = [one.uid for one in core.members.list() if one.uid != person.uid]
    core.members.trash([person.uid])
    text = core.years.dump(2017)
    assert person.posts[0].uid not in text

    core.years.load(text, replace=True)

    assert core.members.person(person.uid).posts == person.posts
    assert [one.uid for one in core.members.list()] == members
