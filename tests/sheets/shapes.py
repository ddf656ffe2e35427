"""The same three members in lists of many shapes, as people keep them in Excel and Word."""

import datetime as dt
import io
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import docx
import openpyxl

from tests.sheets.workbooks import saved, workbook

PEOPLE = {
    "Nguyễn Văn Mẫu": ("male", "1965-02-03", "1990-05-19", "1991-05-19", "001065000001"),
    "Trần Thị Thử": ("female", "1972", "1998-09-02", "1999-09-02", "001172000002"),
    "Lê Đình Giả": ("male", "1988-11", "2016-12-22", "", "001088000003"),
}
"""Sex, birth, admission, official, card of each."""
Row: TypeAlias = list[Any]
LETTERHEAD: list[Row] = [
    ["ĐẢNG BỘ XÃ MẪU", None, None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
    ["CHI BỘ THÔN MẪU", None, None, None, "Xã Mẫu, ngày 03 tháng 02 năm 2017"],
    [],
    ["DANH SÁCH ĐẢNG VIÊN"],
    ["(tính đến ngày 31/12/2016)"],
    [],
]
HEADER: Row = [
    "TT",
    "Họ và tên",
    "Giới tính",
    "Ngày sinh",
    "Ngày vào Đảng",
    "Ngày chính thức",
    "Số thẻ đảng viên",
]
MAU: Row = [1, "Nguyễn Văn Mẫu", "Nam", "03/02/1965", "19/5/1990", "19/5/1991", "001065000001"]
THU: Row = [2, "Trần Thị Thử", "Nữ", "1972", "02/09/1998", "02/09/1999", "001172000002"]
GIA: Row = [3, "Lê Đình Giả", "Nam", "11/1988", "22/12/2016", "", "001088000003"]


def plain() -> bytes:
    return workbook([HEADER, MAU, THU, GIA])


def under_letterhead() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in [*LETTERHEAD, HEADER, MAU, THU, GIA]:
        sheet.append(row)
    for merged in ("A1:D1", "E1:G1", "A2:D2", "E2:G2", "A4:G4", "A5:G5"):
        sheet.merge_cells(merged)
    return saved(book)


def born_under_nam_or_nu() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["STT", "Họ và tên", "Năm sinh", None, "Ngày vào Đảng", None, "Số thẻ"])
    sheet.append([None, None, "Nam", "Nữ", "Dự bị", "Chính thức", None])
    sheet.append([1, "Nguyễn Văn Mẫu", "3.2.1965", None, "19/5/1990", "19/5/1991", "001065000001"])
    sheet.append([2, "Trần Thị Thử", None, 1972, "2/9/1998", "2/9/1999", "001172000002"])
    sheet.append([3, "Lê Đình Giả", "11/1988", None, "22/12/2016", None, "001088000003"])
    for merged in ("A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"):
        sheet.merge_cells(merged)
    return saved(book)


def born_under_nam_or_nu_not_merged() -> bytes:
    return workbook(
        [
            ["STT", "Họ và tên", "Ngày, tháng, năm sinh", None, "Vào Đảng", None, "Số thẻ"],
            [None, None, "Nam", "Nữ", "Dự bị", "Chính thức", None],
            [1, "Nguyễn Văn Mẫu", "03-02-1965", None, "19-05-1990", "19-05-1991", "001065000001"],
            [2, "Trần Thị Thử", None, 1972, "02-09-1998", "02-09-1999", "001172000002"],
            [3, "Lê Đình Giả", "11-1988", None, "22-12-2016", None, "001088000003"],
        ]
    )


