"""Forms through LibreOffice: saved by it before they are marked, and what was filled opened by it.

Slow: `dev.py test --long`. Needs ``soffice`` with Writer and Calc.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from app.papers.committee import sheet_fill, sheet_form, word_fill, word_form
from app.papers.committee.model import Grid, Marks, lines_in_row
from app.papers.committee.sheet_book import Book
from app.papers.readback import pdf_pages
from tests.papers.committee import finding, samples
from tests.papers.committee.damage import resaved
from tests.papers.committee.test_variants import LINES, NAMES, VALUES

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
WORD_WAYS = {
    "as it came": (),
    "saved as Word": ("docx",),
    "through OpenDocument": ("odt", "docx"),
    "through Word 97": ("doc", "docx"),
    "through rich text": ("rtf", "docx"),
}
EXCEL_WAYS = {
    "as it came": (),
    "saved as Excel": ("xlsx",),
    "through OpenDocument": ("ods", "xlsx"),
    "through Excel 97": ("xls", "xlsx"),
}


def filled_list(data: bytes) -> bytes:
    view = word_form.view(data)
    row = finding.table(view, "Họ và tên").rows[2]
    lines = tuple(line.at for line in lines_in_row(row))
    places = {finding.cell(row, 0): "row.place", finding.cell(row, 1): "row.name"}
    places[finding.behind(view, "Chi bộ: ")] = "cell.name"
    places[finding.behind(view, "ĐẢNG VIÊN NĂM ")] = "year.this"
    return word_fill.fill(data, Marks(places, {row.at: lines}), VALUES, LINES)


def filled_minutes(data: bytes) -> bytes:
    view = word_form.view(data)
    places = {
        finding.behind(view, "CHI BỘ "): "cell.name",
        finding.behind(view, "Địa điểm:"): "place",
        finding.behind(view, "Chủ trì: "): "chair",
        finding.below(view, "I. Kết luận"): "conclusion",
        finding.behind(view, "năm 20"): "year.this",
    }
    values = {
        **VALUES,
        "place": "Nhà văn hóa thôn Mẫu",
        "chair": "Nguyễn Thị Mẫu",
        "conclusion": "Một.\nHai.\nBa.",
    }
    return word_fill.fill(data, Marks(places), values, ())


def filled_sheet(data: bytes) -> bytes:
    view = sheet_form.view(Book(data))
    grid = view.parts[0].blocks[0]
    assert isinstance(grid, Grid)
    row = next(one for one in grid.rows if one.at == "0/row/7")
    places = {finding.cell(row, 1): "row.place", finding.cell(row, 2): "row.name", "0/B2/0-0": "cell.name"}
    marks = Marks(places, {row.at: tuple(line.at for line in lines_in_row(row))})
    return sheet_fill.fill(data, marks, VALUES, LINES)


@pytest.mark.parametrize("way", WORD_WAYS)
def test_a_list_is_filled_whatever_saved_it(way: str, tmp_path: Path) -> None:
    data = resaved(samples.levels_form(), "docx", WORD_WAYS[way], tmp_path)
    made = filled_list(data)

    again = Document(io.BytesIO(resaved(made, "docx", ("docx",), tmp_path / "again")))
    said = " ".join("".join(pdf_pages(resaved(made, "docx", ("pdf",), tmp_path / "pdf"))).split())
    rows = [[cell.text for cell in row.cells] for row in again.tables[0].rows]
    assert [row[1] for row in rows[2:]] == NAMES
    assert [row[0] for row in rows[2:]] == [one["row.place"] for one in LINES]
    assert "Chi bộ: Chi bộ thôn Đông" in [one.text for one in again.paragraphs]
    assert [name for name in NAMES if name not in said] == []


@pytest.mark.parametrize("way", WORD_WAYS)
def test_minutes_are_filled_whatever_saved_them(way: str, tmp_path: Path) -> None:
    data = resaved(samples.minutes_form(), "docx", WORD_WAYS[way], tmp_path)
    made = filled_minutes(data)

    again = Document(io.BytesIO(resaved(made, "docx", ("docx",), tmp_path / "again")))
    said = [one.text for one in again.paragraphs]
    assert [one for one in said if one in {"Một.", "Hai.", "Ba."}] == ["Một.", "Hai.", "Ba."]
    assert "Địa điểm: Nhà văn hóa thôn Mẫu" in said
    assert "Chủ trì: Nguyễn Thị Mẫu" in said
    assert again.tables[0].rows[0].cells[1].text.endswith("năm 2026")
    assert samples.DOTS * 5 not in "\n".join(said)


@pytest.mark.parametrize("way", EXCEL_WAYS)
def test_a_sheet_is_filled_whatever_saved_it_and_is_computed(way: str, tmp_path: Path) -> None:
    data = resaved(samples.levels_book(), "xlsx", EXCEL_WAYS[way], tmp_path)
    made = filled_sheet(data)

    computed = load_workbook(io.BytesIO(resaved(made, "xlsx", ("xlsx",), tmp_path / "again")), data_only=True)
    sheet = computed["Danh sách"]
    assert [sheet.cell(row, 2).value for row in range(7, 14)] == NAMES
    assert sheet["B14"].value == "Tổng cộng"
    assert sheet["B2"].value == "Chi bộ thôn Đông"
    assert [sheet.cell(row, 6).value for row in range(7, 14)] == [0] * 7
    assert computed["Tổng hợp"]["B1"].value == 0
