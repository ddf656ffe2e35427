"""A list as people keep it becomes members; what cannot be read is named with row, column and value."""

import datetime as dt
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.messages import problem_sentence
from app.common.progress import NoProgress
from app.errors import Refused
from app.sheets.member_list import MemberList, SheetMember, decode, encode
from app.sheets.member_sheet import read_members
from app.sheets.reading import read_book
from app.sheets.table import Book, Table, TableCell, TableRow
from app.sheets.vocabulary import field_of
from tests.sheets.workbooks import A_ROW, HEADER, member_list, workbook


def read(*rows: Sequence[object]) -> MemberList:
    return read_members(read_book(workbook(rows)), NoProgress())


def one(**changes: object) -> SheetMember:
    """Return the reading of the standard row with some cells changed, by column title."""
    titles = {"name": 1, "sex": 2, "born": 3, "admitted": 4, "official": 5, "card": 6, "post": 7}
    row = list(A_ROW)
    for title, value in changes.items():
        row[titles[title]] = value
    (member,) = read(HEADER, row).rows
    return member


def test_the_usual_list_is_understood() -> None:
    found = read(
        ["ĐẢNG BỘ XÃ MẪU"],
        ["DANH SÁCH ĐẢNG VIÊN"],
        [],
        HEADER,
        ["(1)", "(2)", "(3)"],
        A_ROW,
        [],
        ["", "Người lập biểu"],
    )

    assert found.header_row == 4
    assert found.columns == {
        "full_name": "B",
        "sex": "C",
        "born_on": "D",
        "admitted_on": "E",
        "official_on": "F",
        "card_number": "G",
        "post": "H",
    }
    assert [(row.row, row.values, row.problems, row.notes) for row in found.rows[:1]] == [
        (
            6,
            {
                "full_name": "Nguyễn Văn A",
                "sex": "male",
                "born_on": "1985-11-05",
                "admitted_on": "2010-02-03",
                "official_on": "2011-02-03",
                "card_number": "000000000001",
                "post": "Bí thư",
            },
            (),
            (),
        )
    ]
    assert [(line.row, line.why) for line in found.skipped] == [(5, "counting"), (8, "signature")]


def test_group_headings_and_remarks_are_passed_over_and_named() -> None:
    found = read(HEADER, ["I", "", ""], ["II. Tổ đảng số 2"], A_ROW, ["", "", "", "", "", "", "", "ghi chú"])

    assert [row.row for row in found.rows] == [4]
    assert [(line.row, line.why, line.text) for line in found.skipped] == [
        (2, "counting", "I"),
        (3, "heading", "II. Tổ đảng số 2"),
        (5, "remark", "ghi chú"),
    ]


def test_a_row_without_a_name_but_with_facts_is_a_fault_not_passed_over() -> None:
    (member,) = read(HEADER, ["1", "", "Nam", "1985"]).rows

    assert [(problem.field, problem.code, problem.params["column"]) for problem in member.problems] == [
        ("full_name", "field.empty", "B")
    ]


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("HỌ VÀ TÊN", "full_name"),
        ("Họ tên (viết chữ in hoa)", "full_name"),
        ("Ngày, tháng, năm sinh", "born_on"),
        ("Năm sinh", "born_on"),
        ("Ngày vào Đảng", "admitted_on"),
        ("Ngày vào Đảng (lễ kết nạp)*", "admitted_on"),
        ("Ngày vào Đảng chính thức", "official_on"),
        ("Ngày chính\nthức", "official_on"),
        ("Số thẻ Đảng* (12)", "card_number"),
        ("Số thẻ theo QĐ 85", "left_out"),
        ("Chức vụ Đảng", "post"),
        ("Chức vụ chính quyền", "post"),
        ("Tên gọi khác", "left_out"),
        ("Quê quán (xã, tỉnh)", "left_out"),
        ("Họ và tên cha", "left_out"),
        ("Năm sinh của vợ (chồng)", "left_out"),
        ("Chi bộ", ""),
        ("Ngày vào Đoàn", ""),
        ("ĐẢNG VIÊN CHI BỘ THÔN MẪU", ""),
        ("Ghi chú", "note"),
        ("STT", "counting"),
        ("", ""),
    ],
)
def test_columns_are_known_by_the_names_people_give_them(title: str, field: str) -> None:
    assert field_of(title) == field
    assert field_of(unicodedata.normalize("NFD", title)) == field


def test_family_and_given_names_in_two_columns_are_joined() -> None:
    found = read(["TT", "Họ và tên đệm", "Tên", "Năm sinh"], [1, "Nguyễn Văn", "A", 1985])

    assert found.rows[0].values == {"full_name": "Nguyễn Văn A", "born_on": "1985"}
    assert found.columns["full_name"] == "B"