def after_a_guide() -> bytes:
    book = openpyxl.Workbook()
    guide = book.worksheets[0]
    guide.title = "Hướng dẫn"
    guide.append(
        ["Họ và tên", "Giới tính", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Số thẻ", "Chức vụ"]
    )
    guide.append(["Ví dụ Mẫu Một", "Nam", "01/01/1970", "01/01/2000", "01/01/2001", "000000000009", "Bí thư"])
    guide.append(["Ghi như khai sinh", "Nam hoặc Nữ", "dd/mm/yyyy", "dd/mm/yyyy", "dd/mm/yyyy", "12 số", ""])
    sheet = book.create_sheet("Danh sách")
    for row in (HEADER, MAU, THU, GIA):
        sheet.append(row)
    return saved(book)


NATIONAL = [
    *("STT", "ID", "Họ và tên*", "Tên gọi khác", "Giới tính*", "Sinh ngày* (dd/mm/yyyy)", "Dân tộc*"),
    *("Tôn giáo*", "Số định danh cá nhân* (12)", "Số thẻ Đảng* (12)", "Nơi cấp thẻ", "Ngày cấp thẻ"),
    *("Số thẻ theo QĐ 85", "Tổ chức đảng đang sinh hoạt*", "Nơi đăng ký khai sinh", None, None, "Quê quán"),
    *(None, "Thường trú", None, "Ngày vào Đảng*", "Ngày chính thức*", "Số CMND cũ", "Trạng thái hoạt động*"),
    *("Ngày rời/mất/miễn", "Đề nghị xóa", "Ghi chú"),
]


def national() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(NATIONAL)
    below: Row = [None] * len(NATIONAL)
    below[14:21] = ["Quốc gia", "Tỉnh/Thành", "Chi tiết", "Tỉnh", "Xã", "Tỉnh", "Xã"]
    sheet.append(below)
    for person in (MAU, THU, GIA):
        row: Row = [None] * len(NATIONAL)
        row[0], row[1], row[2], row[4], row[5] = person[0], f"DV{person[0]}", person[1], person[2], person[3]
        row[6], row[7], row[8], row[9] = "Kinh", "Không", "099900000001", person[6]
        row[14:21] = ["Việt Nam", "Tỉnh Mẫu", "Thôn Mẫu", "Tỉnh Mẫu", "Xã Mẫu", "Tỉnh Mẫu", "Xã Mẫu"]
        row[21], row[22], row[24] = person[4], person[5], "Đang sinh hoạt"
        sheet.append(row)
    sheet.merge_cells("O1:Q1")
    sheet.merge_cells("R1:S1")
    sheet.merge_cells("T1:U1")
    for column in range(1, len(NATIONAL) + 1):
        if not 15 <= column <= 21:
            sheet.merge_cells(start_row=1, start_column=column, end_row=2, end_column=column)
    return saved(book)


def split_names() -> bytes:
    rows = [[one[0], *one[1].rsplit(" ", 1), *one[2:]] for one in (MAU, THU, GIA)]
    return workbook([["TT", "Họ và tên đệm", "Tên", *HEADER[2:]], *rows])


def name_merged_over_two_columns() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["TT", "Họ và tên", None, *HEADER[2:]])
    for one in (MAU, THU, GIA):
        sheet.append([one[0], *one[1].rsplit(" ", 1), *one[2:]])
    sheet.merge_cells("B1:C1")
    return saved(book)


def real_dates_capitals_lost_zeros() -> bytes:
    return workbook(
        [
            HEADER,
            [
                1,
                "NGUYỄN VĂN MẪU",
                "Nam",
                dt.date(1965, 2, 3),
                dt.date(1990, 5, 19),
                dt.datetime.fromisoformat("1991-05-19"),
                1065000001,
            ],
            [
                2,
                unicodedata.normalize("NFD", "Trần  Thị Thử "),
                "nữ",
                1972,
                dt.date(1998, 9, 2),
                "2/9/1999",
                1172000002,
            ],
            [3, "LÊ ÐÌNH GIẢ", "NAM", "11/1988", 42726, "dự bị", 1088000003],
        ]
    )


