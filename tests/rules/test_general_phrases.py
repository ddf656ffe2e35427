"""R2-08: general phrases are named to who writes; a sentence with a figure is left alone (rulings.md 2.4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.text import clean_text
from app.services.writing_hints import writing_hints


def phrases(text: str) -> list[str]:
    return [one.phrase for one in writing_hints(text)]


def test_phrases_are_named_where_they_stand_with_an_advice() -> None:
    text = "Việc dự họp chưa thường xuyên; đôi lúc nộp báo cáo muộn."
    found = writing_hints(text)
    assert [text[one.start : one.end] for one in found] == ["chưa thường xuyên", "đôi lúc"]
    assert found[1].advice == "“đôi lúc”: đồng chí nêu thêm việc cụ thể, thời gian, số liệu."


@pytest.mark.parametrize(
    "text",
    [
        "Có lúc nộp báo cáo muộn: quý II nộp muộn 3 ngày.",
        "Tháng 6 chưa thường xuyên dự sinh hoạt của tổ dân phố",
        "Ngày 12.5 có lúc vắng mặt",
        "Cơ lúc đọi khi",
        "",
    ],
)
def test_a_sentence_with_a_figure_is_concrete_and_other_words_are_no_phrase(text: str) -> None:
    assert phrases(text) == []


def test_only_the_sentence_with_the_figure_is_left_alone() -> None:
    assert phrases("Có lúc nộp muộn 3 ngày. Nhìn chung việc học tập chưa sâu.") == ["Nhìn chung", "chưa sâu"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("có lúc,  có nơi", "có lúc,  có nơi"),
        ("CHƯA SÂU SÁT cơ sở", "CHƯA SÂU SÁT"),
        ("chưa\nsâu", None),
        ("chưa qu" + "ye\u0302\u0301t liệt", "chưa quyết liệt"),
    ],
)
def test_spaces_case_and_the_way_it_was_typed_make_no_difference(text: str, named: str | None) -> None:
    assert phrases(text) == ([named] if named else [])


@given(st.text(alphabet="có lúcđôi .1\nchưasâ", max_size=60))
def test_places_are_those_of_the_text_and_do_not_overlap(text: str) -> None:
    cleaned, last = clean_text(text), 0
    for one in writing_hints(text):
        assert cleaned[one.start : one.end] == one.phrase
        assert last <= one.start < one.end
        last = one.end
