"""Minutes written elsewhere are cut into opinions: names are found without marks, no word is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.text import clean_text
from app.domain.conferences import OpinionKind
from app.services.opinion_cutting import Cut, CutOpinion, cut, named_lines

NAMES = {"a": "Nguyễn Văn Mẫu", "b": "Trần Thị Thử", "c": "Lê Văn Giả", "d": "Lê Thị Giả"}


def brief(found: tuple[CutOpinion, ...]) -> list[tuple[str, str]]:
    return [(one.speaker or f"?{one.said_by}", one.text) for one in found]


def test_every_line_is_an_opinion_and_its_mark_goes() -> None:
    found = cut("- Chậm báo cáo\n\n2. Ít phát biểu\n+ Nhiệt tình", NAMES, Cut.BY_LINE)
    assert brief(found) == [("?", "Chậm báo cáo"), ("?", "Ít phát biểu"), ("?", "Nhiệt tình")]


@pytest.mark.parametrize(
    "line",
    [
        "Đ/c Mẫu: Chậm báo cáo",
        "Đồng chí Nguyễn Văn Mẫu: Chậm báo cáo",
        "- Đ/c Mẫu phát biểu: Chậm báo cáo",
        "dc mau: Chậm báo cáo",
        "Ý kiến đồng chí Văn Mẫu (chi ủy viên): Chậm báo cáo",
        "NGUYỄN VĂN MẪU: Chậm báo cáo",
        "Đ/c Mẫu góp ý Chậm báo cáo",
    ],
)
def test_the_name_before_an_opinion_is_its_speaker(line: str) -> None:
    assert brief(cut(line, NAMES, Cut.BY_NAME)) == [("a", "Chậm báo cáo")]
    assert named_lines(line, NAMES)


def test_a_name_that_two_bear_is_left_open_unless_marks_or_more_words_tell() -> None:
    text = "Đ/c Giả: Một\nĐ/c Thị Giả: Hai\nĐ/c Vắng: Ba"
    assert brief(cut(text, NAMES, Cut.BY_LINE)) == [("?Giả", "Một"), ("d", "Hai"), ("?Vắng", "Ba")]


def test_by_names_an_opinion_goes_on_until_the_next_name_or_dash() -> None:
    text = "Đ/c Mẫu: Chậm báo cáo\nnhất là quý III\n- Ít phát biểu\nĐ/c Thử: Nhiệt tình"
    assert brief(cut(text, NAMES, Cut.BY_NAME)) == [
        ("a", "Chậm báo cáo\nnhất là quý III"),
        ("a", "Ít phát biểu"),
        ("b", "Nhiệt tình"),
    ]


@pytest.mark.parametrize(
    ("said", "kind", "text"),
    [
        ("Ưu điểm: nhiệt tình", OpinionKind.STRENGTH, "Nhiệt tình"),
        ("Hạn chế, khuyết điểm: chậm báo cáo", OpinionKind.SHORTCOMING, "Chậm báo cáo"),
        ("Đề nghị công khai quỹ", OpinionKind.PROPOSAL, "Đề nghị công khai quỹ"),
        ("Đề nghị làm rõ khoản thu", OpinionKind.QUESTION, "Đề nghị làm rõ khoản thu"),
        ("Quỹ gửi ở đâu?", OpinionKind.QUESTION, "Quỹ gửi ở đâu?"),
        ("Chậm báo cáo", None, "Chậm báo cáo"),
    ],
)
def test_the_kind_that_a_text_names_is_taken_over(said: str, kind: OpinionKind | None, text: str) -> None:
    (one,) = cut(f"Đ/c Thử: {said}", NAMES, Cut.BY_NAME)
    assert (one.speaker, one.kind, one.text) == ("b", kind, text)


@given(st.text(max_size=200), st.sampled_from(list(Cut)))
def test_no_word_is_made_up_and_nothing_empty_comes_out(text: str, how: Cut) -> None:
    words = set(re.findall(r"\w+", clean_text(text).lower()))
    for one in cut(text, NAMES, how):
        assert one.text.strip()
        assert set(re.findall(r"\w+", one.text.lower())) <= words


@given(st.lists(st.text(st.characters(categories=["Ll"]), min_size=3, max_size=8), min_size=1, max_size=8))
def test_plain_lines_come_out_as_they_went_in(lines: list[str]) -> None:
    found = cut("\n".join(lines), {}, Cut.BY_LINE)
    assert [one.text for one in found] == [clean_text(line) for line in lines if clean_text(line).strip()]