def test_the_list_may_stand_on_a_later_sheet() -> None:
    (cover,) = read_book(workbook([["BÌA"]])).tables
    (table,) = read_book(member_list(A_ROW)).tables

    assert len(read_members(Book((cover, table)), NoProgress()).rows) == 1


@pytest.mark.parametrize(
    ("rows", "code"), [([["TT", "Quê quán"], [1, "xã Mẫu"]], "L-511"), ([HEADER], "L-512"), ([], "L-511")]
)
def test_a_table_that_is_no_list_is_refused_with_its_reason(rows: list[Sequence[object]], code: str) -> None:
    with pytest.raises(Refused) as refused:
        read(*rows)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("05/11/1985", "1985-11-05"),
        ("5-11-1985", "1985-11-05"),
        ("5. 11. 1985", "1985-11-05"),
        ("11/1985", "1985-11"),
        ("1985", "1985"),
        (1985, "1985"),
        (dt.date(1985, 11, 5), "1985-11-05"),
        (dt.datetime.fromisoformat("1985-11-05"), "1985-11-05"),
        ("1985-11-05 00:00:00", "1985-11-05"),
        ("ngày 5 tháng 11 năm 1985", "1985-11-05"),
        ("Tháng 11, năm 1985", "1985-11"),
        ("tháng 11/1985", "1985-11"),
        ("năm 1985", "1985"),
        ("05/11/1985.", "1985-11-05"),
        ("'05/11/1985", "1985-11-05"),
        ("05\N{EN DASH}11\N{EN DASH}1985", "1985-11-05"),
        ("5\\11\\1985", "1985-11-05"),
        ("1985/11/05", "1985-11-05"),
        ("00/00/1985", "1985"),
        ("…/11/1985", "1985-11"),
        (31356, "1985-11-05"),
        ("", ""),
        (None, ""),
        ("chưa", ""),
    ],
)
def test_dates_are_read_as_people_and_excel_write_them(typed: object, stored: str) -> None:
    member = one(born=typed, admitted="", official="")

    assert (member.values["born_on"], member.problems) == (stored, ())


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("30/02/1985", "date.no_such_day"),
        ("29/02/1985", "date.no_such_day"),
        ("31/4/1985", "date.no_such_day"),
        ("5/13/1985", "date.no_such_day"),
        ("05/11/85", "date.shape"),
        ("00/13/1985", "date.no_such_day"),
        ("../../1885", "date.shape"),
        ("năm ngoái", "date.shape"),
        ("5/11/0026", "date.shape"),
        (26, "date.shape"),
        (1985.5, "date.shape"),
        (99999999, "date.shape"),
        ("=TODAY()", "cell.formula"),
    ],
)
def test_dates_that_are_none_are_named_with_their_place(typed: object, code: str) -> None:
    (problem,) = one(born=typed).problems

    assert (problem.field, problem.code, problem.params["column"]) == ("born_on", code, "D")
    assert problem.params["value"] == str(typed)
    assert problem_sentence(problem)


@pytest.mark.parametrize(
    ("typed", "stored", "note"),
    [
        ("000000000001", "000000000001", ""),
        ("036 085 012 345", "036085012345", ""),
        ("036.085.012.345", "036085012345", ""),
        ("12345678", "12345678", ""),
        (36085012345, "036085012345", "card_number.zeros_filled"),
        (136085012345, "136085012345", ""),
        ("chưa có", "", "cell.read_as_empty"),
        ("", "", ""),
    ],
)
def test_card_numbers_are_text_and_get_their_zeros_back(typed: object, stored: str, note: str) -> None:
    member = one(card=typed)

    assert (member.values["card_number"], member.problems) == (stored, ())
    assert [found.code for found in member.notes] == ([note] if note else [])
    assert all(problem_sentence(found) for found in member.notes)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.2E+11", "card_number.rounded"),
        ("3,6085E+10", "card_number.rounded"),
        (1.2e11, "card_number.rounded"),
        ("123", "card_number.shape"),
        (1234567, "card_number.shape"),
        ("0360850123456", "card_number.shape"),
        ("36085012345", "card_number.shape"),
        ("abc", "card_number.shape"),
        ("=A1", "cell.formula"),
    ],
)
@pytest.mark.fault("E17")
def test_card_numbers_that_lost_digits_are_faults(typed: object, code: str) -> None:
    (problem,) = one(card=typed).problems

    assert (problem.field, problem.code, problem.params["column"]) == ("card_number", code, "G")


