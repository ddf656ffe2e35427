"""A level is known in the words of its year, written out or short, and kept by the name of its year."""

import pytest

from app.rules.past_levels import code_of, level_names, past_word, says_nothing, short_name
from app.rules.ruleset_files import for_year


@pytest.mark.parametrize("year", [2014, 2017, 2025])
@pytest.mark.parametrize("of_cell", [True, False])
def test_every_name_of_a_rule_set_is_known_with_its_rank(year: int, of_cell: bool) -> None:
    ruleset = for_year(year)
    assert ruleset is not None
    for level in ruleset.cell_levels if of_cell else ruleset.member_levels:
        for words in (level.name, level.short, level.name.upper()):
            word = past_word(words, year, of_cell=of_cell)
            assert word is not None, words
            assert code_of(word.rank, ruleset, of_cell=of_cell) == level.code
            assert word.name == level.name


@pytest.mark.parametrize(
    ("words", "year", "rank"),
    [
        ("HTXSNV", 2016, 4),
        ("ht xs nv", 2020, 4),
        ("Xuất sắc", 2013, 4),
        ("HTTNV", 2016, 3),
        ("Tốt", 2023, 3),
        ("ĐTC, HTNV", 2016, 2),
        ("Hoàn thành", 2019, 2),
        ("hoan thanh nhiem vu", 2019, 2),
        ("KHTNV", 2024, 1),
        ("Không hoàn thành", 2016, 1),
        ("vi phạm tư cách", 2016, 1),
        ("Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ", 2020, 3),
        ("dự bị", 2016, 0),
        ("Chưa xếp loại", 2016, 0),
        ("miễn", 2018, 0),
    ],
)
def test_members_are_written_short(words: str, year: int, rank: int) -> None:
    word = past_word(words, year, of_cell=False)

    assert word is not None
    assert word.rank == rank


@pytest.mark.parametrize(
    ("words", "year", "of_cell"),
    [
        ("vi phạm tư cách", 2020, False),
        ("TSVM", 2016, False),
        ("TSVM", 2020, True),
        ("Xuất sắc", 2016, True),
        ("dự bị", 2016, True),
        ("khá", 2016, False),
        ("9", 2016, False),
    ],
)
def test_words_of_another_time_or_subject_are_none(words: str, year: int, of_cell: bool) -> None:
    assert past_word(words, year, of_cell=of_cell) is None


def test_why_the_lowest_is_kept_apart() -> None:
    reasons = {
        words: getattr(past_word(words, 2016, of_cell=False), "sub_reason", None)
        for words in ("vi phạm tư cách", "KHTNV", "Vi phạm tư cách hoặc không hoàn thành nhiệm vụ")
    }

    assert list(reasons.values()) == ["violation", "not_done", ""]


def test_names_are_those_of_the_year() -> None:
    assert level_names(2016, of_cell=True)[0] == "Trong sạch, vững mạnh"
    assert level_names(2020, of_cell=True)[0] == "Hoàn thành xuất sắc nhiệm vụ"
    assert short_name("Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ", 2016, of_cell=False) == "Tốt"
    assert short_name("Mức lạ", 2016, of_cell=False) == "Mức lạ"


@pytest.mark.parametrize("words", ["", " ", "-", "Chưa kết nạp", "…"])
def test_some_words_say_nothing(words: str) -> None:
    assert says_nothing(words)