def totals_and_signatures() -> bytes:
    return workbook(
        [
            *LETTERHEAD,
            HEADER,
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            ["I", "Chi ủy"],
            MAU,
            ["II. Tổ đảng số 2"],
            THU,
            GIA,
            ["Tổng cộng: 03 đảng viên"],
            [],
            [None, None, None, None, "Xã Mẫu, ngày … tháng … năm 2017"],
            [None, "NGƯỜI LẬP BIỂU", None, None, "T/M CHI ỦY"],
            [None, "(Ký, ghi rõ họ tên)", None, None, "BÍ THƯ"],
            [None, "Phạm Văn Ký", None, None, "Nguyễn Văn Mẫu"],
        ]
    )


def split_dates() -> bytes:
    rows = [
        [1, "Nguyễn Văn Mẫu", "Nam", 3, 2, 1965, "19/5/1990", "19/5/1991", "001065000001"],
        [2, "Trần Thị Thử", "Nữ", None, None, 1972, "2/9/1998", "2/9/1999", "001172000002"],
        [3, "Lê Đình Giả", "Nam", None, "11", "1988", "22/12/2016", None, "001088000003"],
    ]
    head = ["TT", "Họ và tên", "Giới tính", "Sinh ngày", None, None, *HEADER[4:]]
    return workbook([head, [None, None, None, "Ngày", "Tháng", "Năm"], *rows])


def _document(tables: Sequence[Sequence[Row]], merges: Callable[[Any], None] | None = None) -> bytes:
    document = docx.Document()
    document.add_paragraph("DANH SÁCH ĐẢNG VIÊN")
    for rows in tables:
        table = document.add_table(len(rows), max(map(len, rows)))
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                table.cell(at, column).text = "" if value is None else str(value)
        document.add_paragraph("")
    if merges:
        merges(document.tables[-1])
    return as_bytes(document)


def as_bytes(document: Any) -> bytes:
    """Return a document as a file's bytes."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_table() -> bytes:
    return _document([[HEADER, MAU, THU, GIA]])


def word_letterhead_and_tables() -> bytes:
    letterhead: list[Row] = [["ĐẢNG BỘ XÃ MẪU\nCHI BỘ THÔN MẪU", "ĐẢNG CỘNG SẢN VIỆT NAM"]]
    summary: list[Row] = [["Tổng số đảng viên", "Nam", "Nữ"], ["3", "2", "1"]]
    rows: list[Row] = [
        ["TT", "HỌ VÀ TÊN", "NĂM SINH", None, "NGÀY VÀO ĐẢNG", None, "SỐ THẺ"],
        [None, None, "Nam", "Nữ", "Dự bị", "Chính thức", None],
        [1, "NGUYỄN VĂN MẪU", "03/02/1965", None, "19/05/1990", "19/05/1991", "001065000001"],
        [2, "TRẦN THỊ THỬ", None, "1972", "02/09/1998", "02/09/1999", "001172000002"],
        [3, "LÊ ĐÌNH GIẢ", "11/1988", None, "22/12/2016", None, "001088000003"],
        ["Cộng: 3 đồng chí"],
    ]

    def merge(table: Any) -> None:
        for first, last in (
            ((0, 0), (1, 0)),
            ((0, 1), (1, 1)),
            ((0, 2), (0, 3)),
            ((0, 4), (0, 5)),
            ((0, 6), (1, 6)),
        ):
            table.cell(*first).merge(table.cell(*last))
        table.cell(5, 0).merge(table.cell(5, 6))

    return _document([letterhead, summary, rows], merge)


SHAPES: dict[str, Callable[[], bytes]] = {
    "plain.xlsx": plain,
    "letterhead.xlsx": under_letterhead,
    "two-rows.xlsx": born_under_nam_or_nu,
    "two-rows-not-merged.xlsx": born_under_nam_or_nu_not_merged,
    "guide-first.xlsx": after_a_guide,
    "national.xlsx": national,
    "split-names.xlsx": split_names,
    "merged-names.xlsx": name_merged_over_two_columns,
    "spoilt-values.xlsx": real_dates_capitals_lost_zeros,
    "totals.xlsx": totals_and_signatures,
    "split-dates.xlsx": split_dates,
    "table.docx": word_table,
    "tables.docx": word_letterhead_and_tables,
}
