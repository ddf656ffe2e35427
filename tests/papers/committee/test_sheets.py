"""An Excel form: its places are found, its rows are repeated, and whatever names them follows."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.cell_range import CellRange

from app.common.progress import NoProgress
from app.errors import Refused
from app.papers.committee import sheet_fill, sheet_form
from app.papers.committee.model import Grid, Marks
from app.papers.committee.sheet_book import Book, letters_for
from app.papers.committee.sheet_pages import read
from app.papers.word_reading.model import Para, WordTable
from app.services.form_marks import read as read_form
from app.worker.inline import InlineJobs
from tests.papers.committee import finding, samples
from tests.papers.committee.damage import edited, replaced

COLUMNS = ("row.place", "row.name", "row.born", "row.votes.good", "row.votes.fulfilled")
LINES = [
    {"row.place": str(n), "row.name": f"Nguyễn Văn {chr(64 + n)}", "row.born": "1970",
     "row.votes.good": str(n), "row.votes.fulfilled": "1"}
    for n in range(1, 8)
]  # fmt: skip


def marks(data: bytes) -> Marks:
    view = sheet_form.view(Book(data))
    grid = view.parts[0].blocks[0]
    assert isinstance(grid, Grid)
    row = next(one for one in grid.rows if one.at == "0/row/7")
    cells = [finding.cell(row, place) for place in range(1, 6)]
    lines = tuple(line.at for box in row.boxes for line in box.lines)
    places = dict(zip(cells, COLUMNS, strict=True))
    places |= {
        finding.behind(view, "ĐẢNG BỘ XÃ "): "cell.upper_organisation",
        finding.behind(view, "ĐẢNG VIÊN NĂM "): "year.this",
        finding.behind(view, "BÍ THƯ: "): "sign.name",
        "0/B2/0-0": "cell.name",
    }
    return Marks(places, {row.at: lines})


VALUES = {
    "cell.upper_organisation": "Mẫu",
    "year.this": "2026",
    "sign.name": "=Nguyễn Thị Mẫu",
    "cell.name": "Chi bộ thôn Đông",
}


def filled(data: bytes, count: int = 7, **options: Any) -> bytes:
    return sheet_fill.fill(data, marks(data), VALUES, LINES[:count], **options)


def sheets(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def test_the_sheet_is_seen_with_letters_numbers_and_places() -> None:
    view = sheet_form.view(Book(samples.levels_book()))
    grid = view.parts[0].blocks[0]

    assert isinstance(grid, Grid)
    assert [part.title for part in view.parts] == ["Danh sách", "Tổng hợp"]
    assert [box.lines[0].pieces[0].text for box in grid.rows[0].boxes] == ["", *"ABCDEF"]
    row = next(one for one in grid.rows if one.at == "0/row/7")
    assert row.spare == 3
    assert next(one for one in grid.rows if one.at == "0/row/4").boxes[1].across == 6
    formula = row.boxes[6].lines[0].pieces[0]
    assert (formula.text, formula.at) == ("=D7+E7", "")


@pytest.mark.parametrize("spare", [0, 1, 3])
def test_rows_are_put_in_and_everything_below_follows(spare: int) -> None:
    made = sheets(filled(samples.levels_book(spare=spare)))
    sheet = made["Danh sách"]

    assert [sheet.cell(row, 2).value for row in range(7, 14)] == [one["row.name"] for one in LINES]
    assert [sheet.cell(row, 1).value for row in range(7, 14)] == list(range(1, 8))
    assert [sheet.cell(row, 6).value for row in range(7, 14)] == [f"=D{row}+E{row}" for row in range(7, 14)]
    assert (sheet["B14"].value, sheet["D14"].value) == ("Tổng cộng", "=SUM(D7:D13)")
    assert made["Tổng hợp"]["B1"].value == "=SUM('Danh sách'!D7:D13)"
    assert "D16:F16" in [str(one) for one in sheet.merged_cells.ranges]
    assert sheet["D17"].value == "BÍ THƯ: =Nguyễn Thị Mẫu"
    assert sheet.print_area == "'Danh sách'!$A$1:$F$17"
    assert [str(one.sqref) for one in sheet.conditional_formatting] == ["D7:D13"]
    assert all(sheet.cell(row, 3).border.left.style == "thin" for row in range(7, 14))
    assert sheet["D9"].value == 3
    assert made.calculation.fullCalcOnLoad


def test_values_stand_in_the_texts_of_the_form() -> None:
    sheet = sheets(filled(samples.levels_book()))["Danh sách"]

    assert sheet["A1"].value == "ĐẢNG BỘ XÃ Mẫu"
    assert sheet["A4"].value == "DANH SÁCH XẾP LOẠI ĐẢNG VIÊN NĂM 2026"
    assert sheet["A4"].font.bold
    assert sheet["B2"].value == "Chi bộ thôn Đông"


def test_fewer_lines_than_rows_leave_empty_rows_without_numbers() -> None:
    sheet = sheets(filled(samples.levels_book(), count=2))["Danh sách"]

    assert [sheet.cell(row, 1).value for row in range(7, 11)] == [1, 2, None, None]
    assert sheet["D11"].value == "=SUM(D7:D10)"
    assert sheet["F9"].value == "=D9+E9"


def test_a_value_never_begins_a_formula() -> None:
    book = samples.levels_book()
    for start in ("=1+1", "+1", "-1+2", "@SUM(A1)"):
        values = {**VALUES, "cell.name": start}
        sheet = sheets(sheet_fill.fill(book, marks(book), values, LINES))["Danh sách"]
        assert (sheet["B2"].value, sheet["B2"].data_type) == (start, "s")


def test_parts_that_nothing_is_written_into_stay_byte_for_byte() -> None:
    data = samples.levels_book(picture=True)

    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(filled(data))) as new:
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert old.namelist() == new.namelist()
        drawing = new.read("xl/drawings/drawing1.xml")
    assert sorted(changed) == [
        "xl/drawings/drawing1.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    ]
    assert b"row>17<" in drawing


def test_what_cannot_follow_is_refused_and_needs_no_rows_goes() -> None:
    data = samples.levels_book(notes=True)

    with pytest.raises(Refused) as refused:
        filled(data)
    assert (refused.value.code, refused.value.params["sheet"]) == ("L-336", "Danh sách")
    assert sheets(filled(data, count=4))["Danh sách"]["B10"].value == "Nguyễn Văn D"


def test_long_text_breaks_and_its_row_grows() -> None:
    book = load_workbook(io.BytesIO(samples.levels_book()))
    book["Danh sách"].row_dimensions[7].height = 15
    out = io.BytesIO()
    book.save(out)
    data = out.getvalue()
    long = "Nguyễn Hoàng Phương Thảo Nguyên Khánh Vân Mẫu Thử Nghiệm Bịa Đặt"
    lines = [{**LINES[0], "row.name": long}]
    sheet = sheets(sheet_fill.fill(data, marks(data), VALUES, lines))["Danh sách"]

    assert sheet["B7"].alignment.wrap_text
    assert sheet.row_dimensions[7].height > 30
    assert not sheets(data)["Danh sách"]["B7"].alignment.wrap_text


def test_practice_data_say_so_at_the_foot() -> None:
    made = sheets(filled(samples.levels_book(), band="TÀI LIỆU LUYỆN TẬP"))

    assert [one.oddFooter.center.text for one in made] == ["TÀI LIỆU LUYỆN TẬP"] * 2


def cells_shown(data: bytes) -> tuple[dict[str, str], list[str]]:
    """Return what the first sheet's pages say by cell, and the notes."""
    reading, notes = read(data)
    table = reading.sections[0].blocks[0]
    assert isinstance(table, WordTable)
    found = {}
    for number, row in enumerate(table.rows, start=1):
        for column, cell in row.cells:
            said = "".join(para.text for para in cell.blocks if isinstance(para, Para))
            found[f"{letters_for(column + 1)}{number}"] = said
    return found, notes


