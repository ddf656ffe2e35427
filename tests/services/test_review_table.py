"""Each key of the year's schema is set by a service; each service writes into open years and rounds only."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from app.common.messages import sentence
from app.domain.types import Record
from app.errors import Refused
from app.services.corrections import EDITED, REMOVED
from app.services.review import ReviewServices
from app.year.dump import fact_names, record_lists
from tests.acts.others import ENDING, MADE_BY_THE_PROGRAM, OF_THE_CELL, TAKING
from tests.acts.stage import LIST_OF, YEAR, Act, Stage, a_stage
from tests.acts.table import SETTING

ALL = (*SETTING, *OF_THE_CELL, *ENDING)
_WRITES = re.compile(r"write\(|self\._change\(")
"""How a service's method writes, by itself or by the one act that all of its methods share."""
NO_YEAR = {"levels.put_past", "levels.remove_past"}
"""The history of levels belongs to no year: a decision may come after the year was finished."""


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    stage = a_stage(tmp_path / "so")
    yield stage
    stage.core.close()


def carried_out(stage: Stage, acts: tuple[Act, ...]) -> Stage:
    for act in acts:
        stage.carry_out(act)
    return stage


def untouched(kind: type[Record], name: str) -> Any:
    """Return what a new record says in a field that nobody set."""
    field = kind.model_fields[name]
    return None if field.is_required() else field.get_default(call_default_factory=True)


def test_every_field_of_every_record_has_an_act() -> None:
    wanted = {(name, field) for name, kind in record_lists().items() for field in fact_names(kind)}
    filled = {(name, field) for name, names in MADE_BY_THE_PROGRAM.items() for field in names}

    assert wanted - filled - {one for act in ALL for one in act.fields} == set()
    assert {one for act in ALL for one in act.fields} - wanted == set()


@pytest.mark.slow
def test_every_act_sets_what_the_table_says(stage: Stage) -> None:
    for act in ALL:
        is_there = act.year in stage.core.years.list()
        before = {one["uid"]: one for one in stage.dumped(act.year)[act.list]} if is_there else {}
        made = stage.carry_out(act)
        assert_set(stage, act, made, before)


def assert_set(stage: Stage, act: Act, made: list[Record], before: dict[str, Any]) -> None:
    dumped = stage.dumped(act.year)
    for name, sets in {act.list: act.sets, **act.also}.items():
        (uid,) = [one.uid for one in made if LIST_OF[type(one)] == name][:1]
        there = next(one for one in dumped[name] if one["uid"] == uid)
        for field, value in stage.filled(sets).items():
            was = before.get(uid, {}).get(field, untouched(record_lists()[name], field))
            assert there[field] == value, (act.method, name, field)
            assert there[field] != was or field in {"target", "round_number", "year"}, (act.method, field)
        if "year" in there:
            assert there["year"] == act.year


def test_what_the_program_makes_is_there(stage: Stage) -> None:
    carried_out(stage, (*SETTING, *OF_THE_CELL))
    for name, made in MADE_BY_THE_PROGRAM.items():
        there = stage.dumped()[name]
        assert [field for field in made - {"volume"} if not any(one[field] for one in there)] == [], name


def test_the_facts_of_the_cell_are_set_by_its_service(stage: Stage) -> None:
    cell = stage.core.cells.current()
    wanted = {
        "name": "Chi bộ thôn Bịa",
        "upper_organisation": "Đảng bộ xã Bịa",
        "upper_committee": "Đảng ủy xã Bịa",
        "place_name": "Xã Bịa",
        "symbol": "CBB",
        "cell_secretary": "Lê Văn Giả",
        "deputy_secretary": "Trần Thị Thử",
        "term_started_on": "2016-04-05",
        "handed_in_as": "encrypted_7z",
        "is_practice": True,
    }
    stage.core.cells.save(cell.rev, wanted)

    assert {**wanted, "uid": cell.uid} == stage.dumped()["cell"]
    assert wanted.keys() == set(fact_names(type(cell)))


