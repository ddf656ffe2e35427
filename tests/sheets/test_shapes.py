"""Whatever its shape, a list gives the same members; what was passed over or left out is told."""

import openpyxl
import pytest

from app.common.progress import NoProgress
from app.sheets.member_list import MemberList, Wishes, decode, encode, request, requested
from app.sheets.member_sheet import read_members
from app.sheets.reading import read_book
from tests.sheets import shapes
from tests.sheets.workbooks import saved, workbook

FACTS = ("sex", "born_on", "admitted_on", "official_on", "card_number")


def read(data: bytes) -> MemberList:
    return read_members(read_book(data), NoProgress())


@pytest.mark.parametrize("name", shapes.SHAPES)
def test_every_shape_gives_the_same_members(name: str) -> None:
    found = read(shapes.SHAPES[name]())

    assert {
        row.values["full_name"]: tuple(row.values[fact] for fact in FACTS) for row in found.rows
    } == shapes.PEOPLE
    assert [problem for row in found.rows for problem in row.problems] == []


def test_what_was_changed_on_the_way_in_is_said_line_by_line() -> None:
    found = read(shapes.real_dates_capitals_lost_zeros())

    said = [[(note.field, note.code) for note in row.notes] for row in found.rows]
    assert said == [
        [("full_name", "name.capitals"), ("card_number", "card_number.zeros_filled")],
        [
            ("full_name", "text.marks_joined"),
            ("full_name", "text.spaces"),
            ("card_number", "card_number.zeros_filled"),
        ],
        [
            ("full_name", "name.capitals"),
            ("full_name", "name.look_alikes"),
            ("admitted_on", "date.from_serial"),
            ("official_on", "cell.read_as_empty"),
            ("card_number", "card_number.zeros_filled"),
        ],
    ]


def test_lines_that_are_no_persons_are_told_with_their_kind() -> None:
    found = read(shapes.totals_and_signatures())

    assert [(line.row, line.why) for line in found.skipped] == [
        (8, "counting"),
        (9, "heading"),
        (11, "heading"),
        (14, "total"),
        (16, "signature"),
        (17, "signature"),
        (18, "signature"),
        (19, "signature"),
    ]
    assert found.skipped[3].text == "Tổng cộng: 03 đảng viên"


def test_columns_of_the_national_sheet_that_are_no_matter_of_this_list_are_left_out_on_purpose() -> None:
    found = read(shapes.national())

    left_out = [column.title for column in found.head if column.field == "left_out"]
    assert "ID" in left_out
    assert "Số định danh cá nhân* (12)" in left_out
    assert "Quê quán – Xã" in left_out
    assert [column.title for column in found.head if not column.field] == []
    values = {value for row in found.rows for value in row.values.values()}
    assert not {"099900000001", "Kinh", "Thôn Mẫu", "DV1"} & values
    assert (found.columns["full_name"], found.columns["card_number"]) == ("C", "J")


def test_the_guide_is_offered_but_the_list_is_read() -> None:
    found = read(shapes.after_a_guide())

    assert (found.sheet, found.table) == ("Danh sách", 1)
    assert [(one.title, one.rows) for one in found.tables] == [("Hướng dẫn", 2), ("Danh sách", 3)]
    wished = read_members(read_book(shapes.after_a_guide()), NoProgress(), Wishes(table=0))
    assert (wished.sheet, len(wished.rows)) == ("Hướng dẫn", 2)


def test_an_unknown_column_is_offered_with_a_sample_and_read_once_it_is_assigned() -> None:
    rows = [["Họ và tên", "Ngày đứng trong hàng ngũ", "Vào Đoàn"], ["Lê Văn Thử", "03/02/1990", "1984"]]
    data = workbook(rows)

    unknown = [(column.name, column.title, column.sample) for column in read(data).head if not column.field]
    assert unknown == [("B", "Ngày đứng trong hàng ngũ", "03/02/1990"), ("C", "Vào Đoàn", "1984")]

    key = next(column.key for column in read(data).head if column.name == "B")
    found = read_members(read_book(data), NoProgress(), Wishes(assigned={key: "admitted_on"}))
    assert found.rows[0].values["admitted_on"] == "1990-02-03"
    assert found.columns["admitted_on"] == "B"


def test_an_assigned_column_takes_the_place_of_one_that_was_guessed() -> None:
    data = workbook([["Họ và tên", "Ngày sinh", "Sinh theo giấy"], ["Lê Văn Thử", "1960", "1961"]])

    found = read_members(read_book(data), NoProgress(), Wishes(assigned={"sinh theo giay": "born_on"}))

    assert found.rows[0].values["born_on"] == "1961"


@pytest.mark.fault("H07")
def test_a_fact_merged_over_several_lines_holds_for_each_of_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Họ và tên", "Ngày vào Đảng"])
    for name in ("Lê Văn Một", "Lê Văn Hai", "Lê Văn Ba"):
        sheet.append([name, None])
    sheet["B2"] = "03/02/1990"
    sheet.merge_cells("B2:B3")

    rows = read(saved(book)).rows

    assert [row.values["admitted_on"] for row in rows] == ["1990-02-03", "1990-02-03", ""]
    assert [[note.code for note in row.notes] for row in rows] == [[], ["cell.merged"], []]


def test_a_birth_under_nam_and_under_nu_is_a_fault() -> None:
    data = workbook([["Họ và tên", "Năm sinh", None], [None, "Nam", "Nữ"], ["Lê Văn Một", "1960", "1961"]])

    (problem,) = read(data).rows[0].problems

    assert (problem.field, problem.code, problem.params["column"]) == ("born_on", "sex.both", "B")


def test_the_head_repeated_on_the_next_page_is_no_person() -> None:
    found = read(workbook([shapes.HEADER, shapes.MAU, shapes.HEADER, shapes.THU]))

    assert [row.row for row in found.rows] == [2, 4]
    assert [(line.row, line.why) for line in found.skipped] == [(3, "header")]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Đang sinh hoạt", ""),
        ("Miễn sinh hoạt", "exempt"),
        ("Từ trần", "died"),
        ("Gián đoạn", "interrupted"),
        ("", ""),
    ],
)
def test_the_standing_is_read_as_the_national_sheet_writes_it(typed: str, stored: str) -> None:
    data = workbook(
        [["Họ và tên", "Trạng thái hoạt động", "Ngày rời/mất/miễn"], ["Lê Văn Một", typed, "2016"]]
    )

    (row,) = read(data).rows

    assert (row.values["standing"], row.values["standing_on"], row.problems) == (stored, "2016", ())


def test_posts_telephone_theory_and_note_are_read() -> None:
    head = ["Họ và tên", "Chức vụ Đảng", "Chức vụ chính quyền", "Điện thoại", "LLCT", "Ghi chú"]
    (row,) = read(
        workbook([head, ["Lê Văn Một", "Bí thư", "Trưởng thôn", 912000001, "Trung cấp", "ở xa"]])
    ).rows

    assert row.values == {
        "full_name": "Lê Văn Một",
        "post": "Bí thư, Trưởng thôn",
        "phone": "0912000001",
        "political_theory": "intermediate",
        "note": "ở xa",
    }


def test_a_list_comes_through_the_pipe_as_it_went_in() -> None:
    for name in ("totals.xlsx", "national.xlsx", "tables.docx"):
        found = read(shapes.SHAPES[name]())
        assert decode(encode(found)) == found
    assert requested(request(b"PK\n\x03", Wishes(2, {"a": "post"}))) == (
        b"PK\n\x03",
        Wishes(2, {"a": "post"}),
    )
