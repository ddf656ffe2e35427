"""Page, margins, sizes and widths read back from the written files; fonts, properties and parts of them."""

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from typing import TypeGuard

import pypdf
import pypdf.generic
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml

from app import papers
from app.common.paths import RESOURCES
from app.common.progress import NoProgress
from app.package import merged
from app.papers import Subject, fonts, pages, styles
from app.papers.content import RULE_PT, Document, SideBySide, Table
from app.papers.writers import docx_writer, pdf_writer
from tests.papers.reading import pdf_lines_boxes, word
from tests.papers.samples import CASES, CELL, DAY, PRACTICE_CELL, Case, paper, review_year

MM = 72 / 25.4
PDF_PATH = 2
cases = pytest.mark.parametrize("case", [case for case in CASES if case.full], ids=lambda case: case.name)


def submission(day: dt.date = DAY) -> Document:
    return papers.build("submission", review_year(day.year), Subject(paper(day)))


def body_xml(document: Document) -> str:
    return zipfile.ZipFile(io.BytesIO(docx_writer.write(document))).read("word/document.xml").decode()


def is_font(one: object) -> TypeGuard[pypdf.generic.DictionaryObject]:
    return isinstance(one, pypdf.generic.DictionaryObject) and one.get("/Type") == "/Font"


@cases
def test_word_page_and_margins(case: Case) -> None:
    document = case.document()
    section = word(docx_writer.write(document)).sections[0]
    page = document.page

    measured = [
        section.page_width, section.page_height, section.top_margin, section.bottom_margin,
        section.left_margin, section.right_margin, section.header_distance,
    ]  # fmt: skip
    wanted = [
        page.width_mm, page.height_mm, page.top_mm, page.bottom_mm,
        page.left_mm, page.right_mm, page.number_from_top_mm,
    ]  # fmt: skip
    for length, mm in zip(measured, wanted, strict=True):
        assert length is not None
        assert length.mm == pytest.approx(mm, abs=0.1)
    sideways = page.width_mm > page.height_mm
    assert section.orientation == (WD_ORIENT.LANDSCAPE if sideways else WD_ORIENT.PORTRAIT)
    assert section.different_first_page_header_footer


@pytest.mark.parametrize("name", ["hd11", "hd36", "hd05"])
def test_word_styles_are_those_of_the_profile(name: str) -> None:
    profile = styles.profile(name)
    document = submission({"hd11": dt.date(2017, 1, 9), "hd36": dt.date(2019, 1, 9), "hd05": DAY}[name])
    written = word(docx_writer.write(document)).styles

    for style in profile.styles:
        font, spacing = written[style.label].font, written[style.label].paragraph_format
        assert font.size is not None
        assert font.size.pt == style.size_pt
        assert (bool(font.bold), bool(font.italic), bool(font.underline)) == (
            style.bold,
            style.italic,
            style.underline,
        )
        assert spacing.line_spacing_rule == WD_LINE_SPACING.EXACTLY
        assert spacing.line_spacing.pt == style.line_pt
        assert spacing.space_before.pt == style.before_pt
        assert spacing.first_line_indent.mm == pytest.approx(style.first_line_mm, abs=0.1)


@cases
def test_tables_are_as_wide_as_the_text(case: Case) -> None:
    document = case.document()
    tables = word(docx_writer.write(document)).tables

    for table in tables:
        widths = [column.width.mm for column in table.columns if column.width is not None]
        assert sum(widths) == pytest.approx(document.page.text_width_mm, abs=0.1)
    in_order = [block for block in document.blocks if isinstance(block, Table | SideBySide)]
    for block, written in zip(in_order, tables, strict=True):
        if isinstance(block, Table):
            assert [column.width.mm for column in written.columns if column.width] == pytest.approx(
                list(block.widths_mm), abs=0.1
            )


def test_table_heads_repeat_and_rows_stay_whole() -> None:
    document = papers.build("member_list", review_year(2026, 3), Subject(dated_on=DAY))
    rows = re.findall(r"<w:tr>.*?</w:tr>", body_xml(document))[1:-1]  # between head and signature

    assert ["<w:tblHeader/>" in row for row in rows] == [True, False, False, False]
    assert all("<w:cantSplit/>" in row for row in rows)