def test_every_method_that_writes_is_in_the_table() -> None:
    services = {one.name: one.type for one in fields(ReviewServices)}
    methods = {
        f"{name}.{method}"
        for name, kind in services.items()
        if name != "database"
        for method, code in vars(_class(str(kind))).items()
        if not method.startswith("_") and _WRITES.search(inspect.getsource(code))
    }
    assert methods == {act.method for act in (*SETTING, *ENDING, *TAKING)}
    edited = {act.list for act in SETTING if act.method == "corrections.save"}
    assert edited == {LIST_OF[kind] for kind in EDITED}
    assert {act.list for act in TAKING if act.method == "corrections.remove"} == {
        LIST_OF[kind] for kind in REMOVED
    }


def _class(name: str) -> type:
    from app.services import review

    found: type = getattr(review, name)
    return found


def refusals(stage: Stage, acts: tuple[Act, ...]) -> dict[str, str]:
    """Carry acts out that must not pass, and return by act the code of its refusal."""
    codes, sentences = {}, []
    for act in acts:
        try:
            stage.carry_out(act)
        except Refused as refused:
            codes[f"{act.method} {act.list}"] = refused.code
            sentences.append(sentence(refused))
        else:
            codes[f"{act.method} {act.list}"] = ""
    assert all(sentences)
    return codes


def test_a_finished_year_refuses_every_act(stage: Stage) -> None:
    carried_out(stage, (*SETTING, *OF_THE_CELL))
    paper = stage.core.papers.add("submission", YEAR, {})
    carried_out(stage, ENDING[:2])
    before = stage.core.years.dump(YEAR)
    acts = tuple(act for act in (*SETTING, *ENDING[:2], *TAKING) if act.method not in NO_YEAR)

    assert {act: code for act, code in refusals(stage, acts).items() if code != "L-540"} == {}
    for act in (
        lambda: stage.core.papers.add("submission", YEAR, {}),
        lambda: stage.core.papers.save(paper.uid, paper.rev, {"body": "khác"}),
        lambda: stage.core.papers.trash([paper.uid]),
        lambda: stage.core.papers.issue(paper.uid),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.code == "L-540"
    assert stage.core.years.dump(YEAR) == before


ROUNDLESS = {
    "shortcomings.withdraw",
    "rounds.write_lessons",
}
"""A conclusion is withdrawn by a later one, and lessons are written when a round is over."""
OF_A_ROUND = {
    "self_reviews", "collective_reports", "section_texts", "conferences", "sittings", "attendance", "guests",
    "review_turns", "opinions", "suggestion_conclusions", "reservations", "defect_tags", "ballots",
    "ballot_lines", "ballot_counts", "score_sheets", "score_items", "proposed_levels", "shortcomings",
    "responsibilities",
}  # fmt: skip
"""What belongs to a round, or is part of something that does: read off the declarations by a person."""


def test_a_closed_round_refuses_every_act_about_it(stage: Stage) -> None:
    carried_out(stage, SETTING)
    stage.carry_out(ENDING[0])
    kept = {name: list_ for name, list_ in stage.dumped().items() if name in OF_A_ROUND}
    acts = tuple(act for act in (*SETTING, *TAKING) if act.list in OF_A_ROUND and act.method not in ROUNDLESS)

    codes = refusals(stage, acts)
    # The final version is there already, so nothing is to be done; a held conference stays in any round.
    assert codes.pop("collective_reports.complete collective_reports") == ""
    assert codes.pop("corrections.remove conferences") == "L-556"
    assert set(codes.values()) == {"L-541", "L-543"}
    now = stage.dumped()
    assert {name: now[name] for name in kept} == kept
    assert refusals(stage, ENDING[:1]) == {"rounds.close rounds": "L-541"}
    stage.carry_out(next(act for act in SETTING if act.method == "rounds.write_lessons"))


def test_each_that_is_taken_away_goes_with_its_parts_and_comes_back_whole(stage: Stage) -> None:
    carried_out(stage, SETTING[:-1])
    before = stage.core.years.dump(YEAR)
    refused = {}
    for act in TAKING:
        try:
            stage.carry_out(act)
        except Refused as error:
            refused[f"{act.method} {act.list}"] = error.code
            continue
        gone = stage.uid(act.list)
        assert f'"{gone}"' not in stage.core.years.dump(YEAR), act.method
        stage.core.history.undo()
        assert stage.core.years.dump(YEAR) == before, act.method

    assert refused == {"shortcomings.remove shortcomings": "L-543", "corrections.remove conferences": "L-556"}
