"""A filter kept under a name is there again, under one name once, and undo brings back what was deleted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import Invalid
from app.services.saved_filters import SavedFilterService
from app.storage.database import Database
from tests.builders import a_database

PROBATION = {
    "list_name": "member",
    "name": "Dự bị",
    "chip": "probation",
    "query": "văn",
    "ordered_by": "-born_on",
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = a_database(tmp_path / "so")
    yield database
    database.close()


@pytest.fixture
def filters(database: Database) -> SavedFilterService:
    return SavedFilterService(database)


def names(filters: SavedFilterService) -> list[str]:
    return [one.name for one in filters.list("member")]


def test_filters_stand_by_name_each_at_its_list(filters: SavedFilterService) -> None:
    for name in ("Đi xa", "Ăn cơm", "An toàn"):
        filters.add({**PROBATION, "name": name})
    filters.add({**PROBATION, "list_name": "paper"})
    assert names(filters) == ["An toàn", "Ăn cơm", "Đi xa"]
    (paper,) = filters.list("paper")
    assert (paper.chip, paper.query, paper.ordered_by) == ("probation", "văn", "-born_on")


@pytest.mark.parametrize(("name", "code"), [("dự bị", "saved_filter.name_taken"), ("  ", "field.empty")])
def test_a_name_that_is_taken_or_empty_is_refused(filters: SavedFilterService, name: str, code: str) -> None:
    filters.add(PROBATION)
    with pytest.raises(Invalid) as refused:
        filters.add({**PROBATION, "name": name})
    assert [(one.field, one.code) for one in refused.value.problems] == [("name", code)]
    filters.add({**PROBATION, "list_name": "paper"})


def test_a_filter_is_renamed_and_may_keep_its_name(filters: SavedFilterService) -> None:
    kept, other = filters.add(PROBATION), filters.add({**PROBATION, "name": "Khác"})
    filters.change(kept.uid, {"name": "DỰ BỊ"})
    assert names(filters) == ["DỰ BỊ", "Khác"]
    with pytest.raises(Invalid):
        filters.change(other.uid, {"name": "Dự bị"})


def test_each_act_is_one_undo_step(filters: SavedFilterService, database: Database) -> None:
    kept = filters.add(PROBATION)
    filters.remove(kept.uid)
    assert names(filters) == []
    assert database.history.undo() == "saved_filter.remove"
    assert filters.list("member") == (kept,)
    assert database.history.undo() == "saved_filter.add"
    assert names(filters) == []
