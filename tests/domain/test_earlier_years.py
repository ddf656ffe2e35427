"""A cell of matters is split as people write them, and shown so that it is split the same way again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.text import clean_line
from app.domain.earlier_years import as_cell, columns_of, items_in


def test_five_years_and_the_matters_of_the_last() -> None:
    assert columns_of(2017) == ("2012", "2013", "2014", "2015", "2016", "shortcoming", "promise", "due")


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("", ()),
        ("Ít phát biểu", ("Ít phát biểu",)),
        ("- Ít phát biểu\n- Họp muộn", ("Ít phát biểu", "Họp muộn")),
        ("1. Ít phát biểu\n2) Họp muộn", ("Ít phát biểu", "Họp muộn")),
        ("Ít phát biểu\nHọp muộn", ("Ít phát biểu", "Họp muộn")),
        ("Chưa mạnh dạn góp ý\nkhi họp chi bộ", ("Chưa mạnh dạn góp ý khi họp chi bộ",)),
        ("- Chưa mạnh dạn\nGóp ý còn ít\n- Họp muộn", ("Chưa mạnh dạn Góp ý còn ít", "Họp muộn")),
        ("• Một\r\n• Hai", ("Một", "Hai")),
        ("2016 họp thiếu", ("2016 họp thiếu",)),
    ],
)
def test_a_cell_names_its_matters(cell: str, items: tuple[str, ...]) -> None:
    assert items_in(cell) == items


WORDS = st.text(st.sampled_from("abcĐđ ạ-1.)\n•"), max_size=30)


@given(WORDS)
def test_what_is_shown_is_read_the_same(text: str) -> None:
    items = items_in(text)

    assert items_in(as_cell(items)) == items


@given(st.lists(st.text(st.sampled_from("abcĐđ ạ"), min_size=1, max_size=12).map(clean_line).filter(bool)))
def test_stored_matters_come_back(items: list[str]) -> None:
    assert items_in(as_cell(items)) == tuple(items)