def test_pages_show_the_cells_with_what_simple_formulas_come_to() -> None:
    said, notes = cells_shown(filled(samples.levels_book(picture=True)))

    assert [said[f"F{row}"] for row in range(7, 14)] == [str(n + 1) for n in range(1, 8)]
    assert (said["D14"], said["F14"]) == ("28", "35")
    assert any("Hình vẽ" in one for one in notes)
    assert not any("công thức" in one for one in notes)


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("=COUNTA(B7:B13)", "7"),
        ("=AVERAGE(D7:D13)*2-1", "7"),
        ("=(D7+D8)/2", "1,5"),
        ("=-D7+MAX(D7:D13,9)", "8"),
        ("='Tổng hợp'!B1", "28"),
        ("=D7/0", ""),
        ("=VLOOKUP(A7,A7:B9,2)", ""),
        ("=H1", ""),
    ],
)
def test_what_only_excel_can_tell_is_left_to_it_and_named(formula: str, shown: str) -> None:
    book = load_workbook(io.BytesIO(filled(samples.levels_book())))
    book["Danh sách"]["F1"] = "=F1+1" if formula == "=H1" else formula
    out = io.BytesIO()
    book.save(out)

    said, notes = cells_shown(out.getvalue())

    assert said["F1"] == shown
    assert any("F1" in one for one in notes) is (not shown)


