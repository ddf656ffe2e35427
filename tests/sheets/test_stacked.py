"""Lists one below the other are read each under its own head, and the one that was not read is offered."""

from collections.abc import Sequence

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.progress import NoProgress
from app.errors import Refused
from app.sheets.member_list import MemberList, Wishes
from app.sheets.member_sheet import read_members
from app.sheets.reading import read_book
from app.sheets.table import Book, Table, TableCell, TableRow
from tests.sheets.workbooks import saved, workbook

HEAD = ("TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức")
MAU = (1, "Nguyễn Văn Mẫu", "03/02/1965", "19/05/1990", "19/05/1991")
OTHER = ("TT", "Họ và tên", "Ngày vào Đảng", "Ngày sinh")
THU = (1, "Trần Thị Thử", "19/05/2016", "03/02/1990")


def read(*rows: Sequence[object], table: int | None = None) -> MemberList:
    return read_members(read_book(workbook(rows)), NoProgress(), Wishes(table))


def people(found: MemberList) -> list[tuple[str, str, str]]:
    return [(row.values["full_name"], row.values["born_on"], row.values["admitted_on"]) for row in found.rows]


def test_a_second_list_of_other_columns_is_a_list_of_its_own() -> None:
    rows = (HEAD, MAU, (), ("DANH SÁCH ĐẢNG VIÊN DỰ BỊ",), OTHER, THU)

    first, second = read(*rows), read(*rows, table=1)

    assert people(first) == [("Nguyễn Văn Mẫu", "1965-02-03", "1990-05-19")]
    assert people(second) == [("Trần Thị Thử", "1990-02-03", "2016-05-19")]
    assert [(one.place, one.rows, one.from_row) for one in first.tables] == [(0, 1, 0), (1, 1, 5)]


def test_a_lower_list_of_more_columns_does_not_hide_the_upper_one() -> None:
    found = read(HEAD, MAU, (), (*HEAD, "Số thẻ"), (*MAU[:1], "Lê Đình Giả", *MAU[2:], "001088000003"))

    assert [(one.rows, one.from_row) for one in found.tables] == [(1, 0), (1, 4)]


@pytest.mark.parametrize("repeated", [HEAD, HEAD[:3], ("TT", "HỌ VÀ TÊN", "Ngày  sinh", "NGÀY VÀO ĐẢNG")])
def test_a_head_repeated_on_the_next_page_divides_nothing(repeated: Sequence[object]) -> None:
    found = read(HEAD, MAU, repeated, (2, "Trần Thị Thử", *MAU[2:]))

    assert [row.values["full_name"] for row in found.rows] == ["Nguyễn Văn Mẫu", "Trần Thị Thử"]
    assert [line.why for line in found.skipped] == ["header"]


def test_a_wide_sheet_beside_the_list_is_no_hindrance() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Ngày", *range(1, 366)])
    book.create_sheet("Danh sách").append(HEAD)
    book.worksheets[1].append(MAU)

    assert len(read_members(read_book(saved(book)), NoProgress()).rows) == 1


def test_a_list_with_a_stray_cell_far_away_is_refused_with_its_place() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEAD)
    sheet.append(MAU)
    sheet["BZ2"] = "x"

    with pytest.raises(Refused) as refused:
        read_members(read_book(saved(book)), NoProgress())

    assert (refused.value.code, refused.value.params["row"], refused.value.params["column"]) == (
        "L-510",
        2,
        "BZ",
    )


def test_a_hidden_line_is_read_and_that_is_said() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEAD, MAU, (2, "Trần Thị Thử", *MAU[2:])):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True

    found = read_members(read_book(saved(book)), NoProgress())

    assert [[note.code for note in row.notes] for row in found.rows] == [[], ["row.hidden"]]


def test_names_in_three_columns_are_joined() -> None:
    found = read(("TT", "Họ", "Đệm", "Tên", "Ngày sinh"), (1, "Nguyễn", "Văn", "Mẫu", "1965"))

    assert found.rows[0].values["full_name"] == "Nguyễn Văn Mẫu"


def test_a_day_of_a_standing_without_the_standing_is_told() -> None:
    found = read(("Họ và tên", "Trạng thái", "Ngày rời/mất/miễn"), ("Nguyễn Văn Mẫu", "", "01/01/2016"))

    assert [note.code for note in found.rows[0].notes] == ["standing.day_alone"]


CELLS = st.sampled_from(
    ["", "TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Nam", "Nữ", "Tổng cộng", "BÍ THƯ", "2"]
)


@given(st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=8), st.integers(0, 8))
def test_whatever_stands_around_it_a_dated_person_is_in_one_of_the_lists(
    around: list[list[str]], place: int
) -> None:
    person = ["7", "Nguyễn Văn Mẫu", "03/02/1965", "19/05/1990"]
    head = ["TT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng"]
    above, below = around[:place], around[place:]
    rows = [
        TableRow(number, tuple(map(TableCell, cells)))
        for number, cells in enumerate([head, *above, person, *below], start=1)
    ]
    book = Book((Table("x", tuple(row for row in rows if any(cell.text for cell in row.cells))),))
    first = read_members(book, NoProgress())
    others = [read_members(book, NoProgress(), Wishes(one.place)) for one in first.tables]

    # Under a line that looks like another head it may be read with faults; it is never passed over.
    assert len(above) + 2 in {row.row for found in (first, *others) for row in found.rows}
