"""The columns somebody chose come back whole, and whatever is damaged or gone is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.desktop.seat import Seat
from ui.lists.kind import ALL, ListKind, ReadyFilter
from ui.lists.memory import ListMemory
from ui.models.list_layout import first_layout, from_text, to_text
from ui.models.record_table import Column
from ui.texts.papers import LIST_WORDS

COLUMNS = (
    Column[str]("name", "Họ và tên", str),
    Column[str]("post", "Chức vụ", str),
    Column[str]("born_on", "Ngày sinh", str),
    Column[str]("sex", "Giới tính", str, optional=True),
)
KIND = ListKind(
    name="people",
    columns=COLUMNS,
    filters=(ReadyFilter[str](ALL, "Tất cả", lambda _one: True),),
    identity=str,
    words=LIST_WORDS,
)
KEYS = [column.key for column in COLUMNS]


def test_at_first_the_usual_columns_are_shown() -> None:
    assert first_layout(COLUMNS).shown == ("name", "post", "born_on")


@given(
    st.lists(st.sampled_from(KEYS), min_size=1, unique=True),
    st.dictionaries(st.sampled_from(KEYS), st.integers()),
)
def test_what_was_chosen_is_read_back(shown: list[str], widths: dict[str, int]) -> None:
    layout = first_layout(COLUMNS).showing(shown)
    for key, width in widths.items():
        layout = layout.widened(key, width)
    assert layout.shown == tuple(shown)
    assert from_text(to_text(layout), COLUMNS) == layout


@pytest.mark.parametrize(
    "kept",
    ["", "{", "[]", "{}", '{"shown": 1, "widths": {}}', '{"shown": ["gone"], "widths": {}}', '{"shown": []}'],
)
def test_damaged_settings_are_as_none(kept: str) -> None:
    assert from_text(kept, COLUMNS) == first_layout(COLUMNS)


def test_a_column_that_is_gone_is_passed_over() -> None:
    layout = from_text('{"shown": ["gone", "sex", "name"], "widths": {"gone": 90, "sex": "wide"}}', COLUMNS)
    assert layout.shown == ("sex", "name")
    assert layout.widths == {}


def test_the_seat_remembers_and_forgets(tmp_path: Path) -> None:
    memory = ListMemory(Seat(tmp_path), "people")
    assert (memory.chip, memory.current, memory.order) == (ALL, "", ("", False))
    layout = first_layout(COLUMNS).showing(["sex", "name"])
    memory.keep_layout(layout, KIND)
    memory.order, memory.chip, memory.current = ("born_on", True), "own:1", "uid"

    again = ListMemory(Seat(tmp_path), "people")
    assert (again.layout(KIND), again.order) == (layout, ("born_on", True))
    assert (again.chip, again.current) == ("own:1", "uid")
    assert ListMemory(Seat(tmp_path), "papers").layout(KIND) == first_layout(COLUMNS)
    again.keep_layout(first_layout(COLUMNS), KIND)
    assert again.layout(KIND) == first_layout(COLUMNS)