@cases
def test_pdf_page_and_margins(case: Case) -> None:
    document = case.document()
    page = document.page
    pdf = pdf_writer.write(document)
    box = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    lines = pdf_lines_boxes(pdf)

    size = (float(box.width) / MM, float(box.height) / MM)
    assert size == pytest.approx((page.width_mm, page.height_mm), abs=0.1)
    assert min(left for left, _, _, _ in lines.values()) / MM >= page.left_mm - 0.5
    assert max(right for _, _, right, _ in lines.values()) / MM <= page.width_mm - page.right_mm + 0.5
    assert min(bottom for _, bottom, _, _ in lines.values()) / MM >= page.bottom_mm - 0.5
    top = max(top for _, _, _, top in lines.values()) / MM
    style = document.style("head_title")
    slack = style.line_pt / MM - 1.107 * style.size_pt / MM  # the first line's own room over its letters
    assert top == pytest.approx(page.height_mm - page.top_mm - slack, abs=0.5)


def test_justified_text_fills_the_width() -> None:
    document = papers.build("submission", review_year(), Subject(paper(DAY, body="chữ trong dòng " * 60)))
    boxes = pdf_lines_boxes(pdf_writer.write(document))
    lines = [box for text, box in boxes.items() if "trong dòng" in text]

    assert max(right for _, _, right, _ in lines) / MM == pytest.approx(195, abs=0.5)
    assert lines[0][0] / MM == pytest.approx(40, abs=0.5)
    assert lines[1][0] / MM == pytest.approx(30, abs=0.5)


def test_lines_of_one_style_stand_at_even_distance() -> None:
    body = "Dòng một\n" + "chữ trong dòng " * 20 + "\nDòng cuối"
    document = papers.build("submission", review_year(), Subject(paper(DAY, body=body)))
    boxes = pdf_lines_boxes(pdf_writer.write(document))
    one, last = boxes["Dòng một"], boxes["Dòng cuối"]
    wrapped = [box for text, box in boxes.items() if "trong dòng" in text]

    # Drawn as one line or as a paragraph, the base lines keep their 18 pt and the 6 pt between paragraphs.
    distance = (one[1] - last[1] - 2 * 6) / 18
    assert distance == pytest.approx(round(distance), abs=0.03)
    assert len(wrapped) >= 2


def test_the_rule_is_as_long_as_the_heading_in_both_formats() -> None:
    document = submission()
    title = "ĐẢNG CỘNG SẢN VIỆT NAM"
    left, _, right, _ = pdf_lines_boxes(pdf_writer.write(document))[title]
    length = fonts.text_width_mm(title, document.style("head_title"))
    assert (right - left) / MM == pytest.approx(length, abs=0.5)

    pdf = pypdfium2.PdfDocument(pdf_writer.write(document))
    paths = [one.get_bounds() for one in pdf[0].get_objects() if one.type == PDF_PATH]
    rule = max(paths, key=lambda bounds: bounds[1])  # the other one underlines "Nơi nhận"
    pdf.close()
    # PDFium's bounds reach out by the thickness of the line at either end.
    assert (rule[2] - rule[0] - 2 * RULE_PT) / MM == pytest.approx(length, abs=0.1)

    match = re.search(r'</w:pBdr>.*?<w:ind w:left="(\d+)" w:right="(\d+)"/>', body_xml(document))
    assert match
    inset = (int(match[1]) + int(match[2])) / 1440 * 25.4
    assert 93.5 - inset == pytest.approx(length, abs=0.1)


def test_the_page_number_stands_from_page_two_in_the_middle() -> None:
    document = papers.build("member_list", review_year(2026, 60), Subject(dated_on=DAY))
    pdf = pdf_writer.write(document)
    left, bottom, right, top = pdf_lines_boxes(pdf, 1)["2"]

    assert not [box for line, box in pdf_lines_boxes(pdf, 0).items() if line == "1" and box[3] > 550]
    assert (left + right) / 2 / MM == pytest.approx(30 + 252 / 2, abs=0.5)
    assert document.page.height_mm - top / MM == pytest.approx(10 + 1.5, abs=1)
    assert bottom < top

    parts = zipfile.ZipFile(io.BytesIO(docx_writer.write(document)))
    assert " PAGE " in parts.read("word/header1.xml").decode()
    assert " PAGE " not in parts.read("word/header2.xml").decode()


