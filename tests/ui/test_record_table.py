"""A list filters as one types, sorts in Vietnamese order and keeps Qt's contract of a model."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from app.common.text import name_key
from ui.models.record_table import Column, RecordTable


@dataclass(frozen=True)
class Person:
    uid: str
    name: str
    post: str = ""


PEOPLE = [
    Person("1", "Nguyễn Văn Bảo", "Bí thư"),
    Person("2", "Trần Thị Dương"),
    Person("3", "Lê Văn Đạt"),
    Person("4", "Phạm Thị Dung"),
]


def table(people: list[Person]) -> RecordTable[Person]:
    name = Column[Person](
        "name", "Họ và tên", lambda p: p.name, sort=lambda p: name_key(p.name), searched=True
    )
    post = Column[Person]("post", "Chức vụ", lambda p: p.post, searched=True)
    model = RecordTable([name, post], lambda p: p.uid)
    model.set_records(people)
    return model


def shown(model: RecordTable[Person]) -> list[str]:
    return [person.name.rpartition(" ")[2] for person in model.shown()]


@pytest.mark.parametrize("people", [[], PEOPLE], ids=["empty", "filled"])
def test_qt_accepts_the_model(qtmodeltester: ModelTester, people: list[Person]) -> None:
    model = table(people)
    model.set_query("d")
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt has no annotation here


def test_names_stand_in_vietnamese_order() -> None:
    assert shown(table(PEOPLE)) == ["Bảo", "Dung", "Dương", "Đạt"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("duong", ["Dương"]),
        ("dat", ["Đạt"]),
        ("đạt", ["Đạt"]),
        ("đat", ["Đạt"]),
        ("van", ["Bảo", "Đạt"]),
        ("VĂN", ["Bảo", "Đạt"]),
        ("bi thu nguyen", ["Bảo"]),
        ("", ["Bảo", "Dung", "Dương", "Đạt"]),
        ("zzz", []),
    ],
)
def test_words_are_found_anywhere(query: str, found: list[str]) -> None:
    model = table(PEOPLE)
    model.set_query(query)
    assert shown(model) == found


def test_a_query_with_marks_finds_only_these_marks() -> None:
    model = table([Person("1", "Lê Thị Hòa"), Person("2", "Lê Thị Hoa"), Person("3", "Lê Thị Hoà")])
    model.set_query("hòa")
    assert {person.uid for person in model.shown()} == {"1", "3"}
    model.set_query("hoa")
    assert len(model.shown()) == 3


def test_what_is_unknown_stands_last_both_ways() -> None:
    model = table(PEOPLE)
    model.sort_by(1)
    assert shown(model)[0] == "Bảo"
    model.sort_by(1)
    assert shown(model)[0] == "Bảo"


def test_the_sorted_column_says_so_in_its_title() -> None:
    model = table(PEOPLE)
    model.sort_by(0)
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in (0, 1)]
    assert titles == ["Họ và tên  ↑", "Chức vụ"]


@given(st.lists(st.sampled_from("dđaăâuưoơnb "), max_size=8).map("".join))
def test_typing_letter_by_letter_finds_what_the_whole_query_finds(query: str) -> None:
    typed, whole = table(PEOPLE), table(PEOPLE)
    for end in range(len(query) + 1):
        typed.set_query(query[:end])
    whole.set_query(query)
    assert shown(typed) == shown(whole)
