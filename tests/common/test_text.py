"""Vietnamese text: cleaned, folded, keyed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.text import (
    clean_line,
    clean_text,
    fold,
    foreign_letters,
    given_name,
    name_key,
    person_name,
    search_form,
    text_key,
)

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = "aàảãáạ"


@given(st.text())
def test_cleaning_is_done_once(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert all(c == "\n" or not unicodedata.category(c).startswith("C") for c in cleaned)


@given(st.text())
@pytest.mark.fault("E13")
def test_a_line_has_no_break_and_no_double_space(text: str) -> None:
    line = clean_line(text)
    assert "\n" not in line
    assert "  " not in line
    assert line == line.strip()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_folding_keeps_the_length_so_hits_mark_the_original(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert len(fold(composed)) == len(composed)


@pytest.mark.fault("E03")
def test_nfd_is_stored_as_nfc() -> None:
    assert clean_text(unicodedata.normalize("NFD", "Đặng Văn Hòa")) == "Đặng Văn Hòa"


@pytest.mark.parametrize("dirty", ["An\u202eh", "An\u200bh", "A\ufeffnh", "Anh\x00", "An\x07h", "A\ud800nh"])
@pytest.mark.fault("E01", "E04")
def test_what_cannot_be_seen_is_dropped(dirty: str) -> None:
    assert clean_text(dirty) == "Anh"


@pytest.mark.parametrize("breaks", ["a\r\nb", "a\rb", "a\u2028b", "a\x0bb"])
@pytest.mark.fault("E12")
def test_there_is_one_kind_of_newline(breaks: str) -> None:
    assert clean_text(breaks) == "a\nb"


def test_d_finds_the_barred_letter() -> None:
    assert fold("Đặng Thị Ổi") == "dang thi oi"


def test_both_tone_placements_are_one_word() -> None:
    assert search_form("Đảng uỷ, văn hoá") == search_form("đảng ủy, văn hóa")
    assert search_form("Quý") == "quý"


def test_letters_sort_in_the_official_order() -> None:
    assert sorted(LETTERS, key=name_key) == list(LETTERS)


def test_tones_sort_after_letters() -> None:
    assert sorted(["ma", "mã", "mạ", "má", "mả", "mà", "mai"], key=name_key) == [
        "ma",
        "mà",
        "mả",
        "mã",
        "má",
        "mạ",
        "mai",
    ]
    assert sorted(TONES, key=name_key) == list(TONES)


def test_persons_sort_by_given_then_middle_then_family_name() -> None:
    names = ["Trần Văn Bình", "Nguyễn Văn Ân", "Lê Thị An", "Đỗ Văn An", "Phạm Thị An"]
    assert sorted(names, key=name_key) == [
        "Lê Thị An",
        "Phạm Thị An",
        "Đỗ Văn An",
        "Nguyễn Văn Ân",
        "Trần Văn Bình",
    ]


def test_any_words_sort_in_vietnamese_order_and_numbers_by_value() -> None:
    posts = ["Tổ trưởng tổ 2", "Bí thư", "Đảng viên", "Tổ trưởng tổ 10", "Chi ủy viên", "Dân quân"]
    assert sorted(posts, key=text_key) == [
        "Bí thư",
        "Chi ủy viên",
        "Dân quân",
        "Đảng viên",
        "Tổ trưởng tổ 2",
        "Tổ trưởng tổ 10",
    ]


def test_a_name_in_capitals_becomes_a_name() -> None:
    assert person_name("  NGUYỄN  VĂN A ") == "Nguyễn Văn A"
    assert person_name("Lê thị Bé") == "Lê thị Bé"


LOOK_ALIKES = {
    "Ðặng Ðình ðức": "Đặng Đình đức",  # Icelandic
    "Ɖinh ɖạt": "Đinh đạt",  # African
    "\u0422\u0440ần": "Tpần",  # Cyrillic Т, р
    "Ngu\u0443ễn": "Nguyễn",
    "H\u043eàng": "Hoàng",
    "L\u0435\u0302 V\u0430\u0306n": "Lê Văn",  # Cyrillic letters under our marks
    "\u039d\u039f\u0391": "Noa",  # Greek
    "\uff34r\uff41\u0302\u0300n": "Trần",  # wide
    "\U0001d413ô": "Tô",  # mathematical
    "V\u0131nh": "Vinh",  # without its dot
}


@pytest.mark.fault("E14")
@pytest.mark.parametrize("typed", LOOK_ALIKES)
def test_letters_that_only_look_like_ours_become_ours(typed: str) -> None:
    assert person_name(typed) == LOOK_ALIKES[typed]
    assert foreign_letters(person_name(typed)) == ""


@pytest.mark.fault("E14")
@pytest.mark.parametrize(
    ("name", "letters"), [("Жуков Ж", "Жкв"), ("阮文A", "阮文"), ("Nguyễn Văn Ất", ""), ("H'Hen Niê", "")]
)
def test_letters_of_another_alphabet_are_found(name: str, letters: str) -> None:
    assert foreign_letters(person_name(name)) == letters


@given(st.text(LETTERS + LETTERS.upper() + " ", max_size=30))
def test_a_vietnamese_name_stays_as_it_is(name: str) -> None:
    assert person_name(name).casefold() == clean_line(name).casefold()


def test_the_given_name_is_the_last_word() -> None:
    assert given_name("Trần Đình Bảo") == "Bảo"
    assert given_name("") == ""
