"""Forms that come damaged or odd: filled all the same, or refused with a code; never a crash."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from openpyxl import load_workbook

from app.common.progress import NoProgress
from app.errors import AppError
from app.papers.committee import sheet_fill, word_fill, word_form
from app.papers.committee.model import Grid, Marks, lines_in_row
from app.services.form_marks import read
from app.worker.inline import InlineJobs
from tests.papers.committee import finding, samples
from tests.papers.committee.damage import edited, flipped, replaced, stored, with_part, without

DOCUMENT, SHEET, STRINGS = "word/document.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
NAMES = [f"Nguyễn Văn {letter}" for letter in "ABCDEFG"]
VALUES = {"cell.name": "Chi bộ thôn Đông", "year.this": "2026"}
LINES = [{"row.place": str(place), "row.name": name} for place, name in enumerate(NAMES, start=1)]


@dataclass(frozen=True)
class Variant:
    """A change of a form, and the code it is refused with; empty where it is filled."""

    change: Callable[[bytes], bytes]
    code: str = ""


def _split_runs(text: str) -> str:
    """Cut every text into runs of one letter, as years of editing do."""
    return replaced(r"<w:t(?: [^>]*)?>([^<])([^<]+)</w:t></w:r>", r"<w:t>\1</w:t></w:r><w:proofErr/><w:r>"
                    r'<w:t xml:space="preserve">\2</w:t></w:r>')(text)  # fmt: skip


_BOOKMARK = '<w:bookmarkStart w:id="1" w:name="m"/><w:bookmarkEnd w:id="1"/>'
_CONTROL = r"<w:sdt><w:sdtContent>\1</w:sdtContent></w:sdt>"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_IDENTITY = f'<w:p xmlns:w14="{_W14}" w14:paraId="1A">'
WORD = {
    "as it came": Variant(lambda data: data),
    "parts unpacked and in another order": Variant(stored),
    "without styles": Variant(without("word/styles.xml")),
    "without theme, fonts, settings": Variant(
        without("word/theme/theme1.xml", "word/fontTable.xml", "word/settings.xml", "word/webSettings.xml")
    ),
    "without relations of the text": Variant(without("word/_rels/document.xml.rels")),
    "tables without their grid": Variant(edited(DOCUMENT, replaced(r"<w:tblGrid>.*?</w:tblGrid>", ""))),
    "cells without properties": Variant(edited(DOCUMENT, replaced(r"<w:tcPr>.*?</w:tcPr>", ""))),
    "runs cut apart": Variant(edited(DOCUMENT, _split_runs)),
    "with bookmarks everywhere": Variant(edited(DOCUMENT, replaced(r"(<w:r>)", _BOOKMARK + r"\1"))),
    "rows inside controls": Variant(edited(DOCUMENT, replaced(r"(<w:tr(?: .*?)?>.*?</w:tr>)", _CONTROL))),
    "with marks of identity": Variant(edited(DOCUMENT, replaced(r"<w:p>", _IDENTITY))),
    "dots as full stops": Variant(edited(DOCUMENT, lambda text: text.replace("\u2026", "..."))),
    "dots as underscores": Variant(edited(DOCUMENT, lambda text: text.replace("\u2026", "___"))),
    "cut off in the middle": Variant(lambda data: data[: len(data) // 2], "L-508"),
    "a byte changed": Variant(flipped, "L-508"),
    "without its text": Variant(without(DOCUMENT), "L-505"),
    "text that is no XML": Variant(edited(DOCUMENT, lambda text: text[: len(text) // 2]), "L-508"),
    "a changed sentence that nobody accepted": Variant(
        edited(DOCUMENT, replaced(r"<w:r>", '<w:ins w:id="9" w:author="M"><w:r/></w:ins><w:r>')), "L-330"
    ),
    "with a macro": Variant(with_part("word/vbaProject.bin", b"x"), "L-506"),
    "with an entity": Variant(
        edited(DOCUMENT, replaced(r"(<w:document)", r'<!DOCTYPE a [<!ENTITY b "c">]>\1')), "L-513"
    ),
    "a part out of the file": Variant(with_part("../out.xml", b"<a/>"), "L-507"),
    "empty": Variant(lambda _: b"", "L-505"),
    "another program's": Variant(
        lambda _: b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text", "L-331"
    ),
    "rich text": Variant(lambda _: b"{\\rtf1 M\\'e2u}", "L-331"),
    "before 2007": Variant(lambda _: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "L-504"),
    "with a password": Variant(
        lambda _: bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "L-503"
    ),
    "four thousand paragraphs": Variant(
        edited(DOCUMENT, replaced(r"(<w:body>)", r"\1" + "<w:p/>" * 4_001)), "L-332"
    ),
}  # fmt: skip
EXCEL = {
    "as it came": Variant(lambda data: data),
    "parts unpacked and in another order": Variant(stored),
    "without styles": Variant(without("xl/styles.xml"), "L-508"),
    "without theme": Variant(without("xl/theme/theme1.xml")),
    "rows without numbers of their span": Variant(edited(SHEET, replaced(r' spans="[^"]*"', ""))),
    "protected": Variant(edited(SHEET, replaced(r"(</sheetData>)", r'\1<sheetProtection sheet="1"/>'))),
    "without shared texts": Variant(without(STRINGS)),
    "without its sheet": Variant(without(SHEET), "L-508"),
    "a cell without a number": Variant(edited(SHEET, replaced(r'r="B7"', 'r="B"')), "L-508"),
    "a cell at no place": Variant(edited(SHEET, replaced(r'r="B7"', 'r="#7"')), "L-508"),
    "a cell that names another row": Variant(edited(SHEET, replaced(r'r="B7"', 'r="B8"')), "L-508"),
    "a cell twice": Variant(edited(SHEET, replaced(r'r="B7"', 'r="A7"')), "L-508"),
    "a cell beyond the last column": Variant(edited(SHEET, replaced(r'r="F7"', 'r="ZZZ7"')), "L-508"),
    "a row twice": Variant(edited(SHEET, replaced(r'(<row r="7".*?</row>)', r"\1\1")), "L-508"),
    "a row without a number": Variant(edited(SHEET, replaced(r'<row r="7"', '<row r="bảy"')), "L-508"),
    "a row of no height": Variant(edited(SHEET, replaced(r'<row r="7"', '<row r="7" ht="cao"')), "L-508"),
    "a look that is not there": Variant(
        edited(SHEET, replaced(r'r="B7" s="\d+"', 'r="B7" s="900"')), "L-508"
    ),
    "a text that is not there": Variant(
        edited(SHEET, replaced(r'r="A7"( s="\d+")( t="n")?', r'r="A7"\1 t="s"')), "L-508"
    ),
    "merged cells that are none": Variant(edited(SHEET, replaced(r'ref="A4:F4"', 'ref="A4:F"')), "L-508"),
    "merged cells over others": Variant(
        edited(SHEET, replaced(r"(<mergeCells.*?>)", r'\1<mergeCell ref="D3:D9"/>')), "L-508"
    ),
    "cut off": Variant(lambda data: data[: len(data) // 2], "L-508"),
    "a byte changed": Variant(flipped, "L-508"),
    "a sheet that is no XML": Variant(edited(SHEET, lambda text: text[: len(text) // 2]), "L-508"),
    "with a macro": Variant(with_part("xl/vbaProject.bin", b"x"), "L-506"),
    "a thousand rows": Variant(
        edited(SHEET, replaced(r"(</sheetData>)", r'<row r="900"><c r="A900"><v>1</v></c></row>\1')), "L-332"
    ),
    "a hundred columns": Variant(
        edited(SHEET, replaced(r"(</sheetData>)", r'<row r="99"><c r="CZ99"><v>1</v></c></row>\1')), "L-332"
    ),
}


def seen(data: bytes, name: str) -> tuple[str, object]:
    format_, found = read(InlineJobs(), name, data, NoProgress())
    return format_, found.view


@pytest.mark.parametrize("name", WORD)
def test_a_word_form_is_filled_or_refused(name: str) -> None:
    variant = WORD[name]
    data = variant.change(samples.levels_form())
    if variant.code:
        with pytest.raises(AppError) as refused:
            read(InlineJobs(), "Mẫu.docx", data, NoProgress())
        assert refused.value.code == variant.code
        return

    view = read(InlineJobs(), "Mẫu.docx", data, NoProgress())[1].view
    row = finding.table(view, "Họ và tên").rows[2]
    lines = tuple(line.at for line in lines_in_row(row))
    places = {finding.cell(row, 0): "row.place", finding.cell(row, 1): "row.name"}
    places[finding.behind(view, "Chi bộ: ")] = "cell.name"
    made = word_form.view(word_fill.fill(data, Marks(places, {row.at: lines}), VALUES, LINES))

    said = ["".join(piece.text for piece in line.pieces) for line in finding.lines(made)]
    assert "Chi bộ: Chi bộ thôn Đông" in said
    assert [one for one in said if one in NAMES] == NAMES


@pytest.mark.parametrize("name", EXCEL)
def test_an_excel_form_is_filled_or_refused(name: str) -> None:
    variant = EXCEL[name]
    data = variant.change(samples.levels_book())
    if variant.code:
        with pytest.raises(AppError) as refused:
            read(InlineJobs(), "Mẫu.xlsx", data, NoProgress())
        assert refused.value.code == variant.code
        return

    view = read(InlineJobs(), "Mẫu.xlsx", data, NoProgress())[1].view
    (grid,) = view.parts[0].blocks
    assert isinstance(grid, Grid)
    row = next(one for one in grid.rows if one.at == "0/row/7")
    places = {finding.cell(row, 1): "row.place", finding.cell(row, 2): "row.name", "0/B2/0-0": "cell.name"}
    marks = Marks(places, {row.at: tuple(line.at for line in lines_in_row(row))})
    sheet = load_workbook(io.BytesIO(sheet_fill.fill(data, marks, VALUES, LINES)))["Danh sách"]

    assert [sheet.cell(number, 2).value for number in range(7, 14)] == NAMES
    assert sheet["B2"].value == "Chi bộ thôn Đông"
    assert sheet["B14"].value == "Tổng cộng"