@pytest.mark.parametrize(
    ("typed", "stored", "note"),
    [
        ("NGUYỄN VĂN A", "Nguyễn Văn A", "name.capitals"),
        (unicodedata.normalize("NFD", "Nguyễn Văn Ấ"), "Nguyễn Văn Ấ", "text.marks_joined"),
        ("Nguyễn\u200b Văn\u202e A", "Nguyễn Văn A", "text.cleaned"),
        ("  Nguyễn   Văn A ", "Nguyễn Văn A", "text.spaces"),
        ("Ðinh Văn A", "Đinh Văn A", "name.look_alikes"),
        ("Nguyễn Vаn А", "Nguyễn Van A", "name.look_alikes"),
        ("Ｎguyễn Văn Ａ", "Nguyễn Văn A", "name.look_alikes"),
        ("Đ/c Nguyễn Văn A", "Nguyễn Văn A", "name.address_dropped"),
        ("ĐỒNG CHÍ: Nguyễn Văn A", "Nguyễn Văn A", "name.address_dropped"),
        ("12. Nguyễn Văn A", "Nguyễn Văn A", "name.address_dropped"),
        ("Đồng Chí Mẫu", "Đồng Chí Mẫu", ""),
        ("Nguyễn Văn A (Bí thư)", "Nguyễn Văn A (Bí thư)", "name.extra_signs"),
        ("Nguyễn Văn A*", "Nguyễn Văn A*", "name.extra_signs"),
        ("H'Mẫu Niê-Thử", "H'Mẫu Niê-Thử", ""),
        ("=CONCAT", None, "cell.formula"),
        ("Nguyễn Văn A 2", None, "name.not_a_name"),
        ("...", None, "name.not_a_name"),
    ],
)
@pytest.mark.fault("E14")
def test_names_are_cleaned_and_what_was_changed_is_said(typed: str, stored: str | None, note: str) -> None:
    member = one(name=typed)

    if stored is None:
        assert [problem.code for problem in member.problems] == [note]
    else:
        assert (member.values["full_name"], member.problems) == (stored, ())
        assert [found.code for found in member.notes] == ([note] if note else [])


@pytest.mark.fault("E15")
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("NguyÔn V¨n MÉu", "name.tcvn3"),
        ("V¹n", "name.tcvn3"),
        ("Traàn Thò Thöû", "name.vni"),
    ],
)
def test_a_name_typed_for_an_old_font_is_a_fault(typed: str, code: str) -> None:
    member = one(name=typed)

    assert [problem.code for problem in member.problems] == [code]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Bí thư\nTrưởng thôn", "Bí thư, Trưởng thôn"),
        ("Chi ủy\nviên", "Chi ủy viên"),
        ("Trưởng thôn\nxã Mẫu", "Trưởng thôn xã Mẫu"),
    ],
)
def test_posts_on_lines_of_their_own_are_told_apart(typed: str, stored: str) -> None:
    assert one(post=typed).values["post"] == stored


@pytest.mark.fault("E19")
def test_a_name_of_one_hundred_thousand_letters_is_a_fault_that_counts_them() -> None:
    table = Table("x", (row(1, *HEADER), row(2, "1", "A" * 100_000)))

    (problem,) = read_members(Book((table,)), NoProgress()).rows[0].problems

    assert (problem.code, problem.params["limit"], problem.params["actual"]) == (
        "text.too_long",
        200,
        100_000,
    )


@pytest.mark.parametrize(("typed", "stored"), [("Nữ", "female"), ("NU", "female"), ("nam", "male"), ("", "")])
def test_sex_is_read(typed: str, stored: str) -> None:
    assert one(sex=typed).values["sex"] == stored


def test_an_unknown_sex_is_a_fault() -> None:
    assert [problem.code for problem in one(sex="x").problems] == ["sex.shape"]


def test_a_probationary_member_has_no_official_date() -> None:
    member = one(official="Dự bị")

    assert (member.values["official_on"], [note.code for note in member.notes]) == (
        "",
        ["cell.read_as_empty"],
    )


def test_the_list_comes_through_the_pipe_as_it_went_in() -> None:
    found = read(HEADER, A_ROW, ["", "NGUYỄN THỊ B", "x", "30/02/1985"])

    assert decode(encode(found)) == found


def row(number: int, *texts: str) -> TableRow:
    return TableRow(number, tuple(TableCell(text) for text in texts))


@given(st.lists(st.text(max_size=30), min_size=8, max_size=8))
def test_any_text_in_any_cell_is_taken_cleaned_or_named(texts: list[str]) -> None:
    table = Table("x", (row(1, *HEADER), row(2, *texts)))

    try:
        found = read_members(Book((table,)), NoProgress())
    except Refused:
        return
    for member in found.rows:
        bad = {problem.field for problem in member.problems}
        for field, value in member.values.items():
            if field not in bad:
                assert value == unicodedata.normalize("NFC", value).strip()
        assert all(problem_sentence(problem) for problem in (*member.problems, *member.notes))
    assert decode(encode(found)) == found