def test_names_of_cells_are_places_with_names() -> None:
    book = load_workbook(io.BytesIO(samples.levels_book()))
    from openpyxl.workbook.defined_name import DefinedName

    book.defined_names["ten_chi_bo"] = DefinedName("ten_chi_bo", attr_text="'Danh sách'!$B$2")
    book["Danh sách"]["C2"] = "{nam}"
    out = io.BytesIO()
    book.save(out)

    found = {one.name: one.at for one in sheet_form.named_places(Book(out.getvalue()))}

    assert found == {"nam": "0/C2/0-5", "ten_chi_bo": "0/B2/0-0"}


def test_a_formula_that_nobody_can_take_apart_is_left_to_excel_and_keeps_rows_out() -> None:
    change = replaced(r"<f>SUM\(D7:D10\)</f>", '<f>SUM("D7)</f>')
    data = edited("xl/worksheets/sheet1.xml", change)(samples.levels_book())

    with pytest.raises(Refused) as refused:
        filled(data)
    assert (refused.value.code, refused.value.params["sheet"]) == ("L-336", "Danh sách")
    said, notes = cells_shown(filled(data, count=4))
    assert said["D11"] == ""
    assert any("D11" in one for one in notes)


def test_a_sheet_of_thousands_of_merged_cells_is_read_and_filled() -> None:
    book = load_workbook(io.BytesIO(samples.levels_book()))
    sheet = book["Danh sách"]
    for row in range(20, 100):
        sheet.cell(row, 1, "x")
        for column in range(1, 59, 2):
            sheet.merged_cells.ranges.add(CellRange(None, column, row, column + 1, row))
    sheet.cell(99, 60, "x")
    out = io.BytesIO()
    book.save(out)

    read_ = read_form(InlineJobs(), "Mẫu.xlsx", out.getvalue(), NoProgress())[1]
    made = filled(out.getvalue())

    grid = read_.view.parts[0].blocks[0]
    assert isinstance(grid, Grid)
    assert [box.across for box in grid.rows[20].boxes[:3]] == [1, 2, 2]
    assert len(sheets(made)["Danh sách"].merged_cells.ranges) == 80 * 29 + 2
    assert "A102:B102" in sheets(made)["Danh sách"].merged_cells
