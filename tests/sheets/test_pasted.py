"""What Excel puts into the clipboard comes out cell by cell, cells of several lines included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sheets.earlier_columns import find_head, is_cell, is_no_person
from app.sheets.pasted import as_pasted, cells_in


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", ()),
        ("a\tb\r\nc\td\r\n", (("a", "b"), ("c", "d"))),
        ('a\t"hai\ndòng"\tb', (("a", "hai\ndòng", "b"),)),
        ('"nói ""thật""\nrõ"\tb', (('nói "thật"\nrõ', "b"),)),
        ('"A" nói\tb', (('"A" nói', "b"),)),
        ('"chưa đóng\tb\nc', (('"chưa đóng', "b"), ("c",))),
        ("a\t\n\t\n\n", (("a", ""),)),
    ],
)
def test_pasted_text_is_read_cell_by_cell(text: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert cells_in(text) == rows


@given(st.lists(st.lists(st.text(st.sampled_from('ab"\t\nĐ'), max_size=8), min_size=1), min_size=1))
def test_every_table_comes_back_whole(rows: list[list[str]]) -> None:
    rows[-1][-1] += "x"  # empty rows at the end are left out
    table = tuple(map(tuple, rows))

    assert cells_in(as_pasted(table)) == table


def fields(*rows: str) -> tuple[str, ...] | None:
    head = find_head([row.split("|") for row in rows], 2017)
    return head.fields if head else None


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ("TT|Họ và tên|Năm 2016", ("counting", "full_name", "2016")),
        ("Họ tên|2012|2013|2014|2015|2016", ("full_name", "2012", "2013", "2014", "2015", "2016")),
        ("Họ và tên|Xếp loại 2016|Phân loại năm 2015", ("full_name", "2016", "2015")),
        ("Họ và tên|Xếp loại năm trước|Khuyết điểm năm trước", ("full_name", "2016", "shortcoming")),
        (
            "Đảng viên|Hạn chế, khuyết điểm (2016)|Việc còn hứa|Thời hạn",
            ("full_name", "shortcoming", "promise", "due"),
        ),
        ("Họ và tên|Cam kết chưa xong|Hạn hoàn thành", ("full_name", "promise", "due")),
        ("Họ tên|Năm sinh|Số thẻ|2016", ("full_name", "born_on", "card_number", "2016")),
        ("Họ và tên đệm|Tên|2016", ("family_part", "given_part", "2016")),
        ("Họ tên|Năm 2010|2016", ("full_name", "", "2016")),
        ("Họ tên|Khuyết điểm năm 2014|2016", ("full_name", "", "2016")),
        ("Họ tên|Quê quán|2016|2016", ("full_name", "", "2016", "")),
        ("Quê quán|2016", None),
        ("Họ tên|Ngày sinh", None),
    ],
)
def test_columns_are_known_by_their_usual_heads(titles: str, expected: tuple[str, ...] | None) -> None:
    assert fields(titles, "Lê Văn Mẫu|x") == expected


def test_a_head_of_two_rows_under_a_title_is_found() -> None:
    assert fields(
        "KẾT QUẢ CÁC NĂM|||",
        "TT|Họ và tên|Xếp loại các năm|||Ghi chú",
        "||2014|2015|2016|",
        "1|Lê Văn Mẫu|T|T|T|",
    ) == ("counting", "full_name", "2014", "2015", "2016", "")


@pytest.mark.parametrize(
    ("name", "is_one"), [("Chi bộ", True), ("CHI BỘ THÔN MẪU", True), ("Lê Bộ", False), ("", False)]
)
def test_the_row_of_the_cell_is_known(name: str, is_one: bool) -> None:
    assert is_cell(name, "Chi bộ thôn Mẫu") is is_one


def test_totals_are_nobody() -> None:
    assert is_no_person("Tổng cộng: 12 đồng chí")
    assert not is_no_person("Tống Cộng Mẫu")
