"""Tables of a Word document are read as they stand on the page; nothing outside the file is asked for."""

import io
import random
import zipfile
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from app.errors import AppError, EnvironmentFailed
from app.sheets.reading import read_book
from app.sheets.table import MAX_COLUMNS, Book, Span, Table
from tests.sheets.shapes import as_bytes, word_letterhead_and_tables, word_table
from tests.sheets.workbooks import repacked


def a_table(rows: int = 2, columns: int = 2) -> tuple[Any, Any]:
    document = docx.Document()
    return document, document.add_table(rows, columns)


def only(document: Any) -> Table:
    (table,) = read_book(as_bytes(document)).tables
    return table


def words(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_tables_come_in_their_order_with_their_numbers() -> None:
    letterhead, summary, members = read_book(word_letterhead_and_tables()).tables

    assert (letterhead.title, summary.title, members.title) == ("1", "2", "3")
    assert members.in_document
    assert members.column_name(3) == "4"
    assert letterhead.rows[0].cells[0].text == "ĐẢNG BỘ XÃ MẪU\nCHI BỘ THÔN MẪU"
    assert set(members.spans) == {
        Span(1, 0, 2, 0),
        Span(1, 1, 2, 1),
        Span(1, 2, 1, 3),
        Span(1, 4, 1, 5),
        Span(1, 6, 2, 6),
        Span(6, 0, 6, 6),
    }


def test_a_cell_gives_its_paragraphs_tabs_and_lines_and_not_what_was_struck_out() -> None:
    document, table = a_table(1, 1)
    cell = table.cell(0, 0)
    cell.text = "một"
    cell.add_paragraph("hai").add_run("\tba\nbốn")
    struck = parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>xóa</w:delText><w:t>xóa</w:t></w:r></w:del>")
    kept = parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t> thêm</w:t></w:r></w:ins>")
    cell.paragraphs[-1]._p.append(struck)  # noqa: SLF001  python-docx has no tracked changes
    cell.paragraphs[-1]._p.append(kept)  # noqa: SLF001  the same

    assert words(only(document)) == [["một\nhai ba\nbốn thêm"]]


def test_a_table_inside_a_table_is_one_of_its_own() -> None:
    document, outer = a_table(1, 1)
    inner = outer.cell(0, 0).add_table(1, 1)
    inner.cell(0, 0).text = "trong"
    outer.cell(0, 0).paragraphs[0].text = "ngoài"

    tables = read_book(as_bytes(document)).tables

    assert [words(table) for table in tables] == [[["ngoài"]], [["trong"]]]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    document, table = a_table(2, 1)
    table.cell(0, 0).text, table.cell(1, 0).text = "một", "hai"
    row = table.rows[1]._tr  # noqa: SLF001  python-docx has no content controls
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    row.addprevious(control)
    control.append(content)
    content.append(row)

    assert words(only(document)) == [["một"], ["hai"]]


def test_a_cell_merged_downwards_ends_where_it_ends() -> None:
    document, table = a_table(4, 2)
    for at in range(4):
        table.cell(at, 1).text = str(at)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "đầu"
    table.cell(2, 0).merge(table.cell(3, 0)).text = "cuối"

    assert set(only(document).spans) == {Span(1, 0, 2, 0), Span(3, 0, 4, 0)}


def test_a_table_of_too_many_columns_is_refused_with_the_place() -> None:
    document, table = a_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Họ và tên", "lạc"
    properties = table.cell(0, 0)._tc.get_or_add_tcPr()  # noqa: SLF001  python-docx cannot make it so wide
    span = OxmlElement("w:gridSpan")
    span.set(qn("w:val"), str(MAX_COLUMNS))
    properties.append(span)

    over = only(document).over

    assert over
    assert (over.code, over.params["row"], over.params["column"]) == ("L-510", 1, "61")


@pytest.mark.fault("H04")
@pytest.mark.parametrize("kind", ["attachedTemplate", "hyperlink", "oleObject", "image"])
def test_a_document_that_leads_outside_is_read_without_going_there_and_that_is_known(kind: str) -> None:
    data = word_table()
    assert not read_book(data).has_links
    name = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        listed = archive.read(name)
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    target = "http://mau.example/x" if kind != "image" else "file:///C:/mau.png"
    link = f'<Relationship Id="rX" Type="{base}/{kind}" Target="{target}" TargetMode="External"/>'.encode()
    led = repacked(data, replace={name: listed.replace(b"</Relationships>", link + b"</Relationships>")})

    book = read_book(led)

    assert isinstance(book, Book)
    assert book.has_links
    assert len(book.tables[0].rows) == 4


REFUSALS = {
    "macros": (repacked(word_table(), add={"word/vbaProject.bin": b"\1"}), "L-506"),
    "bomb": (repacked(word_table(), add={"word/media/x.xml": b"\0" * 5_000_000}), "L-507"),
    "entity": (repacked(word_table(), add={"word/x.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}), "L-513"),
    "empty": (b"", "L-505"),
}


@pytest.mark.fault("H02", "H03")
@pytest.mark.parametrize("name", REFUSALS)
def test_what_is_no_plain_document_is_refused_with_its_reason(name: str) -> None:
    data, code = REFUSALS[name]

    with pytest.raises(AppError) as refused:
        read_book(data)

    assert refused.value.code == code


@pytest.mark.fault("H01")
@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_document_cut_short_is_damaged(kept: float) -> None:
    data = word_table()

    with pytest.raises(EnvironmentFailed) as failed:
        read_book(data[: int(len(data) * kept)])

    assert failed.value.code == "L-508"


def test_flipped_bytes_are_read_or_told() -> None:
    data, dice = word_table(), random.Random(4)
    for _ in range(150):
        flipped = bytearray(data)
        flipped[dice.randrange(len(flipped))] ^= 1 << dice.randrange(8)
        try:
            book = read_book(bytes(flipped))
        except AppError:
            continue
        assert all(len(row.cells) <= MAX_COLUMNS for table in book.tables for row in table.rows)
