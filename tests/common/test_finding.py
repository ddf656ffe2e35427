"""Words are found letter by letter: a plain letter stands for all its forms, a marked one for itself."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.finding import Query, prepared
from app.common.text import fold, person_name, search_form

NAMES = ["Nguyễn Văn Bảo", "Trần Thị Dương", "Lê Văn Đạt", "Phạm Thị Dung", "Đặng Thị Ngọc Hòa", "Vũ Thị Hoa"]
TYPED = st.lists(st.sampled_from("aăâáạdđeêhoòơtuưnvg "), max_size=8).map("".join)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dat", ["Lê Văn Đạt"]),
        ("đat", ["Lê Văn Đạt"]),
        ("dạt", ["Lê Văn Đạt"]),
        ("đạt", ["Lê Văn Đạt"]),
        ("dát", []),
        ("đung", []),
        ("du", ["Trần Thị Dương", "Phạm Thị Dung"]),
        ("dư", ["Trần Thị Dương"]),
        ("HOA", ["Đặng Thị Ngọc Hòa", "Vũ Thị Hoa"]),
        ("hòa", ["Đặng Thị Ngọc Hòa"]),
        ("hoà", ["Đặng Thị Ngọc Hòa"]),
        ("gọc thị", ["Đặng Thị Ngọc Hòa"]),
        ("van nguyen", ["Nguyễn Văn Bảo"]),
        ("nguyên", []),
        ("", NAMES),
    ],
)
def test_what_is_typed_finds(typed: str, found: list[str]) -> None:
    assert [name for name in NAMES if Query(typed).finds(name)] == found


@pytest.mark.parametrize(
    ("typed", "name", "hits"),
    [
        ("dat", "Lê Văn Đạt", ["Đạt"]),
        ("an", "Trần Văn An", ["ần", "ăn", "An"]),
        ("uỷ", "Chi uỷ viên", ["uỷ"]),
        ("uy", "Chi ủy viên, uỷ viên", ["ủy", "uỷ"]),
        ("ngu nguy", "Nguyễn Thị Nguyệt", ["Nguy", "Nguy"]),
        ("", "Lê Văn Đạt", []),
    ],
)
def test_hits_stand_in_the_text_as_it_is_written(typed: str, name: str, hits: list[str]) -> None:
    assert [name[start : start + length] for start, length in Query(typed).hits(name)] == hits


@given(TYPED, st.sampled_from(NAMES))
def test_every_letter_is_itself_or_unmarked(typed: str, name: str) -> None:
    """The same by the slow way: each word at each place, letter against letter."""
    marked = search_form(name)

    def stands(word: str, at: int) -> bool:
        piece = marked[at : at + len(word)]
        return len(piece) == len(word) and all(
            letter in {has, fold(has)} for letter, has in zip(word, piece, strict=True)
        )

    slow = all(any(stands(word, at) for at in range(len(marked))) for word in search_form(typed).split())
    assert Query(typed).finds(name) is slow


@given(TYPED, TYPED)
def test_a_query_that_narrows_finds_nothing_new(typed: str, more: str) -> None:
    shorter, longer = Query(typed), Query(typed + more)
    if longer.narrows(shorter):
        assert {name for name in NAMES if longer.finds(name)} <= {
            name for name in NAMES if shorter.finds(name)
        }


@given(TYPED)
def test_many_rows_are_kept_as_one_by_one(typed: str) -> None:
    texts = [prepared(name) for name in NAMES]
    kept = Query(typed).keep(list(range(len(NAMES))), texts, [text.folded for text in texts])
    assert [NAMES[at] for at in kept] == [name for name in NAMES if Query(typed).finds(name)]


@pytest.mark.fault("E03")
def test_five_thousand_names_are_found_in_either_form_of_their_marks() -> None:
    """Composed as our keyboards type, decomposed as a PDF or a Mac copies: stored alike, found alike."""
    dice = random.Random(3)
    for _ in range(5_000):
        words = [dice.choice(part) for part in (FAMILY, MIDDLE, MIDDLE, GIVEN)]
        composed = " ".join(words)
        decomposed = unicodedata.normalize("NFD", composed)
        assert person_name(decomposed) == person_name(composed) == composed
        assert Query(decomposed).finds(composed)
        assert Query(unicodedata.normalize("NFD", words[-1]) + " " + words[0]).finds(person_name(decomposed))


FAMILY = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
)
MIDDLE = ("Văn", "Thị", "Hữu", "Đức", "Ngọc", "Minh", "Quốc", "Thị Mỹ", "Đình", "Xuân", "Tường", "Phương")
GIVEN = (
    "Ất",
    "Ước",
    "Nở",
    "Hòa",
    "Thúy",
    "Quỳnh",
    "Đạt",
    "Kiều",
    "Trưởng",
    "Huệ",
    "Ẩn",
    "Vỹ",
    "Oanh",
    "Thuỷ",
)
