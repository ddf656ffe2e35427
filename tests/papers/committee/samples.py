"""Invented forms as a committee would send them, made with libraries that are not ours."""

from __future__ import annotations

import io

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_LEADER
from docx.shared import Cm, Pt

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
