"""Invented forms as a committee would send them, made with libraries that are not ours."""

from __future__ import annotations

import io
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_LEADER
from docx.shared import Cm, Pt
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, Side
from PIL import Image as Picture

DOTS = "\u2026" * 12


def minutes_form() -> bytes:
    """Return a Word form of minutes: dotted lines, dates in pieces, a leader, a signature table."""
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    head = document.add_table(rows=1, cols=2)
    left, right = head.rows[0].cells
    left.text = "ĐẢNG BỘ XÃ ……………\nCHI BỘ ……………\nSố ……-BB/CB"
    right.text = "ĐẢNG CỘNG SẢN VIỆT NAM\n………, ngày …… tháng …… năm 20……"
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run("BIÊN BẢN").bold = True
    document.add_paragraph("Hội nghị kiểm điểm, xếp loại năm {nam}")
    document.add_paragraph("Thời gian bắt đầu: …… giờ …… phút, ngày ………………")
    place = document.add_paragraph("Địa điểm:\t")
    place.paragraph_format.tab_stops.add_tab_stop(Cm(16), leader=WD_TAB_LEADER.DOTS)
    chair = document.add_paragraph("Chủ trì: ")
    chair.add_run(DOTS).italic = True
    document.add_paragraph("Thư ký hội nghị:")
    document.add_paragraph("I. Kết luận của chủ trì hội nghị")
    for _ in range(3):
        document.add_paragraph(DOTS * 5)
    document.add_paragraph("Hội nghị kết thúc lúc ………… cùng ngày.")
    foot = document.add_table(rows=2, cols=2)
    foot.rows[0].cells[0].text = "NGƯỜI GHI BIÊN BẢN"
    foot.rows[0].cells[1].text = "CHỦ TRÌ HỘI NGHỊ"
    return saved(document)


def levels_form() -> bytes:
    """Return a Word list with a head of two rows, numbered empty rows, and a total below."""
    document = Document()
    document.add_paragraph("DANH SÁCH ĐỀ NGHỊ XẾP LOẠI ĐẢNG VIÊN NĂM …………")
    document.add_paragraph("Chi bộ: ……………………………")
    table = document.add_table(rows=5, cols=5, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("TT", "Họ và tên", "Năm sinh", "Xếp loại", ""), strict=True):
        cell.text = text
    table.rows[0].cells[3].merge(table.rows[0].cells[4])
    for cell, text in zip(table.rows[1].cells, ("", "", "", "Tự nhận", "Đề nghị"), strict=True):
        cell.text = text
    for place, row in enumerate(table.rows[2:], start=1):
        row.cells[0].text = str(place)
        row.cells[0].paragraphs[0].runs[0].bold = True
    document.add_paragraph("Tổng số: …… đảng viên, trong đó chính thức …… đồng chí.")
    return saved(document)


def named_form() -> bytes:
    """Return a Word form with names in braces, some of which nobody knows."""
    document = Document()
    document.add_paragraph("Chi bộ: {ten_chi_bo}; năm «Nam»; mã hồ sơ ${ma_ho_so}")
    document.add_paragraph("Họ tên: ……………………")
    return saved(document)


def saved(document: object) -> bytes:
    """Return a document of python-docx as a file."""
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]  # python-docx has no types
    return out.getvalue()


_TITLES = ("TT", "Họ và tên", "Năm sinh", "Phiếu HTT", "Phiếu HT", "Cộng phiếu")
_THIN = Side(style="thin")
_RULED = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def levels_book(*, picture: bool = False, spare: int = 3, notes: bool = False) -> bytes:
    """Return an Excel list: merged heads, ruled rows, sums below, a sheet that counts, a print area."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Danh sách"
    last = 7 + spare
    _head(sheet)
    _rows(sheet, last)
    _foot(sheet, last)
    if notes:
        sheet.cell(last + 1, 2).comment = Comment("Ghi chú bịa", "Mẫu")
    if picture:
        sheet.add_image(Image(_png()), f"E{last + 5}")
    other = book.create_sheet("Tổng hợp")
    other["A1"] = "Số phiếu"
    other["B1"] = f"=SUM('Danh sách'!D7:D{last})"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(sheet: Any) -> None:
    sheet["A1"] = "ĐẢNG BỘ XÃ ……………"
    sheet["A2"] = "CHI BỘ:"
    sheet.merge_cells("A4:F4")
    sheet["A4"] = "DANH SÁCH XẾP LOẠI ĐẢNG VIÊN NĂM ……"
    sheet["A4"].font = Font(bold=True, size=14)
    sheet["A4"].alignment = Alignment(horizontal="center")
    for column, title in enumerate(_TITLES, start=1):
        cell = sheet.cell(6, column, title)
        cell.border, cell.font = _RULED, Font(bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.column_dimensions["B"].width = 26
    sheet.page_setup.orientation = "landscape"


def _rows(sheet: Any, last: int) -> None:
    for row in range(7, last + 1):
        for column in range(1, 7):
            sheet.cell(row, column).border = _RULED
        sheet.cell(row, 1).value = row - 6
        sheet.cell(row, 6).value = f"=D{row}+E{row}"
    made: Any = CellIsRule  # openpyxl has no types here
    rule = made(operator="greaterThan", formula=["5"], font=Font(bold=True))
    sheet.conditional_formatting.add(f"D7:D{last}", rule)


def _foot(sheet: Any, last: int) -> None:
    sheet.cell(last + 1, 2, "Tổng cộng").font = Font(bold=True)
    sheet.cell(last + 1, 4, f"=SUM(D7:D{last})")
    sheet.cell(last + 1, 6, f"=SUM(F7:F{last})")
    sheet.cell(last + 3, 4, "T/M CHI BỘ")
    sheet.merge_cells(start_row=last + 3, end_row=last + 3, start_column=4, end_column=6)
    sheet.cell(last + 4, 4, "BÍ THƯ: ……………")
    sheet.print_area = f"A1:F{last + 4}"


def _png() -> io.BytesIO:
    out = io.BytesIO()
    Picture.new("RGB", (4, 4), "red").save(out, "PNG")
    out.seek(0)
    return out
