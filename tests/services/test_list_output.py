"""A list leaves the program as it is shown, in the name of the cell, as a workbook and on pages."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pypdf
import pytest

from app.domain.listing import ListedColumn, Listing
from app.errors import EnvironmentFailed
from app.services.cells import CellService
from app.services.list_output import ListOutput
from app.storage.database import Database
from app.worker.inline import InlineJobs
from tests.builders import SteadyClock

COLUMNS = (ListedColumn("Họ và tên", 170), ListedColumn("Chức vụ", 122), ListedColumn("Ngày sinh", 100))
ROWS = tuple((f"Nguyễn Văn {letter}", "", "1960") for letter in "ABCDEFGHIKLMNOPQ" * 4)
LISTING = Listing("Danh sách đảng viên", COLUMNS, ROWS, ("Bộ lọc: Dự bị.",))


@pytest.fixture
def output(database: Database, clock: SteadyClock) -> ListOutput:
    return ListOutput(database, InlineJobs(), clock)


def is_practice(database: Database) -> None:
    cells = CellService(database)
    cells.save(cells.current().rev, {"is_practice": True})


def test_the_workbook_says_whose_list_it_is(output: ListOutput, tmp_path: Path) -> None:
    path = output.write_excel(LISTING, tmp_path / output.file_name(LISTING))
    assert path.name == "DanhSachDangVien_20171206.xlsx"
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert [sheet.cell(row, 1).value for row in (1, 2, 3)] == [
        "Danh sách đảng viên",
        "Chi bộ thôn Mẫu",
        "Bộ lọc: Dự bị.",
    ]


def test_a_file_without_its_ending_gets_it(output: ListOutput, tmp_path: Path) -> None:
    assert output.write_excel(LISTING, tmp_path / "danh sách 1.1").name == "danh sách 1.1.xlsx"


def test_a_folder_that_is_gone_is_told(output: ListOutput, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailed) as failed:
        output.write_excel(LISTING, tmp_path / "nowhere" / "x.xlsx")
    assert failed.value.code == "L-107"


def test_practice_data_say_so(output: ListOutput, database: Database, tmp_path: Path) -> None:
    is_practice(database)
    path = output.write_excel(LISTING, tmp_path / output.file_name(LISTING))
    assert path.name.startswith("LUYEN-TAP_")
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert sheet["A3"].value == "TÀI LIỆU LUYỆN TẬP"
    assert "TÀI LIỆU LUYỆN TẬP" in pages(output.pdf(LISTING))[1]


def pages(pdf: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def test_the_titles_stand_on_every_page_and_every_row_once(output: ListOutput) -> None:
    found = pages(output.pdf(LISTING))
    assert len(found) > 1
    assert all("Họ và tên" in page for page in found)
    assert "DANH SÁCH ĐẢNG VIÊN Chi bộ thôn Mẫu Bộ lọc: Dự bị." in found[0]
    assert sum(page.count("Nguyễn Văn") for page in found) == len(ROWS)


@pytest.mark.parametrize(("columns", "wide"), [(3, False), (9, True)])
def test_a_wide_list_lies_on_its_side(output: ListOutput, columns: int, wide: bool) -> None:
    names = tuple(ListedColumn(f"Cột thứ {at}", 100) for at in range(columns))
    listing = Listing("Danh sách", names, (("Một câu khá dài",) * columns,))
    box = pypdf.PdfReader(io.BytesIO(output.pdf(listing))).pages[0].mediabox
    assert (box.width > box.height) is wide


def test_a_file_that_excel_holds_open_is_told_as_that(
    output: ListOutput, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "danh-sach.xlsx"
    path.write_bytes(b"as Excel has it")

    def held(*_: object) -> None:
        raise PermissionError(13, "the file is open")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(EnvironmentFailed) as failed:
        output.write_excel(LISTING, path)
    assert failed.value.code == "L-118"
    assert path.read_bytes() == b"as Excel has it"
    assert list(tmp_path.glob("*.dang-tao")) == []
