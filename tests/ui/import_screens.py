"""A list being looked through before it is taken in, in its states, for pictures and measures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from app.errors import Problem
from app.services.import_preview import Column, FieldChange, ImportPreview, ImportRow
from app.sheets.member_list import OtherTable, SkippedRow
from tests.ui.a_program import Room
from ui.dialogs.import_columns import ImportColumnsDialog
from ui.dialogs.import_preview import ImportPreviewDialog
from ui.widgets.record_view import RecordView

Maker = Callable[[Room], QWidget]
FILE = "danh-sach-dang-vien-chi-bo-thon-mau-2017.xlsx"
LONG_NAME = "Nguyễn Phước Hoàng Thiên Bảo Khánh"
NO_DAY = Problem("born_on", "date.no_such_day", {"column": "D", "value": "31/02/1985"})
CAPITALS = Problem(
    "full_name", "name.capitals", {"column": "B", "value": "X", "taken": "Lê Văn Mẫu"}, "warning"
)
CHANGES = (
    FieldChange("sex", "", "female"),
    FieldChange("born_on", "1985-11-05", "1985-11-06"),
    FieldChange("card_number", "", "001085000001"),
)
LEFT_OUT = ("ID", "Dân tộc*", "Số định danh cá nhân* (12)", "Quê quán")
HEAD = (
    Column("B", "Họ và tên", "ho va ten", "full_name"),
    Column("D", "Ngày sinh", "ngay sinh", "born_on"),
    *(
        Column("E", title, title, "left_out")
        for title in ("ID", "Dân tộc*", "Số định danh cá nhân* (12)", "Quê quán")
    ),
    Column("H", "Ngày đứng trong hàng ngũ của Đảng", "a", "", sample="03/02/1990"),
    Column("K", "Vào Đoàn", "b", "", sample="26/03/1984"),
)


def makers() -> dict[str, tuple[str, Maker]]:
    """Return each screen's data and maker by its name."""
    return {
        "import": ("filled", lambda room: _preview(room, 5, HEAD)),
        "import-60": ("filled", lambda room: _preview(room, 60)),
        "import-changes": ("filled", lambda room: _at(_preview(room, 5), "7")),
        "import-faulty": ("filled", lambda room: _at(_preview(room, 5), "9")),
        "import-columns": ("filled", lambda room: ImportColumnsDialog(HEAD, room.window)),
    }


def _preview(room: Room, count: int, head: tuple[Column, ...] = ()) -> ImportPreviewDialog:
    tables = (OtherTable(0, "Hướng dẫn", 2), OtherTable(1, "Danh sách", count)) if head else ()
    preview = ImportPreview(
        FILE,
        "Danh sách",
        {},
        tuple(_rows(count)),
        (
            SkippedRow(1, "counting", "(1) · (2) · (3)"),
            SkippedRow(count + 6, "total", "Tổng cộng: 5 đồng chí"),
        ),
        head,
        tables,
        1,
        has_links=bool(head),
    )
    return ImportPreviewDialog(preview, room.window)


def _rows(count: int) -> Iterator[ImportRow]:
    for at in range(count - 4):
        values = {
            "full_name": f"Lê Văn Mẫu {'ABCDEG'[at % 6]}",
            "born_on": "1985-11-05",
            "admitted_on": "2010-02",
        }
        yield ImportRow(at + 2, values, "new", notes=(CAPITALS,) if at % 3 == 0 else ())
    known = {"full_name": LONG_NAME, "born_on": "1985-11-06", "admitted_on": "2010-02-03"}
    last = count - 2
    yield ImportRow(last + 2, known, "known", known_as=LONG_NAME, known_uid="a", sure=True)
    yield ImportRow(last + 4, known, "known", known_as=LONG_NAME, known_uid="a", changes=CHANGES, sure=True)
    yield ImportRow(last + 5, known, "known", known_as=LONG_NAME, known_uid="b", changes=CHANGES[:2])
    yield ImportRow(last + 6, {"full_name": LONG_NAME, "born_on": "31/02/1985"}, "faulty", (NO_DAY,))


def _at(dialog: ImportPreviewDialog, line: str) -> QWidget:
    view = dialog.findChild(RecordView, "previewList")
    assert view is not None
    view.go_to(line)
    return dialog