def test_every_font_of_the_pdf_is_embedded() -> None:
    document = papers.build("member_list", review_year(2026, 60, PRACTICE_CELL), Subject(dated_on=DAY))
    reader = pypdf.PdfReader(io.BytesIO(pdf_writer.write(document)))
    fonts_found = [one for one in map(reader.get_object, range(1, len(reader.xref[0]))) if is_font(one)]

    assert fonts_found
    assert all("/FontFile2" in str(font["/FontDescriptor"].get_object()) for font in fonts_found)


def test_the_pdf_says_language_and_title_and_has_a_bookmark() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf_writer.write(submission())))

    assert str(reader.root_object["/Lang"]) == "vi-VN"
    assert reader.metadata is not None
    assert reader.metadata.title == "Tờ trình"
    assert not reader.metadata.author
    assert [str(one.title) for one in reader.outline if not isinstance(one, list)] == ["TỜ TRÌNH"]


@pytest.mark.fault("F06")
def test_files_tell_nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("USER", "LOGNAME", "USERNAME", "COMPUTERNAME", "HOSTNAME"):
        monkeypatch.setenv(variable, "MayCuaNguoiViet")
    docx, pdf = docx_writer.write(submission()), pdf_writer.write(submission())
    for data in (docx, *unpacked(docx), pdf, merged.merge([("Tờ trình", pdf)], NoProgress())):
        for secret in (str(Path.home()), "/usr/share", str(RESOURCES), "MayCuaNguoiViet"):
            assert secret.encode() not in data


def unpacked(docx: bytes) -> list[bytes]:
    archive = zipfile.ZipFile(io.BytesIO(docx))
    assert {
        (part.date_time, part.create_system, part.comment, part.extra) for part in archive.infolist()
    } == {((1980, 1, 1, 0, 0, 0), 0, b"", b"")}
    return [archive.read(name) for name in archive.namelist()]


@pytest.mark.fault("F06")
def test_files_carry_no_facts_but_their_title_and_program() -> None:
    docx, pdf = docx_writer.write(submission()), pdf_writer.write(submission())
    facts = ["docProps/core.xml", "docProps/app.xml"]
    told = [parse_xml(zipfile.ZipFile(io.BytesIO(docx)).read(name)) for name in facts]
    assert [[one.text for one in properties] for properties in told] == [["Tờ trình", "vi-VN"], ["Sổ Chi bộ"]]
    own, whole = (
        {
            name: str(value)
            for name, value in (pypdf.PdfReader(io.BytesIO(data)).metadata or {}).items()
            if value
        }
        for data in (pdf, merged.merge([("Tờ trình", pdf)], NoProgress()))
    )
    day = "D:20000101000000+00'00'"  # the same for all, so that equal papers are equal files
    assert own == {
        "/Title": "Tờ trình",
        "/Producer": "ReportLab PDF Library - (opensource)",
        "/CreationDate": day,
        "/ModDate": day,
        "/Trapped": "/False",
    }
    assert whole == {"/Producer": "pypdf"}


@pytest.mark.fault("F07")
def test_the_word_file_has_known_parts_only_and_no_outside_links() -> None:
    package = zipfile.ZipFile(io.BytesIO(docx_writer.write(submission())))

    assert set(package.namelist()) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
        "word/settings.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "docProps/core.xml",
        "docProps/app.xml",
    }
    for name in package.namelist():
        text = package.read(name).decode()
        parse_xml(text.encode())
        assert "External" not in text


def test_pictures_show_the_pages() -> None:
    pdf = pdf_writer.write(papers.build("member_list", review_year(2026, 28), Subject(dated_on=DAY)))
    pictures = list(pages.pictures(pdf, 600))

    assert len(pictures) == pages.count(pdf) == 2
    for picture in pictures:
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        assert (int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")) == (600, 425)


@pytest.mark.parametrize("place", ["Xã Mẫu", "Thành phố Hồ Chí Minh", "Phường Hoàng Văn Thụ", "Phường 12"])
@pytest.mark.parametrize("year", [2017, 2019, 2026])
def test_place_and_date_stand_on_one_line(place: str, year: int) -> None:
    cell = CELL.model_copy(update={"place_name": place})
    day = dt.date(year, 12, 24)
    document = papers.build("submission", review_year(year, 3, cell), Subject(paper(day)))

    assert f"{place}, ngày 24 tháng 12 năm {year}" in pdf_lines_boxes(pdf_writer.write(document))
