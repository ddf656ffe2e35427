"""A list in Excel says what it was given, in the right kinds, runs nothing and names nobody."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from app.common.progress import NoProgress
from app.domain.listing import ListedColumn, Listing, Value, date_value, decode, encode, shown
from app.sheets.xlsx_out import sheet_name, write

DAY = dt.date(2017, 12, 4)
NAMES = (ListedColumn("Họ và tên", 170), ListedColumn("Ngày sinh", 100), ListedColumn("Số trang", 60, True))


def a_listing(*rows: tuple[Value, ...], **facts: Any) -> Listing:
    return Listing(**{"title": "Danh sách", "columns": NAMES, "rows": rows, "made_on": DAY, **facts})


def sheet(listing: Listing) -> Worksheet:
    book = openpyxl.load_workbook(io.BytesIO(write(listing, NoProgress())))
    found = book.active
    assert isinstance(found, Worksheet)
    return found


def test_rows_stand_under_heading_and_titles() -> None:
    listing = a_listing(("Lê Thị Ổi", dt.date(1960, 11, 5), 7), notes=("Chi bộ thôn Mẫu", "Bộ lọc: Dự bị."))
    found = sheet(listing)
    assert [found.cell(row, 1).value for row in range(1, 5)] == [
        "Danh sách",
        "Chi bộ thôn Mẫu",
        "Bộ lọc: Dự bị.",
        None,
    ]
    assert [cell.value for cell in found[5]] == ["Họ và tên", "Ngày sinh", "Số trang"]
    assert [cell.value for cell in found[6]] == ["Lê Thị Ổi", dt.datetime(1960, 11, 5), 7]  # noqa: DTZ001  as Excel has it
    assert found["B6"].number_format == "dd/mm/yyyy"


def test_it_prints_on_its_side_with_the_titles_on_every_page() -> None:
    found = sheet(a_listing(("A", "1960", 1)))
    assert (found.page_setup.orientation, found.page_setup.paperSize) == ("landscape", 9)
    assert found.print_title_rows == "$3:$3"
    assert found.freeze_panes == "A4"
    assert found.page_setup.fitToHeight == 0


@pytest.mark.fault("E11")
@pytest.mark.parametrize(
    "words",
    ["=1+1", "=HYPERLINK(A1)", "+84", "-1", "@SUM(A1)", "000000000001", "1960", "http://x", "12.5", "1/2"],
)
def test_words_stay_words(words: str) -> None:
    """E11."""
    cell = sheet(a_listing((words, "", 1)))["A4"]
    assert (cell.value, cell.data_type) == (words, "s")
    assert cell.number_format == "@"
    assert bool(cell.quotePrefix) is (words[0] in "=+-@")


def test_a_day_before_excels_calendar_stays_words() -> None:
    assert sheet(a_listing(("A", dt.date(1899, 5, 1), 1)))["B4"].value == "01/05/1899"


@pytest.mark.fault("F06")
def test_the_file_names_neither_person_nor_machine() -> None:
    found = zipfile.ZipFile(io.BytesIO(write(a_listing(("A", "", 1)), NoProgress())))
    core = found.read("docProps/core.xml").decode()
    assert "<dc:creator></dc:creator>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core
    assert core.count("2017-12-04T00:00:00Z") == 2
    assert "<Company></Company>" in found.read("docProps/app.xml").decode()


def test_an_empty_list_has_its_titles() -> None:
    found = sheet(a_listing())
    assert [cell.value for cell in found[3]] == ["Họ và tên", "Ngày sinh", "Số trang"]
    assert found.max_row == 3


@pytest.mark.parametrize(
    ("title", "name"),
    [("Sổ đăng ký [đi/đến]: 2017?", "Sổ đăng ký  đi đến   2017"), ("A" * 40, "A" * 31), ("'", "1")],
)
def test_a_sheet_has_a_name_that_excel_takes(title: str, name: str) -> None:
    assert sheet_name(title) == name
    assert sheet(a_listing(title=title)).title == name


@pytest.mark.parametrize(
    ("stored", "value"),
    [("1960-11-05", dt.date(1960, 11, 5)), ("1960-11", "11/1960"), ("1960", "1960"), ("", "")],
)
def test_a_whole_date_is_a_date(stored: str, value: Value) -> None:
    assert date_value(stored) == value


WORDS = st.text(alphabet=st.characters(exclude_categories=["C"]), max_size=20).map(str.strip)


@given(st.lists(st.tuples(WORDS, st.dates(dt.date(1900, 3, 1), dt.date(2100, 1, 1)), st.integers(0, 10**9))))
def test_any_row_comes_back_as_it_was_shown(rows: list[tuple[Value, ...]]) -> None:
    listing = a_listing(*rows)
    assert decode(encode(listing)) == listing
    found = sheet(listing).iter_rows(min_row=4, values_only=True)
    assert [tuple(map(_shown, row)) for row in found] == [tuple(map(shown, row)) for row in rows]


def _shown(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.datetime) else "" if value is None else str(value)
