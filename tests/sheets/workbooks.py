"""Makes real workbooks in memory, and wrecks them."""

import io
import zipfile
from collections.abc import Iterable, Sequence

import openpyxl

HEADER = (
    "TT",
    "Họ và tên",
    "Giới tính",
    "Ngày sinh",
    "Ngày vào Đảng",
    "Ngày chính thức",
    "Số thẻ đảng viên",
    "Chức vụ",
)
A_ROW = (1, "Nguyễn Văn A", "Nam", "05/11/1985", "03/02/2010", "03/02/2011", "000000000001", "Bí thư")


def workbook(rows: Iterable[Sequence[object]], title: str = "Danh sách") -> bytes:
    """Return an .xlsx with these rows from row 1 on."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """Return the workbook as a file's bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def member_list(*rows: Sequence[object]) -> bytes:
    """Return a list with the usual header row."""
    return workbook([HEADER, *rows])


def with_link(data: bytes, name: str, target: str) -> bytes:
    """Return the zip with a symbolic link in it, as Unix tools pack one."""
    out = io.BytesIO(data)
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(entry, target)
    return out.getvalue()


def repacked(
    data: bytes, replace: dict[str, bytes] | None = None, add: dict[str, bytes] | None = None
) -> bytes:
    """Return the zip with some parts replaced and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, (replace or {}).get(name, old.read(name)))
        for name, content in (add or {}).items():
            new.writestr(name, content)
    return out.getvalue()
